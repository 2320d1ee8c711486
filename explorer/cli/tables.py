"""Documents as text for a terminal: aligned columns, rounded numbers with their unit. The JSON has full precision."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from explorer.core import rules, units
from explorer.core.columns import Layers, layer_table, network_notes, network_title
from explorer.core.compare_table import conditions_text
from explorer.core.layer_times import LayerTimes, conditions
from explorer.core.measures import PRECISIONS
from explorer.core.own import OwnFile
from explorer.core.published_entries import accuracies, printed, short_source, with_accuracy, with_figure
from explorer.core.runtimes import EAGER, interval_words, switched
from explorer.core.shares import shares, shares_table
from explorer.core.tabular import FORMATS


def library(document: dict[str, Any]) -> str:
    """One line a preset: name, architecture, year, where it is printed."""
    rows = [("preset", "architecture", "year", "source")]
    for architecture in document["architectures"]:
        rows += [(p["name"], architecture["title"], str(architecture["year"]), p["source"]) for p in architecture["presets"]]
    files = [OwnFile.from_json(f) for f in document.get("own_files", ())]
    return _aligned(rows) + "".join(f"not loaded: {f.file} in {f.folder}: {f.sentence()}\n" for f in files if f.error)


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
        *_memory(document),
        *_published(document["published"]),
        *weights(document.get("weights")),
        *_source(document),
    ])
    if document["incomplete"]:
        text += "incomplete: not counted are " + ", ".join(u["path"] for u in document["uncounted"]) + "\n"
    return text


def layers(name: str, precision: str, chosen: Sequence[str], document: dict[str, Any]) -> str:
    """The layers as csv, markdown or latex: the chosen columns; without a choice CSV has every column there is, the others those
    that the window shows at first.
    """
    columns = Layers(document, precision).columns()
    shown = [c for c in columns if (c.name in chosen if chosen else c.shown or name == "csv")]
    return FORMATS[name][1](layer_table(document, shown, precision=precision))


def sweep(document: dict[str, Any]) -> str:
    """What was written, and what could not be built."""
    return _facts([
        ("written", document["path"]), ("variants", f"{document['variants']:,}"),
        ("not built", f"{document['refused']:,} (the reasons are in the file)" if document["refused"] else "none"),
        *([("measured", f"{document['measured']:,}")] if document["measured"] else []),
        *([("taken up again", f"{document['resumed']:,} were finished before")] if document["resumed"] else []),
    ])


def bundle(document: dict[str, Any]) -> str:
    """The files, and what to do with the folder."""
    rows = [("network", "file", "size", "answers")]
    rows += [
        (e["name"], e["file"], units.size(e["bytes"]), f"agree to {max(c['max_rel'] for c in e['checks']):.1g}")
        for e in document["entries"]
    ]
    return _aligned(rows, right=(2,)) + _facts([
        ("written", document["path"]), ("there", "python measure.py (needs numpy and onnxruntime)"),
        ("back here", "main.py join results-….json"),
    ])


def joined(document: dict[str, Any]) -> str:
    """One line a measurement."""
    rows = [("preset", "median (ms)", "runs", "runtime", "machine", "")]
    rows += [
        (m["preset"], f"{m['median_ms']:.3f}", str(m["n"]), m["runtime"], m["host"] or m["machine"],
         "; ".join(["" if m["new"] else "was there already", *(t.format(*words) for t, *words in m["flags"])]).strip("; "))
        for m in document["measurements"]
    ]
    return _aligned(rows, right=(1, 2))


def shared(name: str, document: dict[str, Any]) -> str:
    """The shares by kind of operation: aligned (``table``), or as csv, markdown or latex with the conditions."""
    title, rule = network_title(document), rules.named(document["rule"]).title
    table = shares_table(shares(document), rule, caption=f"Shares of {title}.", notes=network_notes(document))
    if name in FORMATS:
        return FORMATS[name][1](table)
    rows = [[heading.title for heading in table.headings], *(table.texts(row) for row in (*table.rows, *table.totals))]
    return _aligned(rows, right=tuple(range(1, len(table.headings)))) + _facts([
        ("network", title), ("rule", f"{rule} ({document['rule']})"), ("weights", table.notes[-1].partition(": ")[2]),
    ])


def measurement(document: dict[str, Any]) -> str:
    """The figures, the conditions, the doubts."""
    card, settings = document["fingerprint"], document["settings"]
    share = document["iqr_ms"] / document["median_ms"]
    interval = interval_words(document)
    return _facts([
        ("median", units.milliseconds(document["median_ms"]) + (f", {interval}" if interval else "")),
        ("p10 – p90", f"{units.milliseconds(document['p10_ms'])} – {units.milliseconds(document['p90_ms'])}"),
        ("minimum", units.milliseconds(document["min_ms"])),
        ("IQR", f"{units.milliseconds(document['iqr_ms'])} ({100 * share:.1f} % of the median)"),
        ("runs", f"{document['n']} after {document['warmup_runs']} to warm up, stamped: {document['stamped']}"),
        ("first run", _beforehand(document)),
        ("CPU/wall", f"{document['cpu_wall']:.2f}"),
        ("device", f"{settings['device']} ({card['device_name']}), threads {settings['threads']}, batch {settings['batch']}"),
        ("runtime", f"{_runtime(document)}, {settings['dtype']}, Python {card['python']}, {card['os']}"),
        *_checked(document),
        ("malloc", ", ".join(f"{name}={value}" for name, value in card["malloc"].items()) or "as the system has it"),
        *_source(document),
        *(("doubt", template.format(*words)) for template, *words in document["flags"]),
        *_stored(document),
    ])


def _stored(document: dict[str, Any]) -> list[tuple[str, str]]:
    """Under which uid it is kept, or why it is not."""
    template, *words = document.get("not_stored") or ["{0}", document.get("stored", "")]
    return [("stored" if document.get("stored") else "not stored", template.format(*words))] if "stored" in document else []


def _runtime(document: dict[str, Any]) -> str:
    """``ONNX Runtime (onnxruntime 1.31.1, opset 18), torch 2.13.0, BN folded``."""
    card, settings = document["fingerprint"], document["settings"]
    own = ", ".join(f"{name} {version}" for name, version in document.get("versions", {}).items())
    switches = [word for word in switched(settings) if word != settings["dtype"]]
    return ", ".join([card["runtime"] + (f" ({own})" if own else ""), f"torch {card['torch']}", *switches])


def _beforehand(document: dict[str, Any]) -> str:
    """``58.1 ms; before it export 0.59 s, load 0.02 s``: what no figure contains."""
    seconds = ", ".join(f"{name} {value:.2f} s" for name, value in document["prepared_s"].items())
    return units.milliseconds(document["first_ms"]) + (f"; before it {seconds}" if seconds else "") + " (not in the median)"


def _checked(document: dict[str, Any]) -> list[tuple[str, str]]:
    """How far the answer was from PyTorch eager's."""
    found = document["checked"]
    if found is None:
        return []
    return [("answer", f"as PyTorch eager's: max. difference {found['max_rel']:.2g} relative (allowed {found['tolerance']:g})")]


def runtimes(document: dict[str, Any]) -> str:
    """One line a runtime; then what is doubted, and what is not here and why."""
    rows = [("runtime", "median", "its interval", "p10 – p90", "to eager", "answer", "prepared")]
    notes = []
    measured = {row["runtime"]: row["measurement"] for row in document["runtimes"] if "measurement" in row}
    for row in document["runtimes"]:
        if "missing" in row:
            template, *words = row["missing"]
            notes.append((row["title"], "not measured: " + template.format(*words)))
            continue
        m = row["measurement"]
        spread = f"{m['p10_ms']:#.3g} – {m['p90_ms']:#.3g}"
        ratio = f"{m['median_ms'] / measured[EAGER]['median_ms']:.2f} ×" if EAGER in measured else ""
        rows.append((
            row["title"], units.milliseconds(m["median_ms"]), interval_words(m), spread, ratio,
            f"{m['checked']['max_rel']:.1g} off" if m["checked"] else "reference", f"{sum(m['prepared_s'].values()):.1f} s",
        ))
        notes += [(f"doubt, {row['title']}", template.format(*words)) for template, *words in m["flags"]]
    settings = document["settings"]
    first = next(iter(measured.values()))
    where = f"{first['fingerprint']['device_name']}, {conditions_text(settings)}"
    return _aligned(rows, right=(1, 4, 5, 6)) + _facts([("conditions", where), *_source(first), *notes])


def layer_times(analysed: dict[str, Any], document: dict[str, Any]) -> str:
    """One line a layer that ran, then the sum, what lies between layers, the runs without stamps, what the stamps cost."""
    times, figures = LayerTimes(document, analysed), document["layers"]
    rows = [("path", "layer", "median", "p10 – p90", "share")]
    for i, layer in enumerate(analysed["layers"]):
        ms = times.by_layer[i]
        if ms is not None:
            spread = f"{units.duration(figures['p10_ms'][i])} – {units.duration(figures['p90_ms'][i])}"
            rows.append((layer["path"], f"{layer['type']} {layer['detail']}".strip(), units.duration(ms), spread,
                         f"{times.share(ms):.1f} %"))
    between, with_stamps, without = document["between"]["total_ms"], document["instrumented"], document["uninstrumented"]
    overhead = document["overhead"]
    for name, ms in (("sum of layers", document["sum_ms"]), ("between layers", between), ("both", times.total)):
        rows.append((name, "", units.duration(ms), "", f"{times.share(ms):.1f} %"))
    for name, runs in (("runs with stamps", with_stamps), ("runs without", without)):
        spread = f"{units.duration(runs['p10_ms'])} – {units.duration(runs['p90_ms'])}"
        rows.append((name, "", units.duration(runs["median_ms"]), spread, ""))
    stamps = (
        f"{overhead['measured_ms']:+.3f} ms measured, {overhead['expected_ms']:.3f} ms expected of {overhead['modules']} modules "
        f"at {overhead['layer_us']:.2f} µs and {overhead['operations']} operations at {overhead['operation_us']:.2f} µs; "
        "not subtracted"
    )
    ratio = f"{100 * document['sum_ms'] / without['median_ms']:.1f} % of the median without stamps"
    return _aligned(rows, right=(2, 3, 4)) + _facts([
        ("sum of layers", ratio), ("runs", f"{document['n']} pairs, with and without stamps in turn"),
        ("stamps cost", stamps), ("conditions", conditions(document)), *_source(document),
        *(("doubt", template.format(*words)) for template, *words in document["flags"]),
        *_stored(document),
    ])


def peaks(document: dict[str, Any]) -> str:
    """Both roofs and what they were measured with."""
    card, settings = document["fingerprint"], document["settings"]
    rows = [("kernel", "best", "median", "runs")]
    for unit, kernels in (("MAC", document["arithmetic"]), ("B", document["streams"])):
        for row in kernels:
            median = row["work"] / row["median_ms"] * 1e3
            rows.append((row["name"], f"{units.count(row['per_s'])}{unit}/s", f"{units.count(median)}{unit}/s", str(row["n"])))
    macs, moved = document["macs_per_s"], document["bytes_per_s"]
    return _aligned(rows, right=(1, 2, 3)) + _facts([
        ("peak", f"{units.count(macs)}MAC/s ({units.count(2 * macs)}FLOP/s)"),
        ("memory", f"{units.count(moved)}B/s, arrays of {units.size(document['array_bytes'])}, last cache "
                   f"{units.size(document['cache_bytes'])}"),
        ("ridge", f"{macs / moved:.3g} MACs/byte"),
        ("device", f"{settings['device']} ({card['device_name']}), threads {settings['threads']}, {settings['dtype']}"),
        ("measured", f"{document['started']}, in {document['seconds']:.1f} s"),
    ])


def fusion(document: dict[str, Any]) -> str:
    """The fused network against the training-time one."""
    shape = "×".join(str(side) for side in document["images"])
    rows = [
        ("weights", document["weights"]), ("images", f"{shape}, seeded"),
        ("parameters", " → ".join(_plain(number) for number in document["params"])),
        ("convolutions", " → ".join(str(number) for number in document["convolutions"])),
    ]
    for check in document["checks"]:
        equal = "same classes" if check["argmax_equal"] else "other classes"
        rows.append((
            check["dtype"],
            f"max. difference {check['max_abs']:.2g} absolute, {check['max_rel']:.2g} relative, {equal}",
        ))
    verdict = "one function, up to rounding" if document["passed"] else "NOT the same function"
    rows.append(("verdict", f"{verdict} (allowed in float64: {document['allowed']:g} relative)"))
    return _facts(rows)


def export(document: dict[str, Any]) -> str:
    """The file and what was checked."""
    rows = [
        ("file", f"{document['path']}, {units.size(document['bytes'])}"),
        ("SHA-256", document["sha256"]),
        ("format", f"opset {document['opset']}, batch {document['batch']}, written by {document['exporter']}"),
        ("weights", document["weights"]),
        *weights(document["weights_report"])[1:],
        ("checker", document["checker"]),
    ]
    for check in document["checks"]:
        equal = "same class" if check["argmax_equal"] else "another class"
        rows.append((
            f"batch {check['batch']}",
            f"max. difference {check['max_abs']:.2g} absolute, {check['max_rel']:.2g} relative "
            f"(allowed {check['tolerance']:g}), {equal}",
        ))
    rows += _source(document)
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


def picture(document: dict[str, Any]) -> str:
    """The file and how large it is."""
    return _facts([
        ("file", f"{document['path']}, {units.size(document['bytes'])}"),
        ("format", document["format"].upper() + (f", {document['dpi']} dpi" if document["format"] == "png" else "")),
        ("size", f"{document['width']} × {document['height']} px · {document['width_mm']} × {document['height_mm']} mm"),
        ("recipe", document["digest"]),
        *([("note", f"no font here has {document['lacking']}: boxes stand for these characters")] if document["lacking"] else []),
    ])


def weights(report: dict[str, Any] | None) -> list[tuple[str, str]]:
    """What of a weights file fits: the file, then what stays random and why, what is left over, and what to know of it."""
    if report is None:
        return []
    naming = f" by the names of {report['naming']} {report['peer']}" if report["peer"] else ""
    origin = "; trained from this recipe" if report["trained_from_this"] else ""
    rows = [("weights", f"{report['file']}, {report['matched']} of {report['needed']} tensors{naming}{origin}")]
    for entry in report["reinitialised"]:
        why = f"has {_sides(entry['has'])}, not {_sides(entry['needs'])}" if entry["has"] else "is missing"
        rows.append(("random", f"{entry['name']}, which {why} (seed {report['seed']})"))
    rows += [("unused", name) for name in report["unused"]]
    if report["remark"]:
        rows.append(("remark", report["remark"]))
    if "own_accuracy" in report:
        own = report["own_accuracy"]
        rows.append(("own", f"top-1 {own['top1']:g} % on {own['dataset']}"))
    return rows


def _sides(shape: list[int]) -> str:
    return "×".join(str(side) for side in shape)


def _memory(document: dict[str, Any]) -> Iterable[tuple[str, str]]:
    """Weights, peak and largest tensor at each precision, and the memory access cost."""
    memory = document["memory"]

    def sizes(elements: int) -> str:
        return ", ".join(f"{units.size(elements * width)} ({name})" for name, width in PRECISIONS.items())

    yield "weights take", sizes(document["params"])
    alive = " + ".join(tensor["path"] for tensor in memory["alive"])
    yield "peak activations", f"{sizes(memory['peak'])} at {memory['at']}: {alive}"
    yield "largest tensor", f"{sizes(memory['largest']['elements'])}: {memory['largest']['path']}"
    access = document["access"]
    yield "memory access", f"{units.count(access)} elements, {sizes(access)}"
    if document.get("advice"):
        yield "advice", f"{len(document['advice'])} remarks; --json lists them"


def _published(entries: list[dict[str, Any]]) -> Iterable[tuple[str, str]]:
    """What sources print of this network: parameters and MACs beside ours under their own rules, and the accuracy."""
    for title, figure, ours, difference in (
        ("published parameters", "params_m", "our_params", "params_difference"),
        ("published MACs", "macs_m", "our_macs", "macs_difference"),
    ):
        entry = with_figure(entries, figure)
        if entry is not None:
            numbers = f"{printed(entry[figure])}, ours {units.count(entry[ours])}, {units.signed(entry[difference])}"
            yield title, f"{entry['kind']} {numbers} ({short_source(entry)})"
    entry = with_accuracy(entries)
    if entry is not None:
        words = "".join(f", {condition}" for condition in entry["conditions"])
        yield "published accuracy", f"{accuracies(entry)}{words}, weights of the source ({short_source(entry)})"


def _source(document: dict[str, Any]) -> list[tuple[str, str]]:
    """The file of a user's own architecture."""
    source = document.get("source")
    return [("source", f"{source['file']}, SHA-256 {source['sha256']}")] if source else []


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
