"""What a gesture on bars does to the plan."""

from collections.abc import Mapping, Sequence

from planner.calc import months
from planner.calc.schedule import Span, when
from planner.model.edits import Edit
from planner.model.edits.activities import Schedule
from planner.model.edits.placing import Place
from planner.model.edits.runs import MoveRuns, RunAgain
from planner.model.fields import RowId
from planner.ui.pages.activities.faces import Bar


def moving(id: RowId, bars: Sequence[Bar], spans: Mapping[RowId, Span]) -> Edit:
    """Runs of an activity get other spans; leads come along by as many months as a start moves with its end."""
    run, span = next(iter(spans.items()))
    before = next((bar.span for bar in bars if bar.id == run), None)
    by = 0
    if before is not None and before.first != span.first and before.last != span.last:
        by = months.index(f"{span.first:%Y-%m}") - months.index(f"{before.first:%Y-%m}")
    if len(spans) > 1:
        return MoveRuns(id, {run: Place(*when(span)) for run, span in spans.items()}, by)
    return Schedule(id, *when(span), leads_by=by, run_id=None if run == id else run)


def adding(id: RowId, bars: Sequence[Bar], span: Span) -> Edit:
    """An activity takes place once more; one without dates gets its first ones."""
    return RunAgain(id, Place(*when(span))) if bars else Schedule(id, *when(span))
