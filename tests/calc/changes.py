"""Small changes to a plan for tests: one field of one row, a row more, a row less."""

from dataclasses import replace
from typing import Any

from planner.model.plan import Plan
from planner.model.tables import SINGLETONS, TABLES, row_class
from tests.calc.checking import check

Found = set[tuple[str, str]]


def with_row(plan: Plan, table: str, code: str, **values: Any) -> Plan:
    """The plan with fields of one row changed; links are given as codes of their rows."""
    rows = plan.table(table)
    row = rows.by_code(code)
    assert row is not None, code
    return plan.with_tables({table: rows.with_changes({row.id: replace(row, **values)})})


def with_single(plan: Plan, table: str, **values: Any) -> Plan:
    """The plan with fields of its facts or its funnel changed."""
    rows = plan.table(table)
    row = rows.get(SINGLETONS[table]) or row_class(table)(id=SINGLETONS[table])
    return plan.with_tables({table: rows.with_changes({row.id: replace(row, **values)})})


def with_new(plan: Plan, table: str, **values: Any) -> Plan:
    """The plan with one row more, at the end of its table."""
    made = row_class(table)(**{"id": f"new-{table}-{len(plan.table(table))}", "position": 9999, **values})
    return plan.with_tables({table: plan.table(table).with_changes({made.id: made})})


def without(plan: Plan, table: str, *codes: str) -> Plan:
    """The plan without these rows."""
    rows = plan.table(table)
    gone = {row.id: None for code in codes if (row := rows.by_code(code)) is not None}
    return plan.with_tables({table: rows.with_changes(gone)})


def id_of(plan: Plan, code: str) -> str:
    """The id of the row with this code."""
    found = next((row.id for name in TABLES if (row := plan.table(name).by_code(code)) is not None), None)
    assert found is not None, code
    return found


def new_findings(plan: Plan, before: Plan, gate: str = "K3", as_of: str | None = None) -> Found:
    """What is found in a plan and was not in the one before."""
    return found(plan, gate, as_of) - found(before, gate, as_of)


def linked(plan: Plan, field: str, code: str, other: str) -> Plan:
    """An input and an activity or material linked on both sides; ``field`` names the side of the input."""
    table = {"activities": "activity", "materials": "material"}[field]
    row, answer = plan.sales_inputs.by_code(code), plan.table(table).by_code(other)
    assert row is not None
    assert answer is not None
    plan = with_row(plan, "sales_input", code, **{field: (*getattr(row, field), answer.id)})
    return with_row(plan, table, other, sales_inputs=(*answer.sales_inputs, row.id))


def found(plan: Plan, gate: str | None = "K3", as_of: str | None = None) -> Found:
    """Rule and object of every finding, the quiet ones included."""
    return {finding.fingerprint for finding in check(plan, gate, as_of)}
