"""The answers in words, and the tables: what is a difference and what is none, what adds up."""

from __future__ import annotations

from typing import Any

import pytest

from explorer.core.errors import BadInput
from explorer.core.micro import Layer, variants
from explorer.core.ready import READY, lacking, named
from explorer.core.recipe import Recipe
from explorer.core.tabular import to_csv, to_latex, to_markdown
from explorer.core.turns import answer, doubts, micro_table, operators_table, pair_table, summary, times, title, verdict
from tests.session.recorded_turns import micro_of, pair_of, ratio_of, ready_of


def _said(sentences: list[list[str]]) -> str:
    return "; ".join(sentence[0].format(*sentence[1:]) for sentence in sentences)


def test_fewer_macs_slower_is_answered_in_one_sentence() -> None:
    assert _said(answer(pair_of(), 1)) == (
        "Fewer MACs, and slower; grouped has 0.500 times the MACs of wide; "
        "grouped takes 1.23 times as long as wide (95 % interval 1.19 to 1.27)"
    )


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (ratio_of(1.23, 1.19, 1.27, "slower"), "b takes 1.23 times as long as a (95 % interval 1.19 to 1.27)"),
        (ratio_of(0.8, 0.78, 0.83, "faster"), "b takes 0.800 times as long as a (95 % interval 0.780 to 0.830)"),
        (ratio_of(1.002, 0.99, 1.01, "equal"), "no difference: the ratio is 1.002, its 95 % interval 0.990 to 1.010 holds 1 and "
                                               "lies within ±3 %"),
        (ratio_of(1.02, 1.01, 1.028, "equal"), "no difference that counts: b takes 1.020 times as long"),
        (ratio_of(1.02, 0.9, 1.14, "undecided"), "no difference shown: the ratio is 1.020"),
        (ratio_of(1.05, 1.01, 1.09, "undecided"), "undecided: b takes 1.050 times as long"),
        (ratio_of(1.5, verdict="undecided"), "too few rounds to tell"),
    ],
)
def test_each_verdict_has_its_sentence(found: dict[str, Any], said: str) -> None:
    assert _said([verdict(found, "b", "a")]).startswith(said)


def test_digits_follow_the_distance_from_one() -> None:
    assert [times(ratio) for ratio in (1.0044, 0.987, 1.234, 12.34, 0.1234)] == ["1.004", "0.987", "1.23", "12.3", "0.123"]


def test_the_same_network_twice_tries_the_method() -> None:
    document = pair_of(second=Recipe("net"))
    assert "are the same network: what the method itself finds" in _said(answer(document, 1))


def test_of_several_a_line_each() -> None:
    lines = _said(summary(ready_of())).split("; ")
    assert lines == [
        "against wide, 10.0 ms:", "grouped: MACs 0.500 ×, time 1.23 × (1.19–1.27), slower",
        "g = 4: MACs 0.250 ×, time 1.010 × (0.990–1.020), no difference",
    ]
    assert _said([title(ready_of())]) == "net: Fixed channels, g varied"


def test_of_a_layer_its_best_shapes() -> None:
    lines = _said(summary(micro_of()))
    assert "Fewer MACs, and slower: 4" in lines
    assert "least time: 2, 0.750 times as long with 0.500 times the MACs, faster" in lines
    assert _said([title(micro_of())]) == "stages.1.0.conv of net, over groups g"


def test_the_kinds_add_up_in_the_table() -> None:
    table = operators_table(pair_of())
    assert table is not None
    assert [row[0] for row in table.rows] == [
        "1×1 conv", "group conv", "norm", "shuffle", "between layers", "interruptions", "− stamps"
    ]
    for column, median in ((1, 10.0), (2, 12.3)):
        assert sum(float(row[column] or 0) for row in table.rows) == pytest.approx(median)
        assert table.totals[0][column] == pytest.approx(median)
    assert table.totals[0][3] == pytest.approx(2.3), "the difference adds up too"
    assert any("stamps cost wide 0.300 ms a run (+3.0 %)" in note for note in table.notes)
    assert operators_table(pair_of() | {"operators_missing": ["not asked for"]}) is None


def test_tables_hold_every_digit_and_their_conditions() -> None:
    table = pair_table(pair_of())
    row = dict(zip([h.title for h in table.headings], table.rows[1], strict=True))
    assert (row["MACs ratio"], row["time ratio"], row["low"], row["high"]) == (0.5, 1.23, 1.19, 1.27)
    assert row["verdict"] == "slower"
    layer = micro_table(micro_of())
    own = dict(zip([h.title for h in layer.headings], layer.rows[0], strict=True))
    assert own["ms / M MACs"] == pytest.approx(0.2 / 0.004)
    assert own["verdict"] == "as it is"
    for each in (table, layer):
        for write in (to_csv, to_markdown, to_latex):
            text = write(each)
            assert "Some CPU" in text
            assert "order drawn for each round" in text


def test_doubts_stand_once_for_each_network() -> None:
    document = pair_of()
    flag = ["noisy: the middle half of the runs spreads over {0} % of the median", "12"]
    document["runs"][0]["measurement"]["flags"] = [flag, flag]
    assert doubts(document) == [("wide", flag)]


def test_a_ready_comparison_names_the_knobs_that_are_missing() -> None:
    assert lacking(READY["shuffle_off"], ["groups", "alpha"]) == ["shuffle"]
    with pytest.raises(BadInput, match="no ready comparison named x; there are: fixed_channels, fixed_macs, shuffle_off"):
        named("x")


CONV = Layer("Conv2d", 240, 60, groups=3, size=(28, 28))


def test_groups_are_divisors_with_the_own_and_both_ends() -> None:
    found = variants(CONV, "groups")
    values = [int(value) for value, _ in found]
    assert {1, 2, 3, 4, 60} <= set(values)
    assert len(values) <= 9
    assert all(60 % g == 0 for g in values)
    assert [each.macs for _, each in found] == sorted((each.macs for _, each in found), reverse=True)


def test_channels_stay_multiples_of_the_groups_and_the_own_is_in_the_middle() -> None:
    found = variants(CONV, "channels")
    assert [each for _, each in found].index(CONV) == 3
    assert len(found) == 7
    assert all(each.inputs % 3 == 0 and each.outputs % 3 == 0 for _, each in found)
    depthwise = Layer("Conv2d", 32, 32, (3, 3), padding=(1, 1), groups=32, size=(14, 14))
    assert all(each.inputs == each.outputs == each.groups for _, each in variants(depthwise, "channels"))


@pytest.mark.parametrize(
    ("layer", "values"),
    [
        (Layer("Conv2d", 8, 8, (1, 1), size=(7, 7)), ["1", "3", "5"]),
        (Layer("Conv2d", 8, 8, (5, 5), padding=(2, 2), size=(14, 14)), ["1", "3", "5", "7", "9"]),
        (Layer("Conv2d", 8, 8, (1, 7), padding=(0, 3), size=(17, 17)), ["1×3", "1×5", "1×7", "1×9", "1×11"]),
        (Layer("Conv2d", 3, 64, (11, 11), (4, 4), (2, 2), size=(224, 224)), ["7", "9", "11", "13", "15"]),
    ],
)
def test_kernels_go_with_their_padding(layer: Layer, values: list[str]) -> None:
    found = variants(layer, "kernel")
    assert [value for value, _ in found] == values
    assert layer in [each for _, each in found]
    same = [each for _, each in found if each.padding[1] > 0 or layer.padding == (0, 0)]
    assert all(each.output_size == layer.output_size for each in same)
