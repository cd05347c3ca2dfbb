"""The colours of the design language, section 2, for the light and the dark theme."""

from functools import cache
from typing import Literal

from PySide6.QtGui import QColor

from planner.model.value import Value

Voice = Literal["marketing", "sales", "agency", "shared", "finance", "customer"]
Level = Literal["fine", "note", "look", "fix"]
VOICES: tuple[Voice, ...] = ("marketing", "sales", "agency", "shared", "finance", "customer")
LEVELS: tuple[Level, ...] = ("fine", "note", "look", "fix")


class VoiceColours(Value):
    """One side's colours: shapes, words on surface or tint, grounds, and edges of grounds."""

    fill: QColor
    text: QColor
    tint: QColor
    line: QColor


class LevelColours(Value):
    """The colours of one level of finding: its shape, its words, and the ground under them."""

    fill: QColor
    text: QColor
    tint: QColor


class Theme(Value):
    """Every colour of the program. A QColor of a theme must not be changed in place."""

    name: Literal["light", "dark"]
    paper: QColor
    well: QColor
    surface: QColor
    raised: QColor
    sunken: QColor
    ink: QColor
    muted: QColor
    hairline: QColor
    hairline_strong: QColor
    control: QColor
    track: QColor
    focus: QColor
    selection: QColor
    on_ink: QColor
    on_fill: QColor  # words and initials on the fill of a voice
    lens: QColor  # what the two circles of the mark share
    on_lens: QColor
    blue: QColor  # ink-blue: what belongs to both sides or to nobody
    link_on_ink: QColor  # "Undo" on the ground of a toast
    scrim: QColor
    shadows: tuple[QColor, QColor, QColor]  # levels 1 to 3
    voices: dict[str, VoiceColours]
    levels: dict[str, LevelColours]

    @property
    def dark(self) -> bool:
        return self.name == "dark"

    def voice(self, voice: str) -> VoiceColours:
        """Colours of a voice by its name; a name that is no voice looks like the shared one."""
        return self.voices.get(voice, self.voices["shared"])

    def level(self, level: str) -> LevelColours:
        """Colours of a level of finding: fine, note, look or fix (KeyError for any other name)."""
        return self.levels[level]

    def colour(self, token: str) -> QColor:
        """A colour by its name: "ink", "hairline_strong", "sales.text", "fix.fill". KeyError if unknown."""
        group, _dot, role = token.partition(".")
        if role:
            found = self.voices.get(group) or self.levels[group]
            return getattr(found, role)  # type: ignore[no-any-return]
        if token not in _PLAIN:
            raise KeyError(token)
        return getattr(self, token)  # type: ignore[no-any-return]


_PLAIN = frozenset(Theme.FIELDS) - {"name", "shadows", "voices", "levels"}


def mix(first: QColor, second: QColor, share_of_second: float) -> QColor:
    """The first colour mixed with a share (0..1) of the second, channel by channel."""
    keep = 1.0 - share_of_second
    return QColor(
        round(first.red() * keep + second.red() * share_of_second),
        round(first.green() * keep + second.green() * share_of_second),
        round(first.blue() * keep + second.blue() * share_of_second),
    )


def _rgba(red: int, green: int, blue: int, share: float) -> QColor:
    return QColor(red, green, blue, round(255 * share))


def _voices(*rows: str) -> dict[str, VoiceColours]:
    return {
        name: VoiceColours(*(QColor(value) for value in row.split())) for name, row in zip(VOICES, rows, strict=True)
    }


def _levels(*rows: str) -> dict[str, LevelColours]:
    return {
        name: LevelColours(*(QColor(value) for value in row.split())) for name, row in zip(LEVELS, rows, strict=True)
    }


@cache
def light() -> Theme:
    """The light theme (design language 2.2, 2.3, 2.5)."""
    c = QColor
    return Theme(
        name="light",
        paper=c("#FBFAF7"), well=c("#F5F3ED"), surface=c("#FFFFFF"), raised=c("#FFFFFF"),
        sunken=c("#F7F5F0"), ink=c("#1B2230"), muted=c("#5B6475"), hairline=c("#E4E1DA"),
        hairline_strong=c("#D3CEC3"), control=c("#828791"), track=c("#ECE9E2"), focus=c("#1F5FBF"),
        selection=c("#E8EFFA"), on_ink=c("#FFFFFF"), on_fill=c("#FFFFFF"), lens=c("#2F4858"),
        on_lens=c("#FFFFFF"), blue=c("#2F4858"), link_on_ink=c("#8AB8FF"),
        scrim=_rgba(27, 34, 48, 0.46),
        shadows=(_rgba(44, 38, 24, 0.07), _rgba(44, 38, 24, 0.10), _rgba(44, 38, 24, 0.20)),
        voices=_voices(
            "#0E7C7B #0B6463 #E3F1F0 #A9D3D1",
            "#BF5016 #9A3D0C #FBEBE1 #EBBFA4",
            "#6B4FA0 #5A4189 #EEE9F7 #CBBEE3",
            "#2F4858 #2F4858 #E6ECF0 #B4C3CD",
            "#7A6A2F #615320 #F3EFDD #D5CBA0",
            "#5B6475 #4A5262 #EFEEEA #CFCCC4",
        ),
        levels=_levels(
            "#2E7D4F #24693F #E6F2EA",
            "#2F4858 #2F4858 #E6ECF0",
            "#B7791F #7E4F0B #FBF0DC",
            "#B3261E #9E1F18 #FBE9E7",
        ),
    )  # fmt: skip


@cache
def dark() -> Theme:
    """The dark theme (design language 2.2, 2.4, 2.5)."""
    c = QColor
    return Theme(
        name="dark",
        paper=c("#14161A"), well=c("#101215"), surface=c("#1C1F25"), raised=c("#252931"),
        sunken=c("#181A1F"), ink=c("#ECEAE4"), muted=c("#A9AEB8"), hairline=c("#2C3038"),
        hairline_strong=c("#3D424D"), control=c("#7C828E"), track=c("#2A2E36"), focus=c("#8AB8FF"),
        selection=c("#22304A"), on_ink=c("#14161A"), on_fill=c("#14161A"), lens=c("#ECEAE4"),
        on_lens=c("#14161A"), blue=c("#C4D6E2"), link_on_ink=c("#1F5FBF"),
        scrim=_rgba(0, 0, 0, 0.60),
        shadows=(_rgba(0, 0, 0, 0.21), _rgba(0, 0, 0, 0.30), _rgba(0, 0, 0, 0.60)),
        voices=_voices(
            "#3DB0AB #6FD0CB #15302F #2B5C5A",
            "#EB8345 #F5A877 #3A2417 #74472B",
            "#A98DE3 #C6B2EE #2B2440 #564A7C",
            "#C4D6E2 #C4D6E2 #22313B #4A6072",
            "#E6D998 #E6D998 #302B17 #5F5630",
            "#A9AEB8 #B9BEC8 #262A31 #434853",
        ),
        levels=_levels(
            "#5DBB85 #7CCB9C #16301F",
            "#8DB8D6 #A6C9E2 #1F2E38",
            "#E0A94A #EBBE6F #37290F",
            "#F0837A #F49C94 #3D1C19",
        ),
    )  # fmt: skip
