"""Which figure of a day is the month, told by deals: none is closed before it was created."""

from __future__ import annotations

from collections.abc import Iterable

from planner.exchange.cells import Cell
from planner.exchange.days import DAY_FIRST, MONTH_FIRST, DayReader


def order_by_sequence(pairs: Iterable[tuple[Cell, Cell]]) -> str:
    """The way of reading days in which no deal ends before it begins, where in the other way some do; else empty.

    ``pairs`` are the days on which deals were created and closed.
    """
    known = list(pairs)
    early = {order: sum(_early(pair, DayReader(order)) for pair in known) for order in (DAY_FIRST, MONTH_FIRST)}
    if bool(early[DAY_FIRST]) == bool(early[MONTH_FIRST]):
        return ""
    return MONTH_FIRST if early[DAY_FIRST] else DAY_FIRST


def _early(pair: tuple[Cell, Cell], reader: DayReader) -> bool:
    try:
        created, closed = map(reader.read, pair)
    except ValueError:
        return False
    return created is not None and closed is not None and closed < created
