"""Asks who is typing, kindly and once, so that nothing in a new plan belongs to "Somebody"."""

from typing import TYPE_CHECKING

from planner.i18n import _
from planner.model.changes import Author
from planner.model.edits import AddRow, SetFields
from planner.model.fields import FUNCTIONS, RowId
from planner.model.ids import new_id
from planner.model.plan import Person
from planner.ui.parts.button import Button
from planner.ui.parts.combo import Combo
from planner.ui.parts.dialog import Dialog
from planner.ui.parts.edits import LineEdit
from planner.ui.parts.field import Field
from planner.ui.settings import Settings
from planner.ui.voices import is_role, side_name, voice_of_side
from planner.ui.workspace import Workspace

if TYPE_CHECKING:
    from planner.ui.window import Window


class WhoTypes(Dialog):
    """A name, and which part that person has in the plan. The first edit is theirs: their own name.

    With a `part` that has no name yet it asks for the name of whoever plays it; Later hands it the keyboard as it is.
    """

    def __init__(self, workspace: Workspace, settings: Settings, part: Person | None = None) -> None:
        lines = _("Every change carries the name of whoever made it. You can hand the keyboard over at any time.")
        super().__init__(_("Who is typing?"), 440, lines=lines)
        self._workspace, self._settings = workspace, settings
        self.name = LineEdit("" if part else settings.default_author, _("First and last name"))
        self._field = Field(_("Your name"), self.name)
        roles = [person for person in workspace.plan.people if is_role(person)]
        items: list[tuple[object, str]] = [(person.id, person.role or "") for person in roles]
        voices = [voice_of_side(person.function) for person in roles]
        if not roles:
            items = [(side, side_name(side)) for side in FUNCTIONS]
            voices = [voice_of_side(side) for side in FUNCTIONS]
        self._roles = {person.id: person for person in roles}
        self.part = Combo()
        self.part.set_items(items, voices)
        self.part.set_key(part.id if part else items[0][0])
        self.body.addWidget(self._field)
        self.body.addWidget(Field(_("Your part in this plan") if roles else _("Your side"), self.part))
        self.add_button(Button(_("Later")), None)
        begin = self.add_button(Button(_("Begin"), "primary"), finishes=False)
        begin.clicked.connect(self.begin)
        self._unnamed = part
        self.finished.connect(self._as_it_is)

    def _as_it_is(self, name: object) -> None:
        if not name and self._unnamed is not None:
            self._workspace.set_author(Author(self._unnamed.name or "", self._unnamed.id))

    def begin(self) -> None:
        """Take the keyboard in this name, and write it into the plan."""
        name = " ".join(self.name.text().split())
        if not name:
            self._field.set_error(_("Write your name, or choose Later."))
            return
        known = next((person for person in self._workspace.plan.people if person.name == name), None)
        if known is not None:
            self._workspace.set_author(Author(name, known.id))
        else:
            self._write(name)
        self.finish(name)

    def _write(self, name: str) -> None:
        part = str(self.part.key or "")
        role = self._roles.get(part)
        id: RowId = role.id if role is not None else new_id()
        self._workspace.set_author(Author(name, id))
        if role is not None:
            self._workspace.apply(SetFields("person", id, {"name": name, "present": True}))
        else:
            self._workspace.apply(AddRow("person", {"name": name, "function": part or None, "present": True}, id=id))


def ask_who_types(window: "Window", part: Person | None = None) -> WhoTypes:
    """Ask over a window; for a `part` that waits for a name, who plays it."""
    dialog = WhoTypes(window.workspace, window.settings, part)
    dialog.open_over(window, dialog.name)
    return dialog
