"""How far something has come, as a ring that starts at twelve o'clock."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from planner.ui.icons import draw_icon
from planner.ui.parts.paint import rounded
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
