"""The sheet in the hands of a person: corners of the table are dragged, rows taken in hand."""

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from planner.exchange.lists.find import Area
from planner.ui.importing.sheetcanvas import GRIP, HEAD, ROW, SheetCanvas

_SLOPES = {
    "top left": Qt.CursorShape.SizeFDiagCursor,
    "bottom right": Qt.CursorShape.SizeFDiagCursor,
    "top right": Qt.CursorShape.SizeBDiagCursor,
    "bottom left": Qt.CursorShape.SizeBDiagCursor,
}
_STEPS = {Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0), Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1)}


class SheetView(SheetCanvas):
    """A corner of the outline is dragged with the mouse; from the keyboard Shift and the arrows move the lower right
    corner, Ctrl Shift and the arrows the upper left one.

    `areaDrawn(Area)` when a corner is let go; `rowAsked(number)` for Space on a row and a double click.
    """

    areaDrawn = Signal(object)
    rowAsked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self._drag = ""

    def _grip_at(self, at: QPointF) -> str:
        for name, corner in self.grips().items():
            if abs(corner.x() - at.x()) <= GRIP and abs(corner.y() - at.y()) <= GRIP:
                return name
        return ""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._drag = self._grip_at(event.position())
        if not self._drag and event.position().y() > HEAD:
            self._row = max(1, min(self._look.last_row, self.row_at(event.position().y())))
            self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._drag:
            self.viewport().setCursor(_SLOPES.get(self._grip_at(event.position()), Qt.CursorShape.ArrowCursor))
            return
        y, high = event.position().y(), self.viewport().height()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + (ROW if y > high - 8 else -ROW if y < HEAD + 8 else 0))
        # The edge that is nearest: half a row away from it is the row on its inner side.
        down = ROW / 2 if "top" in self._drag else -ROW / 2
        aside = ROW / 2 if "left" in self._drag else -ROW / 2
        self._move(self._drag, self.row_at(y + down), self.column_at(event.position().x() + aside))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._drag:
            self._drag = ""
            self._let_go()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.position().y() > HEAD:
            self.rowAsked.emit(self._row)

    def _move(self, corner: str, row: int, column: int) -> None:
        """Bring a corner to a cell; a table keeps one row and one column."""
        area = self._area
        if area is None:
            return
        row = max(1, min(self._look.last_row, row))
        column = max(0, min(len(self._widths) - 1, column))
        top, left, bottom, right = area.top, area.left, area.bottom, area.right
        if "top" in corner:
            top = min(row, bottom)
        else:
            bottom = max(row, top)
        if "left" in corner:
            left = min(column, right)
        else:
            right = max(column, left)
        self._area = Area(area.sheet, top, left, bottom, right)
        self.viewport().update()

    def _let_go(self) -> None:
        if self._area is not None and self._area != self._look.area:
            self.areaDrawn.emit(self._area)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        held = event.modifiers()
        area = self._area
        if step and held & Qt.KeyboardModifier.ShiftModifier and area is not None:
            upper = bool(held & Qt.KeyboardModifier.ControlModifier)
            row, column = (area.top, area.left) if upper else (area.bottom, area.right)
            self._move("top left" if upper else "bottom right", row + step[0], column + step[1])
            self._let_go()
        elif step and not held & ~Qt.KeyboardModifier.KeypadModifier:
            if step[0]:
                self._step(step[0])
            else:
                bar = self.horizontalScrollBar()
                bar.setValue(bar.value() + 48 * step[1])
        elif event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp) and not held:
            page = (self.viewport().height() - HEAD) // ROW - 1
            self._step(page if event.key() == Qt.Key.Key_PageDown else -page)
        elif event.key() == Qt.Key.Key_Space and not held:
            self.rowAsked.emit(self._row)
        else:
            super().keyPressEvent(event)

    def _step(self, rows: int) -> None:
        self.reveal(max(1, min(self._look.last_row, self._row + rows)))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
