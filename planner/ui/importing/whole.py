"""A whole plan that comes in as text."""

from pathlib import Path
from typing import TYPE_CHECKING

from planner.i18n import _
from planner.model.edits import ReplacePlan
from planner.ui.ask import ask
from planner.ui.jobs import Job, Progress

if TYPE_CHECKING:
    from planner.ui.window import Window


def bring_in_plan(window: "Window", path: Path) -> None:
    """Put the plan of a text file in the place of this one; one step of undo."""
    job = Job(lambda progress: _read_text(path, progress), window)

    def done(plan: object) -> None:
        said = _("Import {name}").format(name=path.name)
        window.workspace.bring_in(ReplacePlan(plan, said))  # type: ignore[arg-type]

    def failed(error: Exception) -> None:
        ask().tell(window, _("{name} cannot be read.").format(name=path.name), str(error))

    job.done.connect(done)
    job.failed.connect(failed)
    job.start()


def _read_text(path: Path, progress: Progress) -> object:
    from planner.exchange.text import read_plan

    progress(0, 1, _("Reading {name}").format(name=path.name))
    return read_plan(path.read_text(encoding="utf-8-sig"))
