"""The walk over modules of any kind: functional calls, operators, unknown operations, idle and shared modules."""

from __future__ import annotations

import pytest
import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor, nn

from explorer.analysis.walk import walk
from explorer.core.errors import BadInput, ExplorerError
from tests.analysis.oracles import flop_counter_macs

SHAPE = (2, 8, 12, 10)
OPERATIONS = {
    "relu": F.relu,
    "relu6 in place": lambda x: F.relu6(x, inplace=True),
    "hardswish": F.hardswish,
    "silu": F.silu,
    "gelu": F.gelu,
    "sigmoid": torch.sigmoid,
    "method sigmoid": lambda x: x.sigmoid(),
    "softmax": lambda x: x.softmax(dim=1),
    "add": lambda x: x + x,
    "add scalar": lambda x: 1 + x * 2 - 3,
    "in place": lambda x: x.add_(1).mul_(2),
    "divide": lambda x: x / 2,
    "broadcast": lambda x: x * x.mean((2, 3), keepdim=True),
    "mean": lambda x: x.mean(dim=[2, 3]),
    "sum all": lambda x: x.sum(),
    "flatten": lambda x: torch.flatten(x, 1),
    "view": lambda x: x.view(2, -1),
    "view size": lambda x: x.view(x.size(0), -1),
    "reshape": lambda x: x.reshape(x.shape[0], 4, 2, *x.shape[2:]),
    "transpose": lambda x: x.transpose(1, 2),
    "permute": lambda x: x.permute(0, 2, 3, 1),
    "cat": lambda x: torch.cat([x, x], dim=1),
    "cat negative": lambda x: torch.cat((x, x), -3),
    "chunk": lambda x: x.chunk(2, dim=1)[1],
    "split": lambda x: torch.split(x, [3, 5], dim=1)[0],
    "slice": lambda x: x[:, ::2, 1:],
    "pad": lambda x: F.pad(x, (1, 2, 3, 4)),
    "max pool": lambda x: F.max_pool2d(x, 3, 2, 1),
    "max pool ceil": lambda x: F.max_pool2d(x, 3, 2, ceil_mode=True),
    "average pool": lambda x: F.avg_pool2d(x, 3, stride=2, padding=1),
    "adaptive module": nn.AdaptiveAvgPool2d(1),
    "adaptive module, one side kept": nn.AdaptiveAvgPool2d((None, 3)),
    "adaptive": lambda x: F.adaptive_avg_pool2d(x, (3, None)),
    "unsqueeze": lambda x: x.unsqueeze(-1),
    "squeeze": lambda x: x[:1].squeeze(0),
    "interpolate": lambda x: F.interpolate(x, scale_factor=2),
    "channel shuffle": lambda x: F.channel_shuffle(x, 2),
    "matmul": lambda x: x.flatten(2) @ x.flatten(2).transpose(1, 2),
    "bmm": lambda x: torch.bmm(x.flatten(2), x.flatten(2).transpose(1, 2)),
    "stack": lambda x: torch.stack((x, x)),
    "dropout": lambda x: F.dropout(x, training=False),
    "clamp": lambda x: x.clamp(0, 6),
    "max pool module": nn.MaxPool2d(2),
    "avg pool module": nn.AvgPool2d(3, 2, ceil_mode=True),
    "lrn": nn.LocalResponseNorm(3),
    "layer norm": nn.LayerNorm(10),
    "group norm": nn.GroupNorm(2, 8),
    "flatten module": nn.Flatten(),
    "shuffle module": nn.ChannelShuffle(4),
    "upsample module": nn.Upsample(scale_factor=2),
    "pixel shuffle": nn.PixelShuffle(2),
    "prelu": nn.PReLU(8),
    "elu": nn.ELU(),
    "same convolution": nn.Conv2d(8, 4, 3, padding="same"),
    "dilated": nn.Conv2d(8, 16, 3, stride=2, padding=2, dilation=2, groups=4),
    "reflect": nn.Conv2d(8, 8, 3, padding=1, padding_mode="reflect"),
    "tokens": nn.Linear(10, 7),
}


class Calls(nn.Module):
    def __init__(self, function) -> None:  # type: ignore[no-untyped-def]
        super().__init__()
        self.function = function

    def forward(self, x: Tensor) -> Tensor:
        y: Tensor = self.function(x)
        return y


@pytest.mark.parametrize("name", OPERATIONS)
def test_operation_has_the_real_shape_and_count(name: str) -> None:
    model = Calls(OPERATIONS[name]).eval()
    with torch.inference_mode():
        real = model(torch.rand(SHAPE))
    seen = walk(model, SHAPE)
    assert [out.dims for out in seen.outputs] == [tuple(real.shape)]
    assert not seen.uncounted
    assert sum(r.macs for r in seen.records) == flop_counter_macs(model, SHAPE)


def test_functional_convolutions_are_counted_like_modules() -> None:
    class Functional(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.weight = nn.Parameter(torch.zeros(6, 4, 3, 3))

        def forward(self, x: Tensor) -> Tensor:
            return F.conv2d(x, self.weight, None, stride=2, groups=2, padding=1)

    seen = walk(Functional(), (1, 8, 9, 9))
    assert [(r.path, r.kind, r.macs) for r in seen.records] == [(":conv2d", "group", 6 * 5 * 5 * 4 * 9)]


def test_an_unknown_operation_is_listed_and_never_zero_in_silence() -> None:
    seen = walk(Calls(lambda x: torch.cumsum(x, 1)), SHAPE)
    assert [seen.records[i].operation for i in seen.uncounted] == ["cumsum"]
    assert seen.outputs[0].dims == SHAPE


def test_a_shape_that_does_not_fit_names_the_place() -> None:
    model = nn.Sequential(nn.Conv2d(8, 4, 3), nn.Conv2d(5, 4, 1))
    with pytest.raises(BadInput, match="5 input channels got 4"):
        walk(model, SHAPE)
    with pytest.raises(BadInput, match="too small"):
        walk(nn.Conv2d(8, 4, 30), SHAPE)


def test_a_forward_that_depends_on_values_is_refused_in_words() -> None:
    with pytest.raises(ExplorerError, match="depends on the values"):
        walk(Calls(lambda x: x if (x + 1) else -x), SHAPE)


def test_the_module_is_left_as_it_was() -> None:
    model = nn.Sequential(nn.Conv2d(8, 4, 3), nn.ReLU(), Calls(F.relu))
    before = {p: set(m.__dict__) for p, m in model.named_modules()}
    walk(model, SHAPE)
    with pytest.raises(BadInput):
        walk(model, (1, 3, 8, 8))
    assert {p: set(m.__dict__) for p, m in model.named_modules()} == before
    assert model(torch.rand(SHAPE)).shape == (2, 4, 10, 8)


def test_what_runs_in_training_only_is_not_walked_and_the_mode_is_kept() -> None:
    class Headed(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.conv = nn.Conv2d(8, 8, 1)
            self.head = nn.Conv2d(8, 8, 1)

        def forward(self, x: Tensor) -> Tensor:
            x = self.conv(x)
            return self.head(x) if self.training else x

    model = Headed()
    model.conv.eval()
    assert [record.path for record in walk(model, SHAPE).records] == ["conv"]
    assert [m.training for m in model.modules()] == [True, False, True]


def test_a_module_used_twice_runs_twice_and_its_edges_are_kept() -> None:
    class Twice(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.conv = nn.Conv2d(8, 8, 1)

        def forward(self, x: Tensor) -> Tensor:
            return self.conv(self.conv(x)) + x  # type: ignore[no-any-return]

    seen = walk(Twice(), SHAPE)
    assert [r.macs for r in seen.records] == [2 * 8 * 8 * 12 * 10] * 2 + [0]
    assert seen.records[2].sources == (1, -1)


def test_what_runs_in_training_only_is_not_counted_and_the_mode_is_put_back() -> None:
    class Auxiliary(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.main, self.aux = nn.Conv2d(8, 4, 1), nn.Conv2d(8, 100, 3)

        def forward(self, x: Tensor) -> Tensor | tuple[Tensor, Tensor]:
            return (self.main(x), self.aux(x)) if self.training else self.main(x)

    model = Auxiliary()
    model.aux.eval()
    assert [r.path for r in walk(model, SHAPE).records] == ["main"]
    assert (model.training, model.main.training, model.aux.training) == (True, True, False)
