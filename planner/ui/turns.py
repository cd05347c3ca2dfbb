"""Answering in turns on one laptop: one person after the other answers blind, and sees nobody else's answers."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from planner.i18n import _, _n
from planner.model.changes import Author
from planner.model.edits import Edit
from planner.model.fields import RowId
from planner.model.plan import Person
from planner.ui.parts.button import Button
from planner.ui.parts.combo import Combo
from planner.ui.parts.dialog import Dialog
from planner.ui.parts.rateboard import ROW, Answer, RateBoard, Rated
from planner.ui.parts.text import Text
from planner.ui.voices import first_name, side_name, voice_of
from planner.ui.workspace import Workspace

_ROWS_SHOWN = 8


class TurnsDialog(Dialog):
    """Starts with the person at the keyboard. What is kept belongs to the person who answered.

    A dialog of its own says what is answered (`rows`) and what becomes of it (`edit`).
    """

    def __init__(
        self, workspace: Workspace, title: str, lines: str, sides: Sequence[str], *, unknown: bool = True
    ) -> None:
        """`sides` are those whose people answer."""
        super().__init__(title, 760, lines=lines)
        self._workspace = workspace
        plan = workspace.plan
        self._people = [person for person in plan.people if person.function in sides]
        self._turns: list[RowId] = []
        self._who = Combo((), _("Whose turn is it?"))
        self._who.setAccessibleName(_("Whose turn is it?"))
        self._who.set_items(
            [(one.id, f"{one.name}, {side_name(one.function)}") for one in self._people],
            [voice_of(plan, one.id) for one in self._people],
        )
        self._who.chosen.connect(self._start)
        self._count = Text("", "small", "muted", lines=1)
        self._count.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout()
        row.addWidget(self._who, 1)
        row.addStretch(1)
        row.addWidget(self._count)
        self.board = RateBoard(unknown=unknown)
        self.board.setAccessibleName(title)
        self.board.answered.connect(self._say)
        self.board.setFixedHeight(ROW * min(max(len(self.rows()), 1), _ROWS_SHOWN))
        self._nobody = Text(_("Nobody who could answer is in the plan yet. Add people first."), "body", "look.text")
        self.body.addLayout(row)
        self.body.addWidget(self.board)
        self.body.addWidget(self._nobody)
        self.add_button(Button(_("Cancel")))
        self._close = self.add_button(Button(_("Keep and close")), finishes=False)
        self._close.clicked.connect(self._keep_and_close)
        self._next = self.add_button(Button("", "primary"), finishes=False)
        self._next.clicked.connect(self.pass_on)
        known = {person.id for person in self._people}
        at = workspace.author.id
        self._nobody.setVisible(not known)
        for widget in (self._who, self.board, self._close, self._next, self._count):
            widget.setVisible(bool(known))
        if known:
            there = [person for person in self._people if not self._is_away(person)] or self._people
            self._start(at if at in known else there[0].id)

    def rows(self) -> Sequence[Rated]:
        """What is answered."""
        raise NotImplementedError

    def edit(self, person: RowId, answers: Mapping[str, Answer]) -> Edit:
        """What becomes of one person's answers."""
        raise NotImplementedError

    @property
    def person(self) -> RowId | None:
        """Whose turn it is."""
        key = self._who.key
        return key if isinstance(key, str) else None

    def _start(self, id: object) -> None:
        """Another person's turn: an empty board."""
        self._who.set_key(id)
        voice = voice_of(self._workspace.plan, str(id))
        self.board.show_rows(self.rows(), voice)
        self._next.set_voice(voice)
        self._say()

    def _say(self) -> None:
        given, all_ = len(self.board.answers), self.board.rows.rowCount()
        self._count.setText(_("{n} of {all} answered").format(n=given, all=all_))
        following = self._following()
        if following is None:
            self._next.setText(_n("Keep {n} answer", "Keep {n} answers", given).format(n=given))
        else:
            self._next.setText(_("Pass on to {name}").format(name=first_name(following.name or "")))

    def _following(self) -> Person | None:
        """The next person, as they stand in the plan, who has had no turn in this round and is not away."""
        at = next((place for place, one in enumerate(self._people) if one.id == self.person), 0)
        order = self._people[at + 1 :] + self._people[:at]
        return next((one for one in order if one.id not in self._turns and not self._is_away(one)), None)

    def _is_away(self, person: Person) -> bool:
        """Whether somebody is marked as not in the room; nobody is where nobody is marked as in it."""
        return person.present is False and any(one.present for one in self._workspace.plan.people)

    def keep(self) -> None:
        """Bring the answers of this turn to the plan, in the name of the person who gave them."""
        person, answers = self._workspace.plan.people.get(self.person), self.board.answers
        if person is None:
            return
        self._turns.append(person.id)
        if answers:
            before = self._workspace.author
            self._workspace.set_author(Author(person.name or "", person.id))
            self._workspace.apply(self.edit(person.id, answers))
            self._workspace.set_author(before)

    def pass_on(self) -> None:
        """Keep this turn and start the next person's; after the last one the dialog closes."""
        following = self._following()
        self.keep()
        if following is None:
            self.finish(True)
            return
        self._start(following.id)
        self.board.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_and_close(self) -> None:
        self.keep()
        self.finish(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and ctrl and self.person:
            self.pass_on()
        super().keyPressEvent(event)
