"""Makes the chapters that were not shown yet, hidden and one step at a time, while nobody does anything."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from planner.ui.pages import CHAPTERS

if TYPE_CHECKING:
    from planner.ui.program import Program
    from planner.ui.window import Window

REST, _BETWEEN = 1000, 40  # milliseconds without a hand on keys or mouse before a step, and between two steps
_HANDS = frozenset(
    {
        QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease, QEvent.Type.Wheel, QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate,
        QEvent.Type.InputMethod,
    }
)  # fmt: skip


class Readying(QObject):
    """`start` it once all is imported; `done` when every chapter of the window costs no more than to show it.

    A chapter that is ready waits as one that was visited: an edit makes it stale, and nothing else reaches it.
    """

    done = Signal()

    def __init__(self, window: "Window", rest: int = REST) -> None:
        super().__init__(window)
        self._window, self._rest = window, rest
        self._steps = self._all_steps()
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._next)

    def start(self) -> None:
        """Begin when nobody has touched anything for a moment."""
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
        self._since.start()
        self._timer.start(self._rest)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _HANDS:
            self._since.restart()
        return False

    def _next(self) -> None:
        left = self._rest - self._since.elapsed()
        if left > 0 or _in_hand():
            self._timer.start(max(left, _BETWEEN))
            return
        for _step in self._steps:
            self._timer.start(_BETWEEN)
            return
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        self.done.emit()
        self.deleteLater()

    def _all_steps(self) -> Iterator[None]:
        """Each a short piece of work, so that a hand that comes meanwhile waits for one of them at most."""
        window = self._window
        for chapter in CHAPTERS:
            if window.workspace.document is None:
                return  # the plan is let go of
            if window.has_page(chapter.key):
                continue
            page = window.made(chapter.key)
            yield
            window.fill(chapter.key)
            yield
            if page.isHidden():
                page.resize(window.page.size())
                page.grab()  # the first painting loads what the later ones have at hand
                yield


def _in_hand() -> bool:
    """Whether a button is held down, or a dialog or menu is open: then something is being done, however slowly."""
    return (
        QApplication.mouseButtons() != Qt.MouseButton.NoButton
        or QApplication.activePopupWidget() is not None
        or QApplication.activeModalWidget() is not None
    )


def make_ready(program: "Program") -> None:
    """Make the chapters of every plan that is open, unless somebody is at it already."""
    for window in program.windows:
        if window.findChild(Readying) is None:
            Readying(window).start()
