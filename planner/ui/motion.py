"""Movement: how long it takes, and whether there is any (design language, 4)."""

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

PRESS, CHIP, PANEL = 120, 180, 240
_RISE = 8
_SLIDE = "slide"


class _Motion:
    """Off until the program switches it on, so that pictures and tests show where things end."""

    on = False


def use(on: bool) -> None:
    """Whether anything moves from now on."""
    _Motion.on = on


def moves() -> bool:
    """Whether anything moves."""
    return _Motion.on


def arrive(widget: QWidget, *, rise: int = _RISE, milliseconds: int = PANEL) -> None:
    """Let a widget that has just been shown fade in while it rises to its place; at once where nothing moves."""
    if not moves():
        return
    from PySide6.QtCore import QAbstractAnimation, QEasingCurve, QPropertyAnimation
    from PySide6.QtWidgets import QGraphicsOpacityEffect

    effect = QGraphicsOpacityEffect(widget)
    effect.setOpacity(0.0)
    widget.setGraphicsEffect(effect)
    fade = QPropertyAnimation(effect, b"opacity", widget)
    fade.setDuration(milliseconds)
    fade.setStartValue(0.0)
    fade.setEndValue(1.0)
    fade.setEasingCurve(QEasingCurve.Type.OutCubic)
    fade.finished.connect(_Done(widget).take_off)
    fade.start(QAbstractAnimation.DeletionPolicy.DeleteWhenStopped)
    if rise:
        slide(widget, QPoint(0, rise), milliseconds)


def slide(widget: QWidget, start: QPoint, milliseconds: int = PANEL) -> None:
    """Let a widget come to its place from `start` beside it; at once where nothing moves."""
    if not moves():
        return
    from PySide6.QtCore import QAbstractAnimation, QEasingCurve, QPropertyAnimation

    halt(widget)
    end = widget.pos()
    move = QPropertyAnimation(widget, b"pos", widget)
    move.setObjectName(_SLIDE)
    move.setDuration(milliseconds)
    move.setStartValue(end + start)
    move.setEndValue(end)
    move.setEasingCurve(QEasingCurve.Type.OutCubic)
    move.start(QAbstractAnimation.DeletionPolicy.DeleteWhenStopped)


def halt(widget: QWidget) -> None:
    """Leave a widget that slides where it is now."""
    if not moves():
        return
    from PySide6.QtCore import QPropertyAnimation

    for move in widget.findChildren(QPropertyAnimation, _SLIDE):
        move.stop()


class _Done(QObject):
    """Takes the effect off when the movement is over: a widget under an effect is painted twice."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget

    def take_off(self) -> None:
        self._widget.setGraphicsEffect(None)  # type: ignore[arg-type]
        self.deleteLater()
