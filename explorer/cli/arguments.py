"""The grammar of the command line. Standard library only, so that ``--help`` and a misspelt option answer at once."""

from __future__ import annotations

import argparse
from typing import NoReturn

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
        "[RECIPE.json]."
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
        "--shares", action="store_true", help="shares by kind of operation (1×1, depthwise, …) in place of the layers",
    )
    _add_json(analyse)

    measure = commands.add_parser("measure", help="latency on this machine")
    _add_recipe(measure)
    measure.add_argument("--device", default="cpu", help="cpu, cuda:0, mps:0, xpu:0 (default: %(default)s)")
    measure.add_argument("--threads", type=int, default=1, metavar="N", help="processors used (default: %(default)s)")
    measure.add_argument("--batch", type=int, default=1, metavar="N", help="images in a run (default: %(default)s)")
    measure.add_argument("--dtype", default="float32", help="float32, bfloat16, float16 (default: %(default)s)")
    measure.add_argument("--warmup-s", type=float, default=0.5, metavar="S", help="at least (default: %(default)s)")
    measure.add_argument("--min-runs", type=int, default=50, metavar="N", help="at least (default: %(default)s)")
    measure.add_argument("--min-s", type=float, default=1.0, metavar="S", help="at least (default: %(default)s)")
    measure.add_argument("--max-s", type=float, default=20.0, metavar="S", help="at most (default: %(default)s)")
    _add_json(measure)

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
    picture.add_argument("--colour", default="macs", help="macs, params, memory, access or kind (default: %(default)s)")
    picture.add_argument("--theme", default="light", help="light or dark (default: %(default)s)")
    picture.add_argument("--dpi", type=int, default=300, metavar="N", help="of a PNG, 72 to 600 (default: %(default)s)")
    picture.add_argument("--transparent", action="store_true", help="no ground between the boxes")
    picture.add_argument("--rule", default=rules.DEFAULT, help="counting rule (default: %(default)s)")
    _add_json(picture)

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


def _add_library(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--library", action="append", default=[], metavar="DIR",
        help="a folder of own architectures; naming it runs the code in it (may be given more than once)",
    )


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="one JSON document instead of a table")
