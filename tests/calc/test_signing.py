"""Which signatures count, what was agreed, and what has changed since."""

from dataclasses import replace

from planner.calc import signing
from planner.model.plan import (
    SINGLETONS,
    Activity,
    Amount,
    BudgetLine,
    Facts,
    Goal,
    Plan,
    Risk,
    Row,
    Rows,
    Signoff,
    Stakeholder,
)

FACTS = Facts(id=SINGLETONS["facts"], version=2, status="locked", envelope=100)


def plan_of(*rows: Row) -> Plan:
    tables: dict[str, list[Row]] = {}
    for row in rows:
        tables.setdefault(row.TABLE, []).append(row)
    return Plan({name: Rows(inside) for name, inside in tables.items()})


def test_only_signatures_under_the_version_in_force_count() -> None:
    old = Signoff(id="old", function="sales", version=1, date="2026-10-01", position=1)
    new = Signoff(id="new", function="marketing", version=2, date="2026-11-01", position=2)
    plan = plan_of(FACTS, old, new)
    assert signing.signatures(plan) == {"marketing": new}
    assert signing.baseline(plan) is None
    both = Signoff(id="both", function="sales", version=2, date="2026-11-01", position=3)
    assert signing.baseline(plan_of(FACTS, old, new, both)) == both


def test_what_has_changed_is_counted_by_chapter() -> None:
    goal, line = Goal(id="g", title="Orders", target=1), BudgetLine(id="b", description="Fair", amount=1)
    signed = plan_of(FACTS, goal, line)
    assert signing.changed_since(signed, signed) == {}
    now = plan_of(
        replace(FACTS, envelope=90),
        replace(goal, target=2),
        Goal(id="h", title="More"),
        BudgetLine(id="c"),
        Risk(id="r"),
    )
    assert signing.changed_since(now, signed) == {"goals": 2, "budget": 3}


def test_what_was_spent_since_changes_nothing_that_was_signed() -> None:
    line, cell = BudgetLine(id="b", amount=100), Amount(id="a", line="b", month="2027-01", planned=100)
    signed = plan_of(FACTS, line, cell)
    later = Amount(id="n", line="b", month="2027-02", actual=20)
    assert signing.changed_since(plan_of(FACTS, line, replace(cell, actual=120, note="Paid"), later), signed) == {}
    assert signing.changed_since(plan_of(FACTS, line, replace(cell, planned=90, actual=120)), signed) == {"budget": 1}
    assert signing.changed_since(plan_of(FACTS, line), signed) == {"budget": 1}


def test_an_action_counts_with_an_owner_and_a_day() -> None:
    assert not signing.has_owned_action(plan_of(Activity(id="a", owner="p"), Risk(id="r", owner="p", due="2027-01-01")))
    assert signing.has_owned_action(plan_of(Activity(id="a", owner="p", start="2027-01")))
    assert not signing.has_owned_action(plan_of(Activity(id="a", owner="p", start="2027-01", status="cancelled")))
    step = Stakeholder(id="s", relationship_owner="p", engagement_action_date="2026-12-01")
    assert signing.has_owned_action(plan_of(step))
    assert signing.has_owned_action(plan_of(Risk(id="r", owner="p", due="2027-01-01", mitigation="Ask")))
