"""What the sheet hides of a table: said, and left out where somebody wants that."""

from __future__ import annotations

from dataclasses import replace

from planner.exchange.cells import Hidden
from planner.exchange.hidden import some
from planner.exchange.lists.find import Found, LeftOut
from planner.i18n import _, _n

IN, OUT = "in", "out"


def hidden_in(found: Found, hidden: Hidden) -> tuple[str, ...]:
    """One sentence about the hidden columns that are read, one about the hidden rows."""
    said = []
    names = [head.title for place, head in enumerate(found.heads)
             if head.role and head.title and found.first_column + place in hidden.columns]  # fmt: skip
    if names:
        text = _n("{n} hidden column: {names}.", "{n} hidden columns: {names}.", len(names))
        said.append(text.format(n=len(names), names=some(names)))
    rows = [str(line.row) for line in found.lines if line.row in hidden.rows]
    if rows:
        text = _n("{n} row that is hidden or filtered out: {rows}.",
                  "{n} rows that are hidden or filtered out: {rows}.", len(rows))  # fmt: skip
        said.append(text.format(n=len(rows), rows=some(rows)))
    return tuple(said)


def without_hidden(found: Found, hidden: Hidden) -> Found:
    """The table as people see it; a row may still be taken in, a column told what it holds."""
    heads = tuple(
        replace(head, role="", how="") if found.first_column + place in hidden.columns else head
        for place, head in enumerate(found.heads)
    )
    gone = [LeftOut(line.row, _("hidden in the sheet"), line) for line in found.lines if line.row in hidden.rows]
    lines = tuple(line for line in found.lines if line.row not in hidden.rows)
    left = sorted([*found.left_out, *gone], key=_row)
    return replace(found, heads=heads, lines=lines, left_out=tuple(left))


def _row(out: LeftOut) -> int:
    return out.row
