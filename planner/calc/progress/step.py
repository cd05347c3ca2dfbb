"""What a chapter's progress is made of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from planner.calc.progress.words import RULE_WORDS
from planner.calc.rules.finding import WARNING, WEIGHTS, Outcome, Report
from planner.i18n import _, _n


class Progress(NamedTuple):
    """How far one chapter is."""

    share: float
    missing: str
    """What to do next; empty where nothing is missing."""


class Ask(NamedTuple):
    """One thing a chapter asks for, done to a share 0..1, and the words for its not being there."""

    done: float
    missing: str


Asks = list[Ask]
_ASK = WEIGHTS[WARNING]


def progress(asks: Asks, report: Report, chapter: str) -> Progress:
    """The weighed mean of asks and rules of a chapter, and the first thing that is missing."""
    outcomes = [one for one in report.outcomes if one.chapter == chapter and one.at_last]
    weighed = [(_ASK, min(1.0, max(0.0, ask.done))) for ask in asks]
    weighed += [(one.at_last, one.passing) for one in outcomes]
    total = sum(weight for weight, _done in weighed)
    share = sum(weight * done for weight, done in weighed) / total if total else 1.0
    missing = next((ask.missing for ask in asks if ask.done < 1), "")
    return Progress(share, missing or _gravest(outcomes, report))


def _gravest(outcomes: Iterable[Outcome], report: Report) -> str:
    """The words for the rule of most weight that something fails; empty where nothing does."""
    failed = [one for one in outcomes if one.failed]
    if not failed:
        return ""
    worst = max(failed, key=_weight)
    if worst.rule in RULE_WORDS:
        return _n(*RULE_WORDS[worst.rule], worst.failed).format(n=worst.failed)
    said = next(one.message for one in report if one.rule == worst.rule and one.counts)
    if worst.failed == 1:
        return said
    return _("{finding} And {n} more.").format(finding=said, n=worst.failed - 1)


def _weight(outcome: Outcome) -> int:
    return outcome.at_last


def either(there: object, missing: str) -> Ask:
    """Something that is either there or not."""
    return Ask(float(bool(there)), missing)


def each(passed: Iterable[object], words: tuple[str, str]) -> Ask:
    """Something for each of several rows; the words, made with `mark_n`, count those that lack it.

    Without rows nothing is done.
    """
    marks = [bool(mark) for mark in passed]
    failing = marks.count(False)
    return Ask(
        (len(marks) - failing) / len(marks) if marks else 0.0, _n(*words, failing).format(n=failing)
    )
