"""The agency brief: its headings, who has signed it, how both halves score it, and what its questions wait for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from planner.calc.materials import Mean
from planner.model.plan import Plan, RowId

if TYPE_CHECKING:
    from planner.model.plan import Brief, BriefSection, Question

HEADINGS = (
    "management",
    "where_now",
    "where_to",
    "what_we_do",
    "who_to_talk_to",
    "how_we_know",
    "practicalities",
    "approvals",
)
CLASSIC: Mapping[str, tuple[str, ...]] = {
    "management": ("title", "agency"),
    "where_now": ("problem",),
    "where_to": ("goals",),
    "what_we_do": ("proof",),
    "who_to_talk_to": ("segments",),
    "how_we_know": ("measures",),
    "practicalities": ("timing", "budget", "mandatories"),
    "approvals": ("approval_days",),
}
"""The fields of a brief that belong to a heading; they are written there and stored once."""
_NAMES = frozenset({"title", "agency"})
"""Fields that every brief has from the start: they say nothing about how far its heading is."""

HeadingState = Literal["agreed", "draft", "empty"]
QuestionState = Literal["blocking", "assumed", "open", "answered"]
QUESTION_STATES: tuple[QuestionState, ...] = ("blocking", "assumed", "open", "answered")
"""In the order in which questions are talked about."""


def current_brief(plan: Plan) -> Brief | None:
    """The brief that was added last; None before the first."""
    return plan.briefs.ordered[-1] if len(plan.briefs) else None


def section_of(plan: Plan, brief: RowId, heading: str) -> BriefSection | None:
    """What was written under a heading; None where nothing was."""
    return next((row for row in plan.brief_sections if row.brief == brief and row.heading == heading), None)


def heading_state(plan: Plan, brief: Brief, heading: str) -> HeadingState:
    """Agreed where its writer says it is ready; in draft where anything stands under it."""
    section = section_of(plan, brief.id, heading)
    if section is not None and section.ready:
        return "agreed"
    if section is not None and (section.text or "").strip():
        return "draft"
    told = (getattr(brief, name) for name in CLASSIC[heading] if name not in _NAMES)
    named = heading == "approvals" and bool(brief.final_approvers)
    return "draft" if named or any(value not in (None, "", ()) for value in told) else "empty"


def signed(plan: Plan, brief: Brief) -> dict[str, RowId]:
    """The sides that have signed the present version of a brief, each with the approval that says so."""
    found: dict[str, RowId] = {}
    for row in plan.approvals:
        if row.brief == brief.id and row.version == brief.version and row.function:
            found.setdefault(row.function, row.id)
    return found


@dataclass(frozen=True)
class HeadingScore:
    """How good both halves find one heading, 1 to 5; the client half is everybody but the agency."""

    heading: str
    client: Mean | None
    agency: Mean | None

    @property
    def gap(self) -> float | None:
        """Client less agency; None where a half has not scored it."""
        return None if self.client is None or self.agency is None else self.client.value - self.agency.value


@dataclass(frozen=True)
class BriefScores:
    """All headings, the widest gap first, and the means of both halves over all their scores."""

    headings: tuple[HeadingScore, ...]
    client: Mean | None
    agency: Mean | None
    client_people: int
    agency_people: int

    @property
    def is_known(self) -> bool:
        """Whether anybody has scored it."""
        return self.client is not None or self.agency is not None


def scores_of(plan: Plan, brief: RowId | None) -> BriefScores:
    """The two-sided blind score of a brief (method.md 0.2: ratings are collected apart, and the gap is shown)."""
    given: dict[tuple[str, bool], list[float]] = {}
    people: dict[bool, set[RowId]] = {True: set(), False: set()}
    unnamed = {True: 0, False: 0}
    for row in plan.brief_scores:
        if row.brief == brief and row.score is not None and row.heading and row.function:
            agency = row.function == "agency"
            given.setdefault((row.heading, agency), []).append(row.score)
            if row.person:
                people[agency].add(row.person)
            else:
                unnamed[agency] = 1
    others = sorted({heading for heading, _agency in given} - set(HEADINGS))
    found = [
        HeadingScore(heading, _mean(given.get((heading, False))), _mean(given.get((heading, True))))
        for heading in (*HEADINGS, *others)
    ]
    found.sort(key=lambda one: (one.gap is None, -abs(one.gap or 0.0)))
    halves = {side: [score for (_h, agency), scores in given.items() if agency == side for score in scores]
              for side in (True, False)}  # fmt: skip
    return BriefScores(
        tuple(found),
        _mean(halves[False]),
        _mean(halves[True]),
        len(people[False]) + unnamed[False],
        len(people[True]) + unnamed[True],
    )


def _mean(scores: list[float] | None) -> Mean | None:
    return Mean(sum(scores) / len(scores), len(scores)) if scores else None


def question_state(row: Question) -> QuestionState:
    """Answered, assumed, or open; an open one that holds work up is blocking."""
    if row.status in ("answered", "assumed"):
        return "answered" if row.status == "answered" else "assumed"
    return "blocking" if row.blocking else "open"


def question_order(row: Question) -> tuple[int, str, int]:
    """Blocking first, then assumed, then open, then answered; within each what is due first."""
    state = question_state(row)
    due = row.assumption_until if state == "assumed" else row.due
    return QUESTION_STATES.index(state), due or "9999", row.position
