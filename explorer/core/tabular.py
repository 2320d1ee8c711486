"""A table of text and numbers as CSV (RFC 4180), Markdown or LaTeX (booktabs). Knows nothing of what the numbers mean.

Text for the eye is what ``Heading.text`` makes of a value; CSV has the value itself, at full precision. Notes go into a comment
above the table, so that a file says by itself under which conditions its numbers hold.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from explorer.core.latex import latex, layout, needs

Value = str | int | float | None
LONG = 45  # rows that fit on a printed page; beyond that LaTeX needs a longtable


def plain(value: Value) -> str:
    """A value as it is; nothing where there is none."""
    return "" if value is None else str(value)


@dataclass(frozen=True)
class Heading:
    """A column: its title with unit, whether it holds numbers (aligned right), and how a value is shown to a reader."""

    title: str
    numeric: bool = False
    text: Callable[[Value], str] = plain


@dataclass(frozen=True)
class Table:
    """``rows`` and ``totals`` hold a value for each heading. ``notes`` are lines without a break."""

    headings: Sequence[Heading]
    rows: Sequence[Sequence[Value]]
    totals: Sequence[Sequence[Value]] = ()
    caption: str = ""
    notes: Sequence[str] = ()

    def texts(self, row: Sequence[Value]) -> list[str]:
        """A row as a reader sees it."""
        return [heading.text(value) for heading, value in zip(self.headings, row, strict=True)]


def to_csv(table: Table) -> str:
    """RFC 4180, CRLF; the notes are lines with ``#`` above the header (``pandas.read_csv(…, comment="#")``). No row of totals:
    a column is its layers and can be summed as it stands. Totals belong into the notes.
    """
    out = io.StringIO()
    for note in _lines(table.caption, *table.notes):
        out.write(f"# {note}\r\n")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([heading.title for heading in table.headings])
    writer.writerows([plain(value) for value in row] for row in table.rows)
    return out.getvalue()


def to_tsv(table: Table) -> str:
    """Header and rows for the clipboard of a spreadsheet: tabs between cells, no notes; values at full precision."""
    rows = [[heading.title for heading in table.headings], *([plain(value) for value in row] for row in table.rows)]
    return "".join("\t".join(" ".join(cell.split()) for cell in row) + "\n" for row in rows)


def to_markdown(table: Table) -> str:
    """A table of GitHub's Markdown, its columns padded so that it can be read unrendered; notes in an HTML comment."""
    head = [_markdown(heading.title) for heading in table.headings]
    body = [[_markdown(text) for text in table.texts(row)] for row in table.rows]
    foot = [[f"**{_markdown(text)}**" if text else "" for text in table.texts(row)] for row in table.totals]
    wide = [max(3, *(_width(cell) for cell in column)) for column in zip(head, *body, *foot, strict=True)]
    right = [heading.numeric for heading in table.headings]
    rule = ["-" * (w - 1) + ":" if r else "-" * w for w, r in zip(wide, right, strict=True)]
    parts = []
    notes = "\n".join(re.sub(r"-(?=-)|-$", "- ", note).replace(">", "&gt;") for note in _lines(*table.notes))
    if notes:
        parts.append(f"<!--\n{notes}\n-->\n\n")
    if table.caption.strip():
        parts.append(f"{_markdown(table.caption)}\n\n")
    for cells in (head, rule, *body, *foot):
        padded = [_padded(cell, w, right=r) for cell, w, r in zip(cells, wide, right, strict=True)]
        parts.append("| " + " | ".join(padded) + " |\n")
    return "".join(parts)


def to_latex(table: Table) -> str:
    """A booktabs table for pdfLaTeX, XeLaTeX and LuaLaTeX that fits the page; a longtable where it would be longer than one.

    The comment above it says what the preamble has to hold.
    """
    long = len(table.rows) > LONG
    body, foot = ([table.texts(row) for row in rows] for rows in (table.rows, table.totals))
    titles = [heading.title for heading in table.headings]
    shown = list(zip(*body, *foot, strict=True)) or [()] * len(titles)
    plan = layout(titles, [heading.numeric for heading in table.headings], shown, long=long)
    kind = "longtable" if long else "tabular"
    head = " & ".join(plan.titles) + r" \\"
    inside = [r"\toprule", head, r"\midrule"]
    if long:
        inside += [r"\endfirsthead", r"\toprule", head, r"\midrule", r"\endhead", r"\bottomrule", r"\endfoot"]
    inside += [plan.row(row) for row in body]
    if foot:
        inside += [r"\midrule", *(plan.row(row) for row in foot)]
    caption = [rf"\caption{{{latex(table.caption)}}}"] if table.caption else []
    begin, end = [rf"\begin{{{kind}}}{{@{{}}{plan.columns}@{{}}}}"], [rf"\end{{{kind}}}"]
    smaller = [rf"{plan.size}\setlength{{\tabcolsep}}{{{plan.separation:g}pt}}"] if plan.size else []
    if long:
        turned = plan.turned
        begin = [r"\begin{landscape}" if turned else r"\begingroup", *smaller, *begin] if smaller else begin
        end += [r"\end{landscape}" if turned else r"\endgroup"] if smaller else []
        lines = [*begin, *(rf"{line}\\" for line in caption), *inside, *end]
    else:
        if plan.scaled:
            begin, end = [r"\resizebox{\linewidth}{!}{" + begin[0]], [f"{end[0]}}}"]
        start = [r"\begin{table}", r"\centering", *caption, *smaller, *begin]
        lines = [*start, *inside, r"\bottomrule", *end, r"\end{table}"]
    packages = ["booktabs", *(["longtable"] if long else []), *plan.packages]
    wanted = needs("\n".join(lines), packages)
    wanted += ["wider than a page even in small type: choose fewer columns"] if plan.too_wide else []
    return "\n".join([*(f"% {line}" for line in (*_lines(table.caption, *table.notes), *wanted)), *lines]) + "\n"


FORMATS: dict[str, tuple[str, Callable[[Table], str]]] = {  # name: (file ending, writer)
    "csv": (".csv", to_csv), "markdown": (".md", to_markdown), "latex": (".tex", to_latex),
}

def _lines(*texts: str) -> list[str]:
    """Caption and notes, each a single line."""
    return [" ".join(text.split()) for text in texts if text.strip()]


def _markdown(text: str) -> str:
    escaped = re.sub(r"([\\|*`<\[\]~])", r"\\\1", " ".join(text.split()))
    return re.sub(r"(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])", r"\\_", escaped)


def _width(text: str) -> int:
    """Columns of a terminal: wide characters take two."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def _padded(text: str, width: int, *, right: bool) -> str:
    gap = " " * (width - _width(text))
    return gap + text if right else text + gap
