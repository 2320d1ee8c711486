"""Python source as coloured spans: what is what, over several lines, and text that is none."""

from __future__ import annotations

from explorer.core.python_text import spans

TEXT = '''class Net(Base):  # a network
    """Two
    lines."""

    def forward(self, x):
        return x + 1.5e3 if x else f"{x} é"
'''


def words(text: str) -> list[tuple[str, str]]:
    lines = text.splitlines()
    return [(kind, lines[i][first : first + length]) for i, line in enumerate(spans(text)) for first, length, kind in line]


def test_each_kind_of_token_is_told() -> None:
    found = words(TEXT)
    assert ("keyword", "class") in found
    assert ("definition", "Net") in found
    assert ("comment", "# a network") in found
    assert ("definition", "forward") in found
    assert ("self", "self") in found
    assert ("number", "1.5e3") in found
    assert ("keyword", "return") in found


def test_a_string_over_several_lines_is_coloured_on_each() -> None:
    assert [text for kind, text in words(TEXT) if kind == "string"][:2] == ['"""Two', '    lines."""']


def test_text_that_ends_too_early_is_coloured_as_far_as_it_goes() -> None:
    found = words("def f(x):\n    return (x\n")
    assert ("keyword", "def") in found
    assert len(spans("def f(x):\n    return (x\n")) == 2
    assert spans("") == ()
