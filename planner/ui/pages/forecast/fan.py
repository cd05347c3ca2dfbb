"""The fan: orders adding up over the year, likely and how sure, against the goal."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.i18n import _
from planner.ui.numbers import Numbers
from planner.ui.pages.forecast.figures import FanFace
from planner.ui.pages.forecast.funnel import HIGH
from planner.ui.pages.forecast.plot import Plot, apart, draw_pair
from planner.ui.parts.paint import draw_text, flat, painter, text_width
from planner.ui.parts.readtable import Reading
from planner.ui.parts.spots import Spot, Spotted
from planner.ui.theme import mix, theme

_TOP, _FOOT, _AXIS, _ENDS = 64.0, 40.0, 62.0, 190.0
_INSET, _MARGIN = 14.0, 24.0  # from the end of the lines to the words, and from them to the edge of the card
_WIDER, _NARROWER = 0.84, 0.66
_CHANCE = 88.0


class FanChart(Spotted):
    """Places: low, likely, high, goal, chance."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face: FanFace | None = None
        self._numbers: Numbers | None = None
        self.setFixedHeight(HIGH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(616, HIGH)

    def minimumSizeHint(self) -> QSize:
        return QSize(400, HIGH)

    def show_face(self, face: FanFace, numbers: Numbers) -> None:
        """Show these months."""
        self._face, self._numbers = face, numbers
        self.setAccessibleName(face.said)
        known = (
            ("high", face.high_words, _("High, one in ten is above: {amount}")),
            ("intake", face.likely_words, _("Likely: {amount}")),
            ("low", face.low_words, _("Low, one in ten is below: {amount}")),
            ("target", face.goal_words, _("Goal: {amount}")),
            ("chance", face.chance, _("Chance of the goal: {amount}")),
        )
        tip = _("How this comes about")
        self.show_spots([Spot(key, said.format(amount=words), tip) for key, words, said in known if words])

    def reading(self) -> Reading | None:
        """Orders adding up, month by month."""
        face, numbers = self._face, self._numbers
        if face is None or numbers is None or not face.likely:
            return None
        lines = (face.bands[0], face.likely, face.bands[-1]) if face.bands else (face.likely,)
        heads = (_("Low"), _("Likely"), _("High")) if face.bands else (_("Likely"),)
        rows = [
            (numbers.month(month), *(numbers.money_of(round(line[place])) for line in lines))
            for place, month in enumerate(face.months)
        ]
        if face.goal is not None:
            rows.append((_("Goal"), *("" for _line in heads[1:]), face.goal_words))
        return Reading(_("Orders by month, adding up"), (_("Until the end of"), *heads), tuple(rows))

    # Places

    def _ends(self) -> float:
        """The room right of the lines: as wide as the chance with its words needs."""
        face = self._face
        if face is None or not face.chance:
            return _ENDS
        words = max(text_width(line, "small") for line in _chance_lines())
        return max(_ENDS, _INSET + text_width(face.chance, "figure 40") + 8 + words + _MARGIN)

    def _plot(self) -> Plot:
        face = self._face
        box = QRectF(_AXIS, _TOP, self.width() - _AXIS - self._ends(), HIGH - _TOP - _FOOT)
        if face is None:
            return Plot(box, (), 0.0)
        ends = [line[-1] for line in (*face.bands[-1:], face.likely) if line]
        return Plot(box, face.months, max([*ends, face.goal or 0.0], default=0.0))

    def _labels(self) -> dict[str, float]:
        """The middle of each label at the right end."""
        face, plot = self._face, self._plot()
        if face is None or not face.likely:
            return {}
        wanted = {"intake": plot.y(face.likely[-1])}
        if face.bands:
            wanted["high"], wanted["low"] = plot.y(face.bands[-1][-1]), plot.y(face.bands[0][-1])
        most = HIGH - _CHANCE - 20 if face.chance else HIGH - _FOOT
        places = apart(list(wanted.values()), 22, _TOP - 8, most)
        return dict(zip(wanted, places, strict=True))

    def place_of(self, key: str) -> QRectF:
        labels, plot = self._labels(), self._plot()
        if key in labels:
            return QRectF(plot.box.right() + 8, labels[key] - 11, self._ends() - 16, 22)
        if key == "chance":
            return QRectF(plot.box.right() + 8, HIGH - _CHANCE, self._ends() - 16, 66)
        goal = self._face.goal if self._face and self._face.goal else 0.0
        return QRectF(plot.box.left() + 2, plot.y(goal) - 23, text_width(self._goal(), "small", 600) + 10, 21)

    def _goal(self) -> str:
        return _("Goal {amount}").format(amount=self._face.goal_words if self._face else "")

    # How it looks

    def paintEvent(self, event: QPaintEvent) -> None:
        p, face = painter(self), self._face
        self.paint_hover(p)
        draw_text(p, QRectF(24, 14, self.width() - 48, 28), _("Orders in the plan year, adding up"), "card", "ink")
        if face is None or self._numbers is None:
            return
        plot = self._plot()
        plot.paint_ground(p, self._numbers)
        plot.paint_months(p, self._numbers, HIGH - _FOOT + 8)
        if face.likely:
            self._paint_lines(p, plot, face)
            self._paint_ends(p, plot, face)
        else:
            box = QRectF(plot.box.left(), plot.box.center().y() - 12, plot.box.width(), 24)
            draw_text(p, box.adjusted(16, 0, -8, 0), _("The likely course is not known yet."), "body", "muted")
        if face.goal is not None:
            plot.paint_goal(p, face.goal, self._goal(), plot.box.right())

    def _paint_lines(self, p: QPainter, plot: Plot, face: FanFace) -> None:
        now = theme()
        if face.bands:
            low, lower, upper, high = face.bands
            plot.paint_between(p, low, high, mix(now.blue, now.surface, _WIDER))
            plot.paint_between(p, lower, upper, mix(now.blue, now.surface, _NARROWER))
        if face.on_their_way:
            self._paint_on_their_way(p, plot, face)
        plot.paint_line(p, face.likely, QPen(now.blue, 3))
        if face.arrived:
            plot.paint_line(p, face.arrived, QPen(now.ink, 2))
            plot.paint_end(p, face.arrived, now.ink)
        plot.paint_end(p, face.likely, now.blue)

    def _paint_on_their_way(self, p: QPainter, plot: Plot, face: FanFace) -> None:
        """What last year's leads bring is known best: a thin line, named where it has come to its full height."""
        plot.paint_line(p, face.on_their_way, QPen(theme().ink, 2))
        words = _("from last year’s leads")
        at = plot.points(face.on_their_way)[-1]
        wide = text_width(words, "caption", 500)
        box = QRectF(at.x() - wide - 4, at.y() + 3, wide + 1, 18)
        flat(p, box.adjusted(-3, 1, 2, -1), theme().surface)  # a line of value may run there
        draw_text(p, box, words, "caption", "muted", 500)

    def _paint_ends(self, p: QPainter, plot: Plot, face: FanFace) -> None:
        left, room = plot.box.right() + _INSET, self._ends() - _INSET - _MARGIN
        names = {
            "high": (_("High"), face.high_words, "muted", 400),
            "intake": (_("Likely"), face.likely_words, "ink", 600),
            "low": (_("Low"), face.low_words, "muted", 400),
        }
        for key, y in self._labels().items():
            word, figure, tone, weight = names[key]
            draw_pair(p, QRectF(left, y - 10, room, 20), word, figure, tone, weight)
        if not face.chance:
            return
        top = HIGH - _CHANCE
        flat(p, QRectF(left, top - 8, room, 1), theme().hairline)
        wide = draw_text(p, QRectF(left, top, room, 60), face.chance, "figure 40", "ink")
        beside = QRectF(left + wide + 8, top + 12, room - wide - 8, 18)
        for place, line in enumerate(_chance_lines()):
            draw_text(p, beside.translated(0, 18 * place), line, "small", "muted")
        draw_text(p, QRectF(left, top + 50, room, 18), face.chance_words, "small", "ink", 600)


def _chance_lines() -> tuple[str, str]:
    return _("chance"), _("of the goal")
