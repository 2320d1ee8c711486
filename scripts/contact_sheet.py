"""Every preset's graph side by side, for looking at: docs/img/contact-sheet.png (closed) and contact-sheet-opened.png.

    python scripts/contact_sheet.py [--folder DIR]        # or: make contact-sheet

The second sheet has one preset of each architecture, with the stage that costs most opened, and in it the block that costs most.
Each picture is judged by scripts/check_picture.py too; a fault ends the script with 1.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QRectF, Qt  # noqa: E402
from PySide6.QtGui import QColor, QFontInfo, QImage, QPainter  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

import models  # noqa: E402
from explorer.analysis import analyse  # noqa: E402
from explorer.core.graph import Network  # noqa: E402
from explorer.core.recipe import Recipe  # noqa: E402
from explorer.views.graph.export import Sheet, Subject, caption, rendered  # noqa: E402
from explorer.views.graph.export.formats import paint  # noqa: E402
from explorer.views.graph.measure import face  # noqa: E402
from explorer.views.theme import BODY_PX, LIGHT  # noqa: E402
from scripts.check_picture import faults  # noqa: E402
from scripts.font_advances import table_with  # noqa: E402

GAP = 12


def costliest(network: Network) -> frozenset[str]:
    """The way from the top to the costliest place that has nothing but layers in it."""
    name, opened = "", list[str]()
    while True:
        inner = [child for child in network.children(name) if network.children(child)]
        if not inner:
            return frozenset(opened)
        name = max(inner, key=lambda child: network.node(child).macs)
        opened.append(name)
        if network.is_small(name):
            return frozenset(opened)


def drawn(preset: str, *, opened: bool) -> Sheet:
    """A preset's page."""
    analysis = analyse(Recipe.of(preset))
    network = Network.from_json(analysis)
    return Sheet(Subject.of(network, costliest(network) if opened else frozenset()), caption(analysis, None))


def mounted(sheets: Sequence[Sheet], columns: int, wide: int) -> QImage:
    """The pages in columns, each under the shortest so far; what is wider than a column is made smaller."""
    places, heights = [], [GAP] * columns
    for sheet in sheets:
        scale = min(wide / sheet.width, 1.0)
        column = heights.index(min(heights))
        places.append((GAP + column * (wide + GAP), heights[column], scale))
        heights[column] += round(sheet.height * scale) + GAP
    image = QImage(columns * (wide + GAP) + GAP, max(heights), QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.line))
    painter = QPainter(image)
    for sheet, (x, y, scale) in zip(sheets, places, strict=True):
        page = QImage(round(sheet.width * 2), round(sheet.height * 2), QImage.Format.Format_RGB32)  # twice, then made smaller
        on_page = QPainter(page)
        on_page.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        on_page.scale(2, 2)
        paint(sheet, on_page)
        on_page.end()
        small = page.scaledToWidth(round(sheet.width * scale), Qt.TransformationMode.SmoothTransformation)
        painter.fillRect(QRectF(x, y, wide, small.height()), QColor(LIGHT.panel))
        painter.drawImage(x + (wide - small.width()) // 2, y, small)
    painter.end()
    return image


def main() -> int:
    """Write both sheets."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--folder", type=Path, default=ROOT / "docs" / "img")
    folder = parser.parse_args().folder
    application = QApplication.instance() or QApplication([])
    table = table_with(QFontInfo(face(BODY_PX)).family())
    found = []
    for name, presets, columns, wide in (
        ("contact-sheet.png", models.presets(), 11, 300),
        ("contact-sheet-opened.png", [a.presets[0].name for a in models.architectures()], 5, 640),
    ):
        sheets = []
        for preset in presets:
            sheet = drawn(preset, opened="opened" in name)
            found += [f"{preset}: {fault}" for fault in faults(rendered(sheet, "svg"), table)]
            sheets.append(sheet)
        mounted(sheets, columns, wide).save(str(folder / name))
        print(folder / name)
    for fault in found:
        print(fault)
    del application
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
