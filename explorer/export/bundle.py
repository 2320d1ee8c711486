"""Networks to be timed elsewhere: a folder of ONNX files, their input, PyTorch's answers, a script that needs onnxruntime only.

The folder is made under a temporary name and gets its own when it is whole. Every file is verified as an export is.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import torch

from explorer import __version__
from explorer.analysis import input_shape
from explorer.analysis.totals import totals
from explorer.core.errors import BadInput
from explorer.core.recipe import Recipe
from explorer.core.watch import IsCancelled, Progress, never, stop_if, unwatched
from explorer.export.deliver import export_onnx
from explorer.weights import seeded_input, weighted

FORMAT = "architecture-explorer/bundle"
VERSION = 1
SCRIPT = Path(__file__).resolve().parents[2] / "resources" / "elsewhere" / "measure.py"
INPUT_SEED = 1
README = """Networks to be timed on this machine: python measure.py (needs numpy and onnxruntime).
Carry results-….json back and read it there: main.py join results-….json
"""


def write_bundle(
    recipes: Mapping[str, Recipe], folder: Path, *, batch: int = 1, seed: int = 0,
    progress: Progress = unwatched, cancelled: IsCancelled = never,
) -> dict[str, Any]:
    """Write the folder: {path, bundle, entries [{name, digest, file, bytes, sha256, checks}]}; ``recipes`` by name.

    Raises BadInput where the folder exists or cannot be made, or a recipe is refused; Cancelled between two. Nothing is left
    then.
    """
    if folder.exists():
        raise BadInput("{0} exists; name a folder that does not, so that nothing is mixed", folder)
    if not folder.parent.is_dir():
        raise BadInput("cannot make {0}: there is no folder {1}", folder, folder.parent)
    digests = [recipe.digest() for recipe in recipes.values()]
    if len(set(digests)) < len(digests):
        raise BadInput("two of the networks are the same; name each once")
    try:
        made = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}."))
    except OSError as error:
        raise BadInput("cannot make {0}: {1}", folder, error.strerror) from error
    try:
        entries, reports = [], []
        for number, (name, recipe) in enumerate(recipes.items()):
            stop_if(cancelled)
            progress(number / len(recipes), ["writing {0}, {1} of {2}", name, str(number + 1), str(len(recipes))])
            entry, report = _entry(name, recipe, made, batch, seed, cancelled)
            entries.append(entry)
            reports.append(report)
        bundle = hashlib.sha256("".join(digests).encode()).hexdigest()[:16]
        manifest = {"format": FORMAT, "version": VERSION, "bundle": bundle, "program": __version__, "entries": entries}
        (made / "manifest.json").write_text(json.dumps(manifest, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        (made / "README.txt").write_text(README, encoding="utf-8")
        shutil.copyfile(SCRIPT, made / "measure.py")
        made.chmod(0o755)
        made.rename(folder)
    except OSError as error:
        shutil.rmtree(made, ignore_errors=True)
        raise BadInput("cannot make {0}: {1}", folder, error.strerror or error) from error
    except BaseException:
        shutil.rmtree(made, ignore_errors=True)
        raise
    return {"path": str(folder), "bundle": bundle, "entries": reports}


def _entry(
    name: str, recipe: Recipe, folder: Path, batch: int, seed: int, cancelled: IsCancelled
) -> tuple[dict[str, Any], dict[str, Any]]:
    """One network's files; its place in the manifest, its place in the report."""
    file = f"{name}.onnx"
    report = export_onnx(recipe, folder / file, batch=batch, seed=seed, cancelled=cancelled)
    shape = (batch, *input_shape(recipe)[1:])
    image = seeded_input(shape, INPUT_SEED)
    with torch.inference_mode():
        answer = weighted(recipe, seed).module(image)
    sides = "x".join(str(side) for side in shape)
    input_file, answer_file = f"input-{sides}.npy", f"{name}.answer.npy"
    if not (folder / input_file).exists():
        np.save(folder / input_file, image.numpy())
    np.save(folder / answer_file, answer.numpy())
    entry = {
        "name": name, "digest": recipe.digest(), "recipe": recipe.structure().to_json(), "macs": totals(recipe)["macs"],
        "input": list(shape), "file": file, "sha256": report["sha256"], "input_file": input_file, "answer_file": answer_file,
    }
    told = {"name": name, **{key: report[key] for key in ("digest", "bytes", "sha256", "checks", "exporter")}, "file": file}
    return entry, told
