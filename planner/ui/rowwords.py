"""How a row and its fields are called wherever edits, comparisons and other copies of a plan are shown."""

from typing import Any

from planner.i18n import _, in_sentence, mark
from planner.model.plan import CELLS, SINGLETONS, Plan, Row, fields_of
from planner.model.words import whole_name
from planner.ui.numbers import numbers_of
from planner.ui.reading import value_words

_IN_UNIT = {"goal": ("baseline", "target"), "commitment": ("target",)}
_GRID = ("planned", "likely", "leads")
"""What the cells of a grid are about, which needs no word."""

_UNDECLARED = {"position": mark("Place in the order"), "code": mark("Short code")}


def row_title(plan: Plan, row: Row) -> str:
    """What a row is called; the cell of a grid by its line and its month."""
    if row.TABLE not in CELLS:
        return whole_name(plan, row)
    month = numbers_of(plan).month(getattr(row, "month", None))
    owner = plan.find(getattr(row, CELLS[row.TABLE][0]))
    return f"{whole_name(plan, owner)}, {month}" if owner is not None else month


def field_title(plan: Plan, row: Row, name: str) -> str:
    """What a field of a row is called: "Better win rate, target"; a field of the plan as a whole by its label."""
    if row.TABLE in CELLS and name in _GRID:
        return row_title(plan, row)
    field = fields_of(type(row)).get(name)
    label = _(field.label if field else _UNDECLARED[name])
    return label if row.TABLE in SINGLETONS else f"{row_title(plan, row)}, {in_sentence(label)}"


def field_words(plan: Plan, row: Row | None, name: str, value: Any) -> str:
    """A value of a field of a row, in the row's own unit where it has one; "empty" where nothing is known."""
    field = fields_of(type(row)).get(name) if row is not None else None
    if field is None or row is None:
        return _("empty") if value is None else str(value)
    if name in _IN_UNIT.get(row.TABLE, ()):
        return numbers_of(plan).of_unit(value, getattr(row, "unit", None)) or _("empty")
    return value_words(plan, field, value) or _("empty")
