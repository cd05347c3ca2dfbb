"""The log of talks: a line in which the next one is noted, and all of them below, the latest first."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from planner.i18n import _
from planner.model.edits.talks import DeleteTalk, NoteTalk
from planner.model.fields import RowId
from planner.model.plan import Plan
from planner.model.rows.people import STANCES
from planner.ui.keyed import Index
from planner.ui.pages import CHAPTERS
from planner.ui.pages.stakeholders.figures import stance_words
from planner.ui.pages.stakeholders.log_model import KINDS, TALK_ROLE, LogModel, TalkFace
from planner.ui.parts.avatar import draw_avatar
from planner.ui.parts.button import Button
from planner.ui.parts.card import Card
from planner.ui.parts.combo import Combo
from planner.ui.parts.datefield import DateField
from planner.ui.parts.edits import LineEdit
from planner.ui.parts.field import Field
from planner.ui.parts.menu import Menu
from planner.ui.parts.paint import RIGHT, draw_text, flat, rounded
from planner.ui.parts.paintedlist import PaintedList
from planner.ui.parts.text import Text, break_lines, draw_lines
from planner.ui.parts.tracks import draw_stance
from planner.ui.theme import metrics, theme
from planner.ui.voices import name_of_person, voice_of
from planner.ui.workspace import Workspace

_ROW, _PAD, _TRACK, _WHEN = 72, 20, 96, 128


class TalkBar(Card):
    """Who, when, how, about what, and what was heard; Enter in the last notes it and starts the next."""

    noted = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.who = Combo((), _("Choose a person"))
        self.day = DateField(int(workspace.as_of[:4]))
        self.how = Combo([(key, _(words)) for key, words in KINDS.items()])
        self.about = Combo([("", _("Anything")), *((one.key, _(one.title)) for one in CHAPTERS)])
        self.stance = Combo([("", _("Not known"))])
        self.stance.set_items([("", _("Not known")), *((key, stance_words(n, None)) for n, key in enumerate(STANCES))])
        self.heard = LineEdit("", _("What was heard, in their words"))
        self.heard.returnPressed.connect(self.note)
        self._who_field, self._day_field = Field(_("Talked with"), self.who), Field(_("On"), self.day)
        add = Button(_("Note the talk"), "primary")
        add.clicked.connect(self.note)
        first, second = QHBoxLayout(), QHBoxLayout()
        first.setSpacing(12)
        second.setSpacing(12)
        fields = (self._who_field, self._day_field, Field(_("How"), self.how), Field(_("About"), self.about),
                  Field(_("Stance then"), self.stance))  # fmt: skip
        for field, wide in zip(fields, (6, 5, 4, 5, 4), strict=True):
            first.addWidget(field, wide, Qt.AlignmentFlag.AlignTop)
        second.addWidget(Field(_("What was heard"), self.heard), 1)
        second.addWidget(add, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(_PAD, 14, _PAD, 16)
        column.setSpacing(12)
        column.addLayout(first)
        column.addLayout(second)
        self.setAccessibleName(_("Note a talk"))
        self._start()

    def show_plan(self, plan: Plan) -> None:
        """Offer the people of the register."""
        rows = [row for row in plan.stakeholders if row.person]
        self.who.set_items(
            [(row.id, name_of_person(plan, row.person)) for row in rows], [voice_of(plan, row.person) for row in rows]
        )

    def _start(self) -> None:
        """Ready for the next talk; the day and the kind stay as they were."""
        if self.day.day is None:
            self.day.set_day(self._workspace.as_of)
        if self.how.key is None:
            self.how.set_key("talk")
        for combo in (self.about, self.stance):
            combo.set_key("")
        self.heard.clear()

    def begin(self, who: RowId | None = None, about: str = "") -> None:
        """Put the keyboard here, with a person and a step already chosen if they are known."""
        if who is not None:
            self.who.set_key(who)
        self.about.set_key(about)
        (self.heard if who is not None else self.who).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def note(self) -> None:
        """Bring the talk to the plan; what is missing is said under its field."""
        if self.day.text() and self.day.day is None:
            return  # it says itself what is wrong with the day
        self._who_field.set_error("" if self.who.key else _("Say who."))
        self._day_field.set_error("" if self.day.day else _("Say when."))
        if not self.who.key or not self.day.day:
            return
        talk = NoteTalk(
            str(self.who.key), self.day.day, self._workspace.author.id, str(self.how.key or "talk"),
            self.heard.text(), str(self.stance.key or "") or None, str(self.about.key or "") or None,
        )  # fmt: skip
        if self._workspace.apply(talk) is not None:
            self._start()
            self.who.set_key(None)
            self.who.setFocus(Qt.FocusReason.OtherFocusReason)
            self.noted.emit(talk.stakeholder)


class _TalkPainter(QStyledItemDelegate):
    """Paints one talk: who, what was heard, where they stood, when and how."""

    def __init__(self, view: "TalkList") -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(400, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        face: TalkFace = index.data(TALK_ROLE)
        box, now, p = QRectF(option.rect), theme(), painter
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = self._view.currentIndex() == index
        ground = now.selection if current else self._view.ground(index)
        if ground:
            flat(p, box, ground)
        flat(p, QRectF(box.left() + _PAD, box.bottom() - 1, box.width() - 2 * _PAD, 1), now.hairline)
        draw_avatar(p, QRectF(box.left() + _PAD, box.top() + 18, 36, 36), face.letters, face.voice)
        left, right = box.left() + _PAD + 50, box.right() - _PAD
        stance = right - _WHEN - _TRACK - 24
        name = QRectF(left, box.top() + 9, stance - left - 16, 20)
        wide = draw_text(p, name, face.name, "small", f"{face.voice}.text", 600)
        draw_text(p, name.adjusted(wide + 10, 0, 0, 0), face.about, "caption", "muted")
        self._heard(p, QRectF(left, box.top() + 28, stance - left - 16, 40), face.heard)
        if face.stance is not None:
            draw_stance(p, QRectF(stance, box.top() + 14, _TRACK, 18), face.stance, None, face.voice)
            words = QRectF(stance, box.top() + 34, _TRACK + 20, 18)
            draw_text(p, words, stance_words(face.stance, None), "caption", "muted")
        when = QRectF(right - _WHEN, box.top() + 13, _WHEN, 20)
        draw_text(p, when, face.day, "small", "ink", 600, RIGHT)
        draw_text(p, when.translated(0, 20), face.how, "caption", "muted", None, RIGHT)
        if current and self._view.hasFocus():
            rounded(p, box.adjusted(3, 2, -3, -3), 8, None, now.focus, 2)

    def _heard(self, p: QPainter, box: QRectF, heard: str) -> None:
        if not heard:
            draw_text(
                p, QRectF(box.left(), box.top() + 2, box.width(), 20), _("Nothing written down"), "small", "muted"
            )
            return
        lines = break_lines(heard, "small", box.width())
        if len(lines) > 2:
            rest = metrics("small").elidedText(" ".join(lines[1:]), Qt.TextElideMode.ElideRight, box.width())
            lines = (lines[0], rest)
        draw_lines(p, box, lines, "small", "ink")


class TalkList(PaintedList):
    """Enter opens a talk, Delete takes it out."""

    def __init__(self, model: LogModel) -> None:
        super().__init__(model)
        self.setItemDelegate(_TalkPainter(self))
        self.setAccessibleName(_("Talks"))
        self.menuAsked.connect(self._menu)

    def _menu(self, _id: RowId, point: QPoint) -> None:
        menu = Menu(self)
        menu.add(_("Open…"), _("Enter"), "pencil-simple").triggered.connect(self._open_chosen)
        menu.add(_("Delete"), _("Del"), "trash").triggered.connect(self._delete_chosen)
        menu.popup(point)

    def _open_chosen(self) -> None:
        self.opened.emit(self.chosen)

    def _delete_chosen(self) -> None:
        self.deleteAsked.emit(self.chosen)


class TalkLog(QWidget):
    """The line for the next talk over the card with all of them. `opened(talk)` asks for all its fields."""

    opened = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.bar = TalkBar(workspace)
        self.rows = LogModel(self)
        self.list = TalkList(self.rows)
        self.list.opened.connect(self.opened)
        self.list.deleteAsked.connect(self._remove)
        self.only = Combo([("", _("Everybody"))], small=True)
        self.only.setAccessibleName(_("Whose talks are shown"))
        self.only.chosen.connect(self.show_only)
        card = Card()
        head = QHBoxLayout()
        head.setContentsMargins(_PAD, 10, _PAD, 6)
        head.addWidget(Text(_("Who was heard"), "card", lines=1), 1)
        head.addWidget(self.only)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 0, 1, 8)
        inside.setSpacing(0)
        inside.addLayout(head)
        inside.addWidget(self.list, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 4, 32, 24)
        column.setSpacing(16)
        column.addWidget(self.bar)
        column.addWidget(card, 1)

    def show_plan(self, plan: Plan) -> None:
        """Show the talks of this plan."""
        self.bar.show_plan(plan)
        people = [(row.id, name_of_person(plan, row.person)) for row in plan.stakeholders if row.person]
        self.only.set_items([("", _("Everybody")), *people], ["", *("" for _one in people)])
        if self.rows.person is not None and self.rows.person not in plan.stakeholders:
            self.rows.person = None
        self.only.set_key(self.rows.person or "")
        self._fill(plan)

    def _fill(self, plan: Plan) -> None:
        self.rows.show_plan(plan)
        some = len(plan.engagements)
        self.list.empty_words = _("No talk is written down yet. Note the first one above.") if not some \
            else _("No talk with this person is written down.")  # fmt: skip
        self.list.viewport().update()

    def show_only(self, person: str) -> None:
        """Show the talks with one stakeholder, or with everybody for an empty text."""
        self.rows.person = person or None
        self._fill(self._workspace.plan)

    def show_talk(self, id: RowId) -> bool:
        """Take a talk in hand; the choice of a person gives way where it hides it."""
        if not self.list.take(id):
            self.only.set_key("")
            self.show_only("")
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return self.list.take(id)

    def _remove(self, id: RowId) -> None:
        self._workspace.apply(DeleteTalk(id))
