"""The line of a check is drawn elsewhere, with a reason, and back."""

from __future__ import annotations

import pytest

from planner.model.edits import EditRefused
from planner.model.edits.thresholds import SetThreshold
from planner.model.journal import Journal

from .conftest import Apply

DRAWN = SetThreshold("fewest_questions", "Questions of the agency, at least", 6, "6", "Two of us only", "callum")


def test_a_line_is_drawn_elsewhere_and_again(journal: Journal, apply: Apply) -> None:
    change = apply(DRAWN)
    assert change is not None and change.label == "Set “Questions of the agency, at least” to 6"
    apply(SetThreshold("fewest_questions", "Questions", 8, reason="Three of us", by="tess"))
    (row,) = journal.plan.thresholds
    assert (row.code, row.value, row.reason, row.by) == ("fewest_questions", 8.0, "Three of us", "tess")


def test_a_line_goes_back_to_what_is_usual(journal: Journal, apply: Apply) -> None:
    apply(DRAWN)
    change = apply(SetThreshold("fewest_questions", "Questions", None))
    assert change is not None and change.label == "Set “Questions” back to what is usual"
    assert not len(journal.plan.thresholds)


def test_no_line_moves_without_a_reason(apply: Apply) -> None:
    with pytest.raises(EditRefused, match="why this line"):
        apply(SetThreshold("fewest_questions", "Questions", 6, reason=" "))
