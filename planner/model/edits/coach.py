"""What becomes of the coach's questions: answered, asked without an answer yet, or skipped."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from planner.i18n import _
from planner.model.edits.base import EditRefused, Writer
from planner.model.fields import Day, Kind, RowId, fields_of
from planner.model.ids import new_row
from planner.model.plan import CoachAnswer, Plan
from planner.model.rows.base import Row
from planner.model.tables import SINGLETONS, row_class
from planner.model.words import shorten


@dataclass(frozen=True)
class AnswerQuestion:
    """Keep what was answered to one of the coach's questions, and write it where it belongs, as one step.

    ``question`` is its key (goals-3), ``said`` its words. The answer goes to ``values`` of the row ``row`` of
    ``table``, or to a new row of it; without a table it stays with the question alone.
    """

    question: str
    said: str
    words: str
    by: RowId | None = None
    on: Day | None = None
    table: str = ""
    row: RowId | None = None
    values: Mapping[str, Any] = field(default_factory=dict)

    def label(self, plan: Plan) -> str:
        return _("Answer “{question}”").format(question=shorten(self.said))

    def run(self, write: Writer) -> None:
        words = self.words.strip() or None
        if words is None and not self.values:
            raise EditRefused(_("Write the answer first, or skip the question."))
        values = {"state": "answered", "answer": words, "by": self.by, "on": self.on}
        waiting = next((row for row in answers_to(write.plan, self.question) if row.state != "answered"), None)
        if waiting is None:
            write.put([new_row(write.plan, "coach_answer", code=self.question, **values)])
        else:
            write.update("coach_answer", waiting.id, **values)
        if self.table:
            self._place(write)

    def _place(self, write: Writer) -> None:
        id = SINGLETONS.get(self.table, self.row)
        if id is None:
            write.put([new_row(write.plan, self.table, **self.values)])
            return
        if self.table in SINGLETONS and id not in write.plan.table(self.table):
            write.put([row_class(self.table)(id=id)])
        write.update(self.table, id, **self.values)

    def merges_with(self) -> str | None:
        return None


@dataclass(frozen=True)
class MarkQuestion:
    """Say that a question was asked, or skip it, or (``open``) put it back among those to ask."""

    question: str
    said: str
    state: Literal["asked", "skipped", "open"]
    by: RowId | None = None
    on: Day | None = None

    def label(self, plan: Plan) -> str:
        words = {
            "asked": _("Ask “{question}”"),
            "skipped": _("Skip “{question}”"),
            "open": _("Ask again: “{question}”"),
        }
        return words[self.state].format(question=shorten(self.said))

    def run(self, write: Writer) -> None:
        known = [row for row in answers_to(write.plan, self.question) if row.state != "answered"]
        if self.state == "open":
            write.delete("coach_answer", [row.id for row in known])
            return
        values = {"state": self.state, "by": self.by, "on": self.on}
        if known:
            write.update("coach_answer", known[0].id, **values)
        else:
            write.put([new_row(write.plan, "coach_answer", code=self.question, **values)])

    def merges_with(self) -> str | None:
        return None


def answers_to(plan: Plan, question: str) -> list[CoachAnswer]:
    """What is known of one question, oldest first."""
    return [row for row in plan.coach_answers if row.code == question]


def written_into(row: Row | None, table: str, name: str, words: str) -> Any:
    """What a field holds once ``words`` are written into it: after what stands there already, never over it."""
    declared = fields_of(row_class(table))[name]
    before = getattr(row, name) if row is not None else None
    if declared.kind is Kind.TEXTS:
        return (*(before or ()), words)
    if not before:
        return words
    return f"{before}\n{words}" if declared.kind is Kind.LONG_TEXT else f"{before}; {words}"
