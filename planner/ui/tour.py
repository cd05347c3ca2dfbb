"""The tour: six steps through the window, each beside the thing it is about. It can be left at any time."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from planner.i18n import _, mark
from planner.model.value import Value
from planner.ui import motion
from planner.ui.parts.button import Button
from planner.ui.parts.card import Card
from planner.ui.parts.paint import draw_shadow, painter, rounded
from planner.ui.parts.text import Text
from planner.ui.theme import theme

if TYPE_CHECKING:
    from planner.ui.window import Window

_WIDTH, _GAP = 360, 20


class Step(Value):
    """One step: which part of the frame it is about, and what is said."""

    about: str
    title: str
    words: str


STEPS = (
    Step("sidebar", mark("Thirteen chapters, in four parts"),
         mark("Set out, listen, plan, agree. Jump back and forth as you like. The ring says how far a chapter is; hold "
              "the mouse over it, or reach it by Tab, and it says what is missing.")),
    Step("author", mark("Who is at the keyboard"),
         mark("Whatever is typed next belongs to this person. When the laptop is passed on, click here or press "
              "Ctrl Shift K, then a letter.")),
    Step("page", mark("The work of the chapter"),
         mark("One main action at the upper right; the key N does the same. Everything is saved as you make it, and "
              "Ctrl Z takes back one step at a time, in whichever chapter.")),
    Step("coach", mark("The coach"),
         mark("Questions to ask, with the side that is asked. Type the answer under the question; it goes to the field "
              "it belongs to. Below: what is still open or contradicts itself, and who changed what.")),
    Step("find", mark("Find anything"),
         mark("Ctrl K finds a chapter, a person, a line, a command. A slip of the fingers does no harm.")),
    Step("menu", mark("Menu, settings, help"),
         mark("F1 opens the help of the chapter you are in. The menu has the history, import and the Excel export. "
              "This tour waits in Help.")),
)  # fmt: skip


class Tour(QWidget):
    """Lies over the window. Right and left step, Esc leaves."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._window = window
        self._before = QApplication.focusWidget()
        self.place = 0
        self._card = Card(self, radius=16, level=0)
        self._card.setFixedWidth(_WIDTH)
        self._count = Text("", "caption", "muted", lines=1)
        self._title = Text("", "card", balanced=True)
        self._words = Text("", "body")
        self._leave = Button(_("Leave the tour"), "quiet")
        self._back = Button(_("Back"))
        self._next = Button(_("Next"), "primary")
        self._leave.clicked.connect(self.leave)
        self._back.clicked.connect(self.back)
        self._next.clicked.connect(self.next)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(self._leave)
        foot.addStretch(1)
        foot.addWidget(self._back)
        foot.addWidget(self._next)
        self._column = QVBoxLayout(self._card)
        self._column.setContentsMargins(24, 20, 20, 18)
        self._column.setSpacing(8)
        for part in (self._count, self._title, self._words):
            self._column.addWidget(part)
        self._column.addSpacing(8)
        self._column.addLayout(foot)
        window.installEventFilter(self)

    def open(self) -> None:
        """Begin."""
        self._cover()
        self.show()
        self.raise_()
        self.go(0)

    def go(self, place: int) -> None:
        """Show a step."""
        self.place = place
        step = STEPS[place]
        self._count.setText(_("Step {n} of {all}").format(n=place + 1, all=len(STEPS)))
        self._title.setText(_(step.title))
        self._words.setText(_(step.words))
        self._back.setVisible(place > 0)
        self._next.setText(_("Next") if place < len(STEPS) - 1 else _("Begin"))
        self.setAccessibleName(f"{self._count.text()}: {_(step.title)}")
        self.setAccessibleDescription(_(step.words))
        self._arrange()
        motion.arrive(self._card)
        self._next.setFocus(Qt.FocusReason.TabFocusReason)

    def next(self) -> None:
        """One step on; after the last one the tour is over."""
        if self.place == len(STEPS) - 1:
            self.leave()
        else:
            self.go(self.place + 1)

    def back(self) -> None:
        """One step back."""
        self.go(max(0, self.place - 1))

    def leave(self) -> None:
        """Enough; the keyboard goes back to where it was."""
        self._window.removeEventFilter(self)
        self.close()
        if self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)

    # Where it stands

    def target(self) -> QRect:
        """The box of the thing this step is about, in the window."""
        frame = self._window.frame
        about = STEPS[self.place].about
        parts: dict[str, QWidget] = {
            "sidebar": frame.sidebar,
            "author": frame.topbar.author,
            "page": self._window.page,
            "coach": frame.coach,
            "find": frame.topbar.find_field,
        }
        host = parts.get(about, frame.sidebar)
        box = frame.sidebar.foot if about == "menu" else QRect(QPoint(0, 0), host.size())
        return QRect(host.mapTo(self._window, box.topLeft()), box.size()).adjusted(4, 4, -4, -4)

    def _cover(self) -> None:
        self.setGeometry(self._window.rect())

    def _arrange(self) -> None:
        high = max(self._column.totalHeightForWidth(_WIDTH), 120)
        size, box, room = QSize(_WIDTH, high), self.target(), self.rect().adjusted(16, 16, -16, -16)
        if box.right() + _GAP + size.width() <= room.right():
            at = QPoint(box.right() + _GAP, box.top() + 40)
        elif box.left() - _GAP - size.width() >= room.left():
            at = QPoint(box.left() - _GAP - size.width(), box.top() + 40)
        else:
            at = QPoint(box.center().x() - size.width() // 2, box.bottom() + _GAP)
        x = max(room.left(), min(at.x(), room.right() - size.width()))
        y = max(room.top(), min(at.y(), room.bottom() - size.height()))
        self._card.setGeometry(QRect(QPoint(x, y), size))
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._cover()
            self._arrange()
        return False

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # the window's shortcuts rest while this is shown
            return True
        return super().event(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        controls = [one for one in (self._leave, self._back, self._next) if one.isVisible()]
        if not controls:
            return True
        at = QApplication.focusWidget()
        place = controls.index(at) if at in controls else -1
        controls[(place + (1 if forward else -1)) % len(controls)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        acts = {Qt.Key.Key_Escape: self.leave, Qt.Key.Key_Right: self.next, Qt.Key.Key_Left: self.back,
                Qt.Key.Key_Return: self.next, Qt.Key.Key_Enter: self.next}  # fmt: skip
        if (act := acts.get(Qt.Key(event.key()))) is not None:
            act()
        event.accept()

    def mousePressEvent(self, event: object) -> None:
        """What lies below is not meant."""

    def paintEvent(self, event: QPaintEvent) -> None:
        p, now = painter(self), theme()
        hole = QRectF(self.target())
        veil, gap = QPainterPath(), QPainterPath()
        veil.addRect(QRectF(self.rect()))
        gap.addRoundedRect(hole, 12, 12)
        p.fillPath(veil - gap, now.scrim)
        rounded(p, hole, 12, None, QPen(now.focus, 2))
        draw_shadow(p, QRectF(self._card.geometry()), 16, 3)
