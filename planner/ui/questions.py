"""The coach's question bank (method.md D), and what has become of each question in a plan."""

import json
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from planner.assets import resource
from planner.i18n import _, in_sentence
from planner.model.edits.coach import answers_to
from planner.model.plan import CoachAnswer, Plan
from planner.ui.voices import side_name

OPEN, ASKED, ANSWERED, SKIPPED = "open", "asked", "answered", "skipped"


@dataclass(frozen=True)
class Place:
    """Where an answer belongs: a field of one row of a table, or a new row made with ``new``.

    ``words`` is the field that takes the answer as it was said, ``also`` are fields that can be filled beside it.
    With ``once`` the words only go there while nothing stands there.
    """

    table: str
    words: str = ""
    also: tuple[str, ...] = ()
    new: dict[str, Any] | None = None
    once: bool = False


@dataclass(frozen=True)
class Question:
    """One question of the bank; ``ask`` is the side that is asked, empty for everybody."""

    key: str
    text: str
    ask: str
    place: Place | None = field(default=None)

    @property
    def asked(self) -> str:
        """Whom to ask, in words: "Ask sales"."""
        return _("Ask {side}").format(side=in_sentence(side_name(self.ask))) if self.ask else _("Ask everybody")


@cache
def _bank() -> dict[str, tuple[Question, ...]]:
    found = json.loads(resource("questions.json").read_text(encoding="utf-8"))
    return {
        chapter: tuple(_question(f"{chapter}-{number}", one) for number, one in enumerate(questions, start=1))
        for chapter, questions in found.items()
    }


def _question(key: str, one: dict[str, Any]) -> Question:
    goes = one.get("goes")
    place = Place(**{**goes, "also": tuple(goes.get("also", ()))}) if goes else None
    return Question(key, one["text"], one["ask"], place)


def questions_of(chapter: str) -> tuple[Question, ...]:
    """The questions of a chapter in the order of the bank."""
    return _bank().get(chapter, ())


def question(key: str) -> Question:
    """The question of a key such as goals-3. Raises KeyError."""
    found = next((one for one in questions_of(key.rpartition("-")[0]) if one.key == key), None)
    if found is None:
        raise KeyError(key)
    return found


def state_of(plan: Plan, key: str) -> str:
    """open, asked, answered or skipped."""
    states = {row.state for row in answers_to(plan, key)}
    return next((state for state in (ANSWERED, SKIPPED, ASKED) if state in states), OPEN)


def answers(plan: Plan, key: str) -> list[CoachAnswer]:
    """The answers that were given to a question, oldest first."""
    return [row for row in answers_to(plan, key) if row.state == ANSWERED]


def in_turn(plan: Plan, chapter: str) -> list[tuple[Question, str]]:
    """The questions of a chapter with their states: those to ask, those that wait for an answer, then the others."""
    order = (OPEN, ASKED, ANSWERED, SKIPPED)
    found = [(one, state_of(plan, one.key)) for one in questions_of(chapter)]
    return sorted(found, key=lambda pair: order.index(pair[1]))
