"""The colours of charts and sheets (design language, section 2). No matplotlib, so that a sheet can use them alone."""

from __future__ import annotations

from planner.calc.voices import VOICES

INK = "#1B2230"
MUTED = "#5B6475"
HAIRLINE = "#E4E1DA"
STRONG = "#D3CEC3"
SUNKEN = "#F7F5F0"
CONTROL = "#828791"
SURFACE = "#FFFFFF"
BLUE = "#2F4858"
LENS = "#2F4858"
FIX, FIX_TEXT = "#B3261E", "#9E1F18"
LOOK, LOOK_TEXT = "#B7791F", "#7E4F0B"
FINE, FINE_TEXT = "#2E7D4F", "#24693F"
CLOSE_GROUND = "#EBF0F4"

FILL = dict(zip(VOICES, ("#0E7C7B", "#BF5016", "#6B4FA0", "#2F4858", "#7A6A2F", "#5B6475"), strict=True))
WORDS = dict(zip(VOICES, ("#0B6463", "#9A3D0C", "#5A4189", "#2F4858", "#615320", "#4A5262"), strict=True))


def mixed(colour: str, share_of_white: float) -> str:
    """The colour mixed with white."""
    parts = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(part + (255 - part) * share_of_white):02X}" for part in parts)
