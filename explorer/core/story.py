"""A story for a lab meeting: steps, each a recipe with what to look at and a short text whose figures are computed as it is told.

A file holds no figure. A text names one in braces, ``{macs}`` of the step's recipe, ``{against.macs}`` of what it is held
against, ``{macs.change}`` and ``{macs.ratio}`` of the two; ``{{`` and ``}}`` are braces. docs/stories.md has the format.
Standard library only.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from explorer.core import units
from explorer.core.catalogue import RESOURCES, Catalogue
from explorer.core.errors import BadInput
from explorer.core.measures import DEFAULT_PRECISION, bytes_of
from explorer.core.recipe import FORMAT as RECIPE_FORMAT
from explorer.core.recipe import VERSION as RECIPE_VERSION
from explorer.core.recipe import Recipe
from explorer.core.shares import KINDS

FORMAT, VERSION = "architecture-explorer/story", 1
DEMO_FILE = RESOURCES / "stories" / "efficient-cnns.json"
DEMO_IN = {"ko": DEMO_FILE.with_suffix(".ko.json")}  # the same story in other languages than English
LEVELS = ("stages", "blocks", "layers")
COLOURS = ("macs", "params", "memory", "access", "kind", "time")
CHARTS = ("cost", "accuracy", "time", "shares", "none")
QUANTITIES = ("params", "macs", "peak", "latency", "top1")
NOT_KNOWN = "…"
PLACEHOLDER = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")
STEP_KEYS = {"title", "text", "source", "recipe", "against", "view", "measure"}
VIEW_KEYS = {"level", "open", "select", "colour", "chart", "code"}


def _names() -> tuple[str, ...]:
    plain = [*QUANTITIES, *(f"against.{name}" for name in QUANTITIES)]
    both = [f"{name}.{how}" for name in QUANTITIES for how in ("change", "ratio")]
    return (*plain, *both, *(f"share.{kind}" for kind in KINDS))


NAMES = _names()


def demo_file(language: str) -> Path:
    """The prepared story in a language; in English where there is none in it."""
    return DEMO_IN.get(language, DEMO_FILE)


@dataclass(frozen=True)
class View:
    """What to look at: how far the graph lies open, what lies open beside that, what is selected, colours, chart, source."""

    level: str = "stages"
    opened: tuple[str, ...] = ()
    select: str = ""
    colour: str = "macs"
    chart: str = "cost"
    code: bool = False


@dataclass(frozen=True)
class Step:
    """One step. ``against`` is what its figures are held against, ``against_name`` what that is called; None the preset."""

    title: str
    text: str
    source: str
    recipe: Recipe
    against: Recipe | None = None
    against_name: str = ""
    view: View = field(default_factory=View)
    measure: bool = False

    def wants(self, name: str) -> bool:
        """Whether the text asks for this figure, in any way."""
        return any(name in asked.split(".") for asked in names_in(self.text))


@dataclass(frozen=True)
class Story:
    """Steps under a title."""

    title: str
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Facts:
    """The figures of one recipe; None where one is not known (yet). ``peak`` in bytes, ``latency`` in ms, ``top1`` in per cent;
    ``shares`` of the MACs by kind of operation, 0 to 1."""

    params: float | None = None
    macs: float | None = None
    peak: float | None = None
    latency: float | None = None
    top1: float | None = None
    shares: Mapping[str, float] = field(default_factory=dict)

    @staticmethod
    def of(figures: Mapping[str, Any] | None, latency: float | None = None, shares: Mapping[str, float] | None = None) -> Facts:
        """From an analysis or a brief one (``core.compare``). ``top1`` is what is published of exactly this network."""
        if figures is None:
            return Facts(latency=latency)
        memory = figures.get("memory")
        peak = float(bytes_of(memory["peak"], DEFAULT_PRECISION)) if memory else None
        published = [float(entry["top1"]) for entry in figures.get("published", ()) if entry.get("top1") is not None]
        return Facts(figures["params"], figures["macs"], peak, latency, published[0] if published else None, shares or {})

    def text(self, name: str) -> str:
        """A quantity as it is read: ``300.8 M``; an ellipsis where it is not known."""
        value: float | None = getattr(self, name)
        if value is None:
            return NOT_KNOWN
        if name == "latency":
            return units.duration(value)
        if name == "top1":
            return f"{value:.1f} %"
        return units.size(value) if name == "peak" else units.count(value)


def filled(text: str, present: Facts, against: Facts) -> str:
    """The text with its figures."""

    def figure(found: re.Match[str]) -> str:
        name = found.group(1)
        if name is None:
            return found.group(0)[:1]
        head, _, tail = name.partition(".")
        if head == "share":
            return f"{100 * present.shares.get(tail, 0.0):.0f} %" if present.shares else NOT_KNOWN
        if head == "against":
            return against.text(tail)
        if not tail:
            return present.text(head)
        now, before = getattr(present, head), getattr(against, head)
        if now is None or not before:
            return NOT_KNOWN
        return units.change(now, before) if tail == "change" else _ratio(now, before)

    return PLACEHOLDER.sub(figure, text)


def _ratio(now: float, before: float) -> str:
    """By what factor the larger is more than the smaller: ``8.56``; which one that is, the text says."""
    low, high = sorted((now, before))
    return f"{high / low:.3g}" if low > 0 else NOT_KNOWN


def names_in(text: str) -> list[str]:
    """The figures that a text asks for."""
    return [found.group(1) for found in PLACEHOLDER.finditer(text) if found.group(1) is not None]


def read_story(path: Path, catalogue: Catalogue | None = None) -> Story:
    """The story of a file. Raises BadInput, with the step and what is allowed, for anything that could not be told.

    With a catalogue, presets and knobs are looked up in it too; whether a value can be built the engine says as it is told.
    """
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise BadInput("cannot read {0}: {1}", path, error.strerror or error) from error
    except (ValueError, RecursionError) as error:
        raise BadInput("{0} is not a story: not valid JSON ({1})", path, error) from error
    try:
        return story_of(document, catalogue)
    except BadInput as error:
        raise BadInput("{0} cannot be told: {1}", path.name, error) from error


def story_of(document: object, catalogue: Catalogue | None = None) -> Story:
    """From a file's JSON. Raises BadInput."""
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise BadInput("not a story: the file has no \"format\": \"{0}\"", FORMAT)
    if document.get("version") != VERSION:
        raise BadInput("story version {0} cannot be read; this program reads version {1}", document.get("version"), VERSION)
    steps = document.get("steps")
    if not isinstance(steps, list) or not steps:
        raise BadInput("a story without steps: \"steps\" is {0}, a list of at least one is needed", steps)
    return Story(_text(document, "title", 0), tuple(_step(each, i, catalogue) for i, each in enumerate(steps, 1)))


def _step(document: object, number: int, catalogue: Catalogue | None) -> Step:
    if not isinstance(document, dict):
        raise BadInput("step {0} is {1}; an object is needed", number, document)
    _only(document, STEP_KEYS, number)
    text = _text(document, "text", number)
    _check_text(text, number)
    if "recipe" not in document:
        raise BadInput("step {0} has no recipe: {{\"preset\": …, \"knobs\": …, \"at\": …}} is needed", number)
    against = document.get("against")
    name = ""
    if isinstance(against, dict):
        against = dict(against)
        name = str(against.pop("name", ""))
    recipe = _recipe(document["recipe"], number, catalogue)
    held = None if against is None else _recipe(against, number, catalogue)
    measure = document.get("measure", False)
    if not isinstance(measure, bool):
        raise BadInput("step {0}: \"measure\" is {1}; allowed: true, false", number, measure)
    source = _text(document, "source", number) if "source" in document else ""
    return Step(
        _text(document, "title", number), text, source, recipe, held, name, _view(document.get("view", {}), number), measure
    )


def _check_text(text: str, number: int) -> None:
    for found in PLACEHOLDER.finditer(text):
        if found.group(0) in ("{", "}"):
            raise BadInput("step {0}: a single brace in its text; write {{{{ for {{ and }}}} for }}", number)
        if found.group(1) is not None and found.group(1) not in NAMES:
            raise BadInput("step {0}: its text asks for {1}; allowed: {2}", number, f"{{{found.group(1)}}}", ", ".join(NAMES))


def _view(document: object, number: int) -> View:
    if not isinstance(document, dict):
        raise BadInput("step {0}: \"view\" is {1}; an object is needed", number, document)
    _only(document, VIEW_KEYS, number)
    first = View()
    opened, select, code = document.get("open", []), document.get("select", ""), document.get("code", False)
    if not isinstance(opened, list) or not all(isinstance(path, str) for path in opened):
        raise BadInput("step {0}: \"open\" is {1}; a list of module paths is needed", number, opened)
    if not isinstance(select, str):
        raise BadInput("step {0}: \"select\" is {1}; a module path is needed", number, select)
    if not isinstance(code, bool):
        raise BadInput("step {0}: \"code\" is {1}; allowed: true, false", number, code)
    chosen = {
        key: _one_of(document.get(key, getattr(first, key)), key, allowed, number)
        for key, allowed in (("level", LEVELS), ("colour", COLOURS), ("chart", CHARTS))
    }
    return View(chosen["level"], tuple(opened), select, chosen["colour"], chosen["chart"], code)


def _one_of(value: object, key: str, allowed: Sequence[str], number: int) -> str:
    if not isinstance(value, str) or value not in allowed:
        raise BadInput("step {0}: \"{1}\" is {2}; allowed: {3}", number, key, value, ", ".join(allowed))
    return value


def _recipe(document: object, number: int, catalogue: Catalogue | None) -> Recipe:
    if not isinstance(document, dict):
        raise BadInput("step {0}: a recipe is {1}; {{\"preset\": …, \"knobs\": …, \"at\": …}} is needed", number, document)
    try:
        recipe = Recipe.from_json({"format": RECIPE_FORMAT, "version": RECIPE_VERSION} | document)
    except BadInput as error:
        raise BadInput("step {0}: {1}", number, error) from error
    if catalogue is None or not catalogue.presets():
        return recipe
    architecture = catalogue.architecture(recipe.preset)
    if architecture is None:
        raise BadInput("step {0}: the library has no preset {1}", number, recipe.preset)
    for knob in dict.fromkeys([*recipe.values(), *(name for values in recipe.overrides().values() for name in values)]):
        if knob not in architecture.knobs:
            allowed = ", ".join(architecture.knobs)
            raise BadInput("step {0}: {1} has no knob {2}; allowed: {3}", number, recipe.preset, knob, allowed)
    return recipe


def _text(document: Mapping[str, Any], key: str, number: int) -> str:
    value = document.get(key)
    if isinstance(value, str) and value.strip():
        return value.strip()
    if number:
        raise BadInput("step {0}: \"{1}\" is {2}; a text is needed", number, key, value)
    raise BadInput("a story without a title: \"{0}\" is {1}, a text is needed", key, value)


def _only(document: Mapping[str, Any], allowed: set[str], number: int) -> None:
    for key in document:
        if key not in allowed:
            raise BadInput("step {0}: \"{1}\" means nothing here; allowed: {2}", number, key, ", ".join(sorted(allowed)))
