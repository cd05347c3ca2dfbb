"""Leads to orders, month by month: the lag, the months of the plan and those before, in live formulas (method.md B6).

``SUMIF(lag_month, n - months, lag_won)`` inside SUMPRODUCT is the convolution: for each month of arrival it takes
the share of the lag that falls into month n.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, zip_longest
from typing import Any

from openpyxl.chart import BarChart, LineChart
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from planner.calc import lag as lags
from planner.calc import months, supply
from planner.calc.forecast import revenue_goal
from planner.calc.money import exponent, to_major
from planner.charts import words as say
from planner.charts.colours import FILL
from planner.exchange.workbook import native, style
from planner.exchange.workbook.book import FIRST, Book
from planner.exchange.workbook.marks import LAG
from planner.exchange.workbook.put import at
from planner.exchange.workbook.tables import Column, Placed, escaped, header, place
from planner.exchange.workbook.words import month_start, word
from planner.i18n import _
from planner.model.plan import Kind, Month


def places(book: Book) -> int:
    """Decimals of the plan's currency."""
    return exponent(book.plan.facts.currency)


def goal(book: Book) -> str:
    """The target of the goal on revenue, looked up by its row id."""
    found = revenue_goal(book.plan)
    if found is None:
        return '""'
    cell = f'INDEX(tblGoals[{header("goal", "target")}],MATCH("{found.id}",tblGoals[{_("Row ID")}],0))'
    return f'IFERROR(IF(ISNUMBER({cell}),{cell},""),"")'


def lag(book: Book, sheet: Worksheet, top: int) -> int:
    """The months that leads take, as a table; returns its last row."""
    assumed = book.plan.funnel
    rows = list(
        enumerate(
            zip_longest(
                assumed.lag_won, assumed.lag_opportunity, lags.cumulative(assumed.lag_won),
                lags.cumulative(assumed.lag_opportunity),
            )
        )
    )  # fmt: skip

    def running(source: str) -> Any:
        return lambda row, number: f'IF(COUNT({source})=0,"",SUMIF(lag_month,"<="&$C{number},{source}))'

    def reached(values: Sequence[float], which: int) -> Any:
        known = lags.cumulative(values)
        return lambda row: lags.landed(known, row[0]) if values else None

    columns = {
        "months": Column(_("Months"), lambda row: row[0], Kind.INTEGER, width=(7, 13)),
        "won": Column(_("Become orders"), lambda row: row[1][0], Kind.SHARE, "0.0%", width=(14, 14)),
        "by_won": Column(_("Orders by then"), reached(assumed.lag_won, 2), Kind.SHARE, "0.0%", running("lag_won"),
                         width=(14, 14)),
        "opened": Column(_("Become opportunities"), lambda row: row[1][1], Kind.SHARE, "0.0%", width=(14, 14)),
        "by_opened": Column(_("Opportunities by then"), reached(assumed.lag_opportunity, 3), Kind.SHARE, "0.0%",
                            running("lag_opportunity"), width=(14, 14)),
    }  # fmt: skip
    table = place(book, sheet, top, "tblLag", rows, columns, table=LAG, heading=_("How long a lead takes"),
                  buttons=False, row_id=lambda row: None)  # fmt: skip
    for name, key in (("lag_month", "months"), ("lag_won", "won"), ("lag_opportunity", "opened")):
        book.name(name, sheet, table.cells(key))
    return table.last


class Timeline:
    """The table of months and the formulas over it."""

    def __init__(self, table: Placed, letters: dict[str, str], any_planned: str) -> None:
        self.table, self.letters, self.bottom = table, letters, table.last
        no, everything = self._range("no"), self._range("all")
        self._no, self._all = no, everything
        lands = f'SUMIF(lag_month,"<="&(facts_horizon_months-{no}),lag_won)'
        before = f'SUMIF(lag_month,"<="&(-{no}),lag_won)'
        can = f"COUNT(lag_won)>0,COUNT(facts_horizon_months)=1,COUNT({no})>0"
        self.any_prior = f"COUNT({self._range('prior')})>0"
        self.any_planned = any_planned
        in_plan = f"({no}>=1)"
        self.carry_in = self._when(f"{can},{self.any_prior}", f"SUMPRODUCT({self._range('prior')},{lands}-{before})")
        self.planned = self._when(
            f"{can},{self.any_planned}", f"SUMPRODUCT({self._range('planned')},{in_plan}*{lands})"
        )
        self.inbound = self._when(
            f"{can},COUNT(funnel_baseline_likely)=1", f"SUMPRODUCT({self._range('inbound')},{in_plan}*{lands})"
        )
        some = "COUNT(carry_in_leads,plan_leads,inbound_leads)>0"
        self.effective = self._when(f"{can},{some}", f"SUMPRODUCT({everything},{lands}-{before})")
        self.after = f"SUMPRODUCT({everything},SUM(lag_won)-{lands})"
        self.cohort = f"SUM({self._range('planned')})+SUM({self._range('inbound')})"
        self.any_of_plan = f"OR(AND({self.any_planned},COUNT({no})>0),COUNT({self._range('inbound')})>0)"

    def _range(self, key: str) -> str:
        letter = self.letters[key]
        return f"${letter}${self.table.first}:${letter}${self.table.last}"

    @staticmethod
    def _when(conditions: str, expression: str) -> str:
        return f'IF(AND({conditions}),{expression},"")'

    def effect(self, number: int) -> str:
        """Leads that have their effect in the month of a row."""
        return f"SUMPRODUCT({self._all},SUMIF(lag_month,$C{number}-{self._no},lag_won))"

    def pipeline(self, book: Book, rates: Any, end: str, without: str) -> str:
        """The value of opportunities open at the end of month number ``end``; nothing where ``without`` holds."""
        if not rates.to_opportunity:
            return '""'
        gone = f'"<="&({end}-{self._no})'
        still = f"SUMPRODUCT({self._all},SUMIF(lag_month,{gone},lag_opportunity)-SUMIF(lag_month,{gone},lag_won))"
        value = f"ROUND({still}*{rates.to_opportunity}*funnel_deal_likely,{places(book)})"
        lacking = f"OR({without},COUNT(lag_opportunity)=0,COUNT(effective_leads,funnel_deal_likely)<2)"
        return f'IF({lacking},"",{rates.when_known(value)})'

    def first_of_plan(self, sheet: Worksheet) -> int:
        """The row of the plan's first month."""
        rows = range(self.table.first, self.table.last + 1)
        return next(row for row in rows if at(sheet, row, FIRST).value == 1)

    def chart(self, book: Book, sheet: Worksheet) -> BarChart:
        """Order intake by month of the plan."""
        forecast, currency = book.results.forecast, book.plan.facts.currency
        count = len(forecast.months)
        first = self.first_of_plan(sheet)
        letter, label = self.letters["intake"], self.letters["name"]
        figures = [to_major(value, currency) for value in forecast.order_intake_by_month or ()]
        names = [str(sheet[f"{label}{first + place}"].value) for place in range(count)]
        one: Any = native.series(
            sheet, f"${letter}${first}:${letter}${first + count - 1}", figures,
            f"${label}${first}:${label}${first + count - 1}", names,
            _("Order intake"), FILL["shared"][1:],
        )  # fmt: skip
        return native.bars([one], "#,##0")

    def against_goal(self, book: Book, sheet: Worksheet) -> LineChart:
        """The running total of the order intake, and the goal that it should reach."""
        forecast, currency = book.results.forecast, book.plan.facts.currency
        count, first = len(forecast.months), self.first_of_plan(sheet)
        target = None if forecast.target is None else to_major(forecast.target, currency)
        running = [to_major(value, currency) for value in accumulate(forecast.order_intake_by_month or ())]
        label = self.letters["name"]
        names = [str(sheet[f"{label}{first + place}"].value) for place in range(count)]
        lines = [
            native.series(sheet, f"${letter}${first}:${letter}${first + count - 1}", figures,
                          f"${label}${first}:${label}${first + count - 1}", names, said, colour)
            for letter, figures, said, colour in (
                (self.letters["running"], running, _("Order intake, running total"), FILL["marketing"][1:]),
                (self.letters["goal"], [target] * count, _("Revenue goal"), style.INK))
        ]  # fmt: skip
        return native.lines(lines, "#,##0")


def quarters(book: Book, sheet: Worksheet, line: Timeline, top: int) -> int:
    """Order intake of every three months of the plan under a heading; returns the row after the last."""
    forecast, currency = book.results.forecast, book.plan.facts.currency
    if not forecast.months:
        return top
    book.heading(sheet, top, _("Order intake by quarter"))
    start, letter = line.first_of_plan(sheet), line.letters["deals"]
    for number, at_month in enumerate(range(0, len(forecast.months), 3)):
        part, row = forecast.months[at_month : at_month + 3], top + 1 + number
        cells = f"{letter}{start + at_month}:{letter}{start + at_month + len(part) - 1}"
        book.say(sheet, row, FIRST, _("{first} to {last}").format(first=say.month(part[0], True),
                                                                  last=say.month(part[-1], True)))  # fmt: skip
        intake = forecast.order_intake_by_quarter
        cell = book.cells.put(
            at(sheet, row, FIRST + 2),
            f'IF(COUNT({cells},funnel_deal_likely)<{len(part) + 1},"",'
            f"ROUND(SUM({cells})*funnel_deal_likely,{places(book)}))",
            None if intake is None else to_major(intake[number], currency),
        )
        style.dress(cell, text=style.font(bold=True), at=style.aligned("right"), form=book.formats.money)
        for step in range(3):
            at(sheet, row, FIRST + step).border = style.edges()
    return row + 1


def timeline(book: Book, sheet: Worksheet, top: int, activities: Placed) -> Timeline:
    """The table of months: leads by where they come from, their effect, orders, order intake and its running total."""
    plan, forecast, currency = book.plan, book.results.forecast, book.plan.facts.currency
    known, start = supply.supply_of(plan), plan.facts.fiscal_year_start
    held = [*(known.prior or ()), *(known.planned or ())]
    span = sorted({*range(known.length), *held})
    rows = [(at_month, months.add(start, at_month)) for at_month in span] if start else []
    prior, planned, inbound = known.prior or {}, known.planned or {}, known.inbound or {}
    effects = lags.effect_by_month(known.everything, plan.funnel.lag_won, known.length)
    running = list(accumulate(forecast.order_intake_by_month or ()))
    several = len({month[:4] for _at, month in rows}) > 1
    letters = {
        key: get_column_letter(FIRST + step)
        for step, key in enumerate(
            ("no", "month", "name", "prior", "planned", "inbound", "all", "effect", "deals", "intake", "running",
             "goal")
        )
    }
    first, last = top + 2, top + 1 + max(1, len(rows))
    table = Placed("tblMonths", sheet.title, top + 1, first, last)
    line = Timeline(table, letters, _any_lead(activities))
    month_of = _activity_months(book, activities)

    def inside(row: tuple[int, Month]) -> bool:
        return 0 <= row[0] < known.length

    def of_prior(row: Any, number: int) -> str:
        found = f"tblPrior[{header('prior_month', 'month')}],$D{number}"
        leads = f"tblPrior[{header('prior_month', 'leads')}]"
        return f'IF(OR($C{number}>=1,COUNTIFS({found},{leads},">=0")=0),"",SUMIFS({leads},{found}))'

    def of_activities(row: Any, number: int) -> str:
        return month_of.get(row[1], '""')

    def of_inbound(row: Any, number: int) -> str:
        guard = f"COUNT(funnel_baseline_likely)=1,$C{number}>=1,$C{number}<=N(facts_horizon_months)"
        return f'IF(AND({guard}),funnel_baseline_likely,"")'

    effect, deals, intake = letters["effect"], letters["deals"], letters["intake"]
    e2e = "end_to_end_rate"
    columns = {
        "no": Column(_("No."), lambda row: row[0] + 1, Kind.INTEGER, width=(7, 13), typed=False),
        "month": Column(_("Month"), lambda row: month_start(row[1]), Kind.CHOICE, book.formats.month, width=(14, 14),
                        typed=False),
        "name": Column(_("Short"), lambda row: short_month(row[1], start or "", several), Kind.CHOICE, width=(14, 14),
                       typed=False),
        "prior": _lead(_("From before"), lambda row: prior.get(row[0]), of_prior),
        "planned": _lead(_("From activities"), lambda row: _shown(planned, row[0], row[1] in month_of), of_activities),
        "inbound": _lead(_("Inbound"), lambda row: inbound.get(row[0]), of_inbound),
        "all": _lead(_("Leads in all"), lambda row: known.everything.get(row[0], 0.0),
                     lambda row, number: f"SUM({letters['prior']}{number}:{letters['inbound']}{number})"),
        "effect": _lead(_("Take effect"), lambda row: effects[row[0]] if inside(row) and _can(book) else None,
                        lambda row, number: f'IF(AND(COUNT(effective_leads)=1,$C{number}>=1,'
                                            f'$C{number}<=N(facts_horizon_months)),{line.effect(number)},"")'),
        "deals": _lead(_("Orders"), lambda row: _item(forecast.deals_by_month, row[0], inside(row)),
                       lambda row, number: f'IF(COUNT(${effect}{number},{e2e})<2,"",${effect}{number}*{e2e})'),
        "intake": Column(_("Order intake"),
                         lambda row: _money(forecast.order_intake_by_month, row[0], inside(row), currency),
                         Kind.MONEY, book.formats.amount,
                         lambda row, number: f'IF(COUNT(${deals}{number},funnel_deal_likely)<2,"",'
                                             f"ROUND(${deals}{number}*funnel_deal_likely,{places(book)}))",
                         width=(12, 14)),
        "running": Column(_("Running total"), lambda row: _money(running, row[0], inside(row), currency), Kind.MONEY,
                          book.formats.amount,
                          lambda row, number: f'IF(COUNT(${intake}{number})=0,"",'
                                              f"SUM(${intake}${first}:${intake}{number}))",
                          width=(12, 14)),
        "goal": Column(_("Revenue goal"),
                       lambda row: to_major(forecast.target, currency) if inside(row) and forecast.target is not None
                       else None, Kind.MONEY, book.formats.amount,
                       lambda row, number: f'IF(AND(COUNT(goal_revenue)=1,$C{number}>=1,'
                                           f'$C{number}<=N(facts_horizon_months)),goal_revenue,"")',
                       width=(12, 14)),
    }  # fmt: skip
    place(book, sheet, top, "tblMonths", rows, columns, heading=_("Month by month"), buttons=False,
          row_id=lambda row: None, look=_outside(known.length))  # fmt: skip
    return line


def short_month(month: Month, first: Month, several: bool) -> str:
    """What an axis calls a month: with its year where the plan or a year begins, so that names stay short."""
    return say.month(month, several and (month == first or month.endswith("-01")))


def _lead(header: str, value: Any, formula: Any) -> Column:
    return Column(header, value, Kind.NUMBER, "#,##0.0;−#,##0.0;;@", formula, width=(12, 14))


def _shown(leads: dict[int, float], at_month: int, column: bool) -> float | None:
    return leads.get(at_month, 0.0) if column else None


def _can(book: Book) -> bool:
    return book.results.forecast.effective_leads is not None


def _item(values: Sequence[float] | None, place_at: int, inside: bool) -> float | None:
    return values[place_at] if values is not None and inside else None


def _money(values: Sequence[float] | None, place_at: int, inside: bool, currency: str | None) -> float | None:
    return to_major(values[place_at], currency) if values and inside else None


def _activity_months(book: Book, activities: Placed) -> dict[Month, str]:
    """For each month column of the activities the sum of its leads, without those that are cancelled."""
    state = activities.column("status")
    return {
        key: f'SUMPRODUCT(--({state}<>"{word(supply.CANCELLED)}"),{activities.column(key)})'
        for key in activities.headers
        if months.is_month(key)
    }


def _any_lead(activities: Placed) -> str:
    """Whether any activity that takes place has leads in a month."""
    used = [said for key, said in activities.headers.items() if months.is_month(key)]
    if not used:
        return "FALSE"
    cells = f"tblActivities[[{escaped(used[0])}]:[{escaped(used[-1])}]]"
    return f'SUMPRODUCT(({activities.column("status")}<>"{word(supply.CANCELLED)}")*ISNUMBER({cells}))>0'


def _outside(length: int) -> Any:
    """Rows of months outside the plan are muted."""

    def look(sheet: Worksheet, number: int, row: tuple[int, Month], placed: Placed) -> None:
        sheet.row_dimensions[number].height = 16.5
        if not 0 <= row[0] < length:
            for letter in placed.letters.values():
                sheet[f"{letter}{number}"].font = style.font(style.MUTED)

    return look
