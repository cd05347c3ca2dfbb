"""One edit from the keyboard to the repainted page, with everything around the page."""

from __future__ import annotations

import os
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

from planner.assets import resource
from planner.exchange.text import read_plan
from planner.model.changes import Author
from planner.model.document import Document
from planner.model.edits import SetFields
from planner.model.plan import Plan
from tests.benchmarks.big import big_plan

EDITS = 25


def measure() -> list[str]:
    """The rows of the report."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    example = read_plan(resource("example", "example-plan.yaml").read_text(encoding="utf-8"))
    return [
        f"edit to repainted page, {name}, {chapter}: {1e3 * _edit(plan, chapter):.0f} ms"
        for name, plan in (("the example", example), ("10,000 rows", big_plan(10_000)))
        for chapter in ("goals", "budget", "sales_input")
    ]


def _edit(plan: Plan, chapter: str) -> float:
    from PySide6.QtWidgets import QApplication

    from planner.ui import theme
    from planner.ui.settings import Settings
    from planner.ui.window import Window
    from planner.ui.workspace import Workspace

    app = QApplication.instance() or QApplication(["planner"])
    assert isinstance(app, QApplication)
    theme.install(app, "light")
    clock = [datetime(2026, 11, 16, tzinfo=UTC)]
    with tempfile.TemporaryDirectory() as folder:
        document = Document.create(
            Path(folder) / "plan.cgplan",
            now=lambda: clock[0],
            plan=plan,
            author=Author("Ines"),
            state_dir=Path(folder),
        )
        workspace = Workspace(document.plan, now=lambda: clock[0])
        window = Window(workspace, Settings(), chapter)
        workspace.attach(document)
        window.resize(1440, 900)
        window.show()
        app.processEvents()
        rows = {"goals": "goal", "budget": "amount", "sales_input": "sales_input"}
        field = {"goals": "title", "budget": "planned", "sales_input": "evidence"}[chapter]
        ids = [row.id for row in document.plan.table(rows[chapter])][:EDITS]
        times = []
        for number in range(EDITS):
            clock[0] += timedelta(seconds=10)
            value = number * 100 if chapter == "budget" else f"Value {number}"
            start = perf_counter()
            workspace.apply(SetFields(rows[chapter], ids[number % len(ids)], {field: value}))
            window.page.repaint()
            app.processEvents()
            times.append(perf_counter() - start)
        window.close()
    return median(times)
