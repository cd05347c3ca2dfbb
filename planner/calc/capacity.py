"""Whether the people are there: leads and hours by month for sales, hours for marketing and the agency (method.md B4).

Accepted leads are those of activities and inbound, counted in the month in which they arrive. An activity's hours are
spread evenly over its months; one without a start or an end is left out and named.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planner.calc import funnel, months
from planner.calc.runs import stretches_of
from planner.calc.supply import Supply, is_counted, supply_of
from planner.model.plan import Month, Plan, RowId

if TYPE_CHECKING:
    from planner.model.plan import Activity

ACCEPTED = "sal"
"""The stage at which sales takes a lead on."""


class SalesMonth(NamedTuple):
    """What one month asks of sales. None where it cannot be worked out."""

    month: Month
    accepted: float | None
    """Leads that sales accepts."""
    per_seller: float | None
    hours: float | None
    """Attempts x minutes for accepted leads, and the hours of activities."""


class TeamMonth(NamedTuple):
    """What one month asks of a team."""

    month: Month
    hours: float


class Capacity(NamedTuple):
    """Needed and there, by month."""

    sales: tuple[SalesMonth, ...]
    sellers: int | None
    most_per_seller: float | None
    """Leads a seller can take on in a month."""
    sales_hours: float | None
    """Hours that all sellers together keep free in a month."""
    marketing: tuple[TeamMonth, ...]
    marketing_hours: float | None
    agency: tuple[TeamMonth, ...]
    agency_hours: float | None
    unplaced: tuple[RowId, ...]
    """Activities with hours but without months."""

    @property
    def too_many_leads(self) -> tuple[Month, ...]:
        """Months in which a seller would get more leads than one can take on."""
        most = self.most_per_seller
        if most is None:
            return ()
        return tuple(row.month for row in self.sales if row.per_seller is not None and row.per_seller > most + 1e-9)

    @property
    def too_many_hours(self) -> dict[str, tuple[Month, ...]]:
        """By side, the months that ask for more hours than there are."""
        sides = {
            "sales": (((row.month, row.hours) for row in self.sales), self.sales_hours),
            "marketing": (((row.month, row.hours) for row in self.marketing), self.marketing_hours),
            "agency": (((row.month, row.hours) for row in self.agency), self.agency_hours),
        }
        over = {}
        for side, (rows, most) in sides.items():
            if most is not None:
                over[side] = tuple(month for month, hours in rows if hours is not None and hours > most + 1e-9)
        return {side: found for side, found in over.items() if found}


def hours_needed(accepted: float, attempts: float, minutes: float) -> float:
    """Hours that so many accepted leads take: attempts x minutes each."""
    return accepted * attempts * minutes / 60


def to_accepted(plan: Plan) -> float | None:
    """The share of leads that sales accepts: up to the stage of that name, else up to the first stage of sales.

    None where there is no such stage or a rate is not known.
    """
    rates = funnel.known_rates(plan)
    names = funnel.stage_names(plan)
    if rates is None:
        return None
    if ACCEPTED in names:
        return funnel.end_to_end(rates[: names.index(ACCEPTED)])
    for name in names:
        stage = plan.stages.by_code(name)
        if stage is not None and stage.owner == "sales":
            return funnel.end_to_end(rates[: names.index(name)])
    return None


def capacity_of(plan: Plan, supply: Supply | None = None) -> Capacity:
    """What the plan asks of people, by month of the plan."""
    supply = supply or supply_of(plan)
    period = months.period(plan)
    given = plan.funnel
    unplaced: list[RowId] = []
    hours = {side: [0.0] * len(period) for side in ("marketing", "sales", "agency")}
    any_hours = False
    for activity in plan.activities:
        asked = {
            "marketing": activity.hours_marketing,
            "sales": activity.hours_sales,
            "agency": activity.hours_agency,
        }
        if not is_counted(activity) or not any(asked.values()):
            continue
        any_hours = True
        places = _places(plan, activity, period)
        if not places:
            unplaced.append(activity.id)
            continue
        for side, whole in asked.items():
            for place in places:
                if whole and 0 <= place < len(period):
                    hours[side][place] += whole / len(places)
    return Capacity(
        sales=tuple(_sales(plan, supply, period, hours["sales"] if any_hours else None)),
        sellers=given.sellers,
        most_per_seller=given.capacity,
        sales_hours=(
            None if given.sellers is None or given.hours_per_seller is None else given.sellers * given.hours_per_seller
        ),
        marketing=tuple(TeamMonth(month, hours["marketing"][at]) for at, month in enumerate(period)),
        marketing_hours=given.hours_marketing,
        agency=tuple(TeamMonth(month, hours["agency"][at]) for at, month in enumerate(period)),
        agency_hours=given.hours_agency,
        unplaced=tuple(unplaced),
    )


def _sales(plan: Plan, supply: Supply, period: tuple[Month, ...], more: list[float] | None) -> list[SalesMonth]:
    given, share = plan.funnel, to_accepted(plan)
    arriving = [source for source in (supply.planned, supply.inbound) if source is not None]
    rows = []
    for at, month in enumerate(period):
        accepted = share * sum(source.get(at, 0.0) for source in arriving) if arriving and share is not None else None
        calling = (
            None
            if accepted is None or given.attempts is None or given.minutes_per_attempt is None
            else hours_needed(accepted, given.attempts, given.minutes_per_attempt)
        )
        known = [part for part in (calling, None if more is None else more[at]) if part is not None]
        per_seller = accepted / given.sellers if accepted is not None and given.sellers else None
        rows.append(SalesMonth(month, accepted, per_seller, sum(known) if known else None))
    return rows


def _places(plan: Plan, activity: Activity, period: tuple[Month, ...]) -> list[int]:
    """The months of an activity counted from the plan's first; empty where they are not known."""
    if not period:
        return []
    start = months.index(period[0])
    return [at - start for first, last in stretches_of(plan, activity) for at in range(first, last + 1)]
