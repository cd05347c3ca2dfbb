"""Rows and values in the words of the history: "Trade fair", "March", "£14k"."""

from __future__ import annotations

from typing import Any

from planner.i18n import _, figure, in_sentence, language, mark
from planner.model.changes import EditRecord
from planner.model.fields import LISTS, Field, Kind, Month
from planner.model.plan import STAGE_WORDS, Plan
from planner.model.rows.base import Row
from planner.model.tables import CELLS

_TITLES = ("title", "name", "description", "text", "statement", "question", "decision", "promise", "definition")
_SHORT = 40
_SPELT = {"it": "IT", "mql": "MQL", "sal": "SAL", "sql": "SQL", "kpi": "KPI"}

TABLE_WORDS = {
    "facts": "the plan",
    "note": "a note",
    "bridge_step": "a step of the bridge",
    "person": "a person",
    "extra": "an extra",
    "stakeholder": "a stakeholder",
    "engagement": "a talk",
    "goal": "a goal",
    "segment": "a segment",
    "sales_input": "an input",
    "vote_round": "a round of dots",
    "dot": "dots",
    "material": "a material",
    "rating": "a rating",
    "brief": "the brief",
    "approval": "an approval",
    "question": "a question",
    "brief_score": "a score of the brief",
    "activity": "an activity",
    "run": "another run",
    "lead_month": "leads of a month",
    "budget_line": "a budget line",
    "amount": "an amount",
    "funnel": "the funnel",
    "stage": "a stage",
    "rate": "a rate",
    "prior_month": "leads of last year",
    "scenario": "a scenario",
    "risk": "a risk",
    "premortem": "a pre-mortem",
    "decision": "a decision",
    "commitment": "a promise",
    "signoff": "a signature",
    "waiver": "a waiver",
    "actual": "an actual",
    "promise_check": "a promise checked",
    "session": "a session",
    "pulse": "a pulse answer",
    "coach_answer": "an answer to the coach",
    "brief_section": "a heading of the brief",
    "lead_type": "a kind of lead",
    "threshold": "a threshold",
    "cause": "a reason to fail",
    "named_version": "a named version",
    "settled": "what was settled with a copy",
}


_MONTHS = (
    mark("January"), mark("February"), mark("March"), mark("April"), mark("May"), mark("June"), mark("July"),
    mark("August"), mark("September"), mark("October"), mark("November"), mark("December"),
)  # fmt: skip


def month_words(month: Month) -> str:
    """'2027-03' as "March"; a quarter, '2027-Q1', as "Q1 2027"."""
    year, parted, n = month.partition("-Q")
    if parted:
        return _("Q{n} {year}").format(n=n, year=year)
    try:
        return _(_MONTHS[int(month[5:]) - 1])
    except (ValueError, IndexError):
        return month


def choice_text(value: str) -> str:
    """A declared choice as English has it, to be translated: ``in_review`` is In review."""
    return _SPELT.get(value) or value.replace("_", " ").capitalize()


def choice_words(value: str) -> str:
    """A choice in words; one that was typed in rather than chosen stays as it stands."""
    return _(choice_text(value)) if value.islower() else value


def shorten(text: str, most: int = _SHORT) -> str:
    """The text on one line, cut at a word with an ellipsis where it is longer than ``most`` characters."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    return (line[:most].rsplit(" ", 1)[0] or line[:most]) + "…"


def whole_name(plan: Plan, row: Row) -> str:
    """What people call this row, however long, on one line; for places that shorten to the room they have."""
    return _called(plan, row, None)


def name_of(plan: Plan, row: Row) -> str:
    """What people call this row, short enough to stand within a sentence."""
    return _called(plan, row, _SHORT)


def _called(plan: Plan, row: Row, most: int | None) -> str:
    for title in _TITLES:
        if isinstance(value := getattr(row, title, None), str) and value.strip():
            return " ".join(value.split()) if most is None else shorten(value, most)
    if row.TABLE in CELLS:
        month: str = getattr(row, "month", "")
        owner = plan.find(getattr(row, CELLS[row.TABLE][0]))
        return f"{_called(plan, owner, most)}, {month_words(month)}" if owner else month_words(month)
    if row.TABLE == "run" and (again := plan.activities.get(getattr(row, "activity", None))) is not None:
        start: Month | None = getattr(row, "start", None)
        name = _called(plan, again, most)
        return f"{name}, {month_words(start)}" if start else name
    for link in ("person", "stakeholder", "material", "commitment", "item"):
        if (other := plan.find(getattr(row, link, None))) is not None:
            return _called(plan, other, most)
    if row.TABLE in ("rate", "stage") and row.code:
        return _steps(row.code)
    return row.code or _(TABLE_WORDS[row.TABLE])


def _steps(code: str) -> str:
    """A stage, or a rate from stage to stage, by its code: ``lead_to_mql`` is "Leads → Qualified by marketing"."""
    stages = [_(STAGE_WORDS.get(stage, stage)) for stage in code.split("_to_")]
    return " → ".join(stages)


def edit_words(plan: Plan, record: EditRecord) -> str:
    """What an edit did, as it goes on after its author's name: "set Trade fair, March, to £14k", "undid: rates 2"."""
    what = _after_name(plan, record)
    if record.kind == "undo":
        return _("undid: {what}").format(what=what)
    if record.kind == "redo":
        return _("redid: {what}").format(what=what)
    return what


def _after_name(plan: Plan, record: EditRecord) -> str:
    """The name of an edit without that of its author; one that begins with another's name keeps its capital."""
    if record.author and record.label.startswith(f"{record.author} "):
        return record.label[len(record.author) + 1 :]
    if any(person.name and record.label.startswith(person.name) for person in plan.people):
        return record.label
    return in_sentence(record.label)


def say(plan: Plan, field: Field | None, value: Any) -> str:
    """A value in words, for labels; short, and "empty" where there is none."""
    if value is None or value == () or value == "":
        return _("empty")
    if field is None:
        return shorten(str(value))
    if field.counted:
        return figure(f"{len(value):,}")
    if field.kind is Kind.LINK:
        row = plan.find(value)
        return name_of(plan, row) if row else _("somebody")
    if field.kind is Kind.LINKS:
        return shorten(", ".join(row.code or name_of(plan, row) for id in value if (row := plan.find(id))))
    if field.kind in LISTS:
        return shorten(", ".join(str(part[0]) if isinstance(part, tuple) else str(part) for part in value))
    if field.kind is Kind.YES_NO:
        return _("yes") if value else _("no")
    if field.kind is Kind.SHARE:
        return figure(f"{value * 100:.4g}%")
    if field.kind is Kind.MONEY:
        return figure(f"{value / 100:,.2f}".removesuffix(".00"))
    if field.kind is Kind.CHOICE:
        return str(value).replace("_", " ") if language() == "en" else choice_words(value)
    if isinstance(value, float):
        return figure(f"{value:,.10g}")
    return shorten(str(value))
