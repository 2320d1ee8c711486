"""What bounds a layer: its MACs for each byte of memory access against a machine's measured roofs. Standard library only.

Williams, Waterman, Patterson: Roofline, CACM 52(4), 2009. Units are MACs, of which each is two FLOP. The bytes are the counted
ones (docs/numbers.md): every tensor to or from memory once, as if there were no cache. What a cache holds on to is faster, so a
layer may lie above the memory's roof; none should lie above the arithmetic's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from explorer.core.layer_times import LayerTimes
from explorer.core.measures import multiplied

BYTES = {"float32": 4, "bfloat16": 2, "float16": 2}
HEAD = (
    "layer", "type", "kind", "MACs", "bytes", "MACs/byte", "time (ms)", "MAC/s", "attainable MAC/s", "of attainable (%)",
)


@dataclass(frozen=True)
class Point:
    """A layer, or the whole network (``index`` −1). Rates are MAC/s; None where nothing was measured."""

    index: int
    path: str
    type: str
    detail: str
    kind: str
    macs: float
    bytes: float
    ms: float | None
    attainable: float | None

    @property
    def intensity(self) -> float:
        """MACs a byte."""
        return self.macs / self.bytes

    @property
    def rate(self) -> float | None:
        """Achieved MAC/s."""
        return self.macs / self.ms * 1e3 if self.ms else None


@dataclass(frozen=True)
class Roofline:
    """Points of the layers with MACs in call order, the network's, the roofs (None where not measured).

    ``bare`` layers have no MACs and took ``bare_share`` per cent of the run with stamps (None where nothing was measured);
    ``between_share`` per cent lies between layers.
    """

    points: Sequence[Point]
    network: Point | None
    macs_per_s: float | None
    bytes_per_s: float | None
    bare: int
    bare_share: float | None
    between_share: float | None

    @property
    def measured(self) -> bool:
        """Whether the layers were."""
        return self.network is not None and self.network.ms is not None

    @property
    def ridge(self) -> float | None:
        """MACs a byte from which on arithmetic bounds."""
        return self.macs_per_s / self.bytes_per_s if self.macs_per_s and self.bytes_per_s else None

    def above(self) -> int:
        """Layers above the memory's roof and left of the ridge: a cache kept what they read."""
        return sum(p.rate > p.attainable for p in self.points if p.rate and p.attainable and p.intensity < (self.ridge or 0))

    def rows(self) -> list[list[str | float | None]]:
        """A heading, a row for each layer, the network: plain data at full precision."""
        found: list[list[str | float | None]] = [list(HEAD)]
        for p in (*self.points, *((self.network,) if self.network else ())):
            share = 100 * p.rate / p.attainable if p.rate and p.attainable else None
            found.append([p.path or "network", p.type, p.kind, p.macs, p.bytes, p.intensity, p.ms, p.rate, p.attainable, share])
        return found


def roofline(
    analysis: Mapping[str, Any], times: LayerTimes | None, peaks: Mapping[str, Any] | None, *, batch: int = 1,
) -> Roofline:
    """Place every layer that multiplies and accumulates. ``batch`` images are run at once where there are no times to say so."""
    settings: Mapping[str, Any] = times.document["settings"] if times is not None else {"batch": batch, "dtype": "float32"}
    images, width = settings["batch"], BYTES[settings["dtype"]]
    peak, stream = (peaks["macs_per_s"], peaks["bytes_per_s"]) if peaks is not None else (None, None)

    def point(index: int, row: Mapping[str, Any], macs: float, elements: float, ms: float | None) -> Point:
        moved = elements * width
        bound = min(peak, stream * macs / moved) if peak and stream else None
        return Point(index, row["path"], row["type"], row["detail"], row["kind"], macs, moved, ms, bound)

    found: list[Point] = []
    bare, bare_ms, elements = 0, 0.0, 0.0
    for i, row in enumerate(analysis["layers"]):
        if not row["runs"] or "access" not in row or row["type"] == "Parameter":
            continue
        ms = times.by_layer[i] if times is not None else None
        moved = (row["access"] - row["weights"]) * images + row["weights"]  # weights are read once for all images
        elements += moved
        macs = multiplied(row, analysis["rule"]) * images
        if macs:
            found.append(point(i, row, macs, moved, ms))
        else:
            bare, bare_ms = bare + 1, bare_ms + (ms or 0.0)
    whole = {"path": "", "type": analysis.get("title", ""), "detail": "", "kind": "other"}
    total = times.document["uninstrumented"]["median_ms"] if times is not None else None
    network = point(-1, whole, sum(p.macs for p in found), elements, total) if found else None
    return Roofline(
        found, network, peak, stream, bare, times.share(bare_ms) if times is not None else None,
        times.share(times.document["between"]["total_ms"]) if times is not None else None,
    )

