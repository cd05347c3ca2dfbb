"""Long work beside the window: with progress, and a way to stop it.

The work receives plain, immutable values (a Plan), never a widget; only the workspace hands its document to some. The
answer comes back as a signal in the window's thread.
"""

from collections.abc import Callable
from threading import Event, Thread
from typing import Any

from PySide6.QtCore import QMetaMethod, QObject, QRunnable, QThreadPool, Signal
from shiboken6 import isValid

Progress = Callable[[int, int, str], None]
"""done, of how many, and what is being made now."""


class Stopped(Exception):
    """Raised inside the work when somebody pressed Stop."""


_RUNNING: set["Job"] = set()
"""Jobs that were started and have not told their end: until then a thread speaks through them."""


class Job(QObject):
    """One piece of work: `work(progress)` runs in a thread, and `progress(done, total, text)` raises Stopped.

    Exactly one of `done(answer)`, `failed(error)` and `stopped()` is emitted at the end, in the window's thread: what
    really happened, also where `stop` came when the work was over. Where `waiting` is gone by then nothing is said,
    and the work stops at its next step. A job is nobody's child, since a thread must not speak through what the
    window's thread may delete in that moment.
    """

    progressed = Signal(object, object, object)
    done = Signal(object)
    failed = Signal(object)
    stopped = Signal()
    _ended = Signal(object, object)

    def __init__(self, work: Callable[[Progress], Any], waiting: QObject | None = None) -> None:
        super().__init__()
        self._work, self._waiting = work, waiting
        self._stop = Event()
        self._runnable = _Runnable(self)
        self._ended.connect(self._tell)

    def start(self, threads: QThreadPool | None = None, *, at_once: bool = False) -> None:
        """Run it as soon as a thread is free, of these where some are given; or in a thread of its own, which waits for
        no other work."""
        _RUNNING.add(self)
        if at_once:
            Thread(target=self.run, name="job", daemon=True).start()
        else:
            (threads or QThreadPool.globalInstance()).start(self._runnable)

    def stop(self) -> None:
        """Ask it to stop at its next step."""
        self._stop.set()

    def _progress(self, done: int, total: int, text: str) -> None:
        if self._stop.is_set() or not self._is_awaited():
            raise Stopped
        self.progressed.emit(done, total, text)

    def _is_awaited(self) -> bool:
        return self._waiting is None or isValid(self._waiting)

    def run(self) -> None:
        """In the thread."""
        try:
            answer = self._work(self._progress)
        except Exception as error:  # everything is handed to the window, which says it
            self._ended.emit(None, error)
        else:
            self._ended.emit(answer, None)

    def _tell(self, answer: object, error: Exception | None) -> None:
        """In the thread that made it. A fault that nobody says belongs into the log."""
        _RUNNING.discard(self)
        if not self._is_awaited():
            return
        if error is None:
            self.done.emit(answer)
        elif isinstance(error, Stopped):
            self.stopped.emit()
        elif self.isSignalConnected(QMetaMethod.fromSignal(self.failed)):
            self.failed.emit(error)
        else:
            raise error


class _Runnable(QRunnable):
    def __init__(self, job: Job) -> None:
        super().__init__()
        self._job = job
        # The Python side owns it: a runnable that Qt deletes would leave the job pointing at nothing.
        self.setAutoDelete(False)

    def run(self) -> None:
        self._job.run()


def at_work() -> bool:
    """Whether any long work is going on, or has an answer that was not heard yet."""
    return bool(_RUNNING)


def stop_all(milliseconds: int = 3000) -> None:
    """At the end of the program: wait a moment for threads that are on their way out."""
    for job in _RUNNING:
        job.stop()
    QThreadPool.globalInstance().waitForDone(milliseconds)
