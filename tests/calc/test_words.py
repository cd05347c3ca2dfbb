"""Names of things as people say them."""

from planner.calc.words import measure


def test_a_measure_is_read_as_people_write_it() -> None:
    assert measure("mql_count") == "MQL count"
    assert measure("share_of_reps_using_weekly") == "Share of reps using weekly"
    assert measure("MQLs per quarter") == "MQLs per quarter"
    assert measure("sals") == "SALs"
    assert measure(None) == ""
