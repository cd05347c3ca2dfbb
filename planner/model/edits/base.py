"""What an edit is, and how it writes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Protocol

from planner.i18n import _
from planner.model.codec import Stored, Unstorable, encode_value, stored_fields
from planner.model.fields import RowId
from planner.model.plan import Plan
from planner.model.rows.base import Row
from planner.model.words import shorten


class EditRefused(Exception):
    """An edit that the plan does not take; the message is one plain sentence that says what to do."""


@contextmanager
def refusing() -> Iterator[None]:
    """Raise EditRefused for a value that its field cannot hold."""
    try:
        yield
    except Unstorable as error:
        value = ascii(error.value) if isinstance(error.value, str) else str(error.value)
        text = _("“{field}” cannot hold {value}.")
        raise EditRefused(text.format(field=_(error.field.label), value=shorten(value))) from error


def stored_values(table: str, values: Mapping[str, Any]) -> dict[str, Stored]:
    """Some fields of a row as they are stored.

    Raises EditRefused for fields that rows of this table do not have, and for values that their fields cannot hold.
    """
    fields = stored_fields(table)
    for name in values:
        if name == "id" or name not in fields:
            raise EditRefused(_("No row of this kind has a field “{name}”.").format(name=name))
    with refusing():
        return {name: encode_value(fields[name], value) for name, value in values.items()}


class Writer(Protocol):
    """What an edit may do. ``plan`` is the plan as it stands after what the edit has written so far."""

    @property
    def plan(self) -> Plan: ...

    def put(self, rows: Iterable[Row]) -> None:
        """Add these rows, or replace those that have the same id."""

    def update(self, table: str, id: RowId, **values: Any) -> None:
        """Set some fields of one row. Raises EditRefused where the row is gone."""

    def delete(self, table: str, ids: Iterable[RowId]) -> None:
        """Take rows out."""


class Edit(Protocol):
    """One gesture of a user."""

    def label(self, plan: Plan) -> str:
        """What it does, in the user's words, for the plan before it."""
        ...

    def run(self, write: Writer) -> None:
        """Do it. Raises EditRefused where the plan does not take it; nothing is written then."""
        ...

    def merges_with(self) -> str | None:
        """A key: quick successive edits of one author with the same key are one step of undo; None: never."""
        ...
