"""The points of the accuracy chart: fresh counts, only comparable results, each with its source; what the engine answers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from explorer.analysis import analyse
from explorer.analysis.published_points import COUNTS_FILE, known_counts, published_points, read_counts, with_points
from explorer.core.errors import BadInput
from explorer.core.published import IMAGENET, read_published
from explorer.core.recipe import Recipe
from explorer.worker_jobs import handlers
from scripts.generate_published_counts import generated

PUBLISHED = read_published()
POINTS = published_points(PUBLISHED)
SAMPLE = POINTS[::13]


def test_every_comparable_record_is_in_a_point() -> None:
    wanted = {
        i for i, match in PUBLISHED.matches.items()
        if PUBLISHED.by_id[i].top1 is not None and PUBLISHED.by_id[i].dataset == IMAGENET and not match.conditions
    }
    shown = [entry["record"] for point in POINTS for entry in (point, *point["also"])]
    assert set(shown) == wanted
    assert len(shown) == len(wanted) > 500


def test_a_point_says_what_its_record_says() -> None:
    for point in POINTS:
        record = PUBLISHED.by_id[point["record"]]
        assert (point["top1"], point["paper"], point["table"]) == (record.top1, record.source.paper, record.source.table)
        assert PUBLISHED.matches[record.id].recipe == Recipe.from_json(point["recipe"])


def test_the_architectures_own_paper_comes_first() -> None:
    plain = next(p for p in POINTS if p["recipe"]["preset"] == "mobilenet_v2" and not p["recipe"]["knobs"])
    assert (plain["top1"], plain["kind"]) == (72.0, "paper")
    assert plain["paper"].startswith("MobileNetV2")
    assert len(plain["also"]) > 3


@pytest.mark.parametrize("point", SAMPLE, ids=lambda p: f"{p['recipe']['preset']}-{p['record']}")
def test_a_sample_is_counted_again(point: dict[str, object]) -> None:
    found = analyse(Recipe.from_json(point["recipe"]), edges=False)
    assert (found["params"], found["macs"]) == (point["params"], point["macs"])


def test_every_recipe_with_a_point_has_counts() -> None:
    assert {recipe.digest() for recipe in with_points(PUBLISHED)} == set(known_counts())


@pytest.mark.slow
def test_the_counts_are_fresh() -> None:
    assert COUNTS_FILE.read_text(encoding="utf-8") == generated(), "run: make discrepancies"


def test_a_recipe_without_counts_is_no_point() -> None:
    assert published_points(PUBLISHED, {}) == []


def test_a_damaged_file_is_refused(tmp_path: Path) -> None:
    for text in ("", "[]", '{"version": 2, "counts": []}', '{"version": 1, "counts": [{"digest": "a"}]}'):
        path = tmp_path / "counts.json"
        path.write_text(text, encoding="utf-8")
        with pytest.raises(BadInput):
            read_counts(path)


def test_the_engine_answers_with_the_points() -> None:
    answer = handlers("engine")["published"]({}, lambda _fraction, _text: None, lambda: False)
    assert isinstance(answer, dict)
    assert answer["points"] == POINTS
    json.dumps(answer, allow_nan=False)
