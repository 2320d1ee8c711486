"""The hierarchy stage → block → layer, folding signatures, branches and rows for what does not run."""

from __future__ import annotations

from typing import Any

import pytest
from torch import Tensor, nn

from explorer.analysis import analyse
from explorer.core.recipe import Recipe


def nodes(answer: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {n["id"]: n for n in answer["graph"]["nodes"]}


def test_places_are_stages_and_blocks_and_addresses_are_module_paths() -> None:
    answer = analyse(Recipe.of("mobilenet_v2"))
    found = nodes(answer)
    assert found["stages.5"]["role"] == "stage" and found["stages.5.1"]["role"] == "block"
    assert found["stages.5.1"]["parent"] == "stages.5" and found["stages.5.1.expand"]["role"] == "group"
    assert found["stages.5.1.expand.conv"]["role"] == "layer" and found["stages.5.1:add"]["role"] == "op"
    assert [n["id"] for n in answer["graph"]["nodes"] if not n["parent"]][:3] == ["stem", "stages.1", "stages.2"]
    assert set(answer["places"]) == {""} | {i for i, n in found.items() if n["role"] in ("stage", "block")}


def test_a_strided_block_stays_apart_from_the_repeated_ones() -> None:
    found = nodes(analyse(Recipe.of("mobilenet_v2")))
    assert found["stages.6.1"]["signature"] == found["stages.6.2"]["signature"] != found["stages.6.0"]["signature"]


def test_an_overridden_block_no_longer_folds() -> None:
    found = nodes(analyse(Recipe.of("mobilenet_v2", {}, {"stages.6.2": {"activation.project": "relu6"}})))
    assert found["stages.6.1"]["signature"] != found["stages.6.2"]["signature"]


def test_a_shortcut_is_an_edge_from_the_block_s_own_input() -> None:
    edges = analyse(Recipe.of("mobilenet_v2"))["graph"]["edges"]["stages.5.1"]
    assert ["in", "stages.5.1:add", [1, 96, 14, 14]] in edges
    assert ["stages.5.1.project", "stages.5.1:add", [1, 96, 14, 14]] in edges


def test_branches_of_a_strided_shuffle_unit_meet_in_a_concatenation() -> None:
    answer = analyse(Recipe.of("shufflenet_v1"))
    joins = [y for y in answer["layers"] if y["kind"] == "concat"]
    assert len(joins) == 3
    assert all(sum(i[1] for i in y["inputs"]) == y["output"][1] for y in joins)


def test_boxes_say_what_stands_there() -> None:
    found = nodes(analyse(Recipe.of("mobilenet_v2")))
    assert (found["stem"]["title"], found["stem"]["subtitle"]) == ("Conv 3×3 /2", "ReLU6")
    assert (found["stages.5.1.project"]["title"], found["stages.5.1.project"]["subtitle"]) == ("1×1 project", "linear")
    assert found["stages.5"]["title"] == "InvertedResidual"
    assert found["classifier"]["title"] == "Linear 1280 → 1000"


@pytest.fixture
def with_auxiliary_head(monkeypatch: pytest.MonkeyPatch) -> str:
    """A preset whose auxiliary head does not run at inference and which holds a parameter of its own."""
    from models.knobs import Knob
    from models.registry import REGISTRY, Preset, architecture

    for table in ("architectures", "presets"):
        monkeypatch.setattr(REGISTRY, table, dict(getattr(REGISTRY, table)))
    side = Knob("resolution", "ρ", "resolution", "int", 32, "", "", minimum=8, maximum=64, scopes=("network",))

    presets = (Preset("aux_net", ""),)

    @architecture(name="aux_net", title="Aux", family="test", year=2000, paper="", url="", knobs=(side,), presets=presets)
    class AuxNet(nn.Module):
        def __init__(self, knobs: Any) -> None:
            import torch

            super().__init__()
            self.uses_aux = False
            self.scale = nn.Parameter(torch.ones(4, 1, 1))
            self.conv = nn.Conv2d(3, 4, 3)
            self.aux = nn.Sequential(nn.Conv2d(4, 2, 1), nn.ReLU())

        def forward(self, x: Tensor) -> Tensor:
            x = self.conv(x) * self.scale
            return self.aux(x) if self.uses_aux else x

    return "aux_net"


def test_what_does_not_run_is_a_row_with_no_macs(with_auxiliary_head: str) -> None:
    answer = analyse(Recipe.of(with_auxiliary_head))
    rows = {y["path"]: y for y in answer["layers"]}
    assert not rows["aux.0"]["runs"] and rows["aux.0"]["macs"] == 0 and rows["aux.0"]["params"] == 4 * 2 + 2
    assert not rows["aux.1"]["runs"]
    assert rows["scale"]["params"] == 4
    assert answer["params"] == 3 * 4 * 9 + 4 + 10 + 4
    assert answer["macs"] == 4 * 30 * 30 * 27
