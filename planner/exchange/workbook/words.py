"""Values of the plan in the words and types of a sheet."""

from __future__ import annotations

from datetime import date
from typing import Any

from planner.calc import money, months
from planner.i18n import _
from planner.model.plan import Field, Kind, Plan, Row
from planner.model.words import TABLE_WORDS, choice_text, whole_name

RIGHT = frozenset({Kind.INTEGER, Kind.NUMBER, Kind.SHARE, Kind.MONEY, Kind.MONTH, Kind.DAY})
"""Kinds that stand at the right edge of a cell."""

WRAPPED = frozenset({Kind.LONG_TEXT, Kind.TEXT, Kind.TEXTS, Kind.LINKS, Kind.CHOICES, Kind.SERIES, Kind.LINK})

WIDTHS = {
    Kind.TEXT: (9, 26), Kind.LONG_TEXT: (16, 40), Kind.TEXTS: (9, 26), Kind.LINKS: (9, 16), Kind.LINK: (9, 17),
    Kind.CHOICE: (9, 14), Kind.CHOICES: (9, 18), Kind.SERIES: (10, 18), Kind.NUMBERS: (10, 22), Kind.DAY: (12, 12),
    Kind.MONTH: (10, 10), Kind.YES_NO: (7, 8), Kind.MONEY: (10, 14), Kind.SHARE: (7, 10), Kind.INTEGER: (7, 9),
    Kind.NUMBER: (7, 12),
}  # fmt: skip
"""The least and the most characters a column is wide, by kind."""


def word(value: str) -> str:
    """A declared choice as a word: ``in_review`` is In review."""
    return _(choice_text(value))


def yes_no(value: bool) -> str:
    """Yes or No."""
    return _("Yes") if value else _("No")


def month_start(month: str | None) -> date | str | None:
    """The first day of a month; text that is no month stays text."""
    return months.parse_day(f"{month}-01") or month if month else None


def called(plan: Plan, id: str | None) -> str | None:
    """What a sheet calls a row: people by name, others by code, with the name where they have no code."""
    row = plan.find(id)
    if row is None:
        return None
    return row.code if row.code and row.TABLE != "person" else _unique(plan, row)


def _unique(plan: Plan, row: Row) -> str:
    name = whole_name(plan, row)
    if row.TABLE != "person":
        place = 1 + [other.id for other in plan.table(row.TABLE)].index(row.id)
        return _("No. {number}").format(number=place) if name == _(TABLE_WORDS[row.TABLE]) else name
    full: str = getattr(row, "name", None) or name
    same = sum(other.name == full for other in plan.people)
    return f"{full} ({row.code})" if same > 1 and row.code else full


def shown(plan: Plan, field: Field, value: Any) -> Any:
    """A value of the plan as a sheet holds it; None where it is not known or an empty list."""
    kind = field.kind
    if value is None or value == ():
        return None
    if kind is Kind.MONEY:
        return money.to_major(value, plan.facts.currency)
    if kind is Kind.MONTH:
        return month_start(value)
    if kind is Kind.DAY:
        return months.parse_day(value) or value
    if kind is Kind.YES_NO:
        return yes_no(value)
    if kind is Kind.CHOICE:
        return word(value)
    if kind is Kind.CHOICES:
        return ", ".join(word(each) for each in value)
    if kind is Kind.LINK:
        return called(plan, value)
    if kind is Kind.LINKS:
        return ", ".join(name for id in value if (name := called(plan, id))) or None
    if kind is Kind.TEXTS:
        return "; ".join(filter(None, value)) or None
    if kind is Kind.NUMBERS:
        return "; ".join(f"{each:.10g}" for each in value)
    if kind is Kind.SERIES:
        return "; ".join(f"{period}: {amount:.10g}" for period, amount in value)
    return value
