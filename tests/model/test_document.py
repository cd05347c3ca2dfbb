"""A document in its file: what is published, what a failure leaves, and what copies hold."""

from __future__ import annotations

import gzip
import sqlite3
from pathlib import Path

import pytest

from planner.model.changes import Author
from planner.model.compare import compare
from planner.model.document import Document
from planner.model.edits import AddRow, EditRefused, PutRows, SetFields
from planner.model.file.errors import DamagedPlan, DiskFull, PlaceTaken
from planner.model.file.format import FILE_VERSION
from planner.model.ids import new_id, new_row
from planner.model.plan import Plan
from planner.model.reader import read_file, read_history

INES = Author("Ines Varga")


@pytest.fixture
def path(tmp_path) -> Path:
    return tmp_path / "plan.cgplan"


@pytest.fixture
def state(tmp_path) -> Path:
    return tmp_path / "state"


@pytest.fixture
def document(path, state, clock):
    made = Document.create(path, now=clock, author=INES, state_dir=state)
    yield made
    made.close()


def test_an_edit_right_after_publishing_reaches_the_file(path, state, clock):
    """The two are close enough to be one step, but the first is in the file already."""
    document = Document.create(path, now=clock, author=INES, state_dir=state)
    facts = document.plan.facts.id
    document.apply(SetFields("facts", facts, {"title": "Spri"}), INES)
    document.publish()
    clock.pass_(1)
    document.apply(SetFields("facts", facts, {"title": "Spring"}), INES)
    assert document.needs_publish
    document.close()
    assert read_file(path).facts.title == "Spring"


def test_undo_to_the_start_and_redo_to_the_end_past_closing(path, state, clock):
    document = Document.create(path, now=clock, author=INES, state_dir=state)
    plans = [document.plan]
    goal = new_id()
    for edit in (AddRow("goal", {"title": "Win"}, id=goal), SetFields("goal", goal, {"target": 0.1})):
        document.apply(edit, INES)
        plans.append(document.plan)
    for steps in (document.undo, document.redo):
        for _time in range(2):
            steps(INES)
            document.publish()
            assert read_file(path) == document.plan
    document.close()
    document = Document.open(path, now=clock, state_dir=state)
    assert document.plan == plans[-1]
    for plan in reversed(plans[:-1]):
        document.undo(INES)
        assert document.plan == plan
    assert document.undo(INES) is None
    document.close()
    assert read_file(path) == plans[0]
    assert [record.kind for record in read_history(path)] == ["edit"] * 2 + ["undo"] * 2 + ["redo"] * 2 + ["undo"] * 2


def test_a_full_disk_is_one_sentence_and_plan_and_file_stay_the_same(document, path):
    document.apply(AddRow("goal", {"title": "Win"}), INES)
    before = document.plan
    pages = document._connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    document._connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
    document._connection.rollback()
    rows = tuple(new_row(before, "note", text="x" * 5000) for _time in range(50))
    with pytest.raises(DiskFull, match="disk is full") as full:
        document.apply(PutRows(rows, "Import"), INES)
    assert "\n" not in str(full.value)
    assert document.plan == before
    assert document.seq == 1
    document._connection.exec_driver_sql("PRAGMA max_page_count=1000000")
    document._connection.rollback()
    document.apply(PutRows(rows, "Import"), INES)
    document.publish()
    assert read_file(path) == document.plan


def test_a_link_to_a_row_that_is_gone_is_refused_and_the_next_edit_is_not(document):
    document.apply(AddRow("goal", {"title": "Win"}), INES)
    (goal,) = document.plan.goals
    with pytest.raises(EditRefused, match="no longer in the plan"):
        document.apply(SetFields("goal", goal.id, {"parent": new_id()}), INES)
    assert document.plan.goals[goal.id] == goal
    document.apply(SetFields("goal", goal.id, {"title": "Win more"}), INES)
    assert document.seq == 2


def test_a_copy_without_history_holds_no_word_of_what_was_before(document, tmp_path):
    goal = new_id()
    document.apply(AddRow("goal", {"title": "Dismiss the agency quietly"}, id=goal), INES)
    document.apply(SetFields("goal", goal, {"title": "Win"}), Author("Marten Dahl"))
    document.save_copy(tmp_path / "whole.cgplan")
    document.save_copy(tmp_path / "plain.cgplan", with_history=False)
    assert read_file(tmp_path / "whole.cgplan") == read_file(tmp_path / "plain.cgplan") == document.plan
    assert b"Dismiss" in (tmp_path / "whole.cgplan").read_bytes()
    plain = (tmp_path / "plain.cgplan").read_bytes()
    assert not any(word in plain for word in (b"Dismiss", b"Marten", b"Ines"))
    assert read_history(tmp_path / "plain.cgplan") == []


def test_a_new_plan_takes_nobodys_place(path, state, clock):
    path.write_text("mine")
    with pytest.raises(PlaceTaken):
        Document.create(path, now=clock, author=INES, state_dir=state)
    assert path.read_text() == "mine"


@pytest.mark.parametrize(
    "spoil",
    [
        "UPDATE goal SET position = 'first'",
        "UPDATE goal SET title = x'ff00'",
        "UPDATE goal SET target = 'nan'",
        "UPDATE goal SET target = 'many'",
        "UPDATE activity SET goals = '[not json'",
        "UPDATE facts SET envelope = 'a lot'",
        "INSERT INTO edit VALUES ('x', 99, '2026', 'me', NULL, 'x', 'redo', NULL)",
    ],
)
def test_values_that_no_plan_holds_are_damage_and_nothing_stays_taken(path, state, clock, spoil):
    plan = Plan()
    goal, activity = new_row(plan, "goal", title="Win"), new_row(plan, "activity", title="Fair")
    document = Document.create(path, now=clock, author=INES, state_dir=state)
    document.apply(PutRows((goal, activity, plan.facts), "Start"), INES)
    document.close()
    whole = path.read_bytes()
    connection = sqlite3.connect(path)
    connection.execute(spoil)
    connection.commit()
    connection.close()
    with pytest.raises(DamagedPlan, match="is damaged"):
        Document.open(path, now=clock, state_dir=state)
    path.write_bytes(whole)
    Document.open(path, now=clock, state_dir=state).close()


@pytest.mark.parametrize(
    ("version", "labels"),
    [
        (1, ("Start", "Set Envelope to 530,000")),
        (2, ("Write the worked example", "Ines Varga answers the pulse", "Note a talk with Helene Amsel")),
    ],
)
def test_the_plan_files_of_every_version_open_with_what_they_held(version, labels, path, state, clock):
    """Golden files: made by the program that wrote this version, with rows in each of its tables, and never again."""
    from planner.exchange.text import read_plan

    packed = Path(__file__).parents[1] / "golden" / f"version-{version}.cgplan.gz"
    path.write_bytes(gzip.decompress(packed.read_bytes()))
    document = Document.open(path, now=clock, state_dir=state)
    text = packed.with_name(f"version-{version}.yaml").read_text(encoding="utf-8")
    assert list(compare(read_plan(text), document.plan)) == []
    assert tuple(record.label for record in document.history()[: len(labels)]) == labels
    before = document.undo_label
    document.undo(INES)
    document.close()
    again = Document.open(path, now=clock, state_dir=state)  # what was brought up to date is an ordinary file
    assert again.undo_label != before
    again.close()


def test_there_is_a_golden_file_of_every_version():
    golden = Path(__file__).parents[1] / "golden"
    assert len(list(golden.glob("version-*.cgplan.gz"))) == FILE_VERSION
