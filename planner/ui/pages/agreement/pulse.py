"""The blind pulse: what each side answers to twelve statements, before and after, and the turns in which they do."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from planner.calc.pulse import STATEMENTS, Mean, Statement, before_and_after, pulse_of, sessions
from planner.i18n import _, mark
from planner.model.edits import Edit
from planner.model.edits.pulse import AnswerPulse
from planner.model.fields import FUNCTIONS, RowId
from planner.model.plan import Plan
from planner.model.value import Value
from planner.ui.numbers import Numbers, numbers_of
from planner.ui.parts.button import Button
from planner.ui.parts.card import Card
from planner.ui.parts.glyph import draw_glyph
from planner.ui.parts.paint import RIGHT, draw_text, flat, painter
from planner.ui.parts.rateboard import Answer, Rated
from planner.ui.parts.readtable import Reading
from planner.ui.parts.text import Text, draw_shortened
from planner.ui.parts.tracks import draw_dumbbell
from planner.ui.theme import theme
from planner.ui.turns import TurnsDialog
from planner.ui.workspace import Workspace

_ROW, _TOP, _FOOT = 44, 96, 16
_FIGURE, _APART, _TRACK, _TRACK_FROM = 52.0, 140.0, 150.0, 760.0
_OWN = mark("Twelve statements, answered alone, 1 to 5; in bold what to talk about. Our own, no validated scale.")


class PulseDialog(TurnsDialog):
    """Everybody who plans, one after the other."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(
            workspace,
            _("The pulse"),
            _("1 is not at all true, 5 is wholly true. Nobody sees what others said before all have."),
            [side for side in FUNCTIONS if side not in ("customer", "partner")],
            unknown=False,
        )

    def rows(self) -> Sequence[Rated]:
        return [Rated(key=str(number), name=_(words)) for number, words in enumerate(STATEMENTS, start=1)]

    def edit(self, person: RowId, answers: Mapping[str, Answer]) -> Edit:
        scores = {int(key): int(answer) for key, answer in answers.items() if answer != "unknown"}
        return AnswerPulse(person, scores, self._workspace.now().date().isoformat())


class PulseFace(Value):
    """One statement on the card; figures as people write them, "–" where a side is not shown."""

    words: str
    sales: float | None
    marketing: float | None
    sales_words: str
    marketing_words: str
    others_words: str
    apart: str
    """How far the sides are apart now and were before."""
    wide: bool
    """Sales and marketing are at least one apart."""
    flagged: bool
    """To be talked about."""


def pulse_faces(plan: Plan) -> list[PulseFace]:
    """The statements of the last session with a pulse, what needs talking about first."""
    held = sessions(plan)
    if not held:
        return []
    earlier = {one.number: one.before for one in before_and_after(plan)}
    numbers = numbers_of(plan)
    found = sorted(pulse_of(plan, held[-1].id), key=lambda one: (not one.is_flagged, -(one.gap or 0.0), one.number))
    return [_face(numbers, one, earlier.get(one.number)) for one in found if one.number <= len(STATEMENTS)]


def _face(numbers: Numbers, one: Statement, before: Statement | None) -> PulseFace:
    def figure(mean: Mean | None) -> str:
        return numbers.number(mean.value, 1) if mean else "–"

    sales, marketing = one.by_side.get("sales"), one.by_side.get("marketing")
    rest = [mean for side, mean in one.by_side.items() if side not in ("sales", "marketing")]
    rest += [one.others] if one.others else []
    people = sum(mean.n for mean in rest)
    others = Mean(sum(mean.value * mean.n for mean in rest) / people, people) if people else None
    apart = ""
    if one.gap is not None:
        apart = _("{gap} apart").format(gap=numbers.number(one.gap, 1))
        if before is not None and before.gap is not None:
            apart = _("{gap} apart, {before} before").format(
                gap=numbers.number(one.gap, 1), before=numbers.number(before.gap, 1)
            )
    return PulseFace(
        words=_(STATEMENTS[one.number - 1]),
        sales=sales.value if sales else None,
        marketing=marketing.value if marketing else None,
        sales_words=figure(sales),
        marketing_words=figure(marketing),
        others_words=figure(others),
        apart=apart,
        wide=one.is_wide,
        flagged=one.is_flagged,
    )


class PulseCard(Card):
    """What to talk about stands first. Painted; `taken` asks for the turns."""

    spoken_as = "Chart"
    taken = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._faces: list[PulseFace] = []
        self.take = Button(_("Take the pulse"), icon="users-three")
        self.take.clicked.connect(self.taken)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 14, 24, 14)
        column.setSpacing(2)
        head = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Text(_("The pulse"), "card", "ink", lines=1))
        words.addWidget(Text(_(_OWN), "small", "muted", lines=2))
        head.addLayout(words, 1)
        head.addWidget(self.take, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_plan(self, plan: Plan) -> None:
        """Show the last pulse of this plan beside the first."""
        self._faces = pulse_faces(plan)
        said = [f"{one.words} {one.sales_words}, {one.marketing_words}, {one.apart}" for one in self._faces]
        name = _("The pulse, answered by sales and by marketing. {list}") if said else _("The pulse, not taken yet")
        self.setAccessibleName(name.format(list=" ".join(said)))
        self.take.setText(_("Take it again") if self._faces else _("Take the pulse"))
        self.setFixedHeight(_TOP + (len(self._faces) * _ROW + _FOOT if self._faces else 0))
        self.update()

    def reading(self) -> Reading:
        """Every statement with the means of the sides."""
        head = (_("Statement"), _("Sales, out of 5"), _("Marketing, out of 5"), _("Others, out of 5"), _("Gap"))
        rows = tuple(
            (one.words, one.sales_words, one.marketing_words, one.others_words, one.apart) for one in self._faces
        )
        return Reading(_("The pulse"), head, rows)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        self.paint_sheet(p)
        if not self._faces:
            return
        places = _Places(24.0, self.width() - 24.0)
        heads = _TOP - 12
        for voice, right in zip(("sales", "marketing"), places.figures, strict=False):
            draw_glyph(p, voice, right - 18, heads, 10)
        others = QRectF(places.figures[2] - 60, heads - 10, 60, 20)
        draw_text(p, others, _("Others"), "caption", "muted", None, RIGHT)
        for row, one in enumerate(self._faces):
            self._paint_one(p, _TOP + row * _ROW, one, places)

    def _paint_one(self, p: QPainter, top: float, one: PulseFace, places: "_Places") -> None:
        flat(p, QRectF(places.left, top, places.right - places.left, 1), theme().hairline)
        words = QRectF(places.left, top, places.words - places.left, _ROW)
        draw_shortened(p, words, one.words, "small", "ink", 600 if one.flagged else None)
        if places.track:
            draw_dumbbell(p, QRectF(places.words + 24, top + 12, places.track, 20), one.sales, one.marketing)
        figures = (
            (one.sales_words, "sales.text"),
            (one.marketing_words, "marketing.text"),
            (one.others_words, "muted"),
        )
        for right, (figure, colour) in zip(places.figures, figures, strict=True):
            draw_text(p, QRectF(right - _FIGURE, top, _FIGURE, _ROW), figure, "small", colour, 600, RIGHT)
        apart = QRectF(places.right - _APART, top, _APART, _ROW)
        draw_text(p, apart, one.apart, "caption", "fix.text" if one.wide else "muted", None, RIGHT)


class _Places:
    """Where the columns of a card stand, from its right."""

    def __init__(self, left: float, right: float) -> None:
        self.left, self.right = left, right
        end = right - _APART - 12
        self.figures = (end - 2 * _FIGURE, end - _FIGURE, end)
        self.track = _TRACK if right - left >= _TRACK_FROM else 0.0
        self.words = end - 3 * _FIGURE - (self.track + 32 if self.track else 12)
