"""RepVGG's two structures: the fused network answers as the trained one, and is built alike when built directly."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
import torch
from torch import Tensor, nn

import models
from models.repvgg import fuse
from tests.models.building import Built, build

THIN: dict[str, object] = {"alpha": 0.25, "classes": 10}
CASES = [  # (preset, knobs)
    ("repvgg_a0", {}),
    ("repvgg_b1g4", {}),
    ("repvgg_b1g2", {"shuffle": True, "se": 4}),
    ("repvgg_a0", {"identity": False}),
    ("repvgg_a0", {"pointwise": False, "kernel": "5"}),
    ("repvgg_a0", {"identity": False, "pointwise": False, "activation.add": "none", "stem": "small"}),
]
cases = pytest.mark.parametrize(("preset", "knobs"), CASES, ids=str)


def trained(preset: str, knobs: Mapping[str, object]) -> nn.Module:
    """A net whose BatchNorm layers are far from trivial, as after training."""
    torch.manual_seed(1)
    net = models.build(preset, **THIN, **knobs).eval()
    with torch.no_grad():
        for module in net.modules():
            if isinstance(module, nn.BatchNorm2d):
                nn.init.uniform_(module.weight, 0.5, 1.5)
                nn.init.normal_(module.bias, std=0.3)
                assert module.running_mean is not None and module.running_var is not None
                nn.init.normal_(module.running_mean, std=0.3)
                nn.init.uniform_(module.running_var, 0.5, 2.0)
    return net


def answer(net: nn.Module, image: Tensor) -> Tensor:
    with torch.no_grad():
        result: Tensor = net(image)
    return result


@cases
def test_the_fused_network_gives_the_same_answers(preset: str, knobs: Mapping[str, object]) -> None:
    net = trained(preset, knobs)
    fused = fuse(net)
    for side in (64, 97):
        image = torch.randn(2, 3, side, side)
        one, other = answer(net, image), answer(fused, image)
        assert (one - other).abs().max() < 1e-5 * one.abs().max()
    exact = answer(net.double(), image.double())
    assert (exact - answer(fuse(net), image.double())).abs().max() < 1e-12 * exact.abs().max()


@cases
def test_the_fused_network_is_the_one_that_deploy_builds(preset: str, knobs: Mapping[str, object]) -> None:
    branches = {"identity", "pointwise"}
    direct = build(preset, {**THIN, **{k: v for k, v in knobs.items() if k not in branches}, "deploy": True})
    fused = Built(fuse(trained(preset, knobs)), direct.settings)
    assert list(fused.structure().items()) == list(direct.structure().items())
    assert fused.params() == direct.params()
    assert {k: v.shape for k, v in fused.net.state_dict().items()} == {k: v.shape for k, v in direct.net.state_dict().items()}


def test_fusing_leaves_the_trained_network_alone_and_twice_is_once() -> None:
    net = trained("repvgg_a0", {})
    before = {name: value.clone() for name, value in net.state_dict().items()}
    fused = fuse(net)
    assert all(torch.equal(before[name], value) for name, value in net.state_dict().items())
    image = torch.randn(1, 3, 64, 64)
    assert torch.equal(answer(fuse(fused), image), answer(fused, image))


def test_every_second_layer_is_grouped() -> None:
    net = build("repvgg_b1g4").net
    groups = [net.get_submodule(f"stages.4.{i}.conv.conv").groups for i in range(16)]
    assert groups == [1, 4] * 8
    assert net.get_submodule("stages.4.1.pointwise.conv").groups == 4
