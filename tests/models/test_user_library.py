"""The user's files in the registry: imported under private names, registered whole or not at all, never in the way of others."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import models
from explorer.analysis import analyse
from explorer.analysis.own import load, whole_catalogue
from explorer.core.errors import BadInput
from explorer.core.own import OwnFile, own_files
from explorer.core.recipe import Recipe
from models.declaration import DeclarationError, check_declaration
from models.registry import REGISTRY
from models.user_library import LIBRARY, PACKAGE
from scripts.generate_catalogue import generated
from tests.own_files import TINY, tiny, tiny_params


@pytest.fixture(autouse=True)
def only_bundled_afterwards() -> Iterator[None]:
    architectures, presets, path = dict(REGISTRY.architectures), dict(REGISTRY.presets), list(sys.path)
    yield
    LIBRARY.clear()
    assert architectures == REGISTRY.architectures
    assert presets == REGISTRY.presets
    assert path == sys.path
    assert not [name for name in sys.modules if name.startswith(PACKAGE)]


def loaded(folder: Path) -> dict[str, OwnFile]:
    return {f.file: f for f in load(own_files(folder))}


@pytest.mark.parametrize("entry", models.architectures(), ids=lambda a: a.name)
def test_the_bundled_declarations_pass_the_check(entry: models.Architecture) -> None:
    check_declaration(entry)


def test_a_file_is_in_the_library_like_a_bundled_one(tmp_path: Path) -> None:
    (tmp_path / "mine.py").write_text(tiny("tiny"))
    report = loaded(tmp_path)
    assert report["mine.py"].presets == ("tiny",)
    found = analyse(Recipe.of("tiny", {"alpha": 0.5}))
    assert found["params"] == tiny_params(8)
    assert found["source"] == {"file": "mine.py", "sha256": report["mine.py"].sha256}
    assert str(tmp_path) not in json.dumps(found)
    assert "source" not in analyse(Recipe("mobilenet_v2"))


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("def f(:\n", "line 1: SyntaxError: "),
        ("x = 1\nimport nothing_of_that_name\n", "line 2: ModuleNotFoundError: No module named 'nothing_of_that_name'"),
        ("x = 1\n\nraise ValueError('two\\nlines')\n", "line 3: ValueError: two lines"),
        ("import sys\nsys.exit(3)\n", "line 2: it ends the program (sys.exit) when it is imported"),
        ("x = '\\ud800'.encode()\n", "line 1: UnicodeEncodeError"),
        (tiny("mobilenet_v2"), "already registered: mobilenet_v2; choose another name"),
        (tiny("bad").replace('Preset("bad"', 'Preset("mobilenet_v2"'), "already registered: mobilenet_v2"),
        (tiny("bad").replace("common.classes()", "common.classes(), common.classes()"), "a knob is declared twice: classes"),
        (tiny("bad").replace("    common.resolution(32, (32, 64), \"notes\"),\n", ""), "bad needs a knob \"resolution\""),
        (tiny("bad").replace("common.classes(),", ""), "AttributeError: architecture declares no knob 'classes'"),
        (tiny("bad").replace('Preset("bad", "notes"),', ""), "bad has no preset"),
        (tiny("bad").replace('Preset("bad", "notes")', 'Preset("bad", "n", {"beta": 1})'),
         "the preset bad gives a value to beta, which is not declared as a knob"),
        (tiny("bad").replace('Preset("bad", "notes")', 'Preset("bad", "n", {"alpha": 9})'), "alpha = 9 is not allowed"),
        (tiny("bad").replace('title="Tiny"', "title=3"), "title is 3; a text is needed"),
        (tiny("bad").replace("(0.5, 1.0)", '("x",)'), "snaps of alpha is 'x'; a finite number is needed"),
        (tiny("bad").replace("(0.5, 1.0)", "(float('nan'),)"), "snaps of alpha is nan; a finite number is needed"),
        (tiny("bad").replace('name="bad"', 'name="../bad"'), "the name '../bad' is not allowed"),
        (tiny("bad").replace("class Tiny(nn.Module)", "class Tiny"), "the preset bad cannot be analysed: "),
        (tiny("bad").replace("nn.Linear(channels,", "nn.Linear(channels + 1,"), "the preset bad cannot be analysed: "),
        (tiny("bad").replace("super().__init__()", "super().__init__(); 1 / 0"), "ZeroDivisionError: division by zero"),
        (tiny("bad").replace("x = self.stem(x)", "x = undefined"), "NameError: name 'undefined' is not defined"),
        (tiny("bad") + "\nraise RuntimeError('too late')\n", "RuntimeError: too late"),
        ("from models.registry import REGISTRY\nREGISTRY.architectures.pop('mobilenet_v2')\n",
         "it changes architectures that are not its own: mobilenet_v2"),
    ],
)
def test_a_file_that_cannot_be_used_is_listed_and_leaves_nothing(tmp_path: Path, content: str, sentence: str) -> None:
    (tmp_path / "a_first.py").write_text(tiny("first"))
    (tmp_path / "b_bad.py").write_text(content)
    (tmp_path / "c_last.py").write_text(tiny("last"))
    before = set(REGISTRY.presets)
    report = loaded(tmp_path)
    assert sentence in report["b_bad.py"].sentence()
    assert "\n" not in report["b_bad.py"].sentence()
    assert "importlib" not in report["b_bad.py"].details
    assert set(REGISTRY.presets) - before == {"first", "last"}
    assert "mobilenet_v2" in REGISTRY.presets
    assert analyse(Recipe("last"))["params"] == tiny_params(16)
    assert [f["file"] for f in whole_catalogue(report.values())["own_files"] if f["error"]] == ["b_bad.py"]


def test_the_line_and_the_traceback_are_of_the_users_file(tmp_path: Path) -> None:
    content = tiny("bad").replace("x = self.stem(x)", "x = undefined")
    (tmp_path / "bad.py").write_text(content)
    line = content[: content.index("x = undefined")].count("\n") + 1
    found = loaded(tmp_path)["bad.py"]
    assert found.sentence().startswith(f"the preset bad cannot be analysed: line {line}: NameError")
    assert "x = undefined" in found.details
    assert "site-packages" not in found.details.splitlines()[1]


def test_a_fault_that_only_a_knob_brings_out_is_a_sentence_with_the_line(tmp_path: Path) -> None:
    content = tiny("tiny").replace("x = self.stem(x)", "x = self.stem(x if self.classifier.in_features > 8 else undefined)")
    (tmp_path / "mine.py").write_text(content)
    line = content[: content.index("undefined")].count("\n") + 1
    assert loaded(tmp_path)["mine.py"].presets == ("tiny",)
    with pytest.raises(BadInput) as caught:
        analyse(Recipe.of("tiny", {"alpha": 0.5}))
    assert str(caught.value) == f"mine.py: line {line}: NameError: name 'undefined' is not defined"


def test_files_share_code_and_names_do_not_collide(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    for folder, width in ((one, 16), (two, 32)):
        folder.mkdir()
        (folder / "_width.py").write_text(f"WIDTH = {width}\n")
        (folder / "json.py").write_text("from ._width import WIDTH\n" + tiny(f"net{width}").replace("16 *", "WIDTH *"))
    report = load([*own_files(one), *own_files(two)])
    assert [f.presets for f in report] == [("net16",), ("net32",)]
    assert analyse(Recipe("net32"))["params"] == tiny_params(32)
    assert not hasattr(json, "WIDTH")
    assert list(one.glob("__pycache__")) == []


def test_a_file_imported_by_one_that_fails_stays(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("from .b import Tiny\nraise ValueError('after')\n")
    (tmp_path / "b.py").write_text(tiny("kept"))
    report = loaded(tmp_path)
    assert report["a.py"].error
    assert report["b.py"].presets == ("kept",)


def test_loading_again_sees_what_was_saved_in_the_same_moment(tmp_path: Path) -> None:
    path = tmp_path / "mine.py"
    for width in (16, 24, 32):
        path.write_text(tiny("tiny").replace("16 *", f"{width} *"))
        loaded(tmp_path)
        assert analyse(Recipe("tiny"))["params"] == tiny_params(width)


def test_a_file_that_changed_after_it_was_tried_is_not_taken(tmp_path: Path) -> None:
    path = tmp_path / "mine.py"
    path.write_text(tiny("tiny"))
    tried = load(own_files(tmp_path))
    path.write_text(tiny("tiny").replace("16 *", "24 *"))
    again = load(tried, analysed=False)
    assert "changed while it was being loaded" in again[0].sentence()
    assert "tiny" not in REGISTRY.presets


def test_the_committed_catalogue_never_holds_the_users(tmp_path: Path) -> None:
    (tmp_path / "mine.py").write_text(tiny("tiny"))
    before = generated()
    report = loaded(tmp_path)
    assert generated() == before
    assert [a["origin"] for a in whole_catalogue(report.values())["architectures"] if a["name"] == "tiny"] == ["user"]


def test_a_name_that_no_import_can_spell_is_listed(tmp_path: Path) -> None:
    (tmp_path / "net.v2.py").write_text(TINY)
    (tmp_path / "net-3.py").write_text(tiny("three"))
    report = loaded(tmp_path)
    assert "rename the file" in report["net.v2.py"].sentence()
    assert report["net-3.py"].presets == ("three",)


def test_a_declaration_error_is_a_sentence() -> None:
    assert str(DeclarationError("{0}: no {1}", "net", "preset")) == "net: no preset"
