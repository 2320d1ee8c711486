"""The knobs of the selection as menus: the values that can be chosen at once, the others by typing them in the panel."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from explorer.core.catalogue import KnobSpec
from explorer.core.recipe import Value
from explorer.views.reach import Reach, Shown
from explorer.views.words import knob_help, knob_title

MOST_LEGAL = 16  # legal values that are listed beside the paper's own


def offered(spec: KnobSpec, shown: Shown) -> list[Value]:
    """The values of a knob's menu, in order: all of a choice; of a number the paper's, the present and, where few, the legal."""
    if spec.kind == "choice":
        return list(spec.choices)
    if spec.kind == "bool":
        return [True, False]
    numbers = {float(v) for v in (*spec.special, *spec.snaps)}
    present = (shown.value, *(value for _, value in shown.varies))
    legal = shown.legal or ()
    numbers |= {float(v) for v in (*present, *(legal if len(legal) <= MOST_LEGAL else ()))}
    return [spec.value_at(number) for number in sorted(numbers)]


def add_knobs(menu: QMenu, reach: Reach, on_other: Callable[[str], None]) -> None:
    """One submenu a knob that all places have, the activations in one; ``on_other`` is called with the knob to be typed."""
    specs = reach.specs()
    slots = [spec for spec in specs.values() if spec.is_slot]
    for spec in specs.values():
        if not spec.is_slot:
            _add_knob(menu, reach, spec, on_other)
    if slots:
        inner = _submenu(menu, QCoreApplication.translate("knobs", "Activations"), "menu.activations")
        for spec in slots:
            _add_knob(inner, reach, spec, on_other)


def _add_knob(menu: QMenu, reach: Reach, spec: KnobSpec, on_other: Callable[[str], None]) -> None:
    shown = reach.shown(spec)
    if shown is None:
        return
    now = QCoreApplication.translate("knobs", "mixed") if shown.varies else spec.text_with_unit(shown.value)
    inner = _submenu(menu, f"{'● ' if shown.is_override else ''}{knob_title(spec)}: {now}", f"menu.{spec.name}")
    inner.menuAction().setToolTip(knob_help(spec))
    for value in offered(spec, shown):
        why_not = shown.why_not(value)
        action = inner.addAction(spec.text_with_unit(value))
        action.setCheckable(True)
        action.setChecked(not shown.varies and value == shown.value)
        action.setEnabled(not why_not)
        action.setToolTip(why_not or knob_help(spec))
        action.triggered.connect(lambda _on=False, chosen=value: reach.set(spec, chosen))
    inner.addSeparator()
    if spec.kind in ("int", "float"):
        other = inner.addAction(QCoreApplication.translate("knobs", "Other…"))
        other.setToolTip(QCoreApplication.translate("knobs", "Puts the cursor into the knob's field: {0}").format(spec.allowed()))
        other.triggered.connect(lambda _on=False: on_other(spec.name))
    reset = inner.addAction(QCoreApplication.translate("knobs", "Take the setting away here"))
    reset.setEnabled(shown.here)
    reset.setToolTip(
        QCoreApplication.translate("knobs", "The wider setting holds again.") if shown.here
        else QCoreApplication.translate("knobs", "Nothing is set here.")
    )
    reset.triggered.connect(lambda _on=False: reach.reset(spec))


def _submenu(menu: QMenu, text: str, name: str) -> QMenu:
    inner = menu.addMenu(text)
    inner.setObjectName(name)
    inner.setToolTipsVisible(True)
    return inner
