"""Menus: raised, rounded, rows of 36, the key at the right."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAction, QPainterPath, QRegion, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from planner.ui.icons import qicon
from planner.ui.parts.badge import key_words
from planner.ui.theme import font, theme

_LOOK = """
QMenu {{ background: {raised}; border: 1px solid {line}; border-radius: 10px; padding: 5px; min-width: 168px;
    menu-scrollable: 1; }}
QMenu::item {{ color: {ink}; min-height: 34px; min-width: {wide}px; padding: 0 14px 0 10px; border-radius: 8px; }}
QMenu::item:selected {{ background: {chosen}; }}
QMenu::item:disabled {{ color: {muted}; }}
QMenu::icon {{ padding-left: 10px; }}
QMenu::right-arrow {{ width: 14px; height: 14px; right: 10px; }}
QMenu::separator {{ height: 1px; margin: 5px 8px; background: {line}; }}
"""


def dress(menu: QMenu, wide: int = 0) -> None:
    """Draw any menu as the design language has it; its rows are at least `wide`."""
    now = theme()
    menu.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
    menu.setWindowFlag(Qt.WindowType.FramelessWindowHint)
    menu.setFont(font("body"))
    menu.setStyleSheet(
        _LOOK.format(
            raised=now.raised.name(),
            line=now.hairline.name(),
            ink=now.ink.name(),
            muted=now.muted.name(),
            chosen=now.selection.name(),
            wide=wide,
        )
    )


class Sheet(QMenu):
    """A menu with its round corners, of any life; `Menu` is the one for a single question."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Without a compositor the corners would be black; with one the mask cuts nothing that shows.
        corners = QPainterPath()
        corners.addRoundedRect(QRectF(self.rect()), 10, 10)
        self.setMask(QRegion(corners.toFillPolygon().toPolygon()))


class Menu(Sheet):
    """Made when it is asked for and gone when it closes; `popup(point)` shows it.

    The only thing that uses a style sheet: a menu lives for seconds, so reading it costs nothing that shows.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def add(self, text: str, keys: str = "", icon: str = "") -> QAction:
        """Append a row; `keys` stands at its right ("A", "Ctrl E"). Connect `triggered` of the action."""
        action = QAction(f"{text}\t{key_words(keys)}" if keys else text, self)
        if icon:
            action.setIcon(qicon(icon, 16, "muted"))
        self.addAction(action)
        return action
