"""Another split of the money as a scenario: what it brings more than today's, by the curves of the activities."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.calc.allocation import allocate
from planner.calc.cut import SPLIT, scenario_cuts, shares_for, spend_of, split_of
from planner.calc.results import Results
from planner.model.plan import Plan
from tests.calc.changes import id_of, with_new

THREE = ("A-06", "A-08", "A-14")


def best_of_three(plan: Plan) -> dict[str, int]:
    found = allocate(Results(plan), activities=[id_of(plan, code) for code in THREE])
    assert found is not None
    return {share.activity: share.best for share in found.shares}


def test_the_best_split_of_the_method_brings_what_it_says(example: Plan) -> None:
    """559.44 leads that land instead of 533.45, at 1,200 each (method.md B10)."""
    results = Results(example)
    shares = shares_for(example, results.budget, best_of_three(example))
    assert [code for code, _share in shares] == list(THREE)
    assert spend_of(example, results.budget, shares) == best_of_three(example)
    found = split_of(results, shares, results.simulator.draws)
    assert found.more == 0
    assert found.year == pytest.approx((559.44 - 533.45) * 120_000, abs=2_000)
    assert found.deals == pytest.approx(found.leads * 0.025)
    assert found.later == pytest.approx(found.leads * 120_000 - (found.year or 0), abs=2)
    assert found.after is not None
    assert results.chance is not None
    assert found.after.p_hit is not None
    assert found.after.p_hit > results.chance


def test_half_of_an_activity_as_the_method_cuts_by_curve(example: Plan) -> None:
    found = split_of(Results(example), (("A-08", 0.5),))
    assert found.more == -1_080_000
    assert found.leads == pytest.approx(265 * (0.5**0.5 - 1))
    assert found.year == pytest.approx(found.leads * 0.672642 * 120_000, rel=1e-4)


def test_scenarios_of_both_kinds_stand_side_by_side(example: Plan) -> None:
    plan = with_new(example, "scenario", title="More webinars", kind=SPLIT, shares=(("A-08", -0.5), ("A-06", 0.1)))
    cut, split = scenario_cuts(Results(plan).simulator)
    assert cut.cut is not None
    assert split.cut is None
    assert split.split is not None
    assert split.split.spend == {id_of(plan, "A-08"): 3_240_000, id_of(plan, "A-06"): 9_450_000}
    assert split.split.after is not None
    assert scenario_cuts(Results(plan).simulator, chance=False)[1].split.after is None  # type: ignore[union-attr]


def test_what_nobody_knows_stays_unknown(example: Plan) -> None:
    bare = split_of(Results(Plan()), (("A-08", 0.5),))
    assert (bare.spend, bare.more, bare.leads, bare.year, bare.pipeline, bare.after) == ({}, 0, 0, None, None, None)
    no_leads = split_of(Results(example), (("A-01", 0.5), ("gone", 0.5)))
    assert (no_leads.more, no_leads.leads, no_leads.year) == (-1_650_000, 0, 0)


@given(st.lists(st.tuples(st.sampled_from(THREE), st.floats(-1, 1)), max_size=3, unique_by=lambda pair: pair[0]))
def test_more_money_never_brings_less(example: Plan, shares: list[tuple[str, float]]) -> None:
    results = Results(example)
    some = split_of(results, tuple(shares))
    more = split_of(results, tuple((code, share - 0.25) for code, share in shares))
    assert more.leads >= some.leads - 1e-9
    assert more.more >= some.more
    if not shares:
        assert (some.leads, some.more, some.year, some.later) == (0, 0, 0, 0)
        assert some.pipeline == results.forecast.open_pipeline_end
