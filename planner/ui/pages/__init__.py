"""The thirteen chapters: their names, their order, and where their pages are, which are imported when first shown."""

from importlib import import_module
from typing import TYPE_CHECKING

from planner.i18n import mark as _
from planner.model.value import Value

if TYPE_CHECKING:
    from planner.ui.page import Page


class Chapter(Value):
    """A chapter of the plan; texts are translated where they are shown."""

    key: str
    number: int
    title: str
    group: str
    purpose: str
    tables: tuple[str, ...]
    """The tables whose rows are found on its page; the first holds its main rows."""
    cls: str


_SET_OUT, _LISTEN, _PLAN, _AGREE = _("Set out"), _("Listen"), _("Plan"), _("Agree")

CHAPTERS = (
    Chapter("context", 1, _("Context"), _SET_OUT, _("Where we stand, what has to change, and who is in the room."),
            ("facts", "note", "bridge_step", "person", "extra"), "ContextPage"),
    Chapter("goals", 2, _("Goals"), _SET_OUT,
            _("One end goal. Every goal under it has a marketing half and a sales half."),
            ("goal",), "GoalsPage"),
    Chapter("customers", 3, _("Customers"), _SET_OUT, _("Who buys, what starts it, and whom we do not chase."),
            ("segment",), "CustomersPage"),
    Chapter("stakeholders", 4, _("Stakeholders"), _SET_OUT,
            _("Who can move this plan, and when they were last asked."),
            ("stakeholder", "engagement"), "StakeholdersPage"),
    Chapter("sales_input", 5, _("Sales input"), _LISTEN,
            _("What sales hears from customers, in their words. Every input gets an answer."),
            ("sales_input", "vote_round", "dot"), "SalesInputPage"),
    Chapter("materials", 6, _("Materials"), _LISTEN,
            _("What exists, what it costs, who uses it, and what comes next."),
            ("material", "rating"), "MaterialsPage"),
    Chapter("brief", 7, _("Brief & questions"), _LISTEN,
            _("What the agency has to know, and what it must ask before it has an idea."),
            ("question", "brief", "approval", "brief_score", "brief_section"), "BriefPage"),
    Chapter("activities", 8, _("Activities"), _PLAN, _("What is done, by whom, when, and which input it answers."),
            ("activity", "run", "lead_month"), "ActivitiesPage"),
    Chapter("budget", 9, _("Budget"), _PLAN, _("Every line by month, inside one envelope."),
            ("budget_line", "amount"), "BudgetPage"),
    Chapter("forecast", 10, _("Forecast"), _PLAN, _("From leads to orders, with the rates you can defend."),
            ("funnel", "stage", "rate", "prior_month", "scenario", "lead_type", "threshold"), "ForecastPage"),
    Chapter("risks", 11, _("Risks"), _PLAN, _("What can go wrong, what we take for granted, and what we decided."),
            ("risk", "premortem", "cause", "decision"), "RisksPage"),
    Chapter("agreement", 12, _("Agreement"), _AGREE,
            _("What marketing and sales promise each other, signed by both halves."),
            ("commitment", "signoff", "waiver", "pulse"), "AgreementPage"),
    Chapter("review", 13, _("Review"), _AGREE, _("What happened by month, against the plan that was signed."),
            ("actual", "promise_check", "session", "coach_answer", "named_version",
             "settled"), "ReviewPage"),
)  # fmt: skip

BY_KEY = {chapter.key: chapter for chapter in CHAPTERS}
HOME_OF = {table: chapter.key for chapter in CHAPTERS for table in chapter.tables}
"""The chapter on whose page the rows of a table are found."""
_FACTS_ELSEWHERE = dict.fromkeys(("good_lead", "good_lead_agreed_by", "exclusion"), "customers")
"""Facts of the plan that are edited on the page of another chapter."""


def home_of(table: str, field: str | None = None) -> str | None:
    """The chapter on whose page a field of a table is edited."""
    elsewhere = _FACTS_ELSEWHERE.get(field or "") if table == "facts" else None
    return elsewhere or HOME_OF.get(table)


OTHERS = {
    "history": ("planner.ui.history.page", "HistoryPage"),
    "merge": ("planner.ui.meeting.page", "MergePage"),
    "import": ("planner.ui.importing.page", "ImportPage"),
}
"""Pages without a chapter number."""


def page_class(key: str) -> "type[Page]":
    """The class of a chapter's page, imported now."""
    if key in OTHERS:
        module, cls = OTHERS[key]
    else:
        module, cls = f"planner.ui.pages.{key}.page", BY_KEY[key].cls
    found: type[Page] = getattr(import_module(module), cls)
    return found
