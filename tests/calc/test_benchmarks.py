"""What others report: only what can be traced, with source and year, and never in place of a figure of the plan."""

import re

import pytest

from planner.calc.benchmarks import BENCHMARKS, benchmarks, revenue_share
from planner.calc.rules.registry import CHAPTERS
from planner.model.plan import Plan


def test_each_says_who_found_it_and_when_and_how_far_to_trust_it() -> None:
    assert len(BENCHMARKS) == 8
    for one in BENCHMARKS:
        assert one.chapter in CHAPTERS
        assert one.trust in ("A", "B")
        assert re.search(r"\b(19|20)\d\d\b", one.source), one.source
        assert (one.share is None) == (one.short == "")


def test_what_goes_round_without_a_source_is_not_printed() -> None:
    said = " ".join(f"{one.said} {one.source}" for one in BENCHMARKS)
    for folklore in ("208", "90%", "trillion", "67%", "Aberdeen", "SiriusDecisions", "3x", "100 times"):
        assert folklore not in said


def test_the_plans_own_share_of_revenue(example: Plan) -> None:
    assert revenue_share(example) == pytest.approx(520_000 / 41_000_000)
    assert revenue_share(Plan()) is None
    assert [one.share for one in benchmarks("budget")] == [0.078, 0.064]
    assert benchmarks("context") == []
