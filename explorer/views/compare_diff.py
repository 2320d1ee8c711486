"""A pin against the baseline: the knobs that differ with both values, then MACs and parameters stage by stage."""

from __future__ import annotations

from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget

from explorer.core import units
from explorer.core.compare import Entry
from explorer.core.compare_diff import KnobDifference, StagePair, knob_differences, stage_pairs
from explorer.core.recipe import Value
from explorer.views.theme import LIGHT, SMALL_PX, TINY_PX, Theme, font
from explorer.views.widgets import Figure, Themed
from explorer.views.words import knob_short, rule_title

Index = QModelIndex | QPersistentModelIndex
ROW_PX = 22
WIDTHS = (108, 128, 56, 118, 56)
RIGHT, LEFT = (side | Qt.AlignmentFlag.AlignVCenter for side in (Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft))


class Line(NamedTuple):
    """A row: five texts, the ink of each by its name in the theme, and a tooltip."""

    texts: tuple[str, str, str, str, str]
    inks: tuple[str, str, str, str, str]
    tip: str = ""
    is_knob: bool = False


def translate(text: str) -> str:
    """A text of the comparison."""
    return QCoreApplication.translate("compare", text)


def lines_of(base: Entry, entry: Entry) -> list[Line]:
    """Knobs first, then what stands at the top level. Both have figures."""
    if base.figures is None or entry.figures is None:
        return []
    knobs = [_knob_line(each, base, entry) for each in knob_differences(base.figures, entry.figures)]
    return knobs + [_stage_line(pair) for pair in stage_pairs(base.figures, entry.figures)]


def _knob_line(each: KnobDifference, base: Entry, entry: Entry) -> Line:
    knob = (base.spec.knobs.get(each.knob) if base.spec else None) or (entry.spec.knobs.get(each.knob) if entry.spec else None)

    def text(value: Value | None) -> str:
        return "–" if value is None else knob.text_with_unit(value) if knob else str(value)

    short = knob_short(knob) if knob else each.knob
    if each.knob.startswith("activation."):
        short = translate("{0} activation").format(short)
    place = each.place.removeprefix("stages.")
    where = translate("stage {0}").format(place) if "." not in place else place
    what = translate("{0} in {1}").format(short, where) if place else short
    tip = f"{each.knob} · {each.place or translate('network')}"
    tip += "\n" + QCoreApplication.translate("knobs", knob.sentence) if knob else ""
    texts = (what, f"{text(each.before)} → {text(each.now)}", "", "", "")
    return Line(texts, ("text", "accent", "dim", "dim", "dim"), tip, is_knob=True)


def _stage_line(pair: StagePair) -> Line:
    name = pair.id.removeprefix("stages.")
    row = pair.now or pair.before or {}
    what = translate("stage {0}").format(name) if row["role"] == "stage" else name.removeprefix(":")
    if pair.before is None or pair.now is None:
        what = f"{'+' if pair.before is None else '−'} {what}"
    texts, inks = [what], ["text" if pair.before and pair.now else "dim"]
    tips = [f"{pair.id} · {row['title']}"]
    for quantity in ("macs", "params"):
        before, now = (None if each is None else int(each[quantity]) for each in (pair.before, pair.now))
        texts.append(_numbers(before, now))
        change = _percent(now, before)
        texts.append(change)
        inks += ["text", {"−": "good", "+": "warning"}.get(change[:1], "dim")]
        tips.append(f"{quantity}: {_full(before)} → {_full(now)}")
    if pair.before is None:
        tips.append(translate("not in the baseline"))
    elif pair.now is None:
        tips.append(translate("in the baseline only"))
    a, b, c, d, e = texts
    i, j, k, m, n = inks
    return Line((a, b, c, d, e), (i, j, k, m, n), "\n".join(tips))


def _numbers(before: int | None, now: int | None) -> str:
    if before is not None and before == now:
        return _count(now)
    return f"{_count(before)} → {_count(now)}"


def _percent(now: int | None, before: int | None) -> str:
    """With its sign; empty where one is missing or nothing was there."""
    if now is None or not before:
        return ""
    percent = 100 * (now - before) / before
    return units.signed(percent).removesuffix(" %") if abs(percent) < 1000 else f"{percent:+,.0f}"


def _count(value: int | None) -> str:
    return "–" if value is None else units.count(value)


def _full(value: int | None) -> str:
    return "–" if value is None else f"{value:,}"


class DiffModel(QAbstractTableModel):
    """The lines above."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[Line] = []
        self.rule = "macs"
        self.theme: Theme = LIGHT
        self._plain: QFont = font(SMALL_PX, tabular=True)

    def show_lines(self, lines: list[Line], rule: str) -> None:
        """New rows; the view stays where it is as long as their number does."""
        if rule != self.rule:
            self.rule = rule
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(WIDTHS) - 1)
        if len(lines) != len(self.lines):
            self.beginResetModel()
            self.lines = lines
            self.endResetModel()
        elif lines != self.lines:
            self.lines = lines
            self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, len(WIDTHS) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(WIDTHS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.lines):
            return None
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.texts[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return line.tip
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if index.column() and not line.is_knob else LEFT
        if role == Qt.ItemDataRole.FontRole:
            return self._plain
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(getattr(self.theme, line.inks[index.column()]))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(WIDTHS):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if section else LEFT
        if role == Qt.ItemDataRole.DisplayRole:
            titles = (translate("knob, stage"), rule_title(self.rule), "Δ %", translate("params"), "Δ %")
            return titles[section]
        return None


class DiffPanel(QWidget, Themed):
    """Whose difference it is, and the table of it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("compare.diff")
        self.title = Figure(TINY_PX, mark="dim")
        self.title.setObjectName("compare.diff.title")
        self.model = DiffModel()
        self._spans = (0, 0)  # rows of knobs, whose values take all columns, and of all
        self.table = QTableView()
        self.table.setObjectName("compare.diff.table")
        self.table.setAccessibleName(self.tr("Difference to the baseline"))
        self.table.setModel(self.model)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.table.verticalHeader().setDefaultSectionSize(ROW_PX)
        header = self.table.horizontalHeader()
        header.setFont(font(TINY_PX, bold=True))
        header.setHighlightSections(False)
        for place, width in enumerate(WIDTHS):
            header.resizeSection(place, width)
        header.setStretchLastSection(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.title)
        column.addWidget(self.table, 1)

    def show_difference(self, base: Entry | None, entry: Entry | None, names: tuple[str, str], rule: str) -> None:
        """``names`` of the two; None where there is nothing to compare."""
        if base is None or entry is None:
            self.title.show_text(self.tr("Choose a row to see what differs from the baseline."))
            self.model.show_lines([], rule)
            return
        lines = lines_of(base, entry)
        knobs = sum(line.is_knob for line in lines)
        words = self.tr("no knob differs") if not knobs else self.tr("{0} knobs differ").format(knobs) if knobs > 1 else ""
        arrow = f"{names[0]} → {names[1]}"
        self.title.show_text(f"{arrow} · {words}" if words and lines else arrow)
        self.model.show_lines(lines, rule)
        if (knobs, len(lines)) != self._spans:
            self._spans = (knobs, len(lines))
            self.table.clearSpans()
            for row in range(knobs):
                self.table.setSpan(row, 1, 1, len(WIDTHS) - 1)

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.model.theme = theme
