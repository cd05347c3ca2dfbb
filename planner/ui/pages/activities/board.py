"""Activities as cards on a board, one column for each state, between which they are dragged."""

from PySide6.QtCore import QObject, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from planner.i18n import _
from planner.model.fields import RowId, fields_of
from planner.model.plan import Activity
from planner.ui.icons import draw_icon
from planner.ui.keyed import Index, KeyedModel
from planner.ui.pages.activities.faces import Face
from planner.ui.pages.activities.model import FACE_ROLE, ActivitiesModel
from planner.ui.parts.avatar import draw_avatar, initials
from planner.ui.parts.paint import RIGHT, draw_shadow, draw_text, painter, rounded
from planner.ui.parts.paintedlist import PaintedList
from planner.ui.parts.text import Text, draw_lines, fit_lines
from planner.ui.reading import choice_words
from planner.ui.theme import mix, theme

NONE = "none"
"""The column of those whose state nobody has said."""
STATES = (NONE, *fields_of(Activity)["status"].choices)
CARD, GAP, PAD = 96, 8, 6


class ColumnModel(KeyedModel):
    """The activities in one state."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown: dict[RowId, Face] = {}

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 1

    def show_faces(self, faces: list[Face]) -> None:
        """Show these; only cards that differ are told."""
        before, found = self._shown, {face.id: face for face in faces}
        self._shown = {**before, **found}
        self.set_keys(list(found))
        self._shown = found
        self.tell_rows([id for id, face in found.items() if before.get(id) not in (None, face)])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        face = self._shown[self._keys[index.row()]] if index.isValid() else None
        if face is None:
            return None
        if role == FACE_ROLE:
            return face
        if role == Qt.ItemDataRole.DisplayRole:
            return face.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{face.title}\n{face.owner}\n{face.when}"
        return face.said if role == Qt.ItemDataRole.AccessibleTextRole else None


class CardPainter(QStyledItemDelegate):
    """Title, whose it is, when, and how many inputs it answers."""

    def __init__(self, view: PaintedList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, CARD + GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        face: Face = index.data(FACE_ROLE)
        box = QRectF(option.rect).adjusted(PAD, 0, -PAD, -GAP)
        current = self._view.currentIndex() == index
        focused, light = current and self._view.hasFocus(), self._view.light(index)
        draw_card(painter, box, face, in_hand=current, focused=focused, light=light)


def draw_card(
    p: QPainter, box: QRectF, face: Face, *, in_hand: bool = False, focused: bool = False, light: float = 0.0
) -> None:
    """One card of the board; `light` is the share of the look of hovering."""
    now = theme()
    draw_shadow(p, box, 8, 1)
    rest = mix(now.hairline, now.control, light)
    edge, width = (now.focus, 2.0) if focused else (now.ink, 2.0) if in_hand else (rest, 1.0)
    rounded(p, box, 8, now.surface, edge, width)
    inner = box.adjusted(11, 9, -10, -9)
    lines = fit_lines(face.title, "small", inner.width(), 2, 500)
    draw_lines(p, QRectF(inner.left(), inner.top() - 1, inner.width(), 38), lines, "small", "ink", 500)
    foot = QRectF(inner.left(), inner.bottom() - 22, inner.width(), 22)
    known = face.owner != _("Nobody yet")
    avatar = QRectF(foot.left(), foot.top(), 22, 22)
    draw_avatar(p, avatar, initials(face.owner) if known else "?", face.lead, heard=known)
    wide = draw_text(p, foot, str(len(face.quotes) or ""), "caption", "muted", 500, RIGHT)
    icon = QRectF(foot.right() - wide - 17, round(foot.center().y() - 7), 14, 14)
    if face.quotes:
        draw_icon(p, "quotes", icon, "muted", "fill")
    else:
        draw_icon(p, "warning", icon, "look.fill", "fill")
    when = QRectF(avatar.right() + 7, foot.top(), icon.left() - avatar.right() - 11, 22)
    draw_text(p, when, face.when, "caption", "muted")


class BoardColumn(PaintedList):
    """The cards in one state. Shift with left or right gives the card in hand another state."""

    grabbed = Signal(object, object)
    dropped = Signal(object)
    stepped = Signal(object, object, object)
    """An activity, by how many columns, and whether it comes along."""

    def __init__(self, state: str) -> None:
        self.cards = ColumnModel()
        super().__init__(self.cards)
        self.cards.setParent(self)
        self.stands_for = state
        self.setItemDelegate(CardPainter(self))
        self._start: QPoint | None = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(self.chosen, step, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        left = event.button() == Qt.MouseButton.LeftButton
        self._start = event.position().toPoint() if left and self.key_under(event.position().toPoint()) else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._start is None:
            return
        if (event.position().toPoint() - self._start).manhattanLength() >= 4:
            self.grabbed.emit(self.key_under(self._start), self.viewport().mapToGlobal(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._start = None
        self.dropped.emit(self.viewport().mapToGlobal(event.position()))


class Board(QWidget):
    """`stateGiven(id, state)` where a card came into another column; None where its state is not known."""

    stateGiven = Signal(object, object)
    opened = Signal(object)
    deleteAsked = Signal(object)
    menuAsked = Signal(object, object)
    handChanged = Signal()

    def __init__(self, rows: ActivitiesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._columns: dict[str, BoardColumn] = {}
        self._heads: dict[str, Text] = {}
        self._grounds: dict[str, _Ground] = {}
        self._ghost = _Ghost(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for state in STATES:
            row.addWidget(self._made(state), 1)
        self._ghost.raise_()

    def _made(self, state: str) -> QWidget:
        view = self._columns[state] = BoardColumn(state)
        view.empty_words = _("None yet")
        view.grabbed.connect(self._carry)
        view.dropped.connect(self._drop)
        view.stepped.connect(self._step)
        view.opened.connect(self.opened)
        view.deleteAsked.connect(self.deleteAsked)
        view.menuAsked.connect(self.menuAsked)
        view.handChanged.connect(self.handChanged)
        head = self._heads[state] = Text("", "small", "muted", 600, lines=1)
        ground = self._grounds[state] = _Ground()
        column = QVBoxLayout(ground)
        column.setContentsMargins(4, 10, 4, 4)
        column.setSpacing(8)
        inside = QVBoxLayout()
        inside.setContentsMargins(10, 0, 6, 0)
        inside.addWidget(head)
        column.addLayout(inside)
        column.addWidget(view, 1)
        return ground

    def follow(self) -> None:
        """Show what the search takes now."""
        for state, view in self._columns.items():
            found = [face for face in self._rows.shown if (face.status or NONE) == state]
            view.cards.show_faces(found)
            name = _("No state yet") if state == NONE else choice_words(state)
            self._heads[state].setText(f"{name}  {len(found)}")
            view.setAccessibleName(f"{name}, {len(found)}")
        self._grounds[NONE].setVisible(bool(self._columns[NONE].cards.keys))

    def column(self, state: str) -> BoardColumn:
        """The column of a state. Raises KeyError."""
        return self._columns[state]

    @property
    def chosen(self) -> RowId | None:
        """The card in hand: of the column with the keyboard, else of the first that has one."""
        columns = sorted(self._columns.values(), key=_without_keyboard)
        return next((view.chosen for view in columns if view.chosen), None)

    def take(self, id: RowId | None) -> bool:
        """Take a card in hand; those of the other columns are let go. False where it is not shown."""
        found = False
        for view in self._columns.values():
            if view.take(id):
                found = True
                if self.isVisible():
                    view.setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                view.setCurrentIndex(view.cards.index(-1, 0))
        return found

    def _step(self, id: RowId | None, by: int, along: bool) -> None:
        shown = [state for state in STATES if self._grounds[state].isVisible()]
        sender = self.sender()
        assert isinstance(sender, BoardColumn)
        place = shown.index(sender.stands_for) + by
        if not 0 <= place < len(shown):
            return
        if along and id is not None:
            self._give(id, shown[place])
            self.take(id)
            return
        other = self._columns[shown[place]]
        row = min(sender.currentIndex().row(), len(other.cards.keys) - 1)
        if row >= 0:
            self.take(other.cards.key_at(max(0, row)))
        else:
            other.setFocus(Qt.FocusReason.OtherFocusReason)

    # Dragging

    def _carry(self, id: RowId, at: QPointF) -> None:
        self._ghost.show_at(self._rows.face(id), self.mapFromGlobal(at))
        target = self._column_at(self.mapFromGlobal(at))
        for state, ground in self._grounds.items():
            ground.light(target is not None and state == target)

    def _drop(self, at: QPointF) -> None:
        face, target = self._ghost.face, self._column_at(self.mapFromGlobal(at))
        self._ghost.drop()
        for ground in self._grounds.values():
            ground.light(False)
        if face is not None and target is not None:
            self._give(face.id, target)
            self.take(face.id)

    def _give(self, id: RowId, state: str) -> None:
        if (self._rows.face(id).status or NONE) != state:
            self.stateGiven.emit(id, None if state == NONE else state)

    def _column_at(self, at: QPointF) -> str | None:
        for state, ground in self._grounds.items():
            if ground.isVisible() and ground.geometry().contains(at.toPoint()):
                return state
        return None


def _without_keyboard(view: BoardColumn) -> bool:
    return not view.hasFocus()


class _Ground(QWidget):
    """The ground of a column; lit while a card hangs over it."""

    def __init__(self) -> None:
        super().__init__()
        self._lit = False

    def light(self, lit: bool) -> None:
        if lit != self._lit:
            self._lit = lit
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme()
        ground, edge = (now.selection, now.focus) if self._lit else (now.sunken, now.hairline)
        rounded(painter(self), QRectF(self.rect()), 12, ground, edge)


class _Ghost(QWidget):
    """The card that is being dragged."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.face: Face | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.resize(180, CARD + 20)
        self.hide()

    def show_at(self, face: Face, at: QPointF) -> None:
        self.face = face
        self.move(round(at.x() - 90), round(at.y() - 30))
        self.show()
        self.raise_()
        self.update()

    def drop(self) -> None:
        self.face = None
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.face is not None:
            p = painter(self)
            box = QRectF(10, 6, self.width() - 20, CARD)
            draw_shadow(p, box, 8, 2)
            draw_card(p, box, self.face, focused=True)
