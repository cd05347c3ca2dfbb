"""What moves the year, when leads must come, what they cost, and where money works best."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from planner.calc.allocation import Share, allocate
from planner.calc.budget import budget_of
from planner.calc.results import Results
from planner.exchange.text import read_plan
from planner.model.plan import SINGLETONS, Facts, Plan, Rows
from planner.ui.pages.forecast.levers import TENTHS
from planner.ui.pages.forecast.money import MoneyView
from planner.ui.pages.forecast.moneyfaces import share_faces
from planner.ui.pages.forecast.page import ASSUMPTIONS, LEVERS, MONEY, ForecastPage, KeepDialog
from planner.ui.pages.forecast.tracemoney import MoneyTracer
from planner.ui.workspace import Workspace

from .conftest import Shown


@pytest.fixture
def show(open_workspace: Callable[[Plan], Workspace], qtbot: QtBot) -> Callable[[Plan, str], ForecastPage]:
    """Shows one view of the forecast of a plan."""

    def make(plan: Plan, view: str) -> ForecastPage:
        page = ForecastPage(open_workspace(plan))
        qtbot.addWidget(page)
        page.resize(1022, 900)
        page.show()
        Shown(page)
        page.show_view(view)
        settle(page, qtbot)
        return page

    return make


def settle(page: ForecastPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.is_drawn and page.money.is_found)


@pytest.fixture
def levers(show: Callable[[Plan, str], ForecastPage], example_text: str) -> ForecastPage:
    return show(read_plan(example_text), LEVERS)


@pytest.fixture
def money(show: Callable[[Plan, str], ForecastPage], example_text: str) -> ForecastPage:
    return show(read_plan(example_text), MONEY)


# The levers


def test_the_widest_bar_stands_first_and_says_whose_it_is(levers: ForecastPage) -> None:
    bars = levers.levers.tornado.rows
    faces = [bars.face(key) for key in bars.keys]
    first, second = faces[0], faces[1]
    assert first is not None and second is not None
    assert (first.name, first.low_words, first.high_words) == ("Win rate", "€1.69m", "€2.34m")
    assert (second.name, second.ours) == ("Deal size", False)
    assert "not in our hands" in second.said
    assert levers.levers._tornado_said.text().startswith("The 6 widest bars are about handing over, closing")
    levers.levers.ends._segments[TENTHS].click()
    narrow = bars.face(bars.keys[0])
    assert narrow is not None and narrow.high - narrow.low < first.high - first.low


def test_a_bar_leads_to_where_its_range_stands(levers: ForecastPage, qtbot: QtBot) -> None:
    tornado = levers.levers.tornado
    tornado.setFocus()
    tornado.take(tornado.rows.keys[0])
    qtbot.keyClick(tornado, Qt.Key.Key_Return)
    win = levers.workspace.plan.rates.by_code("opp_to_won")
    assert win is not None
    assert levers.choice.current == ASSUMPTIONS
    assert levers.assumed.grids["rate"].chosen == win.id


def test_leads_of_an_activity_lead_to_it(levers: ForecastPage, qtbot: QtBot) -> None:
    landing = levers.levers.landing
    faces = [landing.rows.face(key) for key in landing.rows.keys]
    assert [face.share_words for face in faces if face] == sorted(
        [face.share_words for face in faces if face], key=lambda words: -int(words.rstrip("%"))
    )
    webinar = next(face for face in faces if face and face.name.startswith("Webinar"))
    assert (webinar.leads_words, webinar.share_words, webinar.landed_each) == ("265", "67%", "€121.18")
    with qtbot.waitSignal(levers.showAsked) as asked:
        landing.setFocus()
        landing.take(webinar.id)
        qtbot.keyClick(landing, Qt.Key.Key_Return)
    assert asked.args == [webinar.id, "leads_likely"]


def test_a_quarter_is_chosen_and_says_when_it_is_decided(levers: ForecastPage) -> None:
    view = levers.levers
    assert view.period.key == "2027-07|2027-09"
    assert view._arrive_said.text().startswith(
        "Four fifths of these orders are decided by leads from January 2027 to June 2027."
    )
    assert "Jul 2027" in view._arrive_said.text()
    assert view.arrive.accessibleDescription().startswith("Oct 2026 4%, Nov 2026 10%, Dec 2026 20%, Jan 2027 31%")
    view.period.chosen.emit("2027-01|2027-03")
    view.period.set_key("2027-01|2027-03")
    view._show_arrivals()
    assert "2026" in view._arrive_said.text()


def test_figures_name_their_convention_and_show_their_formula(levers: ForecastPage, qtbot: QtBot) -> None:
    values = {one.key: one.value for one in (*levers.levers.leads._figures, *levers.levers.money._figures)}
    assert {key: values[key] for key in ("effective", "needed", "coverage", "coverage_needed", "pipeline_end")} == {
        "effective": "1,681", "needed": "1,600", "coverage": "4.20", "coverage_needed": "4.00",
        "pipeline_end": "€2.38m",
    }  # fmt: skip
    assert {key: values[key] for key in ("cpl", "ltv_end", "ltv_now", "ltv_cac", "romi", "romi_full", "even")} == {
        "cpl": "€255.78", "ltv_end": "€47.6k", "ltv_now": "€61.6k", "ltv_cac": "4.65", "romi": "78.3%",
        "romi_full": "12.7%", "even": "29",
    }  # fmt: skip
    handle = levers.levers.money.handle("ltv_end")
    assert handle is not None
    handle.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(handle, Qt.Key.Key_Return)
    assert levers.trace.accessibleName() == (
        "A customer is worth, first margin after a year: €47.6k. €14,000 × 85% ÷ (100% + 10% − 85%): discounted, the "
        "first margin comes after a year."
    )


def test_every_figure_has_a_story_whose_lines_lead_somewhere(levers: ForecastPage) -> None:
    waiting = [handle.key for part in (levers.levers.need, levers.levers.leads, levers.levers.money)
               for handle in part._handles]  # fmt: skip
    seen: set[str] = set()
    while waiting:
        key = waiting.pop()
        if key in seen:
            continue
        seen.add(key)
        found = levers._find_trace(key)
        assert found is not None, key
        assert found.how and "{" not in found.how and found.value, key
        for line in found.lines:
            kind, _colon, rest = line.go.partition(":")
            if kind == "trace":
                waiting.append(rest)
            elif kind == "row":
                assert levers.workspace.plan.find(rest.partition(":")[0]) is not None, (key, line)
    assert len(seen) > 25


def test_a_plan_without_leads_shows_no_zero(show: Callable[[Plan, str], ForecastPage], example_text: str) -> None:
    plan = read_plan(example_text)
    bare = Plan({"rate": plan.rates, "facts": Rows([Facts(id=SINGLETONS["facts"], title="Plan")])})
    page = show(bare, LEVERS)
    assert {one.value for one in page.levers.leads._figures} <= {"not known yet", "4.00"}
    assert {one.value for one in page.levers.money._figures} == {"not known yet"}
    assert page.levers._tornado_said.text().startswith("Once orders can be worked out")
    page.show_view(MONEY)
    assert page.money.list.rows.rowCount() == 0


# Where money works best


def test_the_best_split_is_shown_with_its_band(money: ForecastPage) -> None:
    shares = money.money.list.rows
    faces = [face for key in shares.keys if (face := shares.face(key)) is not None]
    assert len(faces) == 9
    assert all(face.least <= face.low <= face.best <= face.high <= face.most for face in faces)
    assert sum(face.best for face in faces) == sum(face.today for face in faces) == 34_460_000
    assert money.money.money.text() == "€344,600"
    assert "brings 9.8% more leads that land" in money.money.sentence.accessibleName()
    QAbstractItemModelTester(shares, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_money_moves_only_when_it_is_confirmed_and_as_one_step(money: ForecastPage, qtbot: QtBot) -> None:
    view, work = money.money, money.workspace
    before = work.plan
    assert not view.move_money.isEnabled()
    view.best.click()
    assert work.plan is before
    dialog = view.ask_to_move()
    assert dialog is not None
    dialog.finish(None)
    assert work.plan == before
    dialog = view.ask_to_move()
    assert dialog is not None
    dialog.finish(True)
    settle(money, qtbot)
    assert work.undo_label == "Move money between 9 activities"
    assert budget_of(work.plan).total == budget_of(before).total
    webinar = work.plan.activities.by_code("A-08")
    assert webinar is not None and budget_of(work.plan).by_activity[webinar.id] == 3_240_000
    work.undo()
    assert work.plan == before
    settle(money, qtbot)
    work.redo()
    settle(money, qtbot)
    assert budget_of(work.plan).by_activity[webinar.id] == 3_240_000


def test_another_split_is_kept_beside_the_cuts_and_comes_back(money: ForecastPage, qtbot: QtBot) -> None:
    view, work = money.money, money.workspace
    assert not view.keep.isEnabled()
    qtbot.mouseClick(view.best, Qt.MouseButton.LeftButton)
    tried = dict(view._new)
    qtbot.mouseClick(view.keep, Qt.MouseButton.LeftButton)
    dialog = money.findChild(KeepDialog)
    assert dialog is not None
    assert dialog.title.text() == "Another split of the money"
    qtbot.keyClick(dialog.title, Qt.Key.Key_Return)
    kept = work.plan.scenarios.ordered[-1]
    assert (kept.kind, kept.title) == ("allocation", "Another split of the money")
    assert work.undo_label == "Keep “Another split of the money” as a scenario"
    settle(money, qtbot)
    assert money.choice.current == "outlook"
    face = money.view.scenarios.list.rows.face(kept.id)
    assert face is not None
    assert face.below == "another split of the money"
    assert face.figures[0] == "€0"
    assert [figure[0] for figure in face.figures[1:3]] == ["+", "−"]  # what lands this year is taken from later
    assert face.figures[5].endswith("%")
    view.put_back()
    scenarios = money.view.scenarios.list
    scenarios.take(kept.id)
    qtbot.keyClick(scenarios, Qt.Key.Key_Return)
    settle(money, qtbot)
    assert money.choice.current == "money"
    assert view._new == {id: amount for id, amount in tried.items() if amount != share_of(view, id).today}
    assert view.keep.isEnabled()


def share_of(view: MoneyView, id: str) -> Share:
    assert view._found is not None
    return next(share for share in view._found.shares if share.activity == id)


def test_an_activity_is_moved_by_keys_within_its_bounds(money: ForecastPage, qtbot: QtBot) -> None:
    shares = money.money.list
    shares.setFocus()
    webinar = money.workspace.plan.activities.by_code("A-08")
    assert webinar is not None
    shares.take(webinar.id)
    for _again in range(60):
        qtbot.keyClick(shares, Qt.Key.Key_Right)
    face = shares.rows.face(webinar.id)
    assert face is not None and face.new == face.most == 3_240_000
    assert "€21.6k → €32.4k" in face.money_words
    assert "and costs €10.8k more" in money.money.sentence.accessibleName()
    qtbot.keyClick(shares, Qt.Key.Key_Home)
    assert not money.money.move_money.isEnabled()
    qtbot.keyClick(shares, Qt.Key.Key_B)
    face = shares.rows.face(webinar.id)
    assert face is not None and face.new == face.best
    money.money.back.click()
    assert not money.money.move_money.isEnabled()


def test_the_thumb_is_pulled(money: ForecastPage, qtbot: QtBot) -> None:
    shares = money.money.list
    key = shares.rows.keys[1]
    box = shares.row_box(key)
    left, length = shares._track(box)
    face = shares.rows.face(key)
    assert face is not None
    port, y = shares.viewport(), round(box.center().y()) - shares.viewport().y()
    start = QPoint(round(left + length * face.today / shares._most), y)
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(port, QPoint(round(left), y))
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=QPoint(round(left), y))
    face = shares.rows.face(key)
    assert face is not None and face.new == face.least


def test_more_money_is_split_and_what_remains_is_said(money: ForecastPage, qtbot: QtBot) -> None:
    view = money.money
    assert not view.moves.isVisible()
    view.money.setText("600k")
    view.money.committed.emit("600k")
    settle(money, qtbot)
    assert view.moves.isVisible()
    assert view._remainder.isVisible()
    choices = (view.objective, view.moves)
    assert all(view.window().rect().contains(one.mapTo(view.window(), one.rect().bottomRight())) for one in choices)
    assert "Every activity is at the most" in view._remainder.text()
    view.money.committed.emit("a lot")
    assert view.money.accessibleDescription().startswith("Write a number")


def test_each_activity_says_what_a_little_more_money_would_bring(example_text: str) -> None:
    results = Results(read_plan(example_text))
    three = [row.id for row in results.plan.activities if row.code in ("A-06", "A-08", "A-14")]
    found = allocate(results, activities=three)
    assert found is not None
    faces = share_faces(results.plan, found, {})
    said = [face.said.rpartition(". ")[2] for face in faces]
    assert said == [f"€1k more would bring {n} leads that land." for n in ("1.38", "4.13", "1.71")]
    assert all(one in face.tip for one, face in zip(said, faces, strict=True))


def test_what_customers_bring_who_buy_again_is_a_part_of_the_payback(example_text: str) -> None:
    results = Results(read_plan(example_text))
    found = MoneyTracer(results, None).trace("payback")
    assert found is not None
    assert found.how.endswith("the cost of one comes back from their own margin in 8.8 months.")
