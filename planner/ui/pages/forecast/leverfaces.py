"""What moves the orders, which leads still count, and what they cost: the rows and figures of the levers."""

from planner.calc import timing, words
from planner.calc.money import safe_ceil
from planner.calc.results import Results
from planner.calc.returns import velocity_by_day
from planner.calc.tornado import DEAL, LEADS, RATE, Bar, tornado
from planner.i18n import _
from planner.model.fields import Month
from planner.model.plan import SINGLETONS, Plan
from planner.model.value import Value
from planner.ui.numbers import Numbers, numbers_of
from planner.ui.pages.forecast.cutfigures import Figure
from planner.ui.pages.forecast.figures import need_words
from planner.ui.voices import voice_of

FUNNEL = SINGLETONS["funnel"]


class BarFace(Value):
    """One assumption: what the year comes to at its two ends, in minor units and in words."""

    id: str
    name: str
    between: str
    low: int
    high: int
    low_words: str
    high_words: str
    ours: bool
    said: str
    tip: str
    row: str
    field: str


def bar_faces(plan: Plan, results: Results, *, tenths: bool) -> tuple[BarFace, ...]:
    """The widest first."""
    numbers = numbers_of(plan)
    bars = tornado(plan, results.forecast, tenths=True) if tenths else results.tornado
    faces = []
    for bar in bars:
        low, high = numbers.money_short(bar.low), numbers.money_short(bar.high)
        between = _("{low} to {high}").format(low=_end(numbers, bar, bar.at_low), high=_end(numbers, bar, bar.at_high))
        whose = "" if bar.is_ours else _("not in our hands")
        parts = [bar.name, between, _("orders {low} to {high}").format(low=low, high=high), whose]
        said = ", ".join(part for part in parts if part)
        row, field = _source(bar)
        faces.append(
            BarFace(f"{bar.kind}:{bar.key}", bar.name, between, bar.low, bar.high, low, high, bar.is_ours, said, said,
                    row, field)
        )  # fmt: skip
    return tuple(faces)


def _end(numbers: Numbers, bar: Bar, value: float) -> str:
    if bar.kind == RATE:
        return numbers.share(round(value, 3))
    return numbers.money_short(round(value)) if bar.kind == DEAL else numbers.number(round(value))


def _source(bar: Bar) -> tuple[str, str]:
    """The row and the field in which the range stands."""
    if bar.kind == RATE:
        return bar.key, "low"
    if bar.kind == LEADS and bar.key != "inbound":
        return bar.key, "leads_low"
    return FUNNEL, "deal_low" if bar.kind == DEAL else "baseline_low"


def tornado_words(faces: tuple[BarFace, ...], *, known: bool) -> str:
    """What the order of the bars says, in one sentence. `known`: whether orders can be worked out."""
    if not known:
        return _("Once orders can be worked out, this says which assumption moves them most.")
    if not faces:
        return _("Give assumptions a low and a high, and this says which of them moves the year most.")
    ahead = next((n for n, face in enumerate(faces) if face.id.startswith(LEADS)), len(faces))
    if ahead >= 2 and ahead < len(faces):
        text = _("The {n} widest bars are about handing over, closing and the size of orders, not about more leads.")
        return text.format(n=ahead)
    return _("{name} moves the year most.").format(name=faces[0].name)


class LandFace(Value):
    """One activity: its leads, how many still land in the plan year, and what they cost."""

    id: str
    name: str
    voice: str
    leads: float
    share: float
    leads_words: str
    share_words: str
    each: str
    landed_each: str
    said: str
    tip: str


def land_faces(plan: Plan, results: Results) -> tuple[LandFace, ...]:
    """Activities that expect leads, those whose leads land best first."""
    numbers, faces = numbers_of(plan), []
    for found in results.returns.by_activity:
        activity = plan.activities[found.activity]
        if not found.leads or found.landing_share is None:
            continue
        name = activity.title or activity.code or ""
        leads, share = numbers.number(round(found.leads)), numbers.share(round(found.landing_share, 2))
        each = numbers.money_short(round(found.cost_per_lead)) if found.cost_per_lead is not None else "–"
        landed = "–"
        if found.cost_per_landed_lead is not None:
            landed = numbers.money_short(round(found.cost_per_landed_lead))
        said = _("{name}: {leads} leads, {share} land in the plan year, {each} a lead, {landed} a lead that lands")
        words_ = said.format(name=name, leads=leads, share=share, each=each, landed=landed)
        faces.append(
            LandFace(activity.id, name, voice_of(plan, activity.owner), found.leads, found.landing_share, leads, share,
                     each, landed, words_, words_)
        )  # fmt: skip
    return tuple(sorted(faces, key=_landing, reverse=True))


def _landing(face: LandFace) -> float:
    return face.share


class ArriveFace(Value):
    """When leads must arrive for the orders of some months."""

    months: tuple[Month, ...]
    weights: tuple[float, ...]
    """How much of a lead of that month counts."""
    decided: tuple[Month, Month] | None
    first_of_plan: Month
    sentence: str


def periods(plan: Plan) -> tuple[tuple[str, str], ...]:
    """What can be asked about: each quarter, and the whole plan; keys are "first|last"."""
    numbers, found = numbers_of(plan), timing.quarters(plan)
    if not found:
        return ()
    quarters = [
        (f"{first}|{last}", _("{first} to {last}").format(first=numbers.month(first, year=False),
                                                         last=numbers.month(last)))
        for first, last in found
    ]  # fmt: skip
    return (*quarters, (f"{found[0][0]}|{found[-1][1]}", _("The whole plan")))


def arrive_face(plan: Plan, period: str) -> ArriveFace | None:
    """When leads must arrive whose orders come in a period; None without a lag."""
    first, _bar, last = period.partition("|")
    found = timing.arrivals_for(plan, first, last) if first and last else None
    start = plan.facts.fiscal_year_start
    if found is None or start is None or not found.weights:
        return None
    numbers = numbers_of(plan)
    said = ""
    if found.decided is not None:
        said = _("Four fifths of these orders are decided by leads from {first} to {last}.").format(
            first=words.month(found.decided[0]), last=words.month(found.decided[1])
        )
    half = timing.last_month_that_counts(plan)
    if half is not None:
        more = _("Leads up to {month} still land by half or more before the plan ends.")
        said = f"{said} {more.format(month=numbers.month(half))}".strip()
    return ArriveFace(tuple(found.weights), tuple(found.weights.values()), found.decided, start, said)


class NeedFace(Value):
    """Leads that land, by where they come from, against what the goal needs."""

    parts: tuple[tuple[str, str, float], ...]
    """Key of the story, name, count."""
    needed: float | None
    needed_words: str
    said: str


def need_face(plan: Plan, results: Results) -> NeedFace:
    """The bar of leads."""
    forecast, numbers = results.forecast, numbers_of(plan)
    known = (
        ("carried", _("from before the plan"), forecast.carry_in_leads),
        ("planned", _("of activities"), forecast.plan_leads_landing),
        ("inbound", _("by themselves"), forecast.baseline_leads_landing),
    )
    parts = tuple((key, name, count) for key, name, count in known if count)
    total = numbers.number(forecast.effective_leads, 0) if forecast.effective_leads is not None else ""
    needed = need_words(numbers, forecast.needed_leads)
    said = [_("{n} leads land in time").format(n=total or _("not known yet"))]
    said += [f"{numbers.number(count, 0)} {name}" for _key, name, count in parts]
    if needed:
        said.append(_("the goal needs {n}").format(n=needed))
    return NeedFace(parts, forecast.needed_leads, needed, ", ".join(said))


def lead_figures(plan: Plan, results: Results) -> tuple[Figure, ...]:
    """Leads, coverage and pipeline."""
    forecast, numbers = results.forecast, numbers_of(plan)
    unknown = _("not known yet")

    def money(amount: float | None) -> str:
        return unknown if amount is None else numbers.money_short(round(amount))

    short = (
        forecast.effective_leads is not None
        and forecast.needed_leads is not None
        and forecast.effective_leads < forecast.needed_leads
    )
    monthly = forecast.leads_a_month_needed
    cover = unknown if forecast.coverage is None else numbers.number(forecast.coverage, 2)
    wanted = unknown if forecast.coverage_needed is None else numbers.number(forecast.coverage_needed, 2)
    low = (forecast.coverage or 0) < (forecast.coverage_needed or 0)
    speed = velocity_by_day(plan, _open(forecast.open_pipeline_start, plan.funnel.deal_likely))
    return (
        Figure("effective", _("Leads that land"), numbers.number(forecast.effective_leads, 0) or unknown, short),
        Figure("needed", _("Needed for the goal"), need_words(numbers, forecast.needed_leads) or unknown),
        Figure("leads_a_month", _("Evenly each month; late ones land later"), need_words(numbers, monthly) or unknown),
        Figure("coverage", _("Coverage of the goal"), cover, low),
        Figure("coverage_needed", _("Coverage needed"), wanted),
        Figure("pipeline_start", _("Open at the start"), money(forecast.open_pipeline_start)),
        Figure("pipeline_end", _("Open at the end"), money(forecast.open_pipeline_end)),
        Figure("velocity", _("Becomes orders each day"), money(speed)),
        Figure("deals_next", _("Orders after the plan"), unknown if forecast.deals_next_year is None
               else numbers.number(round(forecast.deals_next_year, 1))),
    )  # fmt: skip


def _open(value: int | None, deal: int | None) -> float | None:
    return None if value is None or not deal else value / deal


def money_figures(plan: Plan, results: Results) -> tuple[Figure, ...]:
    """Unit economics, each convention by its name."""
    found, numbers = results.returns, numbers_of(plan)
    unknown = _("not known yet")

    def money(amount: float | None) -> str:
        return unknown if amount is None else numbers.money_short(round(amount))

    def share(value: float | None) -> str:
        return unknown if value is None else numbers.share(round(value, 3))

    def count(value: float | None) -> str:
        return unknown if value is None else numbers.number(safe_ceil(value))

    lead = next(iter(found.cost_by_stage.values()), None)
    times = unknown if found.ltv_to_cac is None else numbers.number(found.ltv_to_cac, 2)
    paid = numbers.month(found.payback_month) if found.payback_month else unknown
    return (
        Figure("cpl", _("A lead costs"), money(lead)),
        Figure("landed_cpl", _("A lead that lands costs"), money(found.cost_per_landed_lead)),
        Figure("cac", _("A customer costs, programme"), money(found.cac_programme)),
        Figure("cac_full", _("A customer costs, with salaries"), money(found.cac_with_salaries)),
        Figure("ltv_end", _("A customer is worth, first margin after a year"), money(found.ltv_end_of_year)),
        Figure("ltv_now", _("A customer is worth, first margin now"), money(found.ltv_now)),
        Figure("ltv_simple", _("A customer is worth, not discounted"), money(found.ltv_simple)),
        Figure("ltv_cac", _("Worth for each unit of cost"), times),
        Figure("payback", _("Paid back in"), paid),
        Figure("romi", _("Return, all orders of these leads"), share(found.romi_cohort)),
        Figure("romi_year", _("Return, orders within the plan"), share(found.romi_year)),
        Figure("romi_full", _("Return, with salaries"), share(found.romi_with_salaries)),
        Figure("even", _("Orders that pay for it"), count(found.break_even_deals)),
        Figure("even_full", _("Orders that pay for it, with salaries"), count(found.break_even_with_salaries)),
    )
