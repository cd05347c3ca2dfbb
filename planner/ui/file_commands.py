"""The commands of a window that bring files in or out."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from planner.i18n import _
from planner.model.edits import ReplacePlan
from planner.model.file.errors import PlanFileError
from planner.ui.ask import ask
from planner.ui.jobs import Job, Progress
from planner.ui.launch.opening import default_folder, plan_kinds
from planner.ui.window import Window

Now = Callable[[], datetime]


def save_copy(window: Window, now: Now) -> None:
    """Write this plan to another file."""
    document = window.workspace.document
    if document is None:
        return
    proposed = document.path.with_name(f"{document.path.stem} {now().astimezone():%Y-%m-%d}{document.path.suffix}")
    path = ask().save_file(window, _("Save a copy"), plan_kinds(), proposed)
    if path is None:
        return
    try:
        document.save_copy(path)
    except PlanFileError as error:
        ask().tell(window, str(error))
    else:
        window.toast.say(_("Saved a copy as {name}").format(name=path.name), undo=False)


def export_plan(window: Window, now: Now) -> None:
    """Workbook, charts and text."""
    from planner.ui.exporting.dialog import ExportDialog

    folder = window.path.parent if window.path else default_folder()
    ExportDialog(window.workspace, folder, now().astimezone().date().isoformat()).open_over(window)


def homework(window: Window, now: Now) -> None:
    """Small workbooks for people who answer later."""
    from planner.ui.exporting.homework import HomeworkDialog

    folder = window.path.parent if window.path else default_folder()
    HomeworkDialog(window.workspace, folder, now().astimezone().date().isoformat()).open_over(window)


def import_file(window: Window, now: Now) -> None:
    """Look what a file is, and bring it in."""
    from planner.ui.importing.entry import choose_file

    choose_file(window)


def bring_in_plan(window: Window, path: Path) -> None:
    """Put the plan of a text file in the place of this one; one step of undo."""
    job = Job(lambda progress: _read_text(path, progress), window)

    def done(plan: object) -> None:
        said = _("Import {name}").format(name=path.name)
        window.workspace.apply(ReplacePlan(plan, said))  # type: ignore[arg-type]

    def failed(error: Exception) -> None:
        ask().tell(window, _("{name} cannot be read.").format(name=path.name), str(error))

    job.done.connect(done)
    job.failed.connect(failed)
    job.start()


def _read_text(path: Path, progress: Progress) -> object:
    from planner.exchange.text import read_plan

    progress(0, 1, _("Reading {name}").format(name=path.name))
    return read_plan(path.read_text(encoding="utf-8-sig"))
