"""How likely and how heavy: two rows of five small blocks, and their product beside them."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from planner.ui.parts.paint import RIGHT, draw_text, rounded
from planner.ui.theme import mix, theme

STEPS = 5
WIDTH, HEIGHT, _STEP = 50.0, 20.0, 10.0
_GAP = 13.0


def draw_blocks(p: QPainter, left: float, middle: float, likely: int | None, heavy: int | None, *, red: bool) -> None:
    """Likely above, heavy below, centred on `middle`; red from a product on that its user names."""
    now = theme()
    tone = now.level("fix").fill if red else now.blue
    for row, value in enumerate((likely, heavy)):
        top = middle - HEIGHT / 2 + row * _GAP
        for step in range(STEPS):
            box = QRectF(left + step * _STEP, top, 8.5, 7)
            if value is None:
                rounded(p, box, 2, None, now.control)
            else:
                rounded(p, box, 2, tone if step < value else mix(now.track, now.surface, 0.1))


def draw_product(p: QPainter, right: float, middle: float, words: str, *, red: bool) -> None:
    """The product, or what stands for one that is not known."""
    draw_text(p, QRectF(right - 40, middle - 12, 40, 24), words, "body", "fix.fill" if red else "ink", 600, RIGHT)


def block_at(left: float, middle: float, at: QPointF) -> tuple[int, int] | None:
    """Row (0 likely, 1 heavy) and step (1 to 5) of the block at a point; None beside them."""
    step = int((at.x() - left) // _STEP) + 1
    if not 1 <= step <= STEPS or abs(at.y() - middle) > HEIGHT:
        return None
    return int(at.y() > middle), step
