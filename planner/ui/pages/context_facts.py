"""The facts of the plan and the company, on a sheet over the page; everybody of the plan, and what files carried."""

from PySide6.QtWidgets import QWidget

from planner.i18n import _, mark
from planner.model.changes import Change
from planner.model.fields import RowId
from planner.ui.detailsheet import DetailSheet, NewRowDialog
from planner.ui.pages.sheets import ListSheet
from planner.ui.parts.button import Button
from planner.ui.parts.dialog import Dialog
from planner.ui.workspace import Workspace

FACT_GROUPS = (
    (mark("The company"), ("company", "industry", "employees")),
    (mark("The plan"), ("title", "fiscal_year_start", "horizon_months", "currency", "locale")),
    (mark("The envelope"), ("envelope", "margin_rate", "budget_scope", "second_currency", "second_currency_rate")),
    (mark("Days that count"), ("kickoff_date", "budget_lock_date", "as_of", "response_sla_days", "lint_gate")),
    (mark("Revenue"), ("revenue_before_last", "revenue_last", "revenue_target")),
    (mark("The bridge"), ("bridge_base", "bridge_existing", "bridge_marketing", "bridge_target")),
    (mark("Who sells and who markets"), ("sales_heads", "sales_field", "sales_inside", "sales_distributors",
                                         "marketing_fte", "marketing_salaries")),
    (mark("What both halves agreed"), ("good_lead", "good_lead_agreed_by", "exclusion")),
    (mark("This version"), ("plan_code", "version", "status")),
)  # fmt: skip
_PERSON = ("name", "role", "function", "level", "present")


def facts_sheet(workspace: Workspace, host: QWidget) -> DetailSheet:
    """The sheet on which the plan's and the company's facts are changed."""
    groups = tuple((_(title), names) for title, names in FACT_GROUPS)
    return DetailSheet(workspace, "facts", host, groups, title=_("Plan and company"))


def add_person(workspace: Workspace) -> NewRowDialog:
    """The dialog that asks who else is in the plan."""
    return NewRowDialog(_("Who joins the plan?"), workspace, "person", _PERSON, _("Add person"),
                        values={"present": True})  # fmt: skip


class RowsDialog(Dialog):
    """All rows of one table as a list with details; `show_row` takes one in hand."""

    def __init__(self, workspace: Workspace, table: str, title: str, add: str) -> None:
        super().__init__(title, 900)
        self._workspace = workspace
        self.sheet = ListSheet(workspace, table)
        self.sheet.setMinimumHeight(460)
        self.body.addWidget(self.sheet, 1)
        more = Button(add, icon="plus")
        more.clicked.connect(self.sheet.add_new)
        self.foot.insertWidget(0, more)
        self.add_button(Button(_("Close"), "primary"), None)
        workspace.changed.connect(self._follow)
        self._follow(None)

    def _follow(self, change: Change | None) -> None:
        self.sheet.show_plan(self._workspace.plan, change)

    def show_row(self, id: RowId, field: str | None) -> None:
        """Point at a row."""
        self.sheet.show_row(id, field)


def everybody(workspace: Workspace) -> RowsDialog:
    """The list of all people of the plan."""
    return RowsDialog(workspace, "person", _("Everybody in this plan"), _("Add a person"))


def kept_from_files(workspace: Workspace) -> RowsDialog:
    """What a plan file carried that this program has no field for."""
    return RowsDialog(workspace, "extra", _("Kept from files"), _("Add an entry"))
