"""Adding a person to the register, and booking or noting a talk with one."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from planner.i18n import _
from planner.model.edits import PutRows, SetFields
from planner.model.edits.talks import NoteTalk
from planner.model.fields import FUNCTIONS, RowId
from planner.model.ids import new_row
from planner.model.plan import Plan
from planner.ui.parts.button import Button
from planner.ui.parts.combo import Combo
from planner.ui.parts.datefield import DateField
from planner.ui.parts.dialog import Dialog
from planner.ui.parts.edits import LineEdit, TextArea
from planner.ui.parts.field import Field
from planner.ui.voices import name_of_person, side_name, voice_of, voice_of_side
from planner.ui.workspace import Workspace


class PersonDialog(Dialog):
    """Somebody new, or somebody of the plan who is not in the register yet. `added(stakeholder)` is called."""

    def __init__(self, workspace: Workspace, added: Callable[[RowId], object]) -> None:
        super().__init__(_("Add a person"), 440, lines=_("Who can move this plan, or will be moved by it?"))
        self._workspace, self._added = workspace, added
        plan = workspace.plan
        listed = {row.person for row in plan.stakeholders}
        known = [person for person in plan.people if person.id not in listed and person.name]
        self._who = Combo([("", _("Somebody new")), *((one.id, one.name or "") for one in known)])
        self._who.set_key("")
        self._who.chosen.connect(self._who_chosen)
        self._name = LineEdit("", _("First and last name"))
        self._role = LineEdit("", _("What they do"))
        self._side = Combo([(side, side_name(side)) for side in FUNCTIONS], _("Choose a side"))
        self._side.set_items([(s, side_name(s)) for s in FUNCTIONS], [voice_of_side(s) for s in FUNCTIONS])
        self._name_field = Field(_("Name"), self._name)
        self._side_field = Field(_("Side"), self._side)
        self._new = (self._name_field, Field(_("Role"), self._role), self._side_field)
        if known:
            self.body.addWidget(Field(_("Person"), self._who))
        for field in self._new:
            self.body.addWidget(field)
        self.add_button(Button(_("Cancel")))
        add = self.add_button(Button(_("Add person"), "primary"), finishes=False)
        add.clicked.connect(self._add)
        self._name.returnPressed.connect(self._add)
        self.first: QWidget = self._name

    def _who_chosen(self, key: str) -> None:
        for field in self._new:
            field.setVisible(not key)

    def _add(self) -> None:
        plan = self._workspace.plan
        person = plan.people.get(str(self._who.key or ""))
        rows = []
        if person is None:
            name, side = self._name.text().strip(), self._side.key
            self._name_field.set_error("" if name else _("Write a name."))
            self._side_field.set_error("" if side else _("Choose the side this person speaks for."))
            if not name or not side:
                return
            person = new_row(plan, "person", name=name, role=self._role.text().strip() or None, function=side)
            rows.append(person)
        stakeholder = new_row(plan, "stakeholder", person=person.id)
        said = _("Add {name} to the register").format(name=person.name)
        if self._workspace.apply(PutRows((*rows, stakeholder), said)) is not None:
            self.finish(stakeholder.id)
            self._added(stakeholder.id)


class TalkDialog(Dialog):
    """A day in the past notes a talk that was had; a day to come books one."""

    def __init__(self, workspace: Workspace, id: RowId) -> None:
        plan = workspace.plan
        stakeholder = plan.stakeholders[id]
        name = name_of_person(plan, stakeholder.person)
        super().__init__(_("A talk with {name}").format(name=name), 440)
        self._workspace, self._id = workspace, id
        self._day = DateField(int(workspace.as_of[:4]))
        self._day.set_day(stakeholder.engagement_action_date)
        self._with = Combo((), _("Choose a person"))
        self._with.set_items(*_people(plan))
        self._with.set_key(stakeholder.relationship_owner or workspace.author.id)
        self._about = TextArea(stakeholder.engagement_action or "", _("What it is about, or what was heard"))
        self._day_field = Field(_("Day"), self._day, _("A day to come books the talk, a day gone by notes it."))
        self.body.addWidget(self._day_field)
        self.body.addWidget(Field(_("Talks with them"), self._with))
        self.body.addWidget(Field(_("About"), self._about))
        self.add_button(Button(_("Cancel")))
        done = self.add_button(Button(_("Keep it"), "primary"), finishes=False)
        done.clicked.connect(self._keep)

    def _keep(self) -> None:
        day = self._day.day
        if day is None:
            self._day_field.set_error(_("Write the day like 10 Nov 2026."))
            return
        about, who = self._about.toPlainText().strip() or None, self._with.key
        if day > self._workspace.as_of:
            values = {"engagement_action_date": day, "engagement_action": about, "relationship_owner": who}
            self._workspace.apply(SetFields("stakeholder", self._id, values))
        else:
            self._workspace.apply(NoteTalk(self._id, day, by=str(who) if who else None, heard=about))
        self.finish(self._id)


def _people(plan: Plan) -> tuple[list[tuple[object, str]], list[str]]:
    people = [one for one in plan.people if one.name]
    return [(one.id, one.name or "") for one in people], [voice_of(plan, one.id) for one in people]
