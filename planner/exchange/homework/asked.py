"""What a pack asks: questions without an answer, ratings, figures, and the rows that its reader owns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from planner.calc.voices import voice_of
from planner.exchange.homework.recipient import Recipient
from planner.exchange.question_bank import bank
from planner.i18n import _, mark
from planner.model.plan import Plan, Row

_RATERS = ("sales", "marketing", "service", "product")
_FIGURES = ("sales", "marketing", "management", "finance")


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of the coach's bank: its key, its words, and the row that waits for the answer, if any."""

    key: str
    text: str
    waiting: Row | None


@dataclass(frozen=True, slots=True)
class Part:
    """A list of the plan in a pack: which of its rows, what is typed, what is only said, and room for new rows."""

    table: str
    name: str
    heading: str
    rows: Callable[[Plan, Recipient], Sequence[Any]]
    typed: tuple[str, ...]
    said: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    room: int = 0
    """Empty rows under the others."""
    months: bool = False


def questions(plan: Plan, to: Recipient) -> list[Asked]:
    """The coach's questions for a side that have no answer yet and were not skipped."""
    states: dict[str, list[Any]] = {}
    for row in plan.coach_answers:
        states.setdefault(row.code or "", []).append(row)
    asked = []
    for one in (one for questions in bank().values() for one in questions if one.ask == to.function):
        rows = states.get(one.key, [])
        if not any(row.state in ("answered", "skipped") for row in rows):
            asked.append(Asked(one.key, _(one.text), rows[0] if rows else None))
    return asked


def _open_questions(plan: Plan, to: Recipient) -> list[Row]:
    """Open questions of the brief: those that wait for this person, and those that nobody was named for."""
    agency = to.function == "agency"
    return [
        row
        for row in plan.questions
        if row.status != "answered"
        and (to.owns(plan, row.answered_by) or (row.answered_by is None and not agency))
    ]


def _inputs(plan: Plan, to: Recipient) -> list[Row]:
    return [row for row in plan.sales_inputs if to.owns(plan, row.given_by)]


def _ratings(plan: Plan, to: Recipient) -> list[Any]:
    """For each material the rating that the person gave, or the material itself where there is none."""
    if voice_of(to.function) not in _RATERS and to.function not in _RATERS:
        return []
    own = {row.material: row for row in plan.ratings if to.person and row.person == to.person.id}
    return [own.get(material.id, material) for material in plan.materials if material.decision != "retire"]


def _rates(plan: Plan, to: Recipient) -> list[Row]:
    return list(plan.rates) if to.function in _FIGURES else []


def _owned(table: str, *owners: str) -> Callable[[Plan, Recipient], list[Row]]:
    def rows(plan: Plan, to: Recipient) -> list[Row]:
        return [row for row in plan.table(table) if to.owns(plan, *(getattr(row, owner) for owner in owners))]

    return rows


def _promises(plan: Plan, to: Recipient) -> list[Row]:
    return [row for row in plan.commitments if row.from_function == to.function]


def _runs(plan: Plan, to: Recipient) -> list[Row]:
    """The further runs of the activities that the reader owns."""
    own = {row.id for row in plan.activities if to.owns(plan, row.owner)}
    return [row for row in plan.runs if row.activity in own]


QUESTIONS = Part(
    "question", "tblQuestions", mark("Questions on the brief"), _open_questions, ("answer",),
    ("section", "question", "due"),
)  # fmt: skip
INPUT = Part(
    "sales_input", "tblInputs", mark("What customers say, in their words"), _inputs,
    ("text", "category", "evidence", "date"), ("status", "response"), room=12,
)  # fmt: skip
RATINGS = Part(
    "rating", "tblRatings", mark("How useful is our material to you?"), _ratings, ("score", "unknown", "why"),
    given=("material",),
)  # fmt: skip
RATES = Part(
    "rate", "tblRates", mark("How many go on to the next step?"), _rates, ("low", "most_likely", "high", "evidence")
)
OWN = (
    Part("goal", "tblGoals", mark("Goals"), _owned("goal", "owner_marketing", "owner_sales"),
         ("baseline", "baseline_source", "target", "due", "marketing_promise", "sales_promise"), ("title", "metric")),
    Part("activity", "tblActivities", mark("Activities"), _owned("activity", "owner"),
         ("start", "end", "status", "progress", "success_metric", "sales_role", "leads_low", "leads_likely",
          "leads_high"), ("title",)),
    Part("run", "tblRuns", mark("Activities that take place again"), _runs, ("start", "end"), ("activity",)),
    Part("budget_line", "tblBudget", mark("Budget lines"), _owned("budget_line", "owner"),
         ("basis", "priority", "committed"), ("description",), months=True),
    Part("material", "tblMaterials", mark("Materials"), _owned("material", "owner"),
         ("last_updated", "annual_cost", "usage_share"), ("name",)),
    Part("risk", "tblRisks", mark("Risks"), _owned("risk", "owner"),
         ("probability", "impact", "mitigation", "trigger", "due", "status"), ("statement",)),
    Part("commitment", "tblPromises", mark("Promises of your side"), _promises, ("metric", "target", "review"),
         ("promise",)),
)  # fmt: skip
