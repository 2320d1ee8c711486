"""Tables as CSV, Markdown and LaTeX: what is read back is what was written, and nothing special slips through."""

from __future__ import annotations

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.core.latex import latex
from explorer.core.tabular import FORMATS, LONG, Heading, Table, Value, plain, to_csv, to_latex, to_markdown

TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\n\r\t,\"|\\{}$&#_%~^<>[]*-×αΔ→"), max_size=12)
VALUE = st.none() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXT


@st.composite
def tables(draw: st.DrawFn) -> Table:
    wide = draw(st.integers(1, 4))
    row = st.lists(VALUE, min_size=wide, max_size=wide)
    headings = [Heading(draw(TEXT), draw(st.booleans())) for _ in range(wide)]
    rows, totals = draw(st.lists(row, max_size=4)), draw(st.lists(row, max_size=1))
    return Table(headings, rows, totals, draw(TEXT), draw(st.lists(TEXT, max_size=2)))


def noted(table: Table) -> int:
    return sum(1 for line in (table.caption, *table.notes) if line.strip())


@given(tables())
def test_csv_is_read_back_as_it_was_written(table: Table) -> None:
    text = to_csv(table)
    lines = text.split("\r\n", noted(table))
    assert all(line.startswith("# ") for line in lines[:-1])
    assert list(csv.reader(io.StringIO(lines[-1], newline=""), strict=True)) == [
        [heading.title for heading in table.headings], *([plain(value) for value in row] for row in table.rows),
    ]


def test_csv_keeps_every_digit() -> None:
    table = Table([Heading("a", numeric=True, text=lambda v: f"{v:.1f}")], [[1 / 3], [10**18 + 1]])
    values = list(csv.reader(io.StringIO(to_csv(table))))[1:]
    assert float(values[0][0]) == 1 / 3
    assert int(values[1][0]) == 10**18 + 1


@given(tables())
def test_markdown_has_as_many_cells_in_every_line(table: Table) -> None:
    text = to_markdown(table)
    if any(note.strip() for note in table.notes):
        start, _, text = text.partition("-->")
        assert start.startswith("<!--")
        assert "-->" not in text.partition("\n|")[0]
    lines = [line for line in text.split("\n") if line.startswith("| ")]
    assert len(lines) == 2 + len(table.rows) + len(table.totals)
    for line in lines:
        assert len(re.findall(r"(?<!\\)(?:\\\\)*\|", line)) == len(table.headings) + 1, line


def unescape(text: str) -> str:
    """LaTeX as ours writes it, back to text: an independent reading, sign by sign."""
    names = {"textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^", "textless": "<", "textgreater": ">",
             "textbar": "|", "ldots": "…"}
    text = re.sub(r"\\(" + "|".join(names) + r")\{\}", lambda m: f"\x00{ord(names[m[1]])}\x01", text)
    text = re.sub(r"\\([{}$&#_%])", lambda m: f"\x00{ord(m[1])}\x01", text)
    text = re.sub(r"\{([\[\]*])\}", r"\1", text).replace("-{}", "-")
    assert not re.search(r"[{}$&#_%^~\\<>|\"]", re.sub(r"\\(ensuremath|textsuperscript)\{(\\[A-Za-z]+|-|\d)\}", "", text)), text
    return re.sub("\x00(\\d+)\x01", lambda m: chr(int(m[1])), text)


ORDINARY = st.text(st.characters(min_codepoint=32, max_codepoint=126, exclude_characters='"'), max_size=20)


@given(ORDINARY)
def test_latex_says_what_the_text_says(text: str) -> None:
    assert unescape(latex(text)) == " ".join(text.split())


@given(tables())
def test_latex_has_balanced_braces_and_no_bare_specials(table: Table) -> None:
    lines = [line for line in to_latex(table).split("\n") if not line.startswith("%")]
    body = "\n".join(lines)
    bare = re.sub(r"\\[\\{}$&#_%]", "", body)
    assert bare.count("{") == bare.count("}")
    depth = 0
    for sign in bare:
        depth += (sign == "{") - (sign == "}")
        assert depth >= 0
    assert not re.search(r"[$#_%^~\"]", bare)
    rows = [line for line in lines if line.endswith(r" \\")]
    assert len(rows) == 1 + len(table.rows) + len(table.totals)
    for row in rows:
        assert len(re.findall(r"(?<!\\)&", row.replace(r"\\", ""))) == len(table.headings) - 1, row


def sample(rows: int) -> Table:
    headings = [Heading("layer"), Heading("α [%] of C×H×W → \"out\"", numeric=True, text=lambda v: "" if v is None else f"{v:,}")]
    body: list[list[Value]] = [[f"stages.{i}_a*[b]{{c}} & $d$ #1 ~^<>|\\ --x", 10838016 + i] for i in range(rows)]
    total = sum(10838016 + i for i in range(rows))
    return Table(headings, body, [["total", total]], "Layers, 5 % of Δ.", ["a note -- with --> dashes-"])


@pytest.mark.parametrize("rows", [0, 2, LONG + 40])
def test_a_long_table_runs_over_pages(rows: int) -> None:
    text = to_latex(sample(rows))
    for left, right in ((r"\begin{", r"\end{"), (r"\toprule", r"\midrule")):
        assert text.count(left) <= text.count(right)
    assert (r"\begin{longtable}" in text) is (rows > LONG)
    assert r"{@{}lr@{}}" in text


def test_a_markdown_table_as_a_reader_sees_it() -> None:
    headings = [Heading("layer"), Heading("MACs", numeric=True, text=lambda v: f"{v:,}")]
    table = Table(headings, [["a|b", 1234], ["__init__", 5]], [["total", 1239]], "Layers.", ["rule: macs --> x"])
    assert to_markdown(table).split("\n") == [
        "<!--", "rule: macs - -&gt; x", "-->", "", "Layers.", "",
        r"| layer        |      MACs |",
        r"| ------------ | --------: |",
        r"| a\|b         |     1,234 |",
        r"| \_\_init\_\_ |         5 |",
        r"| **total**    | **1,239** |",
        "",
    ]


def test_every_format_has_an_ending() -> None:
    assert {ending for ending, _ in FORMATS.values()} == {".csv", ".md", ".tex"}
    for _, write in FORMATS.values():
        assert "10838017" in write(sample(2)).replace(",", "")
