"""The knobs of the place that is lit: a scope switch, one row a knob. Shows the document, sends wishes back, owns no value."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QScrollArea, QToolButton, QVBoxLayout, QWidget

from explorer.core.catalogue import ArchitectureSpec, Catalogue, KnobSpec
from explorer.core.recipe import Value
from explorer.session.document import Document
from explorer.session.selection import LEVELS
from explorer.views.dormant import DormantList
from explorer.views.knob_row import KnobRow, SlotCell, row_for
from explorer.views.reach import MOST_BELOW, Reach
from explorer.views.theme import LIGHT, SMALL_PX, Theme
from explorer.views.widgets import Note, Segments, is_shown, label, mark, only_downwards, section, set_theme_within
from explorer.views.words import knob_title, place_name, places_name

LEAST_PX = 260  # of the rows with their scroll bar: a narrower panel would cut the values off
RIGHT_PX = 6  # beside the scroll bar


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
        selection = self._document.selection
        bare = {"network": self.tr("Network"), "stage": self.tr("Stage"), "block": self.tr("Block")}
        missing = {
            "network": "", "stage": self.tr("Select a stage in the graph to set its knobs apart."),
            "block": self.tr("Select a block in the graph to set its knobs apart."),
        }
        for index, (level, places) in enumerate(zip(LEVELS, self._offered(), strict=True)):
            if places:
                text = places_name(places, selection.level, short=True)
                self.segments.describe(index, text, enabled=True, tip=self._tip(level, places))
            else:
                self.segments.describe(index, bare[level], enabled=False, tip=missing[level])
            if places and places == selection.places:
                self.segments.show_choice(index)

    def _offered(self) -> tuple[tuple[str, ...], ...]:
        """The places of each segment; the last one has stages and blocks where both are selected."""
        found = self._document.selection.implied_places()
        network, stages, blocks, own = (found[name] for name in (*LEVELS, "narrowest"))
        return network, stages, blocks or (own if own not in (network, stages) else ())

    def _tip(self, level: str, places: tuple[str, ...]) -> str:
        here = {
            "network": self.tr("Knobs act on the whole network."), "stage": self.tr("Knobs act on this stage only."),
            "block": self.tr("Knobs act on this block only."),
        }
        if len(places) == 1:
            return here[level]
        names = ", ".join(place_name(p, self._document.selection.level(p)) for p in places[:MOST_BELOW])
        return self.tr("Knobs act on all of these at once: {0}").format(names + (" …" if len(places) > MOST_BELOW else ""))

    def _on_chosen(self, index: int) -> None:
        places = self._offered()[index]
        if places:
            self._document.selection.choose_places(places)


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
        self.reach = Reach(document, self.architecture)
        self._built_for: tuple[object, ...] = ()
        self._missed = False  # something, while the panel was out of sight
        self.scope = ScopeSwitch(document, self)
        self.to_network = QToolButton()
        mark(self.to_network, "link")
        self.to_network.setObjectName("knobs.to_network")
        self.to_network.setText(self.tr("reset to network"))
        self.to_network.setToolTip(self.tr("Takes away all that is set here and within, in one step; the network's knobs hold."))
        self.to_network.setFixedHeight(SMALL_PX + 5)
        policy = self.to_network.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # the first override of a drag must not move what is dragged
        self.to_network.setSizePolicy(policy)
        self.to_network.clicked.connect(self.reach.reset_all)
        self.missing = Note(most=4)
        self.missing.setObjectName("knobs.missing")
        self.empty = label(self.tr("The engine is starting; the knobs follow in a moment."), ink="dim")
        self.empty.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 0, 0)
        column.setSpacing(8)
        head = QVBoxLayout()
        head.setContentsMargins(0, 0, 12, 0)
        head.setSpacing(8)
        title = QHBoxLayout()
        title.addWidget(section(self.tr("Knobs")), 1)
        title.addWidget(self.to_network)
        head.addLayout(title)
        head.addWidget(self.scope.segments)
        head.addWidget(self.empty)
        column.addLayout(head)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        only_downwards(self.area)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its rows take the keyboard, and scroll into sight
        self.area.setMinimumWidth(LEAST_PX)
        column.addWidget(self.area, 1)
        self.dormant = DormantList(document, self)
        document.analysed.connect(self.refresh)
        document.recipe_changed.connect(self._on_recipe_changed)
        document.selection.place_changed.connect(self.refresh)
        document.selection.changed.connect(self.scope.refresh)
        document.selection.nodes_changed.connect(self.scope.refresh)
        self.scope.refresh()
        self._show_reset()

    def architecture(self) -> ArchitectureSpec | None:
        """The architecture of the open recipe."""
        return self.catalogue.architecture(self.document.recipe.preset)

    def refresh(self) -> None:
        """New analysis or another place: the rows that there are now, with their values."""
        self._missed = not is_shown(self)
        if self._missed:
            return
        architecture, analysis = self.architecture(), self.document.analysis
        self.scope.refresh()
        self.dormant.refresh(architecture)
        self._show_reset()
        specs = self.reach.specs()
        if architecture is None or analysis is None or not self.reach.places():
            return
        built = (architecture.name, tuple(specs))
        if self._built_for != built:
            self._build(specs)
            self._built_for = built
        self._show_missing(architecture)
        self.refresh_values()

    def _on_recipe_changed(self) -> None:
        """The rows whose own setting moved follow at once; the others wait for the engine's answer."""
        if not is_shown(self):
            self._missed = True
            return
        self.refresh_values()
        self._show_reset()

    def refresh_values(self) -> None:
        """Values, notes and legal values, in place; rows of which nothing changed do nothing."""
        for row in self.rows.values():
            shown = self.reach.shown(row.spec)
            if shown is not None:
                row.show_knob(shown)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._missed:
            self.refresh()

    def focus_knob(self, name: str) -> None:
        """Put the cursor into a knob's field, its text marked, so that it can be typed."""
        row = self.rows.get(name)
        if row is None:
            return
        self.area.ensureWidgetVisible(row)
        field = row.findChild(QLineEdit) or row.findChild(QComboBox) or row
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if isinstance(field, QLineEdit):
            field.selectAll()

    def _show_reset(self) -> None:
        """The way back for all that is set here; nothing is shown where nothing is set."""
        possible, whole = self.reach.is_overridden(), self.reach.places() == ("",)
        if self.to_network.isHidden() == possible:
            self.to_network.setVisible(possible)
        text = self.tr("reset stages and blocks") if whole else self.tr("reset to network")
        if self.to_network.text() != text:
            self.to_network.setText(text)

    def _show_missing(self, architecture: ArchitectureSpec) -> None:
        """Of several places, which knobs are left out because some have none."""
        missing = self.reach.missing()
        names = [f"{self._titled(architecture.knobs[name])} ({self._named(places)})" for name, places in missing.items()]
        self.missing.setVisible(bool(missing))
        self.missing.show_text(self.tr("not at all of them: {0}").format("; ".join(names)) if names else "")
        self.missing.setToolTip(self.missing.text())

    def _titled(self, spec: KnobSpec) -> str:
        return self.tr("activation after {0}").format(knob_title(spec)) if spec.is_slot else knob_title(spec)

    def _named(self, places: tuple[str, ...]) -> str:
        if len(places) > 2:
            return self.tr("not at {0}").format(places_name(places, self.document.selection.level).lower())
        return self.tr("not at {0}").format(", ".join(self.reach.name_of(p).lower() for p in places))

    def set_catalogue(self, catalogue: Catalogue) -> None:
        """The engine's own catalogue replaces the committed one."""
        self.catalogue = catalogue
        self._built_for = ()
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Colours of the painted rows."""
        self._theme = theme
        set_theme_within(self, theme)

    def _build(self, specs: dict[str, KnobSpec]) -> None:
        self.rows = {name: row_for(spec) for name, spec in specs.items()}
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, RIGHT_PX, 12)
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
        column.addWidget(self.missing)
        column.addWidget(self.dormant)
        column.addStretch(1)
        self.empty.hide()
        set_theme_within(content, self._theme)
        self.area.setWidget(content)

    def _on_wished(self, name: str, value: Value, gesture: int) -> None:
        self.reach.set(self.rows[name].spec, value, gesture)

    def _on_reset_wished(self, name: str) -> None:
        self.reach.reset(self.rows[name].spec)
