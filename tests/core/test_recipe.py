"""The recipe: what it holds, its JSON, its digest, and files that cannot be read or written."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.core.errors import BadInput
from explorer.core.recipe import Recipe, read_recipe, read_source, write_atomically, write_recipe
from explorer.core.weights import OwnAccuracy, WeightsFile

HEAD = {"format": "architecture-explorer/recipe", "version": 1, "preset": "mobilenet_v2"}
NAMES = st.text(st.characters(codec="utf-8"), min_size=1, max_size=8)
NUMBERS = st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
VALUES = st.dictionaries(NAMES, NUMBERS | NAMES, max_size=4)


@given(NAMES, VALUES, st.dictionaries(NAMES, VALUES, max_size=3))
def test_json_round_trip(preset: str, knobs: dict[str, Any], at: dict[str, dict[str, Any]]) -> None:
    recipe = Recipe.of(preset, knobs, at)
    again = Recipe.from_json(json.loads(json.dumps(recipe.to_json())))
    assert again == recipe
    assert again.digest() == recipe.digest()
    assert hash(again) == hash(recipe)


def test_the_digest_does_not_depend_on_the_order_of_choosing() -> None:
    one = Recipe.of("a").with_value("x", 1).with_value("y", 2).with_value("z", 3, "stages.1")
    other = Recipe.of("a").with_value("z", 3, "stages.1").with_value("y", 2).with_value("x", 1)
    assert one == other
    assert one.digest() == other.digest()
    assert one.digest() != one.with_value("x", 2).digest()


def test_the_digest_is_the_sha256_of_the_canonical_json() -> None:
    canonical = '{"at":{"stages.1":{"t":3}},"format":"architecture-explorer/recipe","knobs":{"α":0.5},"preset":"a","version":1}'
    assert Recipe.of("a", {"α": 0.5}, {"stages.1": {"t": 3}}).digest() == hashlib.sha256(canonical.encode()).hexdigest()


def test_taking_a_setting_away_leaves_the_preset() -> None:
    recipe = Recipe.of("a").with_value("x", 1).with_value("z", 3, "stages.1")
    assert recipe.edited()
    bare = recipe.with_value("x", None).with_value("z", None, "stages.1").with_value("never set", None)
    assert bare == Recipe.of("a")
    assert not bare.edited()


def test_values_are_asked_for_by_place() -> None:
    recipe = Recipe.of("a", {"x": 1}, {"stages.1": {"x": 2}})
    assert (recipe.value("x"), recipe.value("x", "stages.1"), recipe.value("x", "stages.2")) == (1, 2, None)


def test_file_round_trip(tmp_path: Path) -> None:
    recipe = Recipe.of("mobilenet_v2", {"alpha": 0.5}, {"stages.5.1": {"expansion": 3}})
    write_recipe(recipe, tmp_path / "recipe.json")
    assert read_recipe(tmp_path / "recipe.json") == recipe
    assert [p.name for p in tmp_path.iterdir()] == ["recipe.json"]


@pytest.mark.parametrize(
    ("content", "named"),
    [
        (b"", "not valid JSON"), (b"{", "not valid JSON"), (b"\xff\xfe", "not valid JSON"), (b"[" * 100_000, "not valid JSON"),
        (b"9" * 5000, "not valid JSON"), (b"[]", "not a recipe"), (b"{}", "not a recipe"), (b"null", "not a recipe"),
        (json.dumps(HEAD | {"version": 2}).encode(), "version 2"),
        (json.dumps(HEAD | {"version": None}).encode(), "version None"),
        (json.dumps(HEAD | {"preset": 3}).encode(), "without a preset"),
        (json.dumps(HEAD | {"knobs": [1]}).encode(), "malformed knobs"),
        (json.dumps(HEAD | {"knobs": {"alpha": [1]}}).encode(), "malformed knobs"),
        (json.dumps(HEAD | {"at": {"stages.1": 3}}).encode(), "malformed overrides"),
        (json.dumps(HEAD | {"at": {"stages.1": {"t": None}}}).encode(), "malformed overrides"),
    ],
)
def test_corrupt_files_are_refused_with_their_name(tmp_path: Path, content: bytes, named: str) -> None:
    path = tmp_path / "broken.json"
    path.write_bytes(content)
    with pytest.raises(BadInput, match=named) as caught:
        read_recipe(path)
    assert str(path) in str(caught.value)


def test_missing_file_and_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="No such file"):
        read_recipe(tmp_path / "absent.json")
    with pytest.raises(BadInput, match="cannot read"):
        read_recipe(tmp_path)


def test_a_recipe_without_knobs_is_the_preset() -> None:
    assert Recipe.from_json(HEAD) == Recipe.of("mobilenet_v2")


def test_writing_fails_without_harm(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="No such file"):
        write_atomically(tmp_path / "absent" / "file", b"new")
    (tmp_path / "folder").mkdir()
    with pytest.raises(BadInput, match="cannot write"):
        write_atomically(tmp_path / "folder", b"new")
    assert [p.name for p in tmp_path.iterdir()] == ["folder"]


def test_an_interrupted_write_leaves_the_older_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "file"
    target.write_bytes(b"old")

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(target, b"new")
    assert [p.name for p in tmp_path.iterdir()] == ["file"]
    assert target.read_bytes() == b"old"


WEIGHTS = {"path": "/data/net.pth", "sha256": "ab" * 32}


def test_weights_are_part_of_a_recipe_but_not_of_its_digest() -> None:
    plain = Recipe.of("mobilenet_v2", {"alpha": 0.5})
    own = OwnAccuracy(71.3, "CIFAR-100", plain.digest(), 92.0)
    with_file = plain.with_weights(WeightsFile(**WEIGHTS, accuracy=own))
    assert with_file != plain
    assert with_file.digest() == plain.digest()
    assert with_file.structure() == plain
    assert Recipe.from_json(json.loads(json.dumps(with_file.to_json()))) == with_file
    assert "weights" not in plain.to_json(), "a reader of before does not meet the word"
    for changed in (with_file.with_value("alpha", 1.0), with_file.with_value("expansion", 3, "stages.5")):
        assert changed.weights == with_file.weights
    assert with_file.unedited() == Recipe("mobilenet_v2", weights=with_file.weights)


@pytest.mark.parametrize(
    ("weights", "named"),
    [
        (3, "malformed weights"), ({"path": "a"}, "sha256"), ({**WEIGHTS, "sha256": "xy" * 32}, "hexadecimal"),
        ({**WEIGHTS, "path": ""}, "path"), ({**WEIGHTS, "path": "a\0b"}, "path"),
        ({**WEIGHTS, "accuracy": 71}, "malformed accuracy"),
        ({**WEIGHTS, "accuracy": {"top1": "71", "dataset": "a", "digest": "b"}}, "per cent"),
        ({**WEIGHTS, "accuracy": {"top1": 171, "dataset": "a", "digest": "b"}}, "0 to 100"),
        ({**WEIGHTS, "accuracy": {"top1": float("nan"), "dataset": "a", "digest": "b"}}, "0 to 100"),
        ({**WEIGHTS, "accuracy": {"top1": 71, "top5": 60, "dataset": "a", "digest": "b"}}, "below"),
        ({**WEIGHTS, "accuracy": {"top1": 71, "dataset": " ", "digest": "b"}}, "name"),
    ],
)
def test_malformed_weights_are_refused(weights: object, named: str) -> None:
    with pytest.raises(BadInput, match=named):
        Recipe.from_json({**HEAD, "weights": weights})


def test_the_source_of_an_own_architecture_is_beside_the_choice(tmp_path: Path) -> None:
    path, source = tmp_path / "mine.json", {"file": "mine.py", "sha256": "ab"}
    recipe = Recipe.of("mine", {"alpha": 0.5})
    write_recipe(recipe, path, source)
    assert read_recipe(path) == recipe
    assert read_recipe(path).digest() == recipe.digest()
    assert read_source(path) == source
    for damaged in ("", "[]", "{}", '{"source": 3}', '{"source": {"file": 3, "sha256": "x"}}'):
        path.write_text(damaged)
        assert read_source(path) == {}
