"""Taking back one edit out of the middle of the history, without what came after it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from planner.i18n import _
from planner.model.changes import RowChange
from planner.model.codec import stored_fields
from planner.model.edits.base import EditRefused, Writer
from planner.model.fields import Field, Kind, RowId
from planner.model.ids import next_code
from planner.model.plan import Plan, fields_of, row_class
from planner.model.rows.base import Row
from planner.model.tables import CELLS, SINGLETONS
from planner.model.words import name_of, say


@dataclass(frozen=True)
class TakeBack:
    """Put back what one edit changed, where nothing that came later stands on it.

    ``rows`` are the rows as that edit found and left them, ``said`` is its label. Refused as a whole where a field
    was changed again since, where a row that it added is in use, and where a row that it deleted would hang in the
    air.
    """

    rows: tuple[RowChange, ...]
    said: str

    def label(self, plan: Plan) -> str:
        return _("Take back “{what}”").format(what=self.said)

    def run(self, write: Writer) -> None:
        if reason := obstacle(write.plan, self.rows):
            raise EditRefused(reason)
        for row in self.rows:
            if row.before is None and row.id not in SINGLETONS.values():
                write.delete(row.table, [row.id])
        for row in self.rows:
            if row.before is None:
                continue
            if row.after is None:
                write.put([_fit(write.plan, row.before)])
            else:
                write.update(row.table, row.id, **_restored(row.before, row.after))

    def merges_with(self) -> str | None:
        return None


def obstacle(plan: Plan, rows: tuple[RowChange, ...]) -> str:
    """Why an edit can no longer be taken back by itself, in a sentence; empty where it can."""
    return next(_obstacles(plan, rows), "")


def _obstacles(plan: Plan, rows: tuple[RowChange, ...]) -> Iterator[str]:
    if all(_as_before(plan, row) for row in rows):
        yield _("It stands no longer in the plan as it was made, so there is nothing to take back.")
    yield from _in_use(plan, rows)
    added = {row.id for row in rows if row.before is None}
    returning = {row.id: row.before for row in rows if row.before is not None and row.after is None}
    for row in rows:
        now = plan.table(row.table).get(row.id)
        name = name_of(plan, now or row.after or row.before)  # type: ignore[arg-type]
        if row.after is None:
            if now is not None:
                yield _("“{name}” is back in the plan already.").format(name=name)
            yield from _hanging(plan, row.before, returning, added)
        elif now is None:
            yield _("“{name}” is no longer in the plan.").format(name=name)
        elif row.before is None:
            if _content(now) != _content(row.after):
                yield _("“{name}” has been changed since. Delete it instead.").format(name=name)
        else:
            for field, value in _restored(row.before, row.after).items():
                if getattr(now, field) != getattr(row.after, field):
                    said = _("{field} of “{name}” has been changed since, to {value}. Set it there.")
                    words = say(plan, fields_of(row_class(row.table)).get(field), getattr(now, field))
                    yield said.format(field=_label(row.table, field), name=name, value=words)
                yield from _hanging_value(plan, row.table, field, value, returning, added)


def restored_words(plan: Plan, rows: tuple[RowChange, ...]) -> str:
    """What taking it back restores, in words: "restores 48", "takes out Trade fair", "brings back 3 rows"."""
    if len(rows) == 1:
        (row,) = rows
        if row.before is None and row.after is not None:
            return _("takes out “{name}”").format(name=name_of(plan, row.after))
        if row.after is None and row.before is not None:
            return _("brings back “{name}”").format(name=name_of(plan, row.before))
        assert row.before is not None and row.after is not None
        values = _restored(row.before, row.after)
        if len(values) == 1:
            ((name, value),) = values.items()
            field = fields_of(row_class(row.table)).get(name)
            return _("restores {value}").format(value=say(plan, field, value))
    return _("restores {n} rows").format(n=len(rows)) if len(rows) > 1 else _("restores what was there")


def _as_before(plan: Plan, row: RowChange) -> bool:
    now = plan.table(row.table).get(row.id)
    if row.before is None or now is None or row.after is None:
        return now == row.before
    return all(getattr(now, field) == value for field, value in _restored(row.before, row.after).items())


def _restored(before: Row, after: Row) -> dict[str, Any]:
    """The fields that the edit changed, as they were before it."""
    names = [name for name in stored_fields(before.TABLE) if name != "id"]
    return {name: getattr(before, name) for name in names if getattr(before, name) != getattr(after, name)}


def _content(row: Row) -> Row:
    return replace(row, position=0)  # another row may have been moved past it


def _label(table: str, name: str) -> str:
    declared: Mapping[str, Field] = stored_fields(table)
    return _(declared[name].label)


def _links(row: Row) -> Iterator[tuple[Field, RowId]]:
    for field in fields_of(type(row)).values():
        value = getattr(row, field.name)
        if field.kind is Kind.LINK and value:
            yield field, value
        elif field.kind is Kind.LINKS:
            yield from ((field, id) for id in value)


def _in_use(plan: Plan, rows: tuple[RowChange, ...]) -> Iterator[str]:
    """Rows that have come to point at what the edit added."""
    added = {row.id: row.after for row in rows if row.before is None and row.after is not None}
    if not added:
        return
    restored = {
        row.id: _restored(row.before, row.after) for row in rows if row.before is not None and row.after is not None
    }
    for other in plan.rows():
        if other.id in added:
            continue
        stays = replace(other, **restored[other.id]) if other.id in restored else other
        for _field, id in _links(stays):
            if id in added:
                said = _("“{other}” refers to “{name}” by now. Change that first.")
                yield said.format(other=name_of(plan, other), name=name_of(plan, added[id]))
    for dot in plan.dots:
        if dot.item in added and dot.id not in added:
            yield _("There are dots on “{name}” by now.").format(name=name_of(plan, added[dot.item]))


def _hanging(
    plan: Plan, row: Row | None, returning: Mapping[RowId, Row], added: set[RowId]
) -> Iterator[str]:
    """What a row that comes back refers to and that is gone itself."""
    if row is None:
        return
    for field, id in _links(row):
        if not field.target or id in returning:
            continue
        if id in added or plan.table(field.target).get(id) is None:
            said = _("“{name}” belongs to something that is no longer in the plan.")
            yield said.format(name=name_of(plan, row))


def _hanging_value(
    plan: Plan, table: str, name: str, value: Any, returning: Mapping[RowId, Row], added: set[RowId]
) -> Iterator[str]:
    field = fields_of(row_class(table)).get(name)
    if field is None or not field.target or not value:
        return
    for id in value if field.kind is Kind.LINKS else (value,):
        if id not in returning and (id in added or plan.table(field.target).get(id) is None):
            yield _("What {field} was before is no longer in the plan.").format(field=_(field.label))


def _fit(plan: Plan, row: Row) -> Row:
    """The row as it comes back: with a new short code where another row has taken its own meanwhile."""
    taken = row.TABLE not in CELLS and row.code and plan.table(row.TABLE).by_code(row.code) is not None
    return replace(row, code=next_code(plan, row.TABLE) or row.code) if taken else row
