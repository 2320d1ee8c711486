"""What lies open when one opens to a level, or a node with all that is in it. Pure: a network in, ids out."""

from __future__ import annotations

from explorer.core.graph import ROOT, Network

LEVELS = ("stages", "blocks", "layers")
_ROLES = {"stages": "stage", "blocks": "block"}


def opened_to(network: Network, level: str) -> set[str]:
    """The ids that lie open where every stage, block or layer is just seen; KeyError for another level."""
    if level == "layers":
        return {name for name in network.ids() if network.children(name)}
    role = _ROLES[level]
    found: set[str] = set()
    for name in network.ids():
        if network.node(name).role == role:
            found.update(network.ancestors(network.node(name).parent))
    return found


def within(network: Network, name: str) -> set[str]:
    """A node and everything in it that has something inside; of the network itself, all of it."""
    found, waiting = set(), [name]
    while waiting:
        here = waiting.pop()
        children = network.children(here)
        waiting += children
        if children and here != ROOT:
            found.add(here)
    return found
