"""Searching the graph: compiles what is typed, asks the network, marks the graph, goes from match to match."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QWidget

from explorer.core.errors import BadInput
from explorer.core.query import Query, compile_query
from explorer.session.document import Document
from explorer.views.actions import Actions
from explorer.views.find_bar import FindBar, FindDrop
from explorer.views.graph import GraphView
from explorer.views.graph.finding import Finding, find
from explorer.views.graph.marks import Marks, Others
from explorer.views.words import engine_sentence

UNCOVERED_PX = 24
SETTLED_MS = 150  # after the last analysis the matches are counted anew; a knob that is dragged pays nothing for them


class FindPart(QObject):
    """The search of one graph. ``host`` is the widget that bar and graph stand in."""

    def __init__(self, host: QWidget, graph: GraphView, document: Document, actions: Actions) -> None:
        super().__init__(host)
        self._host = host
        self._graph = graph
        self._document = document
        self._actions = actions
        self.bar = FindBar(actions)
        self.drop = FindDrop(host, self.bar)
        self.marks = Marks(graph.picture.scene)
        self.finding = Finding()
        self._query = Query("", None)
        self._sentence = ""
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(SETTLED_MS)
        self._settled.timeout.connect(self._search)
        actions.connect({
            "find": self.open, "find_next": lambda: self.go(1), "find_previous": lambda: self.go(-1),
            "dim_others": self._show_marks, "only_found": self._show_marks,
        })
        self.bar.asked.connect(self._on_asked)
        self.bar.wanted.connect(self.go)
        self.bar.closed.connect(self._on_escape)
        self.bar.list_wanted.connect(self._on_list)
        self.drop.picked.connect(self.go_to)
        self.drop.left.connect(self.bar.field.setFocus)
        document.analysed.connect(self._on_analysed)
        document.selection.changed.connect(self._show_number)
        graph.legend_changed.connect(self._on_drawn)

    def open(self) -> None:
        """Show the search and put the cursor into it."""
        if not self.bar.isVisible():
            self.bar.open()
            self._search()
        self.bar.open()

    def take_over(self, other: FindPart) -> None:
        """The search of another window, where it is open."""
        if not other.bar.isHidden():
            self.bar.show()
            self._search()

    def look_for(self, text: str) -> None:
        """Search for this: what is found is marked."""
        self.open()
        self.bar.field.setText(text)

    def close(self) -> None:
        """Take search and marks away; what was typed is there again next time."""
        self.bar.listing.setChecked(False)
        self.bar.hide()
        self._search()
        self._graph.setFocus()

    def go(self, by: int) -> None:
        """To the next (1) or previous (-1) match, counted from the selected node."""
        network = self._document.network
        if network is not None:
            self.go_to(self.finding.step(network, self._document.selection.node, by))

    def go_to(self, position: int) -> None:
        """To a match: what is around it opens, its box comes into sight and is selected."""
        if 0 <= position < len(self.finding.matches):
            node = self.finding.matches[position].node
            self._graph.reveal(node)
            self._document.selection.select(node)
            self.drop.light(position)
            if self.drop.isVisible():
                self._uncover(node)

    def _uncover(self, node: str) -> None:
        """Scroll a box out from under the list, as far as there is something to scroll."""
        item = self._graph.picture.scene.nodes.get(self._graph.picture.shown_for(node))
        if item is not None:
            on_screen = self._graph.mapFromScene(item.box).boundingRect()
            list_box = self.drop.geometry().translated(-self._graph.mapTo(self._host, QPoint()))
            if on_screen.intersects(list_box):
                self._graph.shift(QPoint(0, on_screen.top() - list_box.bottom() - UNCOVERED_PX))

    def _on_asked(self, text: str) -> None:
        try:
            self._query, self._sentence = compile_query(text), ""
        except BadInput as error:  # the matches so far stay
            sentence = engine_sentence([error.template, *error.arguments])
            typed = sentence.split(" ", 1)[0] in text  # what the user typed keeps its case
            self._sentence = sentence if typed else sentence[:1].upper() + sentence[1:]
        self._search()

    def _on_escape(self) -> None:
        if self.bar.listing.isChecked() and self.finding.matches:
            self._on_list(False)  # noqa: FBT003
        else:
            self.close()

    def _on_list(self, wanted: bool) -> None:  # noqa: FBT001  (a Qt signal's value)
        self.bar.listing.setChecked(wanted)
        self._show_drop()
        if wanted:
            self.drop.enter()

    def _on_analysed(self) -> None:
        if self.bar.isVisible():
            self._settled.start()

    def _on_drawn(self) -> None:
        if self.bar.isVisible():
            self.marks.refresh()

    def _search(self) -> None:
        self._settled.stop()
        network, analysis = self._document.network, self._document.analysis
        found = Finding()
        if self.bar.isVisible() and network is not None and analysis is not None:
            found = find(self._query, network, analysis)
        self.finding = found
        self._actions.allow("found", possible=bool(found.matches))
        self._show_marks()
        self._show_number()
        self._show_drop()

    def _show_marks(self) -> None:
        others = Others.SHOWN
        if self.finding.matches:
            dim, only = (self._actions[name].isChecked() for name in ("dim_others", "only_found"))
            others = Others.HIDDEN if only else Others.DIMMED if dim else Others.SHOWN
        self.marks.show_finding(self.finding, others)

    def _show_number(self) -> None:
        if self.bar.isVisible():
            position = self.finding.position(self._document.selection.node)
            self.bar.show_number(position, len(self.finding.matches), asked=bool(self._query) and not self._sentence)

    def _show_drop(self) -> None:
        listed = self.finding.matches if self.bar.isVisible() and self.bar.listing.isChecked() else None
        self.drop.show_state(self._sentence if self.bar.isVisible() else "", listed)
