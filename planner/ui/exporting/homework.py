"""Handing out homework: who gets a pack, by when it is wanted back, and where the packs are written."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.i18n import _, _n
from planner.ui.jobs import Job, Progress
from planner.ui.numbers import numbers_of
from planner.ui.parts.avatar import Avatar
from planner.ui.parts.button import Button
from planner.ui.parts.dialog import Dialog
from planner.ui.parts.scroll import Scroll
from planner.ui.parts.text import Text
from planner.ui.parts.toggles import CheckBox
from planner.ui.voices import side_name, voice_of
from planner.ui.workspace import Workspace


class HomeworkDialog(Dialog):
    """One line for each person; the absent are ticked. The packs go into a folder beside the plan."""

    def __init__(self, workspace: Workspace, folder: Path, today: str) -> None:
        from planner.exchange.homework import due_day

        super().__init__(_("Hand out homework"), 560)
        self._workspace, self._today = workspace, today
        self._folder = folder / _("Homework")
        self._job: Job | None = None
        self._boxes: dict[str, CheckBox] = {}
        plan = workspace.plan
        about = _("A small workbook for each: questions, ratings, figures, and what is theirs. Wanted back by {day}.")
        self.body.addWidget(Text(about.format(day=numbers_of(plan).day(due_day(plan, today))), "body", "muted"))
        self.body.addWidget(self._people())
        self._said = Text("", "small", "muted")
        self.body.addWidget(self._said)
        self.add_button(Button(_("Close"), "quiet"))
        self._go = self.add_button(Button("", "primary"), finishes=False)
        self._go.clicked.connect(self._write)
        self._tell()

    def _people(self) -> QWidget:
        plan = self._workspace.plan
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(6)
        for person in plan.people:
            name = person.name or person.code or ""
            box = CheckBox(name)
            box.setChecked(person.present is False)
            box.toggled.connect(self._tell)
            self._boxes[person.id] = box
            row = QHBoxLayout()
            row.setSpacing(12)
            row.addWidget(Avatar(name, voice_of(plan, person.id), 28))
            row.addWidget(box)
            row.addStretch(1)
            row.addWidget(Text(person.role or side_name(person.function), "small", "muted", lines=1))
            column.addLayout(row)
        if not self._boxes:
            column.addWidget(Text(_("Nobody is in the plan yet. Add people in Context first."), "body", "muted"))
        column.addStretch(1)
        scroll = Scroll(content)
        scroll.setMinimumHeight(min(380, 40 + 34 * len(self._boxes)))
        return scroll

    def _chosen(self) -> list[str]:
        return [id for id, box in self._boxes.items() if box.isChecked()]

    def _tell(self) -> None:
        count = len(self._chosen())
        self._go.setEnabled(bool(count) and self._job is None)
        self._go.setText(_n("Write {n} pack", "Write {n} packs", count).format(n=count) if count else _("Write packs"))

    def _write(self) -> None:
        from planner.exchange.homework import Recipient

        work, document = self._workspace, self._workspace.document
        plan, results, folder, today = work.plan, work.results, self._folder, self._today
        moment = document.moment if document else None
        to = [Recipient(plan.people[id].function or "", plan.people[id]) for id in self._chosen()]

        def make(progress: Progress) -> object:
            from planner.exchange.export import export

            return export(plan, results, folder, homework=to, exported=moment, today=today)

        self._job = Job(make, self)
        self._job.done.connect(self._done)
        self._job.failed.connect(self._failed)
        self._said.setText(_("Writing"))
        self.set_busy(True)
        self._tell()
        self._job.start()

    def _done(self, files: list[Path]) -> None:
        self._end()
        count = len(files)
        said = _n("{n} pack is ready in {folder}.", "{n} packs are ready in {folder}.", count)
        self._said.setText(said.format(n=count, folder=self._folder.name))
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def _failed(self, error: Exception) -> None:
        self._end()
        reason = getattr(error, "strerror", None) or error
        self._said.setText(_("Could not write to {folder}: {reason}.").format(folder=self._folder.name, reason=reason))
        self._said.set_colour("fix.text")
        if not isinstance(error, OSError):
            raise error

    def _end(self) -> None:
        self._job = None
        self.set_busy(False)
        self._tell()
