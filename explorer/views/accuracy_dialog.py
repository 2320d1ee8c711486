"""The user's own accuracy of a pinned recipe: typed here, kept with the pin, shown as own and for no other recipe."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from explorer.core.compare_file import Pin
from explorer.core.errors import BadInput
from explorer.core.published import IMAGENET
from explorer.core.published_entries import accuracies, short_source
from explorer.core.weights import DATASET_CHARACTERS, NOTE_CHARACTERS, typed_accuracy
from explorer.session.pin_list import PinList
from explorer.views.theme import LARGE_PX, SMALL_PX, TINY_PX
from explorer.views.widgets import label, mark, restyle, rule, say
from explorer.views.words import engine_sentence

FIELDS = ("top1", "top5", "dataset", "note")
FIELD_PX = 300
NUMBER_PX = 80


class AccuracyDialog(QDialog):
    """Four fields; nothing is kept before Keep. An empty form and Keep take a stated accuracy away."""

    def __init__(self, parent: QWidget, pins: PinList, pin: Pin, published: Mapping[str, Any] | None) -> None:
        super().__init__(parent)
        self.setObjectName("accuracy.dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Own accuracy"))
        self.pins = pins
        self.pin = pin
        titles = {
            "top1": self.tr("Top-1, %"), "top5": self.tr("Top-5, %"), "dataset": self.tr("Data set"),
            "note": self.tr("How measured"),
        }
        examples = {"top1": "71.3", "top5": "", "dataset": IMAGENET, "note": self.tr("3 seeds, 120 epochs")}
        longest = {"dataset": DATASET_CHARACTERS, "note": NOTE_CHARACTERS}
        self.fields = {name: QLineEdit() for name in FIELDS}
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        for row, (name, field) in enumerate(self.fields.items()):
            field.setObjectName(f"accuracy.{name}")
            field.setFixedWidth(FIELD_PX if name in longest else NUMBER_PX)
            field.setMaxLength(longest.get(name, 12))
            field.setPlaceholderText(examples[name])
            field.setAccessibleName(titles[name])
            grid.addWidget(label(titles[name], pixels=SMALL_PX, ink="dim"), row, 0)
            grid.addWidget(field, row, 1, Qt.AlignmentFlag.AlignLeft)
        grid.setColumnStretch(1, 1)
        self.words = label("", pixels=TINY_PX, ink="dim")
        self.words.setObjectName("accuracy.words")
        self.words.setWordWrap(True)
        self.words.setMinimumHeight(3 * (TINY_PX + 5))
        self.remove, self.leave, self.keep = (QPushButton(text) for text in (
            self.tr("Remove"), self.tr("Cancel"), self.tr("Keep"),
        ))
        for name, button in (("remove", self.remove), ("leave", self.leave), ("keep", self.keep)):
            button.setObjectName(f"accuracy.{name}")
            button.setAutoDefault(False)
        self.keep.setDefault(True)
        mark(self.keep, "primary")
        self.remove.setEnabled(pin.accuracy is not None)
        self.remove.setToolTip("" if pin.accuracy is not None else self.tr("Nothing is stated yet."))
        self.remove.clicked.connect(self._on_remove)
        self.leave.clicked.connect(self.reject)
        self.keep.clicked.connect(self._on_keep)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(label(self.tr("Own accuracy"), pixels=LARGE_PX, bold=True))
        column.addWidget(label(pin.name, pixels=SMALL_PX))
        column.addLayout(grid)
        column.addWidget(self.words)
        column.addWidget(rule())
        column.addLayout(buttons)
        self._fill(published)

    def _fill(self, published: Mapping[str, Any] | None) -> None:
        stated = self.pin.accuracy
        if stated is not None:
            self.fields["top1"].setText(f"{stated.top1:g}")
            self.fields["top5"].setText("" if stated.top5 is None else f"{stated.top5:g}")
            self.fields["note"].setText(stated.note)
        self.fields["dataset"].setText(stated.dataset if stated is not None else IMAGENET)
        words = self.tr("What you measured with this very recipe. It is shown as own, and for no other recipe.")
        if published is not None:
            printed = self.tr("Published: {0} ({1}); your own stands in its place.")
            words += " " + printed.format(accuracies(published), short_source(published))
        say(self.words, words)
        self.fields["top1"].setFocus()

    def _on_keep(self) -> None:
        texts = [self.fields[name].text() for name in FIELDS]
        if not texts[0].strip() and not texts[1].strip():
            texts[2] = ""  # a data set alone states nothing
        try:
            stated = typed_accuracy(texts[0], texts[1], texts[2], texts[3], self.pin.recipe.digest())
        except BadInput as error:
            sentence = engine_sentence([error.template, *error.arguments])
            say(self.words, sentence[:1].upper() + sentence[1:])
            restyle(self.words, "warning", True)  # noqa: FBT003
            return
        self.pins.state_accuracy(self.pin.key, stated)
        self.accept()

    def _on_remove(self) -> None:
        self.pins.state_accuracy(self.pin.key, None)
        self.accept()
