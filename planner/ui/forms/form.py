"""A form made from declared fields: each change is an edit of its own, made when editing is finished."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Protocol, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QGridLayout, QWidget

from planner.i18n import _, mark
from planner.model.edits import SetFields
from planner.model.fields import Field as ModelField
from planner.model.fields import Kind, RowId
from planner.model.plan import Plan, Row, fields_of, row_class
from planner.ui.forms.fields import ValueEditor, editor_for
from planner.ui.parts.field import Field
from planner.ui.parts.text import Text
from planner.ui.regions import CURRENCIES, REGIONS
from planner.ui.workspace import Workspace

_WIDE = frozenset({Kind.LONG_TEXT, Kind.TEXTS, Kind.LINKS, Kind.SERIES, Kind.NUMBERS, Kind.CHOICES})
_LONG = frozenset(
    {"title", "name", "question", "description", "evidence", "reason", "metric", "promise", "rule"}
    | {"company", "industry", "budget_scope"}
)
_LINKS_IN_WORDS = {("dot", "item"): "sales_input activity cause"}
"""Fields that hold the id of a row of one of several tables."""
_PICKED = {
    ("facts", "currency"): CURRENCIES,
    ("facts", "second_currency"): CURRENCIES,
    ("facts", "locale"): REGIONS,
}
"""Fields of text whose usual values are chosen from a list."""
_NAMES = {
    "stage": ModelField("code", mark("Stage"), Kind.TEXT, mark("lead, mql, sal, sql, opportunity, won")),
    "rate": ModelField("code", mark("From stage to stage"), Kind.TEXT, mark("Such as lead_to_mql")),
    "coach_answer": ModelField("code", mark("Question"), Kind.TEXT, mark("Such as goals-3")),
}
"""Tables whose rows are found by a code that is a name, and so has to be given by hand."""
_TWO_COLUMNS_FROM = 396

Groups = Sequence[tuple[str, Sequence[str]]]


class RowPart(Protocol):
    """A widget on a form that shows something of the row which is none of its fields."""

    def show_row(self, plan: Plan, row: Row | None) -> None: ...


Under = Mapping[str, Callable[[], RowPart]]
"""What stands under a field, by its name; made with the form."""


def form_fields(table: str) -> dict[str, ModelField]:
    """The fields that a form of a table can show: those declared, and its name where that is its code."""
    declared = fields_of(row_class(table))
    return {"code": _NAMES[table], **declared} if table in _NAMES else declared


class Form(QWidget):
    """Fields of one table, in two columns where there is room.

    `show_row` shows a row of the plan, and what is typed is applied to it. `start_draft` collects what is typed in
    `draft` instead, for rows that are added when they are complete; `drafted` tells that there is more in it.
    """

    drafted = Signal()

    def __init__(
        self,
        workspace: Workspace,
        table: str,
        groups: Groups | None = None,
        parent: QWidget | None = None,
        *,
        under: Under | None = None,
    ) -> None:
        """`groups` are titles with names of fields; without them all fields stand in the order of declaration."""
        super().__init__(parent)
        self._workspace, self._table = workspace, table
        self._declared = form_fields(table)
        self._id: RowId | None = None
        self.draft: dict[str, Any] | None = None
        self._editors: dict[str, ValueEditor] = {}
        self._fields: dict[str, Field] = {}
        self.parts: dict[str, RowPart] = {}
        """What stands under fields, by their names."""
        self._cells: list[tuple[QWidget, bool]] = []  # with whether it takes the whole width
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(14)
        for title, names in groups or (("", tuple(self._declared)),):
            if title:
                self._cells.append((Text(title, "card", lines=1), True))
            for name in names:
                self._add(name)
                if under and name in under:
                    self.parts[name] = made = under[name]()
                    self._cells.append((cast(QWidget, made), True))
        self._arrange(1)

    def _add(self, name: str) -> None:
        declared = self._declared[name]
        if target := _LINKS_IN_WORDS.get((self._table, name)):
            declared = replace(declared, kind=Kind.LINK, target=target)
        if picked := _PICKED.get((self._table, name)):
            declared = replace(declared, kind=Kind.CHOICE, choices=picked)
        editor = editor_for(declared, self._workspace.plan)
        editor.setProperty("name", name)
        help = _(declared.help) or _(declared.unit)
        field = Field(_(declared.label), editor.widget, help)
        editor.given.connect(self._given)
        editor.complained.connect(field.set_error)
        self._editors[name], self._fields[name] = editor, field
        self._cells.append((field, declared.kind in _WIDE or name in _LONG))

    # What is shown

    @property
    def row_id(self) -> RowId | None:
        """The row that is shown."""
        return self._id

    def show_row(self, plan: Plan, row: Row | None) -> None:
        """Show a row of the plan; None empties the form and makes it unusable."""
        id = row.id if row else None
        fresh = id != self._id or self.draft is not None
        if fresh:
            self.finish_typing()
        self._id, self.draft = id, None
        self.setEnabled(row is not None)
        for name, editor in self._editors.items():
            editor.show_value(plan, getattr(row, name) if row else None, fresh=fresh)
        for part in self.parts.values():
            part.show_row(plan, row)

    def start_draft(self, plan: Plan, values: Mapping[str, Any] | None = None) -> None:
        """Start a row that is not in the plan yet."""
        self._id, self.draft = None, dict(values or {})
        self.setEnabled(True)
        for name, editor in self._editors.items():
            editor.show_value(plan, self.draft.get(name), fresh=True)

    def complete_draft(self) -> bool:
        """Whether every required field has a value and nothing stands there that says nothing.

        The first field that is not right says so and gets the keyboard.
        """
        self.finish_typing()
        missing = {name for name in self._editors if self._required(name) and (self.draft or {}).get(name) is None}
        not_right = [name for name, editor in self._editors.items() if editor.complaint or name in missing]
        for name in not_right:
            self._fields[name].set_error(self._editors[name].complaint or _("This is needed."))
        if not_right:
            self.focus_field(not_right[0])
        return not not_right

    def _required(self, name: str) -> bool:
        return self._declared[name].required

    def finish_typing(self) -> None:
        """Bring what is being typed in this form to its row."""
        at = QApplication.focusWidget()
        if at is not None and self.isAncestorOf(at):
            at.clearFocus()

    def focus_field(self, name: str | None = None) -> bool:
        """Put the keyboard into a field, by default the first. False where the form has no such field."""
        editor = self._editors.get(name) if name else next(iter(self._editors.values()))
        if editor is None:
            return False
        editor.widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def field(self, name: str) -> Field:
        """The labelled field of a name. Raises KeyError."""
        return self._fields[name]

    def editor(self, name: str) -> QWidget:
        """The widget in which a field is edited. Raises KeyError."""
        return self._editors[name].widget

    # What is given

    def _given(self, value: Any) -> None:
        name = self.sender().property("name")
        self._fields[name].set_error("")
        if self.draft is not None:
            self.draft[name] = value
            self.drafted.emit()
        elif self._id is not None:
            change = self._workspace.apply(SetFields(self._table, self._id, {name: value}))
            if change is None:
                self._show_again(name)

    def _show_again(self, name: str) -> None:
        """After a refusal the field says what the plan says."""
        plan = self._workspace.plan
        row = plan.table(self._table).get(self._id)
        if row is not None:
            self._editors[name].show_value(plan, getattr(row, name), fresh=True)

    # Columns

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self._arrange(2 if self.width() >= _TWO_COLUMNS_FROM else 1)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for widget, _wide in self._cells:
            self._grid.removeWidget(widget)
        row, column = 0, 0
        for widget, wide in self._cells:
            if wide and column:
                row, column = row + 1, 0
            across = columns if wide else 1
            self._grid.addWidget(widget, row, column, 1, across, Qt.AlignmentFlag.AlignTop)
            column += across
            if column >= columns:
                row, column = row + 1, 0
        for place in range(2):
            self._grid.setColumnStretch(place, 1 if place < columns else 0)
            self._grid.setColumnMinimumWidth(place, 0)
