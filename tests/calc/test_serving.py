"""Under which goal an activity stands where money is told goal by goal."""

from planner.calc.serving import EVERY, NONE, in_order, served, served_name
from planner.model.plan import Activity, Goal, Plan, Rows

PLAN = Plan().with_tables({"goal": Rows([Goal(id="lines", code="G1", title="New lines"), Goal(id="films", code="G2")])})


def test_an_activity_stands_under_the_first_goal_that_it_serves() -> None:
    assert served(PLAN, Activity(id="fair", goals=("films",))) == "films"
    assert served(PLAN, Activity(id="fair", goals=("gone", "lines"))) == "lines"


def test_what_serves_all_of_several_goals_serves_every_goal() -> None:
    assert served(PLAN, Activity(id="retainer", goals=("films", "lines"))) == EVERY
    one = PLAN.with_tables({"goal": Rows([Goal(id="lines", code="G1")])})
    assert served(one, Activity(id="retainer", goals=("lines",))) == "lines"


def test_what_serves_none_is_not_said_to_serve_every_one() -> None:
    assert served(PLAN, Activity(id="anniversary")) == NONE
    assert served(PLAN, None) == NONE
    assert served_name(PLAN, NONE) == "Without a goal"


def test_goals_come_as_in_the_plan_then_every_goal_then_none() -> None:
    assert in_order(PLAN, {NONE, EVERY, "films", "lines"}) == ["lines", "films", EVERY, NONE]
    assert [served_name(PLAN, id) for id in ("lines", "films", EVERY)] == ["New lines", "G2", "For every goal"]
