"""The grammar of ``main.py pair`` and ``main.py micro``. Standard library only."""

from __future__ import annotations

import argparse

from explorer.cli.conditions import add_conditions
from explorer.core.micro import OVER
from explorer.core.ready import READY


def add_pair(parser: argparse.ArgumentParser) -> None:
    """The options of ``pair``."""
    parser.add_argument(
        "recipes", nargs="+", metavar="PRESET|RECIPE.json", help="two networks or more; ratios are to the first",
    )
    parser.add_argument("--set", action="append", default=[], metavar="KNOB=VALUE", help="a knob of the first network")
    parser.add_argument("--set-b", action="append", default=[], metavar="KNOB=VALUE", help="a knob of the second network")
    parser.add_argument("--at", action="append", default=[], metavar="PLACE:KNOB=VALUE", help="at one place of the first")
    parser.add_argument("--at-b", action="append", default=[], metavar="PLACE:KNOB=VALUE", help="at one place of the second")
    parser.add_argument(
        "--ready", default="", metavar="NAME", help="of one network, a ready comparison: " + ", ".join(READY),
    )
    parser.add_argument("--no-operators", action="store_true", help="no runs with stamps, no time by kind of operation")
    add_conditions(parser)
    _add_common(parser)


def add_micro(parser: argparse.ArgumentParser) -> None:
    """The options of ``micro``."""
    parser.add_argument("preset", metavar="PRESET|RECIPE.json", help="a name that main.py list shows, or a saved recipe")
    parser.add_argument("--layer", required=True, metavar="PATH", help="a convolution or linear layer: stages.3.1.expand.conv")
    parser.add_argument("--over", required=True, metavar="|".join(OVER), help="what is varied, its own shape in the middle")
    parser.add_argument("--set", action="append", default=[], metavar="KNOB=VALUE", help="a knob of the whole network")
    parser.add_argument("--at", action="append", default=[], metavar="PLACE:KNOB=VALUE", help="a knob of one stage or block")
    add_conditions(parser)
    _add_common(parser)


def _add_common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--library", action="append", default=[], metavar="DIR",
        help="a folder of own architectures; naming it runs the code in it (may be given more than once)",
    )
    parser.add_argument("--json", action="store_true", help="one JSON document instead of a table")
