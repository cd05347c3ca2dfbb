"""Where the rules draw their lines: every threshold is declared once, with its usual value, its name and its help.

A team may draw a line elsewhere; that is a row of the plan (``Threshold``), changed by an edit like everything else.
Two lines are fields of the plan that people fill in anyway, and are read from there.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from planner.calc.risks import HEAVY
from planner.i18n import mark
from planner.model.plan import Plan

COUNT, SHARE, NUMBER, MONTHS, DAYS, MONEY = "count", "share", "number", "months", "days", "money"

T = TypeVar("T", int, float)


class Limit:
    """One declared threshold; on a ``Limits`` it reads as its value there."""

    def __init__(self, usual: float, label: str, help: str, kind: str, rules: str, field: str) -> None:
        self.name = ""
        self.usual = usual
        self.label = label
        self.help = help
        self.kind = kind
        """``count``, ``share``, ``number``, ``months``, ``days`` or ``money`` (minor units)."""
        self.rules = tuple(rules.split())
        """Ids of the rules that read it."""
        self.field = field
        """``facts.NAME`` or ``funnel.NAME`` where the plan has a field of its own for it."""

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, limits: Limits | None, owner: type | None = None) -> Any:
        return self if limits is None else limits.changed.get(self.name, self.usual)

    def fits(self, value: float | None) -> bool:
        """Whether the line can be drawn there: nothing below 0, whole numbers where something is counted."""
        if value is None or value < 0 or (self.kind == SHARE and value > 1):
            return False
        return self.kind in (SHARE, NUMBER) or value == int(value)


def limit(usual: T, label: str, help: str, rules: str, kind: str = COUNT, field: str = "") -> T:
    """Declare one threshold; reads as a number."""
    return cast(T, Limit(usual, label, help, kind, rules, field))


class Limits:
    """The thresholds of the rules (method.md C), some of them changed."""

    most_goals = limit(
        5, mark("Goals, at most"), mark("More than a team can keep in mind."), "GOL-07"
    )
    power_high = limit(
        4.0, mark("Power that counts as high"), mark("From 1 to 5."), "STK-01 STK-03 STK-05", NUMBER
    )
    interest_high = limit(4.0, mark("Interest that counts as high"), mark("From 1 to 5."), "STK-03", NUMBER)
    response_days = limit(
        14,
        mark("Days to answer an input"),
        mark("After so many days without an answer people stop speaking."),
        "SIN-01",
        DAYS,
        "facts.response_sla_days",
    )
    givers_share = limit(
        0.6,
        mark("Sales people who spoke, at least"),
        mark("Of all people in sales, how many have given an input."),
        "SIN-04",
        SHARE,
    )
    top_voted_share = limit(
        0.2, mark("Inputs that count as most wanted"), mark("By the dots of sales."), "SIN-05 CON-05", SHARE
    )
    declined_share = limit(0.6, mark("Inputs declined, at most"), mark("Of all inputs."), "SIN-08", SHARE)
    fewest_inputs = limit(
        5, mark("Inputs, at least"), mark("Fewer usually mean that nobody asked."), "SIN-11"
    )
    fewest_raters = limit(
        3, mark("Ratings of a material, at least"), mark("Fewer are an opinion."), "MAT-01 MAT-03"
    )
    least_rating = limit(
        3.0,
        mark("Rating of a material, at least"),
        mark("From 1 to 5; what is below is not paid for again unchanged."),
        "MAT-01",
        NUMBER,
    )
    usage_share = limit(
        0.3, mark("Reps who use a material, at least"), mark("Else it is asked why not."), "MAT-02", SHARE
    )
    months_without_update = limit(
        24, mark("Months without an update, at most"), mark("For material that is kept."), "MAT-04", MONTHS
    )
    fewest_questions = limit(
        10, mark("Questions of the agency, at least"), mark("An agency is paid for asking."), "BRF-03"
    )
    brief_tolerance = limit(
        0.02,
        mark("Brief and its lines, at most apart"),
        mark("As a share of the budget in the brief."),
        "BRF-06",
        SHARE,
    )
    most_activities = limit(
        6, mark("Activities of one owner in a month, at most"), mark("More is more than one can do."), "ACT-08"
    )
    answering_share = limit(
        0.5, mark("Activities that answer an input, at least"), mark("Of all activities."), "ACT-09", SHARE
    )
    phasing_tolerance = limit(
        1,
        mark("Months and amount of a line, at most apart"),
        mark("In the smallest unit of the currency."),
        "BUD-03",
        MONEY,
    )
    months_before_start = limit(
        3, mark("Months paid before an activity starts, at most"), mark("Deposits are paid early."), "BUD-05", MONTHS
    )
    months_after_end = limit(
        1, mark("Months paid after an activity ends, at most"), mark("Invoices come late."), "BUD-05", MONTHS
    )
    contingency_share = limit(
        0.05, mark("Contingency, at least"), mark("Of the budget, kept for surprises."), "BUD-06", SHARE
    )
    measurement_share = limit(
        0.02, mark("Money for measuring, at least"), mark("Of the budget."), "BUD-07", SHARE
    )
    guess_share = limit(
        0.05, mark("A guessed line, at most"), mark("Of the envelope; above it a quote is asked for."), "BUD-08", SHARE
    )
    concentration_share = limit(
        0.4, mark("One activity, at most"), mark("Of the budget."), "BUD-10", SHARE
    )
    overspend_share = limit(
        0.1, mark("A line above its plan, at most"), mark("As a share of what was planned."), "BUD-12", SHARE
    )
    fewest_cases = limit(
        30, mark("Cases behind a rate, at least"), mark("For rates from your own data."), "FUN-01"
    )
    landing_share = limit(
        0.25,
        mark("Effect before the goal is due, at least"),
        mark("The share of an activity's leads whose orders come in by then."),
        "FUN-03",
        SHARE,
    )
    seller_capacity = limit(
        15.0,
        mark("Leads a seller can take on in a month"),
        mark("Accepted leads, beside everything else a seller does."),
        "FUN-05 CON-03",
        NUMBER,
        "funnel.capacity",
    )
    least_chance = limit(
        0.5, mark("Chance of a committed goal, at least"), mark("Below it the goal is an ambition."), "FUN-07", SHARE
    )
    fewest_deals = limit(10, mark("Deals behind the deal size, at least"), mark("Won deals counted."), "FUN-11")
    heavy_risk = limit(
        HEAVY,
        mark("A risk that needs an owner and an answer"),
        mark("From this product of likely and heavy on, each from 1 to 5."),
        "RSK-02",
    )
    kept_share = limit(
        0.8, mark("A promise that counts as kept, at least"), mark("Of what was promised."), "COM-04 CON-04", SHARE
    )
    missed_periods = limit(
        2, mark("Periods missed before it is talked about"), mark("For one promise."), "COM-04"
    )
    divergence = limit(
        0.5,
        mark("Priorities of both sides, at most apart"),
        mark("0% is the same list, 100% has nothing in common."),
        "VOT-01",
        SHARE,
    )
    ahead_of_effect = limit(
        0.2,
        mark("Spending ahead of effect, at most"),
        mark("Share spent less share of leads whose orders still come within the plan."),
        "REV-01",
        SHARE,
    )
    early_share = limit(
        0.25,
        mark("Leads before their material, at most"),
        mark("Of an activity's leads, how many may come before what sales asked for is ready."),
        "CON-02",
        SHARE,
    )

    def __init__(self, changed: Mapping[str, float] | None = None) -> None:
        self.changed = dict(changed or {})
        """What is drawn elsewhere than usual, by name."""

    @classmethod
    def declared(cls) -> dict[str, Limit]:
        """All thresholds by name, in their order."""
        return {name: value for name, value in vars(cls).items() if isinstance(value, Limit)}


DEFAULT = Limits()


def limits_of(plan: Plan) -> Limits:
    """The thresholds of a plan: the usual ones, and those that the team has drawn elsewhere. What does not fit is
    left as usual."""
    facts, funnel = plan.facts, plan.funnel
    told: dict[str, float | None] = {row.code: row.value for row in plan.thresholds if row.code is not None}
    told |= {"response_days": facts.response_sla_days, "seller_capacity": funnel.capacity}
    declared = Limits.declared()
    changed = {}
    for name, value in told.items():
        line = declared.get(name)
        if line is not None and value is not None and line.fits(value):
            changed[name] = value if line.kind in (SHARE, NUMBER) else int(value)
    return Limits(changed) if changed else DEFAULT
