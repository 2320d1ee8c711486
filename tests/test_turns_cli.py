"""``main.py pair`` and ``main.py micro`` as scripts see them: documents, texts, exit codes, what is kept."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from explorer import cli
from explorer.core import comparisons
from explorer.core.recipe import Recipe, write_recipe
from explorer.core.store import Store
from tests.session.recorded_turns import pair_of

SMALL = ("--set", "alpha=0.25", "--set", "resolution=64")
SMALL_B = ("--set-b", "alpha=0.25", "--set-b", "resolution=64")
QUICK = ("--warmup-s", "0", "--min-runs", "8", "--min-s", "0")
Captured = pytest.CaptureFixture[str]


def _document(capsys: Captured, *words: str) -> dict[str, Any]:
    assert cli.main([*words, "--json"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    document: dict[str, Any] = json.loads(out)
    return document


def test_a_pair_is_measured_and_kept(capsys: Captured) -> None:
    found = _document(capsys, "pair", "mobilenet_v2", "mobilenet_v2", *SMALL, *SMALL_B, "--set-b", "groups=4", *QUICK)
    first, second = found["runs"]
    assert [run["name"] for run in (first, second)] == [
        "mobilenet_v2 alpha=0.25 resolution=64", "mobilenet_v2 alpha=0.25 resolution=64 groups=4",
    ]
    assert second["measurement"]["recipe"]["knobs"]["groups"] == 4
    assert second["macs"] < first["macs"]
    low, high = second["ratio"]["interval"]
    assert low <= second["ratio"]["ratio"] <= high
    assert sum(row["ms"] for row in second["operators"]) == pytest.approx(second["measurement"]["median_ms"])
    with Store() as store:
        kept = comparisons.read(store, found["stored"])
        assert kept["runs"][1]["measurement"]["samples_ms"] == second["measurement"]["samples_ms"]
        assert store.count() == 2
    assert cli.main(["history", "--kind", "turn"]) == 0
    assert capsys.readouterr().out.count("turn") == 2


def test_a_ready_comparison_as_text(capsys: Captured) -> None:
    assert cli.main(["pair", "shufflenet_v1", "--set", "resolution=64", "--ready", "shuffle_off", *QUICK]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    lines = out.splitlines()
    assert lines[0].split()[:2] == ["network", "MACs"]
    assert lines[1].startswith("shuffle on")
    assert any(line.startswith("shuffle off has the MACs of shuffle on; ") for line in lines)
    kinds = [line.split("  ")[0] for line in lines]
    assert {"shuffle", "view, split", "cat", "add", "between layers", "− stamps", "median without stamps"} <= set(kinds)
    assert "recipe SHA-256" not in out


def test_one_layer_is_varied(capsys: Captured) -> None:
    words = ["micro", "mobilenet_v2", *SMALL, "--layer", "stages.3.1.expand.conv", "--over", "kernel", *QUICK]
    found = _document(capsys, *words)
    assert [v["value"] for v in found["variants"]] == ["1", "3", "5"]
    with Store() as store:
        assert comparisons.read(store, found["stored"])["variants"] == found["variants"]
    assert cli.main(words) == 0
    out = capsys.readouterr().out
    assert out.startswith("stages.3.1.expand.conv of mobilenet_v2, over kernel side\nkernel")
    assert "as it is" in out


def test_comparisons_are_listed_and_deleted(capsys: Captured) -> None:
    assert cli.main(["history", "--comparisons"]) == 0
    assert capsys.readouterr().out == "no comparisons\n"
    with Store() as store:
        uid = comparisons.add(store, pair_of())
    assert cli.main(["history", "--comparisons"]) == 0
    line = capsys.readouterr().out
    assert "pair   grouped against wide" in line
    assert line.endswith(f"{uid}\n")
    (whole,) = _document(capsys, "history", "--comparisons")["comparisons"]
    assert whole == {"uid": uid, **pair_of()}
    assert cli.main(["history", "--comparisons", "--delete", "nothing"]) == 2
    assert "no comparison nothing" in capsys.readouterr().err
    assert _document(capsys, "history", "--comparisons", "--delete", uid) == {"deleted": 1, "left": 0}
    with Store() as store:
        assert store.count() == 2, "the measurements stay"


def test_recipe_files_and_several_networks(capsys: Captured, tmp_path: Path) -> None:
    files = []
    for name, knobs in (("a", {}), ("b", {"groups": 2}), ("c", {"groups": 4})):
        files.append(tmp_path / f"{name}.recipe.json")
        write_recipe(Recipe.of("mobilenet_v2", {"alpha": 0.25, "resolution": 64, **knobs}), files[-1])
    found = _document(capsys, "pair", *map(str, files), *QUICK, "--no-operators")
    assert [run["name"] for run in found["runs"]] == ["a", "b", "c"]
    assert [run["ratio"] is None for run in found["runs"]] == [True, False, False]
    assert found["operators_missing"] == ["not asked for"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["pair", "mobilenet_v2"], "one network alone is no pair"),
        (["pair", "mobilenet_v2", "nothing"], "no preset named nothing"),
        (["pair", "mobilenet_v2", "mobilenet_v1", "--ready", "shuffle_off"], "it takes one network"),
        (["pair", "mobilenet_v2", "--ready", "x"], "no ready comparison named x"),
        (["pair", "vgg16", "--ready", "fixed_channels"], "nothing is left to compare"),
        (["pair", "mobilenet_v2", "mobilenet_v2", "--set-b", "groups=3"], "groups = 3 is not possible"),
        (["pair", "mobilenet_v2", "mobilenet_v2", "--batch", "0"], "batch = 0 is not allowed"),
        (["pair", "mobilenet_v2", "mobilenet_v2", "--batch", "1000", "--set", "resolution=600"], "these networks together need"),
        (["micro", "mobilenet_v2", "--layer", "stages.99", "--over", "groups"], "there is no layer stages.99"),
        (["micro", "mobilenet_v2", "--layer", "classifier", "--over", "groups"], "a linear layer has no groups"),
        (["micro", "mobilenet_v2", "--layer", "classifier"], "--over"),
    ],
)
def test_bad_input_is_one_line_and_exit_code_2(capsys: Captured, words: list[str], said: str) -> None:
    assert cli.main(words) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err
    assert err.count("\n") == 1
    with Store() as store:
        assert comparisons.find(store) == []
