"""Work beside the window ends with exactly one answer, whoever still waits for it."""

from __future__ import annotations

import gc
from threading import Event

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from planner.ui import jobs
from planner.ui.jobs import Job, Progress


class Ends:
    """Everything that a job tells."""

    def __init__(self, job: Job) -> None:
        self.told: list[object] = []
        job.done.connect(self._done)
        job.failed.connect(self._failed)
        job.stopped.connect(self._stopped)

    def _done(self, answer: object) -> None:
        self.told.append(answer)

    def _failed(self, error: Exception) -> None:
        self.told.append(str(error))

    def _stopped(self) -> None:
        self.told.append("stopped")


def fine(progress: Progress) -> int:
    return 42


def wrong(progress: Progress) -> int:
    raise ValueError("no")


def test_a_job_that_nobody_holds_is_done_and_let_go(qtbot: QtBot, qapp: QApplication) -> None:
    done: list[str] = []

    def work(progress: Progress) -> str:
        done.append("done")
        return "answer"

    Job(work).start()
    gc.collect()
    qtbot.waitUntil(lambda: not jobs.at_work())
    assert done == ["done"]


@pytest.mark.parametrize("at_once", [False, True])
def test_a_job_tells_its_answer_or_its_error(qtbot: QtBot, qapp: QApplication, at_once: bool) -> None:
    for work, told in ((fine, 42), (wrong, "no")):
        job = Job(work)
        ends = Ends(job)
        job.start(at_once=at_once)
        qtbot.waitUntil(lambda: not jobs.at_work())
        assert ends.told == [told]


def test_it_stops_at_its_next_step(qtbot: QtBot, qapp: QApplication) -> None:
    pressed, steps = Event(), list[int]()

    def work(progress: Progress) -> None:
        progress(0, 2, "one")
        steps.append(1)
        pressed.wait()
        progress(1, 2, "two")
        steps.append(2)

    job = Job(work)
    ends = Ends(job)
    job.progressed.connect(job.stop)
    job.start()
    qtbot.waitUntil(job._stop.is_set)
    pressed.set()
    qtbot.waitUntil(lambda: not jobs.at_work())
    assert (ends.told, steps) == (["stopped"], [1])


def test_what_was_over_before_it_was_to_stop_is_done(qtbot: QtBot, qapp: QApplication, later: list[Job]) -> None:
    job = Job(fine)
    ends = Ends(job)
    job.stop()
    job.run()
    assert ends.told == [42]


def test_nothing_is_said_where_nobody_waits_any_more(qtbot: QtBot, qapp: QApplication) -> None:
    """Whoever waited may go while the thread works, and while the answer is on its way."""
    gone, steps = Event(), list[int]()

    def work(progress: Progress) -> None:
        gone.wait()
        progress(0, 1, "late")
        steps.append(1)

    waiting = QObject()
    job = Job(work, waiting)
    ends = Ends(job)
    job.start()
    delete(waiting)
    gone.set()
    qtbot.waitUntil(lambda: not jobs.at_work())
    assert not ends.told and not steps


def test_a_fault_that_nobody_says_is_raised(qapp: QApplication, later: list[Job]) -> None:
    job = Job(wrong)
    with pytest.raises(ValueError, match="no"):
        job._tell(None, ValueError("no"))
