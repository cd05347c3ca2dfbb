"""One plan, one program that writes it; what a crash leaves of that is nothing."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from planner.model.file import owner as owners
from planner.model.file.disk import host_name
from planner.model.file.errors import PlanInUse
from planner.model.file.owner import Owner, OwnerFile, current_owner, owner_path
from planner.model.file.processes import is_running, my_start, start_of
from tests.model.file.plans import Desk, Session, names_in


def mark(desk: Desk, **changes: object) -> Owner:
    """Leave a mark on the plan that some program of this machine made."""
    owner = Owner("Ines", host_name(), os.getppid(), "2026-11-23T17:03:00", start_of(os.getppid()) or "", "t")
    owner = replace(owner, **changes)
    fields = {name: getattr(owner, name) for name in Owner.__slots__}
    owner_path(desk.plan).write_text(json.dumps(fields), "utf-8")
    return owner


def ended_process() -> int:
    """The number of a process that has ended."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


@pytest.fixture
def desk(desk: Desk) -> Desk:
    desk.made("a")
    return desk


def test_the_second_of_one_program_is_refused_in_a_sentence(desk: Desk) -> None:
    with desk.opened() as first:
        with pytest.raises(
            PlanInUse, match=r"“Plän 2027.cgplan” is in use by .* since 2026-11-24 09:00; close it there"
        ):
            desk.open()
        first.edit("b")
        first.publish()
    with desk.opened() as again:
        assert again.names() == ["a", "b"]


def test_the_second_may_look_and_not_write(desk: Desk) -> None:
    with desk.opened() as first, desk.opened(on_in_use="read_only") as second:
        assert second.copy.read_only
        assert second.names() == ["a"]
        assert "so it is open to read only here" in second.copy.notices[0]
        assert second.copy.database != first.copy.database
        second.close()
        assert owner_path(desk.plan).exists()
        first.edit("b")
        first.publish()
    assert desk.rooms() == []
    assert names_in(desk.plan) == ["a", "b"]


def test_the_second_may_work_on_a_copy(desk: Desk) -> None:
    with desk.opened() as first, desk.opened(on_in_use="copy") as second:
        assert not second.copy.read_only
        assert second.copy.path.name == "Plän 2027 (copy).cgplan"
        assert "you are working on a copy" in second.copy.notices[0]
        first.edit("b")
        first.publish()
        second.edit("c")
        second.publish()
    assert names_in(desk.plan) == ["a", "b"]
    assert names_in(second.copy.path) == ["a", "c"]
    assert desk.beside() == sorted([desk.plan.name, second.copy.path.name])


def test_anyway_is_no_way_past_a_program_that_runs(desk: Desk) -> None:
    with desk.opened() as first:
        with pytest.raises(PlanInUse):
            desk.open(on_in_use="anyway")
        mark(desk)
        with pytest.raises(PlanInUse):
            desk.open(on_in_use="anyway")
        assert first.names() == ["a"]


def test_another_machine_is_believed_unless_the_user_knows_better(desk: Desk) -> None:
    theirs = mark(desk, host="laptop-of-ines", pid=1)
    with pytest.raises(PlanInUse) as refused:
        desk.open()
    assert refused.value.owner == theirs
    assert "by Ines on laptop-of-ines since 2026-11-23 17:03" in str(refused.value)
    with desk.opened(on_in_use="anyway") as session:
        assert not session.copy.read_only
    assert desk.beside() == [desk.plan.name]


def test_a_mark_that_somebody_else_has_taken_over_is_left_to_them(desk: Desk) -> None:
    session = desk.open()
    theirs = mark(desk, host="laptop-of-ines")
    session.close()
    assert current_owner(desk.plan) == theirs


@pytest.mark.parametrize("case", ["ended", "number reused", "empty", "half written", "something else"])
def test_a_mark_left_by_a_crash_is_none(desk: Desk, case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(owners.time, "sleep", lambda seconds: None)
    if case == "ended":
        mark(desk, pid=ended_process())
    elif case == "number reused":
        if not my_start():
            pytest.skip("this system does not say when a program started")
        mark(desk, start="12345")
    else:
        content = {"empty": "", "half written": '{"user": "Ines", "ho', "something else": "[1, 2]"}[case]
        owner_path(desk.plan).write_text(content, "utf-8")
    assert current_owner(desk.plan) is None
    with desk.opened() as session:
        assert not session.copy.read_only
    assert desk.beside() == [desk.plan.name]


def test_a_stale_mark_goes_to_one_of_two(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both see the stale mark; the other one takes it first, and this one must not take it from them."""
    mark(desk, pid=ended_process())
    read = owners._read

    def slow(path: Path) -> Owner | None:
        seen = read(path)
        monkeypatch.setattr(owners, "_read", read)
        mark(desk, token="the other one")
        return seen

    monkeypatch.setattr(owners, "_read", slow)
    with pytest.raises(PlanInUse) as refused:
        OwnerFile.acquire(desk.plan, desk.now)
    assert refused.value.owner.token == "the other one"
    assert desk.beside() == sorted([owner_path(desk.plan).name, desk.plan.name])


def test_a_process_is_known_by_its_start() -> None:
    assert is_running(os.getpid(), my_start())
    assert is_running(os.getpid(), "")
    assert not is_running(ended_process(), my_start())
    assert not is_running(0, "0")
    if my_start():
        assert not is_running(os.getpid(), "another start")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root may become somebody else for a moment")
class TestWithoutRights:
    """As a user who may read the plan and not write it."""

    @pytest.fixture
    def shelf(self, desk: Desk) -> Path:
        for folder in (desk.plan.parent, *desk.plan.parent.parents):
            if folder.stat().st_uid == 0 and folder not in (Path("/"), Path("/tmp")):
                folder.chmod(folder.stat().st_mode | 0o055)
        desk.state = desk.plan.parent.with_name("state of nobody")
        desk.state.mkdir()
        os.chown(desk.state, 65534, 65534)
        return desk.plan

    def seen(self, desk: Desk) -> Session:
        os.seteuid(65534)
        try:
            session = desk.open()
            assert session.names() == ["a"]
            session.close()
        finally:
            os.seteuid(0)
        return session

    def test_a_read_only_folder_opens_to_read_only(self, desk: Desk, shelf: Path) -> None:
        shelf.chmod(0o666)
        session = self.seen(desk)
        assert session.copy.read_only
        assert "read only: “.~lock." not in session.copy.notices[0]
        assert "“Plän 2027.cgplan” may not be written in" in session.copy.notices[0]

    def test_a_read_only_file_opens_to_read_only(self, desk: Desk, shelf: Path) -> None:
        shelf.parent.chmod(0o777)
        shelf.chmod(0o444)
        assert self.seen(desk).copy.read_only
        assert desk.beside() == [desk.plan.name]
