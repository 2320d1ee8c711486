"""The rows of a paper's table in the network as it is built: layers of the stem, stages, blocks or layers, layers of the head."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from explorer.core.graph import Network
from explorer.core.paper_columns import BLOCKS, LAYERS, STAGES, PaperSpec

Layer = Mapping[str, Any]
WEIGHTY = frozenset({"standard", "depthwise", "pointwise", "group", "linear", "pool"})
OUTSIDE, STAGE, BLOCK, LAYER, PART = "outside", "stage", "block", "layer", "part"


@dataclass(frozen=True)
class Row:
    """``node`` is what the row selects, ``members`` the equal blocks in it, ``block`` the one that its layers are read from.

    ``kind``: outside (of the stages), stage, block, layer, part (a pool or a transition within a stage). ``places`` are where its
    knobs may be set, the narrowest first. ``opens`` tells the row that holds its stage's first block.
    """

    node: str
    kind: str
    places: tuple[str, ...]
    block: str
    members: tuple[str, ...] = ()
    opens: bool = False
    before: str = ""  # the part that follows in the stage
    layers: Sequence[Layer] = field(default=(), repr=False)


def rows(network: Network, levels: Mapping[str, str], spec: PaperSpec) -> list[Row]:
    """In call order."""
    found: list[Row] = []
    for child in network.children():
        found += _top(network, levels, spec, child)
    return found


def weighty(layers: Sequence[Layer]) -> list[Layer]:
    """Convolutions, linear layers and poolings that run; not the layers on a descriptor of 1×1 within squeeze-and-excitation."""
    return [layer for layer in layers if layer["kind"] in WEIGHTY and layer["runs"] and ".se." not in f".{layer['path']}."]


def is_counted(path: str) -> bool:
    """Whether a block is one of a row of equals (0, 1 … or a, b …), and no part with a name of its own (pool, transition)."""
    name = path.rpartition(".")[2]
    return name.isdigit() or len(name) == 1


def _top(network: Network, levels: Mapping[str, str], spec: PaperSpec, node: str) -> Iterator[Row]:
    if levels.get(node) == STAGE:
        yield from _stage(network, levels, spec, node)
        return
    layers = weighty(network.layer_rows(node))
    inside = network.children(node)
    if any(child in levels for child in inside) or (len(layers) > 1 and inside):
        for child in inside:
            yield from _top(network, levels, spec, child)
    elif layers and ":" not in node:
        yield Row(node, OUTSIDE, ("",), node, (node,), layers=layers)


def _stage(network: Network, levels: Mapping[str, str], spec: PaperSpec, stage: str) -> Iterator[Row]:
    children = [child for child in network.children(stage) if ":" not in child]
    counted = [child for child in children if is_counted(child)]
    parts = [child for child in children if not is_counted(child) and weighty(network.layer_rows(child))]
    if not counted:  # a stage that is no row of blocks
        yield Row(stage, STAGE, (stage, ""), stage, (stage,), opens=True, layers=weighty(network.layer_rows(stage)))
        return
    if spec.rows == STAGES:
        before = parts[0] if parts else ""
        yield Row(stage, STAGE, (stage, ""), counted[-1], tuple(counted), opens=True, before=before,
                  layers=_layers(network, counted[-1]))
    else:
        for members in _groups(network, stage, counted, folded=spec.folded):
            yield from _blocks(network, levels, spec, stage, members, opens=members[0] == counted[0])
    for part in parts:
        yield Row(part, PART, (part,), part, (part,), layers=_layers(network, part))


def _layers(network: Network, node: str) -> list[Layer]:
    return weighty(network.layer_rows(node))


def _groups(network: Network, stage: str, counted: list[str], *, folded: bool) -> list[tuple[str, ...]]:
    if not folded:
        return [(block,) for block in counted]
    kept = set(counted)
    return [group.members for group in network.groups(stage) if group.first.id in kept]


def _blocks(
    network: Network, levels: Mapping[str, str], spec: PaperSpec, stage: str, members: tuple[str, ...], *, opens: bool
) -> Iterator[Row]:
    block = members[0]
    alone = len(members) == 1 and block in levels
    places = (block, stage, "") if alone else (stage, "")
    if spec.rows == BLOCKS:
        yield Row(block, BLOCK, places, block, members, opens, "", _layers(network, block))
        return
    assert spec.rows == LAYERS
    for layer in _layers(network, block):
        yield Row(str(layer["path"]), LAYER, places, block, members, opens, "", (layer,))


def output_of(network: Network, row: Row) -> list[int]:
    """Shape of what leaves the row's blocks."""
    if row.before:
        return network.node(row.before).input
    return network.node(row.members[-1] if row.kind in (BLOCK, PART) else row.node).output
