"""Values that go to where they are wanted while something is painted (design language, 4).

What is painted asks for a value and says where it should be. Until it is there the widget is painted again with every
frame; one clock runs for all of them, and only while something moves. With less motion the answer is what was asked.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QPersistentModelIndex, QTimerEvent
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from planner.ui.motion import PRESS, moves

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton, QAbstractItemView

    from planner.ui.keyed import Index

_FRAME = 16
Again = Callable[[Any], None]
"""Has a widget painted again, or only the part of it that a value stands for."""


@dataclass
class _Way:
    """A value on its way, in milliseconds of the clock."""

    start: float
    end: float
    begun: int
    lasts: int
    rest: float | None
    again: Again

    def at(self, now: int) -> float:
        done = (now - self.begun) / self.lasts
        if done >= 1:
            return self.end
        share = done**3 if self.end == self.rest else 1 - (1 - done) ** 3
        return self.start + (self.end - self.start) * share


class Frames(QObject):
    """The clock of everything that moves. It forgets a widget that is hidden: what is shown anew stands still."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._still: WeakKeyDictionary[QWidget, dict[Hashable, float]] = WeakKeyDictionary()
        self._ways: WeakKeyDictionary[QWidget, dict[Hashable, _Way]] = WeakKeyDictionary()
        self._since = QElapsedTimer()
        self._since.start()
        self._timer = 0

    @property
    def runs(self) -> bool:
        """Whether anything moves."""
        return bool(self._timer)

    def now(self) -> int:
        """The time of this clock in milliseconds."""
        return self._since.elapsed()

    def value(
        self, widget: QWidget, name: Hashable, wanted: float, rest: float | None, milliseconds: int, again: Again
    ) -> float:
        """See `eased`."""
        way = self._ways[widget].get(name) if widget in self._ways else None
        if way is not None and way.end == wanted and milliseconds > 0:
            return way.at(self.now())
        if way is not None:
            start: float | None = way.at(self.now())
        else:
            start = self._still[widget].get(name, rest) if widget in self._still else rest
        if start is None:
            self._keep(widget, name, wanted)
            return wanted
        if milliseconds <= 0:
            self._ways.get(widget, {}).pop(name, None)
            self._keep(widget, name, wanted)
            return wanted
        if start == wanted and way is None:
            return wanted
        if widget not in self._ways:
            self._ways[widget] = {}
            widget.installEventFilter(self)
        self._ways[widget][name] = _Way(start, wanted, self.now(), milliseconds, rest, again)
        if not self._timer:
            self._timer = self.startTimer(_FRAME)
        return start

    def timerEvent(self, event: QTimerEvent) -> None:
        self.tick()

    def tick(self) -> None:
        """Have everything that moves painted again; what has come to its end is let go."""
        now = self.now()
        for widget, ways in list(self._ways.items()):
            if not isValid(widget):
                self._drop(widget)
                continue
            if not ways:
                del self._ways[widget]
            for name, way in list(ways.items()):
                if now >= way.begun + way.lasts:
                    self._end(widget, name, way)
                way.again(widget)
        if not self._ways and self._timer:
            self.killTimer(self._timer)
            self._timer = 0

    def _end(self, widget: QWidget, name: Hashable, way: _Way) -> None:
        ways = self._ways[widget]
        del ways[name]
        if not ways:
            del self._ways[widget]
        if way.end != way.rest:
            self._keep(widget, name, way.end)
            return
        still = self._still.get(widget, {})
        still.pop(name, None)
        if not still:
            self._still.pop(widget, None)
            if not ways:
                widget.removeEventFilter(self)

    def _keep(self, widget: QWidget, name: Hashable, value: float) -> None:
        if widget not in self._still:
            self._still[widget] = {}
            widget.installEventFilter(self)
        self._still[widget][name] = value

    def _drop(self, widget: QWidget) -> None:
        self._ways.pop(widget, None)
        self._still.pop(widget, None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Hide and isinstance(watched, QWidget):
            self._drop(watched)
            watched.removeEventFilter(self)
        return False

    def forget(self) -> None:
        """Everything is where it is wanted."""
        self._ways.clear()
        self._still.clear()


class _Kept:
    frames: Frames | None = None


def frames() -> Frames:
    """The one clock; it goes with the application."""
    if _Kept.frames is None or not isValid(_Kept.frames):
        app = QApplication.instance()
        assert app is not None
        _Kept.frames = Frames(app)
    return _Kept.frames


def _paint_again(widget: QWidget) -> None:
    widget.update()


def eased(
    widget: QWidget,
    name: Hashable,
    wanted: float,
    *,
    rest: float | None = None,
    milliseconds: int = PRESS,
    again: Again = _paint_again,
) -> float:
    """The value to paint now of what should become `wanted`; asked in a paintEvent, which is called until it is there.

    `rest` is the value of what nobody has touched: nothing is kept for it. Without a `rest` the first value asked for
    is there at once, and so is every one that may take no time. `again(widget)` has only a part of a large widget
    painted again.
    """
    if not moves():
        if _Kept.frames is not None and isValid(_Kept.frames):
            _Kept.frames.forget()
        return wanted
    return frames().value(widget, name, wanted, rest, milliseconds, again)


def lit(widget: QWidget) -> float:
    """How much of the look of hovering a widget has, 0 to 1."""
    return eased(widget, "lit", float(widget.isEnabled() and widget.underMouse()), rest=0.0)


def pressed(button: "QAbstractButton") -> float:
    """How much of the look of being pressed, or checked, a button has, 0 to 1."""
    down = button.isDown() or button.isChecked()
    return eased(button, "pressed", float(down), rest=None if button.isCheckable() else 0.0)


class OneIndex:
    """Has one row or cell of a view painted again, wherever it stands by then."""

    def __init__(self, index: "Index") -> None:
        self._index = QPersistentModelIndex(index)

    def __call__(self, view: "QAbstractItemView") -> None:
        if self._index.isValid():
            view.update(self._index)


def veil(colour: QColor, share: float) -> QColor | None:
    """A colour that covers what is below it by a share, 0 to 1; None where it covers nothing."""
    if share <= 0:
        return None
    made = QColor(colour)
    made.setAlphaF(colour.alphaF() * min(1.0, share))
    return made
