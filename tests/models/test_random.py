"""Random settings of every preset, in all scopes together: what is offered as legal builds, a refusal is a KnobError with a
sentence, and what the analysis says of a net is what a real forward pass of it shows.

``make test`` takes a sample with a seed of its own, which a failure prints; ARCHITECTURE_EXPLORER_SEED=n takes that one again.
``make test-full`` takes forty settings of each preset.
"""

from __future__ import annotations

import os
import random
from collections.abc import Sequence
from typing import Any

import pytest
import torch
from hypothesis import HealthCheck, Phase, given, note, seed, settings
from hypothesis import strategies as st

import models
from explorer.analysis import analyse
from explorer.core.recipe import Recipe
from models.knobs import BLOCK, Knob, KnobError, Value
from models.registry import REGISTRY, construct, input_shape
from tests.analysis.numbers_oracles import one_step, real_peak, real_traffic
from tests.analysis.oracles import shapes_and_macs
from tests.models.building import At, Built, sketch, spread

FULL = bool(os.environ.get("ARCHITECTURE_EXPLORER_FULL"))
SEED = int(os.environ.get("ARCHITECTURE_EXPLORER_SEED") or random.SystemRandom().randrange(10**6))
EXAMPLES = 40 if FULL else 1  # of each preset
ARCHITECTURES = [entry.presets[0].name for entry in REGISTRY.architectures.values()]
BLOCKS = 24 if FULL else 5  # of one network whose offers are tried
EDITS = 5  # knobs changed one after another
HEAVY = 4e8  # MACs from which the forward pass is torch's on shapes alone (the meta device)
SIDES = (32, 33, 47, 64, 75, 97)  # images that take little time; the strategy draws others too
DEEPEST = {"depth": 1.5, "repeats": 6.0, "layers": 12.0}  # deeper nets only take longer


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


@pytest.mark.parametrize("preset", models.presets() if FULL else ARCHITECTURES)
def test_what_a_block_offers_can_be_built_and_what_it_withholds_cannot(preset: str) -> None:
    built = sketch(preset)
    blocks = [place for place in built.settings.asked if built.level(place) == BLOCK]
    for place in spread(blocks, BLOCKS):
        for name, reading in built.settings.asked[place].items():
            if reading.legal is None:
                continue
            knob = built.settings.knobs[name]
            for value in sampled(reading.legal):
                sketch(preset, at={place: {name: value}})
            inside: Sequence[Value] = knob.choices or range(int(knob.minimum), int(min(knob.maximum, 64)) + 1)
            for value in sampled(tuple(v for v in inside if v not in reading.legal)):
                with pytest.raises(KnobError, match="is not possible at"):
                    sketch(preset, at={place: {name: value}})


def sampled(legal: tuple[Value, ...]) -> tuple[Value, ...]:
    """Some values from first to last."""
    return legal[:: max(1, len(legal) // 6)]


@pytest.mark.parametrize("preset", models.presets() if FULL else ARCHITECTURES)
def test_what_the_network_and_its_stages_offer_can_be_built(preset: str) -> None:
    """The legal values of the analysis, which are what the window shows for a scope wider than a block."""
    for place, entry in analyse(Recipe.of(preset))["places"].items():
        if entry["level"] != BLOCK:
            for name, knob in entry["knobs"].items():
                for value in sampled(tuple(knob.get("legal", ()))):
                    sketch(preset, {} if place else {name: value}, {place: {name: value}} if place else {})


def thin(preset: str, data: st.DataObject) -> dict[str, Value]:
    """Settings to start from: few channels, a small image, so that a real forward pass takes a moment."""
    declared = REGISTRY.presets[preset][0].knobs
    start: dict[str, Value] = {"alpha": data.draw(st.sampled_from((0.1, 0.15, 0.25, 0.3))), "classes": 10}
    start["depth"] = data.draw(st.sampled_from((0.2, 0.35, 1.0) if FULL else (0.2, 0.25)))
    if "hidden" in declared:
        start["hidden"] = 64
    near = data.draw(st.sampled_from(SIDES))
    legal = sketch(preset, start).settings.asked[""]["resolution"].legal
    start["resolution"] = near if legal is None else min((int(v) for v in legal), key=lambda side: abs(side - near))
    return start


def check_against_torch(preset: str, knobs: dict[str, Value], at: At) -> None:
    """The analysis against a real net: shape of every layer, parameters, MACs, memory and its traffic where it is really run."""
    recipe = Recipe.of(preset, knobs, at)
    answer = analyse(recipe)
    assert not answer["incomplete"] and not answer["uncounted"]
    architecture, held = models.settings(preset, knobs, at)
    device = "cpu" if answer["macs"] < HEAVY and answer["params"] < HEAVY / 10 else "meta"
    torch.manual_seed(0)
    with torch.device(device):
        net = construct(held, architecture.builder).eval()
    shape = input_shape(held)
    assert answer["input"] == list(shape)
    assert answer["params"] == sum(p.numel() for p in net.parameters())
    assert sum(layer["params"] for layer in answer["layers"]) == answer["params"]
    real, macs = shapes_and_macs(net, shape, device)
    assert answer["macs"] == macs == sum(layer["macs"] for layer in answer["layers"])
    ours = {node["id"]: (node["input"], node["output"]) for node in answer["graph"]["nodes"] if node["id"] in real}
    assert ours == real
    if device == "cpu":
        assert answer["memory"]["peak"] == real_peak(one_step(net), shape)
        assert (answer["activations"], answer["access"]) == real_traffic(net, shape)


@pytest.mark.parametrize("preset", models.presets())
def test_random_settings_agree_with_a_real_net_or_are_refused(preset: str) -> None:
    @seed(SEED)
    @settings(
        max_examples=EXAMPLES, deadline=None, database=None, suppress_health_check=list(HealthCheck),
        phases=(Phase.generate, Phase.shrink) if FULL else (Phase.generate,),
    )
    @given(st.data())
    def check(data: st.DataObject) -> None:
        note(f"ARCHITECTURE_EXPLORER_SEED={SEED}")
        knobs = thin(preset, data)
        at: dict[str, dict[str, Value]] = {}
        built = sketch(preset, knobs)
        for _ in range(data.draw(st.integers(1, EDITS))):
            place, name, value, offered = edit(data, built)
            trial, trial_at = dict(knobs), {path: dict(held) for path, held in at.items()}
            (trial_at.setdefault(place, {}) if place else trial)[name] = value
            note(f"{preset} {trial} {trial_at}")
            try:
                built = sketch(preset, trial, trial_at)
            except KnobError as refusal:
                assert not offered, f"{name} = {value} was offered at {place}, then refused: {refusal}"
                assert refusal.template.format(*refusal.arguments) == str(refusal)
                assert "is not possible at" in str(refusal)
                continue
            knobs, at = trial, trial_at
        check_against_torch(preset, knobs, at)

    check()
