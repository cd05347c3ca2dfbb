"""How far something has come, as a ring that starts at twelve o'clock."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from planner.ui.icons import draw_icon
from planner.ui.parts.paint import painter, rounded
from planner.ui.theme import theme


def draw_ring(
    p: QPainter,
    box: QRectF,
    share: float | None,
    stroke: float = 4,
    colour: QColor | None = None,
    *,
    tick: bool = True,
) -> None:
    """A ring in a square box. `share` is 0 to 1 (None: cannot be said); complete turns into a green tick."""
    colours = theme()
    if share is not None and share >= 1 and tick:
        rounded(p, box, box.width() / 2, colours.level("fine").fill)
        side = box.width() * 0.7
        inner = QRectF(0, 0, side, side)
        inner.moveCenter(box.center())
        draw_icon(p, "check", inner, colours.on_fill, "bold")
        return
    inset = stroke / 2
    path = box.adjusted(inset, inset, -inset, -inset)
    pen = QPen(colours.hairline_strong, stroke)
    p.setBrush(Qt.BrushStyle.NoBrush)
    p.setPen(pen)
    p.drawEllipse(path)
    if share:
        pen = QPen(colour or colours.muted, stroke)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap if share < 1 else Qt.PenCapStyle.FlatCap)
        p.setPen(pen)
        p.drawArc(path, 90 * 16, -round(360 * 16 * min(share, 1.0)))


class Ring(QProgressBar):
    """A ring as a widget. `missing` is shown on hover and read out."""

    def __init__(self, side: int = 24, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = side
        self._share: float | None = None
        self.setRange(0, 100)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_share(self, share: float | None, name: str, missing: str = "") -> None:
        """`share` from 0 to 1 or None, what it is the share of, and what is missing in words."""
        self._share = share
        self.setValue(round(100 * (share or 0)))
        self.setAccessibleName(name)
        self.setAccessibleDescription(missing)
        self.setToolTip(missing)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        stroke = {14: 2.5, 144: 10.0}.get(self._side, 4.0)
        box = QRectF(0, 0, self._side, self._side)
        draw_ring(painter(self), box, self._share, stroke, theme().ink)
