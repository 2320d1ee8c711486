"""The commands: each takes the parsed arguments, prints one document or table on stdout and returns its exit code."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

from explorer import worker
from explorer.analysis import analyse, catalogue
from explorer.analysis.own import whole_catalogue
from explorer.cli import tables
from explorer.cli.arguments import DYNAMIC, TABLE
from explorer.cli.child import ask_worker
from explorer.cli.choices import Choice
from explorer.cli.compare import compare
from explorer.cli.conditions import settings_of
from explorer.cli.picture import draw
from explorer.core import measures, rules
from explorer.core.advice import advice
from explorer.core.bench_environment import bench_environment
from explorer.core.columns import chosen_columns
from explorer.core.errors import BadInput
from explorer.core.measures import bytes_of
from explorer.core.recipe import Recipe
from explorer.core.shares import shares
from explorer.core.tabular import FORMATS


def _list(arguments: Namespace) -> int:
    document = whole_catalogue(arguments.own) if arguments.library else catalogue()
    if arguments.json:
        document |= {"presets": [p["name"] for a in document["architectures"] for p in a["presets"]]}
        document |= {"rules": [rule.describe() for rule in rules.RULES.values()]}
    return _print(arguments, document, tables.library)


def _analyse(arguments: Namespace) -> int:
    table = _layer_format(arguments)
    choice = Choice(arguments.preset, arguments.set, arguments.at)
    analysis = analyse(choice.recipe, arguments.rule)
    choice.check_places(analysis)
    analysis |= {"resolutions": measures.resolutions(analysis), "advice": advice(analysis)}
    analysis |= {"shares": [asdict(share) for share in shares(analysis)]}
    recipe = _with_weights(choice.recipe, arguments)
    if recipe.weights is not None:
        from explorer.weights import report_of

        analysis |= {"recipe": recipe.to_json(), "weights": report_of(recipe)}
    return _print(arguments, analysis, table)


def _layer_format(arguments: Namespace) -> Callable[[dict[str, Any]], str]:
    """What prints the layers; raises BadInput for a format there is none of."""
    name = arguments.format
    if name != TABLE and name not in FORMATS:
        raise BadInput("--format {0} is not allowed; allowed: {1}", name, ", ".join((TABLE, *FORMATS)))
    if arguments.json and name != TABLE:
        raise BadInput("--json and --format {0} exclude each other", name)
    bytes_of(0, arguments.precision)
    chosen = chosen_columns(arguments.columns)
    if chosen and (name == TABLE or arguments.shares):
        raise BadInput("--columns is for the layers as {0}", ", ".join(FORMATS))
    if arguments.shares:
        return partial(tables.shared, name)
    return tables.analysis if name == TABLE else partial(tables.layers, name, arguments.precision, chosen)


def _measure(arguments: Namespace) -> int:
    from explorer.measure import Settings
    from explorer.measure.hardware import pick

    runtimes = list(dict.fromkeys(arguments.runtime))
    several = len(runtimes) > 1
    if several and arguments.layers:
        raise BadInput("--layers takes one runtime, eager; {0} were named", len(runtimes))
    arguments.runtime = [] if several else runtimes
    recipe = _checked(arguments)
    settings = Settings(**settings_of(arguments))
    pick(settings.device)
    job = "layer_times" if arguments.layers else "runtimes" if several else "measure"
    request = {"job": job, "recipe": recipe.to_json(), "settings": settings.to_json(), "runtimes": runtimes or None}
    first = {"job": "library", "files": [f.to_json() for f in arguments.own]} if arguments.own else None
    found = ask_worker("bench", request, bench_environment(settings.threads), first=first)
    if arguments.layers:
        return _print(arguments, found, partial(tables.layer_times, analyse(recipe)))
    return _print(arguments, found, tables.runtimes if several else tables.measurement)


def _pair(arguments: Namespace) -> int:
    from explorer.cli.turns import pair, pair_text

    return _print(arguments, pair(arguments), pair_text)


def _micro(arguments: Namespace) -> int:
    from explorer.cli.turns import micro, micro_text

    return _print(arguments, micro(arguments), micro_text)


def _peaks(arguments: Namespace) -> int:
    from explorer.measure import Settings
    from explorer.measure.hardware import pick

    settings = Settings(device=arguments.device, threads=arguments.threads, dtype=arguments.dtype)
    pick(settings.device)
    request = {"job": "peaks", "settings": settings.to_json(), "again": arguments.again}
    found = ask_worker("bench", request, bench_environment(settings.threads))
    return _print(arguments, found["peaks"], tables.peaks)


def _fuse(arguments: Namespace) -> int:
    from explorer.measure import compare_fused

    report = compare_fused(_checked(arguments), _seed(arguments.seed))
    _print(arguments, report, tables.fusion)
    return 0 if report["passed"] else 1


def _export(arguments: Namespace) -> int:
    from explorer.export import export_onnx
    from explorer.export.exporter import DEFAULT_OPSET
    from explorer.export.python import export_python, is_python

    python = is_python(arguments.output)
    if python:
        _refuse_onnx_options(arguments)
    recipe = _checked(arguments)
    if python:
        return _print(arguments, export_python(recipe, arguments.output), tables.python_export)
    opset = DEFAULT_OPSET if arguments.opset is None else arguments.opset
    report = export_onnx(recipe, arguments.output, batch=_batch(arguments.batch), opset=opset, seed=arguments.seed)
    return _print(arguments, report, tables.export)


def _refuse_onnx_options(arguments: Namespace) -> None:
    """Raises BadInput for an option that a Python file has no place for."""
    for option, value, default in (
        ("--batch", arguments.batch, DYNAMIC), ("--opset", arguments.opset, None), ("--seed", arguments.seed, 0)
    ):
        if value != default:
            raise BadInput("{0} is for ONNX; a Python file takes any batch and draws its own weights", option)


def _picture(arguments: Namespace) -> int:
    choice = Choice(arguments.preset, arguments.set, arguments.at)
    analysis = analyse(choice.recipe, arguments.rule)
    choice.check_places(analysis)
    _with_weights(choice.recipe, arguments)  # a wrong file is refused here too; the picture is the same with any weights
    return _print(arguments, draw(arguments, analysis), tables.picture)


def _sweep(arguments: Namespace) -> int:
    from explorer.cli.sweep import sweep

    return _print(arguments, sweep(arguments), tables.sweep)


def _bundle(arguments: Namespace) -> int:
    from explorer.cli.elsewhere import bundle

    return _print(arguments, bundle(arguments), tables.bundle)


def _join(arguments: Namespace) -> int:
    from explorer.cli.elsewhere import join

    return _print(arguments, join(arguments), tables.joined)


def _worker(arguments: Namespace) -> int:
    return worker.run(arguments.kind)


COMMANDS: dict[str, Callable[[Namespace], int]] = {
    "list": _list, "analyse": _analyse, "measure": _measure, "peaks": _peaks, "fuse": _fuse, "export": _export, "worker": _worker,
    "picture": _picture, "sweep": _sweep, "compare": compare, "bundle": _bundle, "join": _join,
    "pair": _pair, "micro": _micro,
}


def _checked(arguments: Namespace) -> Recipe:
    """The recipe of the arguments, known to be buildable."""
    choice = Choice(arguments.preset, arguments.set, arguments.at)
    choice.check_places(analyse(choice.recipe))
    return _with_weights(choice.recipe, arguments)


def _with_weights(recipe: Recipe, arguments: Namespace) -> Recipe:
    """The recipe with the weights file that was named, where one was."""
    if arguments.weights is None:
        return recipe
    from explorer.weights import choose_file

    return choose_file(recipe, Path(arguments.weights))


def _seed(number: int) -> int:
    if not 0 <= number < 2**63:
        raise BadInput("seed = {0} is not allowed; allowed: whole numbers from 0", number)
    return number


def _batch(word: str) -> int | str:
    if word == DYNAMIC:
        return word
    try:
        return int(word)
    except ValueError:
        raise BadInput("--batch {0} is not allowed; allowed: dynamic, or a whole number from 1", word) from None


def _print(arguments: Namespace, document: dict[str, Any], table: Callable[[dict[str, Any]], str]) -> int:
    arguments.out.write(json.dumps(document, allow_nan=False) + "\n" if arguments.json else table(document))
    return 0
