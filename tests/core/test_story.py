"""Stories: what a file may hold, what is refused with which words, and that a text's figures are those of the networks."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from explorer.analysis import analyse
from explorer.core.catalogue import read_catalogue
from explorer.core.errors import BadInput
from explorer.core.story import CHARTS, DEMO_FILE, NAMES, NOT_KNOWN, Facts, demo_file, filled, names_in, read_story, story_of

STEP = {"title": "One", "text": "It takes {macs} MACs.", "recipe": {"preset": "mobilenet_v2", "knobs": {"alpha": 0.5}}}


def story(**changes: Any) -> dict[str, Any]:
    """A story of one step, some of whose keys are others."""
    step = {key: value for key, value in {**STEP, **changes}.items() if value is not None}
    return {"format": "architecture-explorer/story", "version": 1, "title": "Mine", "steps": [step]}


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_demo_is_about_networks_there_are_and_types_in_no_figure(language: str) -> None:
    told = read_story(demo_file(language), read_catalogue())
    assert len(told.steps) >= 8
    for step in told.steps:
        analysis = analyse(step.recipe)
        for path in filter(None, (*step.view.opened, step.view.select)):
            assert path in analysis["places"], (step.title, path)
        if step.against is not None:
            analyse(step.against)
        assert names_in(step.text), step.title
        assert step.source, step.title
        plain = re.sub(r"\{[^}]*\}|1×1|3×3|MobileNetV\d|ReLU6|Figure 6a|α = 0.5|[gr] = \d+", "", step.text)
        assert not re.search(r"\d", plain), f"{step.title}: a figure is typed in: {plain}"


def test_the_demo_is_the_same_in_each_language() -> None:
    english, korean = (read_story(demo_file(language)).steps for language in ("en", "ko"))
    assert [(step.recipe, step.against, step.view, step.measure) for step in korean] == [
        (step.recipe, step.against, step.view, step.measure) for step in english
    ]
    assert [sorted(names_in(step.text)) for step in korean] == [sorted(names_in(step.text)) for step in english]
    assert all(re.search("[가-힣]", step.text) for step in korean)
    assert demo_file("fr") == DEMO_FILE


def test_figures_are_those_of_the_networks_and_of_both_together() -> None:
    narrow = analyse(story_of(story()).steps[0].recipe)
    whole = analyse(story_of(story(recipe={"preset": "mobilenet_v2"})).steps[0].recipe)
    now, before = Facts.of(narrow, 5.0, {"pointwise": 0.875}), Facts.of(whole, 10.0)
    assert (narrow["macs"], whole["macs"]) == (97_131_840, 300_774_272)  # torchvision's counts
    text = "{macs} {against.macs} {macs.change} {macs.ratio} {latency} {latency.change} {share.pointwise} {{x}}"
    assert filled(text, now, before) == "97.13 M 300.8 M −67.7 % 3.1 5.00 ms −50.0 % 88 % {x}"
    assert filled("{peak}", now, before) == f"{4 * narrow['memory']['peak'] / 1e6:.2f} MB"


@pytest.mark.parametrize("name", NAMES)
def test_what_is_not_known_yet_is_an_ellipsis_and_never_a_zero(name: str) -> None:
    assert filled(f"{{{name}}}", Facts(), Facts()) == NOT_KNOWN


@pytest.mark.parametrize(
    ("document", "words"),
    [
        ([], "not a story"),
        ({"format": "architecture-explorer/story", "version": 9}, "version 9 cannot be read; this program reads version 1"),
        ({"format": "architecture-explorer/story", "version": 1, "title": "x", "steps": []}, "a list of at least one"),
        ({"format": "architecture-explorer/story", "version": 1, "steps": [STEP]}, "a story without a title"),
        (story(title=" "), 'step 1: "title" is  ; a text is needed'),
        (story(recipe=None), "step 1 has no recipe"),
        (story(recipe="mobilenet_v2"), "step 1: a recipe is mobilenet_v2"),
        (story(recipe={"preset": "mobilenet_v9"}), "step 1: the library has no preset mobilenet_v9"),
        (story(recipe={"preset": "mobilenet_v2", "knobs": {"width": 2}}), "has no knob width; allowed: alpha, resolution"),
        (story(against={"preset": "nothing", "name": "x"}), "no preset nothing"),
        (story(text="{flops}"), "step 1: its text asks for {flops}; allowed: params, macs"),
        (story(text="{"), "a single brace"),
        (story(view={"chart": "pie"}), 'step 1: "chart" is pie; allowed: ' + ", ".join(CHARTS)),
        (story(view={"open": "stages.1"}), "a list of module paths is needed"),
        (story(view={"zoom": 2}), '"zoom" means nothing here; allowed: chart, code'),
        (story(measure="yes"), '"measure" is yes; allowed: true, false'),
        (story(notes="x"), '"notes" means nothing here'),
    ],
)
def test_what_cannot_be_told_is_refused_with_the_step_and_what_is_allowed(document: object, words: str) -> None:
    with pytest.raises(BadInput) as refused:
        story_of(document, read_catalogue())
    assert words in str(refused.value)


def test_a_file_that_is_none_is_a_sentence_with_its_name(tmp_path: Path) -> None:
    bad = json.dumps(story(text="{x}"))
    for name, content, words in (("a.json", "{", "not valid JSON"), ("b.json", bad, "b.json cannot be told")):
        (tmp_path / name).write_text(content)
        with pytest.raises(BadInput, match=re.escape(words)):
            read_story(tmp_path / name)
    with pytest.raises(BadInput, match="cannot read"):
        read_story(tmp_path / "none.json")


def test_the_example_of_the_documentation_can_be_told() -> None:
    page = (Path(__file__).resolve().parents[2] / "docs" / "stories.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```json\n(.*?)```", page, re.DOTALL)
    told = story_of(json.loads(example), read_catalogue())
    analysis = analyse(told.steps[0].recipe)
    assert set(told.steps[0].view.opened) <= analysis["places"].keys()
    for name in ("level", "open", "select", "colour", "chart", "code", "measure", "against", "source"):
        assert f"`{name}`" in page
