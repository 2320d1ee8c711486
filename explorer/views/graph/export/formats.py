"""A page as the content of a file: SVG, PDF (fonts embedded, the page as large as the picture), PNG, clipboard."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QMimeData, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPageSize, QPainter, QPdfWriter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem

from explorer import __version__
from explorer.core.errors import BadInput
from explorer.views.graph.export.sheet import Sheet
from explorer.views.graph.export.svg import svg
from explorer.views.graph.export.tiles import tiled_png
from explorer.views.graph.measure import face

FORMATS = ("svg", "pdf", "png")
SCENE_DPI = 96.0  # a pixel of the scene is 1/96 inch
POINTS = 72.0
LEAST_DPI, MOST_DPI = 72, 600
PDF_DPI = 1200
PDF_SIDE_PT = 14400.0  # 200 inches: what a PDF page may measure at most (PDF 1.7, Annex C.2)
MOST_SIDE, MOST_PIXELS = 32767, 150_000_000  # of Qt's raster painter; of memory: 600 MB. What is larger is painted in tiles
FILE_SIDE, FILE_PIXELS = 200_000, 1_000_000_000  # of a PNG: what common viewers open
INCH_M = 0.0254
CHARACTER_MAP = re.compile(rb"begincmap.*?endcmap", re.DOTALL)
PROGRAM = f"Architecture Explorer {__version__}"


def format_of(path: Path) -> str:
    """The format that a file's name asks for. Raises BadInput for a name that asks for none."""
    suffix = path.suffix.lower().removeprefix(".")
    if suffix not in FORMATS:
        raise BadInput("{0} is not a name for a picture; allowed endings: {1}", path.name, ", ".join(f".{f}" for f in FORMATS))
    return suffix


def rendered(sheet: Sheet, kind: str, dpi: int = 300) -> bytes:
    """The file's content. ``dpi`` is for PNG only. Raises BadInput where a PNG would be too large."""
    if kind == "svg":
        return svg(sheet)
    return pdf(sheet) if kind == "pdf" else png(sheet, dpi)


def pixels(sheet: Sheet, dpi: int) -> tuple[int, int]:
    """Width and height of a PNG."""
    return round(sheet.width * dpi / SCENE_DPI), round(sheet.height * dpi / SCENE_DPI)


def png(sheet: Sheet, dpi: int) -> bytes:
    """PNG with its resolution in it. Raises BadInput for a resolution out of range, or too many pixels."""
    wide, high = pixels(sheet, dpi)
    if max(wide, high) > MOST_SIDE or wide * high > MOST_PIXELS:
        _allow(sheet, dpi, FILE_SIDE, FILE_PIXELS)
        return tiled_png(wide, high, round(dpi / INCH_M), _words(sheet), lambda painter: _paint_at(sheet, painter, dpi))
    found = image(sheet, dpi)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    found.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def image(sheet: Sheet, dpi: int) -> QImage:
    """The page in pixels; transparent where nothing is drawn, if the sheet says so. Raises BadInput as ``png`` does, and for
    more pixels than fit into memory at once."""
    _allow(sheet, dpi, MOST_SIDE, MOST_PIXELS)
    wide, high = pixels(sheet, dpi)
    found = QImage(wide, high, QImage.Format.Format_ARGB32)
    found.fill(Qt.GlobalColor.transparent)
    metre = round(dpi / INCH_M)
    found.setDotsPerMeterX(metre)
    found.setDotsPerMeterY(metre)
    for key, text in _words(sheet).items():
        found.setText(key, text)
    painter = QPainter(found)
    _paint_at(sheet, painter, dpi)
    painter.end()
    return found


def _allow(sheet: Sheet, dpi: int, side: int, area: int) -> None:
    if not LEAST_DPI <= dpi <= MOST_DPI:
        raise BadInput("dpi = {0} is not allowed; allowed: {1} to {2}", dpi, LEAST_DPI, MOST_DPI)
    wide, high = pixels(sheet, dpi)
    if max(wide, high) > side or wide * high > area:
        most = min(side / max(wide, high), (area / (wide * high)) ** 0.5) * dpi
        advice = f"at most {int(most)} dpi" if most >= LEAST_DPI else "SVG or PDF, which have no pixels"
        raise BadInput("a PNG of {0} × {1} pixels is too large; choose {2}, or show less", wide, high, advice)


def _words(sheet: Sheet) -> dict[str, str]:
    return {"Title": sheet.caption.title, "Description": sheet.caption.footer, "Software": PROGRAM}


def _paint_at(sheet: Sheet, painter: QPainter, dpi: int) -> None:
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(dpi / SCENE_DPI, dpi / SCENE_DPI)
    paint(sheet, painter)


def pdf(sheet: Sheet) -> bytes:
    """PDF of one page; its texts are text. A page beyond what PDF allows is made smaller as a whole."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(PDF_DPI)
    writer.setTitle(sheet.caption.title)
    writer.setCreator(PROGRAM)
    points = POINTS / SCENE_DPI
    scale = min(1.0, PDF_SIDE_PT / (max(sheet.width, sheet.height) * points))
    size = QSizeF(sheet.width * points * scale, sheet.height * points * scale)
    writer.setPageSize(QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter(writer)
    painter.scale(PDF_DPI / SCENE_DPI * scale, PDF_DPI / SCENE_DPI * scale)
    paint(sheet, painter)
    painter.end()
    return CHARACTER_MAP.sub(_plain_characters, bytes(buffer.data().data()))


def _plain_characters(found: re.Match[bytes]) -> bytes:
    """Where several characters share a glyph, Qt names the first: a tab for the space, a figure dash for the en dash."""
    return found[0].replace(b"<0009>", b"<0020>").replace(b"<2012>", b"<2013>")  # as many bytes as before


def mime_data(sheet: Sheet, dpi: int) -> QMimeData:
    """For the clipboard: pixels for most programs, SVG and PDF for those that take them."""
    data = QMimeData()
    data.setImageData(image(sheet, dpi))
    data.setData("image/svg+xml", svg(sheet))
    data.setData("application/pdf", pdf(sheet))
    return data


def paint(sheet: Sheet, painter: QPainter) -> None:
    """The page from its upper left corner on, in the scene's pixels."""
    page = QRectF(0, 0, sheet.width, sheet.height)
    if not sheet.options.transparent:
        painter.fillRect(page, QColor(sheet.theme.panel))
    for patch in sheet.patches:
        painter.setPen(QPen(QColor(patch.rim), 0.5))
        painter.setBrush(QColor(patch.colour))
        painter.drawRect(patch.box)
    for words in sheet.words:
        painter.setFont(face(words.pixels, bold=words.bold))
        painter.setPen(QColor(words.colour))
        painter.drawText(words.x, words.y, words.text)  # type: ignore[call-overload]
    painter.translate(sheet.dx, sheet.dy)
    if not sheet.whole:
        painter.setClipRect(sheet.region)
    option = QStyleOptionGraphicsItem()
    scene = sheet.scene
    for item in sorted([*scene.nodes.values(), *scene.lines.values()], key=lambda i: i.zValue()):
        if item.mapRectToScene(item.boundingRect()).intersects(sheet.region):
            painter.save()
            painter.translate(item.pos())
            item.paint(painter, option)
            painter.restore()
