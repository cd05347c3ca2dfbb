"""The import page: the sheet as it is, what was found in it, and what would come of it. Nothing is written before."""

from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from planner.calc.results import Results
from planner.exchange.cells import RawTable
from planner.exchange.lists.kinds import KINDS
from planner.exchange.lists.preview import Preview
from planner.i18n import _, _n
from planner.model.changes import Change
from planner.model.edits import PutRows
from planner.model.plan import TABLES, Plan
from planner.ui.importing.columns import ColumnList
from planner.ui.importing.faces import (
    DROP,
    NEW,
    SAME,
    TAKE,
    ColumnFace,
    WordFace,
    column_faces,
    word_faces,
)
from planner.ui.importing.foot import Foot, sentence
from planner.ui.importing.looks import look_of, roles_of, title_of
from planner.ui.importing.rows import WordList
from planner.ui.importing.session import Session
from planner.ui.importing.sheetview import SheetView
from planner.ui.importing.waiting import Waiting
from planner.ui.numbers import numbers_of
from planner.ui.page import Page
from planner.ui.pages import HOME_OF
from planner.ui.parts.button import Button
from planner.ui.parts.card import Card, Paper
from planner.ui.parts.chapterhead import ChapterHead
from planner.ui.parts.combo import Combo
from planner.ui.parts.focus import by_keyboard
from planner.ui.parts.text import Text
from planner.ui.workspace import Workspace

DEALS = "crm"
"""The choice of a kind that is no list."""


class ImportPage(Page):
    """A page without a chapter number. `fileAsked` for another file, `left` to go back, `imported(chapter, sentence)`
    when rows have come in, `recognised(Recognised)` for a file that is no list."""

    key: ClassVar[str] = "import"
    watches: ClassVar[frozenset[str]] = frozenset(TABLES)

    fileAsked = Signal()
    left = Signal()
    imported = Signal(object, object)
    recognised = Signal(object)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self.session = Session(self)
        self._begins = True
        self._news = ("", "")
        paper = Paper()
        column = QVBoxLayout(paper)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(16)
        self._head = ChapterHead(_("Import"), _("A preview. Nothing is written to the plan until you press Import."))
        self.kind = Combo([])
        self.kind.setAccessibleName(_("What kind of list it is"))
        self.kind.chosen.connect(self._say_kind)
        self._another = Button(_("Choose another file"), icon="file-text")
        self._another.clicked.connect(self.fileAsked)
        self._head.add_action(self.kind)
        self._head.add_action(self._another)
        column.addWidget(self._head)
        self._held = QWidget()
        self._layers = QStackedLayout(self._held)
        self._layers.addWidget(self._work())
        self.waiting = Waiting()
        self.waiting.stopped.connect(self.session.stop)
        self.waiting.another.connect(self.fileAsked)
        self.waiting.left.connect(self.left)
        self._layers.addWidget(self.waiting)
        column.addWidget(self._held, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(paper)
        self.session.reading.connect(self._reading)
        self.session.shown.connect(self._show)
        self.session.refused.connect(self._refused)
        self.session.stopped.connect(self._stopped)
        self.session.recognised.connect(self.recognised)

    def _work(self) -> QWidget:
        work = Paper()
        column = QVBoxLayout(work)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        halves = QHBoxLayout()
        halves.setSpacing(24)
        halves.addWidget(self._left_card(), 52)
        right = QVBoxLayout()
        right.setSpacing(16)
        self.columns, self.rows = ColumnList(), WordList()
        self._column_count, self._row_count = Text("", "small", "muted", lines=1), Text("", "small", "muted", lines=1)
        right.addWidget(_card(_("Columns"), self._column_count, self.columns), 10)
        right.addWidget(_card(_("Rows that need a word"), self._row_count, self.rows), 10)
        halves.addLayout(right, 52)
        column.addLayout(halves, 1)
        self.foot = Foot()
        self.foot.imported.connect(self.import_now)
        self.foot.left.connect(self.left)
        column.addWidget(self.foot)
        self.columns.roleSaid.connect(self.session.say_column)
        self.columns.handChanged.connect(self._reveal_column)
        self.rows.chosenFor.connect(self._chosen)
        self.rows.handChanged.connect(self._reveal_row)
        return work

    def _left_card(self) -> Card:
        card = Card()
        column = QVBoxLayout(card)
        column.setContentsMargins(20, 14, 20, 12)
        column.setSpacing(10)
        head = QHBoxLayout()
        self._file = Text("", "body", "ink", 600, lines=1)
        head.addWidget(self._file, 1)
        self._sheets = Text("", "small", "muted", lines=1)
        head.addWidget(self._sheets)
        self.sheet = Combo([], small=True)
        self.sheet.setAccessibleName(_("Which sheet"))
        self.sheet.chosen.connect(self.session.say_sheet)
        head.addWidget(self.sheet)
        column.addLayout(head)
        self.view = SheetView()
        self.view.areaDrawn.connect(self.session.say_area)
        self.view.rowAsked.connect(self._turn_row)
        column.addWidget(self.view, 1)
        column.addWidget(Text(_("Drag a corner if the table is larger or smaller."), "caption", "muted", lines=1))
        return card

    # A file

    def open_file(self, path: Path) -> None:
        """Read a file and show what is in it."""
        self._begins = True
        self.session.open_file(self.workspace.plan, path)

    def open_tables(self, name: str, tables: tuple[RawTable, ...], kind: str | None = None) -> None:
        """Show what is in sheets that were read or copied."""
        self._begins = True
        self.session.open_tables(self.workspace.plan, name, tables, kind)

    def refresh(self, plan: Plan, results: Results, change: Change | None) -> None:
        self.session.follow(plan)

    def _reading(self, sentence: str) -> None:
        self._head.set_title(_("Import"), _("A preview. Nothing is written to the plan until you press Import."))
        self.kind.hide()
        self.waiting.show_reading(sentence)
        self._layers.setCurrentWidget(self.waiting)

    def _refused(self, sentence: str) -> None:
        if self.session.preview is None:
            self.waiting.show_refused(sentence)
            self._layers.setCurrentWidget(self.waiting)
        else:
            self.foot.sentence.setText(sentence)

    def _stopped(self) -> None:
        self.waiting.show_refused(_("Stopped. Nothing was read."))

    def _show(self, shown: Preview) -> None:
        numbers, found = numbers_of(self.workspace.plan), shown.read.found
        begins, self._begins = self._begins, False
        kind = shown.read.kind
        self._head.set_title(title_of(kind), _("A preview. Nothing is written to the plan until you press Import."))
        self.kind.set_items([*((one.key, _(one.label)) for one in KINDS.values()), (DEALS, _("Deals from a CRM"))])
        self.kind.set_key(kind.key)
        self.kind.show()
        self._file.setText(self.session.name)
        sheets = [table.sheet for table in shown.tables]
        self.sheet.setVisible(len(sheets) > 1)
        self._sheets.setVisible(len(sheets) > 1)
        if len(sheets) > 1:
            self.sheet.set_items([(name, name) for name in sheets])
            self.sheet.set_key(found.sheet)
            self._sheets.setText(_("Sheet {n} of {all}").format(n=sheets.index(found.sheet) + 1, all=len(sheets)))
        faces = column_faces(shown, numbers)
        self.columns.set_roles(roles_of(kind))
        self.columns.show_faces(faces)
        matched = sum(bool(face.role) for face in faces)
        said = _n("{matched} of {n} column matched", "{matched} of {n} columns matched", len(faces))
        self._column_count.setText(said.format(matched=matched, n=len(faces)))
        self.rows.show_faces(word_faces(shown, numbers))
        asking, out = len(shown.open_rows), len(shown.left_out)
        count = _n("{n} still asks", "{n} still ask", asking).format(n=asking)
        self._row_count.setText(_("{asking}, {n} left out").format(asking=count, n=out))
        self.view.show_sheet(look_of(shown), anew=begins)
        self.foot.show_preview(shown)
        self._layers.setCurrentIndex(0)
        if begins:
            by_keyboard(self.columns)

    # Hands

    def _say_kind(self, key: str) -> None:
        if key == DEALS:
            from planner.exchange.recognise import Recognised

            self.recognised.emit(Recognised("crm", self.session.tables))
        else:
            self.session.say_kind(key)

    def _chosen(self, face: WordFace, key: str) -> None:
        session = self.session
        if key in (TAKE, DROP):
            session.say_row(face.row, key == TAKE)
        elif key in (SAME, NEW):
            alike = session.preview.alike[face.row] if session.preview is not None else None
            session.say_same(face.row, alike.row if key == SAME and alike is not None else None)
        else:
            asked, _equals, answer = key.partition("=")
            session.say(asked, answer)

    def _turn_row(self, row: int) -> None:
        """Space on a row of the sheet: out with it, or in."""
        shown = self.session.preview
        if shown is None:
            return
        if any(out.row == row and out.line is not None for out in shown.read.left_out):
            self.session.say_row(row, True)
        elif any(entry.row == row for entry in shown.read.entries):
            self.session.say_row(row, False)

    def _reveal_column(self) -> None:
        face: ColumnFace | None = self.columns.rows.face(self.columns.chosen)
        if face is not None and self.columns.hasFocus():
            self.view.reveal(0, face.place)

    def _reveal_row(self) -> None:
        face: WordFace | None = self.rows.rows.face(self.rows.chosen)
        if face is not None and face.row and self.rows.hasFocus():
            self.view.reveal(face.row)

    def import_now(self) -> None:
        """Put the rows into the plan as one step, and say what came in."""
        shown = self.session.preview
        if shown is None or self.session.busy or not shown.ready:
            return
        said = _("Import {what} from {name}").format(what=_(shown.read.kind.label), name=self.session.name)
        self.session.rest()  # what the plan holds next is this list itself
        what = _n("Bringing in {n} row", "Bringing in {n} rows", shown.ready).format(n=shown.ready)
        self.waiting.show_writing(what)
        self._layers.setCurrentWidget(self.waiting)
        self.workspace.bring_in(PutRows(shown.outcome.rows, said), told=partial(self._came_in, shown))

    def _came_in(self, shown: Preview, change: Change | None) -> None:
        if change is None:
            self.session.resume(shown)
            self._layers.setCurrentIndex(0)
            self.foot.sentence.setText(_("The plan holds all of this already."))
            return
        self.session.keep(shown)
        what = _n("{n} row came in", "{n} rows came in", shown.ready).format(n=shown.ready)
        self._news = HOME_OF[shown.read.kind.table], f"{what}: {sentence(shown).partition('.')[0]}."
        QTimer.singleShot(0, self, self._tell_imported)  # a turn of its own, so that the window does not stand still

    def _tell_imported(self) -> None:
        self.imported.emit(*self._news)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.import_now()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._another.setText(_("Choose another file") if self.width() >= 900 else _("Another file"))


def _card(title: str, count: Text, body: QWidget) -> Card:
    card = Card()
    column = QVBoxLayout(card)
    column.setContentsMargins(18, 10, 4, 6)
    column.setSpacing(4)
    head = QHBoxLayout()
    head.setContentsMargins(2, 0, 16, 0)
    head.addWidget(Text(title, "card", lines=1), 1)
    head.addWidget(count)
    column.addLayout(head)
    column.addWidget(body, 1)
    return card
