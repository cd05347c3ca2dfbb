"""White sheets on paper, and the paper that draws their shadows."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from planner.ui.parts.eased import lit
from planner.ui.parts.focus import Ringed
from planner.ui.parts.paint import draw_shadow, flat, painter, rounded
from planner.ui.theme import mix, theme


class Paper(QWidget):
    """A ground in a colour token that also draws the shadows of the cards that lie directly on it."""

    def __init__(self, token: str = "paper", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._token = token

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        flat(p, event.rect(), theme().colour(self._token))
        draw_shadows_of_children(self, p)


def draw_shadows_of_children(widget: QWidget, p: QPainter) -> None:
    """The shadow of every visible card that is a child of `widget`; called from its paintEvent."""
    for child in widget.children():
        if isinstance(child, Card) and child.isVisible() and child.level:
            draw_shadow(p, QRectF(child.geometry()), child.radius, child.level)


class Card(Ringed, QWidget):
    """A sheet: surface, rounded, hairline. It draws no shadow itself; its parent does, if it is a Paper.

    A card is not reachable by keyboard unless its user gives it a focus policy.
    """

    spoken_as = "Grouping"

    opens = False
    """Whether a click opens it, which its edge says while the mouse is on it."""

    def __init__(self, parent: QWidget | None = None, *, radius: float = 12, level: int = 1, band: int = 0) -> None:
        """`band`: how much of its top is sunken, where the head of a table begins below its round corners."""
        super().__init__(parent)
        if self.opens:
            self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.radius, self.level, self._band = radius, level, band
        self.ring_radius = radius
        self._chosen = ""

    def set_chosen(self, token: str) -> None:
        """A 2 px edge in a colour token ("ink", "sales.fill"); an empty text takes it away."""
        self._chosen = token
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        self.paint_sheet(p)

    def paint_sheet(self, p: QPainter) -> None:
        """The ground and the edge; for cards that paint more on top."""
        now = theme()
        rest = mix(now.hairline, now.control, lit(self)) if self.opens else now.hairline
        edge, width = (now.colour(self._chosen), 2.0) if self._chosen else (rest, 1.0)
        box = QRectF(self.rect())
        rounded(p, box, self.radius, now.surface, edge, width)
        if self._band:
            p.setClipRect(QRectF(0, 0, box.width(), self._band))
            rounded(p, box, self.radius, now.sunken, edge, width)
            p.setClipping(False)


class Line(QWidget):
    """A hairline across (1 px), a decoration between rows; it may start further in."""

    def __init__(self, parent: QWidget | None = None, *, upright: bool = False, start: int = 0) -> None:
        super().__init__(parent)
        self._start = start
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        flat(painter(self), self.rect().adjusted(self._start, 0, 0, 0), theme().hairline)
