"""Words begun and not finished: they outlive the program, and nothing is left where there are none."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from planner.model.changes import Author
from planner.model.document import Document
from planner.model.file.begun import BegunFile
from planner.model.file.workcopy import leave_nothing

BEGUN = {"note:threat": "Half a sent", "row:sales_input": {"text": "Ünd", "given_by": "tess"}}


def test_what_was_begun_is_read_again_for_the_same_plan_only(tmp_path: Path) -> None:
    BegunFile(tmp_path, tmp_path / "a.cgplan").write(BEGUN)
    assert BegunFile(tmp_path, tmp_path / "a.cgplan").read() == BEGUN
    assert BegunFile(tmp_path, tmp_path / "b.cgplan").read() == {}


def test_nothing_begun_leaves_no_file(tmp_path: Path) -> None:
    file = BegunFile(tmp_path, tmp_path / "a.cgplan")
    file.write(BEGUN)
    file.write({})
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    file.write({})


@pytest.mark.parametrize("damage", [b"", b"\xff\xfe", b"[1]", b'{"note'])
def test_what_cannot_be_read_is_nothing(tmp_path: Path, damage: bytes) -> None:
    file = BegunFile(tmp_path, tmp_path / "a.cgplan")
    file.write(BEGUN)
    (found,) = [path for path in tmp_path.rglob("*") if path.is_file()]
    found.write_bytes(damage)
    assert file.read() == {}


def test_leave_nothing_takes_it_along(tmp_path: Path) -> None:
    file = BegunFile(tmp_path, tmp_path / "a.cgplan")
    file.write(BEGUN)
    leave_nothing(tmp_path)
    assert file.read() == {}


def test_a_folder_that_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "begun").write_text("a file where a folder belongs")
    BegunFile(tmp_path, tmp_path / "a.cgplan").write(BEGUN)


def test_a_new_plan_in_the_place_of_another_begins_with_nothing(tmp_path: Path) -> None:
    path, state = tmp_path / "plan.cgplan", tmp_path / "state"
    made = Document.create(path, now=_now, author=Author("Ann"), state_dir=state)
    made.begun.write({"note:threat": "Plants freeze"})
    made.close()
    again = Document.open(path, now=_now, state_dir=state)
    assert again.begun.read() == {"note:threat": "Plants freeze"}
    again.close()
    new = Document.create(path, now=_now, author=Author("Ann"), state_dir=state, replace=True)
    assert new.begun.read() == {}
    new.close()


def _now() -> datetime:
    return datetime(2026, 11, 16, 9, 0, tzinfo=UTC)
