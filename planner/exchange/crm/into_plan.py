"""What an export says about the plan's assumptions: rates, deal size, time to the order."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Any

from planner.calc.funnel import wilson
from planner.calc.money import from_major, largest_remainder
from planner.calc.words import amount, step
from planner.exchange.crm.opportunities import CrmImport, Opportunity
from planner.exchange.questions import DAYS, DECIMAL, ONLY
from planner.i18n import _, figure
from planner.model.fields import Field, Kind, fields_of
from planner.model.ids import new_row
from planner.model.plan import Funnel, Plan, Rate, Row
from planner.model.words import choice_words

LONGEST_LAG = 24
"""Months; deals that took longer are counted with the last of them."""
ENOUGH = 30
"""So many won deals from old cohorts are enough to leave the young ones out of the time to the order."""
_Z95 = 1.959963984540054
_STEPS = ("lead", "mql", "sal", "sql", "opportunity")
_RATES = {("lead", "mql"): "lead_to_mql", ("mql", "sal"): "mql_to_sal", ("sal", "sql"): "sal_to_sql",
          ("sql", "opportunity"): "sql_to_opp"}  # fmt: skip
_PARTS = 10_000


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """One value that an import would change, in words."""

    label: str
    before: str
    after: str


def crm_rows(plan: Plan, crm: CrmImport) -> tuple[Row, ...]:
    """The whole rows to put into the plan: rates that the export shows, and the funnel. Empty where it shows none."""
    rows: list[Row] = [_rate(plan, code, won, of, _evidence(crm)) for code, won, of in _counted(crm) if of]
    funnel = replace(plan.funnel, **_deal_size(plan, crm), **_lag(crm))
    if funnel != plan.funnel:
        rows.append(funnel)
    return tuple(rows)


def preview(plan: Plan, crm: CrmImport) -> list[PreviewLine]:
    """What the import would change, value by value, for showing before anything is written."""
    lines = []
    for row in crm_rows(plan, crm):
        before = plan.table(row.TABLE).get(row.id) or (plan.funnel if isinstance(row, Funnel) else None)
        of_what = f"{step(row.code)}: " if row.code else ""
        for name, declared in fields_of(type(row)).items():
            old, new = getattr(before, name, None), getattr(row, name)
            if old != new:
                lines.append(
                    PreviewLine(of_what + _(declared.label), _said(plan, declared, old), _said(plan, declared, new))
                )
    return lines


def _counted(crm: CrmImport) -> list[tuple[str, int, int]]:
    """Rates by code: how many went on, and of how many.

    A deal that has the day of a later stage has been through the earlier ones, whether or not those days are filled.
    """
    found = []
    days_for = [step for step in _STEPS if step in crm.stages_reached]
    for first, then in pairwise(days_for):
        later = set(_STEPS[_STEPS.index(then) :])
        went_on = sum(bool(deal.reached & later) for deal in crm.opportunities)
        of = sum(first in deal.reached or bool(deal.reached & later) for deal in crm.opportunities)
        if (first, then) in _RATES:
            found.append((_RATES[first, then], went_on, of))
    return [*found, ("opp_to_won", len(crm.won), len(crm.won) + len(crm.lost))]


def _rate(plan: Plan, code: str, went_on: int, of: int, evidence: str) -> Rate:
    """The rate with its 95 % Wilson interval (method.md B12); who agreed to the old figure has not agreed to this."""
    row: Rate = plan.rates.by_code(code) or new_row(plan, "rate", code=code)
    low, high = wilson(went_on, of) or (None, None)
    observed = went_on / of
    return replace(
        row,
        low=None if low is None else round(low, 4),
        most_likely=round(observed, 4),
        high=None if high is None else round(high, 4),
        evidence=evidence,
        evidence_kind="own_data",
        n=of,
        observed=round(observed, 6),
        agreed_by=None,
    )


def _deal_size(plan: Plan, crm: CrmImport) -> dict[str, Any]:
    """What one order brings: the mean, for orders times this figure is the order intake, and the 95 % range of that
    mean. The spread of single deals is no uncertainty of the plan: it evens out over the year."""
    amounts = crm.won_amounts
    elsewhere = crm.currency and plan.facts.currency and crm.currency != plan.facts.currency
    if not amounts or elsewhere or crm.is_open(DECIMAL, ONLY):
        return {}
    mean = sum(amounts) / len(amounts)
    half = 0.0
    if len(amounts) > 1:
        variance = sum((amount - mean) ** 2 for amount in amounts) / (len(amounts) - 1)
        half = _Z95 * math.sqrt(variance / len(amounts))
    currency = plan.facts.currency
    return {
        "deal_low": from_major(max(mean - half, min(amounts)), currency),
        "deal_likely": from_major(mean, currency),
        "deal_high": from_major(min(mean + half, max(amounts)), currency),
        "deal_evidence": _("{n} won deals, {source}").format(n=len(amounts), source=_evidence(crm)),
        "deal_n": len(amounts),
    }


def _lag(crm: CrmImport) -> dict[str, Any]:
    """The share of won deals by whole months from creation to order (method.md B6), summing to exactly 1.

    Young cohorts have had no time for long waits and would make the wait look short; where enough deals are older
    than the longest wait, only those count.
    """
    waits = [(deal, _months(deal)) for deal in crm.won if deal.cycle is not None]
    if not waits or crm.period is None or crm.is_open(DAYS):
        return {}
    longest = max(months for _deal, months in waits)
    old = [months for deal, months in waits if deal.created and _whole_months(deal.created, crm.period[1]) >= longest]
    enough = len(old) >= ENOUGH
    months = old if enough else [months for _deal, months in waits]
    counts = [0] * (min(max(months), LONGEST_LAG) + 1)
    for wait in months:
        counts[min(wait, LONGEST_LAG)] += 1
    shares = tuple(part / _PARTS for part in largest_remainder(_PARTS, counts))
    while shares and not shares[-1]:
        shares = shares[:-1]
    note = (
        _("created {months} months or more before the export ends").format(months=longest)
        if enough
        else _("young deals included, so long waits may be missing")
    )
    return {
        "lag_won": shares,
        "lag_won_evidence": _("{n} won deals, from creation to order, {note}, {source}").format(
            n=len(months), note=note, source=_evidence(crm)
        ),
    }


def _months(deal: Opportunity) -> int:
    return _whole_months(deal.created, deal.closed) if deal.created and deal.closed else 0


def _whole_months(first: date, last: date) -> int:
    """Months that have fully passed."""
    return (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day)


def _evidence(crm: CrmImport) -> str:
    if crm.period is None:
        return crm.file
    first, last = (f"{day:%Y-%m}" for day in crm.period)
    return f"{crm.file}, {first}..{last}"


def _said(plan: Plan, declared: Field, value: Any) -> str:
    if value is None or value == ():
        return "–"
    if declared.kind is Kind.SHARE:
        return figure(f"{value * 100:.1f}%")
    if declared.kind is Kind.MONEY:
        return amount(value, plan.facts.currency)
    if declared.kind is Kind.NUMBERS:
        return _in_percent(value)
    if declared.kind is Kind.LINK:
        person = plan.people.get(value)
        return person.name or person.code or "–" if person else "–"
    if declared.kind is Kind.CHOICE:
        return choice_words(value)
    return str(value)


def _in_percent(shares: Sequence[float]) -> str:
    return figure(" · ".join(f"{share * 100:.3g}%" for share in shares))
