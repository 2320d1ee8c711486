"""Counting rules: what counts as cost. A rule is applied layer by layer, so that every column adds up to its total.

One MAC is one multiply-accumulate of a convolution, a linear layer or a matrix product, for one image; bias, BatchNorm,
activation, pooling and element-wise operations are not counted. Papers differ from that, hence the other rules.
"""

from __future__ import annotations

from dataclasses import dataclass

from explorer.core.errors import BadInput

DEFAULT = "macs"


@dataclass(frozen=True)
class Rule:
    """One way of counting: the kinds of layer it leaves out, what one multiply-accumulate counts as, and whether it counts
    ``extras``: additions of biases and what normalisation does to each element (``analysis.additions``).

    ``short`` is the sentence in the few words that fit beside a number.
    """

    name: str
    title: str
    short: str
    sentence: str
    left_out: frozenset[str] = frozenset()
    factor: int = 1
    extras: bool = False

    def apply(self, kind: str, macs: int, extra: int = 0) -> int:
        """What a layer of this kind (``pointwise``, ``linear``, ...) with so many multiply-accumulates, and so many additions
        of the ``extras``, counts as."""
        return 0 if kind in self.left_out else self.factor * (macs + extra if self.extras else macs)

    def describe(self) -> dict[str, str]:
        """The rule as JSON, for lists and menus."""
        return {"name": self.name, "title": self.title, "sentence": self.sentence}


RULES = {
    rule.name: rule
    for rule in (
        Rule(
            "macs", "MACs", "conv + linear + matmul, no bias/BN",
            "Multiply-accumulates of convolutions, linear layers and matrix products; no bias, BatchNorm or activation.",
        ),
        Rule(
            "macs-no-fc", "MACs without FC", "conv + matmul, no FC, no bias/BN",
            "As macs, fully connected layers left out (ShuffleNet, Table 1).",
            left_out=frozenset({"linear"}),
        ),
        Rule(
            "macs-bias-bn", "MACs + bias + BN", "conv + linear + matmul + bias + BN",
            "As macs, one more for each output of a biased layer and two for each element of a BatchNorm, as in ptflops; no "
            "activation or pooling.",
            extras=True,
        ),
        Rule(
            "flops", "FLOPs", "2 × MACs of conv + linear + matmul",
            "Twice the macs: a multiplication and an addition each count.", factor=2,
        ),
    )
}


def named(name: str) -> Rule:
    """The rule of that name; raises BadInput with the names there are."""
    rule = RULES.get(name)
    if rule is None:
        raise BadInput("no counting rule named {0}; there are: {1}", name, ", ".join(RULES))
    return rule
