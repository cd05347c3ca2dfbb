"""Charts as PNG, SVG and PDF files."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planner.model.plan import Audience, Plan

if TYPE_CHECKING:
    from planner.calc.results import Results

FORMATS = ("png", "svg", "pdf")

_AT_HOME_AS = {"Ground Sans": "Inter", "Ground Display": "Inter Display", "Ground Serif": "Vollkorn"}
"""The names that the bundled fonts have on computers of other people."""


def write_charts(
    plan: Plan,
    results: Results,
    folder: Path,
    formats: Sequence[str],
    progress: Callable[[int, int, str], None] = lambda done, total, what: None,
    cancelled: Callable[[], bool] = lambda: False,
    *,
    audience: Audience = Audience.INTERNAL,
) -> list[Path]:
    """Write every chart that the audience may see into the folder, once per format, and return the files.

    ``progress`` gets steps done, steps in all and the chart in hand. When ``cancelled`` says so, what is written by
    then is returned. Raises ValueError for a format that is not in ``FORMATS``, OSError when a file cannot be written.
    """
    from planner.charts import CHARTS

    wanted = tuple(dict.fromkeys(form.lower() for form in formats))
    if unknown := [form for form in wanted if form not in FORMATS]:
        raise ValueError(f"not a format of charts: {unknown[0]}")
    charts = [chart for chart in CHARTS if chart.seen_by(audience)]
    written: list[Path] = []
    for place, chart in enumerate(charts):
        progress(place, len(charts), chart.title)
        figure = chart.draw(plan, results)
        for form in wanted:
            if cancelled():
                return written
            written.append(_replace(folder / f"{chart.key}.{form}", picture(figure, form, chart.title)))
    progress(len(charts), len(charts), "")
    return written


def picture(figure: Any, form: str, title: str = "") -> bytes:
    """A figure of ``planner.charts`` as the bytes of a file, the same bytes for the same figure."""
    from planner.charts import style

    about: dict[str, Any] = {
        "png": {"Software": None, "Title": title},
        "svg": {"Creator": None, "Date": None, "Title": title},
        "pdf": {"Creator": "Common Ground", "Producer": None, "CreationDate": None, "Title": title},
    }[form]
    out = BytesIO()
    with style.saving():
        figure.savefig(out, format=form, metadata=about, dpi=style.DPI)
    if form != "svg":
        return out.getvalue()
    drawn = out.getvalue().decode("utf-8")
    for ours, theirs in _AT_HOME_AS.items():
        drawn = drawn.replace(f"'{ours}'", f"'{ours}', '{theirs}'")
    return drawn.encode("utf-8")


def _replace(path: Path, content: bytes) -> Path:
    """Write a file whole or not at all."""
    beside = path.with_name(f".{path.name}.part")
    try:
        with beside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
    return path
