"""What points at a segment, and what it can be given at each step."""

from planner.calc.segments import coverage, pointing
from planner.model.plan import Activity, Material, Plan, Rows, SalesInput, Segment


def plan() -> Plan:
    return Plan(
        {
            "segment": Rows([Segment(id="dairy", priority=1), Segment(id="meat", priority=2, position=1)]),
            "activity": Rows(
                [
                    Activity(id="fair", segments=("dairy", "meat"), sales_inputs=("asked",)),
                    Activity(id="film", position=1),
                ]
            ),
            "material": Rows(
                [
                    Material(id="sheet", segments=("dairy",), stage="decide", decision="revise"),
                    Material(id="old", segments=("dairy",), stage="aware", decision="retire", position=1),
                    Material(id="deck", segments=("meat",), position=2),
                ]
            ),
            "sales_input": Rows(
                [
                    SalesInput(id="asked"),
                    SalesInput(id="plant", activities=("fair",), position=1),
                    SalesInput(id="twin", activities=("fair",), merged_into="plant", position=2),
                    SalesInput(id="deck asked", materials=("deck",), position=3),
                    SalesInput(id="elsewhere", activities=("film",), position=4),
                ]
            ),
        }
    )


def test_inputs_point_to_the_segments_of_what_answers_them() -> None:
    found = pointing(plan())
    assert found["dairy"] == (("fair",), ("sheet", "old"), ("asked", "plant"))
    assert found["meat"] == (("fair",), ("deck",), ("asked", "plant", "deck asked"))


def test_what_is_retired_covers_nothing() -> None:
    found = coverage(plan())
    assert found["dairy", "decide"] == ("sheet",)
    assert found["dairy", "aware"] == ()
    assert {found["meat", stage] for stage in ("aware", "consider", "decide")} == {()}
    assert len(found) == 6


def test_the_holes_of_the_example_are_where_the_brochure_is_retired(example: Plan) -> None:
    first = {row.id: row.code for row in example.segments if row.priority == 1}
    holes = {(first[id], stage) for (id, stage), found in coverage(example).items() if id in first and not found}
    assert holes == {("S1", "aware"), ("S2", "aware")}
