"""What goes with the money, in figures and by name, and the cuts that are kept, side by side."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from planner.calc.cut import SPLIT, Cut, ScenarioCut, Split
from planner.i18n import _, in_sentence
from planner.model.plan import Money, Plan
from planner.model.value import Value
from planner.ui.icons import draw_icon
from planner.ui.numbers import numbers_of
from planner.ui.pages.forecast.cutfigures import POLICY_WORDS, Figure, Loss, cut_figures, losses
from planner.ui.pages.forecast.cutting import BY_HAND, Cutting
from planner.ui.parts.card import Card
from planner.ui.parts.facelist import FaceList
from planner.ui.parts.paint import RIGHT, draw_text, painter
from planner.ui.parts.spots import Spot, Spotted
from planner.ui.parts.text import Text, draw_lines, fit_lines

_TILE, _TILE_LEAST = 64, 150


class Figures(Spotted):
    """Figures with their names, as many in a row as there is room for; asked, each says how it comes about."""

    spoken_as = "Grouping"

    def __init__(self, parent: QWidget | None = None, *, lines: int = 1) -> None:
        """`lines`: how many lines a name may take."""
        super().__init__(parent)
        self._figures: tuple[Figure, ...] = ()
        self._lines = lines
        self._tile = _TILE + 16 * (lines - 1)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_figures(self, figures: tuple[Figure, ...]) -> None:
        """Show these."""
        more = len(figures) != len(self._figures)
        self._figures = figures
        self.setAccessibleName(". ".join(f"{one.name}: {one.value}" for one in figures))
        tip = _("How this comes about")
        self.show_spots([Spot(one.key, f"{one.name}: {one.value}", tip) for one in figures])
        if more:
            self.updateGeometry()

    def _columns(self, width: int) -> int:
        fit = max(1, width // _TILE_LEAST)
        rows = -(-len(self._figures) // fit) or 1
        return -(-len(self._figures) // rows) or 1

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._tile * -(-len(self._figures) // self._columns(width)) if self._figures else 0

    def sizeHint(self) -> QSize:
        return QSize(600, self.heightForWidth(600))

    def minimumSizeHint(self) -> QSize:
        return QSize(_TILE_LEAST, self.heightForWidth(max(self.width(), _TILE_LEAST)))

    def place_of(self, key: str) -> QRectF:
        place = next((n for n, one in enumerate(self._figures) if one.key == key), 0)
        columns = self._columns(self.width())
        wide = self.width() / columns
        return QRectF((place % columns) * wide, (place // columns) * self._tile + 2, wide - 8, self._tile - 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        self.paint_hover(p)
        for one in self._figures:
            box = self.place_of(one.key).adjusted(8, 4, -4, 0)
            name = QRectF(box.left(), box.top(), box.width(), 18)
            if self._lines > 1:
                words = fit_lines(one.name, "caption", box.width(), self._lines)
                draw_lines(p, name.translated(0, 16 * (self._lines - len(words))), words, "caption", "muted")
            else:
                draw_text(p, name, one.name, "caption", "muted")
            tone = "fix.text" if one.bad else "ink"
            value = QRectF(box.left(), box.top() + 19 + 16 * (self._lines - 1), box.width(), 30)
            draw_text(p, value, one.value, "figure 20", tone)


class _LossFace(Value):
    id: str
    row: str
    icon: str
    tone: str
    name: str
    words: str
    said: str
    tip: str


_SIGNS = {
    "goal": ("target", "fix.fill"),
    "input": ("quotes", "fix.fill"),
    "promise": ("handshake", "fix.fill"),
    "activity": ("calendar-blank", "muted"),
}


class LossList(FaceList[_LossFace]):
    """Goals, promises and activities that go with the money; Enter goes to the row."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__(34, _("What goes with it"))
        self.empty_words = _("No goal and no promise breaks.")
        self.opened.connect(self._ask)

    def _ask(self, key: str) -> None:
        face = self.rows.face(key)
        if face is not None:
            self.asked.emit(face.row)

    def show_losses(self, found: tuple[Loss, ...]) -> None:
        """Show these."""
        names = {
            "goal": _("Goal"),
            "input": _("Promise to sales"),
            "promise": _("Promise"),
            "activity": _("Falls away"),
        }
        faces = []
        for place, one in enumerate(found):
            icon, tone = _SIGNS[one.kind]
            name = f"{names[one.kind]}: {one.name}"
            said = f"{name}, {one.words}"
            faces.append(_LossFace(f"{place}", one.row, icon, tone, name, one.words, said, said))
        self.show_faces(faces)
        self.setFixedHeight(max(64, 34 * min(7, len(faces)) + 2))

    def draw(self, p: QPainter, box: QRectF, face: _LossFace) -> None:
        middle = box.center().y()
        draw_icon(p, face.icon, QRectF(box.left() + 10, round(middle - 8), 16, 16), face.tone)
        words = QRectF(box.left() + 36, box.top(), box.width() * 0.56 - 36, box.height())
        draw_text(p, words, face.name, "small", "ink", 500)
        rest = QRectF(words.right() + 12, box.top(), box.right() - words.right() - 24, box.height())
        draw_text(p, rest, face.words, "small", "muted", None, RIGHT)

    def click_on(self, face: _LossFace, box: QRectF, at: QPointF) -> None:
        self.asked.emit(face.row)


class CostCard(Card):
    """Figures above, names below; both only while something is cut."""

    traced = Signal(object)
    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figures = Figures()
        self.figures.opened.connect(self.traced)
        self.losses = LossList()
        self.losses.asked.connect(self.asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        column.addLayout(_inset(Text(_("What goes with it"), "card", lines=1), 8))
        column.addWidget(self.figures)
        column.addWidget(self.losses)

    def show_cut(self, plan: Plan, cut: Cut | None) -> None:
        """What this cut takes with it."""
        self.figures.show_figures(cut_figures(plan, cut))
        self.losses.show_losses(losses(plan, cut))
        self.setVisible(bool(cut and cut.saved))


def _inset(widget: QWidget, by: int) -> QVBoxLayout:
    held = QVBoxLayout()
    held.setContentsMargins(by, 0, by, 0)
    held.addWidget(widget)
    return held


NOW = "now"
"""The row of what the sliders stand at."""


class ScenarioFace(Value):
    """One cut among others; figures in the order of the columns."""

    id: str
    name: str
    below: str
    figures: tuple[str, ...]
    said: str
    tip: str = ""


def scenario_columns() -> tuple[str, ...]:
    """The heads over the figures."""
    return (_("Saved"), _("Lost this year"), _("Lost later"), _("Orders"), _("Pipeline"), _("Chance"))


def scenario_faces(plan: Plan, kept: tuple[ScenarioCut, ...], cutting: Cutting) -> tuple[ScenarioFace, ...]:
    """What is tried out now, if anything, and the scenarios of the plan."""
    faces = []
    if not cutting.is_nothing:
        faces.append(_face(plan, NOW, _("On the sliders now"), _how(plan, cutting), cutting.cut))
    known = {one.scenario: one for one in kept}
    numbers = numbers_of(plan)
    for row in plan.scenarios:
        how = in_sentence(_(POLICY_WORDS.get(BY_HAND if row.shares else row.policy or "equal", POLICY_WORDS["equal"])))
        parts = [numbers.month(row.from_month), how] if row.from_month else [_("from when is not known yet")]
        if row.prepared:
            parts.append(_("prepared before the lock"))
        name, one = row.title or row.code or "", known.get(row.id)
        if row.kind == SPLIT:
            figures = _split_figures(plan, one.split) if one and one.split else None
            faces.append(_made(row.id, name, _("another split of the money"), figures))
        else:
            faces.append(_face(plan, row.id, name, ", ".join(parts), one.cut if one else None))
    return tuple(faces)


def _how(plan: Plan, cutting: Cutting) -> str:
    return f"{numbers_of(plan).month(cutting.month)}, {in_sentence(_(POLICY_WORDS[cutting.how]))}"


def _face(plan: Plan, id: str, name: str, below: str, cut: Cut | None) -> ScenarioFace:
    numbers = numbers_of(plan)
    figures: tuple[str, ...] | None = None
    if cut is not None:
        chance = numbers.chance(cut.after.p_hit if cut.after else None) or "–"
        deals = "–" if cut.lost_deals is None else f"−{numbers.number(round(cut.lost_deals, 1))}"
        figures = (
            numbers.money_short(cut.saved),
            *(numbers.money_short(amount) or "–" for amount in (cut.lost_year, cut.lost_later)),
            deals,
            numbers.money_short(cut.pipeline_after) or "–",
            chance,
        )
    return _made(id, name, below, figures)


def _split_figures(plan: Plan, split: Split) -> tuple[str, ...]:
    """The same figures of another split; what it brings more stands with a plus where a cut says what is lost."""
    numbers = numbers_of(plan)

    def gained(amount: Money | None) -> str:
        if not amount:
            return "–" if amount is None else numbers.money_short(0)
        return ("+" if amount > 0 else "−") + numbers.money_short(abs(amount))

    deals = "–" if split.deals is None else numbers.number(round(split.deals, 1))
    return (
        numbers.money_short(-split.more),
        gained(split.year),
        gained(split.later),
        f"+{deals}" if split.deals is not None and split.deals >= 0.05 else deals,
        numbers.money_short(split.pipeline) or "–",
        numbers.chance(split.after.p_hit if split.after else None) or "–",
    )


def _made(id: str, name: str, below: str, known: tuple[str, ...] | None) -> ScenarioFace:
    figures = known or ("–",) * 6
    said = [name, below, *(f"{head} {figure}" for head, figure in zip(scenario_columns(), figures, strict=True))]
    return ScenarioFace(id, name, below, figures, ", ".join(said))


class ScenarioList(FaceList[ScenarioFace]):
    """Enter puts a scenario on the sliders, E opens its fields, Delete takes it out."""

    tried = Signal(object)
    edited = Signal(object)

    def __init__(self) -> None:
        super().__init__(50, _("Scenarios"))
        self.empty_words = _("Nothing is kept yet. Take money out above and keep it as a scenario.")
        self.opened.connect(self.tried)

    def key_on(self, face: ScenarioFace, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_E, Qt.Key.Key_F2) and face.id != NOW:
            self.edited.emit(face.id)
            return True
        return False

    def click_on(self, face: ScenarioFace, box: QRectF, at: QPointF) -> None:
        if at.x() >= box.right() - 44 and face.id != NOW:
            self.edited.emit(face.id)

    def draw(self, p: QPainter, box: QRectF, face: ScenarioFace) -> None:
        places = figure_places(box)
        room = places[0].left() - box.left() - 20
        words = QRectF(box.left() + 12, box.top() + 6, room, 20)
        draw_text(p, words, face.name, "small", "ink", 600)
        draw_text(p, words.translated(0, 19), face.below, "caption", "muted")
        for place, figure in zip(places, face.figures, strict=True):
            draw_text(p, place, figure, "small", "ink", 500 if face.id == NOW else None, RIGHT)
        if face.id != NOW:
            draw_icon(p, "pencil-simple", QRectF(box.right() - 32, round(box.center().y() - 8), 16, 16), "muted")


def figure_places(box: QRectF) -> list[QRectF]:
    """Where the figures of a row stand."""
    wide = min(96.0, max(66.0, (box.width() - 260) / 6))
    right = box.right() - 52
    return [QRectF(right - (6 - place) * wide, box.top(), wide, box.height()) for place in range(6)]


class _Heads(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(24)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        for place, head in zip(figure_places(QRectF(self.rect())), scenario_columns(), strict=True):
            draw_text(p, place, head, "caption", "muted", None, RIGHT)


class ScenarioCard(Card):
    """Every cut that is kept beside the plan, against what is tried out now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = ScenarioList()
        self._heads = _Heads()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 14, 12, 12)
        column.setSpacing(4)
        column.addLayout(_inset(Text(_("Kept beside the plan"), "card", lines=1), 12))
        column.addWidget(self._heads)
        column.addWidget(self.list)

    def show_scenarios(self, faces: tuple[ScenarioFace, ...]) -> None:
        """Show these."""
        self._heads.setVisible(bool(faces))
        self.list.show_faces(faces)
        self.list.setFixedHeight(max(72, 50 * min(8, len(faces)) + 2))
