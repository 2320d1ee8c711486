"""The papers' tables of all architectures: every stage has rows, editable cells are knobs there, an edit is an override."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

import pytest

import models
from explorer.analysis import analyse
from explorer.core.catalogue import ArchitectureSpec
from explorer.core.errors import BadInput
from explorer.core.graph import Network
from explorer.core.paper import Cell, PaperTable, as_table, paper_table
from explorer.core.paper_row import row_words
from explorer.core.recipe import Recipe, Value
from explorer.core.tabular import to_csv, to_latex, to_markdown
from models.declaration import DeclarationError, check_declaration
from models.paper import Column
from models.paper import PaperTable as Declared

ENTRIES = models.architectures()
FIRST = [entry.presets[0].name for entry in ENTRIES]
SPECS = {p.name: ArchitectureSpec.of(entry.describe()) for entry in ENTRIES for p in entry.presets}


@cache
def analysis_of(recipe: Recipe) -> dict[str, Any]:
    return analyse(recipe)


def table_of(recipe: Recipe, before: PaperTable | None = None) -> PaperTable:
    analysis = analysis_of(recipe)
    return paper_table(analysis, Network(analysis), SPECS[recipe.preset], before)


def column(table: PaperTable, title: str) -> list[str]:
    place = [c.title for c in table.columns].index(title)
    return [row.cells[place].text for row in table.rows]


def another(spec: Any, reading: dict[str, Any], value: Value) -> Value | None:
    """A value that can be set in place of this one."""
    if spec.kind == "bool":
        return not value
    if spec.kind == "choice":
        offered = reading.get("legal") or spec.choices
    else:
        offered = [spec.value_at(stop) for stop in spec.stops(reading.get("legal"), value)]
    others: list[Value] = [v for v in offered if v != value]
    if isinstance(value, str) or not others:
        return next(iter(others), None)
    return min(others, key=lambda v: abs(float(v) - float(value)))


def test_there_are_nineteen_and_each_declares_its_table() -> None:
    assert len(ENTRIES) == 19
    assert all(entry.paper_table is not None for entry in ENTRIES)


@pytest.mark.parametrize("preset", FIRST)
def test_the_rows_cover_every_stage_in_order(preset: str) -> None:
    table, places = table_of(Recipe(preset)), analysis_of(Recipe(preset))["places"]
    stages = [path for path, place in places.items() if place["level"] == "stage"]
    seen = [next((s for s in stages if row.node == s or row.node.startswith(s + ".")), "") for row in table.rows]
    assert [s for i, s in enumerate(seen) if s and s not in seen[:i]] == stages
    parts = (".pool", ".transition")
    blocks = {p for p, place in places.items() if place["level"] == "block" and not p.endswith(parts)}
    assert blocks <= {member for row in table.rows for member in row.members}


@pytest.mark.parametrize("preset", FIRST)
def test_editable_cells_are_knobs_of_the_place_and_the_others_say_why_not(preset: str) -> None:
    table, analysis = table_of(Recipe(preset)), analysis_of(Recipe(preset))
    knobs = SPECS[preset].knobs
    cells = [cell for row in table.rows for cell in row.cells]
    assert sum(bool(cell.knob) for cell in cells) >= 3
    for cell in cells:
        if cell.knob:
            place = analysis["places"][cell.place]
            assert place["knobs"][cell.knob]["value"] == cell.value
            assert place["level"] in knobs[cell.knob].scopes
        else:
            assert cell.why


@pytest.mark.parametrize("preset", FIRST)
def test_an_edit_of_each_column_is_an_override_and_shows_as_changed(preset: str) -> None:
    plain, edited = table_of(Recipe(preset)), 0
    for place, declared in enumerate(plain.columns):
        cells = [(i, row.cells[place]) for i, row in enumerate(plain.rows) if row.cells[place].knob and row.cells[place].place]
        for i, cell in cells[:1]:
            reading = analysis_of(Recipe(preset))["places"][cell.place]["knobs"][cell.knob]
            value = another(SPECS[preset].knobs[cell.knob], reading, cell.value)
            if value is None:
                continue
            recipe = Recipe(preset).with_value(cell.knob, value, cell.place)
            assert recipe.overrides() == {cell.place: {cell.knob: value}}
            try:
                table = table_of(recipe, plain)
            except BadInput:  # the engine refuses what a layer further on cannot be built with
                continue
            found = _same(table, plain.rows[i].node, place)
            if found is not None:
                assert (found.value, found.was) == (value, cell.text), declared.title
                edited += 1
    assert edited or preset.startswith("mixer")


def _same(table: PaperTable, node: str, place: int) -> Cell | None:
    return next((row.cells[place] for row in table.rows if row.node == node), None)


def test_mobilenet_v2_is_table_2() -> None:
    """Sandler et al. 2018, Table 2, as printed."""
    table = table_of(Recipe("mobilenet_v2"))
    assert [c.title for c in table.columns] == ["input", "operator", "t", "c", "n", "s"]
    printed = [
        ("112² × 32", "1", "16", "1", "1"), ("112² × 16", "6", "24", "2", "2"), ("56² × 24", "6", "32", "3", "2"),
        ("28² × 32", "6", "64", "4", "2"), ("14² × 64", "6", "96", "3", "1"), ("14² × 96", "6", "160", "3", "2"),
        ("7² × 160", "6", "320", "1", "1"),
    ]
    columns = [column(table, title) for title in ("input", "t", "c", "n", "s")]
    assert list(zip(*columns, strict=True))[1:8] == printed
    assert column(table, "operator")[0] == "conv2d 3×3"


def test_mobilenet_v3_has_the_printed_expanded_sizes() -> None:
    """Howard et al. 2019, Table 1: exp size and #out of the fifteen bneck rows."""
    table = table_of(Recipe("mobilenet_v3_large"))
    sizes = [16, 64, 72, 72, 120, 120, 240, 200, 184, 184, 480, 672, 672, 960, 960]
    assert column(table, "exp size")[1:16] == [str(n) for n in sizes]
    widths = [16, 24, 24, 40, 40, 40, 80, 80, 80, 80, 112, 112, 160, 160, 160]
    assert column(table, "#out")[1:16] == [str(n) for n in widths]


def test_mobilenet_v1_folds_the_five_equal_layers() -> None:
    """Howard et al. 2017, Table 1: the 5× row of 14×14×512."""
    table = table_of(Recipe("mobilenet_v1"))
    filters, times = column(table, "filter shape"), column(table, "×")
    assert (filters[times.index("5")], filters[times.index("5") + 1]) == ("3×3×512 dw", "1×1×512×512")
    assert filters[:3] == ["3×3×3×32", "3×3×32 dw", "1×1×32×64"]


def test_googlenet_is_table_1() -> None:
    """Szegedy et al. 2015, Table 1, inception (4b)."""
    table = table_of(Recipe("googlenet"))
    row = table.rows[column(table, "type").index("inception (4b)")]
    assert [cell.text for cell in row.cells][4:10] == ["160", "112", "224", "24", "64", "64"]


def test_resnet_is_table_1() -> None:
    """He et al. 2016, Table 1, the 50-layer column."""
    table = table_of(Recipe("resnet50"))
    row = column(table, "layer").index("conv4_x")
    assert column(table, "block")[row] == "1×1, 256 · 3×3, 256 · 1×1, 1024"
    assert (column(table, "output size")[row], column(table, "×")[row]) == ("14 × 14", "6")


def test_densenet_prints_transitions_of_their_own() -> None:
    """Huang et al. 2017, Table 1: dense block (1) at 56 × 56, transition (1) to 28 × 28."""
    table = table_of(Recipe("densenet121"))
    names, sizes = column(table, "layer"), column(table, "output size")
    at = names.index("dense block (1)")
    assert (sizes[at], names[at + 1], sizes[at + 1]) == ("56 × 56", "transition", "28 × 28")


def test_what_the_width_multiplier_makes_of_a_knob_stands_beside_it() -> None:
    assert "96 (72)" in column(table_of(Recipe.of("mobilenet_v2", {"alpha": 0.75})), "c")


def test_changed_figures_follow_from_the_network() -> None:
    plain = table_of(Recipe("mobilenet_v2"))
    table = table_of(Recipe.of("mobilenet_v2", {"resolution": 192}), plain)
    assert table.rows[1].cells[0].was == "112² × 32"
    assert table.rows[1].cells[0].text == "96² × 32"


def test_a_row_says_what_its_blocks_are_built_with() -> None:
    """Blocks that are set apart from their stage: the row has their values, not the stage's, which none of them may have."""
    preset = table_of(Recipe("mobilenet_v2"))
    both = table_of(Recipe.of("mobilenet_v2", {}, {"stages.2.0": {"expansion": 10}, "stages.2.1": {"expansion": 10}}), preset)
    row = both.rows[both.row_of("stages.2") or 0]
    place = [c.title for c in both.columns].index("t")
    assert (row.cells[place].text, row.cells[place].shown, row.cells[place].value) == ("10", "6 → 10", 6)
    one = table_of(Recipe.of("mobilenet_v2", {}, {"stages.3.1": {"expansion": 4}}), preset)
    cell = one.rows[one.row_of("stages.3") or 0].cells[place]
    assert (cell.text, cell.shown, cell.mixed) == ("6, 4", "6 → 6, 4", True)
    assert column(one, "t")[:3] == column(preset, "t")[:3], "other rows stay"


def test_the_row_of_a_node_is_its_own_or_its_parents() -> None:
    table = table_of(Recipe("mobilenet_v3_large"))
    assert table.row_of("stages.1.0.project.conv") == 1
    assert table.row_of("stages.2") == 2
    assert table.row_of("stem.norm") == 0
    assert table.row_of("") is None


def test_an_architecture_without_a_declaration_has_a_plain_table() -> None:
    spec = ArchitectureSpec.of(models.REGISTRY.architectures["mobilenet_v2"].describe() | {"paper_table": None})
    analysis = analysis_of(Recipe("mobilenet_v2"))
    table = paper_table(analysis, Network(analysis), spec)
    assert table.source == ""
    assert [c.title for c in table.columns][:5] == ["stage", "operator", "input", "output", "blocks"]
    assert "expansion" in [c.knob for c in table.columns]
    assert column(table, "blocks")[1:8] == ["1", "2", "3", "4", "3", "3", "1"]


def test_copies_say_what_is_changed() -> None:
    plain = table_of(Recipe("mobilenet_v2"))
    table = as_table(table_of(Recipe.of("mobilenet_v2", {}, {"stages.5": {"expansion": 4}}), plain), "MobileNetV2, Table 2.")
    assert "stages.5: t 6 → 4" in to_csv(table)
    rows = [[cell.strip() for cell in line.split("|")] for line in to_markdown(table).splitlines()]
    assert ["", "14² × 64", "bottleneck", "4", "96", "3", "1", ""] in rows
    assert r"\toprule" in to_latex(table)


def test_the_row_in_words() -> None:
    analysis = analysis_of(Recipe("mobilenet_v2"))
    words = row_words(analysis, Network(analysis), SPECS["mobilenet_v2"], "stages.5.1.project")
    assert words == "MobileNetV2, Table 2: input 14² × 64 · operator bottleneck · t 6 · c 96 · n 3 · s 1"
    assert row_words(analysis, Network(analysis), SPECS["mobilenet_v2"], "") == "MobileNetV2, Table 2"


@pytest.mark.parametrize(
    ("declared", "named"),
    [
        (Declared("x", (Column("t", "", "nothing"),)), "nothing"), (Declared("x", (Column("t", "colour"),)), "colour"),
        (Declared("x", ()), "columns"), (Declared("x", (Column("t", "name"),), rows="towers"), "towers"),
        (Declared("x", (Column("t", "name"), Column("t", "size"))), "title of its own"),
        (Declared("x", (Column("t"),)), "nothing"),
    ],
)
def test_a_declaration_that_cannot_be_used_is_refused(declared: Declared, named: str) -> None:
    entry = replace(models.REGISTRY.architectures["mobilenet_v2"], paper_table=declared)
    with pytest.raises(DeclarationError, match=named):
        check_declaration(entry)
