"""Every table the program writes for LaTeX: nothing that pdfLaTeX lacks is left unsaid; and where there is one, it compiles."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from explorer.analysis import analyse, catalogue
from explorer.core import rules
from explorer.core.catalogue import Catalogue
from explorer.core.columns import Layers, layer_table, network_notes
from explorer.core.compare import QUANTITIES, Comparison, Entry, brief, named
from explorer.core.compare_table import comparison_table
from explorer.core.graph import Network
from explorer.core.latex import lacking, latex
from explorer.core.paper import as_table, paper_table
from explorer.core.recipe import Recipe
from explorer.core.shares import shares, shares_table
from explorer.core.sweep import Axis, Plan
from explorer.core.sweep_table import sweep_table
from explorer.core.tabular import LONG, Heading, Table, to_latex

PRESETS = ("mobilenet_v2", "shufflenet_v1", "inception_v3", "densenet121", "efficientnet_b0", "repvgg_a0", "mixer_s16",
           "senet154")
PAPERS = ("mobilenet_v2", "shufflenet_v1", "repvgg_a0")
LATIN_NAME = "α×½ ρ≤1 5 % _a_ & b #1 x² y₂ – “q” $z$ {w} ~ ^ \\ <|> é ß Å ° [c] *d* --"
KOREAN_NAME = "모바일넷 축소판 (t=4) 한글 이름"
PREAMBLE = re.compile(r"^% needs (\\usepackage\{.*\})$", re.MULTILINE)


def layers_of(preset: str, *, every_column: bool = False) -> Table:
    analysis = analyse(Recipe(preset))
    columns = Layers(analysis).columns()
    return layer_table(analysis, columns if every_column else [c for c in columns if c.shown])


def comparison_of(*names: str, quantities: tuple[str, ...] | None = None) -> Table:
    recipes = [Recipe.of("mobilenet_v2", {"alpha": 0.5}), Recipe.of("shufflenet_v1", {"groups": 8}), Recipe("mobilenet_v2")]
    entries = [
        Entry(name, recipe, brief(analyse(recipe, edges=False))) for name, recipe in zip(names, recipes, strict=False)
    ]
    shown = quantities or tuple(q.name for q in QUANTITIES if q.shown)
    return comparison_table(Comparison(named(entries), 0), shown)


def papers_table(preset: str) -> Table:
    analysis = analyse(Recipe.of(preset))
    architecture = Catalogue.of(catalogue()).architecture(preset)
    assert architecture is not None
    table = paper_table(analysis, Network(analysis), architecture)
    return as_table(table, f"{table.source} · {analysis['title']}", network_notes(analysis))


def swept() -> Table:
    plan = Plan((Recipe("mobilenet_v2"),), (Axis("alpha", (0.5, 1.0)), Axis("resolution", (128, 224))))
    rows = []
    for values in ((0.5, 128), (1.0, 224)):
        analysis = analyse(Recipe.of("mobilenet_v2", {"alpha": values[0], "resolution": values[1]}))
        rows.append({"preset": "mobilenet_v2", "values": values, "digest": analysis["digest"], "published": analysis["published"],
                     "peak": analysis["memory"]["peak"], **{k: analysis[k] for k in ("params", "macs", "activations", "access")}})
    rows.append({"preset": "mobilenet_v2", "values": (0.0001, 224), "digest": "0" * 64, "refused": ["α = {0} < {1}", "0", "1"]})
    return sweep_table(plan, rows)


def mobilenet_shares() -> Table:
    analysis = analyse(Recipe("mobilenet_v1"))
    title = rules.named(analysis["rule"]).title
    return shares_table(shares(analysis), title, caption="Shares of MobileNetV1.", notes=network_notes(analysis))


def odd_signs(rows: int) -> Table:
    return Table([Heading(LATIN_NAME), Heading("Δ (%)", numeric=True)], [[LATIN_NAME, i] for i in range(rows)],
                 [["total", rows]], LATIN_NAME, [LATIN_NAME])


TABLES: dict[str, Callable[[], Table]] = {
    **{f"layers {preset}": lambda preset=preset: layers_of(preset) for preset in PRESETS},
    "every column": lambda: layers_of("shufflenet_v1", every_column=True),
    "comparison": lambda: comparison_of("net_a", LATIN_NAME, "base"),
    "comparison, every column": lambda: comparison_of("a", "b", "c", quantities=tuple(q.name for q in QUANTITIES)),
    "Korean names": lambda: comparison_of(KOREAN_NAME, "ShuffleNet 그룹 8", "base"),
    **{f"paper {preset}": lambda preset=preset: papers_table(preset) for preset in PAPERS},
    "sweep": swept, "shares": mobilenet_shares, "odd signs": lambda: odd_signs(3), "odd signs, long": lambda: odd_signs(LONG + 5),
}


@pytest.mark.parametrize("name", TABLES)
def test_every_sign_is_latex_or_the_preamble_says_what_sets_it(name: str) -> None:
    text = to_latex(TABLES[name]())
    body = "".join(line for line in text.splitlines() if not line.startswith("%"))
    packages = PREAMBLE.search(text)
    assert packages is not None
    assert "booktabs" in packages[1]
    foreign = lacking(body)
    assert bool(foreign) == ("kotex" in packages[1]) == (name == "Korean names")
    assert all("\uac00" <= sign <= "\ud7a3" for sign in foreign)
    assert "XeLaTeX" not in text


def test_signs_that_no_package_sets_are_named() -> None:
    text = to_latex(Table([Heading("name")], [["net 😀 ∮"]]))
    assert "% needs XeLaTeX or LuaLaTeX and a font that has: 😀 ∮\n" in text
    assert lacking(latex("α×½ρ≤²₂–“”Δ·…ß é→")) == ""
    assert lacking(latex("ą한")) == "ą한"


@pytest.mark.parametrize("name", TABLES)
def test_pdflatex_sets_it_within_the_page(name: str, tmp_path: Path) -> None:
    compiler = shutil.which("pdflatex")
    if compiler is None:
        pytest.skip("pdflatex is not installed (Debian: texlive-latex-recommended): the table was NOT compiled")
    text = to_latex(TABLES[name]())
    found = PREAMBLE.search(text)
    assert found is not None
    if "kotex" in found[1] and subprocess.run(["kpsewhich", "kotex.sty"], capture_output=True, check=False).returncode:
        pytest.skip("kotex is not installed (Debian: texlive-lang-korean): the table was NOT compiled")
    document = f"\\documentclass{{article}}\n{found[1]}\n\\begin{{document}}\n{text}\\end{{document}}\n"
    (tmp_path / "t.tex").write_text(document, encoding="utf-8")
    for _ in range(3 if r"\begin{longtable}" in text else 1):  # it finds its columns' widths run by run
        ran = subprocess.run([compiler, "-interaction=nonstopmode", "-halt-on-error", "t.tex"], cwd=tmp_path,
                             stdin=subprocess.DEVNULL, capture_output=True, check=False)
        assert ran.returncode == 0, ran.stdout[-3000:]
    said = ran.stdout.decode(errors="replace")
    assert "Missing character" not in said
    if "% wider than a page" in text:
        assert name == "every column"
        return
    too_wide = [float(points) for points in re.findall(r"Overfull \\hbox \(([\d.]+)pt too wide\) in alignment", said)]
    assert not too_wide, too_wide
    assert not re.search(r"Overfull \\hbox \((?!0\.)\S+pt too wide\) in paragraph", said), re.findall("Overfull.*", said)
