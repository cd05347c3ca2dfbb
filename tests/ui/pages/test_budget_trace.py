"""The sum of the budget can be followed: to the envelope, to what it rests on, to the lines."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from planner.calc.results import Results
from planner.model.plan import SINGLETONS, BudgetLine, Person, Plan
from planner.ui.pages.budget.page import BudgetPage
from planner.ui.pages.budget.trace import TOTAL, story
from planner.ui.workspace import Workspace

from .conftest import Shown, plan_of

LEFT = Qt.MouseButton.LeftButton


def test_the_parts_of_the_sum_add_up(example_plan: Plan) -> None:
    results = Results(example_plan)
    found = story(results, TOTAL)
    assert found is not None
    assert (found.value, found.how) == ("€515,400", "31 lines with an amount, added up.")
    values = {line.name: line.value for line in found.lines}
    assert values["Envelope"] == "€520,000"
    assert values["Not given to anything"] == "€4,600"
    assert values["Kept for surprises"] == "€26,000"
    parts = [line for line in found.lines if line.go.startswith("trace:basis")]
    assert sum(int(line.value[1:].replace(",", "")) for line in parts) == 515_400
    for line in found.lines:
        kind, _colon, key = line.go.partition(":")
        if kind == "trace" and key.partition(":")[0] in ("basis", "committed", "surprises"):
            told = story(results, key)
            assert told is not None
            assert told.value == line.value
            assert told.lines
            assert all(one.go.startswith("row:") for one in told.lines)


def test_the_sum_is_divided_by_side_by_priority_and_by_category(example_plan: Plan) -> None:
    results = Results(example_plan)
    found = story(results, TOTAL)
    assert found is not None
    ways = [(line.name, line.go) for line in found.lines[-4:-1]]
    assert ways == [
        ("By the side that leads", "trace:side:*"), ("By priority", "trace:priority:*"),
        ("By category", "trace:category:*"),
    ]  # fmt: skip
    told = story(results, "priority:*")
    assert told is not None and told.value == "€515,400"
    assert [(line.name, line.value) for line in told.lines] == [
        ("Priority 1, cut last", "€90,400, 17.5%"), ("Priority 2", "€271,200, 52.6%"),
        ("Priority 3", "€102,800, 19.9%"), ("Priority 4, cut first", "€51,000, 9.9%"),
    ]  # fmt: skip
    told = story(results, "side:*")
    assert told is not None
    assert [(line.name, line.value) for line in told.lines] == [
        ("Marketing", "€506,600, 98.3%"), ("Sales", "€8,800, 1.7%"),
    ]  # fmt: skip
    told = story(results, "category:*")
    assert told is not None and len(told.lines) == 12
    assert (told.lines[0].name, told.lines[0].value) == ("Agency", "€138,900, 26.9%")
    for way in ("side:*", "priority:*", "category:*"):
        told = story(results, way)
        assert told is not None
        for line in told.lines:
            below = story(results, line.go.removeprefix("trace:"))
            assert below is not None and line.value.startswith(below.value + ",")
            assert below.lines and all(one.go.startswith("row:") for one in below.lines)


def test_what_others_report_stands_beside_the_share_of_revenue(example_plan: Plan) -> None:
    results = Results(example_plan)
    found = story(results, TOTAL)
    assert found is not None
    assert (found.lines[-1].value, found.lines[-1].go) == ("1.3%", "trace:revenue")
    told = story(results, "revenue")
    assert told is not None and told.value == "1.3%" and "it is no target" in told.how
    assert [(line.value, line.go.partition(":")[0]) for line in told.lines] == [
        ("€520,000", "row"), ("€41,000,000", "row"), ("7.8%", ""), ("6.4%", ""),
    ]  # fmt: skip
    assert story(Results(Plan()), "revenue") is None


def test_lines_under_nothing_are_a_part_of_their_own() -> None:
    plan = plan_of(
        Person(id="ana", name="Ana", function="sales"),
        BudgetLine(id="a", description="Fair", owner="ana", priority=2, category="event", amount=3_000_00),
        BudgetLine(id="b", description="Film", amount=1_000_00),
    )
    for way, parts in {
        "side": [("Sales", "3,000, 75%"), ("Nobody leads these yet", "1,000, 25%")],
        "priority": [("Priority 2", "3,000, 75%"), ("Without a priority", "1,000, 25%")],
        "category": [("Event", "3,000, 75%"), ("Without a category", "1,000, 25%")],
    }.items():
        told = story(Results(plan), f"{way}:*")
        assert told is not None
        assert [(line.name, line.value) for line in told.lines] == parts
        below = story(Results(plan), f"{way}:")
        assert below is not None and [line.name for line in below.lines] == ["Film"]


def test_an_empty_plan_has_a_sum_that_is_not_known() -> None:
    found = story(Results(Plan()), TOTAL)
    assert found is not None
    assert [found.value, *(line.value for line in found.lines)] == ["not known yet", "not known yet"]
    assert story(Results(Plan()), "nothing") is None


def test_the_sum_is_asked_and_leads_to_a_line_and_to_the_envelope(
    open_workspace: Callable[[Plan], Workspace], example_plan: Plan, qtbot: QtBot
) -> None:
    page = BudgetPage(open_workspace(example_plan))
    qtbot.addWidget(page)
    page.resize(1022, 700)
    page.show()
    Shown(page)
    asked: list[str] = []

    def hear(id: str, _field: str | None) -> None:
        asked.append(id)

    page.showAsked.connect(hear)
    handle = page.top.handle(TOTAL)
    assert handle is not None
    assert handle.accessibleName() == "Envelope used: €515k, €4.6k reserve"
    qtbot.mouseClick(handle, LEFT)
    assert page.trace.key == TOTAL
    page.trace.lines.opened.emit("2")
    assert page.trace.key == "basis:quote"
    lines = page.trace.lines
    qtbot.mouseClick(lines.viewport(), LEFT, pos=QPoint(40, 20))
    assert page.in_lines
    assert asked == []
    qtbot.mouseClick(handle, LEFT)
    qtbot.mouseClick(lines.viewport(), LEFT, pos=QPoint(40, 20))
    assert asked == [SINGLETONS["facts"]]
