"""The comparisons that are ready for ShuffleNet's question: do groups and shuffles cost what MACs say? Their names and words.

Which recipes they are of, ``explorer.measure.ready`` finds, since only building tells what can be built. Standard library only.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from explorer.core.errors import BadInput

FIXED_CHANNELS, FIXED_MACS, SHUFFLE_OFF = "fixed_channels", "fixed_macs", "shuffle_off"
GROUPS = (1, 2, 3, 4, 8)  # ShuffleNet, Table 1


@dataclass(frozen=True)
class Ready:
    """One of them: its title, what it answers, the knobs that an architecture needs for it (one knob of each group of them)."""

    name: str
    title: str
    sentence: str
    needs: tuple[str, ...]


READY = {
    each.name: each for each in (
        Ready(
            FIXED_CHANNELS, "Fixed channels, g varied",
            "The same channels with 1×1 convolutions in 1, 2, 3, 4, 8 groups: MACs fall with g; does the time?", ("groups",),
        ),
        Ready(
            FIXED_MACS, "Fixed MACs, g varied",
            "The same MACs with g = 1, 2, 3, 4, 8: more groups, more channels (ShuffleNet, Table 1 and 2; ShuffleNet V2, G2).",
            ("groups", "alpha"),
        ),
        Ready(
            SHUFFLE_OFF, "Shuffle on and off",
            "The same network with and without channel shuffle (ShuffleNet, Table 3): MACs are equal; what does it cost?",
            ("groups", "shuffle"),
        ),
    )
}


def named(name: object) -> Ready:
    """The one of that name; raises BadInput with the names there are."""
    if not isinstance(name, str) or name not in READY:
        raise BadInput("no ready comparison named {0}; there are: {1}", name, ", ".join(READY))
    return READY[name]


def lacking(ready: Ready, knobs: Collection[str]) -> list[str]:
    """The knobs that an architecture with these lacks for it."""
    return [name for name in ready.needs if name not in knobs]
