"""The user's file is replaced whole, is never overwritten where somebody else wrote it, and survives every failure."""

import errno
import os
import sqlite3
import sys
from pathlib import Path
from typing import Any

import pytest

from planner.model.file import disk
from planner.model.file.errors import DiskFull, PlaceTaken, PlaceUnreachable, PlanFileError, PlanInUse, PlanMissing
from planner.model.file.format import APPLICATION_ID, FILE_VERSION, is_plan, version_of
from planner.model.file.workcopy import WorkingCopy, save_copy
from tests.model.file.plans import Desk, names_in


def test_a_plan_is_made_published_closed_and_opened_again(desk: Desk) -> None:
    session = desk.create("a")
    session.edit("b")
    assert names_in(desk.plan) == ["a"]
    published = session.publish()
    assert (published.path, published.conflict_copy, published.at) == (desk.plan, None, desk.now())
    session.close()
    assert desk.beside() == [desk.plan.name]
    assert desk.rooms() == []
    with desk.opened() as again:
        assert again.names() == ["a", "b"]
        assert again.copy.notices == []


def test_a_published_file_is_one_ordinary_database_with_the_marks_of_a_plan(desk: Desk) -> None:
    header = desk.made("a").read_bytes()[:100]
    assert is_plan(header)
    assert int.from_bytes(header[68:72], "big") == APPLICATION_ID
    assert version_of(header) == FILE_VERSION
    assert header[18:20] == b"\x01\x01"  # rollback format: needs no other file


def test_the_working_copy_and_its_folders_are_private(desk: Desk) -> None:
    session = desk.create("a")
    session.close()
    session = desk.open()
    session.edit("b")
    session.publish()
    if os.name != "nt":
        for folder in (desk.state, *desk.state.rglob("*")):
            assert not folder.is_dir() or folder.stat().st_mode & 0o777 == 0o700, folder
    assert desk.state in session.copy.database.parents
    session.close()


def test_a_new_plan_does_not_overwrite_a_file_unless_told(desk: Desk) -> None:
    desk.made("old")
    with pytest.raises(PlaceTaken, match="Plän 2027"):
        desk.create("new")
    assert names_in(desk.plan) == ["old"]
    session = desk.create("new", replace=True)
    session.close()
    assert names_in(desk.plan) == ["new"]
    assert [names_in(version.path) for version in session.copy.earlier_versions()] == [["old"]]


def test_the_extension_is_added_once_and_in_any_case(desk: Desk) -> None:
    folder = desk.plan.parent
    assert desk.made("a", path=folder / "Bare") == folder / "Bare.cgplan"
    assert desk.made("a", path=folder / "LOUD.CGPLAN") == folder / "LOUD.CGPLAN"
    with desk.opened(folder / "LOUD.CGPLAN") as session:
        assert session.names() == ["a"]


def test_a_link_to_a_plan_stays_a_link(desk: Desk, tmp_path: Path) -> None:
    desk.made("a")
    link = tmp_path / "link.cgplan"
    try:
        link.symlink_to(desk.plan)
    except OSError:
        pytest.skip("this user may not make links here")
    with desk.opened(link) as session:
        assert session.copy.path == desk.plan
        with pytest.raises(PlanInUse):
            desk.open()
        session.edit("b")
        session.publish()
    assert link.is_symlink()
    assert names_in(desk.plan) == ["a", "b"]


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights elsewhere")
def test_who_might_read_the_file_still_may(desk: Desk) -> None:
    desk.made("a").chmod(0o640)
    with desk.opened() as session:
        session.edit("b")
        session.publish()
    assert desk.plan.stat().st_mode & 0o777 == 0o640


def test_a_foreign_change_is_kept_and_ours_goes_on_under_another_name(desk: Desk) -> None:
    other = desk.plan.with_name("other.cgplan")
    desk.made("theirs", path=other)
    session = desk.create("a")
    other.replace(desk.plan)
    session.edit("b")
    published = session.publish()
    assert names_in(desk.plan) == ["theirs"]
    copy = published.conflict_copy
    assert copy is not None
    assert copy.name.startswith(f"Plän 2027 (copy from {disk.host_name()} 2026-11-24)")
    assert session.copy.path == published.path == copy
    session.edit("c")
    assert session.publish().conflict_copy is None
    assert names_in(copy) == ["a", "b", "c"]
    with desk.opened() as colleague:  # the document is free for whoever wrote it
        assert colleague.names() == ["theirs"]
        assert colleague.copy.notices == []
        with pytest.raises(PlanInUse):
            desk.open(copy)
    session.close()
    assert desk.beside() == sorted([desk.plan.name, copy.name])


def test_two_foreign_changes_on_one_day_give_two_copies(desk: Desk) -> None:
    copies = []
    for number in (1, 2):
        other = desk.made("theirs", path=desk.plan.with_name(f"other{number}.cgplan"))
        session = desk.create("mine", str(number), replace=True)
        other.replace(desk.plan)
        session.edit("more")
        copies.append(session.publish().path)
        session.close()
    assert [names_in(copy) for copy in copies] == [["mine", "1", "more"], ["mine", "2", "more"]]


def test_a_file_that_appears_where_a_new_plan_begins_is_not_overwritten(desk: Desk) -> None:
    other = desk.made("theirs", path=desk.plan.with_name("other.cgplan"))
    copy = WorkingCopy.create(desk.plan, now=desk.now, state_dir=desk.state)
    other.replace(desk.plan)
    assert copy.publish(lambda image: image.write_bytes(b"ours") and None).conflict_copy is not None
    copy.close()
    assert names_in(desk.plan) == ["theirs"]


def test_a_document_deleted_while_open_is_put_back(desk: Desk) -> None:
    session = desk.create("a")
    desk.plan.unlink()
    session.edit("b")
    assert session.publish().conflict_copy is None
    session.close()
    assert names_in(desk.plan) == ["a", "b"]


def test_rewriting_the_same_content_elsewhere_is_no_foreign_change(desk: Desk) -> None:
    session = desk.create("a")
    rewritten = desk.plan.with_name("rewritten")
    session.vacuum_into(rewritten)
    rewritten.replace(desk.plan)
    session.edit("b")
    assert session.publish().conflict_copy is None
    session.close()


def test_a_full_disk_leaves_the_document_and_the_next_publish_works(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = desk.create("a")
    session.edit("b")

    def full(target: int, data: Any) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(disk.os, "write", full)
        with pytest.raises(DiskFull, match=r"Plän 2027.*the disk is full.*free some space"):
            session.publish()
    assert names_in(desk.plan) == ["a"]
    assert session.copy.needs_publish
    assert "disk is full" in str(session.copy.trouble)
    session.publish()
    assert not session.copy.needs_publish
    assert session.copy.trouble is None
    session.close()
    assert names_in(desk.plan) == ["a", "b"]
    assert desk.beside() == [desk.plan.name]


def test_a_full_disk_of_the_working_copy_is_the_same_to_the_user(desk: Desk) -> None:
    session = desk.create("a")

    def full(target: Path) -> None:
        session.connection.execute("PRAGMA max_page_count=1")
        try:
            session.connection.execute("INSERT INTO goal VALUES ('big', randomblob(400000))")
        except sqlite3.OperationalError as error:
            raise RuntimeError("wrapped, as database libraries do") from error

    with pytest.raises(DiskFull):
        session.copy.publish(full)
    session.close()
    assert names_in(desk.plan) == ["a"]


def test_a_fault_of_the_program_is_not_dressed_up(desk: Desk) -> None:
    session = desk.create("a")
    with pytest.raises(ZeroDivisionError):
        session.copy.publish(lambda image: print(1 / 0))
    session.close()


def test_a_folder_that_is_gone_is_said_and_the_edits_wait(desk: Desk) -> None:
    session = desk.create("a")
    away = desk.plan.parent.rename(desk.plan.parent.with_name("away"))
    session.edit("b")
    with pytest.raises(PlaceUnreachable, match="cannot be reached"):
        session.publish()
    session.close(clean=False)
    with pytest.raises(PlanMissing):
        desk.open()
    away.rename(desk.plan.parent)
    with desk.opened() as again:  # the mark left on the stick is ours, and our program let the plan go
        assert again.names() == ["a", "b"]
        assert len(again.copy.notices) == 1
    assert names_in(desk.plan) == ["a", "b"]


def test_a_file_that_windows_holds_for_a_moment_is_tried_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    class Held(PermissionError):
        winerror = 32

    session = desk.create("a")
    session.edit("b")
    replace, refusals = Path.replace, iter([Held(errno.EACCES, "held")] * 3)

    def held(source: Path, target: Path) -> Path:
        if error := next(refusals, None):
            raise error
        return replace(source, target)

    pauses: list[float] = []
    monkeypatch.setattr(disk.time, "sleep", pauses.append)
    monkeypatch.setattr(Path, "replace", held)
    session.publish()
    monkeypatch.undo()
    session.close()
    assert len(pauses) == 3
    assert names_in(desk.plan) == ["a", "b"]


def test_a_file_that_windows_never_lets_go_is_said(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    class Held(PermissionError):
        winerror = 5

    def held(source: Path, target: Path) -> Path:
        raise Held(errno.EACCES, "held")

    session = desk.create("a")
    session.edit("b")
    monkeypatch.setattr(disk.time, "sleep", lambda seconds: None)
    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(PlanFileError, match="may not be written"):
        session.publish()
    monkeypatch.undo()
    session.close(clean=False)
    assert names_in(desk.plan) == ["a"]


def test_journals_that_lie_beside_the_old_file_go_with_it(desk: Desk) -> None:
    session = desk.create("a")
    for ending in disk.SIDECARS:
        desk.plan.with_name(desk.plan.name + ending).write_bytes(b"x")
    session.publish()
    session.close()
    assert desk.beside() == [desk.plan.name]


def test_an_upgraded_plan_keeps_its_original(desk: Desk) -> None:
    desk.made("old")
    with desk.opened() as session:
        session.edit("upgraded")
        session.publish(upgraded=True)
        session.publish()
    original = desk.plan.with_name("Plän 2027 (before upgrade).cgplan")
    assert names_in(original) == ["old"]
    assert desk.beside() == sorted([desk.plan.name, original.name])


def test_a_copy_is_saved_whole_and_not_over_an_open_plan(desk: Desk) -> None:
    session = desk.create("a")
    target = desk.plan.with_name("Copy.cgplan")
    save_copy(session.vacuum_into, target, state_dir=desk.state)
    assert names_in(target) == ["a"]
    session.edit("b")
    save_copy(session.vacuum_into, target, state_dir=desk.state)
    assert names_in(target) == ["a", "b"]
    with pytest.raises(PlanInUse):
        save_copy(session.vacuum_into, desk.plan, state_dir=desk.state)
    with pytest.raises(PlaceUnreachable):
        save_copy(session.vacuum_into, desk.plan.parent / "nowhere" / "x.cgplan", state_dir=desk.state)
    session.close()
    assert desk.beside() == sorted([desk.plan.name, target.name])
    assert desk.rooms() == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs a small file system")
def test_a_stick_that_is_really_full(desk: Desk, small_disk: Path) -> None:
    plan = small_disk / "plan.cgplan"
    session = desk.create("a", path=plan)
    session.connection.execute("INSERT INTO goal VALUES ('big', randomblob(400000))")
    filler = small_disk / "filler"
    with pytest.raises(OSError, match="No space"), filler.open("wb", buffering=0) as file:
        while True:
            file.write(bytes(4096))
    with pytest.raises(DiskFull):
        session.publish()
    assert names_in(plan) == ["a"]
    filler.unlink()
    session.publish()
    session.close()
    assert names_in(plan) == ["a", "big"]
    assert [path.name for path in small_disk.iterdir()] == ["plan.cgplan"]
