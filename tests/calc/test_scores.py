import pytest

from planner.calc.scores import goal_score, goal_scores, plan_score
from planner.model.plan import Actual, Plan, Rows
from tests.calc.changes import id_of, with_row


def test_the_share_of_the_way() -> None:
    assert goal_score(0.34, 0.75, 0.34) == 0
    assert goal_score(0.34, 0.75, 0.545) == pytest.approx(0.5)
    assert goal_score(0.34, 0.75, 0.9) == 1
    assert goal_score(0.34, 0.75, 0.1) == 0
    assert goal_score(10, 4, 7) == pytest.approx(0.5)
    assert goal_score(5, 5, 5) is None
    assert goal_score(None, 5, 5) is None


@pytest.mark.parametrize(("actual", "level"), [(0.75, "green"), (0.63, "green"), (0.54, "yellow"), (0.35, "red")])
def test_levels(example: Plan, actual: float, level: str) -> None:
    goal = id_of(example, "G3")
    rows = [
        Actual(id="1", measure="kpi", month="2027-01", goal=goal, value=0.3),
        Actual(id="2", measure="kpi", month="2027-06", goal=goal, value=actual),
    ]
    found = {row.goal: row for row in goal_scores(example.with_tables({"actual": Rows(rows)}))}[goal]
    assert (found.actual, found.level) == (actual, level)
    assert found.is_reached is (actual == 0.75)


def test_order_intake_adds_up_over_the_months(example: Plan) -> None:
    rows = [
        Actual(id=str(n), measure="order_intake", month=f"2027-{n:02d}", value=200_000.0) for n in range(1, 9)
    ]
    found = goal_scores(example.with_tables({"actual": Rows(rows)}))
    assert found[0].actual == 1_600_000
    assert found[0].score == pytest.approx((1_600_000 - 1_296_000) / (1_920_000 - 1_296_000))
    assert plan_score(found) == found[0].score


def test_what_is_aspired_to_is_due_at_less(example: Plan) -> None:
    goal = id_of(example, "G4")
    plan = with_row(example, "goal", "G4", commitment="aspirational").with_tables(
        {"actual": Rows([Actual(id="1", measure="kpi", month="2027-06", goal=goal, value=0.75)])}
    )
    found = {row.goal: row for row in goal_scores(plan)}[goal]
    assert found.score == pytest.approx((0.75 - 0.46) / (0.9 - 0.46))
    assert found.is_reached is True
    assert plan_score(goal_scores(example)) is None
