"""Values as people type them, in the plan's region, and the sentence for what is no value."""

from __future__ import annotations

import pytest

from planner.model.fields import Field
from planner.model.plan import SINGLETONS, Activity, Commitment, Facts, Funnel, Goal, Plan, Rate, Rows, fields_of
from planner.ui.reading import read_month, read_value, typed_words


def plan(locale: str = "en_GB", currency: str = "GBP") -> Plan:
    facts = Facts(id=SINGLETONS["facts"], locale=locale, currency=currency, fiscal_year_start="2027-01")
    return Plan({"facts": Rows([facts])})


def field(row: type, name: str) -> Field:
    return fields_of(row)[name]


@pytest.mark.parametrize(
    ("typed", "month"),
    [
        ("Mar 2027", "2027-03"),
        ("march", "2027-03"),
        ("3/2027", "2027-03"),
        ("2027-3", "2027-03"),
        ("Sept. 2027", "2027-09"),
        ("Sep 28", "2028-09"),
    ],
)
def test_months_as_people_write_them(typed: str, month: str) -> None:
    assert read_month(typed, "2027") == month


@pytest.mark.parametrize(("typed", "sentence"), [("13/2027", "no month 13"), ("soon", "like Mar 2027")])
def test_what_is_no_month_says_so(typed: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        read_month(typed, "2027")


@pytest.mark.parametrize(
    ("row", "name", "typed", "value"),
    [
        (Facts, "envelope", "£1,200.50", 120_050),
        (Facts, "envelope", "1.200,50", 120_050),
        (Facts, "margin_rate", "41%", 0.41),
        (Facts, "horizon_months", "12", 12),
        (Rate, "low", "", None),
        (Funnel, "lag_won", "0.1; 20%; 0", (0.1, 0.2, 0.0)),
        (Commitment, "targets", "2027-Q1: 248\n2027-Q2: 167", (("2027-Q1", 248.0), ("2027-Q2", 167.0))),
    ],
)
def test_values_are_read_and_written_back_the_same(row: type, name: str, typed: str, value: object) -> None:
    declared = field(row, name)
    read = read_value(plan(), declared, typed)
    assert read == (pytest.approx(value) if isinstance(value, float) else value)
    assert read_value(plan(), declared, typed_words(plan(), declared, read)) == read


@pytest.mark.parametrize(
    ("row", "name", "typed", "sentence"),
    [
        (Facts, "horizon_months", "61", "from 1 to 60"),
        (Facts, "horizon_months", "1.5", "whole number"),
        (Activity, "leads_low", "-1", "starts at 0"),
        (Facts, "envelope", "a lot", "Write a number"),
        (Commitment, "targets", "248", "One|one to a line"),
    ],
)
def test_what_is_no_value_is_refused_in_words(row: type, name: str, typed: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        read_value(plan(), field(row, name), typed)


def test_a_german_plan_reads_and_writes_german() -> None:
    german = plan("de_DE", "EUR")
    declared = field(Facts, "envelope")
    assert read_value(german, declared, "1.200,50") == 120_050
    assert read_value(german, declared, "14k") == 1_400_000
    assert typed_words(german, declared, 120_050) == "€1.200,50"


@pytest.mark.parametrize("typed", ["share", "Share", "%"])
def test_a_share_is_named_as_people_write_it(typed: str) -> None:
    unit = fields_of(Goal)["unit"]
    assert read_value(Plan(), unit, typed) == "share"
    assert typed_words(Plan(), unit, "share") == "Share"
    assert read_value(Plan(), unit, "Leads") == "Leads"
