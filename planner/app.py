"""Where everything meets: the words of the call, the clock, the application, the first window."""

import gc
import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from planner.ui import AS_IT_WAS

if TYPE_CHECKING:
    from planner.ui.program import Program
    from planner.ui.settings import Settings

_SUFFIX = ".cgplan"
_CHILD = "--read-a-file"
"""How a frozen program starts a process of its own (exchange/sandbox.py); it has no other Python to call."""


def main(words: Sequence[str] | None = None) -> int:
    """The window for nothing, for `--example` and for a plan file; everything else is the command line's."""
    given = list(sys.argv[1:] if words is None else words)
    if given == [_CHILD]:
        from planner.exchange.sandbox_child import main as read_a_file

        read_a_file()
        return 0
    if not _wants_window(given):
        from planner.cli import main as command_line

        return command_line(given)
    if _no_screen():
        from planner.i18n import _

        said = _("There is no screen here. Try `planner tour FOLDER`, which does the whole job without one.")
        print(said, file=sys.stderr)
        return 2
    return _run(given)


def _wants_window(words: list[str]) -> bool:
    if len(words) > 1:
        return len(words) == 2 and words[0] == AS_IT_WAS
    return not words or words[0] == "--example" or words[0].endswith(_SUFFIX) or Path(words[0]).is_file()


def _no_screen() -> bool:
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return False
    return not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _now() -> datetime:
    return datetime.now(UTC)


def _run(words: list[str]) -> int:
    from planner.ui.launch.sparing import spare_the_start

    spare_the_start()
    from PySide6.QtWidgets import QApplication

    from planner.ui import crash, motion, theme
    from planner.ui.language import speak
    from planner.ui.settings import LANGUAGE, Settings

    QApplication.setApplicationName("Common Ground")
    QApplication.setDesktopFileName("common-ground")
    settings = Settings()
    motion.use(not settings.less_motion)
    theme.set_room_size(settings.room_size)
    app = theme.new_application(sys.argv[:1], settings.theme)  # type: ignore[arg-type]
    if _at_another_size(settings, words):
        return 0
    speak(settings.get(LANGUAGE), app)

    from PySide6.QtCore import QTimer

    from planner.ui.program import Program

    crash.install(_tell)
    program = Program(_now, settings, tour=True)
    program.warming.done.connect(partial(_make_ready, program))
    window = None
    if not words:
        program.show_start()
    elif words[0] == "--example":
        window = program.open_example()
    elif words[0] == AS_IT_WAS:
        _go_on(program, Path(words[1]))
    else:
        window = program.open_path(Path(words[0]))
    if window is None:
        QTimer.singleShot(0, _after_the_start)
    else:
        window.painted.connect(_after_the_start)
    code = app.exec()

    from planner.ui.jobs import stop_all

    stop_all()
    return code


def _at_another_size(settings: "Settings", words: list[str]) -> bool:
    """Whether the screens there are now want another room size than was guessed before they were known: then the
    program has started once more."""
    from planner.ui import theme
    from planner.ui.launch import roomsize

    if roomsize.settle(settings) == theme.room_size():
        return False
    from planner.ui.launch.anew import launch

    return launch(words)


def _go_on(program: "Program", note: Path) -> None:
    """Show what another program has shown, and let it end when there is something to see."""
    from planner.ui.launch.anew import read_note

    program.show_as_it_was(read_note(note), partial(note.unlink, missing_ok=True))


def _tell(text: str, more: str) -> None:
    from PySide6.QtWidgets import QApplication

    from planner.ui.ask import ask

    ask().tell(QApplication.activeWindow(), text, more)


def _make_ready(program: "Program") -> None:
    from planner.ui.launch.readying import make_ready

    make_ready(program)


def _after_the_start() -> None:
    from PySide6.QtWidgets import QApplication

    from planner.ui.collector import Collector
    from planner.ui.parts.spoken import speak

    speak()
    gc.freeze()  # what a start has made stays; the collector need not look through it again
    Collector(QApplication.instance())  # type: ignore[arg-type]
