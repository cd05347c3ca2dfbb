"""The four playbooks as plans: whole, dated from the day they are started, and honest about what nobody knows."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from planner.model.changes import Author
from planner.model.document import Document
from planner.model.plan import Plan, fields_of
from planner.ui.program import Program
from planner.ui.settings import Settings
from planner.ui.start.last_results import LastResultsDialog
from planner.ui.start.playbooks import PLAYBOOKS, playbook_plan
from tests.ui.conftest import Answers, now

TODAY = date(2026, 11, 16)
FIGURES = ("baseline", "target", "leads_low", "leads_likely", "leads_high", "amount", "power", "interest",
           "probability", "impact", "accounts", "usage_share")  # fmt: skip


@pytest.fixture(params=PLAYBOOKS, ids=lambda book: book.key)
def plan(request) -> Plan:
    return playbook_plan(request.param.key, TODAY)


def test_it_has_content_for_every_part_of_the_walk(plan: Plan) -> None:
    least = {"person": 7, "stakeholder": 5, "goal": 2, "activity": 5, "budget_line": 6, "risk": 5, "commitment": 5,
             "question": 5, "session": 4, "note": 4}  # fmt: skip
    assert {table: len(plan.table(table)) >= n for table, n in least.items()} == dict.fromkeys(least, True)
    assert not len(plan.table("extra"))  # every word of the file was understood


def test_figures_that_only_the_team_can_know_are_not_known(plan: Plan) -> None:
    for row in plan.rows():
        for name in FIGURES:
            assert getattr(row, name, None) is None, (row, name)
    assert not len(plan.amounts) and not len(plan.rates) and not len(plan.sales_inputs)
    assert plan.facts.envelope is None and plan.facts.company is None


def test_roles_stand_where_names_belong(plan: Plan) -> None:
    assert all(person.name == person.role for person in plan.people)
    assert {"marketing", "sales"} <= {person.function for person in plan.people}
    ids = {person.id for person in plan.people}
    assert all(row.owner in ids for row in plan.activities)
    assert all(row.owner_marketing in ids and row.owner_sales in ids for row in plan.goals)


def test_every_activity_lies_in_the_period_and_serves_a_goal(plan: Plan) -> None:
    from planner.calc.months import period

    months = period(plan)
    assert plan.facts.fiscal_year_start in ("2027-01", "2026-12")
    for row in plan.activities:
        assert row.start in months and row.end in months and row.start <= row.end
        assert row.goals and row.sales_role and row.success_metric


def test_words_of_choices_are_those_of_the_choices(plan: Plan) -> None:
    for row in plan.rows():
        for field in fields_of(type(row)).values():
            value = getattr(row, field.name)
            if field.choices and isinstance(value, str):
                assert value in field.choices, (row, field.name)


def test_two_plans_from_one_playbook_share_no_row() -> None:
    one, two = (playbook_plan("annual-plan", TODAY) for _time in range(2))
    assert not {row.id for row in one.goals} & {row.id for row in two.goals}
    assert one.facts.plan_code is None


@pytest.fixture
def program(qapp_dressed: QApplication, answers: Answers):
    made = Program(now, Settings())
    yield made
    made.quit()
    made.deleteLater()


def test_next_years_plan_starts_from_last_years_and_asks_what_came_out(
    program: Program, tmp_path: Path, answers: Answers, qtbot, example_plan: Plan
) -> None:
    last, new = tmp_path / "last.cgplan", tmp_path / "next.cgplan"
    Document.create(last, now=now, plan=example_plan, author=Author("Ines Varga")).close()
    before = last.read_bytes()
    paths = [last, new]
    answers.open_file = lambda *_args: paths[0]  # type: ignore[method-assign]
    answers.save_file = lambda *_args: paths[1]  # type: ignore[method-assign]
    window = program.new_from_last()
    assert window is not None
    qtbot.waitUntil(lambda: window.findChild(LastResultsDialog) is not None)
    dialog = window.findChild(LastResultsDialog)
    assert last.read_bytes() == before
    first, second, *_rest = dialog.fields.values()
    window.activateWindow()
    qtbot.waitUntil(first.hasFocus)
    qtbot.keyClicks(first, "3 orders from 40 talks")
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert second.hasFocus()
    qtbot.keyClicks(second, "nothing")
    qtbot.keyClick(second, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    plan = window.workspace.plan
    assert [row.last_result for row in plan.activities][:2] == ["3 orders from 40 talks", "nothing"]
    assert window.workspace.history()[-1].label == "Say the last result of 2 activities"
    assert plan.facts.fiscal_year_start == "2028-01"


def test_last_years_plan_is_never_replaced(
    program: Program, tmp_path: Path, answers: Answers, example_plan: Plan
) -> None:
    last = tmp_path / "last.cgplan"
    Document.create(last, now=now, plan=example_plan, author=Author("Ines Varga")).close()
    answers.path = last
    assert program.new_from_last() is None


def test_another_file_as_last_years_plan_is_one_sentence(program: Program, tmp_path: Path, answers: Answers) -> None:
    answers.path = tmp_path / "other.cgplan"
    answers.path.write_text("no plan")
    assert program.new_from_last() is None
    assert len(answers.told) == 1 and "other.cgplan" in answers.told[0]
