"""A small plan in a journal: two lines over a year, four people, two inputs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from planner.model import database
from planner.model.changes import Author, Change
from planner.model.edits import Edit, PutRows
from planner.model.journal import Journal
from planner.model.plan import SINGLETONS, BudgetLine, Facts, Person, SalesInput

NOW = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)
Apply = Callable[[Edit], Change | None]


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    connection = database.connect(tmp_path / "plan.db")
    database.create_tables(connection, {})
    database.guard(connection)
    made = Journal(connection)
    rows = (
        Facts(id=SINGLETONS["facts"], currency="GBP", fiscal_year_start="2027-01", horizon_months=12),
        Person(id="callum", name="Callum Reid", function="sales"),
        Person(id="tess", name="Tess Bright", function="marketing"),
        BudgetLine(id="fair", description="Trade fair", position=1),
        BudgetLine(id="film", description="Film", position=2),
        SalesInput(id="one", code="SI-01", given_by="callum", text="Put list prices on the website.", position=1),
        SalesInput(id="two", code="SI-02", given_by="callum", text="Publish the prices.", position=2),
    )
    made.apply(PutRows(rows, "Start"), Author("Tess Bright", "tess"), NOW)
    yield made
    connection.close()
    connection.engine.dispose()


@pytest.fixture
def apply(journal: Journal) -> Apply:
    """Do an edit as Callum."""

    def do(edit: Edit) -> Change | None:
        return journal.apply(edit, Author("Callum Reid", "callum"), NOW)

    return do
