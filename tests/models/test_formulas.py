"""Blocks against the formulas of their papers, worked out here by hand: what a knob changes is what the paper says it changes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
import torch
from torch import nn

import models
from explorer.analysis import analyse
from explorer.core.recipe import Recipe
from models.blocks import ChannelShuffle, stochastic_depth
from models.efficientnet import COEFFICIENTS
from models.mlp_mixer import grouped_mlp, image, mlp, patches
from tests.models.building import At, sketch


def analysed(preset: str, knobs: Mapping[str, object] | None = None, at: At | None = None) -> dict[str, Any]:
    return analyse(Recipe.of(preset, knobs or {}, at or {}))


def cost(path: str, preset: str, knobs: Mapping[str, object] | None = None, at: At | None = None) -> tuple[int, int]:
    """Parameters and MACs of one block."""
    nodes = analysed(preset, knobs, at)["graph"]["nodes"]
    return next((n["params"], n["macs"]) for n in nodes if n["id"] == path)


@pytest.mark.parametrize(
    ("knobs", "macs", "params"),
    [  # MobileNets, Table 3: the layer of 14×14×512, multiply-adds and parameters in millions
        ({"convolution": "standard"}, 462, 2.36), ({}, 52.3, 0.27), ({"alpha": 0.75}, 29.6, 0.15),
        ({"alpha": 0.75, "resolution": 160}, 15.1, 0.15),
    ],
)
def test_mobilenet_v1_one_layer_of_table_3(knobs: dict[str, object], macs: float, params: float) -> None:
    counted = cost("stages.4.1", "mobilenet_v1", knobs)
    assert counted[1] / 1e6 == pytest.approx(macs, abs=0.5 if macs > 100 else 0.05)
    assert counted[0] / 1e6 == pytest.approx(params, abs=0.0055)


def test_mobilenet_v1_shallow_takes_out_five_layers() -> None:
    whole, shallow = analysed("mobilenet_v1"), analysed("mobilenet_v1", {"shallow": True})
    assert whole["macs"] - shallow["macs"] == 5 * 14**2 * (9 * 512 + 512**2)
    assert whole["params"] - shallow["params"] == 5 * (9 * 512 + 512**2 + 4 * 512)


def test_mobilenet_v1_last_stride_as_printed() -> None:
    whole, printed = analysed("mobilenet_v1"), analysed("mobilenet_v1", {"last_stride": "2"})
    assert whole["macs"] - printed["macs"] == (7**2 - 4**2) * (9 * 1024 + 1024**2)
    assert whole["params"] == printed["params"]


def test_mobilenet_v2_block_of_table_1_and_its_other_convolutions() -> None:
    c, t, out, side = 64, 6, 64, 14 * 14  # stages.4.1
    wide = t * c
    norms = 2 * (wide + wide + out)
    macs = side * (c * wide + 9 * wide + wide * out)
    assert cost("stages.4.1", "mobilenet_v2") == (c * wide + 9 * wide + wide * out + norms, macs)
    standard = side * (c * wide + 9 * wide * wide + wide * out)
    assert cost("stages.4.1", "mobilenet_v2", {"convolution": "standard"})[1] == standard
    fused = side * (9 * c * wide + wide * out)
    assert cost("stages.4.1", "mobilenet_v2", {"convolution": "fused"}) == (fused // side + 2 * (wide + out), fused)


@pytest.mark.parametrize(("shortcut", "sums"), [("bottleneck", 10), ("expansion", 13), ("none", 0)])
def test_mobilenet_v2_shortcuts_of_figure_6(shortcut: str, sums: int) -> None:
    answer = analysed("mobilenet_v2", {"shortcut": shortcut})
    assert sum(layer["type"] == "add" for layer in answer["layers"]) == sums
    assert (answer["params"], answer["macs"]) == (3504872, 300774272)


@pytest.mark.parametrize("kernel", ["3", "5"])
def test_googlenet_module_with_and_without_reduction(kernel: str) -> None:
    c1, r3, c3, r5, c5, cp, enters, side = 64, 96, 128, 16, 32, 32, 192, 28 * 28  # Table 1, 3a
    k = int(kernel) ** 2
    reduced = side * (enters * (c1 + r3 + r5 + cp) + 9 * r3 * c3 + k * r5 * c5)
    naive = side * enters * (c1 + 9 * c3 + k * c5)
    assert cost("stages.3.a", "googlenet", {"kernel": kernel})[1] == reduced
    assert cost("stages.3.a", "googlenet", {"kernel": kernel, "reduction": False})[1] == naive
    separable = cost("stages.3.a", "googlenet", {"kernel": kernel, "convolution": "separable"})[1]
    assert separable == side * (enters * (c1 + r3 + r5 + cp) + r3 * (9 + c3) + r5 * (k + c5))


@pytest.mark.parametrize("segments", [1, 2, 4, 8, 728])
def test_xception_segments_from_ordinary_to_extreme(segments: int) -> None:
    c, side = 728, 19 * 19
    at: At = {"stages.middle": {"segments": segments}}
    assert cost("stages.middle.0", "xception", at=at)[1] == 3 * side * (9 * c * c // segments + c * c)
    if segments == c:
        assert analysed("xception", at=at)["macs"] == analysed("xception")["macs"]


@pytest.mark.parametrize(("cardinality", "width"), [(1, 64), (2, 40), (4, 24), (8, 14), (32, 4)])
def test_resnext_constant_cost_walks_along_table_2(cardinality: int, width: int) -> None:
    hidden = cardinality * width
    counted = cost("stages.2.1", "resnext50_32x4d", {"cardinality": cardinality, "width": 0})
    parameters = 256 * hidden + 9 * hidden * width + hidden * 256
    assert counted == (parameters + 2 * (2 * hidden + 256), 56 * 56 * parameters)


def test_shufflenet_unit_of_section_3() -> None:
    c, m, side = 240, 60, 28 * 28  # hw(2cm/g + 9m), a unit of stage 2, g = 3
    assert cost("stages.2.1", "shufflenet_v1")[1] == side * (2 * c * m // 3 + 9 * m)
    standard = cost("stages.2.1", "shufflenet_v1", {"convolution": "standard"})[1]
    assert standard == side * (2 * c * m // 3 + 9 * m * m)


def test_shufflenet_shuffles_before_or_behind_the_depthwise_convolution_as_one_function() -> None:
    torch.manual_seed(0)
    early = models.build("shufflenet_v1", alpha=0.25, classes=5).eval()
    late = models.build("shufflenet_v1", alpha=0.25, classes=5, shuffle_after="depthwise").eval()
    weights = early.state_dict()
    late.load_state_dict(weights)
    for path, module in late.named_modules():
        if path.endswith(".depthwise"):
            mixed = ChannelShuffle(late.get_submodule(path.removesuffix("depthwise") + "expand.conv").groups)
            back = torch.argsort(mixed(torch.arange(module.get_submodule("conv").out_channels).view(1, -1, 1, 1)).flatten())
            module.get_submodule("conv").weight.data = weights[path + ".conv.weight"][back]
    picture = torch.randn(2, 3, 64, 64)
    with torch.no_grad():
        assert torch.allclose(early(picture), late(picture), atol=1e-5)


@pytest.mark.parametrize("phi", range(8))
def test_efficientnet_phi_is_its_three_parts(phi: int) -> None:
    alpha, depth, resolution, dropout = COEFFICIENTS[phi]
    compound = analysed("efficientnet_b0", {"phi": phi})
    apart = analysed("efficientnet_b0", {"alpha": alpha, "depth": depth, "resolution": resolution, "dropout": dropout})
    preset = analysed(f"efficientnet_b{phi}")
    assert len({(y["params"], y["macs"], tuple(y["input"])) for y in (compound, apart, preset)}) == 1
    one_part = analysed("efficientnet_b0", {"phi": phi, "resolution": 224})
    assert one_part["params"] == compound["params"]
    assert one_part["input"] == [1, 3, 224, 224]


@pytest.mark.parametrize(("pointwise", "identity"), [(True, True), (True, False), (False, True), (False, False)])
def test_repvgg_branches_of_table_6(*, pointwise: bool, identity: bool) -> None:
    c, side = 192, 14 * 14  # stages.4.1 of A0
    params = 9 * c * c + 2 * c + (c * c + 2 * c if pointwise else 0) + (2 * c if identity else 0)
    knobs = {"pointwise": pointwise, "identity": identity}
    assert cost("stages.4.1", "repvgg_a0", knobs) == (params, side * (9 * c * c + (c * c if pointwise else 0)))
    assert cost("stages.4.1", "repvgg_a0", {"deploy": True}) == (9 * c * c + c, side * 9 * c * c)


def test_mixer_h14_by_hand() -> None:
    layers, side, c, d_c, d_s = 32, 14, 1280, 5120, 640
    s = (224 // side) ** 2
    layer = 2 * s * d_s + d_s + s + 2 * c * d_c + d_c + c + 4 * c
    answer = analysed("mixer_h14")
    assert answer["params"] == 3 * side**2 * c + c + layers * layer + 2 * c + 1000 * c + 1000
    assert answer["macs"] == s * 3 * side**2 * c + layers * 2 * s * c * (d_s + d_c) + 1000 * c


def test_mixer_grouped_mlp_is_the_mlp_where_it_has_one_group() -> None:
    torch.manual_seed(0)
    plain, grouped = mlp(8, 24, "gelu"), grouped_mlp(8, 24, "gelu", 1, shuffles=False)
    for name in ("fc1", "fc2"):
        layer, conv = plain.get_submodule(name), grouped.get_submodule(name)
        conv.load_state_dict({"weight": layer.weight.data[:, :, None, None], "bias": layer.bias.data})
    x = torch.randn(2, 5, 8)
    assert torch.allclose(plain(x), patches(grouped(image(x))), atol=1e-6)


def test_squeezenet_fire_of_table_1() -> None:
    enters, squeezed, narrow, wide, side = 96, 16, 64, 64, 54 * 54
    macs = side * (enters * squeezed + squeezed * narrow + 9 * squeezed * wide)
    assert cost("stages.1.0", "squeezenet1_0") == (macs // side + squeezed + narrow + wide, macs)


def test_stochastic_depth_keeps_the_expectation_and_stays_out_of_inference() -> None:
    torch.manual_seed(0)
    branch = torch.ones(20000, 2, 1, 1)
    assert stochastic_depth(branch, 0.5, training=False) is branch
    kept = stochastic_depth(branch, 0.2, training=True)
    assert set(kept.unique().tolist()) == {0.0, 1.25}
    assert torch.equal(kept[:, 0], kept[:, 1])
    assert kept.mean().item() == pytest.approx(1, abs=0.02)


def test_stochastic_depth_grows_with_the_block() -> None:
    net = sketch("efficientnet_b0").net
    rates = [module.drop for module in net.modules() if hasattr(module, "drop") and isinstance(module, nn.Module)]
    assert rates == pytest.approx([0.2 * i / 16 for i in range(16)])
