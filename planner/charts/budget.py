"""The budget by month, stacked by the side that leads each line."""

from __future__ import annotations

from matplotlib.figure import Figure

from planner.calc import months
from planner.calc import words as said
from planner.calc.money import to_major
from planner.calc.results import Results
from planner.charts import colours, style, words
from planner.charts.axis import Columns, from_zero
from planner.charts.sheet import Sheet, started, without
from planner.charts.spend import by_voice_and_month
from planner.i18n import _
from planner.model.plan import Money, Month, Plan


def draw(plan: Plan, results: Results) -> Figure:
    """Bars by month; the largest one carries its figure."""
    period = months.period(plan)
    sums = by_voice_and_month(plan)
    heading = _("What the plan costs, month by month")
    if not period:
        lack = _("The plan has no months yet. Set its first month and how many it covers on the page Context.")
        return without(plan, results, heading, lack)
    totals = [sum(row.get(month, 0) for row in sums.values()) for month in period]
    if not any(total > 0 for total in totals):
        lack = _("No month has an amount yet. Enter what each line costs, and when, on the page Budget.")
        return without(plan, results, heading, lack)
    currency = plan.facts.currency
    sheet, top = started(plan, results, _title(plan, results, period, totals), _("planned amounts"))
    sheet.legend(style.MARGIN, top + 34, [(voice, words.voice(voice)) for voice in sums])
    scale = from_zero(to_major(max(totals), currency), top + 110, sheet.height - 150)
    columns = Columns(period, 170, sheet.width - style.MARGIN)
    scale.draw(sheet, columns.left, columns.right, currency)
    columns.draw(sheet, scale.top, scale.bottom)
    _bars(sheet, period, sums, scale.bottom, columns, (scale.bottom - scale.top) / scale.high, currency)
    largest = totals.index(max(totals))
    y = scale.y(to_major(totals[largest], currency)) - 14
    figure = words.amount(totals[largest], currency)
    sheet.text(columns.middle(largest), y, figure, 26, weight=600, family=style.DISPLAY, at="center")
    return sheet.figure


def _title(plan: Plan, results: Results, period: tuple[Month, ...], totals: list[Money]) -> str:
    currency, budget = plan.facts.currency, results.budget
    total = words.amount(budget.total or 0, currency)
    if budget.envelope is None:
        first = _("{total} planned, no envelope set").format(total=total)
    else:
        envelope = words.amount(budget.envelope, currency)
        over = (budget.total or 0) > budget.envelope
        sentence = (
            _("{total} planned, more than the envelope of {envelope}") if over else _("{total} of {envelope} planned")
        )
        first = sentence.format(total=total, envelope=envelope)
    largest = totals.index(max(totals))
    return first + _("; {month} is the largest month with {amount}").format(
        month=said.month(period[largest]).rsplit(" ", 1)[0], amount=words.amount(totals[largest], currency)
    )


def _bars(
    sheet: Sheet, period: tuple[Month, ...], sums: dict[str, dict[Month, Money]], bottom: float, columns: Columns,
    per_unit: float, currency: str | None,
) -> None:  # fmt: skip
    wide = round(columns.pitch * 0.58)
    for place, month in enumerate(period):
        x, y = round(columns.middle(place) - wide / 2), round(bottom)
        for voice, row in sums.items():
            high = round(to_major(row.get(month, 0), currency) * per_unit)
            if high > 0:
                gap = 2 if high > 4 else 0
                sheet.rect(x, y - high, wide, high - gap, colours.FILL[voice])
                y -= high
