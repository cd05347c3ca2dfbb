"""Names of things as people say them."""

from planner.calc.words import measure, month_short, period


def test_a_measure_is_read_as_people_write_it() -> None:
    assert measure("mql_count") == "MQL count"
    assert measure("share_of_reps_using_weekly") == "Share of reps using weekly"
    assert measure("MQLs per quarter") == "MQLs per quarter"
    assert measure("sals") == "SALs"
    assert measure(None) == ""


def test_a_period_is_a_quarter_a_month_or_both_ends() -> None:
    assert period("2027-Q2") == "Q2 2027"
    assert period("2027-05") == "May 2027"
    assert period("2027-01..2027-12") == "January 2027 to December 2027"
    assert period("2027-05", month_short) == "May"
    assert (period("every spring"), period(None)) == ("every spring", "")
