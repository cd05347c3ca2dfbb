"""One edit = one transaction = one line of history. The only place that begins a write.

The database keeps the journal itself: temporary triggers copy each row before and after (``schema.guards``). Undo
is an edit that puts back the rows as they were before; redo puts back what the undo took. Both are in the history
and so survive closing the file.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import cache
from itertools import groupby
from operator import attrgetter
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, Update, bindparam, delete, func, insert, select, text, update

from planner.i18n import _
from planner.model import schema
from planner.model.changes import Author, Change, EditRecord, RowChange, Touched
from planner.model.codec import decode, encode
from planner.model.earlier import Earlier
from planner.model.edits.base import Edit, EditRefused, refusing, stored_values
from planner.model.fields import RowId
from planner.model.plan import Plan
from planner.model.reader import read_tables, row_from
from planner.model.rows.base import Row
from planner.model.touches import Touches

_SEQ = attrgetter("seq")
MERGE_WITHIN = timedelta(seconds=3)

_INSERT_EDIT = insert(schema.edit)
_OPEN = text("INSERT INTO writing (edit_id) VALUES (:id)")
_CLOSE = text("DELETE FROM writing")
_TOUCH = update(schema.edit).where(schema.edit.c.id == bindparam("edit_id"))
_INSERTS = {name: insert(table) for name, table in schema.PLAN_TABLES.items()}
_DELETES = {name: delete(table).where(table.c.id == bindparam("row")) for name, table in schema.PLAN_TABLES.items()}


@cache
def _update(table: str, names: tuple[str, ...]) -> Update:
    """The statement that sets these columns of one row; made once, because making it costs more than running it."""
    of = schema.PLAN_TABLES[table]
    return update(of).where(of.c.id == bindparam("row")).values({name: bindparam(name) for name in names})


class Journal:
    """The plan in a guarded database, and everything that ever happened to it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.plan = read_tables(lambda sql: connection.exec_driver_sql(sql).all())
        self._undo: list[EditRecord] = []
        self._redo: list[EditRecord] = []
        self._last_key: str | None = None
        self._last: EditRecord | None = None
        self._history: list[EditRecord] = []
        for record in self._records():
            self._stack(record)
        connection.rollback()

    @property
    def seq(self) -> int:
        """The number of the last edit; 0 for a plan nothing happened to."""
        return self._last.seq if self._last else 0

    @property
    def undo_record(self) -> EditRecord | None:
        """What undo would undo."""
        return next(reversed(self._undo), None)

    @property
    def redo_record(self) -> EditRecord | None:
        """What redo would bring back."""
        return next(reversed(self._redo), None)

    def apply(self, edit: Edit, author: Author, now: datetime) -> Change | None:
        """Do an edit. Returns what changed, or None where that was nothing (there is no history of nothing).

        Raises EditRefused, or the database's error; in both cases nothing has changed.
        """
        key = edit.merges_with()
        merged = self._merges(key, author, now)
        label = edit.label(self.plan).encode(errors="replace").decode()  # it may quote a file name that is no text
        with self._writing(merged, author, label, now, "edit", None) as (record, write):
            edit.run(write)
        if not write.changed:
            return None
        self._last_key = key
        return self._done(record, author, write)

    def undo(self, author: Author, now: datetime) -> Change | None:
        """Put back what was before the last edit; None where there is nothing to undo."""
        return self._turn_back(self.undo_record, "undo", author, now)

    def redo(self, author: Author, now: datetime) -> Change | None:
        """Bring back the last thing undone; None where there is nothing to redo."""
        return self._turn_back(self.redo_record, "redo", author, now)

    def seal(self) -> None:
        """What happened so far has left this database: from here on nothing is merged into the last edit."""
        self._last_key = None

    def history(self, after: int = 0) -> list[EditRecord]:
        """The edits after the one with this number, oldest first."""
        return self._history[bisect_right(self._history, after, key=_SEQ) :]

    def plan_at(self, seq: int) -> Plan:
        """The plan as it stood after the edit with this number (0: as it was before any)."""
        return self.earlier(seq).plan()

    def earlier(self, seq: int) -> Earlier:
        """What it takes to make the plan as it stood after the edit with this number."""
        change, edit = schema.change.c, schema.edit.c
        later = (
            select(change.table, change.row_id, change.before)
            .join(schema.edit, edit.id == change.edit_id)
            .where(edit.seq > seq)
            .order_by(edit.seq.desc(), change.n.desc())
        )
        images = {(row.table, row.row_id): row.before for row in self._connection.execute(later)}
        self._connection.rollback()
        return Earlier(self.plan, images)

    def touches(self, after: int) -> Touches:
        """Who changed which field last, in the edits after the one with this number."""
        change, edit = schema.change.c, schema.edit
        columns = [edit.c[name] for name in EditRecord.FIELDS]
        wanted = (
            select(change.table, change.row_id, change.before, change.after, *columns)
            .join(edit, edit.c.id == change.edit_id)
            .where(edit.c.seq > after)
            .order_by(edit.c.seq, change.n)
        )
        found = Touches((EditRecord(*row[4:]), *row[:4]) for row in self._connection.execute(wanted))
        self._connection.rollback()
        return found

    def touched(self, after: int = 0) -> list[Touched]:
        """Which tables each edit after the one with this number wrote to, with how many rows, oldest first."""
        change, edit = schema.change.c, schema.edit.c
        counted = (
            select(edit.seq, change.table, func.count(func.distinct(change.row_id)), func.min(change.row_id))
            .join(schema.edit, edit.id == change.edit_id)
            .where(edit.seq > after)
            .group_by(edit.seq, change.table)
            .order_by(edit.seq)
        )
        found = [Touched._make(row) for row in self._connection.execute(counted)]
        self._connection.rollback()
        return found

    def last_touch(self, after: int, upto: int) -> dict[tuple[str, RowId], int]:
        """For each row that edits after the one number up to the other wrote to: the last of these edits."""
        change, edit = schema.change.c, schema.edit.c
        last = (
            select(change.table, change.row_id, func.max(edit.seq))
            .join(schema.edit, edit.id == change.edit_id)
            .where(edit.seq > after, edit.seq <= upto)
            .group_by(change.table, change.row_id)
        )
        found = {(table, id): seq for table, id, seq in self._connection.execute(last)}
        self._connection.rollback()
        return found

    def rows_of(self, edit_id: str) -> tuple[RowChange, ...]:
        """The rows that one edit changed, each as it was before and after the whole edit."""
        found = self._rows_of(edit_id)
        self._connection.rollback()
        return found

    def size_of(self, edit_id: str) -> int:
        """How many images of rows one edit has left, which is as many as it has written at the least."""
        change = schema.change.c
        found = self._connection.execute(select(func.max(change.n)).where(change.edit_id == edit_id)).scalar()
        self._connection.rollback()
        return int(found or 0)

    def edits_of(self, row_id: RowId) -> set[str]:
        """The ids of the edits that wrote to one row."""
        change = schema.change.c
        found = set(self._connection.execute(select(change.edit_id).where(change.row_id == row_id)).scalars())
        self._connection.rollback()
        return found

    def _rows_of(self, edit_id: str) -> tuple[RowChange, ...]:
        """The rows that one edit changed, each as it was before and after the whole edit."""
        change = schema.change.c
        wanted = (
            select(change.table, change.row_id, change.before, change.after)
            .where(change.edit_id == edit_id)
            .order_by(change.n)
        )
        first: dict[tuple[str, str], str | None] = {}
        last: dict[tuple[str, str], str | None] = {}
        for row in self._connection.execute(wanted):
            first.setdefault((row.table, row.row_id), row.before)
            last[row.table, row.row_id] = row.after
        return tuple(
            RowChange(table, id, row_from(table, before), row_from(table, last[table, id]))
            for (table, id), before in first.items()
        )

    def _turn_back(self, target: EditRecord | None, kind: str, author: Author, now: datetime) -> Change | None:
        if target is None:
            return None
        with self._writing(None, author, target.label, now, kind, target.id) as (record, write):
            for (table, gone), rows in groupby(self._rows_of(target.id), key=_table_and_gone):
                if gone:
                    write.delete(table, [row.id for row in rows])
                else:
                    write.put(row.before for row in rows if row.before is not None)
        self._last_key = None
        return self._done(record, author, write)

    def _merges(self, key: str | None, author: Author, now: datetime) -> EditRecord | None:
        last = self._last
        if key is None or key != self._last_key or last is None or last.kind != "edit":
            return None
        # A clock that has been set back tells nothing about how quickly one followed the other.
        recent = timedelta(0) <= now - datetime.fromisoformat(last.at) <= MERGE_WITHIN
        return last if recent and (last.author, last.author_id) == (author.name, author.id) else None

    @contextmanager
    def _writing(
        self, merged: EditRecord | None, author: Author, label: str, now: datetime, kind: str, undoes: str | None
    ) -> Iterator[tuple[EditRecord, _Writing]]:
        at = now.isoformat(timespec="milliseconds")
        seq, id = (merged.seq, merged.id) if merged else (self.seq + 1, str(uuid4()))
        record = EditRecord(seq, id, at, author.name, author.id, label, kind, undoes)
        write = _Writing(self._connection, self.plan)
        try:
            if merged:
                self._connection.execute(_TOUCH, {"edit_id": id, "at": at, "label": label})
            else:
                values = {name: getattr(record, name) for name in EditRecord.FIELDS}
                self._connection.execute(_INSERT_EDIT, values)
            self._connection.execute(_OPEN, {"id": id})
            yield record, write
            self._connection.execute(_CLOSE)
            if write.changed or undoes:  # undoing quick edits that led back to their start changes nothing either
                self._connection.commit()
            else:
                self._connection.rollback()
        except BaseException:
            self._connection.rollback()
            # After a commit that failed (a link to nothing, a full disk) SQLAlchemy holds the transaction for ended,
            # while SQLite keeps it open and would refuse every edit from then on.
            self._connection.connection.rollback()
            raise

    def _done(self, record: EditRecord, author: Author, write: _Writing) -> Change:
        before = self.plan
        self.plan = write.plan
        if self._last is None or self._last.id != record.id:
            self._stack(record)
        else:
            self._last = self._undo[-1] = self._history[-1] = record
        rows = tuple(
            RowChange(table, id, before.table(table).get(id), self.plan.table(table).get(id))
            for table, id in write.changed
        )
        return Change(record.seq, record.id, record.label, record.kind, author, rows)

    def _stack(self, record: EditRecord) -> None:
        self._last = record
        self._history.append(record)
        if record.kind == "undo":
            self._undo.pop()
            self._redo.append(record)
        elif record.kind == "redo":
            self._redo.pop()
            self._undo.append(record)
        else:
            self._undo.append(record)
            self._redo.clear()

    def _records(self) -> Iterator[EditRecord]:
        edit = schema.edit
        columns = [edit.c[name] for name in EditRecord.FIELDS]
        for row in self._connection.execute(select(*columns).order_by(edit.c.seq)):
            yield EditRecord(*row)


def _table_and_gone(row: RowChange) -> tuple[str, bool]:
    """What rows that go back to what they were have in common that are written at once."""
    return row.table, row.before is None


class _Writing:
    """What an edit writes through, inside its transaction. Keeps the plan in step with the tables."""

    def __init__(self, connection: Connection, plan: Plan) -> None:
        self._connection = connection
        self.plan = plan
        self.changed: dict[tuple[str, RowId], None] = {}

    def put(self, rows: Iterable[Row]) -> None:
        by_table: dict[str, dict[RowId, dict[str, Any]]] = {}
        with refusing():
            for row in rows:
                by_table.setdefault(row.TABLE, {})[row.id] = encode(row)
        for table, stored in by_table.items():
            known = self.plan.table(table)
            new = [values for id, values in stored.items() if id not in known]
            if new:
                self._connection.execute(_INSERTS[table], new)
            for id, values in stored.items():
                if id in known:
                    self._set(table, id, values)
            self._note(table, {id: decode(table, values) for id, values in stored.items()})

    def update(self, table: str, id: RowId, **values: Any) -> None:
        row = self.plan.table(table).get(id)
        if row is None:
            raise EditRefused(_("This row is no longer in the plan."))
        if not values:
            return
        stored = stored_values(table, values)
        self._set(table, id, stored)
        self._note(table, {id: decode(table, {**encode(row), **stored})})

    def delete(self, table: str, ids: Iterable[RowId]) -> None:
        gone = [id for id in ids if id in self.plan.table(table)]
        if gone:
            self._connection.execute(_DELETES[table], [{"row": id} for id in gone])
            self._note(table, dict.fromkeys(gone))

    def _set(self, table: str, id: RowId, values: dict[str, Any]) -> None:
        self._connection.execute(_update(table, tuple(values)), {"row": id, **values})

    def _note(self, table: str, rows: dict[RowId, Any]) -> None:
        before = self.plan.table(table)
        changed = {id: row for id, row in rows.items() if before.get(id) != row}
        if changed:
            self.plan = self.plan.with_tables({table: before.with_changes(changed)})
            self.changed.update(dict.fromkeys((table, id) for id in changed))
