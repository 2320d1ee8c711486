"""A page as the content of a file: SVG with its texts as texts, PNG with its resolution, both for the clipboard.

The SVG is written with xml.etree, as the graph's is (docs/decisions.md 23): no transforms, classes by role, a ``<title>`` on each
mark with what it stands for. ``textLength`` is the width that the layout counted with.
"""

from __future__ import annotations

from xml.etree import ElementTree as ET

from PySide6.QtCore import QBuffer, QIODevice, QMimeData, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontInfo, QFontMetricsF, QImage, QPainter, QPen, QPolygonF

from explorer import __version__
from explorer.core.errors import BadInput
from explorer.views.figure_page import END, MIDDLE, START, Dot, Item, Page, Patch, Path, Word
from explorer.views.theme import BODY_PX, FAMILIES, font

FORMATS = ("svg", "png", "csv")
NAMESPACE = "http://www.w3.org/2000/svg"
SCENE_DPI = 96.0
LEAST_DPI, MOST_DPI = 72, 600
INCH_M = 0.0254
PROGRAM = f"Architecture Explorer {__version__}"


def pixels(made: Page, dpi: int) -> tuple[int, int]:
    """Width and height of a PNG."""
    return round(made.width * dpi / SCENE_DPI), round(made.height * dpi / SCENE_DPI)


def svg(made: Page, *, transparent: bool = False) -> bytes:
    """The file's content, UTF-8."""
    families = list(dict.fromkeys([QFontInfo(font(BODY_PX)).family(), *FAMILIES]))
    wide, high = _number(made.width), _number(made.height)
    root = ET.Element("svg", {
        "xmlns": NAMESPACE, "width": wide, "height": high, "viewBox": f"0 0 {wide} {high}", "role": "img",
        "font-family": ", ".join([*(f"'{name}'" for name in families), "sans-serif"]),
        "style": "font-variant-numeric: tabular-nums",
    })
    ET.SubElement(root, "title").text = made.title
    ET.SubElement(root, "desc").text = "; ".join(made.notes)
    if not transparent:
        ET.SubElement(root, "rect", {"class": "page", "x": "0", "y": "0", "width": wide, "height": high, "fill": made.ground})
    for item in made.items:
        _element(root, item)
    ET.indent(root, " ")
    content: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return content + b"\n"


def png(made: Page, dpi: int = 300, *, transparent: bool = False) -> bytes:
    """PNG with its resolution in it. Raises BadInput for a resolution out of range."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image(made, dpi, transparent=transparent).save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def image(made: Page, dpi: int, *, transparent: bool = False) -> QImage:
    """The page in pixels. Raises BadInput for a resolution out of range."""
    if not LEAST_DPI <= dpi <= MOST_DPI:
        raise BadInput("dpi = {0} is not allowed; allowed: {1} to {2}", dpi, LEAST_DPI, MOST_DPI)
    found = QImage(*pixels(made, dpi), QImage.Format.Format_ARGB32)
    found.fill(Qt.GlobalColor.transparent if transparent else QColor(made.ground))
    found.setDotsPerMeterX(round(dpi / INCH_M))
    found.setDotsPerMeterY(round(dpi / INCH_M))
    for key, text in (("Title", made.title), ("Description", "; ".join(made.notes)), ("Software", PROGRAM)):
        found.setText(key, text)
    painter = QPainter(found)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(dpi / SCENE_DPI, dpi / SCENE_DPI)
    for item in made.items:
        _paint(painter, item)
    painter.end()
    return found


def mime_data(made: Page, dpi: int, table: str) -> QMimeData:
    """For the clipboard: pixels for slides, SVG for those that take it, the data as text for a spreadsheet."""
    data = QMimeData()
    data.setImageData(image(made, dpi))
    data.setData("image/svg+xml", svg(made))
    data.setText(table)
    return data


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _box(box: QRectF) -> dict[str, str]:
    sides = {"x": box.x(), "y": box.y(), "width": box.width(), "height": box.height()}
    return {name: _number(value) for name, value in sides.items()}


def _points(points: tuple[QPointF, ...]) -> str:
    return " ".join(f"{_number(p.x())},{_number(p.y())}" for p in points)


def _element(root: ET.Element, item: Item) -> None:
    if isinstance(item, Word):
        place = {"class": item.role, "x": _number(item.x), "y": _number(item.y), "font-size": str(item.pixels)}
        look = {"fill": item.colour} | ({} if item.anchor == START else {"text-anchor": item.anchor})
        look |= {"font-weight": "600"} if item.bold else {}
        length = {"textLength": _number(_length(item)), "lengthAdjust": "spacingAndGlyphs"}
        ET.SubElement(root, "text", place | look | length).text = item.text
        return
    if isinstance(item, Patch):
        made = ET.SubElement(root, "rect", {"class": item.role, **_box(item.box), "fill": item.colour})
    elif isinstance(item, Dot):
        place = {"cx": _number(item.at.x()), "cy": _number(item.at.y()), "r": _number(item.radius), "fill": item.fill}
        stroke = {"stroke": item.stroke, "stroke-width": "1.6"} if item.stroke else {}
        made = ET.SubElement(root, "circle", {"class": item.role, **place, **stroke})
    elif item.fill:
        made = ET.SubElement(root, "polygon", {"class": item.role, "points": _points(item.points), "fill": item.fill})
    else:
        line = {"fill": "none", "stroke": item.stroke, "stroke-width": _number(item.width), "stroke-linejoin": "round"}
        made = ET.SubElement(root, "polyline", {"class": item.role, "points": _points(item.points), **line})
    if item.name:
        ET.SubElement(made, "title").text = item.name


def _length(word: Word) -> float:
    return QFontMetricsF(font(word.pixels, bold=word.bold, tabular=True)).horizontalAdvance(word.text)


def _paint(painter: QPainter, item: Item) -> None:
    if isinstance(item, Word):
        painter.setFont(font(item.pixels, bold=item.bold, tabular=True))
        painter.setPen(QColor(item.colour))
        left = item.x - {MIDDLE: 0.5, END: 1.0}.get(item.anchor, 0.0) * _length(item)
        painter.drawText(QPointF(left, item.y), item.text)
    elif isinstance(item, Patch):
        painter.fillRect(item.box, QColor(item.colour))
    elif isinstance(item, Dot):
        painter.setPen(QPen(QColor(item.stroke), 1.6) if item.stroke else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(item.fill))
        painter.drawEllipse(item.at, item.radius, item.radius)
    else:
        _paint_path(painter, item)


def _paint_path(painter: QPainter, item: Path) -> None:
    shape = QPolygonF(list(item.points))
    if item.fill:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(item.fill))
        painter.drawPolygon(shape)
        return
    pen = QPen(QColor(item.stroke), item.width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPolyline(shape)
