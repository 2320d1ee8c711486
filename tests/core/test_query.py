"""The filter language on the rows of real analyses, against independent readings of the same rows."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.analysis import analyse
from explorer.core.errors import BadInput
from explorer.core.query import HELP, NUMBERS, WORDS, compile_query, window_of
from explorer.core.recipe import Recipe

Row = dict[str, Any]
PRESETS = ("mobilenet_v3_large", "shufflenet_v1", "inception_v3", "alexnet_2012", "mixer_s32", "resnext50_32x4d", "googlenet")


@cache
def network(preset: str) -> dict[str, Any]:
    return analyse(Recipe(preset).with_value("aux", True) if preset == "googlenet" else Recipe(preset))  # heads that idle


def found(text: str, preset: str = "mobilenet_v3_large") -> list[Row]:
    document, query = network(preset), compile_query(text)
    return [row for row in document["layers"] if query.matches(row, document["macs"], document["params"])]


def paths(text: str, preset: str = "mobilenet_v3_large") -> list[str]:
    return [row["path"] for row in found(text, preset)]


ORACLES: tuple[tuple[str, Callable[[Row, int, int], bool]], ...] = (
    ("dw", lambda r, m, p: r["kind"] == "depthwise"),
    ("Depthwise", lambda r, m, p: r["kind"] == "depthwise"),
    ("pw", lambda r, m, p: r["kind"] == "pointwise"),
    ("group", lambda r, m, p: r["kind"] == "group"),
    ("standard", lambda r, m, p: r["kind"] == "standard"),
    ("conv", lambda r, m, p: r["type"] == "Conv2d"),
    ("linear", lambda r, m, p: r["type"] == "Linear"),
    ("bn", lambda r, m, p: r["type"] == "BatchNorm2d"),
    ("relu", lambda r, m, p: "ReLU" in r["type"] or "relu" in r["type"] + r["path"]),
    ("add", lambda r, m, p: r["kind"] == "add"),
    ("concat", lambda r, m, p: r["kind"] == "concat"),
    ("SE", lambda r, m, p: ".se." in r["path"] or ".se:" in r["path"]),
    ("1×1", lambda r, m, p: r["detail"].startswith("1×1")),
    ("1x1", lambda r, m, p: r["detail"].startswith("1×1")),
    ("3x3", lambda r, m, p: r["detail"].startswith("3×3")),
    ("1x7", lambda r, m, p: r["detail"].startswith("1×7")),
    ("kernel=1×7", lambda r, m, p: r["detail"].startswith("1×7")),
    ("stride=2", lambda r, m, p: "/2" in r["detail"]),
    ("stride:2", lambda r, m, p: "/2" in r["detail"]),
    ("groups > 1", lambda r, m, p: r["kind"] in ("group", "depthwise")),
    ("kernel>=5", lambda r, m, p: bool(r["detail"]) and "→" not in r["detail"]
     and max(int(side) for side in r["detail"].split(" ")[0].split("×")) >= 5),
    ("macs>5%", lambda r, m, p: r["macs"] > 0.05 * m),
    ("macs > 5 %", lambda r, m, p: r["macs"] > 0.05 * m),
    ("macs>1M", lambda r, m, p: r["macs"] > 1_000_000),
    ("macs>1,000,000", lambda r, m, p: r["macs"] > 1_000_000),
    ("MACs ≥ 1 M", lambda r, m, p: r["macs"] >= 1_000_000),
    ("params>=10k", lambda r, m, p: r["params"] >= 10_000),
    ("params<2%", lambda r, m, p: r["params"] < 0.02 * p),
    ("macs=0", lambda r, m, p: r["macs"] == 0),
    ("macs!=0", lambda r, m, p: r["macs"] != 0),
    ("out=1000", lambda r, m, p: r["output"] == [1, 1000]),
    ("idle", lambda r, m, p: not r["runs"]),
    ("-bn", lambda r, m, p: r["type"] != "BatchNorm2d"),
    ("not bn", lambda r, m, p: r["type"] != "BatchNorm2d"),
    ("conv -dw", lambda r, m, p: r["type"] == "Conv2d" and r["kind"] != "depthwise"),
    ("dw | linear", lambda r, m, p: r["kind"] == "depthwise" or r["type"] == "Linear"),
    ("dw stride=2 or linear", lambda r, m, p: (r["kind"] == "depthwise" and "/2" in r["detail"]) or r["type"] == "Linear"),
    ("conv and not (dw or pw)", lambda r, m, p: r["type"] == "Conv2d" and r["kind"] not in ("depthwise", "pointwise")),
    ("", lambda r, m, p: True),
    ("   ", lambda r, m, p: True),
)


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize(("text", "oracle"), ORACLES, ids=[text or "nothing" for text, _ in ORACLES])
def test_a_query_finds_what_it_says(text: str, oracle: Callable[[Row, int, int], bool], preset: str) -> None:
    document = network(preset)
    wanted = [row["path"] for row in document["layers"] if oracle(row, document["macs"], document["params"])]
    assert paths(text, preset) == wanted


def test_the_words_find_something_somewhere() -> None:
    """No word of the table is dead: one of these networks has it. (A tried query that finds nothing would prove little.)"""
    unseen = set(WORDS)
    for preset in (*PRESETS, "efficientnet_b0"):
        unseen -= {word for word in unseen if found(word, preset)}
    assert not unseen, unseen


def test_no_number_is_cut() -> None:
    assert all(path.startswith("stages.1.") or path.startswith("stages.1:") for path in paths("path:stages.1"))
    assert paths("path:stages.1") == paths("stages.1")
    assert paths("path:stages.1")
    assert any(path.startswith("stages.1") for path in paths('"stages.1"'))
    assert paths("path:STAGES.3.0") == paths("stages.3.0")


def test_text_is_literal_in_quotation_marks() -> None:
    assert paths('"bn"') != paths("bn")
    assert [row["detail"] for row in found('"1280 → 1000"')] == ["1280 → 1000"]
    assert paths('type:"conv2d"') == paths("conv")
    assert paths("“→”") == paths('"→"')


def test_structured_fields_and_the_detail_say_the_same() -> None:
    for preset in PRESETS:
        for row in network(preset)["layers"]:
            bare = {name: value for name, value in row.items() if name not in ("kernel", "stride", "groups")}
            assert window_of(bare) == window_of(row), row


def test_equal_means_equal_to_the_digits_typed() -> None:
    row = dict(network("mobilenet_v2")["layers"][0])
    for text, hit in (("macs=10.8M", True), ("macs=11M", True), ("macs=10.9M", False), ("macs=10838016", True),
                      ("macs=10838017", False), ("macs!=10.8M", False), ("macs=4%", True), ("macs=3.6%", True),
                      ("macs=3.7%", False)):
        assert compile_query(text).matches(row, 300_774_272, 3_504_872) is hit, text


def test_enclosing_types_count_for_squeeze_excite() -> None:
    row = {**network("mobilenet_v2")["layers"][0], "path": "body.gate.fc1"}
    assert not compile_query("SE").matches(row, 1, 1)
    for around in (("Net", "SqueezeExcite"), ("SELayer",), ("SqueezeExcitation", "Sequential")):
        assert compile_query("SE").matches(row | {"within": around}, 1, 1)


def test_further_columns_are_compared_where_they_are() -> None:
    row = network("mobilenet_v2")["layers"][0]
    without = {name: value for name, value in row.items() if name not in {"intensity", "receptive"}}
    assert not compile_query("intensity>0").matches(without, 1, 1)
    assert compile_query("intensity>2").matches(row | {"intensity": 2.5}, 1, 1)
    assert row["receptive"]["size"] == [3, 3]
    assert compile_query("receptive=3").matches(row, 1, 1)
    assert not compile_query("receptive>3").matches(row, 1, 1)
    assert not compile_query("receptive=3").matches(without, 1, 1)


@pytest.mark.parametrize(("text", "words"), [
    ("macs>", "macs> lacks a number"),
    ("foo>3", "no column is called foo"),
    ("macs>many", "many is not a number"),
    ("groups>5%", "groups has no total"),
    ("path>3", "path is text"),
    ("path:", "what should stand after path:?"),
    ("kernel>3x3", "two sides are compared with ="),
    ("5%<macs", "the column comes first"),
    ('"open', "the quotation mark before open is not closed"),
    ('""', "nothing stands between the quotation marks"),
    ("(dw", "a ( is not closed"),
    ("dw)", "there is a ) without a ("),
    ("or dw", "nothing stands before or"),
    ("dw or", "nothing stands after or"),
    ("dw and or bn", "nothing stands after and"),
    ("not", "nothing stands after not"),
    ("()", "nothing stands after ("),
])
def test_nonsense_is_said_in_a_sentence(text: str, words: str) -> None:
    with pytest.raises(BadInput) as refused:
        compile_query(text)
    assert words in str(refused.value)


PIECES = st.sampled_from([*' "\'()|&-−!<>=≥:.%x×59kM', "macs", "dw", "or", "not ", "path:", "kernel"])


@given(st.lists(PIECES, max_size=12))
def test_any_text_is_a_query_or_refused(pieces: list[str]) -> None:
    text = "".join(pieces)
    row = network("mobilenet_v2")["layers"][0]
    try:
        query = compile_query(text)
    except BadInput as error:
        assert str(error)
        return
    assert query.matches(row, 10, 10) in (True, False)
    assert bool(query) is bool(text.strip())


def test_the_help_is_true() -> None:
    for example, sentence in HELP:
        assert sentence
        assert compile_query(example)
    assert {"groups", "stride", "kernel", "channels", "macs", "params"} <= set(NUMBERS)
