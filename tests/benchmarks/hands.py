"""What hands feel: each key while a text is typed, each step while a long list is scrolled, each frame of a hover."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import perf_counter, sleep
from typing import TYPE_CHECKING

from planner.assets import resource
from planner.exchange.text import read_plan
from planner.model.changes import Author
from planner.model.document import Document
from planner.model.plan import Plan
from tests.benchmarks.big import big_plan

if TYPE_CHECKING:
    from planner.ui.window import Window

STEPS, _WHEEL = 120, 60  # keys or steps, and the pixels of a step
_SENTENCE = "Customers ask what an hour of downtime costs, and nobody in the room can say it. "


def measure() -> list[str]:
    """The rows of the report: medians and the longest of all."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    example = read_plan(resource("example", "example-plan.yaml").read_text(encoding="utf-8"))
    rows = []
    for name, plan in (("the example", example), ("10,000 rows", big_plan(10_000))):
        rows.append(_row(f"a key typed into a new input, {name}", _in_window(plan, "sales_input", _type)))
    for chapter in ("sales_input", "budget", "activities"):
        rows.append(_row(f"a step scrolled, 10,000 rows, {chapter}", _in_window(plan, chapter, _scroll)))
    for chapter in ("goals", "stakeholders", "sales_input", "materials", "brief", "activities"):
        for what, hover in (("a button", _hover_button), ("a row", _hover_row)):
            if times := _in_window(example, chapter, hover):
                rows.append(_row(f"a frame of a hover, the example, {chapter}, {what}", times))
    return rows


def _row(what: str, seconds: list[float]) -> str:
    return f"{what}: {1e3 * median(seconds):.1f} ms, at most {1e3 * max(seconds):.0f} ms"


def _in_window(plan: Plan, chapter: str, do: Callable[[Window], list[float]]) -> list[float]:
    from PySide6.QtWidgets import QApplication

    from planner.ui import theme
    from planner.ui.settings import Settings
    from planner.ui.window import Window
    from planner.ui.workspace import Workspace

    app = QApplication.instance() or QApplication(["planner"])
    assert isinstance(app, QApplication)
    theme.install(app, "light")

    def now() -> datetime:
        return datetime(2026, 11, 16, tzinfo=UTC)

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder)
        author = Author("Ines")
        document = Document.create(path / "plan.cgplan", now=now, plan=plan, author=author, state_dir=path)
        workspace = Workspace(document.plan, now=now)
        window = Window(workspace, Settings(), chapter)
        workspace.attach(document)
        window.resize(1440, 900)
        window.show()
        for _again in range(5):
            app.processEvents()
        times = do(window)
        window.close()
    return times


def _type(window: Window) -> list[float]:
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    window.add_new()
    QApplication.processEvents()
    field = QApplication.focusWidget()
    times = []
    for letter in (_SENTENCE * 2)[:STEPS]:
        start = perf_counter()
        QTest.keyClicks(field, letter)
        QApplication.processEvents()
        times.append(perf_counter() - start)
    return times


def _scroll(window: Window) -> list[float]:
    from PySide6.QtWidgets import QAbstractItemView, QApplication

    views = [view for view in window.page.findChildren(QAbstractItemView) if view.isVisible()]
    bar = max((view.verticalScrollBar() for view in views), key=lambda bar: bar.maximum())
    times = []
    for step in range(STEPS):
        start = perf_counter()
        bar.setValue(min(bar.maximum(), step * _WHEEL))
        QApplication.processEvents()
        times.append(perf_counter() - start)
    return times


def _hover_button(window: Window) -> list[float]:
    """Some buttons of the page are entered, one after the other."""
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QEnterEvent
    from PySide6.QtWidgets import QApplication

    from planner.ui.parts.button import Button

    at, times = QPointF(4, 4), []
    for button in window.page.findChildren(Button)[:8]:
        if button.isVisible():
            QApplication.sendEvent(button, QEnterEvent(at, at, at))
            times += _frames()
    return times


def _hover_row(window: Window) -> list[float]:
    """The mouse goes over the rows of the lists that are seen."""
    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QHoverEvent
    from PySide6.QtWidgets import QApplication

    from planner.ui.parts.paintedlist import PaintedList

    times = []
    for view in window.page.findChildren(PaintedList):
        if view.isVisible():
            for y in (20, 120, 220):
                at = QPointF(60, y)
                QApplication.sendEvent(view.viewport(), QHoverEvent(QEvent.Type.HoverMove, at, at, at))
                times += _frames()
    return times


def _frames() -> list[float]:
    """What is painted until nothing moves, frame by frame, by the clock of the program itself."""
    from PySide6.QtCore import QElapsedTimer
    from PySide6.QtWidgets import QApplication

    from planner.ui import motion
    from planner.ui.parts.eased import frames

    motion.use(True)
    QApplication.processEvents()
    times, clock = [], QElapsedTimer()
    while frames().runs:
        frames().tick()
        sleep(0.02)  # a frame is painted when Qt's own pace allows it
        clock.start()
        QApplication.processEvents()
        times.append(clock.nsecsElapsed() / 1e9)
    motion.use(False)
    return times
