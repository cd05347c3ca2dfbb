"""A choice between a few things side by side: track ground, white segment for the current one."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from planner.ui.motion import CHIP
from planner.ui.parts.eased import eased, lit
from planner.ui.parts.focus import Ringed, by_keyboard
from planner.ui.parts.paint import draw_shadow, draw_text, painter, rounded, text_width
from planner.ui.theme import mix, theme

HEIGHT = 36


class _Segment(Ringed, QPushButton):
    ring_radius = 6
    stepped = Signal(object, int)

    def __init__(self, key: str, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(text)
        self.key = key
        self.count: int | None = None
        self.setCheckable(True)
        self.setAutoExclusive(True)  # one of several, which is what a screen reader says
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def set_count(self, count: int | None) -> None:
        self.count = count
        self.setAccessibleName(self.text() if count is None else f"{self.text()}, {count}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        wide = text_width(self.text(), "small", 600) + 30
        if self.count is not None:
            wide += 7 + text_width(str(self.count), "small", 600)
        return QSize(int(wide) + 1, HEIGHT - 4)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left.value: -1, Qt.Key.Key_Right.value: 1}.get(event.key())
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(self.key, step)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        box = QRectF(self.rect())
        chosen = eased(self, "chosen", float(self.isChecked()), milliseconds=CHIP)
        tone = mix(theme().muted, theme().ink, max(chosen, lit(self)))
        weight = 600 if self.isChecked() else 500
        after = 0.0 if self.count is None else 7 + text_width(str(self.count), "small", weight)
        wide = min(text_width(self.text(), "small", weight), self.width() - after - 10)
        left = (self.width() - wide - after) / 2
        draw_text(p, QRectF(left, 0, wide + 1, box.height()), self.text(), "small", tone, weight)
        if self.count is not None:
            figure = QRectF(left + wide + 7, 0, 60, box.height())
            draw_text(p, figure, str(self.count), "small", tone, weight)


class Segmented(QWidget):
    """At most six segments, 36 high. `chosen(key)` is emitted for a choice by the user only."""

    spoken_as = "Grouping"
    chosen = Signal(object)

    def __init__(self, items: Sequence[tuple[str, str]], current: str = "", parent: QWidget | None = None) -> None:
        """`items` are keys with their words; the first is current if none is named."""
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        self._segments: dict[str, _Segment] = {}
        for key, text in items:
            segment = _Segment(key, text, self)
            segment.stepped.connect(self._step)
            self._group.addButton(segment)
            self._segments[key] = segment
            row.addWidget(segment)
        self._group.buttonClicked.connect(self._clicked)
        self.set_current(current or next(iter(self._segments)))

    @property
    def current(self) -> str:
        """The key of the current segment."""
        return next(key for key, segment in self._segments.items() if segment.isChecked())

    def set_current(self, key: str) -> None:
        self._segments[key].setChecked(True)

    def set_count(self, key: str, count: int | None) -> None:
        """A count after the word of a segment."""
        self._segments[key].set_count(count)

    def _clicked(self, segment: _Segment) -> None:
        self.chosen.emit(segment.key)

    def _step(self, key: str, step: int) -> None:
        keys = list(self._segments)
        target = self._segments[keys[(keys.index(key) + step) % len(keys)]]
        by_keyboard(target)
        target.click()

    def paintEvent(self, event: QPaintEvent) -> None:
        p, now = painter(self), theme()
        rounded(p, QRectF(self.rect()), 9, now.track)
        box = self._raised()
        draw_shadow(p, box.adjusted(1, 1, -1, -1), 7)
        rounded(p, box, 7, now.hairline_strong if now.dark else now.raised)

    def _raised(self) -> QRectF:
        """Where the raised ground stands: under the current segment, or on its way there."""
        boxes = [QRectF(segment.geometry()) for segment in self._segments.values()]
        at = eased(self, "at", list(self._segments).index(self.current), milliseconds=CHIP)
        one, other = boxes[int(at)], boxes[min(int(at) + 1, len(boxes) - 1)]
        share = at - int(at)
        left, right = (
            from_ + (to - from_) * share for from_, to in ((one.left(), other.left()), (one.right(), other.right()))
        )
        return QRectF(left, one.top(), right - left, one.height())
