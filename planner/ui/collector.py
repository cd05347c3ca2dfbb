"""The garbage collector, in the window's thread only.

The binding ends a widget in the thread in which the collector finds it, and Qt does not survive that in any thread
but its own. So the collector never runs by itself, which it would do in whatever thread happens to ask for memory.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 1000  # milliseconds


class Collector(QObject):
    """Switches the collector off and looks from the window's thread, a moment at a time, whether something is due.

    `end` leaves the collector as it was found, once no widget is left.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._was_on = gc.isenabled()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(collect_what_is_due)
        self._timer.start()

    def end(self) -> None:
        """No more looking."""
        self._timer.stop()
        gc.collect()
        if self._was_on:
            gc.enable()


def collect_what_is_due() -> None:
    """Collect the oldest generation that has passed its threshold, as the collector would by itself."""
    for generation, (count, limit) in reversed(list(enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)))):
        if count > limit:
            gc.collect(generation)
            return
