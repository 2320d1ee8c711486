"""Facts of GoogLeNet and Inception-v3 that are no counts: the naive module, the names, the heads that run in training alone."""

from __future__ import annotations

import pytest
import torch

import models
from tests.models.building import build


def test_modules_have_the_papers_names() -> None:
    net = build("googlenet").net
    names = {stage: [name for name, _ in net.get_submodule(f"stages.{stage}").named_children()] for stage in "345"}
    assert names == {"3": ["a", "b", "pool"], "4": ["a", "b", "c", "d", "e", "pool"], "5": ["a", "b"]}
    net = build("inception_v3").net
    assert ["".join(name for name, _ in net.get_submodule(f"stages.{stage}").named_children()) for stage in "567"] == [
        "bcd", "abcde", "abc",
    ]


def test_the_naive_module_passes_its_input_on() -> None:
    reduced, naive = build("googlenet").net, build("googlenet", {"reduction": False}).net
    assert reduced.get_submodule("stages.3.b.branch1.conv.conv").in_channels == 64 + 128 + 32 + 32
    assert naive.get_submodule("stages.3.b.branch1.conv.conv").in_channels == 64 + 128 + 32 + 192


def test_one_naive_module_among_reduced_ones() -> None:
    at = {"stages.4.b": {"reduction": False}}
    net = build("googlenet", at=at).net
    assert net.get_submodule("stages.4.c.branch1.conv.conv").in_channels == 160 + 224 + 64 + 512
    assert net.get_submodule("stages.4.d.branch1.conv.conv").in_channels == 512


@pytest.mark.parametrize(("preset", "heads", "side"), [("googlenet", 3, 64), ("inception_v3", 2, 96), ("inception_v3", 2, 299)])
def test_heads_run_in_training_alone(preset: str, heads: int, side: int) -> None:
    torch.manual_seed(0)
    net = models.build(preset, alpha=0.1, classes=5, aux=True)
    image = torch.rand(2, 3, side, side)
    answers = net(image)
    assert [tuple(answer.shape) for answer in answers] == [(2, 5)] * heads
    sum(answer.sum() for answer in answers).backward()
    assert all(p.grad is not None for p in net.parameters())
    assert net.eval()(image).shape == (2, 5)


def test_heads_stay_behind_the_last_module_of_a_shorter_stage() -> None:
    torch.manual_seed(0)
    for repeats in (1, 3, 6):
        net = models.build("googlenet", at={"stages.4": {"repeats": repeats}}, alpha=0.1, classes=5, aux=True)
        assert len(net(torch.rand(2, 3, 64, 64))) == 3
