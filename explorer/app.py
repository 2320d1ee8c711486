"""The window's program: checks that there is a screen, wires session and window, leaves cleanly. The only wiring there is."""

from __future__ import annotations

import ctypes
import gc
import os
import signal
import socket
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from explorer.core.catalogue import Catalogue, read_catalogue
from explorer.core.errors import BadInput
from explorer.core.recipe import Recipe
from explorer.core.story import DEMO_FILE, demo_file

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QApplication

    from explorer.session.preferences import Preferences

FIRST_PRESET = "mobilenet_v2"
PROJECTOR = "projector"
LEAST_WINDOW, LEAST_SCALE, MOST_SCALE = (1280, 800), 1.05, 2.0
DEBIAN_PACKAGES = "libegl1 libgl1 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libdbus-1-3"
XCB = "libxcb.so.1"
XCB_LIBRARIES = ("libxcb-cursor.so.0", "libxcb-icccm.so.4", "libxcb-keysyms.so.1", "libxkbcommon-x11.so.0")


def main(recipe_path: Path | None = None, libraries: Sequence[Path] = (), story: Path | None = None) -> int:
    """Show the window until it is closed; ``story`` is told as soon as it is there.

    2 with one sentence on stderr where there is no screen or a library is missing.
    """
    problem = screen_problem()
    if problem:
        return _refuse(problem)
    try:
        import PySide6.QtWidgets  # noqa: F401
    except ImportError as error:
        return _refuse(f"Qt cannot be loaded ({error}); on Debian or Ubuntu: apt install {DEBIAN_PACKAGES}")
    return run(recipe_path, libraries, story)


def screen_problem() -> str:
    """Why no window can be opened here, in a sentence; empty where one can."""
    if not sys.platform.startswith("linux"):
        return ""
    platform = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0].partition(";")[0]
    if platform not in ("", "xcb", "wayland"):
        return ""
    if platform == "xcb" and not os.environ.get("DISPLAY"):
        return "there is no X display: DISPLAY is not set; the commands (main.py --help) work without one"
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        return "there is no display: neither DISPLAY nor WAYLAND_DISPLAY is set; the commands (main.py --help) work without one"
    if platform == "wayland" or not os.environ.get("DISPLAY"):
        return ""
    missing = [library for library in (*XCB_LIBRARIES, XCB) if not _loads(library)]
    if missing:
        return f"Qt's X11 plugin needs {', '.join(missing)}; on Debian or Ubuntu: apt install {DEBIAN_PACKAGES}"
    return _display_problem(os.environ["DISPLAY"])


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _display_problem(display: str) -> str:
    """Whether the X server answers: Qt would abort the process instead of saying so."""
    xcb = ctypes.CDLL(XCB)
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(display.encode(), None))
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return f"the display {display} cannot be opened; is the X server running, and may this user use it?" if failed else ""


def run(recipe_path: Path | None, libraries: Sequence[Path] = (), story: Path | None = None) -> int:
    """The window and its event loop. ``libraries`` are folders of own architectures, asked about before they are run."""
    from explorer.session.preferences import Preferences
    from explorer.session.session import Session
    from explorer.session.trace import Trace

    preferences = Preferences()
    _enlarge(preferences)
    application = _application()
    catalogue, complaint = _catalogue()
    session = Session(Recipe(_first_preset(catalogue)), catalogue, preferences, Trace.from_environment())
    from explorer.views.window_keeper import WindowKeeper

    keeper = WindowKeeper(session)
    keeper.window.first_painted.connect(session.start)
    if keeper.missing:
        sys.stderr.write(f"architecture-explorer: {keeper.missing[0].format(*keeper.missing[1:])}\n")
    if complaint:
        session.said.emit([complaint.template, *complaint.arguments], "warning")
    session.own.begin(libraries)
    session.pins.load()
    keeper.window.work.bring_back(another=recipe_path is not None)
    if recipe_path is not None:
        keeper.window.files.open_path(recipe_path)
    if story == DEMO_FILE:
        story = demo_file(keeper.language.now)
    if story is not None:
        keeper.window.first_painted.connect(lambda: keeper.window.story.open_path(story))
    keep = _leave_on_signals(application)
    gc.freeze()  # what is there now stays; an analysis is ten thousand small objects, and collecting during a drag costs frames
    gc.set_threshold(100_000, 20, 50)
    keeper.window.show()
    code = application.exec()
    keeper.window.work.keeper.release()
    session.stop()
    _dispose([keeper.window, keeper, session], keep)
    return int(code)


def _enlarge(preferences: Preferences) -> None:
    """Everything larger for a projector, as far as the screen of the last run has room for the least window.

    Qt reads the factor once, before the application is made; one that the user set holds.
    """
    width, height = (preferences.number(key) for key in ("screen_width", "screen_height"))
    factor = min(width / LEAST_WINDOW[0], height / LEAST_WINDOW[1], MOST_SCALE)
    if preferences.text("theme") == PROJECTOR and factor >= LEAST_SCALE:
        os.environ.setdefault("QT_SCALE_FACTOR", f"{int(factor * 20) / 20:g}")


def _application() -> QApplication:
    from PySide6.QtWidgets import QApplication

    QApplication.setApplicationName("architecture-explorer")
    QApplication.setApplicationDisplayName("Architecture Explorer")
    QApplication.setApplicationVersion("0.1.0")
    QApplication.setStyle("Fusion")
    return QApplication(sys.argv[:1])


def _catalogue() -> tuple[Catalogue, BadInput | None]:
    try:
        return read_catalogue(), None
    except BadInput as error:
        return Catalogue([]), error


def _first_preset(catalogue: Catalogue) -> str:
    presets = catalogue.presets()
    return FIRST_PRESET if FIRST_PRESET in presets or not presets else presets[0]


def _leave_on_signals(application: QApplication) -> list[object]:
    """SIGTERM, SIGINT and SIGHUP end the event loop, so that no worker is left. The parts have to be kept alive."""
    from PySide6.QtCore import QSocketNotifier

    reader, writer = socket.socketpair()
    for end in (reader, writer):
        end.setblocking(False)  # noqa: FBT003
    signal.set_wakeup_fd(writer.fileno(), warn_on_full_buffer=False)
    notifier = QSocketNotifier(reader.fileno(), QSocketNotifier.Type.Read)

    def on_signal() -> None:
        reader.recv(64)
        application.exit(0)  # not quit(): that asks the windows, and one may ask the user back

    notifier.activated.connect(on_signal)
    for name in ("SIGTERM", "SIGINT", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), lambda _number, _frame: None)
    return [reader, writer, notifier]


def _dispose(doomed: Sequence[QObject], keep: list[object]) -> None:
    """Delete in an order that Qt likes: widgets before what they listen to."""
    signal.set_wakeup_fd(-1)
    for each in doomed:
        each.deleteLater()
    from PySide6.QtCore import QCoreApplication, QEvent

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    keep.clear()


def _refuse(sentence: str) -> int:
    sys.stderr.write(f"architecture-explorer: {sentence}\n")
    return 2
