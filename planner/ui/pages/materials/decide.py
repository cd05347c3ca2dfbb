"""The small sheet on which a material is decided: the decision, why, what takes its place, who asked for it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QWidget

from planner.i18n import _
from planner.model.edits.materials import DecideMaterial, Decision, LeaveUndecided
from planner.model.fields import RowId
from planner.ui.forms.links import LinkPicker
from planner.ui.pages.materials.faces import DECISIONS, UNDECIDED, decision_name
from planner.ui.parts.datefield import DateField
from planner.ui.parts.field import Field
from planner.ui.parts.popsheet import PopSheet, Words
from planner.ui.parts.segmented import Segmented
from planner.ui.parts.text import Text
from planner.ui.parts.toggles import CheckBox
from planner.ui.reading import targets
from planner.ui.workspace import Workspace


class DecisionSheet(PopSheet):
    """`open_for(id, decision, row)` opens it on a row. A decision without a reason is not kept: the sheet stays."""

    def __init__(self, workspace: Workspace, host: QWidget) -> None:
        super().__init__(host, 500)
        self._workspace = workspace
        self._id: RowId | None = None
        self._complaint = False
        self.setAccessibleName(_("Decision"))
        self._title = Text("", "card", lines=1)
        choices = [(state, decision_name(state)) for state in (*DECISIONS, UNDECIDED)]
        self.choice = Segmented(choices)
        self.choice.chosen.connect(self.choose)
        around = self.column.contentsMargins()
        self.setFixedWidth(max(self.width(), self.choice.sizeHint().width() + around.left() + around.right()))
        self.words = Words(lines=2)
        self.words.done.connect(self.keep)
        self.unchanged = CheckBox(_("It is reprinted exactly as it is"))
        self.replacement = LinkPicker(_("Type the material that takes its place"))
        self.replacement.changed.connect(self._only_one)
        self.inputs = LinkPicker(_("Type what was asked, or a code such as SI-07"))
        self.deciders = LinkPicker(_("Type a name"))
        self._pickers = (self.replacement, self.deciders, self.inputs)
        for picker in self._pickers:
            picker.changed.connect(self.fit)
            picker.complained.connect(self.fit)
        self.by = DateField(int(workspace.as_of[:4]))
        self._words_field = Field(_("Why. Whoever uses it will read this"), self.words)
        self._replacement_field = Field(_("Replaced by"), self.replacement)
        self._inputs_field = Field(_("Asked for by"), self.inputs)
        self._deciders_field = Field(_("Who decides"), self.deciders)
        self._by_field = Field(_("By when"), self.by)
        for widget in (
            self._title, self.choice, self._words_field, self.unchanged, self._replacement_field,
            self._deciders_field, self._by_field, self._inputs_field,
        ):  # fmt: skip
            self.column.addWidget(widget)
        self._button = self.add_foot()

    def open_for(self, id: RowId, decision: str, box: QRectF) -> None:
        """Start a decision; `box` is the row's place on the page. The keyboard goes into the reason at once."""
        plan = self._workspace.plan
        row = plan.materials.get(id)
        if row is None:
            return
        self._id = id
        self._title.setText(row.name or "")
        self.words.setPlainText(row.reason or "")
        self.words.moveCursor(QTextCursor.MoveOperation.End)
        self.unchanged.setChecked(row.decision == "reproduce_unchanged")
        for picker in self._pickers:
            picker.clear_typed()
        self.replacement.set_items([item for item in targets(plan, "material") if item[0] != id])
        self.replacement.set_ids([row.replaced_by] if row.replaced_by else [])
        self.inputs.set_items(targets(plan, "sales_input"))
        self.inputs.set_ids(row.sales_inputs)
        self.deciders.set_items(targets(plan, "person"))
        self.deciders.set_ids(row.deciders or ((row.owner,) if row.owner else ()))
        self.by.set_day(row.decide_by)
        self.choice.set_current(decision)
        self._ask(decision)
        self.open_at(box, self._first)

    @property
    def _first(self) -> QWidget:
        return self.deciders.line if self.choice.current == UNDECIDED else self.words

    def choose(self, decision: str) -> None:
        """Ask for what this decision needs."""
        self._ask(decision)
        self.fit()
        if self.isVisible():
            self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self, decision: str) -> None:
        undecided = decision == UNDECIDED
        self._words_field.setVisible(not undecided)
        self.unchanged.setVisible(decision == "keep")
        self._replacement_field.setVisible(decision == "replace")
        self._deciders_field.setVisible(undecided)
        self._by_field.setVisible(undecided)
        self._button.setText(_("Leave it open") if undecided else decision_name(decision))
        for field in (self._words_field, self._deciders_field, self._by_field):
            field.set_error("")

    def _only_one(self, ids: tuple[RowId, ...]) -> None:
        """One material takes the place of another: the last one typed."""
        if len(ids) > 1:
            self.replacement.set_ids(ids[-1:])

    def edit(self) -> DecideMaterial | LeaveUndecided | None:
        """The decision as it stands; None where no material is in hand."""
        if self._id is None:
            return None
        decision = self.choice.current
        if decision == UNDECIDED:
            return LeaveUndecided(self._id, self.deciders.ids, self.by.day, self.inputs.ids)
        if decision == "keep" and self.unchanged.isChecked():
            decision = "reproduce_unchanged"
        kept: Decision = decision  # type: ignore[assignment]
        replaced_by = self.replacement.ids[0] if self.replacement.ids else None
        return DecideMaterial(self._id, kept, self.words.toPlainText(), replaced_by, self.inputs.ids)

    def keep(self) -> None:
        """Bring the decision to the plan; what is missing is said under its field, and the sheet stays open."""
        if QApplication.focusWidget() is self.by:
            self._button.setFocus(Qt.FocusReason.OtherFocusReason)  # what was typed as a day is read when it is left
        for picker in self._pickers:
            if picker.isVisible() and not picker.finish_typing():
                picker.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        edit = self.edit()
        if edit is None:
            return
        lacks: tuple[tuple[Field, str], ...]
        if isinstance(edit, LeaveUndecided):
            lacks = ((self._deciders_field, edit.lacks_names), (self._by_field, edit.lacks_day))
        else:
            lacks = ((self._words_field, edit.lacks),)
        for field, sentence in lacks:
            if sentence:
                field.set_error(sentence)
                field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
                self.fit()
                return
        self.give_up()
        self._workspace.apply(edit)

    def give_up(self) -> None:
        """Close without a decision."""
        self._id = None
        super().give_up()
