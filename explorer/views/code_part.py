"""The source beside the graph: the class of what is selected, the lines that the changed knob governs, the paper's row for it.

It shares the document's selection. A change of a knob lights its lines at once and scrolls to them once; the text itself comes
from the engine when all is quiet, so a drag moves nothing but the lit lines and the words behind them.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSplitter, QToolButton, QVBoxLayout, QWidget

from explorer.core.paper_row import row_words
from explorer.core.recipe import Recipe
from explorer.core.source_book import Page, SourceBook
from explorer.session.session import Session
from explorer.views.actions import Actions
from explorer.views.code_lit import CodeLight, positions
from explorer.views.code_view import CodeView
from explorer.views.theme import TINY_PX
from explorer.views.widgets import Figure, Link, mark, rule
from explorer.views.words import knob_title

ROOM_PX = 1100  # of the middle, from here on graph and code stand beside each other by themselves
LEAST_PX, FIRST_PX = 320, 560


class CodePane(QWidget):
    """File, buttons, the paper's row, the page."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("code")
        self.setMinimumWidth(LEAST_PX)
        self.file = Figure(TINY_PX, mark="dim")
        self.file.setObjectName("code.file")
        self.file.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.row = Figure(TINY_PX, mark="dim")
        self.row.setObjectName("code.row")
        self.row.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.view = CodeView()
        self.view.setAccessibleName(self.tr("Source of the selection"))
        self.back, self.copy, self.editor = (QToolButton() for _ in range(3))
        head = QHBoxLayout()
        head.setContentsMargins(12, 6, 8, 6)
        head.setSpacing(4)
        for button, name, text, tip in (
            (self.back, "code.back", "‹", self.tr("Back to where the name was followed from (Alt+Left)")),
            (self.copy, "code.copy", self.tr("Copy"), self.tr("Copies the page, or what is marked")),
            (self.editor, "code.editor", self.tr("Open"), self.tr("Opens the file in an editor")),
        ):
            button.setObjectName(name)
            button.setText(text)
            button.setToolTip(tip)
            button.setAccessibleName(tip)
            mark(button, "pill")
            mark(button, "small")
        for widget in (self.back, self.file, self.copy, self.editor):
            head.addWidget(widget, int(widget is self.file))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        line = QHBoxLayout()
        line.setContentsMargins(12, 0, 12, 6)
        line.addWidget(self.row)
        column.addLayout(line)
        self.elsewhere = Link()
        self.elsewhere.setObjectName("code.elsewhere")
        self.elsewhere.hide()
        column.addWidget(self.elsewhere)
        column.addWidget(rule())
        column.addWidget(self.view, 1)


class CodePart(QObject):
    """Connects the pane with the document.

    Signals: said(sentence) for the message bar.
    """

    said = Signal(list)

    def __init__(self, split: QSplitter, session: Session, actions: Actions) -> None:
        super().__init__(split)
        self.split = split
        self.session = session
        self.document = session.document
        self.pane = CodePane()
        self.pane.hide()
        split.addWidget(self.pane)
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 0)
        self._actions = actions
        self._lent: bool | None = None  # for a presentation
        self._width = 0
        self._pages: list[Page] = []  # where names were followed from
        self._recipe: Recipe = self.document.recipe
        self.light = CodeLight(session, self.pane.view)
        view = self.pane.view
        view.line_chosen.connect(self._on_line)
        view.name_chosen.connect(self._on_name)
        self.pane.back.clicked.connect(self.back)
        self.pane.elsewhere.clicked.connect(self._on_elsewhere)
        self.pane.copy.clicked.connect(self._on_copy)
        self.pane.editor.clicked.connect(self._on_editor)
        actions["show_code"].triggered.connect(self._on_toggled)
        actions.connect({"code_back": self.back})
        self.document.selection.changed.connect(self._on_selected)
        self.document.recipe_changed.connect(self._on_recipe)
        self.document.analysed.connect(self.refresh)
        self.document.baseline_changed.connect(self.refresh)
        session.source.arrived.connect(self.refresh)
        split.splitterMoved.connect(lambda *_: session.preferences.keep("code_width", self.pane.width()))
        self._show_back()

    def fit(self, width: int) -> None:
        """The middle is as wide as this: show the pane where it is wanted."""
        self._width = width
        mode = self.session.preferences.text("code")
        wanted = mode == "on" or (mode == "auto" and width >= ROOM_PX)
        self._show(wanted=wanted if self._lent is None else self._lent)

    def lend(self, wanted: bool | None) -> None:  # noqa: FBT001  (a state, not a switch)
        """Shown or hidden for a presentation, whatever is remembered; None: as remembered again."""
        self._lent = wanted
        self.fit(self._width)

    def refresh(self) -> None:
        """New figures: lit lines, notes and the paper's row; the text stays."""
        if self.pane.isHidden():
            return
        book = self.session.source.of(self.document.recipe.preset)
        if book is None:
            return
        if not self._pages:
            place = book.place_of(self.document.selection.node)
            page = self.pane.view.page
            if page is None or page.place != place or self._stale is not book:
                self._open(book, book.page(place))
        self._light(book)
        self._show_row()

    def back(self) -> None:
        """To the page that a name was followed from."""
        book = self.session.source.of(self.document.recipe.preset)
        if self._pages and book is not None:
            self._open(book, self._pages.pop())
            self._show_back()
            self._light(book)

    def take_over(self, other: CodePart) -> None:
        """What another window's pane shows, and the way back from it."""
        book, page = self.session.source.of(self.document.recipe.preset), other.pane.view.page
        self._pages = list(other._pages)
        self.light.changed = other.light.changed
        if book is not None and page is not None and other._stale is book and not self.pane.isHidden():
            self._open(book, page)
            self._light(book)
        self._show_back()

    _stale: SourceBook | None = None  # whose page is shown

    def _open(self, book: SourceBook, page: Page) -> None:
        self._stale = book
        self.pane.view.show_page(book, page)
        files = dict.fromkeys(section.file for section in page.sections)
        self.pane.file.show_text("  ·  ".join(files), "dim")

    def _show(self, *, wanted: bool) -> None:
        if wanted == self.pane.isHidden():
            self.pane.setVisible(wanted)
            if wanted:
                kept = self.session.preferences.number("code_width") or FIRST_PX
                width = max(LEAST_PX, min(kept, self._width // 2))
                self.split.setSizes([max(self._width - width, LEAST_PX), width])
        self._actions["show_code"].setChecked(wanted)
        self.session.source.want(wanted=wanted)
        if wanted:
            self.refresh()

    def _light(self, book: SourceBook) -> None:
        page = self.pane.view.page
        if page is not None and self.light.show(book, page, self.document.selection.node):
            self._show_elsewhere(book, page)

    def _show_elsewhere(self, book: SourceBook, page: Page) -> None:
        """Where the changed knob is read, if it governs no line of the page."""
        link, changed = self.pane.elsewhere, self.light.changed
        found = book.governed(page.place, changed[1]) if changed is not None and page.place is not None else {}
        wanted = changed is not None and page.place is not None and not found.get("lines")
        if wanted and changed is not None:
            architecture = self.session.catalogue.architecture(self.document.recipe.preset)
            spec = architecture.knobs.get(changed[1]) if architecture is not None else None
            name = knob_title(spec) if spec is not None else changed[1]
            place = found.get("elsewhere")
            link.show_text(
                self.tr("{0} governs no line here; it is read in {1}, line {2}").format(name, *place) if place
                else self.tr("{0} is read by no line of the network's own code").format(name)
            )
            link.setEnabled(place is not None and book.knows(place[0]))
        link.setVisible(wanted)

    def _on_elsewhere(self) -> None:
        """To the line that reads the knob, in the network's class or where it stands."""
        book, page, changed = self.session.source.of(self.document.recipe.preset), self.pane.view.page, self.light.changed
        if book is None or page is None or page.place is None or changed is None:
            return
        place = book.governed(page.place, changed[1]).get("elsewhere")
        if place is None or not book.knows(place[0]):
            return
        self._pages.append(page)
        self._open(book, book.around(*place))
        self._show_back()
        self._light(book)
        self.pane.view.reveal(positions(self.pane.view.page or page, place[0], (place[1],)))

    def _show_row(self) -> None:
        analysis, network = self.document.analysis, self.document.network
        architecture = self.session.catalogue.architecture(self.document.recipe.preset)
        if analysis is None or network is None or architecture is None or analysis["preset"] != self.document.recipe.preset:
            return
        self.pane.row.show_text(row_words(analysis, network, architecture, self.document.selection.node), "dim")

    def _show_back(self) -> None:
        self.pane.back.setVisible(bool(self._pages))
        self._actions.allow("code_back", possible=bool(self._pages))

    def _on_toggled(self, wanted: bool) -> None:  # noqa: FBT001  (a Qt signal's value)
        if self._lent is None:
            self.session.preferences.keep("code", "on" if wanted else "off")
        else:
            self._lent = wanted
        self._show(wanted=wanted)

    def _on_selected(self) -> None:
        self._pages.clear()
        self._show_back()
        self.refresh()
        view, node, book = self.pane.view, self.document.selection.node, self.session.source.of(self.document.recipe.preset)
        if self.pane.isHidden() or book is None or view.page is None or view.page.place is None:
            return
        made = book.made(view.page.place, node) if node != view.page.place else []
        lines = {p for s in made for p in positions(view.page, s.file, range(s.first, s.last + 1))}
        view.reveal({min(lines)} if lines else {0})

    def _on_recipe(self, recipe: Recipe) -> None:
        """Note which knob was changed, if it was one."""
        before, self._recipe = self._recipe, recipe
        self.light.note_change(before, recipe)
        if recipe.preset != before.preset:
            self._pages.clear()
            self._show_back()

    def _on_line(self, file: str, number: int) -> None:
        """Select what the line makes: of several, the one that the selection is in."""
        book, page, network = self.session.source.of(self.document.recipe.preset), self.pane.view.page, self.document.network
        if book is None or page is None or page.place is None or network is None:
            return
        here = self.document.selection.node
        made = book.nodes_at(page.place, file, number)
        boxes = (node if node in network else next((i for i in network.ids() if i.startswith(node + ".")), "") for node in made)
        nodes = [node for node in boxes if node]  # a group of one layer is drawn as that layer
        if nodes:
            around = [node for node in nodes if here == node or here.startswith((node + ".", node + ":"))]
            self.document.selection.select((around or nodes)[0])

    def _on_name(self, file: str, name: str) -> None:
        book, page = self.session.source.of(self.document.recipe.preset), self.pane.view.page
        section = book.meaning(file, name) if book is not None else None
        if book is None or page is None or section is None:
            return
        places = positions(page, section.file, range(section.first, section.last + 1))
        if places:  # it stands on this page
            self.pane.view.reveal({min(places)})
            return
        self._pages.append(page)
        self._open(book, book.page_of(section))
        self._show_back()
        self._light(book)

    def _on_copy(self) -> None:
        view = self.pane.view
        marked = view.textCursor().selectedText().replace("\u2029", "\n")
        QGuiApplication.clipboard().setText(marked or view.toPlainText())
        self.said.emit(["The marked source was copied." if marked else "The source was copied."])

    def _on_editor(self) -> None:
        """Open the file of the line with the cursor, or of the class that is shown."""
        book, view = self.session.source.of(self.document.recipe.preset), self.pane.view
        if book is None or view.page is None or not view.page.sections:
            return
        line = view.page.lines[view.textCursor().blockNumber()]
        path = book.path(line.file or view.page.sections[-1].file)
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(path)):
            self.said.emit(["No program is set to open {0}.", path.rpartition("/")[2]])
