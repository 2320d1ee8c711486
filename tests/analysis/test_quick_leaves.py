"""A quickly constructed leaf equals the real one: repr, attributes, shapes of parameters and buffers, over random draws."""

from __future__ import annotations

from collections import OrderedDict

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import nn

from explorer.analysis.leaves import ORIGINALS, QUICK, quick_construction
from explorer.analysis.standin import StandIn

SIDE = st.one_of(st.integers(1, 7), st.tuples(st.integers(1, 7), st.integers(1, 7)))


def state(module: nn.Module) -> dict[str, object]:
    """Everything in a module's ``__dict__``, tensors by shape and type."""

    def plain(value: object) -> object:
        if value is None:
            return None
        if type(value) is StandIn or isinstance(value, torch.Tensor):
            return tuple(value.shape), value.dtype
        return value

    held = {k: v for k, v in module.__dict__.items() if k not in ("_parameters", "_buffers")}
    return {
        **held, "parameters": {k: plain(v) for k, v in module._parameters.items()},
        "buffers": {k: plain(v) for k, v in module._buffers.items()},
    }


def same(cls: type[nn.Module], *args: object, **kwargs: object) -> None:
    with torch.device("meta"):
        real = cls(*args, **kwargs)
    with quick_construction():
        quick = cls(*args, **kwargs)
    assert repr(quick) == repr(real)
    assert state(quick) == state(real)
    assert list(quick.__dict__) == list(quick.__dict__)


@settings(max_examples=1000, derandomize=True, deadline=None)
@given(
    groups=st.integers(1, 8), a=st.integers(1, 40), b=st.integers(1, 40), kernel=SIDE, stride=SIDE, dilation=SIDE,
    padding=st.one_of(st.integers(0, 4), st.tuples(st.integers(0, 4), st.integers(0, 4)), st.just("valid")), bias=st.booleans(),
)
def test_conv2d(groups, a, b, kernel, stride, dilation, padding, bias) -> None:  # type: ignore[no-untyped-def]
    same(nn.Conv2d, a * groups, b * groups, kernel, stride, padding, dilation, groups, bias)


@settings(max_examples=300, derandomize=True, deadline=None)
@given(a=st.integers(1, 5000), b=st.integers(1, 5000), bias=st.booleans())
def test_linear(a: int, b: int, bias: bool) -> None:
    same(nn.Linear, a, b, bias=bias)


@settings(max_examples=300, derandomize=True, deadline=None)
@given(
    cls=st.sampled_from([nn.BatchNorm1d, nn.BatchNorm2d]), features=st.integers(1, 4000), eps=st.floats(1e-8, 1e-2),
    momentum=st.one_of(st.none(), st.floats(0, 1)), affine=st.booleans(), statistics=st.booleans(),
)
def test_batch_norm(cls, features, eps, momentum, affine, statistics) -> None:  # type: ignore[no-untyped-def]
    same(cls, features, eps, momentum, affine, statistics)


@settings(max_examples=300, derandomize=True, deadline=None)
@given(
    shape=st.one_of(st.integers(1, 2000), st.lists(st.integers(1, 50), min_size=1, max_size=3)), eps=st.floats(1e-8, 1e-2),
    affine=st.booleans(), bias=st.booleans(),
)
def test_layer_norm(shape, eps, affine, bias) -> None:  # type: ignore[no-untyped-def]
    same(nn.LayerNorm, shape, eps, affine, bias)


@pytest.mark.parametrize("cls", [nn.ReLU, nn.ReLU6, nn.Hardswish, nn.SiLU, nn.Hardsigmoid])
@pytest.mark.parametrize("inplace", [False, True])
def test_activations(cls: type[nn.Module], inplace: bool) -> None:
    same(cls, inplace=inplace)


@pytest.mark.parametrize(
    "children",
    [
        (), (nn.ReLU(), nn.Conv2d(1, 1, 1)), (OrderedDict(conv=nn.Conv2d(1, 1, 1), act=nn.ReLU()),), (OrderedDict(),),
        (nn.Sequential(nn.ReLU()),),
    ],
)
def test_sequential(children: tuple[object, ...]) -> None:
    same(nn.Sequential, *children)


@pytest.mark.parametrize("children", [(3,), (OrderedDict({"a.b": nn.ReLU()}),), (OrderedDict({"": nn.ReLU()}),), ("relu",)])
def test_sequential_refuses_what_torch_refuses(children: tuple[object, ...]) -> None:
    with pytest.raises((TypeError, KeyError)) as real:
        nn.Sequential(*children)  # type: ignore[arg-type]
    with quick_construction(), pytest.raises(real.type):
        nn.Sequential(*children)  # type: ignore[arg-type]


def test_bad_arguments_are_refused_as_torch_refuses_them() -> None:
    with quick_construction(), pytest.raises(ValueError, match="divisible by groups"):
        nn.Conv2d(3, 4, 1, groups=2)


def test_constructors_are_restored_even_after_an_error() -> None:
    with pytest.raises(KeyError), quick_construction():
        raise KeyError
    assert all(cls.__init__ is ORIGINALS[cls] for cls in QUICK)  # type: ignore[misc]
    assert "__init__" not in vars(nn.BatchNorm2d)
    assert isinstance(nn.Conv2d(1, 1, 1).weight, nn.Parameter)
