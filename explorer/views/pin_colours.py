"""Colours of pins, the same in the table and in every chart: eight that stay apart under the common colour blindnesses."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from explorer.core.compare_file import COLOURS
from explorer.views.theme import Theme

SIDE_PX = 12
# Okabe and Ito's order, darkened on white and lightened on black until each has a contrast of 3 : 1 to the ground
ON_LIGHT = ("#b0508a", "#0f7a8a", "#b25e09", "#5b52c0", "#7a7a12", "#c03d3d", "#2f6f3e", "#555f70")
ON_DARK = ("#e58bc0", "#56c4d6", "#f0a35b", "#a79ff5", "#d3d35c", "#f28b82", "#86c995", "#b4bccb")
assert len(ON_LIGHT) == len(ON_DARK) == COLOURS


def pin_colour(theme: Theme, number: int) -> QColor:
    """The colour of a pin on this theme's ground."""
    return QColor((ON_DARK if theme.dark else ON_LIGHT)[number % COLOURS])


def swatch(theme: Theme, number: int | None, *, filled: bool) -> QImage:
    """A round mark: filled for the baseline, a ring for the others, a small dot in the theme's green for what is not pinned."""
    colour = QColor(theme.good) if number is None else pin_colour(theme, number)
    return _drawn(colour.name(), "dot" if number is None else "disc" if filled else "ring")


@cache
def _drawn(colour: str, shape: str) -> QImage:
    scale = 3  # sharp on dense screens too
    image = QImage(SIDE_PX * scale, SIDE_PX * scale, QImage.Format.Format_ARGB32_Premultiplied)  # a pixmap would not outlive Qt
    image.setDevicePixelRatio(scale)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = QColor(colour)
    if shape == "ring":
        painter.setPen(QPen(ink, 2))
        painter.drawEllipse(QRectF(2, 2, SIDE_PX - 4, SIDE_PX - 4))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        inset = 3.0 if shape == "dot" else 1.0
        painter.drawEllipse(QRectF(inset, inset, SIDE_PX - 2 * inset, SIDE_PX - 2 * inset))
    painter.end()
    return image
