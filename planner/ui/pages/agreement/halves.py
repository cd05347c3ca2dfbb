"""The card of promises: two halves of one thing, with the signatures of both below where they sign."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel

from planner.calc.results import Results
from planner.i18n import _
from planner.model.plan import Plan
from planner.ui.icons import draw_icon
from planner.ui.pages.agreement.figures import capacity_words, promise_faces
from planner.ui.pages.agreement.promises import HEAD, Half, PromiseList
from planner.ui.parts.card import Card, Line
from planner.ui.parts.coachcards import LEVEL_ICONS
from planner.ui.parts.mark import APART, draw_mark
from planner.ui.parts.paint import draw_text, painter, rounded
from planner.ui.theme import theme

Way = tuple[str | None, str | None]


class CapacityLine(QLabel):
    """Whether the people of a half can carry what is planned."""

    def __init__(self) -> None:
        super().__init__()
        self._level, self._words = "", ""
        self.setFixedHeight(34)

    @property
    def says_anything(self) -> bool:
        """Whether it is known."""
        return bool(self._level)

    def say(self, level: str, words: str) -> None:
        """A level and a sentence; empty texts leave the line out."""
        self._level, self._words = level, words
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._level:
            p = painter(self)
            draw_icon(p, LEVEL_ICONS[self._level], QRectF(24, 8, 16, 16), f"{self._level}.fill", "fill")
            box = QRectF(48, 0, self.width() - 72, 32)
            draw_text(p, box, self._words, "caption", f"{self._level}.text", 500)


class HalvesCard(Card):
    """`addAsked(giver, receiver)`, and what the lists say: opened, accepted, deleted, menu."""

    addAsked = Signal(object, object)
    acceptAsked = Signal(object, object)
    opened = Signal(object)
    deleteAsked = Signal(object)
    menuAsked = Signal(object, object)

    def __init__(
        self,
        titles: tuple[str, str],
        nothing: tuple[str, str],
        voices: tuple[str, str],
        ways: tuple[Way, Way],
        *,
        seam: bool = False,
    ) -> None:
        super().__init__()
        self._ways = ways
        self.halves = (
            Half(titles[0], nothing[0], voices[0], left=True),
            Half(titles[1], nothing[1], voices[1], left=False),
        )
        self.capacity = (CapacityLine(), CapacityLine())
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(1, 1, 1, 1)
        self.grid.setSpacing(0)
        for place, half in enumerate(self.halves):
            self.grid.addWidget(half, 0, 2 * place)
            self.grid.addWidget(self.capacity[place], 1, 2 * place)
            self.grid.setColumnStretch(2 * place, 1)
            half.addAsked.connect(self._add_left if place == 0 else self._add_right)
            half.list.opened.connect(self.opened)
            half.list.acceptAsked.connect(self.acceptAsked)
            half.list.deleteAsked.connect(self.deleteAsked)
            half.list.menuAsked.connect(self.menuAsked)
        self.grid.addWidget(Line(upright=True), 0, 1, 2, 1)
        self.grid.setRowStretch(0, 1)
        self._mark = _SeamMark(self) if seam else None
        if self._mark is not None:
            self._mark.raise_()

    def show_plan(self, plan: Plan, results: Results) -> None:
        """Show the promises both ways."""
        for half, way, line in zip(self.halves, self._ways, self.capacity, strict=True):
            half.show_faces(promise_faces(plan, *way))
            line.say(*(capacity_words(plan, results, way[0]) if way[0] else ("", "")))
        for line in self.capacity:
            line.setVisible(any(one.says_anything for one in self.capacity))
        self.fit()

    def fit(self) -> None:
        """Rows of both halves are alike, and so are their heights."""
        lines = max(half.lines_wanted() for half in self.halves)
        rows = max(half.count for half in self.halves)
        for half in self.halves:
            half.list.fit(lines, rows)

    @property
    def open_count(self) -> int:
        """Promises that nobody has accepted."""
        return sum(not face.accepted for half in self.halves for face in half.faces)

    def list_of(self, id: str) -> PromiseList | None:
        """The list that shows a promise; None where neither does."""
        return next((half.list for half in self.halves if half.list.rows.row_of(id) >= 0), None)

    def _add_left(self) -> None:
        self.addAsked.emit(*self._ways[0])

    def _add_right(self) -> None:
        self.addAsked.emit(*self._ways[1])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
        if self._mark is not None:
            self._mark.move(round((self.width() - self._mark.width()) / 2), (HEAD - self._mark.height()) // 2 + 1)


class _SeamMark(QLabel):
    """The mark on the seam of the two heads."""

    def __init__(self, parent: HalvesCard) -> None:
        super().__init__(parent)
        self.setFixedSize(44, 44)
        self.setAccessibleName(_("Two halves of one thing"))

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        rounded(p, QRectF(self.rect()), 22, theme().surface)
        high = 20.0
        wide = high * (1 + APART / 2)
        draw_mark(p, (self.width() - wide) / 2, (self.height() - high) / 2, high)
