"""A plan of activities small enough to count by hand, and one of 300."""

from __future__ import annotations

from planner.model.ids import cell_id
from planner.model.plan import SINGLETONS, Activity, Facts, Goal, LeadMonth, Person, Plan, SalesInput, Segment

from .conftest import plan_of


def leads(activity: str, month: str, likely: float) -> LeadMonth:
    """Likely leads of an activity in a month."""
    return LeadMonth(
        id=cell_id("lead_month", activity, month), activity=activity, month=month, likely=likely
    )


def facts() -> Facts:
    return Facts(
        id=SINGLETONS["facts"], title="Plan", company="Wrenfield", currency="GBP", locale="en_GB",
        fiscal_year_start="2027-01", horizon_months=12, as_of="2027-02-10",
    )  # fmt: skip


def activities_plan() -> Plan:
    """Five activities under two goals; the film needs the guide first, and starts too early for it."""
    return plan_of(
        facts(),
        Person(id="callum", code="P-1", name="Callum Reid", function="sales", position=1),
        Person(id="tess", code="P-2", name="Tess Bright", function="marketing", position=2),
        Goal(id="lines", code="G1", title="New lines", unit="installations", baseline=26, target=40, position=1),
        Goal(id="service", code="G2", title="More service", position=2),
        Segment(id="dairy", code="S1", name="Dairies", position=1),
        Segment(id="bakery", code="S2", name="Bakeries", position=2),
        SalesInput(id="downtime", code="SI-01", given_by="callum", text="What an hour of downtime costs", position=1),
        SalesInput(id="film", code="SI-02", given_by="tess", text="Film before noon", activities=("films",),
                   position=2),
        Activity(id="fair", code="A-01", title="Packline Birmingham", start="2027-01", end="2027-03", owner="tess",
                 supporter="callum", goals=("lines",), segments=("dairy",), channel="Fairs", status="approved",
                 fixed_day="2027-02-16", fixed_last_day="2027-02-18", fixed_what="Packline", position=1),
        Activity(id="guide", code="A-02", title="Downtime guide", start="2027-02", end="2027-05", owner="tess",
                 sales_role="two reps supply cases", goals=("lines",), sales_inputs=("downtime",),
                 segments=("dairy", "bakery"), leads_low=20, leads_likely=40, leads_high=60, position=2),
        Activity(id="films", code="A-03", title="Dairy films", start="2027-05", end="2027-08", owner="callum",
                 goals=("service",), depends_on=("guide",), status="live", position=3),
        Activity(id="cards", code="A-04", title="Sales cards", goals=("lines", "service"), position=4),
        leads("guide", "2027-02", 10), leads("guide", "2027-03", 10), leads("guide", "2027-04", 20),
    )  # fmt: skip


def many(count: int = 300) -> Plan:
    """A plan of very many activities, each with an input."""
    rows = [
        Activity(id=f"a{n}", code=f"A-{n}", title=f"Activity number {n}", start=f"2027-{n % 10 + 1:02d}",
                 end=f"2027-{n % 10 + 3:02d}", owner="tess", goals=(f"g{n % 4}",), sales_inputs=(f"s{n}",),
                 depends_on=(f"a{n - 7}",) if n % 5 == 0 and n > 7 else (), position=n)
        for n in range(1, count + 1)
    ]  # fmt: skip
    goals = [Goal(id=f"g{n}", code=f"G{n}", title=f"Goal {n}", position=n) for n in range(4)]
    inputs = [SalesInput(id=f"s{n}", text=f"What customer {n} said", given_by="tess", position=n)
              for n in range(1, count + 1)]  # fmt: skip
    return plan_of(facts(), Person(id="tess", name="Tess Bright", function="marketing"), *rows, *goals, *inputs)
