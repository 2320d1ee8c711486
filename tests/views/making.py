"""Windows for tests: a small catalogue, a session whose workers are fakes without torch, answers given by hand."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from typing import Any

from explorer.analysis import analyse
from explorer.core.catalogue import ArchitectureSpec, Catalogue, KnobSpec, PresetSpec
from explorer.core.recipe import Recipe
from explorer.session.jobs import Command
from explorer.session.preferences import Preferences
from explorer.session.session import Session
from tests.session.recorded import analysis_of

FAKE = Path(__file__).resolve().parents[1] / "session" / "fake_worker.py"
PLAIN = Recipe("mobilenet_v2")
SCOPES = ("network", "stage", "block")
KNOBS = (
    KnobSpec("alpha", "α", "width", "float", 1.0, "Multiplies the channels.", "Net, section 1", 0.1, 2.0, 0.01,
             snaps=(0.25, 0.5, 0.75, 1.0), scopes=("network", "stage")),
    KnobSpec("expansion", "t", "expansion", "int", 6, "Width of the middle.", "Net, Table 1", 1, 12,
             snaps=(1, 2, 4, 6), scopes=SCOPES),
    KnobSpec("groups", "g", "groups of 1×1", "int", 1, "Groups.", "Other, section 3", 1, 64,
             snaps=(1, 2, 3, 4, 8), scopes=SCOPES),
)


@cache
def analysis(recipe: Recipe) -> dict[str, Any]:
    """A real analysis, made once."""
    return analyse(recipe)


def catalogue() -> Catalogue:
    """Two architectures, one with two presets."""
    knobs = {k.name: k for k in KNOBS}
    presets = (PresetSpec("net", "Table 1"), PresetSpec("net_large", "Table 2"))
    return Catalogue([
        ArchitectureSpec(
            "net", "Net", "Nets", 2018, "Net (arXiv:0000.00001)", "https://example.org", "models/net.py", knobs, presets
        ),
        ArchitectureSpec(
            "other", "Other", "Others", 2020, "Other (arXiv:0000.00002)", "https://example.org", "models/other.py", knobs,
            (PresetSpec("other", "Table 1"),),
        ),
    ])


def fakes() -> dict[str, Command]:
    """Workers that answer nothing by themselves."""
    return dict.fromkeys(("engine", "bench", "export", "sweep"), Command(sys.executable, (str(FAKE),)))


def session(folder: Path) -> Session:
    """A session of fakes that answer nothing by themselves; its settings lie in ``folder``."""
    made = Session(Recipe("net"), catalogue(), Preferences(str(folder)), commands=fakes())
    made.latency.set_auto(False)
    return made


def answer(made: Session) -> None:
    """The engine's answer to what is open now."""
    document = made.document
    document.compare_with(document.recipe.preset, analysis_of(Recipe(document.recipe.preset)))
    document.accept(document.recipe, analysis_of(document.recipe))
