"""One axis of a sweep that is set up: where, which knob, which values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QMenu, QToolButton, QWidget

from explorer.core.catalogue import KnobSpec
from explorer.core.errors import BadInput
from explorer.core.recipe import Value
from explorer.core.sweep import Axis
from explorer.core.sweep_values import papers_values, text_of, values_of, whole_range
from explorer.views.layer_tools import popup_menu
from explorer.views.widgets import mark
from explorer.views.words import knob_help, knob_title, place_name

Places = Mapping[str, tuple[str, Sequence[KnobSpec]]]  # path: (level, its knobs)


class AxisRow(QWidget):
    """Signals: changed(), removed()."""

    changed = Signal()
    removed = Signal()

    def __init__(self, places: Places, place: str = "", knob: str = "") -> None:
        super().__init__()
        self.places: Places = {}
        self.place, self.knob, self.values = QComboBox(), QComboBox(), QLineEdit()
        for widget, name, words in (
            (self.place, "place", self.tr("Where")), (self.knob, "knob", self.tr("Knob")),
            (self.values, "values", self.tr("Values")),
        ):
            widget.setObjectName(f"sweep.axis.{name}")
            widget.setAccessibleName(words)
        self.place.setFixedWidth(120)
        self.knob.setFixedWidth(170)
        self.more = QToolButton()
        self.more.setText("▾")
        self.more.setToolTip(self.tr("The paper's values one by one, or the whole range"))
        self.more.setAccessibleName(self.more.toolTip())
        self.away = QToolButton()
        self.away.setText("×")
        self.away.setToolTip(self.tr("Take this axis away"))
        self.away.setAccessibleName(self.away.toolTip())
        for button in (self.more, self.away):
            mark(button, "pill")
            mark(button, "small")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self.place, self.knob, self.values, self.more, self.away):
            row.addWidget(part, int(part is self.values))
        self.place.activated.connect(lambda _index: self._fill_knobs(""))
        self.knob.activated.connect(lambda _index: self._fill_values())
        self.values.textChanged.connect(self.changed)
        self.more.clicked.connect(lambda: self.menu().popup(self.more.mapToGlobal(self.more.rect().bottomLeft())))
        self.away.clicked.connect(self.removed)
        self.offer(places, place, knob)

    def offer(self, places: Places, place: str | None = None, knob: str | None = None) -> None:
        """Other places and knobs; what was chosen stays where it is still there."""
        place = self.place.currentData() if place is None else place
        knob = (self.knob.currentData() or "") if knob is None else knob
        self.places = places
        self.place.clear()
        for path, (level, _) in places.items():
            self.place.addItem(place_name(path, level), path)
        self.place.setCurrentIndex(max(self.place.findData(place), 0))
        self._fill_knobs(knob)

    def spec(self) -> KnobSpec | None:
        """The knob's declaration."""
        name = self.knob.currentData()
        return next((s for s in self._specs() if s.name == name), None)

    def axis(self) -> Axis:
        """What is set. Raises BadInput with what is allowed."""
        spec = self.spec()
        if spec is None:
            raise BadInput("the networks chosen have no knob in common at {0}", self.place.currentText() or "∅")
        return Axis(spec.name, values_of(spec, self.values.text()), str(self.place.currentData() or ""))

    def menu(self) -> QMenu:
        """The paper's values with a tick at each that is typed, and the whole range."""
        menu = popup_menu(self)
        spec = self.spec()
        if spec is None:
            return menu
        try:
            typed: tuple[Value, ...] = values_of(spec, self.values.text())
        except BadInput:
            typed = ()
        for value in papers_values(spec):
            action = menu.addAction(spec.text_with_unit(value))
            action.setCheckable(True)
            action.setChecked(value in typed)
            action.triggered.connect(lambda on, value=value: self._tick(value, on=on))
        if whole_range(spec):
            menu.addSeparator()
            whole = menu.addAction(self.tr("Whole range: {0}").format(whole_range(spec)))
            whole.triggered.connect(lambda _on=False: self.values.setText(whole_range(spec)))
        return menu

    def _tick(self, value: Value, *, on: bool) -> None:
        spec = self.spec()
        if spec is None:
            return
        try:
            typed = list(values_of(spec, self.values.text()))
        except BadInput:
            typed = []
        chosen = [v for v in typed if v != value] + ([value] if on else [])
        order = {v: i for i, v in enumerate(papers_values(spec))}
        if all(v in order for v in chosen):
            chosen.sort(key=lambda v: order[v])
        self.values.setText(text_of(spec, tuple(chosen)))

    def _specs(self) -> Sequence[KnobSpec]:
        return self.places.get(self.place.currentData() or "", ("network", ()))[1]

    def _fill_knobs(self, name: str) -> None:
        before = name or self.knob.currentData()
        self.knob.clear()
        for spec in self._specs():
            self.knob.addItem(knob_title(spec), spec.name)
        found = self.knob.findData(before)
        self.knob.setCurrentIndex(max(found, 0))
        if found < 0 or name or not self.values.text():
            self._fill_values()
        else:
            self._explain()

    def _fill_values(self) -> None:
        spec = self.spec()
        self._explain()
        self.values.setText(text_of(spec, papers_values(spec)) if spec is not None else "")
        self.changed.emit()

    def _explain(self) -> None:
        spec = self.spec()
        if spec is not None:
            allowed = ", ".join(spec.choices) or (spec.allowed() if spec.kind != "bool" else "on, off")
            words = QCoreApplication.translate("sweep", "Values with commas, or LOW..HIGH:STEP. Allowed: {0}.").format(allowed)
            self.values.setToolTip(words)
            self.knob.setToolTip(knob_help(spec))
