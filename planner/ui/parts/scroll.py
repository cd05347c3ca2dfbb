"""A scroll area with a thin thumb and no frame."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollArea, QScrollBar, QWidget

from planner.ui.parts.eased import lit
from planner.ui.parts.paint import painter, rounded
from planner.ui.theme import mix, theme

_LEAST = 160  # so much of what scrolls is always seen


class ThinBar(QScrollBar):
    """A scroll bar that shows only its thumb, 6 px across in a channel of 12."""

    def __init__(self, orientation: Qt.Orientation, parent: QWidget | None = None) -> None:
        super().__init__(orientation, parent)
        self._upright = orientation == Qt.Orientation.Vertical
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        if self._upright:
            self.setFixedWidth(12)
        else:
            self.setFixedHeight(12)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.maximum() <= self.minimum():
            return
        p = painter(self)
        inner = self._thumb_box()
        tone = mix(theme().control, theme().paper, 0.35 * (1 - (1.0 if self.isSliderDown() else lit(self))))
        rounded(p, inner, 3, tone)

    def _thumb_box(self) -> QRectF:
        """Where the style puts the thumb of a bar without arrows, without asking for the style's large enums."""
        length = float(self.height() if self._upright else self.width())
        span = self.maximum() - self.minimum()
        page = max(1, self.pageStep())
        thumb = max(32.0, length * page / (span + page))
        start = (length - thumb) * (self.value() - self.minimum()) / span
        if self._upright:
            return QRectF(3, start + 2, 6, thumb - 4)
        return QRectF(start + 2, 3, thumb - 4, 6)


class Scroll(QScrollArea):
    """Scrolls one widget up and down; the thumb lies over the content, which keeps its width."""

    spoken_as = "Pane"

    def __init__(self, content: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A viewport made here, because asking Qt for its own one makes the binding load every kind of widget.
        self._port = QWidget()
        self.setViewport(self._port)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._thumb = ThinBar(Qt.Orientation.Vertical, self)
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(self._follow_range)
        bar.valueChanged.connect(self._thumb.setValue)
        self._thumb.valueChanged.connect(bar.setValue)
        self._thumb.hide()
        if content is not None:
            self.setWidget(content)
            content.setAutoFillBackground(False)

    def _follow_range(self, least: int, most: int) -> None:
        self._thumb.setRange(least, most)
        self._thumb.setPageStep(self._port.height())
        self._thumb.setSingleStep(self.verticalScrollBar().singleStep())
        self._thumb.setVisible(most > least)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if (content := self.widget()) is not None:
            content.setMaximumWidth(self._port.width())  # words that are longer than that are parted, not cut off
        self._thumb.setPageStep(self._port.height())
        self._thumb.setGeometry(self.width() - 12, 0, 12, self.height())
        self._thumb.raise_()


class FittingScroll(Scroll):
    """As high as its content where there is room for it; only where there is none does it scroll."""

    def __init__(self, content: QWidget) -> None:
        super().__init__(content)
        self._content = content

    def sizeHint(self) -> QSize:
        return self._content.sizeHint()

    def minimumSizeHint(self) -> QSize:
        least = self._content.minimumSizeHint()
        return QSize(least.width(), min(_LEAST, least.height()))

    def hasHeightForWidth(self) -> bool:
        return self._content.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        return self._content.heightForWidth(width)

    def _follow_range(self, least: int, most: int) -> None:
        super()._follow_range(least, most)
        self.setViewportMargins(0, 0, 16 if most > least else 0, 0)  # the thumb lies beside controls, not over them

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()  # the content has grown or shrunk, and so does this
        return super().eventFilter(watched, event)


def thin(area: QAbstractScrollArea) -> None:
    """Give a scroll area or a table the thin bars."""
    area.setVerticalScrollBar(ThinBar(Qt.Orientation.Vertical, area))
    area.setHorizontalScrollBar(ThinBar(Qt.Orientation.Horizontal, area))
