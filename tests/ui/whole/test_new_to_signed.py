"""A plan from New to its two signatures, through real windows, sheets and keys; closed, opened again and taken back."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from planner.model.plan import SINGLETONS, Plan
from planner.ui.forms.sheet import NewRowDialog
from planner.ui.pages.agreement.page import AgreementPage
from planner.ui.pages.agreement.sign import SignDialog
from planner.ui.pages.budget.page import BudgetPage
from planner.ui.pages.sales_input.page import SalesInputPage
from planner.ui.parts.combo import Combo
from planner.ui.parts.dialog import Dialog
from planner.ui.parts.emptypage import EmptyPage
from planner.ui.program import Program
from planner.ui.settings import Settings
from planner.ui.start.first_facts import FirstFacts
from planner.ui.start.screen import StartWindow
from planner.ui.whotypes import WhoTypes
from planner.ui.window import Window
from tests.ui.conftest import Answers, now

D = TypeVar("D", bound=Dialog)
CTRL = Qt.KeyboardModifier.ControlModifier


class Facilitator:
    """Somebody at one window, who clicks what is on screen and types where the keyboard is."""

    def __init__(self, window: Window, bot: QtBot) -> None:
        self.window, self._bot = window, bot

    @property
    def plan(self) -> Plan:
        return self.window.workspace.plan

    def at(self) -> QWidget:
        """What has the keyboard."""
        self._bot.waitUntil(lambda: QApplication.focusWidget() is not None)
        found = QApplication.focusWidget()
        assert found is not None
        return found

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self._bot.keyClick(self.at(), key, held)

    def types(self, text: str, *, into: QWidget | None = None) -> None:
        """Type, in the place of what stands in a line already; `into` is clicked first."""
        if into is not None:
            into.setFocus(Qt.FocusReason.MouseFocusReason)
            self._bot.waitUntil(lambda: into is self.at() or into.isAncestorOf(self.at()))
        at = self.at()
        if isinstance(at, QLineEdit):
            at.selectAll()
        self._bot.keyClicks(at, text)

    def asked(self, kind: type[D]) -> D:
        """The sheet that asks for something now."""
        self._bot.waitUntil(lambda: any(one.isVisible() for one in self.window.findChildren(kind)))
        return next(one for one in self.window.findChildren(kind) if one.isVisible())

    def clicks(self, button: QAbstractButton) -> None:
        assert button.isVisible() and button.isEnabled()
        self._bot.mouseClick(button, Qt.MouseButton.LeftButton)

    def goes_to(self, number: int) -> QWidget:
        """A chapter by its key, or from the one before by Page Down."""
        if number <= 9:
            QTest.keyClick(self.window, Qt.Key(Qt.Key.Key_0.value + number), CTRL)
        else:
            self.goes_to(9)
            for _step in range(number - 9):
                QTest.keyClick(self.window, Qt.Key.Key_PageDown, CTRL)
        return self.window.page

    def starts(self) -> None:
        """Press the one button of an empty page."""
        (empty,) = [one for one in self.window.page.findChildren(EmptyPage) if one.isVisible()]
        buttons = [one for one in empty.findChildren(QAbstractButton) if one.isVisible()]
        self.clicks(buttons[0])

    def signs(self, half: str, name: str = "") -> None:
        """Sign for a half, with a name where one is asked for."""
        page = self.window.page
        assert isinstance(page, AgreementPage)
        self.clicks(page.feet[half].sign)
        dialog = self.asked(SignDialog)
        if name:
            self.types(name, into=dialog.name)
        self.key(Qt.Key.Key_Return)
        self._bot.waitUntil(lambda: not any(one.isVisible() for one in self.window.findChildren(SignDialog)))


@pytest.fixture
def program(qapp_dressed: QApplication, answers: Answers) -> Iterator[Program]:
    made = Program(now, Settings())
    yield made
    made.quit()
    made.deleteLater()


def started(program: Program, bot: QtBot) -> StartWindow:
    program.show_start()
    (start,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, StartWindow) and one.isVisible()]
    return start


def begun(program: Program, bot: QtBot, name: str) -> Facilitator:
    """Whoever has chosen how to start says who is typing."""
    (window,) = program.windows
    bot.waitExposed(window)
    one = Facilitator(window, bot)
    who = one.asked(WhoTypes)
    one.types(name, into=who.name)
    one.key(Qt.Key.Key_Return)
    bot.waitUntil(lambda: window.workspace.author.name == name)
    return one


def reopened(program: Program, path: Path, bot: QtBot) -> Window:
    """Close every window and open the file."""
    for window in list(program.windows):
        window.close()
    window = program.open_path(path)
    assert window is not None
    bot.waitUntil(lambda: window.workspace.document is not None and window.isActiveWindow())
    return window


def longer(window: Window, edits: int) -> bool:
    """Whether the history has more edits than that."""
    return len(window.workspace.history()) > edits


def test_the_annual_plan_is_worked_through_signed_and_taken_back_past_closing(
    program: Program, tmp_path: Path, answers: Answers, qtbot: QtBot
) -> None:
    answers.path = tmp_path / "annual.cgplan"
    qtbot.mouseClick(started(program, qtbot).cards[0], Qt.MouseButton.LeftButton)
    one = begun(program, qtbot, "Ines Varga")
    work = one.window.workspace

    context = one.goes_to(1)
    context.open_facts("company")  # type: ignore[attr-defined]
    one.types("Tolland Pumps")
    one.key(Qt.Key.Key_Return)
    one.key(Qt.Key.Key_Escape)
    assert one.plan.facts.company == "Tolland Pumps"

    one.goes_to(3)
    one.starts()
    one.types("Waterworks in the north")
    one.key(Qt.Key.Key_Return)
    assert [row.name for row in one.plan.segments] == ["Waterworks in the north"]

    sales = one.goes_to(5)
    assert isinstance(sales, SalesInputPage)
    one.starts()
    said = one.asked(NewRowDialog)
    one.types("Nobody reads the brochure")
    giver = next(person for person in one.plan.people if person.role == "Field rep")
    by = said.form.editor("given_by")
    assert isinstance(by, Combo)
    by.setFocus(Qt.FocusReason.TabFocusReason)
    for _row in range(by.count()):
        if by.key != giver.id:
            one.key(Qt.Key.Key_Down)
    one.key(Qt.Key.Key_Return, CTRL)
    (row,) = one.plan.sales_inputs
    assert (row.text, row.given_by) == ("Nobody reads the brochure", giver.id)
    one.key(Qt.Key.Key_X)
    one.key(Qt.Key.Key_Return)
    assert one.plan.sales_inputs[row.id].status == "new"  # a no needs its reason
    one.types("The trade fair needs one more", into=sales.answer_sheet.words)
    one.key(Qt.Key.Key_Return)
    assert one.plan.sales_inputs[row.id].status == "declined"

    one.goes_to(8)
    QTest.keyClick(one.window.page, Qt.Key.Key_N)
    one.asked(NewRowDialog)
    one.types("Webinar on dosing")
    one.key(Qt.Key.Key_Return)
    assert "Webinar on dosing" in [activity.title for activity in one.plan.activities]

    budget = one.goes_to(9)
    assert isinstance(budget, BudgetPage)
    budget.view.setFocus()
    budget.view.take(1, 1)
    QApplication.clipboard().setText("12,000\t1,200.50\t3k")
    qtbot.keyClick(budget.view, Qt.Key.Key_V, CTRL)
    assert sorted(amount.planned or 0 for amount in one.plan.amounts) == [120_050, 300_000, 1_200_000]

    one.goes_to(12)
    one.signs("marketing")
    assert one.plan.facts.status != "locked"
    one.signs("sales", "Tom Becker")
    assert one.plan.facts.status == "locked" and len(one.plan.signoffs) == 2
    assert {one.plan.people[sign.person or ""].name for sign in one.plan.signoffs} == {"Ines Varga", "Tom Becker"}
    assert work.undo_label == "Tom Becker signs for sales"

    window = reopened(program, answers.path, qtbot)
    assert window.workspace.plan.facts.status == "locked"
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: window.workspace.plan.facts.status != "locked")
    assert [sign.function for sign in window.workspace.plan.signoffs] == ["marketing"]
    while window.workspace.undo_label != "Start the plan":
        before = len(window.workspace.history())
        window.undo()
        qtbot.waitUntil(partial(longer, window, before))
    assert not len(window.workspace.plan.sales_inputs) and not len(window.workspace.plan.amounts)


def test_a_blank_plan_is_signed_in_the_shortest_way(
    program: Program, tmp_path: Path, answers: Answers, qtbot: QtBot
) -> None:
    answers.path = tmp_path / "blank.cgplan"
    qtbot.mouseClick(started(program, qtbot).blank, Qt.MouseButton.LeftButton)
    one = begun(program, qtbot, "Ines Varga")
    facts = one.asked(FirstFacts)
    one.types("Tolland Pumps", into=facts.form.editor("company"))
    one.key(Qt.Key.Key_Return)
    assert one.plan.facts.company == "Tolland Pumps"

    page = one.goes_to(12)
    assert isinstance(page, AgreementPage)
    (empty,) = [found for found in page.findChildren(EmptyPage) if found.isVisible()]
    one.clicks([found for found in empty.findChildren(QAbstractButton) if found.isVisible()][1])
    assert len(one.plan.commitments) == 2
    one.signs("sales", "Tom Becker")  # who joins the plan by signing
    one.signs("marketing")
    assert one.plan.facts.status == "locked"
    tom = next(person for person in one.plan.people if person.name == "Tom Becker")
    assert (tom.function, tom.present) == ("sales", True)
    assert one.plan.facts.id == SINGLETONS["facts"]
