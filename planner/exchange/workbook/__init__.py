"""The plan as a workbook: every chapter a sheet, live formulas, and their values for readers that do not calculate."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from planner.exchange.workbook.cancelled import CancelledError
from planner.i18n import _
from planner.model.changes import Moment
from planner.model.plan import Audience, Day, Plan
from planner.model.touches import Touches

if TYPE_CHECKING:
    from planner.calc.results import Results
    from planner.exchange.workbook.book import Book


def write_workbook(
    plan: Plan,
    results: Results,
    path: Path,
    *,
    audience: Audience = Audience.INTERNAL,
    exported: Moment | None = None,
    touches: Touches | None = None,
    pictures: bool = True,
    version: str = "",
    today: Day = "",
    progress: Callable[[int, int, str], None] = lambda done, total, what: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Path:
    """Write the workbook whole or not at all, and return its path.

    ``version`` is what people call this state of the plan (the plan's own version by default), ``exported`` the
    moment of its history it was made at, ``today`` the day on it. ``touches`` become notes on
    cells, ``pictures`` are the charts of the house. What the audience may not see is not in the file.
    Raises CancelledError, saving.FaultyWorkbookError, or OSError when the file cannot be written.
    """
    from planner.exchange.workbook import notes
    from planner.exchange.workbook.book import Book
    from planner.exchange.workbook.saving import save

    said = version or (str(plan.facts.version) if plan.facts.version is not None else "")
    book = Book(plan, results, audience, said, today)
    book.marks.moment = exported or book.marks.moment
    _sheets(book, progress, cancelled, pictures)
    notes.write(book, touches)
    return save(book, path, cancelled)


def _sheets(
    book: Book, progress: Callable[[int, int, str], None], cancelled: Callable[[], bool], pictures: bool
) -> None:
    from planner.exchange.workbook import activities, budget, contents, forecast, plain, review
    from planner.exchange.workbook import pictures as charts
    from planner.exchange.workbook.chapters import ACTIVITIES, BUDGET, CHAPTERS, CONTEXT, FORECAST, REVIEW
    from planner.exchange.workbook.tables import Placed

    first = contents.begin(book)
    done: dict[str, Placed] = {}
    for number, chapter in enumerate(CHAPTERS):
        if cancelled():
            raise CancelledError
        progress(number, len(CHAPTERS) + 1, _(chapter.title))
        if chapter is ACTIVITIES:
            done["activity"] = activities.write(book)
        elif chapter is BUDGET:
            done["budget_line"] = budget.write(book)
        elif chapter is FORECAST:
            done.update(forecast.write(book, done["activity"]))
        elif chapter is REVIEW:
            review.write(book, done["budget_line"], done)
        else:
            typed_elsewhere = ("envelope",) if chapter is CONTEXT and budget.shows_amounts(book) else ()
            plain.write(book, chapter, typed_elsewhere)
    if pictures:
        charts.write(book, lambda what: progress(len(CHAPTERS), len(CHAPTERS) + 1, what), cancelled)
    progress(len(CHAPTERS), len(CHAPTERS) + 1, _("Contents"))
    contents.write(book, first)
    book.write_hidden()
    progress(len(CHAPTERS) + 1, len(CHAPTERS) + 1, "")


__all__ = ["CancelledError", "write_workbook"]
