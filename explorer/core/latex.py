"""Text and tables for LaTeX: signs escaped or named, columns that fit the page, and what the preamble has to hold.

For pdfLaTeX, XeLaTeX and LuaLaTeX. Widths are estimated from the classes of Computer Modern's letters, for the text width of the
standard classes (345 pt); a table that would be wider gets its titles in lines, long words in a paragraph, smaller type, and is
scaled (a longtable turned) only where that is not enough. Letters that pdfLaTeX has not of itself stay as they are, and the
comment above the table names what they need.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

PAGE_PT = 345.0  # \textwidth of article at 10 pt
TURNED_PT = 550.0  # \textheight of article at 10 pt, the width of a turned page
SIZES = (("", 1.0, 6.0), (r"\small", 0.92, 5.0), (r"\footnotesize", 0.85, 4.0), (r"\scriptsize", 0.8, 3.0))
"""Command, width of a letter against 10 pt type, \\tabcolsep in pt."""
PARAGRAPH = 20  # letters; text with spaces or dots beyond that may be set in lines
LEAST_PT = 60.0  # a paragraph is no narrower
KOREAN, ARRAY, SCALED, TURNED = "kotex", "array", "graphicx", "pdflscape"

_GREEK = {
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "varepsilon", "ϵ": "epsilon", "ζ": "zeta", "η": "eta",
    "θ": "theta", "ι": "iota", "κ": "kappa", "λ": "lambda", "μ": "mu", "µ": "mu", "ν": "nu", "ξ": "xi", "π": "pi", "ρ": "rho",
    "σ": "sigma", "τ": "tau", "υ": "upsilon", "φ": "varphi", "ϕ": "phi", "χ": "chi", "ψ": "psi", "ω": "omega", "Γ": "Gamma",
    "Δ": "Delta", "Θ": "Theta", "Λ": "Lambda", "Ξ": "Xi", "Π": "Pi", "Σ": "Sigma", "Φ": "Phi", "Ψ": "Psi", "Ω": "Omega",
}
_SIGNS = {
    "×": "times", "÷": "div", "→": "rightarrow", "←": "leftarrow", "↔": "leftrightarrow", "↑": "uparrow", "↓": "downarrow",
    "⇒": "Rightarrow", "≥": "geq", "≤": "leq", "≠": "neq", "≈": "approx", "≡": "equiv", "∼": "sim", "∝": "propto", "±": "pm",
    "∓": "mp", "·": "cdot", "⋅": "cdot", "∘": "circ", "∞": "infty", "√": "surd", "✓": "surd", "∈": "in", "∉": "notin",
    "∩": "cap", "∪": "cup", "⊂": "subset", "∀": "forall", "∃": "exists", "∅": "emptyset", "∂": "partial", "∇": "nabla",
    "∑": "sum", "∏": "prod", "∫": "int", "¬": "neg", "∧": "wedge", "∨": "vee", "⊕": "oplus", "⊗": "otimes", "⌈": "lceil",
    "⌉": "rceil", "⌊": "lfloor", "⌋": "rfloor", "−": "-", "…": "ldots", "†": "dagger", "‡": "ddagger", "★": "star",
}
_LATEX = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "_": r"\_", "%": r"\%",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "<": r"\textless{}", ">": r"\textgreater{}", "|": r"\textbar{}",
    '"': "''", "[": "{[}", "]": "{]}", "*": "{*}",  # \\[ and \\* at the end of a row mean something
    "–": r"\textendash{}", "—": r"\textemdash{}", "‘": r"\textquoteleft{}", "’": r"\textquoteright{}",
    "“": r"\textquotedblleft{}", "”": r"\textquotedblright{}", "•": r"\textbullet{}", "°": r"\textdegree{}",
    "™": r"\texttrademark{}", "®": r"\textregistered{}", "©": r"\textcopyright{}",
    "½": r"\ensuremath{\frac{1}{2}}", "¼": r"\ensuremath{\frac{1}{4}}", "¾": r"\ensuremath{\frac{3}{4}}",
    **{letter: rf"\ensuremath{{\{name}}}" for letter, name in (_GREEK | _SIGNS).items() if name != "-"},
    "−": r"\ensuremath{-}",
    **{sign: rf"\textsuperscript{{{digit}}}" for sign, digit in zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ", [*"0123456789+", "-", "n"], strict=True)},
    **{sign: rf"\textsubscript{{{digit}}}" for sign, digit in zip("₀₁₂₃₄₅₆₇₈₉", "0123456789", strict=True)},
}
_ACCENTS = frozenset("\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030a\u030b\u030c\u0327")
_LATIN = frozenset("ßæœøåłıÆŒØÅŁ¡¿§¶£")  # with an accent or not, what pdfLaTeX sets in any encoding
_INVISIBLE = frozenset(("Cc", "Cf", "Cn", "Co", "Cs"))


def latex(text: str) -> str:
    """Text that LaTeX prints as it stands: its special characters escaped, Greek letters and signs as mathematics.

    Letters of other scripts stay; ``lacking`` tells them.
    """
    words = "".join(sign for sign in " ".join(text.split()) if unicodedata.category(sign) not in _INVISIBLE)
    return re.sub("-(?=-)", "-{}", "".join(_LATEX.get(sign, sign) for sign in unicodedata.normalize("NFC", words)))


def lacking(text: str) -> str:
    """The signs of ``latex(text)`` that pdfLaTeX has not of itself, each once."""
    return "".join(dict.fromkeys(sign for sign in text if sign > "\x7f" and not _is_latin(sign)))


def _is_latin(sign: str) -> bool:
    parts = unicodedata.normalize("NFD", sign)
    return sign in _LATIN or (parts[0].isascii() and parts[0].isalpha() and len(parts) == 2 and parts[1] in _ACCENTS)


def is_east_asian(sign: str) -> bool:
    """Hangul, Hanja, kana and their punctuation: what the package kotex sets under every LaTeX."""
    return unicodedata.name(sign, "").startswith(("HANGUL", "CJK", "HIRAGANA", "KATAKANA", "FULLWIDTH", "IDEOGRAPHIC"))


def needs(body: str, packages: Sequence[str]) -> list[str]:
    """Lines that say what the preamble has to hold, and which signs need another LaTeX than pdfLaTeX."""
    foreign = lacking(body)
    others = "".join(sign for sign in foreign if not is_east_asian(sign))
    wanted = [*packages, *([KOREAN] if len(others) < len(foreign) else [])]
    lines = [rf"needs \usepackage{{{','.join(wanted)}}}"]
    if others:
        lines.append(f"needs XeLaTeX or LuaLaTeX and a font that has: {' '.join(others)}")
    return lines


@dataclass(frozen=True)
class Layout:
    """How a table is set: column letters, titles (already LaTeX), type size, separation, packages, and what encloses it.

    ``paragraphs``: which columns are set in lines. ``too_wide``: not even that made it fit.
    """

    columns: str
    titles: Sequence[str]
    paragraphs: Sequence[bool]
    size: str
    separation: float
    packages: Sequence[str]
    scaled: bool = False
    turned: bool = False
    too_wide: bool = False

    def row(self, texts: Sequence[str]) -> str:
        """A line of the table; a paragraph may also break behind the dots of a path."""
        cells = [
            latex(text).replace(".", r".\allowbreak{}") if is_text and " " not in text else latex(text)
            for text, is_text in zip(texts, self.paragraphs, strict=True)
        ]
        return " & ".join(cells) + r" \\"


def layout(titles: Sequence[str], numeric: Sequence[bool], cells: Sequence[Sequence[str]], *, long: bool) -> Layout:
    """The layout that fits the page with the largest type. ``cells``: the texts of each column, not escaped."""
    natural = [max((width_pt(cell) for cell in column), default=0.0) for column in cells]
    if _total([max(n, width_pt(t)) for n, t in zip(natural, titles, strict=True)], SIZES[0]) <= PAGE_PT:
        return _made(titles, [[title] for title in titles], numeric, [0.0] * len(titles), SIZES[0])
    paragraphs = [not number and any(map(_runs_on, column)) for number, column in zip(numeric, cells, strict=True)]
    lines = [_in_lines(title, n) for title, n in zip(titles, natural, strict=True)]
    widths = [max(n, *(width_pt(line) for line in stack)) for n, stack in zip(natural, lines, strict=True)]
    fixed = [0.0 if is_text else w for w, is_text in zip(widths, paragraphs, strict=True)]
    wanted = [w if is_text else 0.0 for w, is_text in zip(widths, paragraphs, strict=True)]
    rooms = [(PAGE_PT, size) for size in SIZES] + [(TURNED_PT, size) for size in SIZES if long]
    for page, size in rooms:
        wide = _paragraphs([w * size[1] for w in wanted], page - _total(fixed, size))
        if wide is not None:
            return _made(titles, lines, numeric, wide, size, turned=page == TURNED_PT)
    least = [min(w * SIZES[-1][1], 2 * LEAST_PT) for w in wanted]
    return _made(titles, lines, numeric, least, SIZES[-1], turned=long, scaled=not long, too_wide=long)


def width_pt(text: str) -> float:
    """What a text takes in Computer Modern at 10 pt, from above."""
    return sum(_letter_pt(sign) for sign in text)


def _letter_pt(sign: str) -> float:
    if unicodedata.east_asian_width(sign) in "WF":
        return 10.0
    if sign in "iljtfrI.,:;'!|()[]/ ":
        return 3.9
    if sign in "mwMW%×−+=<>≤≥≈→Δ—@":
        return 8.6
    return 7.4 if sign.isupper() else 5.3


def _runs_on(cell: str) -> bool:
    """Whether a cell is long and can be set in lines."""
    return len(cell) > PARAGRAPH and any(sign in cell.strip() for sign in " .")


def _in_lines(title: str, natural: float) -> list[str]:
    """A title's words in lines no wider than its column's values or its own longest word."""
    words = title.split()
    room = max(natural, *(width_pt(word) for word in words)) if words else 0.0
    lines: list[str] = []
    for word in words:
        if lines and width_pt(f"{lines[-1]} {word}") <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines or [""]


def _total(widths: Sequence[float], size: tuple[str, float, float]) -> float:
    return sum(widths) * size[1] + 2 * size[2] * max(len(widths) - 1, 0)


def _paragraphs(wanted: Sequence[float], room: float) -> list[float] | None:
    """The width of each paragraph (0 of what is none): its own where there is room, else a fair share; None without room."""
    if room < 0:
        return None
    left, share = room, room
    several = sorted(width for width in wanted if width)
    for i, width in enumerate(several):
        share = left / (len(several) - i)
        if width > share:
            return [min(w, share) for w in wanted] if share >= LEAST_PT else None
        left -= width
    return list(wanted)


def _made(
    titles: Sequence[str], lines: Sequence[Sequence[str]], numeric: Sequence[bool], wide: Sequence[float],
    size: tuple[str, float, float], *, scaled: bool = False, turned: bool = False, too_wide: bool = False,
) -> Layout:
    columns, heads = "", []
    for title, stack, number, width in zip(titles, lines, numeric, wide, strict=True):
        side = "r" if number else "l"
        columns += rf">{{\raggedright\arraybackslash}}p{{{width:.1f}pt}}" if width else side
        stacked = r" \\ ".join(latex(line) for line in stack)
        heads.append(rf"\begin{{tabular}}[b]{{@{{}}{side}@{{}}}}{stacked}\end{{tabular}}" if len(stack) > 1 else latex(title))
    packages = [*([ARRAY] if any(wide) else []), *([SCALED] if scaled else []), *([TURNED] if turned else [])]
    return Layout(columns, heads, [bool(w) for w in wide], size[0], size[2], packages, scaled, turned, too_wide)
