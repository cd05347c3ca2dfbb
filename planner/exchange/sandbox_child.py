"""What runs in the process of ``sandbox``: one function, with a limit on memory; its answer goes back as bytes."""

from __future__ import annotations

import os
import pickle
from contextlib import suppress
from typing import Any, BinaryIO

from planner.i18n import use_language

CHILD = "--read-a-file"
"""The only word of a frozen program's call that makes it such a process."""


def main(given: BinaryIO | None = None) -> None:
    """Read a job from the standard input, write (True, result) or (False, sentence) to the standard output."""
    there = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what a library prints is no part of the answer
    if given is None:
        given = os.fdopen(0, "rb")
        pickle.load(given)  # the search path, which a frozen program has of its own
    memory, seconds, spoken, function, args = pickle.load(given)
    use_language(spoken)
    with there:
        there.write(_worked(memory, seconds, function, args))


def _worked(memory: int, seconds: float, function: Any, args: tuple[Any, ...]) -> bytes:
    from planner.exchange.refused import ImportRefused
    from planner.i18n import _

    try:
        _limit(memory, seconds)
        return pickle.dumps((True, function(*args)), protocol=pickle.HIGHEST_PROTOCOL)
    except ImportRefused as refused:
        said = str(refused)
    except MemoryError:
        said = _("The file needs more memory to read than is sensible; nothing was imported.")
    except Exception as error:  # whatever a file from elsewhere sets off ends here, as a sentence
        said = _("The file cannot be read ({reason}); save a fresh copy of it.").format(reason=type(error).__name__)
    return pickle.dumps((False, said))


def _limit(memory: int, seconds: float) -> None:
    """Take no more memory than so many bytes in all, and, where nobody is left to stop the process, no more time of the
    processor; only where the system knows such limits."""
    try:
        import resource
    except ImportError:
        return
    for what, limit in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, int(seconds) + 1)):
        hard = resource.getrlimit(what)[1]
        with suppress(OSError, ValueError):
            resource.setrlimit(what, (limit if hard == resource.RLIM_INFINITY else min(limit, hard), hard))
