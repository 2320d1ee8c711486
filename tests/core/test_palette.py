"""The palette's matching: which rows a query means and in which order, and what a knob takes as a value."""

from __future__ import annotations

import pytest

from explorer.core.catalogue import KnobSpec
from explorer.core.palette import ACTION, KNOB, PRESET, Entry, knob_value, matches, set_to

ALPHA = KnobSpec("alpha", "α", "width", "float", 1.0, "", "", 0.1, 2.0, 0.01)
SIDE = KnobSpec("resolution", "ρ", "resolution", "int", 224, "", "", 32, 512, 32, unit="px")
SE = KnobSpec("se", "r", "squeeze", "int", 0, "", "", 0, 64, special={0: "off"})
SLOT = KnobSpec("activation.project", "", "project", "choice", "none", "", "", choices=("none", "relu", "relu6", "elu"))
SWITCH = KnobSpec("deploy", "", "deploy", "bool", False, "", "")
ENTRIES = [
    Entry(ACTION, "undo", "Undo width α 0.5", words="undo Undo Edit"),
    Entry(ACTION, "zoom_in", "Larger", words="zoom_in Larger Graph"),
    Entry(ACTION, "redo", "Redo", words="redo Edit", why_not=("Nothing to redo.",)),
    Entry(PRESET, "mobilenet_v2", "Open mobilenet_v2", words="open MobileNetV2 MobileNets 2018"),
    Entry(PRESET, "mobilenet_v1", "Open mobilenet_v1", words="open MobileNetV1 MobileNets 2017"),
]


def keys(query: str) -> list[str]:
    return [entry.key for entry in matches(query, ENTRIES)]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("open mobilenet_v2", ["mobilenet_v2"]), ("mobile 2017", ["mobilenet_v1"]),
        ("MOBILE", ["mobilenet_v2", "mobilenet_v1"]),
        ("zoom", ["zoom_in"]), ("undo", ["undo"]), ("mnv2", ["mobilenet_v2"]), ("xyzzy", []),
        ("edit", ["undo", "redo"]), ("", ["undo", "zoom_in", "mobilenet_v2", "mobilenet_v1", "redo"]),
    ],
)
def test_a_query_means(query: str, found: list[str]) -> None:
    assert keys(query) == found


@pytest.mark.parametrize(
    ("query", "spec", "typed"),
    [
        ("alpha 0.5", ALPHA, "0.5"), ("α=0.5", ALPHA, "0.5"), ("width: 0.5", ALPHA, "0.5"), ("alpha", ALPHA, ""),
        ("resolution 192 px", SIDE, "192 px"), ("activation project relu", SLOT, "relu"), ("deploy on", SWITCH, "on"),
        ("open alpha", ALPHA, None), ("0.5", ALPHA, None), ("a 0.5", ALPHA, None),
    ],
)
def test_what_follows_a_knobs_name_is_its_value(query: str, spec: KnobSpec, typed: str | None) -> None:
    assert knob_value(query, spec) == typed


@pytest.mark.parametrize(
    ("spec", "typed", "values"),
    [
        (ALPHA, "0.5", [0.5]), (ALPHA, "0,5", [0.5]), (SIDE, "192 px", [192]), (SE, "off", [0]),
        (SLOT, "relu", ["relu", "relu6"]),
        (SWITCH, "on", [True]), (SWITCH, "off", [False]), (SWITCH, "o", [True, False]),
    ],
)
def test_a_typed_value_is_read_as_the_knobs_type(spec: KnobSpec, typed: str, values: list[object]) -> None:
    rows = set_to(Entry(KNOB, spec.name, spec.title), spec, typed)
    assert [row.value for row in rows] == values
    assert not any(row.why_not for row in rows)


@pytest.mark.parametrize(("spec", "typed"), [(ALPHA, "3"), (ALPHA, "wide"), (SLOT, "tanh"), (SWITCH, "maybe"), (SE, "2.5")])
def test_a_value_that_is_not_allowed_says_what_is(spec: KnobSpec, typed: str) -> None:
    (row,) = set_to(Entry(KNOB, spec.name, spec.title), spec, typed)
    assert row.value is None
    assert typed in row.text
    assert "allowed" in row.why_not[0]
