"""Pins as a file: what is read is what was written; what is broken gives a sentence; the set keeps names apart."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from explorer.core.compare_file import COLOURS, MOST_NAME, PinSet, is_comparison, read_pins, write_pins
from explorer.core.errors import BadInput
from explorer.core.recipe import Recipe, write_recipe
from explorer.core.weights import WeightsFile

THIN = Recipe.of("mobilenet_v2", {"alpha": 0.75}, {"stages.5": {"expansion": 4}})


def three() -> PinSet:
    return PinSet().added("a", Recipe("mobilenet_v2")).added("b", THIN).added("c", Recipe("vgg16"))


def rows(pins: PinSet) -> list[tuple[str, Recipe, int]]:
    return [(pin.name, pin.recipe, pin.colour) for pin in pins.pins]


def test_what_is_written_is_read(tmp_path: Path) -> None:
    pins = PinSet(three().pins, three().pins[1].key)
    write_pins(pins, tmp_path / "pins.json")
    read = read_pins(tmp_path / "pins.json")
    assert rows(read) == rows(pins)
    assert read.of(read.baseline) is not None
    assert read.pins[1].key == read.baseline
    assert is_comparison(json.loads((tmp_path / "pins.json").read_text(encoding="utf-8")))
    write_pins(PinSet(), tmp_path / "none.json")
    assert read_pins(tmp_path / "none.json") == PinSet()


def test_figures_never_stand_in_the_file(tmp_path: Path) -> None:
    write_pins(three(), tmp_path / "pins.json")
    document = json.loads((tmp_path / "pins.json").read_text(encoding="utf-8"))
    assert set(document) == {"format", "version", "baseline", "pins"}
    assert all(set(row) == {"name", "colour", "recipe"} for row in document["pins"])


def test_weights_beside_the_file_are_moved_with_it(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    weights = WeightsFile(str(tmp_path / "one" / "net.pth"), "ab" * 32)
    write_pins(PinSet().added("a", THIN.with_weights(weights)), tmp_path / "one" / "pins.json")
    moved = (tmp_path / "one").rename(tmp_path / "two")
    found = read_pins(moved / "pins.json").pins[0].recipe.weights
    assert found is not None
    assert found.path == str(moved / "net.pth")


@pytest.mark.parametrize(("change", "words"), [
    ({"format": "x"}, "not a comparison"),
    ({"version": 2}, "comparison version 2 cannot be read; this program reads version 1"),
    ({"pins": None}, "comparison without pins: \"pins\" is None"),
    ({"pins": [{"name": 1}]}, "pin 1 of the comparison is malformed"),
    ({"pins": [{"name": "a", "recipe": {}}]}, "pin 1 of the comparison: not a recipe"),
    ({"baseline": 3}, "wrong baseline: 3; allowed: null, or a place from 0 to 2"),
    ({"baseline": True}, "wrong baseline: True"),
    ({"baseline": 1.0}, "wrong baseline: 1.0"),
    ({"baseline": -1}, "wrong baseline: -1"),
])
def test_what_is_broken_is_refused_with_a_sentence(tmp_path: Path, change: dict[str, Any], words: str) -> None:
    path = tmp_path / "pins.json"
    path.write_text(json.dumps(three().to_json() | change), encoding="utf-8")
    with pytest.raises(BadInput) as raised:
        read_pins(path)
    assert words in str(raised.value)
    assert str(path) in str(raised.value)


@pytest.mark.parametrize("content", [b"", b"[1, 2", b"\xff\xfe", b"[" * 100_000, b"null", b"7"])
def test_what_is_no_document_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "pins.json"
    path.write_bytes(content)
    with pytest.raises(BadInput, match=r"pins\.json"):
        read_pins(path)
    with pytest.raises(BadInput, match="cannot read"):
        read_pins(tmp_path / "missing.json")


def test_a_recipe_is_no_comparison(tmp_path: Path) -> None:
    write_recipe(THIN, tmp_path / "thin.json")
    with pytest.raises(BadInput, match="not a comparison"):
        read_pins(tmp_path / "thin.json")


def test_names_stay_apart_and_fit_in_a_line() -> None:
    pins = PinSet().added("a", THIN).added("a", THIN).added("  many\n words\t ", THIN).added("x" * 500, THIN)
    assert [pin.name for pin in pins.pins][:3] == ["a", "a (2)", "many words"]
    assert len(pins.pins[3].name) == MOST_NAME
    renamed = pins.renamed(pins.pins[2].key, "a")
    assert renamed.pins[2].name == "a (3)"
    assert pins.renamed(pins.pins[0].key, "a").pins[0].name == "a", "its own name is not taken"
    assert pins.renamed(pins.pins[0].key, " \n ") == pins


def test_colours_are_used_evenly() -> None:
    pins = PinSet()
    for number in range(2 * COLOURS):
        pins = pins.added(str(number), THIN)
    assert sorted(pin.colour for pin in pins.pins) == sorted([*range(COLOURS), *range(COLOURS)])
    again = pins.without(frozenset({pins.pins[3].key})).added("new", THIN)
    assert again.pins[-1].colour == pins.pins[3].colour


def test_the_baseline_goes_over_to_the_first_that_stays() -> None:
    pins = three()
    assert pins.baseline == pins.pins[0].key
    fewer = pins.without(frozenset({pins.pins[0].key}))
    assert fewer.baseline == pins.pins[1].key
    assert fewer.without(frozenset(pin.key for pin in pins.pins)) == PinSet()
    assert pins.without(frozenset({pins.pins[2].key})).baseline == pins.baseline


def test_pins_are_moved_within_the_ends() -> None:
    pins = three()
    a, b, c = (pin.key for pin in pins.pins)

    def order(moved: PinSet) -> list[int]:
        return [pin.key for pin in moved.pins]

    assert order(pins.moved(c, 0)) == [c, a, b]
    assert order(pins.moved(a, 1)) == [b, a, c]
    assert order(pins.moved(a, 99)) == [b, c, a]
    assert order(pins.moved(a, -4)) == [a, b, c]
    assert pins.moved(77, 0) == pins
