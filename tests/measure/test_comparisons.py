"""Networks measured in turn, for real and small: what the document holds, what adds up, the ready comparisons, one layer."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import torch

from explorer.analysis import analyse
from explorer.core import host_lock
from explorer.core.errors import BadInput, Cancelled
from explorer.core.micro import OVER
from explorer.core.recipe import Recipe
from explorer.measure import comparisons, protocol
from explorer.measure.comparisons import MOST, names_of, pair
from explorer.measure.micro import layer_of, micro_benchmark
from explorer.measure.ready import comparison
from explorer.measure.settings import Settings

QUICK = {"warmup_s": 0.0, "min_runs": 8, "min_s": 0.0}
SMALL = Recipe.of("shufflenet_v1", {"alpha": 0.25, "resolution": 64})
TINY = Recipe.of("mobilenet_v2", {"alpha": 0.25, "resolution": 64})


@pytest.fixture(scope="module")
def found() -> dict[str, Any]:
    return pair({"recipes": [SMALL.to_json(), TINY.to_json()], "names": ["shuffle", "mobile"], "settings": QUICK})


def test_both_measurements_are_whole(found: dict[str, Any]) -> None:
    assert [run["name"] for run in found["runs"]] == ["shuffle", "mobile"]
    for run, recipe in zip(found["runs"], (SMALL, TINY), strict=True):
        m = run["measurement"]
        assert m["digest"] == recipe.digest()
        assert len(m["samples_ms"]) == m["n"] == found["rounds"] >= 8
        assert m["in_turn_with"] == [r.digest() for r in (SMALL, TINY) if r != recipe]
        assert run["macs"] == analyse(recipe)["macs"]
    first, second = (run["measurement"]["median_ms"] for run in found["runs"])
    assert found["runs"][0]["ratio"] is None
    assert found["runs"][1]["ratio"]["ratio"] == pytest.approx(second / first)


def test_the_kinds_add_up_to_the_median_without_stamps(found: dict[str, Any]) -> None:
    for run, recipe in zip(found["runs"], (SMALL, TINY), strict=True):
        rows = run["operators"]
        assert sum(row["ms"] for row in rows) == pytest.approx(run["measurement"]["median_ms"])
        assert sum(row["macs"] for row in rows) == run["macs"]
        assert sum(row["layers"] for row in rows) == sum(row["runs"] for row in analyse(recipe)["layers"])
        assert [row["kind"] for row in rows[-3:]] == ["between", "scatter", "stamps"]
    kinds = {row["kind"]: row["layers"] for row in found["runs"][0]["operators"]}
    shuffles = sum(":" in row["path"] and ".shuffle:" in row["path"] for row in analyse(SMALL)["layers"])
    assert kinds["shuffle"] == shuffles > 0
    assert kinds["concat"] == 3


def test_where_layers_cannot_be_stamped_the_reason_stands() -> None:
    found = pair({"recipes": [TINY.to_json(), TINY.to_json()], "settings": QUICK | {"fold": True}})
    assert found["operators_missing"][0].startswith("with BatchNorm folded")
    assert [run["operators"] for run in found["runs"]] == [None, None]
    assert [run["name"] for run in found["runs"]] == ["mobilenet_v2", "mobilenet_v2 (2)"]
    assert found["runs"][0]["measurement"]["checked"]["passed"]


def test_threads_and_grad_mode_are_left_as_they_were(found: dict[str, Any]) -> None:
    threads = torch.get_num_threads()
    with pytest.raises(Cancelled):
        pair({"recipes": [TINY.to_json(), SMALL.to_json()], "settings": QUICK}, cancelled=lambda: True)
    assert torch.get_num_threads() == threads
    assert torch.is_inference_mode_enabled() is False


@pytest.mark.parametrize(
    ("request_", "said"),
    [
        ({"recipes": [TINY.to_json()]}, "1 networks cannot be measured in turn; allowed: 2 to 8"),
        ({"recipes": [TINY.to_json()] * (MOST + 1)}, "9 networks"),
        ({"recipes": "both"}, "recipes = both"),
        ({"recipes": [TINY.to_json()] * 2, "names": ["a"]}, "names ="),
        ({"recipes": [TINY.to_json()] * 2, "operators": "yes"}, "operators = yes"),
        ({"recipe": TINY.to_json(), "ready": "fixed"}, "no ready comparison named fixed; there are: fixed_channels"),
        ({"recipes": [TINY.to_json(), Recipe("nothing").to_json()]}, "nothing"),
    ],
)
def test_what_is_wrong_is_said(request_: dict[str, Any], said: str) -> None:
    with pytest.raises(BadInput, match=said):
        pair(request_)


def test_too_large_together_is_refused_before_anything_is_built(monkeypatch: pytest.MonkeyPatch) -> None:
    alone = protocol.footprint_bytes(analyse(TINY), 4)
    monkeypatch.setattr(protocol, "available_bytes", lambda: 5 * alone)
    monkeypatch.setattr(protocol, "calibration_batch", lambda _shape: 4)
    monkeypatch.setattr(comparisons, "in_turn", lambda *_a, **_k: pytest.fail("it was measured"))
    with pytest.raises(BadInput, match=r"these networks together need about .* is free"):
        pair({"recipes": [TINY.to_json()] * 2, "settings": QUICK})


def test_it_waits_while_another_process_measures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(host_lock.tempfile, "gettempdir", lambda: str(tmp_path))
    told: list[list[str]] = []
    with host_lock.alone_on("cpu"), pytest.raises(Cancelled):
        pair(
            {"recipes": [TINY.to_json()] * 2, "settings": QUICK}, lambda _fraction, text: told.append(text),
            lambda: host_lock.WAITING in told,
        )
    assert told == [host_lock.WAITING], "nothing was built meanwhile"


def test_looking_for_a_width_can_be_cancelled() -> None:
    with pytest.raises(Cancelled):
        comparison(Recipe("mobilenet_v2"), "fixed_macs", lambda: True)


def test_names_are_told_apart() -> None:
    assert [name for name, _ in names_of([TINY, SMALL, TINY], ["a", "b", "a"])] == ["a", "b", "a (2)"]


def _macs(recipe: Recipe) -> int:
    return int(analyse(recipe)["macs"])


@pytest.mark.parametrize("preset", ["shufflenet_v1", "mobilenet_v2", "resnet50", "squeezenet1_0"])
def test_fixed_channels_varies_g_alone(preset: str) -> None:
    recipes, _ = comparison(Recipe(preset), "fixed_channels")
    macs = [_macs(recipe) for _, recipe in recipes]
    assert len(recipes) >= 3
    assert macs == sorted(macs, reverse=True), "more groups, fewer MACs"
    widths = [[row["output"][1] for row in analyse(r)["layers"] if row["kind"] in ("pointwise", "group")] for _, r in recipes]
    assert all(each == widths[0] for each in widths), "the same channels"
    names = [name for name, _ in recipes]
    assert names[0] == "g = 1"


def test_fixed_macs_are_those_of_table_1_in_shufflenet() -> None:
    recipes, notes = comparison(Recipe("shufflenet_v1"), "fixed_macs")
    assert [name for name, _ in recipes] == [f"g = {g}" for g in (1, 2, 3, 4, 8)]
    stage_4 = [
        next(row["output"][1] for row in reversed(analyse(r)["layers"]) if row["path"].startswith("stages.4")) for _, r in recipes
    ]
    assert stage_4 == [576, 800, 960, 1088, 1536], "ShuffleNet, Table 1"
    macs = [_macs(recipe) for _, recipe in recipes]
    assert max(macs) / min(macs) < 1.07
    assert notes[-1] == ["channels of each g as in ShuffleNet, Table 1"]


def test_fixed_macs_finds_the_width_elsewhere() -> None:
    recipes, notes = comparison(Recipe("mobilenet_v2"), "fixed_macs")
    macs = [_macs(recipe) for _, recipe in recipes]
    assert len(recipes) >= 3
    assert all(abs(each / macs[0] - 1) < 0.02 for each in macs)
    alphas = [recipe.value("alpha") or 1.0 for _, recipe in recipes]
    assert alphas == sorted(alphas)
    assert any(note[0].startswith("g = {0} is left out: the nearest width") for note in notes), "g = 8 needs more than α = 2"


def test_shuffle_off_is_the_same_network_without_its_shuffles() -> None:
    for preset in ("shufflenet_v1", "shufflenet_v2_x1_0", "mobilenet_v2"):
        ((_, on), (_, off)), notes = comparison(Recipe(preset), "shuffle_off")
        with_, without = analyse(on), analyse(off)
        assert with_["macs"] == without["macs"]
        assert with_["params"] == without["params"]
        assert len(with_["layers"]) > len(without["layers"])
        assert bool(notes) == (preset == "mobilenet_v2"), "there g has to be more than 1"


def test_overrides_of_single_blocks_do_not_hide_g() -> None:
    recipe = Recipe.of("mobilenet_v2", {}, {"stages.3.1": {"groups": 2}})
    recipes, _ = comparison(recipe, "fixed_channels")
    assert all(not r.overrides() for _, r in recipes)


def test_what_has_nothing_to_compare_says_why() -> None:
    with pytest.raises(BadInput, match="g divides no convolution"):
        comparison(Recipe("vgg16"), "fixed_channels")
    with pytest.raises(BadInput, match="nothing is shuffled in vgg16"):
        comparison(Recipe("vgg16"), "shuffle_off")


@pytest.mark.parametrize("over", OVER)
def test_one_layer_over_each_quantity(over: str) -> None:
    path = "stages.2.1.depthwise.conv" if over == "channels" else "stages.3.1.expand.conv"
    row = next(r for r in analyse(TINY)["layers"] if r["path"] == path)
    found = micro_benchmark(TINY, path, over, Settings(warmup_s=0.0, min_runs=8, min_s=0.0))
    own = found["variants"][found["own"]]
    assert (own["macs"], own["params"], own["input"], own["output"]) == (row["macs"], row["params"], row["input"], row["output"])
    assert own["access"] == row["access"], "memory access cost as the analysis counts it"
    assert own["ratio"] is None
    assert [v["own"] for v in found["variants"]].count(True) == 1
    others = [v for v in found["variants"] if not v["own"]]
    assert others
    assert all(v["ratio"]["ratio"] == pytest.approx(v["median_ms"] / own["median_ms"]) for v in others)
    assert all(v["output"][2:] == own["output"][2:] for v in others), "the same picture"


def test_a_linear_layer_over_its_channels() -> None:
    found = micro_benchmark(TINY, "classifier", "channels", Settings(warmup_s=0.0, min_runs=8, min_s=0.0))
    assert [v["value"] for v in found["variants"]][3] == "1280 → 1000"
    assert found["own"] == 3, "in the middle"
    with pytest.raises(BadInput, match="a linear layer has no groups"):
        micro_benchmark(TINY, "classifier", "groups", Settings())


@pytest.mark.parametrize(
    ("path", "over", "said"),
    [
        ("stages.9", "groups", "there is no layer stages.9"), ("stages.3.1.expand.norm", "groups", "is a BatchNorm2d"),
        ("stages.3.1.expand.conv", "width", "--over width is not allowed; allowed: groups, channels, kernel"),
        (None, "groups", "there is no layer None"),
    ],
)
def test_a_layer_that_cannot_be_varied_is_refused(path: object, over: str, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        micro_benchmark(TINY, path, over, Settings())


@pytest.mark.parametrize("preset", ["shufflenet_v2_x1_0", "inception_v3", "mixer_s32", "alexnet"])
def test_every_convolution_is_read_as_the_analysis_has_it(preset: str) -> None:
    """Shape, MACs, parameters and access of the layer alone are those of its row, for every layer that can be varied."""
    recipe = Recipe(preset)
    rows = [r for r in analyse(recipe)["layers"] if r["runs"] and r["type"] in ("Conv2d", "Linear")]
    for row in rows[:: max(1, len(rows) // 12)]:
        layer = layer_of(recipe, row["path"])
        assert (layer.macs, layer.params, layer.access()) == (row["macs"], row["params"], row["access"]), row["path"]
