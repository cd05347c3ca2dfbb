"""Pages on a real document, with a plan small enough to count by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from planner.model.changes import Author
from planner.model.document import Document
from planner.model.ids import cell_id
from planner.model.plan import (
    SINGLETONS,
    Activity,
    Amount,
    BudgetLine,
    Dot,
    Facts,
    Material,
    Person,
    Plan,
    Row,
    Rows,
    SalesInput,
    VoteRound,
)
from planner.ui.page import Page
from planner.ui.theme import install
from planner.ui.workspace import Workspace


def now() -> datetime:
    return datetime(2026, 11, 16, 9, 0, tzinfo=UTC)


def plan_of(*rows: Row) -> Plan:
    """A plan of these rows."""
    tables: dict[str, list[Row]] = {}
    for row in rows:
        tables.setdefault(row.TABLE, []).append(row)
    return Plan({name: Rows(inside) for name, inside in tables.items()})


def amount(line: str, month: str, planned: int) -> Amount:
    """A cell with a planned amount in pounds."""
    return Amount(id=cell_id("amount", line, month), line=line, month=month, planned=planned * 100)


def small_plan() -> Plan:
    """Three lines in two activities, four inputs with dots, two materials."""
    return plan_of(
        Facts(
            id=SINGLETONS["facts"], title="Plan", company="Wrenfield", currency="GBP", locale="en_GB",
            fiscal_year_start="2027-01", horizon_months=12, envelope=48_000_000, as_of="2026-11-16",
        ),
        Person(id="callum", code="P-1", name="Callum Reid", function="sales", position=1),
        Person(id="tess", code="P-2", name="Tess Bright", function="marketing", position=2),
        Activity(id="shows", code="A-01", title="Trade shows", position=1),
        Activity(id="launch", code="A-02", title="L60 launch", position=2),
        BudgetLine(id="packline", code="B-01", activity="shows", description="Packline", owner="tess", position=1,
                   amount=5_400_000),
        BudgetLine(id="foodtech", code="B-02", activity="shows", description="Foodtech", owner="callum", position=2),
        BudgetLine(id="van", code="B-03", activity="launch", description="Demo van", owner="callum", position=3,
                   amount=600_000),
        amount("packline", "2027-01", 14_000),
        amount("packline", "2027-02", 38_000),
        amount("packline", "2027-03", 2_000),
        amount("van", "2027-03", 6_000),
        SalesInput(id="downtime", code="SI-01", given_by="callum", text="Customers ask what downtime costs.",
                   category="customer_need", date="2026-11-02", status="accepted", activities=("launch",), position=1),
        SalesInput(id="prices", code="SI-02", given_by="callum", text="Put list prices on the website.",
                   category="idea", date="2026-11-14", position=2),
        SalesInput(id="plant", code="SI-03", given_by="callum", text="Bring the L60 to their plant.",
                   category="material", date="2026-11-01", status="adapted", response="3 regions, not 6", position=3),
        SalesInput(id="reprint", code="SI-04", given_by="tess", text="Ask us before you reprint.", status="declined",
                   decline_reason="Printed already.", position=4),
        VoteRound(id="round", kind="inputs", held_on="2026-11-10", dots_per_person=3),
        Dot(id="d1", round="round", item="downtime", function="sales", dots=3),
        Dot(id="d2", round="round", item="downtime", function="marketing", dots=2),
        Dot(id="d3", round="round", item="plant", function="sales", dots=1),
        Material(id="brochure", code="M-01", name="L40 brochure", sales_rating=1.8, marketing_rating=4.1),
        Material(id="film", code="M-02", name="Film", sales_rating=4.7),
    )  # fmt: skip


@pytest.fixture
def dressed(qapp: QApplication) -> QApplication:
    """The application in the light theme."""
    install(qapp, "light")
    return qapp


@pytest.fixture
def open_workspace(tmp_path: Path, dressed: QApplication) -> Iterator[Callable[[Plan], Workspace]]:
    """Opens a plan as a real document, with Callum at the keyboard."""
    opened: list[Workspace] = []

    def make(plan: Plan) -> Workspace:
        made = Workspace(plan, now=now)
        path = tmp_path / "plan.cgplan"
        made.attach(Document.create(path, now=now, plan=plan, author=Author("Tess Bright"), state_dir=tmp_path))
        made.set_author(Author("Callum Reid", "callum"))
        opened.append(made)
        return made

    yield make
    for workspace in opened:
        workspace.close()


@pytest.fixture
def workspace(open_workspace: Callable[[Plan], Workspace]) -> Workspace:
    """The small plan on screen."""
    return open_workspace(small_plan())


class Shown(QObject):
    """A page that follows its workspace as the window makes it do; it lives as long as the page."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.page = page
        self.said: list[tuple[str, str]] = []
        self.refused: list[str] = []
        page.workspace.changed.connect(self.follow)
        page.workspace.refused.connect(self.refused.append)
        page.cell.connect(self.hear)
        page.refresh(page.workspace.plan, page.workspace.results, None)

    def follow(self, change: object) -> None:
        work = self.page.workspace
        self.page.refresh(work.plan, work.results, change)  # type: ignore[arg-type]

    def hear(self, name: str, value: str) -> None:
        self.said.append((name, value))
