"""The source of a network's places: for every architecture the classes, the lines that make the boxes, the lines knobs govern."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from torch import nn

import models
from explorer.analysis import analyse
from explorer.analysis.own import load
from explorer.analysis.source import source
from explorer.analysis.source.tracing import trace
from explorer.core.errors import BadInput
from explorer.core.own import OwnFile
from explorer.core.recipe import Recipe
from explorer.core.source_book import SourceBook
from explorer.worker_jobs import handlers
from models.knobs import Scope

FIRST = [entry.presets[0].name for entry in models.architectures()]
REPOSITORY = Path(models.__file__).resolve().parents[1]
# Read by no line of a network's own code: the side of the input, and what sets other knobs before anything is built.
BEFORE_BUILDING = {"resolution", "minimalistic", "phi"}

OWN = '''
from torch import nn
from models import Knob, Preset, architecture
from models.common import resolution

WIDTHS = {
    "1": (8, 2),
    "2": (16, 1),
}


class Cell(nn.Module):
    def __init__(self, before, place):
        super().__init__()
        wide = before * place.factor
        self.conv = nn.Conv2d(before, wide, 3)
        self.back = nn.Conv2d(wide, before, 1)

    def forward(self, x):
        return self.back(self.conv(x))


@architecture(
    name="own_cells", title="Cells", family="Own", year=2026, paper="none", url="", presets=[Preset("own_cells", "here")],
    knobs=[
        resolution(64, (64,), "here"),
        Knob("factor", "f", "factor", "int", 2, "Inner over outer width.", "here", minimum=1, maximum=4),
    ],
)
class Cells(nn.Module):
    def __init__(self, net):
        super().__init__()
        self.stages = nn.ModuleDict()
        for name, (_, count) in WIDTHS.items():
            stage = net["stages." + name]
            self.stages[name] = nn.Sequential(*(Cell(3, stage[i]) for i in range(count)))

    def forward(self, x):
        for stage in self.stages.values():
            x = stage(x)
        return x
'''


@cache
def book_of(preset: str) -> SourceBook:
    return SourceBook(source(Recipe(preset)))


@cache
def analysis_of(preset: str) -> dict[str, Any]:
    return analyse(Recipe(preset))


def text_of(book: SourceBook, place: str) -> list[str]:
    return [line.text for line in book.page(place).lines]


@pytest.mark.parametrize("preset", FIRST)
def test_every_place_shows_the_class_that_is_built_there(preset: str) -> None:
    built, book = models.build(preset), book_of(preset)
    for path, place in analysis_of(preset)["places"].items():
        shown = "\n".join(text_of(book, path))
        own = type(built.get_submodule(path))
        if own.__module__.startswith("models."):
            assert re.search(rf"^class {own.__name__}\(", shown, re.MULTILINE), path
        elif place["level"] == "stage":
            assert re.search(rf"^class {type(built).__mro__[0].__name__}\(", shown, re.MULTILINE), path
        else:  # torch's own module: the function or class that makes it
            assert re.search(r"^(def|class) ", shown, re.MULTILINE), path


@pytest.mark.parametrize("preset", FIRST)
def test_lines_are_those_of_the_files(preset: str) -> None:
    book = book_of(preset)
    for path in analysis_of(preset)["places"]:
        for line in book.page(path).lines:
            if line.number:
                assert (REPOSITORY / line.file).read_text(encoding="utf-8").splitlines()[line.number - 1] == line.text


@pytest.mark.parametrize("preset", FIRST)
def test_each_layer_of_a_block_has_the_line_that_makes_it_and_the_line_leads_back(preset: str) -> None:
    book, analysis = book_of(preset), analysis_of(preset)
    levels = {path: place["level"] for path, place in analysis["places"].items()}
    seen = 0
    for node in analysis["graph"]["nodes"]:
        place = book.place_of(node["id"])
        if levels[place] != "block" or node["id"] == place or node["parent"] != place:
            continue
        made = book.made(place, node["id"])
        assert made, node["id"]
        page = book.page(place)
        assert page.position(made[0].file, made[0].first) is not None, node["id"]
        back = book.nodes_at(place, made[0].file, made[0].first)
        assert any(node["id"] == found or node["id"].startswith(found + ".") for found in back), node["id"]
        seen += 1
    assert seen


@pytest.mark.parametrize("preset", FIRST)
def test_every_knob_of_every_place_governs_lines_or_says_where_it_is_read(preset: str) -> None:
    book = book_of(preset)
    for path, place in analysis_of(preset)["places"].items():
        for knob in place["knobs"]:
            found = book.governed(path, knob)
            if knob not in BEFORE_BUILDING:
                assert found["lines"] or found["elsewhere"], f"{knob} at {path or 'the network'}"


@pytest.mark.parametrize("preset", FIRST)
def test_a_line_that_names_a_knob_of_the_block_is_governed_by_it(preset: str) -> None:
    """The oracle reads the text of the block's class: ``block.expansion``, ``block.activation("project")``."""
    book, checked = book_of(preset), 0
    for path, place in analysis_of(preset)["places"].items():
        if place["level"] != "block":
            continue
        for line in book.page(path).lines:
            named = re.findall(r"\bblock\.(\w+)\b(?!\()", line.text)
            named += [f"activation.{slot}" for slot in re.findall(r"\bblock\.activation\(\"(\w+)\"\)", line.text)]
            for knob in set(named) & set(place["knobs"]):
                found = book.governed(path, knob)
                if line.number in found["reads"].get(line.file, ()):
                    checked += 1
                    assert line.number in found["lines"][line.file], f"{knob}: {line.file}:{line.number}"
                else:  # not run for this block: then it is read elsewhere on the page
                    assert any(found["reads"].values()), f"{knob}: {line.file}:{line.number}"
    assert checked or preset.startswith("shufflenet_v2")  # its units call their place ``unit``


def test_expansion_governs_the_widths_of_an_inverted_residual_and_nothing_beside_them() -> None:
    book = book_of("mobilenet_v2")
    text = book.text("models/mobilenet_v2.py").splitlines()
    lines = {text[n - 1].strip() for n in book.governed("stages.5.1", "expansion")["lines"]["models/mobilenet_v2.py"]}
    assert "hidden = in_channels * block.expansion" in lines
    assert any(line.startswith("self.expand = ConvNormAct(in_channels, hidden") for line in lines)
    assert any(line.startswith("self.project = ConvNormAct(hidden") for line in lines)
    assert not any("self.se" in line or "joins" in line for line in lines)


def test_a_slot_governs_the_one_line_that_asks_for_it() -> None:
    book = book_of("mobilenet_v2")
    (number,) = book.governed("stages.5.1", "activation.project")["lines"]["models/mobilenet_v2.py"]
    assert 'block.activation("project")' in book.text("models/mobilenet_v2.py").splitlines()[number - 1]


def test_a_value_is_followed_through_functions_and_base_classes() -> None:
    governed = book_of("resnet50").governed("stages.4.1", "expansion")["lines"]
    text = {file: book_of("resnet50").text(file).splitlines() for file in governed}
    lines = [text[file][n - 1].strip() for file, numbers in governed.items() for n in numbers]
    assert "wide = narrow * block.expansion" in lines  # residual_block, in resnet.py
    assert any(line.startswith("third = nn.Conv2d(width, out_channels") for line in lines)  # Bottleneck, in residual.py


def test_operations_have_their_lines() -> None:
    book = book_of("mobilenet_v2")
    (made,) = book.made("stages.5.1", "stages.5.1:add")
    assert book.text(made.file).splitlines()[made.first - 1].strip() == "y = x + y"


@pytest.mark.parametrize(
    ("preset", "node", "row"),
    [
        ("mobilenet_v2", "stages.5", '"5": (6, 96, 3, "1"),'), ("mobilenet_v1", "stages.4.2", '"4": (512, 6, "2"),'),
        ("mobilenet_v3_large", "stages.4.1", "(3, 200, 80, False, \"HS\", 1),"),
        ("mobilenet_v3_small", "stages.4.0", "(5, 120, 48, True, \"HS\", 1),"), ("resnet50", "stages.4", '"4": (256, "2"),'),
        ("googlenet", "stages.5.b", '"5": {"a": (256, 160, 320, 32, 128, 128), "b": (384, 192, 384, 48, 128, 128)},'),
        ("inception_v3", "stages.6.c", '"stages.6.c": {"width": 160},'), ("densenet169", "stages.3", "169: (6, 12, 32, 32),"),
        ("mixer_b16", "stages.mixer", '"b16": (12, 16, 768, 3072, 384),'),
        ("efficientnet_b0", "stages.7", '"7": ("5", 6, 192, 4, "2"),'),
        ("xception", "stages.middle", '"stages.middle": {"channels": MIDDLE, "repeats": 8},'),
        ("repvgg_a0", "stages.4", '"4": (256, 14, "2"),'), ("vgg16", "stages.3.1", '"3": (256, 2),'),
    ],
)
def test_the_row_of_the_files_own_table_is_found(preset: str, node: str, row: str) -> None:
    book = book_of(preset)
    found = book.row(node)
    assert found is not None
    assert book.text(found.file).splitlines()[found.first - 1].strip() == row


@pytest.mark.parametrize("preset", FIRST)
def test_every_stage_has_a_row_in_the_files_table(preset: str) -> None:
    stages = [path for path, place in analysis_of(preset)["places"].items() if place["level"] == "stage"]
    assert stages
    assert all(book_of(preset).row(stage) is not None for stage in stages)


def test_a_block_beyond_the_presets_is_like_the_stages_last_row() -> None:
    book = SourceBook(source(Recipe.of("mobilenet_v3_large", {}, {"stages.4": {"repeats": 6}})))
    assert book.row("stages.4.5") == book.row("stages.4.3")


def test_names_lead_to_their_definitions() -> None:
    book = book_of("mobilenet_v2")
    section = book.meaning("models/mobilenet_v2.py", "ConvNormAct")
    assert section is not None
    assert book.page_of(section).lines[0].text.startswith("class ConvNormAct")
    assert book.meaning("models/mobilenet_v2.py", "nn") is None


def test_another_structure_has_another_class() -> None:
    book = SourceBook(source(Recipe.of("mobilenet_v1", {}, {"stages.3": {"convolution": "standard"}})))
    assert any(line.startswith("class StandardConvolution") for line in text_of(book, "stages.3.0"))
    assert any(line.startswith("class DepthwiseSeparable") for line in text_of(book, "stages.4.0"))


def test_a_file_of_the_users_own_is_read_as_it_is_written(tmp_path: Path) -> None:
    (tmp_path / "cells.py").write_text(OWN, encoding="utf-8")
    try:
        (report,) = load([OwnFile(str(tmp_path), "cells.py")])
        assert not report.error
        book = SourceBook(source(Recipe("own_cells")))
        page = book.page("stages.1.1")
        assert {line.file for line in page.lines if line.number} == {"cells.py"}
        text = book.text("cells.py").splitlines()
        lines = [text[n - 1].strip() for n in book.governed("stages.1.1", "factor")["lines"]["cells.py"]]
        convolutions = ["self.conv = nn.Conv2d(before, wide, 3)", "self.back = nn.Conv2d(wide, before, 1)"]
        assert lines == ["wide = before * place.factor", *convolutions]
        row = book.row("stages.2")
        assert row is not None
        assert text[row.first - 1].strip() == '"2": (16, 1),'
    finally:
        load([])


def test_nothing_is_left_of_the_tracing() -> None:
    before = Scope.read, nn.Module.__init__, nn.Conv2d.__init__, nn.BatchNorm2d.__init__
    with pytest.raises(BadInput):
        trace(Recipe.of("mobilenet_v2", {}, {"stages.5": {"groups": 7}}))
    trace(Recipe("mobilenet_v2"))
    assert (Scope.read, nn.Module.__init__, nn.Conv2d.__init__, nn.BatchNorm2d.__init__) == before


def test_the_engine_answers_it_as_json() -> None:
    answer = handlers("engine")["source"]({"recipe": Recipe("mobilenet_v2").to_json()}, lambda *_: None, lambda: False)
    assert isinstance(answer, bytes)
    assert SourceBook(json.loads(answer)).page("stages.5.1") == book_of("mobilenet_v2").page("stages.5.1")
