"""Design tokens of the colour schemes: colours, sizes, fonts and the palette. Knows no widget and no network.

Contrast is WCAG 2.2's: the relative luminance of sRGB, 4.5 : 1 for text.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette

FAMILIES = ["Inter", "Noto Sans", "Noto Sans CJK KR", "Malgun Gothic", "Apple SD Gothic Neo", "DejaVu Sans"]
MONOSPACE_FAMILIES = ["JetBrains Mono", "Noto Sans Mono", "DejaVu Sans Mono", "Noto Sans Mono CJK KR", "Consolas", "Menlo"]

TINY_PX = 11  # shapes, notes, units
SMALL_PX = 12  # secondary text, section titles
BODY_PX = 13  # everything else
LARGE_PX = 15  # the window's name
TOTAL_PX = 20  # the four totals
STEP_PX = 4  # spacing comes in multiples of this
RADIUS_PX = 6

DARK_INK = "#1b1f27"
LIGHT_INK = "#ffffff"
READABLE = 4.5  # WCAG 2.2 AA, text
VISIBLE = 3.0  # WCAG 2.2 AA, parts of a chart
RAMP = ("#fdf3d8", "#f7d79a", "#f0b46b", "#e48a4f", "#cf5f47", "#a93a4b", "#6f2450")


@dataclass(frozen=True)
class Theme:
    """One colour scheme. Colours are ``#rrggbb``."""

    name: str
    dark: bool
    background: str
    panel: str
    line: str
    text: str
    dim: str
    accent: str
    soft: str
    good: str
    warning: str
    kinds: tuple[tuple[str, str], ...]  # kind of a layer -> its colour, in the order of a legend
    ramp: tuple[str, ...] = RAMP  # low to high cost

    def kind_colour(self, kind: str) -> str:
        """The colour of a layer's kind; what has no colour of its own is ``other``."""
        known = dict(self.kinds)
        return known.get(kind, known["other"])

    def mark_colour(self, colour: str) -> str:
        """A colour for parts of a chart on the panel: the same, or nearer to the text's as far as it takes to be seen."""
        return _apart(colour, self.panel, self.text, VISIBLE)

    def ink_colour(self, colour: str) -> str:
        """The same for words on the panel."""
        return _apart(colour, self.panel, self.text, READABLE)

    def ramp_colour(self, share: float) -> str:
        """The ramp at 0 (least) … 1 (most), blended between its colours."""
        return _blend(self.ramp, round(min(max(share, 0.0), 1.0), 3))


# Okabe–Ito-like: blue, orange, green, purple stay apart under the three common colour blindnesses, also by lightness.
LIGHT = Theme(
    name="light", dark=False, background="#f5f6f8", panel="#ffffff", line="#e1e4ea", text="#1b1f27", dim="#606a80",
    accent="#3056d3", soft="#e9eefc", good="#0f7b54", warning="#a35407",
    kinds=(
        ("standard", "#475467"), ("depthwise", "#e48a4f"), ("pointwise", "#3056d3"), ("group", "#3aa17e"), ("linear", "#c455a8"),
        ("other", "#c3c8d2"),
    ),
)
DARK = Theme(
    name="dark", dark=True, background="#14161b", panel="#1c1f26", line="#2c313b", text="#e8eaef", dim="#98a1b3",
    accent="#7d9bff", soft="#26304d", good="#4cc38a", warning="#f0a35b",
    kinds=(
        ("standard", "#aeb6c5"), ("depthwise", "#e48a4f"), ("pointwise", "#7d9bff"), ("group", "#4cc38a"), ("linear", "#c44ba6"),
        ("other", "#4a5160"),
    ),
)
# For a projector in a lit room: black on white, dark accents, lines that survive a weak lamp.
PROJECTOR = Theme(
    name="projector", dark=False, background="#f2f2f2", panel="#ffffff", line="#b0b6c1", text="#000000", dim="#333a45",
    accent="#0b34b0", soft="#dfe7ff", good="#005c36", warning="#8a3b00",
    kinds=(
        ("standard", "#3d4656"), ("depthwise", "#e07b39"), ("pointwise", "#1f4bd8"), ("group", "#1f9d74"), ("linear", "#cc4fa8"),
        ("other", "#b3b9c4"),
    ),
)
THEMES = {theme.name: theme for theme in (LIGHT, DARK, PROJECTOR)}


@cache
def _apart(colour: str, ground: str, towards: str, least: float) -> str:
    """``colour``, blended towards another until its contrast with the ground is ``least``."""
    shares = (i / 20 for i in range(21))
    return next(mix for mix in (_blend((colour, towards), share) for share in shares) if contrast(mix, ground) >= least)


@cache
def _blend(ramp: tuple[str, ...], share: float) -> str:
    place = share * (len(ramp) - 1)
    low = min(int(place), len(ramp) - 2)
    part = place - low
    first, second = QColor(ramp[low]), QColor(ramp[low + 1])
    return QColor(
        round(first.red() + (second.red() - first.red()) * part),
        round(first.green() + (second.green() - first.green()) * part),
        round(first.blue() + (second.blue() - first.blue()) * part),
    ).name()


def luminance(colour: str) -> float:
    """WCAG relative luminance, 0 black … 1 white."""
    ink = QColor(colour)
    linear = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in (ink.redF(), ink.greenF(), ink.blueF())]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    """WCAG contrast ratio of two colours, 1 … 21."""
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)


@cache
def contrast_text(colour: str) -> str:
    """Dark or light ink, whichever reads better on ``colour``; plain black where neither does well enough (never below 4.5)."""
    best = max((DARK_INK, LIGHT_INK), key=lambda ink: contrast(colour, ink))
    return best if contrast(colour, best) >= READABLE else "#000000"


def font(pixels: int = BODY_PX, *, bold: bool = False, tabular: bool = False, monospace: bool = False) -> QFont:
    """The program's face at a size of the scale; ``tabular`` gives figures of equal width, where the face has them."""
    face = QFont()
    face.setFamilies(MONOSPACE_FAMILIES if monospace else FAMILIES)
    face.setPixelSize(pixels)
    face.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    if monospace:
        face.setStyleHint(QFont.StyleHint.Monospace)
    if tabular:
        face.setFeature(QFont.Tag("tnum"), 1)
    return face


def section_font() -> QFont:
    """Section titles: small capitals' look in dim text."""
    face = font(TINY_PX, bold=True)
    face.setCapitalization(QFont.Capitalization.AllUppercase)
    face.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 105)
    return face


def palette(theme: Theme) -> QPalette:
    """The Qt palette of a theme, for Fusion."""
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    colours = {
        role.Window: theme.panel, role.WindowText: theme.text, role.Base: theme.panel, role.AlternateBase: theme.background,
        role.ToolTipBase: theme.panel, role.ToolTipText: theme.text, role.PlaceholderText: theme.dim, role.Text: theme.text,
        role.Button: theme.panel, role.ButtonText: theme.text, role.BrightText: theme.warning, role.Highlight: theme.accent,
        role.HighlightedText: contrast_text(theme.accent), role.Link: theme.accent, role.LinkVisited: theme.accent,
        role.Light: theme.panel, role.Midlight: theme.background, role.Mid: theme.line, role.Dark: theme.line,
        role.Shadow: theme.line, role.Accent: theme.accent,
    }
    result = QPalette()
    for each, colour in colours.items():
        result.setColor(each, QColor(colour))
    for each in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        result.setColor(group.Disabled, each, QColor(theme.dim))
    result.setColor(group.Disabled, role.Highlight, QColor(theme.line))
    return result


def scheme(theme: Theme) -> Qt.ColorScheme:
    """What to hand to ``QStyleHints.setColorScheme``."""
    return Qt.ColorScheme.Dark if theme.dark else Qt.ColorScheme.Light
