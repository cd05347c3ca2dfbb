"""The menus of the chapter: what can be done to an activity, and how the timeline is grouped."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint

from planner.i18n import _
from planner.model.fields import RowId
from planner.ui.pages.activities.groups import WAYS, way_words
from planner.ui.parts.menu import Menu

if TYPE_CHECKING:
    from planner.ui.pages.activities.page import ActivitiesPage


class ActivityMenus(QObject):
    """Made with its page; each menu is made when it is asked for."""

    def __init__(self, page: "ActivitiesPage") -> None:
        super().__init__(page)
        self._page = page
        self._id: RowId = ""
        self._run: RowId = ""

    def activity(self, id: RowId, point: QPoint) -> None:
        """What can be done to an activity, and to the run of it that is in hand."""
        page, menu = self._page, Menu(self._page)
        self._id = id
        line = page.timeline
        on_bar = page.view is line and line.bar is not None
        self._run = page.rows.face(id).bars[line.bar].id if on_bar and line.bar is not None else ""
        delete = _("Delete the activity") if self._run else _("Delete")
        rows = [
            (_("All about this activity"), _("Enter"), "list", self._open),
            (_("Run it again"), "R", "copy", self._again),
            (_("What it needs first"), "L", "link", self._needs),
            (_("How many leads"), "E", "chart-line-up", self._leads),
            (delete, "" if self._run else _("Del"), "trash", self._delete),
        ]
        if self._run:
            rows.insert(2, (_("Take this run away"), _("Del"), "minus", self._stop))
        for words, keys, icon, handler in rows:
            menu.add(words, keys, icon).triggered.connect(handler)
        menu.popup(point)

    def _open(self) -> None:
        self._page.open_details(self._id)

    def _again(self) -> None:
        self._page.run_again(self._id)

    def _stop(self) -> None:
        self._page.stop_run(self._id, self._run)

    def _needs(self) -> None:
        self._page.ask_needs(self._id)

    def _leads(self) -> None:
        self._page.ask_estimate(self._id)

    def _delete(self) -> None:
        self._page.delete(self._id)

    def ways(self, point: QPoint) -> None:
        """How the timeline can be grouped."""
        menu = Menu(self._page)
        for by in WAYS:
            action = menu.add(way_words(by))
            action.setData(by)
            action.triggered.connect(self._group)
        menu.popup(point)

    def _group(self) -> None:
        self._page.group_by(self.sender().data())  # type: ignore[attr-defined]
