"""Every preset, closed, opened one by one and opened wholly: nothing overlaps, no line meets a box, no text is cut."""

from __future__ import annotations

import os
from functools import cache
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

import models
from explorer.analysis import analyse
from explorer.core.graph import Network
from explorer.core.recipe import Recipe
from explorer.views.graph import GraphView
from explorer.views.graph.look import QUANTITIES
from explorer.views.graph.scene import GraphScene
from explorer.views.theme import DARK, contrast
from tests.models.building import spread
from tests.views.graph_checks import covered_labels, cut_texts, loose_ends, overlaps, placed, runs_through, ways

FIRST = [entry.presets[0].name for entry in models.architectures()]
PRESETS = [  # one of each architecture, the others for make test-full: they are drawn alike
    pytest.param(name, marks=[] if name in FIRST else [pytest.mark.slow]) for name in sorted(models.presets())
]
OPENED = 12  # places of one network opened alone; make test-full opens all that differ
FULL = bool(os.environ.get("ARCHITECTURE_EXPLORER_FULL"))


@cache
def _document(preset: str) -> dict[str, Any]:
    return analyse(Recipe.of(preset))


def _view(qtbot: QtBot, preset: str) -> tuple[GraphView, Network]:
    view = GraphView()
    qtbot.addWidget(view)
    network = Network.from_json(_document(preset))
    view.set_network(network)
    return view, network


def _faults(view: GraphView) -> list[str]:
    scene = view.scene()
    assert isinstance(scene, GraphScene)
    boxes, lines = placed(scene.nodes), ways(scene.lines.values())
    return [
        *overlaps(boxes), *runs_through(boxes, lines), *loose_ends(boxes, lines), *cut_texts(scene.nodes.values()),
        *covered_labels(scene.nodes, scene.lines.values()),
    ]


@pytest.mark.parametrize("preset", PRESETS)
def test_closed(qtbot: QtBot, preset: str) -> None:
    view, network = _view(qtbot, preset)
    assert _faults(view) == []
    assert len(view.boxes()) == len(network.groups())


@pytest.mark.parametrize("preset", PRESETS)
def test_each_opened_alone(qtbot: QtBot, preset: str) -> None:
    view, network = _view(qtbot, preset)
    kinds: dict[tuple[str, str], str] = {}
    for name in network.ids():
        if network.children(name):
            kinds.setdefault((network.node(name).role, network.node(name).signature), name)
    for name in kinds.values() if FULL else spread(list(kinds.values()), OPENED):
        view.set_opened(set(network.ancestors(name)))
        assert _faults(view) == [], name


@pytest.mark.parametrize("preset", PRESETS)
def test_wholly_opened(qtbot: QtBot, preset: str) -> None:
    view, _ = _view(qtbot, preset)
    view.expand_all()
    assert _faults(view) == []


@pytest.mark.parametrize("quantity", QUANTITIES)
def test_every_colour(qtbot: QtBot, quantity: str) -> None:
    view, network = _view(qtbot, "mobilenet_v2")
    view.set_colour(quantity, dict.fromkeys(network.ids(), 12.34))
    view.set_overrides({"stages.5": "t = 4 here, 6 elsewhere", "stages.5.1": "g = 2 here", "stages.4": "t = 3 here"})
    view.set_opened({"stages.5", "stages.5.1", "stages.5.0", "stages.5.1.expand"})
    assert _faults(view) == []
    view.set_theme(DARK)
    assert _faults(view) == []
    view.set_selected("stages.5")
    scene = view.scene()
    assert isinstance(scene, GraphScene)
    for item in scene.nodes.values():
        for run in item.runs:
            assert contrast(run.colour, item.ground) >= 4.5, (item.shape_data.id, run.text)


def test_wide_figures_move_nothing_else(qtbot: QtBot) -> None:
    view, _ = _view(qtbot, "mobilenet_v2")
    view.expand_all()
    for alpha in (0.35, 1.4, 2.0):
        view.set_network(Network.from_json(analyse(Recipe.of("mobilenet_v2", {"alpha": alpha, "resolution": 576}))))
        assert _faults(view) == [], alpha
