"""The forecast: funnel and fan, the cut under the finger, scenarios kept, and every figure followed to its source."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from planner.calc.cut import AGREED, EQUAL, request_of
from planner.calc.cut.result import PromiseOutcome
from planner.calc.results import Results
from planner.exchange.text import read_plan
from planner.model.edits import SetFields
from planner.model.plan import SINGLETONS, Facts, Plan, Rows
from planner.ui.pages.forecast.cost import NOW
from planner.ui.pages.forecast.cutfigures import losses
from planner.ui.pages.forecast.cutting import BY_ACTIVITY, BY_HAND
from planner.ui.pages.forecast.figures import FanFace
from planner.ui.pages.forecast.page import ASSUMPTIONS, OUTLOOK, ForecastPage, KeepDialog
from planner.ui.parts.slider import CutSlider
from planner.ui.workspace import Workspace
from tests.ui.whole.seen import texts_of

from .conftest import Shown, plan_of


@pytest.fixture(scope="session")
def example(example_text: str) -> Plan:
    return read_plan(example_text)


@pytest.fixture
def show(open_workspace: Callable[[Plan], Workspace], qtbot: QtBot) -> Callable[[Plan], ForecastPage]:
    """Shows the forecast of a plan, and waits until everything is drawn."""

    def make(plan: Plan) -> ForecastPage:
        page = ForecastPage(open_workspace(plan))
        qtbot.addWidget(page)
        page.resize(1022, 700)
        page.show()
        Shown(page)
        qtbot.waitUntil(lambda: page.is_drawn)
        return page

    return make


@pytest.fixture
def page(show: Callable[[Plan], ForecastPage], example: Plan) -> ForecastPage:
    return show(example)


def drag(qtbot: QtBot, slider: CutSlider, percent: int) -> None:
    """Press the thumb where it is and let it go at a percentage."""
    left, length = slider._track()
    y = slider.height() - 10
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(round(left + length * slider.value() / 100), y))
    qtbot.mouseMove(slider, QPoint(round(left + length * percent / 100), y))
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(round(left + length * percent / 100), y))


def sentence(page: ForecastPage) -> str:
    return page.view.strip.sentence.accessibleName()


# Funnel and fan


def test_the_funnel_says_counts_ranges_and_where_rates_come_from(page: ForecastPage) -> None:
    stages = page.view.funnel._faces
    assert [face.figure for face in stages] == ["1,681", "672", "538", "269", "168", "42"]
    assert [face.voice for face in stages] == ["marketing"] * 2 + ["sales"] * 4
    assert stages[1].below == "40%, our own data"
    assert "2,480 cases counted" in stages[1].tip
    assert all(face.low is not None and face.low < face.likely < face.high for face in stages)  # type: ignore[operator]


def test_the_fan_prints_low_likely_high_and_the_chance_with_its_word(page: ForecastPage) -> None:
    face = page.view.fan._face
    assert face is not None
    assert (face.likely_words, face.goal_words, face.chance_words) == ("€2.02m", "€1.92m", "a coin flip")
    drawn = page.workspace.results.simulation
    assert drawn is not None and drawn.counted.p_hit is not None
    assert face.chance == f"{drawn.counted.p_hit:.0%}"
    assert face.bands[0][-1] < face.likely[-1] < face.bands[3][-1]
    assert face.on_their_way[-1] == pytest.approx(506.54 * 0.025 * 48_000, rel=1e-4)
    assert face.arrived == ()


def test_a_chance_of_many_signs_stays_inside_its_card(page: ForecastPage) -> None:
    fan, face = page.view.fan, page.view.fan._face
    assert face is not None and fan._numbers is not None
    before = fan._plot().box.right()
    wider = {name: getattr(face, name) for name in FanFace.__annotations__}
    fan.show_face(FanFace(**{**wider, "chance": ">99%"}), fan._numbers)
    said = [seen for seen in texts_of(page) if seen.widget is fan and seen.text in (">99%", "of the goal")]
    assert len(said) == 2
    right = fan.mapTo(page, QPoint(fan.width(), 0)).x()
    assert all(seen.box.right() <= right - 23 for seen in said)
    assert fan._plot().box.right() < before


def test_an_edit_is_shown_and_drawn_again_and_undone(page: ForecastPage, qtbot: QtBot) -> None:
    win = page.workspace.plan.rates.by_code("opp_to_won")
    assert win is not None
    before = page.view.fan._face
    page.workspace.apply(SetFields("rate", win.id, {"most_likely": 0.28}))
    qtbot.waitUntil(lambda: page.is_drawn)
    assert page.view.funnel._faces[-1].figure == "47"
    after = page.view.fan._face
    assert after is not None and before is not None and after.chance != before.chance
    page.workspace.undo()
    qtbot.waitUntil(lambda: page.is_drawn)
    assert page.view.fan._face == before
    page.workspace.redo()
    assert page.view.funnel._faces[-1].figure == "47"


def test_what_does_not_change_the_draws_does_not_draw_again(page: ForecastPage, qtbot: QtBot) -> None:
    before = page.outlook
    (scenario,) = page.workspace.plan.scenarios
    page.workspace.apply(SetFields("scenario", scenario.id, {"title": "Another name"}))
    qtbot.waitUntil(lambda: page.is_drawn)
    assert page.outlook is before


# The cut


def test_the_slider_of_the_envelope_moves_by_keys(page: ForecastPage, qtbot: QtBot) -> None:
    whole = page.view.cut.hands.whole
    whole.setFocus()
    page.view.cut.choices.month.chosen.emit("2027-05")
    for _again in range(4):
        qtbot.keyClick(whole, Qt.Key.Key_Right)
    assert whole.value() == 20
    cut = page.cutting.cut
    assert cut is not None and cut.after is not None
    assert (cut.saved, cut.share) == (10_400_000, pytest.approx(0.483271, abs=5e-7))
    assert "Saving €104k this year costs about €667k of orders" in sentence(page)
    assert "64% of it after December 2027" in sentence(page)
    qtbot.keyClick(whole, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert whole.value() == 19
    qtbot.keyClick(whole, Qt.Key.Key_End)
    assert whole.value() == 100
    assert page.cutting.cut is not None and page.cutting.cut.saved == 21_520_000
    assert "Only €215k of the €520k" in whole.toolTip()
    qtbot.keyClick(whole, Qt.Key.Key_Home)
    assert page.cutting.is_nothing
    assert sentence(page) == "Nothing is cut; everything stays as planned."
    assert not page.view.cut.keep.isEnabled()
    assert page.workspace.undo_label == "Start the plan"  # nothing of this is in the plan


def test_a_share_or_an_amount_is_typed(page: ForecastPage, qtbot: QtBot) -> None:
    hands = page.view.cut.hands
    page.cutting.set_month("2027-05")
    hands.whole.setFocus()
    qtbot.keyClicks(hands.whole, "15%")
    assert page.cutting.is_nothing
    qtbot.keyClick(hands.whole, Qt.Key.Key_Return)
    assert page.cutting.cut is not None and page.cutting.cut.saved == 7_800_000
    qtbot.keyClicks(hands.whole, "104k")
    qtbot.keyClick(hands.whole, Qt.Key.Key_Return)
    assert (page.cutting.cut.saved, hands.whole.value()) == (10_400_000, 20)
    page._keep("An amount")
    kept = page.workspace.plan.scenarios.ordered[-1]
    assert (kept.cut_amount, kept.cut_share) == (10_400_000, None)
    group = page.cutting.groups[1]
    hands.sliders[1].setFocus()
    qtbot.keyClicks(hands.sliders[1], "5000")
    qtbot.keyClick(hands.sliders[1], Qt.Key.Key_Return)
    assert page.cutting.taken(group) == pytest.approx(500_000, abs=2)
    page.try_out(kept.id)
    assert page.cutting.cut is not None and page.cutting.cut.saved == 10_400_000
    hands.whole.setFocus()
    qtbot.keyClicks(hands.whole, "9")
    qtbot.keyClick(hands.whole, Qt.Key.Key_Escape)
    assert page.cutting.cut.saved == 10_400_000


def test_what_the_keyboard_reaches_is_not_under_the_sentence(page: ForecastPage, qtbot: QtBot) -> None:
    view = page.view
    page.cutting.set_whole(20)
    view.resize(1022, 480)
    view.cut.hands.sliders[2].setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(view.cut.hands.sliders[2].hasFocus)
    foot = view.cut.hands.sliders[2].mapTo(view, QPoint(0, 41)).y()
    assert foot <= view.strip.y()


def test_a_slider_reads_as_one(page: ForecastPage, qtbot: QtBot) -> None:
    whole = page.view.cut.hands.whole
    drag(qtbot, whole, 20)
    face = QAccessible.queryAccessibleInterface(whole)
    assert face.role() == QAccessible.Role.Slider
    assert face.valueInterface().currentValue() == 20
    assert face.text(QAccessible.Text.Name) == "Of the whole envelope, −20%  −€104k"


def test_the_finger_on_a_group_makes_it_a_cut_by_hand(page: ForecastPage, qtbot: QtBot) -> None:
    hands = page.view.cut.hands
    page.cutting.set_month("2027-05")
    page.cutting.set_whole(20)
    others = [slider.value() for slider in hands.sliders[1:3]]
    drag(qtbot, hands.sliders[0], 0)
    assert page.cutting.how == BY_HAND
    assert page.view.cut.choices.how.key == BY_HAND
    assert [slider.value() for slider in hands.sliders[:3]] == [0, *others]
    cut = page.cutting.cut
    assert cut is not None and cut.saved == sum(page.cutting.taken(group) for group in page.cutting.groups)
    page.view.cut.choices.how.chosen.emit(EQUAL)
    assert page.cutting.how == EQUAL
    assert hands.whole.value() == round(100 * cut.saved / 52_000_000)


def test_the_agreed_order_costs_less_than_equal_shares(page: ForecastPage) -> None:
    page.cutting.set_month("2027-05")
    page.cutting.set_whole(20)
    equal = page.cutting.cut
    page.view.cut.choices.how.chosen.emit(AGREED)
    agreed = page.cutting.cut
    assert equal is not None and agreed is not None
    assert [round((one.lost_year or 0) / 100) for one in (equal, agreed)] == [237_340, 8_314]
    assert agreed.after is not None and equal.after is not None
    assert (agreed.after.p_hit or 0) > (equal.after.p_hit or 0)


def test_each_activity_can_have_a_slider(page: ForecastPage, qtbot: QtBot) -> None:
    hands = page.view.cut.hands
    page.cutting.set_month("2027-05")
    qtbot.mouseClick(hands.grouping, Qt.MouseButton.LeftButton)
    assert page.cutting.grouping == BY_ACTIVITY
    names = [slider.accessibleName() for slider in hands.sliders if slider.isVisibleTo(hands)]
    assert len(names) > 8
    qtbot.mouseClick(hands.grouping, Qt.MouseButton.LeftButton)
    assert len([slider for slider in hands.sliders if slider.isVisibleTo(hands)]) == len(page.cutting.groups)


def test_what_goes_with_it_is_named_and_leads_there(page: ForecastPage, qtbot: QtBot) -> None:
    page.cutting.set_month("2027-05")
    page.cutting.set_whole(20)
    losses = page.view.cost.losses
    said = [losses.rows.data(losses.rows.index(row, 0)) for row in range(losses.rows.rowCount())]
    assert any("Goal: Open qualified pipeline" in str(words) for words in said)
    with qtbot.waitSignal(page.showAsked) as asked:
        losses.setFocus()
        losses.take("0")
        qtbot.keyClick(losses, Qt.Key.Key_Return)
    assert asked.args[0] in page.workspace.plan.goals
    names = [one.key for one in page.view.cost.figures._figures]
    assert names == ["saved", "lost_year", "lost_later", "illusion", "peak", "per_unit", "pipeline"]
    values = {one.key: one.value for one in page.view.cost.figures._figures}
    assert (values["illusion"], values["peak"], values["per_unit"]) == ("64%", "Feb 2028", "€2.44")


def test_a_promise_that_breaks_says_its_quarter_as_people_do(page: ForecastPage) -> None:
    page.cutting.set_month("2027-05")
    page.cutting.set_whole(20)
    plan, cut = page.workspace.plan, page.cutting.cut
    assert cut is not None
    promise = plan.commitments.by_code("C-01")
    assert promise is not None
    breaks = PromiseOutcome(promise.id, None, "2027-Q2", 0.07, True)
    (said,) = [one.words for one in losses(plan, replace(cut, promises=(breaks,))) if one.kind == "promise"]
    assert said == "Q2 2027: 7% fewer"


def test_the_sentence_sticks_to_the_lower_edge(page: ForecastPage) -> None:
    view = page.view
    view.resize(1022, 480)
    assert view.strip.y() > view.height()
    page.cutting.set_whole(20)
    assert view.strip.geometry().bottom() <= view.height()
    assert view.strip.isVisible()
    bar = view._scroll.verticalScrollBar()
    bar.setValue(bar.maximum())
    foot = view.cut.foot.mapTo(view, QPoint(0, 0)).y()
    assert view.strip.y() == foot - 1


# Scenarios


def test_a_cut_is_kept_under_a_name_as_one_edit(page: ForecastPage, qtbot: QtBot) -> None:
    page.cutting.set_month("2027-05")
    page.cutting.set_whole(20)
    qtbot.mouseClick(page.view.cut.keep, Qt.MouseButton.LeftButton)
    dialog = page.findChild(KeepDialog)
    assert dialog is not None
    assert dialog.title.text() == "20% less from May 2027, the same share everywhere"
    dialog.title.selectAll()
    qtbot.keyClicks(dialog.title, "The April cut")
    qtbot.keyClick(dialog.title, Qt.Key.Key_Return)
    kept = page.workspace.plan.scenarios.ordered[-1]
    assert (kept.title, kept.cut_share, kept.from_month, kept.policy) == ("The April cut", 0.2, "2027-05", EQUAL)
    assert page.workspace.undo_label == "Keep “The April cut” as a scenario"
    qtbot.waitUntil(lambda: page.is_drawn)
    faces = page.view.scenarios.list.rows
    new = faces.face(kept.id)
    now = faces.face(NOW)
    assert new is not None and now is not None and new.figures == now.figures
    page.workspace.undo()
    assert kept.id not in page.workspace.plan.scenarios
    page.workspace.redo()
    assert kept.id in page.workspace.plan.scenarios


def test_a_cut_by_hand_is_kept_by_codes_and_comes_back(page: ForecastPage, qtbot: QtBot) -> None:
    page.cutting.set_month("2027-05")
    page.cutting.set_group(page.cutting.groups[1], 50)
    before = page.cutting.cut
    page._keep("Half of the material")
    kept = page.workspace.plan.scenarios.ordered[-1]
    assert all(code.startswith(("A-", "B-")) and part == 0.5 for code, part in kept.shares)
    request = request_of(page.workspace.plan, kept)
    again = Results(page.workspace.plan).simulator.cut(request, chance=False) if request else None
    assert before is not None and again is not None and again.saved == before.saved
    qtbot.mouseClick(page.view.cut.back, Qt.MouseButton.LeftButton)
    assert page.cutting.is_nothing
    scenarios = page.view.scenarios.list
    scenarios.setFocus()
    scenarios.take(kept.id)
    qtbot.keyClick(scenarios, Qt.Key.Key_Return)
    assert page.cutting.how == BY_HAND
    assert page.cutting.cut is not None and page.cutting.cut.saved == before.saved
    qtbot.keyClick(scenarios, Qt.Key.Key_Delete)
    assert kept.id not in page.workspace.plan.scenarios


def test_lists_keep_the_rules_of_models(page: ForecastPage) -> None:
    for rows in (page.view.scenarios.list.rows, page.view.cost.losses.rows, page.trace.lines.rows):
        QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    page.cutting.set_whole(30)
    page.cutting.put_back()


# Where figures come from


def test_a_figure_is_followed_to_its_row(page: ForecastPage, qtbot: QtBot) -> None:
    likely = page.view.fan.handle("intake")
    assert likely is not None and likely.accessibleName() == "Likely: €2.02m"
    likely.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(likely, Qt.Key.Key_Return)
    trace = page.trace
    assert trace.isVisible()
    assert trace.accessibleName().startswith("Likely orders in the plan year: €2,016,912. 42.02 orders × €48,000")
    qtbot.keyClick(trace.lines, Qt.Key.Key_Return)
    assert trace.key == "deals"
    assert trace.lines.rows.data(trace.lines.rows.index(0, 0)) == "Leads that land in time: 1,680.76"
    qtbot.keyClick(trace.lines, Qt.Key.Key_Return)
    assert trace.key == "effective"
    trace.go_back()
    trace.lines.take("1")
    qtbot.keyClick(trace.lines, Qt.Key.Key_Return)
    assert trace.key == "rate"
    trace.lines.take("0")
    qtbot.keyClick(trace.lines, Qt.Key.Key_Return)
    assert not trace.isVisible()
    assert page.choice.current == ASSUMPTIONS
    assert page.assumed.grids["rate"].chosen == next(iter(page.workspace.plan.rates)).id


def test_every_figure_of_the_page_has_a_story_whose_lines_lead_somewhere(page: ForecastPage) -> None:
    page.cutting.set_month("2027-05")
    page.cutting.set_whole(20)
    seen: set[str] = set()
    pictures = (page.view.funnel, page.view.fan, page.view.cost.figures)
    waiting = [handle.key for picture in pictures for handle in picture._handles]
    plan = page.workspace.plan
    while waiting:
        key = waiting.pop()
        if key in seen:
            continue
        seen.add(key)
        found = page._find_trace(key)
        assert found is not None, key
        assert found.how and "{" not in found.how and found.value
        for line in found.lines:
            kind, _colon, rest = line.go.partition(":")
            if kind == "trace":
                waiting.append(rest)
            elif kind == "row":
                id = rest.partition(":")[0]
                assert plan.find(id) is not None, (key, line)
    assert {"saved", "carried", "inbound", "needed", "stage:0", "chance", "target"} <= seen


def test_closing_a_story_gives_the_keyboard_back(page: ForecastPage, qtbot: QtBot) -> None:
    chance = page.view.fan.handle("chance")
    assert chance is not None
    chance.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(chance, Qt.Key.Key_Space)
    qtbot.keyClick(page.trace.lines, Qt.Key.Key_Escape)
    assert not page.trace.isVisible()
    qtbot.waitUntil(chance.hasFocus)


def test_show_finds_every_row_of_the_chapter(page: ForecastPage) -> None:
    plan = page.workspace.plan
    (scenario,) = plan.scenarios
    assert page.show_object(scenario.id)
    assert page.choice.current == OUTLOOK
    assert page.view.scenarios.list.chosen == scenario.id
    for row in (*plan.rates, *plan.stages, *plan.prior_months):
        assert page.show_object(row.id)
        assert page.assumed.grids[row.TABLE].chosen == row.id
    assert page.show_object(SINGLETONS["funnel"], "lag_won")
    assert not page.show_object(next(iter(plan.goals)).id)


# What is not known yet


def test_an_empty_plan_asks_for_the_first_rate(show: Callable[[Plan], ForecastPage], qtbot: QtBot) -> None:
    page = show(plan_of(Facts(id=SINGLETONS["facts"], title="Plan", currency="EUR", locale="en_GB")))
    assert page.body.is_empty
    page.body.empty.alternative.emit()
    assert page.choice.current == ASSUMPTIONS
    assert len(page.workspace.plan.rates) == 1
    page.workspace.undo()
    assert len(page.workspace.plan.rates) == 0


def test_a_plan_that_lacks_a_rate_shows_what_it_can(
    show: Callable[[Plan], ForecastPage], example: Plan, qtbot: QtBot
) -> None:
    rates = [replace(row, most_likely=None) if row.code == "sal_to_sql" else row for row in example.rates]
    page = show(example.with_tables({"rate": Rows(rates)}))
    assert page.view.missing.isVisible()
    assert "“Accepted by sales” to “Qualified by sales”" in page.view.missing.words.text()
    assert [face.figure for face in page.view.funnel._faces] == ["1,681", "672", "538", "", "", ""]
    assert page.view.fan._face is not None
    assert (page.view.fan._face.likely_words, page.view.fan._face.chance) == ("", "")
    assert page.view.fan._face.goal_words == "€1.92m"
    page.cutting.set_whole(20)
    assert "cannot be worked out yet" in sentence(page)
    page.view.missing.fill.click()
    assert page.choice.current == ASSUMPTIONS
    assert page.assumed.grids["rate"].chosen == next(row.id for row in rates if row.most_likely is None)


def test_a_plan_with_rates_and_nothing_else_never_shows_a_zero(
    show: Callable[[Plan], ForecastPage], example: Plan
) -> None:
    page = show(Plan({"rate": example.rates, "facts": Rows([Facts(id=SINGLETONS["facts"], title="Plan")])}))
    assert [face.figure for face in page.view.funnel._faces] == [""] * 6
    assert "how many leads come" in page.view.missing.words.text()
    assert page.cutting.cut is None
    assert sentence(page) == "Say when the plan starts, and a cut can be tried out here."
