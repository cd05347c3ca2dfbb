"""A what-if is kept beside the plan."""

from __future__ import annotations

import pytest

from planner.model.edits import EditRefused
from planner.model.edits.scenarios import KeepCut, KeepSplit
from planner.model.journal import Journal

from .conftest import Apply


def test_a_cut_is_kept_with_all_it_takes_to_come_back(journal: Journal, apply: Apply) -> None:
    change = apply(KeepCut("kept", "A fifth less", "2027-05", share=0.2, policy="agreed"))
    assert change is not None and change.label == "Keep “A fifth less” as a scenario"
    row = journal.plan.scenarios["kept"]
    assert (row.code, row.kind, row.cut_share, row.policy, row.shares) == ("SC-1", "budget_cut", 0.2, "agreed", ())


def test_a_cut_by_hand_is_kept_by_codes(journal: Journal, apply: Apply) -> None:
    apply(KeepCut("kept", "Half the fair", "2027-05", shares=(("A-06", 0.5), ("unallocated", 1.0))))
    row = journal.plan.scenarios["kept"]
    assert (row.shares, row.cut_share) == ((("A-06", 0.5), ("unallocated", 1.0)), None)


def test_a_scenario_without_a_name_is_not_kept(journal: Journal, apply: Apply) -> None:
    with pytest.raises(EditRefused, match="Give the scenario a name"):
        apply(KeepCut("kept", "  ", "2027-05", share=0.2))
    assert not len(journal.plan.scenarios)


def test_another_split_is_kept_by_codes(journal: Journal, apply: Apply) -> None:
    apply(KeepSplit("kept", " More webinars ", (("A-08", -0.5), ("A-06", 0.1))))
    row = journal.plan.scenarios["kept"]
    assert (row.title, row.kind, row.shares) == ("More webinars", "allocation", (("A-08", -0.5), ("A-06", 0.1)))
    with pytest.raises(EditRefused, match="Give the scenario a name"):
        apply(KeepSplit("more", "", ()))
