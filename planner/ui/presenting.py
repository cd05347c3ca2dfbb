"""One question for the whole room: very large type, the answers under it, and nothing else on the screen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

from planner.exchange.question_bank import Question, question
from planner.i18n import _, _n
from planner.model.plan import CoachAnswer
from planner.ui.pages import BY_KEY
from planner.ui.parts.badge import KeyCap
from planner.ui.parts.button import Button
from planner.ui.parts.card import Card, Paper
from planner.ui.parts.glyph import Glyph
from planner.ui.parts.mark import draw_mark
from planner.ui.parts.paint import draw_text, flat, painter, rounded
from planner.ui.parts.text import Text
from planner.ui.questions import answers, asked_words, in_turn
from planner.ui.theme import theme
from planner.ui.voices import name_of_person, voice_of, voice_of_side

if TYPE_CHECKING:
    from planner.ui.window import Window

_SHOWN = 4  # answers; the others are behind a button


class QuestionScreen(QWidget):
    """Lies over the whole window, which fills the screen meanwhile. Esc leaves; left and right change the question."""

    def __init__(self, window: "Window", key: str) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._window = window
        self._before = QApplication.focusWidget()
        chapter = key.rpartition("-")[0]
        self._questions = [one for one, state in in_turn(window.workspace.plan, chapter)]
        self._place = self._questions.index(question(key))
        self._names, self._all = True, False
        self._was_full = window.isFullScreen()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._head = _Head(window.workspace.plan.facts.title or "", _(BY_KEY[chapter].title))
        self._head.leave.clicked.connect(self.leave)
        column.addWidget(self._head)
        self._body = Paper()
        self._inside = QVBoxLayout(self._body)
        self._inside.setContentsMargins(64, 24, 64, 24)
        self._inside.setSpacing(24)
        column.addWidget(self._body, 1)
        column.addWidget(self._foot())
        window.installEventFilter(self)
        window.workspace.changed.connect(self._fill)
        self._fill()

    def _foot(self) -> QWidget:
        foot = Paper("well")
        row = QHBoxLayout(foot)
        row.setContentsMargins(64, 26, 64, 26)
        row.setSpacing(16)
        self._back = Button(_("Back"), icon="arrow-left", size="large")
        self._back.clicked.connect(self.previous)
        self._hide = Button(_("Hide names"), icon="eye-slash", size="large")
        self._hide.clicked.connect(self.hide_names)
        self._next = Button(_("Next question"), "primary", size="large")
        self._next.clicked.connect(self.next)
        row.addWidget(self._back)
        row.addStretch(1)
        row.addWidget(self._hide)
        row.addWidget(self._next)
        return foot

    @property
    def question(self) -> Question:
        """The question on the screen."""
        return self._questions[self._place]

    def open(self) -> None:
        """Fill the screen."""
        self._cover()
        self.show()
        self.raise_()
        self._next.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self._was_full:
            self._window.setWindowState(self._window.windowState() | Qt.WindowState.WindowFullScreen)

    def leave(self) -> None:
        """Back to the plan as it stood before."""
        self._window.removeEventFilter(self)
        self._window.workspace.changed.disconnect(self._fill)
        self.close()
        if not self._was_full:
            self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowFullScreen)
        if self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)

    def next(self) -> None:
        """One question on."""
        self._go(1)

    def previous(self) -> None:
        """One question back."""
        self._go(-1)

    def _go(self, by: int) -> None:
        place = self._place + by
        if 0 <= place < len(self._questions):
            self._place, self._all = place, False
            self._fill()

    def hide_names(self) -> None:
        """Hide who said what, or show it again."""
        self._names = not self._names
        self._hide.setText(_("Hide names") if self._names else _("Show names"))
        self._fill()

    def _show_all(self) -> None:
        self._all = True
        self._fill()

    def _fill(self, _change: object = None) -> None:
        while item := self._inside.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        one, plan = self.question, self._window.workspace.plan
        self.setAccessibleName(_(one.text))
        self._head.dots.set_place(self._place, len(self._questions))
        self._inside.addWidget(Text(_(one.text), "room", balanced=True))
        asked = QWidget()
        line = QHBoxLayout(asked)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        voice = voice_of_side(one.ask)
        line.addWidget(Glyph(voice, 12))
        line.addWidget(Text(asked_words(one), "title", f"{voice}.text"), 1)
        self._inside.addWidget(asked)
        self._inside.addWidget(self._answers(answers(plan, one.key)))
        self._inside.addStretch(1)
        self._back.setEnabled(self._place > 0)
        self._next.setEnabled(self._place < len(self._questions) - 1)
        self._body.update()

    def _answers(self, said: list[CoachAnswer]) -> QWidget:
        area = Paper()
        grid = QGridLayout(area)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(24)
        shown = said if self._all else said[-_SHOWN:]
        for place, answer in enumerate(reversed(shown)):
            grid.addWidget(self._card(answer), place // 2, place % 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        hidden = len(said) - len(shown)
        if hidden:
            more = Button(_n("{n} more answer", "{n} more answers", hidden).format(n=hidden), "quiet")
            more.clicked.connect(self._show_all)
            grid.addWidget(more, len(shown), 0, Qt.AlignmentFlag.AlignLeft)
        return area

    def _card(self, answer: CoachAnswer) -> Card:
        plan = self._window.workspace.plan
        card = Card(radius=14)
        column = QVBoxLayout(card)
        column.setContentsMargins(24, 20, 24, 18)
        column.addWidget(Text(answer.answer or "", "present quote", lines=4, balanced=True))
        voice = voice_of(plan, answer.by)
        who = QHBoxLayout()
        who.setSpacing(10)
        who.addWidget(Glyph(voice, 12))
        name = name_of_person(plan, answer.by) if self._names else ""
        who.addWidget(Text(name or (_("Somebody") if self._names else ""), "purpose", f"{voice}.text", 600, lines=1), 1)
        column.addStretch(1)
        column.addLayout(who)
        return card

    # Events

    def _cover(self) -> None:
        self.setGeometry(self._window.rect())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._cover()
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        acts = {
            Qt.Key.Key_Escape: self.leave,
            Qt.Key.Key_F5: self.leave,
            Qt.Key.Key_Right: self.next,
            Qt.Key.Key_PageDown: self.next,
            Qt.Key.Key_Left: self.previous,
            Qt.Key.Key_PageUp: self.previous,
            Qt.Key.Key_H: self.hide_names,
        }
        act = acts.get(Qt.Key(event.key()))
        if act is not None:
            act()
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        flat(painter(self), self.rect(), theme().paper)


class _Head(QWidget):
    """Mark, plan and chapter; where we are; how to leave."""

    def __init__(self, plan: str, chapter: str) -> None:
        super().__init__()
        self._plan, self._chapter = plan, chapter
        self.setFixedHeight(80)
        self.dots = _Dots()
        self.leave = Button(_("Leave"), "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(64, 0, 64, 0)
        row.addStretch(1)
        row.addWidget(self.dots)
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(KeyCap(_("Esc")))

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        draw_mark(p, 64, 30, 20)
        box = QRectF(112, 0, self.dots.x() - 128, self.height())
        used = draw_text(p, box, self._plan, "purpose", "ink", 600)
        draw_text(p, box.adjusted(used + 14, 0, 0, 0), self._chapter, "purpose", "muted")


class _Dots(QLabel):
    """Which of how many questions: past filled, now a pill, still to come hollow."""

    def __init__(self) -> None:
        super().__init__()
        self._place, self._count = 0, 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_place(self, place: int, count: int) -> None:
        self._place, self._count = place, count
        self.setAccessibleName(_("Question {n} of {all}").format(n=place + 1, all=count))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(28 * self._count + 14, 28)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        now = theme()
        left = 9.0
        for place in range(self._count):
            wide = 24.0 if place == self._place else 10.0
            box = QRectF(left, 9, wide, 10)
            rounded(p, box, 5, now.ink if place <= self._place else None, None if place <= self._place else now.control)
            left += wide + 18
