"""Work that runs too long, takes too much or breaks ends as one sentence."""

from __future__ import annotations

import itertools
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from planner.exchange.refused import ImportRefused
from planner.exchange.sandbox import run_limited
from planner.exchange.sandbox_child import CHILD

COMMAND = [sys.executable, "-m", "planner", CHILD]
"""As a frozen program starts itself."""


def test_what_the_function_returns_comes_back() -> None:
    assert run_limited(divmod, 7, 3) == (2, 1)


def test_what_takes_too_long_is_stopped() -> None:
    with pytest.raises(ImportRefused, match="longer than 1 seconds"):
        run_limited(sum, itertools.repeat(1), seconds=1)


def test_what_breaks_is_a_sentence() -> None:
    with pytest.raises(ImportRefused, match="ZeroDivisionError"):
        run_limited(divmod, 1, 0)


def test_a_process_that_ends_without_an_answer_is_not_said_to_have_taken_memory() -> None:
    with pytest.raises(ImportRefused, match="broke off") as refused:
        run_limited(os._exit, 3)
    assert "memory" not in str(refused.value)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such signal")
def test_a_process_that_the_computer_stops() -> None:
    with pytest.raises(ImportRefused, match="The computer stopped the reading"):
        run_limited(signal.raise_signal, 9)


def test_somebody_may_stop_it() -> None:
    class Enough(Exception):
        pass

    def tick() -> None:
        raise Enough

    with pytest.raises(Enough):
        run_limited(sum, itertools.repeat(1), tick=tick)


def test_what_the_work_prints_is_no_part_of_the_answer() -> None:
    assert run_limited(print, "hello") is None


@pytest.mark.parametrize("way", ["-c", "-", "frozen"])
def test_it_makes_no_difference_how_the_program_was_started(way: str, tmp_path: Path) -> None:
    text = "from planner.exchange.sandbox import run_limited; print(run_limited(divmod, 7, 3))"
    if way == "frozen":
        text = f"import sys; from planner.exchange import sandbox; sandbox._command = lambda: {COMMAND!r}; {text}"
    words = [sys.executable, *(["-"] if way == "-" else ["-c", text])]
    done = subprocess.run(
        words, input=text if way == "-" else None, capture_output=True, text=True, cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}, check=True,
    )  # fmt: skip
    assert done.stdout == "(2, 1)\n"


@pytest.mark.skipif(sys.platform != "linux", reason="memory limits of a process are those of Linux")
def test_what_takes_too_much_memory_is_stopped() -> None:
    with pytest.raises(ImportRefused, match="more memory"):
        run_limited(bytes, 800 * 1024 * 1024, memory=200 * 1024 * 1024)
