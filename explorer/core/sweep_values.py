"""Values of a sweep's axis as a person types them: ``0.25, 0.5``, ``0.25..1:0.25``, ``relu, h_swish``. Standard library only."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from explorer.core.catalogue import KnobSpec
from explorer.core.errors import BadInput
from explorer.core.recipe import Value

MOST_VALUES = 10_000  # of one axis
ON, OFF = ("on", "true", "yes", "1"), ("off", "false", "no", "0")


def listed(values: str) -> Iterator[str]:
    """The words between commas; ``0.25..1:0.25`` as 0.25, 0.5, 0.75, 1. Raises BadInput."""
    for word in values.split(","):
        low, dots, rest = word.partition("..")
        if not dots:
            yield word.strip()
            continue
        high, _, step = rest.partition(":")
        try:
            first, last, by = Decimal(low.strip()), Decimal(high.strip()), Decimal(step.strip() or "1")
        except InvalidOperation:
            raise BadInput("{0} is not LOW..HIGH:STEP, such as 0.25..1:0.25", word) from None
        if not (first.is_finite() and last.is_finite() and by.is_finite()) or by <= 0 or last < first:
            raise BadInput("{0} is not LOW..HIGH:STEP with LOW <= HIGH and a STEP above 0", word)
        if (last - first) / by >= MOST_VALUES:
            raise BadInput("{0} has more than {1} values", word, MOST_VALUES)
        while first <= last:
            yield f"{first.normalize():f}"
            first += by


def values_of(spec: KnobSpec, typed: str) -> tuple[Value, ...]:
    """What was typed as values of a knob, each once. Raises BadInput with what is allowed."""
    if not typed.strip():
        raise BadInput("{0} has no values; type some, such as {1}", spec.title, text_of(spec, papers_values(spec)))
    return tuple(dict.fromkeys(_value(spec, word) for word in listed(typed.strip().rstrip(","))))


def papers_values(spec: KnobSpec) -> tuple[Value, ...]:
    """Every choice, on and off, or the words and numbers that papers use; the default where there are none."""
    if spec.kind == "bool":
        return (False, True)
    if spec.choices:
        return spec.choices
    found = tuple(dict.fromkeys((*spec.special, *(spec.value_at(snap) for snap in spec.snaps))))
    return found or (spec.default,)


def whole_range(spec: KnobSpec) -> str:
    """``LOW..HIGH:STEP`` of a knob of numbers, empty for one of words."""
    if spec.kind == "bool" or spec.choices:
        return ""
    return f"{spec.minimum:g}..{spec.maximum:g}:{spec.step:g}"


def text_of(spec: KnobSpec, values: tuple[Value, ...]) -> str:
    """The way back: ``0.25, 0.5, 0.75, 1``."""
    return ", ".join(spec.text(value) for value in values)


def _value(spec: KnobSpec, word: str) -> Value:
    if spec.kind == "bool":
        if word.lower() in (*ON, *OFF):
            return word.lower() in ON
        raise BadInput("{0} = {1} is not allowed; allowed: {2}", spec.title, word, "on, off")
    if spec.choices:
        if word in spec.choices:
            return word
        raise BadInput("{0} = {1} is not allowed; allowed: {2}", spec.title, word, ", ".join(spec.choices))
    return spec.parse(word)
