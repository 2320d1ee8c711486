"""The middle: where one is (breadcrumbs), what the colours mean, and the graph."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QLinearGradient, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSplitter, QToolButton, QVBoxLayout, QWidget

from explorer.core import rules
from explorer.core.catalogue import ArchitectureSpec
from explorer.session.document import Document
from explorer.session.selection import outermost
from explorer.session.session import Session
from explorer.views.actions import Actions
from explorer.views.age_words import age_of
from explorer.views.code_part import CodePart
from explorer.views.colour_choice import ColourChoice
from explorer.views.edit_part import EditPart
from explorer.views.find_part import FindPart
from explorer.views.graph import UNMEASURED, GraphView
from explorer.views.graph_part import GraphPart
from explorer.views.theme import SMALL_PX, TINY_PX, Theme, font
from explorer.views.time_part import TimePart
from explorer.views.widgets import Themed, label, mark
from explorer.views.words import engine_sentence, knob_short, place_name, places_name, rule_title

LEAST_PX = 480  # what the line above the graph needs with one button for the colours: the wide line must not push the docks
WIDE_PX = 880  # from here on breadcrumbs and a button for each colour have room beside each other


RAMP_PX, LEGEND_PX = 84, 28
WIDEST = "999 MB"  # so that the legend keeps its width


class Crumbs(QWidget):
    """Network › stage 5 › block: each a link. Where there is too little room, the outer ones make way for an ellipsis.

    Signals: chosen(node).
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("crumbs")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # a long path must not widen the window
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2)
        self._row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        self._shown: list[tuple[str, str]] = []
        self._parts: list[list[QWidget]] = []  # each crumb with the sign before it
        self._more = label("› …", pixels=SMALL_PX, ink="dim")

    def show_path(self, path: list[tuple[str, str]]) -> None:
        """(node, text) from the outside in."""
        if path == self._shown:
            return
        self._shown = path
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not self._more:
                widget.deleteLater()
        self._parts = []
        for i, (node, text) in enumerate(path):
            crumb = QToolButton()
            crumb.setText(text)
            mark(crumb, "link")
            mark(crumb, "crumb")
            crumb.setAccessibleName(self.tr("Go to {0}").format(text))
            crumb.clicked.connect(lambda _on=False, target=node: self.chosen.emit(target))
            part: list[QWidget] = [label("›", pixels=SMALL_PX, ink="dim"), crumb] if i else [crumb]
            for widget in part:
                self._row.addWidget(widget)
            self._parts.append(part)
            if not i:
                self._row.addWidget(self._more)
        self._row.addStretch(1)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show the network and as many of the innermost parts as there is room for, at least one."""
        widths = [sum(w.sizeHint().width() + self._row.spacing() for w in part) for part in self._parts]
        first, room = 1, self.width() - widths[0] if widths else 0
        while first < len(widths) - 1 and sum(widths[first:]) + (self._more.sizeHint().width() if first > 1 else 0) > room:
            first += 1
        self._more.setVisible(first > 1)
        for i, part in enumerate(self._parts):
            for widget in part:
                widget.setVisible(not 0 < i < first)


class Legend(QWidget, Themed):
    """The ramp and its range, with that of single layers below it, or the kinds and their colours."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._by = "macs"
        self._text = self._layers = ""
        self.setFont(font(TINY_PX, tabular=True))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_range(self, by: str, text: str, layers: str = "") -> None:
        """What is coloured, the range in words, and that of single layers where some are shown: their ramp is another."""
        if (by, text, layers) != (self._by, self._text, self._layers):
            wide = self.sizeHint().width()
            self._by, self._text, self._layers = by, text, layers
            self.setAccessibleName(f"{text}, {layers}" if layers else text)
            if self.sizeHint().width() != wide:
                self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        if self._by == "kind":
            return QSize(sum(metrics.horizontalAdvance(k) + 22 for k, _ in self.theme.kinds), LEGEND_PX)
        wide = metrics.horizontalAdvance(self.tr("layers 0–{0}").format(WIDEST))
        if self._by == "time":  # with its age, where it is stored
            wide = max(wide, metrics.horizontalAdvance(self._text) + 12)
        return QSize(RAMP_PX + 8 + wide, LEGEND_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self.theme.panel))
        middle = self.height() / 2
        if self._by == "kind":
            x = 0.0
            for kind, colour in self.theme.kinds:
                painter.fillRect(QRectF(x, middle - 4, 8, 8), QColor(colour))
                painter.setPen(QColor(self.theme.dim))
                wide = QFontMetrics(self.font()).horizontalAdvance(kind)
                painter.drawText(QRectF(x + 12, 0, wide + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, kind)
                x += wide + 22
            return
        gradient = QLinearGradient(0, 0, RAMP_PX, 0)
        for i, colour in enumerate(self.theme.ramp):
            gradient.setColorAt(i / (len(self.theme.ramp) - 1), QColor(colour))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(gradient)
        painter.drawRoundedRect(QRectF(0, middle - 4, RAMP_PX, 8), 3, 3)
        painter.setPen(QColor(self.theme.dim))
        lines = [line for line in (self._text, self._layers) if line]
        x, high = RAMP_PX + 8, self.height() / max(len(lines), 1)
        for i, line in enumerate(lines):
            painter.drawText(QRectF(x, i * high, self.width() - x, high), Qt.AlignmentFlag.AlignVCenter, line)


class CentrePanel(QWidget):
    """Header and graph. The graph shows the document's network and selection and tells what was clicked."""

    def __init__(self, session: Session, actions: Actions) -> None:
        super().__init__()
        document = session.document
        self.session = session
        self.setObjectName("centre")
        self.setMinimumWidth(LEAST_PX)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.document = document
        self.graph = GraphView()
        self.graph.setObjectName("graph")
        self.graph.setAccessibleName(self.tr("Network graph"))
        self.part = GraphPart(self.graph, session, actions)
        self.edit = EditPart(self.graph, session, actions)
        self.search = FindPart(self, self.graph, document, actions)
        self.crumbs = Crumbs()
        self.legend = Legend()
        self.time = TimePart(document, session.layer_times)
        self.colour = "macs"
        self._overrides: dict[str, str] = {}
        self._rule = ""
        header = QHBoxLayout()
        header.setContentsMargins(12, 8, 12, 8)
        header.setSpacing(6)
        header.addWidget(self.crumbs, 1)
        header.addWidget(self.part.level_button())
        titles = (self.tr("MACs"), self.tr("Params"), self.tr("Memory"), self.tr("Access"), self.tr("Kind"))
        named = {name: (actions[f"colour_{name}"], text) for name, text in zip(UNMEASURED, titles, strict=True)}
        named["time"] = (actions["colour_time"], self.tr("Time"))
        self.colours = ColourChoice(named)
        self.colours.chosen.connect(self.set_colour)
        header.addWidget(self.colours)
        header.addWidget(self.legend)
        header.addWidget(self.time)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.header = QWidget()
        self.header.setLayout(header)
        column.addWidget(self.header)
        column.addWidget(self.search.bar)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setObjectName("centre.splitter")
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(1)
        self.split.addWidget(self.graph)
        self.code = CodePart(self.split, session, actions)
        column.addWidget(self.split, 1)
        self.graph.opened_changed.connect(self._show_range)
        self.graph.nodes_chosen.connect(document.selection.choose)
        self.crumbs.chosen.connect(document.selection.select)
        document.analysed.connect(self.refresh)
        document.selection.changed.connect(self.refresh_selection)
        document.selection.nodes_changed.connect(self.refresh_selection)
        self.time.times_changed.connect(self._on_times)
        self.refresh_selection()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.colours.show_narrow(narrow=self.width() < WIDE_PX)
        self.code.fit(self.width())

    def refresh(self) -> None:
        """A new network."""
        network = self.document.network
        if network is None:
            return
        network.precision = self.session.preferences.precision()
        overrides = override_texts(self.document, self.session.catalogue.architecture(self.document.recipe.preset))
        if overrides != self._overrides:
            self._overrides = overrides
            self.graph.set_overrides(overrides)
        if self.colour == "time":
            self.graph.picture.times = dict(self.time.times())  # of this recipe, or none: an older one's would be false
        self.graph.set_network(network)
        self._show_range()
        self._show_rule(network.rule)

    def _show_rule(self, rule: str) -> None:
        """What the figures in the boxes are called: a drag does not change it."""
        if rule != self._rule and rule in rules.RULES:
            self._rule = rule
            tip = self.tr("Colours the boxes by {0}: {1}").format(rule_title(rule), engine_sentence([rules.RULES[rule].sentence]))
            self.colours.rename("macs", rule_title(rule).partition(" ")[0], tip)
            self.legend.setToolTip(tip)

    def refresh_selection(self) -> None:
        """The selection moved."""
        node = self.document.selection.node
        self.graph.set_chosen(self.document.selection.nodes, node)
        self.crumbs.show_path(crumb_path(self.document, node))

    def set_colour(self, by: str) -> None:
        """What the boxes are coloured by: one of QUANTITIES."""
        self.colour = by
        self.colours.show_choice(by)
        self.time.choose(on=by == "time")
        self.graph.set_colour(by, self.time.times() if by == "time" else None)
        if self.document.network is not None:
            self._show_range()

    def set_theme(self, theme: Theme) -> None:
        """Colours."""
        self.graph.set_theme(theme)

    def _on_times(self) -> None:
        if self.colour == "time":
            self.graph.set_colour("time", self.time.times())
            self._show_range()

    def _show_range(self) -> None:
        if self.colour == "time":
            self.time.refresh()
        shown = self.time.isHidden()
        if self.legend.isHidden() == shown:
            self.legend.setVisible(shown)
        if self.colour == "kind":
            self.legend.show_range("kind", self.tr("kinds of layer"))
            return
        legend = self.graph.legend()
        stored = self.time.document_of_times() if self.colour == "time" else None
        words = [f"0–{legend.maximum_text}" if legend else "", age_of(stored) if stored else ""]
        layers = legend.layer_maximum_text if legend and self.graph.opened() else ""
        self.legend.show_range(
            self.colour, ", ".join(word for word in words if word), self.tr("layers 0–{0}").format(layers) if layers else ""
        )


def crumb_path(document: Document, node: str) -> list[tuple[str, str]]:
    """From the network to the node, in words."""
    path = [("", place_name("", "network"))]
    network = document.network
    if network is None or node not in network:
        return path
    for each in network.ancestors(node):
        row = network.node(each)
        path.append((each, place_name(each, row.role) if row.role in ("stage", "block") else row.name))
    nodes = document.selection.nodes
    if node in nodes and len(nodes) > 1:
        all_places = outermost(nodes) == document.selection.implied_places()["narrowest"]
        more = QCoreApplication.translate("places", "{0} and {1} more")
        words = places_name(nodes, document.selection.level) if all_places else more.format(path[-1][1], len(nodes) - 1)
        path[-1] = (node, words)
    return path


def override_texts(document: Document, architecture: ArchitectureSpec | None) -> dict[str, str]:
    """What each overridden place says: ``t = 4 here, 6 elsewhere``."""
    texts = {}
    for place, values in document.recipe.overrides().items():
        words = []
        for name, value in values.items():
            outside = document.reading(name, "")
            spec = architecture.knobs.get(name) if architecture else None
            short = knob_short(spec) if spec else name
            said = spec.text if spec else str
            text = f"{short} = {said(value)}"
            if outside and len(values) == 1:
                text = QCoreApplication.translate("places", "{0} here, {1} elsewhere").format(text, said(outside["value"]))
            words.append(text)
        texts[place] = "; ".join(words)
    return texts
