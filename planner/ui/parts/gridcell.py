"""How a cell of a grid looks: the states of the design language, section 6, "Grid cell"."""

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF

from planner.model.value import Value
from planner.ui.icons import draw_icon
from planner.ui.parts.glyph import draw_glyph, glyph_width
from planner.ui.parts.paint import LEFT, RIGHT, draw_text, flat, rounded, text_width
from planner.ui.theme import mix, theme

# A model returns a CellLook for this role; without one a cell is a plain figure or text.
LOOK_ROLE = Qt.ItemDataRole.UserRole + 40


class CellLook(Value):
    """What a cell shows besides its text.

    `kind`: rest, locked (sunken, muted), group (sunken, bold name or muted sums), total (bold, ink line above).
    `voice` puts a sign before the text, `changed_by` the dot of who changed it since the last agreement.
    `wrong` is the sentence for a value that is not valid. `head` marks the first column (left, name).
    `open` for a group row: a caret, True opened, False folded, None no caret.
    """

    kind: Literal["rest", "locked", "group", "total"] = "rest"
    voice: str = ""
    changed_by: str = ""
    note: bool = False
    lock: bool = False
    wrong: str = ""
    head: bool = False
    muted: bool = False
    bold: bool = False
    marked: bool = False  # the column or row that is in hand
    open: bool | None = None


PLAIN = CellLook()


class CellState(Value):
    """What the view adds: where the focus, the range and the mouse are."""

    current: bool = False
    in_range: bool = False
    hover: float = 0.0  # the share of the look of hovering
    last_column: bool = False
    handle: bool = False


AT_REST = CellState()


def draw_cell(p: QPainter, box: QRectF, text: str, look: CellLook, state: CellState, align: Qt.AlignmentFlag) -> None:
    """Ground, lines, marks, text and focus of one cell."""
    now = theme()
    _draw_ground(p, box, _ground(look, state), now.hairline)
    if look.wrong:
        rounded(p, box.adjusted(0.5, 0.5, -1.5, -1.5), 2, None, now.level("fix").fill, 1.5)
    if look.kind == "total":
        flat(p, QRectF(box.left(), box.top(), box.width(), 1.5), now.ink)
    if look.note:
        corner = [box.topRight(), box.topRight() - QPointF(7, 0), box.topRight() + QPointF(0, 7)]
        p.setPen(Qt.PenStyle.NoPen)
        p.setBrush(now.level("look").fill)
        p.drawPolygon(QPolygonF(corner))
    inner = _draw_lead(p, box.adjusted(14 if look.head else 8, 0, -12 if not look.head else -6, 0), look)
    tone, weight = "fix.text" if look.wrong else _words(look), 600 if state.current else _weight(look)
    if align == RIGHT and not look.head and text_width(text, "small", weight) > inner.width():
        inner = box.adjusted(1, 0, -4, -1)  # a figure is read whole before it stands in line
    draw_text(p, inner, text, "small", tone, weight, LEFT if look.head else align)
    if state.current:
        _draw_focus(p, box)
    if state.handle:
        flat(p, QRectF(box.right() - 6, box.bottom() - 6, 6, 6), now.focus)


def _draw_ground(p: QPainter, box: QRectF, ground: QColor, line: QColor) -> None:
    """What `flat` does, for the ground and the line below it at once."""
    p.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(ground)
    p.drawRect(box)
    p.setBrush(line)
    p.drawRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1))
    p.setRenderHint(QPainter.RenderHint.Antialiasing, True)


def _ground(look: CellLook, state: CellState) -> QColor:
    now = theme()
    if look.wrong:
        return now.level("fix").tint
    if state.in_range and not state.current:
        return now.selection
    if look.kind in ("locked", "group"):
        return now.sunken
    ground = mix(now.surface, now.selection, 0.55) if look.marked else now.surface
    return mix(ground, now.sunken, state.hover) if state.hover and not state.current else ground


def _words(look: CellLook) -> str:
    if look.kind == "locked" and not look.head:
        return "muted"
    if look.kind == "group" and not look.head and not look.bold:
        return "muted"
    return "muted" if look.muted else "ink"


def _weight(look: CellLook) -> int:
    strong = look.bold or look.kind == "total" or (look.kind == "group" and look.head)
    return 600 if strong else 400


def _draw_lead(p: QPainter, inner: QRectF, look: CellLook) -> QRectF:
    """Caret, sign, lock or dot; what is left is for the text."""
    now = theme()
    middle = inner.center().y()
    left, right = inner.left(), inner.right()
    if look.open is not None:
        caret = "caret-down" if look.open else "caret-right"
        draw_icon(p, caret, QRectF(round(left), round(middle - 6), 12, 12), "muted", "bold")
        left += 19
    if look.voice:
        draw_glyph(p, look.voice, left + (15.5 - glyph_width(look.voice, 9)) / 2 - 0.75, middle, 9)
        left += 22
    if look.changed_by:
        p.setPen(Qt.PenStyle.NoPen)
        p.setBrush(now.voice(look.changed_by).fill)
        p.drawEllipse(QPointF(left + 2, middle), 3, 3)
    if look.lock:
        side = QRectF(right - 14, round(middle - 7), 14, 14)
        draw_icon(p, "lock-simple", side, "muted", "fill")
        right -= 18
    return QRectF(QPointF(left, inner.top()), QPointF(right, inner.bottom() - 1))


def _draw_focus(p: QPainter, box: QRectF) -> None:
    rounded(p, box.adjusted(0, 0, -1, -1), 3, None, theme().focus, 2)


def text_side(alignment: int | Qt.AlignmentFlag | None) -> Qt.AlignmentFlag:
    """Left or right from what a model says about its alignment; figures stand right."""
    flag = Qt.AlignmentFlag(alignment) if alignment is not None else LEFT
    return RIGHT if flag & RIGHT else LEFT
