"""Plans of any size, always the same for the same size."""

from __future__ import annotations

from planner.model.ids import cell_id
from planner.model.plan import SINGLETONS, Activity, Amount, BudgetLine, Facts, Goal, Person, Plan, Rows, SalesInput


def big_plan(rows: int) -> Plan:
    """A plan of about this many rows: mostly budget cells, as real plans are."""
    lines = max(1, rows // 14)
    people = [
        Person(id=f"p{n}", code=f"P-{n}", position=n, name=f"Person {n}", function=("marketing", "sales")[n % 2])
        for n in range(1, 25)
    ]
    goals = [
        Goal(id=f"g{n}", code=f"G{n}", position=n, title=f"Goal {n}", kind="revenue", unit="EUR", baseline=1e6,
             target=1.5e6, due="2027-12-31", owner_marketing="p2", owner_sales="p1")
        for n in range(1, 6)
    ]  # fmt: skip
    activities = [
        Activity(id=f"a{n}", code=f"A-{n:02d}", position=n, title=f"Activity {n}", kind="demand", start="2027-01",
                 end="2027-12", owner=f"p{n % 24 + 1}", goals=(f"g{n % 5 + 1}",))
        for n in range(1, lines // 4 + 2)
    ]  # fmt: skip
    budget = [
        BudgetLine(id=f"b{n}", code=f"B-{n:02d}", position=n, description=f"Line {n}", activity=f"a{n // 4 + 1}",
                   owner=f"p{n % 24 + 1}", priority=n % 4 + 1, amount=1_200_000)
        for n in range(1, lines + 1)
    ]  # fmt: skip
    amounts = [
        Amount(id=cell_id("amount", line.id, month), line=line.id, month=month, planned=100_000)
        for line in budget
        for month in (f"2027-{number:02d}" for number in range(1, 13))
    ]
    inputs = [
        SalesInput(id=f"s{n}", code=f"SI-{n:02d}", position=n, text=f"Something a customer said, {n}",
                   given_by=f"p{n % 24 + 1}", date="2026-10-05", status="new")
        for n in range(1, lines // 2 + 1)
    ]  # fmt: skip
    facts = Facts(id=SINGLETONS["facts"], title="Big plan", company="Big", currency="EUR", horizon_months=12,
                  fiscal_year_start="2027-01", envelope=lines * 1_200_000, as_of="2026-11-16")  # fmt: skip
    tables = {
        "facts": [facts],
        "person": people,
        "goal": goals,
        "activity": activities,
        "budget_line": budget,
        "amount": amounts,
        "sales_input": inputs,
    }
    return Plan({name: Rows(rows) for name, rows in tables.items()})
