"""The work of the last run in the window: brought back at the start, with a word on what it is; kept while one works."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from explorer.session.session import WARNING
from explorer.session.work import Work, WorkKeeper
from explorer.views.view_state import ViewState

if TYPE_CHECKING:
    from explorer.views.window import MainWindow


class WorkPart(QObject):
    """Connects the window with the kept work. Nothing is read or written before ``bring_back``."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window = window
        self.session = window.session
        self.keeper = WorkKeeper(self.session.document, self.session.preferences.folder())
        self._adopt(self.keeper)
        self._work: Work | None = None  # whose recipe waits for the user's own architectures
        self._pending: ViewState | None = None  # until the network is there that it is of
        self.session.document.analysed.connect(self._on_analysed)
        self.session.own_loaded.connect(self._on_own_loaded)
        for changed in (
            window.centre.graph.opened_changed, window.centre.graph.moved, window.bottom.tabs.currentChanged,
            *(dock.visibilityChanged for dock in window.docks.values()),
        ):
            changed.connect(lambda *_: self.keeper.touch())

    def bring_back(self, *, another: bool = False) -> None:
        """What the last run left, and keep from now on. ``another`` recipe is about to be opened: then only what is unsaved."""
        work = self.keeper.found()
        if work is None or (another and not work.is_unsaved()):
            self.keeper.begin()
            return
        known = self.session.catalogue.presets()
        if known and work.state.recipe.preset not in known:
            self._work = work  # of an own architecture, which may still be loaded; nothing is written until then
            if not self.session.own.is_pending():
                self._on_own_loaded()
            return
        self._show(work)

    def resume(self, view: ViewState) -> None:
        """The document is the user's own again: what was seen of it follows with its network, and what is done is kept."""
        self._pending = view
        if self.keeper.path is not None:
            self.keeper.begin()

    def take_over(self, other: WorkPart) -> None:
        """This window stands in the place of another one, and its work is kept where that one's was."""
        unused, self.keeper = self.keeper, other.keeper
        unused.deleteLater()
        self.keeper.complained.disconnect()
        self._adopt(self.keeper)
        if self.keeper.path is not None:
            self.keeper.begin()

    def _adopt(self, keeper: WorkKeeper) -> None:
        keeper.setParent(self)
        keeper.view = self._view
        keeper.complained.connect(lambda sentence: self.session.said.emit(sentence, WARNING))

    def close(self) -> None:
        """The window closes in order."""
        self.keeper.close()

    def _show(self, work: Work) -> None:
        self._work = None
        self._pending = ViewState.from_json(work.view)
        self.window.bottom.tabs.setCurrentIndex(min(max(self._pending.tab, 0), self.window.bottom.tabs.count() - 1))
        work.state.put_back(self.session.document)
        self.keeper.begin()
        words = self._words(work)
        if words:
            self.window.message.note(words)

    def _words(self, work: Work) -> str:
        """What is back, and how far Undo leads; nothing where it is a saved recipe or a preset as it was left."""
        if not work.is_unsaved():
            return ""
        state = work.state
        name = state.path.name if state.path else state.recipe.preset
        if not work.closed:
            said = [self.tr("The program ended without being closed. Your edited {0} is back, unsaved.").format(name)]
        else:
            said = [self.tr("Your edited {0} is back, unsaved.").format(name)]
        if state.index == 1:
            said.append(self.tr("Its last step can be undone."))
        elif state.index:
            said.append(self.tr("Its last {0} steps can be undone.").format(state.index))
        else:
            said.append(self.tr("Its steps cannot be undone any more."))
        return " ".join(said)

    def _on_own_loaded(self) -> None:
        work = self._work
        if work is None or self.session.own.is_pending():
            return
        if work.state.recipe.preset in self.session.catalogue.presets():
            self._show(work)
            return
        self._work = None
        path = self.keeper.path
        if path is not None:
            aside = path.with_suffix(".left.json")
            path.replace(aside)
            self.session.said.emit(
                ["The work of the last run is of {0}, which the library does not have now; it is kept as {1}.",
                 work.state.recipe.preset, str(aside)], WARNING,
            )
        self.keeper.begin()

    def _on_analysed(self) -> None:
        view, self._pending = self._pending, None
        if view is not None:
            view.put_back(self.window)

    def _view(self) -> dict[str, Any]:
        """What is seen; and geometry and panels, which the preferences hold."""
        window, preferences = self.window, self.session.preferences
        if not window.stage.is_presenting():
            for key, value in (("geometry", window.saveGeometry()), ("state", window.saveState())):
                if preferences.layout(key) != value:
                    preferences.keep(key, value)
        return (self._pending or window.presenting.view_before() or ViewState.of(window)).to_json()
