"""Conventions of counting parameters: which tensors a source counts. Papers and programs differ, as they do for MACs."""

from __future__ import annotations

from dataclasses import dataclass

from explorer.core.errors import BadInput

DEFAULT = "learnable"


@dataclass(frozen=True)
class Convention:
    """One way of counting parameters: its name and, in a sentence, what it counts."""

    name: str
    sentence: str


CONVENTIONS = {
    each.name: each
    for each in (
        Convention("learnable", "Every learnable tensor, BatchNorm's γ and β included; running statistics not."),
        Convention("no-bn", "Weights and biases of convolutions and linear layers; no BatchNorm."),
        Convention("no-bias", "Weights and BatchNorm's γ; no biases and no β."),
        Convention("no-head", "Every learnable tensor but the classifier's."),
        Convention("statistics", "Every learnable tensor, and BatchNorm's running mean and variance."),
    )
}


def named(name: str) -> Convention:
    """The convention of that name; raises BadInput with the names there are."""
    convention = CONVENTIONS.get(name)
    if convention is None:
        raise BadInput("no convention of counting parameters named {0}; there are: {1}", name, ", ".join(CONVENTIONS))
    return convention
