"""What a window paints as words: a paint device that keeps every text with its place, its ground and who painted it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFontMetricsF,
    QHelpEvent,
    QPaintDevice,
    QPaintEngine,
    QPaintEngineState,
    QPainterPath,
    QTransform,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLineEdit, QScrollBar, QToolTip, QWidget

_METRICS = {
    QPaintDevice.PaintDeviceMetric.PdmDpiX: 96,
    QPaintDevice.PaintDeviceMetric.PdmDpiY: 96,
    QPaintDevice.PaintDeviceMetric.PdmPhysicalDpiX: 96,
    QPaintDevice.PaintDeviceMetric.PdmPhysicalDpiY: 96,
    QPaintDevice.PaintDeviceMetric.PdmDepth: 32,
    QPaintDevice.PaintDeviceMetric.PdmDevicePixelRatio: 1,
    QPaintDevice.PaintDeviceMetric.PdmDevicePixelRatioScaled: 65536,
}

_NO_TIP = "nothing has been said yet"


@dataclass
class Seen:
    """One run of text on screen, in the window's own pixels."""

    text: str
    box: QRectF
    """Where its letters stand: from the height of capitals to the base line, without the room above and below."""
    clip: QRectF
    """What of the window its widget may paint on."""
    ink: QColor
    size: float
    """The height of its letters in pixels of the font."""
    heavy: bool
    widget: QWidget | None = field(repr=False, default=None)

    def __post_init__(self) -> None:
        self.in_sight = self.box.intersected(self.clip)
        """The part of its place that is painted at all."""
        self.middle = self.in_sight.center()


class _Engine(QPaintEngine):
    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.found: list[Seen] = []
        self._turn, self._brush, self._ink, self._opacity = QTransform(), QBrush(), QColor(), 1.0

    def begin(self, _device: QPaintDevice) -> bool:
        self.setActive(True)
        return True

    def end(self) -> bool:
        self.setActive(False)
        return True

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def updateState(self, state: QPaintEngineState) -> None:
        flags = state.state()
        if flags & QPaintEngine.DirtyFlag.DirtyTransform:
            self._turn = state.transform()
        if flags & QPaintEngine.DirtyFlag.DirtyPen:
            self._ink = state.pen().color()
        if flags & QPaintEngine.DirtyFlag.DirtyBrush:
            self._brush = state.brush()
        if flags & QPaintEngine.DirtyFlag.DirtyOpacity:
            self._opacity = state.opacity()

    def _clip(self) -> QRectF:
        clip = QRectF(self.systemClip().boundingRect())
        p = self.painter()
        return clip.intersected(self._turn.mapRect(p.clipBoundingRect())) if p.hasClipping() else clip

    def drawTextItem(self, at: QPointF, item) -> None:
        text = item.text()
        if not text.strip():
            return
        font = item.font()
        measure = QFontMetricsF(font)
        high = measure.capHeight()
        wide = measure.horizontalAdvance(text)
        box = self._turn.mapRect(QRectF(at.x(), at.y() - high, wide, high))
        device = self.painter().device()
        self.found.append(
            Seen(text, box, self._clip(), QColor(self._ink), font.pixelSize(), font.weight() >= 600,
                 device if isinstance(device, QWidget) else None)
        )  # fmt: skip

    def drawPath(self, path: QPainterPath) -> None:
        """A ground over texts takes them away."""
        solid = self._brush.style() == Qt.BrushStyle.SolidPattern and self._brush.color().alpha() == 255
        if not solid or self._opacity < 1:
            return
        ground = self._turn.map(path)
        clip = self._clip()
        box = ground.boundingRect().intersected(clip)
        left, top, right, bottom = box.getCoords()
        self.found = [
            seen
            for seen in self.found
            if not (left < seen.middle.x() < right and top < seen.middle.y() < bottom and ground.contains(seen.middle))
        ]

    def drawPolygon(self, *_args: object) -> None:
        """Nothing that would hide a text."""

    def drawPixmap(self, *_args: object) -> None:
        """Nothing that would hide a text."""

    drawImage = drawTiledPixmap = drawPixmap  # noqa: N815


class _Device(QPaintDevice):
    def __init__(self, size: QSize) -> None:
        super().__init__()
        self.engine, self._size = _Engine(), size

    def paintEngine(self) -> QPaintEngine:
        return self.engine

    def metric(self, which: QPaintDevice.PaintDeviceMetric) -> int:
        if which == QPaintDevice.PaintDeviceMetric.PdmWidth:
            return self._size.width()
        if which == QPaintDevice.PaintDeviceMetric.PdmHeight:
            return self._size.height()
        return _METRICS.get(which, 1)


def settle() -> None:
    """Let layouts and delayed lists come to rest."""
    for _again in range(4):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def texts_of(window: QWidget, inside: QWidget | None = None) -> list[Seen]:
    """Every text that can be seen in a window, or in one widget of it, in the order in which it was painted."""
    device = _Device(window.size())
    window.render(device)
    whole = QRectF(window.rect())
    found = [seen for seen in device.engine.found if seen.in_sight.width() > 1 and seen.in_sight.height() > 1]
    for seen in found:
        seen.in_sight = seen.in_sight.intersected(whole)
        if seen.widget is None:
            seen.widget = window.childAt(seen.in_sight.center().toPoint())
    if inside is None:
        return found
    return [seen for seen in found if seen.widget is inside or inside.isAncestorOf(seen.widget)]


def tooltip_at(window: QWidget, at: QPoint) -> str:
    """The tooltip that the mouse would bring up at a place; empty where there is none."""
    below = window.childAt(at) or window
    QToolTip.showText(window.mapToGlobal(at), _NO_TIP, window)
    QApplication.sendEvent(below, QHelpEvent(QEvent.Type.ToolTip, below.mapFrom(window, at), window.mapToGlobal(at)))
    said = QToolTip.text()
    return "" if said == _NO_TIP else said


def shortened(window: QWidget, texts: list[Seen]) -> Iterator[tuple[Seen, str]]:
    """Texts that end in an ellipsis although no tooltip says the whole; with what the tooltip says."""
    for seen in texts:
        if not seen.text.endswith("…") or len(seen.text) < 2:
            continue
        start = " ".join(seen.text[:-1].split())
        said = " ".join(tooltip_at(window, seen.in_sight.center().toPoint()).split())
        if start not in said or said.removesuffix("…") == start:
            yield seen, said


def cut(window: QWidget, texts: list[Seen]) -> Iterator[tuple[Seen, str]]:
    """Texts of which a part is not painted, for another reason than that they are being scrolled past."""
    ports = [
        QRectF(QRect(port.mapTo(window, QPoint(0, 0)), port.size()))
        for area in window.findChildren(QAbstractScrollArea)
        if (port := area.viewport()).isVisible()
    ]
    sideways = [
        QRectF(QRect(bar.mapTo(window, QPoint(0, 0)), bar.size()))
        for bar in window.findChildren(QScrollBar)
        if bar.isVisible() and bar.orientation() == Qt.Orientation.Horizontal and bar.maximum() > bar.minimum()
    ]
    for seen in texts:
        box, shown = seen.box, seen.in_sight
        around = [port for port in ports if port.contains(shown.center())]
        for edge, lost, scrolled in (
            ("left", shown.left() - box.left(), any(abs(p.left() - shown.left()) < 2 for p in sideways)),
            ("right", box.right() - shown.right(), any(abs(p.right() - shown.right()) < 2 for p in sideways)),
            ("top", shown.top() - box.top(), any(abs(p.top() - shown.top()) < 2 for p in around)),
            ("bottom", box.bottom() - shown.bottom(), any(abs(p.bottom() - shown.bottom()) < 2 for p in around)),
        ):
            if lost > 1.5 and not scrolled and not _told(window, seen):
                yield seen, f"{lost:.0f} px at the {edge}"


def _told(window: QWidget, seen: Seen) -> bool:
    """A field is read to its end with the keyboard, and its tooltip holds the whole."""
    if not isinstance(seen.widget, QLineEdit):
        return False
    return seen.text in tooltip_at(window, seen.in_sight.center().toPoint())


def overlapping(texts: list[Seen]) -> Iterator[tuple[Seen, Seen]]:
    """Pairs of texts that stand on one another."""
    ordered = sorted(texts, key=lambda seen: seen.in_sight.top())
    for place, one in enumerate(ordered):
        for other in ordered[place + 1 :]:
            if other.in_sight.top() >= one.in_sight.bottom() - 1:
                break
            shared = one.in_sight.intersected(other.in_sight)
            if shared.width() > 1.5 and shared.height() > 1.5:
                yield one, other
