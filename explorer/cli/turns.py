"""``main.py pair`` and ``main.py micro``: networks, or the shapes of one layer, measured in turn in a bench process."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from explorer.analysis import analyse
from explorer.cli.child import ask_worker
from explorer.cli.choices import Choice
from explorer.cli.conditions import settings_of
from explorer.core.bench_environment import bench_environment
from explorer.core.errors import BadInput
from explorer.core.recipe import Recipe
from explorer.core.tabular import Table
from explorer.core.turns import answer, conditions, doubts, operators_table, stamps_words, table_of, title


def pair(arguments: Namespace) -> dict[str, Any]:
    """The ``pair`` document; BadInput for what cannot be compared."""
    words = arguments.recipes
    if arguments.ready and (len(words) > 1 or arguments.set_b or arguments.at_b):
        raise BadInput("--ready {0} makes the others itself: it takes one network", arguments.ready)
    if not arguments.ready and len(words) < 2:
        raise BadInput("one network alone is no pair; name another, or --ready for those that are made from one")
    chosen = []
    for place, word in enumerate(words):
        sets, ats = (arguments.set, arguments.at) if place == 0 else (arguments.set_b, arguments.at_b) if place == 1 else ((), ())
        choice = Choice(word, sets, ats)
        choice.check_places(analyse(choice.recipe))
        chosen.append((" ".join([_name(word), *sets, *ats]), choice.recipe.structure()))
    request: dict[str, Any] = {"job": "pair", "operators": not arguments.no_operators}
    if arguments.ready:
        request |= {"recipe": chosen[0][1].to_json(), "ready": arguments.ready}
    else:
        request |= {"recipes": [recipe.to_json() for _, recipe in chosen], "names": [name for name, _ in chosen]}
    return _asked(request, arguments)


def micro(arguments: Namespace) -> dict[str, Any]:
    """The ``micro`` document; BadInput for a layer or quantity that there is none of."""
    choice = Choice(arguments.preset, arguments.set, arguments.at)
    choice.check_places(analyse(choice.recipe))
    recipe: Recipe = choice.recipe.structure()
    return _asked({"job": "micro", "recipe": recipe.to_json(), "layer": arguments.layer, "over": arguments.over}, arguments)


def _asked(request: dict[str, Any], arguments: Namespace) -> dict[str, Any]:
    from explorer.measure import Settings
    from explorer.measure.hardware import pick

    settings = Settings(**settings_of(arguments))
    pick(settings.device)
    first = {"job": "library", "files": [f.to_json() for f in arguments.own]} if arguments.own else None
    asked = request | {"settings": settings.to_json()}
    return ask_worker("bench", asked, bench_environment(settings.threads), first=first)


def _name(word: str) -> str:
    path = Path(word)
    return path.name.removesuffix(".json").removesuffix(".recipe") if path.suffix.lower() == ".json" else word


def pair_text(document: dict[str, Any]) -> str:
    """The networks, the answers, and where the time goes."""
    text = _aligned(table_of(document), leave_out=("recipe SHA-256",))
    for place in range(1, len(document["runs"])):
        text += "; ".join(_plain(sentence) for sentence in answer(document, place)) + "\n"
    ready = document.get("ready")
    text += "".join(f"note: {_plain(note)}\n" for note in (ready["notes"] if ready else ()))
    operators = operators_table(document)
    if operators is not None:
        text += "\n" + _aligned(operators)
    text += "".join(_plain(sentence) + "\n" for sentence in stamps_words(document))
    return text + _foot(document)


def micro_text(document: dict[str, Any]) -> str:
    """The variants in the order of what is varied."""
    return _plain(title(document)) + "\n" + _aligned(table_of(document)) + _foot(document)


def _foot(document: dict[str, Any]) -> str:
    lines = [f"doubt: {name}: {_plain(flag)}" for name, flag in doubts(document)]
    lines += conditions(document)
    if document.get("not_stored"):
        lines.append("not kept: " + _plain(document["not_stored"]))
    return "".join(line + "\n" for line in lines)


def _aligned(table: Table, leave_out: tuple[str, ...] = ()) -> str:
    shown = [i for i, heading in enumerate(table.headings) if heading.title not in leave_out]
    rows = [[heading.title for heading in table.headings], *(table.texts(row) for row in (*table.rows, *table.totals))]
    widths = {i: max(len(row[i]) for row in rows) for i in shown}
    lines = (
        "  ".join(row[i].rjust(widths[i]) if table.headings[i].numeric else row[i].ljust(widths[i]) for i in shown).rstrip()
        for row in rows
    )
    return "".join(line + "\n" for line in lines)


def _plain(sentence: list[str]) -> str:
    return sentence[0].format(*sentence[1:])


