"""Listening to what lives longer than the window: a new window is made when the language changes, and the old one must let go.

Qt ends connections to a method of a QObject when that object goes. It knows nothing of the owner of a lambda, nor of a method
of an ordinary object.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QMetaObject, QObject, SignalInstance


def follow(owner: QObject, signal: SignalInstance | Any, function: Callable[..., object]) -> None:
    """Connect a signal of the session to a function, for as long as ``owner`` (a widget or a part of the window) lives."""
    connection: QMetaObject.Connection = signal.connect(function)
    owner.destroyed.connect(lambda: QObject.disconnect(connection))
