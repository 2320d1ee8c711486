"""What the tests of charts share: real analyses, a shown chart, a saved SVG taken apart."""

from __future__ import annotations

from functools import cache
from typing import Any
from xml.etree import ElementTree as ET

from pytestqt.qtbot import QtBot

from explorer.analysis import analyse
from explorer.analysis.published_points import published_points
from explorer.core.catalogue import Catalogue, read_catalogue
from explorer.core.recipe import Recipe
from explorer.views.chart_dialog import ChartChoice
from explorer.views.chart_files import content
from explorer.views.chart_frame import ChartFrame

SVG = "{http://www.w3.org/2000/svg}"


@cache
def analysed(preset: str = "mobilenet_v2", rule: str = "macs", **knobs: Any) -> dict[str, Any]:
    """A real analysis, made once."""
    return analyse(Recipe.of(preset, knobs), rule)


@cache
def catalogue() -> Catalogue:
    """The committed one."""
    return read_catalogue()


@cache
def points() -> list[dict[str, Any]]:
    """The engine's answer ``published``."""
    return published_points()


def shown(qtbot: QtBot, chart: ChartFrame, width: int = 640, height: int = 190) -> None:
    """Put a chart on the screen."""
    chart.resize(width, height)
    qtbot.addWidget(chart)
    with qtbot.waitExposed(chart):
        chart.show()


class Saved:
    """A chart's SVG, parsed."""

    def __init__(self, chart: ChartFrame, size: str = "page", theme: str = "light") -> None:
        self.root = ET.fromstring(content(chart, "svg", ChartChoice("svg", size, theme)))

    def of(self, role: str) -> list[ET.Element]:
        """Elements of a class."""
        return [element for element in self.root.iter() if element.get("class") == role]

    def texts(self, role: str) -> list[str]:
        """What is written in a class."""
        return [element.text or "" for element in self.of(role) if element.tag == f"{SVG}text"]

    def names(self, role: str) -> list[str]:
        """The tooltips of a class."""
        return [title.text or "" for element in self.of(role) for title in element.findall(f"{SVG}title")]

    def size(self) -> tuple[float, float]:
        """Width and height in pixels."""
        return float(self.root.get("width", 0)), float(self.root.get("height", 0))
