"""The selected node in figures: shapes, cost and its share, layers, address."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from explorer.core import units
from explorer.session.document import Document
from explorer.session.idle_question import IdleQuestion
from explorer.views.fusion_words import verdict
from explorer.views.theme import SMALL_PX, TINY_PX
from explorer.views.widgets import Figure, Note, label, say, section
from explorer.views.words import place_name, rule_title

ROWS = ("shape", "macs", "params", "layers", "path")


class InspectorPanel(QWidget):
    """What is known of the selection; without one, of the whole network."""

    def __init__(self, document: Document, fusion: IdleQuestion) -> None:
        super().__init__()
        self.setObjectName("inspector")
        self.document = document
        self.fusion = fusion
        self.title = section("")
        titles = {
            "shape": self.tr("in → out"), "macs": self.tr("MACs"), "params": self.tr("params"), "layers": self.tr("layers"),
            "path": self.tr("address"),
        }
        self.titles = {name: label(text, pixels=SMALL_PX, ink="dim") for name, text in titles.items()}
        self.values = {name: Figure(SMALL_PX, right=True) for name in ROWS}
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for i, name in enumerate(ROWS):
            value = self.values[name]
            value.setObjectName(f"inspector.{name}")
            value.setAccessibleDescription(titles[name])
            grid.addWidget(self.titles[name], i, 0)
            grid.addWidget(value, i, 1)
        self.hint = Figure(TINY_PX, mark="dim")
        self.fused = Note(most=4)
        self.fused.setObjectName("inspector.fused")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addLayout(grid)
        column.addWidget(self.hint)
        column.addWidget(self.fused)
        column.addStretch(1)
        document.analysed.connect(self.refresh)
        document.selection.changed.connect(self.refresh)
        fusion.arrived.connect(self.refresh)

    def refresh(self) -> None:
        """Show the selection."""
        analysis = self.document.analysis
        if analysis is None:
            return
        node = node_of(analysis, self.document.selection.node)
        say(self.title, self._title(analysis, node))
        say(self.titles["macs"], rule_title(analysis["rule"]))
        first, last = node["layers"]
        inside = [layer for layer in analysis["layers"][first : last + 1] if layer["macs"] or layer["params"]]
        self._put("shape", f"{units.shape(node['input'])} → {units.shape(node['output'])}")
        self._put("macs", with_share(node["macs"], analysis["macs"]))
        self._put("params", with_share(node["params"], analysis["params"]))
        self._put("layers", self.tr("{0}, {1} with weights or MACs").format(last - first + 1, len(inside)))
        self._put("path", node["id"] or "–")
        self.hint.show_text("" if node["id"] else self.tr("Click a box to see its figures and set its knobs."))
        line, ink, tip = verdict(None if node["id"] else self.fusion.of(self.document.accepted))
        self.fused.show_text(line, ink)
        if tip != self.fused.toolTip():
            self.fused.setToolTip(tip)

    def _put(self, name: str, text: str) -> None:
        self.values[name].show_text(text)

    def _title(self, analysis: dict[str, Any], node: dict[str, Any]) -> str:
        if not node["id"]:
            return self.tr("Network")
        if node["role"] in ("stage", "block") and node["id"] in analysis["places"]:
            return place_name(node["id"], node["role"])
        return str(node["title"])


def with_share(part: float, whole: float) -> str:
    """``16.3 M · 11 %``."""
    return f"{units.count(part)} · {100 * part / whole:.0f} %" if whole else units.count(part)


def node_of(analysis: dict[str, Any], identity: str) -> dict[str, Any]:
    """The node of that id; the whole network where there is none."""
    for node in analysis["graph"]["nodes"]:
        if node["id"] == identity and identity:
            found: dict[str, Any] = node
            return found
    layers = analysis["layers"]
    ran = [i for i, layer in enumerate(layers) if layer.get("runs", 1)]
    last = ran[-1] if ran else len(layers) - 1
    return {
        "id": "", "role": "network", "title": analysis["title"], "params": analysis["params"], "macs": analysis["macs"],
        "input": analysis["input"], "output": layers[last]["output"] if layers else [], "layers": [0, len(layers) - 1],
    }
