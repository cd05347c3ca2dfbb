"""The sheet of the forecast: results, funnel, leads to orders month by month, and the assumptions under them."""

from __future__ import annotations

from typing import Any

from openpyxl.worksheet.worksheet import Worksheet

from planner.calc import funnel as chain
from planner.calc.money import to_major
from planner.charts import words as say
from planner.charts.colours import FILL
from planner.exchange.workbook import native, orders, style
from planner.exchange.workbook.book import FIRST, TOP, Book, Fact, need
from planner.exchange.workbook.chapters import FORECAST, tab
from planner.exchange.workbook.orders import Timeline
from planner.exchange.workbook.plain import lists, single, widen
from planner.exchange.workbook.put import at
from planner.exchange.workbook.tables import Placed
from planner.i18n import _

_LAG = ("lag_won", "lag_opportunity")
_CHART_AT = FIRST + 4


def write(book: Book, activities: Placed) -> dict[str, Placed]:
    """The whole sheet. An audience that may not see rates and deal size gets only what it may."""
    sheet = book.sheet(_(FORECAST.title), _(FORECAST.title), _(FORECAST.purpose) + book.amounts_in(), tab(FORECAST))
    if not book.sees("rate", "most_likely") or not book.sees("funnel", "deal_likely", *_LAG):
        end = single(book, sheet, "funnel", TOP, _LAG)
        placed = lists(book, sheet, FORECAST.lists, end + 1)
        widen(sheet, TOP, end)
        book.finish(sheet, FIRST + max((len(one.letters) for one in placed.values()), default=4) - 1)
        return placed
    facts_at, stages = TOP, len(book.results.forecast.stages)
    funnel_at = facts_at + 20
    lag_at = funnel_at + stages + 5
    row = orders.lag(book, sheet, lag_at)
    line = orders.timeline(book, sheet, row + 2, activities)
    row = orders.quarters(book, sheet, line, line.bottom + 3) + 1
    row = book.heading(sheet, row, _("Assumptions about the whole funnel"))
    end = single(book, sheet, "funnel", row, _LAG)
    placed = lists(book, sheet, FORECAST.lists, end + 1)
    widen(sheet, row, end)
    rates = _rates(book, sheet, placed["rate"], funnel_at)
    _funnel(book, sheet, rates, funnel_at)
    book.facts(sheet, facts_at, _results(book, line, rates))
    drawn = _charts(book, sheet, line, funnel_at)
    sheet.freeze_panes = f"A{TOP}"
    book.finish(sheet, max(drawn, FIRST + max(11, *(len(one.letters) for one in placed.values())) - 1))
    return placed


class _Rates:
    """The rates in the order of the funnel, as formulas speak of them."""

    def __init__(self, cells: list[str], values: list[float | None]) -> None:
        self.cells, self.values = cells, values
        self.all = f"{cells[0]}:{cells[-1]}" if cells else ""
        self.known = f"COUNT({self.all})={len(cells)}" if cells else "FALSE"
        self.end_to_end = f"PRODUCT({self.all})" if cells else "0"
        self.to_opportunity = f"PRODUCT({cells[0]}:{cells[-2]})" if len(cells) > 1 else ""

    def when_known(self, expression: str, *numbers: str) -> str:
        """The expression where all rates and numbers are there, otherwise nothing."""
        if not self.cells:
            return '""'
        inner = need(expression, *numbers) if numbers else f'IFERROR({expression},"")'
        return f'IF({self.known},{inner},"")'


def _rates(book: Book, sheet: Worksheet, table: Placed, top: int) -> _Rates:
    """The rate of each step, looked up in the table of rates by row id, in the rows of the funnel."""
    steps = chain.steps(book.plan)
    cells, values = [], [step.rate for step in steps]
    likely, ids = table.column("most_likely"), f"{table.name}[{_('Row ID')}]"
    for place, step in enumerate(steps):
        cell = at(sheet, top + 3 + place, FIRST + 2)
        found = f'INDEX({likely},MATCH("{step.row.id}",{ids},0))'
        book.cells.put(cell, f'IFERROR(IF(ISNUMBER({found}),{found},""),"")', step.rate)
        style.dress(cell, text=style.font(), border=style.edges(), at=style.aligned("right"), form=style.SHARE)
        cells.append(f"${cell.column_letter}${cell.row}")
    return _Rates(cells, values)


def _funnel(book: Book, sheet: Worksheet, rates: _Rates, top: int) -> None:
    """One row per stage: the rate from the stage before, needed, planned, and what one is worth."""
    forecast, currency = book.results.forecast, book.plan.facts.currency
    book.heading(sheet, top, _("From leads to orders"))
    heads = (_("Stage"), "", _("Rate"), _("Needed"), _("Planned"), _("One is worth"))
    for step, said in enumerate(heads):
        cell = book.cells.enter(at(sheet, top + 1, FIRST + step), said)
        style.dress(cell, text=style.font(style.WHITE, bold=True), ground=style.HEAD,
                    at=style.aligned("left" if step < 2 else "right"))  # fmt: skip
    sheet.row_dimensions[top + 1].height = 20
    last = len(forecast.stages) - 1
    for place, key in enumerate(forecast.stages):
        row = top + 2 + place
        book.say(sheet, row, FIRST, say.stage(key))
        needed = None if forecast.needed_by_stage is None else forecast.needed_by_stage[place]
        planned = None if forecast.expected_by_stage is None else forecast.expected_by_stage[place]
        value = None if forecast.stage_values is None else to_major(forecast.stage_values[place], currency)
        if place == last:
            positive = f"AND(MIN({rates.all})>0,funnel_deal_likely>0)"
            formula = rates.when_known(f'IF({positive},goal_revenue/funnel_deal_likely,"")', "goal_revenue",
                                       "funnel_deal_likely")  # fmt: skip
        else:
            formula = need(f"F{row + 1}/E{row + 1}", f"F{row + 1}", f"E{row + 1}")
        _figure(book, sheet, row, 3, formula, needed, style.LEADS)
        upto = f"*PRODUCT({rates.cells[0]}:{rates.cells[place - 1]})" if place else ""
        _figure(
            book, sheet, row, 4, rates.when_known(f"effective_leads{upto}", "effective_leads"), planned, style.LEADS
        )
        rest = f"*PRODUCT({rates.cells[place]}:{rates.cells[-1]})" if place < last else ""
        worth = rates.when_known(f"ROUND(funnel_deal_likely{rest},{orders.places(book)})", "funnel_deal_likely")
        _figure(book, sheet, row, 5, worth, value, book.formats.money)
        for step in range(3):
            at(sheet, row, FIRST + step).border = style.edges()
    if forecast.stages:
        book.name("needed_leads", sheet, f"F{top + 2}")


def _figure(book: Book, sheet: Worksheet, row: int, step: int, formula: str, value: Any, form: str) -> None:
    cell = book.cells.put(at(sheet, row, FIRST + step), formula, value)
    style.dress(cell, text=style.font(bold=step == 4), border=style.edges(), at=style.aligned("right"), form=form)


def _results(book: Book, line: Timeline, rates: _Rates) -> list[Fact]:
    forecast, form, currency = book.results.forecast, book.formats.money, book.plan.facts.currency

    def major(amount: float | None) -> float | None:
        return None if amount is None else to_major(amount, currency)

    places = orders.places(book)
    deals = rates.when_known(f"effective_leads*{rates.end_to_end}", "effective_leads")
    intake = need(f"ROUND(deals*funnel_deal_likely,{places})", "deals", "funnel_deal_likely")
    share = None if not forecast.target or forecast.order_intake is None else forecast.order_intake / forecast.target
    opportunity = rates.to_opportunity
    covered = (
        rates.when_known(f'IF(goal_revenue=0,"",effective_leads*{opportunity}*funnel_deal_likely/goal_revenue)',
                         "effective_leads", "funnel_deal_likely", "goal_revenue")
        if opportunity else '""'
    )  # fmt: skip
    win = rates.cells[-1] if rates.cells else ""
    facts = [
        Fact(_("Revenue goal"), orders.goal(book), major(forecast.target), form, "goal_revenue"),
        Fact(_("Leads that land from before"), line.carry_in, forecast.carry_in_leads, style.LEADS, "carry_in_leads"),
        Fact(_("Leads that land from activities"), line.planned, forecast.plan_leads_landing, style.LEADS,
             "plan_leads"),
        Fact(_("Inbound leads that land"), line.inbound, forecast.baseline_leads_landing, style.LEADS, "inbound_leads"),
        Fact(_("Effective leads"), line.effective, forecast.effective_leads, style.LEADS, "effective_leads"),
        Fact(_("From lead to order"), rates.when_known(rates.end_to_end), forecast.end_to_end_rate, "0.00%",
             "end_to_end_rate"),
        Fact(_("Orders"), deals, forecast.deals, style.LEADS, "deals"),
        Fact(_("Order intake"), intake, major(forecast.order_intake), form, "order_intake"),
        Fact(_("Share of the goal"),
             need('IF(goal_revenue=0,"",order_intake/goal_revenue)', "order_intake", "goal_revenue"),
             share, style.SHARE),
        Fact(_("Orders after the plan's end"),
             rates.when_known(f"({line.after})*{rates.end_to_end}", "effective_leads"),
             forecast.deals_next_year, style.LEADS),
        Fact(_("Open pipeline at the start"), line.pipeline(book, rates, "0", "COUNT(carry_in_leads)=0"),
             major(forecast.open_pipeline_start), form),
        Fact(_("Open pipeline at the end"),
             line.pipeline(book, rates, "facts_horizon_months", "COUNT(effective_leads)=0"),
             major(forecast.open_pipeline_end), form),
        Fact(_("Coverage"), covered, forecast.coverage, style.TIMES),
        Fact(_("Coverage needed"), rates.when_known(f'IF({win}>0,1/{win},"")') if win else '""',
             forecast.coverage_needed, style.TIMES),
    ]  # fmt: skip
    return [*facts, *_costs(book, line, rates)]


def _costs(book: Book, line: Timeline, rates: _Rates) -> list[Fact]:
    forecast, form, currency = book.results.forecast, book.formats.money, book.plan.facts.currency

    def major(amount: float | None) -> float | None:
        return None if amount is None else to_major(amount, currency)

    cohort, margin = line.cohort, "IF(COUNT(funnel_margin_rate)=1,funnel_margin_rate,facts_margin_rate)"
    some = f"{line.any_of_plan},COUNT(budget_total)=1"
    each = f'IF(AND({some}),IFERROR(budget_total/({cohort}),""),"")'
    won = f'IF(AND({some},{rates.known}),IFERROR(budget_total/(({cohort})*{rates.end_to_end}),""),"")'
    has_margin = "COUNT(funnel_margin_rate,facts_margin_rate)>0,COUNT(funnel_deal_likely,budget_total)=2"
    even = f'IF(AND({has_margin}),IFERROR(budget_total/(funnel_deal_likely*{margin}),""),"")'
    gain = f"(({cohort})*{rates.end_to_end}*funnel_deal_likely*{margin}-budget_total)/budget_total"
    romi = f'IF(AND({some},{has_margin},{rates.known}),IF(budget_total>0,{gain},""),"")'
    return [
        Fact(_("Cost of a lead"), each, major(forecast.cost_per_lead), form),
        Fact(_("Programme cost of an order"), won, major(forecast.cac_programme), form),
        Fact(_("Orders that pay for the plan"), even, forecast.break_even_deals, style.LEADS),
        Fact(_("Return on the programme"), romi, forecast.romi_programme, style.TIMES),
    ]


def _charts(book: Book, sheet: Worksheet, line: Timeline, top: int) -> int:
    """Needed and planned by stage; order intake by month. Returns the last column that they reach."""
    forecast, last_column = book.results.forecast, 0
    if forecast.stages and (forecast.needed_by_stage or forecast.expected_by_stage):
        first, last, names = top + 2, top + 1 + len(forecast.stages), [say.stage(key) for key in forecast.stages]
        empty: list[float | None] = [None] * len(names)
        pair = [
            native.series(sheet, f"${letter}${first}:${letter}${last}", list(values or empty),
                          f"$C${first}:$C${last}", names, title, colour)
            for letter, values, title, colour in (
                ("F", forecast.needed_by_stage, _("Needed"), "B4C3CD"),
                ("G", forecast.expected_by_stage, _("Planned"), FILL["marketing"][1:]))
        ]  # fmt: skip
        chart = native.bars(pair, "#,##0", across=True)
        for one in pair:
            one.dLbls = native.labels("#,##0")
        chart.y_axis.delete = True
        chart.y_axis.majorGridlines = None
        last_column = native.stand(sheet, chart, TOP, _CHART_AT, 520, 370)
    if forecast.order_intake_by_month:
        last_column = native.stand(sheet, line.chart(book, sheet), TOP, _CHART_AT, 520, 370, shift=540)
        if forecast.target is not None:
            native.stand(sheet, line.against_goal(book, sheet), top, _CHART_AT, 520, 300, shift=540)
    return last_column
