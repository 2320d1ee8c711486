"""The command line and the window give the same analysis: the same figures of every layer, place and total, to the last digit."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from explorer.core import measures
from explorer.core.advice import advice
from explorer.core.catalogue import read_catalogue
from explorer.core.recipe import Recipe
from explorer.core.shares import shares
from explorer.session.preferences import Preferences
from explorer.session.session import Session

MAIN = Path(__file__).resolve().parents[1] / "main.py"
LONG_MS = 60_000
CASES = (
    (Recipe.of("mobilenet_v2", {"alpha": 0.5, "resolution": 160}, {"stages.3": {"expansion": 4}}), "macs",
     ["mobilenet_v2", "--set", "alpha=0.5", "--set", "resolution=160", "--at", "stages.3:expansion=4"]),
    (Recipe.of("repvgg_a0", {"deploy": True}), "macs", ["repvgg_a0", "--set", "deploy=true"]),
    (Recipe.of("shufflenet_v1", {"groups": 8}), "flops", ["shufflenet_v1", "--set", "groups=8", "--rule", "flops"]),
)
ONLY_THERE = {"edges", "resolutions", "advice", "shares", "graph"}  # the window computes them, or draws graph.edges


@pytest.fixture(scope="module")
def session(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """The window's session with its own engine process."""
    made = Session(Recipe("mobilenet_v2"), read_catalogue(), Preferences(str(tmp_path_factory.mktemp("settings"))))
    made.latency.set_auto(False)
    yield made
    made.stop()


def by_command(words: list[str]) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, str(MAIN), "analyse", *words, "--json"], capture_output=True, text=True, check=True, timeout=120
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def plain(value: Any) -> Any:
    """As JSON has it: tuples are lists."""
    return json.loads(json.dumps(value))


@pytest.mark.parametrize(("recipe", "rule", "words"), CASES, ids=lambda case: case.preset if isinstance(case, Recipe) else "")
def test_the_window_shows_what_the_command_says(
    qtbot: QtBot, session: Session, recipe: Recipe, rule: str, words: list[str]
) -> None:
    session.choose_rule(rule)
    session.document.open_preset(recipe)
    session.start()
    document = session.document
    qtbot.waitUntil(
        lambda: document.accepted == recipe and document.analysis is not None and document.analysis["rule"] == rule,
        timeout=LONG_MS,
    )
    shown, told = document.analysis, by_command(words)
    assert shown is not None
    assert told["digest"] == recipe.digest()
    for key in told.keys() - ONLY_THERE - {"layers"}:
        assert plain(shown[key]) == told[key], key
    assert len(told["layers"]) == len(shown["layers"]) > 10
    for there, here in zip(told["layers"], shown["layers"], strict=True):
        assert plain(dict(here)) == there
    assert plain(measures.resolutions(shown)) == told["resolutions"]
    assert plain(advice(shown)) == told["advice"]
    assert [share.macs for share in shares(shown)] == [share["macs"] for share in told["shares"]]
