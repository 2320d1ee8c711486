"""How long a movement on the screen may take: nothing where the platform asks for no animations."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QStyle


def motion_ms(milliseconds: int) -> int:
    """The wished duration, or 0 where the platform's style has animations switched off."""
    return milliseconds if QApplication.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) > 0 else 0
