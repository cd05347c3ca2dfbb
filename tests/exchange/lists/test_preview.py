"""What a person is shown before anything is written: counts, rows that ask, signs of columns."""

from __future__ import annotations

from dataclasses import replace

from planner.exchange.lists.importing import Answers
from planner.exchange.lists.preview import Said, preview
from planner.exchange.lists.signs import Sign
from planner.model.plan import Plan, Rows
from tests.exchange.lists.conftest import sheet

MESSY = [
    sheet(
        ["MKTG BUDGET 26-27"],
        [],
        ["Line", "Zone", "Lead", "Jan", "TOTAL"],
        ["Trade shows"],
        ["Packline", "x", "Ada Lovell", "14.000", "54.000"],
        ["Demo van", "", "TBC", 6, 6],
        ["SUBTOTAL", "", "", 20, 60],
        ["training", "", "", "", "1.400"],
    )
]


def looked(plan: Plan, said: Said = Said("budget"), before=None):  # noqa: B008 - frozen
    return preview(plan, MESSY, "budget.xlsx", said, year=2027, before=before)


def test_rows_are_ready_or_ask_or_are_left_out_and_headings_are_neither(empty):
    shown = looked(empty)
    assert shown.ready == 1 and shown.open_rows == {5, 8}
    assert [(out.row, out.reason) for out in shown.left_out] == [(7, "a total")]
    assert shown.names == {4: "Trade shows", 5: "Packline", 6: "Demo van", 7: "SUBTOTAL", 8: "training"}
    assert shown.said.kind == "budget" and shown.sheet is MESSY[0]


def test_an_answer_is_kept_in_sight_to_be_taken_back(empty):
    shown = looked(empty)
    told = looked(empty, replace(shown.said, answers=replace(shown.said.answers, decimal=",")), shown)
    assert told.ready == 3 and told.open_rows == frozenset()
    assert {row: asked.value for row, asked in told.asked.items()} == {5: "14.000", 8: "1.400"}


def test_each_column_says_how_it_was_recognised(empty):
    signs = looked(empty, Said("budget", answers=Answers(decimal=","))).signs
    assert signs == (
        Sign("fine", "3 names"),
        Sign("", "not imported"),
        Sign("look", "1 new, 1 names nobody"),
        Sign("fine", "", "14.000", 14000.0),
        Sign("look", "differs in 1 row"),
    )


def test_what_is_much_like_a_row_of_the_plan_asks(empty):
    from planner.model.ids import new_row

    line = new_row(empty, "budget_line", description="Packlines")
    plan = empty.with_tables({"budget_line": Rows([line])})
    shown = looked(plan, Said("budget", answers=Answers(decimal=",")))
    assert shown.open_rows == {5} and shown.alike[5].row == line.id
    same = looked(plan, replace(shown.said, same_as={5: line.id}), shown)
    assert (same.open_rows, same.outcome.updated, same.alike[5].name) == (frozenset(), (5,), "Packlines")


def test_a_sheet_in_which_nothing_was_recognised_is_shown_all_the_same(empty):
    shown = preview(empty, [sheet(["Lorem", "Ipsum"], ["dolor", 5], ["sit", 7])], "x.xlsx", Said("budget"))
    roles = {head.title: head.role for head in shown.read.found.heads}
    assert roles == {"Lorem": "description", "Ipsum": "amount"}
    assert shown.ready == 2 and shown.signs[1].level == "look"
