"""The library: architectures by year, then the user's own, the presets of the open one below it, and a search field."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QUrl,
    Signal,
)
from PySide6.QtGui import QColor, QDesktopServices, QKeyEvent, QPainter, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from explorer.core.catalogue import ArchitectureSpec, Catalogue
from explorer.core.own import OwnFile
from explorer.session.document import Document
from explorer.views.theme import BODY_PX, LIGHT, SMALL_PX, TINY_PX, Theme, font, section_font
from explorer.views.widgets import Link, label, mark, section

ROW_PX, PRESET_PX = 24, 20
MOST_ROWS = 5  # that are in sight however small the panel
ARCHITECTURE, PRESET, HEADING, FAILED = "architecture", "preset", "heading", "failed"
WARNING_SIGN = "⚠"
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class LibraryRow:
    """An architecture, one of its presets, the heading of the user's own, or a file of theirs that could not be loaded.

    ``preset`` is what a click opens; where it is empty, a click opens the list of own architectures.
    """

    text: str
    side: str
    preset: str
    tip: str
    chosen: bool
    kind: str = ARCHITECTURE

    @property
    def is_preset(self) -> bool:
        """Whether it is one of several presets of an architecture."""
        return self.kind == PRESET


def library_rows(catalogue: Catalogue, preset: str, wanted: str, files: Sequence[OwnFile] = ()) -> list[LibraryRow]:
    """Every architecture, and the presets of the open one; with a search word what matches by name, family, paper or year.

    The user's own come last under a heading, and after them their ``files`` that could not be loaded.
    """
    word = wanted.strip().lower()
    bundled = [a for a in catalogue.architectures if not a.is_own]
    own = _rows_of([a for a in catalogue.architectures if a.is_own], preset, word)
    failed = [
        LibraryRow(f.file, WARNING_SIGN, "", f"{f.file}: {f.sentence()}", chosen=False, kind=FAILED)
        for f in files if f.error and word in f.file.lower()
    ]
    heading = LibraryRow(words("Own"), "", "", words("Architectures from your own folders; a click lists them."), chosen=False,
                         kind=HEADING)
    return _rows_of(bundled, preset, word) + ([heading, *own, *failed] if own or failed else [])


def words(text: str) -> str:
    """A text of the list, translated."""
    return QCoreApplication.translate("LibraryPanel", text)


def _rows_of(architectures: Sequence[ArchitectureSpec], preset: str, word: str) -> list[LibraryRow]:
    rows = []
    for entry in architectures:
        is_open = any(p.name == preset for p in entry.presets)
        about = f"{entry.title} {entry.name} {entry.family} {entry.year} {entry.paper}".lower()
        presets = [p for p in entry.presets if not word or word in p.name.lower() or word in about]
        if word and not presets:
            continue
        tables = [p.source for p in entry.presets if p.name == preset] or [entry.presets[0].source]
        file = words("From the file {0} in {1}").format(entry.source_file, entry.folder) if entry.is_own else ""
        about_entry = "\n".join(filter(None, (entry.paper, *tables, entry.url, file)))
        rows.append(LibraryRow(entry.title, str(entry.year), entry.presets[0].name, tip=about_entry, chosen=is_open))
        if len(entry.presets) > 1 and (is_open or word):
            rows += [
                LibraryRow(p.name, "", p.name, f"{p.name}: {p.source}", chosen=p.name == preset, kind=PRESET) for p in presets
            ]
    return rows


class LibraryModel(QAbstractListModel):
    """The rows above."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[LibraryRow] = []

    def show_rows(self, rows: list[LibraryRow]) -> None:
        """Replace the rows; where only marks differ the view keeps its place."""
        if [r.text for r in rows] == [r.text for r in self.rows]:
            self.rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.tip
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.text} {row.side}".strip()
        return row if role == Qt.ItemDataRole.UserRole else None


class LibraryDelegate(QStyledItemDelegate):
    """Name on the left, year on the right; the open one on soft accent."""

    theme: Theme = LIGHT

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, PRESET_PX if index.data(Qt.ItemDataRole.UserRole).is_preset else ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: LibraryRow = index.data(Qt.ItemDataRole.UserRole)
        theme = self.theme
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if row.chosen and not row.is_preset:
            painter.setBrush(QColor(theme.soft))
            painter.drawRoundedRect(rect, 6, 6)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(theme.background))
            painter.drawRoundedRect(rect, 6, 6)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(theme.accent))
            painter.drawRoundedRect(rect.adjusted(0, 0, -1, -1), 6, 6)
        inner = rect.adjusted(24 if row.is_preset else 10, 0, -10, 0)
        small = row.kind in (PRESET, FAILED)
        painter.setFont(section_font() if row.kind == HEADING else font(SMALL_PX if small else BODY_PX, bold=row.chosen))
        painter.setPen(QColor(theme.accent if row.chosen else theme.text if row.kind == ARCHITECTURE else theme.dim))
        align = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inner, align | Qt.AlignmentFlag.AlignLeft, row.text)
        painter.setFont(font(BODY_PX if row.kind == FAILED else TINY_PX, tabular=True))
        painter.setPen(QColor(theme.warning if row.kind == FAILED else theme.dim))
        painter.drawText(inner, align | Qt.AlignmentFlag.AlignRight, row.side)
        painter.restore()


def is_web_address(address: str) -> bool:
    """Whether this may be handed to the browser."""
    url = QUrl(address, QUrl.ParsingMode.StrictMode)
    return url.isValid() and url.scheme() == "https" and bool(url.host())


class LibraryPanel(QWidget):
    """Search field and list.

    Signals: preset_chosen(name) when the user opens one; own_wanted() when the user asks for the own architectures.
    """

    preset_chosen = Signal(str)
    own_wanted = Signal()

    def __init__(self, document: Document, catalogue: Catalogue) -> None:
        super().__init__()
        self.setObjectName("library")
        self.document = document
        self.catalogue = catalogue
        self.search = QLineEdit()
        self.search.setObjectName("library.search")
        self.search.setPlaceholderText(self.tr("Search presets"))
        self.search.setAccessibleName(self.tr("Search presets"))
        self.search.setToolTip(self.tr("Name, family, paper or year (Ctrl+Shift+F); Enter opens the first"))
        self.search.setClearButtonEnabled(True)
        self.model = LibraryModel()
        self.delegate = LibraryDelegate(self)
        self.list = QListView()
        self.list.setObjectName("library.list")
        self.list.setAccessibleName(self.tr("Library"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(self.delegate)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.paper = Link()
        self.paper.setObjectName("library.paper")
        mark(self.paper, "flush")
        self.paper.setFixedHeight(18)
        self.paper.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.paper.clicked.connect(self._on_paper)
        self.open_url: Callable[[QUrl], object] = QDesktopServices.openUrl
        self.empty = label(self.tr("Nothing matches; try a year or a paper's name."), pixels=SMALL_PX, ink="dim")
        self.empty.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 4)
        column.setSpacing(8)
        self.own = QToolButton()
        self.own.setObjectName("library.own")
        mark(self.own, "link")
        self.own.setText(self.tr("Own…"))
        self.own.setToolTip(self.tr("Architectures from folders of your own"))
        self.own.setAccessibleName(self.tr("Own architectures"))
        self.own.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.own.setFixedHeight(18)
        self.own.clicked.connect(self.own_wanted)
        head = QHBoxLayout()
        head.addWidget(section(self.tr("Library")))
        head.addStretch(1)
        head.addWidget(self.own)
        column.addLayout(head)
        column.addWidget(self.search)
        column.addWidget(self.empty)
        column.addWidget(self.list, 1)
        column.addWidget(self.paper)
        self.search.installEventFilter(self)
        self.search.textChanged.connect(self._on_searched)
        self.search.returnPressed.connect(self._on_return)
        self.list.clicked.connect(self._on_opened)
        self.list.activated.connect(self._on_opened)
        document.recipe_changed.connect(self._on_recipe_changed)
        self._shown_preset = ""
        self._files: tuple[OwnFile, ...] = ()
        self.refresh()

    def refresh(self) -> None:
        """Show what matches."""
        self._shown_preset = self.document.recipe.preset
        self._show_paper()
        self.model.show_rows(library_rows(self.catalogue, self._shown_preset, self.search.text(), self._files))
        self.empty.setVisible(not self.model.rows)
        self.list.setVisible(bool(self.model.rows))
        heights = [PRESET_PX if row.is_preset else ROW_PX for row in self.model.rows[:MOST_ROWS]]
        self.list.setMinimumHeight(sum(heights))

    def show_open(self) -> None:
        """Bring what is open into sight and make it the current row."""
        chosen = [i for i, row in enumerate(self.model.rows) if row.chosen]
        if not chosen:
            return
        for i in (chosen[0], chosen[-1]):  # the architecture too, where there is room for both
            self.list.scrollTo(self.model.index(i))
        self.list.setCurrentIndex(self.model.index(chosen[-1]))

    def set_files(self, files: Sequence[OwnFile]) -> None:
        """What became of the user's own files."""
        if self._files != tuple(files):
            self._files = tuple(files)
            self.refresh()

    def set_catalogue(self, catalogue: Catalogue) -> None:
        """The engine's own catalogue replaces the committed one."""
        self.catalogue = catalogue
        self.refresh()
        self.show_open()

    def set_theme(self, theme: Theme) -> None:
        """Colours of the rows."""
        self.delegate.theme = theme
        self.list.viewport().update()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.show_open()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down goes from the search field into the list, Esc empties the field."""
        if watched is self.search and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Down and self.model.rows:
                self.list.setFocus()
                self.list.setCurrentIndex(self.model.index(0))
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        return False

    def _show_paper(self) -> None:
        """The link to the paper of what is open."""
        architecture = self.catalogue.architecture(self._shown_preset)
        self.paper.setVisible(architecture is not None and is_web_address(architecture.url))
        if architecture is None:
            return
        table = next((p.source for p in architecture.presets if p.name == self._shown_preset), "")
        self.paper.show_text(" · ".join(filter(None, (architecture.paper, table))) + " ↗")
        self.paper.setAccessibleName(self.tr("Open the paper {0}").format(architecture.paper))
        self.paper.setToolTip("\n".join(filter(None, (architecture.paper, table, self.tr("Opens {0}").format(architecture.url)))))

    def _on_paper(self) -> None:
        architecture = self.catalogue.architecture(self._shown_preset)
        if architecture is not None and is_web_address(architecture.url):
            self.open_url(QUrl(architecture.url))

    def _on_searched(self, word: str) -> None:
        self.refresh()
        if not word:
            self.show_open()

    def _on_recipe_changed(self) -> None:
        if self.document.recipe.preset != self._shown_preset:
            self.refresh()
            self.show_open()

    def _on_opened(self, index: QModelIndex) -> None:
        row = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(row, LibraryRow):
            return
        if not row.preset:
            self.own_wanted.emit()
        elif row.is_preset or not row.chosen:
            self.preset_chosen.emit(row.preset)

    def _on_return(self) -> None:
        rows = [r for r in self.model.rows if r.preset]
        wanted = [r for r in rows if r.is_preset and self.search.text().strip().lower() in r.text] or rows
        if wanted:
            self.preset_chosen.emit(wanted[0].preset)
