"""The menu of who is at the keyboard: the people of the plan, side by side of the table."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from planner.i18n import _
from planner.model.changes import Author
from planner.model.fields import FUNCTIONS
from planner.ui.parts.menu import Menu
from planner.ui.voices import side_name
from planner.ui.workspace import Workspace


class AuthorMenu(Menu):
    """Choosing a person hands the keyboard over; a first letter finds a name."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        people = workspace.plan.people
        for side in (*FUNCTIONS, None):
            members = [person for person in people if person.function == side and person.name]
            if not members:
                continue
            if self.actions():
                self.addSeparator()
            heading = self.add(side_name(side) or _("Others"))
            heading.setEnabled(False)
            for person in members:
                action = self.add((person.name or "").replace("&", "&&"))
                action.setCheckable(True)
                action.setChecked(person.id == workspace.author.id)
                action.setData(Author(person.name or "", person.id))
        if not len(people):
            self.add(_("Add people in Stakeholders first")).setEnabled(False)
        self.triggered.connect(self._chosen)

    def _chosen(self, action: QAction) -> None:
        author = action.data()
        if isinstance(author, Author):
            self._workspace.set_author(author)


def author_menu(workspace: Workspace, parent: QWidget) -> AuthorMenu:
    """The menu for a plan, ready to be shown."""
    return AuthorMenu(workspace, parent)
