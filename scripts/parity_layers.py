"""What the parity comparison and its test share: a net's layers in call order, their signature, and weights seeded by position.

A layer is a module that owns parameters, taken at its first call. The weights of layer i depend on the seed and i alone, so that
``make test`` can draw them again where no peer is installed. Running statistics are those of the batch that passes while the
weights are drawn, shifted at random: signals keep an ordinary size through any depth, and no tensor is trivial.
Knows torch, neither the architectures nor their peers.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from math import sqrt
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn.modules.batchnorm import _BatchNorm

SEED = 20210311
BATCH = 2
AHEAD = 6  # layers of ours among which a peer's finds its own
SHOWN = 8  # logits of the first image that a row holds

Visit = Callable[[int, nn.Module, Tensor], None]


@contextmanager
def visiting(net: nn.Module, visit: Visit) -> Iterator[list[nn.Module]]:
    """While open, ``visit(index, layer, input)`` runs before each layer's first call; yields the layers met so far."""
    met: list[nn.Module] = []

    def hook(module: nn.Module, inputs: tuple[Tensor, ...]) -> None:
        if not any(module is other for other in met):
            visit(len(met), module, inputs[0])
            met.append(module)

    owners = [m for m in net.modules() if any(p is not None for p in m._parameters.values())]
    handles = [m.register_forward_pre_hook(hook) for m in owners]
    try:
        yield met
    finally:
        for handle in handles:
            handle.remove()


def images(side: int) -> Tensor:
    """Two seeded images, N×3×R×R, by their side in pixels; strong enough that a ReLU6 is told from a ReLU."""
    return 2 * torch.randn((BATCH, 3, side, side), generator=torch.Generator().manual_seed(SEED + side))


def draw(index: int, layer: nn.Module, x: Tensor) -> None:
    """Seed the layer's weights, and its running statistics from what it is about to see."""
    generator = torch.Generator().manual_seed(SEED * 1000 + index)

    def normal(like: Tensor) -> Tensor:
        return torch.randn(like.shape, generator=generator)

    with torch.no_grad():
        if isinstance(layer, nn.Conv2d | nn.Linear):
            layer.weight.copy_(normal(layer.weight) * sqrt(2 / layer.weight[0].numel()))
            if layer.bias is not None:
                layer.bias.copy_(0.1 * normal(layer.bias))
        elif isinstance(layer, _BatchNorm | nn.LayerNorm):
            layer.weight.copy_(0.5 + 2 * torch.rand(layer.weight.shape, generator=generator))
            layer.bias.copy_(0.5 * normal(layer.bias))
        else:
            raise TypeError(f"no weights are drawn for a {type(layer).__name__}")
        if isinstance(layer, _BatchNorm):
            assert layer.running_mean is not None and layer.running_var is not None
            variance, mean = torch.var_mean(x, dim=(0, 2, 3), correction=0)
            variance = variance.clamp(min=max(1e-3, 0.1 * float(variance.mean())))
            layer.running_mean.copy_(mean + 0.1 * variance.sqrt() * normal(mean))
            layer.running_var.copy_(variance * (0.8 + 0.4 * torch.rand(variance.shape, generator=generator)))


def fill(net: nn.Module, side: int) -> list[nn.Module]:
    """Seed all weights in one pass of images of that side, in evaluation mode; returns the layers in call order."""
    with torch.no_grad(), visiting(net, draw) as met:
        net(images(side))
    return met


def copy(layers: Sequence[nn.Module], net: nn.Module, side: int) -> list[tuple[nn.Module, nn.Module]]:
    """Give another net the weights of ``layers`` in call order; returns pairs, ours and its. Raises ValueError where one differs.

    A peer may call the layers of two parallel branches in the other order: a layer takes the first of the next ``AHEAD`` of ours
    that is like it. That the pairs are right is for the logits to show.
    """
    pairs: list[tuple[nn.Module, nn.Module]] = []
    waiting = list(layers)

    def take(index: int, layer: nn.Module, x: Tensor) -> None:
        if not waiting:
            raise ValueError(f"layer {index} of the peer has no counterpart: {describe(layer)}")
        near = [ours for ours in waiting[:AHEAD] if as_linear(ours, x) == as_linear(layer, x)]
        if not near:
            raise ValueError(f"layer {index}: ours {describe(waiting[0])}, the peer's {describe(layer)}")
        waiting[:] = [ours for ours in waiting if ours is not near[0]]
        own = near[0].state_dict()
        layer.load_state_dict({name: own[name].reshape(tensor.shape) for name, tensor in layer.state_dict().items()})
        pairs.append((near[0], layer))

    with torch.no_grad(), visiting(net, take):
        net(images(side))
    if waiting:
        raise ValueError(f"{len(layers)} layers here, {len(pairs)} in the peer")
    return pairs


def describe(layer: nn.Module) -> list[Any]:
    """What the signature holds of a layer: kind, weight shape, and what else decides its function and its training."""
    if isinstance(layer, nn.Conv2d):
        kernel = layer.kernel_size
        # TensorFlow's "same" padding equals the even one where every strided layer meets an odd side
        even = type(layer).__name__ == "Conv2dSame"
        padding = [(k - 1) // 2 for k in kernel] if even else list(layer.padding)
        return ["conv", list(layer.weight.shape), list(layer.stride), padding, layer.groups, layer.bias is not None]
    if isinstance(layer, nn.Linear):
        return ["linear", list(layer.weight.shape), layer.bias is not None]
    if isinstance(layer, _BatchNorm):
        return ["batch norm", layer.num_features, layer.eps, layer.momentum]
    if isinstance(layer, nn.LayerNorm):
        return ["layer norm", list(layer.normalized_shape), layer.eps]
    return [type(layer).__name__, [list(p.shape) for p in layer.parameters(recurse=False)]]


def as_linear(layer: nn.Module, x: Tensor) -> list[Any]:
    """The description of the linear layer that a convolution over its whole input is; of any other layer its own."""
    whole = isinstance(layer, nn.Conv2d) and tuple(layer.kernel_size) == tuple(x.shape[2:]) and not any(map(int, layer.padding))
    if not isinstance(layer, nn.Conv2d) or not whole or layer.groups > 1:
        return describe(layer)
    return ["linear", [layer.out_channels, layer.weight[0].numel()], layer.bias is not None]


def names(layers: Sequence[nn.Module], net: nn.Module) -> list[str]:
    """The module paths of a net's layers."""
    paths = {id(module): path for path, module in net.named_modules()}
    return [paths[id(layer)] for layer in layers]


def signature(layers: Sequence[nn.Module]) -> str:
    """Number of layers and a hash of their descriptions in call order."""
    text = json.dumps([describe(layer) for layer in layers])
    return f"{len(layers)}:{hashlib.sha256(text.encode()).hexdigest()[:16]}"


def called(net: nn.Module, x: Tensor) -> list[nn.Module]:
    """The layers in call order."""
    with torch.no_grad(), visiting(net, lambda _index, _layer, _input: None) as met:
        net(x)
    return met


def answer(net: nn.Module, side: int) -> Tensor:
    with torch.no_grad():
        result: Tensor = net(images(side))
    return result


def difference(one: Tensor, other: Tensor) -> float:
    """Largest absolute difference over the largest absolute value of ``other``."""
    return float((one - other).abs().max() / other.abs().max())


def digits(logits: Tensor) -> dict[str, Any]:
    """What a row holds of a batch's logits."""
    return {
        "first": [float(f"{v:.6g}") for v in logits[0, :SHOWN].tolist()],
        "norm": [float(f"{v:.6g}") for v in logits.norm(dim=1).tolist()],
        "largest": float(f"{float(logits.abs().max()):.6g}"),
    }
