"""Lists that nobody in this project wrote. Only where the shared folder is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from planner.exchange.cells import RawTable
from planner.exchange.delimited import read_delimited
from planner.exchange.lists import list_rows
from planner.exchange.lists.importing import read_tables_as
from planner.exchange.refused import ImportRefused
from planner.exchange.sheets import read_sheets

DATA = Path(__file__).resolve().parents[4] / "shared" / "data"
pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="the shared data folder is not beside the checkout")


def sheets(name: str) -> tuple[RawTable, ...]:
    path = DATA / name
    return (read_delimited(path),) if path.suffix == ".csv" else read_sheets(path)


@pytest.mark.parametrize(
    ("file", "sheet", "kind", "rows", "first"),
    [
        ("plans/packt/Tables.xlsx", "Stakeholders", "stakeholders", 8, "Josh Teter"),
        ("plans/packt/Tables.xlsx", "RACI", "activities", 8, "Requirements refinement"),
        ("plans/packt/Tables.xlsx", "Risk Register", "risks", 4, "Network testing failures"),
        ("plans/packt/Project Plan.xlsx", "Project Plan", "activities", 39, "Create P2P Network"),
        ("plans/packt/Communication Plan.xlsx", None, "activities", 4, "Stand Up"),
        ("plans/packt/Risk Log.xlsx", None, "risks", 0, None),
        ("plans/packt/Stakeholders.xlsx", None, "stakeholders", 0, None),
        ("plans/poi/simple-monthly-budget.xlsx", None, "budget", 13, "Rent/mortgage"),
        ("plans/office-scripts/task-reminders.xlsx", None, "sales-input", 11, "Finished reviews."),
        ("campaign/robyn_dt_simulated_weekly.csv", None, "spend", 208, None),
        ("campaign/meridian/national_all_channels.csv", None, "spend", 156, None),
    ],
)
def test_the_list_is_found(file, sheet, kind, rows, first, empty):
    tables = [table for table in sheets(file) if sheet in (None, table.sheet)]
    read = read_tables_as(tables, file, None, year=2027)
    assert (read.kind.key, len(read.entries)) == (kind, rows)
    if first is not None:
        assert read.entries[0].values[read.kind.main] == first
    list_rows(empty, read)


def test_expenses_of_a_template_add_up_to_its_own_total(empty):
    read = read_tables_as(sheets("plans/poi/simple-monthly-budget.xlsx"), "budget", "budget")
    assert sum(entry.values["amount"] for entry in read.entries) == 2336


def test_spend_by_channel_adds_up_to_the_files_own_sums(empty):
    from dataclasses import replace

    from planner.model.plan import Rows

    facts = replace(empty.facts, fiscal_year_start="2015-11", horizon_months=60)
    plan = empty.with_tables({"facts": Rows([facts])})
    outcome = list_rows(plan, read_tables_as(sheets("campaign/robyn_dt_simulated_weekly.csv"), "robyn", None))
    lines = {row.id: row.description for row in outcome.rows if row.TABLE == "budget_line"}
    sums: dict[str, int] = {}
    for row in outcome.rows:
        if row.TABLE == "amount":
            sums[lines[row.line]] = sums.get(lines[row.line], 0) + row.actual
    known = {"tv": 308748777, "ooh": 898933173, "print": 77555551, "search": 123042667, "facebook": 44629683}
    assert {name: round(amount / 1e4) for name, amount in sums.items()} == {
        name: round(amount / 1e4) for name, amount in known.items()
    }


@pytest.mark.parametrize("folder", ["closedxml", "phpspreadsheet", "sheetjs", "poi", "calamine"])
def test_awkward_files_end_in_rows_or_one_sentence(folder, empty):
    """A sample small enough for every run; each file is asked for the kind it looks like and for a budget."""
    for path in sorted((DATA / "robust" / folder).rglob("*.*")):
        if path.suffix.lower() not in (".xlsx", ".xlsm", ".csv") or path.stat().st_size > 40_000:
            continue
        try:
            tables = sheets(str(path.relative_to(DATA)))
        except ImportRefused as refused:
            assert str(refused).endswith("."), path
            continue
        for kind in (None, "budget"):
            try:
                list_rows(empty, read_tables_as(tables, path.name, kind, year=2027))
            except ImportRefused as refused:
                assert str(refused).endswith("."), path
