"""Which lists can be imported, and what each of their columns may hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from planner.exchange.lists.names import ACTIVITIES, BUDGET, INPUT, MATERIALS, RISKS, SPEND, STAKEHOLDERS
from planner.exchange.lists.names_more import MORE
from planner.exchange.plainwords import compact
from planner.i18n import mark


@dataclass(frozen=True)
class Kind:
    """A kind of list. ``names`` are the known names of columns, apart by commas, for each thing a column may hold."""

    key: str
    label: str
    table: str
    main: str
    """What no row can do without."""
    names: Mapping[str, str]
    labels: Mapping[str, str]
    """What people call each thing; translated where it is shown."""
    months: bool = False
    """Whether columns may be months or quarters with amounts."""
    needs: frozenset[str] = frozenset()
    """Of these the list must have at least one beside the main thing."""
    surest_first: bool = False
    """Whether of two columns for one thing the one whose name comes first in ``names`` holds it; else the first."""
    known: Mapping[str, str] = field(init=False)
    """What a column of this plain name holds, in the order of the names."""

    def __post_init__(self) -> None:
        known: dict[str, str] = {}
        for named in (self.names, MORE[self.key]):
            for role, names in named.items():
                for name in names.split(","):
                    known.setdefault(compact(name), role)
        object.__setattr__(self, "known", known)

    def holds(self, role: str) -> bool:
        """Whether a column of such a list may hold this."""
        return role.partition(":")[0] in {*self.labels, "month", "quarter", "raci", "spend"}


_PERSON = mark("Name")
KINDS = {
    kind.key: kind
    for kind in (
        Kind("stakeholders", mark("Stakeholders"), "stakeholder", "name", STAKEHOLDERS, {
            "name": _PERSON, "first_name": mark("First name"), "last_name": mark("Last name"), "role": mark("Role"),
            "function": mark("Side"), "email": mark("E-mail"), "power": mark("Power"), "interest": mark("Interest"),
            "current": mark("Stance now"), "desired": mark("Stance wanted"), "engaged_on": mark("Last consulted"),
            "relationship_owner": mark("Who keeps in touch"), "engagement_action": mark("Next step"),
            "engagement_action_date": mark("Next step on"), "expects": mark("Expects"),
            "concern": mark("Is worried about"),
        }, needs=frozenset(("role", "function", "power", "interest", "current", "email", "concern", "expects"))),
        Kind("budget", mark("Budget"), "budget_line", "description", BUDGET, {
            "description": mark("Line"), "category": mark("Category"), "activity": mark("Activity"),
            "owner": mark("Lead"), "amount": mark("Amount"), "actual": mark("Actual"),
            "committed": mark("Committed"), "basis": mark("Basis"), "priority": mark("Priority"),
            "month": mark("Month"), "note": mark("Note"),
        }, months=True, needs=frozenset(("amount", "actual", "month:"))),
        Kind("activities", mark("Activities"), "activity", "title", ACTIVITIES, {
            "title": mark("Activity"), "kind": mark("Kind"), "start": mark("Starts"), "end": mark("Ends"),
            "on": mark("On"), "owner": mark("Owner"), "status": mark("State"), "channel": mark("Channel"),
            "success_metric": mark("We will know by"), "sales_role": mark("What sales does in it"),
            "leads_likely": mark("Leads, likely"), "cost": mark("Amount"), "segments": mark("For"),
            "raci": mark("Who is accountable"),
        }, needs=frozenset(("start", "end", "on", "owner", "status", "channel", "leads_likely", "cost", "raci"))),
        Kind("sales-input", mark("Sales input"), "sales_input", "text", INPUT, {
            "text": mark("In their words"), "given_by": mark("Said by"), "date": mark("Said on"),
            "category": mark("Kind"), "evidence": mark("Evidence"), "status": mark("Answer"),
            "response": mark("What the plan does with it"), "responder": mark("Answered by"),
            "decline_reason": mark("Because"), "email": mark("E-mail"), "function": mark("Side"),
        }, needs=frozenset(("given_by", "date", "category", "status", "evidence"))),
        Kind("risks", mark("Risks"), "risk", "statement", RISKS, {
            "statement": mark("What"), "type": mark("Kind"), "probability": mark("Likely"), "impact": mark("Heavy"),
            "owner": mark("Owner"), "mitigation": mark("What we do about it"), "trigger": mark("We will notice by"),
            "due": mark("Look again on"), "status": mark("State"),
        }, needs=frozenset(("probability", "impact", "mitigation", "owner", "type"))),
        Kind("materials", mark("Materials"), "material", "name", MATERIALS, {
            "name": mark("Material"), "type": mark("Type"), "last_updated": mark("Last updated"),
            "annual_cost": mark("Cost a year"), "usage_share": mark("Used by"), "sales_rating": mark("Sales rates it"),
            "decision": mark("Decision"), "owner": mark("Owner"), "reason": mark("Because"),
        }, needs=frozenset(("type", "last_updated", "annual_cost", "usage_share", "sales_rating", "decision"))),
        Kind("spend", mark("Spend from ad platforms"), "amount", "line", SPEND, {
            "line": mark("Campaign or channel"), "on": mark("Day, week or month"), "spend": mark("Spent"),
        }, needs=frozenset(("spend",)), surest_first=True),
    )
}  # fmt: skip
"""By their names on the command line."""
