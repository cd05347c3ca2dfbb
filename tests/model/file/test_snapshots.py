"""Earlier versions: the one before each session, then one every ten minutes, thinned by age; or none at all."""

from datetime import UTC, datetime, timedelta

from planner.model.file.snapshots import EVERY, worth_keeping
from planner.model.file.workcopy import leave_nothing
from tests.model.file.plans import Desk, Session, names_in


def kept(session: Session) -> list[list[str]]:
    return [names_in(version.path) for version in session.copy.earlier_versions()]


def test_the_version_before_a_session_is_kept_and_then_one_every_ten_minutes(desk: Desk) -> None:
    desk.made("a")
    first = desk.now()
    desk.now.passes(hours=1)
    with desk.opened() as session:
        assert kept(session) == []
        session.edit("b")
        session.publish()
        assert kept(session) == [["a"]]
        assert session.copy.earlier_versions()[0].at == first
        desk.now.passes(minutes=9)
        session.edit("c")
        session.publish()
        assert kept(session) == [["a"]]
        desk.now.passes(minutes=1)
        session.edit("d")
        session.publish()
        assert kept(session) == [["a", "b", "c"], ["a"]]
    assert names_in(desk.plan) == ["a", "b", "c", "d"]


def test_looking_keeps_nothing(desk: Desk) -> None:
    desk.made("a")
    with desk.opened() as session:
        pass
    assert kept(session) == []


def test_thinning_by_age() -> None:
    last = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)
    every_ten_minutes = [last - n * EVERY for n in range(6 * 24 * 60)]
    left = sorted(worth_keeping(every_ten_minutes), reverse=True)
    assert left[:10] == every_ten_minutes[:10]
    days = [time.date() for time in left[9:]]
    assert days[1:7] == [(last - timedelta(days=n)).date() for n in range(1, 7)]
    weeks = {time.isocalendar()[:2] for time in left}
    assert len(weeks) == 4
    assert len(left) == 10 + 6 + 2  # this day is among the ten, and two of the weeks among the days
    assert worth_keeping([last]) == {last}


def test_a_long_session_keeps_few_files(desk: Desk) -> None:
    session = desk.create("a")
    for number in range(40):
        desk.now.passes(hours=5)
        session.edit(str(number))
        session.publish()
    assert 10 <= len(session.copy.earlier_versions()) <= 21
    session.close()


def test_nothing_is_left_on_this_computer_when_told(desk: Desk) -> None:
    desk.made("a")
    with desk.opened() as session:
        session.edit("b")
        session.publish()
    assert kept(session)
    with desk.opened(keep_versions=False) as guest:
        guest.edit("c")
        guest.publish()
    assert kept(guest) == []
    assert [path for path in desk.state.rglob("*") if path.is_file()] == []


def test_everything_kept_can_be_deleted(desk: Desk) -> None:
    desk.made("a")
    with desk.opened() as session:
        session.publish()
    leave_nothing(desk.state)
    assert [path for path in desk.state.rglob("*") if path.is_file()] == []


def test_a_full_private_disk_does_not_stop_a_publish(desk: Desk) -> None:
    desk.made("a")
    (desk.state / "versions").rmdir() if (desk.state / "versions").exists() else None
    (desk.state / "versions").write_text("in the way", "utf-8")
    with desk.opened() as session:
        session.edit("b")
        session.publish()
    assert names_in(desk.plan) == ["a", "b"]
