from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.calc.allocation import CHANGE, LIFETIME, YEAR, Allocation, Share, allocate, curve_of
from planner.calc.results import Results
from planner.model.plan import Plan
from tests.calc.changes import id_of, with_row

THREE = ("A-06", "A-08", "A-14")


def three(plan: Plan, **asked: object) -> Allocation:
    found = allocate(Results(plan), activities=[id_of(plan, code) for code in THREE], **asked)  # type: ignore[arg-type]
    assert found is not None
    return found


def share(plan: Plan, found: Allocation, code: str) -> Share:
    return next(row for row in found.shares if row.activity == id_of(plan, code))


def test_the_best_for_this_year(example: Plan) -> None:
    found = three(example)
    assert [round(row.best / 100) for row in found.shares] == [84_802, 32_400, 42_598]
    assert found.total == pytest.approx(559.44, abs=0.005)
    assert found.total_today == pytest.approx(241.94 + 178.25 + 113.26, abs=0.02)
    assert found.gain == pytest.approx(0.049, abs=5e-4)
    assert [1e5 * row.marginal_today for row in found.shares] == pytest.approx([1.38, 4.13, 1.71], abs=0.005)
    assert (found.remainder, found.why) == (0, "")


def test_another_objective_another_answer(example: Plan) -> None:
    found = three(example, objective=LIFETIME)
    assert [round(row.best / 100) for row in found.shares] == [77_600, 32_400, 49_800]


def test_elasticities_where_nobody_says_are_labelled(example: Plan) -> None:
    found = three(example)
    assert [(row.curve.elasticity, row.curve.is_judgement) for row in found.shares] == [
        (0.6, True), (0.5, True), (0.5, True),
    ]  # fmt: skip
    said = three(with_row(example, "activity", "A-06", elasticity=0.4))
    assert (said.shares[0].curve.elasticity, said.shares[0].curve.is_judgement) == (0.4, False)


def test_curves_go_through_today_and_through_the_answers(example: Plan) -> None:
    answers = {"leads_at_nothing": 60, "leads_at_half_more": 500, "leads_at_most": 800}
    budget = Results(example).budget
    for kind, more in (("power", 500), ("log", 500), ("exponential", None), ("hill", 500), ("adbudg", 500)):
        plan = with_row(example, "activity", "A-06", curve=kind, **answers)
        found = curve_of(plan, plan.activities[id_of(plan, "A-06")], budget)
        assert found is not None
        assert (found.kind, found.is_judgement) == (kind, False)
        assert found.curve.leads(10_500_000) == pytest.approx(420)
        if more is not None:
            assert found.curve.leads(15_750_000) == pytest.approx(more)
    nonsense = with_row(example, "activity", "A-06", curve="adbudg", leads_at_half_more=300, leads_at_most=800)
    fallen_back = curve_of(nonsense, nonsense.activities[id_of(nonsense, "A-06")], budget)
    assert fallen_back is not None
    assert (fallen_back.kind, fallen_back.is_judgement) == ("power", True)
    free = with_row(example, "activity", "A-06", leads_likely=0)
    assert curve_of(free, free.activities[id_of(free, "A-06")], budget) is None


def test_bounds_of_its_own_go_before_the_usual_ones(example: Plan) -> None:
    plan = with_row(example, "activity", "A-08", most_spend=2_500_000)
    plan = with_row(plan, "activity", "A-06", least_spend=10_000_000)
    found = three(plan)
    assert share(plan, found, "A-08").best == 2_500_000
    assert share(plan, found, "A-06").best >= 10_000_000


def test_what_is_committed_and_what_cannot_be_done_by_halves_stay(example: Plan) -> None:
    found = allocate(Results(with_row(example, "activity", "A-13", all_or_nothing=True)))
    assert found is not None
    assert share(example, found, "A-13").best == 4_500_000
    assert share(example, found, "A-10").least == 4_840_000
    assert share(example, found, "A-09").least == 2_000_000


def test_only_the_extra_or_the_missing_money_moves(example: Plan) -> None:
    more = three(example, budget=17_000_000, moves=CHANGE)
    assert all(row.best >= row.today for row in more.shares)
    assert sum(row.best for row in more.shares) == 17_000_000
    less = three(example, budget=14_000_000, moves=CHANGE)
    assert all(row.best <= row.today for row in less.shares)
    assert sum(row.best for row in less.shares) == 14_000_000
    assert less.total_today is None
    assert less.gain is None


def test_what_remains_is_explained(example: Plan) -> None:
    much = three(example, budget=60_000_000)
    assert much.remainder == 60_000_000 - sum(row.most for row in much.shares)
    assert much.why.startswith("Every activity is at the most")
    little = three(example, budget=1_000_000)
    assert little.remainder < 0
    assert "missing" in little.why


def test_the_band_holds_the_best_and_lies_in_the_bounds(example: Plan) -> None:
    for row in three(example).shares:
        assert row.least <= row.low <= row.best <= row.high <= row.most


def test_nothing_to_split(example: Plan) -> None:
    assert allocate(Results(Plan())) is None
    assert allocate(Results(example), activities=[id_of(example, "A-01")]) is None


@settings(max_examples=40)
@given(
    budget=st.integers(0, 60_000_000),
    more=st.integers(0, 5_000_000),
    objective=st.sampled_from([YEAR, LIFETIME]),
    spread=st.floats(0, 1),
)
def test_shares_and_remainder_are_the_budget_to_the_cent(
    example: Plan, budget: int, more: int, objective: str, spread: float
) -> None:
    results = Results(example)
    found = allocate(results, objective=objective, budget=budget, spread=spread)
    richer = allocate(results, objective=objective, budget=budget + more, spread=spread)
    assert found is not None
    assert richer is not None
    assert sum(row.best for row in found.shares) + found.remainder == budget
    assert bool(found.why) is bool(found.remainder)
    assert richer.total >= found.total * (1 - 1e-9)


@settings(max_examples=30)
@given(st.dictionaries(st.sampled_from(THREE), st.integers(500_000, 20_000_000)))
def test_never_worse_than_today(example: Plan, amounts: dict[str, int]) -> None:
    plan = example
    for code, amount in amounts.items():
        line = next(row for row in plan.budget_lines if row.activity == id_of(plan, code))
        changed = {line.id: replace(line, amount=amount)}
        plan = plan.with_tables({"budget_line": plan.budget_lines.with_changes(changed)})
    found = three(plan)
    assert found.gain is not None
    assert found.gain >= -1e-9
