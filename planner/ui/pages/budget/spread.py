"""The dialog that spreads one amount over months by a pattern, to the cent (method.md B7)."""

import re
from collections.abc import Sequence

from planner.calc import months as calendar
from planner.calc.money import largest_remainder
from planner.calc.phasing import weights
from planner.i18n import _
from planner.model.edits.budget import SetAmounts, line_name
from planner.model.fields import Money, Month, RowId
from planner.ui.numbers import NotANumber
from planner.ui.pages.budget.model import BudgetModel
from planner.ui.parts.button import Button
from planner.ui.parts.combo import Combo
from planner.ui.parts.dialog import Dialog
from planner.ui.parts.edits import LineEdit
from planner.ui.parts.field import Field
from planner.ui.parts.text import Text
from planner.ui.workspace import Workspace

EVEN, FRONT, EVENT, SEASON, WHOLE, LIKE = "even", "front", "event", "season", "whole", "like"


class SpreadDialog(Dialog):
    """Amount, months, pattern; what each month gets is said before it is kept, and kept as one step."""

    def __init__(self, workspace: Workspace, rows: BudgetModel, line: RowId, months: Sequence[Month]) -> None:
        """`months` are those that are chosen when the dialog opens."""
        plan = workspace.plan
        super().__init__(_("Spread an amount"), 480, lines=line_name(plan, line))
        self._workspace, self._rows, self._line = workspace, rows, line
        self._writing = rows.writing_of(line)
        self._period = calendar.period(plan) or tuple(months)
        now = rows.amount(line, rows.last)
        self.amount = LineEdit(self._writing.full(now))
        self._amount = Field(_("Amount, in {unit}").format(unit=self._writing.title), self.amount)
        names = [(month, self._writing.numbers.month(month)) for month in self._period]
        self.first, self.last = Combo(names), Combo(names)
        self.first.set_key(months[0])
        self.last.set_key(months[-1])
        self.way = Combo(
            [
                (EVEN, _("The same in each month")),
                (FRONT, _("Most at the start")),
                (EVENT, _("A deposit of 30%, the rest in the last month")),
                (SEASON, _("By season")),
                (WHOLE, _("As the whole budget goes")),
                (LIKE, _("As another line goes")),
            ]
        )
        self.way.set_key(EVEN)
        self.seasons = LineEdit("1, 1, 1, 1")
        self._seasons = Field(_("Weight of each quarter of the plan"), self.seasons)
        others = [one.id for one in plan.budget_lines if one.id != line]
        phased = [id for id in others if any(rows.cell(id, month) for month in self._period)]
        self.like = Combo([(id, line_name(plan, id)) for id in phased], _("Choose a line"))
        self._like = Field(_("The line it goes like"), self.like)
        self.preview = Text("", "small", "muted")
        for part in (self._amount, Field(_("From"), self.first), Field(_("Until"), self.last),
                     Field(_("Pattern"), self.way), self._seasons, self._like, self.preview):  # fmt: skip
            self.body.addWidget(part)
        for combo in (self.first, self.last, self.way, self.like):
            combo.chosen.connect(self._show)
        for edit in (self.amount, self.seasons):
            edit.textChanged.connect(self._show)
        self.add_button(Button(_("Cancel")), None)
        keep = self.add_button(Button(_("Spread"), "primary"), finishes=False)
        keep.clicked.connect(self.keep)
        self._show()

    def _show(self) -> None:
        """Ask only for what the pattern needs, and say what would come of it."""
        self._seasons.setVisible(self.way.key == SEASON)
        self._like.setVisible(self.way.key == LIKE)
        cells = self.cells()
        writing = self._writing
        parts = [f"{writing.numbers.month_short(month)} {writing.money(part)}" for month, part in cells.items() if part]
        rest = _("Other months keep what they have.")
        self.preview.setText(" · ".join(parts) + ". " + rest if parts else rest)

    @property
    def months(self) -> tuple[Month, ...]:
        """The months that get something; none where the last stands before the first."""
        return calendar.span(str(self.first.key), str(self.last.key))

    def _read(self) -> Money | None:
        try:
            amount = self._writing.read(self.amount.text())
        except NotANumber as error:
            self._amount.set_error(str(error))
            return None
        self._amount.set_error("")
        return amount

    def cells(self) -> dict[Month, Money]:
        """What each month would get; empty while something is missing."""
        amount, months, way = self._read(), self.months, self.way.key
        if amount is None or not months:
            return {}
        if way == SEASON:
            seasons = self._by_season(months)
            if not seasons:
                return {}
            shape = weights("seasonal", len(months), seasons)
        elif way in (WHOLE, LIKE):
            line = "" if way == WHOLE else str(self.like.key or "")
            if way == LIKE and not line:
                return {}
            shape = weights("seasonal", len(months), [float(self._sum(line, month)) for month in months])
        else:
            shape = weights("front" if way == FRONT else "event" if way == EVENT else "even", len(months))
        return dict(zip(months, largest_remainder(amount, shape), strict=True))

    def _sum(self, line: RowId, month: Month) -> Money:
        """What a line has in a month, all other lines together for ""; never less than nothing."""
        lines = [line] if line else [one.id for one in self._workspace.plan.budget_lines if one.id != self._line]
        return max(0, sum(self._rows.cell(one, month) or 0 for one in lines))

    def _by_season(self, months: Sequence[Month]) -> list[float]:
        """The weight of the quarter that each month is in."""
        typed = re.findall(r"\d+(?:[.,]\d+)?", self.seasons.text().replace(", ", " "))
        found = [float(one.replace(",", ".")) for one in typed]
        self._seasons.set_error("" if len(found) == 4 else _("Write four numbers, such as 2, 3, 1, 4."))
        if len(found) != 4:
            return []
        start = self._period[0]
        return [found[(calendar.fiscal_quarter(month, start) - 1) % 4] for month in months]

    def keep(self) -> None:
        """Bring it to the plan."""
        cells = self.cells()
        if not cells:
            if not self.amount.text().strip():
                self._amount.set_error(_("Write the amount that is spread."))
            elif self.way.key == LIKE:
                self._like.set_error(_("Choose a line."))
            return
        months, numbers = list(cells), self._writing.numbers
        words = {
            "amount": self._writing.money(sum(cells.values())),
            "line": line_name(self._workspace.plan, self._line),
            "first": numbers.month_short(months[0]),
            "last": numbers.month_short(months[-1]),
        }
        said = _("Spread {amount} over {line}, {first} to {last}").format(**words)
        amounts = {(self._line, month): part for month, part in cells.items()}
        self._workspace.apply(SetAmounts(amounts, self._rows.measure, said))
        self.finish(True)
