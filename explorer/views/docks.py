"""The panels around the graph: shown, hidden, moved, floated, and put back where they were at first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QDockWidget, QTabBar, QWidget

if TYPE_CHECKING:
    from explorer.views.window import MainWindow

LEFT_PX, RIGHT_PX, BOTTOM_PX = 272, 265, 240
AREAS = {
    "left": Qt.DockWidgetArea.LeftDockWidgetArea, "right": Qt.DockWidgetArea.RightDockWidgetArea,
    "bottom": Qt.DockWidgetArea.BottomDockWidgetArea,
}
FIXED = QDockWidget.DockWidgetFeature.DockWidgetClosable
LOOSE = FIXED | QDockWidget.DockWidgetFeature.DockWidgetMovable | QDockWidget.DockWidgetFeature.DockWidgetFloatable


class Docks(QObject):
    """Connects the window's docks with their actions. Panels carry their own titles; a bar to move them by stands on each only
    while *Move the panels* is on, so that it takes no room from the figures."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window = window
        self._bare = {}
        for name, dock in window.docks.items():
            self._bare[name] = dock.titleBarWidget() or QWidget(dock)
            window.table[f"show_{name}"].triggered.connect(lambda on, dock=dock: dock.setVisible(on))
            dock.topLevelChanged.connect(lambda _floats: QTimer.singleShot(0, self, self.restored))  # not while it is dragged
            dock.visibilityChanged.connect(lambda _seen, name=name: self._tell(name))
        window.table["arrange"].toggled.connect(self.arrange)
        window.table.connect({"reset_layout": self.reset})

    def arrange(self, on: bool) -> None:  # noqa: FBT001  (a Qt signal's value)
        """Put the bars on the panels, or take them off again. A floating panel keeps its bar: it has no other handle."""
        for name, dock in self.window.docks.items():
            features = LOOSE if on or dock.isFloating() else FIXED
            if features != dock.features():
                dock.setFeatures(features)
                dock.setTitleBarWidget(None if features == LOOSE else self._bare[name])  # type: ignore[arg-type]

    def reset(self) -> None:
        """Every panel where it was at first, and as large."""
        window = self.window
        window.table["arrange"].setChecked(False)
        for name, dock in window.docks.items():
            dock.setFloating(False)
            window.addDockWidget(AREAS[name], dock)
            dock.show()
        self.arrange(on=False)
        sides = [window.docks["left"], window.docks["right"]]
        window.resizeDocks(sides, [LEFT_PX, RIGHT_PX], Qt.Orientation.Horizontal)
        window.resizeDocks([window.docks["bottom"]], [BOTTOM_PX], Qt.Orientation.Vertical)

    def restored(self) -> None:
        """Another layout holds: what floats in it has its bar."""
        self.arrange(on=self.window.table["arrange"].isChecked())
        self._name_tabs()

    def _name_tabs(self) -> None:
        """Panels that lie on each other have a bar of tabs, which Qt makes when it is needed."""
        for bar in self.window.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly):
            bar.setAccessibleName(self.tr("Panels"))

    def _tell(self, name: str) -> None:
        """A panel that lies behind another as a tab is open all the same."""
        dock, action = self.window.docks[name], self.window.table[f"show_{name}"]
        if action.isChecked() == dock.isHidden():
            action.setChecked(not dock.isHidden())
