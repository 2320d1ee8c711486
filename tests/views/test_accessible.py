"""Keyboard, names, contrast and colours: what somebody without a mouse, without a screen or without one kind of cone needs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise
from math import dist

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QGraphicsView,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from explorer.core.recipe import Recipe
from explorer.views.chart_frame import ChartFrame
from explorer.views.shortcuts import ShortcutsDialog
from explorer.views.theme import THEMES, Theme, contrast, luminance
from explorer.views.window import MainWindow
from tests.views.comparing import pin

INTERACTIVE = (
    QAbstractButton, QLineEdit, QComboBox, QAbstractSlider, QAbstractItemView, QAbstractSpinBox, QTabBar, QGraphicsView,
    QPlainTextEdit, ChartFrame,
)
themes = pytest.mark.parametrize("theme", list(THEMES.values()), ids=list(THEMES))

# Machado, Oliveira and Fernandes (2009), IEEE TVCG 15(6), severity 1.0, on linear RGB.
BLINDNESS = {
    "none": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
APART = 15.0  # CIE 1976 distance; one is just seen side by side, ten at a glance


def lab(colour: str, seen: str) -> tuple[float, float, float]:
    """CIE L*a*b* (D65) of a colour as somebody with this blindness sees it."""
    ink = QColor(colour)
    linear = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in (ink.redF(), ink.greenF(), ink.blueF())]
    r, g, b = (min(max(sum(m * v for m, v in zip(row, linear, strict=True)), 0.0), 1.0) for row in BLINDNESS[seen])
    white = (0.95047, 1.0, 1.08883)
    xyz = (
        0.4124564 * r + 0.3575761 * g + 0.1804375 * b, 0.2126729 * r + 0.7151522 * g + 0.0721750 * b,
        0.0193339 * r + 0.1191920 * g + 0.9503041 * b,
    )
    x, y, z = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (v / w for v, w in zip(xyz, white, strict=True)))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def test_the_simulation_is_the_published_one() -> None:
    red, green = (lab(colour, "deuteranopia") for colour in ("#d7191c", "#1a9641"))
    assert dist(red, green) < dist(lab("#d7191c", "none"), lab("#1a9641", "none")) / 3
    assert lab("#ffffff", "protanopia") == pytest.approx((100, 0, 0), abs=0.1)
    assert lab("#808080", "tritanopia") == pytest.approx(lab("#808080", "none"), abs=0.2)


@themes
@pytest.mark.parametrize("seen", list(BLINDNESS))
def test_kinds_of_layer_stay_apart_for_every_eye(theme: Theme, seen: str) -> None:
    for (one, first), (other, second) in combinations(theme.kinds, 2):
        assert dist(lab(first, seen), lab(second, seen)) >= APART, (one, other)


@themes
@pytest.mark.parametrize("seen", list(BLINDNESS))
def test_the_ramp_grows_darker_by_even_steps_for_every_eye(theme: Theme, seen: str) -> None:
    steps = [lab(high, seen)[0] - lab(low, seen)[0] for low, high in pairwise(theme.ramp)]
    assert max(steps) < -5, "a higher cost is always darker"
    assert max(map(abs, steps)) / min(map(abs, steps)) < 2.5


@themes
def test_text_is_readable_on_every_ground(theme: Theme) -> None:
    for ink in ("text", "dim", "accent", "good", "warning"):
        for ground in ("panel", "background", "soft"):
            assert contrast(getattr(theme, ink), getattr(theme, ground)) >= 4.5, (ink, ground)


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)  # the greyest grey that WCAG lets pass on white
    assert luminance("#ffffff") == 1


def tabs_of(window: MainWindow) -> Iterator[int]:
    """Every tab of the lower side in turn, with something in it."""
    for i in range(2):
        pin(window, Recipe.of("mobilenet_v2", {"alpha": 0.5 + i / 10}), f"pin {i}")
    window.resize(1920, 1080)
    window.table["show_code"].setChecked(True)
    for index in range(window.bottom.tabs.count()):
        window.bottom.tabs.setCurrentIndex(index)
        QApplication.sendPostedEvents()
        yield index


def interactive(root: QWidget) -> list[QWidget]:
    """What can be used in it now. A spin box's own field is the spin box, a graphics view's viewport is the view."""
    return [
        each for each in root.findChildren(QWidget)
        if isinstance(each, INTERACTIVE) and each.isVisible() and not isinstance(each, QScrollBar | QHeaderView)
        and not isinstance(each.parentWidget(), QAbstractSpinBox | QComboBox)
    ]


def name_of(widget: QWidget) -> str:
    """What a screen reader calls it."""
    return widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")


def test_everything_one_can_use_has_a_name(window: MainWindow, qtbot: QtBot) -> None:
    seen: set[QWidget] = set()
    for index in tabs_of(window):
        for widget in interactive(window):
            seen.add(widget)
            words = name_of(widget)
            assert any(letter.isalnum() for letter in words), (index, type(widget).__name__, widget.objectName(), words)
    assert len(seen) > 100
    window.table["present"].trigger()
    window.table["palette"].trigger()
    for widget in interactive(window):
        assert any(letter.isalnum() for letter in name_of(widget)), (type(widget).__name__, widget.objectName())


def test_tab_reaches_everything_and_comes_round(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    for index in tabs_of(window):
        wanted = {
            widget for widget in interactive(window)
            if widget is window.centre.graph or (widget.isEnabled() and not isinstance(widget, QGraphicsView | QAbstractButton))
        }
        wanted |= {
            button for button in window.findChildren(QAbstractButton) if button.isVisible() and button.isEnabled()
            and button.focusPolicy() & Qt.FocusPolicy.TabFocus
        }
        wanted -= {window.bottom.layers.sums}  # its figures are read with the table; nothing can be done in it
        window.centre.graph.setFocus()
        reached: list[QWidget] = []
        for _ in range(400):
            window.focusNextPrevChild(True)
            here = window.focusWidget()
            assert here is not None
            if here in reached:
                break
            reached.append(here)
        groups = [each.group() for each in reached if isinstance(each, QAbstractButton) and each.group() is not None]
        left = {each for each in wanted - set(reached) if not (isinstance(each, QAbstractButton) and each.group() in groups)}
        missing = {(type(w).__name__, w.objectName(), name_of(w)) for w in left}
        assert not missing, (index, missing)


def test_arrows_reach_the_other_choices_of_a_group(window: MainWindow, qtbot: QtBot) -> None:
    """Tab comes to the one that is on, as in every group of which one is."""
    first, second = window.inspector.precision.button(0), window.inspector.precision.button(1)
    window.activateWindow()
    first.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert window.focusWidget() is second
    assert second.isChecked()


def picture(window: QWidget, widget: QWidget) -> QImage:
    """What is painted of a widget and a little around it."""
    QApplication.sendPostedEvents(None, QEvent.Type.UpdateRequest.value)
    corner = widget.mapTo(window, widget.rect().topLeft())
    return window.grab(widget.rect().translated(corner).adjusted(-4, -4, 4, 4)).toImage()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_one_sees_where_tab_has_come_to(window: MainWindow, qtbot: QtBot, theme: str) -> None:
    window.table[f"theme_{theme}"].trigger()
    window.activateWindow()
    for index in tabs_of(window):
        window.centre.graph.setFocus()
        for _ in range(400):
            window.focusNextPrevChild(True)
            here = window.focusWidget()
            assert here is not None
            with_focus = picture(window, here)
            assert not with_focus.isNull()
            here.clearFocus()
            assert picture(window, here) != with_focus, (index, type(here).__name__, here.objectName())
            here.setFocus(Qt.FocusReason.TabFocusReason)
            if here is window.centre.graph:
                break


def test_a_click_draws_no_ring(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    window.focusNextPrevChild(True)
    assert window.ring.isVisible()
    assert window.ring.target is window.focusWidget()
    window.centre.graph.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not window.ring.isVisible()


def test_the_list_of_shortcuts_is_searched_by_key_and_by_word(window: MainWindow, qtbot: QtBot) -> None:
    window.table["shortcuts"].trigger()
    dialog = window.findChild(ShortcutsDialog)
    assert dialog is not None

    def shown(text: str) -> list[str]:
        dialog.search.setText(text)
        return [words.text() for _, rows in dialog._lists for keys, words in rows if not keys.isHidden()]

    assert "Undo" in shown("ctrl+z")
    assert {"Larger", "Smaller", "Zoom to the selection"} <= set(shown("zoom"))
    assert shown("stop measuring") == ["Stop measuring"]
    assert dialog.none.isHidden()
    assert shown("no such thing") == []
    assert not dialog.none.isHidden()
    assert len(shown("")) > 100
    dialog.close()
