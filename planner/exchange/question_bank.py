"""What to ask in each chapter, whom, and where the answer goes (method.md D; the review's questions are our own)."""

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from planner.assets import resource


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
    """One question of the bank, untranslated: `ask` is the side that is asked, empty for everybody; `about` what the
    answer fills."""

    key: str
    text: str
    ask: str
    about: str
    place: Place | None = None


@cache
def bank() -> dict[str, tuple[Question, ...]]:
    """The questions by chapter, each with a key such as goals-3."""
    found = json.loads(resource("questions.json").read_text(encoding="utf-8"))
    return {
        chapter: tuple(_question(f"{chapter}-{number}", one) for number, one in enumerate(questions, start=1))
        for chapter, questions in found.items()
    }


def _question(key: str, one: dict[str, Any]) -> Question:
    goes = one.get("goes")
    place = Place(**{**goes, "also": tuple(goes.get("also", ()))}) if goes else None
    return Question(key, one["text"], one["ask"], one["fills"], place)


def questions_of(chapter: str) -> tuple[Question, ...]:
    """The questions of a chapter in the order of the bank."""
    return bank().get(chapter, ())


def question(key: str) -> Question:
    """The question of a key such as goals-3. Raises KeyError."""
    found = next((one for one in questions_of(key.rpartition("-")[0]) if one.key == key), None)
    if found is None:
        raise KeyError(key)
    return found
