"""The sheet as it is drawn: rows and columns as they come into sight, and the outline of the table."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from planner.exchange.cells import Cell, column_letters, words
from planner.exchange.lists.find import Area
from planner.i18n import _
from planner.model.value import Value
from planner.ui.parts.paint import CENTRE, LEFT, RIGHT, draw_text, flat, painter, rounded, text_width
from planner.ui.parts.scroll import thin
from planner.ui.theme import theme

ROW, HEAD = 24, 24
GRIP = 8
_LABEL = 22
_LEAST, _MOST = 44, 200
_MEASURED = 120
REST, TITLE, GROUP, ASKS, OUT, OUTSIDE = "rest", "title", "group", "asks", "out", "outside"


class SheetLook(Value):
    """A sheet: cells by the number of their row, looks of rows, and where the table is."""

    cells: dict[int, tuple[Cell, ...]]
    last_row: int
    columns: int
    looks: dict[int, str]
    area: Area | None
    label: str


class SheetCanvas(QAbstractScrollArea):
    """Shows a SheetLook; the row in hand is marked while the keyboard is here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        thin(self)
        self.setCornerWidget(QWidget())
        # Always there, so that its coming and going does not change the room for columns; it paints only its thumb.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._look = SheetLook(cells={}, last_row=0, columns=0, looks={}, area=None, label="")
        self._area: Area | None = None  # as it is being drawn
        self._row = 1
        self._widths: list[int] = []
        self._lefts: list[int] = [0]
        self._side = 28

    # What is shown

    def show_sheet(self, look: SheetLook, *, anew: bool) -> None:
        """Show a sheet; ``anew`` where it is another one, so that it begins at its table."""
        self._look, self._area = look, look.area
        self._measure()
        self._follow()
        self.setAccessibleName(_("The sheet. {label}").format(label=look.label))
        if anew and look.area is not None:
            self._row = look.area.top
            self.verticalScrollBar().setValue(max(0, (look.area.top - 4) * ROW))
            self.horizontalScrollBar().setValue(0)
        self.viewport().update()

    def reveal(self, row: int, column: int | None = None) -> None:
        """Bring a row, or a column of the table, into sight."""
        bar, high = self.verticalScrollBar(), self.viewport().height() - HEAD
        if row:
            self._row = row
            top = (row - 1) * ROW
            if not bar.value() <= top <= bar.value() + high - ROW:
                bar.setValue(max(0, top - high // 2))
        if column is not None and column < len(self._widths):
            left, wide = self._lefts[column], self.viewport().width() - self._side
            sideways = self.horizontalScrollBar()
            if not sideways.value() <= left <= sideways.value() + wide - self._widths[column]:
                sideways.setValue(max(0, left - wide // 3))
        self.viewport().update()

    def _measure(self) -> None:
        look = self._look
        start = look.area.top if look.area else 1
        rows = [look.cells[n] for n in range(start, min(look.last_row, start + _MEASURED) + 1) if n in look.cells]
        self._widths = []
        for column in range(max(look.columns, 3)):
            texts = (words(row[column]) for row in rows if column < len(row))
            wide = max((text_width(text[:40], "small", 600) for text in texts), default=0.0)
            self._widths.append(int(min(_MOST, max(_LEAST, wide + 16))))
        self._side = int(text_width(str(max(look.last_row, 10)), "caption")) + 12
        self._stretch()

    def _stretch(self) -> None:
        """The first columns grow where the sheet is narrower than the view."""
        spare = self.viewport().width() - self._side - sum(self._widths) - GRIP
        if spare > 0 and self._widths:
            self._widths[0] = min(self._widths[0] + spare, 2 * _MOST)
        self._lefts = [0]
        for wide in self._widths:
            self._lefts.append(self._lefts[-1] + wide)

    def _follow(self) -> None:
        bar, sideways = self.verticalScrollBar(), self.horizontalScrollBar()
        room = self.viewport().size()
        bar.setRange(0, max(0, (self._look.last_row + 2) * ROW + HEAD - room.height()))
        bar.setPageStep(max(ROW, room.height() - HEAD))
        bar.setSingleStep(ROW)
        sideways.setRange(0, max(0, self._lefts[-1] + self._side + GRIP - room.width()))
        sideways.setPageStep(max(1, room.width() - self._side))
        sideways.setSingleStep(48)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._look.cells:
            self._measure()
        self._follow()

    def sizeHint(self) -> QSize:
        return QSize(480, 420)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 160)

    # Places

    def row_at(self, y: float) -> int:
        """The number of the row at a height of the viewport."""
        return int((y - HEAD + self.verticalScrollBar().value()) // ROW) + 1

    def column_at(self, x: float) -> int:
        """The column, from 0, at a place of the viewport."""
        inside = x - self._side + self.horizontalScrollBar().value()
        return next((n for n, left in enumerate(self._lefts[1:]) if inside < left), len(self._widths) - 1)

    def cell_box(self, row: int, column: int) -> QRectF:
        """Where a cell is, in the viewport."""
        left = self._lefts[min(column, len(self._widths))] + self._side - self.horizontalScrollBar().value()
        top = HEAD + (row - 1) * ROW - self.verticalScrollBar().value()
        wide = self._widths[column] if column < len(self._widths) else _LEAST
        return QRectF(left, top, wide, ROW)

    def outline(self) -> QRectF | None:
        """Where the outline is, in the viewport; None where there is no table."""
        area = self._area
        if area is None or not self._widths:
            return None
        first = self.cell_box(area.top, area.left)
        last = self.cell_box(area.bottom, min(area.right, len(self._widths) - 1))
        return QRectF(first.topLeft(), last.bottomRight())

    def grips(self) -> dict[str, QPointF]:
        """The four corners by their names: top or bottom, left or right."""
        box = self.outline()
        if box is None:
            return {}
        return {"top left": box.topLeft(), "top right": box.topRight(),
                "bottom left": box.bottomLeft(), "bottom right": box.bottomRight()}  # fmt: skip

    # Paint

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self.viewport())
        now, room = theme(), QRectF(self.viewport().rect())
        flat(p, room, now.surface)
        if not self._widths:
            return
        first, last = max(1, self.row_at(HEAD)), min(self._look.last_row, self.row_at(room.height()) + 1)
        columns = range(self.column_at(self._side), min(len(self._widths) - 1, self.column_at(room.width())) + 1)
        p.save()
        p.setClipRect(QRectF(self._side, HEAD, room.width() - self._side, room.height() - HEAD))
        for row in range(first, last + 1):
            self._paint_row(p, row, columns)
        p.restore()
        self._paint_heads(p, range(first, last + 1), columns)
        p.setClipRect(room.adjusted(self._side - GRIP / 2 - 1, HEAD - GRIP / 2 - 1, 0, 0))
        self._paint_outline(p)

    def _paint_row(self, p: QPainter, row: int, columns: Sequence[int]) -> None:
        now, look = theme(), self._look.looks.get(row, OUTSIDE)
        area = self._area
        cells = self._look.cells.get(row, ())
        for column in columns:
            box = self.cell_box(row, column)
            inside = area is not None and area.left <= column <= area.right and area.top <= row <= area.bottom
            ground = {TITLE: now.selection, ASKS: now.level("look").tint, OUT: now.sunken}.get(look) if inside else None
            if ground is not None:
                flat(p, box, ground)
            flat(p, QRectF(box.left(), box.bottom() - 1, box.width(), 1), now.hairline)
            flat(p, QRectF(box.right() - 1, box.top(), 1, box.height()), now.hairline)
            cell = cells[column] if column < len(cells) else ""
            if cell != "":
                self._paint_cell(p, box, row, column, cell, look if inside else OUTSIDE)
        if row == self._row and self.hasFocus():
            whole = self.cell_box(row, columns[0]).united(self.cell_box(row, columns[-1]))
            rounded(p, whole.adjusted(0, 0, -1, -1), 2, None, now.focus, 1.5)

    def _paint_cell(self, p: QPainter, box: QRectF, row: int, column: int, cell: Cell, look: str) -> None:
        text = words(cell)
        figure = isinstance(cell, int | float) or (look in (REST, ASKS, OUT) and _is_figure(text))
        side = RIGHT if figure or (look == TITLE and self._is_of_figures(column)) else LEFT
        weight = 600 if look in (TITLE, GROUP) else None
        tone = "muted" if look == OUT else "ink"
        inner = box.adjusted(6, 0, -7, 0)
        if side == LEFT and look in (OUTSIDE, GROUP):
            inner.setRight(self._free_to(row, column) - 7)
        wide = draw_text(p, inner, text, "small", tone, weight, side)
        if look == OUT:
            left = inner.right() - wide if side == RIGHT else inner.left()
            flat(p, QRectF(left, round(box.center().y()), wide, 1), theme().muted)

    def _free_to(self, row: int, column: int) -> float:
        """How far to the right a text may run over empty cells."""
        cells, end = self._look.cells.get(row, ()), column + 1
        while end < len(self._widths) and (end >= len(cells) or cells[end] == ""):
            end += 1
        return self.cell_box(row, end - 1).right()

    def _is_of_figures(self, column: int) -> bool:
        area = self._look.area
        below = range(area.top + 1, min(area.bottom, area.top + 30) + 1) if area is not None else range(0)
        rows = [self._look.cells.get(number, ()) for number in below]
        cells = [row[column] for row in rows if column < len(row) and row[column] != ""]
        return bool(cells) and sum(isinstance(c, int | float) or _is_figure(words(c)) for c in cells) > len(cells) / 2

    def _paint_heads(self, p: QPainter, rows: Sequence[int], columns: Sequence[int]) -> None:
        now, room = theme(), QRectF(self.viewport().rect())
        flat(p, QRectF(0, 0, room.width(), HEAD), now.sunken)
        flat(p, QRectF(0, HEAD, self._side, room.height()), now.sunken)
        p.save()
        p.setClipRect(QRectF(self._side, 0, room.width(), HEAD))
        for column in columns:
            box = self.cell_box(1, column)
            top = QRectF(box.left(), 0, box.width(), HEAD)
            draw_text(p, top, column_letters(column), "caption", "muted", None, CENTRE)
        p.setClipRect(QRectF(0, HEAD, self._side, room.height()))
        for row in rows:
            box = self.cell_box(row, 0)
            draw_text(p, QRectF(0, box.top(), self._side - 5, ROW), str(row), "caption", "muted", None, RIGHT)
        p.restore()
        flat(p, QRectF(self._side - 1, 0, 1, room.height()), now.hairline)

    def _paint_outline(self, p: QPainter) -> None:
        box, now = self.outline(), theme()
        if box is None:
            return
        rounded(p, box.adjusted(-1, -1, 1, 1), 4, None, QPen(now.focus, 2))
        for corner in self.grips().values():
            grip = QRectF(0, 0, GRIP, GRIP)
            grip.moveCenter(corner)
            rounded(p, grip, 2, now.surface, now.focus, 2)
        label = self._said() if self._area != self._look.area else self._look.label
        wide = text_width(label, "caption", 600) + 16
        right = min(box.right(), self.viewport().width() - 2.0)
        top = box.top() - _LABEL if box.top() - _LABEL >= HEAD else max(box.top(), HEAD + 2)
        tag = QRectF(max(right - wide, self._side + 2), top, wide, _LABEL)
        rounded(p, tag, 4, now.focus)
        draw_text(p, tag, label, "caption", now.surface, 600, CENTRE)

    def _said(self) -> str:
        area = self._area
        return _("Rows {top} to {bottom}").format(top=area.top, bottom=area.bottom) if area else ""


def _is_figure(text: str) -> bool:
    digits = sum(map(str.isdigit, text))
    return digits > 0 and digits >= len(text) / 3 and not any(len(one) > 3 and one.isalpha() for one in text.split())
