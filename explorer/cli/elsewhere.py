"""``main.py bundle`` and ``main.py join``: times from machines that this program does not run on."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from explorer.cli.choices import Choice
from explorer.core.errors import BadInput
from explorer.core.recipe import Recipe
from explorer.core.store import Store, hardware_of, key_of


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
    """Read result files into the store: {measurements [{uid, preset, digest, machine, host, median_ms, n, runtime, new}]}."""
    from explorer.measure.elsewhere import read_times

    found = [measurement for name in arguments.results for measurement in read_times(Path(name).expanduser())]
    with Store() as store:
        before = {entry.uid for entry in store.find()}
        uids = store.add_all(found)
    return {
        "measurements": [
            {
                "uid": uid, "preset": m["recipe"]["preset"], "digest": m["digest"], "machine": key_of(hardware_of(m)),
                "host": m["fingerprint"].get("host", ""), "median_ms": m["median_ms"], "n": m["n"],
                "runtime": m["fingerprint"]["runtime"], "flags": m["flags"], "new": uid not in before,
            }
            for uid, m in zip(uids, found, strict=True)
        ]
    }
