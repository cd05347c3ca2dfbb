"""The clock of a question: a ring that runs out, and what is left of it in minutes and seconds."""

from PySide6.QtCore import QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from planner.i18n import _
from planner.ui.parts.paint import CENTRE, draw_text, painter
from planner.ui.parts.ring import draw_ring
from planner.ui.theme import theme

MINUTE = 60
AT_FIRST = 5 * MINUTE
_SIDE, _STROKE = 154, 10


class Countdown(QLabel):
    """Runs while a question is shown. `changed()` when it starts, pauses or ends."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.left = self.whole = AT_FIRST
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self.tick)
        self._tell()

    @property
    def running(self) -> bool:
        """Whether the time runs."""
        return self._second.isActive()

    def start_anew(self) -> None:
        """The whole time again, and running."""
        self.left = self.whole = AT_FIRST
        self._second.start()
        self._tell()

    def pause(self) -> None:
        """Stop the time, or let it run on."""
        if self.running:
            self._second.stop()
        elif self.left:
            self._second.start()
        self._tell()

    def add_minute(self) -> None:
        """A minute more; a clock that had run out runs again."""
        self.left += MINUTE
        self.whole = max(self.whole, self.left)
        self._second.start()
        self._tell()

    def tick(self) -> None:
        """A second has gone."""
        self.left = max(0, self.left - 1)
        if not self.left:
            self._second.stop()
        self._tell()

    def _tell(self) -> None:
        minutes, seconds = divmod(self.left, MINUTE)
        self._words = f"{minutes}:{seconds:02}"
        self.setAccessibleName(_("Time left: {time}").format(time=self._words))
        self.update()
        self.changed.emit()

    def sizeHint(self) -> QSize:
        return QSize(_SIDE, _SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        box = QRectF(0, 0, _SIDE, _SIDE)
        tone = theme().ink if self.left else theme().level("look").fill
        draw_ring(p, box, self.left / self.whole or None, _STROKE, tone, tick=False)
        draw_text(p, box, self._words, "figure 40", "ink" if self.running else "muted", None, CENTRE)
