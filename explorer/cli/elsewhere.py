"""``main.py bundle`` and ``main.py join``: times from machines that this program does not run on."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from explorer.cli.choices import Choice
from explorer.core.errors import BadInput
from explorer.core.recipe import Recipe


def bundle(arguments: Namespace) -> dict[str, Any]:
    """Write the folder; its report. Raises BadInput."""
    from explorer.export.bundle import write_bundle

    if not 1 <= arguments.batch <= 1024:
        raise BadInput("--batch {0} is not allowed; allowed: 1 to 1024", arguments.batch)
    recipes: dict[str, Recipe] = {}
    for word in arguments.preset:
        recipe = Choice(word, (), ()).recipe
        name = Path(word).name.removesuffix(".json").removesuffix(".recipe")
        if name in recipes:
            raise BadInput("two of the networks are called {0}; rename one file", name)
        recipes[name] = recipe
    return write_bundle(recipes, Path(arguments.output).expanduser(), batch=arguments.batch, seed=arguments.seed)


def join(arguments: Namespace) -> dict[str, Any]:
    """Read result files into the store: ``measure.elsewhere.join``."""
    from explorer.measure.elsewhere import join as joined

    return joined([Path(name).expanduser() for name in arguments.results], whole=True)
