"""A finding is left as it is in somebody's name, and taken up again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planner.model.edits import EditRefused
from planner.model.edits.waivers import EndWaiver, WaiveFinding
from planner.model.journal import Journal

from .conftest import Apply

WAIVE = WaiveFinding(
    "GOL-07", "plan", "There are six goals.", ("callum",), "Two of them end in March.", "2027-03-31", "2026-11-16"
)


def test_a_waiver_is_logged_as_a_decision(journal: Journal, apply: Apply) -> None:
    change = apply(WAIVE)
    assert change is not None and change.label == "Leave as it is: There are six goals."
    (waiver,) = journal.plan.waivers
    assert (waiver.rule, waiver.object, waiver.persons, waiver.until) == ("GOL-07", "plan", ("callum",), "2027-03-31")
    decision = journal.plan.decisions[str(waiver.decision)]
    assert (decision.decision, decision.approvers, decision.rationale, decision.revisit_on, decision.status) == (
        "Leave as it is: There are six goals.", ("callum",), "Two of them end in March.", "2027-03-31", "decided",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"persons": ()}, "who takes this"),
        ({"reason": " "}, "why it may stay"),
        ({"until": None}, "until when"),
        ({"until": "2026-11-16"}, "a day to come"),
        ({"two_sides": True}, "two people"),
        ({"rule": "BUD-01"}, "two people"),
    ],
)
def test_half_a_waiver_is_not_taken(apply: Apply, wrong: dict[str, object], said: str) -> None:
    with pytest.raises(EditRefused, match=said):
        apply(replace(WAIVE, **wrong))  # type: ignore[arg-type]


def test_both_sides_together_may_waive_what_one_may_not(journal: Journal, apply: Apply) -> None:
    apply(replace(WAIVE, two_sides=True, persons=("callum", "tess")))
    assert len(journal.plan.waivers) == 1


def test_waiving_again_replaces_and_taking_up_leaves_nothing(journal: Journal, apply: Apply) -> None:
    apply(WAIVE)
    apply(replace(WAIVE, reason="They end in June.", until="2027-06-30"))
    (waiver,) = journal.plan.waivers
    assert (waiver.reason, len(journal.plan.decisions)) == ("They end in June.", 1)
    change = apply(EndWaiver(waiver.id))
    assert change is not None and change.label == "Take up again: Leave as it is: There are six goals."
    assert not len(journal.plan.waivers)
    assert not len(journal.plan.decisions)
    with pytest.raises(EditRefused):
        apply(EndWaiver(waiver.id))
