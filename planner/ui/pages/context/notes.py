"""Lines that people said, on a sheet: each with its author, to be written, changed and doubted where they stand."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from planner.i18n import _, _n
from planner.model.edits import DeleteRows, MoveRow, SetFields
from planner.model.edits.notes import SIGNED, AddNote, DoubtNote
from planner.model.fields import RowId
from planner.ui.icons import draw_icon
from planner.ui.pages.context.figures import NoteFace
from planner.ui.parts.button import Button
from planner.ui.parts.card import Line
from planner.ui.parts.focus import Ringed, by_keyboard
from planner.ui.parts.glyph import draw_glyph, glyph_width
from planner.ui.parts.inplace import InPlace
from planner.ui.parts.menu import Menu
from planner.ui.parts.paint import draw_text, painter, text_width
from planner.ui.parts.text import Text
from planner.ui.people_menu import choose_person
from planner.ui.workspace import Workspace

_SHOWN = 3
RING = 4
"""The room beside a line for the ring of the keyboard, which would else lie on its words."""


class NoteLine(Ringed, QWidget):
    """One line. Enter edits, D doubts, A says whose it is, Delete takes it out, Alt arrows move it."""

    spoken_as = "ListItem"
    ring_radius = 6
    asked = Signal(object, object)
    """The row and what is wanted with it: edit, doubt, author, delete, up, down, next, before."""

    def __init__(self, face: NoteFace, *, signed: bool, tick: bool, bold: bool) -> None:
        super().__init__()
        self._signed, self._tick = signed, tick
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._words = Text("", "small", "ink", 500 if bold else 400, lines=3 if bold else 5)
        self._who = _Who()
        column = QVBoxLayout(self)
        column.setContentsMargins(22 if tick else 0, 5, 0, 5)
        column.setSpacing(1)
        column.addWidget(self._words)
        column.addWidget(self._who)
        self.show_face(face)

    def show_face(self, face: NoteFace) -> None:
        """Another state of the line."""
        self.face = face
        self._words.setText(face.text or _("Nothing is written here yet."))
        self._who.show_face(face)
        self._who.setVisible(self._signed or bool(face.doubt))
        said = [face.text]
        if self._signed:
            said.append(_("said by {name}").format(name=face.author) if face.author else _("nobody said it yet"))
        if face.doubt:
            said.append(_("{name} doubts it").format(name=face.doubt))
        self.setAccessibleName(", ".join(said))
        self.setAccessibleDescription(_("Enter edits, D doubts, A says whose it is, Delete takes it out."))

    def ask(self, what: str) -> None:
        """Ask for something to be done with this line."""
        self.asked.emit(self.face.id, what)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        what = {
            Qt.Key.Key_Return.value: "edit",
            Qt.Key.Key_Enter.value: "edit",
            Qt.Key.Key_F2.value: "edit",
            Qt.Key.Key_D.value: "doubt",
            Qt.Key.Key_A.value: "author",
            Qt.Key.Key_Delete.value: "delete",
            Qt.Key.Key_Backspace.value: "delete",
            Qt.Key.Key_Up.value: "up" if alt else "before",
            Qt.Key.Key_Down.value: "down" if alt else "next",
        }.get(event.key())
        if what is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        else:
            self.ask(what)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        on_author = self._who.isVisible() and self._who.geometry().contains(event.position().toPoint())
        if on_author and self._signed and event.button() == Qt.MouseButton.LeftButton:
            self.ask("author")

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.ask("edit")

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = Menu(self)
        doubt = _("Take the doubt off") if self.face.doubt else _("Doubt it")
        for words, keys, icon, what in (
            (_("Edit"), _("Enter"), "pencil-simple", "edit"),
            (doubt, "D", "question", "doubt"),
            (_("Say whose it is"), "A", "user", "author"),
            (_("Move up"), "Alt ↑", "arrow-up", "up"),
            (_("Move down"), "Alt ↓", "arrow-down", "down"),
            (_("Delete"), _("Del"), "trash", "delete"),
        ):
            action = menu.add(words, keys, icon)
            action.setData(what)
            action.triggered.connect(self._from_menu)
        menu.popup(event.globalPos())

    def _from_menu(self) -> None:
        self.ask(self.sender().data())  # type: ignore[attr-defined]

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._tick:
            draw_icon(painter(self), "check", QRectF(0, 8, 14, 14), "fine.text", "bold")


class _Who(QLabel):
    """Author and doubt, each with the sign of their side."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_face(self, face: NoteFace) -> None:
        self._face = face
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        face, left, middle = self._face, 0.0, self.height() / 2
        room = float(self.width())
        if face.author:
            draw_glyph(p, face.voice, left, middle, 8)
            left += glyph_width(face.voice, 8) + 6
            left += draw_text(
                p, QRectF(left, 0, room - left, 18), face.author, "caption", f"{face.voice}.text", 600
            )  # fmt: skip
        elif not face.doubt:
            draw_text(p, QRectF(0, 0, room, 18), _("Whose is it?"), "caption", "focus", 500)
        if face.doubt:
            left += 14 if left else 0
            draw_glyph(p, face.doubt_voice, left, middle, 8)
            left += glyph_width(face.doubt_voice, 8) + 6
            words = _("{name} doubts it").format(name=face.doubt)
            if text_width(words, "caption") > room - left:
                words = _("doubted")
            draw_text(p, QRectF(left, 0, room - left, 18), words, "caption", f"{face.doubt_voice}.text")


class NoteLines(QWidget):
    """The lines of one sheet, up to three until it is opened. `add_new` starts a line, ready to be typed into."""

    def __init__(
        self,
        workspace: Workspace,
        kind: str,
        hint: str,
        *,
        tick: bool = False,
        ruled: bool = False,
        shown: int = _SHOWN,
    ) -> None:
        super().__init__()
        self._workspace, self._kind, self._hint = workspace, kind, hint
        self._tick, self._ruled, self._shown = tick, ruled, shown
        self._signed = kind in SIGNED
        self._faces: list[NoteFace] = []
        self._lines: dict[RowId, NoteLine] = {}
        self._rules: list[Line] = []
        self._editor: InPlace | None = None
        self._edited: RowId | None = None
        self._open = False
        self._more = Button("", "link", size="small")
        self._more.clicked.connect(self._toggle)
        self._first = Button(_("Add a line"), "link", size="small")
        self._first.clicked.connect(self.add_new)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(RING, 0, RING, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._first, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)

    # What is shown

    def show_faces(self, faces: list[NoteFace]) -> None:
        """These lines in this order; lines that stay keep focus."""
        self._faces = faces
        self._arrange()

    def _arrange(self) -> None:
        """Only what is seen has a line; sheets may hold hundreds."""
        shown = self._faces if self._open else self._faces[: self._shown]
        for id in [id for id in self._lines if id not in {face.id for face in shown}]:
            self._drop(self._lines.pop(id))
        order: list[QWidget] = []
        for place, face in enumerate(shown):
            order += [self._rule(place), self._line_of(face)] if self._ruled else [self._line_of(face)]
        for place, widget in enumerate(order):
            self._put(widget, place)
        for face in shown:
            self._lines[face.id].setVisible(face.id != self._edited)
        for place, rule in enumerate(self._rules):
            rule.setVisible(place < len(shown))
        if self._editor is not None:
            self._place_editor()
        hidden = len(self._faces) - len(shown)
        self._more.setText(_n("{n} more", "{n} more", hidden).format(n=hidden) if hidden else _("Show fewer"))
        self._more.setVisible(len(self._faces) > self._shown)
        self._first.setVisible(not self._faces and self._editor is None)
        self.updateGeometry()

    def _line_of(self, face: NoteFace) -> NoteLine:
        line = self._lines.get(face.id)
        if line is None:
            line = self._lines[face.id] = NoteLine(face, signed=self._signed, tick=self._tick, bold=self._ruled)
            line.asked.connect(self._asked)
        else:
            line.show_face(face)
        return line

    def _rule(self, place: int) -> Line:
        while len(self._rules) <= place:
            self._rules.append(Line(self))
        return self._rules[place]

    def _put(self, widget: QWidget, place: int) -> None:
        if self._column.indexOf(widget) != place:
            self._column.removeWidget(widget)
            self._column.insertWidget(place, widget)

    def _drop(self, widget: QWidget) -> None:
        self._column.removeWidget(widget)
        widget.hide()
        widget.deleteLater()

    def _toggle(self) -> None:
        self._open = not self._open
        self._arrange()

    def line(self, id: RowId) -> NoteLine | None:
        """The line of a note, opened up to if it stands behind "more"."""
        if id not in self._lines and any(face.id == id for face in self._faces):
            self._toggle()
        return self._lines.get(id)

    def _seen(self) -> list[NoteLine]:
        return [self._lines[face.id] for face in self._faces if face.id in self._lines]

    def _last_stop(self) -> QWidget:
        seen = self._seen()
        return seen[-1] if seen else self._first

    # Typing

    def add_new(self) -> None:
        """A new line at the end of the sheet; several may be typed one after the other."""
        self._open = True  # what is written is not to vanish behind "more"
        self._edit(None, self._add, "")

    def _add(self, text: str) -> bool:
        note = AddNote(self._kind, text, self._workspace.author.id)
        return self._done(self._workspace.apply(note) is not None)

    @property
    def _place(self) -> str:
        return f"note:{self._edited or self._kind}"

    def _note(self, words: str) -> None:
        self._workspace.begun.note(self._place, words)

    def _done(self, kept: bool) -> bool:
        if kept:
            self._note("")
        return kept

    def _edit(self, id: RowId | None, keep: Callable[[str], bool], text: str) -> None:
        self._leave(by_key=False)
        self._edited = id
        editor = InPlace(keep, self._workspace.begun.text(self._place) or text, self._hint, again=id is None)
        editor.paused.connect(self._note)
        editor.setAccessibleName(_("What") if id else _("New line"))
        editor.left.connect(self._leave)
        self._editor = editor
        self._arrange()
        editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        editor.selectAll()

    def _place_editor(self) -> None:
        assert self._editor is not None
        self._column.removeWidget(self._editor)
        at = self._column.indexOf(self._lines[self._edited]) if self._edited in self._lines else -1
        self._column.insertWidget(at + 1 if at >= 0 else self._column.indexOf(self._first), self._editor)
        self._editor.show()

    def _leave(self, by_key: bool) -> None:
        editor, id = self._editor, self._edited
        if editor is not None:
            self._note("")
        self._editor = self._edited = None
        if editor is None:
            return
        self._drop(editor)
        self._arrange()
        if by_key:
            by_keyboard(self._lines.get(id or "") or self._last_stop())

    # Hands

    def _asked(self, id: RowId, what: str) -> None:
        ids = [face.id for face in self._faces]
        place = ids.index(id)
        if what == "edit":
            self._edit(id, lambda text: self._rewrite(id, text), self._faces[place].text)
        elif what == "doubt":
            self._workspace.apply(DoubtNote(id, self._workspace.author.id))
        elif what == "delete":
            self._hand_on(place)
            self._workspace.apply(DeleteRows("note", (id,)))
        elif what == "author":
            self._ask_author(id)
        elif what in ("up", "down"):
            self._move(ids, place, -1 if what == "up" else 1)
        else:
            self.focusNextPrevChild(what == "next")

    def _rewrite(self, id: RowId, text: str) -> bool:
        row = self._workspace.plan.notes.get(id)
        if row is None or row.text == text:
            return self._done(True)
        return self._done(self._workspace.apply(SetFields("note", id, {"text": text})) is not None)

    def _hand_on(self, place: int) -> None:
        """The keyboard goes to a neighbour before a line goes."""
        others = [line for n, line in enumerate(self._seen()) if n != place]
        if others:
            by_keyboard(others[min(place, len(others) - 1)])

    def _ask_author(self, id: RowId) -> None:
        plan, line = self._workspace.plan, self._lines[id]
        row = plan.notes[id]

        def chosen(person: RowId | None) -> None:
            self._workspace.apply(SetFields("note", id, {"author": person}))

        choose_person(plan, None, row.author, chosen, self, line.mapToGlobal(QPoint(0, line.height())))

    def _move(self, ids: list[RowId], place: int, by: int) -> None:
        other = place + by
        if not 0 <= other < len(ids):
            return
        before = ids[other] if by < 0 else (ids[other + 1] if other + 1 < len(ids) else None)
        self._workspace.apply(MoveRow("note", ids[place], before))
