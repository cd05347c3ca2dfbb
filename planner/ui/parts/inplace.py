"""Words that are typed where they stand: Enter keeps them, Esc gives up, leaving keeps what was typed."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from planner.ui.parts.edits import TextArea


class InPlace(TextArea):
    """`keep(text)` is called with what was typed and says whether it was taken; what was refused stays to be mended.

    With `again` Enter makes room for the next, so that several lines are typed one after the other. With `onward` Tab
    keeps the words and asks for the line after this one (1) or, with Shift, before it (-1).
    """

    left = Signal(object)
    """It is done with; carries whether by a key, so that its host takes the keyboard back."""

    def __init__(
        self,
        keep: Callable[[str], bool],
        text: str = "",
        hint: str = "",
        *,
        again: bool = False,
        style: str = "small",
        lines: int = 2,
        onward: Callable[[int], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, hint, style=style, lines=lines, parent=parent)
        self._keep, self._again, self._onward, self._done = keep, again, onward, False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._enter()
        elif event.key() == Qt.Key.Key_Escape:
            self._leave(by_key=True)
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        words = self.toPlainText().strip()
        if words and not self._keep(words):
            return
        if words and self._again:
            self.clear()
        else:
            self._leave(by_key=True)

    def focusNextPrevChild(self, forward: bool) -> bool:
        if self._onward is None:
            return super().focusNextPrevChild(forward)
        words, onward = self.toPlainText().strip(), self._onward
        if not words or self._keep(words):
            self._leave(by_key=True)
            onward(1 if forward else -1)
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._done or event.reason() in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            return
        words = self.toPlainText().strip()
        if not words or self._keep(words):
            self._leave(by_key=False)

    def _leave(self, *, by_key: bool) -> None:
        if not self._done:
            self._done = True
            self.left.emit(by_key)
