"""What a person sets right: where the table is, which rows belong to it, what stays open, what is remembered."""

from __future__ import annotations

from pathlib import Path

import pytest

from planner.exchange.lists import Answers, Area, Profiles, list_rows
from planner.exchange.lists.importing import read_tables_as
from planner.exchange.refused import ImportRefused
from tests.exchange.lists.conftest import read, sheet

BUDGET = (
    ["Line", "Jan", "Feb", "Total"],
    ["Fair", 10, 20, 30],
    ["Subtotal", 10, 20, 30],
    ["Ads", 1, 2, 3],
    ["", 7, 7, 14],
)


def test_only_what_is_inside_the_corners_is_read():
    drawn = read(*BUDGET, kind="budget", answers=Answers(area=Area("Sheet1", 1, 0, 3, 1)))
    assert [(entry.row, entry.values) for entry in drawn.entries] == [(2, {"description": "Fair"})]
    assert [head.title for head in drawn.found.heads] == ["Line", "Jan"]
    assert drawn.found.area == Area("Sheet1", 1, 0, 3, 1)


def test_a_table_without_names_is_called_by_its_letters_and_told_by_its_content():
    drawn = read(["Fair", 10], ["Ads", 20], kind="budget", answers=Answers(area=Area("Sheet1", 1, 0, 2, 1)))
    assert [(head.title, head.role, head.how) for head in drawn.found.heads] == [
        ("A", "description", "content"), ("B", "amount", "content"),
    ]  # fmt: skip
    assert [entry.values for entry in drawn.entries] == [
        {"description": "Fair", "amount": 10}, {"description": "Ads", "amount": 20},
    ]  # fmt: skip


def test_a_column_is_told_by_its_letter_where_two_have_one_name():
    rows = ["Line", "Amount", "Amount"], ["Fair", 5, 7], ["Ads", 1, 2]
    told = read(*rows, kind="budget", answers=Answers(places={2: "amount"}))
    assert [entry.values["amount"] for entry in told.entries] == [7, 2]
    assert [head.how for head in told.found.heads] == ["name", "", "you"]


def test_rows_are_taken_in_and_left_out_by_hand(empty):
    plain = read(*BUDGET)
    assert [(out.row, out.reason, out.line is None) for out in plain.left_out] == [
        (3, "a total", False), (5, "it has no Line", True),
    ]  # fmt: skip
    told = read(*BUDGET, answers=Answers(taken=frozenset({3}), dropped=frozenset({4})))
    assert [entry.row for entry in told.entries] == [2, 3]
    assert [(out.row, out.reason) for out in told.left_out] == [(4, "left out by you"), (5, "it has no Line")]
    assert list_rows(empty, told).added == (2, 3)


def test_a_row_without_a_name_can_be_taken_in_under_its_heading():
    rows = ["Line", "Amount", "Note"], ["Fairs"], ["Packline", 5, ""], ["", 7, ""]
    assert [out.row for out in read(*rows).left_out] == [2, 4]
    told = read(*rows, answers=Answers(taken=frozenset({4})))
    assert [(entry.row, entry.values["description"]) for entry in told.entries] == [(3, "Packline"), (4, "Fairs")]


def test_rows_with_an_open_question_are_left_out_and_the_others_come_in(empty):
    asked = read(["Line", "Amount"], ["Fair", "1.200"], ["Ads", 5])
    assert [(one.row, one.key, one.value) for one in asked.asking] == [(2, "decimal", "1.200")]
    assert [entry.row for entry in asked.entries] == [3]
    told = read(["Line", "Amount"], ["Fair", "1.200"], ["Ads", 5], answers=Answers(decimal=","))
    assert told.asking == () and [entry.values["amount"] for entry in told.entries] == [1200.0, 5]


def test_many_amounts_in_thousands_prove_themselves_and_one_alone_does_not():
    proven = read(["Line", "Jan", "Total"], ["A", "14.000", "1.400"], ["B", "38.000", ""], ["C", "2.000", ""])
    assert proven.questions == () and proven.entries[0].values["amount"] == 1400.0
    assert [one.row for one in read(["Line", "Jan"], ["A", "14.000"], ["B", "38.000"]).asking] == [2, 3]


def test_amounts_written_both_ways_are_each_read_as_they_prove_themselves():
    both = read(["Line", "Amount"], ["A", "1.200,50"], ["B", "1,300.50"], ["C", "1.400"])
    assert [entry.values["amount"] for entry in both.entries] == [1200.5, 1300.5]
    assert [one.row for one in both.asking] == [4]


def test_days_written_both_ways_are_each_read_as_they_prove_themselves():
    rows = ["Name", "Last contact"], ["A", "25/04/2026"], ["B", "04/25/2026"], ["C", "3/4/2026"]
    both = read(*rows, kind="stakeholders", answers=Answers({"Name": "name"}))
    assert [entry.values["engaged_on"] for entry in both.entries] == ["2026-04-25", "2026-04-25"]
    assert [(one.row, one.key) for one in both.asking] == [(4, "days")]


def test_what_is_much_like_something_in_the_plan_waits_when_it_is_asked_about(example):
    first = example.activities.ordered[0]
    given = read(["Activity", "Start"], [f"{first.title}s", "2027-02"], ["Quite another thing", "2027-03"])
    waiting = list_rows(example, given, ask_alike=True)
    assert waiting.added == (3,) and waiting.alike[2].row == first.id
    assert list_rows(example, given, {2: None}, ask_alike=True).added == (2, 3)


def test_a_name_that_only_holds_a_place_is_nobody(empty):
    given = read(["Activity", "Owner", "Start"], ["Fair", "TBC", "2027-02"], ["Deck", "N.N.", "2027-03"])
    outcome = list_rows(empty, given)
    assert [row for row in outcome.rows if row.TABLE == "person"] == []
    assert outcome.problems[0] == (2, "“TBC” names nobody; left open")


HEAD = ["Wer denn", "Betrag?"]


def _profiled(folder: Path):
    tables = [sheet(["Title"], HEAD, ["Fair", "1.200"], ["Ads", "3.400"])]
    answers = Answers(places={0: "description", 1: "amount"}, decimal=",", area=Area("Sheet1", 2, 0, 4, 1))
    return read_tables_as(tables, "a.xlsx", "budget", answers=answers), Profiles(folder)


def test_what_was_said_is_remembered_for_the_next_file_of_that_shape(tmp_path: Path):
    told, profiles = _profiled(tmp_path)
    profiles.keep(told)
    other = [sheet([], ["", *HEAD], ["", "Film", "9.900"], name="Plan")]
    with pytest.raises(ImportRefused):
        read_tables_as(other, "b.xlsx", None)
    again = read_tables_as(other, "b.xlsx", None, profiles=Profiles(tmp_path))
    assert (again.kind.key, [entry.values for entry in again.entries]) == (
        "budget", [{"description": "Film", "amount": 9900.0}],
    )  # fmt: skip
    assert again.answers.places == {1: "description", 2: "amount"}
    assert again.notes[0] == "Columns are read as in the last file of this shape."


def test_what_is_said_now_goes_before_what_was_remembered(tmp_path: Path):
    told, profiles = _profiled(tmp_path)
    profiles.keep(told)
    other = [sheet(HEAD, ["Film", "9.900"])]
    answers = Answers(decimal=".")
    again = read_tables_as(other, "b.xlsx", None, answers=answers, profiles=Profiles(tmp_path))
    assert again.entries[0].values["amount"] == 9.9


def test_nothing_is_remembered_where_the_file_says_everything_itself(tmp_path: Path):
    Profiles(tmp_path).keep(read(["Line", "Amount"], ["Fair", 5]))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("text", ["", "{", "[1, {}]", '[{"kind": "budget", "titles": ["x"], "roles": ["colour"]}]'])
def test_a_spoilt_file_of_shapes_is_as_if_it_were_not(tmp_path: Path, text: str):
    (tmp_path / "import-shapes.json").write_text(text, encoding="utf-8")
    assert Profiles(tmp_path).fitting([sheet(["x"], ["y"])]) is None
