"""The grammar of the command line. Standard library only, so that ``--help`` and a misspelt option answer at once."""

from __future__ import annotations

import argparse
from typing import NoReturn

from explorer.cli.compare_arguments import add_compare
from explorer.cli.conditions import add_conditions
from explorer.cli.turns_arguments import add_micro, add_pair
from explorer.core import rules
from explorer.core.errors import BadInput
from explorer.core.tabular import FORMATS

DYNAMIC = "dynamic"
TABLE = "table"


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, as everything else here does."""

    def __init__(self, **options: object) -> None:
        super().__init__(allow_abbrev=False, **options)  # type: ignore[arg-type]

    def error(self, message: str) -> NoReturn:
        raise BadInput("{0} (see {1} --help)", message, self.prog)


def parse(words: list[str]) -> argparse.Namespace:
    """The words as a namespace with ``command``; raises BadInput where they are not a command."""
    parser = _Parser(
        prog="main.py", description="Architecture Explorer. Without a command the window opens: [--library DIR] "
        "[RECIPE.json]; demo [STORY.json] tells a story in it."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    listing = commands.add_parser("list", help="presets and their knobs, ranges and defaults")
    _add_library(listing)
    _add_json(listing)

    analyse = commands.add_parser("analyse", help="layers, shapes, parameters and MACs")
    _add_recipe(analyse)
    analyse.add_argument(
        "--rule", default=rules.DEFAULT, help="counting rule: " + ", ".join(rules.RULES) + " (default: %(default)s)"
    )
    analyse.add_argument(
        "--format", default=TABLE, metavar="|".join((TABLE, *FORMATS)),
        help="of the layers; csv has every column (default: %(default)s)",
    )
    analyse.add_argument(
        "--columns", default="", metavar="NAME,NAME", help="of the layers in csv, markdown or latex: path, macs, weight_bytes, …",
    )
    analyse.add_argument("--precision", default="float32", help="of bytes: float32, float16, int8 (default: %(default)s)")
    analyse.add_argument(
        "--shares", action="store_true", help="shares by kind of operation (1×1, depthwise, …) in place of the layers",
    )
    _add_json(analyse)

    measure = commands.add_parser("measure", help="latency on this machine")
    _add_recipe(measure)
    add_conditions(measure)
    measure.add_argument("--layers", action="store_true", help="the time of every layer, and of what lies between them")
    _add_json(measure)

    peaks = commands.add_parser("peaks", help="peak MAC/s and memory bandwidth of this machine, measured once and kept")
    peaks.add_argument("--device", default="cpu", help="cpu, cuda:0, mps:0, xpu:0 (default: %(default)s)")
    peaks.add_argument("--threads", type=int, default=1, metavar="N", help="processors used (default: %(default)s)")
    peaks.add_argument("--dtype", default="float32", help="float32, bfloat16, float16 (default: %(default)s)")
    peaks.add_argument("--again", action="store_true", help="measure anew what is kept")
    _add_json(peaks)
    add_compare(commands.add_parser("compare", help="presets and recipes in one table, with differences to a baseline"))
    add_pair(commands.add_parser("pair", help="networks measured in turn: ratio with its interval, time by operator"))
    add_micro(commands.add_parser("micro", help="one layer by itself over its groups, channels or kernel, measured in turn"))

    fuse = commands.add_parser("fuse", help="the fused (deployed) form against the training-time network, on seeded weights")
    _add_recipe(fuse)
    fuse.add_argument("--seed", type=int, default=0, metavar="N", help="of the random weights (default: %(default)s)")
    _add_json(fuse)

    export = commands.add_parser("export", help="verified ONNX or Python file")
    _add_recipe(export)
    export.add_argument("-o", "--output", required=True, metavar="FILE.onnx|FILE.py", help="where to write")
    export.add_argument("--batch", default=DYNAMIC, metavar="dynamic|N", help="batch size of the file (default: %(default)s)")
    export.add_argument("--opset", type=int, default=None, metavar="N", help="ONNX operator set")
    export.add_argument("--seed", type=int, default=0, metavar="N", help="of the random weights (default: %(default)s)")
    _add_json(export)

    picture = commands.add_parser("picture", help="the block graph as SVG, PDF or PNG")
    _add_recipe(picture)
    picture.add_argument("-o", "--output", required=True, metavar="FILE.svg|FILE.pdf|FILE.png", help="where to write")
    picture.add_argument(
        "--open", nargs="+", default=["none"], metavar="LEVEL|PATH",
        help="what lies open: none, stages, blocks, all, or module paths such as stages.5.1 (default: none)",
    )
    picture.add_argument(
        "--colour", default="macs", help="macs, params, memory, access, kind, or time, then measured now (default: %(default)s)"
    )
    picture.add_argument("--sideways", action="store_true", help="flow from left to right instead of downwards")
    picture.add_argument("--no-shapes", dest="shapes", action="store_false", help="no shapes at the arrows")
    picture.add_argument("--no-figures", dest="figures", action="store_false", help="no costs in the boxes")
    picture.add_argument("--theme", default="light", help="light or dark (default: %(default)s)")
    picture.add_argument("--dpi", type=int, default=300, metavar="N", help="of a PNG, 72 to 600 (default: %(default)s)")
    picture.add_argument("--transparent", action="store_true", help="no ground between the boxes")
    picture.add_argument("--rule", default=rules.DEFAULT, help="counting rule (default: %(default)s)")
    _add_json(picture)

    sweep = commands.add_parser("sweep", help="many variants of networks: figures of a grid of knob values, as a file")
    sweep.add_argument("preset", nargs="+", metavar="PRESET|RECIPE.json", help="networks that the grid is laid over")
    sweep.add_argument(
        "--grid", action="append", default=[], metavar="[PLACE:]KNOB=VALUES",
        help="values with commas, or LOW..HIGH:STEP; several --grid make their product",
    )
    sweep.add_argument("--sample", type=int, default=0, metavar="N", help="so many points at random instead of all")
    sweep.add_argument("--seed", type=int, default=0, metavar="N", help="of the sample (default: %(default)s)")
    sweep.add_argument("--rule", default=rules.DEFAULT, help="counting rule (default: %(default)s)")
    sweep.add_argument("--measure", action="store_true", help="measure the latency of each variant too, one after another")
    add_conditions(sweep)
    sweep.add_argument("--processes", type=int, default=None, metavar="N", help="for analyses (default: one a processor)")
    _add_cluster(sweep)
    sweep.add_argument("-o", "--output", required=True, metavar="FILE.csv|.md|.tex|.json", help="where to write")
    _add_library(sweep)
    _add_json(sweep)

    bundle = commands.add_parser("bundle", help="networks as a folder to be timed on another machine")
    bundle.add_argument("preset", nargs="+", metavar="PRESET|RECIPE.json", help="what to time there")
    bundle.add_argument("-o", "--output", required=True, metavar="FOLDER", help="a folder that does not exist yet")
    bundle.add_argument("--batch", type=int, default=1, metavar="N", help="images in a run (default: %(default)s)")
    bundle.add_argument("--seed", type=int, default=0, metavar="N", help="of the random weights (default: %(default)s)")
    _add_library(bundle)
    _add_json(bundle)

    join = commands.add_parser("join", help="times that another machine took of a bundle, into this machine's store")
    join.add_argument("results", nargs="+", metavar="results-….json", help="what measure.py wrote there")
    _add_json(join)

    history = commands.add_parser("history", help="what was measured on this machine: list, write to a file, delete")
    history.add_argument("--preset", default="", metavar="NAME", help="only of this preset")
    history.add_argument("--since", default="", metavar="DATE|7d", help="measured since then: 2026-11-22, or 7d, 12h ago")
    history.add_argument("--until", default="", metavar="DATE|7d", help="measured before then")
    history.add_argument("--machine", default="", metavar="TEXT", help="only where the processor's or device's name has this")
    history.add_argument("--text", default="", metavar="WORDS", help="only where all these words stand in a row")
    history.add_argument("--kind", default="", metavar="latency|layers|turn", help="only these measurements")
    history.add_argument(
        "--format", default="", metavar="FORMAT",
        help="table, csv, json, parquet, markdown or latex (default: table, or the file's ending)",
    )
    history.add_argument("--samples", action="store_true", help="CSV with the raw samples in a last column")
    history.add_argument("--comparisons", action="store_true", help="what pair and micro measured in turn, instead")
    history.add_argument("--delete", nargs="+", default=[], metavar="UID", help="forget these measurements")
    history.add_argument("-o", "--output", default=None, metavar="FILE", help="write to a file instead")
    _add_json(history)

    worker = commands.add_parser("worker", help="serve jobs on stdin and stdout, for the window")
    worker.add_argument("kind", metavar="KIND", help="engine, bench, export, library or trial")
    return parser.parse_args(words)


def _add_recipe(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("preset", metavar="PRESET|RECIPE.json", help="a name that main.py list shows, or a saved recipe")
    parser.add_argument("--set", action="append", default=[], metavar="KNOB=VALUE", help="a knob of the whole network")
    parser.add_argument("--at", action="append", default=[], metavar="PLACE:KNOB=VALUE", help="a knob of one stage or block")
    parser.add_argument(
        "--weights", default=None, metavar="FILE",
        help=".safetensors or .pth file in our, torchvision's or timm's names; what does not fit is drawn from the seed",
    )
    _add_library(parser)


def _add_cluster(parser: argparse.ArgumentParser) -> None:
    """Other machines: docs/cluster.md."""
    parser.add_argument("--scheduler", default=None, metavar="ADDRESS", help="tcp:// or tls://, of a dask.distributed scheduler")
    parser.add_argument("--worker", action="append", default=[], metavar="NAME", help="only workers of this name")
    parser.add_argument("--tag", action="append", default=[], metavar="TAG", help="only workers that offer this resource")
    for name, sentence in (("ca", "the authority's certificate"), ("cert", "this side's certificate"), ("key", "its key")):
        parser.add_argument(f"--tls-{name}", default=None, metavar="FILE.pem", help=sentence)
    parser.add_argument("--plain-tcp", action="store_true", help="TCP without TLS to another machine all the same")


def _add_library(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--library", action="append", default=[], metavar="DIR",
        help="a folder of own architectures; naming it runs the code in it (may be given more than once)",
    )


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="one JSON document instead of a table")
