"""The export dialog: what to make, for whom, where; and the work itself, with progress and Stop."""

from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from planner.i18n import _, _n
from planner.model.fields import Audience
from planner.ui.ask import ask
from planner.ui.exporting.parts import AudienceCard, FormatChip, MakeCard, Preview, hidden_fields
from planner.ui.jobs import Job, Progress
from planner.ui.parts.button import Button
from planner.ui.parts.dialog import Dialog
from planner.ui.parts.meter import Meter
from planner.ui.parts.paint import RIGHT
from planner.ui.parts.text import Text
from planner.ui.workspace import Workspace


class ExportDialog(Dialog):
    """1040 wide; the work runs beside the window on the plan as it stands when it starts."""

    def __init__(self, workspace: Workspace, folder: Path, today: str) -> None:
        from planner.exchange.export import file_name

        super().__init__(_("Export the plan"), 1040)
        self._workspace, self._today = workspace, today
        self._job: Job | None = None
        self._since = QElapsedTimer()
        self._name = file_name(workspace.plan)
        self._folder = folder
        columns = QHBoxLayout()
        columns.setSpacing(40)
        columns.addLayout(self._what(), 39)
        columns.addLayout(self._whom(), 52)
        self.body.addLayout(columns)
        self._make_foot()
        self._audience_changed()

    def _what(self) -> QVBoxLayout:
        self._workbook = MakeCard(
            "table", _("Excel workbook"), _("Every chapter a sheet, totals stay live")
        )
        self._charts = MakeCard("chart-bar", _("Charts"), _("As they look here, on white"), low=48)
        self._pack = MakeCard("presentation-chart", _("Kickoff pack"), _("PDF, slides, and a page for each reader"))
        self._text = MakeCard("file-text", _("Text"), _("The whole plan in the interchange format"))
        self._workbook.setChecked(True)
        self._charts.setChecked(True)
        chips = QHBoxLayout(self._charts)
        chips.setContentsMargins(80, 76, 16, 12)
        chips.setSpacing(8)
        self._formats = [FormatChip(name) for name in ("PNG", "SVG", "PDF")]
        for chip in self._formats:
            chip.setChecked(chip.text() != "PDF")
            chips.addWidget(chip)
        chips.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addWidget(Text(_("What to make"), "title", lines=1))
        for card in self._cards():
            card.toggled.connect(self._check)
            column.addWidget(card)
        self._where = Text("", "body", lines=1)
        change = Button(_("Change"), "link")
        change.clicked.connect(self._change_folder)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(Text(_("Where"), "title", lines=1))
        line.addWidget(self._where, 1)
        line.addWidget(change)
        column.addLayout(line)
        column.addStretch(1)
        return column

    def _whom(self) -> QVBoxLayout:
        cards = (
            AudienceCard(Audience.INTERNAL, _("Internal"), _("Everything"), "shared"),
            AudienceCard(Audience.AGENCY, _("Agency"), _("No margins, no notes"), "agency"),
            AudienceCard(Audience.CLIENT, _("Client"), _("Only what is agreed"), "customer"),
        )
        self._audience = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(12)
        for card in cards:
            self._audience.addButton(card)
            card.toggled.connect(self._audience_changed)
            row.addWidget(card, 1)
        cards[0].setChecked(True)
        self._seen = Text("", "title", lines=1)
        self._preview = Preview(self._workspace.plan)
        self._left_out = Text("", "small", "muted")
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addWidget(Text(_("Who is it for?"), "title", lines=1))
        column.addLayout(row)
        column.addSpacing(8)
        column.addWidget(self._seen)
        column.addWidget(self._preview)
        column.addWidget(self._left_out)
        column.addStretch(1)
        return column

    def _make_foot(self) -> None:
        self._doing = Text("", "small", "ink", 500, lines=1)
        self._left = Text("", "small", "muted", lines=1, align=RIGHT)
        self._meter = Meter(10, judged=False)
        words = QHBoxLayout()
        words.addWidget(self._doing, 1)
        words.addWidget(self._left)
        self._progress = QWidget()
        inside = QVBoxLayout(self._progress)
        inside.setContentsMargins(0, 0, 40, 0)
        inside.setSpacing(4)
        inside.addLayout(words)
        inside.addWidget(self._meter)
        self._progress.setVisible(False)
        self.foot.insertWidget(0, self._progress, 100)
        self._stop = self.add_button(Button(_("Close")), finishes=False)
        self._stop.clicked.connect(self._stop_or_close)
        self._go = self.add_button(Button(_("Export"), "primary"), finishes=False)
        self._go.clicked.connect(self._start)

    def _chosen(self) -> Audience:
        card = self._audience.checkedButton()
        return card.audience if isinstance(card, AudienceCard) else Audience.INTERNAL

    def _audience_changed(self) -> None:
        if not hasattr(self, "_left_out"):
            return
        audience = self._chosen()
        said = {
            Audience.INTERNAL: _("What the team will see"),
            Audience.AGENCY: _("What the agency will see"),
            Audience.CLIENT: _("What the client will see"),
        }
        self._seen.setText(said[audience])
        self._preview.show_audience(audience)
        # The text format holds the whole plan, so it never leaves the team.
        self._text.setEnabled(audience is Audience.INTERNAL)
        if audience is not Audience.INTERNAL:
            self._text.setChecked(False)
        count = len(hidden_fields(self._workspace.plan, audience))
        stays = _n(
            "{n} column stays with you; it is not in the file.",
            "{n} columns stay with you; they are not in the file.",
            count,
        )
        self._left_out.setText(stays.format(n=count) if count else _("Nothing is left out."))
        self._tell_where()

    def _target(self) -> Path:
        copy = {Audience.AGENCY: _(", agency"), Audience.CLIENT: _(", client")}.get(self._chosen(), "")
        return self._folder / f"{self._name}{copy}"

    def _tell_where(self) -> None:
        target = self._target()
        self._where.setText(f"{target.parent.name} / {target.name}")
        self._where.setToolTip(str(target))

    def _change_folder(self) -> None:
        folder = ask().folder(self, _("Where to export to"), self._folder)
        if folder is not None:
            self._folder = folder
            self._tell_where()

    def _check(self) -> None:
        if hasattr(self, "_go"):
            self._go.setEnabled(any(card.isChecked() for card in self._cards()))

    def _cards(self) -> tuple[MakeCard, ...]:
        return self._workbook, self._charts, self._pack, self._text

    # The work

    def _start(self) -> None:
        plan, results, target = self._workspace.plan, self._workspace.results, self._target()
        document = self._workspace.document
        formats = tuple(chip.text().lower() for chip in self._formats if chip.isChecked() and self._charts.isChecked())
        workbook, text, audience = self._workbook.isChecked(), self._text.isChecked(), self._chosen()
        pack = ("pdf", "pptx") if self._pack.isChecked() else ()
        touches = document.touches(0) if document and workbook else None
        moment, today = document.moment if document else None, self._today

        def work(progress: Progress) -> object:
            from planner.exchange.export import export

            return export(
                plan,
                results,
                target,
                workbook=workbook,
                charts=formats,
                text=text,
                pack=pack,
                audience=audience,
                exported=moment,
                touches=touches,
                today=today,
                progress=progress,
            )

        self._job = Job(work, self)
        self._job.progressed.connect(self._show_progress)
        self._job.done.connect(self._done)
        self._job.failed.connect(self._failed)
        self._job.stopped.connect(self._stopped)
        self._since.start()
        self._progress.setVisible(True)
        self._doing.setText(_("Starting"))
        self._left.setText("")
        self._meter.set_share(0, _("Export"))
        self._running(True)
        self._job.start()

    def _running(self, running: bool) -> None:
        self.set_busy(running)
        self._go.setEnabled(not running)
        self._go.setText(_("Exporting") if running else _("Export"))
        self._stop.setText(_("Stop") if running else _("Close"))

    def _show_progress(self, done: int, total: int, words: str) -> None:
        share = done / total if total else 0.0
        self._doing.setText(_("{what}, {n} of {total}").format(what=words, n=min(done + 1, total), total=total))
        self._meter.set_share(share, words)
        if share > 0.15:
            seconds = max(1, round(self._since.elapsed() / 1000 * (1 - share) / share))
            said = _n("about {n} second left", "about {n} seconds left", seconds).format(n=seconds)
            self._left.setText(said)

    def _stop_or_close(self) -> None:
        if self._job is not None:
            self._job.stop()
            self._doing.setText(_("Stopping"))
        else:
            self.finish(None)

    def _done(self, files: list[Path]) -> None:
        self._job = None
        self._running(False)
        count = len(files)
        self._doing.setText(_n("{n} file is ready", "{n} files are ready", count).format(n=count))
        self._left.setText("")
        self._meter.set_share(1, self._doing.text())
        self._go.setText(_("Open the folder"))
        self._go.clicked.disconnect()
        self._go.clicked.connect(self._open_folder)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._target())))
        self.finish(None)

    def _failed(self, error: Exception) -> None:
        self._job = None
        self._running(False)
        reason = getattr(error, "strerror", None) or error
        said = _("Could not write to {folder}: {reason}.").format(folder=self._target().name, reason=reason)
        self._doing.setText(said)
        self._doing.set_colour("fix.text")
        self._left.setText("")
        if not isinstance(error, OSError):
            # Not the disk's fault: it belongs into the log as well.
            QTimer.singleShot(0, lambda: _raise(error))

    def _stopped(self) -> None:
        self._job = None
        self._running(False)
        self._doing.setText(_("Stopped. Nothing half-finished was left behind."))
        self._left.setText("")


def _raise(error: Exception) -> None:
    raise error
