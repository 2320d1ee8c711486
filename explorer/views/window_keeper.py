"""The window of a session, which is made anew when the language changes: every text is made in its place, by the code that made
it at first, and none can be forgotten. What runs belongs to the session and goes on."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer

from explorer.session.session import WARNING, Session
from explorer.session.telling import say_steps, tell_again
from explorer.views.carried import carry, carry_places
from explorer.views.language import Language, spoken
from explorer.views.published import PublishedDialog
from explorer.views.window import MainWindow


class WindowKeeper(QObject):
    """Holds the one window there is; ``window`` is another object after a change of language."""

    def __init__(self, session: Session, language: Language | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.language = language or Language()
        self.missing = self.language.speak(spoken(session.preferences.text("language")))
        self.window = self._made(first=True)
        if self.missing:
            session.said.emit(self.missing, WARNING)

    def choose(self, choice: str) -> None:
        """A choice of language.LANGUAGES, remembered. The window follows when what is under way (a menu) is done."""
        self.session.preferences.keep("language", choice)
        if spoken(choice) != self.language.now:
            QTimer.singleShot(0, self, self._follow)

    def _follow(self) -> None:
        language = spoken(self.session.preferences.text("language"))
        if language == self.language.now:
            return
        self.missing = self.language.speak(language)
        self.make_anew()
        if self.missing:
            self.session.said.emit(self.missing, WARNING)

    def make_anew(self) -> None:
        """Another window in the place of the present one."""
        old = self.window
        old.presenting.leave()
        old.work.keeper.pause()
        old.remember()
        say_steps(self.session.document)
        self.window = new = self._made(first=False)
        tell_again(self.session)
        carry(old, new)
        if not old.isMaximized() and not old.isFullScreen():
            new.setGeometry(old.geometry())  # the frame is not counted twice
        new.show()
        new.centre.search.take_over(old.centre.search)
        new.centre.code.take_over(old.centre.code)
        new.bottom.history.take_over(old.bottom.history)
        new.sweeps.take_over(old.sweeps)
        if any(dialog.isVisible() for dialog in old.findChildren(PublishedDialog)):
            new.totals.show_published()
        new.work.take_over(old.work)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        carry_places(old, new)
        old.hide()
        old.deleteLater()

    def _made(self, *, first: bool) -> MainWindow:
        window = MainWindow(self.session, first=first)
        window.language_chosen.connect(self.choose)
        window.first_painted.connect(window.bottom.make_charts)
        if self.session.trace:
            from explorer.views.watch import Watch

            Watch(window, self.session)
        return window
