"""Panels that are out of sight do nothing at an analysis, and are right as soon as they come back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from explorer.core.recipe import Recipe
from explorer.views.widgets import Figure, Note
from explorer.views.window import MainWindow
from tests.views.making import analysis

NARROW = Recipe.of("mobilenet_v2", {"alpha": 0.5})


def change(window: MainWindow) -> None:
    window.session.document.set_knob("alpha", 0.5)
    window.session.document.accept(NARROW, analysis(NARROW))


@pytest.mark.parametrize("hide", ["docks", "presentation"])
def test_nothing_is_written_into_hidden_panels(window: MainWindow, monkeypatch: pytest.MonkeyPatch, hide: str) -> None:
    if hide == "docks":
        window.docks["left"].hide()
        window.docks["right"].hide()
    else:
        window.table["present"].trigger()
    away = [window.docks["left"], window.docks["right"]]
    written: list[str] = []
    plain: Callable[..., None] = Figure.show_text

    def noted(self: Figure, text: str, mark: str = "") -> None:
        if text != self.text() and any(dock.isAncestorOf(self) for dock in away):
            written.append(f"{self.objectName()}: {text}")
        plain(self, text, mark)

    monkeypatch.setattr(Figure, "show_text", noted)
    change(window)
    assert written == []
    assert window.knobs.rows["alpha"].findChild(Note) is not None


def test_they_catch_up_when_they_are_shown(window: MainWindow) -> None:
    window.docks["left"].hide()
    window.docks["right"].hide()
    change(window)
    window.docks["left"].show()
    window.docks["right"].show()
    assert window.totals.macs.value.text() == "97.13 M"
    assert window.inspector.values["macs"].text().startswith("97.13 M")
    assert window.knobs.rows["alpha"].findChild(type(window.library.search)).text() == "0.5"  # type: ignore[union-attr]


def test_another_architectures_knobs_are_there_when_the_panel_comes_back(window: MainWindow) -> None:
    window.docks["left"].hide()
    window.session.document.open_preset("shufflenet_v1")
    window.session.document.accept(Recipe("shufflenet_v1"), analysis(Recipe("shufflenet_v1")))
    assert "bottleneck" not in window.knobs.rows
    window.docks["left"].show()
    assert "bottleneck" in window.knobs.rows
