"""The controls under the big screen; what each key does stands on its button where there is room."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout

from planner.i18n import _
from planner.ui.parts.badge import draw_key_cap, key_words
from planner.ui.parts.button import Button
from planner.ui.parts.card import Paper
from planner.ui.parts.paint import painter, text_width
from planner.ui.presenting.head import MARGIN


class KeyedButton(Button):
    """A large button with the key that does the same at its right."""

    def __init__(self, text: str, key: str, icon: str) -> None:
        super().__init__(text, icon=icon, size="large")
        self._key, self._shown = key_words(key), True

    def show_key(self, shown: bool) -> None:
        self._shown = shown
        self.updateGeometry()

    def _cap(self) -> int:
        return int(text_width(self._key, "caption")) + 24

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(self._cap() if self._shown else 0, 0)

    def _label_width(self) -> float:
        return self.width() - (self._cap() - 10 if self._shown else 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._shown:
            draw_key_cap(painter(self), self.width() - 14, self.height() / 2, self._key)


class Foot(Paper):
    """Back at the left, on at the right; between them what belongs to a question."""

    def __init__(self) -> None:
        super().__init__("well")
        self.back = Button(_("Back"), icon="arrow-left", size="large")
        self.pause = KeyedButton(_("Pause"), "Space", "pause")
        self.minute = KeyedButton(_("Add a minute"), "+", "timer")
        self.answer = KeyedButton(_("Answer"), "A", "chat-circle-dots")
        self.names = KeyedButton(_("Hide names"), "H", "eye-slash")
        self.turn = KeyedButton(_("Show the plan"), "P", "presentation-chart")
        self.next = Button(_("Next"), "primary", size="large")
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, 26, MARGIN, 26)
        row.setSpacing(12)
        for one in (self.back, self.pause, self.minute):
            row.addWidget(one)
        row.addStretch(1)
        for one in (self.answer, self.names, self.turn, self.next):
            row.addWidget(one)

    @property
    def keyed(self) -> tuple[KeyedButton, ...]:
        """The buttons that show their keys."""
        return self.pause, self.minute, self.answer, self.names, self.turn

    def set_questioning(self, questioning: bool) -> None:
        """Whether a question is shown; a sheet has no clock and nothing to answer."""
        for one in (self.pause, self.minute, self.answer, self.names):
            one.setVisible(questioning)
        self.turn.setText(_("Show the plan") if questioning else _("Show the questions"))
        self._fit()

    def _fit(self) -> None:
        for one in self.keyed:
            one.show_key(True)
        wide = sum(one.sizeHint().width() + 12 for one in self.findChildren(Button) if not one.isHidden())
        room = self.width() - 2 * MARGIN
        for one in self.keyed:
            one.show_key(wide <= room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

