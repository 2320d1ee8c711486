"""The translations are whole: every text that is gathered has a Korean one, with the same arguments, and is compiled."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from scripts import translations
from scripts.translations import QM, TS, Module, UntranslatableError

HANGUL = re.compile(r"[가-힣]")
PLACES = re.compile(r"\{\d*[^{}]*\}|%n|%\d")
HOW = "run `make translations`, then fill in what is unfinished (pyside6-linguist resources/i18n/…ko.ts, terms in docs/korean.md)"


def messages() -> dict[tuple[str, str], str]:
    """(context, English) -> Korean of every message of the file; an unfinished one is empty."""
    found = {}
    for context in ElementTree.parse(TS).getroot().findall("context"):
        for message in context.findall("message"):
            translation = message.find("translation")
            done = translation is not None and not translation.get("type")
            text = (translation.text or "") if translation is not None and done else ""
            found[context.findtext("name") or "", message.findtext("source") or ""] = text
    return found


@pytest.fixture(scope="module")
def korean() -> dict[tuple[str, str], str]:
    return messages()


def test_every_text_has_a_finished_translation(korean: dict[tuple[str, str], str]) -> None:
    missing = sorted(each for each in translations.gather() if not korean.get(each))
    assert not missing, f"{len(missing)} texts without a Korean translation; {HOW}: {missing[:20]}"


def test_nothing_is_translated_that_is_not_there(korean: dict[tuple[str, str], str]) -> None:
    gone = sorted(korean.keys() - translations.gather())
    assert not gone, f"texts that no code has any more; run `make translations`: {gone[:20]}"


def test_arguments_and_edges_are_kept(korean: dict[tuple[str, str], str]) -> None:
    wrong = []
    for (context, english), text in korean.items():
        same = sorted(set(PLACES.findall(english.replace("{{", "").replace("}}", "")))) == sorted(
            set(PLACES.findall(text.replace("{{", "").replace("}}", "")))
        )
        edges = (english[:1] == " ") == (text[:1] == " ") or english[:1] in ",;" or text[:1] == ","
        signs = all(english.count(sign) == text.count(sign) for sign in "▾▶")
        if not (same and edges and signs):
            wrong.append((context, english, text))
    assert not wrong


def test_translations_are_korean(korean: dict[tuple[str, str], str]) -> None:
    """A text of two words or more, set in a sentence's letters, is not left English by oversight."""
    left = [
        english for (_, english), text in korean.items()
        if text == english and len(re.findall(r"[a-z]{2,}", PLACES.sub(" ", english))) > 2
    ]
    assert not left
    assert sum(bool(HANGUL.search(text)) for text in korean.values()) > 0.95 * len(korean)


def test_no_particle_depends_on_an_argument(korean: dict[tuple[str, str], str]) -> None:
    """은/는, 이/가, 을/를 and 으로/로 follow the last sound of a word that nobody knows beforehand: both forms, or none."""
    particle = re.compile(r"\{\d\}(은|는|이|가|을|를|과|와|로|으로)(?=[\s.,:;)]|$)")
    wrong = [text for text in korean.values() if particle.search(text)]
    assert not wrong


def test_the_compiled_file_is_what_the_texts_compile_to(tmp_path: Path) -> None:
    target = tmp_path / QM.name
    translations.compile_to(target)
    assert target.read_bytes() == QM.read_bytes(), "run `make translations`"


@pytest.mark.parametrize("line", [
    'self.tr(f"{count} layers")', 'self.tr("layers: " + name)', 'QCoreApplication.translate("x", "a" + b)', 'parent.tr("Open")',
    'raise BadInput(f"no {name}")',
])
def test_a_text_that_is_put_together_is_refused(line: str) -> None:
    source = f"class Panel:\n    def show(self):\n        {line}\n"
    module = Module(translations.ROOT / "explorer" / "views" / "made_up.py", ast.parse(source))
    with pytest.raises(UntranslatableError, match=r"made_up\.py:3"):
        list(module.calls({module.name: {}}))
        list(module.sentences())


def test_what_stands_in_a_condition_or_a_table_is_gathered() -> None:
    source = (
        'class Panel:\n'
        '    def show(self):\n'
        '        self.tr("one") if n == 1 else self.tr("{0} layers").format(n)\n'
        '        QCoreApplication.translate("places", "here" if here else "there")\n'
        '        self.refused.emit(["nothing is open"])\n'
        '        sentence = "{0} is closed"\n'
    )
    module = Module(translations.ROOT / "explorer" / "views" / "made_up.py", ast.parse(source))
    calls = set(module.calls({module.name: {}}))
    assert calls == {("Panel", "one"), ("Panel", "{0} layers"), ("places", "here"), ("places", "there")}
    assert list(module.sentences()) == [("engine", "nothing is open")]
    assert set(module.templates()) == {"{0} layers", "{0} is closed"}
