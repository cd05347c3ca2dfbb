"""Work that runs too long, takes too much or breaks ends as one sentence."""

from __future__ import annotations

import itertools
import os
import sys

import pytest

from planner.exchange.refused import ImportRefused
from planner.exchange.sandbox import run_limited


def test_what_the_function_returns_comes_back() -> None:
    assert run_limited(divmod, 7, 3) == (2, 1)


def test_what_takes_too_long_is_stopped() -> None:
    with pytest.raises(ImportRefused, match="longer than 1 seconds"):
        run_limited(sum, itertools.repeat(1), seconds=1)


def test_what_breaks_is_a_sentence() -> None:
    with pytest.raises(ImportRefused, match="ZeroDivisionError"):
        run_limited(divmod, 1, 0)


def test_a_process_that_ends_without_an_answer() -> None:
    with pytest.raises(ImportRefused, match="was stopped"):
        run_limited(os._exit, 3)


@pytest.mark.skipif(sys.platform != "linux", reason="memory limits of a process are those of Linux")
def test_what_takes_too_much_memory_is_stopped() -> None:
    with pytest.raises(ImportRefused, match="more memory"):
        run_limited(bytes, 800 * 1024 * 1024, memory=200 * 1024 * 1024)
