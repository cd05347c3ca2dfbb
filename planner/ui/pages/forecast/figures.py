"""What the funnel and the fan of the forecast show, from the plan and its figures."""

from planner.calc import funnel, months, words
from planner.calc.funnel import Step
from planner.calc.money import safe_ceil
from planner.calc.montecarlo import chance_words
from planner.calc.outlook import Outlook
from planner.calc.results import Results
from planner.i18n import _, _n, mark
from planner.model.fields import Money, Month
from planner.model.plan import Plan
from planner.model.value import Value
from planner.ui.numbers import Numbers, numbers_of

KINDS = {
    "own_data": mark("our own data"),
    "estimate": mark("an estimate"),
    "benchmark": mark("figures of others"),
    "judgement": mark("judgement"),
}
_OF_MARKETING = ("lead", "mql")


class StageFace(Value):
    """One stage of the funnel; counts are None where they are not known."""

    key: str
    name: str
    below: str
    figure: str
    between: str
    low: float | None
    likely: float | None
    high: float | None
    voice: str
    said: str
    tip: str


class FanFace(Value):
    """Orders adding up over the months of the plan, in major units."""

    months: tuple[Month, ...]
    likely: tuple[float, ...]
    bands: tuple[tuple[float, ...], ...]
    """Low, lower middle, upper middle, high by month; empty before they are drawn."""
    arrived: tuple[float, ...]
    """Orders that really came, up to the last month that was entered."""
    on_their_way: tuple[float, ...]
    """From last year's leads alone."""
    goal: float | None
    goal_words: str
    low_words: str
    likely_words: str
    high_words: str
    chance: str
    chance_words: str
    said: str


def stage_name(plan: Plan, key: str) -> str:
    """A stage as people call it."""
    return words.stage(key)


def stage_voice(plan: Plan, key: str) -> str:
    """Whose a stage is: its owner's, else marketing's until sales accepts."""
    row = plan.stages.by_code(key)
    if row is not None and row.owner:
        return row.owner
    return "marketing" if key in _OF_MARKETING else "sales"


def count_words(numbers: Numbers, value: float | None) -> str:
    """A count that is expected: whole from ten up."""
    if value is None:
        return ""
    return numbers.number(value, 0 if value >= 10 else 1)


def need_words(numbers: Numbers, value: float | None) -> str:
    """A count that is needed: rounded up."""
    return "" if value is None else numbers.number(safe_ceil(value))


def rate_source(plan: Plan, step: Step, *, whole: bool = False) -> str:
    """Where a rate comes from: its kind, and with ``whole`` evidence, count and who agreed."""
    row, numbers = step.row, numbers_of(plan)
    parts = [_(KINDS[row.evidence_kind])] if row.evidence_kind in KINDS else []
    if whole:
        if row.evidence:
            parts.append(row.evidence)
        if row.n is not None:
            parts.append(_n("{n} case counted", "{n} cases counted", row.n).format(n=numbers.number(row.n)))
        if row.agreed_by:
            parts.append(_("agreed by {name}").format(name=words.person(plan, row.agreed_by)))
    return ", ".join(parts) or _("source not known yet")


def stage_faces(plan: Plan, results: Results, outlook: Outlook | None) -> tuple[StageFace, ...]:
    """The funnel from the leads that land in the year; empty without a rate."""
    forecast, numbers = results.forecast, numbers_of(plan)
    steps = funnel.steps(plan)
    counts = counts_by_stage(results)
    faces = []
    for place, key in enumerate(forecast.stages):
        step = steps[place - 1] if place and place <= len(steps) else None
        likely = counts[place] if place < len(counts) else None
        low, high = outlook.stages[place] if outlook and place < len(outlook.stages) else (None, None)
        name = stage_name(plan, key)
        figure = count_words(numbers, likely)
        between = ""
        if low is not None and high is not None:
            between = _("{low} to {high}").format(low=count_words(numbers, low), high=count_words(numbers, high))
        below, tip = _("landing in the year"), ""
        if step is not None:
            share = _("rate not known yet") if step.rate is None else numbers.share(step.rate)
            below = share if step.rate is None else f"{share}, {rate_source(plan, step)}"
            tip = f"{share}, {rate_source(plan, step, whole=True)}"
        needed = forecast.needed_by_stage[place] if forecast.needed_by_stage else None
        if needed is not None:
            need = _("The goal needs {count}.").format(count=need_words(numbers, needed))
            tip = f"{tip}\n{need}" if tip else need
        said = ", ".join(part for part in (name, figure or _("not known yet"), between, below) if part)
        faces.append(
            StageFace(f"stage:{place}", name, below, figure, between, low, likely, high, stage_voice(plan, key),
                      said, tip)
        )  # fmt: skip
    return tuple(faces)


def counts_by_stage(results: Results) -> tuple[float, ...]:
    """Counts from the first stage to the last, or to the one before the first rate that is not known."""
    if results.forecast.expected_by_stage is not None:
        return results.forecast.expected_by_stage
    leads = results.forecast.effective_leads
    known = []
    for step in funnel.steps(results.plan):
        if step.rate is None:
            break
        known.append(step.rate)
    return () if leads is None else funnel.forward(leads, known)


def added_up(amounts: tuple[Money, ...] | tuple[float, ...] | None, minor: float) -> tuple[float, ...]:
    """Amounts by month as a running total in major units."""
    total, sums = 0.0, []
    for amount in amounts or ():
        total += amount
        sums.append(total / minor)
    return tuple(sums)


def fan_face(plan: Plan, results: Results, outlook: Outlook | None) -> FanFace:
    """Orders by month with their range, against the goal."""
    forecast, numbers = results.forecast, numbers_of(plan)
    minor = 10.0**numbers.decimals
    bands: tuple[tuple[float, ...], ...] = ()
    low = high = chance = coin = ""
    p_hit = None
    if outlook is not None:
        fan, drawn = outlook.simulation.fan, outlook.simulation.counted
        bands = tuple(tuple(value / minor for value in band) for band in (fan.p10, fan.p25, fan.p75, fan.p90))
        low, high = numbers.money_short(round(drawn.p10)), numbers.money_short(round(drawn.p90))
        p_hit = drawn.p_hit
    if p_hit is not None:
        chance, coin = numbers.chance(p_hit), chance_words(p_hit)
    likely = numbers.money_short(forecast.order_intake)
    goal = numbers.money_short(forecast.target)
    said = [_("Orders by month, adding up"), _("likely {amount}").format(amount=likely or _("not known yet"))]
    if low:
        said.append(_("low {low}, high {high}").format(low=low, high=high))
    if goal:
        said.append(_("goal {amount}").format(amount=goal))
    if chance:
        said.append(_("chance of the goal {chance}, {words}").format(chance=chance, words=coin))
    return FanFace(
        months.period(plan),
        added_up(forecast.order_intake_by_month, minor),
        bands,
        _arrived(results, minor),
        _on_their_way(results, minor),
        None if forecast.target is None else forecast.target / minor,
        goal,
        low,
        likely,
        high,
        chance,
        coin,
        ", ".join(said),
    )


def _arrived(results: Results, minor: float) -> tuple[float, ...]:
    came = []
    for month in results.review.months[: results.review.elapsed]:
        if month.orders is None:
            break
        came.append(month.orders)
    return added_up(tuple(came), minor)


def _on_their_way(results: Results, minor: float) -> tuple[float, ...]:
    """Orders from leads that came before the plan, adding up."""
    forecast = results.forecast
    given, rate, deal = forecast.assumptions, forecast.end_to_end_rate, results.plan.funnel.deal_likely
    if given is None or rate is None or deal is None or not sum(given.carried):
        return ()
    return added_up(tuple(leads * rate * deal for leads in given.carried), minor)


def source_words(plan: Plan) -> str:
    """Where the rates of a sentence come from, in one line."""
    rows = [step.row for step in funnel.steps(plan) if step.rate is not None]
    if not rows:
        return ""
    own = [row for row in rows if row.evidence_kind == "own_data"]
    if len(own) == len(rows):
        sources = list(dict.fromkeys(row.evidence for row in own if row.evidence))
        if len(sources) == 1:
            return _("From our own rates: {source}").format(source=sources[0])
        return _("From our own rates")
    return _("{n} of {all} rates are from our own data").format(n=len(own), all=len(rows))


class Missing(Value):
    """Something that a forecast cannot do without, and where it is entered."""

    words: str
    key: str
    """The id of a row, or the key of a chapter."""
    field: str = ""
    here: str = ""
    """The table that is filled on this page, where it is."""


def missing(plan: Plan, results: Results) -> tuple[Missing, ...]:
    """What is not known yet, first things first; empty where the forecast can be worked out."""
    forecast = results.forecast
    steps = funnel.steps(plan)
    found = []
    if not forecast.months:
        found.append(Missing(_("when the plan starts and how long it runs"), "context"))
    if not steps:
        found.append(Missing(_("how many leads go on from stage to stage"), "", "", "rate"))
    unknown = next((step for step in steps if step.rate is None), None)
    if unknown is not None:
        said = _("the rate from {step}").format(step=words.step(unknown.row.code))
        found.append(Missing(said, unknown.row.id, "most_likely"))
    if plan.funnel.deal_likely is None:
        found.append(Missing(_("what an order brings"), "", "deal_likely", "funnel"))
    if not plan.funnel.lag_won:
        found.append(Missing(_("how many months pass from a lead to its order"), "", "lag_won", "funnel"))
    if not results.supply.everything:
        found.append(Missing(_("how many leads come"), "activities"))
    if forecast.target is None:
        found.append(Missing(_("the goal on orders"), "goals"))
    return tuple(found)
