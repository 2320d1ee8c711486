"""The tokens: what is text can be read on what it stands on."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPalette
from pytestqt.qtbot import QtBot

from explorer.views import theme as tokens
from explorer.views.theme import DARK, LIGHT, Theme, contrast, contrast_text

both = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)


def test_contrast_is_the_one_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#123456", "#123456") == 1


@both
def test_texts_are_readable(theme: Theme) -> None:
    for ink in (theme.text, theme.dim, theme.accent, theme.good, theme.warning):
        assert contrast(ink, theme.panel) >= 4.5, ink
    for fill in (*theme.ramp, *(colour for _, colour in theme.kinds), theme.accent):
        assert contrast(contrast_text(fill), fill) >= 4.5, fill


@both
def test_ramp_and_kinds(theme: Theme) -> None:
    assert theme.ramp_colour(0) == theme.ramp[0]
    assert theme.ramp_colour(7) == theme.ramp_colour(1) == theme.ramp[-1]
    assert theme.ramp_colour(0.5) == theme.ramp[3]
    lightness = [tokens.luminance(colour) for colour in theme.ramp]
    assert lightness == sorted(lightness, reverse=True), "readable in grey, and with any colour vision"
    assert theme.kind_colour("norm") == theme.kind_colour("other")
    assert len({colour for _, colour in theme.kinds}) == len(theme.kinds)


@both
def test_palette_and_fonts(qtbot: QtBot, theme: Theme) -> None:
    palette = tokens.palette(theme)
    assert palette.color(QPalette.ColorRole.Window) == QColor(theme.panel)
    assert palette.color(QPalette.ColorRole.Highlight) == QColor(theme.accent)
    assert tokens.font(13).pixelSize() == 13
    assert tokens.font(tabular=True).featureTags()
