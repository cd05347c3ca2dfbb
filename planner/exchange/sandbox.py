"""Work on files from elsewhere, in a process of its own that is stopped when it takes too long or too much.

``function`` must be importable by name, and what it takes and returns must be picklable.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from planner.exchange.refused import ImportRefused
from planner.i18n import _

SECONDS = 20.0
MEMORY = 500 * 1024 * 1024

T = TypeVar("T")


def run_limited(function: Callable[..., T], *args: Any, seconds: float = SECONDS, memory: int = MEMORY) -> T:
    """What the function returns. Raises ImportRefused: its own, or when it takes too long, too much, or breaks."""
    # Spawned, not forked: a copy of a process with a window and threads may never wake up.
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(there, memory, function, args), daemon=True)
    process.start()
    there.close()
    try:
        if not here.poll(seconds):
            raise ImportRefused(
                _(
                    "Reading the file took longer than {seconds:.0f} seconds and was stopped; nothing was imported."
                ).format(seconds=seconds)
            )
        succeeded, answer = here.recv()
    except EOFError:
        raise ImportRefused(
            _("Reading the file needed more memory than is sensible and was stopped; nothing was imported.")
        ) from None
    finally:
        here.close()
        process.kill()
        process.join()
        process.close()
    if succeeded:
        result: T = answer
        return result
    raise ImportRefused(answer)


def _work(there: Connection, memory: int, function: Callable[..., Any], args: tuple[Any, ...]) -> None:
    """What the child does: answers (True, result) or (False, sentence)."""
    try:
        _limit(memory)
        there.send((True, function(*args)))
    except ImportRefused as refused:
        there.send((False, str(refused)))
    except MemoryError:
        there.send((False, _("The file needs more memory to read than is sensible; nothing was imported.")))
    except Exception as error:  # whatever a file from elsewhere sets off ends here, as a sentence
        there.send((False, _("The file cannot be read ({reason}); save a fresh copy of it.").format(
            reason=type(error).__name__)))  # fmt: skip
    finally:
        there.close()


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
