"""Where a sweep runs: processes of this machine, or workers of a dask scheduler, chosen by name or tag."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from explorer.core.cluster import ENCRYPTED, PLAIN, Cluster, is_loopback, parts_of
from explorer.core.errors import BadInput
from explorer.session.preferences import Preferences
from explorer.session.scheduler import Scheduler
from explorer.views.sweep_workers import WorkerList
from explorer.views.theme import SMALL_PX
from explorer.views.widgets import Note, Segments, Switch, label, mark
from explorer.views.words import dialog_text, engine_sentence

HERE, THERE = range(2)
KEY = "cluster"
FILES = ("ca", "certificate", "key")
AskFile = Callable[[QWidget, str], str]


def ask_file(parent: QWidget, start: str) -> str:
    """The system's dialog."""
    return QFileDialog.getOpenFileName(parent, dialog_text("Certificate file"), start, "PEM (*.pem *.crt *.key);;(*)")[0]


class WhereForm(QWidget):
    """``cluster`` says what is chosen. The address and the paths of certificates are remembered, nothing of their content.

    Signals: changed().
    """

    changed = Signal()

    def __init__(self, scheduler: Scheduler, preferences: Preferences, is_busy: Callable[[], bool]) -> None:
        super().__init__()
        self.scheduler, self.preferences = scheduler, preferences
        self.ask_file: AskFile = ask_file
        self._is_busy = is_busy
        self._known: Cluster | None = None  # whose workers are listed
        self._failure: list[str] = []
        self.where = Segments((self.tr("This machine"), self.tr("A scheduler's workers")))
        self.address, self.look = QLineEdit(), QToolButton()
        self.fields = {name: QLineEdit() for name in FILES}
        self.insist = Switch(self.tr("Plain TCP all the same: nobody else is on that network"))
        self.list = WorkerList()
        self.words = Note(SMALL_PX, most=2, least=1)
        self._lay_out()
        self._recall()
        scheduler.arrived.connect(self._on_arrived)
        scheduler.failed.connect(self._on_failed)
        self._show_parts()

    def is_here(self) -> bool:
        """Whether this machine is chosen."""
        return not self.panel.isVisibleTo(self)

    def choose(self, where: int) -> None:
        """HERE or THERE."""
        self.where.show_choice(where)
        self.panel.setVisible(where == THERE)
        self._show_state()
        self.changed.emit()

    def cluster(self) -> Cluster | None:
        """The workers chosen; None for this machine. Raises BadInput with what is missing or wrong."""
        if self.is_here():
            return None
        typed = self._typed()
        if self._failure and self._known is None:
            raise BadInput(*self._failure)
        if self._known is None or typed != self._known:
            raise BadInput("press Look: the scheduler's workers are not known yet")
        there = self.list.workers
        if not self.chosen():
            raise BadInput("no worker is chosen" if there else "the scheduler has no workers yet")
        every = len(self.list.ticked()) == len(there)
        names = [] if every else [worker["name"] for worker in self.list.ticked()]
        return Cluster.from_json(typed.to_json() | {"names": names, "tags": self.list.wanted_tags()})

    def chosen(self) -> list[dict[str, Any]]:
        """The workers that are meant."""
        return [] if self.is_here() else self.list.chosen()

    def keep(self) -> None:
        """Remember what is typed. The files of certificates stay where they are; only their paths are kept."""
        document = {"address": self.address.text().strip(), "insist": self.insist.isChecked()}
        document |= {name: field.text().strip() for name, field in self.fields.items()}
        self.preferences.keep(KEY, json.dumps(document))

    def on_look(self) -> None:
        """Ask the scheduler for its workers."""
        self._forget()
        try:
            typed = self._typed()
        except BadInput as error:
            self._failure = [error.template, *error.arguments]
        else:
            self.keep()
            self.scheduler.ask(typed)
        self._show_state()
        self.changed.emit()

    def _typed(self) -> Cluster:
        """Address and certificates as they stand. Raises BadInput."""
        address, insist = self.address.text().strip(), self.insist.isChecked()
        if not address:
            raise BadInput("type the scheduler's address, such as {0}", "tcp://127.0.0.1:8786")
        scheme = parts_of(address)[0]
        document = {"address": address, "insist": insist and scheme == PLAIN}
        if scheme == ENCRYPTED:
            typed = ((name, field.text().strip()) for name, field in self.fields.items())
            document |= {name: str(Path(text).expanduser()) for name, text in typed if text}
        return Cluster.from_json(document)

    def _on_arrived(self, cluster: Cluster, workers: list[dict[str, Any]]) -> None:
        self._known = cluster
        self.list.show_workers(workers)
        self._on_chosen()

    def _on_failed(self, _cluster: Cluster, sentence: list[str]) -> None:
        self._failure = sentence
        self._show_state()
        self.changed.emit()

    def _forget(self) -> None:
        """Another address or certificate: the list is of no use any more."""
        self.scheduler.cancel()
        self._known, self._failure = None, []
        self.list.show_workers([])

    def _on_typed(self) -> None:
        self._forget()
        self._show_parts()
        self.changed.emit()

    def _show_parts(self) -> None:
        """Fields of certificates for tls://, the word on plain TCP where it is needed."""
        scheme, host, _ = parts_of(self.address.text().strip())
        self.files.setVisible(scheme == ENCRYPTED)
        self.insist.setVisible(scheme == PLAIN and bool(host) and not is_loopback(host))
        self._show_state()

    def _show_state(self) -> None:
        busy = self._is_busy()
        self.look.setEnabled(not busy and not self.scheduler.is_asking())
        self.look.setToolTip(self.tr("A sweep is running; it has to end first.") if busy
                             else self.tr("Asks the scheduler for its workers (Enter)"))
        if self.scheduler.is_asking():
            self.words.show_text(self.tr("Asking the scheduler…"))
        elif self._failure:
            self.words.show_text(engine_sentence(self._failure), "warning")
        elif self.list.workers:
            measuring = sum(worker["measures"] for worker in self.list.chosen())
            words = self.tr("{0} of {1} workers chosen, {2} of them measure")
            self.words.show_text(words.format(len(self.list.chosen()), len(self.list.workers), measuring))
        elif self._known is not None:
            self.words.show_text(self.tr("The scheduler has no workers yet; docs/cluster.md says how to start some."))
        else:
            self.words.show_text(self.tr("docs/cluster.md says how to start a scheduler and workers in three commands."))

    def _on_chosen(self) -> None:
        self._show_state()
        self.changed.emit()

    def _recall(self) -> None:
        try:
            kept = json.loads(self.preferences.text(KEY) or "{}")
        except ValueError:
            kept = {}
        kept = kept if isinstance(kept, dict) else {}
        self.address.setText(str(kept.get("address", "")))
        self.insist.setChecked(kept.get("insist") is True)
        for name, field in self.fields.items():
            field.setText(str(kept.get(name, "")))

    def _browse(self, name: str) -> None:
        found = self.ask_file(self, self.fields[name].text() or str(Path.home()))
        if found:
            self.fields[name].setText(found)

    def _lay_out(self) -> None:
        self.where.setFixedWidth(300)
        self.where.show_choice(HERE)
        self.where.chosen.connect(self.choose)
        self.where.setAccessibleName(self.tr("Where the sweep runs"))
        self.address.setObjectName("sweep.where.address")
        self.address.setPlaceholderText("tcp://127.0.0.1:8786, tls://10.0.0.5:8786")
        self.address.setAccessibleName(self.tr("Address of the scheduler"))
        self.address.textChanged.connect(lambda _text: self._on_typed())
        self.address.returnPressed.connect(self.on_look)
        self.look.setObjectName("sweep.where.look")
        self.look.setText(self.tr("Look"))
        self.look.clicked.connect(lambda _on: self.on_look())
        mark(self.look, "pill")
        mark(self.look, "small")
        self.insist.setObjectName("sweep.where.insist")
        self.insist.toggled.connect(lambda _on: self._on_typed())
        first = QHBoxLayout()
        first.addWidget(self.address, 1)
        first.addWidget(self.look)
        self.files = QWidget()
        grid = QGridLayout(self.files)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(2)
        titles = {"ca": self.tr("Authority"), "certificate": self.tr("Certificate"), "key": self.tr("Key")}
        for column, (name, field) in enumerate(self.fields.items()):
            field.setObjectName(f"sweep.where.{name}")
            field.setAccessibleName(titles[name])
            field.textChanged.connect(lambda _text: self._on_typed())
            browse = QToolButton()
            browse.setText("…")
            browse.setAccessibleName(self.tr("Choose the file: {0}").format(titles[name]))
            browse.clicked.connect(lambda _on=False, name=name: self._browse(name))
            mark(browse, "pill")
            mark(browse, "small")
            grid.addWidget(label(titles[name], pixels=SMALL_PX, ink="dim"), 0, 2 * column)
            grid.addWidget(field, 1, 2 * column)
            grid.addWidget(browse, 1, 2 * column + 1)
        self.list.changed.connect(self._on_chosen)
        self.words.setObjectName("sweep.where.words")
        self.panel = QWidget()
        inside = QVBoxLayout(self.panel)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        inside.addLayout(first)
        for widget in (self.files, self.insist, self.list, self.words):
            inside.addWidget(widget)
        self.panel.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(6)
        whole.addWidget(self.where)
        whole.addWidget(self.panel)
