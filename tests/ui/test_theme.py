"""Contrast of the documented pairs, the type styles, and the change of theme at run time."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontInfo, QFontMetricsF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.ui.parts.card import Paper
from planner.ui.theme import VOICES, Theme, dark, font, install, light, room_sizes, set_theme, theme, theme_keeper
from planner.ui.theme.type import STYLES

GROUNDS = ("paper", "well", "surface", "raised", "selection")
THEMES = [pytest.param(light(), id="light"), pytest.param(dark(), id="dark")]


def luminance(colour: QColor) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colours", THEMES)
@pytest.mark.parametrize("ground", GROUNDS)
def test_words_are_readable_on_every_ground(colours: Theme, ground: str) -> None:
    behind = colours.colour(ground)
    for words in ("ink", "muted", "focus"):
        assert contrast(colours.colour(words), behind) >= 4.5, words
    assert contrast(colours.control, behind) >= 3


@pytest.mark.parametrize("colours", THEMES)
@pytest.mark.parametrize("voice", VOICES)
def test_voices_are_readable(colours: Theme, voice: str) -> None:
    found = colours.voice(voice)
    for ground in (colours.surface, colours.well, found.tint):
        assert contrast(found.text, ground) >= 4.5
    assert contrast(colours.on_fill, found.fill) >= 4.5
    assert contrast(colours.ink, found.tint) >= 7


@pytest.mark.parametrize("colours", THEMES)
@pytest.mark.parametrize("level", ["fine", "note", "look", "fix"])
def test_findings_are_readable(colours: Theme, level: str) -> None:
    found = colours.level(level)
    assert contrast(found.text, found.tint) >= 4.5
    assert contrast(found.text, colours.surface) >= 4.5
    assert contrast(found.fill, colours.surface) >= 3
    assert contrast(colours.on_fill, found.text) >= 4.5  # the count badge


@pytest.mark.parametrize(
    ("words", "ground", "measured"),
    [("ink", "paper", 15.26), ("muted", "well", 5.37), ("control", "selection", 3.12), ("focus", "surface", 6.09)],
)
def test_the_light_theme_measures_what_the_design_language_says(words: str, ground: str, measured: float) -> None:
    assert contrast(light().colour(words), light().colour(ground)) == pytest.approx(measured, abs=0.01)


def test_text_on_ink_is_readable() -> None:
    for colours in (light(), dark()):
        assert contrast(colours.on_ink, colours.ink) >= 7
        assert contrast(colours.link_on_ink, colours.ink) >= 4.5
        assert contrast(colours.on_lens, colours.lens) >= 7


def test_an_unknown_token_is_an_error() -> None:
    with pytest.raises(KeyError):
        light().colour("inkk")
    with pytest.raises(KeyError):
        light().colour("name")


def test_every_style_is_set_in_a_font_of_ours(qapp: QApplication) -> None:
    install(qapp, "light")
    for name, style in STYLES.items():
        info = QFontInfo(font(name))
        assert (info.family(), info.pixelSize()) == (style.family, style.size), name


@pytest.mark.parametrize("style", ["small", "body", "figure 28"])
def test_figures_are_of_one_width(qapp: QApplication, style: str) -> None:
    install(qapp, "light")
    measure = QFontMetricsF(font(style))
    assert len({round(measure.horizontalAdvance(figure), 3) for figure in "0123456789"}) == 1


def test_the_serif_has_lining_figures(qapp: QApplication) -> None:
    install(qapp, "light")
    measure = QFontMetricsF(font("feature"))
    heights = [measure.tightBoundingRect(figure).height() for figure in "0123456789"]
    assert max(heights) - min(heights) < 2


def test_a_change_of_theme_repaints_and_is_told(qapp: QApplication, qtbot: QtBot) -> None:
    install(qapp, "light")
    paper = Paper()
    qtbot.addWidget(paper)
    paper.resize(10, 10)
    paper.show()
    assert paper.grab().toImage().pixelColor(5, 5) == light().paper
    with qtbot.waitSignal(theme_keeper().changed) as told:
        set_theme(qapp, "dark")
    assert told.args == [dark()]
    assert theme() is dark()
    assert paper.grab().toImage().pixelColor(5, 5) == dark().paper
    set_theme(qapp, "light")


def test_the_system_is_followed_only_while_that_is_wanted(qapp: QApplication) -> None:
    hints = qapp.styleHints()
    set_theme(qapp, "system")
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme().dark
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert not theme().dark
    set_theme(qapp, "light")
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert not theme().dark


def test_only_room_sizes_that_leave_a_window_are_offered() -> None:
    assert room_sizes(1366, 768) == (100,)
    assert room_sizes(1920, 1080) == (100, 125, 150)
    assert room_sizes(3840, 2160) == (100, 125, 150, 200, 250, 300)
