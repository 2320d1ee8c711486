"""The layer table of real networks: every column that adds up adds up to the total, under every rule."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest

import models
from explorer.analysis import analyse
from explorer.core import rules
from explorer.core.columns import BY_NAME, COLUMNS, Layers, arranged, layer_table
from explorer.core.measures import PRECISIONS
from explorer.core.recipe import Recipe
from explorer.core.tabular import FORMATS, to_csv

FIRST = [a.presets[0].name for a in models.architectures()]
REST = [p.name for a in models.architectures() for p in a.presets[1:]]
PRESETS = [*FIRST, *(pytest.param(name, marks=pytest.mark.slow) for name in REST)]


def column(table_text: str, title: str) -> list[str]:
    lines = [line for line in table_text.split("\r\n") if not line.startswith("#")]
    return [row[title] for row in csv.DictReader(io.StringIO("\r\n".join(lines)))]


@pytest.mark.parametrize("preset", PRESETS)
def test_columns_add_up_to_totals(preset: str) -> None:
    for rule in rules.RULES:
        analysis = analyse(Recipe(preset), rule)
        text = to_csv(layer_table(analysis, Layers(analysis).columns()))
        title = rules.RULES[rule].title
        assert sum(int(cell) for cell in column(text, title)) == analysis["macs"] == analysis["counted"][rule]
        assert sum(int(cell) for cell in column(text, "params")) == analysis["params"]
        assert sum(float(cell) for cell in column(text, "params (%)")) == pytest.approx(100)
        assert sum(float(cell) for cell in column(text, f"{title} (%)")) == pytest.approx(100)
        assert float(column(text, f"cumulative {title} (%)")[-1]) == pytest.approx(100)
        assert analysis["digest"] in text
        assert rules.RULES[rule].sentence.split(";")[0] in text
        assert len(column(text, "layer")) == len(analysis["layers"])


@pytest.mark.parametrize("preset", [*FIRST, *REST])
def test_every_column_that_adds_up_adds_up_to_the_network_s(preset: str) -> None:
    """All presets, trained and deployed where that is a knob: rows, what stands at the top, totals, bytes at each precision."""
    recipes = [Recipe(preset)]
    if preset.startswith("repvgg"):
        recipes.append(Recipe.of(preset, {"deploy": True}))
    for recipe in recipes:
        analysis = analyse(recipe)
        totals = {"params": analysis["params"], "macs": analysis["macs"], "weights": analysis["params"],
                  "activations": analysis["activations"], "access": analysis["access"]}
        top = [node for node in analysis["graph"]["nodes"] if not node["parent"]]
        for name in ("params", "macs", "activations", "access"):
            assert sum(node[name] for node in top) == totals[name]
        for precision, width in PRECISIONS.items():
            layers = Layers(analysis, precision)
            everything = range(len(layers.rows))
            wanted = totals | {"weight_bytes": width * totals["weights"], "params_share": pytest.approx(100),
                               "activation_bytes": width * totals["activations"], "access_bytes": width * totals["access"],
                               "macs_share": pytest.approx(100)}
            for column in layers.columns():
                if column.sums:
                    assert column.total(layers, everything) == wanted.pop(column.name), column.name
                    assert column.heading(layers).endswith(f"(bytes, {precision})") is column.name.endswith("_bytes")
            assert not wanted
        idle = [row for row in analysis["layers"] if not row["runs"]]
        assert all(row["macs"] == row["activations"] == row["access"] == 0 for row in idle)


def test_what_does_not_run_is_a_row_of_no_macs() -> None:
    analysis = analyse(Recipe("googlenet").with_value("aux", value=True))
    text = to_csv(layer_table(analysis, [*COLUMNS[:11], BY_NAME["runs"]]))
    idle = [i for i, cell in enumerate(column(text, "runs")) if cell == "no"]
    assert [column(text, "layer")[i] for i in idle] == [row["path"] for row in analysis["layers"] if not row["runs"]]
    assert idle
    assert {column(text, "MACs")[i] for i in idle} == {"0"}
    assert sum(int(column(text, "params")[i]) for i in idle) > 0


def test_numbers_are_sorted_as_numbers_and_paths_by_their_numbers() -> None:
    analysis = analyse(Recipe("resnet152"))
    layers, everything = Layers(analysis), range(len(analysis["layers"]))
    macs = [layers.rows[i]["macs"] for i in arranged(layers, BY_NAME["macs"], everything, descending=True)]
    assert macs == sorted(macs, reverse=True)
    order = arranged(layers, BY_NAME["path"], everything)
    paths = [layers.rows[i]["path"] for i in order]
    blocks = [int(path.split(".")[2].partition(":")[0]) for path in paths if path.startswith("stages.4.")]
    assert blocks == sorted(blocks)
    assert blocks[-1] == 35
    assert arranged(layers, None, order) == list(everything)
    for descending in (False, True):
        ordered = arranged(layers, BY_NAME["detail"], everything, descending=descending)
        details = [layers.rows[i]["detail"] for i in ordered]
        assert all(details[: details.index("")])
        assert not any(details[details.index(""):])


def test_a_part_has_its_own_totals_beside_the_whole() -> None:
    analysis = analyse(Recipe("mobilenet_v2"))
    depthwise = [i for i, row in enumerate(analysis["layers"]) if row["kind"] == "depthwise"]
    table = layer_table(analysis, [BY_NAME[name] for name in ("path", "macs", "macs_share", "kind")], depthwise, query="dw")
    macs = sum(analysis["layers"][i]["macs"] for i in depthwise)
    assert [list(row)[:2] for row in table.totals] == [["shown", macs], ["total", analysis["macs"]]]
    assert table.totals[0][2] == pytest.approx(100 * macs / analysis["macs"])
    assert any(note == f"Shown: 17 of {len(analysis['layers'])} layers that match dw" for note in table.notes)
    for _ending, write in FORMATS.values():
        assert "mobilenet_v2" in write(table).replace("\\_", "_")


def test_columns_that_an_analysis_lacks_are_not_there_and_come_with_it() -> None:
    analysis: dict[str, Any] = analyse(Recipe("mobilenet_v2"))
    bare = {key: value for key, value in analysis.items() if key != "layers"}
    rows = [{k: v for k, v in row.items() if k not in ("weights", "activations", "access", "intensity", "receptive")}
            for row in analysis["layers"]]
    assert not {c.name for c in Layers({**bare, "layers": rows}).columns()} & {"access", "receptive", "intensity"}
    receptive = {"size": [3, 3], "stride": [2, 2], "start": [0, 0]}
    more = {"weights": 1, "activations": 2, "access": 3, "intensity": 1.5, "receptive": receptive}
    table = layer_table({**bare, "layers": [row | more for row in rows]}, list(COLUMNS))
    titles = [heading.title for heading in table.headings]
    first, total = table.texts(table.rows[0]), table.texts(table.totals[0])
    assert first[titles.index("memory access (elements)")] == "3"
    assert total[titles.index("memory access (elements)")] == str(3 * len(rows))
    assert first[titles.index("receptive field (px)")] == "3"
    assert first[titles.index("intensity (MACs/element)")] == "1.50"
    assert total[titles.index("intensity (MACs/element)")] == ""


def test_changes_of_the_recipe_are_noted() -> None:
    analysis = analyse(Recipe.of("mobilenet_v2", {"alpha": 0.5}, {"stages.5": {"expansion": 4}}))
    notes = layer_table(analysis, COLUMNS[:2]).notes
    assert "Changed: alpha=0.5, stages.5:expansion=4" in notes


def test_receptive_fields_stand_in_their_columns() -> None:
    columns = [BY_NAME[name] for name in ("path", "receptive", "receptive_stride", "receptive_padding")]
    text = to_csv(layer_table(analyse(Recipe("mobilenet_v1")), columns))
    rows = list(csv.reader(line for line in text.splitlines() if not line.startswith("#")))
    assert ["stages.5.1.pointwise.conv", "315", "32", "157"] in rows  # Araujo et al., Distill 2019, for MobileNetV1
