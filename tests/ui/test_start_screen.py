"""The start screen fits the smallest screen with everything on it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea

from planner.i18n import use_language
from planner.model.changes import Author
from planner.model.document import Document
from planner.model.plan import Plan
from planner.ui.settings import Settings
from planner.ui.start.parts import RecentRow
from planner.ui.start.screen import StartWindow
from tests.ui.conftest import NOW, now
from tests.ui.whole.seen import cut, overlapping, settle, texts_of


@pytest.mark.parametrize("size", [(1180, 720), (1366, 768), (1440, 900)])
def test_four_recent_plans_and_the_example_fit_without_scrolling(
    size: tuple[int, int], qapp_dressed: QApplication, tmp_path: Path, example_plan: Plan, qtbot, monkeypatch
) -> None:
    recent = []
    for place in range(4):
        path = tmp_path / f"plan{place}.cgplan"
        Document.create(path, now=now, plan=example_plan, author=Author("Bernhard-Maximilian von Oldenburg")).close()
        recent.append((path, NOW - timedelta(days=place)))
    monkeypatch.setattr(Settings, "recent", property(lambda _self: recent))
    start = StartWindow(Settings(), now)
    qtbot.addWidget(start)
    start.resize(*size)
    start.show()
    qtbot.waitUntil(lambda: len(start.findChildren(RecentRow)) == 4)
    (area,) = start.findChildren(QScrollArea)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() == 0)
    assert [row.recent.author for row in start.findChildren(RecentRow)] == ["Bernhard-Maximilian"] * 4


@pytest.mark.parametrize("code", ["en", "de"])
def test_everything_said_at_the_start_is_read_whole_on_the_smallest_screen(
    code: str, qapp_dressed: QApplication, qtbot
) -> None:
    use_language(code)
    try:
        start = StartWindow(Settings(), now)
        qtbot.addWidget(start)
        start.resize(1180, 720)
        start.show()
        settle()
        found = texts_of(start)
        assert found and [seen.text for seen in found if seen.text.endswith("…")] == []
        assert not [lost for _seen, lost in cut(start, found)]
        assert not list(overlapping(found))
    finally:
        use_language(None)
