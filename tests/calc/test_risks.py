"""How heavy rows weigh, their order, and the sentences of a pre-mortem."""

from planner.calc import risks
from planner.model.plan import Cause, Plan, Premortem, Risk, Row, Rows


def plan_of(*rows: Row) -> Plan:
    tables: dict[str, list[Row]] = {}
    for row in rows:
        tables.setdefault(row.TABLE, []).append(row)
    return Plan({name: Rows(inside) for name, inside in tables.items()})


def test_a_weight_needs_both_figures() -> None:
    assert risks.weight(Risk(id="a", probability=3, impact=5)) == 15
    assert risks.weight(Risk(id="a", probability=3)) is None


def test_open_rows_by_weight_then_those_not_weighed_then_closed_ones() -> None:
    plan = plan_of(
        Risk(id="closed", probability=5, impact=5, status="closed", position=1),
        Risk(id="unknown", probability=5, position=2),
        Risk(id="light", probability=1, impact=2, position=3),
        Risk(id="heavy", probability=4, impact=4, position=4),
    )
    assert [row.id for row in risks.heaviest_first(plan)] == ["heavy", "light", "unknown", "closed"]


def test_sentences_from_a_file_stand_behind_those_that_are_rows() -> None:
    old = Premortem(id="old", held_on="2026-01-01", top_causes=("something",))
    new = Premortem(id="new", held_on="2026-11-09", top_causes=("too late", "no money"))
    plan = plan_of(old, new, Cause(id="c", premortem="new", text="no money", position=1))
    assert risks.last_premortem(plan) == new
    found = risks.causes(plan, new)
    assert [row.text for row in found] == ["no money", "too late"]
    assert found[1].id == risks.causes(plan, new)[1].id
    assert risks.last_premortem(Plan()) is None
