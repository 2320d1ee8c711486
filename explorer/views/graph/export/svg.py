"""The page as SVG, written from the scene's own data: texts are ``<text>``, groups are nested as the modules are.

Every node is a ``<g>`` with its module path as ``id`` and ``data-path``; it holds its box, its texts, its children and, as
``<polyline>``, the edges among them. There is no transform: coordinates are the page's pixels. ``textLength`` is the width that
the layout counted with, so that another font on another machine is squeezed and not cut. Why not QSvgGenerator:
docs/decisions.md.
"""

from __future__ import annotations

from xml.etree import ElementTree as ET

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontInfo

from explorer.views import theme as tokens
from explorer.views.graph import words
from explorer.views.graph.badges import DOT_SIZE, LINE_WIDTH, dot_middle
from explorer.views.graph.diagram import PAD, SHAPE_PX
from explorer.views.graph.export.sheet import Sheet
from explorer.views.graph.items import NodeItem
from explorer.views.graph.lines import ARROW_HALF, ARROW_LENGTH, LineItem, y_base
from explorer.views.graph.look import Style
from explorer.views.graph.measure import face, width
from explorer.views.theme import BODY_PX, FAMILIES

NAMESPACE = "http://www.w3.org/2000/svg"
BOLD = "600"


def svg(sheet: Sheet) -> bytes:
    """The file's content, UTF-8."""
    return _Writer(sheet).document()


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _box(box: QRectF) -> dict[str, str]:
    sides = {"x": box.x(), "y": box.y(), "width": box.width(), "height": box.height()}
    return {name: _number(value) for name, value in sides.items()}


def _points(points: list[QPointF]) -> str:
    return " ".join(f"{_number(p.x())},{_number(p.y())}" for p in points)


class _Writer:
    """The elements of one page."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.theme = sheet.theme
        families = list(dict.fromkeys([QFontInfo(face(BODY_PX)).family(), *FAMILIES]))
        wide, high = _number(sheet.width), _number(sheet.height)
        self.root = ET.Element("svg", {
            "xmlns": NAMESPACE, "width": wide, "height": high, "viewBox": f"0 0 {wide} {high}", "role": "img",
            "font-family": ", ".join([*(f"'{name}'" for name in families), "sans-serif"]),
            "style": "font-variant-numeric: tabular-nums",
        })
        self._element(self.root, "title", text=sheet.caption.title)
        caption = sheet.caption
        self._element(self.root, "desc", text="; ".join([*caption.changes, *caption.facts, caption.footer]))
        self._children: dict[str, list[NodeItem]] = {}
        for item in sheet.scene.nodes.values():
            self._children.setdefault(item.shape_data.parent, []).append(item)
        self._lines: dict[str, list[LineItem]] = {}
        for (parent, _, _), line in sheet.scene.lines.items():
            self._lines.setdefault(parent, []).append(line)

    def document(self) -> bytes:
        sheet = self.sheet
        self._defs()
        if not sheet.options.transparent:
            page = QRectF(0, 0, sheet.width, sheet.height)
            self._element(self.root, "rect", {"class": "page", **_box(page), "fill": self.theme.panel})
        around = self._element(self.root, "g", {"id": "caption"})
        for patch in sheet.patches:
            rim = {"fill": patch.colour, "stroke": patch.rim, "stroke-width": "0.5"}
            self._element(around, "rect", {"class": "legend", **_box(patch.box), **rim})
        for each in sheet.words:
            self._text(around, each.role, each.text, (each.x, each.y), each.pixels, each.colour, bold=each.bold)
        attributes = {"id": "graph", "data-part": "whole" if sheet.whole else "visible"}
        if not sheet.whole:
            attributes["clip-path"] = "url(#part)"
        graph = self._element(self.root, "g", attributes)
        self._inside(graph, "")
        ET.indent(self.root, " ")
        content: bytes = ET.tostring(self.root, encoding="utf-8", xml_declaration=True)
        return content + b"\n"

    def _element(self, parent: ET.Element, tag: str, attributes: dict[str, str] | None = None, text: str = "") -> ET.Element:
        made = ET.SubElement(parent, tag, attributes or {})
        if text:
            made.text = text
        return made

    def _text(
        self, parent: ET.Element, role: str, text: str, place: tuple[float, float], pixels: int, colour: str, *,
        bold: bool = False,
    ) -> None:
        attributes = {"class": role, "x": _number(place[0]), "y": _number(place[1]), "font-size": str(pixels), "fill": colour}
        if bold:
            attributes["font-weight"] = BOLD
        attributes["textLength"] = _number(width(text, pixels, bold=bold))
        attributes["lengthAdjust"] = "spacingAndGlyphs"
        self._element(parent, "text", attributes, text)

    def _defs(self) -> None:
        defs = self._element(self.root, "defs")
        length, half = _number(ARROW_LENGTH), _number(ARROW_HALF)
        across = _number(2 * ARROW_HALF)
        marker = self._element(defs, "marker", {
            "id": "arrow", "viewBox": f"0 0 {length} {across}", "refX": "1", "refY": half, "markerWidth": length,
            "markerHeight": across, "markerUnits": "userSpaceOnUse", "orient": "auto", "overflow": "visible",
        })
        self._element(marker, "path", {"d": f"M0 0 L{length} {half} L0 {across} Z", "fill": self.theme.dim})
        if not self.sheet.whole:
            clip = self._element(defs, "clipPath", {"id": "part"})
            self._element(clip, "rect", _box(self.sheet.region.translated(self.sheet.dx, self.sheet.dy)))

    def _inside(self, parent: ET.Element, name: str) -> None:
        """Open children, then the lines among them all, then the closed ones: the order in which the scene paints."""
        children = [c for c in self._children.get(name, ()) if c.mapRectToScene(c.boundingRect()).intersects(self.sheet.region)]
        for child in children:
            if child.shape_data.look.style is Style.PANEL:
                self._node(parent, child)
        for line in self._lines.get(name, ()):
            if line.boundingRect().intersects(self.sheet.region):
                self._line(parent, line)
        for child in children:
            if child.shape_data.look.style is not Style.PANEL:
                self._node(parent, child)

    def _node(self, parent: ET.Element, item: NodeItem) -> None:
        shape = item.shape_data
        node = self.sheet.network.node(shape.id)
        attributes = {"id": shape.id, "class": shape.look.style.value, "data-path": shape.id, "data-role": node.role}
        if len(shape.members) > 1:
            attributes["data-members"] = " ".join(shape.members)
        group = self._element(parent, "g", attributes)
        self._element(group, "title", text=words.tooltip(self.sheet.network, shape.id, shape.look.note))
        box = item.box.translated(self.sheet.dx, self.sheet.dy)
        if shape.look.style is Style.ROUND:
            self._round(group, box, shape.look.title)
            return
        self._rectangle(group, item, box)
        for run in item.runs:
            self._text(group, "run", run.text, (box.x() + run.x, box.y() + run.y), run.pixels, run.colour, bold=run.bold)
        if shape.look.note:
            self._dot(group, item, box)
        if shape.look.style is Style.PANEL:
            self._inside(group, shape.id)

    def _rectangle(self, group: ET.Element, item: NodeItem, box: QRectF) -> None:
        look = item.shape_data.look
        radius = _number(tokens.RADIUS_PX)
        attributes = {"class": "box", **_box(box), "rx": radius, "fill": item.ground}
        if item.has_rim:
            attributes |= {**_box(box.adjusted(0.5, 0.5, -0.5, -0.5)), "stroke": self.theme.line}
        self._element(group, "rect", attributes)
        x, whole = box.x() + PAD, box.width() - 2 * PAD
        for colour, part in look.shares:
            strip = QRectF(x, box.bottom() - 6, whole * part, 3)
            self._element(group, "rect", {"class": "share", **_box(strip), "fill": colour})
            x += whole * part

    def _round(self, group: ET.Element, box: QRectF, sign: str) -> None:
        middle, accent = box.center(), self.theme.accent
        place = {"cx": _number(middle.x()), "cy": _number(middle.y()), "r": _number(box.width() / 2 - 1)}
        stroke = {"stroke": accent, "stroke-width": _number(LINE_WIDTH)}
        self._element(group, "circle", {"class": "box", **place, "fill": self.theme.panel, **stroke})
        arm = 4.5 if sign == "+" else 3.5
        arms = [((-arm, 0.0), (arm, 0.0)), ((0.0, -arm), (0.0, arm))]
        if sign != "+":
            arms = [((-arm, -arm), (arm, arm)), ((-arm, arm), (arm, -arm))]
        drawn = " ".join(
            f"M{_number(middle.x() + a)} {_number(middle.y() + b)} L{_number(middle.x() + c)} {_number(middle.y() + d)}"
            for (a, b), (c, d) in arms
        )
        self._element(group, "path", {"class": "sign", "d": drawn, **stroke})

    def _dot(self, group: ET.Element, item: NodeItem, box: QRectF) -> None:
        """What is overridden is marked as on the screen: before the words where it lies open, else on the corner."""
        look, middle = item.shape_data.look, dot_middle(item.shape_data)
        place = {"cx": _number(box.x() + middle.x()), "cy": _number(box.y() + middle.y())}
        rim = {} if look.style is Style.PANEL else {"stroke": self.theme.panel, "stroke-width": "2"}
        radius = _number(DOT_SIZE / 2)
        self._element(group, "circle", {"class": "overridden", "r": radius, "fill": self.theme.warning, **place, **rim})
        if look.hollow:
            inner = {"class": "overridden-inside", "r": _number(DOT_SIZE / 4), "fill": self.theme.panel}
            self._element(group, "circle", {**inner, **place})

    def _line(self, parent: ET.Element, item: LineItem) -> None:
        line = item.line
        dx, dy = self.sheet.dx, self.sheet.dy
        points = [QPointF(p.x() + dx, p.y() + dy) for p in item.drawn]
        attributes = {
            "class": "edge", "data-from": line.source, "data-to": line.target, "points": _points(points), "fill": "none",
            "stroke": self.theme.dim, "stroke-width": _number(LINE_WIDTH),
        }
        if line.arrow:
            attributes["marker-end"] = "url(#arrow)"
        self._element(parent, "polyline", attributes)
        if line.label:
            box = item.label_box()
            base = y_base(box, above=line.above)
            self._text(parent, "shape", line.label, (box.left() + dx, base + dy), SHAPE_PX, self.theme.dim)
