"""After the start the chapters are imported one module at a time, so that none keeps anybody waiting later."""

from __future__ import annotations

import sys

import pytest

from planner.ui.launch.warming import Warming, cold_modules
from planner.ui.pages import CHAPTERS


def test_every_page_is_among_them_and_comes_after_its_parts() -> None:
    names = list(cold_modules())
    assert {f"planner.ui.pages.{chapter.key}.page" for chapter in CHAPTERS} <= set(names)
    assert names.index("planner.ui.pages.activities.timeline") < names.index("planner.ui.pages.activities.page")


def test_what_is_missing_is_imported_until_nothing_is(qtbot, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("planner.ui.pages.review.chart", "planner.ui.pages.brief.score"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    warming = Warming()
    with qtbot.waitSignal(warming.done):
        warming.start()
    assert all(name in sys.modules for name in cold_modules())
