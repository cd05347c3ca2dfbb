"""Conflicts, one card each: what it was, mine and theirs beside each other, and the choice with its keys."""


from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from planner.i18n import _
from planner.model.merge import Choice, Incoming
from planner.ui.icons import draw_icon
from planner.ui.keyed import Index, KeyedModel
from planner.ui.meeting.meeting import Meeting
from planner.ui.meeting.words import Pane, Question, question
from planner.ui.parts.glyph import draw_glyph, glyph_width
from planner.ui.parts.paint import draw_text, rounded
from planner.ui.parts.paintedlist import PaintedList
from planner.ui.parts.text import draw_within
from planner.ui.theme import line_height, theme

CARD, GAP, RIGHT = 121, 12, 14
_WHAT, _CHOICES, _CHOICE_HIGH, _CHOICE_STEP = 216, 122, 29, 34
ITEM = Qt.ItemDataRole.UserRole + 1
_ORDER: tuple[Choice, ...] = ("mine", "theirs", "both")
_KEYS: dict[int, Choice | None] = {
    Qt.Key.Key_1: "mine", Qt.Key.Key_2: "theirs", Qt.Key.Key_3: "both", Qt.Key.Key_0: None,
}  # fmt: skip


def key_of(one: Incoming) -> str:
    """The key of a row of these lists."""
    return "/".join(one.place)


class ConflictsModel(KeyedModel):
    """The conflicts of a meeting; their words are made when they are first painted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.meeting: Meeting | None = None
        self._known: dict[str, Incoming] = {}
        self._words: dict[str, Question] = {}

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 1

    def show(self, meeting: Meeting) -> None:
        """Show the conflicts of this meeting."""
        known = {key_of(one): one for one in meeting.conflicts}
        self.keep_only(known)
        self.meeting, self._known, self._words = meeting, known, {}
        self.set_keys(list(known))
        self.tell_all()

    def one(self, key: str) -> Incoming:
        """The conflict of a key."""
        return self._known[key]

    def words(self, key: str) -> Question:
        """The conflict of a key in words."""
        if key not in self._words:
            assert self.meeting is not None
            self._words[key] = question(self.meeting, self._known[key])
        return self._words[key]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        key = self.key_at(index.row())
        if key is None or key not in self._known or self.meeting is None:
            return None
        if role == ITEM:
            return key
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            chosen = self.meeting.choice(self._known[key])
            words = {"mine": _("Mine is kept"), "theirs": _("Theirs is kept"), "both": _("Both are kept")}
            return f"{self.words(key).spoken} {words[chosen] if chosen else _('Not settled yet')}"
        return None


class Places:
    """Where things stand in the card of a row."""

    def __init__(self, row: QRectF) -> None:
        # The right stays free for the thumb of the scroll bar.
        self.card = QRectF(row.left() + 2, row.top() + 2, row.width() - 4 - RIGHT, CARD)
        inner = self.card.adjusted(24, 12, -17, -12)
        choices = inner.right() - _CHOICES
        panes = QRectF(inner.left() + _WHAT + 16, inner.top(), choices - 20 - inner.left() - _WHAT - 16, inner.height())
        half = (panes.width() - 10) / 2
        self.what = QRectF(inner.left(), inner.top() + 2, _WHAT, inner.height() - 4)
        self.panes = (QRectF(panes.left(), panes.top(), half, panes.height()),
                      QRectF(panes.right() - half, panes.top(), half, panes.height()))  # fmt: skip
        self.choices = [
            QRectF(choices, inner.top() + step * _CHOICE_STEP, _CHOICES, _CHOICE_HIGH) for step in range(len(_ORDER))
        ]

    def choice_at(self, point: QPointF) -> Choice | None:
        """What a click there chooses."""
        boxes = (*zip(self.panes, _ORDER, strict=False), *zip(self.choices, _ORDER, strict=True))
        return next((choice for box, choice in boxes if box.contains(point)), None)


class _Paint(QStyledItemDelegate):
    def __init__(self, view: "ConflictList", model: ConflictsModel) -> None:
        super().__init__(view)
        self._view, self._model = view, model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(760, CARD + GAP)

    def paint(self, p: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        key, meeting = index.data(ITEM), self._model.meeting
        if key is None or meeting is None:
            return
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        now, said, places = theme(), self._model.words(key), Places(QRectF(option.rect))
        chosen = meeting.choice(self._model.one(key))
        rounded(p, places.card, 12, now.surface, now.hairline)
        if index.row() == self._view.currentIndex().row() and self._view.hasFocus():
            rounded(p, places.card.adjusted(-2, -2, 2, 2), 14, None, now.focus, 2)
        self._what(p, places.what, said)
        for box, pane, side in zip(places.panes, (said.mine, said.theirs), _ORDER, strict=False):
            self._pane(p, box, pane, said.figure, chosen in (side, "both"))
        names = (_("Keep mine"), _("Keep theirs"), said.why_not_both or _("Keep both"))
        for number, (box, name, choice) in enumerate(zip(places.choices, names, _ORDER, strict=True), start=1):
            self._choice(p, box, name, number, chosen == choice, choice != "both" or not said.why_not_both)

    def _what(self, p: QPainter, box: QRectF, said: Question) -> None:
        draw_text(p, QRectF(box.left(), box.top(), box.width(), 16), said.chapter, "caption", "muted")
        what = QRectF(box.left(), box.top() + 20, box.width() - 8, 2 * line_height("body"))
        draw_within(p, what, said.what, "body", "ink", 600)
        draw_text(p, QRectF(box.left(), box.bottom() - 18, box.width(), 16), said.before, "caption", "muted")

    def _pane(self, p: QPainter, box: QRectF, pane: Pane, figure: bool, chosen: bool) -> None:
        now = theme()
        voice = now.voice(pane.voice)
        rounded(p, box, 10, voice.tint if chosen else now.surface, voice.fill if chosen else now.hairline_strong,
                2 if chosen else 1)  # fmt: skip
        inner = box.adjusted(14, 9, -12, -9)
        draw_glyph(p, pane.voice, inner.left(), inner.top() + 8, 10)
        left = inner.adjusted(glyph_width(pane.voice, 10) + 7, 0, 0, 0)
        head = QRectF(left.left(), left.top(), left.width() - 22, 16)
        used = draw_text(p, head, pane.who, "caption", f"{pane.voice}.text", 600)
        draw_text(p, head.adjusted(used + 8, 0, 0, 0), pane.when, "caption", "muted")
        if chosen:
            tick = QRectF(box.right() - 28, box.top() + 8, 18, 18)
            rounded(p, tick, 9, voice.fill)
            draw_icon(p, "check", tick.adjusted(3, 3, -3, -3), "on_fill", "bold")
        style = "figure 20" if figure else "quote"
        below = QRectF(inner.left(), inner.top() + 24, inner.width(), inner.height() - 24)
        if figure:
            draw_text(p, QRectF(below.left(), below.top(), below.width(), 28), pane.text, style, "ink")
            draw_text(p, QRectF(below.left(), below.bottom() - 16, below.width(), 16), pane.follows, "caption", "muted")
        else:
            below.setHeight(2 * line_height(style))
            draw_within(p, below, pane.text, style, "ink")

    def _choice(self, p: QPainter, box: QRectF, name: str, number: int, chosen: bool, possible: bool) -> None:
        now = theme()
        if not possible:
            rounded(p, box, 8, now.sunken)
            draw_text(p, box.adjusted(11, 0, -8, 0), name, "caption", "muted", 500)
            return
        rounded(p, box, 8, now.ink if chosen else now.surface, None if chosen else now.hairline_strong)
        tone = "on_ink" if chosen else "ink"
        draw_text(p, box.adjusted(11, 0, -24, 0), name, "caption", tone, 600)
        draw_text(p, QRectF(box.right() - 19, box.top(), 12, box.height()), str(number), "caption", tone, 400)


class ConflictList(PaintedList):
    """Keys 1 mine, 2 theirs, 3 both, each moves on; 0 opens it again. `chosen_here(key, choice)`."""

    choiceMade = Signal(object, object)

    def __init__(self, model: ConflictsModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._conflicts = model
        self.setItemDelegate(_Paint(self, model))
        self.setMouseTracking(False)
        self.setAccessibleName(_("Conflicts"))

    def take_key(self, key: str, event: QKeyEvent) -> bool:
        if event.key() not in _KEYS:
            return False
        self._choose(key, _KEYS[event.key()], move_on=event.key() != Qt.Key.Key_0)
        return True

    def _choose(self, key: str, choice: Choice | None, *, move_on: bool) -> None:
        if choice == "both" and self._conflicts.words(key).why_not_both:
            return
        self.choiceMade.emit(key, choice)
        if move_on:
            self._to_next_open(key)

    def _to_next_open(self, key: str) -> None:
        meeting, keys = self._conflicts.meeting, list(self._conflicts.keys)
        at = keys.index(key)
        for other in (*keys[at + 1 :], *keys[:at]):
            if meeting is not None and meeting.choice(self._conflicts.one(other)) is None:
                self.take(other)
                return

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        key = self.key_under(event.position().toPoint())
        if key is None or event.button() != Qt.MouseButton.LeftButton:
            return
        row = QRectF(self.visualRect(self._conflicts.index(self._conflicts.row_of(key), 0)))
        choice = Places(row).choice_at(event.position())
        if choice is not None:
            self._choose(key, choice, move_on=False)


