"""Long work beside the window: with progress, and a way to stop it.

The work receives plain, immutable values (a Plan), never a widget or a document; its answer comes back as a signal in
the window's thread.
"""

from collections.abc import Callable
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, SignalInstance
from shiboken6 import isValid

Progress = Callable[[int, int, str], None]
"""done, of how many, and what is being made now."""


class Stopped(Exception):
    """Raised inside the work when somebody pressed Stop."""


_RUNNING: set["Job"] = set()
"""Jobs that were started: a thread has only a bare pointer to its work until it begins."""


class Job(QObject):
    """One piece of work: `work(progress)` runs in a thread, and `progress(done, total, text)` raises Stopped.

    Exactly one of `done(answer)`, `failed(error)` and `stopped()` is emitted at the end; whoever waits may be gone.
    """

    progressed = Signal(object, object, object)
    done = Signal(object)
    failed = Signal(object)
    stopped = Signal()

    def __init__(self, work: Callable[[Progress], Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._stop = Event()
        self._runnable = _Runnable(self)
        for end in (self.done, self.failed, self.stopped):
            end.connect(self._let_go)

    def start(self) -> None:
        """Run it as soon as a thread is free."""
        _RUNNING.add(self)
        QThreadPool.globalInstance().start(self._runnable)

    def stop(self) -> None:
        """Ask it to stop at its next step."""
        self._stop.set()

    def _let_go(self, _said: object = None) -> None:
        """In the thread that made it, after the end was told."""
        _RUNNING.discard(self)

    def _progress(self, done: int, total: int, text: str) -> None:
        if self._stop.is_set():
            raise Stopped
        self.progressed.emit(done, total, text)

    def run(self) -> None:
        """In the thread."""
        try:
            answer = self._work(self._progress)
        except Stopped:
            self._tell(self.stopped)
        except Exception as error:  # everything is handed to the window, which says it
            self._tell(self.failed, error)
        else:
            self._tell(self.done, answer)

    def _tell(self, end: SignalInstance, *said: object) -> None:
        """The end, unless the window that owned this is gone."""
        if isValid(self):
            end.emit(*said)


class _Runnable(QRunnable):
    def __init__(self, job: Job) -> None:
        super().__init__()
        self._job = job
        # The Python side owns it: a runnable that Qt deletes would leave the job pointing at nothing.
        self.setAutoDelete(False)

    def run(self) -> None:
        self._job.run()


def at_work() -> bool:
    """Whether any long work is going on."""
    return QThreadPool.globalInstance().activeThreadCount() > 0


def stop_all(milliseconds: int = 3000) -> None:
    """At the end of the program: wait a moment for threads that are on their way out."""
    QThreadPool.globalInstance().waitForDone(milliseconds)
