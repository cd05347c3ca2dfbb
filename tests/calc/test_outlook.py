"""Everything that is drawn, made once for as long as what it follows from stays."""

from dataclasses import replace

import pytest

from planner.calc.cut import CutRequest, Simulator, request_of, shares_of, single_groups
from planner.calc.outlook import Basis, basis_of, outlook_of, stage_ranges
from planner.calc.ranges import Range
from planner.calc.results import Results
from planner.model.plan import Plan, Rows, Scenario


@pytest.fixture(scope="module")
def results(example: Plan) -> Results:
    return Results(example)


@pytest.fixture(scope="module")
def basis(results: Results) -> Basis:
    found = basis_of(results.plan, results.forecast.assumptions)
    assert found is not None
    return found


def test_the_outlook_says_what_results_say(results: Results, basis: Basis) -> None:
    outlook = outlook_of(basis)
    assert outlook.simulation == results.simulation
    simulator = Simulator(results, outlook.draws)
    assert simulator.draws is outlook.draws
    request = CutRequest(from_month="2027-05", share=0.2)
    assert simulator.cut(request).after == results.simulator.cut(request).after


def test_equal_plans_have_equal_bases(example: Plan, results: Results, basis: Basis) -> None:
    again = Results(example)
    assert basis_of(example, again.forecast.assumptions) == basis
    assert basis_of(example, None) is None


def test_stages_lie_about_what_is_expected(results: Results, basis: Basis) -> None:
    ranges = stage_ranges(basis)
    expected = results.forecast.expected_by_stage
    assert expected is not None and len(ranges) == len(expected)
    for (low, high), likely in zip(ranges, expected, strict=True):
        assert low < likely < high
    drawn = results.simulation
    assert drawn is not None
    # Orders counted x the usual deal: what the fan says of the whole year, less the spread of the deal itself.
    assert ranges[-1][0] == pytest.approx(drawn.counted.p10 / 4_800_000, rel=0.05)


def test_what_is_certain_is_only_counted(basis: Basis) -> None:
    def certain(range_: Range) -> Range:
        return Range(range_.likely, range_.likely, range_.likely)

    given = basis.given
    sure = given._replace(
        rates=tuple(certain(rate) for rate in given.rates),
        sources=tuple(source._replace(leads=certain(source.leads)) for source in given.sources),
    )
    (low, high), *_others, (few, many) = stage_ranges(Basis(sure, 7))
    assert (low, high) == pytest.approx((1680.76 - 1.2816 * 1680.76**0.5, 1680.76 + 1.2816 * 1680.76**0.5), abs=3)
    assert (few, many) == (34.0, 50.0)


def test_a_scenario_by_hand_names_codes(example: Plan) -> None:
    activity = example.activities.by_code("A-06")
    assert activity is not None
    request = CutRequest.freely("2027-05", {activity.id: 0.5, "unallocated": 1.0, "nobody": 0.0})
    shares = shares_of(example, request)
    assert sorted(shares) == [("A-06", 0.5), ("unallocated", 1.0)]
    row = Scenario(id="s", kind="budget_cut", from_month="2027-05", shares=shares)
    again = request_of(example, row)
    assert again == CutRequest.freely("2027-05", {activity.id: 0.5, "unallocated": 1.0})
    assert request_of(example, replace(row, from_month=None)) is None


def test_single_groups_are_all_that_can_be_cut_and_given_out(example: Plan, results: Results) -> None:
    found = single_groups(example, results.budget, "2027-05")
    pieces = results.simulator.cuttable("2027-05")
    assert sum(group.cuttable for group in found) == sum(p.amount for p in pieces if p.key != "unallocated")
    assert len({group.key for group in found}) == len(found)
    assert all(0 < group.cuttable <= group.total for group in found)


def test_a_cut_shows_from_the_month_that_brings_a_tenth_of_the_loss(results: Results) -> None:
    cut = results.simulator.cut(CutRequest(from_month="2027-05", share=0.2), chance=False)
    assert cut.shows_from == "2027-10"
    nothing = results.simulator.cut(CutRequest(from_month="2027-05", share=0.0), chance=False)
    assert nothing.shows_from is None


def test_no_rates_no_outlook(example: Plan) -> None:
    bare = example.with_tables({"rate": Rows()})
    assert basis_of(bare, Results(bare).forecast.assumptions) is None
