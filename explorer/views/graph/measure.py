"""Texts measured and laid out, once per text and font. Knows no network."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontMetricsF, QRawFont, QTextLayout

from explorer.views import theme


@cache
def face(pixels: int, *, bold: bool = False) -> QFont:
    """A font of the graph; all of them have figures of equal width.

    No ligatures, no forms of a language and none of a neighbourhood (the space between Hangul words is one): Qt's PDF can't tell
    which characters such glyphs stand for, and its text would lack them when it is copied or searched.
    """
    found = theme.font(pixels, bold=bold, tabular=True)
    for feature in ("liga", "locl", "calt"):
        found.setFeature(QFont.Tag(feature), 0)
    return found


@cache
def _metrics(pixels: int, bold: bool) -> QFontMetricsF:  # noqa: FBT001 (a cache key)
    return QFontMetricsF(face(pixels, bold=bold))


@lru_cache(maxsize=8192)  # a drag makes new figures all the time
def _width(text: str, pixels: int, bold: bool) -> float:  # noqa: FBT001 (a cache key)
    return _metrics(pixels, bold).horizontalAdvance(text)


def width(text: str, pixels: int, *, bold: bool = False) -> float:
    """Advance of a text, 0 for an empty one."""
    return _width(text, pixels, bold) if text else 0.0


@cache
def baseline(pixels: int, *, bold: bool = False) -> float:
    """Distance from the middle of a line down to its baseline: what centres capitals and figures."""
    return _metrics(pixels, bold).capHeight() / 2


class Glyphs(NamedTuple):
    """A text as the glyphs of one font. ``places`` are those of the glyphs from where the baseline begins, in pixels."""

    font: QRawFont
    name: tuple[str, str, float]  # equal for equal fonts
    indexes: list[int]
    places: list[tuple[float, float]]


@lru_cache(maxsize=2048)
def glyphs(text: str, pixels: int, bold: bool) -> Glyphs | None:  # noqa: FBT001 (a cache key)
    """A text laid out; None where one font does not hold all its signs, or where it draws none."""
    layout = QTextLayout(text, face(pixels, bold=bold))
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    runs = layout.glyphRuns()
    if len(runs) != 1:
        return None
    font, top = runs[0].rawFont(), line.ascent()
    name = (font.familyName(), font.styleName(), font.pixelSize())
    return Glyphs(font, name, list(runs[0].glyphIndexes()), [(p.x(), p.y() - top) for p in runs[0].positions()])


def lacking(texts: Iterable[str]) -> str:
    """The characters that no font of this machine has, each once: Hangul, say, where only Latin fonts are installed."""
    metrics = _metrics(theme.BODY_PX, bold=False)  # asks the fonts that stand in for the graph's own, too
    return "".join(sign for sign in dict.fromkeys("".join(texts)) if not metrics.inFontUcs4(ord(sign)))


def forget() -> None:
    """Drop what was measured: the application's font or its scale changed."""
    face.cache_clear()
    _metrics.cache_clear()
    _width.cache_clear()
    baseline.cache_clear()
    glyphs.cache_clear()
