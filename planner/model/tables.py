"""Which tables a plan has, and where the class of their rows is.

Row classes are imported when they are first needed: making forty dataclasses takes longer than opening a window.
Those that the first page shows (facts, people, goals) are in modules of their own.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planner.model.rows.base import Row

_MODULES = {
    "context": {"facts": "Facts"},
    "situation": {"note": "Note", "bridge_step": "BridgeStep"},
    "person": {"person": "Person"},
    "extra": {"extra": "Extra"},
    "people": {"stakeholder": "Stakeholder", "engagement": "Engagement"},
    "goals": {"goal": "Goal"},
    "customers": {"segment": "Segment"},
    "listening": {
        "sales_input": "SalesInput",
        "vote_round": "VoteRound",
        "dot": "Dot",
        "material": "Material",
        "rating": "Rating",
    },
    "brief": {
        "brief": "Brief",
        "approval": "Approval",
        "question": "Question",
        "brief_score": "BriefScore",
        "brief_section": "BriefSection",
    },
    "work": {
        "activity": "Activity",
        "run": "Run",
        "lead_month": "LeadMonth",
        "budget_line": "BudgetLine",
        "amount": "Amount",
    },
    "forecast": {
        "funnel": "Funnel",
        "stage": "Stage",
        "rate": "Rate",
        "prior_month": "PriorMonth",
        "scenario": "Scenario",
        "lead_type": "LeadType",
        "threshold": "Threshold",
    },
    "agree": {
        "risk": "Risk",
        "premortem": "Premortem",
        "cause": "Cause",
        "decision": "Decision",
        "commitment": "Commitment",
        "signoff": "Signoff",
        "waiver": "Waiver",
    },
    "review": {
        "actual": "Actual",
        "promise_check": "PromiseCheck",
        "session": "Session",
        "pulse": "Pulse",
        "coach_answer": "CoachAnswer",
        "named_version": "NamedVersion",
    },
    "meeting": {"settled": "Settled"},
}

WHERE = {table: (module, name) for module, classes in _MODULES.items() for table, name in classes.items()}
TABLES = tuple(WHERE)
SINGLETONS = {
    "facts": "00000000-0000-4000-8000-00000000fac7",
    "funnel": "00000000-0000-4000-8000-000000f04401",
}
"""Tables with exactly one row, and the id that row has in every plan."""

CELLS = {
    "lead_month": ("activity", "month"),
    "amount": ("line", "month"),
    "prior_month": ("month",),
}
"""Tables whose rows are cells of a grid: the fields that a cell's id follows from, so that two people who fill
the same cell fill one row."""


@cache
def row_class(table: str) -> type[Row]:
    """The row class of a table. Raises KeyError for a table that no plan has."""
    module, name = WHERE[table]
    found: type[Row] = getattr(import_module(f"planner.model.rows.{module}"), name)
    return found
