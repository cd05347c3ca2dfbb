"""A document that threads share: nothing is lost, nothing is half, and nobody waits for the user's disk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event, Thread

import pytest

from planner.model.changes import Author
from planner.model.document import Document
from planner.model.edits import AddRow, PutRows
from planner.model.file import publish
from planner.model.ids import NewRows
from planner.model.reader import read_file

INES, MARTEN = Author("Ines Varga"), Author("Marten Dahl")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "plan.cgplan"


@pytest.fixture
def document(path: Path, tmp_path: Path, clock) -> Iterator[Document]:
    made = Document.create(path, now=clock, author=INES, state_dir=tmp_path / "state")
    yield made
    made.close()


def notes(document: Document, words: str, count: int) -> PutRows:
    """An edit of so many rows."""
    made = NewRows(document.plan)
    return PutRows(tuple(made.row("note", text=f"{words} {n}") for n in range(count)), words)


def beside(*work: Callable[[], None]) -> list[Thread]:
    """Each piece of work in a thread of its own."""
    threads = [Thread(target=one) for one in work]
    for thread in threads:
        thread.start()
    return threads


def test_edits_and_questions_of_several_threads_come_one_after_another(document: Document) -> None:
    def write(who: Author, count: int) -> None:
        for number in range(8):
            document.apply(notes(document, f"{who.name} {number}", count), who)

    def ask() -> None:
        for _again in range(20):
            known = document.history()
            then = document.plan_at(len(known))
            assert len(then.notes) == sum(200 if record.author == INES.name else 1 for record in known)
            assert len(document.touched(0)) >= len(known)

    problems: list[BaseException] = []

    def watched(work: Callable[[], None]) -> Callable[[], None]:
        def run() -> None:
            try:
                work()
            except BaseException as error:
                problems.append(error)

        return run

    threads = beside(watched(lambda: write(INES, 200)), watched(lambda: write(MARTEN, 1)), watched(ask))
    for thread in threads:
        thread.join()
    assert not problems
    assert [record.seq for record in document.history()] == list(range(1, 17))
    assert len(document.plan.notes) == 8 * 201
    for _edit in range(16):
        document.undo(INES)
    assert not len(document.plan.notes)


def test_an_edit_does_not_wait_for_the_disk_of_the_user(
    document: Document, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file gets the plan as it was when publishing began; what was done meanwhile follows with the next one."""
    document.apply(AddRow("note", {"text": "before"}), INES)
    on_its_way, go_on, real = Event(), Event(), publish.copy_new

    def slow(*given: Path) -> object:
        on_its_way.set()
        assert go_on.wait(60)
        return real(*given)

    monkeypatch.setattr(publish, "copy_new", slow)
    (thread,) = beside(lambda: document.publish() and None)
    assert on_its_way.wait(60)
    document.apply(AddRow("note", {"text": "meanwhile"}), INES)
    assert len(document.plan_at(0).notes) == 0
    go_on.set()
    thread.join()
    assert [note.text for note in read_file(path).notes] == ["before"]
    assert document.needs_publish
    document.publish()
    assert [note.text for note in read_file(path).notes] == ["before", "meanwhile"]
    assert not document.needs_publish


def test_how_much_undo_and_redo_would_write_is_known_before(document: Document) -> None:
    assert (document.undo_rows, document.redo_rows) == (0, 0)
    document.apply(notes(document, "many", 30), INES)
    document.apply(AddRow("note", {"text": "one"}), INES)
    assert (document.undo_rows, document.redo_rows) == (1, 0)
    document.undo(INES)
    assert (document.undo_rows, document.redo_rows) == (30, 1)


