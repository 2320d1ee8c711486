"""The data flow on small functions: what a value reaches, and what it does not."""

from __future__ import annotations

import ast
import textwrap

from explorer.analysis.source.flow import Body, Place, functions, place_of, reach, uses


def lines_from(code: str, spelled: str) -> list[str]:
    """The lines of a function that the expression spelled so reaches, without their indents."""
    text = textwrap.dedent(code).strip()
    (_, _, function), *_ = list(functions(ast.parse(text)))
    seeds: set[Place] = set()
    for node in ast.walk(function):
        place = place_of(node)
        if isinstance(node, ast.expr) and place is not None and ast.get_source_segment(text, node) == spelled:
            seeds.add(place)
    assert seeds
    found = reach(Body(function), seeds, set()).lines
    return [text.splitlines()[n - 1].strip() for n in sorted(found)]


def test_names_carry_a_value_on() -> None:
    assert lines_from("""
        def build(block, width):
            wide = width * block.t
            other = width + 1
            again = wide + 8
            use(again)
            use(other)
    """, "block.t") == ["wide = width * block.t", "again = wide + 8", "use(again)"]


def test_a_name_that_is_assigned_anew_carries_it_no_further() -> None:
    assert lines_from("""
        def build(net):
            stride = net.stem
            first(stride)
            for stage in stages(net):
                stride = stage.stride
                second(stride)
    """, "net.stem") == ["stride = net.stem", "first(stride)"]


def test_a_loop_carries_a_value_round() -> None:
    assert lines_from("""
        def build(stage):
            channels = 3
            for i in range(4):
                layer(channels)
                channels = stage.c
    """, "stage.c") == ["layer(channels)", "channels = stage.c"]


def test_values_side_by_side_stay_apart() -> None:
    assert lines_from("""
        def build(block):
            a, b = block.one, block.two
            c, d = (round(each) for each in (b, a))
            use(c)
            use(d)
    """, "block.one") == ["a, b = block.one, block.two", "c, d = (round(each) for each in (b, a))", "use(d)"]


def test_what_is_handed_to_a_scope_reaches_nothing() -> None:
    assert lines_from("""
        def build(block):
            wide = block.t
            groups = block.divisor("groups", wide)
            use(groups)
    """, "block.t") == ["wide = block.t"]


def test_a_branch_belongs_to_what_decides_it() -> None:
    assert lines_from("""
        def build(block):
            extra = None
            if block.se:
                extra = make(3)
            use(extra)
            use(3)
    """, "block.se") == ["if block.se:", "extra = make(3)", "use(extra)"]


def test_an_attribute_counts_elsewhere_where_its_presence_is_decided() -> None:
    text = textwrap.dedent("""
        class Block:
            def __init__(self, block):
                self.se = Gate(block.se) if block.se else None
                self.conv = Conv(block.se)

            def forward(self, x):
                if self.se is not None:
                    x = self.se(x)
                return self.conv(x)
    """)
    (_, _, constructor), (_, _, forward) = functions(ast.parse(text))
    seeds = {
        place for node in ast.walk(constructor)
        if isinstance(node, ast.Attribute) and node.attr == "se" and isinstance(node.ctx, ast.Load) and (place := place_of(node))
    }
    assert isinstance(forward, ast.FunctionDef) and isinstance(constructor, ast.FunctionDef)
    attributes = reach(Body(constructor), seeds, set()).attributes
    assert attributes == {"se"}
    assert [text.splitlines()[n - 1].strip() for n in sorted(uses(forward, attributes))] == [
        "if self.se is not None:", "x = self.se(x)",
    ]
