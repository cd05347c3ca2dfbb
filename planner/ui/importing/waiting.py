"""What the import page shows while a file is read, while it comes in, and where it cannot be used."""

from PySide6.QtCore import QElapsedTimer, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.exchange.sandbox import SECONDS
from planner.i18n import _
from planner.ui.parts.button import Button
from planner.ui.parts.card import Card, Paper
from planner.ui.parts.meter import Meter
from planner.ui.parts.text import Text


class Waiting(Paper):
    """`stopped` for the Stop button, `another` for another file, `left` to go back."""

    stopped = Signal()
    another = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("paper", parent)
        card = Card()
        card.setMaximumWidth(620)
        column = QVBoxLayout(card)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(14)
        self.sentence = Text("", "body")
        column.addWidget(self.sentence)
        self._meter = Meter()
        column.addWidget(self._meter)
        foot = QHBoxLayout()
        foot.addStretch(1)
        self.stop = Button(_("Stop"))
        self.stop.clicked.connect(self.stopped)
        self.back = Button(_("Cancel"), "quiet")
        self.back.clicked.connect(self.left)
        self.choose = Button(_("Choose another file"), "primary")
        self.choose.clicked.connect(self.another)
        for button in (self.stop, self.back, self.choose):
            foot.addWidget(button)
        column.addLayout(foot)
        around = QHBoxLayout(self)
        around.setContentsMargins(0, 8, 0, 0)
        held = QVBoxLayout()
        held.addWidget(card)
        held.addStretch(1)
        around.addLayout(held, 1)
        around.addStretch(1)
        self._since = QElapsedTimer()
        self._pulse = QTimer(self)
        self._pulse.setInterval(100)
        self._pulse.timeout.connect(self._tell)

    def show_reading(self, sentence: str) -> None:
        """A file is being read; it has so many seconds, and the bar shows how many are gone."""
        self.sentence.setText(sentence)
        self.sentence.set_colour("ink")
        self._since.start()
        self._pulse.start()
        self._tell()
        self._switch(True)
        self.stop.setFocus()

    def show_refused(self, sentence: str) -> None:
        """Why nothing can be done with the file."""
        self._pulse.stop()
        self.sentence.setText(sentence)
        self.sentence.set_colour("fix.text")
        self._switch(False)
        self.choose.setFocus()

    def show_writing(self, sentence: str) -> None:
        """What was read is being written to the plan, whole: there is nothing to choose."""
        self._pulse.stop()
        self.sentence.setText(sentence)
        self.sentence.set_colour("ink")
        for part in (self._meter, self.stop, self.back, self.choose):
            part.hide()

    def _switch(self, reading: bool) -> None:
        self._meter.setVisible(reading)
        self.stop.setVisible(reading)
        self.back.setVisible(not reading)
        self.choose.setVisible(not reading)

    def _tell(self) -> None:
        if not self.isVisible():
            self._pulse.stop()
        gone = self._since.elapsed() / 1000 / SECONDS
        self._meter.set_share(min(1.0, gone), _("Time that reading may take"))
