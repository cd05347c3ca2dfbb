"""An error that nobody handles is written down each time and told once."""

import logging
import sys
from pathlib import Path

import pytest

from planner.ui import crash


def fail(kind: type[BaseException]) -> None:
    try:
        raise kind("a page fell over")
    except kind as error:
        sys.excepthook(kind, error, error.__traceback__)


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    said: list[tuple[str, str]] = []
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(sys, "__excepthook__", lambda *_error: None)
    monkeypatch.setattr(crash, "log_file", lambda: tmp_path / "state" / "problems.log")
    crash.install(lambda text, more: said.append((text, more)))
    yield said
    log = logging.getLogger("planner")
    for handler in list(log.handlers):
        log.removeHandler(handler)
        handler.close()


def test_the_same_fault_is_written_down_twice_and_told_once(told: list[tuple[str, str]], tmp_path: Path):
    for _again in range(2):
        fail(ValueError)
    path = tmp_path / "state" / "problems.log"
    assert path.read_text(encoding="utf-8").count("ValueError: a page fell over") == 2
    assert len(told) == 1 and str(path) in told[0][1]


def test_where_nothing_can_be_written_it_is_told_all_the_same(told: list[tuple[str, str]], tmp_path: Path):
    (tmp_path / "state").write_text("in the way")
    fail(ValueError)
    assert len(told) == 1


def test_stopping_the_program_by_hand_is_no_fault(told: list[tuple[str, str]]):
    fail(KeyboardInterrupt)
    assert not told
