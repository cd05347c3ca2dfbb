"""A list whose rows are stops of Tab, one after the other, as if each were a control."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from planner.ui.parts.facelist import Face, FaceList

GUTTER = 14
"""The room at the right for the thumb of the scroll bar."""

F = TypeVar("F", bound=Face)


class StepList(FaceList[F]):
    """Tab goes to the next row and behind the last one on to what follows; Shift Tab the same backwards."""

    def __init__(self, row_height: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(row_height, name, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def focusNextPrevChild(self, forward: bool) -> bool:
        row = self.currentIndex().row() + (1 if forward else -1)
        if 0 <= row < self.rows.rowCount():
            self.take(self.rows.key_at(row))
            return True
        return super().focusNextPrevChild(forward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        last = self.rows.rowCount() - 1
        if event.reason() == Qt.FocusReason.TabFocusReason and last >= 0:
            self.take(self.rows.key_at(0))
        elif event.reason() == Qt.FocusReason.BacktabFocusReason and last >= 0:
            self.take(self.rows.key_at(last))
        super().focusInEvent(event)
        self.handChanged.emit()
