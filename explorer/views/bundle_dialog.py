"""Networks for another machine: which, where to, how far it is, and what to do with the folder."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from explorer.core.recipe import Recipe
from explorer.session.exporter import Exporter
from explorer.views.theme import LARGE_PX, SMALL_PX, Theme
from explorer.views.widgets import Note, label, mark, set_theme_within
from explorer.views.words import dialog_text, engine_sentence

AskFolder = Callable[[QWidget, str], str]
LIST_PX, MOST_BATCH = 150, 1024
ROLE = Qt.ItemDataRole.UserRole


def ask_folder(parent: QWidget, start: str) -> str:
    """The system's dialog for a folder that is to be made."""
    return QFileDialog.getSaveFileName(parent, dialog_text("Folder to be made"), start)[0]


class BundleDialog(QDialog):
    """``offers`` are (what it is, its name, recipe, whether it is chosen at first). Closing it cancels what runs."""

    def __init__(
        self, parent: QWidget, exporter: Exporter, offers: Iterable[tuple[str, str, Recipe, bool]], folder: Path,
        ask: AskFolder = ask_folder,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("bundle")
        self.setWindowTitle(self.tr("Bundle for another machine"))
        self.setMinimumWidth(560)
        self.exporter, self.ask = exporter, ask
        self.networks = QListWidget()
        self.path = QLineEdit(str(_free(folder / "bundle")))
        self.browse = QPushButton(self.tr("Choose…"))
        self.batch = QSpinBox()
        self.progress = QProgressBar()
        self.status = Note(SMALL_PX, most=4, least=3)
        self.start_button, self.stop_button = QPushButton(self.tr("Write")), QPushButton(self.tr("Close"))
        for what, name, recipe, chosen in offers:
            item = QListWidgetItem(f"{name}   ({what})" if what else name)
            item.setData(ROLE, (name, recipe))
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable)
            item.setCheckState(Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked)
            self.networks.addItem(item)
        self._lay_out()
        self._show_running(running=False)
        self._on_chosen()
        exporter.progressed.connect(self._on_progressed)  # bound methods: they go with the dialog
        exporter.bundled.connect(self._on_written)
        exporter.failed.connect(self._on_failed)
        exporter.cancelled.connect(self._on_cancelled)

    def set_theme(self, theme: Theme) -> None:
        """Colours: Fusion's own ticks have a frame that is not seen in the dark."""
        box = f"QListView::indicator {{ border: 1px solid {theme.dim}; border-radius: 3px; width: 11px; height: 11px; }}"
        ticked = f"QListView::indicator:checked {{ background: {theme.accent}; border-color: {theme.accent}; }}"
        self.networks.setStyleSheet(box + ticked)
        set_theme_within(self, theme)

    def chosen(self) -> dict[str, Recipe]:
        """Recipes by the names of their files; the same network once."""
        items = (self.networks.item(i) for i in range(self.networks.count()))
        found: dict[str, Recipe] = {}
        for item in items:
            name, recipe = item.data(ROLE)
            if item.checkState() == Qt.CheckState.Checked and recipe.digest() not in {r.digest() for r in found.values()}:
                found[_file_name(name, found)] = recipe
        return found

    def start(self) -> None:
        """Write the folder."""
        recipes = self.chosen()
        if recipes and self.path.text().strip():
            self._show_running(running=True)
            self.progress.setValue(0)
            self.status.show_text(self.tr("Starting the export process…"))
            self.exporter.bundle(recipes, Path(self.path.text().strip()).expanduser(), self.batch.value())

    def closeEvent(self, event: QCloseEvent) -> None:
        self.exporter.cancel()
        super().closeEvent(event)

    def reject(self) -> None:
        self.exporter.cancel()
        super().reject()

    def _on_stop(self) -> None:
        if self.exporter.is_exporting():
            self.exporter.cancel()
        else:
            self.reject()

    def _on_browse(self) -> None:
        found = self.ask(self, self.path.text())
        if found:
            self.path.setText(found)

    def _on_chosen(self) -> None:
        count = len(self.chosen())
        self.start_button.setEnabled(count > 0)
        self.start_button.setToolTip("" if count else self.tr("No network is ticked."))
        words = self.tr("Networks chosen: {0}. Each becomes a verified ONNX file with its input and PyTorch's answer; the script"
                        " beside them needs numpy and onnxruntime only.")
        self.status.show_text(words.format(count))

    def _on_progressed(self, fraction: float, sentence: list[str]) -> None:
        self.progress.setValue(round(1000 * fraction))
        self.status.show_text(engine_sentence(sentence))

    def _on_written(self, report: dict[str, Any]) -> None:
        words = self.tr("Networks written to {1}: {0}. Copy the folder to the other machine, run python measure.py there, and"
                        " read its results-….json back by File › Join times from elsewhere…")
        self._end(words.format(len(report["entries"]), report["path"]))
        self.exporter.rest()

    def _on_failed(self, sentence: list[str]) -> None:
        self._end(engine_sentence(sentence), warning=True)

    def _on_cancelled(self) -> None:
        self._end(self.tr("Cancelled; nothing was written."))

    def _end(self, sentence: str, *, warning: bool = False) -> None:
        self._show_running(running=False)
        self.status.show_text(sentence[:1].upper() + sentence[1:], "warning" if warning else "text")

    def _show_running(self, *, running: bool) -> None:
        for each in (self.networks, self.path, self.browse, self.batch, self.start_button):
            each.setEnabled(not running)
        self.progress.setVisible(running)
        self.stop_button.setText(self.tr("Cancel") if running else self.tr("Close"))

    def _lay_out(self) -> None:
        self.networks.setObjectName("bundle.networks")
        self.networks.setAccessibleName(self.tr("Networks of the bundle"))
        self.networks.setFixedHeight(LIST_PX)
        self.networks.itemChanged.connect(lambda _item: self._on_chosen())
        self.path.setObjectName("bundle.path")
        self.path.setAccessibleName(self.tr("Folder"))
        self.batch.setObjectName("bundle.batch")
        self.batch.setAccessibleName(self.tr("Batch"))
        self.batch.setRange(1, MOST_BATCH)
        self.batch.setFixedWidth(80)
        self.batch.setStyleSheet("QSpinBox::up-button, QSpinBox::down-button { width: 0; border: 0; }")  # the arrow keys step
        self.progress.setRange(0, 1000)
        self.progress.setTextVisible(False)
        self.status.setObjectName("bundle.status")
        self.start_button.setObjectName("bundle.start")
        self.stop_button.setObjectName("bundle.stop")
        mark(self.start_button, "primary")
        self.start_button.clicked.connect(self.start)
        self.stop_button.clicked.connect(self._on_stop)
        self.browse.clicked.connect(self._on_browse)
        where = QHBoxLayout()
        where.setSpacing(8)
        where.addWidget(self.path, 1)
        where.addWidget(self.browse)
        form = QGridLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.addWidget(label(self.tr("Networks"), pixels=SMALL_PX, ink="dim"), 0, 0, Qt.AlignmentFlag.AlignTop)
        form.addWidget(self.networks, 0, 1)
        form.addWidget(label(self.tr("Folder"), pixels=SMALL_PX, ink="dim"), 1, 0)
        form.addLayout(where, 1, 1)
        form.addWidget(label(self.tr("Batch"), pixels=SMALL_PX, ink="dim"), 2, 0)
        form.addWidget(self.batch, 2, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.stop_button)
        buttons.addWidget(self.start_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(label(self.tr("Bundle for another machine"), pixels=LARGE_PX, bold=True))
        column.addLayout(form)
        column.addWidget(self.progress)
        column.addWidget(self.status)
        column.addLayout(buttons)


def _file_name(name: str, taken: Mapping[str, object]) -> str:
    """Letters, digits, a few signs: a name on every system; a number where it is taken."""
    plain = re.sub(r"[^A-Za-z0-9._=-]+", "-", name.replace("α", "alpha").replace("ρ", "rho")).strip("-.") or "network"
    found, count = plain, 1
    while found in taken:
        count += 1
        found = f"{plain}-{count}"
    return found


def _free(path: Path) -> Path:
    """A folder that is not there yet: what is written is never mixed with what was."""
    found, count = path, 1
    while found.exists():
        count += 1
        found = path.with_name(f"{path.name}-{count}")
    return found
