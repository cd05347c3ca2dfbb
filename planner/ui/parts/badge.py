"""Counts and key caps."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from planner.i18n import _, mark
from planner.ui.parts.paint import CENTRE, draw_text, painter, rounded, text_width
from planner.ui.theme import theme

_KEYS = {
    name: name for name in (
        mark("Ctrl"), mark("Shift"), mark("Alt"), mark("Enter"), mark("Esc"), mark("Space"), mark("Del"), mark("Tab"),
    )
} | {"PgUp": mark("Page Up"), "PgDown": mark("Page Down")}  # fmt: skip


def key_words(keys: str) -> str:
    """Keys as they stand on a keyboard of the language: "Ctrl+Shift+K" and "Ctrl Shift K" as "Ctrl Shift K"."""
    return " ".join(_(_KEYS.get(key, key)) for key in keys.replace("+", " ").split() or [keys])


def draw_badge(p: QPainter, right: float, top: float, count: int, level: str = "note") -> None:
    """A count in a filled pill, 16 high, from the upper right corner; amber words would fail, so it is deep."""
    text = str(count) if count < 100 else "99+"
    wide = max(16.0, text_width(text, "badge") + 8)
    box = QRectF(right - wide, top, wide, 16)
    rounded(p, box, 8, theme().level(level).text)
    draw_text(p, box, text, "badge", theme().on_fill, None, CENTRE)


def draw_key_cap(p: QPainter, right: float, middle: float, keys: str) -> float:
    """A key cap 22 high that ends at `right`; returns its left edge."""
    wide = text_width(keys, "caption") + 12
    box = QRectF(right - wide, middle - 11, wide, 22)
    rounded(p, box, 5, theme().sunken, theme().hairline_strong)
    draw_text(p, box, keys, "caption", "muted", None, CENTRE)
    return right - wide


class KeyCap(QLabel):
    """Keys as they stand on a keyboard, for example "Ctrl K"."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = key_words(keys)
        self.setAccessibleName(self._keys)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(int(text_width(self._keys, "caption")) + 14, 22)

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_key_cap(painter(self), self.width(), self.height() / 2, self._keys)
