"""Layered layout of one group of boxes: a straight trunk, branches beside it, skip edges in lanes of their own.

Pure: sizes and edges in, places and orthogonal polylines out. Knows no network and no Qt.

The longest path is the trunk and lies on one straight line (the axis). What is left is cut into strands: a branch of boxes, or
the lane of a skip edge. A strand is straight too, and is packed outside of everything that shares a layer with it, short ones
first, so that nested skips nest. All long edges of one source share one lane (a bus), which keeps dense networks linear.
Between two layers runs a channel; horizontal pieces lie there on tracks, splits above joins, so that no line meets a box.

Inside this module everything is laid out top-down as (along the flow, across it); ``horizontal`` swaps the two at the ends.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

Point = tuple[float, float]


class Box(NamedTuple):
    """Size in pixels. ``port``: where the axis enters, from the left (the top, where it flows horizontally); None: the middle."""

    width: float
    height: float
    port: float | None = None


class Route(NamedTuple):
    """One edge as a polyline, and whether it leaves the straight way (a skip or a branch)."""

    source: str
    target: str
    points: tuple[Point, ...]
    straight: bool


@dataclass(frozen=True)
class Spacing:
    """Distances in pixels. ``gaps`` overrides ``gap`` for the channel before a box."""

    gap: float = 24  # between two layers
    beside: float = 24  # between two boxes of one layer
    lane: float = 12  # between a lane and anything else
    track: float = 8  # between two tracks of a channel
    gaps: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Layout:
    """Top-left corners by id, edges in the order given, the size of it all, and where the axis lies across the flow."""

    places: dict[str, Point]
    routes: list[Route]
    width: float
    height: float
    axis: float


def arrange(
    boxes: Mapping[str, Box], edges: Sequence[tuple[str, str]], *, horizontal: bool = False, spacing: Spacing = Spacing(),
    side_entry: frozenset[str] = frozenset(), weights: Mapping[str, float] | None = None,
) -> Layout:
    """Lay out one group. Edges to ids in ``side_entry`` (sums, concatenations) come in from the side instead of the front.

    Where the flow is vertical, branches of boxes go to both sides; where it is horizontal, they go below. Duplicate edges and
    loops are dropped; an edge against the call order is drawn, but does not decide layers.
    """
    if not boxes:
        return Layout({}, [], 0, 0, 0)
    return _Arrangement(boxes, edges, spacing, side_entry, weights or {}, horizontal=horizontal).layout()


class _Strand(NamedTuple):
    """Boxes on one straight line, then, maybe, the lane of the last one (or of ``owner``, where there are no boxes)."""

    nodes: list[int]
    owner: int  # whose lane ends the strand; -1: none
    first: int
    last: int


class _Arrangement:
    """The work of one call. Nodes are numbered in the order given; ``layer``, ``across`` and so on are indexed by them."""

    def __init__(
        self, boxes: Mapping[str, Box], edges: Sequence[tuple[str, str]], spacing: Spacing, side_entry: frozenset[str],
        weights: Mapping[str, float], *, horizontal: bool,
    ) -> None:
        self.ids = list(boxes)
        self.horizontal = horizontal
        self.spacing = spacing
        number = {name: i for i, name in enumerate(self.ids)}
        self.thick = [b.width if horizontal else b.height for b in boxes.values()]
        spans = [b.height if horizontal else b.width for b in boxes.values()]
        self.before = [span / 2 if b.port is None else b.port for b, span in zip(boxes.values(), spans, strict=True)]
        self.after = [span - before for span, before in zip(spans, self.before, strict=True)]
        self.weight = [weights.get(name, 0.0) for name in self.ids]
        self.gap = [spacing.gaps.get(name, spacing.gap) for name in self.ids]
        self.side = [name in side_entry for name in self.ids]
        self.edges = list(dict.fromkeys((number[a], number[b]) for a, b in edges if a != b))
        self.across = [0.0] * len(self.ids)
        self.lane: dict[int, float] = {}  # source -> where its lane runs
        self.reach: dict[int, int] = {}  # source -> last layer of its lane
        self._order()
        self._layers()
        self._trunk()
        self._lanes()

    def layout(self) -> Layout:
        self._pack()
        hops = self._hops()
        self._tracks(hops)
        return self._finish()

    def _order(self) -> None:
        """Topological order near the given one; edges that close a cycle are turned round."""
        count = len(self.ids)
        succ: list[list[int]] = [[] for _ in range(count)]
        waiting = [0] * count
        for a, b in self.edges:
            succ[a].append(b)
            waiting[b] += 1
        place = [-1] * count
        ready = [v for v in range(count) if not waiting[v]]
        oldest = done = 0
        while done < count:
            if ready:
                v = ready.pop()
            else:
                while place[oldest] >= 0:
                    oldest += 1
                v = oldest
            place[v] = done
            done += 1
            for w in succ[v]:
                waiting[w] -= 1
                if not waiting[w] and place[w] < 0:
                    ready.append(w)
        self.turned = {(a, b) for a, b in self.edges if place[a] > place[b]}
        self.succ: list[list[int]] = [[] for _ in range(count)]
        self.pred: list[list[int]] = [[] for _ in range(count)]
        for a, b in self.edges:
            low, high = (b, a) if (a, b) in self.turned else (a, b)
            if low not in self.pred[high]:
                self.succ[low].append(high)
                self.pred[high].append(low)
        self.topological = sorted(range(count), key=place.__getitem__)

    def _layers(self) -> None:
        """Longest path; what has no input is drawn to where it is used, so that constants do not stretch the picture."""
        self.layer = layer = [0] * len(self.ids)
        for v in self.topological:
            if self.pred[v]:
                layer[v] = 1 + max(layer[u] for u in self.pred[v])
        for v in self.topological:
            if v and not self.pred[v] and self.succ[v]:
                layer[v] = min(layer[w] for w in self.succ[v]) - 1
        self.layers = max(layer) + 1

    def _trunk(self) -> None:
        """The path with most boxes, the heavier of two alike; and every node's straight predecessor on its own best path."""
        score: list[tuple[int, float]] = [(0, 0.0)] * len(self.ids)
        self.straight = [-1] * len(self.ids)
        for v in self.topological:
            best = max(self.pred[v], key=lambda u: score[u], default=-1)
            self.straight[v] = best
            count, weight = score[best] if best >= 0 else (0, 0.0)
            score[v] = (count + 1, weight + self.weight[v])
        self.height = [0] * len(self.ids)  # boxes still to come
        for v in reversed(self.topological):
            self.height[v] = 1 + max((self.height[w] for w in self.succ[v]), default=0)
        v = max(range(len(self.ids)), key=lambda u: score[u])
        self.trunk: list[int] = []
        while v >= 0:
            self.trunk.append(v)
            v = self.straight[v]
        self.trunk.reverse()
        for u, v in pairwise(self.trunk):
            self.straight[v] = u

    def _lanes(self) -> None:
        """How far each source's lane runs: to the layer before its furthest target, or beside one entered from the side."""
        for u in range(len(self.ids)):
            ends = [self._lane_end(u, v) for v in self.succ[u]]
            furthest = max(ends, default=0)
            if furthest > self.layer[u]:
                self.reach[u] = furthest

    def _lane_end(self, u: int, v: int) -> int:
        beside = self.side[v] and self.straight[v] != u
        return self.layer[v] if beside else self.layer[v] - 1

    def _strands(self) -> list[_Strand]:
        used = [False] * len(self.ids)
        for v in self.trunk:
            used[v] = True
        laid: set[int] = set()  # sources whose lane belongs to a strand of boxes
        strands = []
        for start in sorted(range(len(self.ids)), key=self.layer.__getitem__):
            if used[start]:
                continue
            nodes, v = [start], start
            used[start] = True
            while True:
                following = [w for w in self.succ[v] if not used[w] and self.layer[w] == self.layer[v] + 1]
                if not following:
                    break
                v = max(following, key=lambda w: (self.straight[w] == v, self.height[w]))
                used[v] = True
                nodes.append(v)
            owner = v if v in self.reach else -1
            if owner >= 0:
                laid.add(owner)
            strands.append(_Strand(nodes, owner, self.layer[start], self.reach.get(v, self.layer[v])))
        strands += [_Strand([], u, self.layer[u] + 1, end) for u, end in self.reach.items() if u not in laid]
        return sorted(strands, key=lambda s: (s.last - s.first, not s.nodes, s.first))

    def _pack(self) -> None:
        """Put each strand outside of all that shares a layer with it."""
        right = [0.0] * self.layers
        left = [0.0] * self.layers
        for v in self.trunk:
            right[self.layer[v]] = self.after[v]
            left[self.layer[v]] = self.before[v]
        for strand in self._strands():
            span = slice(strand.first, strand.last + 1)
            if strand.nodes:
                to_left = not self.horizontal and max(left[span]) < max(right[span])
            else:
                to_left = not self.horizontal and self.across[strand.owner] < 0
            near, inner, outer = (left, self.after, self.before) if to_left else (right, self.before, self.after)
            x = 0.0
            for v in strand.nodes:
                x = max(x, near[self.layer[v]] + self.spacing.beside + inner[v])
            rest = slice(strand.last + 1 - self._lane_length(strand), strand.last + 1)
            if strand.owner >= 0:
                x = max(x, max(near[rest], default=0.0) + self.spacing.lane)
            near[rest] = [x] * (rest.stop - rest.start)
            for v in strand.nodes:
                near[self.layer[v]] = x + outer[v]
                self.across[v] = -x if to_left else x
            if strand.owner >= 0:
                self.lane[strand.owner] = -x if to_left else x

    def _lane_length(self, strand: _Strand) -> int:
        return strand.last - self.layer[strand.owner] if strand.owner >= 0 else 0

    def _enters_side(self, u: int, v: int) -> bool:
        """Whether the lane of ``u`` reaches the side of ``v`` without running through a box of that layer."""
        if not (self.side[v] and self.straight[v] != u and u in self.lane):
            return False
        low, high = sorted((self.lane[u], self.across[v]))
        return not any(low < self.across[w] < high for w in self.by_layer[self.layer[v]] if w != v)

    def _hops(self) -> dict[tuple[int, str, int], tuple[int, float, float]]:
        """The pieces across the flow: (channel, "split" or "join", the node that splits or is joined) -> (node, from, to)."""
        self.by_layer: list[list[int]] = [[] for _ in range(self.layers)]
        for v, layer in enumerate(self.layer):
            self.by_layer[layer].append(v)
        self.paths: dict[tuple[int, int], list[tuple[int, str, int] | str]] = {}
        arriving: dict[int, int] = {}
        last: dict[tuple[int, int], tuple[int, float]] = {}
        for u in range(len(self.ids)):
            for v in self.succ[u]:
                if not self._enters_side(u, v):
                    direct = self.layer[v] == self.layer[u] + 1
                    start = self.across[u] if direct else self.lane[u]
                    last[u, v] = (self.layer[v] - 1, start)
                    arriving[v] = arriving.get(v, 0) + 1
        hops: dict[tuple[int, str, int], tuple[int, float, float]] = {}

        def hop(key: tuple[int, str, int], a: float, b: float) -> tuple[int, str, int]:
            low, high = min(a, b), max(a, b)
            if key in hops:
                low, high = min(low, hops[key][1]), max(high, hops[key][2])
            hops[key] = (key[2], low, high)
            return key

        for u in range(len(self.ids)):
            for v in self.succ[u]:
                path: list[tuple[int, str, int] | str] = []
                in_lane = (u, v) not in last or self.layer[v] != self.layer[u] + 1
                if in_lane and self.lane[u] != self.across[u]:
                    path.append(hop((self.layer[u], "split", u), self.across[u], self.lane[u]))
                if (u, v) in last:
                    channel, start = last[u, v]
                    if start != self.across[v]:
                        key = (channel, "join", v) if arriving[v] > 1 else (channel, "split", u)
                        path.append(hop(key, start, self.across[v]))
                else:
                    path.append("side")
                self.paths[u, v] = path
        return hops

    def _tracks(self, hops: dict[tuple[int, str, int], tuple[int, float, float]]) -> None:
        """A track for every hop, then the extent of bands and channels along the flow."""
        by_channel: list[list[tuple[int, str, int]]] = [[] for _ in range(self.layers)]
        for key in hops:
            by_channel[key[0]].append(key)
        place: dict[tuple[int, str, int], int] = {}
        counts = []
        for keys in by_channel:
            keys.sort(key=lambda k: (k[1] == "join", abs(self.across[k[2]]) * (1 if k[1] == "join" else -1)))
            counts.append(_colour(keys, hops, place))
        self.start, self.end = [0.0] * self.layers, [0.0] * self.layers
        along = 0.0
        for layer, nodes in enumerate(self.by_layer):
            if layer:
                gap = max((self.gap[v] for v in nodes), default=self.spacing.gap)
                along += gap + counts[layer - 1] * self.spacing.track
            self.start[layer] = along
            along += max((self.thick[v] for v in nodes), default=0.0)
            self.end[layer] = along
        self.extent = along
        self.level = {key: self.end[key[0]] + self.spacing.track * (track + 1) for key, track in place.items()}

    def _finish(self) -> Layout:
        lows = [x - before for x, before in zip(self.across, self.before, strict=True)] + list(self.lane.values())
        highs = [x + after for x, after in zip(self.across, self.after, strict=True)] + list(self.lane.values())
        shift = -min(lows)
        places = {}
        self.top = [0.0] * len(self.ids)
        for v, name in enumerate(self.ids):
            layer = self.layer[v]
            self.top[v] = self.start[layer] + (self.end[layer] - self.start[layer] - self.thick[v]) / 2
            places[name] = self._point(self.top[v], self.across[v] - self.before[v] + shift)
        routes = []
        for a, b in self.edges:
            turned = (a, b) in self.turned
            u, v = (b, a) if turned else (a, b)
            line = _tidy(self._line(u, v))
            points = tuple(self._point(along, across + shift) for along, across in (reversed(line) if turned else line))
            routes.append(Route(self.ids[a], self.ids[b], points, len(line) == 2 and not turned))
        across = max(highs) + shift
        width, height = (self.extent, across) if self.horizontal else (across, self.extent)
        return Layout(places, routes, width, height, shift)

    def _line(self, u: int, v: int) -> list[Point]:
        x = self.across[u]
        line = [(self.top[u] + self.thick[u], x)]
        for step in self.paths[u, v]:
            if isinstance(step, str):
                middle = self.top[v] + self.thick[v] / 2
                edge = self.across[v] + (self.after[v] if x > self.across[v] else -self.before[v])
                return [*line, (middle, x), (middle, edge)]
            y = self.level[step]
            line.append((y, x))
            split_to_lane = step[1] == "split" and step[0] == self.layer[u] and x == self.across[u] and self._takes_lane(u, v)
            x = self.lane[u] if split_to_lane else self.across[v]
            line.append((y, x))
        return [*line, (self.top[v], x)]

    def _takes_lane(self, u: int, v: int) -> bool:
        return self.layer[v] != self.layer[u] + 1 or "side" in self.paths[u, v]

    def _point(self, along: float, across: float) -> Point:
        return (along, across) if self.horizontal else (across, along)


def _colour(
    keys: Sequence[tuple[int, str, int]], hops: Mapping[tuple[int, str, int], tuple[int, float, float]],
    place: dict[tuple[int, str, int], int],
) -> int:
    """Give each interval the lowest track that keeps it clear of earlier ones, joins below splits; the number of tracks."""
    tracks: list[list[tuple[float, float]]] = []
    floor = 0
    for key in keys:
        if key[1] == "join" and not floor:
            floor = len(tracks)
        _, low, high = hops[key]
        for number in range(floor, len(tracks)):
            if all(high < a or b < low for a, b in tracks[number]):
                break
        else:
            number = len(tracks)
            tracks.append([])
        tracks[number].append((low, high))
        place[key] = number
    return len(tracks)


def _tidy(line: list[Point]) -> list[Point]:
    """Without repeated points and without points in the middle of a straight piece."""
    result: list[Point] = []
    for point in line:
        if result and point == result[-1]:
            continue
        if len(result) > 1 and any(result[-2][i] == result[-1][i] == point[i] for i in (0, 1)):
            result[-1] = point
        else:
            result.append(point)
    return result
