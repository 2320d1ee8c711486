"""The built nets follow their knobs: places are blocks, every knob is live where declared, an override stays in its place."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache

import pytest
import torch
from torch import nn

import models
from models.knobs import NETWORK, KnobError
from models.registry import REGISTRY, input_shape
from tests.models.building import At, Built, Structure, build, build_for, sketch, spread

PRESETS = models.presets()
ARCHITECTURES = [entry.presets[0].name for entry in REGISTRY.architectures.values()]
KNOBS = [(preset, knob) for preset in ARCHITECTURES for knob in REGISTRY.presets[preset][0].knobs]
FULL = bool(os.environ.get("ARCHITECTURE_EXPLORER_FULL"))
PLACES = 6 if FULL else 2  # of one network at which a knob is tried
MANY = 20  # places of a network, from which its depth is halved here
SIDE = 64  # of the images that go through a net here, in pixels


@pytest.mark.parametrize("preset", PRESETS)
def test_places_are_the_blocks_of_the_net(preset: str) -> None:
    built = sketch(preset)
    modules = dict(built.net.named_modules())
    asked: dict[str, list[str]] = {}
    for path in filter(None, built.settings.asked):
        parent, _, name = path.rpartition(".")
        asked.setdefault(parent, []).append(name)
    assert asked, "no place below the network"
    for parent, names in asked.items():
        assert names == [name for name, _ in modules[parent].named_children()], parent


@pytest.mark.parametrize("preset", PRESETS)
def test_answers_one_number_a_class(preset: str) -> None:
    small = {"stem": "small"} if "stem" in REGISTRY.presets[preset][0].knobs else {}
    whole = FULL or preset in ARCHITECTURES
    if whole:
        assert tuple(build_for(128, preset, {"classes": 7}).answer().shape) == (1, 7)
    for side in (32, 33) if whole else (33,):
        assert tuple(build_for(side, preset, {"classes": 7, "depth": 0.2, **small}).answer().shape) == (1, 7)


@pytest.mark.parametrize(("preset", "knob"), KNOBS, ids=str)
def test_every_knob_is_live_in_every_scope_it_declares(preset: str, knob: str) -> None:
    variants = [variant.name for variant in REGISTRY.presets[preset][0].presets]  # a bottleneck's knobs need one that has some
    for scope in REGISTRY.presets[preset][0].knobs[knob].scopes:
        found = ((variant, *asker) for variant in variants for asker in _askers(variant, knob, scope))
        asking, context, places = next(found, (preset, {}, []))
        assert places, f"nothing asks for {knob} per {scope}"
        for place in spread(places, PLACES):
            assert any(_changes(asking, context, knob, place)), f"{knob} changes nothing at {place or 'the network'} ({context})"


def _askers(preset: str, knob: str, scope: str) -> Iterator[tuple[dict[str, object], list[str]]]:
    """Contexts in which places of this scope ask for the knob, and those places."""
    for context in _contexts(preset, knob):
        built = _or_none(preset, context, {})
        if built is not None and any(knob in read for read in built.settings.asked.values()):
            places = [p for p in ("", *built_places(built)) if built.level(p) == scope and knob in built.offers(p)]
            if places:
                yield context, places


def _changes(preset: str, context: dict[str, object], knob: str, place: str) -> Iterator[bool]:
    """Whether the net changes, for one value of the knob after another."""
    before = sketch(preset, context)
    for value in before.offers(place)[knob]:
        after = _or_none(preset, context if place else {**context, knob: value}, {place: {knob: value}} if place else {})
        yield after is not None and _identity(before) != _identity(after)


def shorter(preset: str, knob: str) -> dict[str, object]:
    """Half the depth for nets of many blocks, which are all alike; not where the depth itself is looked at."""
    return {"depth": 0.5} if knob not in {"depth", "repeats", "layers"} and has_many_blocks(preset) else {}


@cache
def has_many_blocks(preset: str) -> bool:
    return len(sketch(preset).settings.asked) > MANY


def _contexts(preset: str, knob: str) -> Iterator[dict[str, object]]:
    """The preset, then with one other knob changed: a shuffle acts only where there are groups. Then with one more, which only
    the first one brought in: groups of a 1×1 that only a separable layer has.
    """
    base = shorter(preset, knob)
    yield base
    offered = sketch(preset, base).offers("")
    single = [{**base, name: value} for name, values in offered.items() if name != knob for value in values[:2]]
    yield from single
    for context in single:
        built = _or_none(preset, context, {})
        brought = built.offers("") if built is not None else {}
        for name in brought.keys() - offered.keys() - {knob}:
            for value in brought[name][:2]:
                yield {**context, name: value}


def built_places(built: Built) -> list[str]:
    return [path for path in built.settings.asked if path]


def _identity(built: Built) -> tuple[object, ...]:
    structure = built.structure()
    return (structure, list(structure), input_shape(built.settings))  # the list holds the order of the modules


@pytest.mark.parametrize(("preset", "knob"), KNOBS, ids=str)
def test_an_override_changes_its_place_alone(preset: str, knob: str) -> None:
    """Nothing else changes, but where what comes in is of another width: the next block, or every later one of a DenseNet."""
    still = shorter(preset, knob)
    if "drop_path" in REGISTRY.presets[preset][0].knobs:
        still["drop_path"] = 0.0  # a block's rate counts all blocks
    before = sketch(preset, still)
    for place in spread([p for p in built_places(before) if knob in before.offers(p)], PLACES):
        at = _first_that_builds(preset, still, knob, before.offers(place)[knob], place)
        if at is not None:
            outside = _differing(before.structure(), sketch(preset, still, at).structure(), place)
            if outside:
                received, now = build(preset, still).received(), build(preset, still, at).received()
                fed = {path for path in received if received[path] != now.get(path)}
                outside = {path for path in outside if not any(path == f or path.startswith(f + ".") for f in fed)}
            assert outside == set(), f"{knob} at {place}"


def _first_that_builds(
    preset: str, knobs: dict[str, object], knob: str, values: tuple[object, ...], place: str
) -> At | None:
    tried = ({place: {knob: value}} for value in values)
    return next((at for at in tried if _or_none(preset, knobs, at) is not None), None)


def _or_none(preset: str, knobs: dict[str, object], at: At) -> Built | None:
    """The net, or None where these settings are refused."""
    try:
        return sketch(preset, knobs, at)
    except KnobError:
        return None


def _differing(before: Structure, after: Structure, place: str) -> set[str]:
    """Paths outside a place whose modules appeared, vanished or changed."""
    paths = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    return {path for path in paths if path != place and not path.startswith(place + ".")}


@pytest.mark.parametrize("preset", ARCHITECTURES)
def test_no_layer_overwrites_what_another_still_needs(preset: str) -> None:
    """In-place activations are there to save memory; with them out of place the answer is the same, and gradients flow."""
    torch.manual_seed(0)
    side = input_shape(build_for(SIDE, preset).settings)[2]
    image = torch.rand(2, 3, side, side)
    thin: dict[str, object] = {"alpha": 0.1, "depth": 0.2, "classes": 3, "resolution": side}
    if "drop_path" in REGISTRY.presets[preset][0].knobs:
        thin["drop_path"] = 0.0  # no chance in a comparison
    slots = [name for name in REGISTRY.presets[preset][0].knobs if name.startswith("activation.")]
    for values in (thin, {**thin, **dict.fromkeys(slots, "leaky_relu")}):
        net = models.build(preset, **values)
        for module in net.modules():
            if isinstance(module, nn.Dropout):
                module.p = 0.0
        with torch.no_grad():
            for module in net.modules():
                if isinstance(module, nn.BatchNorm2d):
                    nn.init.normal_(module.bias)
            answer = net(image)
        net(image).sum().backward()
        for module in net.modules():
            if hasattr(module, "inplace"):
                module.inplace = False
        with torch.no_grad():
            assert torch.allclose(net(image), answer, rtol=1e-4, atol=1e-5)


def test_the_same_place_may_hold_several_overrides() -> None:
    at: At = {"stages.3": {"se": 4}, "stages.3.1": {"se": 0, "kernel": "5"}}
    net = build("mobilenet_v2", at=at).net
    assert [net.get_submodule(f"stages.3.{i}").se is not None for i in range(3)] == [True, False, True]
    assert net.get_submodule("stages.3.1.depthwise.conv").kernel_size == (5, 5)
    assert net.get_submodule("stages.3.2.depthwise.conv").kernel_size == (3, 3)


def test_only_what_the_network_offers_is_asked_of_it() -> None:
    for preset in ARCHITECTURES:
        built = sketch(preset)
        wrong = [
            (place, name) for place, read in built.settings.asked.items() for name in read
            if built.settings.knobs[name].scopes == (NETWORK,) and place
        ]
        assert wrong == [], preset
