"""What keys and menu do to the range in hand: paste, fill, empty, lock, note."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.i18n import _, _n
from planner.model.edits import DeleteRows, EditRefused
from planner.model.edits.budget import FillAmounts, LockLines, NoteAmount, SetAmounts, UseSecondCurrency, refuse_locked
from planner.model.fields import Money, Month, RowId
from planner.ui.numbers import NotANumber
from planner.ui.pages.budget.amounts import Writing
from planner.ui.pages.budget.grid import MonthsView
from planner.ui.pages.budget.model import GROUP, BudgetModel
from planner.ui.pages.budget.paste import PasteQuestion, Reading, readings
from planner.ui.pages.budget.spread import SpreadDialog
from planner.ui.parts.button import Button
from planner.ui.parts.dialog import Dialog
from planner.ui.parts.edits import TextArea
from planner.ui.parts.field import Field
from planner.ui.workspace import Workspace


class Hands(QObject):
    """Turns gestures on the grid into edits. `said(what, value)` for the status line."""

    said = Signal(object, object)

    def __init__(self, workspace: Workspace, model: BudgetModel, view: MonthsView) -> None:
        super().__init__(view)
        self._workspace, self._rows, self._view = workspace, model, view
        self._note_for: tuple[RowId, Month] | None = None
        self._note: TextArea | None = None
        view.pasted.connect(self.paste)
        view.cleared.connect(self.clear)
        view.fillDown.connect(self.fill)
        view.fillRight.connect(self.fill_right)
        view.filled.connect(self.fill_on)
        view.lockAsked.connect(self.lock)
        view.noteAsked.connect(self.note)
        view.lockedTyped.connect(self.refuse)

    def paste(self, texts: Sequence[Sequence[str]]) -> None:
        """Put a copied block from the cell in hand on, as one step; one amount alone fills the whole range."""
        if not texts:
            return
        writing = self._writing_below()
        try:
            found = readings(texts, writing)
        except NotANumber as error:
            self._workspace.refused.emit(str(error))
            return
        if len(found) > 1:
            question = PasteQuestion(found, writing)
            question.finished.connect(self._paste_as)
            question.open_over(self._view.window(), question.choices[0])
        else:
            self._paste_as(found[0])

    def _writing_below(self) -> Writing:
        """How the first line from the cell in hand on is written: a block is read as it would be typed there."""
        first = self._view.range_places()[0][0]
        keys = self._rows.keys[max(0, first) :]
        return self._rows.writing_of(next((key for key in keys if not key.startswith(GROUP)), ""))

    def _paste_as(self, reading: Reading | None) -> None:
        if reading is None:
            return
        block = reading.block
        rows, columns = self._target(block)
        writings = {id(self._rows.writing_of(self._rows.keys[row])) for row in rows}
        if len(writings) > 1:
            self._workspace.refused.emit(_("These lines are in two currencies. Paste into each of them on its own."))
            return
        cells: dict[tuple[RowId, Month], Money | None] = {}
        for row, amounts in zip(rows, self._repeated(block, rows), strict=False):
            for column, amount in zip(columns, self._wide(amounts, columns), strict=False):
                edit = self._rows.edit(self._rows.keys[row], column, amount)
                if isinstance(edit, SetAmounts):
                    cells.update(edit.cells)
        if cells:
            self._workspace.apply(SetAmounts(cells, self._rows.measure, self._said(cells)))
            self._view.select(rows, columns)
            self._say_unit(reading, cells)

    def _say_unit(self, reading: Reading, cells: dict[tuple[RowId, Month], Money | None]) -> None:
        """What the pasted numbers were taken for, beside what they come to."""
        writing = self._rows.writing_of(next(iter(cells))[0])
        sign = writing.numbers.symbol or writing.numbers.currency
        unit = sign if reading.full else writing.title
        total = writing.money(sum(amount or 0 for amount in cells.values()))
        self.said.emit(_("Pasted in {unit}").format(unit=unit), total)

    def _target(self, block: list[list[Money | None]]) -> tuple[list[int], list[int]]:
        """The rows of lines, and the columns of months, that a block goes to."""
        rows, columns = self._view.range_places()
        if self._is_one(block) and len(rows) * len(columns) > 1:
            return [row for row in rows if self._is_line(row)], [c for c in columns if c < self._rows.last]
        following = [row for row in range(rows[0], self._rows.rowCount()) if self._is_line(row)]
        width = max(len(amounts) for amounts in block)
        return following[: len(block)], list(range(columns[0], min(columns[0] + width, self._rows.last)))

    def _is_line(self, row: int) -> bool:
        return not self._rows.keys[row].startswith(GROUP)

    def _is_one(self, block: list[list[Money | None]]) -> bool:
        return len(block) == 1 and len(block[0]) == 1

    def _repeated(self, block: list[list[Money | None]], rows: list[int]) -> list[list[Money | None]]:
        return block * len(rows) if self._is_one(block) else block

    def _wide(self, amounts: list[Money | None], columns: list[int]) -> list[Money | None]:
        return amounts * len(columns) if len(amounts) == 1 and len(columns) > 1 else amounts

    def _said(self, cells: dict[tuple[RowId, Month], Money | None]) -> str:
        if len(cells) == 1:
            return ""
        given = [amount for amount in cells.values() if amount is not None]
        total = self._rows.writing.numbers.money_short(sum(given))
        said = _n("Paste {n} amount, {total} in all", "Paste {n} amounts, {total} in all", len(given))
        return said.format(n=len(given), total=total)

    def clear(self) -> None:
        """Empty the range: nothing is known for these months any more."""
        lines, months = self._view.range_cells()
        known = {(line, month): None for line in lines for month in months if self._rows.cell(line, month) is not None}
        for line in lines:
            for column in self._view.range_places()[1]:
                self._rows.forgive(line, column)
        if known:
            self._workspace.apply(SetAmounts(known, self._rows.measure))

    def fill(self) -> None:
        """The first line of the range into those below; in one line the first month into those after it."""
        lines, months = self._view.range_cells()
        if lines and months and len(lines) * len(months) > 1:
            self._workspace.apply(FillAmounts(tuple(lines), tuple(months), self._rows.measure))

    def fill_right(self) -> None:
        """The first month of the range into those after it, in each of its lines."""
        lines, months = self._view.range_cells()
        size = len(self._rows.months_at(self._view.range_places()[1][0]))
        if lines and len(months) > size:
            self._workspace.apply(FillAmounts(tuple(lines), tuple(months), self._rows.measure, right=size))

    def fill_on(self, rows: int, columns: int) -> None:
        """The range was dragged on at its corner: it had so many rows and columns before."""
        lines, months = self._view.range_cells()
        places, across = self._view.range_places()
        if not lines or not months:
            return
        if len(across) > columns:
            size = sum(len(self._rows.months_at(column)) for column in across[:columns])
            edit = FillAmounts(tuple(lines), tuple(months), self._rows.measure, right=size)
        else:
            size = sum(1 for row in places[:rows] if self._is_line(row))
            edit = FillAmounts(tuple(lines), tuple(months), self._rows.measure, down=size)
        if size and edit.cells(self._workspace.plan):
            self._workspace.apply(edit)

    def lock(self) -> None:
        """Lock the lines of the range; where all of them are locked, open them."""
        lines, _months = self._view.range_cells()
        if lines:
            locked = all(self._workspace.plan.budget_lines[line].locked for line in lines)
            self._workspace.apply(LockLines(tuple(lines), not locked))

    def spread(self) -> None:
        """Spread an amount over months of the line in hand: over those of the range, or those it is needed in."""
        lines, months = self._view.range_cells()
        if not lines:
            return
        try:
            refuse_locked(self._workspace.plan, lines[0])
        except EditRefused as refusal:
            self._workspace.refused.emit(str(refusal))
            return
        if len(months) < 2:
            months = list(self._rows.months_needed(lines[0]))
        if months:
            dialog = SpreadDialog(self._workspace, self._rows, lines[0], sorted(months))
            dialog.open_over(self._view.window(), dialog.amount)

    def second(self) -> None:
        """Type the lines of the range in the second currency, or in that of the plan again; amounts stay."""
        lines, _months = self._view.range_cells()
        plan = self._workspace.plan
        if lines:
            other = not all(plan.budget_lines[line].in_second_currency for line in lines)
            self._workspace.apply(UseSecondCurrency(tuple(lines), other))

    def refuse(self, line: RowId) -> None:
        """Somebody types into a locked line."""
        try:
            refuse_locked(self._workspace.plan, line)
        except EditRefused as refusal:
            self._workspace.refused.emit(str(refusal))

    def delete(self) -> None:
        """Take the lines of the range out of the plan."""
        lines, _months = self._view.range_cells()
        if lines:
            self._workspace.apply(DeleteRows("budget_line", tuple(lines)))

    def note(self) -> None:
        """Write a note on the cell in hand."""
        lines, months = self._view.range_cells()
        if not lines or not months:
            return
        self._note_for = lines[0], months[0]
        where, _value = self._rows.said(lines[0], self._view.currentIndex().column())
        dialog = Dialog(_("Note"), 400, lines=where)
        self._note = TextArea(self._rows.note_of(*self._note_for), lines=4)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Field(_("What should be known about this amount"), self._note))
        dialog.body.addWidget(holder)
        dialog.add_button(Button(_("Cancel")), False)
        dialog.add_button(Button(_("Keep note"), "primary"), True)
        dialog.finished.connect(self._keep_note)
        dialog.open_over(self._view.window(), self._note)

    def _keep_note(self, keep: object) -> None:
        if keep and self._note is not None and self._note_for is not None:
            self._workspace.apply(NoteAmount(*self._note_for, self._note.toPlainText()))
        self._note = None

    def words(self) -> tuple[str, str]:
        """The cell in hand, or sum, average and count of the range, for the status line."""
        rows, columns = self._view.range_places()
        places = [(self._rows.keys[row], column) for row in rows if row >= 0 for column in columns if column > 0]
        if len(places) == 1:
            return self._rows.said(*places[0])
        lines = [(key, column) for key, column in places if not key.startswith(GROUP)]
        known = [amount for place in lines if (amount := self._rows.amount(*place)) is not None]
        if not lines:
            return "", ""
        numbers = self._rows.writing.numbers
        cells = _n("{n} cell", "{n} cells", len(lines)).format(n=len(lines))
        if not known:
            return cells, _("not known yet")
        total = sum(known)
        words = _("Sum {sum} · average {average} · count {count}").format(
            sum=numbers.money(total), average=numbers.money(round(total / len(known))), count=len(known)
        )
        return cells, words
