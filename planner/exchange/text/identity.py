"""Ids for rows of a text that names none: the same text gives the same ids, read as often as one likes."""

from __future__ import annotations

from uuid import NAMESPACE_OID, uuid5


def derived_id(plan_code: str | None, table: str, name: str) -> str:
    """The id that follows from the plan, the table and the name of the row in the text."""
    return str(uuid5(NAMESPACE_OID, f"{plan_code or ''}/{table}/{name}"))
