"""Sentences about a node: tooltip and breadcrumbs. Draws nothing."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from explorer.core import units
from explorer.core.graph import Network, Node, entering, output_bytes
from explorer.views.graph.look import CONTAINERS, block_text, shape_text, stage_text
from explorer.views.words import rule_title


def short_name(node: Node) -> str:
    """What a node is called among its siblings: ``stage 5``, ``block 5.1``, ``expand``."""
    if node.role == "stage":
        return stage_text(node.name)
    if node.role == "block":
        return QCoreApplication.translate("Graph", "block {0}").format(block_text(node))
    return node.name if node.parent or node.type in CONTAINERS else node.title


def breadcrumb(network: Network, node_id: str) -> list[tuple[str, str]]:
    """(id, text) from the network itself to the node; ids that are not there are left out."""
    path = network.ancestors(node_id) if node_id in network else []
    return [("", QCoreApplication.translate("Graph", "Network")), *((i, short_name(network.node(i))) for i in path)]


def tooltip(network: Network, node_id: str, note: str = "") -> str:
    """Path, type, shapes and exact counts, one a line."""
    node = network.node(node_id)
    lines = [f"{node.title} — {node.id}" if node.title else node.id]
    if node.type != node.title:
        lines[0] += f" ({node.type})"
    if node.input and node.output:
        lines.append(f"{shape_text(entering(network, node_id))} → {shape_text(node.output)}")
    lines.append(_counted(QCoreApplication.translate("Graph", "Parameters"), node.params, network.params))
    lines.append(_counted(rule_title(network.rule), node.macs, network.macs))
    if node.memory:
        output = QCoreApplication.translate("Graph", "Output, {0}").format(network.precision)
        lines.append(f"{output}: {units.size(output_bytes(node, network.precision))}")
    if note:
        lines.append(note)
    return "\n".join(lines)


def _counted(name: str, number: int, whole: int) -> str:
    share = f" · {100 * number / whole:.1f} %" if whole and number else ""
    return f"{name}: {number:,}{share}"
