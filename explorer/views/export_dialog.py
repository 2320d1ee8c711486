"""Export to ONNX or Python: which, where to, how far it is, and the report of what was verified."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QCloseEvent, QIntValidator
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from explorer.core import units
from explorer.core.recipe import Recipe
from explorer.session.exporter import Exporter
from explorer.views.theme import LARGE_PX, SMALL_PX, TINY_PX
from explorer.views.widgets import Segments, label, mark, restyle, say
from explorer.views.words import dialog_text, engine_sentence

AskPath = Callable[[QWidget, str], str]
ONNX, PYTHON = 0, 1  # the choices of format
SUFFIXES = (".onnx", ".py")


def ask_path(parent: QWidget, suggestion: str) -> str:
    """The system's file dialog."""
    filters = ["ONNX (*.onnx)", "Python (*.py)"]
    first = filters[PYTHON if suggestion.endswith(SUFFIXES[PYTHON]) else ONNX]
    return QFileDialog.getSaveFileName(parent, dialog_text("Export to"), suggestion, ";;".join(filters), first)[0]


class ExportDialog(QDialog):
    """One export of one recipe. Closing it cancels what runs."""

    def __init__(
        self, parent: QWidget, exporter: Exporter, recipe: Recipe, folder: Path, ask: AskPath = ask_path, weights: str = ""
    ) -> None:
        super().__init__(parent)
        self.setObjectName("export")
        self.setWindowTitle(self.tr("Export"))
        self.setMinimumWidth(560)
        self.exporter = exporter
        self.recipe = recipe
        self.report: dict[str, Any] | None = None
        self.weights = label(weights or self.tr("random, seed 0"), pixels=SMALL_PX)
        self.weights.setObjectName("export.weights")
        self.weights.setToolTip(self.tr("These weights leave with the file, which names them."))
        self._ask = ask
        self.path = QLineEdit(str(folder / f"{recipe.preset}{'-edited' if recipe.edited() else ''}.onnx"))
        self.path.setObjectName("export.path")
        self.path.setAccessibleName(self.tr("File"))
        self.browse = QPushButton(self.tr("Choose…"))
        self.browse.setObjectName("export.browse")
        self.format = Segments(("ONNX", self.tr("Python (PyTorch)")))
        self.format.setAccessibleName(self.tr("Format"))
        self.format.show_choice(ONNX)
        self.format.describe(ONNX, "ONNX", enabled=True, tip=self.tr("For running it elsewhere: structure and weights."))
        source = self.tr("For training it: one readable file that needs torch only.")
        self.format.describe(PYTHON, self.tr("Python (PyTorch)"), enabled=True, tip=source)
        self.about = label("", pixels=SMALL_PX, ink="dim")
        self.about.setObjectName("export.about")
        self.about.setWordWrap(True)
        self.batch = Segments((self.tr("Dynamic"), self.tr("Fixed")))
        self.batch.setAccessibleName(self.tr("Batch"))
        self.batch.show_choice(0)
        self.batch.describe(0, self.tr("Dynamic"), enabled=True, tip=self.tr("The file takes any number of images."))
        fixed = self.tr("The file takes this many images, which some runtimes ask for.")
        self.batch.describe(1, self.tr("Fixed"), enabled=True, tip=fixed)
        self.images = QLineEdit("1")
        self.images.setObjectName("export.images")
        self.images.setValidator(QIntValidator(1, 1024, self.images))
        self.images.setFixedWidth(64)
        self.images.setEnabled(False)
        self.images.setAccessibleName(self.tr("Images a batch"))
        self.progress = QProgressBar()
        self.progress.setRange(0, 1000)
        self.progress.setTextVisible(False)
        self.status = label("", pixels=SMALL_PX, ink="dim")
        self.status.setObjectName("export.status")
        self.status.setWordWrap(True)
        self.lines = QGridLayout()
        self.lines.setHorizontalSpacing(16)
        self.lines.setVerticalSpacing(4)
        self.start = QPushButton(self.tr("Export"))
        self.start.setObjectName("export.start")
        mark(self.start, "primary")
        self.start.setDefault(True)
        self.stop = QPushButton(self.tr("Close"))
        self.stop.setObjectName("export.stop")
        self._lay_out()
        self.browse.clicked.connect(self._on_browse)
        self.batch.chosen.connect(self._on_batch)
        self.format.chosen.connect(self._on_format)
        self.path.textEdited.connect(self._on_path_edited)
        self.start.clicked.connect(self._on_start)
        self.stop.clicked.connect(self._on_stop)
        exporter.progressed.connect(self._on_progressed)
        exporter.exported.connect(self._on_exported)
        exporter.failed.connect(self._on_failed)
        exporter.cancelled.connect(self._on_cancelled)
        self._show_format(ONNX)
        self._show_running(running=False)
        exporter.worker.start()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.exporter.cancel()
        super().closeEvent(event)

    def reject(self) -> None:
        self.exporter.cancel()
        super().reject()

    def _lay_out(self) -> None:
        where = QHBoxLayout()
        where.setSpacing(8)
        where.addWidget(self.path, 1)
        where.addWidget(self.browse)
        batch = QHBoxLayout()
        batch.setSpacing(8)
        self.batch.setFixedWidth(200)
        batch.addWidget(self.batch)
        batch.addWidget(self.images)
        batch.addStretch(1)
        form = QGridLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        kind = QHBoxLayout()
        self.format.setFixedWidth(320)
        kind.addWidget(self.format)
        kind.addStretch(1)
        self.batch_title = label(self.tr("Batch"), pixels=SMALL_PX, ink="dim")
        form.addWidget(label(self.tr("Format"), pixels=SMALL_PX, ink="dim"), 0, 0)
        form.addLayout(kind, 0, 1)
        form.addWidget(label(self.tr("File"), pixels=SMALL_PX, ink="dim"), 1, 0)
        form.addLayout(where, 1, 1)
        form.addWidget(self.batch_title, 2, 0)
        form.addLayout(batch, 2, 1)
        self.weights_title = label(self.tr("Weights"), pixels=SMALL_PX, ink="dim")
        form.addWidget(self.weights_title, 3, 0)
        form.addWidget(self.weights, 3, 1)
        form.addWidget(self.about, 4, 1)
        form.setColumnStretch(1, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.stop)
        buttons.addWidget(self.start)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(label(self.tr("Export"), pixels=LARGE_PX, bold=True))
        column.addLayout(form)
        column.addWidget(self.progress)
        column.addWidget(self.status)
        column.addLayout(self.lines)
        column.addStretch(1)
        column.addLayout(buttons)

    def _show_running(self, *, running: bool) -> None:
        for each in (self.format, self.path, self.browse, self.batch, self.start):
            each.setEnabled(not running)
            each.setToolTip(self.tr("An export is running; cancel it first.") if running else "")
        self._allow_images(running=running)
        self.progress.setVisible(running)
        self.stop.setText(self.tr("Cancel") if running else self.tr("Close"))
        self.stop.setToolTip(self.tr("Stops the export; a file of that name stays as it was.") if running else "")

    def _allow_images(self, *, running: bool) -> None:
        fixed = self.batch.button(1).isChecked()
        self.images.setEnabled(fixed and not running)
        busy, dynamic = self.tr("An export is running; cancel it first."), self.tr("A dynamic batch takes any number of images.")
        why = busy if running else dynamic
        self.images.setToolTip(self.tr("Images a batch, 1 to 1024") if self.images.isEnabled() else why)

    def _on_batch(self, _index: int) -> None:
        self._allow_images(running=False)

    def _on_format(self, index: int) -> None:
        text = self.path.text()
        if text.endswith(SUFFIXES):
            text = text.removesuffix(SUFFIXES[ONNX]).removesuffix(SUFFIXES[PYTHON]) + SUFFIXES[index]
            self.path.setText(text)
        self._show_format(index)

    def _on_path_edited(self, text: str) -> None:
        """The name says the format: what is chosen follows it."""
        for index, suffix in enumerate(SUFFIXES):
            if text.strip().endswith(suffix) and not self.format.button(index).isChecked():
                self.format.show_choice(index)
                self._show_format(index)

    def _show_format(self, index: int) -> None:
        """A batch size is asked for where the format has one."""
        for each in (self.batch_title, self.batch, self.images, self.weights_title, self.weights):
            each.setVisible(index == ONNX)
        onnx = self.tr("Structure and weights in one file, compared with PyTorch in ONNX Runtime.")
        python = self.tr(
            "The network as source with its first weights and the paper's training settings; run on torch alone and compared. "
            "It holds no weights and takes any batch."
        )
        self.about.setText(onnx if index == ONNX else python)
        self._clear_report()
        self._say("")

    def _on_browse(self) -> None:
        path = self._ask(self, self.path.text())
        if path:
            self.path.setText(path)
            self._on_path_edited(path)

    def _on_start(self) -> None:
        text = self.path.text().strip()
        if not text:
            self._end(self.tr("A file name is needed."), warning=True)
            return
        if self.images.isVisible() and self.images.isEnabled() and not self.images.hasAcceptableInput():
            self._end(self.tr("A fixed batch takes 1 to 1024 images."), warning=True)
            return
        fixed = self.images.isVisible() and self.images.isEnabled()
        batch = int(self.images.text()) if fixed else "dynamic"
        self.report = None
        self._clear_report()
        self.progress.setValue(0)
        self._say(self.tr("Starting the export process…"))
        self._show_running(running=True)
        self.exporter.export(self.recipe, Path(text).expanduser(), batch)

    def _on_stop(self) -> None:
        if self.exporter.is_exporting():
            self._say(self.tr("Cancelling…"))
            self.exporter.cancel()
        else:
            self.reject()

    def _on_progressed(self, fraction: float, sentence: list[str]) -> None:
        self.progress.setValue(round(1000 * fraction))
        self._say(engine_sentence(sentence))

    def _on_exported(self, report: dict[str, Any]) -> None:
        self.report = report
        self._end(self.tr("Written and verified."))
        for i, (title, text) in enumerate(report_lines(report)):
            self.lines.addWidget(label(title, pixels=SMALL_PX, ink="dim"), i, 0, Qt.AlignmentFlag.AlignTop)
            value = label(text, pixels=TINY_PX if len(text) > 60 else SMALL_PX, tabular=True)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            value.setWordWrap(True)
            self.lines.addWidget(value, i, 1)
        self.lines.setColumnStretch(1, 1)
        self.exporter.rest()

    def _on_failed(self, sentence: list[str]) -> None:
        words = engine_sentence(sentence)
        self._end(words[:1].upper() + words[1:], warning=True)
        self.path.setFocus()

    def _on_cancelled(self) -> None:
        self._end(self.tr("Cancelled; nothing was written."))

    def _clear_report(self) -> None:
        while (item := self.lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()

    def _end(self, sentence: str, *, warning: bool = False) -> None:
        self._show_running(running=False)
        self._say(sentence, warning=warning)

    def _say(self, sentence: str, *, warning: bool = False) -> None:
        say(self.status, sentence)
        restyle(self.status, "warning", warning)
        restyle(self.status, "dim", not warning)


CHECKS = (  # what workers name in a report; texts of the context "export"
    "full check passed", "names and shapes", "first weights", "evaluation", "training", "statistics",
)


def report_lines(report: dict[str, Any]) -> list[tuple[str, str]]:
    """The report as titles and values."""

    def words(text: str) -> str:
        return QCoreApplication.translate("export", text)

    if report.get("format") == "python":
        return python_lines(report, words)
    checks = [
        words("batch {0}: max abs {1}, max rel {2} ({3} at {4})").format(
            c["batch"], f"{c['max_abs']:.2g}", f"{c['max_rel']:.2g}", words("passed") if c["passed"] else words("FAILED"),
            f"{c['tolerance']:g}",
        )
        for c in report["checks"]
    ]
    seconds = sum(report["seconds"].values())
    how = words("{0}, opset {1}, batch {2}")
    return [
        (words("file"), str(report["path"])),
        (words("size"), words("{0} ({1} bytes)").format(units.size(report["bytes"]), f"{report['bytes']:,}")),
        ("SHA-256", report["sha256"]), (words("checker"), words(str(report["checker"]))),
        (words("against PyTorch"), "\n".join(checks)),
        (words("exporter"), how.format(report["exporter"], report["opset"], report["batch"])),
        (words("weights"), str(report["weights"])),
        (words("versions"), f"torch {report['torch']}, onnx {report['onnx']}, ONNX Runtime {report['onnxruntime']}"),
        (words("took"), f"{seconds:.1f} s"),
    ]


def python_lines(report: dict[str, Any], words: Callable[[str], str]) -> list[tuple[str, str]]:
    """The report of a Python file as titles and values."""
    checks = [
        (
            words(c["check"]),
            words("max abs {0}, max rel {1} ({2} at {3})").format(
                f"{c['max_abs']:.2g}", f"{c['max_rel']:.2g}", words("passed") if c["passed"] else words("FAILED"),
                f"{c['tolerance']:g}",
            )
            if "max_rel" in c
            else words("{0} tensors equal").format(c["tensors"]),
        )
        for c in report["checks"]
    ]
    return [
        (words("file"), str(report["path"])),
        (words("size"), words("{0} lines").format(report["lines"])),
        ("SHA-256", report["sha256"]),
        (words("classes"), ", ".join(report["classes"])),
        *checks,
        (words("training settings"), str(report["training"]["source"])),
        (words("versions"), f"torch {report['torch']}"),
        (words("took"), f"{sum(report['seconds'].values()):.1f} s"),
    ]
