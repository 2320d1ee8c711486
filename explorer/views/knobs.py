"""The knobs of the place that is lit: a scope switch, one row a knob. Shows the document, sends wishes back, owns no value."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from explorer.core.catalogue import ArchitectureSpec, Catalogue, KnobSpec
from explorer.core.recipe import Value
from explorer.session.document import Document
from explorer.session.selection import LEVELS
from explorer.views.dormant import DormantList
from explorer.views.knob_row import KnobRow, SlotCell, row_for
from explorer.views.theme import LIGHT, Theme
from explorer.views.widgets import Segments, label, section, set_theme_within
from explorer.views.words import knob_title, place_name

MOST_BELOW = 12  # lines of a tooltip


class ScopeSwitch(QObject):
    """The segments Network | Stage | Block, following the selection."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.segments = Segments(("", "", ""))
        self.segments.setAccessibleName(self.tr("What the knobs act on"))
        self._document = document
        self.segments.chosen.connect(self._on_chosen)
        for index, level in enumerate(LEVELS):
            self.segments.button(index).setObjectName(f"scope.{level}")

    def refresh(self) -> None:
        """Show which scopes there are and which holds."""
        implied = self._document.selection.implied()
        here = {
            "network": self.tr("Knobs act on the whole network."), "stage": self.tr("Knobs act on this stage only."),
            "block": self.tr("Knobs act on this block only."),
        }
        missing = {
            "network": "", "stage": self.tr("Select a stage in the graph to set its knobs apart."),
            "block": self.tr("Select a block in the graph to set its knobs apart."),
        }
        bare = {"network": self.tr("Network"), "stage": self.tr("Stage"), "block": self.tr("Block")}
        for index, level in enumerate(LEVELS):
            place = implied[level]
            there = place is not None
            text = place_name(place or "", level) if there else bare[level]
            self.segments.describe(index, text, enabled=there, tip=here[level] if there else missing[level])
            if there and place == self._document.selection.place:
                self.segments.show_choice(index)

    def _on_chosen(self, index: int) -> None:
        place = self._document.selection.implied()[LEVELS[index]]
        if place is not None:
            self._document.selection.choose_place(place)


class KnobsPanel(QWidget):
    """Rows for the knobs that act on the present place, updated in place while dragging.

    Signals: refused(sentence) for a typed value that cannot be read.
    """

    refused = Signal(list)

    def __init__(self, document: Document, catalogue: Catalogue) -> None:
        super().__init__()
        self.setObjectName("knobs")
        self.document = document
        self.catalogue = catalogue
        self.rows: dict[str, KnobRow] = {}
        self._theme = LIGHT
        self._held: dict[str, Value] = {}
        self._built_for: tuple[str, tuple[str, ...]] = ("", ())
        self.scope = ScopeSwitch(document, self)
        self.empty = label(self.tr("The engine is starting; the knobs follow in a moment."), ink="dim")
        self.empty.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 0, 0)
        column.setSpacing(8)
        head = QVBoxLayout()
        head.setContentsMargins(0, 0, 12, 0)
        head.setSpacing(8)
        head.addWidget(section(self.tr("Knobs")))
        head.addWidget(self.scope.segments)
        head.addWidget(self.empty)
        column.addLayout(head)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.addWidget(self.area, 1)
        self.dormant = DormantList(document, self)
        document.analysed.connect(self.refresh)
        document.recipe_changed.connect(self._on_recipe_changed)
        document.selection.place_changed.connect(self.refresh)
        document.selection.changed.connect(self.scope.refresh)
        self.scope.refresh()

    def architecture(self) -> ArchitectureSpec | None:
        """The architecture of the open recipe."""
        return self.catalogue.architecture(self.document.recipe.preset)

    def refresh(self) -> None:
        """New analysis or another place: the rows that there are now, with their values."""
        architecture, analysis = self.architecture(), self.document.analysis
        self.scope.refresh()
        self.dormant.refresh(architecture)
        if architecture is None or analysis is None:
            return
        place = analysis["places"].get(self.document.selection.place)
        if place is None:
            return
        names = tuple(
            n for n, spec in architecture.knobs.items() if n in place["knobs"] and place["level"] in spec.scopes
        )
        if self._built_for != (architecture.name, names):
            self._build(architecture, names)
            self._built_for = (architecture.name, names)
        self.refresh_values()

    def _on_recipe_changed(self) -> None:
        """The rows whose own setting moved follow at once; the others wait for the engine's answer."""
        recipe, place = self.document.recipe, self.document.selection.place
        held = recipe.overrides().get(place, {}) if place else recipe.values()
        moved = {name for name in {*held, *self._held} if held.get(name) != self._held.get(name)}
        self._show(moved)

    def refresh_values(self) -> None:
        """Values, notes and legal values, in place."""
        self._show(self.rows)

    def _show(self, names: Iterable[str]) -> None:
        recipe, place = self.document.recipe, self.document.selection.place
        held = self._held = recipe.overrides().get(place, {}) if place else recipe.values()
        for name in names:
            row, reading = self.rows.get(name), self.document.reading(name, place)
            if row is None or reading is None:
                continue
            set_here = held.get(name)
            value = reading["value"] if set_here is None else set_here
            here = set_here is not None
            outside = self._outside(row.spec, place) if here else ""
            below = self._below(row.spec, place) if reading.get("mixed") else ""
            row.show_reading(reading, value, here=here, outside=outside, narrow=bool(place), below=below)

    def set_catalogue(self, catalogue: Catalogue) -> None:
        """The engine's own catalogue replaces the committed one."""
        self.catalogue = catalogue
        self._built_for = ("", ())
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Colours of the painted rows."""
        self._theme = theme
        set_theme_within(self, theme)

    def _outside(self, spec: KnobSpec, place: str) -> str:
        """What holds around this place: the whole network's value, for the network the preset's."""
        if place:
            reading = self.document.reading(spec.name, "")
            return spec.text(reading["value"]) if reading else ""
        baseline = self.document.baseline
        if baseline is None or baseline.get("preset") != self.document.recipe.preset:
            return ""
        reading = baseline["places"].get("", {}).get("knobs", {}).get(spec.name)
        return spec.text(reading["value"]) if reading else ""

    def _below(self, spec: KnobSpec, place: str) -> str:
        """Where below this place the value changes, a line each: ``Stage 1: 1``."""
        places = self.document.analysis["places"] if self.document.analysis else {}
        values = {path: each["knobs"][spec.name]["value"] for path, each in places.items() if spec.name in each["knobs"]}
        lines = []
        for path, value in values.items():
            outer = path
            while outer != place and (outer == path or outer not in values) and outer:
                outer = outer.rpartition(".")[0]
            if path != place and path.startswith(f"{place}." if place else "") and value != values.get(outer, value):
                lines.append(f"{place_name(path, places[path]['level'])}: {spec.text(value)}")
        return "\n".join(lines[:MOST_BELOW] + (["…"] if len(lines) > MOST_BELOW else []))

    def _build(self, architecture: ArchitectureSpec, names: tuple[str, ...]) -> None:
        self.rows = {name: row_for(architecture.knobs[name]) for name in names}
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 12, 12)
        column.setSpacing(6)
        slots = [row for row in self.rows.values() if isinstance(row, SlotCell)]
        for row in self.rows.values():
            row.wished.connect(self._on_wished)
            row.reset_wished.connect(self._on_reset_wished)
            row.refused.connect(self.refused)
            if not isinstance(row, SlotCell):
                column.addWidget(row)
        if slots:
            column.addSpacing(4)
            column.addWidget(label(self.tr("Activations")))
            grid = QGridLayout()
            grid.setHorizontalSpacing(8)
            grid.setVerticalSpacing(4)
            for i, slot in enumerate(slots):
                grid.addWidget(slot, i // 2, i % 2)
            grid.setColumnStretch(0, 1)
            grid.setColumnStretch(1, 1)
            column.addLayout(grid)
        column.addWidget(self.dormant)
        column.addStretch(1)
        self.empty.hide()
        set_theme_within(content, self._theme)
        self.area.setWidget(content)

    def _on_wished(self, name: str, value: Value, gesture: int) -> None:
        place = self.document.selection.place
        self.document.set_knob(name, value, place, text=self._step_text(name, value, place), gesture=gesture)

    def _on_reset_wished(self, name: str) -> None:
        place = self.document.selection.place
        text = self.tr("reset {0}").format(knob_title(self.rows[name].spec))
        self.document.reset_knob(name, place, text=text + self._suffix(place))

    def _step_text(self, name: str, value: Value, place: str) -> str:
        spec = self.rows[name].spec
        return f"{knob_title(spec)} {spec.text_with_unit(value)}{self._suffix(place)}"

    def _suffix(self, place: str) -> str:
        if not place or self.document.analysis is None:
            return ""
        return " · " + place_name(place, self.document.analysis["places"][place]["level"]).lower()
