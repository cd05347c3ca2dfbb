"""The further runs of an activity on its sheet: when each starts and ends, one more, one less."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.calc import months
from planner.calc.runs import spans_of
from planner.i18n import _
from planner.model.edits.activities import Schedule
from planner.model.edits.runs import StopRun
from planner.model.fields import Month, RowId
from planner.model.plan import Activity, Plan, Row, Run, fields_of
from planner.ui.parts.button import Button, IconButton
from planner.ui.parts.edits import LineEdit
from planner.ui.parts.text import Text
from planner.ui.reading import read_value, typed_words
from planner.ui.workspace import Workspace


class RunLine(QWidget):
    """One further run. `given(line)` when a month was typed, `unwanted(line)` for the bin."""

    given = Signal(object)
    unwanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.run = Run(id="")
        self.start, self.end = LineEdit(), LineEdit()
        self.bin = IconButton("trash", _("Take this run away"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.start, 1)
        row.addWidget(Text(_("to"), "small", "muted", lines=1))
        row.addWidget(self.end, 1)
        row.addWidget(self.bin)
        for edit in (self.start, self.end):
            edit.committed.connect(self._give)
        self.bin.clicked.connect(self._drop)

    def show_run(self, plan: Plan, run: Run, number: int) -> None:
        """Show a run, the second, third and so on of its activity."""
        self.run = run
        for edit, name, words in (
            (self.start, "start", _("Run {n} starts")),
            (self.end, "end", _("Run {n} ends")),
        ):
            edit.setAccessibleName(words.format(n=number))
            edit.set_text(typed_words(plan, fields_of(Run)[name], getattr(run, name)))
            edit.set_wrong(False)

    def _give(self, _text: object) -> None:
        self.given.emit(self)

    def _drop(self) -> None:
        self.unwanted.emit(self)


class RunsBox(QWidget):
    """Stands under the end of the first run. `againAsked(id)` for one more run of the activity that is shown."""

    spoken_as = "Grouping"
    againAsked = Signal(object)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._id: RowId | None = None
        self.lines: list[RunLine] = []
        self.setAccessibleName(_("Runs again"))
        self._head = Text(_("Runs again"), "small", "ink", 500, lines=1)
        self._message = Text("", "small", "fix.text")
        self.again = Button(_("Run it again"), "link", icon="plus", size="small")
        self.again.clicked.connect(self._again)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(self._head)
        self._column.addWidget(self._message)
        self._column.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)

    def show_row(self, plan: Plan, row: Row | None) -> None:
        """Show the further runs of an activity."""
        activity = row if isinstance(row, Activity) else None
        self._id = activity.id if activity else None
        runs = sorted(plan.runs.linked("activity", activity.id), key=_start) if activity else []
        while len(self.lines) > len(runs):
            gone = self.lines.pop()
            gone.hide()
            gone.deleteLater()
        while len(self.lines) < len(runs):
            made = RunLine(self)
            made.given.connect(self._given)
            made.unwanted.connect(self._stop)
            self._column.insertWidget(1 + len(self.lines), made)
            self.lines.append(made)
        for number, (line, run) in enumerate(zip(self.lines, runs, strict=True), 2):
            line.show_run(plan, run, number)
        self._head.setVisible(bool(runs))
        self._say("")
        self.again.setVisible(activity is not None and bool(spans_of(plan, activity)))

    def _say(self, sentence: str) -> None:
        self._message.setText(sentence)
        self._message.setVisible(bool(sentence))

    def _again(self) -> None:
        if self._id is not None:
            self.againAsked.emit(self._id)

    def _stop(self, line: RunLine) -> None:
        if self._id is not None:
            self._workspace.apply(StopRun(self._id, line.run.id))

    def _given(self, line: RunLine) -> None:
        start, end = (self._month(edit) for edit in (line.start, line.end))
        if start and end:
            self._schedule(line, start, end)

    def _month(self, edit: LineEdit) -> Month | None:
        """What was typed; None where it is no month, which is said."""
        try:
            month: Month | None = read_value(self._workspace.plan, fields_of(Run)["start"], edit.text())
        except ValueError as error:
            self._refuse(edit, str(error))
            return None
        if month is None:
            self._refuse(edit, _("This cannot be left empty."))
        return month

    def _schedule(self, line: RunLine, start: Month, end: Month) -> None:
        """A start that is typed behind the end takes the run along; an end stays behind its start."""
        run, by = line.run, 0
        if start > end:
            if start == run.start or run.start is None or run.end is None:
                self._refuse(line.end, _("A run cannot end before it starts."))
                return
            by = months.index(start) - months.index(run.start)
            end = months.add(run.end, by)
        kept = (run.start_day if start == run.start else None, run.end_day if end == run.end else None)
        if self._id is not None and self._workspace.apply(Schedule(self._id, start, end, *kept, by, run.id)) is None:
            self.show_row(self._workspace.plan, self._workspace.plan.activities.get(self._id))

    def _refuse(self, edit: LineEdit, sentence: str) -> None:
        edit.set_wrong(True)
        self._say(sentence)


def _start(run: Run) -> tuple[str, str]:
    return run.start or "", run.start_day or ""
