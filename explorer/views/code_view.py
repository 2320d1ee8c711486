"""A page of source: line numbers of the files, lit lines, notes behind lines. Read-only, by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QTextCursor, QTextFormat
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from explorer.core.python_text import spans
from explorer.core.source_book import Page, SourceBook
from explorer.views.code_look import Highlighter, colours
from explorer.views.theme import TINY_PX, Theme, font
from explorer.views.widgets import Themed

GUTTER_PX = 12  # around a line number
BAR_PX = 3  # at the left edge of a lit line
CLICK_PX = 4  # a mouse that moved further has marked text


class Gutter(QWidget):
    """The line numbers beside the text."""

    def __init__(self, view: CodeView) -> None:
        super().__init__(view)
        self._view = view
        self.setFont(font(TINY_PX, monospace=True))

    def sizeHint(self) -> QSize:
        return QSize(self._view.gutter_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._view.paint_gutter(self, event.rect())


class CodeView(QPlainTextEdit, Themed):
    """One page.

    Signals: line_chosen(file, line number), name_chosen(file, name): what was clicked, or Enter was pressed on.
    """

    line_chosen = Signal(str, int)
    name_chosen = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("code.text")
        self.setFont(font(TINY_PX, monospace=True))
        self.setReadOnly(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self.page: Page | None = None
        self._book: SourceBook | None = None
        self._selected: frozenset[int] = frozenset()
        self._governed: frozenset[int] = frozenset()
        self._notes: Mapping[int, str] = {}
        self._pressed = QPoint()
        self._highlighter = Highlighter(self.document())
        self.gutter = Gutter(self)
        self.blockCountChanged.connect(lambda _count: self._place_gutter())
        self.updateRequest.connect(self._on_scrolled)
        self.viewport().setMouseTracking(True)
        self.document().setDocumentMargin(6)

    def show_page(self, book: SourceBook, page: Page) -> None:
        """Another page, from its top; nothing happens where it is shown already."""
        self._book = book
        if page == self.page:
            return
        self.page = page
        coloured = {file: spans(book.text(file)) for file in {line.file for line in page.lines if line.number}}
        self._highlighter.set_spans([coloured[line.file][line.number - 1] if line.number else () for line in page.lines])
        self._selected = self._governed = frozenset()
        self._notes = {}
        self.setPlainText("\n".join(line.text for line in page.lines))
        self._light()
        self._place_gutter()

    def show_lit(self, selected: Collection[int], governed: Collection[int]) -> None:
        """Which positions of the page stand for the selection, and which the changed knob governs."""
        if (frozenset(selected), frozenset(governed)) != (self._selected, self._governed):
            self._selected, self._governed = frozenset(selected), frozenset(governed)
            self._light()
            self.gutter.update()

    def show_notes(self, notes: Mapping[int, str]) -> None:
        """What is said behind lines."""
        before, self._notes = self._notes, notes
        for place in before.keys() | notes.keys():
            if before.get(place) != notes.get(place):
                self._repaint_line(place)

    def lit(self) -> tuple[frozenset[int], frozenset[int]]:
        """Positions that stand for the selection, positions that are governed."""
        return self._selected, self._governed

    def notes(self) -> Mapping[int, str]:
        """What is said behind lines, by position."""
        return self._notes

    def reveal(self, positions: Collection[int]) -> None:
        """Scroll so that these lines are in sight, if they are not; the first of them where all do not fit."""
        if not positions:
            return
        shown = range(self.firstVisibleBlock().blockNumber(), self.firstVisibleBlock().blockNumber() + self._fitting())
        if min(positions) in shown and (max(positions) in shown or max(positions) - min(positions) >= self._fitting()):
            return
        self.verticalScrollBar().setValue(max(min(positions) - 2, 0))

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._highlighter.set_theme(theme)
        self._light()
        self.gutter.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_gutter()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        here = event.position().toPoint()
        still = (here - self._pressed).manhattanLength() <= CLICK_PX and not self.textCursor().hasSelection()
        if event.button() == Qt.MouseButton.LeftButton and still:
            self._choose(self.cursorForPosition(here), self._word_under(here))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        linked = bool(self._word_under(event.position().toPoint()))
        shape = Qt.CursorShape.PointingHandCursor if linked else Qt.CursorShape.IBeamCursor
        if self.viewport().cursor().shape() != shape:
            self.viewport().setCursor(shape)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.textCursor(), self._linked(self.textCursor()))
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._notes and self.page is None:
            return
        painter = QPainter(self.viewport())
        painter.setFont(font(TINY_PX))
        block, offset = self.firstVisibleBlock(), self.contentOffset()
        while block.isValid():
            box = self.blockBoundingGeometry(block).translated(offset)
            if box.top() > event.rect().bottom():
                break
            if box.bottom() >= event.rect().top():
                self._paint_extra(painter, block.blockNumber(), box.toRect(), block.text())
            block = block.next()
        painter.end()

    def gutter_width(self) -> int:
        """Room for the longest line number."""
        highest = max((line.number for line in self.page.lines), default=1) if self.page is not None else 1
        return self.gutter.fontMetrics().horizontalAdvance("0") * len(str(highest)) + GUTTER_PX + GUTTER_PX // 2

    def paint_gutter(self, gutter: QWidget, part: QRect) -> None:
        """The numbers of the lines in sight, and a bar at those that are lit."""
        painter = QPainter(gutter)
        painter.fillRect(part, QColor(self.theme.panel))
        page, look = self.page, colours(self.theme)
        block, offset = self.firstVisibleBlock(), self.contentOffset()
        while page is not None and block.isValid():
            box = self.blockBoundingGeometry(block).translated(offset).toRect()
            if box.top() > part.bottom():
                break
            place = block.blockNumber()
            lit = place in self._governed or place in self._selected
            if lit:
                ink = self.theme.accent if place in self._selected else look.note
                painter.fillRect(QRect(0, box.top(), BAR_PX, box.height()), QColor(ink))
            if place < len(page.lines) and page.lines[place].number:
                painter.setPen(QColor(self.theme.text if lit else self.theme.dim))
                room = QRect(0, box.top(), gutter.width() - GUTTER_PX // 2, box.height())
                painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(page.lines[place].number))
            block = block.next()

    def _repaint_line(self, place: int) -> None:
        """One line: the others of a page are some milliseconds of text."""
        block = self.document().findBlockByNumber(place)
        if block.isValid():
            box = self.blockBoundingGeometry(block).translated(self.contentOffset()).toAlignedRect()
            self.viewport().update(0, box.top(), self.viewport().width(), box.height())

    def _paint_extra(self, painter: QPainter, place: int, box: QRect, text: str) -> None:
        page = self.page
        if page is None or place >= len(page.lines):
            return
        line, left = page.lines[place], Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        start = box.left() + int(self.document().documentMargin())
        if not line.number:
            painter.setPen(QColor(self.theme.line))
            painter.drawLine(start, box.center().y(), self.viewport().width() - 12, box.center().y())
            if line.text:
                room = painter.fontMetrics().horizontalAdvance(line.text) + 12
                painter.fillRect(QRect(start, box.top(), room, box.height()), QColor(self.theme.panel))
                painter.setPen(QColor(self.theme.dim))
                painter.drawText(QRect(start, box.top(), room, box.height()), left, line.text)
        elif place in self._notes:
            painter.setPen(QColor(colours(self.theme).note))
            note = self._notes[place]
            room, wide = painter.fontMetrics().horizontalAdvance(note), self.fontMetrics().horizontalAdvance(text)
            at = min(start + wide + 16, max(self.viewport().width() - room - 8, start))
            if at < start + wide + 8:  # over the end of a long line: on a ground of its own
                painter.fillRect(QRect(at - 6, box.top(), room + 14, box.height()), QColor(colours(self.theme).governed))
            painter.drawText(QRect(at, box.top(), room + 4, box.height()), left, note)

    def _light(self) -> None:
        look, found = colours(self.theme), []
        for place in sorted(self._selected | self._governed):
            each = QTextEdit.ExtraSelection()
            each.format.setBackground(QColor(look.governed if place in self._governed else look.selected))
            each.format.setProperty(QTextFormat.Property.FullWidthSelection, True)  # noqa: FBT003
            each.cursor = QTextCursor(self.document().findBlockByNumber(place))
            found.append(each)
        self.setExtraSelections(found)

    def _fitting(self) -> int:
        return max(1, self.viewport().height() // max(1, self.fontMetrics().lineSpacing()) - 1)

    def _word_under(self, at: QPoint) -> str:
        """The name under the pointer that leads to a definition; not where the pointer is past the line's end."""
        cursor = self.cursorForPosition(at)
        return self._linked(cursor) if self.cursorRect(cursor).adjusted(-8, 0, 8, 0).contains(at) else ""

    def _linked(self, cursor: QTextCursor) -> str:
        place = cursor.blockNumber()
        page, book = self.page, self._book
        if page is None or book is None or place >= len(page.lines) or not page.lines[place].number:
            return ""
        cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        line, word = page.lines[place], cursor.selectedText()
        section = book.meaning(line.file, word)
        own = section is not None and section.file == line.file and section.first <= line.number <= section.last
        return "" if section is None or own else word

    def _choose(self, cursor: QTextCursor, word: str) -> None:
        place = cursor.blockNumber()
        if self.page is None or place >= len(self.page.lines) or not self.page.lines[place].number:
            return
        line = self.page.lines[place]
        if word:
            self.name_chosen.emit(line.file, word)
        else:
            self.line_chosen.emit(line.file, line.number)

    def _place_gutter(self) -> None:
        wide = self.gutter_width()
        self.setViewportMargins(wide, 0, 0, 0)
        inside = self.contentsRect()
        self.gutter.setGeometry(QRect(inside.left(), inside.top(), wide, inside.height()))

    def _on_scrolled(self, part: QRect, by: int) -> None:
        if by:
            self.gutter.scroll(0, by)
        else:
            self.gutter.update(0, part.y(), self.gutter.width(), part.height())
