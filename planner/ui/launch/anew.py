"""The program starts anew and everything stands as before: a room size is given to a program before it starts."""

import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import mkstemp
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QFileSystemWatcher, QObject, QPoint, QProcess, QProcessEnvironment, QSize, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from planner.model.value import Value
from planner.ui.pages import BY_KEY
from planner.ui.theme import SMALLEST_SCREEN, surroundings

if TYPE_CHECKING:
    from planner.ui.window import Window

_TITLE_BAR = 40  # at the most
_AT_MOST = 30_000  # milliseconds for the new program to show its window
_TYPED = frozenset({
    QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride, QEvent.Type.Shortcut, QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick, QEvent.Type.Wheel, QEvent.Type.Drop,
    QEvent.Type.Close,
})  # fmt: skip


class Shown(Value):
    """One window: its plan, chapter and author, and where it stands in device pixels of its screen."""

    path: str
    chapter: str
    author: str
    author_id: str | None
    read_only: bool
    private: str | None
    """The folder of a plan that goes when its window is closed."""
    screen: str
    box: tuple[int, int, int, int]
    maximized: bool
    full: bool


class GivenWay(Value):
    """Where a window stood before a room size left it no room there; `whole`: it fills the screen instead."""

    box: tuple[int, int, int, int]
    whole: bool
    size: QSize | None
    """What it has instead, until somebody pulls at it."""


def describe(window: "Window", private: Path | None) -> Shown:
    """How a window stands; where it only gave way to a room size, how it stood before."""
    from planner.ui.window import FIRST_CHAPTER

    document, author = window.workspace.document, window.workspace.author
    assert document is not None
    given_way = window.given_way
    if given_way is not None and given_way.whole == window.isMaximized() and given_way.size in (None, window.size()):
        box, maximized = given_way.box, False
    else:
        box, maximized = _box(window), window.isMaximized()
    return Shown(
        path=str(document.path), chapter=window.chapter if window.chapter in BY_KEY else FIRST_CHAPTER,
        author=author.name, author_id=author.id, read_only=document.read_only,
        private=str(private) if private else None, screen=window.screen().name(),
        box=box, maximized=maximized, full=window.isFullScreen(),
    )  # fmt: skip


def _box(window: QWidget) -> tuple[int, int, int, int]:
    """Place and size in device pixels of the screen; of a window that fills it, those it goes back to."""
    screen = window.screen()
    scale = screen.devicePixelRatio()
    filled = window.isMaximized() or window.isFullScreen()
    usual = window.normalGeometry() if filled else window.geometry()
    corner = (usual.topLeft() if filled else window.pos()) - screen.geometry().topLeft()
    return (round(corner.x() * scale), round(corner.y() * scale),
            round(usual.width() * scale), round(usual.height() * scale))  # fmt: skip


def stand(window: "Window", shown: Shown) -> None:
    """Put a window where it stood, as large on the glass as it was; where a screen has no room for that, as its room
    allows, and `Window.given_way` remembers what it wanted."""
    screens = {screen.name(): screen for screen in QGuiApplication.screens()}
    screen = screens.get(shown.screen) or QGuiApplication.primaryScreen()
    scale, room = screen.devicePixelRatio(), screen.availableGeometry()
    left, top, wide, high = (round(length / scale) for length in shown.box)
    wanted = QSize(wide, high)
    size = wanted.expandedTo(QSize(*SMALLEST_SCREEN))
    spare = room.size() - size - QSize(0, _TITLE_BAR)
    window.resize(size.boundedTo(room.size()))
    corner = screen.geometry().topLeft() + QPoint(left, top)
    window.move(max(room.left(), min(corner.x(), room.left() + spare.width())),
                max(room.top(), min(corner.y(), room.top() + spare.height())))  # fmt: skip
    crowded = spare.width() < 0 or spare.height() < 0
    if shown.full:
        window.showFullScreen()
    elif shown.maximized or crowded:
        window.showMaximized()
    else:
        window.show()
    if not shown.full and not shown.maximized and (crowded or size != wanted):
        window.given_way = GivenWay(box=shown.box, whole=crowded, size=None if crowded else size)


def write_note(windows: Sequence[Shown]) -> Path:
    """Write down how the windows stand, for the new program."""
    handle, name = mkstemp(prefix="common-ground-", suffix=".json")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump([{key: getattr(one, key) for key in Shown.FIELDS} for one in windows], file)
    return Path(name)


def read_note(note: Path) -> list[Shown]:
    """How the windows stood; nothing where the note is gone."""
    try:
        found: list[dict[str, Any]] = json.loads(note.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    return [Shown(**{**one, "box": tuple(one["box"])}) for one in found]


def launch(words: Sequence[str]) -> bool:
    """Start the program once more, beside this one, with its surroundings as they were. False where it cannot be."""
    process = QProcess()
    process.setProgram(sys.executable)
    process.setArguments([*([] if getattr(sys, "frozen", False) else ["-m", "planner"]), *words])
    around = QProcessEnvironment()
    for name, value in surroundings().items():
        around.insert(name, value)
    process.setProcessEnvironment(around)
    started: Any = process.startDetached()
    return bool(started[0] if isinstance(started, tuple) else started)


class HandOver(QObject):
    """Waits, with the old windows still in sight and deaf, until the new program shows its own: the note goes then."""

    def __init__(self, note: Path, done: Callable[[bool], None], parent: QObject) -> None:
        """`done` is told whether the new program has taken over."""
        super().__init__(parent)
        self._note, self._done = note, done
        self._watch = QFileSystemWatcher([str(note)], self)
        self._watch.fileChanged.connect(self._look)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.timeout.connect(self.give_up)
        self._late.start(_AT_MOST)
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]

    def _look(self, _path: str) -> None:
        if not self._note.exists():
            self._end(True)

    def give_up(self) -> None:
        """The new program does not come."""
        self._note.unlink(missing_ok=True)
        self._end(False)

    def _end(self, taken: bool) -> None:
        self._late.stop()
        self._watch.fileChanged.disconnect(self._look)
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        self._done(taken)
        self.deleteLater()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        return event.type() in _TYPED
