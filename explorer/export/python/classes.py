"""A built module tree as classes: one for each class of the library that the network has, with what its instances share.

The constructor is written anew from what was built, so no knob is left in it; methods are the library's own text.
"""

from __future__ import annotations

import builtins
import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import torch
from torch import Tensor, nn

from explorer.core.errors import BadInput
from explorer.export.python.bricks import BRICK, Bricks, as_brick
from explorer.export.python.expressions import Call, Code, Expression, Group, Lit, Signature
from explorer.export.python.leaves import callee_of, is_torch, leaf, pool_stride, signature_of, torch_base
from explorer.export.python.methods import PRESENT, UNKNOWN, Folder, source_of, used_of_self
from explorer.export.python.unify import Template, Unifier, Values

CONTAINERS = (nn.Sequential, nn.ModuleList, nn.ModuleDict)
FOREIGN = "cannot write {0} as Python: {1}"


@dataclass(eq=False)
class Kind:
    """One class of the tree: its instances by path, the methods that run, and what is made of them."""

    type: builtins.type[nn.Module]
    name: str
    paths: list[str]
    instances: list[nn.Module]
    methods: dict[str, str] = field(default_factory=dict)
    reads: set[str] = field(default_factory=set)
    writes: set[str] = field(default_factory=set)
    template: Template | None = None
    given: bool = False  # children are handed to the constructor,
    named: tuple[str, ...] = ()  # these by name, for the methods ask for them

    def base(self) -> builtins.type[nn.Module]:
        """The torch class that it extends."""
        return torch_base(self.type)


class Tree:
    """The classes of one network. ``channels`` gives (in, out) of the tensors at a path, where there is one of each."""

    def __init__(
        self, root: nn.Module, channels: Mapping[str, tuple[int, int]], companions: tuple[Callable[..., Any], ...]
    ) -> None:
        self.root = root
        self.channels = channels
        self.companions = companions
        self.paths = _paths(root)
        self.kinds: dict[type, Kind] = {}
        self._expressions: dict[str, Expression] = {}
        for path, module in self.paths.items():
            if not is_torch(module) and not _is_plain_sequence(module):
                cls = type(module)
                if cls not in self.kinds:
                    self.kinds[cls] = Kind(cls, self._free_name(cls.__name__), [], [])
                self.kinds[cls].paths.append(path)
                self.kinds[cls].instances.append(module)
        self._given = {kind for kind in self.kinds.values() if self._nests(kind)}
        for kind in self.kinds.values():
            self._read_methods(kind)
        self.expression("")
        self.bricks = Bricks([e for e in self._expressions.values() if isinstance(e, Call) and e.callee == BRICK])

    def ordered(self) -> list[Kind]:
        """Classes, each behind those that it uses; the network last."""
        done: list[Kind] = []

        def visit(kind: Kind) -> None:
            if kind in done:
                return
            for path in kind.paths:
                for other in self.kinds.values():
                    if other is not kind and any(p.startswith(f"{path}." if path else "") for p in other.paths):
                        visit(other)
            if kind not in done:
                done.append(kind)

        visit(self.kinds[type(self.root)])
        return done

    def signatures(self) -> dict[str, Signature]:
        """How each callee of the file is written."""
        found = {BRICK: self.bricks.signature()}
        for module in self.paths.values():
            kind = torch_base(type(module))
            if not isinstance(module, CONTAINERS) and kind is not nn.Module:
                name = self.kinds[type(module)].name if type(module) in self.kinds else f"nn.{kind.__name__}"
                found[name] = signature_of(kind)
        for each in self.kinds.values():
            if each.template is not None and each.base() in {nn.Module, *CONTAINERS}:
                found[each.name] = each.template.signature
        return found

    def expression(self, path: str) -> Expression:
        """The expression that makes the module at a path."""
        if path not in self._expressions:
            self._expressions[path] = self._expression(path, self.paths[path])
        return self._expressions[path]

    def _expression(self, path: str, module: nn.Module) -> Expression:
        kind = self.kinds.get(type(module))
        if kind is None:
            if isinstance(module, CONTAINERS):
                names = tuple(n for n, m in module._modules.items() if m is not None)
                base = callee_of(torch_base(type(module)))
                group = Group(base, names, tuple(self.expression(_join(path, n)) for n in names))
                return as_brick(group) or group
            if any(m is not None for m in module._modules.values()):
                raise BadInput(FOREIGN, path, f"{type(module).__name__} of torch has modules of its own")
            return pool_stride(leaf(module, path))
        if kind.base() not in {nn.Module, *CONTAINERS}:
            return leaf(module, path, kind.name)
        if kind.template is None:
            self._make(kind)
        assert kind.template is not None
        call = kind.template.call(kind.name, kind.paths.index(path))
        if not kind.given:
            return call
        names = tuple(n for n, m in module._modules.items() if m is not None)
        return Group(kind.name, names, tuple(self.expression(_join(path, n)) for n in names), call.arguments)

    def _make(self, kind: Kind) -> None:
        unifier = Unifier(len(kind.paths), self._observed(kind), kinds=self._kind_of_argument)
        order = _merged_order(kind.instances)
        kind.given = kind in self._given or order is None or any(name.isdigit() for name in order)
        children: dict[str, Expression] = {}
        attributes: dict[str, Expression] = {}
        if not kind.given and order is not None:
            for name in order:
                column: Values = [
                    Lit(None) if m._modules.get(name) is None else self.expression(_join(p, name))
                    for p, m in zip(kind.paths, kind.instances, strict=True)
                ]
                children[name] = unifier.unify(column, (name,))
        if kind.given:
            own = {n for m in kind.instances for n, c in m._modules.items() if c is not None and n.isidentifier()}
            kind.named = tuple(sorted(own & (kind.reads | kind.writes)))
        for name in sorted((kind.reads | kind.writes) - set(children) - set(kind.named)):
            values = [_plain(kind, m, name) for m in kind.instances]
            if any(v is not None for v in values):
                attributes[name] = unifier.plain(values, name)
        for name, values in self._tensors(kind).items():
            attributes[name] = unifier.unify(values, (name,))
        kind.template = unifier.template(children, attributes)

    def _kind_of_argument(self, callee: str, name: str) -> str:
        for kind in self.kinds.values():
            if kind.name == callee and kind.template is not None:
                found = next((p for p in kind.template.parameters if p.name == name), None)
                return name if found is None or name == "groups" else found.kind
        return name

    def _observed(self, kind: Kind) -> dict[str, Values]:
        """Channels in and out of each instance. Empty where not every instance has them."""
        seen = [self.channels.get(path) for path in kind.paths]
        if any(pair is None for pair in seen):
            return {}
        pairs = [pair for pair in seen if pair is not None]
        return {"in_channels": [Lit(a) for a, _ in pairs], "out_channels": [Lit(b) for _, b in pairs]}

    def _free_name(self, name: str) -> str:
        taken = {k.name for k in self.kinds.values()}
        number, free = 2, name
        while free in taken:
            free, number = f"{name}{number}", number + 1
        return free

    def _nests(self, kind: Kind) -> bool:
        return any(p != q and p.startswith(f"{q}." if q else "") for p in kind.paths for q in kind.paths)

    def _read_methods(self, kind: Kind) -> None:
        """Forward and what it calls of ``self``, with every test decided that the instances agree on."""
        wanted = ["forward"] if type(kind.instances[0]).forward is not nn.Sequential.forward else []
        for companion in self.companions:
            called = {word.rpartition(".")[2] for word in source_of(companion, companion.__name__).split("(")}
            wanted += [name for name in called if _own_method(kind.type, name) is not None and name not in wanted]
        writes: set[str] = set()
        for name in _reachable(kind.type, wanted):
            writes |= used_of_self(_method_source(kind.type, name))[1]
        known = {name: _known(kind.instances, name) for name in _attribute_names(kind.instances) if name not in writes}
        folder = Folder(known, lambda name: _method_source(kind.type, name) if _own_method(kind.type, name) else None)
        while wanted:
            name = wanted.pop(0)
            if name in kind.methods:
                continue
            text = folder.fold(_method_source(kind.type, name))
            kind.methods[name] = text
            reads, assigned = used_of_self(text)
            kind.reads |= reads
            kind.writes |= assigned
            wanted += sorted(r for r in reads if _own_method(kind.type, r) is not None)
        for text in kind.methods.values():
            if "super()" in text:
                raise BadInput(FOREIGN, kind.name, "a method of it calls super(), which the file flattens")
        kind.reads = {name for name in kind.reads if _own_method(kind.type, name) is None}

    @staticmethod
    def _tensors(kind: Kind) -> dict[str, Values]:
        """Parameters and buffers that the class itself holds, as calls that make them. Raises BadInput for what no call makes."""
        made: dict[str, Values] = {}
        for index, module in enumerate(kind.instances):
            for name, tensor in (*module._parameters.items(), *module._buffers.items()):
                if tensor is not None:
                    made.setdefault(name, [Lit(None)] * len(kind.instances))[index] = _tensor(module, name, tensor, kind.name)
        return made


def _paths(root: nn.Module) -> dict[str, nn.Module]:
    found = dict(root.named_modules(remove_duplicate=False))
    if len({id(m) for m in found.values()}) < len(found):
        raise BadInput(FOREIGN, type(root).__name__, "a module of it stands in two places")
    return found


def _is_plain_sequence(module: nn.Module) -> bool:
    """A Sequential that only names its children; those of one make (AlexNet's ConvLayer) are written in place."""
    return isinstance(module, nn.Sequential) and type(module).forward is nn.Sequential.forward


def _join(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _own_method(kind: type, name: str) -> Any:
    """The method of that name defined below torch's classes, as it stands in the class; None where there is none."""
    for base in kind.__mro__:
        if base.__module__.partition(".")[0] == "torch" or base is object:
            return None
        if name in vars(base):
            held = vars(base)[name]
            return held if inspect.isfunction(held) or isinstance(held, staticmethod | classmethod | property) else None
    return None


def _method_source(kind: type, name: str) -> str:
    held = _own_method(kind, name)
    function = held.fget if isinstance(held, property) else getattr(held, "__func__", held)
    return source_of(function, f"{kind.__name__}.{name}")


def defining_module(kind: type, name: str) -> str:
    """Name of the module whose names a method uses."""
    held = _own_method(kind, name)
    function = held.fget if isinstance(held, property) else getattr(held, "__func__", held)
    return str(function.__module__)


def _reachable(kind: type, names: list[str]) -> set[str]:
    found: set[str] = set()
    left = list(names)
    while left:
        name = left.pop()
        if name not in found and _own_method(kind, name) is not None:
            found.add(name)
            left += used_of_self(_method_source(kind, name))[0]
    return found


def _attribute_names(instances: list[nn.Module]) -> set[str]:
    names: set[str] = set()
    for module in instances:
        names |= {*vars(module), *module._modules} - {"training"}
        names |= {n for base in type(module).__mro__ if not base.__module__.startswith("torch") for n in vars(base)}
    return {name for name in names if not name.startswith("_")}


def _known(instances: list[nn.Module], name: str) -> Any:
    """What an attribute is in every instance, UNKNOWN where they differ."""
    values = [getattr(m, name, UNKNOWN) for m in instances]
    if all(isinstance(v, nn.Module) for v in values):
        return PRESENT
    first = values[0]
    if isinstance(first, bool | int | float | str | None) and all(type(v) is type(first) and v == first for v in values):
        return first
    return UNKNOWN


def _plain(kind: Kind, module: nn.Module, name: str) -> Expression | None:
    """A plain attribute's value; MISSING where the name is torch's own, or a tensor's."""
    if hasattr(nn.Module, name) or name in module._parameters or name in module._buffers or name == "training":
        return None
    if module._modules.get(name) is not None:
        return None
    value = getattr(module, name, UNKNOWN)
    if value is UNKNOWN:
        return None
    if not _is_value(value):
        raise BadInput(FOREIGN, kind.name, f"its attribute {name} is a {type(value).__name__}")
    return Lit(_frozen(value))


def _is_value(value: object) -> bool:
    if isinstance(value, tuple | list):
        return all(_is_value(v) for v in value)
    return isinstance(value, bool | int | float | str | None)


def _frozen(value: Any) -> Any:
    return tuple(_frozen(v) for v in value) if isinstance(value, tuple | list) else value


def _merged_order(instances: list[nn.Module]) -> list[str] | None:
    """The children's names in an order that every instance keeps; None where the instances are of different make."""
    names: list[list[str]] = [[n for n, m in module._modules.items() if m is not None] for module in instances]
    merged = list(sorted(names, key=len)[-1])
    for own in names:
        for i, name in enumerate(own):
            if name not in merged:
                merged.insert(merged.index(own[i - 1]) + 1 if i else 0, name)
    for own, module in zip(names, instances, strict=True):
        if [n for n in merged if n in own] != own or any(not hasattr(module, n) for n in merged):
            return None
    return merged


def _tensor(module: nn.Module, name: str, tensor: Tensor, owner: str) -> Expression:
    shape = Lit(tuple(tensor.shape))
    tensor = tensor.detach()
    learnt = name in module._parameters
    even = bool((tensor == tensor.flatten()[0]).all()) if tensor.numel() else True
    first = _shortest(tensor.flatten()[:1])
    if learnt:
        made = f"torch.full({{0}}, {first})" if even else "torch.empty({0})"
        return Code(f"nn.Parameter({made.format(_shape_text(shape))})")
    if not even and tensor.numel() > 64:
        raise BadInput(FOREIGN, owner, f"its buffer {name} holds {tensor.numel()} numbers")
    values = f"torch.full({_shape_text(shape)}, {first}, dtype={tensor.dtype})" if even else (
        f"torch.tensor({tensor.tolist()!r}, dtype={tensor.dtype})"
    )
    lasting = "" if name not in module._non_persistent_buffers_set else ", persistent=False"
    return Code(f"buffer:{values}{lasting}")


def _shortest(single: Tensor) -> str:
    """The shortest decimal that is this number in its type."""
    if not single.numel() or not single.is_floating_point():
        return repr(single.item()) if single.numel() else "0.0"
    value = float(single)
    texts = (repr(float(f"{value:.{digits}g}")) for digits in range(1, 17))
    return next((text for text in texts if bool(torch.tensor([float(text)], dtype=single.dtype) == single)), repr(value))


def _shape_text(shape: Lit) -> str:
    return repr(shape.value)

