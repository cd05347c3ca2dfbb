"""How the money goes: planned and spent up to each month, against the envelope."""

from __future__ import annotations

from itertools import accumulate

from matplotlib.figure import Figure

from planner.calc import words as said
from planner.calc.money import to_major
from planner.calc.results import Results
from planner.calc.review import Review
from planner.charts import colours, style, words
from planner.charts.axis import Columns, Scale, from_zero
from planner.charts.place import apart
from planner.charts.sheet import Sheet, started, width, without
from planner.i18n import _
from planner.model.plan import Plan

_LEFT = 190.0
_SIDE = 330.0


def draw(plan: Plan, results: Results) -> Figure:
    """Planned is a dashed outline, spent a solid line; what lies ahead has no line of its own."""
    review, budget = results.review, results.budget
    planned = budget.cumulative
    heading = _("How the money goes")
    if planned is None or not planned[-1]:
        text = _("No month has an amount yet. Enter what each line costs, and when, on the page Budget; what is really "
                 "spent is entered there too.")  # fmt: skip
        return without(plan, results, heading, text)
    currency = plan.facts.currency
    source = _("no actuals yet") if review.spend is None else _("spend as entered")
    sheet, top = started(plan, results, _title(plan, results), source)
    totals = [to_major(value, currency) for value in planned]
    months = review.months[: review.elapsed] if review.spend is not None else ()
    spent = [to_major(value, currency) for value in accumulate(row.spend or 0 for row in months)]
    envelope = None if budget.envelope is None else to_major(budget.envelope, currency)
    columns = Columns(tuple(row.month for row in review.months), _LEFT, sheet.width - style.MARGIN - _SIDE)
    most = max(totals[-1], envelope or 0.0, *(spent or [0.0]))
    scale = from_zero(most * 1.04, top + 50, sheet.height - 160, 5)
    if spent:
        ahead = columns.left + len(spent) * columns.pitch
        sheet.rect(ahead, scale.top, columns.right - ahead, scale.bottom - scale.top, colours.SUNKEN)
    scale.draw(sheet, columns.left, columns.right, currency)
    columns.draw(sheet, scale.top, scale.bottom)
    if envelope is not None:
        _envelope(sheet, scale, columns, envelope, currency)
    _line(sheet, scale, columns, totals, dashed=True)
    if spent:
        _line(sheet, scale, columns, spent, dashed=False)
    _labels(sheet, scale, columns, totals, spent, currency)
    _burn(sheet, review, columns.right + 26, scale.bottom, currency)
    return sheet.figure


def _title(plan: Plan, results: Results) -> str:
    review, budget, currency = results.review, results.budget, plan.facts.currency
    total = words.amount(budget.total or 0, currency)
    if review.spend is None or review.through is None:
        if budget.envelope is None:
            return _("{total} planned, nothing spent yet").format(total=total)
        return _("{total} of {envelope} planned, nothing spent yet").format(
            total=total, envelope=words.amount(budget.envelope, currency)
        )
    gone = words.amount(review.spend.actual, currency)
    if abs(review.spend.amount) < 0.01 * review.spend.plan:
        text = _("{gone} spent by {month}, as planned")
    elif review.spend.amount > 0:
        text = _("{gone} spent by {month}, {less} less than planned")
    else:
        text = _("{gone} spent by {month}, {less} more than planned")
    less = words.amount(abs(review.spend.amount), currency)
    return text.format(gone=gone, month=said.month(review.through), less=less)


def _envelope(sheet: Sheet, scale: Scale, columns: Columns, envelope: float, currency: str | None) -> None:
    y = scale.y(envelope)
    sheet.line([columns.left, columns.right], [y, y], colours.INK, 2.5, dashes=(5, 4))
    text = _("Envelope {amount}").format(amount=words.major(envelope, currency))
    sheet.rect(columns.left + 6, y - 40, width(text, 24, 600) + 20, 32, colours.SURFACE)
    sheet.text(columns.left + 16, y - 14, text, 24, weight=600)


def _line(sheet: Sheet, scale: Scale, columns: Columns, totals: list[float], *, dashed: bool) -> None:
    xs = [columns.left, *(columns.left + (place + 1) * columns.pitch for place in range(len(totals)))]
    ys = [scale.y(0), *(scale.y(value) for value in totals)]
    if dashed:
        sheet.line(xs, ys, colours.CONTROL, 4, dashes=(3, 2))
    else:
        sheet.line(xs, ys, colours.BLUE, 6)
        sheet.circle(xs[-1], ys[-1], 10, colours.BLUE, edgecolor=colours.SURFACE, linewidth=3)


def _labels(
    sheet: Sheet, scale: Scale, columns: Columns, totals: list[float], spent: list[float], currency: str | None
) -> None:
    x = columns.right + 26
    rows = [(_("Planned"), totals[-1], colours.MUTED, 400)]
    if spent:
        rows.append((_("Spent"), spent[-1], colours.BLUE, 600))
    heights = apart([scale.y(value) + 8 for _name, value, _colour, _weight in rows], 40, scale.top, scale.bottom - 240)
    for (name, value, colour, weight), y in zip(rows, heights, strict=True):
        sheet.text(x, y, f"{name}  {words.major(value, currency)}", 24, colour, weight)


def _burn(sheet: Sheet, review: Review, x: float, bottom: float, currency: str | None) -> None:
    """How fast it goes, and how long it lasts."""
    if review.burn is None:
        return
    burn = review.burn
    sheet.line([x, sheet.width - style.MARGIN], [bottom - 200] * 2, colours.HAIRLINE, 1.5)
    figure = words.amount(burn.rate, currency)
    sheet.text(x, bottom - 138, figure, 48, weight=600, family=style.DISPLAY)
    sheet.text(x, bottom - 102, _("spent a month"), 24, colours.MUTED)
    if burn.runway is not None:
        figure = words.count(round(burn.runway, 1))
        sheet.text(x, bottom - 40, figure, 48, weight=600, family=style.DISPLAY)
        sheet.text(x, bottom - 4, _("months left at this rate"), 24, colours.MUTED)
