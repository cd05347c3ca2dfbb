"""What is offered in the place of a plan file that cannot be read any more."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from planner.i18n import _
from planner.model.file.errors import NewerPlan, PlanFileError
from planner.model.plan import Plan
from planner.ui.numbers import numbers_of


def earlier_instead(parent: QWidget | None, path: Path, error: PlanFileError) -> Path | None:
    """Say why a plan cannot be opened; where this computer keeps an earlier copy of it, offer that as a file beside it.

    None where there is none, or nobody wants it.
    """
    from planner.model.file.workcopy import earlier_versions, set_out_earlier
    from planner.ui.ask import ask

    kept = [] if isinstance(error, NewerPlan) or not path.exists() else earlier_versions(path)
    if not kept:
        ask().tell(parent, str(error))
        return None
    local = kept[0].at.astimezone()
    more = _("This computer keeps an earlier copy, from {day}, {time}. It opens as a file of its own.").format(
        day=numbers_of(Plan()).day(local.date().isoformat()), time=f"{local:%H:%M}"
    )
    if ask().choose(parent, str(error), more, [("copy", _("Open the copy"))]) is None:
        return None
    try:
        return set_out_earlier(kept[0], path)
    except PlanFileError as refused:
        ask().tell(parent, str(refused))
        return None
