"""What the workers can be asked for: job name → function of the request. Imports torch; the worker imports this late."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, cast

import orjson
import torch

from explorer.core import rules
from explorer.core.errors import BadInput
from explorer.core.own import OwnFile, read_files
from explorer.core.recipe import Recipe, write_atomically
from explorer.core.watch import IsCancelled, Progress
from explorer.measure.hardware import devices

if TYPE_CHECKING:
    from explorer.analysis.walk import Walk
    from explorer.sweep.job import Tell

COUNT_S = 0.05  # so long a drag that begins may have to wait
Handler = Callable[[dict[str, Any], Progress, IsCancelled], dict[str, Any] | bytes]


def hello() -> dict[str, Any]:
    """What a worker says of itself when it is ready."""
    return {"torch": str(torch.__version__), "devices": devices(), "cpus": os.cpu_count() or 1, "pid": os.getpid()}


_spent: list[Walk] = []


def tidy() -> None:
    """Free what the last answer left behind, now that it has gone out."""
    for walked in _spent:
        walked.untie()
    _spent.clear()


def handlers(kind: str) -> dict[str, Handler]:
    """The jobs of one kind of worker; what they need is imported now, so that the first job is as fast as the others."""
    if kind == "engine":
        return _engine()
    if kind == "trial":
        return _trial()
    if kind == "sweep":
        return _sweep()
    return (_bench() if kind == "bench" else _export()) | {"library": _library}


def _engine() -> dict[str, Handler]:
    from explorer.analysis import analyse
    from explorer.analysis.own import load, whole_catalogue
    from explorer.analysis.published import shelf
    from explorer.analysis.published_points import published_points
    from explorer.core.compare import brief

    shelf()  # read now, while the window builds itself
    own: list[OwnFile] = []
    torch.set_num_threads(1)  # shapes only; the processors are left to the window and to measurements

    def answer(request: dict[str, Any], progress: Progress, cancelled: IsCancelled) -> bytes:
        known = request.get("frame")
        if not isinstance(known, str | None):
            raise BadInput("frame is {0}; the id of one is needed, or \"\" for none", known)
        # the window draws the graph's own edges
        return orjson.dumps(analyse(_recipe(request), _rule(request), edges=False, known=known, spent=_spent))

    def figures(request: dict[str, Any], progress: Progress, cancelled: IsCancelled) -> bytes:
        return orjson.dumps(brief(analyse(_recipe(request), _rule(request), edges=False)))

    def counts(request: dict[str, Any], progress: Progress, cancelled: IsCancelled) -> dict[str, Any]:
        return {"counts": _counts(request)}

    def describe(request: dict[str, Any], progress: Progress, cancelled: IsCancelled) -> dict[str, Any]:
        return whole_catalogue(own)

    def library(request: dict[str, Any], progress: Progress, cancelled: IsCancelled) -> dict[str, Any]:
        own[:] = load(read_files(request), analysed=False)
        return {"files": [f.to_json() for f in own]}

    def published(request: dict[str, Any], progress: Progress, cancelled: IsCancelled) -> dict[str, Any]:
        return {"points": published_points()}

    return {
        "analyse": answer, "figures": figures, "catalogue": describe, "library": library, "published": published,
        "source": _source, "counts": counts,
    }


def _counts(request: dict[str, Any]) -> list[dict[str, Any]]:
    """{macs, incomplete} of the first recipes, as many as ``COUNT_S`` is enough for; nothing of one that cannot be built."""
    from explorer.analysis.totals import totals

    found: list[dict[str, Any]] = []
    end = monotonic() + COUNT_S
    for document in request.get("recipes", ()):
        try:
            told = totals(Recipe.from_json(document), _rule(request))
            found.append({name: told[name] for name in ("macs", "incomplete")})
        except BadInput:
            found.append({})
        if monotonic() > end:
            break
    return found


def _source(request: dict[str, Any], progress: Progress, cancelled: IsCancelled) -> bytes:
    """The network's own code; asked for only where it is shown, so its imports wait."""
    from explorer.analysis.source import source

    return orjson.dumps(source(_recipe(request)))


def _library(request: dict[str, Any], progress: Progress, cancelled: IsCancelled) -> dict[str, Any]:
    """The user's files that were tried elsewhere, for the jobs after this one."""
    from explorer.analysis.own import load

    return {"files": [f.to_json() for f in load(read_files(request), analysed=False)]}


def _trial() -> dict[str, Handler]:
    """A process to lose: imports the user's files and says before each which one it is."""
    from explorer.analysis.own import load

    torch.set_num_threads(1)

    def attempt(request: dict[str, Any], progress: Progress, cancelled: IsCancelled) -> dict[str, Any]:
        files = read_files(request)
        report = load(files, watch=lambda file: progress(files.index(file) / len(files), [str(files.index(file))]))
        return {"files": [f.to_json() for f in report]}

    return {"try": attempt}


def _bench() -> dict[str, Handler]:
    from explorer.analysis import source_of
    from explorer.analysis.opinions import opinions
    from explorer.core.keeping import kept, kept_comparison
    from explorer.measure import Settings, compare_fused, measure, measure_layers, peaks, side_by_side
    from explorer.measure.comparisons import pair
    from explorer.measure.conditions import conditions
    from explorer.measure.micro import micro_benchmark
    from explorer.weights import choose_file, report_of

    def answer(request: dict[str, Any], progress: Progress, cancelled: IsCancelled) -> dict[str, Any]:
        settings = Settings.from_json(request.get("settings", {}))
        recipe = _recipe(request)
        return kept(measure(recipe, settings, progress=progress, cancelled=cancelled) | source_of(recipe))

    def runtimes(request: dict[str, Any], progress: Progress, cancelled: IsCancelled) -> dict[str, Any]:
        settings, recipe = Settings.from_json(request.get("settings", {})), _recipe(request)
        names, extra = request.get("runtimes"), source_of(recipe)
        found = side_by_side(recipe, settings, names, progress=progress, cancelled=cancelled, extra=extra)
        for row in found["runtimes"]:
            if "measurement" in row:
                row["measurement"] = kept(row["measurement"])
        return found

    def layer_times(request: dict[str, Any], progress: Progress, cancelled: IsCancelled) -> dict[str, Any]:
        settings, recipe = Settings.from_json(request.get("settings", {})), _recipe(request)
        return kept(measure_layers(recipe, settings, progress=progress, cancelled=cancelled) | source_of(recipe), "layers")

    def present_conditions(request: dict[str, Any], progress: Progress, cancelled: IsCancelled) -> dict[str, Any]:
        return conditions(Settings.from_json(request.get("settings", {})))

    def roofs(request: dict[str, Any], progress: Progress, cancelled: IsCancelled) -> dict[str, Any]:
        settings = Settings.from_json(request.get("settings", {}))
        how = {name: bool(request[name]) for name in ("again", "measure") if name in request}
        return {"peaks": peaks(settings, **how, progress=progress, cancelled=cancelled)}

    def second_opinions(request: dict[str, Any], progress: Progress, cancelled: IsCancelled) -> dict[str, Any]:
        return opinions(_recipe(request))

    def fusion(request: dict[str, Any], progress: Progress, cancelled: IsCancelled) -> dict[str, Any]:
        return compare_fused(_recipe(request))

    def weights(request: dict[str, Any], progress: Progress, cancelled: IsCancelled) -> dict[str, Any]:
        recipe, path = _recipe(request), request.get("path", "")
        if not isinstance(path, str):
            raise BadInput("path is {0}; a file name is needed", path)
        if path:
            recipe = choose_file(recipe, Path(path))
        return {"recipe": recipe.to_json(), "report": report_of(recipe)}

    def in_turn(request: dict[str, Any], progress: Progress, cancelled: IsCancelled) -> dict[str, Any]:
        return kept_comparison(pair(request, progress, cancelled))

    def single_layer(request: dict[str, Any], progress: Progress, cancelled: IsCancelled) -> dict[str, Any]:
        settings, recipe = Settings.from_json(request.get("settings", {})), _recipe(request)
        chosen = recipe, request.get("layer"), request.get("over"), settings
        return kept_comparison(micro_benchmark(*chosen, progress=progress, cancelled=cancelled))

    timed = {"runtimes": runtimes, "layer_times": layer_times, "peaks": roofs, "conditions": present_conditions}
    timed |= {"pair": in_turn, "micro": single_layer}
    return timed | {"measure": answer, "opinions": second_opinions, "fusion": fusion, "weights": weights}


def _sweep() -> dict[str, Handler]:
    """The coordinator of a sweep: it analyses nothing itself, but its pool gets the user's own architectures from it."""
    from explorer.core.cluster import Cluster
    from explorer.sweep import cluster
    from explorer.sweep.job import sweep_job

    own: list[dict[str, Any]] = []
    torch.set_num_threads(1)

    def answer(request: dict[str, Any], progress: Progress, cancelled: IsCancelled) -> dict[str, Any]:
        return sweep_job(request, cast("Tell", progress), cancelled, own)  # the worker's progress takes rows too

    def library(request: dict[str, Any], progress: Progress, cancelled: IsCancelled) -> dict[str, Any]:
        loaded = _library(request, progress, cancelled)
        own[:] = loaded["files"]
        return loaded

    def workers(request: dict[str, Any], progress: Progress, cancelled: IsCancelled) -> dict[str, Any]:
        return {"workers": cluster.workers(Cluster.from_json(request.get("cluster")))}

    return {"sweep": answer, "workers": workers, "library": library}


def _export() -> dict[str, Handler]:
    from explorer.export import export_onnx
    from explorer.export.bundle import write_bundle
    from explorer.export.python import export_python, is_python
    from explorer.measure.elsewhere import join as read_back

    def answer(request: dict[str, Any], progress: Progress, cancelled: IsCancelled) -> dict[str, Any]:
        path = request.get("path")
        if not isinstance(path, str) or not path:
            raise BadInput("path is {0}; a file name is needed", path)
        if is_python(path):
            return export_python(_recipe(request), path, progress=progress, cancelled=cancelled)
        options = {name: request[name] for name in ("batch", "opset", "seed") if name in request}
        return export_onnx(_recipe(request), path, **options, progress=progress, cancelled=cancelled)

    def bundle(request: dict[str, Any], progress: Progress, cancelled: IsCancelled) -> dict[str, Any]:
        recipes, path = request.get("recipes"), request.get("path")
        if not isinstance(recipes, dict) or not recipes or not isinstance(path, str) or not path:
            raise BadInput("a bundle needs networks and a folder; they are {0} and {1}", recipes, path)
        found = {str(name): Recipe.from_json(document) for name, document in recipes.items()}
        options = {name: request[name] for name in ("batch", "seed") if name in request}
        return write_bundle(found, Path(path), **options, progress=progress, cancelled=cancelled)

    def join(request: dict[str, Any], progress: Progress, cancelled: IsCancelled) -> dict[str, Any]:
        return read_back([Path(str(path)) for path in request.get("paths", ())])

    return {"export": answer, "bundle": bundle, "join": join, "history": _history}


def _history(request: dict[str, Any], progress: Progress, cancelled: IsCancelled) -> dict[str, Any]:
    """{uids, path, format, samples}: measurements of the store as a file, in this order."""
    from explorer.core.store import Store
    from explorer.parquet import content_of

    with Store() as store:
        known = {entry.uid: entry for entry in store.find()}
        entries = [known[uid] for uid in request["uids"] if uid in known]
        content = content_of(store, entries, str(request["format"]), samples=bool(request.get("samples")))
    write_atomically(Path(request["path"]), content)
    return {"path": str(request["path"]), "measurements": len(entries), "bytes": len(content)}


def _recipe(request: dict[str, Any]) -> Recipe:
    return Recipe.from_json(request.get("recipe"))


def _rule(request: dict[str, Any]) -> str:
    rule = request.get("rule", rules.DEFAULT)
    if not isinstance(rule, str):
        raise BadInput("rule is {0}; a name is needed", rule)
    return rule
