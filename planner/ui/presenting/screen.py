"""Over a whole window, which fills the screen meanwhile: a question with its answers, or a sheet of the chapter."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from planner.exchange.question_bank import Question
from planner.i18n import _
from planner.ui.coach.questions import answers, asked_words, in_turn
from planner.ui.pages import BY_KEY
from planner.ui.parts.button import Button
from planner.ui.parts.card import Paper
from planner.ui.parts.glyph import Glyph
from planner.ui.parts.paint import flat, painter
from planner.ui.parts.scroll import Scroll
from planner.ui.parts.text import Text, break_lines
from planner.ui.presenting.aside import WIDE, Aside
from planner.ui.presenting.foot import Foot
from planner.ui.presenting.head import MARGIN, Head
from planner.ui.presenting.said import SHOWN, Said
from planner.ui.presenting.sheet import Sheet, sheets_of
from planner.ui.theme import LEAST_WINDOW, theme
from planner.ui.voices import voice_of_side

if TYPE_CHECKING:
    from planner.ui.window import Window

_GAP, _NARROW_GAP = 24, 16
_LOW = 860  # a screen below this height has room for two lines of a question at its largest, others for three
_NO_LIMIT = QSize(16_777_215, 16_777_215)


class Presenting(QWidget):
    """Esc leaves; left and right go through the questions of the chapter and then through its sheets."""

    def __init__(self, window: "Window", key: str = "") -> None:
        """`key` is the question to begin with; the first one without, or the first sheet where there is none."""
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._window = window
        self._before = QApplication.focusWidget()
        plan = window.workspace.plan
        chapter = key.rpartition("-")[0] or window.chapter
        self._questions = [one for one, _state in in_turn(plan, chapter)]
        self._place = next((place for place, one in enumerate(self._questions) if one.key == key), 0)
        self._asked = self._place  # the question to come back to from the sheets
        self._names, self._all, self._leaving = True, False, False
        self._known: frozenset[str] = frozenset()
        self._fresh: frozenset[str] = frozenset()
        self._was_full = window.isFullScreen()
        self._head = Head(plan.facts.title or "", _(BY_KEY[chapter].title) if chapter in BY_KEY else "")
        self._head.leave.clicked.connect(self.leave)
        self.aside = Aside()
        self.aside.clock.changed.connect(self._tell_clock)
        self.foot = self._connected_foot()
        self._body = Paper()
        self._inside = QHBoxLayout(self._body)
        self._inside.setContentsMargins(MARGIN, 16, MARGIN, 16)
        self._inside.setSpacing(40)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._body, 1)
        column.addWidget(self.foot)
        for one in (window, *self.findChildren(Button)):
            one.installEventFilter(self)
        window.workspace.changed.connect(self._follow)
        self._turn_to(self._place)

    def _connected_foot(self) -> Foot:
        foot = Foot()
        foot.back.clicked.connect(self.previous)
        foot.next.clicked.connect(self.next)
        foot.pause.clicked.connect(self.aside.clock.pause)
        foot.minute.clicked.connect(self.aside.clock.add_minute)
        foot.answer.clicked.connect(self.answer)
        foot.names.clicked.connect(self.hide_names)
        foot.turn.clicked.connect(self.turn_over)
        return foot

    @property
    def question(self) -> Question | None:
        """The question on the screen; None while a sheet is shown."""
        return self._questions[self._place] if self._place < len(self._questions) else None

    @property
    def sheets(self) -> list[QWidget]:
        """The sheets of the chapter as its page stands now."""
        return sheets_of(self._window.page)

    def open(self) -> None:
        """Fill the screen."""
        self._cover()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self._was_full:
            self._window.setWindowState(self._window.windowState() | Qt.WindowState.WindowFullScreen)

    def leave(self) -> None:
        """Back to the plan as it stood before."""
        if self._leaving:
            return
        self._leaving = True
        self._window.removeEventFilter(self)
        self._window.workspace.changed.disconnect(self._follow)
        self._window.frame.setMinimumSize(LEAST_WINDOW)
        self._window.frame.setMaximumSize(_NO_LIMIT)
        self.close()
        if not self._was_full:
            self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowFullScreen)
        if self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)

    # What the keys and the buttons do

    def next(self) -> None:
        """One on."""
        self._go(1)

    def previous(self) -> None:
        """One back."""
        self._go(-1)

    def _go(self, by: int) -> None:
        place = self._place + by
        if 0 <= place < len(self._questions) + len(self.sheets):
            self._turn_to(place)

    def turn_over(self) -> None:
        """From a question to the sheets of the chapter, and back to that question."""
        if self.question is None:
            if self._questions:
                self._turn_to(self._asked)
        else:
            self._turn_to(len(self._questions))

    def hide_names(self) -> None:
        """Hide who said what, or show it again."""
        self._names = not self._names
        self.foot.names.setText(_("Hide names") if self._names else _("Show names"))
        self._fill()

    def answer(self) -> None:
        """Write down what somebody says, without leaving."""
        if self.question is not None:
            self._window.desk.another_answer(self.question.key)

    def _show_all(self) -> None:
        self._all = True
        self._fill()

    def _tell_clock(self) -> None:
        running = self.aside.clock.running
        self.foot.pause.setText(_("Pause") if running else _("Go on"))
        self.foot.pause.set_icon("pause" if running else "play")
        self.foot.pause.setEnabled(bool(self.aside.clock.left))

    # What is shown

    def _turn_to(self, place: int) -> None:
        self._place, self._all, self._fresh = place, False, frozenset()
        question = self.question
        if question is not None:
            self._asked = place
            self._known = frozenset(one.id for one in answers(self._window.workspace.plan, question.key))
            self.aside.clock.start_anew()
        elif self.aside.clock.running:
            self.aside.clock.pause()
        self._fill()

    def _follow(self, _change: object) -> None:
        if self.question is None:
            for sheet in self._body.findChildren(Sheet):
                sheet.follow()
            return
        now = frozenset(one.id for one in answers(self._window.workspace.plan, self.question.key))
        self._fresh, self._known = now - self._known, now
        self._fill()
        self._fresh = frozenset()

    def _fill(self) -> None:
        while item := self._inside.takeAt(0):
            if (widget := item.widget()) and widget is not self.aside:
                widget.hide()
                widget.deleteLater()
        sheets, question = self.sheets, self.question
        self.aside.setVisible(question is not None)
        if question is None:
            self._show_sheet(sheets)
        else:
            self._show_question(question)
        self._head.dots.set_place(self._place, len(self._questions), len(sheets))
        self.foot.set_questioning(question is not None)
        self.foot.turn.setEnabled(bool(self._questions))
        self.foot.back.setEnabled(self._place > 0)
        self.foot.next.setEnabled(self._place < len(self._questions) + len(sheets) - 1)
        at = QApplication.focusWidget()
        if at is None or (self.isAncestorOf(at) and not at.isVisible()):
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._body.update()

    def _show_sheet(self, sheets: list[QWidget]) -> None:
        place = self._place - len(self._questions)
        place = min(place, len(sheets) - 1)  # a page that has become narrower may show fewer
        self._place = place + len(self._questions)
        sheet = Sheet(sheets[place])
        self._inside.addWidget(sheet, 1)
        self.setAccessibleName(sheet.accessibleName() or _(BY_KEY[self._window.chapter].title))

    def _show_question(self, question: Question) -> None:
        plan = self._window.workspace.plan
        self.setAccessibleName(_(question.text))
        said = answers(plan, question.key)
        paper = Paper()
        column = QVBoxLayout(paper)
        column.setContentsMargins(4, 0, 16, 8)
        low = self.height() < _LOW
        column.setSpacing(_NARROW_GAP if low else _GAP)
        wide = max(400, self.width() - 2 * MARGIN - WIDE - 52)
        fits = len(break_lines(_(question.text), "room", wide)) <= (2 if low else 3)
        column.addWidget(Text(_(question.text), "room" if fits else "title page", balanced=True))
        voice = voice_of_side(question.ask)
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(Glyph(voice, 12))
        line.addWidget(Text(asked_words(question), "title", f"{voice}.text"), 1)
        column.addLayout(line)
        cards = Said(plan, said, len(said) if self._all else SHOWN, names=self._names, new=self._fresh)
        cards.moreAsked.connect(self._show_all)
        column.addWidget(cards)
        column.addStretch(1)
        self._inside.addWidget(Scroll(paper), 1)
        self._inside.addWidget(self.aside)
        self.aside.show_answers(plan, question, said, names=self._names)

    # Events

    def _cover(self) -> None:
        """The page behind is laid out as narrow as it can be: its sheets are painted the larger."""
        whole = self._window.rect()
        self.setGeometry(whole)
        high = round(LEAST_WINDOW.width() * whole.height() / max(1, whole.width()))
        self._window.frame.setFixedSize(LEAST_WINDOW.expandedTo(QSize(0, high)))
        self._fill()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self._window:
            return isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._turned_by(event)
        if event.type() == QEvent.Type.Resize:
            self._cover()
        elif event.type() == QEvent.Type.Close:
            self.leave()
        return False

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # the window's shortcuts rest while this is shown
            return True
        return super().event(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        controls = [one for one in self.findChildren(Button) if one.isEnabled() and one.isVisible()]
        if not controls:
            return True
        at = QApplication.focusWidget()
        place = controls.index(at) if at in controls else -1
        controls[(place + (1 if forward else -1)) % len(controls)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _turned_by(self, event: QKeyEvent) -> bool:
        """Whether an arrow turned to something else: buttons would take it for a way to the next button."""
        if event.key() not in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            return False
        self.keyPressEvent(event)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        acts = {
            Qt.Key.Key_Escape: self.leave,
            Qt.Key.Key_F5: self.leave,
            Qt.Key.Key_Right: self.next,
            Qt.Key.Key_PageDown: self.next,
            Qt.Key.Key_Left: self.previous,
            Qt.Key.Key_PageUp: self.previous,
            Qt.Key.Key_P: self.turn_over,
        }
        asked = {
            Qt.Key.Key_H: self.hide_names,
            Qt.Key.Key_A: self.answer,
            Qt.Key.Key_Space: self.aside.clock.pause,
            Qt.Key.Key_Plus: self.aside.clock.add_minute,
            Qt.Key.Key_Equal: self.aside.clock.add_minute,
        }
        act = (acts if self.question is None else acts | asked).get(Qt.Key(event.key()))
        if act is not None:
            act()
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        flat(painter(self), self.rect(), theme().paper)
