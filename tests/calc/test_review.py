from dataclasses import replace

import pytest

from planner.calc.results import Results
from planner.calc.review import review_of, variance
from planner.model.ids import cell_id
from planner.model.plan import Actual, Amount, Plan, Rows
from tests.calc.changes import id_of, with_row

APRIL = ("2027-01", "2027-02", "2027-03", "2027-04")


def with_actuals(plan: Plan, measure: str, *values: float, **more: str) -> Plan:
    """The plan with one measure counted from January on."""
    rows = [
        Actual(id=f"{measure}{at}{more}", measure=measure, month=f"2027-{at:02d}", value=value, **more)
        for at, value in enumerate(values, 1)
    ]
    return plan.with_tables({"actual": plan.actuals.with_changes({row.id: row for row in rows})})


def with_spend(plan: Plan, months: tuple[str, ...], share: float) -> Plan:
    """The plan with so much of what was planned spent on every line in these months."""
    changed = {
        cell.id: replace(cell, actual=round((cell.planned or 0) * share))
        for cell in plan.amounts
        if cell.month in months
    }
    return plan.with_tables({"amount": plan.amounts.with_changes(changed)})


def test_favourable_is_positive() -> None:
    over = variance(100.0, 110.0, spend=True)
    more = variance(100.0, 110.0, spend=False)
    assert over is not None
    assert more is not None
    assert (over.amount, over.share) == (-10, -0.1)
    assert (more.amount, more.share) == (10, 0.1)
    unplanned = variance(0, 50, spend=True)
    assert unplanned is not None
    assert (unplanned.amount, unplanned.share) == (-50, None)
    assert variance(None, 3, spend=True) is None


def test_before_the_first_actual_there_is_only_the_plan(example: Plan) -> None:
    found = Results(example).review
    assert (found.through, found.elapsed, found.spend, found.burn, found.earned) == (None, 0, None, None, None)
    assert found.leads_attainment is None
    assert found.order_intake_expected == pytest.approx(201_691_200, abs=12)


def test_spend_burn_and_what_is_free(example: Plan) -> None:
    found = Results(with_spend(example, APRIL, 0.5)).review
    assert (found.through, found.elapsed) == ("2027-04", 4)
    assert found.spend is not None
    assert (found.spend.plan, found.spend.actual, found.spend.share) == (27_420_000, 13_710_000, 0.5)
    assert found.burn is not None
    assert found.burn.rate == 13_710_000 / 4
    assert found.burn.remaining == 52_000_000 - 13_710_000
    assert found.burn.runway == pytest.approx((52_000_000 - 13_710_000) / (13_710_000 / 4))
    committed = 21_000 + 11_000 + 13_500 + 6_500 + 46_000 + 2_400
    assert found.burn.committed_open == 100 * committed // 2
    assert found.burn.free == found.burn.remaining - found.burn.committed_open


def test_committed_months_are_reserved(example: Plan) -> None:
    line = id_of(example, "B-10")
    cell = Amount(id=cell_id("amount", line, "2027-05"), line=line, month="2027-05", planned=300_000, committed=300_000)
    plan = with_spend(example, APRIL, 1)
    before = Results(plan).review.burn
    spent = sum(row.actual or 0 for row in plan.amounts if row.line == line)
    after = Results(plan.with_tables({"amount": plan.amounts.with_changes({cell.id: cell})})).review.burn
    assert before is not None
    assert after is not None
    assert spent == 1_200_000
    assert after.committed_open == before.committed_open  # what was spent on the line is more than is committed on it


def test_earned_value_follows_progress(example: Plan) -> None:
    plan = with_spend(example, APRIL, 1)
    for activity in example.activities:
        plan = with_row(plan, "activity", activity.code or "", progress=0.5)
    found = Results(plan).review
    assert found.earned is not None
    assert found.earned.bac == 51_540_000
    assert found.earned.pv == found.earned.ac == 27_420_000
    assert found.earned.ev == pytest.approx((51_540_000 - 2_600_000) / 2)  # contingency is earned as it is spent
    assert found.unknown_progress == ()


def test_without_progress_the_state_says_how_far(example: Plan) -> None:
    plan = with_spend(with_row(example, "activity", "A-10", status="done"), APRIL, 1)
    found = Results(with_row(plan, "activity", "A-06", status="live")).review
    assert found.earned is not None
    assert found.earned.ev == 5_760_000 + 10_500_000 / 2
    unknown = Results(with_row(plan, "activity", "A-06", status=None)).review
    assert unknown.earned is None
    assert unknown.unknown_progress == (id_of(example, "A-06"),)


def test_a_green_count_of_leads_can_hide_a_red_year(example: Plan) -> None:
    """As many leads as planned, but a spring fair's worth of them half a year late."""
    planned = [50, 148, 421, 86, 166, 165, 117, 109, 174, 163]
    late = [*planned[:2], planned[2] - 260, *planned[3:9], planned[9] + 260]
    found = Results(with_actuals(example, "leads", *late)).review
    assert found.leads is not None
    assert found.leads_attainment == pytest.approx(1)
    assert found.landed_attainment is not None
    assert found.landed_attainment < 0.84
    assert found.order_intake_expected == pytest.approx(201_691_200 - 260 * 0.9 * 0.025 * 4_800_000, abs=12)


def test_orders_so_far_replace_what_was_expected(example: Plan) -> None:
    planned = Results(example).forecast.order_intake_by_month
    assert planned is not None
    found = Results(with_actuals(example, "order_intake", 100_000, 150_000)).review
    assert found.months[0].orders == 10_000_000
    assert found.order_intake_expected == 25_000_000 + sum(planned[2:])
    counted = Results(with_actuals(example, "won", 2, 3)).review
    assert counted.months[1].orders == 14_400_000


def test_a_months_total_goes_before_the_sum_of_its_activities(example: Plan) -> None:
    plan = with_actuals(example, "leads", 10, 20, activity=id_of(example, "A-06"))
    assert [row.leads for row in Results(plan).review.months[:3]] == [10, 20, None]
    assert [row.leads for row in Results(with_actuals(plan, "leads", 70)).review.months[:3]] == [70, 20, None]


def test_an_empty_plan() -> None:
    results = Results(Plan({"actual": Rows([Actual(id="1", measure="leads", month="2027-01", value=3)])}))
    found = review_of(results.plan, results.forecast, results.budget, results.supply)
    assert (found.months, found.through, found.order_intake_expected) == ((), None, None)
