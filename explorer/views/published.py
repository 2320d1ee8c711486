"""What is published of exactly this network: a quiet line under a total, and the list of every record with its source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from textwrap import fill
from typing import Any

from PySide6.QtCore import QCoreApplication, QRect, Qt, QUrl
from PySide6.QtGui import QColor, QDesktopServices, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from explorer.core import conventions, rules, units
from explorer.core.published_entries import accuracies, printed, short_source, with_accuracy, with_figure
from explorer.views.opinion_words import spaced
from explorer.views.theme import LARGE_PX, SMALL_PX, TINY_PX, font
from explorer.views.widgets import Themed, label
from explorer.views.words import engine_sentence, rule_title

Entry = Mapping[str, Any]
LARGE_PERCENT = 1.0
TIP_CHARACTERS = 90  # Qt does not break the lines of a plain tooltip
URL_ROLE = Qt.ItemDataRole.UserRole
TEXT_COLUMNS, CONDITIONS = 2, 8  # words on the left, then numbers, then words again
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
FIGURES = {"params": ("params_m", "our_params", "params_difference"), "macs": ("macs_m", "our_macs", "macs_difference")}


class PublishedLine(QToolButton, Themed):
    """One line that keeps its height whether or not something is published; a click opens the list."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._font = font(TINY_PX, tabular=True)  # the style sheet gives a tool button another
        self._metrics = QFontMetrics(self._font)
        self.setFixedHeight(TINY_PX + 5)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._shown = "", ""
        self.setAccessibleName(self.tr("Nothing is published for this setting."))
        self.setEnabled(False)

    def show_words(self, words: str, tip: str) -> None:
        """The line and what stands behind it; without a tip it is plain words that cannot be pressed."""
        if (words, tip) == self._shown:
            return
        self._shown = words, tip
        self.setText(words)
        self.setToolTip(wrapped(tip))
        self.setAccessibleName(words or self.tr("Nothing is published for this setting."))
        self.setAccessibleDescription(tip)
        self.setEnabled(bool(tip))
        self.setCursor(Qt.CursorShape.PointingHandCursor if tip else Qt.CursorShape.ArrowCursor)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self.theme.soft if self.hasFocus() else self.theme.panel))
        lit = self.isEnabled() and (self.underMouse() or self.hasFocus())
        painter.setPen(QColor(self.theme.accent if lit else self.theme.dim))
        painter.setFont(self._font)
        text = self._metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        if lit:
            under = QRect(0, self.height() - 2, self._metrics.horizontalAdvance(text), 1)
            painter.fillRect(under, QColor(self.theme.accent))


def figure_words(entries: Sequence[Entry], figure: str, rule: str = "") -> tuple[str, str]:
    """Line and tooltip of a total, ``figure`` being ``params`` or ``macs``: ``paper 300 M · +0.3 %``; empty without a record.

    Where ``rule``, under which the number above is counted, is not the source's, the line names the source's.
    """
    value, ours, difference = FIGURES[figure]
    entry = with_figure(entries, value)
    if entry is None:
        return "", ""
    translate = QCoreApplication.translate
    other = figure == "macs" and rule and entry["rule"] != rule
    unit = f" {rule_title(entry['rule'])}" if other else ""
    line = f"{kind_word(entry)} {printed(entry[value])}{unit} · {units.signed(entry[difference])}"
    by = translate("published", "{0} prints {1} for {2}.").format(short_source(entry), printed(entry[value]), entry["variant"])
    counted = translate("published", "Ours, counted the same way: {0} ({1}).").format(
        spaced(entry[ours]), units.signed(entry[difference])
    )
    why = difference_words(entry, figure)
    return line, "\n".join(filter(None, [by, counted, rule_words(entry, figure), why, how_many(entries)]))


def difference_words(entry: Entry, figure: str) -> str:
    """Why ours differs by more than 1 %: the printed digits, or what is known of the source."""
    value, _, difference = FIGURES[figure]
    if abs(entry[difference] or 0) <= LARGE_PERCENT:
        return ""
    if entry[f"{figure}_digits"]:
        translate = QCoreApplication.translate
        return translate("published", "Rounded or cut off at its last digit, ours is {0} too.").format(printed(entry[value]))
    return engine_sentence([entry[f"{figure}_reason"]])


def accuracy_words(entries: Sequence[Entry]) -> tuple[str, str]:
    """Line and tooltip of the published accuracy."""
    translate = QCoreApplication.translate
    entry = with_accuracy(entries)
    if entry is None:
        return translate("published", "no published accuracy for this setting"), ""
    template = translate("published", "{0} published · {1}")
    both = accuracies(entry)
    line = template.format(both.partition(",")[0], ", ".join([*entry["conditions"], short_source(entry)]))
    said = translate("published", "{0}: {1} on {2}, with the weights of the source; the weights here are others.")
    tip = said.format(short_source(entry), both, entry["dataset"])
    return line, "\n".join([tip, *entry["conditions"], how_many(entries)])


def kind_word(entry: Entry) -> str:
    """What a source is, in a word."""
    translate = QCoreApplication.translate
    words = {
        "paper": translate("published", "paper"), "official-repo": translate("published", "authors"),
        "implementation": translate("published", "implementation"), "benchmark": translate("published", "benchmark"),
    }
    return words.get(entry["kind"], str(entry["kind"]))


def rule_words(entry: Entry, figure: str) -> str:
    """How the source counts."""
    if figure == "params":
        return engine_sentence([conventions.CONVENTIONS[entry["parameters"]].sentence])
    return engine_sentence([rules.RULES[entry["rule"]].sentence])


def wrapped(tip: str) -> str:
    """The tip with lines that a screen can hold."""
    return "\n".join(fill(line, TIP_CHARACTERS) for line in tip.splitlines())


def how_many(entries: Sequence[Entry]) -> str:
    """What a click gives."""
    translate = QCoreApplication.translate
    if len(entries) == 1:
        return translate("published", "The only published record of this setting; click for its source.")
    return translate("published", "{0} published records of this setting; click for all.").format(len(entries))


class PublishedDialog(QDialog):
    """Every published record of one setting. Return, a double click or the button opens a record's source."""

    def __init__(self, title: str, entries: Sequence[Entry], parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("published")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Published results"))
        self.resize(1120, 480)
        headers = [
            self.tr("Source"), self.tr("Named there"), self.tr("Top-1 %"), self.tr("Top-5 %"), self.tr("Parameters"),
            self.tr("Ours"), self.tr("MACs"), self.tr("Ours"), self.tr("Conditions"),
        ]
        self.table = QTableWidget(len(entries), len(headers))
        self.table.setObjectName("published.table")
        for column, text in enumerate(headers):
            titled = QTableWidgetItem(text)
            titled.setTextAlignment(RIGHT if column in range(TEXT_COLUMNS, CONDITIONS) else LEFT)
            self.table.setHorizontalHeaderItem(column, titled)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(26)
        self.table.setShowGrid(False)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(False)
        for row, entry in enumerate(entries):
            self._fill(row, entry)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in range(TEXT_COLUMNS):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        self.table.itemActivated.connect(lambda item: self.open_row(item.row()))
        self.opener = QPushButton(self.tr("Open source"))
        self.opener.setObjectName("published.open")
        self.opener.clicked.connect(lambda: self.open_row(self.table.currentRow()))
        self.table.currentCellChanged.connect(lambda row, *_rest: self.opener.setEnabled(bool(self._url(row))))
        close = QPushButton(self.tr("Close"))
        close.setObjectName("published.close")
        close.clicked.connect(self.close)
        words = self.tr("{0}: differences are ours against the printed figure, counted as the source counts.").format(title)
        buttons = QHBoxLayout()
        buttons.addWidget(self.opener)
        buttons.addStretch(1)
        buttons.addWidget(close)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 16)
        outer.setSpacing(10)
        outer.addWidget(label(self.tr("Published results"), pixels=LARGE_PX, bold=True))
        outer.addWidget(label(words, pixels=SMALL_PX, ink="dim"))
        outer.addWidget(self.table, 1)
        outer.addLayout(buttons)
        self.table.setCurrentCell(0, 0)

    def open_row(self, row: int) -> None:
        """Open a record's source in the browser; a record without an address has none."""
        url = self._url(row)
        if url:
            QDesktopServices.openUrl(QUrl(url))

    def _url(self, row: int) -> str:
        item = self.table.item(row, 0)
        return str(item.data(URL_ROLE) or "") if item is not None else ""

    def _fill(self, row: int, entry: Entry) -> None:
        cells = [f"{short_source(entry)}", entry["variant"], _plain(entry["top1"]), _plain(entry["top5"])]
        tips = [entry["url"], entry["note"], "", ""]
        for figure, (value, ours, difference) in FIGURES.items():
            known = entry[value] is not None
            cells += [printed(entry[value]) if known else "", units.signed(entry[difference]) if known else ""]
            tips += [rule_words(entry, figure) if known else "", _ours(entry, figure, ours) if known else ""]
        elsewhere = [entry["dataset"]] if entry["dataset"] not in ("", "ImageNet-1k", *entry["conditions"]) else []
        cells.append(", ".join([*elsewhere, *entry["conditions"]]))
        tips.append("")
        for column, (text, tip) in enumerate(zip(cells, tips, strict=True)):
            item = QTableWidgetItem(text)
            item.setToolTip(wrapped(tip or text))
            if column in range(TEXT_COLUMNS, CONDITIONS):
                item.setTextAlignment(RIGHT)
            if column == 0:
                item.setData(URL_ROLE, entry["url"])
            self.table.setItem(row, column, item)


def _ours(entry: Entry, figure: str, ours: str) -> str:
    return "\n".join(filter(None, [spaced(entry[ours]), difference_words(entry, figure)]))


def _plain(number: float | None) -> str:
    return "" if number is None else str(float(number))
