"""The strip of materials under the ledger: how useful sales and marketing find them, widest gap first."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.calc.materials import Mean, opinions, widest_gap
from planner.i18n import _, _n
from planner.model.plan import Plan
from planner.model.words import whole_name
from planner.ui.numbers import Numbers, numbers_of
from planner.ui.parts.card import Card
from planner.ui.parts.glyph import draw_glyph
from planner.ui.parts.paint import RIGHT, draw_text, painter, text_width
from planner.ui.parts.readtable import Reading
from planner.ui.parts.tracks import draw_dumbbell

_MOST, _ROW = 6, 32
_TWO_COLUMNS_FROM = 700


@dataclass(frozen=True)
class Rated:
    """A material with the mean rating of each side, 1 to 5; None where a side has not rated it."""

    name: str
    sales: float | None
    marketing: float | None


def rated(plan: Plan) -> list[Rated]:
    """The materials that somebody has rated, the widest gap first."""
    found = opinions(plan)
    known = [one for one in plan.materials if found[one.id].is_known]
    known.sort(key=lambda one: widest_gap(found[one.id]))
    return [
        Rated(one.name or whole_name(plan, one), _value(found[one.id].sales), _value(found[one.id].marketing))
        for one in known
    ]


def _value(mean: Mean | None) -> float | None:
    return mean.value if mean else None


class MaterialsStrip(Card):
    """Painted; for pages on which there is room for it."""

    spoken_as = "Chart"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rated: list[Rated] = []
        self._numbers: Numbers | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def has_any(self) -> bool:
        """Whether anything is rated."""
        return bool(self._rated)

    def show_plan(self, plan: Plan) -> None:
        """Show the materials of this plan."""
        self._rated = rated(plan)
        self._numbers = numbers_of(plan)
        said = [f"{one.name}: {self._figure(one.sales)}, {self._figure(one.marketing)}" for one in self._rated[:_MOST]]
        self.setAccessibleName(_("Materials, rated by sales and by marketing. {list}").format(list=". ".join(said)))
        rows = -(-min(_MOST, len(self._rated)) // 2)
        self.setFixedHeight(54 + rows * _ROW + 8)
        self.update()

    def reading(self) -> Reading:
        """Every material that somebody has rated."""
        rows = tuple((one.name, self._figure(one.sales), self._figure(one.marketing)) for one in self._rated)
        head = (_("Material"), _("Sales, out of 5"), _("Marketing, out of 5"))
        return Reading(_("Materials, rated by both sides"), head, rows)

    def _figure(self, value: float | None) -> str:
        return _("not rated") if value is None or self._numbers is None else self._numbers.number(value, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        self.paint_sheet(p)
        draw_text(p, QRectF(20, 10, 400, 32), _("Materials: who finds them useful?"), "card", "ink")
        right = self.width() - 20.0
        draw_text(p, QRectF(right - 90, 14, 90, 24), _("out of 5"), "caption", "muted", None, RIGHT)
        left = right - 120
        for voice, words in (("marketing", _("Marketing")), ("sales", _("Sales"))):
            left -= text_width(words, "small")
            draw_text(p, QRectF(left, 14, 120, 24), words, "small", f"{voice}.text")
            draw_glyph(p, voice, left - 22, 26, 10)
            left -= 46
        more = len(self._rated) - _MOST
        if more > 0:
            words = _n("and {n} more", "and {n} more", more).format(n=more)
            draw_text(p, QRectF(left - 90, 14, 90, 24), words, "caption", "muted", None, RIGHT)
        self._paint_rows(p)

    def _paint_rows(self, p: QPainter) -> None:
        columns = 2 if self.width() >= _TWO_COLUMNS_FROM else 1
        shown = self._rated[: _MOST if columns == 2 else _MOST // 2]
        rows = -(-len(shown) // columns)
        wide = (self.width() - 40 - 44 * (columns - 1)) / columns
        for place, one in enumerate(shown):
            column, row = divmod(place, rows)
            self._paint_one(p, QRectF(20 + column * (wide + 44), 48 + row * _ROW, wide, _ROW), one)

    def _paint_one(self, p: QPainter, box: QRectF, one: Rated) -> None:
        draw_text(p, QRectF(box.left(), box.top(), box.width() * 0.39, _ROW), one.name, "small", "ink")
        track = QRectF(box.left() + box.width() * 0.41, box.top(), box.width() * 0.36, _ROW)
        draw_dumbbell(p, track.adjusted(0, 6, 0, -6), one.sales, one.marketing)
        for value, voice, back in ((one.sales, "sales", 36), (one.marketing, "marketing", 0)):
            figure = "–" if value is None else self._figure(value)
            cell = QRectF(box.right() - back - 30, box.top(), 30, _ROW)
            draw_text(p, cell, figure, "small", f"{voice}.text" if value is not None else "muted", 600, RIGHT)
