"""What was measured in turn, read: the answer in a sentence, and tables. Of ``pair`` and ``micro`` documents. No Qt, no torch.

Sentences are [template, argument, …]. Ratios are to the first network, or to the layer as it is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from explorer.core import units
from explorer.core.micro import OVER
from explorer.core.operators import TITLES, side_by_side
from explorer.core.ready import READY
from explorer.core.recipe import Recipe
from explorer.core.tabular import Heading, Table, Value

Sentence = list[str]
FIGURES = ("median_ms", "p10_ms", "p90_ms", "n")
SAME = 0.005  # MACs that differ by at most this share are called equal
VERDICTS = {"slower": "slower", "faster": "faster", "equal": "no difference", "undecided": "undecided"}


def times(ratio: float) -> str:
    """``1.23``, three decimals near 1 (``1.004``), three digits elsewhere."""
    return f"{ratio:.3f}" if abs(ratio - 1) < 0.095 else f"{ratio:#.3g}"


def interval_of(found: Mapping[str, Any]) -> str:
    """``1.19 to 1.27``; "" where there is none."""
    return " to ".join(times(end) for end in found["interval"]) if found["interval"] else ""


def macs_ratio(document: Mapping[str, Any], place: int) -> float | None:
    """MACs of a network over those of the first; None where that has none."""
    first = document["runs"][0]["macs"]
    return document["runs"][place]["macs"] / first if first else None


def answer(document: Mapping[str, Any], place: int) -> list[Sentence]:
    """What is to be said of a network against the first: its MACs, its time, and whether that is a difference."""
    run, first = document["runs"][place], document["runs"][0]
    found, macs = run["ratio"], macs_ratio(document, place)
    said: list[Sentence] = []
    if run["measurement"]["digest"] == first["measurement"]["digest"]:
        said.append(["{0} and {1} are the same network: what the method itself finds", run["name"], first["name"]])
    elif macs is None or abs(macs - 1) <= SAME:
        said.append(["{0} has the MACs of {1}", run["name"], first["name"]])
    else:
        said.append(["{0} has {1} times the MACs of {2}", run["name"], times(macs), first["name"]])
    if macs is not None and macs < 1 - SAME and found["verdict"] == "slower":
        said.insert(0, ["Fewer MACs, and slower"])
    elif macs is not None and macs > 1 + SAME and found["verdict"] == "faster":
        said.insert(0, ["More MACs, and faster"])
    return [*said, verdict(found, run["name"], first["name"])]


def verdict(found: Mapping[str, Any], name: str, first: str) -> Sentence:
    """``b takes 1.23 times as long as a (95 % interval 1.19 to 1.27)``, or that there is no difference, or why none is told."""
    share, ratio, low_high = f"{100 * found['confidence']:g}", times(found["ratio"]), interval_of(found)
    margin = f"{100 * found['margin']:g}"
    if not found["interval"]:
        return ["too few rounds to tell a difference between {0} and {1}: the ratio was {2}", name, first, ratio]
    low, high = found["interval"]
    holds = low <= 1 <= high
    if found["verdict"] in ("slower", "faster"):
        return ["{0} takes {1} times as long as {2} ({3} % interval {4})", name, ratio, first, share, low_high]
    if found["verdict"] == "equal" and holds:
        words = "no difference: the ratio is {0}, its {1} % interval {2} holds 1 and lies within ±{3} %"
        return [words, ratio, share, low_high, margin]
    if found["verdict"] == "equal":
        words = "no difference that counts: {0} takes {1} times as long ({2} % interval {3}), within ±{4} %"
        return [words, name, ratio, share, low_high, margin]
    if holds:
        words = "no difference shown: the ratio is {0}, its {1} % interval {2} holds 1 but is wider than ±{3} %; measure longer"
        return [words, ratio, share, low_high, margin]
    words = "undecided: {0} takes {1} times as long ({2} % interval {3}), which reaches into ±{4} %; measure longer"
    return [words, name, ratio, share, low_high, margin]


def summary(document: Mapping[str, Any]) -> list[Sentence]:
    """The answer in few lines: of two networks in full, of several a line each, of a layer its best shapes."""
    if document["kind"] == "micro":
        return _summary_of_layer(document)
    if len(document["runs"]) == 2:
        return answer(document, 1)
    said: list[Sentence] = []
    for place, run in enumerate(document["runs"][1:], 1):
        found, macs = run["ratio"], macs_ratio(document, place)
        words = "{0}: MACs {1} ×, time {2} × ({3}), {4}"
        ends = interval_of(found).replace(" to ", "–") or "–"
        said.append([words, run["name"], "–" if macs is None else times(macs), times(found["ratio"]), ends, _word(found)])
    first = document["runs"][0]
    return [["against {0}, {1}:", first["name"], units.duration(first["measurement"]["median_ms"])], *said]


def _word(found: Mapping[str, Any]) -> str:
    """The verdict in one or two words; "no difference" where the interval holds 1, whatever its width."""
    if found["verdict"] == "undecided" and found["interval"] and found["interval"][0] <= 1 <= found["interval"][1]:
        return "no difference shown"
    return VERDICTS[found["verdict"]]


def _summary_of_layer(document: Mapping[str, Any]) -> list[Sentence]:
    variants = document["variants"]
    own = variants[document["own"]]
    cost = per_million(document, own)
    said: list[Sentence] = [["as it is ({0}): {1}, {2} ms a million MACs", own["value"], units.duration(own["median_ms"]),
                             "–" if cost is None else f"{cost:.3g}"]]
    least = min(variants, key=lambda v: v["median_ms"])
    if least is not own:
        words = "least time: {0}, {1} times as long with {2} times the MACs, {3}"
        found = least["ratio"]
        said.append([words, least["value"], times(found["ratio"]), times(least["macs"] / own["macs"]), _word(found)])
    lean = min((v for v in variants if v["macs"]), key=lambda v: v["median_ms"] / v["macs"], default=own)
    if lean is not own:
        said.append(["least time for a MAC: {0}, {1} ms a million MACs", lean["value"], f"{per_million(document, lean):.3g}"])
    slower = [v["value"] for v in variants if not v["own"] and v["macs"] < own["macs"] and v["ratio"]["verdict"] == "slower"]
    if slower:
        said.insert(0, ["Fewer MACs, and slower: {0}", ", ".join(slower)])
    return said


def title(document: Mapping[str, Any]) -> Sentence:
    """What was measured, in one line."""
    if document["kind"] == "micro":
        return ["{0} of {1}, over {2}", str(document["layer"]), document["recipe"]["preset"], OVER[document["over"]]]
    ready = document.get("ready")
    if ready:
        return ["{0}: {1}", Recipe.from_json(ready["recipe"]).preset, READY[ready["name"]].title]
    first, *others = (run["name"] for run in document["runs"])
    return ["{0} against {1}", ", ".join(others), first]


def doubts(document: Mapping[str, Any]) -> list[tuple[str, Sentence]]:
    """(name, sentence) of every reason to distrust what was measured, each once."""
    if document["kind"] == "micro":
        rows = [(variant["value"], flag) for variant in document["variants"] for flag in variant["flags"]]
    else:
        rows = [(run["name"], flag) for run in document["runs"] for flag in run["measurement"]["flags"]]
    return list({(name, flag[0].partition(":")[0]): (name, list(flag)) for name, flag in rows}.values())


def stamps_words(document: Mapping[str, Any]) -> list[Sentence]:
    """What the stamps cost each network; or why no operator has a time."""
    if document["operators_missing"]:
        return [["no time by operator: {0}", _plain(document["operators_missing"])]]
    said = []
    for run in document["runs"]:
        cost, whole = run["layer_times"]["overhead"]["measured_ms"], run["measurement"]["median_ms"]
        words = "stamps cost {0} {1} a run ({2}): in every kind, taken away in the row “− stamps”"
        said.append([words, run["name"], units.duration(cost), units.signed(100 * cost / whole)])
    return said


def conditions(document: Mapping[str, Any]) -> list[str]:
    """Machine, settings and method, as notes of a table."""
    card = document["fingerprint"] if document["kind"] == "micro" else document["runs"][0]["measurement"]["fingerprint"]
    s = document["settings"]
    return [
        "Measured on: " + ", ".join(str(card[n]) for n in ("device_name", "os", "runtime", "torch") if card.get(n)),
        "Settings: " + ", ".join(f"{n} {s[n]}" for n in ("device", "threads", "batch", "dtype")),
        f"Measured in turn, in an order drawn for each round; intervals: {100 * document['confidence']:g} %, each by itself"
        f" (block bootstrap of rounds); differences within ±{100 * document['margin']:g} % are none.",
        f"Started {document['started']}.",
    ]


def pair_table(document: Mapping[str, Any]) -> Table:
    """A row a network: cost, median, ratio to the first, verdict."""
    titles = (
        "network", "MACs", "MACs ratio", "params", "median (ms)", "p10 (ms)", "p90 (ms)", "rounds", "time ratio", "low", "high",
        "verdict", "recipe SHA-256",
    )
    rows: list[list[Value]] = []
    for place, run in enumerate(document["runs"]):
        m, found = run["measurement"], run["ratio"]
        low, high = (found["interval"] or (None, None)) if found else (None, None)
        rows.append([
            run["name"], run["macs"], macs_ratio(document, place), run["params"], *(m[n] for n in FIGURES),
            found["ratio"] if found else 1.0, low, high, VERDICTS[found["verdict"]] if found else "the first", m["digest"],
        ])
    return Table(_headings(titles, rows), rows, (), _plain(title(document)) + ".", _notes(document))


def operators_table(document: Mapping[str, Any]) -> Table | None:
    """A row a kind, a column of ms a network, of two their difference; what they add up to is the row of totals."""
    if document["operators_missing"]:
        return None
    runs = document["runs"]
    names = [run["name"] for run in runs]
    titles = ["kind", *(f"{name} (ms)" for name in names), *(["difference (ms)"] if len(runs) == 2 else [])]

    def row(name: str, ms: Sequence[float]) -> list[Value]:
        return [name, *ms, *([ms[1] - ms[0]] if len(runs) == 2 else [])]

    found = side_by_side([run["operators"] for run in runs])
    rows = [row(TITLES[kind], ms) for kind, ms in found]
    total = row("median without stamps", [sum(column) for column in zip(*(ms for _, ms in found), strict=True)])
    notes = [*_notes(document), *(_plain(sentence) for sentence in stamps_words(document))]
    headings = [Heading(titles[0]), *(Heading(t, numeric=True, text=_number) for t in titles[1:])]
    return Table(headings, rows, [total], "Time by kind of operation, " + _plain(title(document)) + ".", notes)


def micro_table(document: Mapping[str, Any]) -> Table:
    """A row a variant: MACs and access for one image, time of a run of the batch, ms for a million MACs, ratio to the layer."""
    titles = (
        document["over"], "input", "output", "MACs", "params", "access (elements)", "median (ms)", "low (ms)", "high (ms)",
        "ms / M MACs", "time ratio", "ratio low", "ratio high", "verdict",
    )
    rows: list[list[Value]] = []
    for variant in document["variants"]:
        found, interval = variant["ratio"], variant["interval_ms"] or (None, None)
        ends = (found["interval"] or (None, None)) if found else (None, None)
        rows.append([
            variant["value"], units.shape(variant["input"]), units.shape(variant["output"]), variant["macs"], variant["params"],
            variant["access"], variant["median_ms"], *interval, per_million(document, variant), found["ratio"] if found else 1.0,
            *ends, VERDICTS[found["verdict"]] if found else "as it is",
        ])
    own = document["variants"][document["own"]]
    notes = [*conditions(document), f"As it is in the network: {own['value']}.", f"Recipe SHA-256 {document['digest']}."]
    return Table(_headings(titles, rows), rows, (), _plain(title(document)) + ".", notes)


def per_million(document: Mapping[str, Any], variant: Mapping[str, Any]) -> float | None:
    """Milliseconds for a million multiply-accumulates; None where there are none."""
    macs = variant["macs"] * document["settings"]["batch"]
    return 1e6 * variant["median_ms"] / macs if macs else None


def table_of(document: Mapping[str, Any]) -> Table:
    """The table of networks or of variants."""
    return micro_table(document) if document["kind"] == "micro" else pair_table(document)


def _notes(document: Mapping[str, Any]) -> list[str]:
    ready = document.get("ready")
    about = [_plain(note) + "." for note in ready["notes"]] if ready else []
    return [*conditions(document), *about]


def _headings(titles: Sequence[str], rows: Sequence[Sequence[Value]]) -> list[Heading]:
    numeric = [any(isinstance(row[i], int | float) for row in rows) for i in range(len(titles))]
    return [
        Heading(name, numeric=True, text=_number) if number else Heading(name)
        for name, number in zip(titles, numeric, strict=True)
    ]


def _number(value: Value) -> str:
    if value is None:
        return "–"
    if isinstance(value, float):
        return f"{value:.4g}".replace("-", "−")
    return f"{value:,}" if isinstance(value, int) else str(value)


def _plain(sentence: Sequence[str]) -> str:
    return sentence[0].format(*sentence[1:])
