"""Where the keyboard goes on a diagram. Pure: a diagram, a selection and a key in, what to do out."""

from __future__ import annotations

from collections.abc import Set
from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import Qt

from explorer.core.graph import ROOT
from explorer.views.graph.diagram import Diagram
from explorer.views.graph.look import Style

Key = Qt.Key


class Deed(Enum):
    """What a key asks for."""

    SELECT = "select"
    OPEN = "open"
    CLOSE = "close"


class Move(NamedTuple):
    """A deed and the node it is about."""

    deed: Deed
    node: str


def move(diagram: Diagram, selected: str, key: int) -> Move | None:
    """Siblings along the flow, into and out of a node across it; None where the key means nothing here.

    Where children follow downwards: Up and Down among siblings, Right opens or enters, Left closes or leaves. Where they follow
    from left to right, the same turned by a quarter: Left and Right among siblings, Down enters, Up leaves.
    """
    shape = diagram.shapes.get(selected)
    if shape is None:
        first = next((name for name, s in diagram.shapes.items() if s.parent == ROOT), None)
        return Move(Deed.SELECT, first) if first is not None and key in (Key.Key_Down, Key.Key_Home, Key.Key_Right) else None
    downwards = diagram.downwards[shape.parent]
    back, forth, enter, leave = (
        (Key.Key_Up, Key.Key_Down, Key.Key_Right, Key.Key_Left) if downwards
        else (Key.Key_Left, Key.Key_Right, Key.Key_Down, Key.Key_Up)
    )
    siblings = [name for name, s in diagram.shapes.items() if s.parent == shape.parent]
    place = siblings.index(selected)
    opened = shape.look.style is Style.PANEL
    if key in (Key.Key_Return, Key.Key_Enter, Key.Key_Space):
        return toggle(diagram, selected)
    if key == Key.Key_Escape:
        return Move(Deed.SELECT, shape.parent)
    if key == back:
        return Move(Deed.SELECT, siblings[place - 1]) if place else None
    if key == forth:
        return Move(Deed.SELECT, siblings[place + 1]) if place + 1 < len(siblings) else None
    if key == Key.Key_Home:
        return Move(Deed.SELECT, siblings[0])
    if key == Key.Key_End:
        return Move(Deed.SELECT, siblings[-1])
    if key == enter and opened:
        return Move(Deed.SELECT, next(name for name, s in diagram.shapes.items() if s.parent == selected))
    if key == enter and shape.look.opens:
        return Move(Deed.OPEN, selected)
    if key == leave:
        return Move(Deed.CLOSE, selected) if opened else Move(Deed.SELECT, shape.parent) if shape.parent else None
    return None


def past_hidden(diagram: Diagram, selected: str, key: int, hidden: Set[str]) -> Move | None:
    """The same where some boxes are not to be seen: instead of one of these its next sibling that way; None if none is left."""
    wanted = move(diagram, selected, key)
    if wanted is None or wanted.deed is not Deed.SELECT or wanted.node not in hidden:
        return wanted
    parent = diagram.shapes[wanted.node].parent
    siblings = [name for name, shape in diagram.shapes.items() if shape.parent == parent]
    place = siblings.index(wanted.node)
    back = key == Key.Key_End or (selected in siblings and siblings.index(selected) > place and key != Key.Key_Home)
    left = siblings[place::-1] if back else siblings[place:]
    return next((Move(Deed.SELECT, name) for name in left if name not in hidden), None)


def toggle(diagram: Diagram, name: str) -> Move | None:
    """Open what is closed, close what is open; None where nothing is inside."""
    shape = diagram.shapes[name]
    if not shape.look.opens:
        return None
    return Move(Deed.CLOSE if shape.look.style is Style.PANEL else Deed.OPEN, name)
