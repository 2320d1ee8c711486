"""Stored measurements for a reader: which of them are looked for, and as a table, a document, or rows of columns for a file.

Knows no window and no format of files beyond text; standard library only.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from explorer.core import units
from explorer.core.age import local_time, read_time
from explorer.core.errors import BadInput
from explorer.core.recipe import Recipe
from explorer.core.tabular import Heading, Table, Value

if TYPE_CHECKING:  # SQLite is not loaded for this
    from explorer.core.store import Store, Stored

TIME, WORD, NUMBER = "time", "word", "number"
FORMAT, VERSION = "architecture-explorer/measurements", 1


@dataclass(frozen=True)
class Column:
    """One fact of a measurement: its name in files, its title in tables, its kind, where it is read."""

    name: str
    title: str
    kind: str
    read: Callable[[Stored], Value]
    sentence: str
    width: int = 90


def changes(entry: Stored) -> str:
    """What differs from the preset: ``alpha=0.75, stages.3:expansion=4``; nothing for the preset itself."""
    recipe = entry.recipe
    words = [f"{name}={value}" for name, value in recipe.get("knobs", {}).items()]
    for place, knobs in recipe.get("at", {}).items():
        words += [f"{place}:{name}={value}" for name, value in knobs.items()]
    return ", ".join(words)


def conditions_words(entry: Stored) -> str:
    """What a reader tells conditions apart by: ``PyTorch eager 2.13.0, cpu, 1 thread, batch 1``; further ones as they are set."""
    c = entry.conditions
    threads = c.get("threads", 1)
    words = [" ".join(str(c[name]) for name in ("runtime", "torch") if c.get(name)), str(c.get("device", ""))]
    words += ["1 thread" if threads == 1 else f"{threads} threads", f"batch {c.get('batch', 1)}"]
    if c.get("dtype", "float32") != "float32":
        words.append(str(c["dtype"]))
    words += [name.replace("_", " ") for name, value in c.items() if value is True]
    return ", ".join(word for word in words if word)


def machine_words(entry: Stored) -> str:
    """The processor, and the device where it is another; before them the name of a machine that is not this one."""
    names = dict.fromkeys(str(entry.hardware[name]) for name in ("device_name", "cpu") if entry.hardware.get(name))
    host = entry.conditions.get("host")
    return (f"{host}: " if host else "") + ", ".join(names)


def doubts(entry: Stored) -> str:
    """Reasons to distrust it, each by the word it begins with."""
    return ", ".join(flag[0].partition(":")[0] for flag in entry.flags)


def _condition(name: str) -> Callable[[Stored], Value]:
    def read(entry: Stored) -> Value:
        value = entry.conditions.get(name)
        return value if value is None or isinstance(value, str | int | float) else json.dumps(value, sort_keys=True)

    return read


COLUMNS = (
    Column("started", "measured", TIME, lambda e: e.started, "When the measurement began (UTC in files).", 136),
    Column("preset", "preset", WORD, lambda e: e.preset, "The preset it was made from.", 130),
    Column("changes", "changes", WORD, changes, "Knobs that differ from the preset.", 150),
    Column("median_ms", "median ms", NUMBER, lambda e: e.median_ms, "Median of single runs.", 80),
    Column("p10_ms", "p10 ms", NUMBER, lambda e: e.p10_ms, "A tenth of the runs was faster.", 62),
    Column("p90_ms", "p90 ms", NUMBER, lambda e: e.p90_ms, "A tenth of the runs was slower.", 62),
    Column("n", "runs", NUMBER, lambda e: e.n, "How many runs.", 48),
    Column(
        "kind", "kind", WORD, lambda e: e.kind,
        "latency; layers: the runs without stamps of layer times; turn: taken in turn with other networks.", 64,
    ),
    Column("doubts", "doubts", WORD, doubts, "Reasons to distrust the figure.", 120),
    Column("conditions", "conditions", WORD, conditions_words, "Runtime, device, threads, batch.", 300),
    Column("machine", "machine", WORD, machine_words, "Processor and device.", 190),
)
OF_CONDITIONS = ("device", "threads", "batch", "dtype", "runtime", "torch", "os")  # those that have a column of a file
FILE_COLUMNS = (
    *COLUMNS,
    *(Column(name, name, WORD, _condition(name), "") for name in OF_CONDITIONS),
    Column("digest", "recipe SHA-256", WORD, lambda e: e.digest, ""),
    Column("recipe", "recipe", WORD, lambda e: _json(e.recipe), ""),
    Column("all_conditions", "all conditions", WORD, lambda e: _json(e.conditions), ""),
    Column("hardware", "hardware", WORD, lambda e: _json(e.hardware), ""),
    Column("flags", "flags", WORD, lambda e: _json(e.flags), ""),
    Column("uid", "uid", WORD, lambda e: e.uid, ""),
)
BY_NAME = {column.name: column for column in COLUMNS}


def matches(entry: Stored, text: str) -> bool:
    """Whether every word of a filter stands somewhere in what a reader sees of it, in any case of letters."""
    words = text.casefold().split()
    if not words:
        return True
    seen = text_of(entry)
    return all(word in seen for word in words)


def text_of(entry: Stored) -> str:
    """What a filter's words are looked for in, in small letters."""
    seen = (entry.preset, changes(entry), conditions_words(entry), machine_words(entry), doubts(entry), entry.kind, entry.uid,
            local_time(entry.started))
    return " ".join(seen).casefold()


def found(
    store: Store, *, preset: str = "", since: str = "", until: str = "", machine: str = "", text: str = "", kind: str = "",
) -> list[Stored]:
    """The measurements that everything given applies to, newest first. Dates are local; raises BadInput for what is none."""
    entries = store.find(preset=preset, kind=kind, since=day(since, "since"), until=day(until, "until"))
    wanted = machine.casefold()
    return [e for e in entries if (not wanted or wanted in machine_words(e).casefold()) and matches(e, text)]


def day(text: str, name: str, now: datetime | None = None) -> str:
    """A date, a time, or ``7d`` for so many days ago, as the store's ISO text; nothing for nothing."""
    if not text:
        return ""
    if text[-1] in "dh" and text[:-1].isdigit() and len(text) < 7:
        back = timedelta(days=int(text[:-1])) if text[-1] == "d" else timedelta(hours=int(text[:-1]))
        return ((now or datetime.now(UTC)) - back).isoformat(timespec="seconds")
    try:
        moment = datetime.fromisoformat(text).astimezone(UTC)
    except (ValueError, OverflowError):
        allowed = "2026-11-22, 2026-11-22T07:30, or 7d, 12h for so long ago"
        raise BadInput("{0} {1} is no date; allowed: {2}", name, text, allowed) from None
    return moment.isoformat(timespec="seconds")


def history_table(entries: Sequence[Stored], columns: Sequence[Column] = COLUMNS) -> Table:
    """For a reader: local times, four digits."""
    headings = [Heading(c.title, c.kind == NUMBER, _SHOWN[c.kind]) for c in columns]
    rows = [[column.read(entry) for column in columns] for entry in entries]
    return Table(headings, rows, (), "Measured latencies.", ("Times of one run in milliseconds; measured: UTC in the values.",))


def file_table(entries: Iterable[Stored], samples: Mapping[str, Sequence[float]] | None = None) -> Table:
    """Every column, at full precision, a row a measurement; with ``samples`` (by uid) a last column with them as JSON."""
    headings = [Heading(column.name, column.kind == NUMBER) for column in FILE_COLUMNS]
    rows: list[list[Value]] = []
    for entry in entries:
        row: list[Value] = [column.read(entry) for column in FILE_COLUMNS]
        rows.append([*row, json.dumps(list(samples[entry.uid]))] if samples is not None else row)
    headings += [Heading("samples_ms")] if samples is not None else []
    return Table(headings, rows, (), "Measured latencies; a row a measurement, times of one run in milliseconds.")


def to_json(store: Store, entries: Iterable[Stored]) -> dict[str, Any]:
    """The documents as they were measured, raw samples included, each with its uid and kind."""
    documents = [{"uid": e.uid, "kind": e.kind, "measurement": store.document(e.uid)} for e in entries]
    return {"format": FORMAT, "version": VERSION, "measurements": documents}


def samples_of(document: Mapping[str, Any]) -> list[float]:
    """Every run in order, ms; of layer times the runs without stamps."""
    samples: list[float] = document.get("uninstrumented", document)["samples_ms"]
    return samples


def recipe_of(entry: Stored) -> Recipe:
    """The recipe that was measured, without weights."""
    return Recipe.from_json(entry.recipe)


def facts(document: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Everything a measurement says of its conditions, as names and words: settings, then fingerprint, then the rest."""
    for part in ("settings", "fingerprint"):
        for name, value in document.get(part, {}).items():
            yield name, _words(value)
    for name in ("stamped", "warmup_runs", "cpu_wall", "weights", "input", "source", "digest"):
        if document.get(name) is not None:
            yield name, _words(document[name])


def _words(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name}={_words(each)}" for name, each in value.items()) or "–"
    if isinstance(value, list):
        return "×".join(str(each) for each in value)
    return f"{value:.4g}" if isinstance(value, float) else str(value)


def _json(document: object) -> str:
    return json.dumps(document, ensure_ascii=False, sort_keys=True)


def shown(column: Column, entry: Stored) -> str:
    """A cell as a reader sees it."""
    return _SHOWN[column.kind](column.read(entry))


def _time(value: Value) -> str:
    return local_time(str(value)) if read_time(str(value)) else str(value)


def _number(value: Value) -> str:
    if value is None:
        return ""
    return str(value) if isinstance(value, int) else units.milliseconds(float(value)).removesuffix(" ms")


_SHOWN: dict[str, Callable[[Value], str]] = {
    TIME: _time, WORD: lambda value: "" if value is None else str(value), NUMBER: _number,
}
