"""Files that are dropped on the window of a plan, and lists that are pasted into it: each goes where it belongs."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDropEvent, QKeyEvent, QKeySequence

if TYPE_CHECKING:
    from planner.ui.window import Window

COMES_IN = (".xlsx", ".xlsm", ".csv", ".tsv", ".txt", ".yaml", ".yml", ".cgplan")


class Drops(QObject):
    """Takes what is dropped on a window or pasted where no field has the keyboard."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            return event.type() == QEvent.Type.KeyPress and self._pasted(event)
        if event.type() not in (QEvent.Type.DragEnter, QEvent.Type.Drop) or not isinstance(event, QDropEvent):
            return False
        path = dropped_file(event.mimeData())
        if path is None:
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            from planner.ui.importing.entry import bring_in

            bring_in(self._window, path)
        return True

    def _pasted(self, event: QKeyEvent) -> bool:
        if not event.matches(QKeySequence.StandardKey.Paste):
            return False
        from planner.ui.importing.entry import bring_in_copied

        return bring_in_copied(self._window)


def dropped_file(data: QMimeData) -> Path | None:
    """The one file that may come in; None for anything else."""
    urls = data.urls() if data.hasUrls() else []
    path = Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
    return path if path is not None and path.suffix.lower() in COMES_IN else None
