"""Inputs that say nearly the same are found, those that only share a topic are not."""

import pytest

from planner.calc.twins import twins
from planner.model.plan import Dot, Plan, Rows, SalesInput

AGAIN = {
    "SI-02": "Our catalogue of 148 pages is too heavy, two pages per application would do",
    "SI-03": "Webinar leads come without a phone number",
    "SI-01": "Customers compare the ten-year cost, we only hand over the list price",
    "SI-05": "Competitor now promises delivery in five days for standard pumps",
}


def with_inputs(plan: Plan, *texts: str) -> Plan:
    more = [SalesInput(id=f"x{n}", text=text, position=100 + n) for n, text in enumerate(texts)]
    return plan.with_tables({"sales_input": Rows([*plan.sales_inputs, *more])})


def test_nobody_in_the_example_said_the_same(example: Plan) -> None:
    assert twins(example) == []


@pytest.mark.parametrize("code", AGAIN)
def test_what_is_said_again_in_other_words_is_found(example: Plan, code: str) -> None:
    (found,) = twins(with_inputs(example, AGAIN[code]))
    known = example.sales_inputs.by_code(code)
    assert known is not None
    assert (found.keep, found.other) == (known.id, "x0")
    assert 0.5 < found.likeness <= 1


def test_short_ones_in_other_words(example: Plan) -> None:
    (found,) = twins(with_inputs(example, "Put list prices on the website.", "Prices should be on our website"))
    assert (found.keep, found.other) == ("x0", "x1")


def test_the_most_alike_stand_first_and_what_is_merged_is_left_out(example: Plan) -> None:
    plan = with_inputs(example, *AGAIN.values())
    likenesses = [pair.likeness for pair in twins(plan)]
    assert len(likenesses) == 4
    assert likenesses == sorted(likenesses, reverse=True)
    merged = plan.sales_inputs.with_changes({"x0": SalesInput(id="x0", text=AGAIN["SI-02"], merged_into="x1")})
    assert len(twins(plan.with_tables({"sales_input": merged}))) == 3


def test_what_somebody_said_differs_is_left_out_whichever_stays() -> None:
    inputs = [SalesInput(id="a", text="Bring the pump to the plant", differs_from=("b",), position=1),
              SalesInput(id="b", text="Bring the pump to their plant", position=2),
              SalesInput(id="c", text="Bring the pump to every plant", position=3)]  # fmt: skip
    assert {pair[:2] for pair in twins(Plan({"sales_input": Rows(inputs)}))} == {("a", "c"), ("b", "c")}


def test_the_one_with_more_dots_stays() -> None:
    inputs = [SalesInput(id="a", text="Bring the pump to the plant", position=1),
              SalesInput(id="b", text="Bring the pump to their plant", position=2),
              SalesInput(id="c", text=None, position=3)]  # fmt: skip
    plan = Plan({"sales_input": Rows(inputs)})
    assert [(pair.keep, pair.other) for pair in twins(plan)] == [("a", "b")]
    voted = plan.with_tables({"dot": Rows([Dot(id="d", item="b", dots=2)])})
    assert [(pair.keep, pair.other) for pair in twins(voted)] == [("b", "a")]
    assert twins(Plan()) == []
