"""A whole plan moved along the calendar: every month and every day of it, cells of grids included."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from typing import Any

from planner.model.fields import Day, Field, Kind, Month, fields_of
from planner.model.ids import cell_id
from planner.model.plan import CELLS, TABLES, Plan, Row, Rows, row_class

_MONTH = re.compile(r"(\d{4})-(\d{2})")
_QUARTER = re.compile(r"(\d{4})-Q([1-4])")


def later_month(month: Month, months: int) -> Month:
    """'2027-11' two months on is '2028-01'; what is no month stays as it is."""
    found = _MONTH.fullmatch(month)
    if found is None:
        return month
    year, place = divmod(int(found[1]) * 12 + int(found[2]) - 1 + months, 12)
    return f"{year:04d}-{place + 1:02d}"


def later_day(day: Day, months: int) -> Day:
    """'2027-01-31' a month on is '2027-02-28'; what is no day stays as it is."""
    month, number = later_month(day[:7], months), day[8:10]
    if _MONTH.fullmatch(day[:7]) is None or not number.isdecimal():
        return day
    most = monthrange(int(month[:4]), int(month[5:]))[1]
    return f"{month}-{min(int(number), most):02d}"


def later_period(period: str, months: int) -> str:
    """A month, or a quarter where whole quarters are moved: '2027-Q1' twelve months on is '2028-Q1'."""
    found = _QUARTER.fullmatch(period)
    if found is None or months % 3:
        return later_month(period, months)
    year, place = divmod(int(found[1]) * 4 + int(found[2]) - 1 + months // 3, 4)
    return f"{year:04d}-Q{place + 1}"


def later_plan(plan: Plan, months: int) -> Plan:
    """The plan with every month and day so many months later, or earlier where that is negative."""
    moved = {}
    for table in TABLES:
        dated = [
            field
            for field in fields_of(row_class(table)).values()
            if field.kind in (Kind.MONTH, Kind.DAY, Kind.SERIES)
        ]
        if dated and len(plan.table(table)):
            moved[table] = Rows([_later(row, dated, months) for row in plan.table(table)])
    return plan.with_tables(moved)


def _later(row: Row, dated: list[Field], months: int) -> Row:
    values: dict[str, Any] = {}
    for field in dated:
        value = getattr(row, field.name)
        if field.kind is Kind.SERIES:
            values[field.name] = tuple((later_period(period, months), figure) for period, figure in value)
        elif value:
            move = later_month if field.kind is Kind.MONTH else later_day
            values[field.name] = move(value, months)
    after = replace(row, **values)
    if row.TABLE in CELLS:
        keys = [str(getattr(after, name)) for name in CELLS[row.TABLE]]
        return replace(after, id=cell_id(row.TABLE, *keys))
    return after
