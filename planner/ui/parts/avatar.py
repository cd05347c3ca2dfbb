"""A person: two initials in the colour of the person's side."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from planner.ui.parts.paint import CENTRE, dashed, draw_text, painter, rounded
from planner.ui.theme import theme


def initials(name: str) -> str:
    """First letters of the first and the last word: "Priya Nair" is PN, "Joan" is JO."""
    words = name.split()
    if not words:
        return "?"
    if len(words) == 1:
        return words[0][:2].upper()
    return (words[0][0] + words[-1][0]).upper()


def draw_avatar(p: QPainter, box: QRectF, letters: str, voice: str, *, heard: bool = True, rim: float = 0) -> None:
    """A circle with initials. Not heard yet: dashed ring on the tint. `rim` is a ring of surface around it."""
    colours = theme().voice(voice)
    radius = box.width() / 2
    if rim:
        rounded(p, box.adjusted(-rim, -rim, rim, rim), radius + rim, theme().surface)
    if heard:
        rounded(p, box, radius, colours.fill)
    else:
        rounded(p, box, radius, colours.tint, dashed(colours.fill, 1.5))
    style = "badge" if box.width() <= 28 else ("caption" if box.width() <= 32 else "small")
    tone = theme().on_fill if heard else colours.text
    draw_text(p, box, letters, style, tone, 600, CENTRE)


class Avatar(QLabel):
    """One person, 26 to 40 across; the accessible name is the person's name."""

    def __init__(
        self, name: str, voice: str, side: int = 28, *, heard: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._side = side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_person(name, voice, heard=heard)

    def set_person(self, name: str, voice: str, *, heard: bool = True) -> None:
        self._letters, self._voice, self._heard = initials(name), voice, heard
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        box = QRectF(0, (self.height() - self._side) / 2, self._side, self._side)
        draw_avatar(painter(self), box, self._letters, self._voice, heard=self._heard)
