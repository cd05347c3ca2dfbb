from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.calc.alignment import alignment_of, priority_divergence, total_variation
from planner.calc.engagement import engaged_power_share, engagement_gap, stance_gap, talks
from planner.model.plan import Plan, Rows
from tests.calc.changes import id_of, with_new, with_row, with_single


def test_divergence_of_dots(oracles: dict[str, Any], example: Plan) -> None:
    oracle = oracles["tv"]
    p, q = dict(enumerate(oracle["p"])), dict(enumerate(oracle["q"]))
    assert total_variation(p, q) == pytest.approx(oracle["tv"])
    assert priority_divergence(example) == pytest.approx(0.291667, abs=5e-7)
    assert total_variation({}, q) is None
    assert total_variation({1: 0}, q) is None


dots = st.dictionaries(st.integers(0, 9), st.integers(1, 20), min_size=1)


@given(dots, dots)
def test_divergence_is_between_the_same_and_nothing_in_common(
    p: dict[int, float], q: dict[int, float]
) -> None:
    found = total_variation(p, q)
    assert found is not None
    assert 0 <= found <= 1 + 1e-12
    assert found == pytest.approx(total_variation(q, p))
    assert total_variation(p, {item: count * 3 for item, count in p.items()}) == pytest.approx(0)


def test_the_latest_round_on_priorities_counts(example: Plan) -> None:
    later = with_new(example, "vote_round", id="later", kind="priorities", held_on="2026-11-30")
    assert priority_divergence(later) is None
    for side, item in (("sales", "A-03"), ("marketing", "A-14")):
        later = with_new(
            later, "dot", id=side, round="later", item=id_of(example, item), function=side, dots=2
        )
    assert priority_divergence(later) == 1


def test_engagement_of_the_example(example: Plan) -> None:
    assert engagement_gap(example) == pytest.approx(33 / 40)
    assert engaged_power_share(example) == pytest.approx(33 / 40)
    assert engagement_gap(Plan()) is None
    assert engaged_power_share(Plan()) is None


def test_a_stance_that_is_not_known_has_no_gap(example: Plan) -> None:
    row = with_row(example, "stakeholder", "ST-01", current=None).stakeholders.by_code("ST-01")
    assert row is not None
    assert stance_gap(row) is None


def test_talks_come_from_the_register_and_the_log(example: Plan) -> None:
    who = id_of(example, "ST-01")
    plan = with_new(example, "engagement", stakeholder=who, date="2026-08-01")
    assert talks(plan)[who] == ["2026-08-01", "2026-09-14"]
    unlocked = with_single(example, "facts", budget_lock_date=None)
    assert engaged_power_share(unlocked) == pytest.approx(33 / 40)


def test_unknown_parts_are_left_out_of_the_index_and_counted(example: Plan) -> None:
    alignment = alignment_of(example.with_tables({"commitment": Rows(), "dot": Rows()}))
    assert alignment.known == 4
    assert alignment.accepted_promises is None
    assert alignment.index == pytest.approx((0.75 + 0.875 + 0.768288 + 0.825) / 4, abs=5e-7)
    assert alignment_of(Plan()).index is None
