"""What had to be shortened says its whole under the mouse, wherever and by whatever it was painted."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QSize
from PySide6.QtGui import QHelpEvent, QPixmap, QRegion
from PySide6.QtWidgets import QLineEdit, QMainWindow, QToolTip, QWidget

from planner.ui.parts.paint import hearing

if TYPE_CHECKING:
    _Base = QWidget
else:
    _Base = object


def whole_at(widget: QWidget, at: QPoint) -> str:
    """The whole of what `widget` shows shortened at a point of its own; empty where nothing is shortened there.

    The pixel is painted once more, and what is too long for its place tells so: nothing has to be kept for it.
    """
    if isinstance(widget, QLineEdit):
        return _whole_line(widget)
    with hearing() as heard:
        widget.render(QPixmap(1, 1), QPoint(), QRegion(QRect(at, QSize(1, 1))), QWidget.RenderFlag(0))
    return next((text for box, text in reversed(heard) if box.contains(at)), "")


def _whole_line(field: QLineEdit) -> str:
    """What a field is too narrow for: what stands in it, or what it hints at."""
    margins = field.textMargins()
    room = field.width() - margins.left() - margins.right() - 4
    words = field.text() or field.placeholderText()
    return words if field.fontMetrics().horizontalAdvance(words) > room else ""


class WholeWindow(QMainWindow):
    """Answers for every widget inside that has no tip of its own: its parts ask it in the end."""

    def event(self, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return super().event(event)
        below = self.childAt(event.pos())
        said = whole_at(below, below.mapFrom(self, event.pos())) if below is not None else ""
        if said:
            QToolTip.showText(event.globalPos(), said, below)
        return bool(said)


def say_with_whole(widget: QWidget, event: QHelpEvent, tip: str, painted_on: QWidget | None = None) -> bool:
    """For a widget that has a tip of its own: what is shortened comes first, unless the tip says it already.

    `painted_on` is where it was painted if that is another widget. True where there is something to say.
    """
    on = painted_on or widget
    whole = whole_at(on, widget.mapTo(on, event.pos()) if on is not widget else event.pos())
    said = "\n".join(part for part in (whole, tip) if part) if whole not in tip else tip
    if said:
        QToolTip.showText(event.globalPos(), said, widget)
    return bool(said)


class WholeTips(_Base):
    """Mix-in, named before the Qt class, for painted widgets with a tip of their own."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            return say_with_whole(self, event, self.toolTip())
        return super().event(event)
