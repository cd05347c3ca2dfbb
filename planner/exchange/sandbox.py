"""Work on files from elsewhere, in a process of its own that is stopped when it takes too long or too much.

``function`` must be importable by name, and what it takes and returns must be picklable. The process begins in
``planner.exchange.sandbox_child`` and knows nothing of the program that started it, so it makes no difference whether
that is the window, the command line, a test or a line of Python.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any, TypeVar

from planner.exchange.refused import ImportRefused
from planner.exchange.sandbox_child import CHILD
from planner.i18n import _, language

SECONDS = 20.0
MEMORY = 500 * 1024 * 1024
_LOOK = 0.05  # seconds between two looks at whether to go on
_KILLED, _PROCESSOR_TIME = 9, 24  # signals, which not every system has by name

T = TypeVar("T")


class BrokeOff(ImportRefused):
    """The process ended without an answer; another way of doing the work may still give one."""


def run_limited(
    function: Callable[..., T],
    *args: Any,
    seconds: float = SECONDS,
    memory: int = MEMORY,
    tick: Callable[[], None] | None = None,
    otherwise: Callable[[], T] | None = None,
) -> T:
    """What the function returns. Raises ImportRefused: its own, or when it takes too long, too much, or breaks.

    ``tick`` is called again and again while it runs; when it raises, the work is stopped. ``otherwise`` does the same
    work in another way, in the seconds that are left, where a process of the first one has ended without an answer.
    """
    until = time.monotonic() + seconds
    try:
        return _run(function, args, seconds, until, memory, tick)
    except BrokeOff:
        if otherwise is None:
            raise
        return _run(otherwise, (), seconds, until, memory, tick)


def _run(
    function: Callable[..., T],
    args: tuple[Any, ...],
    seconds: float,
    until: float,
    memory: int,
    tick: Callable[[], None] | None,
) -> T:
    try:
        process = subprocess.Popen(
            _command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        said = _("The computer could not begin to read the file ({reason}); nothing was imported.")
        raise ImportRefused(said.format(reason=error.strerror or error)) from None
    job = pickle.dumps(list(sys.path)) + pickle.dumps((memory, seconds, language(), function, args))
    try:
        answer = _answer(process, job, until, tick)
    finally:
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None and not pipe.closed:
                pipe.close()
    if answer is None or process.returncode == -_PROCESSOR_TIME:
        said = _("Reading the file took longer than {seconds:.0f} seconds and was stopped; nothing was imported.")
        raise ImportRefused(said.format(seconds=seconds))
    if process.returncode != 0 or not answer:  # what it had begun to say is half an answer
        raise BrokeOff(_ended(process.returncode))
    succeeded, result = pickle.loads(answer)
    if succeeded:
        made: T = result
        return made
    raise ImportRefused(result)


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, CHILD]
    # The modules are those that are known here, from wherever this program was started.
    start = "import pickle, sys; sys.path[:] = pickle.load(sys.stdin.buffer)"
    return [sys.executable, "-c", f"{start}; from planner.exchange.sandbox_child import main; main(sys.stdin.buffer)"]


def _answer(
    process: subprocess.Popen[bytes], job: bytes, until: float, tick: Callable[[], None] | None
) -> bytes | None:
    """What the process has written when it ends; None where its time is over before."""
    given: bytes | None = job
    while True:
        try:
            return process.communicate(given, timeout=_LOOK)[0]
        except subprocess.TimeoutExpired:
            given = None
        if tick is not None:
            tick()
        if time.monotonic() > until:
            return None


def _ended(code: int) -> str:
    """What is said of a process that ended without an answer; a negative code is the signal that ended it."""
    if code == -_KILLED:
        return _("The computer stopped the reading of the file, as it does when memory runs out; nothing was imported.")
    return _("Reading the file broke off and gave nothing; save a fresh copy of it and try again.")
