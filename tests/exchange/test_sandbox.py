"""Work that runs too long, takes too much or breaks ends as one sentence."""

from __future__ import annotations

import itertools
import os
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from planner.exchange.refused import ImportRefused
from planner.exchange.sandbox import MEMORY, SECONDS, BrokeOff, run_limited
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


def half_an_answer() -> None:
    """Die in the middle of what is written."""
    os.write(_answers_to(), b"\x80\x05\x95")
    os._exit(1)


def _answers_to() -> int:
    """The pipe of the answer: the first that was opened after the three that every process has."""
    return 3


def test_half_an_answer_is_none() -> None:
    with pytest.raises(BrokeOff, match="broke off and gave nothing"):
        run_limited(half_an_answer)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such signal")
def test_the_time_of_the_processor_counts_too() -> None:
    """So a process that nobody is left to stop ends by itself."""
    with pytest.raises(ImportRefused, match="longer than 20 seconds"):
        run_limited(signal.raise_signal, 24)


@pytest.mark.skipif(sys.platform != "linux", reason="limits of a process are those of Linux")
def test_the_limits_hold_for_the_process_itself() -> None:
    import resource

    assert run_limited(resource.getrlimit, resource.RLIMIT_AS)[0] == MEMORY == 500 * 1024 * 1024
    assert run_limited(resource.getrlimit, resource.RLIMIT_CPU)[0] == SECONDS + 1 == 21


def test_a_process_that_cannot_begin(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "nothing"))
    with pytest.raises(ImportRefused, match="could not begin to read the file"):
        run_limited(divmod, 7, 3)


def test_another_way_is_tried_where_the_first_breaks_off() -> None:
    assert run_limited(os._exit, 3, otherwise=partial(divmod, 7, 3)) == (2, 1)
    with pytest.raises(ImportRefused, match="ZeroDivisionError"):
        run_limited(divmod, 1, 0, otherwise=partial(divmod, 7, 3))


def test_both_ways_share_one_limit_of_time() -> None:
    with pytest.raises(ImportRefused, match="longer than 1 seconds"):
        run_limited(os._exit, 3, otherwise=partial(sum, itertools.repeat(1)), seconds=1)


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
