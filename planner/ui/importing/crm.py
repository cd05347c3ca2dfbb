"""Importing CRM history: what was read, what has to be said first, what it changes; then one edit."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from planner.i18n import _, _n
from planner.model.edits import PutRows
from planner.ui.ask import ask
from planner.ui.jobs import Job, Progress
from planner.ui.launch.opening import default_folder
from planner.ui.numbers import numbers_of
from planner.ui.parts.button import Button
from planner.ui.parts.dialog import Dialog
from planner.ui.parts.scroll import Scroll
from planner.ui.parts.text import Text
from planner.ui.workspace import Workspace

if TYPE_CHECKING:
    from planner.exchange.cells import RawTable
    from planner.exchange.crm import CrmImport
    from planner.exchange.questions import Question

_MOST_SKIPPED = 50


def ask_for_crm(workspace: Workspace, window: QWidget) -> None:
    """Ask for an export of a CRM, and show what it says."""
    kinds = _("Tables (*.csv *.tsv *.txt *.xlsx *.xlsm);;All files (*)")
    path = ask().open_file(window, _("Import from a CRM"), kinds, default_folder())
    if path is not None:
        CrmDialog(workspace, path.name, path).open_over(window)


class CrmDialog(Dialog):
    """Reads in a job; nothing is written before "Import". What is still open is not used."""

    def __init__(self, workspace: Workspace, name: str, source: "Path | tuple[RawTable, ...]") -> None:
        super().__init__(_("Import from a CRM"), 720, lines=name)
        self._workspace, self._name, self._source = workspace, name, source
        self._crm: CrmImport | None = None
        self._asked: dict[str, Question] = {}
        self._answers: dict[str, str] = {}
        self._said = Text(_("Reading {name}").format(name=name), "body")
        self.body.addWidget(self._said)
        self._scroll: Scroll | None = None
        self.add_button(Button(_("Cancel"), "quiet"))
        self._go = self.add_button(Button(_("Import"), "primary"), finishes=False)
        self._go.setEnabled(False)
        self._go.clicked.connect(self._import)
        self._start()

    def _start(self) -> None:
        """Read it with the answers of now; until it is read nothing can be imported."""
        answers = dict(self._answers)

        def read(progress: Progress) -> "CrmImport":
            from planner.exchange.crm.reading import crm_of
            from planner.exchange.tables import read_tables

            if isinstance(self._source, Path):
                self._source = read_tables(self._source)
            return crm_of(self._source, self._name, answers=answers)

        self._go.setEnabled(False)
        self._job = Job(read, self)
        self._job.done.connect(self._show)
        self._job.failed.connect(self._refuse)
        self._job.start()

    def _refuse(self, error: Exception) -> None:
        from planner.exchange.crm import ImportRefused

        if self.sender() is not self._job:
            return
        self._said.setText(str(error))
        self._said.set_colour("fix.text")
        if not isinstance(error, ImportRefused | OSError):
            raise error

    def _show(self, crm: "CrmImport") -> None:
        from planner.exchange.crm import preview

        if self.sender() is not self._job:
            return  # another answer was given meanwhile
        self._crm = crm
        self._asked.update({question.key: question for question in crm.questions})
        plan = self._workspace.plan
        said = _("{all} opportunities: {won} won, {lost} lost, {open} open. Win rate {rate}.").format(
            all=len(crm.opportunities),
            won=len(crm.won),
            lost=len(crm.lost),
            open=len(crm.open),
            rate=numbers_of(plan).share(crm.win_rate, 1) or _("not known"),
        )
        self._said.setText(said)
        lines = preview(plan, crm)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(16)
        if self._asked:
            column.addWidget(Text(_("Please say first"), "title", lines=1))
            for question in self._asked.values():
                column.addWidget(self._question(question))
        column.addWidget(Text(_("What changes in the plan"), "title", lines=1))
        column.addWidget(_lines([(one.label, one.before, one.after) for one in lines]))
        if crm.notes:
            column.addWidget(Text(_("How it was read"), "title", lines=1))
            for text in crm.notes:
                column.addWidget(Text(text, "small"))
        if crm.skipped:
            count = len(crm.skipped)
            head = _n("{n} row was left out", "{n} rows were left out", count).format(n=count)
            column.addWidget(Text(head, "title", lines=1))
            for row in crm.skipped[:_MOST_SKIPPED]:
                where = _("Row {row}: {reason}").format(row=row.row, reason=row.reason)
                column.addWidget(Text(where, "small", "look.text"))
        column.addStretch(1)
        self._replace(content)
        self._go.setEnabled(bool(lines))

    def _replace(self, content: QWidget) -> None:
        before, self._scroll = self._scroll, Scroll(content)
        self._scroll.setMinimumHeight(360)
        if before is not None:
            self.body.removeWidget(before)
            before.hide()
            before.deleteLater()
        self.body.addWidget(self._scroll)

    def _question(self, question: "Question") -> QWidget:
        """A question and its answers; until one is pressed, what depends on it is left out."""
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Text(question.text, "small", "look.text", 500))
        row = QHBoxLayout()
        row.setSpacing(8)
        group = QButtonGroup(held)
        for answer, words in question.choices:
            button = Button(words, "secondary", size="small")
            button.setCheckable(True)
            button.setChecked(self._answers.get(question.key) == answer)
            button.setProperty("answer", (question.key, answer))
            button.clicked.connect(self._answered)
            group.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        return held

    def _answered(self) -> None:
        key, answer = self.sender().property("answer")
        self._answers[key] = answer
        self._start()

    def _import(self) -> None:
        from planner.exchange.crm import crm_rows

        if self._crm is not None:
            said = _("Import {name}").format(name=self._name)
            self._workspace.bring_in(PutRows(crm_rows(self._workspace.plan, self._crm), said))
        self.finish(None)


def _lines(rows: list[tuple[str, str, str]]) -> QWidget:
    """Label, before and after in three columns."""
    held = QWidget()
    grid = QGridLayout(held)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(4)
    for place, (label, before, after) in enumerate(rows or [(_("Nothing"), "", "")]):
        grid.addWidget(Text(label, "small", "ink", 500), place, 0)
        grid.addWidget(Text(before, "small", "muted"), place, 1)
        grid.addWidget(Text(f"→ {after}" if after else "", "small", "ink", 600), place, 2)
    for column, stretch in enumerate((3, 2, 3)):
        grid.setColumnStretch(column, stretch)
    return held
