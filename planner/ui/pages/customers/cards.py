"""All segment cards: two or three across, moved by keys or dragged to another place."""

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from planner.model.edits import DeleteRows, MoveRow, SetFields
from planner.model.fields import RowId
from planner.ui.pages.customers.card import SegmentCard
from planner.ui.pages.customers.figures import SegmentFace, read_line, typed_line
from planner.ui.parts.card import draw_shadows_of_children
from planner.ui.parts.focus import by_keyboard
from planner.ui.parts.paint import painter, rounded
from planner.ui.theme import theme
from planner.ui.workspace import Workspace

_GAP, _MARK, _THREE_FROM = 24, 4, 1040


class SegmentCards(QWidget):
    """Kept in step with the segments without losing focus. `opened(id)` asks for all fields of one."""

    opened = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._cards: dict[RowId, SegmentCard] = {}
        self._order: list[RowId] = []
        self._across = 2
        self._mark = _DropMark(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)

    def fill(self, faces: list[SegmentFace]) -> None:
        """Show these segments in this order."""
        self._order = [face.id for face in faces]
        for gone in [id for id in self._cards if id not in self._order]:
            card = self._cards.pop(gone)
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        for face in faces:
            card = self._cards.get(face.id) or self._make(face)
            card.show_face(face)
        self._place()

    def _make(self, face: SegmentFace) -> SegmentCard:
        card = self._cards[face.id] = SegmentCard(face)
        card.setParent(self)
        card.asked.connect(self._asked)
        card.editAsked.connect(self.edit)
        card.pulled.connect(self._pulled)
        card.dropped.connect(self._dropped)
        card.show()
        return card

    def _place(self) -> None:
        for place, id in enumerate(self._order):
            self._grid.addWidget(self._cards[id], place // self._across, place % self._across)
        for column in range(3):
            self._grid.setColumnStretch(column, 1 if column < self._across else 0)
        self.update()

    def fit(self, width: int) -> None:
        """As many across as the width has room for."""
        across = 3 if width >= _THREE_FROM else 2
        if across != self._across:
            self._across = across
            self._place()

    def card(self, id: RowId) -> SegmentCard | None:
        """The card of a segment."""
        return self._cards.get(id)

    # Hands

    def edit(self, id: RowId, field: str) -> None:
        """Type a line of a card where it stands."""
        row = self._workspace.plan.segments.get(id)
        if row is not None:
            line = self._cards[id].lines[field]
            line.edit(lambda text: self._keep(id, field, text), typed_line(self._workspace.plan, row, field))

    def _keep(self, id: RowId, field: str, text: str) -> bool:
        row = self._workspace.plan.segments.get(id)
        if row is None:
            return True
        try:
            value = read_line(self._workspace.plan, field, text)
        except ValueError as error:
            self._workspace.refused.emit(str(error))
            return False
        if getattr(row, field) == value:
            return True
        return self._workspace.apply(SetFields("segment", id, {field: value})) is not None

    def _asked(self, id: RowId, what: str) -> None:
        place = self._order.index(id)
        if what == "open":
            self.opened.emit(id)
        elif what == "delete":
            self._hand_on(place)
            self._workspace.apply(DeleteRows("segment", (id,)))
        elif what in ("sooner", "later"):
            self._move(id, place + (-1 if what == "sooner" else 1))
        elif what in ("next", "before"):
            other = place + (1 if what == "next" else -1)
            if 0 <= other < len(self._order):
                by_keyboard(self._cards[self._order[other]])
        else:
            self._workspace.apply(SetFields("segment", id, {"priority": int(what)}))

    def _hand_on(self, place: int) -> None:
        others = [id for n, id in enumerate(self._order) if n != place]
        if others:
            by_keyboard(self._cards[others[min(place, len(others) - 1)]])

    def _move(self, id: RowId, place: int) -> None:
        """Put a card at a place; the others close up."""
        others = [other for other in self._order if other != id]
        if not 0 <= place <= len(others) or self._order.index(id) == place:
            return
        before = others[place] if place < len(others) else None
        if self._workspace.apply(MoveRow("segment", id, before)) is not None:
            by_keyboard(self._cards[id])

    # Dragging

    def _under(self, point: QPoint) -> tuple[RowId, bool]:
        """The card that a point of this widget is nearest to, and whether the point lies in its second half."""
        middles = {id: self._cards[id].geometry().center() for id in self._order}
        nearest = min(middles, key=lambda id: (middles[id] - point).manhattanLength())
        return nearest, point.x() > middles[nearest].x()

    def _pulled(self, id: RowId, point: QPoint) -> None:
        nearest, after = self._under(self.mapFromGlobal(point))
        box = self._cards[nearest].geometry()
        left = box.right() + 1 + _GAP // 2 if after else box.left() - _GAP // 2
        left = min(max(left - _MARK // 2, 0), self.width() - _MARK)
        self._mark.setGeometry(left, box.top(), _MARK, box.height())
        self._mark.show()
        self._mark.raise_()
        self._cards[id].set_chosen("ink")

    def _dropped(self, id: RowId, point: QPoint) -> None:
        if self._mark.isHidden():
            return
        self._mark.hide()
        self._cards[id].set_chosen("")
        nearest, after = self._under(self.mapFromGlobal(point))
        place = self._order.index(nearest) + after
        self._move(id, place - (self._order.index(id) < place))

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_shadows_of_children(self, painter(self))


class _DropMark(QWidget):
    """Where a card that is dragged would go; it lies over the cards."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        rounded(painter(self), QRectF(self.rect()), _MARK / 2, theme().focus)
