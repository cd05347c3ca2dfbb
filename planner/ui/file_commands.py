"""The commands of a window that bring files in or out."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from planner.i18n import _
from planner.model.file.errors import PlanFileError
from planner.ui.ask import ask
from planner.ui.launch.opening import default_folder, plan_kinds

if TYPE_CHECKING:
    from pathlib import Path

    from planner.ui.window import Window

Now = Callable[[], datetime]


def save_copy(window: "Window", now: Now) -> None:
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


def earlier_copies(window: "Window", open_path: "Callable[[Path], object]") -> None:
    """The copies of the plan file that this computer keeps; `open_path` opens one of them in a window of its own."""
    from planner.ui.history.copies import EarlierCopies

    document = window.workspace.document
    if document is None:
        return
    kept = not window.settings.leave_nothing
    dialog = EarlierCopies(window.workspace.plan, document.path, document.earlier_versions(), kept, open_path)
    dialog.open_over(window)


def export_plan(window: "Window", now: Now) -> None:
    """Workbook, charts and text."""
    from planner.ui.exporting.dialog import ExportDialog

    folder = window.path.parent if window.path else default_folder()
    ExportDialog(window.workspace, folder, now().astimezone().date().isoformat()).open_over(window)


def homework(window: "Window", now: Now) -> None:
    """Small workbooks for people who answer later."""
    from planner.ui.exporting.homework import HomeworkDialog

    folder = window.path.parent if window.path else default_folder()
    HomeworkDialog(window.workspace, folder, now().astimezone().date().isoformat()).open_over(window)


def import_file(window: "Window", now: Now) -> None:
    """Look what a file is, and bring it in."""
    from planner.ui.importing.entry import choose_file

    choose_file(window)
