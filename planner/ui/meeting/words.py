"""What meets in words: where it is, what it was, and what both sides make of it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from planner.calc.budget import budget_of
from planner.i18n import _
from planner.model.changes import Author
from planner.model.fields import Kind
from planner.model.merge import Coming, Incoming
from planner.model.plan import Plan, Row
from planner.model.value import Value
from planner.model.words import whole_name
from planner.ui.history.entries import moment_words
from planner.ui.meeting.meeting import Meeting
from planner.ui.numbers import numbers_of
from planner.ui.pages import BY_KEY, HOME_OF
from planner.ui.rowwords import field_title, field_words, row_title
from planner.ui.voices import first_name, voice_of_author

_FIGURES = frozenset({Kind.MONEY, Kind.NUMBER, Kind.INTEGER, Kind.SHARE})


class Pane(Value):
    """What one side says: who, when, in which voice, the words, and what would follow."""

    who: str
    voice: str
    when: str
    text: str
    follows: str = ""


class Question(Value):
    """One conflict as it is shown."""

    chapter: str
    what: str
    before: str
    mine: Pane
    theirs: Pane
    figure: bool
    why_not_both: str
    """Why both cannot be true; empty where they can."""

    @property
    def spoken(self) -> str:
        """The whole of it for a screen reader."""
        return _("{what}. {before}. Mine, {mine_by}: {mine}. Theirs, {theirs_by}: {theirs}.").format(
            what=self.what, before=self.before, mine_by=self.mine.who, mine=self.mine.text,
            theirs_by=self.theirs.who, theirs=self.theirs.text,
        )  # fmt: skip


def question(meeting: Meeting, one: Incoming) -> Question:
    """A conflict in words."""
    met, record = meeting.met, meeting.mine_by(one)
    mine_by = Author(record.author, record.author_id) if record else meeting.mine_side.author
    mine = _pane(met.mine, mine_by, record.at if record else "", _said(met.mine, one, one.mine))
    theirs = _pane(met.mine, *meeting.theirs_by(one), _said(met.theirs, one, one.theirs))
    if one.table == "amount" and one.field == "planned":
        mine, theirs = _with_envelope(meeting, one, mine, theirs)
    before = _("Before: {value}").format(value=_said(met.base, one, one.base))
    figure = one.declared is not None and one.declared.kind in _FIGURES
    return Question(_(BY_KEY[HOME_OF[one.table]].title), what(meeting, one), before, mine, theirs, figure,
                    _why_not(one))  # fmt: skip


def what(meeting: Meeting, one: Incoming) -> str:
    """Which row and field it is about."""
    plans = (meeting.met.mine, meeting.met.theirs, meeting.met.base)
    plan, row = next((plan, row) for plan in plans if (row := plan.table(one.table).get(one.id)) is not None)
    return row_title(plan, row) if one.declared is None else field_title(plan, row, one.field)


def line(meeting: Meeting, one: Incoming) -> tuple[str, str, str]:
    """Something that fits: what it is, from what, to what."""
    said = what(meeting, one)
    if one.kind is Coming.ADDED:
        return said, "", _("new")
    if one.kind is Coming.DELETED:
        return said, _("there"), _("taken out")
    return said, _said(meeting.met.base, one, one.base), _said(meeting.met.theirs, one, one.theirs)


def since_words(plan: Plan, at: str) -> str:
    """The day both sides grew from."""
    return numbers_of(plan).day(at[:10]) if at else ""


def when_words(plan: Plan, at: str) -> str:
    """A moment, or nothing where it is not known."""
    return moment_words(plan, datetime.fromisoformat(at)) if len(at) > 10 else numbers_of(plan).day_short(at)


def _said(plan: Plan, one: Incoming, value: Any) -> str:
    """A value as people read it; whole rows by name."""
    if isinstance(value, Row):
        return whole_name(plan, value)
    if one.declared is None:
        return _("taken out")
    return field_words(plan, plan.table(one.table).get(one.id), one.field, value)


def _pane(plan: Plan, by: Author, at: str, text: str) -> Pane:
    name = first_name(by.name) or _("Somebody")
    return Pane(name, voice_of_author(plan, by), when_words(plan, at) if at else "", text)


def _with_envelope(meeting: Meeting, one: Incoming, mine: Pane, theirs: Pane) -> tuple[Pane, Pane]:
    """What is planned in all with either figure."""
    plan = meeting.met.mine
    total, envelope = budget_of(plan).total, plan.facts.envelope
    if total is None or envelope is None:
        return mine, theirs
    numbers = numbers_of(plan)
    more = (one.theirs or 0) - (one.mine or 0)

    def with_total(pane: Pane, amount: int) -> Pane:
        follows = _("Envelope then {total} of {envelope}").format(
            total=numbers.money_short(amount), envelope=numbers.money_short(envelope)
        )
        return Pane(pane.who, pane.voice, pane.when, pane.text, follows)

    return with_total(mine, total), with_total(theirs, total + more)


def _why_not(one: Incoming) -> str:
    if one.both is not None:
        return ""
    declared = one.declared
    if declared is None:
        return _("There or not")
    if declared.kind in _FIGURES:
        return _("One figure only")
    if declared.kind is Kind.LINK:
        return _("One owner only") if declared.target == "person" else _("One of them only")
    return _("One day only") if declared.kind in (Kind.DAY, Kind.MONTH) else _("One answer only")
