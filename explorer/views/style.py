"""The look of Qt's own widgets in a theme: one style sheet made of the tokens. Painted widgets take the theme itself."""

from __future__ import annotations

from explorer.core.catalogue import RESOURCES
from explorer.views.theme import BODY_PX, FAMILIES, RADIUS_PX, SMALL_PX, Theme, contrast_text

BUTTON_HEIGHT_PX = 26


def hover(theme: Theme) -> str:
    """What a control under the pointer is filled with."""
    return "#262a33" if theme.dark else "#f2f4f8"


def sheet(theme: Theme) -> str:
    """The window's style sheet."""
    t = theme
    chevron = (RESOURCES / "icons" / f"chevron-{'dark' if t.dark else 'light'}.svg").as_posix()
    ink = contrast_text(t.accent)
    families = ", ".join(f'"{name}"' for name in FAMILIES)
    return f"""
QPushButton, QToolButton, QTabBar, QMenu, QToolTip {{ font-family: {families}; font-size: {BODY_PX}px; }}
QComboBox, QSpinBox, QLineEdit, QDockWidget {{ font-family: {families}; }}
QDockWidget::title {{ background: {t.background}; padding: 4px 12px; }}
QMainWindow, QDialog, QStackedWidget, QScrollArea, QScrollArea > QWidget > QWidget, QDockWidget {{ background: {t.panel};
  border: 0; }}
QMainWindow::separator {{ background: {t.line}; width: 1px; height: 1px; }}
QSplitter::handle {{ background: {t.line}; }}
QFrame#rule {{ background: {t.line}; max-height: 1px; min-height: 1px; border: 0; }}
QLabel {{ background: transparent; }}
QLabel[dim="true"], QToolButton[dim="true"] {{ color: {t.dim}; }}
QLabel[good="true"] {{ color: {t.good}; }}
QLabel[warning="true"] {{ color: {t.warning}; }}
QLabel[symbol="true"] {{ color: {t.accent}; }}

QPushButton, QToolButton[pill="true"] {{
  border: 1px solid {t.line}; border-radius: {RADIUS_PX}px; background: {t.panel}; color: {t.text}; padding: 0 10px;
  min-height: {BUTTON_HEIGHT_PX}px; max-height: {BUTTON_HEIGHT_PX}px; }}
QPushButton:hover, QToolButton[pill="true"]:hover {{ background: {hover(t)}; }}
QPushButton:pressed, QToolButton[pill="true"]:pressed {{ background: {t.soft}; }}
QPushButton:focus, QToolButton[pill="true"]:focus {{ border-color: {t.accent}; }}
QPushButton:disabled, QToolButton[pill="true"]:disabled {{ color: {t.dim}; background: {t.panel}; }}
QToolButton[pill="true"]:checked {{ background: {t.soft}; border-color: {t.accent}; color: {t.accent}; font-weight: 600; }}
QToolButton[pill="true"]:checked:focus {{ border-color: {t.text}; }}
QToolButton[pill="true"]::menu-indicator {{ image: none; width: 0; }}
QToolButton[pill="true"][small="true"] {{ min-height: 20px; max-height: 20px; font-size: {SMALL_PX}px; }}
QPushButton[primary="true"], QToolButton[primary="true"] {{
  background: {t.accent}; border: 1px solid {t.accent}; color: {ink}; font-weight: 600; }}
QPushButton[primary="true"]:hover, QToolButton[primary="true"]:hover {{ background: {t.accent}; border-color: {t.text}; }}
QPushButton[primary="true"]:focus, QToolButton[primary="true"]:focus {{ border-color: {t.text}; }}
QPushButton[primary="true"]:disabled, QToolButton[primary="true"]:disabled {{ background: {t.line};
  border-color: {t.line}; color: {t.dim}; }}
QToolButton[link="true"] {{ border: 0; border-radius: 3px; background: transparent; color: {t.accent}; padding: 0 2px;
  font-size: 11px; }}
QToolButton[link="true"]:hover {{ text-decoration: underline; }}
QToolButton[quiet="true"] {{ color: {t.dim}; }}
QToolButton[quiet="true"], QToolButton[flush="true"] {{ padding: 0; margin-left: -4px; text-align: left; }}
QToolButton[quiet="true"]::menu-indicator {{ image: none; width: 0; }}
QToolButton[link="true"]:focus {{ background: {t.soft}; }}
QToolButton[crumb="true"] {{ color: {t.dim}; font-size: {SMALL_PX}px; }}
QToolButton[slot="true"] {{
  border: 0; border-radius: 3px; background: transparent; color: {t.text}; padding: 0; text-align: left;
  font-size: {SMALL_PX}px; }}
QToolButton[slot="true"][overridden="true"] {{ color: {t.warning}; }}
QToolButton[slot="true"]:focus {{ background: {t.soft}; }}

QFrame#segments {{ border: 1px solid {t.line}; border-radius: {RADIUS_PX}px; background: {t.panel}; }}
QFrame#segments QToolButton {{
  border: 0; border-radius: {RADIUS_PX - 1}px; background: transparent; color: {t.dim}; min-height: 24px;
  max-height: 24px; padding: 0 4px; }}
QFrame#segments QToolButton:hover:enabled {{ background: {hover(t)}; }}
QFrame#segments QToolButton:checked {{ background: {t.soft}; color: {t.accent}; font-weight: 600; }}
QFrame#segments QToolButton:focus {{ color: {t.accent}; text-decoration: underline; }}
QFrame#segments QToolButton:disabled {{ color: {"#5d6575" if t.dark else "#b3bac7"}; }}

QLineEdit, QComboBox, QSpinBox {{
  border: 1px solid {t.line}; border-radius: {RADIUS_PX}px; background: {t.panel}; color: {t.text}; padding: 0 8px;
  selection-background-color: {t.accent}; selection-color: {ink}; }}
QLineEdit {{ min-height: 24px; }}
QSpinBox QLineEdit {{ border: 0; min-height: 0; padding: 0 0 0 6px; background: transparent; }}
QLineEdit[value="true"] {{ min-height: 18px; max-height: 18px; padding: 0 5px; border-radius: 5px; }}
QLineEdit:focus, QComboBox:focus, QSpinBox:focus {{ border-color: {t.accent}; }}
QLineEdit:disabled {{ color: {t.dim}; }}
QComboBox {{ min-height: 20px; max-height: 20px; padding: 0 2px 0 8px; border-radius: 5px; font-size: {SMALL_PX}px; }}
QComboBox:hover {{ background: {hover(t)}; }}
QComboBox:disabled {{ color: {t.dim}; }}
QComboBox::drop-down {{ border: 0; width: 16px; }}
QComboBox::down-arrow {{ image: url({chevron}); width: 12px; height: 12px; }}
QComboBox QAbstractItemView {{
  border: 1px solid {t.line}; background: {t.panel}; color: {t.text}; selection-background-color: {t.soft};
  selection-color: {t.accent};
  outline: 0; }}

QListView, QTableView, QTextEdit, QPlainTextEdit {{ border: 0; background: {t.panel}; color: {t.text}; outline: 0; }}
QTableView {{
  gridline-color: transparent; selection-background-color: {t.soft}; selection-color: {t.text};
  alternate-background-color: {t.panel};
  font-size: {SMALL_PX}px; }}
QTreeView {{ border: 1px solid {t.line}; background: {t.panel}; color: {t.text}; outline: 0; font-size: {SMALL_PX}px; }}
QTreeView::item:selected {{ background: {t.soft}; color: {t.text}; }}
QTableView::item {{ padding: 0 8px; border-bottom: 1px solid {t.line}; }}
QTableView::item:selected {{ background: {t.soft}; color: {t.text}; }}
QHeaderView {{ background: {t.panel}; border: 0; }}
QHeaderView::section {{
  background: {t.panel}; color: {t.dim}; border: 0; border-bottom: 1px solid {t.line}; padding: 3px 8px; font-size: 11px;
  font-weight: 600; }}
QTableCornerButton::section {{ background: {t.panel}; border: 0; }}

QTabBar {{ background: {t.panel}; }}
QTabBar::tab {{
  border: 0; border-radius: {RADIUS_PX}px; color: {t.dim}; background: transparent; padding: 4px 10px; margin-right: 4px;
  font-size: {BODY_PX}px; }}
QTabBar::tab:selected {{ background: {t.soft}; color: {t.accent}; font-weight: 600; }}
QTabBar::tab:hover:!selected {{ background: {hover(t)}; }}
QTabBar::tab:focus {{ color: {t.accent}; }}

QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle {{ background: {t.line}; border-radius: 3px; margin: 2px; min-height: 24px; min-width: 24px; }}
QScrollBar::handle:hover {{ background: {t.dim}; }}
QAbstractScrollArea::corner {{ background: transparent; border: 0; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}

QMenu {{ background: {t.panel}; border: 1px solid {t.line}; padding: 4px; color: {t.text}; }}
QMenu::item {{ padding: 5px 24px 5px 24px; border-radius: 4px; }}
QMenu::item:selected {{ background: {t.soft}; color: {t.accent}; }}
QMenu::item:disabled {{ color: {t.dim}; }}
QMenu::separator {{ height: 1px; background: {t.line}; margin: 4px 8px; }}
QToolTip {{ background: {t.panel}; color: {t.text}; border: 1px solid {t.line}; padding: 4px 6px; }}
QStatusBar {{ background: {t.panel}; border-top: 1px solid {t.line}; color: {t.dim}; font-size: {SMALL_PX}px; }}
QStatusBar::item {{ border: 0; }}
QStatusBar QLabel {{ color: {t.dim}; font-size: {SMALL_PX}px; }}
QProgressBar {{ border: 0; background: {t.line}; border-radius: 2px; max-height: 4px; min-height: 4px; }}
QProgressBar::chunk {{ background: {t.accent}; border-radius: 2px; }}
QFrame#message {{ background: {t.panel}; border: 1px solid {t.line}; border-radius: {RADIUS_PX}px; }}
QFrame[drop="true"] {{ background: {t.panel}; border: 1px solid {t.line}; border-radius: {RADIUS_PX}px; }}
QFrame#message[level="warning"] {{ border-color: {t.warning}; }}
QFrame#topbar {{ background: {t.panel}; border-bottom: 1px solid {t.line}; }}
QWidget#centre {{ background: {t.panel}; }}
"""
