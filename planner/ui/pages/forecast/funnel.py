"""The funnel: each stage in the voice of its side, low, likely and high to one scale within the stage."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.i18n import _, in_sentence
from planner.ui.pages.forecast.figures import StageFace
from planner.ui.parts.paint import RIGHT, dashed, draw_text, painter, rounded, text_width
from planner.ui.parts.readtable import Reading
from planner.ui.parts.spots import Spot, Spotted
from planner.ui.theme import mix, theme

HIGH = 308
_TOP, _FOOT, _PAD = 56, 8, 20.0
_LEAST, _POWER = 18.0, 0.38
_LOW, _LIKELY, _HIGH = 0.0, 0.45, 0.78


class Funnel(Spotted):
    """A place for each stage; asked, it says how its count comes about."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._faces: tuple[StageFace, ...] = ()
        self._title = ""
        self.setFixedHeight(HIGH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(416, HIGH)

    def minimumSizeHint(self) -> QSize:
        return QSize(340, HIGH)

    def show_faces(self, faces: tuple[StageFace, ...]) -> None:
        """Show these stages, first to last."""
        self._faces = faces
        self._title = _("Funnel")
        if faces:
            first, last = faces[0].name, faces[-1].name
            self._title = _("From {first} to {last}").format(first=in_sentence(first), last=in_sentence(last))
        self.setAccessibleName(self._title)
        self.setAccessibleDescription(". ".join(face.said for face in faces))
        self.show_spots([Spot(face.key, face.said, face.tip) for face in faces])

    def reading(self) -> Reading:
        """Each stage with its range."""
        rows = tuple((face.name, face.figure, face.below, face.between) for face in self._faces)
        return Reading(self._title, (_("Stage"), _("Likely"), _("Range"), _("Goes on")), rows)

    # Places

    def _row(self, place: int) -> QRectF:
        pitch = (HIGH - _TOP - _FOOT) / max(1, len(self._faces))
        pitch = min(pitch, 62.0)
        return QRectF(_PAD, _TOP + place * pitch, self.width() - 2 * _PAD, pitch)

    def place_of(self, key: str) -> QRectF:
        place = next((n for n, face in enumerate(self._faces) if face.key == key), 0)
        return self._row(place).adjusted(-8, 1, 8, -1)

    def _names(self) -> float:
        """Room for the names: what the longest takes, up to half of all."""
        longest = max((text_width(face.name, "small", 600) for face in self._faces), default=0.0)
        return min(max(140.0, longest + 14), (self.width() - 2 * _PAD) * 0.5)

    def _figures(self) -> float:
        return 98.0

    def _middle(self) -> float:
        left, right = _PAD + self._names(), self.width() - _PAD - self._figures()
        return (left + right) / 2

    def _widths(self, face: StageFace) -> tuple[float, float, float]:
        """Widths of low, likely and high: to scale within the stage, compressed between stages."""
        most = max((one.likely or 0.0) for one in self._faces) or 1.0
        room = self.width() - 2 * _PAD - self._names() - self._figures() - 12
        widest = max((one.high or 0) / one.likely for one in self._faces if one.likely) if self._known() else 1.0
        full = room / max(1.0, widest)
        likely = face.likely or 0.0
        wide = max(_LEAST, full * (likely / most) ** _POWER) if likely else 0.0
        low = wide * (face.low / likely) if face.low is not None and likely else wide
        high = min(room, wide * (face.high / likely)) if face.high is not None and likely else wide
        return low, wide, high

    def _known(self) -> bool:
        return any(face.likely for face in self._faces)

    # How it looks

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        self.paint_hover(p)
        draw_text(p, QRectF(_PAD + 4, 14, self.width() - 2 * _PAD - 8, 28), self._title, "card")
        room = self.width() - 2 * _PAD - 20 - text_width(self._title, "card")
        if room >= self._legend_width() and any(face.low is not None for face in self._faces):
            self._paint_legend(p)
        for place in range(len(self._faces) - 1):
            self._paint_join(p, place)
        for place, face in enumerate(self._faces):
            self._paint_stage(p, place, face)

    def _legend(self) -> tuple[tuple[str, float], ...]:
        return ((_("low"), _LOW), (_("likely"), _LIKELY), (_("high"), _HIGH))

    def _legend_width(self) -> float:
        return sum(text_width(word, "caption") + 28 for word, _share in self._legend())

    def _paint_legend(self, p: QPainter) -> None:
        left = self.width() - _PAD - 4 - self._legend_width() + 12
        for word, share in self._legend():
            rounded(p, QRectF(left, 24, 10, 10), 2, mix(theme().blue, theme().surface, share))
            wide = draw_text(p, QRectF(left + 14, 19, 90, 20), word, "caption", "muted")
            left += wide + 28

    def _bar(self, place: int) -> QRectF:
        row = self._row(place)
        high = min(34.0, row.height() - 14)
        return QRectF(0, row.center().y() - high / 2, 0, high)

    def _paint_join(self, p: QPainter, place: int) -> None:
        upper, lower = self._widths(self._faces[place])[2], self._widths(self._faces[place + 1])[2]
        if not upper or not lower:
            return
        middle, top, foot = self._middle(), self._bar(place).bottom(), self._bar(place + 1).top()
        p.setPen(QPen(theme().sunken, 0))
        p.setBrush(theme().sunken)
        p.drawPolygon(
            QPolygonF(
                [
                    QPointF(middle - upper / 2, top),
                    QPointF(middle + upper / 2, top),
                    QPointF(middle + lower / 2, foot),
                    QPointF(middle - lower / 2, foot),
                ]
            )
        )

    def _paint_stage(self, p: QPainter, place: int, face: StageFace) -> None:
        row, voice, now = self._row(place), theme().voice(face.voice), theme()
        words = QRectF(row.left() + 4, row.center().y() - 18, self._names() - 8, 19)
        draw_text(p, words, face.name, "small", voice.text, 600)
        draw_text(p, words.translated(0, 18), face.below, "caption", "muted")
        figures = QRectF(row.right() - self._figures(), row.center().y() - 20, self._figures() - 4, 22)
        if not face.figure:
            draw_text(p, figures.translated(0, 9), _("not known yet"), "caption", "look.text", 500, RIGHT)
            box = self._bar(place)
            slot = QRectF(self._middle() - 22, box.top(), 44, box.height())
            rounded(p, slot, 6, None, dashed(now.level("look").text))
            return
        draw_text(
            p, figures if face.between else figures.translated(0, 9), face.figure, "figure 20", "ink", None, RIGHT
        )
        draw_text(p, figures.translated(0, 20), face.between, "caption", "muted", None, RIGHT)
        low, likely, high = self._widths(face)
        shades = ((high, _HIGH), (likely, _LIKELY), (low, _LOW)) if face.low is not None else ((likely, _LOW),)
        for wide, share in shades:
            box = self._bar(place)
            box.setLeft(self._middle() - wide / 2)
            box.setWidth(wide)
            rounded(p, box, 5, mix(voice.fill, now.surface, share))
