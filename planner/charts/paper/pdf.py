"""Figures as the pages of one PDF."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from matplotlib.backends.backend_pdf import PdfPages
from matplotlib.figure import Figure

from planner.charts import style


def save_pages(path: Path, figures: Sequence[Figure], title: str) -> Path:
    """Write the file, with fonts in it; the same bytes for the same figures. Raises OSError."""
    about = {"Creator": "Common Ground", "Producer": None, "CreationDate": None, "Title": title}
    with style.saving(), PdfPages(path, metadata=about) as pages:
        for figure in figures:
            pages.savefig(figure)
    return path
