"""The pulse on the agreement: taken in turns, what is far apart stands first, and the last one beside the first."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from planner.calc.pulse import STATEMENTS
from planner.model.plan import Plan, Pulse, Session
from planner.ui.pages.agreement.page import AgreementPage
from planner.ui.pages.agreement.pulse import PulseDialog, pulse_faces
from planner.ui.workspace import Workspace

from .conftest import plan_of
from .test_agreement import agreed_plan, opened, page_of


@pytest.fixture
def page(open_workspace: Callable[[Plan], Workspace], qtbot: QtBot) -> Iterator[AgreementPage]:
    shown = opened(open_workspace(agreed_plan()), qtbot)
    yield page_of(shown)


def test_everybody_answers_in_turn_with_the_figure_keys(page: AgreementPage, qtbot: QtBot) -> None:
    page.pulse.take.click()
    dialog = page.window().findChildren(PulseDialog)[-1]
    assert dialog.board.rows.rowCount() == len(STATEMENTS)
    first = dialog.person
    for _statement in STATEMENTS:
        qtbot.keyClick(dialog.board, Qt.Key.Key_4)
    qtbot.keyClick(dialog.board, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.person != first
    assert dialog.board.answers == {}
    qtbot.keyClick(dialog.board, Qt.Key.Key_2)
    dialog._close.click()
    given = [(row.person, row.statement, row.score) for row in page.workspace.plan.pulses if row.session]
    assert given[:12] == [(first, number, 4) for number in range(1, 13)]
    assert given[12:] == [(dialog.person, 1, 2)]
    assert page.pulse.take.text() == "Take it again"
    assert "The pulse, answered by" in page.pulse.accessibleName()
    page.workspace.undo()
    page.workspace.undo()
    assert [row for row in page.workspace.plan.pulses if row.session] == []
    assert page.pulse.accessibleName() == "The pulse, not taken yet"


def answers(session: str, statement: int, **means: int) -> list[Pulse]:
    return [
        Pulse(id=f"{session}-{statement}-{side}", session=session, statement=statement, function=side, score=score,
              person=side)
        for side, score in means.items()
    ]  # fmt: skip


def test_what_needs_talking_about_stands_first_with_what_it_was_before() -> None:
    rows = [
        *answers("first", 1, sales=5, marketing=2),
        *answers("last", 1, sales=5, marketing=4),
        *answers("last", 2, sales=4, marketing=4),
        *answers("last", 3, sales=5, marketing=2, agency=3, finance=4),
    ]
    plan = plan_of(Session(id="first", held_on="2026-09-01"), Session(id="last", held_on="2026-11-01"), *rows)
    faces = pulse_faces(plan)
    assert [one.words for one in faces] == [STATEMENTS[2], STATEMENTS[0], STATEMENTS[1]]
    assert [one.flagged for one in faces] == [True, True, False]
    assert [one.apart for one in faces] == ["3.0 apart", "1.0 apart, 3.0 before", "0.0 apart"]
    assert [one.others_words for one in faces] == ["3.5", "–", "–"]


def test_nameless_answers_of_few_are_not_shown() -> None:
    rows = [Pulse(id=str(n), session="one", statement=1, function="sales", score=2) for n in range(3)]
    (face,) = pulse_faces(plan_of(Session(id="one", held_on="2026-11-01"), *rows))
    assert (face.sales_words, face.marketing_words, face.others_words) == ("–", "–", "–")
