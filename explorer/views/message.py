"""A slim bar for one sentence over the lower edge of the graph. It moves nothing and waits for nobody."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from explorer.views.theme import SMALL_PX
from explorer.views.widgets import label, mark, restyle

NOTE_MS, WARNING_MS = 6000, 20000
MARGIN_PX = 12


class MessageBar(QFrame):
    """Lies over ``host``. A warning stays longer than a note; a click or Escape takes it away."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self.setObjectName("message")
        self.host = host
        self.words = label("", pixels=SMALL_PX)
        self.words.setObjectName("message.text")
        self.words.setWordWrap(True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        close = QToolButton()
        close.setText("×")
        mark(close, "link")
        close.setAccessibleName(self.tr("Close the message"))
        close.clicked.connect(self.hide)
        self.link = QToolButton()
        self.link.setObjectName("message.link")
        mark(self.link, "link")
        self.link.clicked.connect(self._on_link)
        self._answer: Callable[[], object] | None = None
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.addWidget(self.words, 1)
        row.addWidget(self.link, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        host.installEventFilter(self)
        self.hide()

    def warn(self, sentence: str) -> None:
        """Something could not be done."""
        self._show(sentence, "warning", WARNING_MS)

    def note(self, sentence: str, link: str = "", answer: Callable[[], object] | None = None) -> None:
        """Something was done that one may want to know; ``link`` is what one may want to do now."""
        self._show(sentence, "note", NOTE_MS, link, answer)

    def text(self) -> str:
        """What it says."""
        return self.words.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.host and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _on_link(self) -> None:
        answer = self._answer
        self.hide()
        if answer is not None:
            answer()

    def _show(
        self, sentence: str, level: str, for_ms: int, link: str = "", answer: Callable[[], object] | None = None
    ) -> None:
        self._answer = answer
        self.link.setText(link)
        self.link.setVisible(bool(link))
        if re.match(r"[a-z]+[ ,;:]", sentence):  # not the name of a file, nor a path
            sentence = sentence[:1].upper() + sentence[1:]
        self.words.setText(sentence)
        self.words.setAccessibleName(sentence)
        restyle(self, "level", level)
        self._timer.start(for_ms)
        self.show()
        self.raise_()
        self._place()

    def _place(self) -> None:
        width = min(self.host.width() - 2 * MARGIN_PX, 640)
        height = max(self._row.heightForWidth(width), 34)
        self.setGeometry((self.host.width() - width) // 2, self.host.height() - height - MARGIN_PX, width, height)
