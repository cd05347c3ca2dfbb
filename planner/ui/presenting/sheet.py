"""A sheet of a chapter, painted as large as the screen allows: what the page shows now, every letter drawn anew."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from planner.ui.page import Page
from planner.ui.parts.card import Card
from planner.ui.parts.paint import draw_shadow, painter
from planner.ui.parts.readtable import Readable

_LEAST_WIDE, _LEAST_HIGH = 280, 120
_MOST = 3.0
_AFTER = 400  # milliseconds after a change: the page answers at once, what is drawn by lot a moment later


def sheets_of(page: Page) -> list[QWidget]:
    """The cards of a page that are large enough to talk about, as the eye meets them; a card in a card is its part.

    The whole page where it has none.
    """
    found = [one for one in page.findChildren(Card) if one.isVisibleTo(page) and not _inside_a_card(one, page)]
    large: list[QWidget] = [one for one in found if one.width() >= _LEAST_WIDE and one.height() >= _LEAST_HIGH]
    places = {one: one.mapTo(page, QPoint()) for one in large}
    return sorted(large, key=lambda one: (places[one].y(), places[one].x())) or [page]


def _inside_a_card(widget: QWidget, page: Page) -> bool:
    above = widget.parentWidget()
    while above is not None and above is not page:
        if isinstance(above, Card):
            return True
        above = above.parentWidget()
    return False


class Sheet(QWidget):
    """Paints another widget in its own middle."""

    def __init__(self, source: QWidget) -> None:
        super().__init__()
        self._source = source
        inside = (source, *source.findChildren(QWidget))
        told = next((found.title for one in inside if isinstance(one, Readable) and (found := one.reading())), "")
        self.setAccessibleName(source.accessibleName() or told)

    def follow(self) -> None:
        """Paint what the page shows a moment after a change."""
        QTimer.singleShot(_AFTER, self, self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not isValid(self._source) or not self._source.width():
            return
        p = painter(self)
        source, room = self._source, self.rect()
        scale = min(room.width() / source.width(), room.height() / source.height(), _MOST)
        box = QRectF(0, 0, source.width() * scale, source.height() * scale)
        box.moveCenter(QPointF(room.center()))
        p.translate(box.topLeft())
        p.scale(scale, scale)
        if isinstance(source, Card) and source.level:
            draw_shadow(p, QRectF(source.rect()), source.radius, source.level)
        source.render(p, QPoint(), renderFlags=QWidget.RenderFlag.DrawChildren)
