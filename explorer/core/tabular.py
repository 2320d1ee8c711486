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
    """A booktabs table for pdfLaTeX, XeLaTeX and LuaLaTeX; a longtable where it would not fit on a page."""
    long = len(table.rows) > LONG
    packages = r"\usepackage{booktabs,longtable}" if long else r"\usepackage{booktabs}"
    kind = "longtable" if long else "tabular"
    align = "".join("r" if heading.numeric else "l" for heading in table.headings)
    head = _latex_row([heading.title for heading in table.headings])
    lines = [f"% {note}" for note in (*_lines(table.caption, *table.notes), f"needs {packages}")]
    if not long:
        lines += [r"\begin{table}", r"\centering"]
        lines += [rf"\caption{{{latex(table.caption)}}}"] if table.caption else []
    lines.append(rf"\begin{{{kind}}}{{@{{}}{align}@{{}}}}")
    if long and table.caption:
        lines.append(rf"\caption{{{latex(table.caption)}}}\\")
    lines += [r"\toprule", head, r"\midrule"]
    if long:
        lines += [r"\endfirsthead", r"\toprule", head, r"\midrule", r"\endhead", r"\bottomrule", r"\endfoot"]
    lines += [_latex_row(table.texts(row)) for row in table.rows]
    if table.totals:
        lines += [r"\midrule", *(_latex_row(table.texts(row)) for row in table.totals)]
    lines += [rf"\end{{{kind}}}"] if long else [r"\bottomrule", rf"\end{{{kind}}}", r"\end{table}"]
    return "\n".join(lines) + "\n"


def latex(text: str) -> str:
    """Text that LaTeX prints as it stands: its special characters escaped, Greek letters and signs as mathematics."""
    return re.sub("-(?=-)", "-{}", "".join(_LATEX.get(sign, sign) for sign in " ".join(text.split())))


FORMATS: dict[str, tuple[str, Callable[[Table], str]]] = {  # name: (file ending, writer)
    "csv": (".csv", to_csv), "markdown": (".md", to_markdown), "latex": (".tex", to_latex),
}

_GREEK = {
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "varepsilon", "η": "eta", "θ": "theta", "λ": "lambda", "μ": "mu",
    "µ": "mu", "π": "pi", "ρ": "rho", "σ": "sigma", "τ": "tau", "φ": "varphi", "ϕ": "phi", "χ": "chi", "ψ": "psi", "ω": "omega",
    "Δ": "Delta", "Σ": "Sigma", "Φ": "Phi", "Ω": "Omega", "Γ": "Gamma", "Π": "Pi",
}
_SIGNS = {
    "×": "times", "→": "rightarrow", "←": "leftarrow", "≥": "geq", "≤": "leq", "≠": "neq", "≈": "approx", "±": "pm", "·": "cdot",
    "∞": "infty", "√": "surd",
}
_LATEX = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "_": r"\_", "%": r"\%",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "<": r"\textless{}", ">": r"\textgreater{}", "|": r"\textbar{}",
    '"': "''", "[": "{[}", "]": "{]}", "*": "{*}",  # \\[ and \\* at the end of a row mean something
    "−": r"\ensuremath{-}", "✓": r"\ensuremath{\surd}", "…": r"\ldots{}",
    "²": r"\textsuperscript{2}", "³": r"\textsuperscript{3}",
    **{letter: rf"\ensuremath{{\{name}}}" for letter, name in (_GREEK | _SIGNS).items()},
}


def _lines(*texts: str) -> list[str]:
    """Caption and notes, each a single line."""
    return [" ".join(text.split()) for text in texts if text.strip()]


def _latex_row(cells: Sequence[str]) -> str:
    return " & ".join(latex(cell) for cell in cells) + r" \\"


def _markdown(text: str) -> str:
    escaped = re.sub(r"([\\|*`<\[\]~])", r"\\\1", " ".join(text.split()))
    return re.sub(r"(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])", r"\\_", escaped)


def _width(text: str) -> int:
    """Columns of a terminal: wide characters take two."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def _padded(text: str, width: int, *, right: bool) -> str:
    gap = " " * (width - _width(text))
    return gap + text if right else text + gap
