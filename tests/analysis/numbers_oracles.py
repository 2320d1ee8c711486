"""Oracles for memory and receptive fields that share nothing with the analysis: real storages, real gradients."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import torch
from torch import Tensor, nn
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils._pytree import tree_leaves

KEPT = nn.Conv2d | nn.Linear | nn.AvgPool2d | nn.AdaptiveAvgPool2d | nn.ChannelShuffle | nn.Flatten
Extent = tuple[int, int, int, int]


class Storages(TorchDispatchMode):
    """Every float storage that the operations of a real forward pass read and make, in order, weights left out.

    ``tensors`` keeps all alive, so that no address is used twice. Integers (the indices of a max pool) are not activations.
    """

    def __init__(self, model: nn.Module) -> None:
        super().__init__()
        self.weights = {t.untyped_storage().data_ptr() for t in (*model.parameters(), *model.buffers())}
        self.steps: list[tuple[set[int], set[int]]] = []
        self.sizes: dict[int, int] = {}
        self.tensors: list[Tensor] = []

    def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        result = func(*args, **(kwargs or {}))
        self.steps.append((self._seen((args, kwargs)), self._seen(result)))
        return result

    def _seen(self, values: Any) -> set[int]:
        found = set()
        for value in tree_leaves(values):
            if isinstance(value, Tensor) and value.is_floating_point() and value.numel():
                storage = value.untyped_storage()
                address = storage.data_ptr()
                if address not in self.weights:
                    self.sizes[address] = storage.nbytes() // 4
                    self.tensors.append(value)
                    found.add(address)
        return found


def real_peak(model: nn.Module, shape: tuple[int, ...]) -> int:
    """Most elements alive at once in a real inference: a storage lives from what makes it to the last that reads it."""
    x = torch.rand(shape)
    with torch.inference_mode(), Storages(model) as seen:
        answer = model(x)
    steps = seen.steps
    born: dict[int, int] = {}
    last: dict[int, int] = {}
    for i, (read, made) in enumerate(steps):
        for address in read | made:
            born.setdefault(address, i)
            last[address] = i
    born[x.untyped_storage().data_ptr()] = 0
    last[answer.untyped_storage().data_ptr()] = len(steps)
    return max(sum(size for a, size in seen.sizes.items() if born[a] <= i <= last[a]) for i in range(len(steps)))


class Traffic(TorchDispatchMode):
    """Elements that the operations of a real forward pass write, and read or write; what only looks at its input does neither.

    Left out: the statistics that a BatchNorm holds, which are not learnable, and what an operation answers besides its result.
    """

    def __init__(self) -> None:
        super().__init__()
        self.written = self.moved = 0

    def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        result = func(*args, **(kwargs or {}))
        given = args[:3] if func.overloadpacket is torch.ops.aten.batch_norm else args
        read = [t for t in tree_leaves((given, kwargs)) if isinstance(t, Tensor) and t.is_floating_point()]
        made = [t for t in tree_leaves(result) if isinstance(t, Tensor) and t.is_floating_point()]
        shared = made and made[0].untyped_storage().data_ptr() in {t.untyped_storage().data_ptr() for t in read}
        if made and (func._schema.is_mutable or not shared):
            self.written += made[0].numel()
            self.moved += made[0].numel() + sum(t.numel() for t in read)
        return result


def real_traffic(model: nn.Module, shape: tuple[int, ...]) -> tuple[int, int]:
    """Elements written, and elements read or written, in a real inference."""
    x = torch.rand(shape)
    with torch.inference_mode(), Traffic() as seen:
        model(x)
    return seen.written, seen.moved


def one_step(model: nn.Module) -> nn.Module:
    """Local response normalisation is several operations inside, whose workspace we do not count: one takes its place."""
    for parent in model.modules():
        for name, child in parent.named_children():
            if isinstance(child, nn.LocalResponseNorm):
                setattr(parent, name, nn.Tanh())
    return model


def made_positive(model: nn.Module) -> nn.Module:
    """Weights all positive, so that no path cancels another; pools average, activations and norms pass everything on.

    What is left is linear, and a pixel has a gradient where and only where a path leads from it to the output.
    """
    for parent in model.modules():
        for name, child in parent.named_children():
            if isinstance(child, nn.MaxPool2d):
                setattr(parent, name, nn.AvgPool2d(child.kernel_size, child.stride, child.padding, ceil_mode=child.ceil_mode))
            elif not list(child.children()) and not isinstance(child, KEPT):
                setattr(parent, name, nn.Identity())
    for parameter in model.parameters():
        nn.init.constant_(parameter, 1 / max(1, parameter[0].numel()))  # an average: nothing overflows in a deep net
    for module in model.modules():
        if isinstance(module, nn.Conv2d | nn.Linear) and module.bias is not None:
            nn.init.zeros_(module.bias)
    return model.double().eval()


def supports(model: nn.Module, shape: tuple[int, ...]) -> Iterator[tuple[str, int, int, Extent]]:
    """Of each convolution's and pool's output, for units at the corners and the centre: the pixels whose gradient is not 0.

    (path, row, column, (top, bottom, left, right), both ends included.)
    """
    outputs: dict[str, Tensor] = {}

    def keep(path: str) -> Any:
        def hook(_: nn.Module, __: Any, output: Tensor) -> None:
            outputs[path] = output

        return hook

    kinds = nn.Conv2d | nn.AvgPool2d | nn.AdaptiveAvgPool2d
    handles = [m.register_forward_hook(keep(p)) for p, m in model.named_modules() if isinstance(m, kinds)]
    x = torch.ones(shape, dtype=torch.float64, requires_grad=True)
    model(x)
    for handle in handles:
        handle.remove()
    for path, output in outputs.items():
        rows, columns = output.shape[2:]
        for row, column in {(0, 0), (rows // 2, columns // 2), (rows - 1, columns - 1)}:
            (gradient,) = torch.autograd.grad(output[0, :, row, column].sum(), x, retain_graph=True)
            there = gradient[0].abs().sum(0) > 0
            ys, xs = there.any(1).nonzero().flatten(), there.any(0).nonzero().flatten()
            yield path, row, column, (int(ys[0]), int(ys[-1]), int(xs[0]), int(xs[-1]))
