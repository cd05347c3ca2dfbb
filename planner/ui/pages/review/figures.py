"""What the page of the review shows of a plan, as plain values."""

from collections.abc import Callable

from planner.calc import months, signing
from planner.calc.against import AHEAD, Against, Pace, chance_so_far
from planner.calc.forecast import revenue_goal
from planner.calc.money import to_major
from planner.calc.promises import Kept, is_kept, promises_kept, unit_of
from planner.calc.results import Results
from planner.i18n import _, _n
from planner.model.plan import Commitment, Day, Money, Month, Plan, PromiseCheck
from planner.model.value import Value
from planner.ui.numbers import Numbers, numbers_of
from planner.ui.voices import voice_of_side

_ENOUGH = 0.85  # of the leads that were signed, from which nobody has to be warned


class Measured(Value):
    """One bar of the headline: a share of what was signed, and its words."""

    name: str
    share: float | None
    percent: str
    words: str
    behind: bool = False
    """Whether it asks for attention: too little came. Money that was not spent does not."""


class Headline(Value):
    """The finding in words, over which months, and both bars on one scale."""

    title: str
    level: str
    range: str
    spend: Measured
    landed: Measured
    tick: str
    """What stands under the tick: as it was signed, or only planned so far."""

    @property
    def said(self) -> str:
        bars = [f"{bar.name}: {bar.percent or _('not entered yet')} {bar.words}" for bar in (self.spend, self.landed)]
        return ". ".join(" ".join(part.split()) for part in (self.title, self.range, *bars) if part)


def headline(plan: Plan, found: Against) -> Headline:
    """Spend and landed leads against what was signed for the same months."""
    ahead = found.ahead
    title, level = _("Money and effect go together"), "fine"
    if ahead is None:
        title, level = _missing_words(found), "note"
    elif ahead > AHEAD + 1e-9:
        title, level = _("Burning ahead of the effect"), "look"
    elif ahead < -AHEAD - 1e-9:
        title, level = _("The effect runs ahead of the money"), "fine"
    numbers = numbers_of(plan)
    known = sorted({month for pace in (found.spend, found.landed) if pace for month in pace.months})
    leads = _("Landed leads") if found.weighed else _("Leads")
    behind = found.landed is not None and found.landed.share is not None and found.landed.share < _ENOUGH
    return Headline(
        title,
        level,
        range_words(numbers, known),
        _measured(_("Spend"), found.spend, numbers.money_short),
        _measured(leads, found.landed, lambda value: numbers.number(round(value)), behind=behind),
        _("as signed") if signing.baseline(plan) else _("as planned"),
    )


def _missing_words(found: Against) -> str:
    if found.spend is None and found.landed is None:
        return _("Nothing is entered yet")
    return _("Leads are not entered yet") if found.landed is None else _("Spend is not entered yet")


def _measured(name: str, pace: Pace | None, words: Callable[[int], str], *, behind: bool = False) -> Measured:
    if pace is None:
        return Measured(name, None, "", _("not entered yet"))
    of = _("{actual} of {signed}").format(actual=words(round(pace.actual)), signed=words(round(pace.signed)))
    percent = "" if pace.share is None else f"{round(pace.share * 100)}%"
    return Measured(name, pace.share, percent, of, behind)


def range_words(numbers: Numbers, known: list[Month]) -> str:
    """ "Jan to Apr 2027"; one month by itself."""
    if not known:
        return ""
    if len(known) == 1:
        return numbers.month(known[0])
    first = numbers.month(known[0], year=known[0][:4] != known[-1][:4])
    return _("{first} to {last}").format(first=first, last=numbers.month(known[-1]))


class Tile(Value):
    """A figure with what it is, what it is of, and what stands under it."""

    name: str
    figure: str
    of: str
    below: str
    level: str

    @property
    def said(self) -> str:
        return ", ".join(part for part in (self.name, self.figure or _("not known yet"), self.of, self.below) if part)


def tiles(plan: Plan, results: Results, found: Against) -> list[Tile]:
    """Burn, what is free, and what it will come to."""
    numbers = numbers_of(plan)
    burn, spend = found.review.burn, found.spend
    nothing = _("no spend is entered yet")
    if burn is None or spend is None:
        made = [
            Tile(_("Burn"), "", "", nothing, "muted"),
            Tile(_("Free to spend"), numbers.money_short(plan.facts.envelope), _("envelope"), nothing, "muted"),
        ]
    else:
        count = len(spend.months)
        pace = _("signed pace {amount}").format(amount=numbers.money_short(round(spend.signed / count)))
        rate = numbers.money_short(round(spend.actual / count))
        free = numbers.money_short(burn.free) if burn.free is not None else ""
        of = _("of {amount}").format(amount=numbers.money_short(plan.facts.envelope)) if free else ""
        more = numbers.money_short(burn.committed_open)
        committed = _("{amount} committed").format(amount=more) if burn.committed_open else ""
        below = committed if free else _("no envelope is set yet")
        over = burn.free is not None and burn.free < 0
        made = [
            Tile(_("Burn"), rate, _("a month"), pace, "muted"),
            Tile(_("Free to spend"), free, of, below or _("nothing committed"), "fix.text" if over else "muted"),
        ]
    return [*made, _completion(plan, results, numbers)]


def _completion(plan: Plan, results: Results, numbers: Numbers) -> Tile:
    expected = results.review.order_intake_expected
    goal = revenue_goal(plan)
    target = numbers.of_unit(goal.target, goal.unit) if goal else ""
    chance = chance_so_far(plan, results)
    below, level = _("the forecast is not complete yet"), "muted"
    if chance is not None and target:
        below = _("{percent} chance of {target}").format(percent=numbers.chance(chance), target=target)
        level = "look.text" if chance < 0.5 else "muted"
    elif expected is not None:
        below = _("of {target}").format(target=target) if target else ""
    return Tile(
        _("At completion"), numbers.money_short(expected), _("orders") if expected is not None else "", below, level
    )


class MonthBar(Value):
    """One month of both charts. Spend in major units, leads as running totals; None where nobody knows."""

    month: Month
    name: str
    signed_spend: float
    spend: float | None
    spend_words: str
    signed_leads: float
    leads: float | None
    likely_leads: float | None
    over: bool
    """Whether the month is over on the day of today."""
    said: str


class MonthChartFace(Value):
    """Both charts on one month axis."""

    bars: tuple[MonthBar, ...]
    unit: str
    leads_name: str
    signed_spend: str
    likely_spend: str
    signed_leads: str
    likely_leads: str
    legend: str
    """The word for what the dashed lines are: signed, or only planned so far."""


def month_chart(plan: Plan, found: Against, as_of: Day) -> MonthChartFace:
    """Month by month: what was signed, what happened, what is likely."""
    numbers, now = numbers_of(plan), months.month_of(as_of) or ""
    currency = plan.facts.currency
    legend = _("signed") if signing.baseline(plan) else _("planned")
    bars = []
    for row, line in zip(found.review.months, found.line, strict=True):
        spent = _("not entered") if row.spend is None else numbers.money_short(row.spend)
        came = _("not entered") if line.came is None else numbers.number(round(line.came))
        bars.append(
            MonthBar(
                row.month,
                numbers.month(row.month, year=False),
                to_major(row.spend_planned, currency),
                None if row.spend is None else to_major(row.spend, currency),
                _thousands(numbers, row.spend, currency),
                line.signed,
                line.came,
                line.likely,
                row.month < now,
                _("{month}: spend {spent}, {planned} {signed}; leads so far {came}, {planned} {leads}").format(
                    month=numbers.month(row.month), planned=legend, spent=spent,
                    signed=numbers.money_short(row.spend_planned),
                    came=came, leads=numbers.number(round(line.signed)),
                ),
            )
        )  # fmt: skip
    last = found.line[-1] if found.line else None
    return MonthChartFace(
        tuple(bars),
        _("{currency}k a month").format(currency=numbers.symbol),
        _("Landed leads") if found.weighed else _("Leads"),
        numbers.money_short(found.signed_spend),
        numbers.money_short(found.likely_spend) if found.likely_spend is not None else "",
        numbers.number(round(last.signed)) if last else "",
        numbers.number(round(last.likely)) if last and last.likely is not None else "",
        legend,
    )


def _thousands(numbers: Numbers, amount: Money | None, currency: str | None) -> str:
    if amount is None:
        return ""
    value = to_major(amount, currency) / 1000
    return numbers.number(value, 0 if abs(value) >= 10 or value == 0 else 1)


class Cell(Value):
    """What was found about a promise in one month."""

    words: str
    kept: bool | None


class KeptFace(Value):
    """One promise over the months."""

    id: str
    voice: str
    promise: str
    cells: tuple[tuple[Month, Cell | None], ...]
    state: str
    next_step: str

    @property
    def said(self) -> str:
        found = [f"{month}: {cell.words or _('kept')}" for month, cell in self.cells if cell is not None]
        return ". ".join(part for part in (self.promise, state_words(self.state), *found, self.next_step) if part)

    @property
    def tip(self) -> str:
        return "\n".join(part for part in (self.promise, self.next_step) if part)


def state_words(state: str) -> str:
    """How a promise stands."""
    return {"kept": _("Kept"), "broken": _("Broken"), "open": _("Not checked")}[state]


def shown_months(plan: Plan, as_of: Day, most: int) -> list[Month]:
    """The last months that have begun, so many at most; the first ones of a plan that is still ahead."""
    period, now = months.period(plan), months.month_of(as_of) or ""
    begun = [month for month in period if month <= now]
    checked = [month for kept in promises_kept(plan) for month in kept.checks if month in period]
    if checked:
        begun = [month for month in period if month <= max([*begun[-1:], *checked])]
    return list(begun[-most:] if begun else period[: min(most, 4)])


def kept_faces(plan: Plan, shown: list[Month]) -> list[KeptFace]:
    """Every promise with what was found in these months."""
    return [_kept_face(plan, kept, shown) for kept in promises_kept(plan)]


def _kept_face(plan: Plan, kept: Kept, shown: list[Month]) -> KeptFace:
    row = kept.promise
    cells = tuple((month, _cell(plan, row, kept.checks.get(month))) for month in shown)
    return KeptFace(
        row.id, voice_of_side(row.from_function), row.promise or _("Nothing is written here yet."), cells, kept.state,
        kept.next_step,
    )  # fmt: skip


def _cell(plan: Plan, row: Commitment, check: PromiseCheck | None) -> Cell | None:
    if check is None:
        return None
    kept, numbers = is_kept(row, check), numbers_of(plan)
    if check.value is None:
        return Cell("" if kept else _("no") if kept is False else "?", kept)
    return Cell(numbers.of_unit(check.value, unit_of(row)), kept)


def kept_words(faces: list[KeptFace]) -> str:
    """ "5 kept, 2 broken, 1 not checked"."""
    counts = {state: sum(face.state == state for face in faces) for state in ("kept", "broken", "open")}
    said = [
        _n("{n} kept", "{n} kept", counts["kept"]).format(n=counts["kept"]),
        _n("{n} broken", "{n} broken", counts["broken"]).format(n=counts["broken"]),
        _n("{n} not checked", "{n} not checked", counts["open"]).format(n=counts["open"]),
    ]
    return ", ".join(words for words, state in zip(said, counts, strict=True) if counts[state])


def next_month(plan: Plan, as_of: Day) -> Month | None:
    """The month to enter next: the first one that is over and has no figures, else the one of today, or the first."""
    period, now = months.period(plan), months.month_of(as_of) or ""
    entered = {row.month for row in plan.actuals if row.value is not None}
    entered |= {row.month for row in plan.amounts if row.actual is not None}
    over = [month for month in period if month < now and month not in entered]
    if over:
        return over[0]
    begun = [month for month in period if month <= now]
    return begun[-1] if begun else (period[0] if period else None)


def baseline_words(plan: Plan) -> str:
    """When the plan was signed that the review compares with; empty before both halves have."""
    row = signing.baseline(plan)
    return _("Baseline signed {day}").format(day=numbers_of(plan).day(row.date)) if row else ""
