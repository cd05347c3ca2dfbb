"""The one style of all charts: colours, fonts, sizes (design language, sections 2, 3 and 9).

Lengths are pixels of the exported picture; ``Sheet`` draws in them.
"""

from __future__ import annotations

import logging
from functools import cache
from typing import Any

from matplotlib import font_manager, rc_context
from matplotlib.font_manager import FontProperties

from planner.assets import resource

WIDE = (1600, 900)
SQUARE = (1200, 1200)
DPI = 100
MARGIN = 64

SANS, DISPLAY, SERIF = "Ground Sans", "Ground Display", "Ground Serif"
_SPARE = "DejaVu Sans"

# The subsetter reports what it leaves out of every PDF.
logging.getLogger("fontTools").setLevel(logging.ERROR)
# The spare font has no weight 500 or 600, and is meant to come near only.
logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)


@cache
def font(family: str, px: float, weight: int = 400, italic: bool = False) -> FontProperties:
    """A bundled font, with one that every matplotlib has behind it for signs that it lacks."""
    _register()
    return FontProperties(
        family=[family, _SPARE],
        size=px * 72 / DPI,
        weight=weight,
        style="italic" if italic else "normal",
    )


@cache
def _register() -> None:
    known = {entry.fname for entry in font_manager.fontManager.ttflist}
    for path in sorted(resource("fonts").glob("*.ttf")):
        if str(path) not in known:
            font_manager.fontManager.addfont(str(path))


@cache
def drawable() -> frozenset[int]:
    """The characters that the bundled fonts, or the one behind them, can draw."""
    _register()
    found: set[int] = set()
    for family in (SANS, SERIF, _SPARE):
        path = font_manager.findfont(FontProperties(family=[family]))
        found.update(font_manager.get_font(path).get_charmap())
    return frozenset(found)


def saving() -> Any:
    """The context to save a figure in: text stays text in SVG and PDF."""
    return rc_context({"svg.fonttype": "none", "pdf.fonttype": 42, "svg.hashsalt": "common-ground"})
