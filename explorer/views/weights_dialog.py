"""Details of the weights: which file, what of it fits and what does not, and the accuracy that its owner states."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from explorer.core.errors import BadInput
from explorer.core.weights import OwnAccuracy, typed_accuracy
from explorer.session.session import Session
from explorer.views import weights_words as words
from explorer.views.theme import LARGE_PX, SMALL_PX, TINY_PX
from explorer.views.widgets import label, mark, restyle, rule, say
from explorer.views.words import engine_sentence

LISTING_PX = 560  # height where there is something to list
LISTED = 500  # rows of a list; a network of another family has thousands of names that fit nothing
FACTS = ("file", "hash", "names", "extent", "origin", "remark")


class WeightsDialog(QDialog):
    """Follows the open recipe while it is shown.

    Signals: another_asked() when another file is to be loaded.
    """

    another_asked = Signal()

    def __init__(self, parent: QWidget, session: Session) -> None:
        super().__init__(parent)
        self.setObjectName("weights.dialog")
        self.setWindowTitle(self.tr("Weights"))
        self.resize(640, 0)
        self.session = session
        titles = {
            "file": self.tr("File"), "hash": "SHA-256", "names": self.tr("Names"), "extent": self.tr("Fits"),
            "origin": self.tr("Trained from"), "remark": self.tr("Remark"),
        }
        self.titles = {name: label(titles[name], pixels=SMALL_PX, ink="dim") for name in FACTS}
        self.facts = {name: label("", pixels=TINY_PX if name == "hash" else SMALL_PX) for name in FACTS}
        for name, fact in self.facts.items():
            fact.setObjectName(f"weights.fact.{name}")
            fact.setWordWrap(name != "hash")
            fact.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.list = QTreeWidget()
        self.list.setObjectName("weights.list")
        self.list.setHeaderLabels([self.tr("Tensor"), self.tr("Why")])
        self.list.setRootIsDecorated(True)
        self.list.setUniformRowHeights(True)
        self.list.setAccessibleName(self.tr("Tensors that are random or left over"))
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.list.header().setStretchLastSection(False)
        self.top1 = self._field("top1", self.tr("Top-1 in per cent"), 64, "71.3")
        self.dataset = self._field("dataset", self.tr("Data set"), 180, "CIFAR-100")
        self.keep = QPushButton(self.tr("Keep"))
        self.keep.setObjectName("weights.keep")
        self.keep.clicked.connect(self._on_keep)
        self.words = label("", pixels=TINY_PX, ink="dim")
        self.words.setObjectName("weights.words")
        self.words.setWordWrap(True)
        self.another = QPushButton(self.tr("Load another…"))
        self.another.setObjectName("weights.another")
        self.another.clicked.connect(self.another_asked.emit)
        self.random = QPushButton(self.tr("Random weights"))
        self.random.setObjectName("weights.random")
        self.random.setToolTip(self.tr("Back to weights drawn from the seed; one step, can be undone."))
        self.random.clicked.connect(self._on_random)
        self.leave = QPushButton(self.tr("Close"))
        self.leave.setObjectName("weights.close")
        self.leave.setDefault(True)
        mark(self.leave, "primary")
        self.leave.clicked.connect(self.close)
        self._lay_out()
        self._fill_fields()
        self.leave.setFocus()
        session.document.recipe_changed.connect(self.refresh)
        session.weights.arrived.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the weights of the open recipe."""
        recipe, weights = self.session.document.recipe, self.session.weights
        if recipe.weights is None:
            self.close()
            return
        report, failure = weights.report(recipe), weights.failure(recipe)
        texts = {"file": recipe.weights.path, "hash": recipe.weights.sha256, "extent": words.extent(recipe, weights)[0]}
        if failure is not None:
            texts["extent"] = engine_sentence(failure)
        if report is not None:
            ours = self.tr("this program's")
            texts["names"] = f"{report['naming']} {report['peer']}" if report["peer"] else ours
            if not report["reinitialised"]:
                texts["extent"] = self.tr("{0} of {1} tensors of this network").format(report["matched"], report["needed"])
            if not report["reinitialised"] and not report["unused"]:
                texts["extent"] += self.tr("; nothing of the file is left over")
            texts["remark"] = engine_sentence([report["remark"]]) if report["remark"] else ""
            if report["fused"]:
                texts["extent"] += self.tr("; the branches were fused after loading")
            if report["trained_from"]:
                other = self.tr("another recipe ({0})").format(report["trained_from"][:12])
                texts["origin"] = self.tr("this recipe") if report["trained_from_this"] else other
        for name in FACTS:
            say(self.facts[name], texts.get(name, ""))
            for each in (self.facts[name], self.titles[name]):
                each.setVisible(bool(texts.get(name)))
        restyle(self.facts["extent"], "warning", words.extent(recipe, weights)[1] == "warning")
        self._fill_list(report)
        self._allow_accuracy(report)

    def _field(self, name: str, title: str, width: int, example: str) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName(f"weights.{name}")
        field.setFixedWidth(width)
        field.setPlaceholderText(example)
        field.setAccessibleName(title)
        field.returnPressed.connect(self._on_keep)
        return field

    def _lay_out(self) -> None:
        facts = QGridLayout()
        facts.setHorizontalSpacing(16)
        facts.setVerticalSpacing(4)
        facts.setColumnStretch(1, 1)
        for i, name in enumerate(FACTS):
            facts.addWidget(self.titles[name], i, 0, Qt.AlignmentFlag.AlignTop)
            facts.addWidget(self.facts[name], i, 1)
        accuracy = QHBoxLayout()
        accuracy.setSpacing(8)
        accuracy.addWidget(label(self.tr("Own accuracy: top-1"), pixels=SMALL_PX))
        accuracy.addWidget(self.top1)
        accuracy.addWidget(label(self.tr("% on"), pixels=SMALL_PX))
        accuracy.addWidget(self.dataset)
        accuracy.addWidget(self.keep)
        accuracy.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.another)
        buttons.addWidget(self.random)
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(label(self.tr("Weights"), pixels=LARGE_PX, bold=True))
        column.addLayout(facts)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        column.addLayout(accuracy)
        column.addWidget(self.words)
        column.addWidget(rule())
        column.addLayout(buttons)

    def _fill_fields(self) -> None:
        weights = self.session.document.recipe.weights
        accuracy = weights.accuracy if weights else None
        self.top1.setText(f"{accuracy.top1:g}" if accuracy else "")
        self.dataset.setText(accuracy.dataset if accuracy else "")

    def _fill_list(self, report: dict[str, Any] | None) -> None:
        self.list.clear()
        self.list.setVisible(report is not None and bool(report["reinitialised"] or report["unused"]))
        self.setMinimumHeight(LISTING_PX if self.list.isVisibleTo(self) else 0)
        self.resize(self.width(), self.minimumSizeHint().height())
        if report is None:
            return
        random = [(entry["name"], words.reason(entry)) for entry in report["reinitialised"]]
        unused = [(name, self.tr("nothing here takes it")) for name in report["unused"]]
        titles = (
            self.tr("Random, seed {0}: {1}").format(report["seed"], len(random)),
            self.tr("In the file, not used: {0}").format(len(unused)),
        )
        for title, rows in zip(titles, (random, unused), strict=True):
            if not rows:
                continue
            top = QTreeWidgetItem([title, ""])
            self.list.addTopLevelItem(top)
            for name, why in rows[:LISTED]:
                item = QTreeWidgetItem([name, why])
                item.setToolTip(0, name)
                top.addChild(item)
            if len(rows) > LISTED:
                top.addChild(QTreeWidgetItem([self.tr("and {0} more").format(len(rows) - LISTED), ""]))
            top.setExpanded(True)

    def _allow_accuracy(self, report: dict[str, Any] | None) -> None:
        possible = report is not None and not report["reinitialised"]
        no = self.tr("An accuracy belongs to the network that was trained: here a part of the weights is random.")
        why = "" if possible else no
        for each in (self.top1, self.dataset, self.keep):
            each.setEnabled(possible)
            each.setToolTip(why)
        own = words.own(self.session.document.recipe, self.session.weights)
        self._say(own or why or self.tr("What you measured; it is shown as own beside this very recipe and beside no other."))

    def _on_keep(self) -> None:
        document = self.session.document
        weights = document.recipe.weights
        if weights is None:
            return
        try:
            accuracy = self._typed(document.recipe.digest())
        except BadInput as error:
            self._say(engine_sentence([error.template, *error.arguments]), warning=True)
            return
        document.set_weights(replace(weights, accuracy=accuracy), _own_accuracy if accuracy else _no_accuracy)

    def _typed(self, digest: str) -> OwnAccuracy | None:
        """What the fields say; None where both are empty. Raises BadInput."""
        return typed_accuracy(self.top1.text(), "", self.dataset.text(), "", digest)

    def _on_random(self) -> None:
        self.session.document.set_weights(None)

    def _say(self, sentence: str, *, warning: bool = False) -> None:
        say(self.words, sentence[:1].upper() + sentence[1:])
        restyle(self.words, "warning", warning)
        restyle(self.words, "dim", not warning)


def _own_accuracy() -> str:
    return QCoreApplication.translate("WeightsDialog", "own accuracy")


def _no_accuracy() -> str:
    return QCoreApplication.translate("WeightsDialog", "no accuracy")
