"""The layout on small cases by hand, on synthetic inception, dense and residual graphs, on any. Speed: benchmarks/layout.py."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.layout import dense, inception, residual
from explorer.core.layout import Box, Layout, Route, Spacing, arrange

Edges = list[tuple[str, str]]


def _faults(boxes: dict[str, Box], edges: Edges, layout: Layout) -> list[str]:
    """Overlaps, lines through boxes, slanted pieces, loose ends, things outside of the stated size."""
    found = []
    corners = {n: (x, y, x + boxes[n].width, y + boxes[n].height) for n, (x, y) in layout.places.items()}
    for (a, p), (b, q) in combinations(corners.items(), 2):
        if p[0] < q[2] and q[0] < p[2] and p[1] < q[3] and q[1] < p[3]:
            found.append(f"{a} overlaps {b}")
    for name, (x1, y1, x2, y2) in corners.items():
        if x1 < -0.01 or y1 < -0.01 or x2 > layout.width + 0.01 or y2 > layout.height + 0.01:
            found.append(f"{name} is outside")
    for route in layout.routes:
        for (x1, y1), (x2, y2) in pairwise(route.points):
            if x1 != x2 and y1 != y2:
                found.append(f"{route.source} → {route.target} is slanted")
            low_x, high_x, low_y, high_y = min(x1, x2), max(x1, x2), min(y1, y2), max(y1, y2)
            found += [
                f"{route.source} → {route.target} runs through {name}"
                for name, (a, b, c, d) in corners.items()
                if (low_x < c - 0.01 and a + 0.01 < high_x and low_y < d - 0.01 and b + 0.01 < high_y)
                or (low_x == high_x and a < low_x < c and low_y < d - 0.01 and b + 0.01 < high_y)
                or (low_y == high_y and b < low_y < d and low_x < c - 0.01 and a + 0.01 < high_x)
            ]
        for name, (x, y) in ((route.source, route.points[0]), (route.target, route.points[-1])):
            a, b, c, d = corners[name]
            if not (a - 0.01 <= x <= c + 0.01 and b - 0.01 <= y <= d + 0.01):
                found.append(f"{route.source} → {route.target} does not meet {name}")
    drawn = {(r.source, r.target) for r in layout.routes}
    return found + [f"{a} → {b} is missing" for a, b in edges if a != b and (a, b) not in drawn]


def _confused(layout: Layout) -> list[str]:
    """Lines that lie on each other although they share neither source nor target: a reader would follow the wrong one."""
    pieces: dict[tuple[str, float], list[tuple[float, float, Route]]] = {}
    for route in layout.routes:
        for (x1, y1), (x2, y2) in pairwise(route.points):
            key, low, high = (("x", x1), min(y1, y2), max(y1, y2)) if x1 == x2 else (("y", y1), min(x1, x2), max(x1, x2))
            pieces.setdefault(key, []).append((low, high, route))
    return [
        f"{one.source} → {one.target} lies on {other.source} → {other.target}"
        for group in pieces.values()
        for (a, b, one), (c, d, other) in combinations(group, 2)
        if min(b, d) - max(a, c) > 0.5 and one.source != other.source and one.target != other.target
    ]


def _same(count: int) -> dict[str, Box]:
    return {name: Box(40, 20) for name in "abcdefghij"[:count]}


def test_the_judge_sees_planted_faults() -> None:
    boxes = _same(3)
    edges = [("a", "b"), ("b", "c"), ("a", "c")]
    sound = arrange(boxes, edges)
    assert _faults(boxes, edges, sound) == []
    moved = Layout({**sound.places, "b": sound.places["a"]}, sound.routes, sound.width, sound.height, sound.axis)
    assert "a overlaps b" in _faults(boxes, edges, moved)
    straight = [r._replace(points=((20.0, 20.0), (20.0, sound.height - 20))) if r.target == "c" else r for r in sound.routes]
    assert "a → c runs through b" in _faults(boxes, edges, Layout(sound.places, straight, sound.width, sound.height, sound.axis))
    fewer = Layout(sound.places, sound.routes[:2], sound.width, sound.height, sound.axis)
    assert "a → c is missing" in _faults(boxes, edges, fewer)
    twin = Route("x", "y", sound.routes[0].points, straight=True)
    both = Layout(sound.places, [*sound.routes, twin], sound.width, sound.height, sound.axis)
    assert (_confused(sound), _confused(both)) == ([], ["a → b lies on x → y", "a → c lies on x → y"])
    away = Layout({**sound.places, "c": (500.0, 500.0)}, sound.routes, sound.width, sound.height, sound.axis)
    assert {"c is outside", "b → c does not meet c"} <= set(_faults(boxes, edges, away))


def test_chain_is_one_straight_line() -> None:
    layout = arrange({"a": Box(40, 20), "b": Box(100, 20), "c": Box(60, 20)}, [("a", "b"), ("b", "c")], spacing=Spacing(gap=24))
    assert layout.places == {"a": (30, 0), "b": (0, 44), "c": (20, 88)}
    assert [r.points for r in layout.routes] == [((50, 20), (50, 44)), ((50, 64), (50, 88))]
    assert all(r.straight for r in layout.routes)
    assert (layout.width, layout.height, layout.axis) == (100, 108, 50)


def test_skip_runs_in_a_lane_and_enters_from_the_side() -> None:
    boxes = {"a": Box(40, 20), "b": Box(40, 20), "+": Box(20, 20)}
    layout = arrange(boxes, [("a", "b"), ("b", "+"), ("a", "+")], side_entry=frozenset("+"))
    skip = next(r for r in layout.routes if (r.source, r.target) == ("a", "+"))
    assert skip.points[-1] == (30, layout.places["+"][1] + 10)
    assert skip.points[-2][0] == 40 + Spacing().lane
    assert not skip.straight


def test_horizontal_is_the_same_turned_by_a_quarter() -> None:
    boxes = {"in": Box(0, 0), "a": Box(40, 20), "b": Box(60, 20), "+": Box(20, 20)}
    edges = [("in", "a"), ("a", "b"), ("b", "+"), ("in", "+")]
    layout = arrange(boxes, edges, horizontal=True, side_entry=frozenset("+"))
    assert _faults(boxes, edges, layout) == []
    assert layout.axis == 10
    assert {layout.places[n][1] for n in ("a", "b", "+")} == {0}
    skip = next(r for r in layout.routes if r.target == "+" and r.source == "in")
    assert skip.points[-1][1] == 20, "from below"


def test_heavier_branch_is_the_trunk() -> None:
    edges = [("a", "b"), ("a", "c"), ("b", "d"), ("c", "d")]
    for heavy in "bc":
        layout = arrange(_same(4), edges, weights={heavy: 5.0})
        assert layout.places[heavy][0] == layout.places["a"][0] == layout.places["d"][0]


def test_ports_are_aligned() -> None:
    boxes = {"a": Box(40, 20), "wide": Box(200, 60, port=150)}
    layout = arrange(boxes, [("a", "wide")])
    assert layout.axis == 150
    assert layout.routes[0].points == ((150, 20), (150, 44))


def test_nested_skips_nest() -> None:
    edges = [*pairwise("abcdef"), ("a", "f"), ("b", "e"), ("c", "e")]
    layout = arrange(_same(6), edges)
    lanes = {r.source: max(x for x, _ in r.points) for r in layout.routes if not r.straight}
    assert lanes["a"] > lanes["b"] > lanes["c"]


@pytest.mark.parametrize("horizontal", [False, True])
@pytest.mark.parametrize("count", [30, 200])
@pytest.mark.parametrize("make", [inception, dense, residual])
def test_synthetic_networks(make: object, count: int, horizontal: bool) -> None:
    assert callable(make)
    boxes, edges = make(count)
    joins = frozenset(name for name in boxes if name.startswith(("add", "cat")))
    for side_entry in (joins, frozenset[str]()):
        layout = arrange(boxes, edges, horizontal=horizontal, side_entry=side_entry)
        assert _faults(boxes, edges, layout) == []
        assert _confused(layout) == []


def test_dense_stays_narrow() -> None:
    boxes, edges = dense(200)
    assert arrange(boxes, edges).width < 120 + 17 * Spacing().lane, "one lane a source, however many targets"


def test_nothing_and_one() -> None:
    assert arrange({}, []).places == {}
    assert arrange({"a": Box(40, 20)}, [("a", "a")]) == Layout({"a": (0, 0)}, [], 40, 20, 20)


graphs = st.integers(1, 10).flatmap(
    lambda n: st.tuples(
        st.lists(st.tuples(st.integers(2, 90), st.integers(2, 60)), min_size=n, max_size=n),
        st.lists(st.tuples(st.integers(0, n - 1), st.integers(0, n - 1)), max_size=25),
        st.sets(st.integers(0, n - 1)),
    )
)


@settings(max_examples=150, deadline=None)
@given(graphs, st.booleans())
def test_any_graph_with_cycles_or_without(
    graph: tuple[list[tuple[int, int]], list[tuple[int, int]], set[int]], horizontal: bool
) -> None:
    sizes, pairs, joins = graph
    boxes = {str(i): Box(float(w), float(h)) for i, (w, h) in enumerate(sizes)}
    edges = [(str(a), str(b)) for a, b in pairs]
    layout = arrange(boxes, edges, horizontal=horizontal, side_entry=frozenset(str(j) for j in joins))
    assert _faults(boxes, edges, layout) == []
