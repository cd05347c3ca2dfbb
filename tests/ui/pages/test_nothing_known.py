"""What nobody knows is said to be unknown: never nought, never an empty place, never a number of a month."""

from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from planner.i18n import use_language
from planner.model.ids import cell_id
from planner.model.plan import SINGLETONS, Amount, BudgetLine, Facts, Person, Plan
from planner.model.words import name_of
from planner.ui.pages.budget.page import BudgetPage
from planner.ui.voices import name_of_person
from planner.ui.workspace import Workspace

from .conftest import plan_of


def lines_without_amounts(envelope: int | None) -> Plan:
    facts = Facts(id=SINGLETONS["facts"], currency="EUR", locale="en_GB", fiscal_year_start="2027-01",
                  horizon_months=12, envelope=envelope)  # fmt: skip
    return plan_of(facts, BudgetLine(id="stand", code="B-01", description="Stand"))


def said_by_the_head(page: BudgetPage) -> str:
    return page.top.accessibleName()


def test_a_budget_without_amounts_is_not_known_yet(
    open_workspace: Callable[[Plan], Workspace], qtbot: QtBot
) -> None:
    workspace = open_workspace(lines_without_amounts(1_000_000))
    page = BudgetPage(workspace)
    qtbot.addWidget(page)
    page.refresh(workspace.plan, workspace.results, None)
    assert said_by_the_head(page) == "Envelope used. Not known yet. No amount is known yet"


def test_a_person_without_a_name_is_somebody_all_the_same() -> None:
    plan = plan_of(Person(id="p", code="P-1"), Person(id="q", code="P-2", name="Ewa"))
    assert [name_of_person(plan, who) for who in ("p", "q", "gone", None)] == ["Name not given", "Ewa", "", ""]


def test_the_cell_of_a_grid_is_called_by_the_word_for_its_month() -> None:
    cell = Amount(id=cell_id("amount", "stand", "2027-03"), line="stand", month="2027-03", planned=100)
    plan = plan_of(*lines_without_amounts(None).budget_lines, cell)
    assert name_of(plan, cell) == "Stand, March"
    use_language("de")
    try:
        assert name_of(plan, cell) == "Stand, März"
    finally:
        use_language(None)
