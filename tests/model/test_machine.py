"""A machine that tries to break the journal: random edits on every table, undo, redo, close and reopen."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from planner.model import database
from planner.model.changes import Author
from planner.model.codec import stored_fields
from planner.model.document import Document
from planner.model.edits import AddRow, DeleteRows, EditRefused, MoveRow, PutRows, ReplacePlan, SetFields
from planner.model.edits.takeback import TakeBack, obstacle
from planner.model.fields import Kind, fields_of
from planner.model.journal import Journal
from planner.model.reader import read_file
from planner.model.tables import CELLS, SINGLETONS, TABLES, row_class
from tests.model.strategies import MONTHS, values

ROWS = [table for table in TABLES if table not in SINGLETONS]
AUTHORS = st.sampled_from([Author("Ines"), Author("Marten")])


def links(row: object) -> set[str]:
    """The ids that a row refers to and that the database insists on."""
    declared = [field for field in fields_of(type(row)).values() if field.kind is Kind.LINK and field.target]
    return {id for field in declared if (id := getattr(row, field.name))}


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

    def apply(self, edit: object, author: Author, after: float = 10) -> None:
        """Apply it so many seconds after the last edit; quick ones may join the last step, but nothing else may."""
        self.now += timedelta(seconds=after)
        steps = self.journal.seq
        if self.journal.apply(edit, author, self.now) is None:
            return
        if self.journal.seq == steps:
            assert 0 <= after <= 3
            assert not self.undone
            self.done[-1] = self.states[-1] = self.journal.plan
            return
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

    @rule(data=st.data(), table=st.sampled_from(TABLES), author=AUTHORS, after=st.sampled_from([-5, 0, 1, 10]))
    def set(self, data: st.DataObject, table: str, author: Author, after: float) -> None:
        name = data.draw(st.sampled_from(list(fields_of(row_class(table)))))
        id = SINGLETONS.get(table) or self.pick(data, table)
        if id and name not in CELLS.get(table, ()):
            for _time in range(data.draw(st.integers(1, 3))):
                self.apply(SetFields(table, id, {name: self.value(data, table, name)}), author, after)

    @rule(data=st.data(), author=AUTHORS)
    def put(self, data: st.DataObject, author: Author) -> None:
        """Rows of an earlier state once more, as an import brings them, as far as what they refer to is there."""
        earlier = list(self.states[data.draw(st.integers(0, len(self.states) - 1))].rows())
        rows = data.draw(st.permutations(earlier)) if earlier else []
        known = {row.id for row in self.journal.plan.rows()} | {row.id for row in rows}
        self.apply(PutRows(tuple(row for row in rows if links(row) <= known), "Import"), author)

    @rule(data=st.data(), author=AUTHORS)
    def replace_plan(self, data: st.DataObject, author: Author) -> None:
        other = self.states[data.draw(st.integers(0, len(self.states) - 1))]
        self.apply(ReplacePlan(other, "Import another plan"), author)
        assert self.journal.plan == other

    @precondition(lambda self: self.journal.seq)
    @rule(data=st.data(), author=AUTHORS)
    def take_back(self, data: st.DataObject, author: Author) -> None:
        """One edit out of the middle: exactly what it changed is as before, or nothing at all has happened."""
        record = data.draw(st.sampled_from(self.journal.history()))
        rows, before = self.journal.rows_of(record.id), self.journal.plan
        edit = TakeBack(rows, record.label)
        if obstacle(before, rows):
            with pytest.raises(EditRefused):
                self.apply(edit, author)
            assert self.journal.plan == before
            return
        self.apply(edit, author)
        for row in rows:
            now = self.journal.plan.table(row.table).get(row.id)
            if row.before is None or row.after is None:
                back = None if row.before is None else replace(row.before, code=now.code if now else None)
                assert now == back or row.id in SINGLETONS.values()
            else:
                found = before.table(row.table)[row.id]
                for name in stored_fields(row.table):
                    was, made = getattr(row.before, name), getattr(row.after, name)
                    assert getattr(now, name) == (was if was != made else getattr(found, name))
        mine = {(row.table, row.id) for row in rows}
        for table in TABLES:
            for other in self.journal.plan.table(table):
                assert (table, other.id) in mine or other is before.table(table)[other.id]

    @rule(author=AUTHORS)
    def back_to_the_start_and_on_to_the_end(self, author: Author) -> None:
        for _step in self.done[1:]:
            self.undo(author)
            assert self.journal.plan == self.done[-1]
        assert self.journal.undo(author, self.now) is None
        while self.undone:
            self.redo(author)
            assert self.journal.plan == self.done[-1]
        assert self.journal.redo(author, self.now) is None

    @rule(data=st.data(), table=st.sampled_from(ROWS), author=AUTHORS)
    def delete(self, data: st.DataObject, table: str, author: Author) -> None:
        ids = {self.pick(data, table) for _time in range(data.draw(st.integers(1, 3)))} - {None}
        if ids:
            self.apply(DeleteRows(table, tuple(ids)), author)
            assert not any(id in self.journal.plan.table(table) for id in ids)

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


class DocumentMachine(JournalMachine):
    """The same through a document: what is published is what the program shows, and what opens again."""

    @initialize()
    def start(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.file, self.state = Path(self.folder.name) / "plan.cgplan", Path(self.folder.name) / "state"
        self.now = datetime(2026, 11, 16, tzinfo=UTC)
        self.use(Document.create(self.file, now=lambda: self.now, author=Author("Ines"), state_dir=self.state))
        self.done = [self.journal.plan]
        self.undone: list[object] = []
        self.states = [self.journal.plan]

    def use(self, document: Document) -> None:
        self.document, self.journal = document, document._journal

    def teardown(self) -> None:
        if hasattr(self, "document"):
            self.document.close()
            self.folder.cleanup()

    @rule()
    def publish(self) -> None:
        self.document.publish()
        assert not self.document.needs_publish
        assert read_file(self.file) == self.journal.plan

    @rule()
    def reopen(self) -> None:
        self.document.close()
        assert read_file(self.file) == self.done[-1]
        self.use(Document.open(self.file, now=lambda: self.now, state_dir=self.state))


JournalMachine.TestCase.settings = settings(
    max_examples=40, stateful_step_count=30, suppress_health_check=list(HealthCheck)
)
TestJournal = JournalMachine.TestCase
DocumentMachine.TestCase.settings = settings(JournalMachine.TestCase.settings, max_examples=10)
TestDocument = DocumentMachine.TestCase
