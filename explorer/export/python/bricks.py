"""Convolution, BatchNorm, activation in a row: the brick that one helper function of the file stands for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from explorer.export.python.expressions import Call, Expression, Factory, Group, Lit, Signature
from explorer.export.python.leaves import factory_of

ORDER = ("conv", "norm", "act")
FIRST = ("in_channels", "out_channels", "kernel_size")
FIXED = {"dilation": Lit(1), "padding_mode": Lit("zeros")}
BRICK = "conv_norm_act"


def as_brick(group: Group) -> Call | None:
    """The brick that a Sequential is, None where it is another."""
    if group.names not in {ORDER, ORDER[:2], ("conv", "act")} or group.callee != "nn.Sequential":
        return None
    children = dict(zip(group.names, group.layers, strict=True))
    conv, norm = children["conv"], children.get("norm")
    act = factory_of(children["act"]) if "act" in children else None
    if not isinstance(conv, Call) or conv.callee != "nn.Conv2d" or ("act" in children and act is None):
        return None
    found = dict(conv.arguments)
    if any(found[n] != v for n, v in FIXED.items()):
        return None
    eps: Expression = Lit(None)
    momentum: Expression = Lit(None)
    if norm is not None:
        if not isinstance(norm, Call) or norm.callee != "nn.BatchNorm2d":
            return None
        held = dict(norm.arguments)
        plain = all(held[n] == Lit(value=True) for n in ("affine", "track_running_stats") if n in held)
        if held["num_features"] != found["out_channels"] or not plain or held.get("bias", Lit(value=True)) != Lit(value=True):
            return None
        eps, momentum = held["eps"], held["momentum"]
    kernel = found["kernel_size"]
    assert isinstance(kernel, Lit)
    same = found["padding"] == Lit(half(kernel.value))
    usual_bias = found["bias"] == Lit(norm is None)
    return Call(BRICK, (
        *((name, found[name]) for name in FIRST), ("stride", found["stride"]), ("groups", found["groups"]),
        ("padding", Lit(None) if same else found["padding"]), ("norm", Lit(norm is not None)),
        ("bias", Lit(None) if usual_bias else found["bias"]), ("act", Lit(act)), ("eps", eps), ("momentum", momentum),
    ))


def half(kernel: Any) -> Any:
    """The padding that keeps the size at stride 1."""
    if isinstance(kernel, tuple):
        sides = tuple((k - 1) // 2 for k in kernel)
        return sides if len(set(sides)) > 1 else sides[0]
    return (kernel - 1) // 2


class Bricks:
    """All bricks of one network: what they share is written once, in the helper; the rest are its arguments."""

    def __init__(self, calls: Sequence[Call]) -> None:
        self.values: dict[str, list[Expression]] = {}
        for call in calls:
            for name, value in call.arguments:
                if name in {"eps", "momentum"} and value == Lit(None):
                    continue  # without BatchNorm
                self.values.setdefault(name, []).append(value)
        self.defaults = {
            name: Lit(1) if name in {"stride", "groups"} else Lit(None) if name in {"padding", "bias"} else _commonest(values)
            for name, values in self.values.items() if name not in FIRST
        }

    def varies(self, name: str) -> bool:
        return any(value != self.defaults[name] for value in self.values.get(name, ()))

    def signature(self) -> Signature:
        folded = frozenset(
            n for n in ("stride", "groups", "padding", "norm", "bias", "act", "eps", "momentum") if not self.varies(n)
        )
        return Signature(FIRST, self.defaults, folded)

    def source(self) -> str:
        """The helper function."""
        if not self.values:
            return ""
        parameters = ["in_channels: int", "out_channels: int", f"kernel: {self._kernel_type()}"]
        options = [
            ("stride", "int"), ("groups", "int"), ("padding", self._padding_type()), ("norm", "bool"), ("bias", "bool | None"),
            ("act", self._act_type()), ("eps", "float"), ("momentum", "float"),
        ]
        given = [f"{name}: {kind} = {_text(self.defaults[name])}" for name, kind in options if self.varies(name)]
        words = parameters + (["*", *given] if given else [])
        head = f"def {BRICK}({', '.join(words)}) -> nn.Sequential:"
        lines = [head] if len(head) <= 128 else [f"def {BRICK}(", *(f"    {word}," for word in words), ") -> nn.Sequential:"]
        return "\n".join([*lines, f'    """{self._sentence()}"""', *self._body()])

    def _tuples(self) -> bool:
        return any(isinstance(v, Lit) and isinstance(v.value, tuple) for v in self.values["kernel_size"])

    def _kernel_type(self) -> str:
        return "int | tuple[int, int]" if self._tuples() else "int"

    def _padding_type(self) -> str:
        tuples = any(isinstance(v, Lit) and isinstance(v.value, tuple) for v in self.values["padding"])
        return "int | tuple[int, int] | None" if tuples else "int | None"

    def _act_type(self) -> str:
        return "Callable[[], nn.Module]" + (" | None" if Lit(None) in self.values["act"] else "")

    def _has_norm(self) -> bool:
        return Lit(value=True) in self.values["norm"]

    def _sentence(self) -> str:
        words = "Convolution" + (" → BatchNorm" if self._has_norm() else "")
        words += "" if set(self.values["act"]) == {Lit(None)} else " → activation"
        return f"{words}; padded to keep the size" + (" unless ``padding`` says otherwise." if self.varies("padding") else ".")

    def _body(self) -> list[str]:
        lines: list[str] = []
        padding = "(kernel - 1) // 2"
        if self._tuples():
            lines.append("    sides = (kernel, kernel) if isinstance(kernel, int) else kernel")
            padding = "((sides[0] - 1) // 2, (sides[1] - 1) // 2)"
        if self.varies("padding"):
            lines += ["    if padding is None:", f"        padding = {padding}"]
            padding = "padding"
        norm, act = self.varies("norm"), self.varies("act")
        usual = "not norm" if norm else str(self.defaults["norm"] != Lit(value=True))
        if self.varies("bias"):
            lines += ["    if bias is None:", f"        bias = {usual}"]
            usual = "bias"
        stride = "stride" if self.varies("stride") else "1"
        groups = ", groups=groups" if self.varies("groups") else ""
        bias = "" if usual == "True" else f", bias={usual}"
        conv = f"nn.Conv2d(in_channels, out_channels, kernel, {stride}, {padding}{groups}{bias})"
        batch = f"nn.BatchNorm2d(out_channels{self._option('eps', 1e-5)}{self._option('momentum', 0.1)})"
        lines += ["    layers: dict[str, nn.Module] = {", f'        "conv": {conv},']
        lines += [f'        "norm": {batch},'] if self._has_norm() and not norm else []
        made = self.defaults["act"].value
        lines += [f'        "act": {made.name}(),'] if isinstance(made, Factory) and not act and not norm else []
        lines.append("    }")
        if norm:
            lines += ["    if norm:", f'        layers["norm"] = {batch}']
        if act:
            optional = Lit(None) in self.values["act"]
            lines += ["    if act is not None:"] * optional + ["    " * optional + '    layers["act"] = act()']
        elif norm and isinstance(made, Factory):
            lines.append(f'    layers["act"] = {made.name}()')
        return [*lines, "    return named(layers)"]

    def _option(self, name: str, usual: float) -> str:
        if name not in self.values:
            return ""
        if self.varies(name):
            return f", {name}={name}"
        return "" if self.defaults[name] == Lit(usual) else f", {name}={_text(self.defaults[name])}"


def _commonest(values: Sequence[Expression]) -> Lit:
    found = Counter(values).most_common(1)[0][0]
    assert isinstance(found, Lit)
    return found


def _text(value: Lit) -> str:
    return value.value.name if isinstance(value.value, Factory) else repr(value.value)
