"""Work beside the window ends with exactly one answer, whoever still waits for it."""

from __future__ import annotations

import gc

from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.ui import jobs
from planner.ui.jobs import Job, Progress


def test_a_job_that_nobody_holds_is_done_and_let_go(qtbot: QtBot, qapp: QApplication) -> None:
    done: list[str] = []

    def work(progress: Progress) -> str:
        done.append("done")
        return "answer"

    Job(work).start()
    gc.collect()
    QThreadPool.globalInstance().waitForDone()
    qtbot.waitUntil(lambda: not jobs._RUNNING)
    assert done == ["done"]


def test_a_job_tells_its_answer_or_its_error(qtbot: QtBot, qapp: QApplication) -> None:
    def fine(progress: Progress) -> int:
        return 42

    def wrong(progress: Progress) -> int:
        raise ValueError("no")

    job = Job(fine)
    with qtbot.waitSignal(job.done) as told:
        job.start()
    assert told.args == [42]
    bad = Job(wrong)
    with qtbot.waitSignal(bad.failed) as failed:
        bad.start()
    assert str(failed.args[0]) == "no"
