"""What runs in the process of ``sandbox``: one function, with a limit on memory; its answer goes back as bytes."""

from __future__ import annotations

import os
import pickle
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
    memory, spoken, function, args = pickle.load(given)
    use_language(spoken)
    with there:
        there.write(_worked(memory, function, args))


def _worked(memory: int, function: Any, args: tuple[Any, ...]) -> bytes:
    from planner.exchange.refused import ImportRefused
    from planner.i18n import _

    try:
        _limit(memory)
        return pickle.dumps((True, function(*args)), protocol=pickle.HIGHEST_PROTOCOL)
    except ImportRefused as refused:
        said = str(refused)
    except MemoryError:
        said = _("The file needs more memory to read than is sensible; nothing was imported.")
    except Exception as error:  # whatever a file from elsewhere sets off ends here, as a sentence
        said = _("The file cannot be read ({reason}); save a fresh copy of it.").format(reason=type(error).__name__)
    return pickle.dumps((False, said))


def _limit(memory: int) -> None:
    """Take no more than so many bytes beyond what the empty process has; only where the system knows such limits."""
    try:
        import resource
        from pathlib import Path

        pages = int(Path("/proc/self/statm").read_text().split()[0])
        wanted = memory + pages * resource.getpagesize()
        _soft, hard = resource.getrlimit(resource.RLIMIT_AS)
        limit = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
    except (ImportError, OSError, ValueError):
        return
