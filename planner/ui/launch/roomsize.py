"""Room size: everything larger for a projector, in steps that leave the window its smallest size, kept per screen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication, QScreen

from planner.i18n import _
from planner.ui.settings import Settings
from planner.ui.theme import room_size, room_sizes

if TYPE_CHECKING:
    from planner.ui.window import Window

USUAL = 100
_AFTER = 700  # milliseconds after the last press: whoever presses three times means the third step


def sizes_on(screen: QScreen) -> tuple[int, ...]:
    """The steps that a screen has room for; the usual size always."""
    scale = room_size() / 100
    sizes = room_sizes(screen.size().width() * scale, screen.size().height() * scale)
    return sizes or (USUAL,)


def settle(settings: Settings) -> int:
    """The size at which to run on the screens there are now.

    A projector that is gone hands over to the first screen; a size that a screen has no room for any more is
    forgotten for the largest that it has.
    """
    screens = {screen.name(): screen for screen in QGuiApplication.screens()}
    screen = screens.get(settings.screen) or QGuiApplication.primaryScreen()
    if settings.screen != screen.name():  # what is the same is not written to the disk before the first window
        settings.screen = screen.name()
    wanted = settings.room_size
    fitting = max((size for size in sizes_on(screen) if size <= wanted), default=USUAL)
    if fitting != wanted:
        settings.room_size = fitting
    return fitting


class RoomSize(QObject):
    """Ctrl plus, Ctrl minus and Ctrl 0 of one window. Asks the program to start anew once the pressing ends."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self._wanted = room_size()
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_AFTER)
        self._wait.timeout.connect(self._take)

    def larger(self) -> None:
        """The next step up."""
        above = [size for size in sizes_on(self._window.screen()) if size > self._wanted]
        if above:
            self._want(above[0])
        else:
            said = _("Nothing larger fits this screen. F5 shows one thing at a time in very large type.")
            self._window.toast.say(said, undo=False)

    def smaller(self) -> None:
        """The next step down."""
        below = [size for size in sizes_on(self._window.screen()) if size < self._wanted]
        if below:
            self._want(below[-1])
        else:
            self._window.toast.say(_("This is the smallest room size."), undo=False)

    def usual(self) -> None:
        """Back to 100 percent."""
        self._want(USUAL)

    def _want(self, size: int) -> None:
        self._wanted = size
        if size == room_size():
            self._wait.stop()
            self._window.toast.say(_("Room size {n}%").format(n=size), undo=False)
            return
        self._window.toast.say(_("Room size {n}%: the window comes back in a moment").format(n=size), undo=False)
        self._wait.start()

    def _take(self) -> None:
        settings = self._window.settings
        settings.screen = self._window.screen().name()
        settings.room_size = self._wanted
        self._window.reopen()
