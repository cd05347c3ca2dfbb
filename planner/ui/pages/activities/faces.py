"""What the chapter shows of each activity, as plain values."""

from dataclasses import dataclass
from functools import partial

from planner.calc.runs import clashes, listed, runs_of
from planner.calc.schedule import Span, span_of, when
from planner.calc.supply import CANCELLED
from planner.i18n import _
from planner.model.fields import Day, RowId
from planner.model.plan import Activity, Plan
from planner.model.words import shorten, whole_name
from planner.ui.numbers import Numbers, numbers_of
from planner.ui.reading import choice_words
from planner.ui.voices import name_of_person, side_name, voice_of, voice_of_side

_QUOTE = 36  # characters of a quote on its chip


@dataclass(frozen=True)
class Quote:
    """An input that an activity answers: its first words, whose voice it is, and all of it."""

    id: RowId
    short: str
    voice: str
    whole: str


@dataclass(frozen=True)
class Mark:
    """A day on a bar: a date that cannot move, or a review by one side, whose voice it has."""

    day: Day
    words: str
    voice: str = ""


@dataclass(frozen=True)
class Bar:
    """One run of an activity. Its id is that of the run; the activity's own for the first one."""

    id: RowId
    span: Span


@dataclass(frozen=True)
class Face:
    """What is shown of one activity. `support` is empty where nobody carries it along."""

    id: RowId
    code: str
    title: str
    owner: str
    lead: str
    supporter: str
    support: str
    bars: tuple[Bar, ...]
    """Its runs in order; empty where its dates are not known."""
    when: str
    quotes: tuple[Quote, ...]
    fixed: Mark | None
    review: Mark | None
    needs: tuple[RowId, ...]
    clash: tuple[RowId, ...]
    clash_words: str
    status: str
    kind: str
    channel: str
    leads: tuple[float | None, float | None, float | None]
    search: str

    @property
    def span(self) -> Span | None:
        """Its first run; None where its dates are not known."""
        return self.bars[0].span if self.bars else None

    @property
    def cancelled(self) -> bool:
        """Whether it does not take place."""
        return self.status == CANCELLED

    @property
    def said(self) -> str:
        """All of it for a screen reader."""
        who = _("{owner} with {name}").format(owner=self.owner, name=self.supporter) if self.supporter else self.owner
        marks = [mark.words for mark in (self.fixed, self.review) if mark]
        quotes = "; ".join(quote.whole for quote in self.quotes)
        answers = _("Answers: {quotes}").format(quotes=quotes) if quotes else no_input_words()
        state = choice_words(self.status) if self.status else ""
        parts = (self.title, self.code, who, self.when, state, *marks, answers, self.clash_words)
        return ". ".join(part.rstrip(".") for part in parts if part)


def no_input_words() -> str:
    """What stands where no input is answered."""
    return _("No input behind it yet")


def faces(plan: Plan) -> dict[RowId, Face]:
    """The faces of all activities in their order."""
    asked: dict[RowId, list[RowId]] = {}
    for row in plan.sales_inputs:
        for activity in row.activities:
            asked.setdefault(activity, []).append(row.id)
    late, numbers = clashes(plan), numbers_of(plan)
    quotes: dict[RowId, Quote] = {}
    return {row.id: _face(plan, row, numbers, asked.get(row.id, []), late.get(row.id, ()), quotes)
            for row in plan.activities}  # fmt: skip


def _face(
    plan: Plan, row: Activity, numbers: Numbers, asked: list[RowId], late: tuple[RowId, ...], known: dict[RowId, Quote]
) -> Face:
    bars = _bars(plan, row)
    lead = voice_of(plan, row.owner)
    supporter = name_of_person(plan, row.supporter)
    support = voice_of(plan, row.supporter) if supporter else "sales" if row.sales_role and lead != "sales" else ""
    owner = name_of_person(plan, row.owner) or _("Nobody yet")
    ids = dict.fromkeys((*row.sales_inputs, *asked))
    quotes = tuple(quote for id in ids if (quote := _quote(plan, id, known)))
    late_names = ", ".join(whole_name(plan, plan.activities[id]) for id in late)
    title = row.title or _("An activity without a name")
    return Face(
        id=row.id,
        code=row.code or "",
        title=title,
        owner=owner,
        lead=lead,
        supporter=supporter,
        support=support,
        bars=bars,
        when=when_words(numbers, row, bars),
        quotes=quotes,
        fixed=_fixed(numbers, row),
        review=_review(numbers, row),
        needs=row.depends_on,
        clash=late,
        clash_words=_("Starts before {name} has ended").format(name=late_names) if late else "",
        status=row.status or "",
        kind=row.kind or "",
        channel=row.channel or "",
        leads=(row.leads_low, row.leads_likely, row.leads_high),
        search=" ".join((title, row.code or "", owner, supporter, row.channel or "", row.sales_role or "",
                         *(quote.whole for quote in quotes))).casefold(),
    )  # fmt: skip


def _quote(plan: Plan, id: RowId, known: dict[RowId, Quote]) -> Quote | None:
    if id not in known:
        row = plan.sales_inputs.get(id)
        if row is None:
            return None
        whole = row.text or row.code or ""
        known[id] = Quote(id, _few_words(whole), voice_of(plan, row.given_by), whole)
    return known[id]


def _few_words(text: str) -> str:
    """The first words, without a mark before the ellipsis."""
    short = shorten(text, _QUOTE)
    return short if short == " ".join(text.split()) else short.rstrip("…").rstrip(" ,;:.-–") + "…"


def _fixed(numbers: Numbers, row: Activity) -> Mark | None:
    if not row.fixed_day:
        return None
    days = numbers.day_short(row.fixed_day)
    if row.fixed_last_day and row.fixed_last_day > row.fixed_day:
        same_month = row.fixed_last_day[:7] == row.fixed_day[:7]
        last = numbers.day_short(row.fixed_last_day)
        days = f"{int(row.fixed_day[8:])}–{last}" if same_month else f"{days} – {last}"
    return Mark(row.fixed_day, f"{row.fixed_what or shorten(row.title or '', 20)}, {days}")


def _review(numbers: Numbers, row: Activity) -> Mark | None:
    if not row.review_day:
        return None
    side = side_name(row.review_side)
    day = numbers.day_short(row.review_day)
    words = _("Review by {side}, {day}").format(side=side, day=day) if side else _("Review, {day}").format(day=day)
    return Mark(row.review_day, words, voice_of_side(row.review_side))


def _bars(plan: Plan, row: Activity) -> tuple[Bar, ...]:
    found = [Bar(run.id, span) for run in runs_of(plan, row) if (span := span_of(run))]
    return tuple(sorted(found, key=lambda bar: bar.span))


def when_words(numbers: Numbers, row: Activity, bars: tuple[Bar, ...]) -> str:
    """From when to when in each run, as finely as it is known."""
    if bars:
        return listed([bar.span for bar in bars], partial(span_words, numbers))
    known = [numbers.month(month) for month in (row.start, row.end) if month]
    return _("{start}, end not known").format(start=known[0]) if len(known) == 1 else _("No dates yet")


def span_words(numbers: Numbers, span: Span, year: bool = True) -> str:
    """From when to when in months, or in days where they say more; the year is said once, or not at all."""
    at = when(span)
    same_year = at.start[:4] == at.end[:4]
    if at.start_day or at.end_day:
        first, last = span.first.isoformat(), span.last.isoformat()
        start = (numbers.day_short if same_year else numbers.day)(first)
        end = (numbers.day if year else numbers.day_short)(last)
        same = first == last
    else:
        start, end = numbers.month(at.start, year=not same_year), numbers.month(at.end, year=year)
        same = at.start == at.end
    return end if same else _("{start} to {end}").format(start=start, end=end)


def run_words(numbers: Numbers, face: Face, place: int) -> str:
    """One run of several and which it is: "Jul 2027, run 2 of 3"."""
    when = span_words(numbers, face.bars[place].span)
    return _("{when}, run {n} of {all}").format(when=when, n=place + 1, all=len(face.bars))
