"""A choice from a list, drawn like a field."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QFrame, QWidget

from planner.ui.icons import draw_icon
from planner.ui.parts.choices import VOICE_ROLE, ChoicePanel, ChoiceRows
from planner.ui.parts.eased import lit
from planner.ui.parts.edits import HEIGHT, draw_field
from planner.ui.parts.glyph import draw_glyph
from planner.ui.parts.paint import draw_text, painter, text_width
from planner.ui.theme import font


class Combo(QComboBox):
    """Items are keys with their words, and a voice whose sign stands before them if wanted.

    `chosen(key)` is emitted for a choice by the user only. The wheel does not change it.
    """

    chosen = Signal(object)

    def __init__(
        self,
        items: Sequence[tuple[object, str]] = (),
        hint: str = "",
        *,
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._hint, self._wrong, self._style = hint, False, "small" if small else "body"
        self.setFont(font(self._style))
        self.setFixedHeight(28 if small else HEIGHT)
        self._rows = ChoiceRows(self)
        self.setItemDelegate(self._rows)
        self._panel: ChoicePanel | None = None
        self.activated.connect(self._picked)
        self.set_items(items)

    def set_items(self, items: Sequence[tuple[object, str]], voices: Sequence[str] = ()) -> None:
        """Replace the items and keep the current key where it still exists."""
        before = self.currentData()
        self.clear()
        for place, (key, words) in enumerate(items):
            self.addItem(words, key)
            if voices and voices[place]:
                self.setItemData(place, voices[place], VOICE_ROLE)
        self.set_key(before)

    def set_key(self, key: object) -> None:
        """Show the item of a key; an unknown key or None without an item shows the hint."""
        self.setCurrentIndex(self._place(key))

    def _place(self, key: object) -> int:
        return next((n for n in range(self.count()) if self.itemData(n) == key), -1)

    @property
    def key(self) -> object:
        """The current key, or None."""
        return self.currentData()

    def set_wrong(self, wrong: bool) -> None:
        self._wrong = wrong
        self.update()

    def showPopup(self) -> None:
        panel = self.view().parentWidget()
        if self._panel is None and panel is not None:  # the list is made when it is first wanted
            self.view().setFrameShape(QFrame.Shape.NoFrame)
            self._panel = ChoicePanel(panel, self)
        super().showPopup()

    def _picked(self, place: int) -> None:
        self.chosen.emit(self.itemData(place))

    def sizeHint(self) -> QSize:
        texts = [self._hint, *(self.itemText(n) for n in range(self.count()))]
        wide = max(text_width(text, self._style) for text in texts)
        return QSize(min(360, int(wide) + 60), self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(72, self.height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        box = QRectF(self.rect())
        draw_field(
            p, box, focused=self.hasFocus(), wrong=self._wrong, enabled=self.isEnabled(), hover=lit(self)
        )
        left = 12.0
        voice = self.currentData(VOICE_ROLE)
        if voice:
            draw_glyph(p, voice, left, box.center().y(), 10)
            left += 22
        words = QRectF(left, 0, box.width() - left - 32, box.height())
        shown = self.currentText()
        draw_text(p, words, shown or self._hint, self._style, "ink" if shown and self.isEnabled() else "muted")
        arrow = QRectF(box.right() - 24, round(box.center().y() - 6), 12, 12)
        draw_icon(p, "caret-down", arrow, "muted", "bold")
