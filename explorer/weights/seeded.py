"""Seeded random weights that behave like trained ones: signals of ordinary size through any depth.

Torch's initialisation shrinks the signal by about √6 a layer. An untrained deep network then answers with its last bias,
which hides every error of an export, and its activations can fall to denormal numbers, which are slow and spoil a latency.
Here convolutions and linear layers get unit gain, BatchNorm gets seeded γ and β and running statistics taken from one
seeded pass and then shifted, so that none of its four tensors is trivial. Knows torch, not the architectures.
"""

from __future__ import annotations

from collections.abc import Collection
from math import ceil, sqrt

import torch
from torch import Tensor, nn
from torch.nn.modules.batchnorm import _BatchNorm

DESCRIPTION = "random, seed {0}; BatchNorm statistics and affine weights seeded too"
MIN_IMAGES, MAX_IMAGES = 2, 128
CALIBRATION_PIXELS = 2 * 224 * 224  # 98 values a channel behind a network's usual five strides of 2, at any resolution below


def calibration_batch(input_shape: tuple[int, ...]) -> int:
    """Images that the running statistics are taken from: more of them where they are small, at about the same cost.

    Two images of 64 px leave eight values a channel in the last stage. A variance of so few is often near zero, and dividing
    by it makes the network amplify rounding errors until no two runtimes agree.
    """
    pixels = input_shape[-1] * input_shape[-2]
    return min(max(ceil(CALIBRATION_PIXELS / pixels), MIN_IMAGES), MAX_IMAGES)


def seeded_input(shape: tuple[int, ...], seed: int) -> Tensor:
    """Standard normal numbers, the same for the same seed on every machine."""
    return torch.randn(shape, generator=torch.Generator().manual_seed(seed))


def settle(module: nn.Module, input_shape: tuple[int, ...], seed: int) -> nn.Module:
    """Give an initialised module in evaluation mode weights of unit gain, in place; returns it. ``input_shape`` is 1×3×R×R."""
    generator = torch.Generator().manual_seed(seed)
    norms = [m for m in module.modules() if isinstance(m, _BatchNorm) and m.track_running_stats]
    with torch.no_grad():
        for part in module.modules():
            if isinstance(part, nn.Conv2d | nn.Linear):
                _unit_gain(part, generator)
        for norm in norms:
            _draw_affine(norm, generator)
        if norms:
            _calibrate(module, norms, input_shape, seed)
        for norm in norms:
            _raise_silent(norm)
            _shift_statistics(norm, generator)
    return module


def settle_rest(module: nn.Module, input_shape: tuple[int, ...], seed: int, fresh: Collection[str]) -> nn.Module:
    """Settle the tensors named in ``fresh`` (names of the state dict) and leave the others, which came from a file, as they are.

    Convolutions and linear layers get unit gain; a BatchNorm whose statistics are fresh takes them from one seeded batch that
    passes through the kept weights, with γ = 1 and β = 0, as a first step of fine-tuning would. In evaluation mode, in place.
    """
    generator = torch.Generator().manual_seed(seed)
    norms = []
    with torch.no_grad():
        for path, part in module.named_modules():
            here = {name.rpartition(".")[2] for name in fresh if name.rpartition(".")[0] == path}
            if isinstance(part, nn.Conv2d | nn.Linear):
                _unit_gain(part, generator, weight="weight" in here, bias="bias" in here)
            elif isinstance(part, _BatchNorm) and here & {"running_mean", "running_var"}:
                norms.append(part)
        if norms:
            _calibrate(module, norms, input_shape, seed)
        for norm in norms:
            _raise_silent(norm)
    return module


def _unit_gain(
    part: nn.Conv2d | nn.Linear, generator: torch.Generator, *, weight: bool = True, bias: bool = True
) -> None:
    """Scale to the variance 2 / fan-in, under which ReLU keeps the size of a signal (He et al. 2015, equation 10)."""
    fan_in = part.weight[0].numel()
    spread = float(part.weight.std()) if part.weight.numel() > 1 else 0.0
    if weight and spread > 0:
        part.weight.mul_(sqrt(2 / fan_in) / spread)
    elif weight:  # a layer that starts at zero would hide everything before it
        part.weight.copy_(sqrt(2 / fan_in) * torch.randn(part.weight.shape, generator=generator))
    if bias and part.bias is not None:
        part.bias.copy_(0.1 * torch.randn(part.bias.shape, generator=generator))


def _draw_affine(norm: _BatchNorm, generator: torch.Generator) -> None:
    if norm.affine:
        norm.weight.copy_(0.5 + torch.rand(norm.weight.shape, generator=generator))
        norm.bias.copy_(0.2 * torch.randn(norm.bias.shape, generator=generator))


def _calibrate(module: nn.Module, norms: list[_BatchNorm], input_shape: tuple[int, ...], seed: int) -> None:
    """Running statistics of these := those of one seeded batch."""
    shape = (calibration_batch(input_shape), *input_shape[1:])
    momenta = [norm.momentum for norm in norms]
    try:
        for norm in norms:
            norm.momentum = 1.0
            norm.train()
        module(seeded_input(shape, seed))
    finally:
        for norm, momentum in zip(norms, momenta, strict=True):
            norm.momentum = momentum
            norm.eval()


def _raise_silent(norm: _BatchNorm) -> None:
    """A channel that was silent in the batch is not amplified without bound."""
    if norm.running_var is not None:
        norm.running_var.clamp_(min=max(1e-3, 0.1 * float(norm.running_var.mean())))


def _shift_statistics(norm: _BatchNorm, generator: torch.Generator) -> None:
    """Move mean and variance off the batch's own."""
    mean, variance = norm.running_mean, norm.running_var
    if mean is None or variance is None:
        return
    mean.add_(0.1 * variance.sqrt() * torch.randn(mean.shape, generator=generator))
    variance.mul_(0.8 + 0.4 * torch.rand(variance.shape, generator=generator))
