"""Files that are dropped on the window of a plan: a workbook that comes back, or another copy of the plan."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDropEvent

if TYPE_CHECKING:
    from planner.ui.window import Window

COMES_BACK = (".xlsx", ".xlsm", ".cgplan")


class Drops(QObject):
    """Takes what is dropped on a window and lets it meet the plan."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in (QEvent.Type.DragEnter, QEvent.Type.Drop) or not isinstance(event, QDropEvent):
            return False
        path = dropped_file(event.mimeData())
        if path is None:
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            from planner.ui.meeting.coming import Coming

            Coming(self._window, path).start()
        return True


def dropped_file(data: QMimeData) -> Path | None:
    """The one file that may be a workbook or a copy of the plan; None for anything else."""
    urls = data.urls() if data.hasUrls() else []
    path = Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
    return path if path is not None and path.suffix.lower() in COMES_BACK else None
