"""Random settings of every architecture: what is offered as legal builds and runs, a refusal is a KnobError with a sentence."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st

from models.knobs import BLOCK, Knob, KnobError, Value
from models.registry import REGISTRY
from tests.models.building import Built, build

ARCHITECTURES = [entry.presets[0].name for entry in REGISTRY.architectures.values()]
SIDE = 48  # of the image that goes through a net, in pixels
EDITS = 4  # knobs changed one after another
DEEPEST = {"depth": 1.5, "repeats": 6.0}  # deeper nets only take longer


def values(knob: Knob) -> st.SearchStrategy[Any]:
    """Everything that the declaration admits."""
    if knob.kind == "bool":
        return st.booleans()
    if knob.kind == "choice":
        return st.sampled_from(knob.choices)
    top = min(knob.maximum, DEEPEST.get(knob.name, knob.maximum))
    snaps = [v for v in knob.snaps if v <= top]
    if knob.kind == "float":
        inside: st.SearchStrategy[Any] = st.floats(knob.minimum, top)
    else:
        inside = st.integers(int(knob.minimum), int(top)) | st.sampled_from(sorted(knob.special) or [int(knob.minimum)])
        snaps = [int(v) for v in snaps]
    return inside | st.sampled_from(snaps) if snaps else inside


def edit(data: st.DataObject, built: Built) -> tuple[str, str, Value, bool]:
    """Place, knob and value of one change, and whether the place itself offered the value."""
    place = data.draw(st.sampled_from(list(built.settings.asked)))
    name = data.draw(st.sampled_from(sorted(built.offers(place))))
    reading = built.settings.asked[place].get(name)
    if reading is not None and reading.legal is not None:
        # at a block nothing narrower can object; at a wider place another block may
        return place, name, data.draw(st.sampled_from(reading.legal)), built.level(place) == BLOCK
    return place, name, data.draw(values(built.settings.knobs[name])), False


@pytest.mark.parametrize("preset", ARCHITECTURES)
def test_what_a_block_offers_can_be_built_and_what_it_withholds_cannot(preset: str) -> None:
    built = build(preset)
    for place, read in built.settings.asked.items():
        for name, reading in read.items():
            if reading.legal is None or built.level(place) != BLOCK:
                continue
            knob = built.settings.knobs[name]
            for value in sampled(reading.legal):
                build(preset, at={place: {name: value}})
            inside = range(int(knob.minimum), int(min(knob.maximum, 64)) + 1)
            for value in sampled(tuple(v for v in inside if v not in reading.legal)):
                with pytest.raises(KnobError, match="is not possible at"):
                    build(preset, at={place: {name: value}})


def sampled(legal: tuple[Value, ...]) -> tuple[Value, ...]:
    """Some values from first to last."""
    return legal[:: max(1, len(legal) // 6)]


@pytest.mark.parametrize("preset", ARCHITECTURES)
def test_random_settings_build_and_run_or_are_refused(preset: str) -> None:
    @settings(
        max_examples=40, deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow],
    )
    @given(st.data())
    def check(data: st.DataObject) -> None:
        knobs: dict[str, Value] = {}
        at: dict[str, dict[str, Value]] = {}
        built = build(preset)
        for _ in range(data.draw(st.integers(1, EDITS))):
            place, name, value, offered = edit(data, built)
            trial, trial_at = dict(knobs), {path: dict(held) for path, held in at.items()}
            (trial_at.setdefault(place, {}) if place else trial)[name] = value
            note(f"{preset} {trial} {trial_at}")
            try:
                built = build(preset, trial, trial_at)
            except KnobError as refusal:
                assert not offered, f"{name} = {value} was offered at {place}, then refused: {refusal}"
                assert refusal.template.format(*refusal.arguments) == str(refusal)
                assert "is not possible at" in str(refusal)
                continue
            knobs, at = trial, trial_at
        assert tuple(built.answer(built.smallest(SIDE)).shape) == (1, built.settings.resolve("classes", ())[0])

    check()
