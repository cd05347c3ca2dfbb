"""What a chapter's progress is made of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from planner.i18n import _n


class Progress(NamedTuple):
    """How far one chapter is."""

    share: float
    missing: str
    """What to do next; empty where nothing is missing."""


class Step(NamedTuple):
    """One thing a chapter asks for, done to a share 0..1, and the words for its not being there."""

    done: float
    missing: str


Steps = list[Step]


def progress(steps: Steps) -> Progress:
    """The mean of the steps, and the first that is not done."""
    share = sum(min(1.0, max(0.0, step.done)) for step in steps) / len(steps)
    return Progress(share, next((step.missing for step in steps if step.done < 1), ""))


def either(there: object, missing: str) -> Step:
    """A step that is either done or not."""
    return Step(float(bool(there)), missing)


def each(passed: Iterable[object], one: str, many: str) -> Step:
    """A step for each of several rows; the words, marked for translation, count those that fail.

    Without rows nothing is done.
    """
    marks = [bool(mark) for mark in passed]
    failing = marks.count(False)
    return Step(
        (len(marks) - failing) / len(marks) if marks else 0.0, _n(one, many, failing).format(n=failing)
    )
