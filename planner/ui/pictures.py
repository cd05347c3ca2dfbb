"""A picture of each page, for machines without a screen, for the help and for looking at one's own work."""

import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QWidget

from planner.ui import jobs, theme
from planner.ui.collector import Collector
from planner.ui.pages import CHAPTERS
from planner.ui.settings import Settings
from planner.ui.window import Window
from planner.ui.workspace import Workspace

_SETTLE = 400  # milliseconds: rings, findings and the coach follow a page a moment later
_MORE = 100  # settlings at most, for what a page has worked out beside the window


def take_pictures(
    plan_file: Path,
    folder: Path,
    now: Callable[[], datetime],
    *,
    sizes: tuple[tuple[int, int], ...] = ((1440, 900),),
    themes: tuple[str, ...] = ("light", "dark"),
) -> Iterator[Path]:
    """Open a plan in a real window and write a PNG of each chapter, size and theme. Yields each file as it is there.

    Raises PlanFileError for a file that cannot be opened and OSError for a folder that cannot be written.
    """
    from planner.model.document import Document

    folder.mkdir(parents=True, exist_ok=True)
    qInstallMessageHandler(_without_platform_talk)
    app = QApplication.instance() or QApplication(["planner"])
    assert isinstance(app, QApplication)
    collector = Collector(app)
    document = Document.open(plan_file, now=now)
    for mode in themes:
        theme.install(app, mode)  # type: ignore[arg-type]
        workspace = Workspace(document.plan, now=now)
        window = Window(workspace, Settings(), CHAPTERS[0].key)
        workspace.attach(document)
        window.show()
        for width, height in sizes:
            window.resize(width, height)
            for chapter in CHAPTERS:
                window.go(chapter.key)
                _settle()
                shade = "" if mode == "light" else f"-{mode}"
                size = "" if (width, height) == sizes[0] else f"-{width}x{height}"
                yield _save(window, folder / f"{chapter.key}{shade}{size}.png")
        window.hide()
    document.close()
    collector.end()


def _without_platform_talk(_kind: object, _context: object, text: str) -> None:
    """A machine without a screen says of each window what it cannot do; that is no news here."""
    if not text.startswith("This plugin does not support"):
        print(text, file=sys.stderr)


def _settle() -> None:
    for _more in range(_MORE):
        loop = QEventLoop()
        QTimer.singleShot(_SETTLE, loop, loop.quit)
        loop.exec()
        if not jobs.at_work():
            return


def _save(widget: QWidget, path: Path) -> Path:
    if not widget.grab().save(str(path), "PNG"):
        raise OSError(f"{path} could not be written")
    return path
