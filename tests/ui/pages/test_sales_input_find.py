"""Looking for inputs, and putting together those that say the same."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from planner.model.plan import Dot, Plan, SalesInput
from planner.ui.pages.sales_input.page import SalesInputPage
from planner.ui.parts.dialog import Dialog
from planner.ui.workspace import Workspace

from .conftest import Shown, small_plan


def twin_plan() -> Plan:
    """The small plan, in which two more say what was said already."""
    plan = small_plan()
    more = {
        "again": SalesInput(id="again", code="SI-05", given_by="tess", text="Bring the L60 to the plant of customers",
                            category="event", position=5),
        "cost": SalesInput(id="cost", code="SI-06", given_by="callum", text="Customers ask us what downtime costs",
                           position=6),
    }  # fmt: skip
    dots = {
        "d4": Dot(id="d4", round="round", item="again", function="sales", dots=2),
        "d5": Dot(id="d5", round="round", item="again", function="marketing", dots=1),
    }
    return plan.with_tables({
        "sales_input": plan.sales_inputs.with_changes(more), "dot": plan.dots.with_changes(dots),
    })  # fmt: skip


@pytest.fixture
def shown(open_workspace: Callable[[Plan], Workspace], qtbot: QtBot) -> Shown:
    page = SalesInputPage(open_workspace(twin_plan()))
    qtbot.addWidget(page)
    page.resize(904, 812)
    page.show()
    qtbot.waitExposed(page)
    return Shown(page)


def page_of(shown: Shown) -> SalesInputPage:
    assert isinstance(shown.page, SalesInputPage)
    return shown.page


def keys(shown: Shown) -> list[str]:
    return sorted(page_of(shown).rows.keys)


def test_f_looks_for_words_and_esc_for_nothing_again(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    page.ledger.take("prices")
    qtbot.keyClick(page.ledger, Qt.Key.Key_F)
    assert page.focusWidget() is page.finder.search
    qtbot.keyClicks(page.finder.search, "downtime what")
    assert keys(shown) == ["cost", "downtime"]
    assert page.rows.counts["all"] == 2 and page.rows.counts["accepted"] == 1
    qtbot.keyClick(page.finder.search, Qt.Key.Key_Return)
    assert page.focusWidget() is page.ledger
    page.finder.search.setFocus()
    qtbot.keyClick(page.finder.search, Qt.Key.Key_Escape)
    assert len(keys(shown)) == 6
    qtbot.keyClicks(page.finder.search, "si-04")
    assert keys(shown) == ["reprint"]


def test_who_said_it_and_its_kind_narrow_with_the_answer(shown: Shown) -> None:
    page = page_of(shown)
    page.finder.givers.set_key("tess")
    page.finder.givers.chosen.emit("tess")
    assert keys(shown) == ["again", "reprint"]
    page.choice._segments["declined"].click()
    assert keys(shown) == ["reprint"]
    page.finder.kinds.set_key("event")
    page.finder.kinds.chosen.emit("event")
    assert keys(shown) == []
    assert page.ledger.empty_words == "No input fits what you look for."
    assert page.show_object("downtime")
    assert len(keys(shown)) == 6
    assert page.choice.current == "all"


def test_only_what_occurs_is_offered(shown: Shown) -> None:
    finder = page_of(shown).finder
    assert [finder.givers.itemText(n) for n in range(finder.givers.count())] == [
        "Said by anybody", "Callum Reid", "Tess Bright",
    ]  # fmt: skip
    assert [finder.kinds.itemData(n) for n in range(finder.kinds.count())] == [
        "", "customer_need", "event", "idea", "material",
    ]  # fmt: skip


def test_twins_are_put_together_in_one_step_and_their_dots_add_up(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    assert page.twins.isVisible()
    pairs = [(pair.keep, pair.other) for pair in page.twins.pairs]
    assert sorted(pairs) == [("again", "plant"), ("downtime", "cost")]
    while page.twins.pairs[0].keep != "again":
        qtbot.mouseClick(page.twins.differ, Qt.MouseButton.LeftButton)
    before, steps = page.workspace.plan, len(page.workspace.history())
    qtbot.mouseClick(page.twins.join, Qt.MouseButton.LeftButton)
    plan = page.workspace.plan
    assert plan.sales_inputs["plant"].merged_into == "again"
    assert sorted(page.rows.face("again").dots) == ["marketing", "sales", "sales", "sales"]
    assert page.rows.face("plant").dots == ()
    assert page.rows.face("plant").below == "Same as SI-05"
    assert page.ledger.chosen == "again"
    assert len(page.workspace.history()) == steps + 1
    page.workspace.undo()
    assert page.workspace.plan == before
    assert sorted(page.rows.face("again").dots) == ["marketing", "sales", "sales"]
    page.workspace.redo()
    assert page.workspace.plan == plan


def test_what_differs_is_not_asked_again_until_it_is_taken_back(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    work, (first, second) = page.workspace, page.twins.pairs
    for _pair in range(2):
        qtbot.keyClick(page.twins.differ, Qt.Key.Key_Space)
    assert not page.twins.isVisible()
    assert {row.id: row.differs_from for row in work.plan.sales_inputs if row.differs_from} == {
        first.other: (first.keep,), second.other: (second.keep,),
    }  # fmt: skip
    assert work.history()[-1].label.startswith("Tell “") and work.history()[-1].label.endswith(" apart")
    Shown(page)
    assert not page.twins.isVisible()
    work.undo()
    assert page.twins.isVisible() and page.twins.pairs == [second]
    work.undo()
    assert work.plan == twin_plan()


def test_m_offers_the_twin_first(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    page.ledger.take("cost")
    qtbot.keyClick(page.ledger, Qt.Key.Key_M)
    assert page._twin.key == "downtime"
    assert page._twin.itemData(0) == "downtime"
    (dialog,) = page.findChildren(Dialog)
    dialog.finish(True)
    assert page.workspace.plan.sales_inputs["cost"].merged_into == "downtime"


def test_whatever_had_joined_comes_along(shown: Shown) -> None:
    from planner.model.edits.inputs import MergeInputs

    work = page_of(shown).workspace
    work.apply(MergeInputs("plant", ("again",)))
    work.apply(MergeInputs("prices", ("plant",)))
    assert {row.id for row in work.plan.sales_inputs if row.merged_into == "prices"} == {"plant", "again"}
    assert sum(dot.dots for dot in work.plan.dots if dot.item == "prices") == 4


def test_an_answer_from_first_to_last_by_keys(shown: Shown, qtbot: QtBot) -> None:
    """Adapt, with words and a link found by typing, and back in the ledger for the next one."""
    page = page_of(shown)
    page.ledger.setFocus()
    page.ledger.take("prices")
    qtbot.keyClick(page.ledger, Qt.Key.Key_D)
    sheet = page.answer_sheet
    assert page.focusWidget() is sheet.words
    qtbot.keyClicks(sheet.words, "Ranges, not prices")
    sheet.links.line.setFocus()
    qtbot.keyClicks(sheet.links.line, "film")
    qtbot.keyClick(sheet.links.line, Qt.Key.Key_Return)
    assert sheet.isVisible()
    qtbot.keyClick(sheet.links.line, Qt.Key.Key_Return)
    assert not sheet.isVisible()
    row = page.workspace.plan.sales_inputs["prices"]
    assert (row.status, row.response, row.materials) == ("adapted", "Ranges, not prices", ("film",))
    assert page.focusWidget() is page.ledger
