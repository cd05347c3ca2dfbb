"""Pictures with places that can be asked about: each place is a button that keys, mouse and screen readers find."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QEnterEvent, QHelpEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from planner.model.value import Value
from planner.ui.parts.eased import lit, veil
from planner.ui.parts.focus import Ringed, by_keyboard
from planner.ui.parts.paint import rounded
from planner.ui.parts.whole import say_with_whole
from planner.ui.theme import theme


class Spot(Value):
    """A place of a picture: what it says for a screen reader, and a tooltip where there is more to say."""

    key: str
    said: str
    tip: str = ""


class Handle(Ringed, QPushButton):
    """Lies over a place of a picture, so that keys, mouse and screen readers find it; the picture shows the hover."""

    ring_radius = 6
    stepped = Signal(object, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.key = ""
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._tell()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._tell()

    def _tell(self) -> None:
        below = self.parentWidget()
        if below is not None:
            below.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing of its own: the picture is painted beneath."""


class _SpotHandle(Handle):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        back, on = (Qt.Key.Key_Left, Qt.Key.Key_Up), (Qt.Key.Key_Right, Qt.Key.Key_Down)
        if event.key() in back or event.key() in on:
            self.stepped.emit(self.key, 1 if event.key() in on else -1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        picture = self.parentWidget()
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and picture is not None:
            return say_with_whole(self, event, self.toolTip(), picture)
        return super().event(event)


class Spotted(QWidget):
    """A painted picture. Arrows go from place to place, Enter or a click asks (`opened(key)`).

    A picture of its own kind says in `place_of` where a key stands, and paints `paint_hover` before everything else.
    """

    spoken_as = "Chart"
    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._handles: list[_SpotHandle] = []

    def place_of(self, key: str) -> QRectF:
        """Where a place stands in the picture of now."""
        raise NotImplementedError

    def show_spots(self, spots: Sequence[Spot]) -> None:
        """These places, in the order in which the keyboard goes through them."""
        while len(self._handles) > len(spots):
            gone = self._handles.pop()
            gone.hide()
            gone.deleteLater()
        while len(self._handles) < len(spots):
            made = _SpotHandle(self)
            made.clicked.connect(self._open)
            made.stepped.connect(self._step)
            made.show()
            self._handles.append(made)
        for handle, spot in zip(self._handles, spots, strict=True):
            handle.key = spot.key
            handle.setAccessibleName(spot.said)
            handle.setToolTip(spot.tip)
        self.arrange()

    def handle(self, key: str) -> QPushButton | None:
        """What takes the keyboard for a place."""
        return next((handle for handle in self._handles if handle.key == key), None)

    def arrange(self) -> None:
        """Put the places where the picture has them now."""
        for handle in self._handles:
            handle.setGeometry(self.place_of(handle.key).toAlignedRect())
        self.update()

    def paint_hover(self, p: QPainter) -> None:
        """The ground of the place under the mouse."""
        for handle in self._handles:
            if ground := veil(theme().sunken, lit(handle)):
                rounded(p, QRectF(handle.geometry()), 6, ground)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def _open(self) -> None:
        self.opened.emit(self.sender().key)  # type: ignore[attr-defined]

    def _step(self, key: str, way: int) -> None:
        place = [handle.key for handle in self._handles].index(key) + way
        if 0 <= place < len(self._handles):
            by_keyboard(self._handles[place])
