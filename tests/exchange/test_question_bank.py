"""The question bank holds every question of method.md D and those of the review, and each says who is asked."""

import json

from planner.assets import resource
from planner.model.fields import FUNCTIONS
from planner.ui.pages import BY_KEY

COUNTS = {
    "context": 8, "goals": 8, "customers": 8, "stakeholders": 8, "sales_input": 10, "materials": 8, "brief": 10,
    "activities": 9, "budget": 9, "forecast": 8, "risks": 8, "agreement": 8, "review": 8,
}  # fmt: skip


def test_every_chapter_has_its_questions() -> None:
    bank = json.loads(resource("questions.json").read_text(encoding="utf-8"))
    assert {key: len(bank.get(key, ())) for key in COUNTS} == COUNTS
    assert set(bank) <= set(BY_KEY)
    asked = [one for questions in bank.values() for one in questions]
    assert len({one["text"] for one in asked}) == len(asked)
    for one in asked:
        assert one["text"].strip() == one["text"]
        assert "?" in one["text"] or one["text"].endswith(".") or ":" in one["text"]
        assert one["ask"] in ("", *FUNCTIONS)
        assert one["fills"]
