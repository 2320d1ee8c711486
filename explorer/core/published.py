"""Published results as a typed data set: what papers, repositories and benchmarks print, and of which network of ours.

``resources/published.json`` holds the records as they were read, with their sources; ``resources/published_matches.json``
(written by ``scripts/match_published.py``) says for every record which recipe it describes and by which rule its source counts,
or why it describes none; ``resources/published_explanations.json`` says why figures differ from ours by more than 1 %. All are
checked on reading. Standard library only.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import isfinite
from pathlib import Path
from types import MappingProxyType
from typing import Any

from explorer.core import conventions, rules
from explorer.core.errors import BadInput
from explorer.core.recipe import Recipe

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
RECORDS_FILE = RESOURCES / "published.json"
MATCHES_FILE = RESOURCES / "published_matches.json"
EXPLANATIONS_FILE = RESOURCES / "published_explanations.json"
VERSION = 1
KINDS = ("paper", "official-repo", "implementation", "benchmark")
IMAGENET = "ImageNet-1k"
TEXT, NUMBER, OBJECT = (str,), (int, float), (dict,)
FIELDS: dict[str, tuple[tuple[type, ...], bool]] = {  # field → types, needed
    "id": ((int,), True), "family": (TEXT, True), "variant": (TEXT, True), "kind": (TEXT, True), "source": (OBJECT, True),
    "read_in": (TEXT, True), "settings": (OBJECT, False), "dataset": (TEXT, False), "top1": (NUMBER, False),
    "top5": (NUMBER, False), "top1_err_as_printed": (NUMBER, False), "top5_err_as_printed": (NUMBER, False),
    "params_m": (NUMBER, False), "madds_m": (NUMBER, False), "latency": ((dict, list), False), "metrics": (OBJECT, False),
    "note": (TEXT, False),
}


@dataclass(frozen=True)
class Source:
    """Where a record is printed: paper or repository, its table or section, and the address ("" where none is known)."""

    paper: str
    table: str
    url: str


@dataclass(frozen=True)
class Latency:
    """A printed time for one image in milliseconds, on the device as the source names it."""

    device: str
    ms: float


@dataclass(frozen=True)
class Record:
    """One printed result. None or empty where the source prints nothing.

    ``top1`` and ``top5`` are accuracies in per cent (100 less the error where the source prints errors, which then stands in
    ``top1_error`` and ``top5_error``); ``params_m`` and ``madds_m`` are millions, of parameters and of multiply-adds for one
    image (1 MAC = 1, converted where the source counts 2); ``settings`` and ``metrics`` are what else the source says, in its
    words; ``read_in`` is the copy that was read.
    """

    id: int
    family: str
    variant: str
    kind: str
    source: Source
    read_in: str
    settings: Mapping[str, Any]
    dataset: str
    top1: float | None
    top5: float | None
    top1_error: float | None
    top5_error: float | None
    params_m: float | None
    madds_m: float | None
    latency: tuple[Latency, ...]
    metrics: Mapping[str, Any]
    note: str

    @staticmethod
    def of(document: object) -> Record:
        """From an entry of the file. Raises BadInput naming the record, the field, its value and what is allowed."""
        if not isinstance(document, dict):
            raise BadInput("a published record is {0}; an object is needed", document)
        d, name = document, document.get("id")
        unknown = sorted(set(d) - set(FIELDS))
        if unknown:
            raise BadInput("published record {0} has an unknown field {1}; there are: {2}", name, unknown[0], ", ".join(FIELDS))
        for field, (types, needed) in FIELDS.items():
            value = d.get(field)
            if (value is None and needed) or (value is not None and (type(value) not in types or value == "")):
                allowed = " or ".join(t.__name__ for t in types)
                raise BadInput("published record {0}: {1} is {2}; allowed: {3}", name, field, repr(value), allowed)
            if isinstance(value, float) and not isfinite(value):
                raise BadInput("published record {0}: {1} is {2}; allowed: a finite number", name, field, value)
        if d["kind"] not in KINDS:
            raise BadInput("published record {0}: kind is {1}; allowed: {2}", name, d["kind"], ", ".join(KINDS))
        for field in ("top1", "top5", "top1_err_as_printed", "top5_err_as_printed"):
            if d.get(field) is not None and not 0 <= d[field] <= 100:
                raise BadInput("published record {0}: {1} is {2}; allowed: 0 to 100 per cent", name, field, d[field])
        for field in ("params_m", "madds_m"):
            if d.get(field) is not None and d[field] <= 0:
                raise BadInput("published record {0}: {1} is {2}; allowed: millions above 0", name, field, d[field])
        return Record(
            d["id"], d["family"], d["variant"], d["kind"], _source(name, d["source"]), d["read_in"],
            MappingProxyType(d.get("settings") or {}), d.get("dataset") or "", d.get("top1"), d.get("top5"),
            d.get("top1_err_as_printed"), d.get("top5_err_as_printed"), d.get("params_m"), d.get("madds_m"),
            _latency(name, d.get("latency")), MappingProxyType(d.get("metrics") or {}), d.get("note") or "",
        )


@dataclass(frozen=True)
class Match:
    """Which network of ours a record describes, and how its source counts.

    ``recipe`` is that network; ``rule`` a name of ``rules.RULES``; ``parameters`` a name of ``conventions.CONVENTIONS``;
    ``macs_step_m`` the last digit of the printed multiply-adds, in millions; ``conditions`` what its accuracy was had with
    beyond one centre crop and weights in float ("10-crop", "8-bit").
    """

    record: int
    recipe: Recipe
    rule: str = rules.DEFAULT
    parameters: str = conventions.DEFAULT
    macs_step_m: float = 1.0
    conditions: tuple[str, ...] = ()

    @staticmethod
    def of(document: Mapping[str, Any]) -> Match:
        """From an entry of the file. Raises BadInput."""
        try:
            match = Match(
                document["record"], Recipe.of(document["preset"], document.get("knobs"), document.get("at")),
                document.get("rule", rules.DEFAULT), document.get("parameters", conventions.DEFAULT),
                float(document.get("macs_step_m", 1.0)), tuple(document.get("conditions", ())),
            )
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise BadInput("a match of a published record cannot be read: {0} in {1}", repr(error), document) from error
        rules.named(match.rule)
        conventions.named(match.parameters)
        return match

    def to_json(self) -> dict[str, Any]:
        """The entry that ``of`` reads; what is as usual is left out."""
        document: dict[str, Any] = {"record": self.record, "preset": self.recipe.preset}
        document |= {"knobs": self.recipe.values()} if self.recipe.knobs else {}
        document |= {"at": self.recipe.overrides()} if self.recipe.at else {}
        document |= {"rule": self.rule} if self.rule != rules.DEFAULT else {}
        document |= {"parameters": self.parameters} if self.parameters != conventions.DEFAULT else {}
        document |= {"macs_step_m": self.macs_step_m} if self.macs_step_m != 1.0 else {}
        return document | ({"conditions": list(self.conditions)} if self.conditions else {})


@dataclass(frozen=True)
class Explanation:
    """Why figures of some records differ from ours: ``figure`` is ``params`` or ``macs``, ``text`` a few sentences."""

    title: str
    figure: str
    records: frozenset[int]
    text: str


class Published:
    """The data set: every record, its match or the reason why it has none, and explanations of differences.

    Raises BadInput where two records share an id, or a record has no verdict, two verdicts, or a verdict has no record.
    """

    def __init__(
        self, records: Iterable[Record], matches: Iterable[Match], reasons: Mapping[int, str],
        explanations: Iterable[Explanation] = (),
    ) -> None:
        self.records = tuple(records)
        self.by_id = {record.id: record for record in self.records}
        if len(self.by_id) != len(self.records):
            raise BadInput("{0} published records share {1} ids; every id is needed once", len(self.records), len(self.by_id))
        self.matches: dict[int, Match] = {}
        for match in matches:
            if match.record in self.matches:
                raise BadInput("published record {0} is matched twice; one recipe is needed", match.record)
            self.matches[match.record] = match
        self.reasons = dict(reasons)
        self.explanations = tuple(explanations)
        self._explained = {(e.figure, record): e.text for e in self.explanations for record in e.records}
        judged = [*self.matches, *self.reasons]
        if sorted(judged) != sorted(self.by_id):
            wrong = sorted(set(judged) ^ set(self.by_id)) or sorted(set(self.matches) & set(self.reasons))
            raise BadInput("published record {0} needs exactly one verdict: a match, or the reason why it has none", wrong[0])

    @cached_property
    def by_recipe(self) -> dict[Recipe, tuple[Match, ...]]:
        """The matches of each recipe that is matched, in the records' order."""
        found: dict[Recipe, tuple[Match, ...]] = {}
        for match in self.matches.values():
            found[match.recipe] = (*found.get(match.recipe, ()), match)
        return found

    def explained(self, figure: str, record: int) -> str:
        """Why this figure (``params``, ``macs``) of this record differs from ours; "" where nothing is to be explained."""
        return self._explained.get((figure, record), "")

    def of_family(self, family: str) -> list[Record]:
        """Every record of a family (``MobileNetV2``), in the file's order."""
        return [record for record in self.records if record.family == family]

    def with_accuracy(self, family: str = "") -> list[Record]:
        """Records with ImageNet-1k top-1 and multiply-adds, of one family or of all: the points of a chart of both."""
        return [
            record for record in self.records
            if record.dataset == IMAGENET and record.top1 is not None and record.madds_m is not None
            and family in ("", record.family)
        ]


def within_digits(ours: int, printed_m: float, step_m: float) -> bool:
    """Whether a count, rounded or cut off at the last printed digit (``step_m``, in millions), is the printed figure."""
    return printed_m - step_m / 2 - 1e-9 <= ours / 1e6 <= printed_m + step_m + 1e-9


def parameters_step(printed_m: float) -> float:
    """The last printed digit of a number of parameters, in millions."""
    return 1.0 if isinstance(printed_m, int) else 10.0 ** -len(repr(printed_m).partition(".")[2])


def read_published(records: Path = RECORDS_FILE, matches: Path = MATCHES_FILE, reasons: Path = EXPLANATIONS_FILE) -> Published:
    """The committed data set. Raises BadInput where a file is missing, damaged, or disagrees with the other."""
    verdicts = _document(matches)
    unmatched = verdicts.get("unmatched")
    if not isinstance(unmatched, list) or not isinstance(verdicts.get("matches"), list):
        raise BadInput("{0} needs the lists \"matches\" and \"unmatched\"", matches)
    why: dict[int, str] = {}
    for entry in unmatched:
        if not isinstance(entry, dict) or not isinstance(entry.get("reason"), str) or type(entry.get("record")) is not int:
            raise BadInput("{0}: {1} is no entry of \"unmatched\"; a record and a reason are needed", matches, entry)
        why[entry["record"]] = entry["reason"]
    return Published(read_records(records), [Match.of(m) for m in verdicts["matches"]], why, read_explanations(reasons))


def read_explanations(path: Path = EXPLANATIONS_FILE) -> list[Explanation]:
    """The explanations of differences. Raises BadInput."""
    try:
        return [
            Explanation(str(e["title"]), str(e["figure"]), frozenset(int(r) for r in e["records"]), str(e["text"]))
            for e in _document(path)["explanations"]
        ]
    except (KeyError, TypeError, ValueError) as error:
        raise BadInput("the explanations {0} cannot be read: {1}", path, repr(error)) from error


def read_records(path: Path = RECORDS_FILE) -> list[Record]:
    """The records alone. Raises BadInput."""
    entries = _document(path).get("records")
    if not isinstance(entries, list):
        raise BadInput("{0} needs the list \"records\"", path)
    return [Record.of(entry) for entry in entries]


def _document(path: Path) -> dict[str, Any]:
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BadInput("the published results {0} cannot be read: {1}", path, error) from error
    if not isinstance(document, dict) or document.get("version") != VERSION:
        raise BadInput("{0} is not of a version this program reads: \"version\": {1} is needed", path, VERSION)
    return document


def _source(name: object, document: dict[str, Any]) -> Source:
    paper, table, url = (document.get(field) for field in ("paper", "table", "url"))
    texts = isinstance(paper, str) and isinstance(table, str) and isinstance(url, str)
    if len(document) != 3 or not texts or not paper or not table:
        raise BadInput("published record {0}: source is {1}; paper, table and url are needed", name, document)
    if url and (not url.startswith(("https://", "http://")) or " " in url):
        raise BadInput("published record {0}: url is {1}; allowed: a web address, or nothing where none is known", name, url)
    return Source(str(paper), str(table), str(url))


def _latency(name: object, document: Any) -> tuple[Latency, ...]:
    entries = document if isinstance(document, list) else [document] if document else []
    for entry in entries:
        ms = entry.get("ms") if isinstance(entry, dict) else None
        if not isinstance(ms, int | float) or ms <= 0 or not isinstance(entry.get("device"), str):
            raise BadInput("published record {0}: latency is {1}; a device and ms above 0 are needed", name, entry)
    return tuple(Latency(entry["device"], float(entry["ms"])) for entry in entries)
