"""Who is in the room: a face for each person of the plan, filled for those who are there."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout

from planner.i18n import _, _n
from planner.model.edits import DeleteRows, SetFields
from planner.model.fields import RowId
from planner.model.plan import Plan
from planner.ui.pages.context.figures import RoomFace, room_faces
from planner.ui.parts.avatar import draw_avatar, initials
from planner.ui.parts.button import Button, IconButton
from planner.ui.parts.card import Card
from planner.ui.parts.eased import lit
from planner.ui.parts.flow import Flow
from planner.ui.parts.focus import Ringed, by_keyboard
from planner.ui.parts.menu import Menu
from planner.ui.parts.paint import CENTRE, draw_text, painter, rounded
from planner.ui.parts.text import Text
from planner.ui.theme import mix, theme
from planner.ui.voices import first_name
from planner.ui.workspace import Workspace

_FACE, _GAP = 36, 7
_AROUND = 100  # pixels of the card's height that are not for faces


class Face(Ringed, QPushButton):
    """One person. A click or Space says whether they are in the room, Enter opens, Delete takes them out."""

    ring_radius = _FACE / 2
    opened = Signal(object)
    removed = Signal(object)
    marked = Signal(object, object)
    stepped = Signal(object, object)
    inHand = Signal(object)

    def __init__(self, one: RoomFace) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._mark)
        self.show_face(one)

    def show_face(self, one: RoomFace) -> None:
        """Another state of the person."""
        self.one = one
        self.setChecked(one.present)
        where = _("in the room") if one.present else _("not in the room")
        self.setAccessibleName(", ".join(part for part in (one.name, one.about) if part))
        self.setAccessibleDescription(where)
        self.setToolTip(f"{one.name}\n{one.about}\n{where}")
        self.update()

    def _mark(self) -> None:
        self.marked.emit(self.one.id, not self.one.present)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.inHand.emit(self.one.id)

    def sizeHint(self) -> QSize:
        return QSize(_FACE, _FACE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {
            Qt.Key.Key_Left.value: -1,
            Qt.Key.Key_Up.value: -1,
            Qt.Key.Key_Right.value: 1,
            Qt.Key.Key_Down.value: 1,
        }.get(event.key())
        if step:
            self.stepped.emit(self.one.id, step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.opened.emit(self.one.id)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit(self.one.id)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.opened.emit(self.one.id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = Menu(self)
        there = _("Not in the room") if self.one.present else _("In the room")
        menu.add(there, _("Space"), "map-pin").triggered.connect(self._mark)
        menu.add(_("Open…"), _("Enter"), "pencil-simple").triggered.connect(self._open)
        menu.add(_("Take out of the plan"), _("Del"), "trash").triggered.connect(self._remove)
        menu.popup(event.globalPos())

    def _open(self) -> None:
        self.opened.emit(self.one.id)

    def _remove(self) -> None:
        self.removed.emit(self.one.id)

    def paintEvent(self, event: QPaintEvent) -> None:
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        draw_avatar(painter(self), box, initials(self.one.name), self.one.voice, heard=self.one.present)


class _More(Ringed, QPushButton):
    """How many faces there is no room for; it opens the list of everybody."""

    ring_radius = _FACE / 2

    def __init__(self) -> None:
        super().__init__()
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(_FACE, _FACE)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        rounded(p, QRectF(self.rect()), _FACE / 2, mix(theme().sunken, theme().track, lit(self)))
        draw_text(p, QRectF(self.rect()), self.text(), "caption", "muted", 600, CENTRE)


class RoomCard(Card):
    """`opened(person)` for one person, `listAsked` for everybody, `addAsked` for somebody new."""

    opened = Signal(object)
    listAsked = Signal()
    addAsked = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._people: Sequence[RoomFace] = ()
        self._faces: dict[RowId, Face] = {}
        self._hand: RowId | None = None
        self.setAccessibleName(_("In the room"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMinimumHeight(176)
        self._count = Text("", "small", "muted", lines=1)
        self.add = IconButton("user-plus", _("Add a person"), side=28, glyph=16)
        self.add.clicked.connect(self.addAsked)
        self._all = Button(_("Everybody"), "link", size="small")
        self._all.clicked.connect(self.listAsked)
        self._more = _More()
        self._more.clicked.connect(self.listAsked)
        self._foot = Text("", "small", "look.text", lines=2)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(10)
        head.addWidget(Text(_("In the room"), "card", lines=1), 1)
        head.addWidget(self._count)
        head.addWidget(self.add)
        self._flow = Flow(gap=_GAP)
        foot = QHBoxLayout()
        foot.addWidget(self._foot, 1)
        foot.addWidget(self._all)
        column = QVBoxLayout(self)
        column.setContentsMargins(19, 8, 19, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(self._flow)
        column.addStretch(1)
        column.addLayout(foot)
        self._flow.addWidget(self._more)

    def show_plan(self, plan: Plan) -> None:
        """Show the people of this plan."""
        self._people = room_faces(plan)
        here = sum(one.present for one in self._people)
        self._count.setText(_("{here} of {all}").format(here=here, all=len(self._people)) if self._people else "")
        self._foot.setText(self._about_absent(here))
        self._foot.set_colour("look.text" if here else "muted")
        self._all.setVisible(bool(self._people))
        self._fill()

    def _about_absent(self, here: int) -> str:
        absent = [one for one in self._people if not one.present]
        if not self._people:
            return _("Nobody is in the plan yet.")
        if not here:
            return _("Click a face to say who is here.")
        if not absent:
            return ""
        if len(absent) == 1:
            return _("{name} is not here.").format(name=first_name(absent[0].name))
        return _n("{n} person is not here.", "{n} people are not here.", len(absent)).format(n=len(absent))

    def _room(self) -> int:
        across = max(1, (self.width() - 38 + _GAP) // (_FACE + _GAP))
        rows = max(2, (self.height() - _AROUND + _GAP) // (_FACE + _GAP))
        return across * rows

    def _fill(self) -> None:
        room = self._room()
        shown = list(self._people if len(self._people) <= room else self._people[: room - 1])
        for id in [id for id in self._faces if id not in {one.id for one in shown}]:
            gone = self._faces.pop(id)
            self._flow.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for one in shown:
            face = self._faces.get(one.id)
            if face is None:
                face = self._faces[one.id] = Face(one)
                face.marked.connect(self._mark)
                face.opened.connect(self.opened)
                face.removed.connect(self._remove)
                face.stepped.connect(self._step)
                face.inHand.connect(self._take)
            else:
                face.show_face(one)
        for one in shown:
            self._flow.removeWidget(self._faces[one.id])
            self._flow.addWidget(self._faces[one.id])
            self._faces[one.id].show()
        self._flow.removeWidget(self._more)
        self._flow.addWidget(self._more)
        hidden = len(self._people) - len(shown)
        self._more.setText(f"+{hidden}")
        self._more.setAccessibleName(_n("{n} more person", "{n} more people", hidden).format(n=hidden))
        self._more.setVisible(hidden > 0)
        self._take(self._hand)
        self._flow.invalidate()
        self.updateGeometry()

    def face(self, id: RowId) -> Face | None:
        """The face of a person, where there is room for it."""
        return self._faces.get(id)

    def _take(self, id: RowId | None) -> None:
        """Tab stops at one face only, the one that was in hand last; arrows go to the others."""
        self._hand = id if id in self._faces else next(iter(self._faces), None)
        for other, face in self._faces.items():
            stop = other == self._hand
            face.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus)

    def _mark(self, id: RowId, here: bool) -> None:
        self._workspace.apply(SetFields("person", id, {"present": here}))

    def _remove(self, id: RowId) -> None:
        self._workspace.apply(DeleteRows("person", (id,)))

    def _step(self, id: RowId, by: int) -> None:
        ids = [one.id for one in self._people if one.id in self._faces]
        place = ids.index(id) + by
        if 0 <= place < len(ids):
            by_keyboard(self._faces[ids[place]])
        elif by > 0 and self._more.isVisible():
            by_keyboard(self._more)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_N and not event.modifiers():
            self.addAsked.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fill()
