"""The forecast for people, in sections of labelled lines; what is not known yet says so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from planner.calc import timing, words
from planner.calc.capacity import SalesMonth
from planner.calc.money import half_up
from planner.calc.montecarlo import Simulation, chance_words
from planner.calc.results import Results
from planner.calc.returns import velocity_by_day
from planner.i18n import _, figure

Section = tuple[str, list[tuple[str, str]]]
_BARS = 6


def sections(results: Results, simulation: Simulation | None) -> Iterator[Section]:
    """Everything that the forecast says, one section after another."""
    money = partial(_said, partial(words.whole_amount, currency=results.plan.facts.currency))
    yield _("Budget"), _budget(results, money)
    yield _("Leads"), _leads(results)
    yield _("Orders"), _orders(results, money)
    yield _("How sure that is"), _chance(simulation, money)
    yield _("What moves it most"), _tornado(results, money)
    yield _("What it costs and brings"), _returns(results, money)
    yield _("When leads must arrive"), _timing(results)
    yield _("Whether the people are there"), _people(results)
    yield _("Planning together"), _together(results)


Say = Callable[[float | None], str]


def _said(write: Callable[[float], str], value: float | None) -> str:
    return _("not known yet") if value is None else write(value)


def _count(value: float | None) -> str:
    return _said(_one_decimal, value)


def _one_decimal(value: float) -> str:
    return figure(f"{half_up(value, 1):,.1f}")


def _two(value: float | None) -> str:
    return _said(_two_decimals, value)


def _two_decimals(value: float) -> str:
    return figure(f"{half_up(value, 2):,.2f}")


def _share(value: float | None) -> str:
    return _said(words.percent, value)


def _budget(results: Results, money: Say) -> list[tuple[str, str]]:
    forecast = results.forecast
    return [
        (_("All lines"), money(forecast.budget_total)),
        (_("Not allocated"), money(forecast.unallocated)),
        (_("In the agency brief"), money(forecast.brief_budget)),
        (_("Contingency"), _share(forecast.contingency_share)),
        (_("By month"), ", ".join(money(value) for value in forecast.spend_by_month or ()) or money(None)),
    ]


def _leads(results: Results) -> list[tuple[str, str]]:
    forecast = results.forecast
    rows = [
        (_("Needed for the goal"), _count(forecast.needed_leads)),
        (_("Landing in time"), _count(forecast.effective_leads)),
        (_("  from last year"), _count(forecast.carry_in_leads)),
        (_("  from activities"), _count(forecast.plan_leads_landing)),
        (_("  inbound"), _count(forecast.baseline_leads_landing)),
        (_("From lead to order"), _share_fine(forecast.end_to_end_rate)),
    ]
    for activity in results.plan.activities:
        share = forecast.landing_share.get(activity.code or activity.id)
        if share is not None:
            label = _("  {name}, lands").format(name=activity.code or activity.title or "")
            rows.append((label, words.percent(share)))
    return rows


def _share_fine(value: float | None) -> str:
    return _said(_fine, value)


def _fine(value: float) -> str:
    return figure(f"{half_up(value * 100, 2):.10g}%")


def _orders(results: Results, money: Say) -> list[tuple[str, str]]:
    forecast = results.forecast
    quarters = ", ".join(money(value) for value in forecast.order_intake_by_quarter or ())
    return [
        (_("Goal"), money(forecast.target)),
        (_("Expected"), money(forecast.order_intake)),
        (_("By quarter"), quarters or money(None)),
        (_("Orders"), _count(forecast.deals)),
        (_("Orders after the plan"), _count(forecast.deals_next_year)),
        (_("Open pipeline, at the start"), money(forecast.open_pipeline_start)),
        (_("Open pipeline, at the end"), money(forecast.open_pipeline_end)),
        (_("Pipeline at the start turns into orders, a day"), money(_velocity(results))),
        (_("Coverage"), _two(forecast.coverage)),
        (_("Coverage needed"), _two(forecast.coverage_needed)),
    ]


def _velocity(results: Results) -> float | None:
    forecast, deal = results.forecast, results.plan.funnel.deal_likely
    if forecast.open_pipeline_start is None or not deal:
        return None
    return velocity_by_day(results.plan, forecast.open_pipeline_start / deal)


def _chance(simulation: Simulation | None, money: Say) -> list[tuple[str, str]]:
    if simulation is None:
        return [(_("Chance of the goal"), _said(str, None))]
    drawn, runs = simulation.counted, figure(f"{simulation.runs:,}")
    chance = _said(words.chance, drawn.p_hit)
    if drawn.p_hit is not None:
        chance = _("{share}: {words}").format(share=chance, words=chance_words(drawn.p_hit))
    return [
        (_("Chance of the goal"), chance),
        (_("Nine of ten times more than"), money(drawn.p10)),
        (_("Half of the time more than"), money(drawn.p50)),
        (_("One of ten times more than"), money(drawn.p90)),
        (_("Drawn"), _("{runs} times with the seed {seed}").format(runs=runs, seed=simulation.seed)),
    ]


def _tornado(results: Results, money: Say) -> list[tuple[str, str]]:
    rows = []
    for bar in results.tornado[:_BARS]:
        text = _("{low} to {high}") if bar.is_ours else _("{low} to {high}, not in our hands")
        rows.append((bar.name, text.format(low=money(bar.low), high=money(bar.high))))
    return rows or [(_("Orders"), money(None))]


def _returns(results: Results, money: Say) -> list[tuple[str, str]]:
    found = results.returns
    return [
        (_("Cost of a lead"), money(next(iter(found.cost_by_stage.values()), None))),
        (_("Cost of a lead that lands in time"), money(found.cost_per_landed_lead)),
        (_("Cost of a customer, programme"), money(found.cac_programme)),
        (_("Cost of a customer, with salaries"), money(found.cac_with_salaries)),
        (_("A customer is worth, first margin at year end"), money(found.ltv_end_of_year)),
        (_("A customer is worth, first margin now"), money(found.ltv_now)),
        (_("Worth for each unit of cost"), _two(found.ltv_to_cac)),
        (_("Paid back in"), words.month(found.payback_month) if found.payback_month else _said(str, None)),
        (_("Return, all orders of these leads"), _share(found.romi_cohort)),
        (_("Return, orders within the plan"), _share(found.romi_year)),
        (_("Return, with salaries"), _share(found.romi_with_salaries)),
        (_("Orders that pay for it"), _count(found.break_even_deals)),
        (_("Orders that pay for it, with salaries"), _count(found.break_even_with_salaries)),
    ]


def _timing(results: Results) -> list[tuple[str, str]]:
    plan, rows = results.plan, []
    for first, last in timing.quarters(plan):
        found = timing.arrivals_for(plan, first, last)
        if found is not None and found.decided is not None:
            label = _("{first} to {last}").format(first=words.month(first), last=words.month(last))
            text = _("decided by leads from {first} to {last}")
            rows.append((label, text.format(first=words.month(found.decided[0]), last=words.month(found.decided[1]))))
    last_month = timing.last_month_that_counts(plan)
    if last_month is not None:
        rows.append((_("Half of the effect still lands"), _("until {month}").format(month=words.month(last_month))))
    return rows or [(_("Months to order"), _said(str, None))]


def _people(results: Results) -> list[tuple[str, str]]:
    found = results.capacity
    busiest = max(found.sales, key=_per_seller, default=None)
    rows = []
    if busiest is None or busiest.per_seller is None:
        rows.append((_("Leads for a seller, busiest month"), _count(None)))
    else:
        text = _("{leads} in {month}, of {most} a seller can take on")
        most = _count(found.most_per_seller)
        said = text.format(leads=_count(busiest.per_seller), month=words.month(busiest.month), most=most)
        rows.append((_("Leads for a seller, busiest month"), said))
    for side, names in found.too_many_hours.items():
        label = _("More hours than {side} has").format(side=words.function(side))
        rows.append((label, words.listing([words.month(month) for month in names])))
    promise = results.money_promise
    if promise.worth is not None:
        currency = results.plan.facts.currency
        said = words.whole_amount(promise.worth, currency)
        if promise.promised is not None:
            promised = words.whole_amount(promise.promised, currency)
            said = _("{worth} of {promised} promised").format(worth=said, promised=promised)
        rows.append((_("A month's leads are worth"), said))
    return rows


def _per_seller(month: SalesMonth) -> float:
    return month.per_seller or 0.0


def _together(results: Results) -> list[tuple[str, str]]:
    return [
        (_("Alignment (our own measure)"), _share(results.forecast.alignment.index)),
        (_("Priorities that differ"), _share(results.forecast.priority_divergence)),
    ]
