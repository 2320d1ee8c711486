"""Which layers of a network a query finds, and how many of them each node holds. Pure."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from typing import Any, NamedTuple

from explorer.core.graph import Network
from explorer.core.query import Query


class Match(NamedTuple):
    """One layer found: its node, its place in call order, and its row of the analysis."""

    node: str
    order: int
    row: Mapping[str, Any]


class Finding(NamedTuple):
    """Matches in call order, and by node how many of them it is or holds; nodes without any are left out."""

    matches: tuple[Match, ...] = ()
    counts: Mapping[str, int] = {}

    def position(self, node: str) -> int:
        """Where a node stands among the matches; -1 where it is none of them."""
        return next((i for i, match in enumerate(self.matches) if match.node == node), -1)

    def step(self, network: Network, selected: str, by: int) -> int:
        """The position after (``by`` 1) or before (-1) the selected node, round the end; -1 where nothing is found."""
        if not self.matches:
            return -1
        here = self.position(selected)
        if here >= 0:
            return (here + by) % len(self.matches)
        orders = [match.order for match in self.matches]
        if not selected or selected not in network:
            return 0 if by > 0 else len(orders) - 1
        first, last = network.node(selected).layers
        after = bisect_left(orders, first) if by > 0 else bisect_right(orders, last) - 1
        return after % len(orders)


def find(query: Query, network: Network, analysis: Mapping[str, Any]) -> Finding:
    """The layers of the graph for which the query holds; what does not run stands in no graph and is left out."""
    if not query:
        return Finding()
    rows = analysis["layers"]
    matches = []
    counts: dict[str, int] = {}
    for leaf in network.leaves():
        for order in range(leaf.layers[0], leaf.layers[1] + 1):
            if query.matches(rows[order], network.macs, network.params):
                matches.append(Match(leaf.id, order, rows[order]))
                for outer in network.ancestors(leaf.id):
                    counts[outer] = counts.get(outer, 0) + 1
    matches.sort(key=lambda match: match.order)
    return Finding(tuple(matches), counts)
