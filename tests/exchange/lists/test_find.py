"""The table in a sheet: under titles, beside another, with a head of two rows, with totals, headings and notes."""

from __future__ import annotations

import pytest

from planner.exchange.lists.find import find_all, guess_kind
from planner.exchange.lists.kinds import KINDS
from planner.exchange.refused import ImportRefused
from tests.exchange.lists.conftest import read, sheet

BUDGET, PEOPLE = KINDS["budget"], KINDS["stakeholders"]


def test_titles_over_it_and_totals_and_notes_under_it_are_no_rows():
    found = read(
        ["Marketing budget 2027"],
        ["as of 3 November, in T€"],
        [],
        ["Position", "Verantwortlich", "Jan", "Feb", "Gesamt"],
        ["Messen"],
        ["Standmiete", "Reh", 10, 5.5, 15.5],
        ["Gesamt", "", 10, 5.5, 15.5],
        ["* ohne Reisekosten"],
    )
    assert found.kind is BUDGET
    assert found.found.head_rows == (4,)
    assert [(entry.row, entry.values["description"], entry.group) for entry in found.entries] == [
        (6, "Standmiete", "Messen")
    ]
    assert found.entries[0].months == {(2027, 1, False): 10_000.0, (2027, 2, False): 5_500.0}
    assert found.entries[0].values["amount"] == 15_500.0
    assert [(out.row, out.reason) for out in found.left_out] == [
        (5, "a heading: Messen"), (7, "a total"), (8, "a note under the table"),
    ]  # fmt: skip


def test_a_head_of_two_rows_is_read_together():
    found = read(
        ["Line", "January", "", "February", ""],
        ["", "Plan", "Actual", "Plan", "Actual"],
        ["Ads", 100, 90, 200, 0],
    )
    assert found.found.head_rows == (1, 2)
    assert found.entries[0].months == {
        (None, 1, False): 100.0, (None, 1, True): 90.0, (None, 2, False): 200.0, (None, 2, True): 0.0,
    }  # fmt: skip


def test_tables_side_by_side_and_one_below_the_other_are_told_apart():
    both = sheet(
        ["Item", "Amount", "", "Item", "Amount"],
        ["Rent", 800, "", "Salary", 2500],
        ["Power", 120, "", "Bonus", 300],
        [],
        ["Line", "Cost"],
        ["Fair", 9000],
    )
    tables = find_all(both, BUDGET)
    assert [[line.cells[0] for line in table.lines] for table in tables] == [
        ["Rent", "Power"],
        ["Salary", "Bonus"],
        ["Fair"],
    ]


def test_an_offset_table_and_a_repeated_head_are_found():
    found = read(
        [],
        ["", "", "Name", "Role", "Influence"],
        ["", "", "Ada Lovell", "CFO", 5],
        ["", "", "Name", "Role", "Influence"],
        ["", "", "Ben Ott", "Buyer", 3],
    )
    assert [entry.values["name"] for entry in found.entries] == ["Ada Lovell", "Ben Ott"]
    assert found.found.first_column == 2
    assert [out.reason for out in found.left_out] == ["the head once more"]


def test_bare_names_are_rows_and_not_headings():
    found = read(["Name", "Role", "E-mail"], ["Ada Lovell"], ["Ben Ott"], ["Cy Reed", "Buyer"])
    assert len(found.entries) == 3


@pytest.mark.parametrize(
    ("head", "row", "kind"),
    [
        (["Name", "Abteilung", "Einfluss", "Interesse"], ["Ada", "Vertrieb", 4, 2], "stakeholders"),
        (["Nom", "Fonction", "Pouvoir"], ["Ada", "Directrice", 4], "stakeholders"),
        (["Maßnahme", "Beginn", "Ende", "Verantwortlich"], ["Messe", "01.03.2027", "05.03.2027", "Reh"], "activities"),
        (["Actividad", "Fecha de inicio", "Responsable"], ["Feria", "2027-03-01", "Ruiz"], "activities"),
        (["Risiko", "Wahrscheinlichkeit", "Auswirkung"], ["Kürzung", "hoch", "mittel"], "risks"),
        (["Concepto", "Enero", "Febrero", "Total"], ["Feria", 1, 2, 3], "budget"),
        (["Zeitstempel", "Name", "Kommentar"], ["2026-11-02", "Ada", "Der Katalog ist zu dick"], "sales-input"),
        (["Campaign", "Day", "Cost"], ["Search", "2027-01-03", 12.5], "spend"),
        (["Unterlage", "Typ", "Jahreskosten", "Nutzung"], ["Katalog", "Print", 33000, "20%"], "materials"),
    ],
)
def test_the_kind_is_told_by_the_names_of_the_columns(head, row, kind):
    found = guess_kind([sheet(head, row, row)])
    assert found is not None and found.key == kind


def test_what_looks_like_no_list_is_one_sentence():
    with pytest.raises(ImportRefused, match=r"Nothing in list\.xlsx looks like a list"):
        read(["Lorem", "ipsum"], ["dolor", "sit"])
    with pytest.raises(ImportRefused, match="looks like Budget"):
        read(["Name", "Role"], ["Ada", "CFO"], kind="budget")


def test_every_kind_names_what_it_holds_and_every_name_is_known_once():
    for kind in KINDS.values():
        assert set(kind.names) <= set(kind.labels), kind.key
        assert kind.main in kind.labels
