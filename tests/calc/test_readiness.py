"""Readiness by chapter: weights, shares that pass, rules without objects, one error that blocks."""

import pytest

from planner.calc.readiness import readiness, whole_readiness
from planner.calc.results import Results
from planner.calc.rules import CHAPTERS
from planner.model.plan import Plan
from tests.calc.changes import id_of, with_new, with_row
from tests.calc.checking import check


def test_a_chapter_is_the_weighed_share_of_what_passes(example: Plan) -> None:
    """Goals at K3: errors GOL-01 (three of four), -02, -04, -05; warnings GOL-03, -08, -09."""
    found = readiness(check(example))
    assert tuple(found) == CHAPTERS
    assert found["goals"].score == pytest.approx((5 * 0.75 + 3 * 5 + 3 * 2) / (4 * 5 + 3 * 2))
    assert (found["goals"].errors, found["goals"].warnings, found["goals"].is_ready) == (1, 0, False)
    assert found["budget"].score == 1
    assert found["budget"].is_ready


def test_rules_without_objects_are_left_out(example: Plan) -> None:
    assert readiness(check(Plan()))["budget"].score is None
    assert readiness(check(example))["customers"].score is None
    assert readiness(check(example, "K0"))["budget"].score == 1


def test_weights_grow_with_the_gate(example: Plan) -> None:
    """Before its first gate a rule is a note and has no weight."""
    early, late = (readiness(check(example, gate))["sales_input"] for gate in ("K0", "K3"))
    assert early.score is None
    assert late.score == pytest.approx((5 * 15 / 16 + 5 * 1 / 2 + 3 * 5 + 5 * 2) / (5 * 5 + 5 * 2), abs=1e-9)


def test_one_error_is_not_ready_whatever_the_score(example: Plan) -> None:
    whole = whole_readiness(check(example))
    assert whole.score == pytest.approx(0.958, abs=5e-4)
    assert (whole.errors, whole.warnings, whole.is_ready) == (8, 0, False)


def test_what_is_waived_does_not_count(example: Plan) -> None:
    waived = with_new(
        example, "waiver", rule="ACT-01", object="A-15", persons=(id_of(example, "P-MK1"),), reason="promised",
        until="2026-12-31",
    )  # fmt: skip
    before, after = (readiness(check(plan))["activities"] for plan in (example, waived))
    assert (before.errors, after.errors) == (2, 1)
    assert before.score is not None and after.score is not None
    assert before.score < after.score


def test_rings_and_readiness_are_of_one_make(example: Plan) -> None:
    results = Results(example, "2026-11-16")
    assert results.progress["activities"].missing == "1 activity serves no goal"
    assert results.progress["goals"].share == pytest.approx(1 - 5 * 0.25 / 28)
    broken = Results(with_row(example, "budget_line", "B-03", owner=None), "2026-11-16")
    assert broken.progress["budget"].missing == "1 line has no lead"
    assert results.progress["budget"].missing == ""
    over = Results(with_row(example, "budget_line", "B-31", amount=5_000_000), "2026-11-16").progress["budget"]
    assert over.missing.startswith("The lines come to EUR 539,400")
