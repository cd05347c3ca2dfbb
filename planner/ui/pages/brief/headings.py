"""The eight headings: who writes each, how far it is, and the sheet on which it is written."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from planner.calc.brief import CLASSIC, HEADINGS, HeadingState, heading_state, section_of
from planner.calc.results import Results
from planner.i18n import _
from planner.model.edits.brief import WriteHeading
from planner.model.fields import RowId
from planner.model.plan import Brief, Plan
from planner.ui.forms.form import Form
from planner.ui.icons import draw_icon
from planner.ui.keyed import Index, KeyedModel
from planner.ui.numbers import numbers_of
from planner.ui.pages.brief.words import heading_hint, heading_words
from planner.ui.parts.card import Card
from planner.ui.parts.combo import Combo
from planner.ui.parts.edits import TextArea
from planner.ui.parts.field import Field
from planner.ui.parts.paint import RIGHT, dashed, draw_text, flat, painter, rounded, text_width
from planner.ui.parts.paintedlist import PaintedList
from planner.ui.parts.sidesheet import SideSheet
from planner.ui.parts.text import Text
from planner.ui.parts.toggles import Switch
from planner.ui.theme import theme
from planner.ui.voices import first_name, name_of_person, voice_of
from planner.ui.workspace import Workspace

ROW, _HEAD, _FOOT = 32, 50, 34
_FACE = Qt.ItemDataRole.UserRole + 50


@dataclass(frozen=True)
class HeadingFace:
    """One heading as it stands in the list."""

    number: int
    words: str
    writer: str
    state: HeadingState

    @property
    def state_words(self) -> str:
        """How far it is, in words."""
        return {"agreed": _("Agreed"), "draft": _("In draft"), "empty": _("Empty")}[self.state]

    @property
    def said(self) -> str:
        """The row for a screen reader."""
        return ", ".join(part for part in (str(self.number), self.words, self.writer, self.state_words) if part)


class HeadingsModel(KeyedModel):
    """The eight headings in their order."""

    def __init__(self) -> None:
        super().__init__()
        self.faces: dict[str, HeadingFace] = {}

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 1

    def show_brief(self, plan: Plan, brief: Brief | None) -> None:
        """Show the headings of a brief; all are empty before there is one."""
        for number, heading in enumerate(HEADINGS, start=1):
            section = section_of(plan, brief.id, heading) if brief else None
            writer = name_of_person(plan, section.writer) if section else ""
            state = heading_state(plan, brief, heading) if brief else "empty"
            self.faces[heading] = HeadingFace(number, heading_words(heading, long=True), first_name(writer), state)
        self.set_keys(HEADINGS)
        self.tell_all()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        face = self.faces[self._keys[index.row()]]
        if role == _FACE:
            return face
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return face.words
        return face.said if role == Qt.ItemDataRole.AccessibleTextRole else None


class _HeadingPainter(QStyledItemDelegate):
    def __init__(self, view: PaintedList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(300, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        p, now, box = painter, theme(), QRectF(option.rect)
        face: HeadingFace = index.data(_FACE)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = self._view.currentIndex() == index
        if current and self._view.hasFocus():
            rounded(p, box.adjusted(8, 1, -8, -2), 6, now.selection, now.focus, 2)
        elif ground := self._view.ground(index):
            rounded(p, box.adjusted(8, 1, -8, -2), 6, ground)
        flat(p, QRectF(box.left() + 24, box.top(), box.width() - 48, 1), now.hairline)
        chip = self._chip(p, box.right() - 24, box.center().y(), face)
        right = chip - 14
        if face.writer:
            wide = text_width(face.writer, "caption")
            draw_text(p, QRectF(right - wide, box.top(), wide + 1, ROW), face.writer, "caption", "muted", None, RIGHT)
            right -= wide + 12
        draw_text(p, QRectF(box.left() + 24, box.top(), 20, ROW), str(face.number), "small", "muted")
        words = QRectF(box.left() + 48, box.top(), right - box.left() - 48, ROW)
        draw_text(p, words, face.words, "small", "ink", 500)

    def _chip(self, p: QPainter, right: float, middle: float, face: HeadingFace) -> float:
        """The state at the right end; returns its left edge."""
        now = theme()
        wide = text_width(face.state_words, "caption", 500) + 36
        box = QRectF(right - wide, middle - 11, wide, 22)
        if face.state == "agreed":
            rounded(p, box, 11, now.level("fine").tint)
            icon, tone = "check", "fine.text"
        elif face.state == "draft":
            rounded(p, box, 11, now.surface, dashed(now.level("look").text))
            icon, tone = "pencil-simple", "look.text"
        else:
            rounded(p, box, 11, now.surface, dashed(now.control))
            icon, tone = "circle-dashed", "muted"
        draw_icon(p, icon, QRectF(box.left() + 8, middle - 6.5, 13, 13), tone, "bold")
        draw_text(p, box.adjusted(26, 0, -4, 0), face.state_words, "caption", tone, 500)
        return box.left()


class HeadingsCard(Card):
    """`asked(heading)` for Enter or a click on one. Its foot compares the brief's budget with its lines."""

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = HeadingsModel()
        self.list = PaintedList(self.rows, self)
        self.rows.setParent(self.list)
        self.list.setItemDelegate(_HeadingPainter(self.list))
        self.list.setAccessibleName(_("Eight headings"))
        self.list.setFixedHeight(ROW * len(HEADINGS))
        self.list.opened.connect(self.asked)
        self.list.clicked.connect(self._clicked)
        self.setFixedHeight(_HEAD + ROW * len(HEADINGS) + _FOOT)
        self.budget_words, self._budget_tone, self.count_words = "", "muted", ""
        column = QVBoxLayout(self)
        column.setContentsMargins(1, _HEAD, 1, _FOOT)
        column.addWidget(self.list)

    def show_brief(self, plan: Plan, results: Results, brief: Brief | None) -> None:
        """Show the headings of a brief, and its budget beside the sum of its lines."""
        self.rows.show_brief(plan, brief)
        states = [face.state for face in self.rows.faces.values()]
        agreed, draft = states.count("agreed"), states.count("draft")
        self.count_words = _("{agreed} agreed, {draft} in draft").format(agreed=agreed, draft=draft)
        self.budget_words, differs = budget_words(plan, results, brief)
        self._budget_tone = "look.text" if differs else "muted"
        self.setAccessibleName(f"{_('Eight headings')}. {self.count_words}. {self.budget_words}")
        self.list.viewport().update()
        self.update()

    def _clicked(self, index: Index) -> None:
        self.asked.emit(self.rows.key_at(index.row()))

    def paintEvent(self, event: object) -> None:
        p = painter(self)
        self.paint_sheet(p)
        head = QRectF(24, 12, self.width() - 48, 28)
        draw_text(p, head, _("Eight headings"), "card")
        draw_text(p, head, self.count_words, "caption", "muted", None, RIGHT)
        foot = QRectF(24, self.height() - _FOOT, self.width() - 48, _FOOT - 4)
        flat(p, QRectF(24, self.height() - _FOOT, self.width() - 48, 1), theme().hairline)
        draw_text(p, foot, self.budget_words, "caption", self._budget_tone, 500)


def budget_words(plan: Plan, results: Results, brief: Brief | None) -> tuple[str, bool]:
    """The brief's budget beside its lines in words, and whether they are more than 2% apart (method.md BRF-06)."""
    numbers = numbers_of(plan)
    said, lines = brief.budget if brief else None, results.budget.brief
    if said is None and lines is None:
        return _("No budget in the brief yet, and none in its lines"), False
    told = numbers.money_short(lines) if lines is not None else _("not known yet")
    if said is None:
        return _("No budget in the brief yet. Its lines come to {lines}").format(lines=told), False
    words = _("Budget {budget}. Its lines come to {lines}").format(budget=numbers.money_short(said), lines=told)
    return words, lines is not None and abs(said - lines) > 0.02 * max(abs(lines), 1)


class HeadingSheet(SideSheet):
    """All that stands under one heading: its text and writer, the facts that belong to it, whether it is agreed."""

    def __init__(self, workspace: Workspace, host: QWidget) -> None:
        super().__init__(host)
        self._workspace = workspace
        self.brief: RowId | None = None
        self.heading = HEADINGS[0]
        self._hint = Text("", "small", "muted")
        self.text = TextArea(lines=6)
        self.text.committed.connect(self._write_text)
        self.text.paused.connect(self._write_text)
        self.writer = Combo((), _("Nobody yet"))
        self.writer.chosen.connect(self._write_writer)
        self.ready = Switch(_("Both halves agree on it"))
        self.ready.clicked.connect(self._write_ready)
        self.budget = Text("", "small", "muted")
        self._forms: dict[str, Form] = {}
        self.body.setSpacing(14)
        self.body.addWidget(self._hint)
        self.body.addWidget(Field(_("What it says"), self.text))
        self._place_of_forms = self.body.count()
        for widget in (self.budget, Field(_("Written by"), self.writer)):
            self.body.addWidget(widget)
        self.body.addWidget(self.ready)
        self.body.addStretch(1)

    @property
    def form(self) -> Form:
        """The fields of the brief that belong to this heading."""
        if self.heading not in self._forms:
            made = self._forms[self.heading] = Form(self._workspace, "brief", (("", CLASSIC[self.heading]),))
            self.body.insertWidget(self._place_of_forms, made)
        return self._forms[self.heading]

    def open_heading(self, brief: RowId, heading: str, field: str | None = None) -> None:
        """Write under a heading; the keyboard starts in its text, or in a field that belongs to it."""
        if self.isVisible():
            self.finish_typing()
        self.brief, self.heading = brief, heading
        self.show_plan(self._workspace.plan, self._workspace.results)
        self.open_sheet()
        if field is None or not self.form.focus_field(field):
            self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_plan(self, plan: Plan, results: Results) -> None:
        """The plan has changed: show what stands under the heading now; where the brief is gone the sheet closes."""
        brief = plan.briefs.get(self.brief)
        if brief is None:
            if self.isVisible():
                self.close_sheet()
            return
        section = section_of(plan, brief.id, self.heading)
        self.set_title(heading_words(self.heading, long=True))
        self.setAccessibleName(heading_words(self.heading))
        self._hint.setText(heading_hint(self.heading))
        self.text.set_text((section.text if section else None) or "")
        self.writer.set_items(
            [("", _("Nobody yet")), *((person.id, person.name or "") for person in plan.people)],
            ["", *(voice_of(plan, person.id) for person in plan.people)],
        )
        self.writer.set_key((section.writer if section else None) or "")
        self.ready.setChecked(bool(section and section.ready))
        shown = self.form
        for form in self._forms.values():
            form.setVisible(form is shown)
        shown.show_row(plan, brief)
        words, differs = budget_words(plan, results, brief)
        self.budget.setText(words)
        self.budget.set_colour("look.text" if differs else "muted")
        self.budget.setVisible(self.heading == "practicalities")

    def _write_text(self, text: str) -> None:
        self._write(text=text.strip() or None)

    def _write_writer(self, person: object) -> None:
        self._write(writer=person or None)

    def _write_ready(self) -> None:
        self._write(ready=self.ready.isChecked())

    def _write(self, **values: object) -> None:
        if self.brief is not None:
            self._workspace.apply(WriteHeading(self.brief, self.heading, values, heading_words(self.heading)))
