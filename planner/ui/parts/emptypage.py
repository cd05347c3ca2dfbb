"""What a chapter shows before anything is in it: why, one step, one quiet alternative, a faint outline."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from planner.ui.parts.button import Button
from planner.ui.parts.paint import CENTRE, circle, dashed, draw_text, painter, rounded
from planner.ui.parts.text import Text
from planner.ui.theme import theme

_RADIUS = 76
_OUTLINE = ((0.42, 0.16), (0.35, 0.19), (0.44, 0.14))


class EmptyPage(QWidget):
    """`started` for the button, `alternative` for the quiet link. `voice` is the one that is still missing."""

    started = Signal()
    alternative = Signal()

    def __init__(
        self,
        headline: str,
        why: str,
        button: str,
        other: str = "",
        voice: str = "agency",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        middle = Qt.AlignmentFlag.AlignHCenter
        main = Button(button, "primary", icon="plus", voice=voice if voice in theme().voices else "", size="large")
        main.setMinimumWidth(280)
        main.clicked.connect(self.started)
        self.button = main
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 0)
        column.setSpacing(0)
        column.addStretch(2)
        column.addWidget(_DashedMark(voice), 0, middle)
        column.addSpacing(32)
        column.addWidget(Text(headline, "empty", align=CENTRE, balanced=True))
        column.addSpacing(10)
        column.addLayout(_held(Text(why, "purpose", "muted", align=CENTRE, balanced=True), 430))
        column.addSpacing(26)
        column.addWidget(main, 0, middle)
        if other:
            link = Button(other, "link")
            link.clicked.connect(self.alternative)
            column.addSpacing(10)
            column.addWidget(link, 0, middle)
        column.addSpacing(16)
        column.addStretch(1)
        column.addWidget(_Outline())


def _held(widget: QWidget, width: int) -> QHBoxLayout:
    """A widget of a certain width in the middle."""
    widget.setMaximumWidth(width)
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(widget, 1000)
    row.addStretch(1)
    return row


class _DashedMark(QLabel):
    """The mark with a third, dashed circle of the voice that is missing."""

    def __init__(self, voice: str) -> None:
        super().__init__()
        self._voice = voice
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(round(_RADIUS * 4.66) + 4, 2 * _RADIUS + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        now = theme()
        y = self.height() / 2
        xs = [2 + _RADIUS, 2 + _RADIUS * 2.1, 2 + _RADIUS * 3.64]
        first, second, third = (circle(x, y, _RADIUS) for x in xs)
        missing = now.voice(self._voice)
        p.fillPath(first, now.voice("marketing").fill)
        p.fillPath(third, missing.tint)
        p.fillPath(second, now.voice("sales").fill)
        p.fillPath(first.intersected(second), now.lens)
        shade = missing.fill
        p.save()
        p.setOpacity(0.55)
        p.fillPath(second.intersected(third), shade)
        p.restore()
        p.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(missing.fill, 2)
        pen.setDashPattern([4, 3])
        p.setPen(pen)
        p.drawPath(third)
        box = QRectF(xs[2] - 3, y - 40, 80, 80)
        draw_text(p, box, "?", "title page", missing.text, None, CENTRE)


class _Outline(QWidget):
    """Three rows to come, each fainter than the one above."""

    def __init__(self) -> None:
        super().__init__()
        # On a low window the outline gives way first.
        self.setMaximumHeight(3 * 48 + 2 * 8)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        return QSize(640, self.maximumHeight())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        wide = min(640.0, self.width() - 64.0)
        left = (self.width() - wide) / 2
        for place, lengths in enumerate(_OUTLINE):
            if place * 56 + 48 > self.height():  # half a row would look like one that is cut off
                break
            p.setOpacity(1 - 0.3 * place)
            self._row(p, QRectF(left, place * 56, wide, 48), lengths)

    def _row(self, p: QPainter, box: QRectF, lengths: tuple[float, float]) -> None:
        now = theme()
        rounded(p, box, 10, None, dashed(now.hairline_strong, 1))
        middle = box.center().y()
        rounded(p, QRectF(box.left() + 18, middle - 10, 20, 20), 10, now.hairline)
        rounded(p, QRectF(box.left() + 52, middle - 5, box.width() * lengths[0], 10), 5, now.hairline)
        at = box.left() + box.width() * 0.7
        rounded(p, QRectF(at, middle - 5, box.width() * lengths[1], 10), 5, now.hairline)
        rounded(p, QRectF(box.right() - 38, middle - 8, 16, 16), 8, None, now.hairline_strong, 2)
