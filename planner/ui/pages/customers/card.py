"""One segment on a card, every line of which is written where it stands."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from planner.i18n import _, mark
from planner.ui.icons import draw_icon
from planner.ui.pages.customers.figures import LINES, SegmentFace
from planner.ui.parts.card import Card, Line
from planner.ui.parts.chip import Chip, warning_chip
from planner.ui.parts.focus import Ringed, by_keyboard
from planner.ui.parts.inplace import InPlace
from planner.ui.parts.menu import Menu
from planner.ui.parts.paint import painter
from planner.ui.parts.text import Text

_GRIP = 20
_LABELS = {
    "job": "",
    "trigger": mark("Starts the search"),
    "buying_roles": mark("Who decides"),
    "alternatives": mark("Compared with"),
    "accounts": mark("Accounts"),
    "must_not": mark("Not chased here"),
}


class FactLine(Ringed, QWidget):
    """A label with words under it. Enter, F2 or a double click asks to be edited in place.

    Where nothing is known yet one click is enough. Tab while typing asks to go `onward` to the next line.
    """

    spoken_as = "Grouping"
    ring_radius = 6
    asked = Signal(object)
    onward = Signal(object, object)

    def __init__(self, field: str, label: str, style: str = "small", lines: int = 3) -> None:
        super().__init__()
        self.field = field
        self._label = label
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._words = Text("", style, lines=lines, balanced=style != "small")
        self._editor: InPlace | None = None
        self._known = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 2, 0, 2)
        self._column.setSpacing(0)
        if label:
            self._column.addWidget(Text(label, "caption", "muted", lines=1))
        self._column.addWidget(self._words)

    def show_words(self, words: str, nothing: str) -> None:
        """What is known, or the quiet words for what is not."""
        self._known = bool(words)
        self._words.setText(words or nothing)
        self._words.set_colour("ink" if words else "muted")
        self.setAccessibleName(f"{self._label}: {words or nothing}" if self._label else words or nothing)
        self.setAccessibleDescription(_("Enter edits it."))

    def edit(self, keep: Callable[[str], bool], text: str) -> None:
        """Type where the words stand."""
        editor = InPlace(keep, text, lines=2, onward=self._go_on)
        editor.setAccessibleName(self._label or _("Name"))
        editor.left.connect(self._leave)
        self._words.hide()
        self._column.addWidget(editor)
        editor.show()
        self._editor = editor
        editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        editor.selectAll()

    def _go_on(self, by: int) -> None:
        self.onward.emit(self.field, by)

    def _leave(self, by_key: bool) -> None:
        editor, self._editor = self._editor, None
        if editor is None:
            return
        self._column.removeWidget(editor)
        editor.hide()
        editor.deleteLater()
        self._words.show()
        if by_key:
            by_keyboard(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.asked.emit(self.field)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._known and event.button() == Qt.MouseButton.LeftButton:
            self.asked.emit(self.field)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._known:
            self.asked.emit(self.field)


class Grip(QWidget):
    """Six dots by which a card is dragged to another place."""

    pulled = Signal(object)
    dropped = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._down = False
        self.setFixedSize(_GRIP, 24)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setToolTip(_("Drag to another place"))

    def sizeHint(self) -> QSize:
        return QSize(_GRIP, 24)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._down = event.button() == Qt.MouseButton.LeftButton

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._down:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.pulled.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        if self._down:
            self._down = False
            self.dropped.emit(event.globalPosition().toPoint())

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_icon(painter(self), "dots-six-vertical", QRectF(0, 4, 16, 16), "muted")


class _Priority(Ringed, QPushButton):
    """The priority as a chip; a click opens the four of them."""

    ring_radius = 12

    def __init__(self) -> None:
        super().__init__()
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._chip = Chip("", parent=self)
        self._chip.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_priority(self, priority: int | None) -> None:
        self._chip.hide()
        self._chip.deleteLater()
        if priority is None:
            self._chip = Chip(_("No priority yet"), "surface", "look.text", "look.text", open_slot=True, parent=self)
        else:
            ground, words = ("ink", "on_ink") if priority == 1 else ("track", "ink")
            self._chip = Chip(_("Priority {n}").format(n=priority), ground, words, parent=self)
        self._chip.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._chip.resize(self._chip.sizeHint())
        self._chip.show()
        self.setAccessibleName(self._chip.text())
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return self._chip.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The chip paints itself."""


class SegmentCard(Card):
    """Arrows walk cards and lines, Alt arrows move the card, 1 to 4 set the priority, Enter opens all, N adds one."""

    asked = Signal(object, object)
    """The segment and what is wanted with it: open, delete, next, before, later, sooner, or a digit."""
    editAsked = Signal(object, object)
    pulled = Signal(object, object)
    dropped = Signal(object, object)

    def __init__(self, face: SegmentFace) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.grip = Grip()
        self.grip.pulled.connect(self._pull)
        self.grip.dropped.connect(self._drop)
        self._code = Text("", "caption", "muted", lines=1)
        self._priority = _Priority()
        self._priority.clicked.connect(self._ask_priority)
        self.lines = {"name": FactLine("name", "", "card", 2)}
        for name in LINES:
            self.lines[name] = FactLine(name, _(_LABELS[name]), "quote" if name == "job" else "small")
        for line in self.lines.values():
            line.asked.connect(self._edit)
            line.onward.connect(self._go_on)
        self._missing = warning_chip(_("No activity points here yet"))
        self._points = Text("", "caption", "muted", 500, lines=1)
        self._lay_out()
        self.show_face(face)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(6)
        head.addWidget(self.grip)
        head.addWidget(self._code, 1)
        head.addWidget(self._priority)
        facts = QGridLayout()
        facts.setContentsMargins(0, 4, 0, 0)
        facts.setHorizontalSpacing(20)
        facts.setVerticalSpacing(6)
        for place, name in enumerate(LINES[1:]):
            across = 2 if name == LINES[-1] else 1
            facts.addWidget(self.lines[name], place // 2, place % 2, 1, across, Qt.AlignmentFlag.AlignTop)
        facts.setColumnStretch(0, 1)
        facts.setColumnStretch(1, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 8, 0, 0)
        foot.setSpacing(8)
        foot.addWidget(self._missing)
        foot.addWidget(self._points, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 14)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.lines["name"])
        column.addWidget(self.lines["job"])
        column.addLayout(facts)
        column.addStretch(1)
        column.addSpacing(8)
        column.addWidget(Line())
        column.addLayout(foot)

    def show_face(self, face: SegmentFace) -> None:
        """Another state of the segment."""
        self.face = face
        self._code.setText(face.code)
        self._priority.show_priority(face.priority)
        self.lines["name"].show_words(face.name, _("No name yet"))
        for name in LINES:
            nothing = _("Which job do they want done?") if name == "job" else _("Not known yet")
            self.lines[name].show_words(face.words[name], nothing)
        self._missing.setVisible(bool(face.missing))
        self._points.setText(face.pointing)
        self._points.setToolTip(face.pointing_names)
        self.setAccessibleName(face.spoken)
        self.setAccessibleDescription(
            _("Enter opens it, F2 edits the name, 1 to 4 set the priority, Alt arrows move it, Delete takes it out.")
        )

    def ask(self, what: str) -> None:
        """Ask for something to be done with this segment."""
        self.asked.emit(self.face.id, what)

    def _edit(self, field: str) -> None:
        self.editAsked.emit(self.face.id, field)

    def _go_on(self, field: str, by: int) -> None:
        """Tab out of a line: the next one is typed; after the last and before the first, the card has the keyboard."""
        names = list(self.lines)
        place = names.index(field) + by
        if 0 <= place < len(names):
            self._edit(names[place])
        else:
            by_keyboard(self)

    def _pull(self, point: QPoint) -> None:
        self.pulled.emit(self.face.id, point)

    def _drop(self, point: QPoint) -> None:
        self.dropped.emit(self.face.id, point)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not alt:
            self._walk(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            on = key in (Qt.Key.Key_Right, Qt.Key.Key_Down)
            self.ask(("later" if on else "sooner") if alt else ("next" if on else "before"))
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_4 and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.ask(str(key - Qt.Key.Key_0))
        elif key == Qt.Key.Key_F2:
            self._edit("name")
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.ask("open")
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.ask("delete")
        else:
            super().keyPressEvent(event)

    def _walk(self, by: int) -> None:
        """Up and down go through the lines of the card."""
        stops: list[QWidget] = [self, *self.lines.values()]
        at = next((n for n, one in enumerate(stops) if one.hasFocus()), 0)
        by_keyboard(stops[max(0, min(len(stops) - 1, at + by))])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.ask("open")

    def _ask_priority(self) -> None:
        menu = Menu(self)
        for n in range(1, 5):
            self._offer(menu, _("Priority {n}").format(n=n), str(n), "", str(n))
        menu.popup(self._priority.mapToGlobal(QPoint(0, self._priority.height() + 4)))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = Menu(self)
        self._offer(menu, _("Open…"), _("Enter"), "pencil-simple", "open")
        self._offer(menu, _("Move forward"), "Alt ←", "arrow-left", "sooner")
        self._offer(menu, _("Move back"), "Alt →", "arrow-right", "later")
        self._offer(menu, _("Delete"), _("Del"), "trash", "delete")
        menu.popup(event.globalPos())

    def _offer(self, menu: Menu, words: str, keys: str, icon: str, what: str) -> None:
        action = menu.add(words, keys, icon)
        action.setData(what)
        action.triggered.connect(self._from_menu)

    def _from_menu(self) -> None:
        self.ask(self.sender().data())  # type: ignore[attr-defined]
