"""From near, the scene paints boxes and lines many at a call: the picture is that of the items painted one by one, and what
changes on the screen lies in what is painted anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import cache
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QApplication, QStyleOptionGraphicsItem
from pytestqt.qtbot import QtBot

from explorer.analysis import analyse
from explorer.core.graph import Network
from explorer.core.query import compile_query
from explorer.core.recipe import Recipe
from explorer.views.graph import GraphView
from explorer.views.graph.diagram import Line
from explorer.views.graph.finding import find
from explorer.views.graph.items import COARSE
from explorer.views.graph.lines import LineItem
from explorer.views.graph.look import Style
from explorer.views.graph.marks import Marks, Others
from explorer.views.graph.near import EVERYWHERE, LAID_OUT, Near
from explorer.views.theme import DARK, LIGHT, Theme

WIDE, HIGH = 900, 600
ALIKE = 8  # of 255: what rounding may make of a colour
STRAY = 0.002  # part of the pixels that may differ by more: two lines that cross are one stroke in one picture, two in the other
Pixels = np.ndarray[Any, np.dtype[np.int16]]


@cache
def _document(preset: str, **knobs: Any) -> dict[str, Any]:
    return analyse(Recipe.of(preset, knobs))


def _view(qtbot: QtBot, preset: str, theme: Theme = LIGHT) -> GraphView:
    view = GraphView(theme)
    qtbot.addWidget(view)
    view.resize(WIDE, HIGH)
    view.show()
    view.set_network(Network.from_json(_document(preset)))
    view.expand_all()
    view.centerOn(view.sceneRect().center())
    return view


def _pixels(picture: QImage) -> Pixels:
    picture = picture.convertToFormat(QImage.Format.Format_RGB32)
    found = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), picture.width(), 4)
    return found[..., :3].astype(np.int16)


def _canvas(view: GraphView) -> tuple[QImage, QPainter]:
    picture = QImage(view.viewport().size(), QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    painter.fillRect(picture.rect(), view.picture.scene.backgroundBrush())
    painter.setRenderHints(view.renderHints())
    painter.setTransform(view.viewportTransform())
    return picture, painter


def _by_scene(view: GraphView) -> Pixels:
    picture, painter = _canvas(view)
    view.picture.scene.drawBackground(painter, view.seen())
    painter.end()
    return _pixels(picture)


def _one_by_one(view: GraphView) -> Pixels:
    scene = view.picture.scene
    picture, painter = _canvas(view)
    for item in sorted([*scene.nodes.values(), *scene.lines.values()], key=lambda item: item.zValue()):
        painter.save()
        painter.setOpacity(item.opacity() if item in scene.nodes.values() else scene.faint)
        painter.translate(item.pos())
        item.paint(painter, QStyleOptionGraphicsItem())
        painter.restore()
    painter.end()
    return _pixels(picture)


def _stray(one: Pixels, other: Pixels) -> float:
    return float((np.abs(one - other).max(axis=2) > ALIKE).mean())


def _leaf(view: GraphView) -> str:
    """A layer's box well in sight."""
    seen = view.seen().adjusted(40, 40, -40, -40)
    boxes = view.picture.scene.nodes
    return next(name for name, item in boxes.items() if item.shape_data.look.style is Style.CARD and seen.contains(item.box))


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("scale", [0.5, 1.0, 2.5])
@pytest.mark.parametrize("preset", ["mobilenet_v2", "inception_v3", "efficientnet_b0", "shufflenet_v1"])
def test_it_is_the_picture_of_the_items(qtbot: QtBot, preset: str, scale: float, theme: Theme) -> None:
    view = _view(qtbot, preset, theme)
    view.zoom_to(scale)
    wanted = _one_by_one(view)
    assert len(np.unique(wanted.reshape(-1, 3), axis=0)) > 20, "something is in sight"
    first = _by_scene(view)
    assert _stray(first, wanted) < STRAY
    words = sum(len(item.runs) for item in view.picture.scene.nodes.values()) + len(view.picture.scene.lines)
    for _ in range(words // LAID_OUT + 2):
        later = _by_scene(view)
    assert np.array_equal(first, later), "texts that are laid out look like those drawn one by one"


def test_so_it_is_with_everything_that_a_box_can_show(qtbot: QtBot) -> None:
    view = _view(qtbot, "mobilenet_v2")
    boxes = view.picture.scene.nodes
    round_one = next(name for name, item in boxes.items() if item.shape_data.look.style is Style.ROUND)
    view.centerOn(boxes[round_one].box.center())
    leaf = _leaf(view)
    panel = view.picture.scene.diagram.shapes[leaf].parent
    for nodes in ((leaf,), (panel,), (round_one,), (leaf, panel)):
        view.set_chosen(nodes, nodes[0])
        assert _stray(_by_scene(view), _one_by_one(view)) < STRAY, nodes
    view.set_chosen((), "")
    before = _by_scene(view)
    view.set_overrides({leaf: "t = 4 here, 6 elsewhere", panel: "g = 2 here"})
    assert not np.array_equal(_by_scene(view), before)
    assert _stray(_by_scene(view), _one_by_one(view)) < STRAY
    view.set_opened(set())
    view.set_colour("kind")
    view.fit()
    looks = [item.shape_data.look for item in view.picture.scene.nodes.values()]
    assert any(look.shares for look in looks)
    assert any(look.hollow for look in looks)
    assert _stray(_by_scene(view), _one_by_one(view)) < STRAY
    view.set_overrides({})
    view.set_opened({"stages.5"})
    view.centerOn(view.picture.scene.nodes["stages.5"].box.center())
    assert any(item.shape_data.look.fold for item in view.picture.scene.nodes.values())
    assert _stray(_by_scene(view), _one_by_one(view)) < STRAY


def test_what_is_not_found_is_dimmed_with_its_words(qtbot: QtBot) -> None:
    view = _view(qtbot, "mobilenet_v2")
    network = view.picture.network
    assert network is not None
    marks, full = Marks(view.picture.scene), _by_scene(view)
    marks.show_finding(find(compile_query("dw"), network, _document("mobilenet_v2")), Others.DIMMED)
    assert view.picture.scene.faint == Others.DIMMED.value
    assert _stray(_by_scene(view), _one_by_one(view)) < STRAY
    assert _stray(_by_scene(view), full) > 10 * STRAY
    marks.show_finding(find(compile_query(""), network, {}))
    assert np.array_equal(_by_scene(view), full)


@pytest.mark.parametrize("scale", [0.2, 0.5, 1.0])
def test_lines_on_each_other_are_no_darker_than_one(qtbot: QtBot, scale: float) -> None:
    """In a dense block dozens of lines run into one; dimmed, their opacities would add up to a full one."""
    view = _view(qtbot, "densenet121")
    scene = view.picture.scene
    last = Counter(tuple(point.toTuple() for point in item.drawn[-2:]) for item in scene.lines.values() if not item.line.straight)
    (one, other), lines = last.most_common(1)[0]
    assert lines > 10
    view.zoom_to(scale)
    view.centerOn(QPointF(*one))
    scene.faint = Others.DIMMED.value
    scene.forget_looks()
    middle = view.mapFromScene((QPointF(*one) + QPointF(*other)) / 2)
    about = _by_scene(view)[middle.y(), middle.x() - 3 : middle.x() + 4]
    ground, ink = (np.array(colour.getRgb()[2::-1]) for colour in (QColor(LIGHT.panel), QColor(LIGHT.dim)))
    grounds = [ground, np.array(QColor(LIGHT.background).getRgb()[2::-1])]
    darkest = max(min(np.abs(pixel - each).sum() for each in grounds) for pixel in about)
    assert 0 < darkest <= np.abs(ink - ground).sum() * (Others.DIMMED.value + 0.05)


@pytest.mark.parametrize("way", [
    ((10, 10), (10, 30), (40, 30), (40, 60)), ((60, 50), (20, 50), (20, 20), (50, 20)), ((30, 60), (30, 10), (10, 10), (10, 5)),
])
def test_a_line_has_the_corners_that_a_stroke_has(qtbot: QtBot, way: tuple[tuple[float, float], ...]) -> None:
    """Grown eight times the line's edges lie on pixels: no pixel differs."""
    line = LineItem(Line("", "one", "other", way, straight=False, arrow=True, depth=0), LIGHT)
    near = Near([], [line], 1.0, LIGHT)
    pictures = []
    for paint in (lambda p: line.paint(p, QStyleOptionGraphicsItem()), lambda p: near.paint(p, EVERYWHERE)):
        picture = QImage(640, 640, QImage.Format.Format_RGB32)
        picture.fill(Qt.GlobalColor.white)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(8, 8)
        paint(painter)
        painter.end()
        pictures.append(_pixels(picture))
    assert (pictures[0] != 255).sum() > 5000
    assert np.array_equal(*pictures)


class _Painted(QObject):
    """The parts of a view that are painted while it looks."""

    def __init__(self, view: GraphView) -> None:
        super().__init__()
        self._view = view
        self._looks = False
        self.region = QRegion()
        view.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if self._looks and isinstance(event, QPaintEvent):
            self.region |= event.region()
        return False

    def changes(self, act: Callable[[], object]) -> tuple[int, int]:
        """How many pixels an act changes, and how many of them no paint of it reached."""
        QApplication.processEvents()
        before = self._picture()
        self.region, self._looks = QRegion(), True
        act()
        QApplication.processEvents()
        self._looks = False
        changed = np.abs(self._picture() - before).max(axis=2) > 0
        reached = np.zeros(changed.shape, dtype=bool)
        for part in self.region:  # type: ignore[attr-defined]
            reached[part.top() : part.bottom() + 1, part.left() : part.right() + 1] = True
        return int(changed.sum()), int((changed & ~reached).sum())

    def _picture(self) -> Pixels:
        return _pixels(self._view.viewport().grab().toImage())


@pytest.mark.parametrize("scale", [0.3, 1.0])
def test_all_that_changes_is_painted_anew(qtbot: QtBot, scale: float) -> None:
    view = _view(qtbot, "mobilenet_v2")
    view.zoom_to(scale)
    leaf = _leaf(view)
    around = view.picture.scene.diagram.shapes[leaf].parent
    beside = next(name for name, shape in view.picture.scene.diagram.shapes.items() if shape.parent == around and name != leaf)
    marks, painted = Marks(view.picture.scene), _Painted(view)
    network = view.picture.network
    assert network is not None
    wide, narrow = (Network.from_json(_document("mobilenet_v2", resolution=side)) for side in (256, 96))
    found, none, nothing = (find(compile_query(text), network, _document("mobilenet_v2")) for text in ("dw", "nowhere", ""))
    acts: dict[str, Callable[[], object]] = {
        "select": lambda: view.set_selected(leaf),
        "another": lambda: view.set_chosen((leaf, beside), leaf),
        "nothing": lambda: view.set_selected(""),
        "override": lambda: view.set_overrides({leaf: "t = 4 here"}),
        "no override": lambda: view.set_overrides({}),
        "longer shapes": lambda: view.set_network(wide),
        "shorter shapes": lambda: view.set_network(narrow),
        "colour": lambda: view.set_colour("kind"),
        "find none": lambda: marks.show_finding(none, Others.DIMMED),
        "find": lambda: marks.show_finding(found, Others.DIMMED),
        "find no more": lambda: marks.show_finding(nothing),
        "close": lambda: view.set_opened(view.opened() - {around}),
        "open": lambda: view.expand(around),
        "another network": lambda: view.set_network(Network.from_json(_document("efficientnet_b0"))),
        "another theme": lambda: view.set_theme(DARK),
    }
    for name, act in acts.items():
        changed, missed = painted.changes(act)
        assert changed > 0 or (scale < COARSE and "shapes" in name), f"{name}: from far away no words are seen"
        assert missed == 0, name


def test_a_selection_paints_what_it_changes_and_not_the_whole_view(qtbot: QtBot) -> None:
    view = _view(qtbot, "mobilenet_v2")
    view.zoom_to(1.0)
    painted = _Painted(view)
    leaf = _leaf(view)
    changed, missed = painted.changes(lambda: view.set_selected(leaf))
    assert changed > 0
    assert missed == 0
    area = sum(part.width() * part.height() for part in painted.region)  # type: ignore[attr-defined]
    assert area < WIDE * HIGH / 3


def test_a_text_of_two_fonts_is_drawn_with_the_others(qtbot: QtBot) -> None:
    """What one font does not hold is not laid out with the rest, and looks as ever."""
    document = _document("mobilenet_v2")
    named = {**document, "graph": {**document["graph"], "nodes": [
        {**node, "title": "Conv 합성곱 1×1"} if node["type"] == "Conv2d" else node for node in document["graph"]["nodes"]
    ]}}
    view = GraphView()
    qtbot.addWidget(view)
    view.resize(WIDE, HIGH)
    view.set_network(Network.from_json(named))
    view.expand_all()
    view.zoom_to(1.0)
    view.centerOn(view.picture.scene.nodes["stages.4.1"].box.center())
    first = _by_scene(view)
    assert "Conv 합성곱 1×1" in {run.text for item in view.picture.scene.nodes.values() for run in item.runs}
    for _ in range(60):
        later = _by_scene(view)
    assert np.array_equal(first, later)
    assert _stray(later, _one_by_one(view)) < STRAY


def test_far_and_near_a_click_finds_the_same_box(qtbot: QtBot) -> None:
    view = _view(qtbot, "mobilenet_v2")
    leaf = _leaf(view)
    for scale in (0.3, 1.0):
        view.zoom_to(scale)
        item = view.box_at(view.picture.scene.nodes[leaf].box.center())
        assert item is not None
        assert item.shape_data.id == leaf


def test_the_painter_comes_with_any_pen(qtbot: QtBot) -> None:
    """The view does not save its painter between items: nothing may be left of what painted before."""
    view = _view(qtbot, "mobilenet_v2")
    picture, painter = _canvas(view)
    painter.setPen(QPen(Qt.GlobalColor.red, 5, Qt.PenStyle.DotLine))
    painter.setBrush(Qt.GlobalColor.red)
    painter.setOpacity(0.5)
    view.picture.scene.near().paint(painter, view.seen())
    assert painter.opacity() == 1.0
    painter.end()
    assert np.array_equal(_pixels(picture), _by_scene(view))
