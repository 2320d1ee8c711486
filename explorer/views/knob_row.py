"""One knob as a row: symbol, name, typed value, slider (or a choice), and a line that says what the value means."""

from __future__ import annotations

from itertools import count

from PySide6.QtCore import QCoreApplication, QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QSizePolicy, QToolButton, QWidget

from explorer.core.catalogue import KnobSpec
from explorer.core.errors import BadInput
from explorer.core.recipe import Value
from explorer.views.reach import MOST_BELOW, Shown
from explorer.views.slider import StopSlider
from explorer.views.theme import LARGE_PX, SMALL_PX, TINY_PX, font
from explorer.views.widgets import Note, SlotName, Switch, label, mark, restyle, say
from explorer.views.words import knob_help, knob_name, knob_title

GESTURES = count(1)


class KnobRow(QWidget):
    """What every row has. Rows hold no truth: they announce a wish and wait to be shown a value.

    Signals: wished(name, value, gesture), gesture 0 being a step of its own; reset_wished(name); refused(sentence).
    """

    has_lines = False  # below its control
    reset_class: type[QToolButton] = QToolButton

    wished = Signal(str, object, int)
    reset_wished = Signal(str)
    refused = Signal(list)

    def __init__(self, spec: KnobSpec) -> None:
        super().__init__()
        self.spec = spec
        self.setObjectName(f"knob.{spec.name}")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.symbol = label(spec.symbol, pixels=LARGE_PX, bold=True, ink="symbol")
        self.symbol.setFixedWidth(20)
        self.title = label(knob_title(spec).removesuffix(spec.symbol).strip())
        self.note = Note()
        self.note.setObjectName(f"note.{spec.name}")
        self.here = label(pixels=TINY_PX, ink="warning")
        self.here.setObjectName(f"here.{spec.name}")
        self.here.hide()
        self.reset = self.reset_class()
        mark(self.reset, "link")
        self.reset.setText(self.tr("reset"))
        self.reset.setObjectName(f"reset.{spec.name}")
        self.reset.setFixedHeight(TINY_PX + 5)
        self.reset.setAccessibleName(self.tr("reset {0}").format(knob_title(spec)))
        self._reset_tip = self.tr("Take the setting away here; the wider one holds again (Delete).")
        self.reset.setToolTip(self._reset_tip)
        self.reset.clicked.connect(lambda: self.reset_wished.emit(spec.name))
        policy = self.reset.sizePolicy()
        policy.setRetainSizeWhenHidden(False)
        self.reset.setSizePolicy(policy)
        self._seen: Shown | None = None

    def show_knob(self, shown: Shown) -> None:
        """Show a knob; nothing is done where it is the one shown last."""
        if shown is not self._seen:
            self._seen = shown
            self.show_value(shown)

    def show_value(self, shown: Shown) -> None:
        """Show a value and the line below."""
        words = self._words(shown)
        self.note.show_text(words)
        self._show_here(shown)
        self._show_reset(shown)
        below = self.tr("differs below:") + "\n" + shown.below if shown.below else ""
        each = "\n".join(f"{where}: {self.spec.text_with_unit(value)}" for where, value in shown.varies[:MOST_BELOW])
        legal = self._legal(shown, len(shown.legal or ()))
        why = self.tr("others not: {0}").format(shown.reason) if shown.reason and shown.legal is not None else ""
        parts = (knob_help(self.spec), self.here.text().removesuffix(" —"), shown.note, each, legal, why, below)
        tip = "\n".join(filter(None, parts))
        if self.toolTip() != tip:
            self.setToolTip(tip)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.reset.isVisibleTo(self):
            self.reset_wished.emit(self.spec.name)
        else:
            super().keyPressEvent(event)

    def _is_possible(self, value: Value, shown: Shown | None) -> bool:
        """Whether a wish can be built; where it cannot, say why."""
        if shown is None or shown.legal is None or value in shown.legal:
            return True
        named = ", ".join(self.spec.text(v) for v in shown.legal)
        template = "{0} = {1} is not possible here: {2}; possible here: {3}"
        title = knob_name(self.spec)
        self.refused.emit([template, title, self.spec.text(value), shown.why_not(value), named])
        return False

    def _show_here(self, shown: Shown) -> None:
        visible = shown.is_override and self.has_lines
        if self.here.isHidden() == visible:
            self.here.setVisible(visible)
        words = self.tr("● here; network {0} —").format(shown.outside) if shown.outside else self.tr("● set here —")
        if shown.held[0] < shown.held[1]:
            words = self.tr("● at {0} of {1}; network {2} —").format(*shown.held, shown.outside or "–")
        say(self.here, words if shown.is_override else "")

    def _show_reset(self, shown: Shown) -> None:
        if self.reset.isHidden() == shown.here:
            self.reset.setVisible(shown.here)
        text = self.tr("reset to {0}").format(shown.outside) if shown.outside and not shown.is_override else self.tr("reset")
        if self.reset.text() != text:
            self.reset.setText(text)

    def _words(self, shown: Shown) -> str:
        parts = []
        if shown.varies:
            parts.append(self.tr("mixed: {0}").format(", ".join(dict.fromkeys(self.spec.text(v) for _, v in shown.varies))))
        if shown.below:
            parts.append(self.tr("differs below"))
        if shown.note:
            parts.append(shown.note)
        elif shown.legal is not None:
            parts.append(self._legal(shown, 8))
        elif not parts and self.spec.name == "resolution" and isinstance(self.spec.default, int) and isinstance(shown.value, int):
            parts.append(f"ρ = {shown.value / self.spec.default:.3g}")
        elif not parts:
            parts.append(QCoreApplication.translate("knobs", self.spec.sentence))
        return " · ".join(parts)

    def _legal(self, shown: Shown, most: int) -> str:
        if shown.legal is None:
            return ""
        values = list(shown.legal)
        first = values[0] if values else None
        if isinstance(first, int) and len(values) > most and values == list(range(first, first + len(values))):
            return self.tr("legal here: {0} to {1}").format(self.spec.text(first), self.spec.text(values[-1]))
        words = ", ".join(self.spec.text(v) for v in values[:most])
        return self.tr("legal here: {0}").format(words + (" …" if len(values) > most else ""))

    def _name_controls(self, *controls: QWidget) -> None:
        for control in controls:
            control.setAccessibleName(knob_title(self.spec))
            control.setAccessibleDescription(knob_help(self.spec))


class ValueField(QLineEdit):
    """A typed value. Undo and redo are the document's unless something is being typed."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and not self.isModified():
            keys = QKeySequence.StandardKey
            if event.matches(keys.Undo) or event.matches(keys.Redo):
                event.ignore()
                return False
        return super().event(event)


class NumberRow(KnobRow):
    """A knob with a number: slider and typed field, the words and, where it is set here, the way back below."""

    has_lines = True

    def __init__(self, spec: KnobSpec) -> None:
        super().__init__(spec)
        self.field = ValueField()
        mark(self.field, "value")
        self.field.setObjectName(f"field.{spec.name}")
        self.field.setFont(font(tabular=True))
        self.field.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.field.setFixedWidth(66)
        self.field.returnPressed.connect(self._on_typed)
        self.field.editingFinished.connect(self._on_typed)
        self.slider = StopSlider()
        self.slider.setObjectName(f"slider.{spec.name}")
        self.slider.stroke_began.connect(self._on_stroke)
        self.slider.sliderReleased.connect(self._on_released)
        self.slider.stop_chosen.connect(self._on_stop_chosen)
        self._name_controls(self.field, self.slider)
        self._gesture = 0
        self._shown: Shown | None = None
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(1)
        grid.addWidget(self.symbol, 0, 0)
        grid.addWidget(self.title, 0, 1)
        grid.addWidget(self.reset, 0, 2)
        grid.addWidget(self.field, 0, 3)
        grid.addWidget(self.slider, 1, 0, 1, 4)
        for each in (self.symbol, self.title):
            each.setFixedHeight(22)
        self._grid = grid
        self._line = QHBoxLayout()
        self._line.setSpacing(2)
        self._line.addWidget(self.here)
        self._line.addStretch(1)
        grid.addWidget(self.note, 2, 0, 1, 4)
        grid.addLayout(self._line, 3, 0, 1, 4)
        grid.setColumnStretch(1, 1)
        if not spec.symbol:
            self.symbol.setFixedWidth(0)

    def show_value(self, shown: Shown) -> None:
        super().show_value(shown)
        self._shown = shown
        if not isinstance(shown.value, str):
            stops = self.spec.stops(shown.legal, shown.value)
            even = bool(self.spec.special) or shown.legal is not None
            self.slider.show_stops(stops, float(shown.value), snaps=self.spec.snaps, even=even)
            self.slider.show_others(tuple(float(v) for _, v in shown.varies if not isinstance(v, str)))
        if not self.field.hasFocus() or not self.field.isModified():
            text = self.tr("mixed") if shown.varies else self.spec.text_with_unit(shown.value)
            if self.field.text() != text:
                self.field.setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.field.hasFocus() and self._shown is not None:
            self.field.setModified(False)
            self.show_value(self._shown)
        else:
            super().keyPressEvent(event)

    def _show_reset(self, shown: Shown) -> None:
        """Of an override beside the words that name it; otherwise beside the field, so that a drag moves nothing."""
        beside_words = self._line.indexOf(self.reset) >= 0
        if shown.is_override and not beside_words:
            self._line.insertWidget(1, self.reset)
        elif beside_words and not shown.is_override:
            self._grid.addWidget(self.reset, 0, 2)
        super()._show_reset(shown)

    def _on_stroke(self) -> None:
        self._gesture = next(GESTURES)

    def _on_released(self) -> None:
        self._gesture = 0
        if self._shown is not None:
            self.show_value(self._shown)

    def _on_stop_chosen(self, stop: float) -> None:
        value = self.spec.value_at(stop)
        self.field.setText(self.spec.text_with_unit(value))
        self.wished.emit(self.spec.name, value, self._gesture)

    def _on_typed(self) -> None:
        if not self.field.isModified():
            return
        self.field.setModified(False)
        try:
            value = self.spec.parse(self.field.text())
        except BadInput as error:
            self.refused.emit([error.template, *error.arguments])
        else:
            if self._is_possible(value, self._shown):
                self.wished.emit(self.spec.name, value, 0)
        if self._shown is not None:
            self.show_value(self._shown)


class ChoiceRow(KnobRow):
    """A knob with a few words to choose from, or on and off."""

    def __init__(self, spec: KnobSpec) -> None:
        super().__init__(spec)
        self.choice: QComboBox | Switch
        if spec.kind == "bool":
            switch = Switch()
            switch.clicked.connect(lambda on: self.wished.emit(spec.name, bool(on), 0))
            self.choice = switch
        else:
            self.choice = Choice(spec)
            self.choice.activated.connect(lambda i: self.wished.emit(spec.name, spec.choices[i], 0))
            self.choice.setFixedWidth(112)
        self.choice.setObjectName(f"choice.{spec.name}")
        self._name_controls(self.choice)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(4)
        row.addWidget(self.symbol)
        row.addWidget(self.title)
        row.addWidget(self.reset)
        row.addStretch(1)
        self.here.setParent(self)
        row.addWidget(self.choice)
        self.note.hide()
        if not spec.symbol:
            self.symbol.hide()

    def show_value(self, shown: Shown) -> None:
        super().show_value(shown)
        say(self.title, ("● " if shown.is_override else "") + knob_title(self.spec).removesuffix(self.spec.symbol).strip())
        restyle(self.title, "warning", shown.is_override)
        show_choice(self.choice, shown)


class SlotCell(KnobRow):
    """A slot for an activation: its name, which takes an override away when clicked, and the choice."""

    reset_class = SlotName

    def __init__(self, spec: KnobSpec) -> None:
        super().__init__(spec)
        self.reset.setProperty("link", None)
        mark(self.reset, "slot")
        self.reset.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.choice = Choice(spec)
        self.choice.setObjectName(f"choice.{spec.name}")
        self.choice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.choice.activated.connect(lambda i: self.wished.emit(spec.name, spec.choices[i], 0))
        self._name_controls(self.choice)
        self.symbol.hide()
        self.title.hide()
        self.note.hide()
        self.here.setParent(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.reset, 1)
        row.addWidget(self.choice, 1)

    def show_value(self, shown: Shown) -> None:
        super().show_value(shown)
        show_choice(self.choice, shown)

    def _show_reset(self, shown: Shown) -> None:
        title = knob_name(self.spec)
        self.reset.setEnabled(shown.here)
        self.reset.setToolTip(self._reset_tip if shown.here else self.tr("{0}: nothing is set here.").format(title))
        self.reset.setText(("● " if shown.is_override else "") + title)
        restyle(self.reset, "overridden", shown.is_override)


class Choice(QComboBox):
    """A drop-down of a knob's words that ignores the wheel."""

    def __init__(self, spec: KnobSpec) -> None:
        super().__init__()
        self.setFont(font(SMALL_PX))
        self.addItems(list(spec.choices))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumContentsLength(3)
        self.setPlaceholderText(self.tr("mixed"))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def show_choice(widget: QComboBox | Switch, shown: Shown) -> None:
    """Stand at a value without announcing it; what cannot be built is there, grey, with the reason."""
    blocker = QSignalBlocker(widget)
    if isinstance(widget, Switch):
        widget.show_state(on=bool(shown.value), mixed=bool(shown.varies))
    else:
        index = -1 if shown.varies else widget.findText(str(shown.value))
        if index != widget.currentIndex():
            widget.setCurrentIndex(index)
        model = widget.model()
        if isinstance(model, QStandardItemModel) and (shown.legal is not None or widget.property("limited")):
            widget.setProperty("limited", shown.legal is not None)
            for i in range(widget.count()):
                item = model.item(i)
                item.setEnabled(shown.legal is None or widget.itemText(i) in shown.legal)
                item.setToolTip("" if item.isEnabled() else shown.why_not(widget.itemText(i)))
    blocker.unblock()


def row_for(spec: KnobSpec) -> KnobRow:
    """The row that suits a knob."""
    if spec.is_slot:
        return SlotCell(spec)
    return NumberRow(spec) if spec.kind in ("int", "float") else ChoiceRow(spec)
