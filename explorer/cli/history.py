"""``main.py history``: what was measured, from the store: listed, written to a file, deleted. Imports no torch."""

from __future__ import annotations

import json
from argparse import Namespace
from pathlib import Path

from explorer import parquet
from explorer.core import comparisons
from explorer.core.age import local_time
from explorer.core.errors import BadInput
from explorer.core.history import found, history_table
from explorer.core.history_files import ENDINGS, format_of, text_of
from explorer.core.recipe import write_atomically
from explorer.core.store import KINDS, Store, Stored

TABLE = "table"


def history(arguments: Namespace) -> int:
    """List, write or delete. Raises BadInput for an unknown format, date, file or uid, and where the store cannot be used."""
    name = _format(arguments)
    if arguments.kind and arguments.kind not in KINDS:
        raise BadInput("--kind {0} is not allowed; allowed: {1}", arguments.kind, ", ".join(KINDS))
    with Store() as store:
        if arguments.comparisons:
            return _comparisons(store, arguments)
        if arguments.delete:
            return _delete(store, arguments)
        entries = found(
            store, preset=arguments.preset, since=arguments.since, until=arguments.until, machine=arguments.machine,
            text=arguments.text, kind=arguments.kind,
        )
        if arguments.output is None:
            arguments.out.write(_table(entries) if name == TABLE else text_of(store, entries, name, samples=arguments.samples))
            return 0
        path = Path(arguments.output).expanduser()
        content = parquet.content_of(store, entries, name, samples=arguments.samples)
        write_atomically(path, content)
        report = {"path": str(path), "measurements": len(entries), "format": name, "bytes": len(content)}
    _say(arguments, report, f"{path}: {len(entries)} measurements\n")
    return 0


def _format(arguments: Namespace) -> str:
    """What is asked for, by name or by the file's ending; raises BadInput where both disagree or nothing can be meant."""
    name: str = arguments.format
    if name and name not in (TABLE, *ENDINGS):
        raise BadInput("--format {0} is not allowed; allowed: {1}", name, ", ".join((TABLE, *ENDINGS)))
    if arguments.output is not None:
        if name == TABLE:
            raise BadInput("--format table is for the terminal; a file takes one of {0}", ", ".join(ENDINGS))
        return name or format_of(Path(arguments.output))
    if name == "parquet":
        raise BadInput("--format parquet needs a file: -o FILE.parquet")
    if arguments.json and name not in ("", "json"):
        raise BadInput("--json and --format {0} exclude each other", name)
    return "json" if arguments.json else name or TABLE


def _comparisons(store: Store, arguments: Namespace) -> int:
    """What was measured in turn: a line each, or the whole documents; deleted ones leave their measurements."""
    kept = comparisons.find(store)
    if arguments.delete:
        for uid in arguments.delete:
            if uid not in {each.uid for each in kept}:
                raise BadInput("no comparison {0} in {1}; nothing was deleted", uid, store.path)
        gone = comparisons.delete(store, arguments.delete)
        _say(arguments, {"deleted": gone, "left": len(kept) - gone}, f"deleted {gone}, {len(kept) - gone} left\n")
        return 0
    lines = []
    for each in kept:
        template, *words = each.title
        lines.append(f"{local_time(each.started)}  {each.kind:5}  {template.format(*words)}  {each.uid}\n")
    whole = [{"uid": each.uid, **comparisons.read(store, each.uid)} for each in kept] if arguments.json else []
    _say(arguments, {"comparisons": whole}, "".join(lines) or "no comparisons\n")
    return 0


def _delete(store: Store, arguments: Namespace) -> int:
    """All of them or none: a uid that is not there is refused first."""
    known = {entry.uid for entry in store.find()}
    for uid in arguments.delete:
        if uid not in known:
            raise BadInput("no measurement {0} in {1}; nothing was deleted", uid, store.path)
    gone = store.delete(arguments.delete)
    _say(arguments, {"deleted": gone, "left": store.count()}, f"deleted {gone}, {store.count()} left\n")
    return 0


def _say(arguments: Namespace, report: dict[str, object], words: str) -> None:
    arguments.out.write(json.dumps(report) + "\n" if arguments.json else words)


def _table(entries: list[Stored]) -> str:
    """Aligned columns, each measurement's uid last."""
    if not entries:
        return "no measurements\n"
    table = history_table(entries)
    head = [*(heading.title for heading in table.headings), "uid"]
    rows = [head, *([*table.texts(row), entry.uid] for row, entry in zip(table.rows, entries, strict=True))]
    widths = [max(len(row[i]) for row in rows) for i in range(len(head))]
    right = [*(heading.numeric for heading in table.headings), False]

    def line(row: list[str]) -> str:
        cells = (c.rjust(w) if r else c.ljust(w) for c, w, r in zip(row, widths, right, strict=True))
        return "  ".join(cells).rstrip() + "\n"

    return "".join(line(row) for row in rows)
