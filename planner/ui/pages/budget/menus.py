"""The menus of the budget: what the grid shows and how it is grouped, and what can be done to lines and cells."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint

from planner.i18n import _
from planner.model.edits.budget import Measure
from planner.model.fields import RowId
from planner.ui.forms.form import Form
from planner.ui.pages.budget.amounts import THOUSAND
from planner.ui.pages.budget.groups import WAYS, way_words
from planner.ui.pages.budget.model import BudgetModel
from planner.ui.parts.button import Button
from planner.ui.parts.dialog import Dialog
from planner.ui.parts.menu import Menu

if TYPE_CHECKING:
    from planner.ui.pages.budget.page import BudgetPage


def measures() -> dict[Measure, str]:
    """What the grid can show, in words."""
    return {"planned": _("Planned"), "committed": _("Committed"), "actual": _("Spent")}


def units(rows: BudgetModel) -> dict[tuple[Measure, int], str]:
    """What the grid can show, in thousands or in full."""
    numbers = rows.writing.numbers
    return {
        (measure, unit): f"{name}, {numbers.in_currency(unit='k' if unit == THOUSAND else '')}"
        for unit in (THOUSAND, 1)
        for measure, name in measures().items()
    }


class BudgetMenus(QObject):
    """Made with its page; each menu is made when it is asked for."""

    def __init__(self, page: "BudgetPage") -> None:
        super().__init__(page)
        self._page = page

    def grid_menu(self) -> None:
        """Under the unit: what is shown, how it is grouped, the second currency."""
        page, menu = self._page, Menu(self._page)
        for (measure, unit), words in units(page.rows).items():
            action = menu.add(words)
            action.setData((measure, unit))
            action.triggered.connect(self._choose_unit)
        menu.addSeparator()
        for by in WAYS:
            action = menu.add(way_words(by))
            action.setData(by)
            action.triggered.connect(self._choose_way)
        menu.addSeparator()
        menu.add(_("Second currency…"), "", "coins").triggered.connect(self.ask_currency)
        menu.popup(page.unit.mapToGlobal(QPoint(0, page.unit.height() + 4)))

    def _choose_unit(self) -> None:
        measure, unit = self.sender().data()  # type: ignore[attr-defined]
        self._page.choose(measure, unit)

    def _choose_way(self) -> None:
        self._page.group_by(self.sender().data())  # type: ignore[attr-defined]

    def ask_currency(self) -> None:
        """Which second currency there is, and what one unit of it is taken for."""
        dialog = Dialog(
            _("Second currency"), 440,
            lines=_("Lines can be written in it. The plan keeps their amounts in its own currency."),
        )  # fmt: skip
        form = Form(self._page.workspace, "facts", (("", ("second_currency", "second_currency_rate")),))
        form.show_row(self._page.workspace.plan, self._page.workspace.plan.facts)
        dialog.body.addWidget(form)
        dialog.add_button(Button(_("Close"), "primary"), None)
        dialog.open_over(self._page.window(), form.editor("second_currency"))

    def months_menu(self, point: QPoint) -> None:
        """On the months: what can be done to the range."""
        page, menu, hands = self._page, Menu(self._page), self._page.hands
        lines, _months = page.view.range_cells()
        locked = bool(lines) and all(page.workspace.plan.budget_lines[line].locked for line in lines)
        for words, keys, icon, handler in (
            (_("All about this line"), "Shift Enter", "list", page.details_in_hand),
            (_("Fill down"), "Ctrl D", "arrow-down", hands.fill),
            (_("Fill to the right"), "Ctrl R", "arrow-right", hands.fill_right),
            (_("Spread an amount"), "S", "arrows-left-right", hands.spread),
            (_("Unlock") if locked else _("Lock"), "Ctrl Shift L", "lock-simple", hands.lock),
            (_("Note"), "Shift F2", "note", hands.note),
            (_("Empty"), "Del", "x", hands.clear),
            (self._currency_words(lines), "", "coins", hands.second),
            (_("Delete the line"), "", "trash", hands.delete),
        ):
            action = menu.add(words, keys, icon)
            action.setEnabled(bool(lines))
            action.triggered.connect(handler)
        menu.popup(point)

    def lines_menu(self, point: QPoint) -> None:
        """On the fields of the lines: what can be done to the range."""
        page, menu = self._page, Menu(self._page)
        is_line = page.lines.rows.line_at(page.lines.currentIndex().row()) is not None
        for words, keys, icon, handler in (
            (_("All about this line"), "Shift Enter", "list", page.details_in_hand),
            (_("Fill down"), "Ctrl D", "arrow-down", page.lines.fill),
            (_("Next choice"), _("Space"), "arrow-clockwise", page.lines.step),
            (_("Empty"), "Del", "x", page.lines.empty),
        ):
            action = menu.add(words, keys, icon)
            action.setEnabled(is_line)
            action.triggered.connect(handler)
        menu.popup(point)

    def _currency_words(self, lines: list[RowId]) -> str:
        plan = self._page.workspace.plan
        there = bool(lines) and all(plan.budget_lines[line].in_second_currency for line in lines)
        code = plan.facts.currency if there else plan.facts.second_currency
        return _("Write it in {currency}").format(currency=code) if code else _("Write it in the second currency")
