"""What a blank plan asks first: whose plan it is, what it is called, when it starts and in which currency."""

from typing import TYPE_CHECKING

from planner.i18n import _
from planner.model.edits import SetFields
from planner.model.plan import SINGLETONS
from planner.ui.forms.form import Form
from planner.ui.parts.button import Button
from planner.ui.parts.dialog import Dialog
from planner.ui.workspace import Workspace

if TYPE_CHECKING:
    from planner.ui.window import Window

_ASKED = ("company", "title", "fiscal_year_start", "currency")


class FirstFacts(Dialog):
    """Four fields of the plan, filled in as well as can be guessed; kept as one edit."""

    def __init__(self, workspace: Workspace) -> None:
        lines = _("All of it can be changed later, under Plan and company in Context.")
        super().__init__(_("What is this plan for?"), 480, lines=lines)
        self._workspace = workspace
        facts = workspace.plan.facts
        self.form = Form(workspace, "facts", (("", _ASKED),))
        self.form.start_draft(workspace.plan, {name: getattr(facts, name) for name in _ASKED})
        self.body.addWidget(self.form)
        self.add_button(Button(_("Later")), None)
        keep = self.add_button(Button(_("Begin"), "primary"), finishes=False)
        keep.clicked.connect(self.keep)

    def keep(self) -> None:
        """Write what was typed."""
        if not self.form.complete_draft():
            return
        facts = self._workspace.plan.facts
        said = {name: value for name, value in (self.form.draft or {}).items() if value != getattr(facts, name)}
        if said:
            self._workspace.apply(SetFields("facts", SINGLETONS["facts"], said))
        self.finish(True)


def ask_first_facts(window: "Window") -> FirstFacts:
    """Ask over the window of a new plan."""
    dialog = FirstFacts(window.workspace)
    dialog.open_over(window, dialog.form.editor("company"))
    return dialog
