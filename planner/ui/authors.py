"""The menu of who is at the keyboard: the people of the plan, side by side of the table."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from planner.i18n import _
from planner.model.changes import Author
from planner.model.fields import FUNCTIONS
from planner.ui.parts.findmenu import FindMenu
from planner.ui.voices import is_role, side_name
from planner.ui.workspace import Workspace


class AuthorMenu(FindMenu):
    """Choosing a person hands the keyboard over; a first letter finds a name. `otherAsked` for one who is new.

    `partAsked(person)` for a part that still waits for a name: whoever sits down says it now.
    """

    otherAsked = Signal()
    partAsked = Signal(object)

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        people = workspace.plan.people
        for side in (*FUNCTIONS, None):
            members = [person for person in people if person.function == side and person.name]
            if not members:
                continue
            self.heading(side_name(side) or _("Others"))
            for person in members:
                action = self.choice(person.name or "")
                action.setCheckable(True)
                action.setChecked(person.id == workspace.author.id)
                action.setData(Author(person.name or "", person.id))
        self.addSeparator()
        self._other = self.add(_("Somebody else…"), icon="user-plus")
        self.triggered.connect(self._chosen)

    def _chosen(self, action: QAction) -> None:
        author = action.data()
        if action is self._other:
            self.otherAsked.emit()
        elif isinstance(author, Author):
            person = self._workspace.plan.people.get(author.id)
            if person is not None and is_role(person):
                self.partAsked.emit(person)
            else:
                self._workspace.set_author(author)


def author_menu(workspace: Workspace, parent: QWidget) -> AuthorMenu:
    """The menu for a plan, ready to be shown."""
    return AuthorMenu(workspace, parent)
