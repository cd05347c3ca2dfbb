"""Spans of activities in days and months."""

from __future__ import annotations

from datetime import date

import pytest

from planner.calc.schedule import Span, When, by_days, by_months, span_of, when
from planner.model.plan import Activity

D = date


def activity(start: str | None, end: str | None, **more: object) -> Activity:
    return Activity(id="a", start=start, end=end, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("row", "span"),
    [
        (activity("2027-01", "2027-02"), Span(D(2027, 1, 1), D(2027, 2, 28))),
        (activity("2028-02", "2028-02"), Span(D(2028, 2, 1), D(2028, 2, 29))),
        (activity("2027-01", "2027-02", start_day="2027-01-11"), Span(D(2027, 1, 11), D(2027, 2, 28))),
        # A day outside its month is from before the month was changed by hand.
        (activity("2027-03", "2027-04", end_day="2027-02-11"), Span(D(2027, 3, 1), D(2027, 4, 30))),
        (activity("2027-03", "2027-02"), None),
        (activity("2027-03", None), None),
        (activity("soon", "2027-02"), None),
        (activity("0000-01", "0000-02"), None),
    ],
)
def test_days_make_months_finer(row: Activity, span: Span | None) -> None:
    assert span_of(row) == span


def test_whole_months_need_no_days() -> None:
    assert when(Span(D(2027, 1, 1), D(2027, 2, 28))) == When("2027-01", "2027-02", None, None)
    assert when(Span(D(2027, 1, 8), D(2027, 3, 7))) == When("2027-01", "2027-03", "2027-01-08", "2027-03-07")


def test_a_week_there_and_back_is_whole_months_again() -> None:
    span = Span(D(2027, 1, 1), D(2027, 2, 28))
    there = by_days(span, 7, 7)
    assert there == Span(D(2027, 1, 8), D(2027, 3, 7))
    assert by_days(there, -7, -7) == span


def test_months_on_keep_ends_of_months_and_days() -> None:
    span = Span(D(2027, 1, 1), D(2027, 2, 28))
    assert by_months(span, 1, 1) == Span(D(2027, 2, 1), D(2027, 3, 31))
    assert by_months(Span(D(2027, 1, 31), D(2027, 3, 15)), 1, 1) == Span(D(2027, 2, 28), D(2027, 4, 15))


def test_what_is_pulled_past_the_other_end_stops_there() -> None:
    span = Span(D(2027, 3, 1), D(2027, 4, 30))
    assert by_days(span, 90, 0) == Span(D(2027, 4, 30), D(2027, 4, 30))
    assert by_days(span, 0, -90) == Span(D(2027, 3, 1), D(2027, 3, 1))
