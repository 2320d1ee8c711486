"""Measured layer times, read: raw samples, sums by node, the table's columns and notes. Figures by hand."""

from __future__ import annotations

import pytest

from explorer.core.columns import BY_NAME, Layers, layer_table
from explorer.core.layer_times import LayerTimes, balance, conditions, overhead, pack, unpack
from explorer.core.recipe import Recipe
from explorer.core.units import duration
from tests.session.recorded import analysis_of
from tests.session.recorded_times import times_of

ANALYSIS = analysis_of(Recipe("net"))
BETWEEN = {"": 0.25, "stages.1": 0.125, "stages.10": 8.0, "stages.2.0": 0.5}
DOCUMENT = times_of(ANALYSIS, [2.0, 1.0], BETWEEN)


def test_raw_samples_come_back() -> None:
    rows = [[1.5, 0.25, 3.0], [2.5, 0.125, 4.0]]
    assert unpack({"columns": ["a", "b", "between"], "data": pack(rows)}) == rows


def test_a_node_is_its_layers_and_what_lies_between_them() -> None:
    times = LayerTimes(DOCUMENT, ANALYSIS)
    assert times.total == 2 + 1 + 8.875
    assert times.by_node == {
        "": 11.875, "stages.1": 2.125, "stages.1.0": 2.0, "stages.1.0.conv": 2.0, "stages.2": 1.5, "stages.2.0": 1.5,
        "stages.2.0.conv": 1.0,
    }
    assert times.inside("stages.1") == 0.125  # stages.10 is another stage
    assert times.inside("") == 8.875
    assert times.share(11.875) == 100


def test_columns_of_time_are_there_only_where_it_was_measured() -> None:
    assert "time" not in [column.name for column in Layers(ANALYSIS).columns()]
    timed = LayerTimes(DOCUMENT, ANALYSIS).with_times(ANALYSIS)
    assert "time_ms" not in ANALYSIS["layers"][0]  # the analysis itself stays as it is
    layers = Layers(timed)
    time, share = BY_NAME["time"], BY_NAME["time_share"]
    assert {time, share} <= set(layers.columns())
    assert [time.read(layers, i) for i in (0, 1)] == [2000, 1000]
    assert time.total(layers, (0, 1)) == 3000
    assert share.total(layers, (0, 1)) == pytest.approx(100 * 3 / 11.875)


def test_a_copied_table_says_under_which_conditions() -> None:
    timed = LayerTimes(DOCUMENT, ANALYSIS).with_times(ANALYSIS)
    notes = layer_table(timed, [BY_NAME["path"], BY_NAME["time"]]).notes
    assert "Time: Test CPU, 1 thread, batch 1, float32, PyTorch eager 2.13.0, median of 60 runs" in notes
    assert any("layers 3.00 ms + between layers 8.88 ms = 11.9 ms" in note for note in notes)
    assert any("not subtracted" in note for note in notes)
    assert not any(note.startswith("Time") for note in layer_table(timed, [BY_NAME["path"]]).notes)


def test_a_layer_that_was_not_seen_has_no_time() -> None:
    times = LayerTimes(times_of(ANALYSIS, [2.0, None], {}), ANALYSIS)
    assert times.by_node["stages.2"] == 0
    layers = Layers(times.with_times(ANALYSIS))
    assert BY_NAME["time"].read(layers, 1) is None
    assert BY_NAME["time_share"].read(layers, 1) is None
    assert BY_NAME["time"].text(None) == ""


def test_sentences() -> None:
    template, *words = balance(DOCUMENT)
    assert template.format(*words) == (
        "layers 3.00 ms + between layers 8.88 ms = 11.9 ms; median of whole runs 11.9 ms, without stamps 11.7 ms"
    )
    template, *words = overhead(DOCUMENT)
    assert template.format(*words) == "stamps: 0.200 ms measured (+1.7 %), 0.6 µs a layer, 1.3 µs an operation; not subtracted"
    assert conditions(DOCUMENT | {"settings": DOCUMENT["settings"] | {"threads": 4}}).startswith("Test CPU, 4 threads, batch 1")


@pytest.mark.parametrize(("ms", "text"), [
    (0, "0 ms"), (0.0004, "0.400 µs"), (0.0372, "37.2 µs"), (0.0999, "99.9 µs"), (0.1, "0.100 ms"), (2, "2.00 ms"),
    (10.64, "10.6 ms"), (123.4, "123 ms"), (1234.5, "1234 ms"), (-0.05, "−50.0 µs"),
])
def test_durations(ms: float, text: str) -> None:
    assert duration(ms) == text
