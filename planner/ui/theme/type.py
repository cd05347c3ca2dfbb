"""The type styles of the design language, section 3, and the fonts that they need."""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from planner.assets import resource
from planner.model.value import Value

SANS, DISPLAY, SERIF = "Ground Sans", "Ground Display", "Ground Serif"

# What the first window shows; the other files are read when a style first asks for them.
_FIRST = ("ground-sans-400", "ground-sans-500", "ground-sans-600", "ground-serif-400", "ground-serif-500")
_LATER = {
    (DISPLAY, 600, False): "ground-display-600",
    (SERIF, 600, False): "ground-serif-600",
    (SERIF, 400, True): "ground-serif-400-italic",
}


class TypeStyle(Value):
    """A face with its size and line height in logical pixels and its tracking in pixels."""

    family: str
    size: int
    line: int
    weight: int
    tracking: float = 0.0
    italic: bool = False


STYLES = {
    "room": TypeStyle(SERIF, 60, 70, 500, -0.4),
    "title page": TypeStyle(SERIF, 44, 56, 500),
    "empty": TypeStyle(SERIF, 34, 48, 500),
    "chapter": TypeStyle(SERIF, 30, 40, 500),
    "feature": TypeStyle(SERIF, 24, 36, 500),
    "consequence": TypeStyle(SERIF, 20, 30, 400),
    "card": TypeStyle(SERIF, 18, 28, 500),
    "quote": TypeStyle(SERIF, 16, 22, 400),
    "present quote": TypeStyle(SERIF, 24, 32, 400),
    "signature": TypeStyle(SERIF, 30, 40, 400, italic=True),
    "map note": TypeStyle(SERIF, 14, 24, 400, italic=True),
    "title": TypeStyle(SANS, 16, 24, 600),
    "purpose": TypeStyle(SANS, 15, 24, 400),
    "body": TypeStyle(SANS, 14, 20, 400),
    "small": TypeStyle(SANS, 13, 19, 400),
    "caption": TypeStyle(SANS, 12, 18, 400),
    "overline": TypeStyle(SANS, 11, 16, 600, 0.7),
    "badge": TypeStyle(SANS, 11, 14, 600),
    **{
        f"figure {size}": TypeStyle(DISPLAY, size, size + 8, 600, tracking)
        for size, tracking in ((20, 0), (24, -0.2), (28, -0.4), (32, -0.5), (36, -0.6), (40, -0.7), (52, -1))
    },
}


@cache
def font(style: str, weight: int | None = None) -> QFont:
    """The font of a style by name, with another weight (400, 500, 600) if asked. KeyError if unknown.

    Names: room, title page, empty, chapter, feature, consequence, card, quote, present quote, signature,
    map note, title, purpose, body, small, caption, overline, badge, and figure 20 to figure 52.
    The font is shared: copy it (`QFont(font("body"))`) before changing it.
    """
    kind = STYLES[style]
    chosen = kind.weight if weight is None else weight
    later = _LATER.get((kind.family, chosen, kind.italic))
    if later is not None:
        _register(later)
    made = QFont(kind.family)
    made.setPixelSize(kind.size)
    made.setWeight(QFont.Weight(chosen))
    made.setItalic(kind.italic)
    if kind.tracking:
        made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, kind.tracking)
    if style == "overline":
        made.setCapitalization(QFont.Capitalization.AllUppercase)
    # Unhinted outlines keep the widths of the drawings at every scale.
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


@cache
def metrics(style: str, weight: int | None = None) -> QFontMetricsF:
    """The measures of a style, made once; in logical pixels."""
    return QFontMetricsF(font(style, weight))


def line_height(style: str) -> int:
    """The distance of two lines of a style in logical pixels."""
    return STYLES[style].line


def register_first_fonts() -> None:
    """Make known the faces of the first window. Needs a QGuiApplication; twice does no harm."""
    for name in _FIRST:
        _register(name)


@cache
def _register(name: str) -> None:
    QFontDatabase.addApplicationFont(str(resource("fonts", f"{name}.ttf")))
