"""The cards of the goals page: the end goal that is shared, and one card for each goal under it."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from planner.i18n import _
from planner.ui.icons import draw_icon
from planner.ui.pages.goals.figures import GoalFigures
from planner.ui.parts.button import Button
from planner.ui.parts.card import Card, draw_shadows_of_children
from planner.ui.parts.halves import HalvesFoot
from planner.ui.parts.mark import draw_mark
from planner.ui.parts.meter import BaselineBar
from planner.ui.parts.paint import RIGHT, draw_text, painter, text_width
from planner.ui.parts.text import Text

_FIGURES, _ARROW = ("figure 28", "figure 20", "title"), 46
"""Sizes for two figures and the arrow between them: the largest at which both are read whole."""
_MARK = 120  # height of the end goal's card and of the circles that bleed off its left edge


class EndGoalCard(Card):
    """The one goal both sides are congratulated for. `opened` asks for its details, `wanted` for a first one."""

    opens = True
    opened = Signal(object)
    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id: str | None = None
        self.setMinimumHeight(_MARK)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._headline = Text("", "feature", lines=2, balanced=True)
        self._below = Text("", "small", "muted", lines=1)
        self._owners = Text("", "small", "muted", lines=1)
        self._bar = BaselineBar(12)
        self._now = Text("", "small", "muted", lines=1)
        self._goal = Text("", "small", "ink", 600, align=RIGHT, lines=1)
        self._likely = Text("", "small", "fine.text", 500, align=RIGHT, lines=1)
        self._set = Button(_("Set the end goal"), "primary", icon="plus")
        self._set.clicked.connect(self.wanted)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(Text(_("The end goal we share"), "overline", "muted", lines=1))
        words.addSpacing(4)
        words.addWidget(self._headline)
        words.addWidget(self._below)
        words.addWidget(self._owners)
        words.addStretch(1)
        foot = QHBoxLayout()
        foot.addWidget(self._now)
        foot.addWidget(self._goal, 1)
        measure = QVBoxLayout()
        measure.setSpacing(0)
        measure.addStretch(1)
        measure.addWidget(self._likely)
        measure.addWidget(self._bar)
        measure.addLayout(foot)
        measure.addStretch(1)
        self._measure = QWidget()
        self._measure.setLayout(measure)
        measure.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(192, 10, 32, 10)
        row.setSpacing(32)
        row.addLayout(words, 5)
        row.addWidget(self._measure, 4)
        row.addWidget(self._set)

    def show_goal(self, goal: GoalFigures | None) -> None:
        """None: there is no goal yet that both sides share."""
        self._id = goal.id if goal else None
        self.opens = goal is not None
        self._measure.setVisible(goal is not None)
        self._set.setVisible(goal is None)
        self._owners.setVisible(goal is not None)
        if goal is None:
            self._headline.setText(_("Not set yet"))
            self._below.setText(_("Without a shared number the plan is two plans."))
            self.setAccessibleName(_("The end goal is not set yet"))
            return
        by = _("{target} by {day}").format(target=goal.target_words, day=goal.due) if goal.due else goal.target_words
        self._headline.setText(by if goal.target_words else goal.title)
        self._below.setText(goal.title if goal.target_words else goal.measure)
        owners = [name for name, _part in (goal.marketing, goal.sales) if name]
        self._owners.setText(
            _("Owned by {names}").format(names=_(" and ").join(owners)) if owners else _("No owner yet")
        )
        self._bar.set_values(goal.baseline, goal.target, goal.likely, goal.spoken)
        self._now.setText(_("Now {value}").format(value=goal.now_words or "–"))
        self._goal.setText(_("Goal {value}").format(value=goal.target_words or "–"))
        self._likely.setText(_("Likely {value}").format(value=goal.likely_words) if goal.likely_words else "")
        self._likely.set_colour(_likely_colour(goal))
        self.setAccessibleName(goal.spoken)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._id:
            self.opened.emit(self._id)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._id and _is_click(self, event):
            self.opened.emit(self._id)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        self.paint_sheet(p)
        inside = QPainterPath()
        inside.addRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), self.radius - 1, self.radius - 1)
        p.setClipPath(inside)
        high = float(self.height() - 1)
        draw_mark(p, 160 - high * 1.53, 0.5, high)


def _is_click(card: QWidget, event: QMouseEvent) -> bool:
    return event.button() == Qt.MouseButton.LeftButton and card.rect().contains(event.position().toPoint())


class GoalCard(Card):
    """One goal: its measure, from where to where, and the two halves that own it."""

    opens = True
    opened = Signal(object)
    ownerAsked = Signal(object, object)
    """The goal and the side whose owner is to be chosen."""

    def __init__(self, goal: GoalFigures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._title = Text("", "card", lines=3, balanced=True)
        self._measure = Text("", "small", "muted", lines=1)
        self._way = _Way()
        self._bar = BaselineBar(10)
        self._supporting = Text("", "small", "muted", lines=1)
        self._likely = Text("", "small", "fine.text", 500, align=RIGHT, lines=1)
        self._halves = HalvesFoot()
        self._halves.sideClicked.connect(self._ask_owner)
        self._halves.setCursor(Qt.CursorShape.PointingHandCursor)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._supporting, 1)
        foot.addWidget(self._likely)
        words = QVBoxLayout()
        words.setContentsMargins(20, 16, 20, 10)
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._measure)
        words.addStretch(1)
        words.addSpacing(6)
        words.addWidget(self._way)
        words.addSpacing(2)
        words.addWidget(self._bar)
        words.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(words, 1)
        column.addWidget(self._halves)
        self.show_goal(goal)

    def show_goal(self, goal: GoalFigures) -> None:
        """Another state of the goal."""
        self.goal = goal
        self._title.setText(goal.title)
        self._measure.setText(goal.measure)
        self._way.set_way(goal.now_words or "–", goal.target_words or "–")
        self._bar.set_values(goal.baseline, goal.target, goal.likely, goal.spoken)
        self._supporting.setText(goal.supporting)
        self._likely.setText(_("Likely {value}").format(value=goal.likely_words) if goal.likely_words else "")
        self._likely.set_colour(_likely_colour(goal))
        self._halves.set_halves(goal.marketing, goal.sales)
        self.setAccessibleName(goal.spoken)
        self.setAccessibleDescription(self._halves.accessibleName())

    def _ask_owner(self, side: str) -> None:
        self.ownerAsked.emit(self.goal.id, side)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        side = {Qt.Key.Key_M.value: "marketing", Qt.Key.Key_S.value: "sales"}.get(event.key())
        if side and not event.modifiers():
            self._ask_owner(side)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.goal.id)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if _is_click(self, event):
            self.opened.emit(self.goal.id)


class _Way(QLabel):
    """From where to where, in large figures."""

    def __init__(self) -> None:
        super().__init__()
        self._ends = "", ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_way(self, start: str, end: str) -> None:
        self._ends = start, end
        self.setAccessibleName(f"{start} → {end}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, 36)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        style = next(
            (one for one in _FIGURES if text_width("".join(self._ends), one) + _ARROW < self.width()), _FIGURES[-1]
        )
        left = draw_text(p, QRectF(self.rect()), self._ends[0], style, "muted")
        draw_icon(p, "arrow-right", QRectF(round(left) + 15, self.height() / 2 - 8, 16, 16), "muted")
        rest = QRectF(left + _ARROW, 0, self.width() - left - _ARROW, self.height())
        draw_text(p, rest, self._ends[1], style)


class GoalCards(QWidget):
    """All goal cards, three across, two where it is narrow; kept in step with the goals without losing focus."""

    opened = Signal(object)
    ownerAsked = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._cards: dict[str, GoalCard] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(24)
        for column in range(3):
            self._grid.setColumnStretch(column, 1)

    def fill(self, goals: list[GoalFigures]) -> None:
        """Show these goals in this order."""
        wanted = {goal.id for goal in goals}
        for gone in [id for id in self._cards if id not in wanted]:
            card = self._cards.pop(gone)
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        for place, goal in enumerate(goals):
            if goal.id in self._cards:
                card = self._cards[goal.id]
                card.show_goal(goal)
            else:
                card = self._cards[goal.id] = GoalCard(goal, self)
                card.opened.connect(self.opened)
                card.ownerAsked.connect(self.ownerAsked)
            self._grid.addWidget(card, place // 3, place % 3)
        self.setVisible(bool(goals))

    def card(self, id: str) -> GoalCard | None:
        """The card of a goal, if it has one."""
        return self._cards.get(id)

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_shadows_of_children(self, painter(self))


def _likely_colour(goal: GoalFigures) -> str:
    short = goal.likely is not None and goal.target is not None and goal.likely < goal.target
    return "look.text" if short else "fine.text"
