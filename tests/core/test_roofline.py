"""The roofline's points by hand."""

from __future__ import annotations

from typing import Any

import pytest

from explorer.analysis import analyse
from explorer.core.layer_times import LayerTimes
from explorer.core.recipe import Recipe
from explorer.core.roofline import HEAD, roofline
from explorer.core.rules import DEFAULT, RULES
from tests.session.recorded_times import peaks_of, times_of

PEAKS = peaks_of(1e9, 4e8)["peaks"]  # 1 GMAC/s, 0.4 GB/s: they meet at 2.5 MACs a byte


def row(path: str, kind: str, macs: int, access: int, weights: int, **more: Any) -> dict[str, Any]:
    intensity = round(macs / access, 9) if access else 0.0
    return {
        "path": path, "type": "Conv2d", "detail": "1×1", "kind": kind, "macs": macs, "access": access, "weights": weights,
        "runs": True, "intensity": intensity, "output": [1, 2], **more,
    }


ANALYSIS: dict[str, Any] = {
    "title": "Net", "rule": "macs", "input": [1, 3, 4, 4], "recipe": {}, "digest": "d", "graph": {"nodes": []},
    "layers": [
        row("a", "pointwise", 40_000, 1000, 400), row("b", "depthwise", 1_000, 1000, 0),
        row("act", "activation", 0, 200, 0), row(":view", "reshape", 0, 0, 0), row("aux", "linear", 0, 0, 50, runs=False),
    ],
}
TIMES = [0.05, 0.01, 0.015, 0.005, None]


def test_bounds_without_a_measurement() -> None:
    found = roofline(ANALYSIS, None, PEAKS)
    assert [p.path for p in found.points] == ["a", "b"]
    assert [p.intensity for p in found.points] == [10, 0.25]  # float32: 4 bytes an element
    assert [p.attainable for p in found.points] == [1e9, 1e8]
    assert [p.rate for p in found.points] == [None, None]
    assert found.ridge == 2.5
    assert not found.measured
    assert found.bare == 2  # the activation and the view; the auxiliary head does not run
    assert found.bare_share is None
    assert found.network is not None
    assert found.network.intensity == pytest.approx(41_000 / (2200 * 4))


def test_achieved_rates_and_what_has_no_macs() -> None:
    found = roofline(ANALYSIS, LayerTimes(times_of(ANALYSIS, TIMES, {"": 0.32}), ANALYSIS), PEAKS)
    assert [p.rate for p in found.points] == pytest.approx([8e8, 1e8])
    assert found.measured
    assert found.bare_share == pytest.approx(100 * 0.02 / 0.4)
    assert found.between_share == pytest.approx(80)
    assert found.network is not None
    assert found.network.rate == pytest.approx(41_000 / 0.2e-3)  # the run without stamps: 0.4 − 0.2 ms
    assert found.above() == 0


def test_a_layer_that_a_cache_served_lies_above_the_memorys_roof() -> None:
    fast = [0.05, 0.001, 0.015, 0.005, None]
    found = roofline(ANALYSIS, LayerTimes(times_of(ANALYSIS, fast, {}), ANALYSIS), PEAKS)
    assert found.above() == 1


def test_a_batch_reads_the_weights_once() -> None:
    document = times_of(ANALYSIS, TIMES, {}, batch=10)
    first = roofline(ANALYSIS, LayerTimes(document, ANALYSIS), None).points[0]
    assert first.macs == 400_000
    assert first.bytes == 4 * (10 * 600 + 400)
    assert first.attainable is None


def test_the_counting_rule_does_not_move_a_point() -> None:
    doubled = ANALYSIS | {"rule": "flops", "layers": [r | {"macs": 2 * r["macs"]} for r in ANALYSIS["layers"]]}
    assert [p.macs for p in roofline(doubled, None, PEAKS).points] == [40_000, 1_000]


def test_rows_are_plain_data() -> None:
    table = roofline(ANALYSIS, LayerTimes(times_of(ANALYSIS, TIMES, {"": 0.32}), ANALYSIS), PEAKS).rows()
    assert tuple(table[0]) == HEAD
    assert [line[0] for line in table[1:]] == ["a", "b", "network"]
    assert table[1][1:] == ["Conv2d", "pointwise", 40_000, 4000, 10.0, 0.05, pytest.approx(8e8), 1e9, pytest.approx(80)]
    bare = roofline(ANALYSIS, None, None).rows()
    assert bare[1][6:] == [None, None, None, None]


@pytest.mark.parametrize("rule", [name for name in RULES if name != DEFAULT])
@pytest.mark.parametrize("preset", ["mobilenet_v2", "shufflenet_v1", "vgg16", "mixer_s16"])
def test_the_points_are_multiply_accumulates_to_the_last_one_whatever_is_counted(preset: str, rule: str) -> None:
    plain, other = (roofline(analyse(Recipe(preset), name, edges=False), None, PEAKS) for name in (DEFAULT, rule))
    assert [(p.path, p.macs, p.bytes) for p in other.points] == [(p.path, p.macs, p.bytes) for p in plain.points]
    assert other.rows() == plain.rows()
