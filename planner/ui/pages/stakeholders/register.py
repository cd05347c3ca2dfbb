"""The register beside the map: who they are, where they stand, when they were last asked."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.i18n import _
from planner.ui.icons import draw_icon
from planner.ui.motion import CHIP
from planner.ui.pages.stakeholders.figures import Standing
from planner.ui.parts.button import Button
from planner.ui.parts.card import Card
from planner.ui.parts.coachcards import LEVEL_ICONS
from planner.ui.parts.eased import eased, lit, veil
from planner.ui.parts.focus import Ringed
from planner.ui.parts.menu import Menu
from planner.ui.parts.paint import RIGHT, draw_text, painter
from planner.ui.parts.scroll import Scroll
from planner.ui.parts.tracks import draw_stance
from planner.ui.theme import mix, theme

_HEIGHT, _HEAD, _FOOT, _PAD, _TRACK = 66, 76, 40, 20, 104
_BEYOND = 12  # rows above and below those in sight, so that the keyboard always finds the next one


def _columns(width: int) -> tuple[float, float]:
    """Where the stance begins and where the date does."""
    right = width - _PAD - 88.0
    return max(_PAD + 116.0, min(width * 0.37, right - _TRACK - 16)), right


class RegisterRow(Ringed, QWidget):
    """One person. Enter opens, B books a talk, 1 to 5 set the stance, Delete takes out of the register.

    A click on the track sets the stance of today, with Shift the wanted one.
    """

    spoken_as = "ListItem"
    opened = Signal(object)
    talkAsked = Signal(object)
    removed = Signal(object)
    stanceChosen = Signal(object, object, object)
    inHand = Signal(object)
    ring_radius = 6

    def __init__(self, one: Standing) -> None:
        super().__init__()
        self._lit = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedHeight(_HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._talk = Button(_("Book a talk"), "link", size="small", parent=self)
        self._talk.clicked.connect(self._ask_talk)
        self.show_person(one)

    def show_person(self, one: Standing) -> None:
        """Another state of the person."""
        self.one = one
        self.setAccessibleName(one.spoken)
        self.setToolTip(f"{one.name}\n{one.role}\n{one.stance_words}")
        self.setAccessibleDescription(_("Keys 1 to 5 set the stance, B books a talk."))
        self._talk.setVisible(one.days is None)
        self._talk.setAccessibleDescription(one.name)
        self._place()
        self.update()

    def light(self, lit: bool) -> None:
        """Show that this person is in hand on the map."""
        if lit != self._lit:
            self._lit = lit
            self.update()

    def _ask_talk(self) -> None:
        self.talkAsked.emit(self.one.id)

    def _place(self) -> None:
        wide = self._talk.sizeHint().width()
        self._talk.setGeometry(self.width() - _PAD - wide, 28, wide, 28)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def sizeHint(self) -> QSize:
        return QSize(360, _HEIGHT)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.inHand.emit(self.one.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.one.id)
        elif key == Qt.Key.Key_B and not event.modifiers():
            self._ask_talk()
        elif key == Qt.Key.Key_Delete:
            self.removed.emit(self.one.id)
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_5 and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.stanceChosen.emit(self.one.id, key - Qt.Key.Key_1, False)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(key == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        left = _columns(self.width())[0]
        on_track = left <= event.position().x() <= left + _TRACK and event.position().y() < _HEIGHT / 2
        if event.button() == Qt.MouseButton.LeftButton and on_track:
            stop = round((event.position().x() - left - 7) / (_TRACK - 14) * 4)
            wanted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.stanceChosen.emit(self.one.id, min(4, max(0, stop)), wanted)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.opened.emit(self.one.id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = Menu(self)
        menu.add(_("Open…"), _("Enter")).triggered.connect(self._open)
        menu.add(_("Book or note a talk"), "B").triggered.connect(self._ask_talk)
        menu.add(_("Take out of the register"), _("Delete")).triggered.connect(self._remove)
        menu.popup(event.globalPos())

    def _open(self) -> None:
        self.opened.emit(self.one.id)

    def _remove(self) -> None:
        self.removed.emit(self.one.id)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        now, one = theme(), self.one
        chosen = eased(self, "in hand", float(self._lit), milliseconds=CHIP)
        if ground := veil(mix(now.sunken, now.selection, chosen), max(chosen, lit(self))):
            p.fillRect(self.rect(), ground)
        p.fillRect(QRectF(_PAD, self.height() - 1, self.width() - 2 * _PAD, 1), now.hairline)
        stance, date = _columns(self.width())
        name = QRectF(_PAD, 13, stance - _PAD - 12, 20)
        draw_text(p, name, one.name, "small", f"{one.voice}.text", 600)
        draw_text(p, name.translated(0, 19), one.role, "caption", "muted")
        draw_stance(p, QRectF(stance, 14, _TRACK, 18), one.stance, one.desired, one.voice)
        end = self._talk.x() - 8 if self._talk.isVisible() else date + 16
        words = QRectF(stance, 32, end - stance, 20)
        draw_text(p, words, one.stance_words, "caption", "muted")
        right = self.width() - _PAD - 0.0
        if one.level != "fine":
            icon = QRectF(QPointF(right - 18, 14), QPointF(right, 32))
            draw_icon(p, LEVEL_ICONS[one.level], icon, f"{one.level}.fill", "fill")
            right -= 24
        tone = "ink" if one.level == "fine" else f"{one.level}.text"
        draw_text(p, QRectF(date - 40, 13, right - date + 40, 20), one.consulted, "small", tone, 600, RIGHT)
        if one.days is not None:
            below = QRectF(date, 32, self.width() - _PAD - date, 20)
            draw_text(p, below, one.consulted_on, "caption", "muted", None, RIGHT)


class Register(Card):
    """All rows under one head, scrolling; the order is that of who was unheard longest.

    There are widgets for the rows in sight and some around them, and for the one with the keyboard.
    """

    spoken_as = "List"
    opened = Signal(object)
    talkAsked = Signal(object)
    removed = Signal(object)
    stanceChosen = Signal(object, object, object)
    inHand = Signal(object)
    gapAsked = Signal()
    """Somebody wants to know how the steps still to go come about."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: dict[str, RegisterRow] = {}
        self._people: list[Standing] = []
        self._places: dict[str, int] = {}
        self._lit: str | None = None
        self._content = QWidget()
        self._scroll = Scroll(self._content, self)
        self._scroll.verticalScrollBar().valueChanged.connect(self._fill)
        self.gap = Button("", "link", size="small", parent=self)
        self.gap.setToolTip(_("How this comes about"))
        self.gap.clicked.connect(self.gapAsked)
        self.setAccessibleName(_("Register"))

    def show_gap(self, words: str) -> None:
        """What stands at the foot about the steps still to go; nothing where it is not known."""
        self.gap.setText(words)
        self.gap.setVisible(bool(words))
        self._place()

    def show_people(self, people: list[Standing]) -> None:
        """These people in this order; rows that stay keep focus."""
        self._people = people
        self._places = {one.id: place for place, one in enumerate(people)}
        self._content.setMinimumHeight(len(people) * _HEIGHT)
        self._content.resize(self._content.width(), max(self._scroll.height(), len(people) * _HEIGHT))
        for id, row in self._rows.items():
            if id in self._places:
                row.show_person(people[self._places[id]])
        self._fill()

    def _fill(self) -> None:
        """Make the rows that are wanted where the register stands, and let go of the others."""
        top, wide = self._scroll.verticalScrollBar().value(), self._scroll.width()
        first = max(0, top // _HEIGHT - _BEYOND)
        last = (top + self._scroll.height()) // _HEIGHT + 1 + _BEYOND
        wanted = {one.id: one for one in self._people[first:last]}
        for id in [id for id in self._rows if id not in wanted]:
            if id in self._places and self._rows[id].hasFocus():
                continue
            row = self._rows.pop(id)
            row.hide()
            row.deleteLater()
        for one in wanted.values():
            if one.id not in self._rows:
                self._make(one)
        for id, row in self._rows.items():
            row.setGeometry(0, self._places[id] * _HEIGHT, wide, _HEIGHT)

    def _make(self, one: Standing) -> RegisterRow:
        row = self._rows[one.id] = RegisterRow(one)
        row.setParent(self._content)
        row.light(one.id == self._lit)
        row.show()
        row.opened.connect(self.opened)
        row.talkAsked.connect(self.talkAsked)
        row.removed.connect(self.removed)
        row.stanceChosen.connect(self.stanceChosen)
        row.inHand.connect(self.inHand)
        return row

    def light(self, id: str | None) -> None:
        """Light the row of the person who is in hand on the map."""
        self._lit = id
        for other, row in self._rows.items():
            row.light(other == id)
        if id is not None:
            self._bring_in_sight(id)

    def row(self, id: str) -> RegisterRow | None:
        """The row of a person, scrolled into sight."""
        self._bring_in_sight(id)
        return self._rows.get(id)

    def _bring_in_sight(self, id: str) -> None:
        if id in self._places:
            middle = self._places[id] * _HEIGHT + _HEIGHT // 2
            self._scroll.ensureVisible(0, middle, 0, _HEIGHT // 2 + 8)
            self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        foot = _FOOT if self.gap.text() else 10
        self._scroll.setGeometry(1, _HEAD, self.width() - 2, self.height() - _HEAD - foot)
        wide = min(self.gap.sizeHint().width(), self.width() - 2 * _PAD)
        self.gap.setGeometry(_PAD, self.height() - 34, wide, 28)
        self._fill()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        p = painter(self)
        inside = QRectF(_PAD, 12, self.width() - 2 * _PAD, 28)
        draw_text(p, inside, _("Register"), "card")
        draw_text(p, inside, _("Longest unheard first"), "caption", "muted", None, RIGHT)
        stance, date = _columns(self.width())
        head = QRectF(_PAD, 48, self.width() - 2 * _PAD, 20)
        draw_text(p, head, _("Person"), "caption", "muted", 500)
        wide = draw_text(p, head, _("Consulted"), "caption", "muted", 500, RIGHT)
        room = min(date + 16, head.right() - wide - 12) - stance
        draw_text(p, QRectF(stance, 48, room, 20), _("Stance, now to wanted"), "caption", "muted", 500)
        p.fillRect(QRectF(1, _HEAD - 1, self.width() - 2, 1), theme().hairline)
        if self.gap.text():
            p.fillRect(QRectF(1, self.height() - _FOOT, self.width() - 2, 1), theme().hairline)
