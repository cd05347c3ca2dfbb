"""The worked example many times over in one plan: every table grows, and every link stays within its copy."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from planner.model.fields import Kind
from planner.model.plan import SINGLETONS, TABLES, Plan, Row, Rows, fields_of

_ONCE = (*SINGLETONS, "stage", "rate", "prior_month")
"""Tables that belong to the whole plan."""


def many(plan: Plan, copies: int) -> Plan:
    """So many copies of the rows of a plan; what belongs to the whole plan is there once."""
    return Plan(
        {
            name: plan.table(name)
            if name in _ONCE
            else Rows([_copy(row, number) for number in range(copies) for row in plan.table(name)])
            for name in TABLES
        }
    )


def _copy(row: Row, number: int) -> Row:
    values: dict[str, Any] = {"id": f"{row.id}-{number}"}
    if row.code:
        values["code"] = f"{row.code}-{number}"
    for field in fields_of(type(row)).values():
        value = getattr(row, field.name)
        points = field.kind in (Kind.LINK, Kind.LINKS) and field.target not in _ONCE
        if not value or not (points or (row.TABLE, field.name) == ("dot", "item")):
            continue
        many_ids = field.kind is Kind.LINKS
        values[field.name] = tuple(f"{id}-{number}" for id in value) if many_ids else f"{value}-{number}"
    return replace(row, **values)
