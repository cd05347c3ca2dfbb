"""Other moments of a plan in a window: its history, and the plan as it was."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from planner.i18n import _
from planner.model.changes import EditRecord
from planner.ui.history.entries import moment_words
from planner.ui.page import Page
from planner.ui.pages import OTHERS

if TYPE_CHECKING:
    from planner.ui.window import Window


class Moments(QObject):
    """One for each window; made when the history is first asked for."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self._from = ""
        window.frame.topbar.nowRequested.connect(self.leave)

    def open_history(self) -> None:
        """The history page; Esc goes back to where one came from."""
        first = not self._window.has_page("history")
        page = self.open("history")
        if first:
            page.lookAt.connect(self.look_at)  # type: ignore[attr-defined]
        page.setFocus()

    def open_meeting(self) -> Page:
        """The page on which two copies meet, when there is something to meet."""
        first = not self._window.has_page("merge")
        page = self.open("merge")
        if first:
            page.finished.connect(self.leave)  # type: ignore[attr-defined]
        return page

    def open(self, key: str) -> Page:
        """A page without a chapter number; leaving it goes back to the chapter one came from."""
        if self._window.chapter not in OTHERS:
            self._from = self._window.chapter
        return self._window.go(key)

    def look_at(self, record: EditRecord) -> None:
        """Show the chapter one came from as it was after an edit; nothing can be changed there."""
        window = self._window
        window.workspace.look_at(record)
        words = moment_words(window.workspace.plan, datetime.fromisoformat(record.at))
        window.frame.topbar.set_past(_("As it was on {moment}").format(moment=words))
        window.go(self._from or "goals")

    def told(self) -> None:
        """The plan on screen is another one: where it is the one of now, the bar says so."""
        if self._window.workspace.past is None:
            self._window.frame.topbar.set_past("")

    def leave(self) -> bool:
        """Back to now, or from the history to where one came from. False where there is nothing to leave."""
        window = self._window
        if window.workspace.back_to_now():
            window.go("history")
            return True
        if window.chapter in OTHERS:
            window.go(self._from or "goals")
            return True
        return False
