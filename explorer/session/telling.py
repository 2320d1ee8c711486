"""What a window that is made later has to hear: all that was said before it was there. Nothing is asked of any worker."""

from __future__ import annotations

from explorer.session.document import Document, Step
from explorer.session.session import Session


def tell_again(session: Session) -> None:
    """Say what the session knows, for a window that is made now."""
    document = session.document
    if session.hello is not None:
        session.greeted.emit(session.hello)
    if session.engine.points is not None:
        session.engine.published.emit(session.engine.points)
    if document.analysis is not None:
        document.analysed.emit()
        document.baseline_changed.emit()
        document.selection.tell_again()


def say_steps(document: Document) -> None:
    """Another language is spoken: the steps of undo have their names in it."""
    for i in range(document.stack.count()):
        step = document.stack.command(i)
        if isinstance(step, Step):
            step.say()
