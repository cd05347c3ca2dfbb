"""Both halves sign: locked as a version, undone, taken back, opened again."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from planner.model.changes import Author
from planner.model.edits import EditRefused, PutRows
from planner.model.edits.signing import AcceptPromise, ReopenPlan, SignPlan, TakeSignatureBack
from planner.model.journal import Journal
from planner.model.plan import Commitment, Person

from .conftest import Apply

DAY = "2026-11-16"


def test_a_promise_is_accepted_and_taken_back(journal: Journal, apply: Apply) -> None:
    apply(PutRows((Commitment(id="c", from_function="marketing", to_function="sales", promise="35 leads"),), "Start"))
    change = apply(AcceptPromise("c", "callum", DAY))
    assert change is not None and change.label == "Callum Reid accepts “35 leads”"
    row = journal.plan.commitments["c"]
    assert (row.accepted_by, row.accepted_on) == (("callum",), DAY)
    change = apply(AcceptPromise("c", "callum", DAY, back=True))
    assert change is not None and change.label == "Callum Reid no longer accepts “35 leads”"
    row = journal.plan.commitments["c"]
    assert (row.accepted_by, row.accepted_on) == ((), None)


def test_the_second_half_locks_the_plan_and_one_undo_takes_both_away(journal: Journal, apply: Apply) -> None:
    apply(SignPlan("marketing", "tess", DAY, "e1"))
    assert journal.plan.facts.status is None
    change = apply(SignPlan("sales", "callum", DAY, "e2", "I will not be surprised."))
    assert change is not None and change.label == "Callum Reid signs for sales"
    assert (journal.plan.facts.status, journal.plan.facts.version) == ("locked", 1)
    signed = {row.function: (row.person, row.version, row.edit, row.statement) for row in journal.plan.signoffs}
    assert signed == {
        "marketing": ("tess", 1, "e1", None),
        "sales": ("callum", 1, "e2", "I will not be surprised."),
    }
    journal.undo(Author("Callum Reid"), datetime(2026, 11, 16, tzinfo=UTC))
    assert journal.plan.facts.status is None
    assert [row.function for row in journal.plan.signoffs] == ["marketing"]


def test_signing_again_replaces_and_another_half_may_not_sign(journal: Journal, apply: Apply) -> None:
    apply(SignPlan("sales", "callum", DAY, "e1"))
    apply(SignPlan("sales", "callum", DAY, "e2"))
    assert [row.edit for row in journal.plan.signoffs] == ["e2"]
    with pytest.raises(EditRefused, match="that half"):
        apply(SignPlan("sales", "tess", DAY, "e3"))


def test_a_signature_taken_back_unlocks(journal: Journal, apply: Apply) -> None:
    apply(SignPlan("marketing", "tess", DAY, "e1"))
    apply(SignPlan("sales", "callum", DAY, "e2"))
    sales = next(row for row in journal.plan.signoffs if row.function == "sales")
    change = apply(TakeSignatureBack(sales.id))
    assert change is not None and change.label == "Take back the signature of Callum Reid"
    assert journal.plan.facts.status == "in_review"


def test_opened_again_the_next_version_waits_for_both(journal: Journal, apply: Apply) -> None:
    apply(SignPlan("marketing", "tess", DAY, "e1"))
    apply(SignPlan("sales", "callum", DAY, "e2"))
    change = apply(ReopenPlan())
    assert change is not None and change.label == "Open the plan again, as version 2"
    assert (journal.plan.facts.version, journal.plan.facts.status) == (2, "in_review")
    apply(SignPlan("sales", "callum", DAY, "e3"))
    assert journal.plan.facts.status == "in_review"
    assert sorted(row.version or 0 for row in journal.plan.signoffs) == [1, 1, 2]
    apply(SignPlan("marketing", "tess", DAY, "e4"))
    assert journal.plan.facts.status == "locked"


def test_a_part_without_a_name_gets_one_by_signing_and_somebody_new_joins(journal: Journal, apply: Apply) -> None:
    apply(PutRows((Person(id="head", name="Head of sales", role="Head of sales", function="sales"),), "Start"))
    with pytest.raises(EditRefused, match="needs a name"):
        apply(SignPlan("sales", "head", DAY, "e1"))
    change = apply(SignPlan("sales", "head", DAY, "e1", name="Tom Becker"))
    assert change is not None and change.label == "Tom Becker signs for sales"
    assert (journal.plan.people["head"].name, journal.plan.people["head"].present) == ("Tom Becker", True)
    apply(SignPlan("marketing", "joins", DAY, "e1", name="Ann Example"))
    new = journal.plan.people["joins"]
    assert (new.name, new.function, journal.plan.facts.status) == ("Ann Example", "marketing", "locked")
