"""Knobs and scopes by themselves: which value holds where, what is legal, and how a refusal reads."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

import models
from models.knobs import BLOCK, NETWORK, STAGE, Knob, KnobError, Settings, Value, divisors
from models.registry import REGISTRY
from tests.models.building import build

KNOBS = {
    knob.name: knob
    for knob in (
        Knob("width", "w", "width", "int", 8, "Channels.", "nowhere", minimum=1, maximum=64),
        Knob("ratio", "r", "ratio", "int", 0, "Ratio.", "nowhere", minimum=2, maximum=32, special={0: "off"}),
        Knob("scale", "α", "scale", "float", 1.0, "Scale.", "nowhere", minimum=0.5, maximum=2.0, scopes=(NETWORK, STAGE)),
        Knob("side", "ρ", "side", "int", 32, "Side.", "nowhere", minimum=8, maximum=64, unit="px", scopes=(NETWORK,)),
        Knob("repeats", "n", "repeats", "int", 1, "Repeats.", "nowhere", minimum=1, maximum=9, scopes=(STAGE,)),
        Knob("kind", "", "kind", "choice", "a", "Kind.", "nowhere", choices=("a", "b")),
        Knob("wet", "", "wet", "bool", default=False, sentence="Wet.", source="nowhere"),
    )
}


def settings(
    values: Mapping[str, object] | None = None,
    at: Mapping[str, Mapping[str, object]] | None = None,
    table: Mapping[str, Mapping[str, int]] | None = None,
    defaults: Mapping[str, int] | None = None,
    compound: Mapping[str, Mapping[Value, Mapping[str, Value]]] | None = None,
) -> Settings:
    return Settings(KNOBS, defaults or {}, table or {}, values or {}, at or {}, compound)


def test_the_narrower_scope_decides_and_a_table_stands_above_the_network() -> None:
    layers = [  # first match first
        ("at", "s.0", 11, "s.0"), ("at", "s", 12, "s"), ("table", "s.0", 13, "table"), ("table", "s", 14, "table"),
        ("values", "", 15, "network"), ("defaults", "", 16, "preset"),
    ]
    for first in range(len(layers) + 1):
        given: dict[str, dict[str, object]] = {"at": {}, "table": {}, "values": {}, "defaults": {}}
        for kind, path, value, _ in layers[first:]:
            if path:
                given[kind][path] = {"width": value}
            else:
                given[kind]["width"] = value
        reading = settings(**given).root["s"]["0"].read("width")  # type: ignore[arg-type]
        expected = layers[first][2:] if first < len(layers) else (8, "preset")
        assert (reading.value, reading.origin) == expected


def test_a_compound_knob_stands_above_table_and_preset_and_below_what_the_user_sets() -> None:
    brings = {"wet": {True: {"width": 20}}}

    def seen(values: Mapping[str, object], at: Mapping[str, Mapping[str, object]] | None = None) -> tuple[object, str]:
        held = settings({"wet": True, **values}, at, {"s": {"width": 14}}, {"width": 16}, brings)
        reading = held.root["s"][0].read("width")
        return reading.value, reading.origin

    assert seen({}) == (20, "preset")
    assert seen({"wet": False}) == (14, "table")
    assert seen({"width": 15}) == (15, "network")
    assert seen({"width": 15}, {"s": {"width": 12}}) == (12, "s")


def test_phi_sets_the_coefficients_that_the_user_leaves_alone() -> None:
    def coefficients(preset: str, knobs: dict[str, object]) -> list[object]:
        held = build(preset, knobs).settings
        return [held.resolve(name, ())[0] for name in ("alpha", "depth", "resolution", "dropout")]

    assert coefficients("efficientnet_b0", {"phi": 3}) == coefficients("efficientnet_b3", {}) == [1.2, 1.4, 300, 0.3]
    assert coefficients("efficientnet_b3", {"phi": 0}) == [1.0, 1.0, 224, 0.2]
    assert coefficients("efficientnet_b3", {"depth": 1.0, "resolution": 224}) == [1.2, 1.0, 224, 0.3]


def test_minimalistic_leaves_what_the_user_sets() -> None:
    net = build("mobilenet_v3_large", {"minimalistic": True}, {"stages.6": {"kernel": "5", "se": 8}}).net
    assert net.get_submodule("stages.3.1").se is None
    assert net.get_submodule("stages.3.1.depthwise.conv").kernel_size == (3, 3)
    assert net.get_submodule("stages.6.1").se is not None
    assert net.get_submodule("stages.6.1.depthwise.conv").kernel_size == (5, 5)


def test_a_mixer_takes_whole_patches() -> None:
    with pytest.raises(KnobError, match=r"resolution = 200 is not possible .* of the patch \(32 px\); possible here: 32, 64"):
        build("mixer_s32", {"resolution": 200})
    assert build("mixer_s32").settings.asked[""]["patch"].legal == (4, 7, 8, 14, 16, 28, 32, 56)


def test_a_scope_reaches_its_own_children_only() -> None:
    root = settings(at={"s": {"width": 3}, "t.1": {"width": 5}}).root
    assert [root["s"].width, root["s"][0].width, root["t"].width, root["t"][0].width, root["t"][1].width] == [3, 3, 8, 8, 5]


def test_every_read_is_recorded_with_what_is_legal_and_why() -> None:
    held = settings({"width": 4})
    block = held.root["s"][0]
    assert block.divisor("width", 24, 36) == 4
    block.note("width", "{0} of {1}", 4, 0.5)
    reading = held.asked["s.0"]["width"]
    assert reading.legal == (1, 2, 3, 4, 6, 12)
    assert reading.reason == ("it must divide the channel counts {0}", "24, 36")
    assert reading.note == ("{0} of {1}", "4", "0.5")


def test_a_word_stands_beside_the_divisors() -> None:
    held = settings()
    assert held.root["s"][0].divisor("ratio", 6) == 0
    assert held.asked["s.0"]["ratio"].legal is not None
    assert held.asked["s.0"]["ratio"].legal[0] == 0


def test_what_a_divisor_offers_is_inside_the_declaration() -> None:
    held = settings()
    held.root["s"][0].divisor("ratio", 64)
    legal = held.asked["s.0"]["ratio"].legal
    assert legal == (0, 2, 4, 8, 16, 32)
    assert [KNOBS["ratio"].check(value) for value in legal] == list(legal)


def test_an_impossible_value_names_place_reason_and_possible_values() -> None:
    block = settings({"width": 5}).root["s"][0]
    with pytest.raises(KnobError) as caught:
        block.divisor("width", 12)
    assert str(caught.value) == (
        "width = 5 is not possible at s.0: it must divide the channel counts 12; possible here: 1, 2, 3, 4, 6, 12"
    )
    assert caught.value.template.format(*caught.value.arguments) == str(caught.value)


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("width", 65, "width = 65 is not allowed; allowed: whole numbers 1 to 64"),
        ("width", 2.5, "width = 2.5 is not allowed; allowed: whole numbers 1 to 64"),
        ("width", True, "width = True is not allowed; allowed: whole numbers 1 to 64"),
        ("width", "4", "width = 4 is not allowed; allowed: whole numbers 1 to 64"),
        ("width", None, "width = None is not allowed; allowed: whole numbers 1 to 64"),
        ("ratio", 1, "ratio = 1 is not allowed; allowed: off (0), whole numbers 2 to 32"),
        ("width", 10**400, f"width = {10**400} is not allowed; allowed: whole numbers 1 to 64"),
        ("scale", 10**400, f"scale = {10**400} is not allowed; allowed: 0.5 to 2"),
        ("scale", float("nan"), "scale = nan is not allowed; allowed: 0.5 to 2"),
        ("scale", float("inf"), "scale = inf is not allowed; allowed: 0.5 to 2"),
        ("side", 4, "side = 4 is not allowed; allowed: whole numbers 8 to 64 px"),
        ("kind", "c", "kind = c is not allowed; allowed: a, b"),
        ("kind", ["a"], "kind = ['a'] is not allowed; allowed: a, b"),
        ("wet", 1, "wet = 1 is not allowed; allowed: true, false"),
        ("colour", 1, "no knob named colour; this architecture has: width, ratio, scale, side, repeats, kind, wet"),
    ],
)
def test_a_wrong_value_is_refused_in_one_sentence(name: str, value: object, sentence: str) -> None:
    with pytest.raises(KnobError) as caught:
        settings({name: value})
    assert str(caught.value) == sentence
    assert caught.value.template.format(*caught.value.arguments) == sentence


def test_values_take_their_declared_type() -> None:
    held = settings({"width": 4.0, "scale": 1})
    assert [type(held.values["width"]), type(held.values["scale"])] == [int, float]


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("width", " 12 ", 12), ("ratio", "off", 0), ("ratio", "OFF", 0), ("ratio", "0", 0), ("ratio", "16", 16),
        ("scale", "0.75", 0.75), ("kind", "b", "b"), ("wet", "on", True), ("wet", "False", False), ("wet", "0", False),
    ],
)
def test_typed_text_becomes_a_value(name: str, text: str, value: object) -> None:
    parsed = KNOBS[name].parse(text)
    assert (parsed, type(parsed)) == (value, type(value))


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("width", "many", "width = many is not a number; allowed: whole numbers 1 to 64"),
        ("width", "1.5", "width = 1.5 is not a number; allowed: whole numbers 1 to 64"),
        ("width", "", "width =  is not a number; allowed: whole numbers 1 to 64"),
        ("ratio", "on", "ratio = on is not a number; allowed: off (0), whole numbers 2 to 32"),
        ("scale", "nan", "scale = nan is not allowed; allowed: 0.5 to 2"),
        ("kind", "z", "kind = z is not allowed; allowed: a, b"),
        ("wet", "perhaps", "wet = perhaps is not allowed; allowed: true, false"),
    ],
)
def test_text_that_means_nothing_is_refused(name: str, text: str, sentence: str) -> None:
    with pytest.raises(KnobError) as caught:
        KNOBS[name].parse(text)
    assert str(caught.value) == sentence


def test_a_scope_that_the_knob_lacks_is_refused() -> None:
    with pytest.raises(KnobError, match="repeats is set per stage, not for the whole network"):
        settings({"repeats": 2})
    with pytest.raises(KnobError, match=r"side acts on the whole network and cannot be set at s\.0"):
        settings(at={"s.0": {"side": 16}})
    held = settings(at={"s.0": {"scale": 0.5}})
    with pytest.raises(KnobError, match=r"scale is set per network or stage, not per block \(s\.0\)"):
        held.root["s"]["0"]
    assert BLOCK not in KNOBS["scale"].scopes


def test_overrides_that_no_place_asks_for_are_dormant() -> None:
    held = settings(at={"s": {"width": 3, "wet": True}, "s.7": {"width": 2}, "nowhere": {"width": 2}, "": {"width": 5}})
    block = held.root["s"][0]
    assert block.width == 3
    assert held.dormant() == [("s", "wet"), ("s.7", "width"), ("nowhere", "width"), ("", "width")]


def test_a_knob_the_builder_asks_for_must_be_declared() -> None:
    with pytest.raises(AttributeError, match="no knob 'colour'"):
        _ = settings().root.colour


@pytest.mark.parametrize("number", [1, 2, 36, 97, 728])
def test_divisors_are_all_and_ascending(number: int) -> None:
    assert divisors(number) == [d for d in range(1, number + 1) if number % d == 0]


# The library's own

def test_an_unknown_preset_names_those_there_are() -> None:
    with pytest.raises(KnobError, match=r"no preset named mobilnet; there are: .*mobilenet_v2"):
        models.build("mobilnet")


def test_an_override_that_nothing_uses_is_refused_by_build_and_kept_by_settings() -> None:
    vanished = {"stages.6.2": {"expansion": 3}}
    with pytest.raises(KnobError, match=r"nothing at stages\.6\.2 uses expansion"):
        models.build("mobilenet_v2", at={**vanished, "stages.6": {"repeats": 1}})
    built = build("mobilenet_v2", at={**vanished, "stages.6": {"repeats": 1}})
    assert built.settings.dormant() == [("stages.6.2", "expansion")]
    assert build("mobilenet_v2", at=vanished).settings.dormant() == []


def test_shallow_leaves_nothing_to_repeat() -> None:
    assert build("mobilenet_v1", {"shallow": True}, {"stages.4": {"repeats": 3}}).settings.dormant() == [("stages.4", "repeats")]


def test_groups_that_do_not_divide_are_refused_with_those_that_do() -> None:
    with pytest.raises(KnobError) as caught:
        build("mobilenet_v2", {"groups": 3})
    assert str(caught.value) == (
        "groups = 3 is not possible at stages.1.0: it must divide the channel counts 16, 32; possible here: 1, 2, 4, 8, 16"
    )
    with pytest.raises(KnobError, match=r"groups = 5 is not possible at the network: Table 1 .* possible here: 1, 2, 3, 4, 8"):
        build("shufflenet_v1", {"groups": 5})
    with pytest.raises(KnobError, match=r"segments = 3 is not possible at stages\.entry\.0: .* possible here: 0, 1, 2, 4"):
        build("xception", {"segments": 3})


def test_a_long_run_of_legal_values_reads_as_its_ends() -> None:
    with pytest.raises(KnobError, match=r"resolution = 66 is not possible at the network: .* 67 px; .* here: 67 to 600$"):
        build("alexnet_2012", {"resolution": 66})
    assert build("alexnet_2012", {"resolution": 32, "stem": "small"}).answer().shape == (1, 1000)


@pytest.mark.parametrize("name", list(REGISTRY.architectures))
def test_a_declaration_agrees_with_itself(name: str) -> None:
    entry = REGISTRY.architectures[name]
    for knob in entry.knobs.values():
        assert knob.sentence.endswith("."), knob.name
        assert knob.source, knob.name
        assert set(knob.scopes) <= {NETWORK, STAGE, BLOCK}
        for value in (knob.default, *knob.choices, *knob.snaps, *knob.special):
            assert knob.check(value) == value, knob.name
        if knob.kind != "choice":
            assert knob.parse(str(knob.default)) == knob.default
    assert list(entry.knobs)[:2] == ["alpha", "resolution"]
    for preset in entry.presets:
        table = models.settings(preset.name)[1].table
        assert build(preset.name, preset.knobs, table).settings.dormant() == [], "the table sets what no block asks for"
