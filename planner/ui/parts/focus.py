"""The focus ring: 2 px in focus colour around a thing, with a gap of 2 px, for keyboard use only."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget

from planner.ui.parts.paint import painter, rounded
from planner.ui.theme import theme

KEYBOARD = frozenset(
    {
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
    }
)
_REACH = 4


class FocusRing(QWidget):
    """Lies over the parent of a widget and follows that widget; mouse and keyboard pass through."""

    def __init__(self, target: QWidget, radius: float) -> None:
        super().__init__(target.parentWidget())
        self._target = target
        self._radius = radius
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        target.installEventFilter(self)
        self._follow()
        self.raise_()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self._follow()
        elif event.type() == QEvent.Type.Hide:
            self.hide()
        elif event.type() == QEvent.Type.Show:
            self.show()
        return False

    def _follow(self) -> None:
        around = self._target.geometry().adjusted(-_REACH, -_REACH, _REACH, _REACH)
        room = self._target.parentWidget()
        # at the edge of its parent the ring lies on the target, for what is outside would be cut off
        self.setGeometry(around.intersected(room.rect()) if room is not None else around)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        rounded(p, QRectF(self.rect()), self._radius + 4, None, QPen(theme().focus, 2))

    def take_away(self) -> None:
        """Remove the ring; the target may already be gone."""
        self.hide()
        self.deleteLater()


if TYPE_CHECKING:
    _Base = QWidget
else:
    _Base = object


class Ringed(_Base):
    """Mix-in, named before the Qt class: shows the ring while the keyboard has brought the focus here."""

    ring_radius: float = 8
    _ring: FocusRing | None = None

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in KEYBOARD:
            self.show_ring()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.drop_ring()

    def show_ring(self) -> None:
        if self._ring is None and self.parentWidget() is not None:
            self._ring = FocusRing(self, self.ring_radius)

    def drop_ring(self) -> None:
        if self._ring is not None:
            self._ring.take_away()
            self._ring = None


def point_at(widget: QWidget, radius: float = 12) -> None:
    """What "Show" does: focus on the widget and the ring around it for two seconds."""
    widget.setFocus(Qt.FocusReason.OtherFocusReason)
    if widget.parentWidget() is None:
        return
    ring = FocusRing(widget, radius)
    QTimer.singleShot(2000, ring, ring.take_away)


def by_keyboard(widget: QWidget, reason: Qt.FocusReason = Qt.FocusReason.ShortcutFocusReason) -> None:
    """Give the focus as a shortcut does, so that the ring is shown, and bring the widget into sight as Tab does."""
    widget.setFocus(reason)
    around = widget.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    if around is not None:
        around.ensureWidgetVisible(widget, 0, 24)


def press(widget: QWidget | None) -> bool:
    """Enter on a button: it is clicked, as it is with Space. Whether there was a button to press."""
    if not isinstance(widget, QAbstractButton) or not widget.isEnabled():
        return False
    widget.click()
    return True
