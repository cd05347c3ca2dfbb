"""In which months an activity takes place that runs several times, and what counts them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pytest

from planner.calc.capacity import capacity_of
from planner.calc.phasing import after_money
from planner.calc.runs import clashes, months_of, next_span, runs_of, spans_of, stretches_of, words_of
from planner.calc.schedule import Span
from planner.calc.words import month
from planner.model.plan import Activity, Plan, Rows, Run
from tests.calc.changes import id_of, new_findings, with_new, with_row, with_single
from tests.calc.checking import check

D = date
MAILING = Activity(id="mailing", start="2027-04", end="2027-04")


def run(start: str | None, end: str | None, id: str = "", **more: object) -> Run:
    return Run(id=id or f"{start} {end}", activity="mailing", start=start, end=end, **more)  # type: ignore[arg-type]


def plan(*rows: Activity, runs: Iterable[Run] = ()) -> Plan:
    return Plan({"activity": Rows(rows), "run": Rows(runs)})


THRICE = plan(MAILING, runs=(run("2027-10", "2027-10"), run("2027-07", "2027-07")))


def test_an_activity_without_further_runs_is_its_own_months() -> None:
    once = plan(Activity(id="film", start="2027-03", end="2027-05"))
    (film,) = once.activities
    assert runs_of(once, film) == (film,)
    assert months_of(once, film) == ("2027-03", "2027-04", "2027-05")
    assert months_of(once, Activity(id="open", start="2027-03")) == ()
    assert months_of(once, Activity(id="odd", start="2027-03", end="2027-02")) == ()


def test_runs_are_in_the_order_in_which_they_start() -> None:
    assert [row.start for row in runs_of(THRICE, MAILING)] == ["2027-04", "2027-07", "2027-10"]
    assert months_of(THRICE, MAILING) == ("2027-04", "2027-07", "2027-10")
    assert spans_of(THRICE, MAILING)[1] == Span(D(2027, 7, 1), D(2027, 7, 31))
    earlier = plan(MAILING, runs=(run("2027-02", "2027-02"), run(None, None, "open")))
    assert months_of(earlier, MAILING) == ("2027-02", "2027-04")


def test_each_month_counts_once() -> None:
    twice = plan(MAILING, runs=(run("2027-04", "2027-05", start_day="2027-04-20"), run("2027-06", "2027-06")))
    assert months_of(twice, MAILING) == ("2027-04", "2027-05", "2027-06")
    assert len(stretches_of(twice, MAILING)) == 1


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ((), "April 2027"),
        ((run("2027-07", "2027-07"), run("2027-10", "2027-10")), "April, July and October 2027"),
        ((run("2027-09", "2027-11"),), "April and September to November 2027"),
        ((run("2028-01", "2028-01"),), "April 2027 and January 2028"),
        ((run("2027-12", "2028-01"),), "April 2027 and December 2027 to January 2028"),
    ],
)
def test_the_months_in_words(more: tuple[Run, ...], words: str) -> None:
    assert words_of(plan(MAILING, runs=more), MAILING, month) == words


def test_a_span_of_one_year_says_it_once() -> None:
    once = plan(Activity(id="film", start="2027-03", end="2027-05"))
    assert words_of(once, next(iter(once.activities)), month) == "March to May 2027"
    assert words_of(once, Activity(id="open"), month) == ""


def test_a_clash_is_a_start_before_the_end_of_what_is_needed() -> None:
    first = Activity(id="first", start="2027-01", end="2027-03")
    same_month = Activity(id="second", start="2027-03", end="2027-05", depends_on=("first", "gone"))
    after = Activity(id="third", start="2027-04", end="2027-05", depends_on=("first",))
    unknown = Activity(id="fourth", depends_on=("first",))
    assert clashes(plan(first, same_month, after, unknown)) == {"second": ("first",)}


def test_days_settle_a_clash_inside_a_month() -> None:
    first = Activity(id="first", start="2027-01", end="2027-03", end_day="2027-03-10")
    second = Activity(id="second", start="2027-03", end="2027-05", start_day="2027-03-11", depends_on=("first",))
    assert clashes(plan(first, second)) == {}


def test_what_is_cancelled_clashes_with_nothing() -> None:
    first = Activity(id="first", start="2027-01", end="2027-03", status="cancelled")
    second = Activity(id="second", start="2027-02", end="2027-05", depends_on=("first",))
    third = Activity(id="third", start="2027-01", end="2027-05", depends_on=("second",), status="cancelled")
    assert clashes(plan(first, second, third)) == {}


@pytest.mark.parametrize(
    ("first", "more", "following"),
    [
        # A quarter on where it has run once, and at its own distance where it has run more often.
        (MAILING, (), Span(D(2027, 7, 1), D(2027, 7, 31))),
        (MAILING, (run("2027-06", "2027-06"),), Span(D(2027, 8, 1), D(2027, 8, 31))),
        # Never into its own last run, however long that is.
        (Activity(id="mailing", start="2027-01", end="2027-05"), (), Span(D(2027, 6, 1), D(2027, 10, 31))),
        # The plan is over by then: the first months in it that are free.
        (MAILING, (run("2027-11", "2027-12"),), Span(D(2027, 1, 1), D(2027, 2, 28))),
        (Activity(id="mailing", start="2027-01", end="2027-10"), (), Span(D(2027, 11, 1), D(2028, 8, 31))),
        (Activity(id="mailing", start="2027-02", end="2027-12"), (), Span(D(2028, 1, 1), D(2028, 11, 30))),
        (Activity(id="mailing"), (), None),
    ],
)
def test_when_it_may_run_once_more(first: Activity, more: tuple[Run, ...], following: Span | None) -> None:
    year = with_single(plan(first, runs=more), "facts", fiscal_year_start="2027-01", horizon_months=12)
    assert next_span(year, first) == following


def test_without_a_period_it_goes_on_for_ever() -> None:
    late = Activity(id="mailing", start="2027-12", end="2027-12")
    assert next_span(plan(late), late) == Span(D(2028, 3, 1), D(2028, 3, 31))


def test_what_runs_again_is_ready_when_it_has_run_once() -> None:
    later = run("2027-08", "2027-08")
    after = Activity(id="call", start="2027-05", end="2027-05", depends_on=("mailing",))
    assert clashes(plan(MAILING, after, runs=(later,))) == {}
    early = Run(id="r", activity="call", start="2027-04", end="2027-04")
    assert clashes(plan(MAILING, after, runs=(later, early))) == {"call": ("mailing",)}


def test_hours_are_spread_over_the_months_of_all_runs(example: Plan) -> None:
    planned = with_single(with_row(example, "activity", "A-03", hours_agency=90), "funnel", hours_agency=100)
    id = id_of(example, "A-03")
    more = with_new(planned, "run", activity=id, start="2027-07", end="2027-08")
    assert [row.hours for row in capacity_of(more).agency[:9]] == [18, 18, 18, 0, 0, 0, 18, 18, 0]
    overlapping = with_new(planned, "run", activity=id, start="2027-02", end="2027-02")
    assert capacity_of(overlapping) == capacity_of(planned)


def test_money_may_be_spent_around_each_run(example: Plan) -> None:
    far = with_row(example, "activity", "A-15", start="2027-01", end="2027-01")
    assert ("BUD-05", "B-28") in new_findings(far, example)
    paid = max(cell.month for cell in far.amounts if cell.line == id_of(far, "B-28"))
    again = with_new(far, "run", activity=id_of(far, "A-15"), start=paid, end=paid)
    assert ("BUD-05", "B-28") not in new_findings(again, example)
    elsewhere = with_new(far, "run", activity=id_of(far, "A-15"), start="2028-06", end="2028-06")
    said = next(one for one in check(elsewhere, "K3") if one.fingerprint == ("BUD-05", "B-28"))
    assert said.message.endswith("runs in January 2027 and June 2028.")


def test_the_last_run_ends_within_the_plan(example: Plan) -> None:
    again = with_new(example, "run", activity=id_of(example, "A-15"), start="2028-02", end="2028-02")
    assert new_findings(again, example) == {("ACT-10", "A-15")}


def test_money_works_in_months_that_do_not_follow_each_other() -> None:
    whole = after_money({"2027-01": 100}, ("2027-01", "2027-02", "2027-03"))
    assert after_money({"2027-01": 100}, ("2027-01", "2027-03")) == (whole[0], whole[2])
