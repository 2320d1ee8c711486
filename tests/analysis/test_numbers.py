"""Memory, memory access cost and receptive fields, against formulas by hand, real storages and real gradients."""

from __future__ import annotations

import copy
from typing import Any

import pytest
import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor, nn

from explorer.analysis import analyse, input_shape, instantiate
from explorer.analysis.layers import layers_of
from explorer.analysis.memory import summary, usage
from explorer.analysis.receptive import fields
from explorer.analysis.walk import walk
from explorer.core import rules
from explorer.core.recipe import Recipe
from tests.analysis.numbers_oracles import made_positive, one_step, real_peak, real_traffic, supports
from tests.analysis.oracles import RECIPES, title

SMALL = [  # a net of every kind of architecture, thin and on a small image: gradients of every layer take seconds
    ("mobilenet_v1", {"alpha": 0.1, "resolution": 64}), ("resnet18", {"alpha": 0.1, "resolution": 64}),
    ("resnet50", {"alpha": 0.1, "depth": 0.3, "resolution": 64}), ("densenet121", {"growth": 4, "depth": 0.2, "resolution": 64}),
    ("googlenet", {"alpha": 0.1, "resolution": 64}), ("inception_v3", {"alpha": 0.1, "depth": 0.3, "resolution": 96}),
    ("shufflenet_v1", {"alpha": 0.25, "resolution": 64, "depth": 0.5}),
    ("shufflenet_v2_x0_5", {"resolution": 64, "depth": 0.5}), ("squeezenet1_1", {"alpha": 0.25, "resolution": 96}),
    ("vgg11", {"alpha": 0.1, "hidden": 16, "resolution": 64}), ("alexnet", {"alpha": 0.25, "hidden": 16, "resolution": 96}),
    ("xception", {"alpha": 0.1, "resolution": 96, "depth": 0.3}), ("repvgg_a0", {"alpha": 0.1, "resolution": 64, "depth": 0.3}),
    ("mobilenet_v2", {"alpha": 0.1, "resolution": 64, "depth": 0.3}), ("mobilenet_v3_small", {"alpha": 0.25, "resolution": 64}),
    ("efficientnet_b0", {"alpha": 0.1, "resolution": 64, "depth": 0.3}),
    ("se_resnet50", {"alpha": 0.1, "depth": 0.3, "resolution": 64}),
]


class Calls(nn.Module):
    def __init__(self, function: Any, *inner: nn.Module) -> None:
        super().__init__()
        self.function, self.inner = function, nn.ModuleList(inner)

    def forward(self, x: Tensor) -> Tensor:
        y: Tensor = self.function(x, *self.inner)
        return y


def peak(model: nn.Module, shape: tuple[int, ...]) -> int:
    """Ours, of any module."""
    seen = walk(model.eval(), shape)
    found: int = summary(seen, usage(seen, shape))["peak"]
    return found


@pytest.mark.parametrize("recipe", RECIPES, ids=title)
def test_peak_memory_is_that_of_real_storages(recipe: Recipe) -> None:
    memory = analyse(recipe)["memory"]
    assert memory["peak"] == real_peak(one_step(instantiate(recipe)), input_shape(recipe))
    assert sum(tensor["elements"] for tensor in memory["alive"]) == memory["peak"]


@pytest.mark.parametrize("recipe", RECIPES, ids=title)
def test_activations_and_memory_access_are_those_of_a_real_run(recipe: Recipe) -> None:
    answer = analyse(recipe)
    assert (answer["activations"], answer["access"]) == real_traffic(one_step(instantiate(recipe)).eval(), input_shape(recipe))


def test_the_oracle_of_traffic_by_hand() -> None:
    convolution = 8 * 36 + 4 * 36 + 4 * 8  # reads the input and the weights, writes four maps
    model = nn.Sequential(nn.Conv2d(8, 4, 1, bias=False), nn.Flatten(), nn.ReLU(inplace=True))
    assert real_traffic(model, (1, 8, 6, 6)) == (4 * 36 * 2, convolution + 2 * 4 * 36)


def _augmented(x: Tensor) -> Tensor:
    y = x * 2
    y += x
    return y


def _chain(x: Tensor) -> Tensor:
    for _ in range(4):
        x = x * 2
    return x


FUNCTIONS = {
    "in place": lambda x: F.relu(x * 3, inplace=True) * 2,
    "not in place": lambda x: F.relu(x * 3) * 2,
    "add in place": lambda x: (x * 3).add_(x),
    "pooled": lambda x: F.avg_pool2d(F.max_pool2d(x * 2, 2), 3, 1, 1),
    "augmented": _augmented,
    "views": lambda x: x.flatten(2).transpose(1, 2).unsqueeze(-1).squeeze(-1) + 1,
    "a view of a transpose copies": lambda x: x.view(2, 2, 4, 6, 6).transpose(1, 2).reshape(2, 8, 6, 6),
    "halves": lambda x: torch.cat([x.chunk(2, 1)[0], x.chunk(2, 1)[1] * 2], 1),
    "what is not read again goes": _chain,
    "long shortcut": lambda x: x + _chain(x),
}


@pytest.mark.parametrize("name", FUNCTIONS)
def test_peak_memory_of_functions(name: str) -> None:
    model = Calls(FUNCTIONS[name])
    assert peak(model, (2, 8, 6, 6)) == real_peak(model, (2, 8, 6, 6))


def test_memory_of_a_block_by_hand() -> None:
    answer = analyse(Recipe.of("mobilenet_v2"))
    memory = answer["memory"]
    wide, narrow = 96 * 112 * 112, 16 * 112 * 112
    assert memory["peak"] == 2 * wide and memory["at"] == "stages.2.0.expand.norm"  # its input and its output
    assert [t["path"] for t in memory["alive"]] == ["stages.2.0.expand.conv", "stages.2.0.expand.norm"]
    assert memory["largest"]["elements"] == wide
    rows = {y["path"]: y for y in answer["layers"]}
    expand = rows["stages.2.0.expand.conv"]
    # G1: hw(c1 + c2) + c1c2
    assert (expand["weights"], expand["activations"], expand["access"]) == (16 * 96, wide, wide + narrow + 16 * 96)
    assert expand["intensity"] == round(16 * wide / (wide + narrow + 16 * 96), 9)
    depthwise = rows["stages.2.0.depthwise.conv"]
    assert depthwise["access"] == wide + 96 * 56 * 56 + 9 * 96
    norm = rows["stages.2.0.depthwise.norm"]
    assert norm["access"] == 2 * 96 * 56 * 56 + 2 * 96
    assert rows["stages.2.1:add"]["access"] == 3 * 24 * 56 * 56
    flatten = next(y for y in answer["layers"] if y["type"] == "flatten")
    assert (flatten["activations"], flatten["access"]) == (0, 0)
    assert rows["classifier"]["access"] == 1280 + 1000 + 1281 * 1000


def test_weights_are_read_at_every_use_and_held_once() -> None:
    conv = nn.Conv2d(8, 8, 1)
    model, shape = nn.Sequential(conv, conv), (1, 8, 4, 4)
    walked = walk(model, shape)
    assert len(walked.records) == 2
    layers = layers_of(walked, list(model.named_modules()), rules.named(rules.DEFAULT), usage(walked, shape), shape)
    maps = 2 * 8 * 4 * 4
    assert (layers.params, layers.access) == ([72, 0], [maps + 72, maps + 72])


@pytest.mark.parametrize("recipe", RECIPES, ids=title)
def test_the_columns_add_up(recipe: Recipe) -> None:
    answer = analyse(recipe)
    nodes = answer["graph"]["nodes"]
    for column in ("weights", "activations", "access"):
        assert sum(y[column] for y in answer["layers"]) == answer["params" if column == "weights" else column]
        if column != "weights":
            assert sum(n[column] for n in nodes if not n["parent"]) == answer[column]
    for layer in answer["layers"]:
        if layer["runs"] and layer["output"]:
            assert layer["access"] >= layer["activations"]
        else:
            assert layer["activations"] == layer["access"] == 0


@pytest.mark.parametrize(("preset", "knobs"), SMALL, ids=[preset for preset, _ in SMALL])
def test_a_receptive_field_is_what_gradients_reach(preset: str, knobs: dict[str, object]) -> None:
    recipe = Recipe.of(preset, knobs)
    shape = input_shape(recipe)
    rows = {y["path"]: y["receptive"] for y in analyse(recipe)["layers"]}
    model = made_positive(instantiate(recipe))
    checked = 0
    for path, row, column, (top, bottom, left, right) in supports(model, shape):
        field = rows[path]
        if field is None:
            assert path == "pool"  # adaptive pooling whose windows are not equal
            continue
        for axis, unit, first, last in ((0, row, top, bottom), (1, column, left, right)):
            side, size = shape[2 + axis], field["size"][axis]
            start = field["start"][axis] + unit * field["stride"][axis]
            if size == side and field["start"][axis] == 0 and field["stride"][axis] > 1:  # all of it, wherever the unit lies
                start = 0
            assert first == max(0, start), path
            end = start + size - 1
            assert last == end if end < side - 1 else last <= side - 1, path
            checked += 1
    assert checked > 40


@pytest.mark.parametrize(
    ("layer", "size", "stride", "start"),
    [
        (lambda: nn.Conv2d(3, 4, 3, 2, 1), [3, 3], [2, 2], [-1, -1]),
        (lambda: nn.Conv2d(3, 4, (1, 7), padding=(0, 3)), [1, 7], [1, 1], [0, -3]),
        (lambda: nn.Conv2d(3, 4, 3, padding=4, dilation=4), [9, 9], [1, 1], [-4, -4]),
        (lambda: nn.Conv2d(3, 4, 4, padding="same"), [4, 4], [1, 1], [-1, -1]),
        (lambda: nn.Sequential(nn.Conv2d(3, 4, 3, 2, 1), nn.Conv2d(4, 4, 3, 1, 2, 2)), [11, 11], [2, 2], [-5, -5]),
        (lambda: nn.Sequential(nn.Conv2d(3, 4, 7, 2, 3), nn.MaxPool2d(3, 2, 1)), [11, 11], [4, 4], [-5, -5]),
        (lambda: nn.AdaptiveAvgPool2d(1), [24, 24], [24, 24], [0, 0]),
        (lambda: nn.Sequential(nn.Conv2d(3, 4, 3, 2, 1), nn.Flatten(), nn.Linear(576, 5)), [24, 24], [24, 24], [0, 0]),
        (lambda: nn.Sequential(nn.Conv2d(3, 4, 3, 2, 1), nn.GroupNorm(2, 4)), [24, 24], [2, 2], [0, 0]),
        (lambda: Calls(lambda x, a, b: a(x) + b(x), nn.Conv2d(3, 4, 5, padding=2), nn.Conv2d(3, 4, 3, padding=1)),
         [5, 5], [1, 1], [-2, -2]),
        (lambda: Calls(lambda x, a, b: torch.cat([a(x), b(x)], 1), nn.Conv2d(3, 4, (1, 5), padding=(0, 2)),
                       nn.Conv2d(3, 4, (7, 1), padding=(3, 0))), [7, 5], [1, 1], [-3, -2]),
        (lambda: Calls(lambda x, a: a(F.pad(x, (0, 1, 0, 1))), nn.Conv2d(3, 4, 3, 2)), [3, 3], [2, 2], [0, 0]),
        (lambda: Calls(lambda x, a: a(F.pad(x, (2, 1, 1, 1))), nn.Conv2d(3, 4, 3, 2)), [3, 3], [2, 2], [-1, -2]),
        (lambda: Calls(lambda x, a: a(x).flatten(2).transpose(1, 2), nn.Conv2d(3, 4, 8, 8)), [8, 8], [8, 8], [0, 0]),
        (lambda: Calls(lambda x: F.avg_pool2d(F.max_pool2d(x, 2), 3, 1, 1)), [6, 6], [2, 2], [-2, -2]),
    ],
)
def test_a_receptive_field_by_hand(layer: Any, size: list[int], stride: list[int], start: list[int]) -> None:
    seen = walk(layer(), (1, 3, 24, 24))
    assert fields(seen, (1, 3, 24, 24))[-1] == {"size": size, "stride": stride, "start": start}


def test_what_cannot_be_followed_has_no_field() -> None:
    seen = walk(Calls(lambda x: F.relu(torch.roll(x, 3, 2))), (1, 3, 24, 24))
    assert fields(seen, (1, 3, 24, 24)) == [None, None]


@pytest.mark.parametrize(  # the table of the article, at the last layer of the trunk
    ("preset", "path", "size", "stride", "padding"),
    [
        ("mobilenet_v1", "stages.5.1.pointwise.conv", 315, 32, 157), ("alexnet", "stages.5.pool", 195, 32, 66),
        ("vgg16", "stages.5.pool", 212, 32, 90),
    ],
)
def test_published_receptive_fields(preset: str, path: str, size: int, stride: int, padding: int) -> None:
    rows = {y["path"]: y["receptive"] for y in analyse(Recipe(preset))["layers"]}
    assert rows[path] == {"size": [size] * 2, "stride": [stride] * 2, "start": [-padding] * 2}


def test_the_oracle_sees_a_storage_that_is_kept() -> None:
    """The tracker itself: keeping a tensor for a later sum costs exactly that tensor."""
    shape = (1, 4, 8, 8)
    assert real_peak(Calls(_chain), shape) == 2 * 256
    assert real_peak(Calls(lambda x: _chain(x) + x), shape) == 3 * 256
    model = nn.Sequential(nn.Conv2d(4, 4, 1), nn.ReLU())
    inplace = copy.deepcopy(model)
    inplace[1] = nn.ReLU(inplace=True)
    assert real_peak(nn.Sequential(model, nn.Flatten()), shape) == real_peak(inplace, shape) == 2 * 256
