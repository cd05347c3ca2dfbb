"""What a crash left behind comes back, is set aside, or goes: never lost, never laid over somebody else's work."""

import errno
import os
from pathlib import Path
from random import Random

import pytest

from planner.model.file.errors import NotAPlan, PlanMissing
from planner.model.file.owner import owner_path
from planner.model.file.workcopy import WorkingCopy, leave_nothing
from planner.model.file.workroom import Workroom
from tests.model.file.plans import Desk, Session, connect, fill, names_in


def crash(session: Session) -> None:
    """End a session as a crash does: nothing is closed in order, the mark stays, its program is gone."""
    room = session.copy.database.parent
    for ending in ("", "-wal"):  # SQLite tidies up when it is closed, so take away what it works on
        file = Path(f"{session.copy.database}{ending}")
        if file.exists():
            file.with_name(f"kept{ending}").write_bytes(file.read_bytes())
    session.connection.close()
    for ending in ("", "-wal"):
        if (kept := room / f"kept{ending}").exists():
            kept.replace(f"{session.copy.database}{ending}")
    room.rename(room.with_name("0.0.crashed" + room.name[-12:]))
    lock = owner_path(session.copy.path)
    if lock.exists():
        lock.write_text(lock.read_text("utf-8").replace(f'"pid": {os.getpid()}', '"pid": 0'), "utf-8")


def set_aside(state: Path) -> list[Path]:
    """The working copies that were set aside on this computer."""
    return sorted((state / "recovered").glob("*.cgplan"))


def test_edits_that_had_not_reached_the_file_are_there_and_in_it(desk: Desk) -> None:
    session = desk.create("a")
    session.edit("b")
    crash(session)
    assert names_in(desk.plan) == ["a"]
    with desk.opened() as again:
        assert names_in(desk.plan) == ["a", "b"]
        assert again.names() == ["a", "b"]
        assert not again.copy.needs_publish
        [notice] = again.copy.notices
        assert notice.startswith("Edits of ")
        assert notice.endswith("that had not reached “Plän 2027.cgplan” were recovered.")
    assert desk.beside() == [desk.plan.name]
    assert desk.rooms() == []


def test_a_crash_with_everything_published_needs_no_words(desk: Desk) -> None:
    session = desk.create("a")
    crash(session)
    with desk.opened() as again:
        assert again.copy.notices == []
        assert again.names() == ["a"]


def test_a_crash_between_announcing_a_publish_and_doing_it(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    session = desk.create("a")
    session.edit("b")
    monkeypatch.setattr("planner.model.file.publish.Delivery.put", lambda self, target: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        session.publish()
    monkeypatch.undo()
    crash(session)
    with desk.opened() as again:
        assert again.names() == ["a", "b"]
        assert len(again.copy.notices) == 1
    assert names_in(desk.plan) == ["a", "b"]


def test_a_crash_right_after_a_publish(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    session = desk.create("a")
    session.edit("b")
    monkeypatch.setattr("planner.model.file.publish.sync_folder", lambda folder: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        session.publish()
    monkeypatch.undo()
    assert names_in(desk.plan) == ["a", "b"]
    session.edit("c")
    crash(session)
    with desk.opened() as again:
        assert again.names() == ["a", "b", "c"]


def test_both_changed_sets_our_edits_aside(desk: Desk) -> None:
    other = desk.made("theirs", path=desk.plan.with_name("other.cgplan"))
    session = desk.create("a")
    session.edit("b")
    crash(session)
    other.replace(desk.plan)
    with desk.opened() as again:
        assert again.names() == ["theirs"]
        [notice] = again.copy.notices
        assert "do not fit “Plän 2027.cgplan” any more were set aside" in notice
    [path] = set_aside(desk.state)
    assert str(path) in notice
    assert path.name.startswith("Plän 2027 (recovered ")
    assert names_in(path) == ["a", "b"]
    with desk.opened() as later:
        assert later.copy.notices == []
    leave_nothing(desk.state)
    assert set_aside(desk.state) == []


def test_a_foreign_change_after_a_crash_without_edits_sets_nothing_aside(desk: Desk) -> None:
    other = desk.made("theirs", path=desk.plan.with_name("other.cgplan"))
    crash(desk.create("a"))
    other.replace(desk.plan)
    with desk.opened() as again:
        assert again.copy.notices == []
    assert set_aside(desk.state) == []


def test_a_document_that_is_gone_comes_back_from_what_a_crash_left(desk: Desk) -> None:
    session = desk.create("a")
    session.edit("b")
    crash(session)
    desk.plan.unlink()
    with desk.opened() as again:
        assert again.names() == ["a", "b"]
    assert names_in(desk.plan) == ["a", "b"]
    desk.plan.unlink()
    with pytest.raises(PlanMissing, match="There is no file “Plän 2027"):
        desk.open()
    assert desk.beside() == []


def test_a_crash_before_the_first_publish(desk: Desk) -> None:
    copy = WorkingCopy.create(desk.plan, now=desk.now, state_dir=desk.state)
    session = Session(copy, new=True)
    session.edit("a")
    crash(session)
    with desk.opened() as again:
        assert again.names() == ["a"]
    assert names_in(desk.plan) == ["a"]


def test_a_crash_before_there_are_tables_leaves_nothing(desk: Desk) -> None:
    crash(Session(WorkingCopy.create(desk.plan, now=desk.now, state_dir=desk.state)))
    with pytest.raises(PlanMissing):
        desk.open()
    assert desk.rooms() == []


def test_a_new_plan_that_was_to_replace_one_does_not_after_a_crash(desk: Desk) -> None:
    desk.made("old")
    session = Session(WorkingCopy.create(desk.plan, now=desk.now, state_dir=desk.state, replace=True), new=True)
    session.edit("new")
    crash(session)
    with desk.opened() as again:
        assert again.names() == ["old"]
    assert [names_in(path) for path in set_aside(desk.state)] == [["new"]]


def test_a_new_plan_sets_the_edits_of_a_crash_aside(desk: Desk) -> None:
    session = desk.create("a")
    session.edit("b")
    crash(session)
    desk.plan.unlink()
    new = desk.create("new")
    assert len(new.copy.notices) == 1
    new.close()
    assert names_in(desk.plan) == ["new"]
    assert [names_in(path) for path in set_aside(desk.state)] == [["a", "b"]]


def test_a_damaged_working_copy_is_kept_and_the_document_opens(desk: Desk) -> None:
    session = desk.create(*map(str, range(500)))
    session.edit("b")
    crash(session)
    [room] = desk.rooms()
    Path(room / "plan.db-wal").unlink()
    with (room / "plan.db").open("r+b") as file:
        file.seek(4096)
        file.write(Random(1).randbytes(3 * 4096))
    with desk.opened() as again:
        assert len(again.names()) == 500
        assert "were set aside" in again.copy.notices[0]
    assert len(set_aside(desk.state)) == 1
    assert desk.rooms() == []


def test_a_working_copy_with_a_trigger_is_not_taken_up(desk: Desk) -> None:
    session = desk.create("a")
    session.connection.execute("CREATE TRIGGER evil AFTER INSERT ON goal BEGIN DELETE FROM goal; END")
    crash(session)
    with desk.opened() as again:
        assert again.names() == ["a"]
        assert len(again.copy.notices) == 1


def test_a_folder_that_was_not_finished_goes(desk: Desk) -> None:
    desk.made("a")
    unfinished = desk.state / "open" / "0.0.unfinished"
    unfinished.mkdir()
    (unfinished / "plan.db").write_bytes(b"half")
    with desk.opened():
        assert not unfinished.exists()


def test_a_half_written_claim_counts_as_the_one_before(desk: Desk) -> None:
    session = desk.create("a")
    session.edit("b")
    crash(session)
    [room] = desk.rooms()
    with (room / "claims.jsonl").open("a", encoding="utf-8") as claims:
        claims.write('{"path": "/somewhere/el')
    assert Workroom(room).last_claim() is not None
    with desk.opened() as again:
        assert again.names() == ["a", "b"]


def test_what_belongs_to_another_plan_stays(desk: Desk) -> None:
    session = desk.create("a")
    session.edit("b")
    crash(session)
    other = desk.plan.with_name("other.cgplan")
    desk.create("x", path=other).close()
    with desk.opened(other):
        pass
    with desk.opened() as again:
        assert again.names() == ["a", "b"]


def test_a_program_that_runs_keeps_its_working_copy(desk: Desk) -> None:
    """Its mark was taken away, by a sync program perhaps; its edits are still its own."""
    session = desk.create("a")
    session.edit("b")
    owner_path(desk.plan).unlink()
    with desk.opened() as second:
        assert second.names() == ["a"]
        second.edit("c")
        second.publish()
    published = session.publish()
    assert published.conflict_copy is not None
    session.close()
    assert names_in(desk.plan) == ["a", "c"]
    assert names_in(published.conflict_copy) == ["a", "b"]


def test_the_newest_of_two_crashes_is_taken_up_and_the_other_kept(desk: Desk) -> None:
    session = desk.create("a")
    session.edit("older")
    crash(session)
    [older] = desk.rooms()
    os.utime(older, (1, 1))
    claims = (older / "claims.jsonl").read_bytes()
    newer = desk.state / "open" / "0.0.newer"
    newer.mkdir()
    connection = connect(newer / "plan.db")
    fill(connection)
    connection.execute("INSERT INTO goal VALUES ('newer', '')")
    connection.close()
    (newer / "claims.jsonl").write_bytes(claims)
    with desk.opened() as again:
        assert again.names() == ["newer"]
        assert len(again.copy.notices) == 2
    assert [names_in(path) for path in set_aside(desk.state)] == [["a", "older"]]


def test_recovered_edits_that_cannot_be_published_stay_until_they_can(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = desk.create("a")
    session.edit("b")
    crash(session)

    def full(self: object, target: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("planner.model.file.publish.Delivery.put", full)
        with desk.opened() as again:
            assert again.names() == ["a", "b"]
            assert again.copy.needs_publish
            assert "the disk is full" in str(again.copy.trouble)
    assert names_in(desk.plan) == ["a"]
    with desk.opened() as later:
        assert later.names() == ["a", "b"]
    assert names_in(desk.plan) == ["a", "b"]


def test_a_document_that_became_something_else_leaves_the_edits_where_they_are(desk: Desk) -> None:
    session = desk.create("a")
    session.edit("b")
    crash(session)
    published = desk.plan.read_bytes()
    desk.plan.write_bytes(b"not a plan")
    with pytest.raises(NotAPlan):
        desk.open()
    desk.plan.write_bytes(published)
    with desk.opened() as again:
        assert again.names() == ["a", "b"]
