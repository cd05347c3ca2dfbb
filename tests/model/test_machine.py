"""A machine that tries to break the journal: random edits on every table, undo, redo, close and reopen."""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from planner.model import database
from planner.model.changes import Author
from planner.model.edits import AddRow, DeleteRows, MoveRow, SetFields
from planner.model.fields import Kind, fields_of
from planner.model.journal import Journal
from planner.model.tables import CELLS, SINGLETONS, TABLES, row_class
from tests.model.strategies import MONTHS, values

ROWS = [table for table in TABLES if table not in SINGLETONS]
AUTHORS = st.sampled_from([Author("Ines"), Author("Marten")])


class JournalMachine(RuleBasedStateMachine):
    """The model is a list of plans, one for each step; the journal has to agree with it at any time."""

    @initialize()
    def start(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.database = Path(self.folder.name) / "plan.db"
        self.now = datetime(2026, 11, 16, tzinfo=UTC)
        self.connection = database.connect(self.database)
        database.create_tables(self.connection, {})
        database.guard(self.connection)
        self.journal = Journal(self.connection)
        self.done = [self.journal.plan]
        self.undone: list[object] = []
        self.states = [self.journal.plan]

    def teardown(self) -> None:
        if hasattr(self, "connection"):
            self.connection.close()
            self.connection.engine.dispose()
            self.folder.cleanup()

    def apply(self, edit: object, author: Author) -> None:
        self.now += timedelta(seconds=10)
        if self.journal.apply(edit, author, self.now) is not None:
            self.done.append(self.journal.plan)
            self.undone.clear()
            self.states.append(self.journal.plan)

    def pick(self, data: st.DataObject, table: str) -> str | None:
        ids = [row.id for row in self.journal.plan.table(table)]
        return data.draw(st.sampled_from(ids)) if ids else None

    def value(self, data: st.DataObject, table: str, name: str) -> object:
        field = fields_of(row_class(table))[name]
        if field.kind is Kind.LINK and field.target:
            return self.pick(data, field.target)
        if field.kind is Kind.LINKS:
            id = self.pick(data, field.target)
            return (id,) if id else ()
        return data.draw(values(field))

    @rule(data=st.data(), table=st.sampled_from(ROWS), author=AUTHORS)
    def add(self, data: st.DataObject, table: str, author: Author) -> None:
        given: dict[str, object] = {}
        for key in CELLS.get(table, ()):
            given[key] = data.draw(MONTHS) if key == "month" else self.value(data, table, key)
        if None not in given.values():
            self.apply(AddRow(table, given), author)

    @rule(data=st.data(), table=st.sampled_from(TABLES), author=AUTHORS)
    def set(self, data: st.DataObject, table: str, author: Author) -> None:
        name = data.draw(st.sampled_from(list(fields_of(row_class(table)))))
        id = SINGLETONS.get(table) or self.pick(data, table)
        if id and name not in CELLS.get(table, ()):
            self.apply(SetFields(table, id, {name: self.value(data, table, name)}), author)

    @rule(data=st.data(), table=st.sampled_from(ROWS), author=AUTHORS)
    def delete(self, data: st.DataObject, table: str, author: Author) -> None:
        if id := self.pick(data, table):
            self.apply(DeleteRows(table, (id,)), author)

    @rule(data=st.data(), table=st.sampled_from(ROWS), author=AUTHORS)
    def move(self, data: st.DataObject, table: str, author: Author) -> None:
        if id := self.pick(data, table):
            self.apply(MoveRow(table, id, before=self.pick(data, table)), author)

    @precondition(lambda self: len(self.done) > 1)
    @rule(author=AUTHORS)
    def undo(self, author: Author) -> None:
        self.journal.undo(author, self.now)
        self.undone.append(self.done.pop())
        self.states.append(self.journal.plan)

    @precondition(lambda self: self.undone)
    @rule(author=AUTHORS)
    def redo(self, author: Author) -> None:
        self.journal.redo(author, self.now)
        self.done.append(self.undone.pop())
        self.states.append(self.journal.plan)

    @rule()
    def reopen(self) -> None:
        self.connection.close()
        self.connection.engine.dispose()
        self.connection = database.connect(self.database)
        database.guard(self.connection)
        self.journal = Journal(self.connection)

    @rule(data=st.data())
    def look_back(self, data: st.DataObject) -> None:
        seq = data.draw(st.integers(0, self.journal.seq))
        assert self.journal.plan_at(seq) == self.states[seq]

    @invariant()
    def agrees(self) -> None:
        if hasattr(self, "journal"):
            assert self.journal.plan == self.done[-1]
            assert self.journal.seq == len(self.states) - 1
            assert (self.journal.undo_record is None) == (len(self.done) == 1)
            assert (self.journal.redo_record is None) == (not self.undone)


JournalMachine.TestCase.settings = settings(
    max_examples=40, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
)
TestJournal = JournalMachine.TestCase
