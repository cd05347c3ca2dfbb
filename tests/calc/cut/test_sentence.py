from typing import Any

import pytest

from planner.calc.cut import Cut, CutRequest, consequence, plain
from planner.calc.results import Results
from planner.calc.words import chance
from planner.model.plan import Plan, Rows


def money(amount: int) -> str:
    return f"{round(amount / 100):,}"


def said(plan: Plan, *, drawn: bool = True, **request: Any) -> str:
    results = Results(plan)
    cut: Cut = results.simulator.cut(CutRequest(from_month="2027-05", **request), chance=drawn)
    return plain(consequence(cut, money, results.forecast.target, "2027-12"))


def test_money_time_orders_and_chance(example: Plan) -> None:
    assert said(example, share=0.2) == (
        "Saving 104,000 this year costs about 666,914 of orders, 64% of it after December 2027: 14 fewer orders, "
        "and the chance of reaching 1,920,000 falls from 58% to 33%."
    )


def test_a_plan_of_several_years_saves_not_only_this_year(example: Plan) -> None:
    cut = Results(example).simulator.cut(CutRequest(from_month="2027-05", share=0.2))
    assert plain(consequence(cut, money, last_month="2029-12")).startswith("Saving 104,000 costs about 666,914")


def test_what_matters_is_marked(example: Plan) -> None:
    results = Results(example)
    cut = results.simulator.cut(CutRequest(from_month="2027-05", share=0.2))
    keys = [part.text for part in consequence(cut, money, results.forecast.target) if part.is_key]
    assert keys == ["666,914 of orders", "14 fewer orders", "from 58% to 33%"]


@pytest.mark.parametrize(
    ("request_", "words"),
    [
        ({"share": 0.0}, "Nothing is cut; everything stays as planned."),
        ({"amount": 460_000, "policy": "agreed"}, "Saving 4,600 costs no orders: what is cut brings no leads."),
    ],
)
def test_a_cut_that_costs_nothing(example: Plan, request_: dict[str, Any], words: str) -> None:
    assert said(example, **request_) == words


def test_without_a_forecast(example: Plan) -> None:
    assert said(example.with_tables({"rate": Rows()}), share=0.2) == (
        "This saves 104,000. What it costs cannot be worked out yet."
    )


def test_without_a_chance_it_ends_with_the_orders(example: Plan) -> None:
    assert said(example, share=0.2, drawn=False).endswith("14 fewer orders.")
    few = said(example, share=0.2, policy="agreed")
    assert "5.1 fewer orders" in few
    assert few.endswith("falls from 58% to 57%.")


@pytest.mark.parametrize(
    ("share", "words"), [(0.0, "<1%"), (0.004, "<1%"), (0.5799, "58%"), (0.994, "99%"), (0.996, ">99%"), (1.0, ">99%")]
)
def test_nothing_drawn_is_certain(share: float, words: str) -> None:
    assert chance(share) == words
