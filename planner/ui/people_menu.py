"""Choosing a person: those of one side first, nobody, or somebody new."""

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from planner.i18n import _
from planner.model.fields import RowId
from planner.model.plan import Plan
from planner.ui.parts.findmenu import FindMenu
from planner.ui.voices import side_name


class PeopleMenu(FindMenu):
    """`chosen(id or None)` is called with the person; the people of `side` stand first, the others below a line."""

    def __init__(
        self,
        plan: Plan,
        side: str | None,
        current: RowId | None,
        chosen: Callable[[RowId | None], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._chosen = chosen
        people = sorted(plan.people, key=lambda person: person.function != side)
        parted = False
        for person in people:
            if person.function != side and not parted and people[0].function == side:
                self.addSeparator()
                parted = True
            action = self.choice(person.name or "", side_name(person.function))
            action.setData(person.id)
            action.setCheckable(True)
            action.setChecked(person.id == current)
        self.addSeparator()
        nobody = self.add(_("Leave it open"))
        nobody.setData("")
        self.triggered.connect(self._take)

    def _take(self, action: QAction) -> None:
        found = action.data()
        if isinstance(found, str):
            self._chosen(found or None)


def choose_person(
    plan: Plan,
    side: str | None,
    current: RowId | None,
    chosen: Callable[[RowId | None], object],
    parent: QWidget,
    at: QPoint,
) -> PeopleMenu:
    """Open the menu at a global point."""
    menu = PeopleMenu(plan, side, current, chosen, parent)
    menu.popup(at)
    return menu
