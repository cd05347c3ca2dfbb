"""Importing CRM history: what was read, what could not be, what it changes; then one edit."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from planner.i18n import _, _n
from planner.model.edits import PutRows
from planner.ui.ask import ask
from planner.ui.jobs import Job, Progress
from planner.ui.numbers import numbers_of
from planner.ui.opening import default_folder
from planner.ui.parts.button import Button
from planner.ui.parts.dialog import Dialog
from planner.ui.parts.scroll import Scroll
from planner.ui.parts.text import Text
from planner.ui.workspace import Workspace

if TYPE_CHECKING:
    from planner.exchange.crm import CrmImport

_MOST_SKIPPED = 50


def ask_for_crm(workspace: Workspace, window: QWidget) -> None:
    """Ask for an export of a CRM, and show what it says."""
    kinds = _("Tables (*.csv *.tsv *.txt *.xlsx *.xlsm *.ods);;All files (*)")
    path = ask().open_file(window, _("Import from a CRM"), kinds, default_folder())
    if path is not None:
        CrmDialog(workspace, path).open_over(window)


class CrmDialog(Dialog):
    """Reads in a job; nothing is written before "Import"."""

    def __init__(self, workspace: Workspace, path: Path) -> None:
        super().__init__(_("Import from a CRM"), 720, lines=path.name)
        self._workspace, self._path = workspace, path
        self._crm: CrmImport | None = None
        self._said = Text(_("Reading {name}").format(name=path.name), "body")
        self.body.addWidget(self._said)
        self.add_button(Button(_("Cancel"), "quiet"))
        self._go = self.add_button(Button(_("Import"), "primary"), finishes=False)
        self._go.setEnabled(False)
        self._go.clicked.connect(self._import)
        self._job = Job(self._read, self)
        self._job.done.connect(self._show)
        self._job.failed.connect(self._refuse)
        self._job.start()

    def _read(self, progress: Progress) -> object:
        from planner.exchange.crm import read_crm

        return read_crm(self._path)

    def _refuse(self, error: Exception) -> None:
        from planner.exchange.crm import ImportRefused

        self._said.setText(str(error))
        self._said.set_colour("fix.text")
        if not isinstance(error, ImportRefused | OSError):
            raise error

    def _show(self, crm: "CrmImport") -> None:
        from planner.exchange.crm import preview

        self._crm = crm
        plan = self._workspace.plan
        numbers = numbers_of(plan)
        said = _("{all} opportunities: {won} won, {lost} lost, {open} open. Win rate {rate}.").format(
            all=len(crm.opportunities),
            won=len(crm.won),
            lost=len(crm.lost),
            open=len(crm.open),
            rate=numbers.share(crm.win_rate, 1) or _("not known"),
        )
        self._said.setText(said)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(16)
        lines = preview(plan, crm)
        column.addWidget(Text(_("What changes in the plan"), "title", lines=1))
        column.addWidget(_lines([(one.label, one.before, one.after) for one in lines]))
        asked = tuple(question.text for question in crm.questions)
        for title, texts in ((_("Still open"), asked), (_("How it was read"), crm.notes)):
            if texts:
                column.addWidget(Text(title, "title", lines=1))
                for text in texts:
                    column.addWidget(Text(text, "small"))
        if crm.skipped:
            count = len(crm.skipped)
            head = _n("{n} row was left out", "{n} rows were left out", count).format(n=count)
            column.addWidget(Text(head, "title", lines=1))
            for row in crm.skipped[:_MOST_SKIPPED]:
                where = _("Row {row}: {reason}").format(row=row.row, reason=row.reason)
                column.addWidget(Text(where, "small", "look.text"))
        column.addStretch(1)
        scroll = Scroll(content)
        scroll.setMinimumHeight(360)
        self.body.addWidget(scroll)
        self._go.setEnabled(bool(lines))

    def _import(self) -> None:
        from planner.exchange.crm import crm_rows

        if self._crm is not None:
            said = _("Import {name}").format(name=self._path.name)
            self._workspace.apply(PutRows(crm_rows(self._workspace.plan, self._crm), said))
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
