"""A comparison as a table for papers and spreadsheets, and as a JSON document: with rule, conditions and provenance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from explorer.core import rules, units
from explorer.core.compare import BY_NAME, CELLS, PLACES, QUANTITIES, SHOWN, Comparison, Entry, cells_of
from explorer.core.errors import BadInput
from explorer.core.runtimes import EAGER, TITLES, switched
from explorer.core.tabular import Heading, Table

BYTES = frozenset({"peak", "access", "activations", "weights"})
TIMES = frozenset({"latency", "p10", "p90"})
ACCURACIES = frozenset({"top1", "top5", "source"})


def chosen_quantities(words: str) -> list[str]:
    """Names with commas between them, each of ``QUANTITIES``; the usual ones for an empty text. Raises BadInput."""
    names = [word.strip() for word in words.split(",") if word.strip()]
    for name in names:
        if name not in BY_NAME:
            raise BadInput("no column named {0}; there are: {1}", name, ", ".join(BY_NAME))
    return names or list(SHOWN)


def comparison_table(comparison: Comparison, names: Sequence[str] = SHOWN, rows: Sequence[int] | None = None) -> Table:
    """The rows (all where None is named) in this order, without quantities that none of them has.

    The notes name rule, conditions, what each name stands for, sources.
    """
    chosen = range(len(comparison.entries)) if rows is None else rows
    names = [name for name in names if any(comparison.value(row, CELLS[PLACES[name]]) is not None for row in chosen)]
    cells = cells_of(names)
    headings = [Heading(comparison.title(cell), cell.numeric, cell.text) for cell in cells]
    values = [[comparison.value(row, cell) for cell in cells] for row in chosen]
    return Table(headings, values, caption=_caption(comparison, names, chosen), notes=_notes(comparison, names, chosen))


def document(comparison: Comparison) -> dict[str, Any]:
    """Every column at full precision, as ``main.py compare --json`` gives it."""
    columns = [
        {"name": cell.name, "title": comparison.title(cell), "sentence": cell.quantity.sentence} for cell in CELLS
    ]
    rows = []
    for row, entry in enumerate(comparison.entries):
        figures = entry.figures or {}
        values = {cell.name: comparison.value(row, cell) for cell in CELLS}
        rows.append({
            "recipe": entry.recipe.to_json(), "digest": entry.recipe.digest(), "refusal": refusal(entry),
            "incomplete": bool(figures.get("incomplete")), **values, "stages": list(figures.get("stages", ())),
        })
    baseline = None if comparison.baseline is None else comparison.entries[comparison.baseline].name
    return {
        "rule": comparison.rule, "precision": comparison.precision, "conditions": comparison.conditions, "baseline": baseline,
        "columns": columns, "rows": rows,
    }


def comparison_text(comparison: Comparison, names: Sequence[str] = SHOWN) -> str:
    """For a terminal: aligned columns, then the notes."""
    table = comparison_table(comparison, names)
    right = [heading.numeric for heading in table.headings]
    lines = [[heading.title for heading in table.headings], *(table.texts(row) for row in table.rows)]
    wide = [max(len(cell) for cell in column) for column in zip(*lines, strict=True)]
    padded = ("  ".join(c.rjust(w) if r else c.ljust(w) for c, w, r in zip(line, wide, right, strict=True)) for line in lines)
    return "".join(f"{line.rstrip()}\n" for line in [*padded, "", *table.notes])


def refusal(entry: Entry) -> str:
    """Why there are no figures, in English; empty where there is no such reason."""
    return entry.refusal[0].format(*entry.refusal[1:]) if entry.refusal else ""


def conditions_text(settings: Mapping[str, Any]) -> str:
    """``cpu, 1 thread, batch 1``, then what is not as usual: ``ONNX Runtime``, ``float16``, ``BN folded``."""
    threads, runtime = settings.get("threads", 1), settings.get("runtime", EAGER)
    usual = f"{settings.get('device', 'cpu')}, {threads} thread{'' if threads == 1 else 's'}, batch {settings.get('batch', 1)}"
    return ", ".join([usual, *([] if runtime == EAGER else [TITLES.get(runtime, runtime)]), *switched(settings)])


def _caption(comparison: Comparison, names: Sequence[str], rows: Sequence[int]) -> str:
    """What a reader of the printed table has to know: baseline, rule, precision, conditions."""
    rule = rules.RULES.get(comparison.rule)
    parts = []
    if comparison.baseline is not None and any(BY_NAME[name].delta for name in names):
        parts.append(f"Δ against {comparison.entries[comparison.baseline].name}")
    if rule is not None and "macs" in names:
        parts.append(f"{rule.title}: {rule.short}")
    if BYTES & set(names):
        parts.append(f"memory at {comparison.precision}, batch 1")
    if TIMES & set(names) and _measured(comparison, rows):
        parts.append(f"latency: median, {_runtime(comparison, rows)}{comparison.conditions}")
    return "Comparison" + (". " + "; ".join(parts) if parts else "") + "."


def _notes(comparison: Comparison, names: Sequence[str], rows: Sequence[int]) -> list[str]:
    rule = rules.RULES.get(comparison.rule)
    notes = [f"Counting rule of every row: {comparison.rule}" + (f" ({rule.sentence})" if rule else "")]
    if comparison.baseline is not None:
        formula = "Δ % = 100 × (value − baseline) / baseline, of an accuracy the difference in points"
        notes.append(f"Baseline: {comparison.entries[comparison.baseline].name}; {formula}")
    if TIMES & set(names):
        notes += _about_times(comparison, rows)
    shown = [cell for cell in cells_of(names) if cell.numeric and not cell.is_delta]
    if shown:
        notes.append("Columns: " + "; ".join(f"{comparison.title(c)}: {c.quantity.sentence.rstrip('.')}" for c in shown))
    return notes + [_about(comparison.entries[row], names) for row in rows]


def _about(entry: Entry, names: Sequence[str]) -> str:
    """What a name stands for and where its accuracy is from."""
    recipe = entry.recipe
    words = [f"preset {recipe.preset}"]
    words += [f"{name}={value}" for name, value in recipe.knobs]
    words += [f"{path}:{name}={value}" for path, values in recipe.at for name, value in values]
    about = f"{entry.name}: {', '.join(words)}"
    if entry.figures:
        about += f"; input {units.shape(entry.figures['input'])}"
        if entry.figures.get("incomplete"):
            about += "; incomplete, at least: not counted are " + ", ".join(row["path"] for row in entry.figures["uncounted"])
    if entry.refusal:
        about += f"; no figures: {refusal(entry)}"
    if entry.accuracy is not None and ACCURACIES & set(names):
        about += f"; accuracy {entry.accuracy.provenance()}"
        if entry.accuracy.kind == "published":
            about += " (weights of the source)"
    return f"{about}; recipe SHA-256 {recipe.digest()}"


def _about_times(comparison: Comparison, rows: Sequence[int]) -> list[str]:
    """Under what the latencies hold, and which were left out because they were measured under something else."""
    notes = []
    measured = _measured(comparison, rows)
    if measured:
        card = measured[0].get("fingerprint", {})
        machine = ", ".join(dict.fromkeys(str(card[name]) for name in ("cpu", "device_name", "os") if card.get(name)))
        torch = f" {card['torch']}" if card.get("torch") else ""
        if torch and card.get("runtime") != TITLES[EAGER]:
            torch = f"torch{torch}"
        runs = ", ".join(str(m["n"]) for m in measured if "n" in m)
        runtime = _runtime(comparison, rows)
        runtime = runtime + torch if torch.startswith("torch") else runtime.removesuffix(", ") + torch
        parts = [f"median of single runs, {runtime}, {comparison.conditions}", f"runs {runs}", *([machine] if machine else [])]
        notes.append("Latency: " + "; ".join(parts))
    for row in rows:
        entry = comparison.entries[row]
        if entry.latency is None and entry.elsewhere:
            others = "; ".join(f"{words}: {ms:.4g} ms" for words, ms in entry.elsewhere)
            notes.append(f"{entry.name} was measured under other conditions only, which are not compared ({others})")
        if (entry.latency or {}).get("from_store"):
            notes.append(f"The latency of {entry.name} was measured earlier, {(entry.latency or {})['started']}, and stored")
        doubts = [template.format(*words) for template, *words in (entry.latency or {}).get("flags") or ()]
        if doubts:
            notes.append(f"Doubt about the latency of {entry.name}: {'; '.join(doubts)}")
    return notes


def _measured(comparison: Comparison, rows: Sequence[int]) -> list[Mapping[str, Any]]:
    return [m for row in rows if (m := comparison.entries[row].latency) is not None]


def _runtime(comparison: Comparison, rows: Sequence[int]) -> str:
    """``PyTorch eager, ``; "" where the conditions name it."""
    card = _measured(comparison, rows)[0].get("fingerprint", {})
    runtime = card.get("runtime")
    return f"{runtime}, " if runtime and runtime not in comparison.conditions else ""


assert set(SHOWN) <= {quantity.name for quantity in QUANTITIES}
