"""What sales gets and gives: leads and material to expect, what each activity asks of sales, promises both ways."""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.figure import Figure

from planner.calc import months
from planner.calc import words as said
from planner.calc.leads import leads_by_month
from planner.calc.results import Results
from planner.calc.runs import words_of
from planner.calc.voices import voice_of_person
from planner.charts import words
from planner.charts.paper.facts import target_words
from planner.charts.paper.page import agreed, dated, first_name
from planner.charts.paper.rows import Pages
from planner.i18n import _
from planner.model.plan import Audience, Month, Plan


def draw(plan: Plan, results: Results, audience: Audience) -> Sequence[Figure]:
    """As many upright pages as it takes."""
    asked = [row for row in plan.activities if row.sales_role and row.status != "cancelled"]
    if not asked and not plan.commitments:
        return ()
    pages = Pages(
        plan, _("What sales gets, and gives"), ", ".join((_("For sales"), dated(plan, results))), agreed(plan, results)
    )
    _leads(pages, plan)
    _promises(pages, plan, "marketing", "sales", _("What marketing promises you"))
    _promises(pages, plan, "sales", "marketing", _("What you promised"))
    if asked:
        pages.heading(_("Where you are needed"), "sales")
        for row in sorted(asked, key=lambda row: row.start or ""):
            led = _("{name} leads it.").format(name=first_name(plan, row.owner)) if row.owner else ""
            pages.row(row.title or "", [row.sales_role or "", led], words_of(plan, row, _month),
                      voice_of_person(plan, row.owner))  # fmt: skip
    coming = [row for row in plan.materials if row.decision in ("revise", "replace", "create")]
    if coming:
        pages.heading(_("New material for your talks"), "marketing")
        for material in coming:
            pages.row(material.name or "", [material.reason or ""], material.type or "")
    return pages.figures


def _month(value: Month, year: bool = True) -> str:
    """A month in a narrow place: "Sep 2027", or "Sep"."""
    return f"{said.month_short(value)} {value[:4]}" if year else said.month_short(value)


def _leads(pages: Pages, plan: Plan) -> None:
    """The leads to expect, quarter by quarter."""
    by_month = leads_by_month(plan)
    period = months.period(plan)
    quarters = [period[place : place + 3] for place in range(0, len(period), 3)]
    counts = [sum(by_month.get(month, 0) for month in quarter) for quarter in quarters]
    if not any(counts):
        return
    parts = [_("{count} from {month} on").format(count=words.count(count), month=said.month(quarter[0]))
             for quarter, count in zip(quarters, counts, strict=True)]  # fmt: skip
    text = _("The plan brings {total} leads: {parts}.").format(
        total=words.count(sum(counts)), parts=said.listing(parts)
    )
    pages.words(text)


def _promises(pages: Pages, plan: Plan, by: str, to: str, heading: str) -> None:
    found = [row for row in plan.commitments if (row.from_function, row.to_function) == (by, to)]
    if not found:
        return
    pages.heading(heading, by)
    for row in found:
        missed = _("If missed, we will: {text}").format(text=row.if_missed) if row.if_missed else ""
        pages.row(row.promise or "", [target_words(row), missed], row.review or "")
