"""The grammar of ``main.py compare``. Standard library only."""

from __future__ import annotations

import argparse

from explorer.cli.conditions import add_conditions
from explorer.core import rules
from explorer.core.compare import BY_NAME
from explorer.core.measures import DEFAULT_PRECISION, PRECISIONS
from explorer.core.tabular import FORMATS

TEXT, JSON = "text", "json"
COMPARE_FORMATS = (TEXT, *FORMATS, JSON)


def add_compare(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument(
        "recipes", nargs="+", metavar="PRESET|RECIPE.json|COMPARISON.json",
        help="names that main.py list shows, saved recipes, or pins saved in the window",
    )
    parser.add_argument("--baseline", default=None, metavar="NAME", help="what the others are compared with (default: the first)")
    parser.add_argument(
        "--rule", default=rules.DEFAULT, help="counting rule: " + ", ".join(rules.RULES) + " (default: %(default)s)"
    )
    parser.add_argument(
        "--precision", default=DEFAULT_PRECISION, help="of the bytes: " + ", ".join(PRECISIONS) + " (default: %(default)s)"
    )
    parser.add_argument(
        "--columns", default="", metavar="NAME,NAME",
        help="of " + ", ".join(BY_NAME) + " (default: those that the window shows at first)",
    )
    parser.add_argument("--measure", action="store_true", help="measure the latency of each on this machine, one after another")
    add_conditions(parser.add_argument_group("with --measure"))
    parser.add_argument(
        "--library", action="append", default=[], metavar="DIR",
        help="a folder of own architectures; naming it runs the code in it (may be given more than once)",
    )
    parser.add_argument("--format", default=TEXT, metavar="|".join(COMPARE_FORMATS), help="of the answer (default: %(default)s)")
    parser.add_argument("--json", action="store_true", help="the same as --format json")
