"""The one way in for files from elsewhere: what a file is decides where it goes."""

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from planner.exchange.cells import RawTable, trimmed
from planner.exchange.recognise import DEALS, PLAN, Recognised
from planner.i18n import _
from planner.ui.ask import ask
from planner.ui.importing.page import ImportPage
from planner.ui.launch.opening import default_folder

if TYPE_CHECKING:
    from planner.ui.window import Window

_KINDS = {"stakeholders": "stakeholders", "sales_input": "sales-input", "materials": "materials",
          "activities": "activities", "budget": "budget", "risks": "risks"}  # fmt: skip
"""The list that the main rows of a chapter make."""


def choose_file(window: "Window") -> None:
    """Ask for a file and bring it in."""
    kinds = _("Lists, workbooks, exports, plans (*.xlsx *.xlsm *.csv *.tsv *.txt *.yaml *.yml *.cgplan);;All files (*)")
    path = ask().open_file(window, _("Import"), kinds, default_folder())
    if path is not None:
        bring_in(window, path)


def bring_in(window: "Window", path: Path) -> None:
    """Look what a file is, and show it: a list on the import page, anything else where it belongs."""
    _page(window).open_file(path)


def bring_in_copied(window: "Window") -> bool:
    """What was copied in a spreadsheet, on the import page. False where it is no table, or this chapter has no list."""
    kind = _KINDS.get(window.chapter)
    text = QApplication.clipboard().text()
    rows = [line.split("\t") for line in text.splitlines()]
    if kind is None or len(rows) < 2 or not any(len(row) > 1 for row in rows):
        return False
    made = (trimmed(number, [cell.strip() for cell in cells]) for number, cells in enumerate(rows, start=1))
    table = RawTable(tuple(row for row in made if row is not None))
    _page(window).open_tables(_("What was copied"), (table,), kind)
    return True


def _page(window: "Window") -> ImportPage:
    first = not window.has_page(ImportPage.key)
    page = cast(ImportPage, window.moments.open(ImportPage.key))
    if first:
        hands = _Hands(window, page)
        page.fileAsked.connect(hands.choose)
        page.left.connect(window.moments.leave)
        page.imported.connect(hands.imported)
        page.recognised.connect(hands.recognised)
    return page


class _Hands(QObject):
    """What the page asks of the window."""

    def __init__(self, window: "Window", page: ImportPage) -> None:
        super().__init__(page)
        self._window, self._import = window, page

    def choose(self) -> None:
        choose_file(self._window)

    def imported(self, chapter: str, sentence: str) -> None:
        if self._window.page is self._import:  # else somebody went on elsewhere meanwhile
            self._window.go(chapter).setFocus()
        self._window.toast.say(sentence)

    def recognised(self, found: Recognised) -> None:
        """A file that is no list goes its own way."""
        window, path = self._window, self._import.session.path
        if found.what == DEALS:
            from planner.ui.importing.crm import CrmDialog

            window.moments.leave()
            CrmDialog(window.workspace, self._import.session.name, found.tables).open_over(window)
        elif found.what == PLAN and path is not None:
            from planner.ui.importing.whole import bring_in_plan

            window.moments.leave()
            bring_in_plan(window, path)
        elif path is not None:
            from planner.ui.meeting.coming import Coming

            window.moments.leave()
            Coming(window, path).start()
