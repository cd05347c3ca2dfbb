"""Which theme is in use, how it is changed, and who is told."""

import os
from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QApplication, QToolTip

from planner.ui.theme import tokens
from planner.ui.theme.palette import palette
from planner.ui.theme.tokens import Theme
from planner.ui.theme.type import font, register_first_fonts

Mode = Literal["light", "dark", "system"]

SMALLEST_SCREEN = (1180, 720)
LEAST_WINDOW = QSize(1180, 660)
"""What the smallest screen leaves beside a title bar and a task bar."""
ROOM_SIZES = (100, 125, 150, 200, 250, 300)
_SCALE = "QT_SCALE_FACTOR"


class ThemeKeeper(QObject):
    """Holds the theme in use. `changed` carries the new Theme.

    A widget that asks `theme()` while it paints needs no connection: a changed palette repaints it.
    """

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.mode: Mode = "light"
        self.theme: Theme = tokens.light()

    def use(self, app: QApplication, mode: Mode) -> None:
        hints = app.styleHints()
        if mode == "system" and self.mode != "system":
            hints.colorSchemeChanged.connect(self.follow_system)
        elif mode != "system" and self.mode == "system":
            hints.colorSchemeChanged.disconnect(self.follow_system)
        self.mode = mode
        dark = mode == "dark" or (mode == "system" and hints.colorScheme() == Qt.ColorScheme.Dark)
        self._apply(app, tokens.dark() if dark else tokens.light())

    def follow_system(self, scheme: Qt.ColorScheme) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self._apply(app, tokens.dark() if scheme == Qt.ColorScheme.Dark else tokens.light())

    def _apply(self, app: QApplication, chosen: Theme) -> None:
        self.theme = chosen
        colours = palette(chosen)
        app.setPalette(colours)
        QToolTip.setPalette(colours)
        self.changed.emit(chosen)


_keeper = ThemeKeeper()


def theme() -> Theme:
    """The theme in use."""
    return _keeper.theme


def theme_keeper() -> ThemeKeeper:
    """The one holder of the theme; connect bound methods to its signal `changed(theme)`."""
    return _keeper


def set_theme(app: QApplication, mode: Mode) -> None:
    """Use the light or the dark theme, or follow the system, from now on; everything repaints."""
    _keeper.use(app, mode)


def new_application(arguments: Sequence[str], mode: Mode = "system") -> QApplication:
    """Make the application and dress it. Fusion is named in its arguments, because setStyle costs 12 ms more."""
    app = QApplication([*arguments, "-style", "fusion"])
    _dress(app, mode)
    return app


def install(app: QApplication, mode: Mode = "system") -> None:
    """Dress an application that somebody else has made (a test, an embedding program)."""
    app.setStyle("Fusion")
    _dress(app, mode)


def _dress(app: QApplication, mode: Mode) -> None:
    register_first_fonts()
    app.setFont(font("body"))
    QToolTip.setFont(font("small"))
    set_theme(app, mode)


def room_sizes(width: float, height: float) -> tuple[int, ...]:
    """The percentages that leave 1180 by 720 on a screen of this logical size at 100 percent."""
    least_width, least_height = SMALLEST_SCREEN
    return tuple(
        size for size in ROOM_SIZES if width * 100 >= least_width * size and height * 100 >= least_height * size
    )


class _RoomSize:
    """The size this program runs at, and the scale that its surroundings had given it before."""

    percent = 100
    around: str | None = None


def set_room_size(percent: int) -> None:
    """Scale the whole interface. Works only before the QApplication is made, and only once."""
    _RoomSize.percent, _RoomSize.around = percent, os.environ.get(_SCALE)
    if percent != 100:
        os.environ[_SCALE] = str(_scale_around() * percent / 100)


def room_size() -> int:
    """The size of the whole interface in percent, as this program runs."""
    return _RoomSize.percent


def surroundings() -> dict[str, str]:
    """The environment as it was before `set_room_size`: for a program that is started to run at another size."""
    found = dict(os.environ)
    found.pop(_SCALE, None)
    if _RoomSize.around is not None:
        found[_SCALE] = _RoomSize.around
    return found


def _scale_around() -> float:
    try:
        return float(_RoomSize.around or 1)
    except ValueError:
        return 1.0
