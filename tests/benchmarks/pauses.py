"""How long the window stands still while large things happen: the longest gap between the ticks of a timer in it.

``python -m tests.benchmarks.pauses`` measures everything, which takes minutes; words after it choose cases
(``people "budget 5000"``). Wanted: under 100 ms each. The clock counts what else the machine does, so it must be
quiet; what the window's thread itself had to do in its longest stretch is told beside it.
"""

from __future__ import annotations

import gc
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from importlib import import_module
from pathlib import Path
from time import perf_counter, thread_time
from typing import TYPE_CHECKING

from planner.assets import resource
from planner.exchange.text import read_plan
from planner.model.changes import Author
from planner.model.document import Document
from planner.model.plan import Plan, Rows
from tests.benchmarks.big import big_plan

if TYPE_CHECKING:
    from planner.ui.window import Window

_A_MOMENT, _UNTIL_PUBLISHED = 700, 3200  # milliseconds: rings and findings follow; the file follows
_AT_MOST = 180.0  # seconds that anything may take here
_SIZES = (50, 500, 5000)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def _now() -> datetime:
    return datetime(2026, 11, 16, 9, 0, tzinfo=UTC)


class Ticks:
    """A timer of one millisecond in the window's thread."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._tick)
        self.begin()
        self._timer.start()

    def begin(self) -> None:
        """Forget what was."""
        self._last = perf_counter(), thread_time()
        self._gaps: list[tuple[float, float]] = []

    def end(self) -> tuple[float, float]:
        """Milliseconds of the longest gap since by the clock, and of the longest by this thread's own work."""
        self._tick()
        by_clock, own = zip(*self._gaps, strict=True)
        return 1e3 * max(by_clock), 1e3 * max(own)

    def said(self) -> str:
        """The same in words."""
        return "{:.0f} ms, {:.0f} ms of its own".format(*self.end())

    def _tick(self) -> None:
        now = perf_counter(), thread_time()
        self._gaps.append((now[0] - self._last[0], now[1] - self._last[1]))
        self._last = now


def _idle(milliseconds: int) -> None:
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _wait(until: Callable[[], object]) -> None:
    end = perf_counter() + _AT_MOST
    while not until():
        _idle(5)
        if perf_counter() > end:
            raise SystemExit("this takes too long")


def measure(chosen: Sequence[str] = ()) -> Iterator[str]:
    """The rows of the report, of all cases or of those whose name begins with one of these words."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    home = tempfile.mkdtemp(prefix="pauses-")
    os.environ.update(XDG_CONFIG_HOME=home, XDG_STATE_HOME=home)
    from PySide6.QtWidgets import QApplication

    from planner.ui import theme
    from planner.ui.collector import Collector
    from planner.ui.launch.warming import cold_modules

    app = QApplication.instance() or QApplication(["planner"])
    assert isinstance(app, QApplication)
    theme.install(app, "light")
    for name in (*cold_modules(), "planner.exchange.lists.preview", "planner.exchange.export"):
        import_module(name)
    gc.collect()
    gc.freeze()
    Collector(app)
    ticks = Ticks()
    for name, case in _cases():
        if chosen and not any(f"{name} ".startswith(f"{word} ") for word in chosen):
            continue
        for what, said in case(Path(home), ticks):
            yield f"{name}, {what}: {said}"


def _cases() -> Iterator[tuple[str, Callable[[Path, Ticks], Iterator[tuple[str, str]]]]]:
    for size in _SIZES:
        for name, make in _LISTS.items():
            yield f"{name} {size}", partial(_list, make, size)
    yield "deals 5000", _deals
    for name in ("example", "big"):
        yield f"workbook {name}", partial(_workbook, name)
        yield f"plan {name}", partial(_replaced, name)
        yield f"export {name}", partial(_export, name)
        yield f"publish {name}", partial(_publish, name)
        yield f"open {name}", partial(_open, name)
        yield f"next year {name}", partial(_next_year, name)


def _plan(name: str) -> Plan:
    return big_plan(10_000) if name == "big" else _example()


def _example() -> Plan:
    return read_plan(resource("example", "example-plan.yaml").read_text(encoding="utf-8"))


_counter = iter(range(10_000))


@contextmanager
def _window(home: Path, plan: Plan) -> Iterator[Window]:
    """The window of a plan, all its chapters ready, as it stands after some seconds."""
    from planner.ui.launch.readying import Readying
    from planner.ui.settings import Settings
    from planner.ui.window import Window
    from planner.ui.workspace import Workspace

    path = home / f"plan {next(_counter)}.cgplan"
    document = Document.create(path, now=_now, plan=plan, author=Author("Ines"), state_dir=home / "state")
    workspace = Workspace(document.plan, now=_now)
    window = Window(workspace, Settings())
    workspace.setParent(window)
    workspace.attach(document)
    window.resize(1440, 900)
    window.show()
    ready = Readying(window, rest=0)
    done: list[bool] = []
    ready.done.connect(lambda: done.append(True))
    ready.start()
    _wait(lambda: done)
    _idle(_UNTIL_PUBLISHED)
    yield window
    window.close()
    window.deleteLater()
    _idle(200)
    gc.collect()


# Lists


def _list(make: Callable[[Path, int], Path], size: int, home: Path, ticks: Ticks) -> Iterator[tuple[str, str]]:
    from planner.ui.importing.entry import bring_in

    path = make(home, size)
    with _window(home, _example()) as window:
        work = window.workspace
        ticks.begin()
        bring_in(window, path)
        page = window.page
        _wait(lambda: not page.session.busy and page.session.preview is not None)  # type: ignore[attr-defined]
        _idle(_A_MOMENT)
        yield "to the preview", ticks.said()
        before = work.plan
        ticks.begin()
        page.import_now()  # type: ignore[attr-defined]
        _wait(lambda: work.plan is not before and window.chapter != "import")
        _idle(_A_MOMENT)
        yield "bringing it in", ticks.said()
        yield from _after(window, ticks)


def _after(window: Window, ticks: Ticks) -> Iterator[tuple[str, str]]:
    """What may follow a large edit."""
    work = window.workspace
    ticks.begin()
    _idle(_UNTIL_PUBLISHED)
    yield "publishing", ticks.said()
    ticks.begin()
    window.history()
    _idle(2 * _A_MOMENT)
    yield "history and comparison", ticks.said()
    window.moments.leave()
    _idle(_A_MOMENT)
    for what, do in (("undo", work.undo), ("redo", work.redo)):
        before = work.plan
        ticks.begin()
        do()
        _wait(lambda before=before: work.plan is not before)  # type: ignore[misc]
        _idle(_A_MOMENT)
        yield what, ticks.said()
    from planner.ui.pages import CHAPTERS

    worst = []
    for chapter in CHAPTERS:
        ticks.begin()
        window.go(chapter.key)
        _idle(150)
        worst.append((*reversed(ticks.end()), chapter.key))
    yield "going through the chapters", "{1:.0f} ms, {0:.0f} ms of its own in {2}".format(*max(worst))


def _people(home: Path, size: int) -> Path:
    rows = (f"Pers{n} Last{n},Role {n % 9},{1 + n % 5},{1 + n % 4}" for n in range(size))
    return _csv(home / f"people{size}.csv", "Name,Role,Influence,Interest", rows)


def _activities(home: Path, size: int) -> Path:
    rows = (f"Activity {n} x,2027-0{1 + n % 9}-03,2027-0{1 + n % 9}-20,Ann Lee,{100 + n}.00" for n in range(size))
    return _csv(home / f"activities{size}.csv", "Activity,Start,End,Owner,Cost", rows)


def _inputs(home: Path, size: int) -> Path:
    rows = (f"Customers in region {n} ask for a sheet on {n * 7},Ann Lee {n % 30},2026-10-{1 + n % 28:02d},need"
            for n in range(size))  # fmt: skip
    return _csv(home / f"inputs{size}.csv", "Feedback,Given by,Date,Category", rows)


def _risks(home: Path, size: int) -> Path:
    rows = (f"Supplier {n} is late,{1 + n % 5},{1 + n % 4},Ann Lee,Ask twice" for n in range(size))
    return _csv(home / f"risks{size}.csv", "Risk,Probability,Impact,Owner,Mitigation", rows)


def _materials(home: Path, size: int) -> Path:
    rows = (f"Brochure {n},brochure,{100 + n}.00,keep" for n in range(size))
    return _csv(home / f"materials{size}.csv", "Material,Type,Annual cost,Decision", rows)


def _budget(home: Path, size: int) -> Path:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Budget")
    sheet.append(["Line", "Category", "Lead", "Note", *_MONTHS, "Total"])
    for number in range(size):
        amounts = [float((number * month) % 900) for month in range(1, 13)]
        sheet.append([f"Line {number}", f"G{number % 40}", f"Person {number % 25}", "ok", *amounts, sum(amounts)])
    book.save(home / f"budget{size}.xlsx")
    return home / f"budget{size}.xlsx"


def _csv(path: Path, head: str, rows: Iterator[str]) -> Path:
    path.write_text("\n".join((head, *rows)) + "\n", encoding="utf-8")
    return path


_LISTS = {
    "people": _people, "budget": _budget, "activities": _activities, "inputs": _inputs, "risks": _risks,
    "materials": _materials,
}  # fmt: skip


def _deals(home: Path, ticks: Ticks) -> Iterator[tuple[str, str]]:
    from planner.ui.importing.crm import CrmDialog

    rows = (
        f"Deal {n},{40_000 + n % 900}.00,2025-{1 + n % 12:02d}-05,2026-{1 + n % 9:02d}-15,"
        f"{('Closed Won', 'Closed Lost', 'Proposal')[n % 3]},{('Web', 'Fair', 'Referral')[n % 3]}"
        for n in range(5000)
    )
    path = _csv(home / "deals.csv", "Opportunity Name,Amount,Created Date,Close Date,Stage,Lead Source", rows)
    with _window(home, _example()) as window:
        ticks.begin()
        dialog = CrmDialog(window.workspace, path.name, path)
        dialog.open_over(window)
        _wait(lambda: dialog._crm is not None)
        _idle(_A_MOMENT)
        yield "to the preview", ticks.said()
        before = window.workspace.plan
        ticks.begin()
        dialog._import()
        _wait(lambda: window.workspace.plan is not before)
        _idle(_A_MOMENT)
        yield "bringing it in", ticks.said()
        yield from _after(window, ticks)


# Whole plans


def _changed(plan: Plan) -> Plan:
    """Another amount in every cell of the budget, and a word in each line."""
    amounts = Rows([replace(row, planned=(row.planned or 0) + 100) for row in plan.amounts])
    lines = Rows([replace(row, description=f"{row.description} again") for row in plan.budget_lines])
    return plan.with_tables({"amount": amounts, "budget_line": lines})


def _workbook(name: str, home: Path, ticks: Ticks) -> Iterator[tuple[str, str]]:
    """A workbook comes back in which every amount was changed."""
    from planner.calc.results import Results
    from planner.exchange.workbook import write_workbook
    from planner.ui.importing.entry import bring_in

    plan = _plan(name)
    with _window(home, plan) as window:
        document = window.workspace.document
        assert document is not None
        path = home / f"{name}.xlsx"
        changed = _changed(document.plan)
        write_workbook(changed, Results(changed, "2026-11-16"), path, exported=document.moment, pictures=False,
                       today="2026-11-16")  # fmt: skip
        gc.collect()
        ticks.begin()
        bring_in(window, path)
        _wait(lambda: window.chapter == "merge")
        _idle(_A_MOMENT)
        yield "to the changes", ticks.said()
        before = window.workspace.plan
        ticks.begin()
        window.page.take_in()  # type: ignore[attr-defined]
        _wait(lambda: window.workspace.plan is not before)
        _idle(_A_MOMENT)
        yield "taking it in", ticks.said()
        yield from _after(window, ticks)


def _replaced(name: str, home: Path, ticks: Ticks) -> Iterator[tuple[str, str]]:
    """A plan in text comes in the place of this one."""
    from planner.exchange.text import write_plan
    from planner.ui.importing.whole import bring_in_plan

    path = home / f"{name}.yaml"
    path.write_text(write_plan(_changed(_plan(name))), encoding="utf-8")
    with _window(home, _example()) as window:
        before = window.workspace.plan
        ticks.begin()
        bring_in_plan(window, path)
        _wait(lambda: window.workspace.plan is not before)
        _idle(_A_MOMENT)
        yield "bringing it in", ticks.said()
        yield from _after(window, ticks)


def _export(name: str, home: Path, ticks: Ticks) -> Iterator[tuple[str, str]]:
    """Workbook, charts, pack and text, from the dialog."""
    from planner.ui.exporting.dialog import ExportDialog

    with _window(home, _plan(name)) as window:
        dialog = ExportDialog(window.workspace, home, "2026-11-16")
        dialog.open_over(window)
        for card in dialog._cards():
            card.setChecked(True)
        _idle(_A_MOMENT)
        ticks.begin()
        dialog._start()
        _wait(lambda: dialog._job is None)
        _idle(_A_MOMENT)
        yield "everything", ticks.said()
        dialog.finish(None)


def _publish(name: str, home: Path, ticks: Ticks) -> Iterator[tuple[str, str]]:
    from planner.model.edits import SetFields

    with _window(home, _plan(name)) as window:
        goal = next(iter(window.workspace.plan.goals))
        window.workspace.apply(SetFields("goal", goal.id, {"title": "Another title"}))
        _idle(_A_MOMENT)
        ticks.begin()
        window.workspace.publish()
        _idle(_A_MOMENT)
        yield "one edit", ticks.said()
        window.go("forecast")
        _idle(_A_MOMENT)
        ticks.begin()
        window.workspace.apply(SetFields("goal", goal.id, {"target": 2e6}))
        _idle(_A_MOMENT)
        yield "an assumption of the forecast", ticks.said()


def _open(name: str, home: Path, ticks: Ticks) -> Iterator[tuple[str, str]]:
    from planner.ui.program import Program
    from planner.ui.settings import Settings

    path = home / f"open {name}.cgplan"
    Document.create(path, now=_now, plan=_plan(name), author=Author("Ines"), state_dir=home / "state").close()
    program = Program(_now, Settings())
    ticks.begin()
    window = program.open_path(path)
    assert window is not None
    _wait(lambda: window.workspace.document is not None)
    _idle(_UNTIL_PUBLISHED)
    yield "from the file to all findings", ticks.said()
    ticks.begin()
    window.close()
    _idle(_A_MOMENT)
    yield "closing it", ticks.said()
    gc.collect()


def _next_year(name: str, home: Path, ticks: Ticks) -> Iterator[tuple[str, str]]:
    from planner.ui import ask
    from planner.ui.program import Program
    from planner.ui.settings import Settings

    path, target = home / f"last {name}.cgplan", home / f"next {name}.cgplan"
    Document.create(path, now=_now, plan=_plan(name), author=Author("Ines"), state_dir=home / "state").close()
    program = Program(_now, Settings())
    asked = ask.ask()
    asked.open_file = lambda *_given: path  # type: ignore[method-assign]
    asked.save_file = lambda *_given: target  # type: ignore[method-assign]
    ticks.begin()
    program.new_from_last()
    _wait(lambda: program.windows and program.windows[0].workspace.document is not None)
    _idle(_UNTIL_PUBLISHED)
    yield "from last year's file to the new plan", ticks.said()
    program.quit()
    _idle(_A_MOMENT)
    gc.collect()


if __name__ == "__main__":
    for line in measure(sys.argv[1:]):
        print(line, flush=True)
