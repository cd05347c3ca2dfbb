"""Lines of the context: who said them, who doubts them; and what hangs on a person who goes."""

import pytest

from planner.model.changes import Author
from planner.model.edits import AddRow, DeleteRows, EditRefused, SetFields
from planner.model.edits.notes import AddNote, DoubtNote
from planner.model.journal import Journal

from .conftest import NOW, Apply


def test_a_line_carries_whoever_is_at_the_keyboard(journal: Journal, apply: Apply) -> None:
    change = apply(AddNote("strength", "  Service on site in 24 hours ", "callum", "line"))
    row = journal.plan.notes["line"]
    assert (row.kind, row.text, row.author) == ("strength", "Service on site in 24 hours", "callum")
    assert change is not None and change.label == "Write “Service on site in 24 hours”"
    journal.undo(Author("Tess Bright"), NOW)
    assert "line" not in journal.plan.notes


@pytest.mark.parametrize("author", [None, "somebody who is gone"])
def test_a_line_without_an_author_is_not_kept(journal: Journal, apply: Apply, author: str | None) -> None:
    with pytest.raises(EditRefused, match="who is at the keyboard"):
        apply(AddNote("threat", "Plants freeze spending", author))
    apply(AddNote("ground_rule", "Write first, talk second", author))
    assert [(row.text, row.author) for row in journal.plan.notes] == [("Write first, talk second", None)]


def test_an_empty_line_is_not_kept(apply: Apply) -> None:
    with pytest.raises(EditRefused, match="Write something"):
        apply(AddNote("strength", "  ", "callum"))


def test_doubt_is_a_mark_that_comes_off_again(journal: Journal, apply: Apply) -> None:
    apply(AddNote("situation", "26 installations", "callum", "line"))
    change = apply(DoubtNote("line", "tess"))
    assert journal.plan.notes["line"].doubted_by == "tess"
    assert journal.plan.notes["line"].text == "26 installations"
    assert change is not None and change.label == "Doubt “26 installations”"
    change = apply(DoubtNote("line", "tess"))
    assert change is not None and change.label == "No longer doubt “26 installations”"
    assert journal.plan.notes["line"].doubted_by is None
    with pytest.raises(EditRefused, match="has a name"):
        apply(DoubtNote("line", None))
    with pytest.raises(EditRefused, match="no longer in the plan"):
        apply(DoubtNote("gone", "tess"))


def test_deleting_a_person_says_what_hangs_on_them(journal: Journal, apply: Apply) -> None:
    apply(AddRow("stakeholder", {"person": "callum"}, "st"))
    apply(SetFields("budget_line", "fair", {"owner": "callum"}))
    gone = DeleteRows("person", ("callum",))
    assert (
        gone.label(journal.plan) == "Delete Callum Reid, named by 2 inputs, 1 budget line and 1 place in the register"
    )
    assert DeleteRows("person", ("tess",)).label(journal.plan) == "Delete Tess Bright"
    apply(AddRow("goal", {"owner_sales": "callum"}))
    assert gone.label(journal.plan).endswith("2 inputs, 1 budget line, 1 goal and more")
    apply(gone)
    assert "st" not in journal.plan.stakeholders
    assert journal.plan.sales_inputs["one"].given_by is None
    journal.undo(Author("Tess Bright"), NOW)
    assert journal.plan.stakeholders["st"].person == "callum"
    assert journal.plan.sales_inputs["one"].given_by == "callum"
