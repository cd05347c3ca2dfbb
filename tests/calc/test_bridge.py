"""The bridge: where each step starts, where the steps end, and what is missing."""

from dataclasses import replace

from planner.calc.bridge import bridge_of
from planner.model.plan import SINGLETONS, BridgeStep, Facts, Plan, Rows


def plan_of(*steps: BridgeStep, **facts: object) -> Plan:
    row = replace(Facts(id=SINGLETONS["facts"]), **facts)  # type: ignore[arg-type]
    return Plan({"facts": Rows([row]), "bridge_step": Rows(steps)})


def test_the_example_adds_up(example: Plan) -> None:
    bridge = bridge_of(example)
    assert [step.field for step in bridge.steps] == ["bridge_existing", "bridge_marketing"]
    assert [step.start for step in bridge.steps] == [3_840_000_000, 4_037_600_000]
    assert (bridge.reached, bridge.gap) == (4_100_000_000, 0)


def test_rows_stand_in_the_place_of_facts_that_are_empty() -> None:
    plan = plan_of(
        BridgeStep(id="b", name="New lines", amount=175, position=2),
        BridgeStep(id="a", name="Lost", amount=-140, position=1),
        bridge_base=1840,
        bridge_target=2100,
    )
    bridge = bridge_of(plan)
    assert [(step.row, step.start) for step in bridge.steps] == [("a", 1840), ("b", 1700)]
    assert (bridge.reached, bridge.gap) == (1875, 225)


def test_a_fact_that_is_known_stays_beside_rows() -> None:
    bridge = bridge_of(plan_of(BridgeStep(id="a", amount=5), bridge_base=100, bridge_marketing=20, bridge_target=100))
    assert [step.row for step in bridge.steps] == [None, "a"]
    assert bridge.gap == -25


def test_what_is_not_known_is_not_nothing() -> None:
    blank = bridge_of(plan_of())
    assert blank.is_blank and blank.reached is None and blank.gap is None
    half = bridge_of(plan_of(bridge_base=100, bridge_existing=10, revenue_target=120))
    assert (half.is_blank, half.target, half.reached, half.gap) == (False, 120, None, None)
    open_start = bridge_of(plan_of(BridgeStep(id="a", amount=5), bridge_target=10))
    assert open_start.steps[0].start is None and open_start.reached is None
