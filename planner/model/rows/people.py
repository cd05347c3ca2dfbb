"""Chapter 4: who can move the plan, where they stand, when they were heard."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from planner.model.fields import Audience, Day, RowId, choice, day, link, long_text, number, text
from planner.model.rows.base import Row

STANCES = ("unaware", "resistant", "neutral", "supportive", "leading")
INTERNAL = Audience.INTERNAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Stakeholder(Row):
    """A person's place in the plan: power, interest, stance now and wanted."""

    TABLE: ClassVar[str] = "stakeholder"
    CODE: ClassVar[str] = "ST-"
    DIGITS: ClassVar[int] = 2

    person: RowId | None = link("Person", "person", required=True)
    power: float | None = number("Power", "Over the plan, 1 to 5", minimum=1, maximum=5, visibility=INTERNAL)
    interest: float | None = number("Interest", "In the plan, 1 to 5", minimum=1, maximum=5, visibility=INTERNAL)
    current: str | None = choice("Stance now", STANCES, visibility=INTERNAL)
    desired: str | None = choice("Stance wanted", STANCES, visibility=INTERNAL)
    engaged_on: Day | None = day("Last consulted")
    relationship_owner: RowId | None = link("Who keeps in touch", "person")
    engagement_action: str | None = text("Next step", visibility=INTERNAL)
    engagement_action_date: Day | None = day("Next step on")
    expects: str | None = text("Expects")
    concern: str | None = text("Is worried about", visibility=INTERNAL)
    wanted_power: float | None = number("Power wanted", minimum=1, maximum=5, written=False, visibility=INTERNAL)
    wanted_interest: float | None = number("Interest wanted", minimum=1, maximum=5, written=False, visibility=INTERNAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Engagement(Row):
    """One talk with a stakeholder: when, at which step, what was heard."""

    TABLE: ClassVar[str] = "engagement"

    stakeholder: RowId | None = link("Stakeholder", "stakeholder", required=True)
    date: Day | None = day("Day", required=True)
    chapter: str | None = text("Chapter", "Which step of the plan it was about")
    by: RowId | None = link("Talked with", "person")
    kind: str | None = choice("How", ("talk", "call", "workshop", "mail"))
    heard: str | None = long_text("What was heard", visibility=INTERNAL)
    stance: str | None = choice("Stance then", STANCES, visibility=INTERNAL)
