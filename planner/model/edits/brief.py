"""What is done with the brief and its questions: write, sign, bring out a new version, score, ask, answer, assume."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from planner.i18n import _, _n
from planner.model.edits.base import EditRefused, Writer, stored_values
from planner.model.fields import Day, RowId, fields_of
from planner.model.ids import new_row
from planner.model.plan import Brief, Plan, Question
from planner.model.tables import row_class
from planner.model.words import name_of, say, shorten

SIGNERS = ("marketing", "sales", "agency")


@dataclass(frozen=True)
class WriteBrief:
    """Set fields of a brief; without one it is started. Refused: a second proposition, a second approver."""

    brief: RowId | None
    values: Mapping[str, Any]

    def label(self, plan: Plan) -> str:
        stored_values("brief", self.values)  # a name can only be made of values that are fit to keep
        if not self.values:
            return _("Start the brief")
        name, value = next(iter(self.values.items()))
        field = fields_of(row_class("brief"))[name]
        return _("Brief, {field}: {value}").format(field=_(field.label), value=say(plan, field, value))

    def run(self, write: Writer) -> None:
        if len(self.values.get("propositions", ())) > 1:
            raise EditRefused(_("A brief has one proposition. Say which one goes."))
        if len(self.values.get("final_approvers", ())) > 1:
            raise EditRefused(_("One person says the final yes. Say who goes."))
        id = _brief(write, self.brief)
        if self.values:
            write.update("brief", id, **self.values)

    def merges_with(self) -> str | None:
        return f"brief {self.brief} {' '.join(self.values)}" if self.values else None


@dataclass(frozen=True)
class WriteHeading:
    """Set what stands under one heading of a brief (text, writer, ready)."""

    brief: RowId
    heading: str
    values: Mapping[str, Any]
    said: str
    """The heading in words."""

    def label(self, plan: Plan) -> str:
        if self.values.get("ready"):
            return _("Brief, “{heading}” is agreed").format(heading=self.said)
        return _("Brief, write “{heading}”").format(heading=self.said)

    def run(self, write: Writer) -> None:
        _brief(write, self.brief)
        known = next(
            (row for row in write.plan.brief_sections if (row.brief, row.heading) == (self.brief, self.heading)), None
        )
        if known is not None:
            write.update("brief_section", known.id, **self.values)
        else:
            write.put([new_row(write.plan, "brief_section", brief=self.brief, heading=self.heading, **self.values)])

    def merges_with(self) -> str | None:
        return f"heading {self.brief} {self.heading} {' '.join(self.values)}"


@dataclass(frozen=True)
class SignBrief:
    """Say yes to the present version of a brief, in the name of a person's side; ``back`` takes it back."""

    brief: RowId
    person: RowId | None
    on: Day | None = None
    back: bool = False

    def label(self, plan: Plan) -> str:
        brief = plan.briefs.get(self.brief)
        version = (brief.version if brief else None) or 1
        if self.back:
            return _("Take back the signature under version {n} of the brief").format(n=version)
        return _("Sign version {n} of the brief").format(n=version)

    def run(self, write: Writer) -> None:
        brief = _known(write.plan, self.brief)
        person = write.plan.people.get(self.person)
        if person is None or person.function not in SIGNERS:
            raise EditRefused(_("Marketing, sales and the agency sign the brief. Hand the keyboard to one of them."))
        own = [
            row.id for row in write.plan.approvals
            if (row.brief, row.version, row.function) == (brief.id, brief.version, person.function)
        ]  # fmt: skip
        if self.back:
            if not own:
                raise EditRefused(_("There is no signature to take back."))
            write.delete("approval", own)
            return
        if own:
            raise EditRefused(_("This side has signed this version already."))
        if brief.version is None:
            write.update("brief", brief.id, version=1)
        values = {"brief": brief.id, "person": person.id, "function": person.function, "date": self.on}
        write.put([new_row(write.plan, "approval", version=brief.version or 1, **values)])

    def merges_with(self) -> str | None:
        return None


@dataclass(frozen=True)
class NewBriefVersion:
    """The brief has changed: its next version, which everybody signs anew. Earlier signatures are kept."""

    brief: RowId

    def label(self, plan: Plan) -> str:
        return _("Version {n} of the brief").format(n=self._next(plan))

    def _next(self, plan: Plan) -> int:
        brief = plan.briefs.get(self.brief)
        return ((brief.version if brief else None) or 1) + 1

    def run(self, write: Writer) -> None:
        _known(write.plan, self.brief)
        write.update("brief", self.brief, version=self._next(write.plan))

    def merges_with(self) -> str | None:
        return None


@dataclass(frozen=True)
class ScoreBrief:
    """One person's blind scores of a brief, 1 to 5, by heading; None takes one back."""

    brief: RowId
    person: RowId
    scores: Mapping[str, float | None]

    def label(self, plan: Plan) -> str:
        person = plan.people.get(self.person)
        return _("{person} scores the brief").format(person=person.name if person else _("somebody"))

    def run(self, write: Writer) -> None:
        _known(write.plan, self.brief)
        person = write.plan.people.get(self.person)
        if person is None or not person.function:
            raise EditRefused(_("Say who is at the keyboard first, so that the score has a side."))
        own = {
            row.heading: row.id
            for row in write.plan.brief_scores
            if row.brief == self.brief and row.person == self.person
        }
        values = {"brief": self.brief, "person": person.id, "function": person.function}
        for heading, score in self.scores.items():
            known = own.get(heading)
            if score is None:
                write.delete("brief_score", [known] if known else [])
            elif known:
                write.update("brief_score", known, score=score, function=person.function)
            else:
                write.put([new_row(write.plan, "brief_score", heading=heading, score=score, **values)])

    def merges_with(self) -> str | None:
        return None


@dataclass(frozen=True)
class AnswerQuestion:
    """Answer a question for good."""

    id: RowId
    words: str
    by: RowId | None = None
    on: Day | None = None

    def label(self, plan: Plan) -> str:
        return _("Answer “{question}”").format(question=question_name(plan, self.id))

    @property
    def lacks(self) -> str:
        """The sentence for what is missing; empty where the answer is complete."""
        return "" if self.words.strip() else _("Write the answer. “We do not know yet” is an assumption.")

    def run(self, write: Writer) -> None:
        if self.lacks:
            raise EditRefused(self.lacks)
        _question(write.plan, self.id)
        write.update(
            "question", self.id,
            status="answered", answer=self.words.strip(), answered_by=self.by, answered_on=self.on,
            assumption_until=None,
        )  # fmt: skip

    def merges_with(self) -> str | None:
        return None


@dataclass(frozen=True)
class AssumeAnswer:
    """Go on with an assumption until a day on which it is checked."""

    id: RowId
    words: str
    until: Day | None
    by: RowId | None = None
    """Who checks it."""

    def label(self, plan: Plan) -> str:
        name = question_name(plan, self.id)
        return _("Assume an answer to “{question}” until {day}").format(question=name, day=self.until or "")

    @property
    def lacks_words(self) -> str:
        """The sentence for words that are missing."""
        return "" if self.words.strip() else _("Say what is assumed.")

    @property
    def lacks_day(self) -> str:
        """The sentence for a day that is missing."""
        return "" if self.until else _("Say until when. On that day it is checked.")

    def run(self, write: Writer) -> None:
        if lacks := self.lacks_words or self.lacks_day:
            raise EditRefused(lacks)
        _question(write.plan, self.id)
        write.update(
            "question", self.id,
            status="assumed", answer=self.words.strip(), answered_by=self.by, answered_on=None,
            assumption_until=self.until,
        )  # fmt: skip

    def merges_with(self) -> str | None:
        return None


@dataclass(frozen=True)
class BlockOnQuestion:
    """Say that work waits for the answer, or that it does not. An assumption no longer carries it then."""

    id: RowId
    blocking: bool = True

    def label(self, plan: Plan) -> str:
        words = _("“{question}” holds work up") if self.blocking else _("“{question}” holds nothing up")
        return words.format(question=question_name(plan, self.id))

    def run(self, write: Writer) -> None:
        if _question(write.plan, self.id).status == "answered":
            raise EditRefused(_("It is answered. Take the answer back first, then it can hold work up."))
        values: dict[str, Any] = {"blocking": self.blocking}
        if self.blocking:
            values |= {"status": "open", "assumption_until": None}
        write.update("question", self.id, **values)

    def merges_with(self) -> str | None:
        return None


@dataclass(frozen=True)
class AskQuestions:
    """Put several questions on the register: pairs of what each is about and its words."""

    questions: tuple[tuple[str, str], ...]
    by: RowId | None = None

    def label(self, plan: Plan) -> str:
        count = len(self.questions)
        return _n("Ask {n} question", "Ask {n} questions", count).format(n=count)

    def run(self, write: Writer) -> None:
        for about, words in self.questions:
            write.put([new_row(write.plan, "question", section=about, question=words, asked_by=self.by)])

    def merges_with(self) -> str | None:
        return None


def question_name(plan: Plan, id: RowId) -> str:
    """The first words of a question."""
    found = plan.questions.get(id)
    return shorten(name_of(plan, found)) if found else _("a question")


def _question(plan: Plan, id: RowId) -> Question:
    found = plan.questions.get(id)
    if found is None:
        raise EditRefused(_("This question is no longer in the plan."))
    return found


def _known(plan: Plan, id: RowId) -> Brief:
    found = plan.briefs.get(id)
    if found is None:
        raise EditRefused(_("This brief is no longer in the plan."))
    return found


def _brief(write: Writer, id: RowId | None) -> RowId:
    """The brief of this id; without one a brief is started."""
    if id is not None:
        return _known(write.plan, id).id
    made: Brief = new_row(write.plan, "brief", title=_("Agency brief"), version=1)
    write.put([made])
    return made.id
