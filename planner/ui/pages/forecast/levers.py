"""What moves the year: assumptions by how much hangs on them, which leads land, when they must come, the costs."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from planner.calc.results import Results
from planner.i18n import _
from planner.model.plan import Plan
from planner.ui.numbers import Numbers, numbers_of
from planner.ui.pages.forecast.assumed import AssumedCard
from planner.ui.pages.forecast.cost import Figures
from planner.ui.pages.forecast.leverfaces import (
    ArriveFace,
    BarFace,
    LandFace,
    NeedFace,
    arrive_face,
    bar_faces,
    land_faces,
    lead_figures,
    money_figures,
    need_face,
    periods,
    tornado_words,
)
from planner.ui.parts.card import Paper
from planner.ui.parts.combo import Combo
from planner.ui.parts.facelist import FaceList
from planner.ui.parts.paint import CENTRE, LEFT, RIGHT, draw_text, flat, painter, rounded, text_width
from planner.ui.parts.readtable import Reading
from planner.ui.parts.scroll import Scroll
from planner.ui.parts.segmented import Segmented
from planner.ui.parts.spots import Spot, Spotted
from planner.ui.parts.text import Text
from planner.ui.theme import mix, theme

_WIDEST = 1320
_BAR_ROW, _LAND_ROW = 38, 38
ENDS, TENTHS = "ends", "tenths"


def name_room(widest: float, row: float, usual: float) -> float:
    """How much of a row its name takes: the usual, more where names need it and the row has it, a third at most."""
    return min(max(usual, widest + 18), row * 0.34)


class TornadoList(FaceList[BarFace]):
    """Bars to one scale, as planned in the middle; Enter goes to where the range stands."""

    asked = Signal(object, object)

    def __init__(self) -> None:
        super().__init__(_BAR_ROW, _("What moves the orders most"))
        self.empty_words = _("There is nothing to compare yet.")
        self._base: int | None = None
        self._least = self._most = 0
        self._names = 0.0
        self.opened.connect(self._ask)

    def show_bars(self, faces: tuple[BarFace, ...], base: int | None) -> None:
        """Show these bars about what is likely."""
        self._base = base
        ends = [value for face in faces for value in (face.low, face.high)]
        self._least, self._most = min(ends, default=0), max(ends, default=1)
        self._names = max((text_width(face.name, "small", 600) for face in faces), default=0.0)
        self.show_faces(faces)
        self.setFixedHeight(max(64, _BAR_ROW * len(faces) + 2))

    def _ask(self, key: str) -> None:
        face = self.rows.face(key)
        if face is not None:
            self.asked.emit(face.row, face.field)

    def click_on(self, face: BarFace, box: QRectF, at: QPointF) -> None:
        self.asked.emit(face.row, face.field)

    def draw(self, p: QPainter, box: QRectF, face: BarFace) -> None:
        now = theme()
        names = name_room(self._names, box.width(), 300.0)
        words = QRectF(box.left() + 10, box.top() + 2, names - 18, 18)
        draw_text(p, words, face.name, "small", "ink", 600 if face.ours else 500)
        below = face.between if face.ours else _("{between}, not in our hands").format(between=face.between)
        draw_text(p, words.translated(0, 16), below, "caption", "muted")
        left, right = box.left() + names + 66, box.right() - 74
        span = max(1, self._most - self._least)

        def x(value: int) -> float:
            return left + (right - left) * (value - self._least) / span

        low, high = sorted((face.low, face.high))
        fill = now.blue if face.ours else mix(now.blue, now.surface, 0.62)
        bar = QRectF(x(low), box.center().y() - 8, max(2.0, x(high) - x(low)), 16)
        rounded(p, bar, 3, fill)
        if self._base is not None:
            flat(p, QRectF(round(x(self._base)), box.top(), 1, box.height()), now.hairline_strong)
        lower, upper = (face.low_words, face.high_words) if face.low <= face.high else (face.high_words, face.low_words)
        draw_text(p, QRectF(bar.left() - 72, box.top(), 66, box.height()), lower, "caption", "muted", None, RIGHT)
        draw_text(p, QRectF(bar.right() + 6, box.top(), 66, box.height()), upper, "caption", "muted", None, LEFT)


class LandList(FaceList[LandFace]):
    """One row per activity: its leads to scale, the part that lands filled. Enter goes to the activity."""

    asked = Signal(object, object)

    def __init__(self) -> None:
        super().__init__(_LAND_ROW, _("Which leads still land"))
        self.empty_words = _("No activity expects leads by month yet.")
        self._most = 1.0
        self._names = 0.0
        self.opened.connect(self._ask)

    def show_leads(self, faces: tuple[LandFace, ...]) -> None:
        """Show these."""
        self._most = max((face.leads for face in faces), default=1.0)
        self._names = max((text_width(face.name, "small", 500) for face in faces), default=0.0)
        self.show_faces(faces)
        self.setFixedHeight(max(64, _LAND_ROW * len(faces) + 2))

    def _ask(self, key: str) -> None:
        self.asked.emit(key, "leads_likely")

    def click_on(self, face: LandFace, box: QRectF, at: QPointF) -> None:
        self._ask(face.id)

    def draw(self, p: QPainter, box: QRectF, face: LandFace) -> None:
        now = theme()
        names = name_room(self._names, box.width(), 260.0)
        draw_text(p, QRectF(box.left() + 10, box.top(), names - 18, box.height()), face.name, "small", "ink", 500)
        left, right = box.left() + names, box.right() - 196
        room = max(20.0, right - left)
        whole = QRectF(left, box.center().y() - 6, max(3.0, room * face.leads / self._most), 12)
        voice = now.voice(face.voice)
        rounded(p, whole, 4, voice.tint)
        part = QRectF(whole.left(), whole.top(), whole.width() * face.share, 12)
        if part.width() > 1:
            rounded(p, part, 4, voice.fill)
        figure = _("{share} of {leads}").format(share=face.share_words, leads=face.leads_words)
        draw_text(p, QRectF(right + 6, box.top(), 88, box.height()), figure, "caption", "ink", 500, RIGHT)
        draw_text(p, QRectF(right + 98, box.top(), 90, box.height()), face.landed_each, "caption", "muted", None, RIGHT)


class ArriveChart(QWidget):
    """How much of a lead counts, by the month in which it comes."""

    spoken_as = "Chart"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face: ArriveFace | None = None
        self._numbers: Numbers | None = None
        self.setFixedHeight(140)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(480, 140)

    def show_face(self, face: ArriveFace | None, numbers: Numbers) -> None:
        """Show these months."""
        self._face, self._numbers = face, numbers
        self.setAccessibleName(face.sentence if face else _("How long a lead takes is not known yet."))
        said = [f"{numbers.month(month)} {numbers.share(round(weight, 2))}" for month, weight in self._pairs()]
        self.setAccessibleDescription(", ".join(said))
        self.update()

    def reading(self) -> Reading | None:
        """How much counts, month by month."""
        numbers = self._numbers
        if numbers is None:
            return None
        rows = tuple((numbers.month(month), numbers.share(round(weight, 2))) for month, weight in self._pairs())
        return Reading(_("How much of a lead counts"), (_("It comes in"), _("Counts")), rows)

    def _pairs(self) -> list[tuple[str, float]]:
        return list(zip(self._face.months, self._face.weights, strict=True)) if self._face else []

    def paintEvent(self, event: QPaintEvent) -> None:
        p, face, now = painter(self), self._face, theme()
        if face is None or self._numbers is None:
            draw_text(p, QRectF(self.rect()), _("How long a lead takes is not known yet."), "body", "muted")
            return
        foot, top = 116.0, 22.0
        each = self.width() / max(1, len(face.months))
        flat(p, QRectF(0, foot, self.width(), 1), now.hairline_strong)
        most = max(face.weights) or 1.0
        for place, (month, weight) in enumerate(self._pairs()):
            wide = min(34.0, each - 6)
            high = (foot - top) * weight / most
            left = round(place * each + (each - wide) / 2)
            inside = face.decided is not None and face.decided[0] <= month <= face.decided[1]
            rounded(
                p, QRectF(left, foot - high, wide, high), 3, now.blue if inside else mix(now.blue, now.surface, 0.6)
            )
            label = QRectF(place * each - 8, foot - high - 19, each + 16, 18)
            strong = 600 if inside else None
            draw_text(p, label, self._numbers.share(round(weight, 2)), "caption", "ink", strong, CENTRE)
            name = self._numbers.month_short(month)
            if month == face.first_of_plan or place == 0:
                name = f"{name} {month[2:4]}"
            tone = "ink" if month >= face.first_of_plan else "muted"
            draw_text(p, QRectF(place * each - 6, foot + 4, each + 12, 18), name, "caption", tone, None, CENTRE)


class NeedBar(Spotted):
    """Leads that land, part by part, and the tick of what the goal needs; each part says how it comes about."""

    spoken_as = "Grouping"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face = NeedFace((), None, "", "")
        self.setFixedHeight(72)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(480, 72)

    def show_face(self, face: NeedFace, numbers: Numbers) -> None:
        """Show these leads."""
        self._face = face
        self.setAccessibleName(face.said)
        self.show_spots([Spot(key, f"{name}: {numbers.number(count, 0)}") for key, name, count in face.parts])

    def _scale(self) -> float:
        whole = sum(count for _key, _name, count in self._face.parts)
        return self.width() / max(whole, self._face.needed or 0.0, 1.0) * 0.98

    def place_of(self, key: str) -> QRectF:
        left = 0.0
        for name, _words, count in self._face.parts:
            wide = count * self._scale()
            if name == key:
                return QRectF(left, 18, wide - 1, 50)
            left += wide
        return QRectF()

    def paintEvent(self, event: QPaintEvent) -> None:
        p, now = painter(self), theme()
        self.paint_hover(p)
        rounded(p, QRectF(0, 22, self.width(), 18), 4, now.track)
        taken = 0.0
        for place, (key, name, count) in enumerate(self._face.parts):
            box = self.place_of(key)
            bar = QRectF(box.left(), 22, max(1.0, box.width()), 18)
            flat(p, bar, now.ink if key == "carried" else mix(now.blue, now.surface, 0.25 * place))
            said = f"{count:,.0f} {name}"
            wide = text_width(said, "caption")
            left = min(box.left() + 2, self.width() - wide)
            if left >= taken:
                draw_text(p, QRectF(left, 44, wide + 1, 18), said, "caption", "muted")
                taken = left + wide + 12
        if self._face.needed is not None:
            x = round(self._face.needed * self._scale())
            flat(p, QRectF(x - 1, 16, 2, 30), now.ink)
            words = _("needed {n}").format(n=self._face.needed_words)
            wide = text_width(words, "caption", 600)
            draw_text(p, QRectF(max(0.0, min(x - wide / 2, self.width() - wide)), -2, wide + 1, 18), words, "caption",
                      "ink", 600)  # fmt: skip


class LeversView(QWidget):
    """`traced(key)` for a figure, `asked(id, field)` for a row."""

    traced = Signal(object)
    asked = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._results: Results | None = None
        self.ends = Segmented([(ENDS, _("Low to high")), (TENTHS, _("One in ten"))])
        self.ends.chosen.connect(self._show_bars)
        self.tornado, self.landing = TornadoList(), LandList()
        self.tornado.asked.connect(self.asked)
        self.landing.asked.connect(self.asked)
        self.need = NeedBar()
        self.leads, self.money = Figures(), Figures(lines=2)
        for part in (self.need, self.leads, self.money):
            part.opened.connect(self.traced)
        self.period = Combo(small=True)
        self.period.setAccessibleName(_("Orders of"))
        self.period.chosen.connect(self._show_arrivals)
        self.arrive = ArriveChart()
        self._tornado_said, self._arrive_said = Text("", "small", "muted"), Text("", "body")
        self._paper = Paper()
        self._column = QVBoxLayout(self._paper)
        self._column.setSpacing(20)
        for card in self._cards():
            self._column.addWidget(card)
        self._column.addStretch(1)
        self._scroll = Scroll(self._paper)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)

    def _cards(self) -> list[AssumedCard]:
        leads = AssumedCard(_("Leads that land against leads the goal needs"))
        leads.body.addWidget(self.need)
        leads.body.addWidget(self.leads)
        widest = AssumedCard(_("What moves the orders most"))
        row = QHBoxLayout()
        row.addWidget(self._tornado_said, 1)
        row.addWidget(self.ends, 0, Qt.AlignmentFlag.AlignTop)
        widest.body.addLayout(row)
        widest.body.addWidget(self.tornado)
        arrive = AssumedCard(_("When leads must come"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Text(_("For the orders of"), "small", "muted", lines=1))
        row.addWidget(self.period)
        row.addStretch(1)
        arrive.body.addLayout(row)
        arrive.body.addWidget(self.arrive)
        arrive.body.addWidget(self._arrive_said)
        landing = AssumedCard(
            _("Which leads still land in the plan year"),
            _("All leads of an activity, the filled part lands. At the right what a lead that lands costs."),
        )
        landing.body.addWidget(self.landing)
        money = AssumedCard(
            _("What it costs and brings"), _("Each figure names its convention; asked, it shows its formula.")
        )
        money.body.addWidget(self.money)
        return [widest, leads, arrive, landing, money]

    def show_plan(self, plan: Plan, results: Results) -> None:
        """Show what moves this plan."""
        self._results = results
        numbers = numbers_of(plan)
        self.need.show_face(need_face(plan, results), numbers)
        self.leads.show_figures(lead_figures(plan, results))
        self.money.show_figures(money_figures(plan, results))
        self.landing.show_leads(land_faces(plan, results))
        known = periods(plan)
        self.period.set_items(known)
        if self.period.key is None and known:
            self.period.set_key(known[min(2, len(known) - 1)][0])
        self._show_bars()
        self._show_arrivals()

    def _show_bars(self, _key: object = None) -> None:
        if self._results is None:
            return
        faces = bar_faces(self._results.plan, self._results, tenths=self.ends.current == TENTHS)
        self.tornado.show_bars(faces, self._results.forecast.order_intake)
        self._tornado_said.setText(tornado_words(faces, known=self._results.forecast.assumptions is not None))
        self.ends.setVisible(bool(faces))

    def _show_arrivals(self, _key: object = None) -> None:
        if self._results is None:
            return
        plan = self._results.plan
        face = arrive_face(plan, str(self.period.key or ""))
        self.arrive.show_face(face, numbers_of(plan))
        self._arrive_said.setText(face.sentence if face else "")
        self._arrive_said.setVisible(bool(face and face.sentence))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        spare = max(0, self.width() - 64 - _WIDEST)
        self._column.setContentsMargins(32, 4, 32 + spare, 32)
