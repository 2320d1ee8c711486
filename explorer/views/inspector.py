"""The selected node in figures: shapes, cost and its share, bytes at a precision, receptive field, address; and advice on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from explorer.core import rules, units
from explorer.core.advice import advice
from explorer.core.frame import node_row
from explorer.core.graph import entering
from explorer.core.layer_times import balance, conditions, overhead
from explorer.core.measures import DEFAULT_PRECISION, PRECISIONS, TABLE_3, bytes_of, multiplied, receptive_of, resolutions
from explorer.session.document import Document
from explorer.session.idle_question import IdleQuestion
from explorer.session.layer_times import LayerTiming
from explorer.session.preferences import Preferences
from explorer.session.selection import outermost
from explorer.views.age_words import age_of
from explorer.views.fusion_words import verdict
from explorer.views.theme import SMALL_PX, TINY_PX
from explorer.views.totals import doubts
from explorer.views.widgets import Figure, Note, Segments, Switch, is_shown, label, say, section
from explorer.views.words import conditions_words, engine_sentence, place_name, places_name, rule_title

ROWS = (
    "shape", "macs", "params", "weights", "memory", "peak", "largest", "access", "intensity", "receptive", "time", "layers",
    "path",
)
OF_NODE = ("memory", "receptive")
OF_NETWORK = ("peak", "largest")
SETTLE_MS = 150  # advice on a whole network reads every block: not at each step of a drag
MOST_LINES = 12


class InspectorPanel(QWidget):
    """What is known of the selection; without one, of the whole network."""

    def __init__(self, document: Document, fusion: IdleQuestion, preferences: Preferences) -> None:
        super().__init__()
        self.setObjectName("inspector")
        self.document = document
        self.fusion = fusion
        self.preferences = preferences
        self._missed = False  # something, while the panel was out of sight
        self.title = section("")
        titles, tips = self._words()
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
            self.titles[name].setToolTip(tips.get(name, ""))
            grid.addWidget(self.titles[name], i, 0)
            grid.addWidget(value, i, 1)
        self.precision = self._make_precision()
        self.hint = Figure(TINY_PX, mark="dim")
        self.timing: LayerTiming | None = None
        self.overhead = Note(most=4)
        self.overhead.setObjectName("inspector.overhead")
        self.overhead.hide()
        self.fused = Note(most=4)
        self.fused.setObjectName("inspector.fused")
        self.advises = Switch(self.tr("Advice"))
        self.advises.setObjectName("inspector.advises")
        self.advises.setToolTip(self.tr("What published guidelines say of the selected blocks. It never stops anything."))
        self.advises.setChecked(preferences.flag("advice"))
        self.advice = Note(most=MOST_LINES)
        self.advice.setObjectName("inspector.advice")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addLayout(grid)
        column.addWidget(self.precision)
        for widget in (self.overhead, self.hint, self.fused, self.advises, self.advice):
            column.addWidget(widget)
        column.addStretch(1)
        self._show_rows()
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(SETTLE_MS)
        self._settled.timeout.connect(self._advise)
        document.analysed.connect(self._on_analysed)
        document.selection.changed.connect(self._on_selected)
        document.selection.nodes_changed.connect(self._on_selected)
        fusion.arrived.connect(self.refresh)
        self.advises.toggled.connect(self._on_advises)

    def _words(self) -> tuple[dict[str, str], dict[str, str]]:
        """Titles and tooltips of the rows."""
        titles = {
            "shape": self.tr("in → out"), "macs": self.tr("MACs"), "params": self.tr("params"), "weights": self.tr("weights"),
            "memory": self.tr("output"), "peak": self.tr("peak memory"), "largest": self.tr("largest tensor"),
            "access": self.tr("access"), "intensity": self.tr("intensity"), "receptive": self.tr("field"),
            "time": self.tr("time"), "layers": self.tr("layers"), "path": self.tr("address"),
        }
        tips = {
            "weights": self.tr("Bytes of the learnable tensors."),
            "memory": self.tr("Activation memory: bytes of the output, one image."),
            "peak": self.tr("Most bytes of activations alive at once, operations in order, one image."),
            "largest": self.tr("The largest activation, one image; MobileNetV2's Table 3 has the largest between two blocks."),
            "access": self.tr("Memory access cost: inputs and weights read, outputs written, once each (ShuffleNet V2, G1)."),
            "intensity": self.tr("Arithmetic intensity: MACs for each byte of memory access."),
            "time": self.tr("Measured time of the layers, and of what lies between them within this part (Ctrl+F9)."),
            "layers": self.tr("Operations, and how many of them have weights or MACs."),
            "receptive": self.tr(
                "Receptive field: input pixels that an output unit sees, / its step, and how far the first reaches over the "
                "border (Araujo et al. 2019)."
            ),
        }
        return titles, tips

    def _make_precision(self) -> Segments:
        segments = Segments(tuple(PRECISIONS))
        kept = self.preferences.text("precision")
        self._unit = kept if kept in PRECISIONS else DEFAULT_PRECISION
        segments.show_choice(tuple(PRECISIONS).index(self._unit))
        for i, name in enumerate(PRECISIONS):
            segments.describe(i, name, enabled=True, tip=self.tr("Bytes as they are in {0}.").format(name))
        segments.chosen.connect(self._on_precision)
        return segments

    def add_button(self, button: QWidget) -> None:
        """What can be done with the selection, below its figures."""
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(column.indexOf(self.precision) + 1, button)

    def refresh(self) -> None:
        """Show the selection."""
        analysis = self.document.analysis
        self._missed = not is_shown(self)
        if analysis is None or self._missed:
            return
        each = [node_of(analysis, one) for one in outermost(self.document.selection.nodes)]
        node = each[0] if len(each) == 1 else joined(each)
        say(self.title, self._title(analysis, node))
        say(self.titles["macs"], rule_title(analysis["rule"]))
        inside = [layer for one in each for layer in analysis["layers"][one["layers"][0] : one["layers"][1] + 1]]
        costly = [layer for layer in inside if layer["macs"] or layer["params"]]
        shapes = {f"{units.shape(self._entering(one))} → {units.shape(one['output'])}" for one in each}
        self._put("shape", shapes.pop() if len(shapes) == 1 else "–")
        self._put("macs", with_share(node["macs"], analysis["macs"]))
        self._put("params", with_share(node["params"], analysis["params"]))
        self._put("layers", self.tr("{0}, {1} with a cost").format(len(inside), len(costly)))
        self._put("path", node["id"] or "–")
        self._put_memory(analysis, node, inside)
        self._put_time()
        self.hint.show_text("" if node["id"] else self.tr("Click a box to see its figures and set its knobs."))
        line, ink, tip = verdict(None if node["id"] else self.fusion.of(self.document.accepted))
        self.fused.show_text(line, ink)
        if tip != self.fused.toolTip():
            self.fused.setToolTip(tip)

    def _put_memory(self, analysis: dict[str, Any], node: dict[str, Any], inside: Sequence[Mapping[str, Any]]) -> None:
        """Bytes, intensity (MACs, whatever is counted) and receptive field."""
        access = node.get("access", 0)
        self._put("weights", self._size(node["params"]))
        self._put("access", self._size(access) if access else "–")
        moved, rule = bytes_of(access, self._unit), analysis["rule"]
        macs = node["macs"] if rule == rules.DEFAULT else sum(multiplied(y, rule) for y in inside if y.get("access"))
        self._put("intensity", self.tr("{0} MACs/B").format(f"{macs / moved:.3g}") if moved else "–")
        if node["id"]:
            self._put("memory", self._size(node.get("written", elements(node["output"]))))
            self._put("receptive", field_text(receptive_of(analysis, node) if node["layers"] else None))
        elif "memory" in analysis:
            memory = analysis["memory"]
            self._put("peak", self._size(memory["peak"]))
            self._put("largest", self._size(memory["largest"]["elements"]))

    def follow_times(self, timing: LayerTiming) -> None:
        """Show measured times of the shown recipe, while there are some."""
        self.timing = timing
        timing.changed.connect(self._put_time)

    def _put_time(self) -> None:
        """Milliseconds and their share; the tooltip says how the figures add up and what the stamps cost."""
        if not is_shown(self):
            self._missed = True
            return
        analysis, node = self.document.analysis, self.document.selection.node
        times = self.timing.of(analysis) if self.timing is not None else None
        if analysis is None or times is None or node not in times.by_node:
            self._put("time", self.tr("not measured"))
            if self.values["time"].toolTip():
                self.values["time"].setToolTip("")
            self.overhead.hide()
            return
        ms, between = times.by_node[node], times.inside(node)
        self._put("time", f"{units.duration(ms)} · {times.share(ms):.1f} %")
        lines = [self.tr("between its layers: {0}").format(units.duration(between)), engine_sentence(balance(times.document))]
        lines += [engine_sentence(flag) for flag in times.document["flags"]]
        self.values["time"].setToolTip("\n".join([*lines, conditions_words(conditions(times.document))]))
        flags = times.document["flags"]
        said = [word for word in (age_of(times.document), doubts(flags) if flags else "") if word]
        self.overhead.show_text("\n".join([*said, engine_sentence(overhead(times.document))]), "warning" if flags else "dim")
        self.overhead.show()

    def _on_analysed(self) -> None:
        self.refresh()
        self._settled.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._missed:
            self.refresh()
            self._advise()

    def _show_rows(self) -> None:
        """Some rows are the network's, some a node's."""
        network = not self.document.selection.node
        for name, there in (*((n, not network) for n in OF_NODE), *((n, network) for n in OF_NETWORK)):
            self.titles[name].setVisible(there)
            self.values[name].setVisible(there)
        self.hint.setVisible(network)
        self.fused.setVisible(network)

    def _on_selected(self) -> None:
        self._show_rows()
        self.refresh()
        self._settled.stop()
        self._advise()

    def _on_precision(self, index: int) -> None:
        self._unit = tuple(PRECISIONS)[index]
        self.preferences.keep("precision", self._unit)
        self.refresh()
        self._advise()

    def _on_advises(self, on: bool) -> None:  # noqa: FBT001
        self.preferences.keep("advice", on)
        self._advise()

    def _advise(self) -> None:
        """What takes longer than a frame has: advice, and the tooltips of the network's memory."""
        analysis = self.document.analysis
        if analysis is None or "memory" not in analysis or self._missed:
            return
        node = self.document.selection.node
        if not node:
            self.values["peak"].setToolTip(self._alive(analysis["memory"]))
            self.values["largest"].setToolTip(self._resolutions(analysis))
        self.advice.setVisible(self.advises.isChecked())
        if not self.advises.isChecked():
            return
        nodes = outermost(self.document.selection.nodes)
        found = [remark for one in nodes for remark in advice(analysis, one or None)]
        self.advice.show_text("\n".join(advice_lines(found)) or self.tr("none: the guidelines find nothing here"))
        self.advice.setToolTip("\n\n".join(advice_reasons(found)))
        self.advice.setAccessibleDescription(self.advice.toolTip())

    def _alive(self, memory: Mapping[str, Any]) -> str:
        lines = [self.tr("Alive at {0}, in {1}:").format(memory["at"], self._unit)]
        lines += [f"{self._size(t['elements'])}  {t['path']}" for t in memory["alive"][:MOST_LINES]]
        if len(memory["alive"]) > MOST_LINES:
            lines.append(self.tr("and {0} more").format(len(memory["alive"]) - MOST_LINES))
        return "\n".join(lines)

    def _resolutions(self, analysis: Mapping[str, Any]) -> str:
        head = self.tr("Channels / memory per resolution, {0}: largest tensor · between blocks (MobileNetV2, Table 3)")
        lines = [head.format(TABLE_3)]
        for row in resolutions(analysis):
            cells = [
                f"{t['channels']} / {units.size(bytes_of(t['elements'], TABLE_3))}" if t else "–"
                for t in (row["single"], row["between"])
            ]
            lines.append(f"{row['size'][0]}×{row['size'][1]}:  {cells[0]} · {cells[1]}")
        return "\n".join(lines)

    def _entering(self, node: Mapping[str, Any]) -> list[int]:
        network = self.document.network
        return entering(network, node["id"]) if network is not None and node["id"] in network else list(node["input"])

    def _size(self, count: float) -> str:
        return units.size(bytes_of(count, self._unit))

    def _put(self, name: str, text: str) -> None:
        self.values[name].show_text(text)

    def _title(self, analysis: dict[str, Any], node: dict[str, Any]) -> str:
        if not node["id"]:
            return self.tr("Network")
        if "several" in node:
            places = [path for path in node["several"] if path in analysis["places"]]
            if len(places) == len(node["several"]):
                return places_name(places, self.document.selection.level)
            return self.tr("{0} boxes").format(len(node["several"]))
        if node["role"] in ("stage", "block") and node["id"] in analysis["places"]:
            return place_name(node["id"], node["role"])
        return str(node["title"])


def joined(each: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Several nodes, none within another, as one: what adds up added up; it has no layers of its own and no one shape."""
    added = {name: sum(node.get(name, 0) for node in each) for name in ("macs", "params", "access")}
    return {
        **added, "id": ", ".join(node["id"] for node in each), "role": "several", "several": [node["id"] for node in each],
        "written": sum(elements(node["output"]) for node in each), "output": [], "layers": [],
    }


def with_share(part: float, whole: float) -> str:
    """``16.3 M · 11 %``."""
    return f"{units.count(part)} · {100 * part / whole:.0f} %" if whole else units.count(part)


def elements(shape: Sequence[int]) -> int:
    """Elements of a shape; 0 where there is none."""
    total = 1 if shape else 0
    for side in shape:
        total *= side
    return total


def field_text(field: Mapping[str, Sequence[int]] | None) -> str:
    """``43×43 /8 pad 21``: size, step and padding in input pixels; – where it is not known."""
    if field is None:
        return "–"
    (height, width), (down, right) = field["size"], field["stride"]
    (top, left), step = (-side for side in field["start"]), f"{down}" if down == right else f"{down}×{right}"
    padding = "" if not (top or left) else f" pad {top}" if top == left else f" pad {top}×{left}"
    return f"{height}×{width} /{step}{padding}"


def advice_lines(found: Sequence[Mapping[str, Any]]) -> list[str]:
    """One line a rule: the first sentence, without the address of its block, and how many more there are."""
    lines: dict[str, list[str]] = {}
    for remark in found:
        lines.setdefault(remark["rule"], []).append(engine_sentence(remark["text"]).replace(remark["path"] + ".", ""))
    return [f"· {texts[0]}" + (f" (+{len(texts) - 1})" if len(texts) > 1 else "") for texts in lines.values()]


def advice_reasons(found: Sequence[Mapping[str, Any]]) -> list[str]:
    """Each rule's reason and source once."""
    return list({remark["rule"]: f"{engine_sentence(remark['reason'])}\n{remark['source']}" for remark in found}.values())


def node_of(analysis: dict[str, Any], identity: str) -> dict[str, Any]:
    """The node of that id; the whole network where there is none."""
    found = node_row(analysis, identity) if identity else None
    if found is not None:
        return found
    layers = analysis["layers"]
    ran = [i for i, layer in enumerate(layers) if layer.get("runs", 1)]
    last = ran[-1] if ran else len(layers) - 1
    return {
        "id": "", "role": "network", "title": analysis["title"], "params": analysis["params"], "macs": analysis["macs"],
        "input": analysis["input"], "output": layers[last]["output"] if layers else [], "layers": [0, len(layers) - 1],
        "access": analysis.get("access", 0),
    }
