"""Colours, type and palette: the tokens of the design language.

install(app, "system")            once, before the first window
set_theme(app, "dark")            at run time; every painted widget repaints
theme().ink, theme().voice("sales").tint, theme().level("fix").text, theme().colour("sales.text")
font("chapter"), font("small", 600), font("figure 28"), metrics("small"), line_height("quote")
theme_keeper().changed            Signal(Theme), for what is not painted from theme()
room_size(), room_sizes(width, height), set_room_size(150)
"""

from planner.ui.theme.current import (
    LEAST_WINDOW,
    ROOM_SIZES,
    SMALLEST_SCREEN,
    Mode,
    install,
    new_application,
    room_size,
    room_sizes,
    set_room_size,
    set_theme,
    surroundings,
    theme,
    theme_keeper,
)
from planner.ui.theme.tokens import LEVELS, VOICES, Level, Theme, Voice, VoiceColours, dark, light, mix
from planner.ui.theme.type import DISPLAY, SANS, SERIF, font, line_height, metrics

__all__ = [
    "DISPLAY", "LEAST_WINDOW", "LEVELS", "ROOM_SIZES", "SANS", "SERIF", "SMALLEST_SCREEN", "VOICES", "Level", "Mode",
    "Theme", "Voice", "VoiceColours", "dark", "font", "install", "light", "line_height", "metrics", "mix",
    "new_application", "room_size", "room_sizes", "set_room_size", "set_theme", "surroundings", "theme", "theme_keeper",
]  # fmt: skip
