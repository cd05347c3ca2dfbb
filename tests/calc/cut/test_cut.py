"""The worked example cut by 20 percent from May on, and what must hold for any cut."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.calc.cut import (
    AGREED,
    EQUAL,
    LIFETIME,
    OPTIMAL,
    POLICIES,
    UNALLOCATED,
    Cut,
    CutRequest,
    Simulator,
    cut_json,
    groups,
    pieces,
    scenario_cuts,
)
from planner.calc.results import Results
from planner.model.plan import Plan, Rows
from tests.calc.changes import id_of, with_new, with_row, with_single

MAY = "2027-05"


@pytest.fixture(scope="module")
def simulator(example: Plan) -> Simulator:
    return Results(example).simulator


def cut(plan: Plan, **request: Any) -> Cut:
    return Results(plan).simulator.cut(CutRequest(**{"from_month": MAY, "share": 0.2, **request}), chance=False)


def codes(plan: Plan, found: Cut) -> dict[str, int]:
    """What each line loses, in whole euros."""
    names = {line.id: line.code or "" for line in plan.budget_lines} | {UNALLOCATED: UNALLOCATED}
    return {names[taken.key]: taken.amount // 100 for taken in found.taken}


def euros(amount: int | None) -> int | None:
    return None if amount is None else round(amount / 100)


def test_equal_shares(example: Plan, oracles: dict[str, Any]) -> None:
    oracle, found = oracles["cut_example"], cut(example)
    assert found.asked == found.saved == 100 * oracle["cut"]
    assert found.cuttable == 21_520_000
    assert found.share == pytest.approx(oracle["equal"]["s"], abs=5e-7)
    assert found.lost_leads == pytest.approx(oracle["equal"]["leads"], abs=0.005)
    assert euros(found.lost_year) == oracle["equal"]["fy27"]
    assert euros(found.lost_later) == oracle["equal"]["fy28"]
    assert euros(found.pipeline_after) == oracle["equal"]["pipeline_end"]
    assert found.lost_deals_year == pytest.approx(4.9446, abs=5e-5)
    assert found.lost_deals_later == pytest.approx(8.9495, abs=5e-5)
    assert euros(found.lost_total) == 666_914
    assert found.contribution_lost == pytest.approx(25_342_800, abs=100)
    assert found.contribution_per_unit == pytest.approx(2.44, abs=0.005)
    assert found.illusion_ratio == pytest.approx(0.644, abs=5e-4)
    assert found.peak_month == "2028-02"
    assert euros(dict(found.lost_by_month)["2028-02"]) == 85_788
    assert {quarter: euros(amount) for quarter, amount in found.lost_by_quarter} == {
        "2027-Q2": 1_693,
        "2027-Q3": 64_088,
        "2027-Q4": 171_559,
        "2028-Q1": 246_300,
        "2028-Q2": 153_628,
        "2028-Q3": 29_646,
    }
    assert euros(found.pipeline_before) == 2_378_304


def test_an_activity_that_keeps_its_leads(example: Plan, oracles: dict[str, Any]) -> None:
    oracle = oracles["cut_example"]["equal_sunk_A14"]
    found = cut(with_row(example, "activity", "A-14", sunk=True))
    assert found.lost_leads == pytest.approx(oracle["leads"], abs=0.005)
    assert (euros(found.lost_year), euros(found.lost_later)) == (oracle["fy27"], oracle["fy28"])
    assert euros(found.pipeline_after) == oracle["pipeline_end"]
    assert euros(found.lost_total) == pytest.approx(532_372, abs=1)
    assert found.contribution_per_unit == pytest.approx(1.95, abs=0.005)
    assert found.illusion_ratio == pytest.approx(0.648, abs=5e-4)
    assert found.peak_month == "2028-02"
    assert euros(dict(found.lost_by_month)["2028-02"]) == 68_553


def test_the_agreed_order(example: Plan, oracles: dict[str, Any]) -> None:
    oracle, found = oracles["cut_example"]["agreed"], cut(example, policy=AGREED)
    assert codes(example, found) == {
        UNALLOCATED: 4_600, "B-28": 18_000, "B-14": 9_600, "B-31": 26_000, "B-24": 38_000, "B-25": 7_000, "B-23": 800,
    }  # fmt: skip
    assert found.lost_leads == pytest.approx(oracle["leads"])
    assert (euros(found.lost_year), euros(found.lost_later)) == (oracle["fy27"], oracle["fy28"])
    assert euros(found.lost_total) == 245_760
    assert found.contribution_lost == pytest.approx(9_338_900, abs=100)
    assert found.contribution_per_unit == pytest.approx(0.90, abs=0.005)
    assert found.illusion_ratio == pytest.approx(0.966, abs=5e-4)
    assert euros(found.pipeline_after) == oracle["pipeline_end"]


def test_money_that_brings_no_leads(example: Plan) -> None:
    """At the lock 51,000, 49 percent of the cut, cost no leads: the reprint and the film."""
    found = cut(example, from_month="2027-01", amount=5_560_000, policy=AGREED)
    assert codes(example, found) == {UNALLOCATED: 4_600, "B-01": 28_500, "B-02": 4_500, "B-28": 18_000}
    assert found.lost_leads == 0
    assert found.promises == ()
    assert found.lost_total == 0
    assert found.illusion_ratio is None
    assert found.peak_month is None


def test_for_programs(example: Plan, oracles: dict[str, Any]) -> None:
    oracle = oracles["cut_example"]
    found = cut_json(example, {policy: cut(example, policy=policy) for policy in POLICIES})
    assert {key: found[key] for key in ("share", "cut", "from_month")} == {
        key: oracle[key] for key in ("share", "cut", "from_month")
    }
    for policy in (EQUAL, AGREED):
        assert {key: found[policy][key] for key in oracle[policy]} == oracle[policy]
    sunk = with_row(example, "activity", "A-14", sunk=True)
    again = cut_json(sunk, {EQUAL: cut(sunk)})[EQUAL]
    assert {key: again[key] for key in oracle["equal_sunk_A14"]} == oracle["equal_sunk_A14"]
    assert found[AGREED]["taken"][UNALLOCATED] == 4600
    assert found[EQUAL]["goals_red"] == ["G1", "G2"]
    assert found[EQUAL]["promises_broken"] == ["C-01"]
    assert cut_json(example, {EQUAL: cut(example, share=None, amount=5_200_000)})["share"] == 0.1
    with pytest.raises(ValueError, match="no cut"):
        cut_json(example, {})


def test_goals_that_turn_red(example: Plan) -> None:
    equal, agreed = cut(example), cut(example, policy=AGREED)
    assert [goal.goal for goal in equal.goals] == [id_of(example, "G1"), id_of(example, "G2")]
    assert [goal.goal for goal in equal.goals_that_turn_red] == [id_of(example, "G1"), id_of(example, "G2")]
    assert [goal.goal for goal in agreed.goals_that_turn_red] == [id_of(example, "G2")]
    assert euros(equal.order_intake_after) == 2_016_912 - 237_340
    assert equal.intake_by_month_after is not None
    assert sum(equal.intake_by_month_after) == pytest.approx(equal.order_intake_after, abs=12)


def test_promises_to_sales(example: Plan) -> None:
    everything = cut(example, amount=20_000_000)
    assert {row.row for row in everything.promises} >= {id_of(example, "SI-01"), id_of(example, "C-01")}
    assert not any(row.breaks for row in everything.promises if row.row != id_of(example, "C-01"))
    broken = [(row.period, round(row.share_lost, 2)) for row in cut(example).promises_that_break]
    assert broken == [("2027-Q2", 0.34), ("2027-Q3", 0.41), ("2027-Q4", 0.43)]
    webinars = cut(example, free=((id_of(example, "A-08"), 1.0),))
    assert webinars.dropped == (id_of(example, "A-08"),)
    assert id_of(example, "SI-03") in {row.row for row in webinars.promises_that_break}


def test_what_costs_least_costs_less_than_the_other_policies(example: Plan) -> None:
    year = {policy: cut(example, policy=policy, contingency=True, unallocated=True).lost_year for policy in POLICIES}
    assert year[OPTIMAL] <= min(year[EQUAL], year[AGREED])  # type: ignore[operator,type-var]
    life = {
        policy: cut(example, policy=policy, contingency=True, unallocated=True, objective=LIFETIME).lost_leads
        for policy in POLICIES
    }
    assert life[OPTIMAL] <= min(life[EQUAL], life[AGREED])


def test_more_than_can_be_cut(example: Plan) -> None:
    found = cut(example, amount=40_000_000)
    assert (found.asked, found.saved, found.share) == (40_000_000, 21_520_000, 1.0)
    late = cut(example, from_month="2028-03")
    assert (late.saved, late.taken) == (0, ())


def test_what_a_month_has_committed_or_spent_stays(example: Plan) -> None:
    line = id_of(example, "B-28")
    cells = {
        cell.id: replace(cell, committed=400_000) for cell in example.amounts if (cell.line, cell.month) == (line, MAY)
    }
    plan = example.with_tables({"amount": example.amounts.with_changes(cells)})
    assert {piece.key: piece.amount for piece in pieces(plan, Results(plan).budget, MAY)}[line] == 1_400_000


def test_the_autumn_fair_goes_as_a_whole_or_stays(example: Plan) -> None:
    fair = id_of(example, "A-13")
    plan = with_row(example, "activity", "A-13", all_or_nothing=True)
    kept = cut(plan)
    assert kept.saved == 10_400_000
    assert fair not in {taken.activity for taken in kept.taken}
    gone = cut(plan, amount=13_000_000)
    assert gone.saved == 13_000_000
    assert fair in gone.dropped
    order = cut(plan, policy=AGREED, amount=8_000_000)
    assert order.saved == 8_000_000
    assert fair not in order.dropped  # 21,800 were still to go, and the fair is 45,000
    best = cut(plan, policy=OPTIMAL)
    assert best.saved >= 10_400_000
    assert best.lost_year <= cut(plan, policy=AGREED).lost_year  # type: ignore[operator]
    free = cut(plan, free=((fair, 0.4),))
    assert free.saved == 0
    assert cut(plan, free=((fair, 0.5),)).saved == 4_500_000


def test_below_the_least_it_is_worth_nothing(example: Plan) -> None:
    webinars = id_of(example, "A-08")
    half = cut(example, free=((webinars, 0.5),))
    least = cut(with_row(example, "activity", "A-08", least_spend=1_800_000), free=((webinars, 0.5),))
    assert half.lost_leads == pytest.approx(87.5)
    assert least.lost_leads == pytest.approx(175)


def test_sliders_for_groups(example: Plan) -> None:
    results = Results(example)
    found = groups(example, results.budget, MAY)
    assert [example.goals[group.goal].code if group.goal else None for group in found] == ["G1", "G3", "G4", None]
    assert sum(group.total for group in found) == results.budget.total
    assert sum(group.cuttable for group in found) == 21_520_000 + 2_600_000
    everything = {key: 1.0 for group in found for key in group.keys}
    whole = results.simulator.cut(CutRequest.freely(MAY, {**everything, UNALLOCATED: 1.0}), chance=False)
    assert whole.saved == 21_520_000 + 2_600_000 + 460_000
    half = results.simulator.cut(CutRequest.freely(MAY, dict.fromkeys(found[0].keys, 0.5)), chance=False)
    assert half.saved == pytest.approx(found[0].cuttable / 2, abs=20)


@pytest.mark.parametrize("policy", POLICIES)
def test_a_cut_of_nothing_changes_nothing(simulator: Simulator, policy: str) -> None:
    found = simulator.cut(CutRequest(from_month=MAY, share=0.0, policy=policy))
    assert (found.saved, found.taken, found.lost_leads, found.lost_total, found.promises) == (0, (), 0, 0, ())
    assert found.order_intake_after == found.order_intake_before
    assert found.intake_by_month_after == found.intake_by_month_before
    assert found.pipeline_after == found.pipeline_before
    assert found.after == found.before
    assert found.goals_that_turn_red == ()


def test_the_chance_comes_from_the_same_luck(example: Plan, simulator: Simulator) -> None:
    simulation = Results(example).simulation
    assert simulation is not None
    found = [simulator.cut(CutRequest(from_month=MAY, share=step / 100)) for step in range(0, 42, 2)]
    assert found[0].before is not None
    assert tuple(found[0].before) == pytest.approx(tuple(simulation.counted))
    chances = [one.after.p_hit for one in found if one.after is not None]
    assert chances == sorted(chances, reverse=True)  # type: ignore[type-var]
    steps = [before - after for before, after in pairwise(chances)]  # type: ignore[operator]
    assert max(steps) < 0.03
    assert found[10].after is not None
    assert found[10].after.p_hit == pytest.approx(0.33, abs=0.012)


def test_the_draws_of_a_cut_are_those_of_a_plan_with_fewer_leads(example: Plan, simulator: Simulator) -> None:
    """A cut leaves about the spread that a plan with so many leads fewer has from the start."""
    found = simulator.cut(CutRequest(from_month=MAY, share=0.2))
    shares = {taken.activity: taken.share for taken in found.taken}
    cells = {
        cell.id: replace(cell, likely=(cell.likely or 0) * (1 - shares.get(cell.activity, 0)))
        for cell in example.lead_months
        if cell.month >= MAY
    }
    changed = example.with_tables({"lead_month": example.lead_months.with_changes(cells)})
    totals = Results(changed).supply.by_activity
    for activity in example.activities:
        if activity.leads_likely and activity.id in totals:
            factor = sum(totals[activity.id].values()) / activity.leads_likely
            ends = {"leads_low": activity.leads_low * factor, "leads_high": activity.leads_high * factor}  # type: ignore[operator]
            changed = with_row(changed, "activity", activity.code or "", **ends)
    again = Results(changed).simulation
    assert again is not None
    assert found.after is not None
    assert found.after.mean == pytest.approx(again.counted.mean, rel=0.01)
    assert found.after.sd == pytest.approx(again.counted.sd, rel=0.02)
    assert found.after.p10 == pytest.approx(again.counted.p10, rel=0.015)
    assert found.after.p_hit == pytest.approx(again.counted.p_hit, abs=0.012)


@pytest.mark.parametrize("policy", POLICIES)
@settings(max_examples=40)
@given(share=st.floats(0, 1), start=st.integers(1, 12), wholes=st.sets(st.sampled_from(["A-13", "A-08", "A-12"])))
def test_what_is_taken_is_what_is_saved(policy: str, share: float, start: int, wholes: set[str], example: Plan) -> None:
    plan = example
    for code in wholes:
        plan = with_row(plan, "activity", code, all_or_nothing=True)
    found = cut(plan, policy=policy, share=share, from_month=f"2027-{start:02d}")
    could = {piece.key: piece.amount for piece in pieces(plan, Results(plan).budget, f"2027-{start:02d}")}
    assert sum(taken.amount for taken in found.taken) == found.saved <= found.cuttable
    assert all(0 < taken.amount <= could[taken.key] for taken in found.taken)
    assert found.saved >= min(found.asked, found.cuttable)
    if not wholes:
        assert found.saved == min(found.asked, found.cuttable)
    assert found.lost_leads >= 0


def test_a_request_that_asks_nothing_sensible(simulator: Simulator) -> None:
    for request, said in (
        (CutRequest(from_month="2027-13", share=0.1), "not a month"),
        (CutRequest(from_month=MAY), "needs a share"),
        (CutRequest(from_month=MAY, share=1.2), "not a share"),
        (CutRequest(from_month=MAY, amount=-5), "not negative"),
    ):
        with pytest.raises(ValueError, match=said):
            simulator.cut(request)


def test_a_plan_without_a_forecast_still_says_what_is_saved(example: Plan) -> None:
    found = Results(example.with_tables({"rate": Rows()})).simulator.cut(CutRequest(from_month=MAY, share=0.2))
    assert found.saved == 10_400_000
    assert (found.lost_year, found.lost_total, found.before, found.after, found.goals) == (None, None, None, None, ())
    empty = Results(Plan()).simulator.cut(CutRequest(from_month=MAY, share=0.2))
    assert (empty.asked, empty.saved, empty.lost_total) == (0, 0, None)


def test_without_an_envelope_the_share_is_of_all_lines(example: Plan) -> None:
    assert cut(with_single(example, "facts", envelope=None)).asked == 10_308_000


def test_scenarios_are_worked_out_and_comparable(example: Plan) -> None:
    plan = with_new(example, "scenario", title="By order", kind="budget_cut", cut_share=0.2, from_month=MAY,
                    policy=AGREED)  # fmt: skip
    plan = with_new(plan, "scenario", title="Half said", kind="budget_cut", cut_share=0.3)
    plan = with_new(plan, "scenario", title="Another mix", kind="allocation")
    found = scenario_cuts(Results(plan).simulator)
    assert [row.cut is None for row in found] == [False, False, True, True]
    assert all(row.split is None for row in found)  # the mix does not say which
    first, second = (row.cut for row in found[:2])
    assert first is not None
    assert second is not None
    assert (euros(first.lost_total), euros(second.lost_total)) == (666_914, 245_760)
    assert first.before == second.before


def test_by_curve_a_cut_costs_fewer_leads_than_in_proportion(example: Plan) -> None:
    """The last euro of a concave curve brings less than the average one."""
    webinars = id_of(example, "A-08")
    found = cut(example, free=((webinars, 0.5),), by_curve=True)
    spend, gone = 2_160_000, sum(taken.amount for taken in found.taken)
    assert gone == 720_000
    assert found.lost_leads == pytest.approx(265 - 265 * ((spend - gone) / spend) ** 0.5)
    assert found.lost_leads < cut(example, free=((webinars, 0.5),)).lost_leads


def test_by_curve_the_best_cut_costs_least(example: Plan) -> None:
    plan = with_row(example, "activity", "A-14", curve="adbudg", leads_at_nothing=120, leads_at_half_more=280,
                    leads_at_most=400)  # fmt: skip
    for objective, lost in ((LIFETIME, "lost_leads"), ("year", "lost_year")):
        request: dict[str, Any] = {"by_curve": True, "contingency": True, "unallocated": True, "objective": objective}
        found = {policy: cut(plan, policy=policy, **request) for policy in POLICIES}
        assert {one.saved for one in found.values()} == {10_400_000}
        assert getattr(found[OPTIMAL], lost) <= min(getattr(found[EQUAL], lost), getattr(found[AGREED], lost))
    whole = cut(plan, policy=OPTIMAL, by_curve=True, amount=40_000_000)
    assert whole.saved == whole.cuttable


def test_many_orders_are_counted_by_the_bell_curve_and_do_not_jitter(
    example: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    exact = Results(example).simulator
    monkeypatch.setattr("planner.calc.cut.chance._MOST_MARKS", 0)
    curve = Results(example).simulator
    steps = [share / 100 for share in range(0, 41, 2)]
    cuts = [curve.cut(CutRequest(from_month=MAY, share=share)) for share in steps]
    means = [cut.after.mean for cut in cuts if cut.after is not None]
    assert cuts[0].after == cuts[0].before
    assert all(later <= earlier for earlier, later in pairwise(means))
    followed = exact.cut(CutRequest(from_month=MAY, share=0.2)).after
    assert followed is not None
    assert means[10] == pytest.approx(followed.mean, rel=0.005)
    assert cuts[10].after is not None and cuts[10].after.p_hit == pytest.approx(followed.p_hit, abs=0.012)
