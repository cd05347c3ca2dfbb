"""Sentences of a pre-mortem: written, voted for, made a risk, dropped."""

from __future__ import annotations

import pytest

from planner.model.edits import EditRefused, PutRows
from planner.model.edits.risks import DotOnCause, DropCause, MakeRisk, WriteCause
from planner.model.journal import Journal
from planner.model.plan import Cause, Premortem

from .conftest import Apply

LATE = Cause(id="late", premortem="pm", text="It came too late", position=1)


@pytest.fixture(autouse=True)
def premortem(apply: Apply) -> None:
    apply(PutRows((Premortem(id="pm", held_on="2026-11-09", top_causes=("It came too late",)),), "Start"))


def test_the_first_sentence_opens_a_premortem_and_further_ones_join_it(journal: Journal, apply: Apply) -> None:
    change = apply(WriteCause("Nobody called ", "callum", None, "2026-11-16"))
    assert change is not None and change.label == "Write down why it failed"
    fresh = next(row for row in journal.plan.premortems if row.id != "pm")
    apply(WriteCause("No money", "tess", fresh.id))
    apply(WriteCause("Still no money", "tess", fresh.id))
    assert journal.plan.premortems[fresh.id].participants == ("callum", "tess")
    written = [(row.text, row.by) for row in journal.plan.causes]
    assert written == [("Nobody called", "callum"), ("No money", "tess"), ("Still no money", "tess")]
    with pytest.raises(EditRefused, match="Write a sentence first"):
        apply(WriteCause("  "))


def test_a_sentence_is_made_a_risk_once(journal: Journal, apply: Apply) -> None:
    apply(MakeRisk(LATE, "r"))
    assert (journal.plan.risks["r"].statement, journal.plan.risks["r"].code) == ("It came too late", "R-01")
    assert journal.plan.causes["late"].risk == "r"
    with pytest.raises(EditRefused, match="already"):
        apply(MakeRisk(journal.plan.causes["late"], "s"))


def test_dropping_a_sentence_takes_its_dots_and_its_text(journal: Journal, apply: Apply) -> None:
    apply(DotOnCause(LATE, "sales", "callum", on="2026-11-16"))
    assert [(dot.item, dot.dots) for dot in journal.plan.dots] == [("late", 1)]
    assert [round.kind for round in journal.plan.vote_rounds] == ["causes"]
    apply(DropCause(journal.plan.causes["late"]))
    assert not len(journal.plan.dots)
    assert not len(journal.plan.causes)
    assert journal.plan.premortems["pm"].top_causes == ()
