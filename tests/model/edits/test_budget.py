"""The month grid: what a gesture writes, how it is named, what it refuses."""

import pytest

from planner.model.changes import Author
from planner.model.edits import EditRefused
from planner.model.edits.budget import FillAmounts, LockLines, NoteAmount, SetAmounts, amount_in
from planner.model.journal import Journal

from .conftest import NOW, Apply

MARCH, APRIL, MAY = "2027-03", "2027-04", "2027-05"


def test_one_cell_sets_the_line_to_the_sum_of_its_months(journal: Journal, apply: Apply) -> None:
    apply(SetAmounts({("fair", MARCH): 1_400_000}))
    apply(SetAmounts({("fair", APRIL): 50}))
    assert amount_in(journal.plan, "fair", MARCH) == 1_400_000
    assert journal.plan.budget_lines["fair"].amount == 1_400_050


@pytest.mark.parametrize(
    ("amount", "label"),
    [
        (1_400_000, "Set Trade fair, March, to £14k"),
        (2_850_000, "Set Trade fair, March, to £28.5k"),
        (120_050, "Set Trade fair, March, to £1.2k"),
        (-9_900, "Set Trade fair, March, to −£99"),
        (0, "Set Trade fair, March, to £0"),
        (None, "Empty Trade fair, March"),
    ],
)
def test_the_label_says_line_month_and_amount(journal: Journal, amount: int | None, label: str) -> None:
    assert SetAmounts({("fair", MARCH): amount}).label(journal.plan) == label


def test_a_block_is_one_step_and_comes_back_with_one_undo(journal: Journal, apply: Apply) -> None:
    before = journal.plan
    block = {(line, month): 100_000 for line in ("fair", "film") for month in (MARCH, APRIL)}
    change = apply(SetAmounts(block))
    assert change is not None
    assert change.label == "Set 4 months of 2 lines, £4k in all"
    assert journal.plan.budget_lines["film"].amount == 200_000
    journal.undo(Author("Tess Bright"), NOW)
    assert journal.plan == before
    journal.redo(Author("Tess Bright"), NOW)
    assert journal.plan.budget_lines["film"].amount == 200_000


def test_zero_is_known_and_none_is_not(journal: Journal, apply: Apply) -> None:
    apply(SetAmounts({("fair", MARCH): 0}))
    assert journal.plan.budget_lines["fair"].amount == 0
    apply(SetAmounts({("fair", MARCH): None}))
    assert journal.plan.budget_lines["fair"].amount is None
    assert len(journal.plan.amounts) == 0


def test_emptying_keeps_what_else_the_cell_holds(journal: Journal, apply: Apply) -> None:
    apply(SetAmounts({("fair", MARCH): 100}))
    apply(SetAmounts({("fair", MARCH): 70}, "actual"))
    apply(NoteAmount("fair", MARCH, "Deposit"))
    apply(SetAmounts({("fair", MARCH): None}))
    (cell,) = journal.plan.amounts
    assert (cell.planned, cell.actual, cell.note) == (None, 70, "Deposit")
    apply(SetAmounts({("fair", MARCH): None}, "actual"))
    apply(NoteAmount("fair", MARCH, " "))
    assert len(journal.plan.amounts) == 0


def test_what_was_spent_leaves_the_plan_of_the_line_alone(journal: Journal, apply: Apply) -> None:
    apply(SetAmounts({("fair", MARCH): 100}))
    apply(SetAmounts({("fair", MARCH): 999}, "actual"))
    assert journal.plan.budget_lines["fair"].amount == 100


def test_the_same_again_changes_nothing(journal: Journal, apply: Apply) -> None:
    apply(SetAmounts({("fair", MARCH): 100}))
    assert apply(SetAmounts({("fair", MARCH): 100})) is None


def test_a_locked_line_refuses_the_whole_block(journal: Journal, apply: Apply) -> None:
    apply(LockLines(("film",), True))
    before = journal.plan
    with pytest.raises(EditRefused, match="Film is locked"):
        apply(SetAmounts({("fair", MARCH): 100, ("film", MARCH): 100}))
    assert journal.plan == before
    change = apply(LockLines(("film",), False))
    assert change is not None
    assert change.label == "Unlock Film"
    apply(SetAmounts({("film", MARCH): 100}))


def test_a_line_that_is_gone_refuses(apply: Apply) -> None:
    with pytest.raises(EditRefused, match="no longer"):
        apply(SetAmounts({("nowhere", MARCH): 100}))


def test_fill_right_and_down(journal: Journal, apply: Apply) -> None:
    apply(SetAmounts({("fair", MARCH): 300}))
    change = apply(FillAmounts(("fair",), (MARCH, APRIL, MAY)))
    assert change is not None
    assert change.label == "Fill Trade fair, March to May"
    assert journal.plan.budget_lines["fair"].amount == 900
    change = apply(FillAmounts(("fair", "film"), (MARCH, MAY)))
    assert change is not None
    assert change.label == "Fill Trade fair into 1 line below"
    assert journal.plan.budget_lines["film"].amount == 600
