"""The facts of the plan and the company on a sheet over the page, everybody of the plan, what files carried."""

from PySide6.QtWidgets import QWidget

from planner.i18n import _, mark
from planner.ui.forms.sheet import DetailSheet, NewRowDialog
from planner.ui.pages.tables_dialog import TablesDialog
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


def everybody(workspace: Workspace) -> TablesDialog:
    """The list of all people of the plan."""
    return TablesDialog(workspace, _("Everybody in this plan"), ("person",))


def kept_from_files(workspace: Workspace) -> TablesDialog:
    """What a plan file carried that this program has no field for."""
    return TablesDialog(workspace, _("Kept from files"), ("extra",))
