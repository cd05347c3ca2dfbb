"""What stands around a page: rings, voices, the coach's questions and findings, and who did what lately."""

from collections.abc import Sequence
from datetime import date, datetime

from planner.calc import months
from planner.calc.results import Results
from planner.i18n import _
from planner.model.changes import Author, EditRecord
from planner.model.plan import Plan
from planner.model.words import edit_words
from planner.ui.frame.items import ChapterEntry, ComparedItem, FindingItem, QuestionItem, RecentItem
from planner.ui.numbers import numbers_of
from planner.ui.pages import CHAPTERS
from planner.ui.voices import name_of_person, voice_of, voice_of_author, voice_of_side

_LEVELS = {"error": "fix", "warning": "look", "info": "note"}
RECENT_SHOWN = 4


def chapter_entries(results: Results | None) -> list[ChapterEntry]:
    """The chapters for the sidebar; without results no ring says anything yet."""
    entries = []
    for chapter in CHAPTERS:
        done = results.progress[chapter.key] if results else None
        share, missing = (done.share, done.missing) if done else (None, "")
        entries.append(ChapterEntry(chapter.key, chapter.number, _(chapter.title), _(chapter.group), share, missing))
    return entries


def questions(plan: Plan, chapter: str) -> list[QuestionItem]:
    """The questions of a chapter: those to ask first, then those that wait for an answer, then what is done with."""
    from planner.ui.coach.questions import asked_words, in_turn

    return [
        QuestionItem(_(one.text), asked_words(one), voice_of_side(one.ask), one.key, state, _answers(plan, one.key))
        for one, state in in_turn(plan, chapter)
    ]


def _answers(plan: Plan, key: str) -> tuple[tuple[str, str, str], ...]:
    from planner.ui.coach.questions import answers

    said = answers(plan, key)
    nobody = _("Somebody")
    return tuple((name_of_person(plan, row.by) or nobody, voice_of(plan, row.by), row.answer or "") for row in said)


def findings(results: Results, chapter: str) -> list[FindingItem]:
    """The findings of a chapter, the heaviest first. The key is what "Show" shows."""
    order = list(_LEVELS)
    found = [one for one in results.findings if one.chapter == chapter and one.status == "open"]
    found.sort(key=lambda one: order.index(one.severity))
    return [
        FindingItem(_LEVELS[one.severity], one.message, (one.row_id, one.field or None) if one.row_id else None)
        for one in found
    ]


def compared(plan: Plan, chapter: str) -> list[ComparedItem]:
    """What others report on the subject of a chapter, beside the plan's own figure where it has one."""
    from planner.calc.benchmarks import benchmarks, revenue_share

    own = revenue_share(plan)
    items = []
    for one in benchmarks(chapter):
        source = _("{source}. Trust: {grade}. Not a target.").format(source=_(one.source), grade=one.trust)
        if one.share is not None and own is not None:
            share = numbers_of(plan).share(round(own, 3))
            source = _("{source} Your envelope is {share} of the revenue target.").format(source=source, share=share)
        items.append(ComparedItem(_(one.said), source))
    return items


def recent(plan: Plan, history: Sequence[EditRecord], now: datetime) -> list[RecentItem]:
    """The last edits, newest first, each with its author's voice."""
    items = []
    for record in reversed(history[-RECENT_SHOWN:]):
        voice = voice_of_author(plan, Author(record.author, record.author_id))
        when = when_in_words(plan, datetime.fromisoformat(record.at), now)
        items.append(RecentItem(record.author or _("Somebody"), voice, when, edit_words(plan, record)))
    return items


def when_in_words(plan: Plan, at: datetime, now: datetime) -> str:
    """The time today, the weekday within a week, else the day."""
    local, today = at.astimezone(), now.astimezone()
    if local.date() == today.date():
        return local.strftime("%H:%M")
    days = (today.date() - local.date()).days
    if 0 < days < 7:
        names = (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"))
        return names[local.weekday()]
    return numbers_of(plan).day_short(local.date().isoformat())


def period_words(plan: Plan) -> str:
    """The plan's period for the top bar: "FY 2027", or "Dec 2026 to Feb 2027"."""
    start = plan.facts.fiscal_year_start
    if not start:
        return ""
    first = date.fromisoformat(f"{start}-01")
    if first.month == 1 and (plan.facts.horizon_months or 12) == 12:
        return _("FY {year}").format(year=first.year)
    numbers, covered = numbers_of(plan), months.period(plan)
    if len(covered) < 2:
        return numbers.month(start)
    last = covered[-1]
    return _("{first} to {last}").format(first=numbers.month(start), last=numbers.month(last))


def first_author(plan: Plan, typed_last: str) -> Author | None:
    """Whoever typed last here, if that person is in the plan; else somebody of marketing, who often invites."""
    people = [person for person in plan.people if person.name and person.name != person.role]
    people.sort(key=lambda one: (one.name != typed_last, one.function != "marketing"))
    return Author(people[0].name or "", people[0].id) if people else None
