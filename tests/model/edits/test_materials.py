"""Decisions, names for what is open, blind ratings: what is written, and what is refused."""

import pytest

from planner.model.edits import AddRow, EditRefused
from planner.model.edits.base import Edit
from planner.model.edits.materials import DecideMaterial, LeaveUndecided, ListMaterials, RateMaterials
from planner.model.journal import Journal

from .conftest import Apply

TODAY = "2026-11-16"


@pytest.fixture(autouse=True)
def deck(apply: Apply) -> None:
    apply(AddRow("material", {"name": "Deck"}, id="deck"))
    apply(AddRow("material", {"name": "Cards"}, id="cards"))


def test_a_decision_has_a_reason_and_one_name(journal: Journal, apply: Apply) -> None:
    change = apply(DecideMaterial("deck", "replace", " Nobody shows it. ", "cards", ("one",)))
    assert change is not None
    assert change.label == "Replace Deck"
    row = journal.plan.materials["deck"]
    assert (row.decision, row.reason, row.replaced_by, row.sales_inputs) == (
        "replace", "Nobody shows it.", "cards", ("one",),
    )  # fmt: skip
    apply(DecideMaterial("deck", "keep", "Twelve are enough.", "cards"))
    assert journal.plan.materials["deck"].replaced_by is None


@pytest.mark.parametrize(
    ("edit", "sentence"),
    [
        (DecideMaterial("deck", "retire", "  "), "Say why"),
        (DecideMaterial("gone", "retire", "Old"), "no longer in the plan"),
        (DecideMaterial("deck", "replace", "Old", "deck"), "Choose another"),
        (LeaveUndecided("deck", (), "2026-11-20"), "Say who decides"),
        (LeaveUndecided("deck", ("tess",), None), "Say by when"),
        (RateMaterials("nobody", {"deck": 3}), "who is at the keyboard"),
        (RateMaterials("tess", {"gone": 3}), "no longer in the plan"),
    ],
)
def test_halves_are_refused(journal: Journal, apply: Apply, edit: Edit, sentence: str) -> None:
    before = journal.plan
    with pytest.raises(EditRefused, match=sentence):
        apply(edit)
    assert journal.plan == before


def test_what_is_open_has_names_and_a_day(journal: Journal, apply: Apply) -> None:
    apply(DecideMaterial("deck", "keep", "It works."))
    apply(LeaveUndecided("deck", ("callum", "tess"), "2026-11-20"))
    row = journal.plan.materials["deck"]
    assert (row.decision, row.reason, row.deciders, row.decide_by) == (None, None, ("callum", "tess"), "2026-11-20")
    apply(DecideMaterial("deck", "keep", "It works."))
    row = journal.plan.materials["deck"]
    assert (row.deciders, row.decide_by) == ((), None)


def test_ratings_are_one_step_of_one_person(journal: Journal, apply: Apply) -> None:
    change = apply(RateMaterials("callum", {"deck": 2, "cards": "unknown"}, TODAY))
    assert change is not None
    assert change.label == "Callum Reid rates 2 materials"
    found = {row.material: (row.person, row.function, row.score, row.unknown) for row in journal.plan.ratings}
    assert found == {"deck": ("callum", "sales", 2, None), "cards": ("callum", "sales", None, True)}
    apply(RateMaterials("callum", {"cards": 4, "deck": None}, TODAY))
    found = {row.material: (row.person, row.function, row.score, row.unknown) for row in journal.plan.ratings}
    assert found == {"cards": ("callum", "sales", 4, None)}


def test_a_list_leaves_out_what_is_there(journal: Journal, apply: Apply) -> None:
    change = apply(ListMaterials(("  Price  sheet", "deck", "", "Price sheet")))
    assert change is not None
    assert [row.name for row in journal.plan.materials.ordered] == ["Deck", "Cards", "Price sheet"]
    assert journal.plan.materials.ordered[-1].code == "M-03"
