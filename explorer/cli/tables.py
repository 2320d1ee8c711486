"""Documents as text for a terminal: aligned columns, rounded numbers with their unit. The JSON has full precision."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from explorer.core import rules, units


def library(document: dict[str, Any]) -> str:
    """One line a preset: name, architecture, year, where it is printed."""
    rows = [("preset", "architecture", "year", "source")]
    for architecture in document["architectures"]:
        rows += [(p["name"], architecture["title"], str(architecture["year"]), p["source"]) for p in architecture["presets"]]
    return _aligned(rows)


def analysis(document: dict[str, Any]) -> str:
    """One line a layer, then the totals."""
    rule = rules.named(document["rule"])
    rows = [("path", "layer", "", "output", "parameters", rule.title)]
    for layer in document["layers"]:
        idle = "" if layer["runs"] else "does not run"
        rows.append(
            (layer["path"], layer["type"], layer["detail"] or idle, units.shape(layer["output"]), _plain(layer["params"]),
             _plain(layer["macs"]))
        )
    rows.append(("total", "", "", "", _plain(document["params"]), _plain(document["macs"])))
    text = _aligned(rows, right=(4, 5))
    text += _facts([
        ("network", document["title"] + ", input " + units.shape(document["input"])),
        ("parameters", units.count(document["params"])),
        (rule.title, f"{units.count(document['macs'])} ({rule.name})"),
    ])
    if document["incomplete"]:
        text += "incomplete: not counted are " + ", ".join(u["path"] for u in document["uncounted"]) + "\n"
    return text


def measurement(document: dict[str, Any]) -> str:
    """The figures, the conditions, the doubts."""
    card, settings = document["fingerprint"], document["settings"]
    share = document["iqr_ms"] / document["median_ms"]
    return _facts([
        ("median", units.milliseconds(document["median_ms"])),
        ("p10 – p90", f"{units.milliseconds(document['p10_ms'])} – {units.milliseconds(document['p90_ms'])}"),
        ("minimum", units.milliseconds(document["min_ms"])),
        ("IQR", f"{units.milliseconds(document['iqr_ms'])} ({100 * share:.1f} % of the median)"),
        ("runs", f"{document['n']} after {document['warmup_runs']} to warm up"),
        ("CPU/wall", f"{document['cpu_wall']:.2f}"),
        ("device", f"{settings['device']} ({card['device_name']}), threads {settings['threads']}, batch {settings['batch']}"),
        ("runtime", f"{card['runtime']} {card['torch']}, {settings['dtype']}, Python {card['python']}, {card['os']}"),
        ("malloc", ", ".join(f"{name}={value}" for name, value in card["malloc"].items()) or "as the system has it"),
        *(("doubt", template.format(*words)) for template, *words in document["flags"]),
    ])


def export(document: dict[str, Any]) -> str:
    """The file and what was checked."""
    rows = [
        ("file", f"{document['path']}, {units.size(document['bytes'])}"),
        ("SHA-256", document["sha256"]),
        ("format", f"opset {document['opset']}, batch {document['batch']}, written by {document['exporter']}"),
        ("weights", document["weights"]),
        ("checker", document["checker"]),
    ]
    for check in document["checks"]:
        equal = "same class" if check["argmax_equal"] else "another class"
        rows.append((
            f"batch {check['batch']}",
            f"max. difference {check['max_abs']:.2g} absolute, {check['max_rel']:.2g} relative "
            f"(allowed {check['tolerance']:g}), {equal}",
        ))
    rows.append(("seconds", ", ".join(f"{name} {seconds:.2f}" for name, seconds in document["seconds"].items())))
    return _facts(rows)


def python_export(document: dict[str, Any]) -> str:
    """The Python file and what was checked."""
    rows = [
        ("file", f"{document['path']}, {document['lines']} lines"),
        ("SHA-256", document["sha256"]),
        ("classes", ", ".join(document["classes"])),
        ("parameters", units.count(document["params"])),
        (rules.named(document["rule"]).title, f"{units.count(document['macs'])} ({document['rule']})"),
    ]
    for check in document["checks"]:
        if "max_rel" in check:
            text = f"max. difference {check['max_abs']:.2g} absolute, {check['max_rel']:.2g} relative"
            rows.append((check["check"], f"{text} (allowed {check['tolerance']:g}), input {units.shape(check['input'])}"))
        else:
            rows.append((check["check"], f"{check['tensors']} tensors equal"))
    rows.append(("training", str(document["training"]["source"])))
    rows.append(("seconds", ", ".join(f"{name} {seconds:.2f}" for name, seconds in document["seconds"].items())))
    return _facts(rows)


def _plain(number: int) -> str:
    return f"{number:,}".replace(",", " ")


def _facts(rows: Iterable[tuple[str, str]]) -> str:
    return _aligned(list(rows))


def _aligned(rows: Sequence[Sequence[str]], right: tuple[int, ...] = ()) -> str:
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    lines = [
        "  ".join(cell.rjust(w) if i in right else cell.ljust(w) for i, (cell, w) in enumerate(zip(row, widths, strict=True)))
        for row in rows
    ]
    return "".join(line.rstrip() + "\n" for line in lines)
