"""Rows of a list as rows of the plan: values, people, months, what is the same, what is asked."""

from __future__ import annotations

import pytest

from planner.exchange.lists import Answers, list_rows
from planner.exchange.refused import ImportRefused
from planner.model.plan import Rows
from tests.exchange.lists.conftest import read


def rows(outcome, table):
    return [row for row in outcome.rows if table == row.TABLE]


def test_stakeholders_become_people_with_words_for_figures_and_stances(empty):
    given = read(
        ["Vorname", "Nachname", "Abteilung", "Einfluss", "Interesse", "Haltung", "Letzter Kontakt"],
        ["Ada", "Lovell", "Controlling", "hoch", "sehr hoch", "dagegen", "03.10.2026"],
        ["Ben", "Ott", "Außendienst", "gering", "mittel", "Befürworter", ""],
    )
    outcome = list_rows(empty, given)
    people = {person.name: person for person in rows(outcome, "person")}
    assert {name: person.function for name, person in people.items()} == {"Ada Lovell": "finance", "Ben Ott": "sales"}
    ada, ben = rows(outcome, "stakeholder")
    assert (ada.person, ada.power, ada.interest, ada.current, ada.engaged_on) == (
        people["Ada Lovell"].id, 4, 5, "resistant", "2026-10-03",
    )  # fmt: skip
    assert (ben.power, ben.interest, ben.current, ben.engaged_on) == (2, 3, "supportive", None)
    assert outcome.added == (2, 3) and outcome.problems == ()


def test_who_is_in_the_plan_already_is_brought_up_to_date_and_nothing_known_is_lost(example):
    known = example.stakeholders.ordered[0]
    name = example.people[known.person].name
    last, first = name.split()[-1], " ".join(name.split()[:-1])
    outcome = list_rows(example, read(["Name", "Role", "Power"], [f"{last}, {first}", "", 2]))
    (row,) = rows(outcome, "stakeholder")
    assert row.id == known.id and row.power == 2 and row.interest == known.interest
    assert outcome.updated == (2,) and outcome.added == () and rows(outcome, "person") == []


def test_months_go_into_their_cells_and_the_total_is_only_compared(empty):
    given = read(["Line", "Jan 27", "Feb 27", "Dec 26", "Total"], ["Fair", "1.200,50", "800,00", "5,00", "2.500,00"])
    outcome = list_rows(empty, given)
    (line,) = rows(outcome, "budget_line")
    assert line.amount == 200_050
    assert {cell.month: cell.planned for cell in rows(outcome, "amount")} == {"2027-01": 120_050, "2027-02": 80_000}
    said = [reason for _row, reason in outcome.problems]
    assert any("1 amounts lie outside" in text for text in said)
    assert any("add up to 2,000.50, total says 2,500" in text for text in said)


def test_a_total_alone_is_spread_without_losing_a_cent(empty):
    outcome = list_rows(empty, read(["Line", "Amount"], ["Fair", 100]))
    cells = rows(outcome, "amount")
    assert len(cells) == 12 and sum(cell.planned for cell in cells) == 10_000
    assert outcome.notes == ("The total of 1 line was spread evenly over its months.",)


def test_quarters_are_spread_over_their_months_and_thousands_are_thousands(empty):
    outcome = list_rows(empty, read(["Line", "Q1 (k€)", "Q2 (k€)"], ["Fair", 3, 6]))
    assert {cell.month: cell.planned for cell in rows(outcome, "amount")} == {
        "2027-01": 100_000, "2027-02": 100_000, "2027-03": 100_000,
        "2027-04": 200_000, "2027-05": 200_000, "2027-06": 200_000,
    }  # fmt: skip


def test_a_quarter_that_cannot_be_divided_loses_no_cent(empty):
    outcome = list_rows(empty, read(["Line", "Q1", "Q2"], ["Fair", 100, 0.01]))
    assert [cell.planned for cell in rows(outcome, "amount")] == [3333, 3334, 3333, 0, 1, 0]
    assert rows(outcome, "budget_line")[0].amount == 10_001


def test_a_list_that_goes_month_by_month_makes_one_line(empty):
    given = read(
        ["Item", "Month", "Amount"], ["Ads", "Jan 2027", 100], ["Ads", "Feb 2027", 50], ["Fair", "2027-03-10", 7]
    )
    outcome = list_rows(empty, given)
    assert sorted(line.description for line in rows(outcome, "budget_line")) == ["Ads", "Fair"]
    assert sorted((cell.month, cell.planned) for cell in rows(outcome, "amount")) == [
        ("2027-01", 10_000), ("2027-02", 5_000), ("2027-03", 700),
    ]  # fmt: skip
    assert {line.description: line.amount for line in rows(outcome, "budget_line")} == {"Ads": 15_000, "Fair": 700}


def test_two_rows_of_one_name_stay_two(empty):
    given = read(
        ["Task", "Start", "End"], ["Design", "2027-01-04", "2027-02-10"], ["Design", "2027-05-01", "2027-06-01"]
    )
    activities = rows(list_rows(empty, given), "activity")
    assert [(row.start, row.end, row.code) for row in activities] == [
        ("2027-01", "2027-02", "A-01"), ("2027-05", "2027-06", "A-02"),
    ]  # fmt: skip


def test_a_raci_table_gives_owners(empty):
    given = read(["Step", "Anna", "Ben"], ["Brief", "A", "R"], ["Fair", "R", "C"], ["Deck", "I", "A/R"])
    outcome = list_rows(empty, given)
    people = {person.id: person.name for person in rows(outcome, "person")}
    assert [people[row.owner] for row in rows(outcome, "activity")] == ["Anna", "Anna", "Ben"]


def test_an_amount_that_may_be_two_things_is_asked_and_never_guessed(empty):
    head, row = ["Line", "Amount"], ["Fair", "1.200"]
    asked = read(head, row)
    assert [question.key for question in asked.questions] == ["decimal"]
    assert "1.200" in asked.questions[0].text
    thousand = read(head, row, answers=Answers(decimal=","))
    decimals = read(head, row, answers=Answers(decimal="."))
    assert thousand.questions == decimals.questions == ()
    assert (thousand.entries[0].values["amount"], decimals.entries[0].values["amount"]) == (1200.0, 1.2)
    proven = read(head, row, ["Ads", "3.400,50"])
    assert proven.questions == () and proven.entries[0].values["amount"] == 1200.0


def test_a_day_that_may_be_two_days_is_asked(empty):
    head = ["Name", "Role", "Last contact"]
    asked = read(head, ["Ada", "CFO", "03/04/2026"])
    assert [question.key for question in asked.questions] == ["days"]
    told = read(head, ["Ada", "CFO", "03/04/2026"], answers=Answers(days="month first"))
    assert told.questions == () and told.entries[0].values["engaged_on"] == "2026-03-04"
    assert read(head, ["Ada", "CFO", "03/04/2026"], ["Ben", "CEO", "25/04/2026"]).questions == ()


def test_a_person_sets_the_columns_right(empty):
    head, row = ["Lorem", "Ipsum"], ["Fair", 100]
    with pytest.raises(ImportRefused):
        read(head, row, kind="budget")
    told = read(head, row, kind="budget", answers=Answers({"Lorem": "description", "Ipsum": "amount"}))
    assert told.entries[0].values == {"description": "Fair", "amount": 100.0}
    with pytest.raises(ImportRefused, match="nothing that such a list holds"):
        read(["Line", "Amount"], row, answers=Answers({"Line": "colour"}), kind="budget")
    with pytest.raises(ImportRefused, match="no column called “Nobody”"):
        read(["Line", "Amount"], row, answers=Answers({"Nobody": "amount"}), kind="budget")


def test_what_is_much_like_something_in_the_plan_is_said_and_can_be_matched(example):
    first = example.activities.ordered[0]
    given = read(["Activity", "Start"], [f"{first.title}s", "2027-02"])
    outcome = list_rows(example, given)
    assert outcome.added == (2,) and list(outcome.alike) == [2]
    matched = list_rows(example, given, {2: first.id})
    assert matched.updated == (2,) and rows(matched, "activity")[0].id == first.id


def test_an_input_keeps_its_words_its_giver_and_its_day(empty):
    given = read(
        ["Timestamp", "Your name", "Topic", "Your feedback"],
        ["2026-11-02 09:14:00", "Ott, Ben", "Preis", "= cheaper than us"],
        ["2026-11-02 09:20:00", "Ben Ott", "Weather", "It rains"],
    )
    outcome = list_rows(empty, given)
    (person,) = rows(outcome, "person")
    first, second = rows(outcome, "sales_input")
    assert (first.text, first.given_by, first.date, first.category, first.status) == (
        "= cheaper than us", person.id, "2026-11-02", "price", "new",
    )  # fmt: skip
    assert second.category is None
    assert outcome.problems == ((3, "Topic: “Weather” is none of the words that are known here"),)


def test_risks_on_other_scales_are_stretched_and_it_is_said(empty):
    given = read(["Risk", "Likelihood", "Impact"], ["Cut", "Medium (2)", "80%"], ["Delay", "High (3)", "10%"])
    assert [(e.values["probability"], e.values["impact"]) for e in given.entries] == [(3, 4), (5, 1)]
    assert any("1 to 3" in note for note in given.notes) and any("percent" in note for note in given.notes)


def test_spend_goes_to_the_lines_of_its_campaigns_by_month(empty):
    given = read(
        ["Campaign report"], ["1 Jan 2027 - 28 Feb 2027"], ["Campaign", "Day", "Cost"],
        ["Search", "2027-01-03", "1,234.50"], ["Search", "2027-01-20", "65.50"], ["Social", "2027-02-01", "10.00"],
        ["Social", "2028-02-01", "99.00"], ["Total: campaigns", " --", "1,310.00"],
    )  # fmt: skip
    outcome = list_rows(empty, given)
    lines = {line.id: line.description for line in rows(outcome, "budget_line")}
    assert {(lines[cell.line], cell.month, cell.actual) for cell in rows(outcome, "amount")} == {
        ("Search", "2027-01", 130_000), ("Social", "2027-02", 1_000),
    }  # fmt: skip
    assert outcome.notes == ("99 was spent outside the months of this plan and was left out.",)


def test_an_import_twice_changes_nothing_the_second_time(empty):
    given = read(["Line", "Category", "Jan", "Feb"], ["Fair", "Events", 100, 50], ["Ads", "Media", 0, 7])
    first = list_rows(empty, given)
    tables = {}
    for row in first.rows:
        tables.setdefault(row.TABLE, []).append(row)
    held = empty.with_tables({name: Rows(made) for name, made in tables.items()})
    again = list_rows(held, given)
    assert again.added == () and again.updated == () and again.same == (2, 3)
    assert all(held.find(row.id) == row for row in again.rows)


def test_errors_of_the_spreadsheet_are_not_figures(empty):
    given = read(["Line", "Amount"], ["Fair", "#REF!"], ["Ads", 5])
    assert [entry.problems for entry in given.entries] == [("Amount: #REF! is an error of the spreadsheet",), ()]
