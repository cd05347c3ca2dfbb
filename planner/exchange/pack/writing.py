"""Writes the pack: pages for readers as single PDFs, all of it as one PDF, and as slides."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planner.i18n import _
from planner.model.plan import Audience, Plan

if TYPE_CHECKING:
    from planner.calc.results import Results

FORMATS = ("pdf", "pptx")
_WIDE = 11.69
"""Inches of a lying A4 sheet."""


def steps_of(formats: Sequence[str]) -> int:
    """How many steps of progress a pack in these formats takes."""
    from planner.charts import CHARTS
    from planner.charts.paper import PAGES

    return (len(PAGES) + len(CHARTS)) * ("pdf" in formats) + len(CHARTS) * ("pptx" in formats)


def write_pack(
    plan: Plan,
    results: Results,
    folder: Path,
    name: str,
    formats: Sequence[str],
    progress: Callable[[int, int, str], None] = lambda done, total, what: None,
    cancelled: Callable[[], bool] = lambda: False,
    *,
    audience: Audience = Audience.INTERNAL,
) -> list[Path]:
    """Write the pack in ``pdf`` and ``pptx`` into the folder and return the files.

    What the audience may not see is in no page and on no slide. When ``cancelled`` says so, what is written by then
    is returned. Raises ValueError for another format, OSError when a file cannot be written.
    """
    wanted = [form.lower() for form in formats]
    if unknown := [form for form in wanted if form not in FORMATS]:
        raise ValueError(f"not a format of the pack: {unknown[0]}")
    written: list[Path] = []
    total, done = steps_of(wanted), 0
    if "pdf" in wanted:
        from planner.charts import CHARTS
        from planner.charts.paper import PAGES
        from planner.charts.paper.pdf import save_pages
        from planner.charts.sheet import as_wide_as

        whole: list[Any] = []
        for page in PAGES:
            progress(done, total, page.title)
            if cancelled():
                return written
            done += 1
            figures = page.draw(plan, results, audience) if page.seen_by(audience) else ()
            if figures:
                written.append(save_pages(folder / f"{page.key}.pdf", figures, page.title))
                whole += figures
        with as_wide_as(_WIDE):
            for chart in CHARTS:
                progress(done, total, chart.title)
                if cancelled():
                    return written
                done += 1
                if chart.seen_by(audience):
                    whole.append(chart.draw(plan, results))
        written.append(save_pages(folder / f"{name} - kickoff pack.pdf", whole, plan.facts.title or name))
    if "pptx" in wanted:
        from planner.exchange.pack.slides import write_slides

        path = folder / f"{name} - kickoff pack.pptx"
        start = done
        if write_slides(plan, results, path, audience, lambda n, what: progress(start + n, total, what), cancelled):
            written.append(path)
    progress(total, total, _("The pack is ready"))
    return written

