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
from planner.calc.voices import VOICES

WIDE = (1600, 900)
SQUARE = (1200, 1200)
DPI = 100
MARGIN = 64

INK = "#1B2230"
MUTED = "#5B6475"
HAIRLINE = "#E4E1DA"
STRONG = "#D3CEC3"
SUNKEN = "#F7F5F0"
TRACK = "#ECE9E2"
CONTROL = "#828791"
SURFACE = "#FFFFFF"
BLUE = "#2F4858"
LENS = "#2F4858"
FIX, FIX_TEXT = "#B3261E", "#9E1F18"
LOOK, LOOK_TEXT, LOOK_TINT = "#B7791F", "#7E4F0B", "#FBF0DC"
FINE_TEXT = "#24693F"
CLOSE_GROUND = "#EBF0F4"

FILL = dict(zip(VOICES, ("#0E7C7B", "#BF5016", "#6B4FA0", "#2F4858", "#7A6A2F", "#5B6475"), strict=True))
WORDS = dict(zip(VOICES, ("#0B6463", "#9A3D0C", "#5A4189", "#2F4858", "#615320", "#4A5262"), strict=True))

SANS, DISPLAY, SERIF = "Ground Sans", "Ground Display", "Ground Serif"
_SPARE = "DejaVu Sans"

# The subsetter reports what it leaves out of every PDF.
logging.getLogger("fontTools").setLevel(logging.ERROR)
# The spare font has no weight 500 or 600, and is meant to come near only.
logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)


def mixed(colour: str, share_of_white: float) -> str:
    """The colour mixed with white."""
    parts = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(part + (255 - part) * share_of_white):02X}" for part in parts)


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
