"""The grid of what is known of the lines, the ways of grouping, and planned, committed or spent."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from planner.model.edits import AddRow, DeleteRows, SetFields
from planner.model.edits.budget import SetAmounts
from planner.model.plan import BudgetLine, Plan
from planner.ui.pages.budget.lines import FIELDS
from planner.ui.pages.budget.page import BudgetPage
from planner.ui.workspace import Workspace

from .conftest import Shown, small_plan

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
OWNER, CATEGORY, BASIS, PRIORITY, COMMITTED, BRIEF = range(1, 7)


@pytest.fixture
def shown(open_workspace: Callable[[Plan], Workspace], qtbot: QtBot) -> Shown:
    page = BudgetPage(open_workspace(small_plan()))
    qtbot.addWidget(page)
    page.resize(1160, 812)
    page.show()
    made = Shown(page)
    page.choice._segments["lines"].click()
    page.lines.setFocus()
    return made


def page_of(shown: Shown) -> BudgetPage:
    assert isinstance(shown.page, BudgetPage)
    return shown.page


def line(shown: Shown, id: str) -> BudgetLine:
    return shown.page.workspace.plan.budget_lines[id]


def go(shown: Shown, id: str, column: int) -> None:
    page_of(shown).lines.take(page_of(shown).rows.row_of(id), column)


def write(shown: Shown, qtbot: QtBot, id: str, column: int, text: str) -> None:
    lines = page_of(shown).lines
    go(shown, id, column)
    qtbot.keyClick(lines, text[0])
    editor = next(one for one in lines.findChildren(QLineEdit) if one.isVisible())
    qtbot.keyClicks(editor, text[1:])
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()


def test_groups_lines_fields_and_totals(shown: Shown) -> None:
    rows = page_of(shown).lines.rows
    assert [rows.index(row, 0).data() for row in range(rows.rowCount())] == [
        "Trade shows", "Packline", "Foodtech", "L60 launch", "Demo van",
    ]  # fmt: skip
    assert rows.index(1, OWNER).data() == "Tess Bright"
    assert [rows.index(row, rows.last).data() for row in (0, 1, 4)] == ["54", "54", "6"]
    assert rows.headerData(BASIS, Qt.Orientation.Horizontal) == "Basis"


@pytest.mark.parametrize(
    ("column", "typed", "value"),
    [
        (BASIS, "qu", "quote"),
        (BASIS, "last", "last_year"),
        (PRIORITY, "3", 3),
        (COMMITTED, "y", True),
        (BRIEF, "No", False),
        (CATEGORY, "fairs", "fairs"),
        (OWNER, "callum", "callum"),
    ],
)
def test_the_beginning_of_a_word_is_enough_and_is_one_step(
    shown: Shown, qtbot: QtBot, column: int, typed: str, value: object
) -> None:
    before = shown.page.workspace.plan
    write(shown, qtbot, "packline", column, typed)
    assert getattr(line(shown, "packline"), FIELDS[column - 1]) == value
    shown.page.workspace.undo()
    assert shown.page.workspace.plan == before


def test_what_says_nothing_is_kept_in_the_cell_and_says_what_would(shown: Shown, qtbot: QtBot) -> None:
    before = shown.page.workspace.plan
    write(shown, qtbot, "packline", PRIORITY, "9")
    rows = page_of(shown).lines.rows
    index = rows.index(rows.row_of("packline"), PRIORITY)
    assert index.data() == "9"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "Write one of these: 1, 2, 3, 4."
    assert shown.page.workspace.plan is before


def test_space_takes_the_next_choice(shown: Shown, qtbot: QtBot) -> None:
    lines = page_of(shown).lines
    go(shown, "packline", COMMITTED)
    found = []
    for _press in range(3):
        qtbot.keyClick(lines, Qt.Key.Key_Space)
        found.append(line(shown, "packline").committed)
    assert found == [True, False, None]


def test_fill_and_empty_are_one_step_each(shown: Shown, qtbot: QtBot) -> None:
    page, before = page_of(shown), shown.page.workspace.plan
    page.workspace.apply(SetFields("budget_line", "packline", {"basis": "quote"}))
    go(shown, "packline", BASIS)
    for _row in range(3):
        qtbot.keyClick(page.lines, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(page.lines, Qt.Key.Key_D, CTRL)
    assert [line(shown, id).basis for id in ("packline", "foodtech", "van")] == ["quote"] * 3
    assert page.workspace.undo_label == "Fill Basis of 2 lines"
    qtbot.keyClick(page.lines, Qt.Key.Key_Delete)
    assert [line(shown, id).basis for id in ("packline", "foodtech", "van")] == [None] * 3
    assert page.workspace.undo_label == "Empty Basis of 3 lines"
    for _step in range(3):
        page.workspace.undo()
    assert page.workspace.plan == before


def test_a_block_is_pasted_or_refused_as_a_whole(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    go(shown, "packline", BASIS)
    QApplication.clipboard().setText("Quote\t2\nGuess\t1")
    qtbot.keyClick(page.lines, Qt.Key.Key_V, CTRL)
    assert [(line(shown, id).basis, line(shown, id).priority) for id in ("packline", "foodtech")] == [
        ("quote", 2),
        ("guess", 1),
    ]
    assert page.workspace.undo_label == "Paste Basis, Priority of 2 lines"
    before = page.workspace.plan
    QApplication.clipboard().setText("Quote\t7")
    qtbot.keyClick(page.lines, Qt.Key.Key_V, CTRL)
    assert "“7” was not understood" in shown.refused[-1]
    assert page.workspace.plan is before


def test_a_finding_about_a_field_of_a_line_leads_to_its_cell(shown: Shown) -> None:
    page = page_of(shown)
    page.choice._segments["months"].click()
    assert page.show_object("van", "basis")
    assert page.in_lines
    at = page.lines.currentIndex()
    assert (page.rows.key_at(at.row()), at.column()) == ("van", BASIS)
    assert shown.said[-1] == ("Demo van, Basis", "not known yet")
    assert page.show_object("packline")
    assert not page.in_lines


def test_the_months_fill_the_card_whichever_grid_was_shown(shown: Shown) -> None:
    page = page_of(shown)
    for key, width in (("months", 904), ("lines", 1160), ("quarters", 1160), ("lines", 904)):
        page.choice._segments[key].click()
        page.resize(width, 812)
        QApplication.processEvents()
        assert page.grid.width() == page.lines.parentWidget().width(), key
        left, wide = page.grid.column_box(page.rows.last)
        assert left + wide <= page.grid.width()


def test_the_line_in_hand_stays_from_grid_to_grid(shown: Shown) -> None:
    page = page_of(shown)
    go(shown, "van", BASIS)
    for key in ("months", "lines", "quarters"):
        page.choice._segments[key].click()
        assert page.line_in_hand == "van"


def test_a_group_folds_in_both_grids(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    page.lines.take(0, 0)
    qtbot.keyClick(page.lines, Qt.Key.Key_Return)
    assert [page.lines.rows.index(row, 0).data() for row in range(3)] == ["Trade shows", "L60 launch", "Demo van"]
    page.choice._segments["months"].click()
    assert page.rows.row_of("packline") < 0


@pytest.mark.parametrize(
    ("by", "heads"),
    [
        ("goal", ["More orders", "Without a goal"]),
        ("category", ["Fairs", "Without a category"]),
        ("owner", ["Callum Reid", "Tess Bright"]),
        ("priority", ["Priority 1, cut last", "Priority 3", "Without a priority"]),
        ("side", ["Marketing", "Sales"]),
        ("activity", ["Trade shows", "L60 launch"]),
    ],
)
def test_lines_are_grouped_by_something_else(shown: Shown, by: str, heads: list[str]) -> None:
    page, work = page_of(shown), shown.page.workspace
    work.apply(AddRow("goal", {"title": "More orders"}, id="orders"))
    work.apply(SetFields("activity", "shows", {"goals": ("orders",)}))
    work.apply(SetFields("budget_line", "van", {"category": "fairs", "priority": 1}))
    work.apply(SetFields("budget_line", "packline", {"priority": 3}))
    go(shown, "van", BASIS)
    page.group_by(by)  # type: ignore[arg-type]
    assert [page.rows.name(key) for key in page.rows.keys if key.startswith("group ")] == heads
    assert page.line_in_hand == "van"
    assert page.rows.amount("", page.rows.last) == 6_000_000
    if by == "category":
        work.apply(SetFields("budget_line", "packline", {"category": "fairs"}))
        assert page.rows.amount("group fairs", page.rows.last) == 6_000_000


def test_planned_committed_and_spent_are_chosen_in_the_head(shown: Shown) -> None:
    page = page_of(shown)
    page.choice._segments["months"].click()
    page.workspace.apply(SetAmounts({("van", "2027-03"): 500_000}, "actual"))
    page.measure._segments["actual"].click()
    assert page.rows.index(page.rows.row_of("van"), 3).data() == "5"
    page.choose("planned", 1)
    assert page.measure.current == "planned"


def test_the_model_keeps_its_promises(shown: Shown) -> None:
    page, work = page_of(shown), shown.page.workspace
    tester = QAbstractItemModelTester(page.lines.rows, QAbstractItemModelTester.FailureReportingMode.Warning)
    work.apply(AddRow("budget_line", {"description": "Leaflet"}))
    work.apply(SetFields("budget_line", "van", {"activity": "shows"}))
    work.apply(DeleteRows("budget_line", ("packline",)))
    page.group_by("owner")
    page.toggle(page.rows.keys[0])
    while work.undo():
        pass
    assert tester.model() is page.lines.rows
