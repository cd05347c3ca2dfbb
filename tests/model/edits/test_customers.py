"""What a good lead is, and who agrees to it."""

import pytest

from planner.model.changes import Author
from planner.model.edits import EditRefused
from planner.model.edits.customers import AgreeGoodLead, SetGoodLead
from planner.model.journal import Journal

from .conftest import NOW, Apply


def test_both_halves_agree_and_other_words_are_agreed_anew(journal: Journal, apply: Apply) -> None:
    with pytest.raises(EditRefused, match="Write down first"):
        apply(AgreeGoodLead("sales"))
    apply(SetGoodLead(" A named person in one of our segments "))
    apply(AgreeGoodLead("sales"))
    change = apply(AgreeGoodLead("marketing"))
    assert change is not None and change.label == "Marketing agrees what a good lead is"
    assert journal.plan.facts.good_lead_agreed_by == ("marketing", "sales")
    change = apply(AgreeGoodLead("sales"))
    assert change is not None and change.label == "Sales no longer agrees what a good lead is"
    assert journal.plan.facts.good_lead_agreed_by == ("marketing",)
    change = apply(SetGoodLead("A named person who answers the phone"))
    assert change is not None and change.label == "A good lead is “A named person who answers the phone”"
    assert journal.plan.facts.good_lead_agreed_by == ()
    journal.undo(Author("Tess Bright"), NOW)
    facts = journal.plan.facts
    assert (facts.good_lead, facts.good_lead_agreed_by) == ("A named person in one of our segments", ("marketing",))


def test_the_same_words_keep_the_agreement(journal: Journal, apply: Apply) -> None:
    apply(SetGoodLead("Somebody"))
    apply(AgreeGoodLead("sales"))
    assert apply(SetGoodLead("Somebody ")) is None
    assert journal.plan.facts.good_lead_agreed_by == ("sales",)
    change = apply(SetGoodLead(""))
    assert change is not None and change.label == "Take back what a good lead is"
    assert (journal.plan.facts.good_lead, journal.plan.facts.good_lead_agreed_by) == (None, ())
