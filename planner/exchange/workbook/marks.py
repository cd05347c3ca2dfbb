"""What a workbook knows about itself, on a sheet that nobody sees: by this a copy that comes back is recognised."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from planner.model.changes import Moment
from planner.model.plan import RowId

MARKS = "Marks"
"""The name of the sheet, in every language."""
SCHEMA = 1
"""The version of the layout."""
NO_ROW = "·"
"""Stands in the column of row ids beside what is no row of the plan: headings, totals, facts."""
GROUP = "group:"
"""Stands there before the id of the activity whose lines follow."""
GIVER = "changes_by"
"""The name of the cell in which people say who they are."""
TYPED, CALCULATED, SAID, GIVEN = "typed", "calculated", "said", "given"
"""What a column is: people type in it, a formula fills it, or it only says something; what is given belongs to a new
row as soon as somebody types beside it."""
LAG = "lag"
"""The table of months that leads take, which is no list of the plan."""


@dataclass(slots=True)
class Marks:
    """Which state of which plan a workbook holds, and which column holds what."""

    moment: Moment
    language: str = "en"
    audience: str = "internal"
    pack: str = ""
    """``homework`` where only some rows were handed out."""
    giver: RowId = ""
    row_id: str = ""
    """The head of the column of row ids."""
    schema: int = SCHEMA
    columns: dict[str, dict[str, tuple[str, str]]] = field(default_factory=dict)
    """By list and key (a field, a month, ``code``): the heading, and TYPED, CALCULATED or SAID."""
    singles: dict[tuple[str, str], str] = field(default_factory=dict)
    """By table and field: the name of the cell."""
    formulas: list[str] = field(default_factory=list)
    """The names of cells that are calculated."""

    def rows(self) -> Iterator[tuple[str, ...]]:
        """The lines of the sheet."""
        for name, value in (
            ("schema", self.schema), ("plan", self.moment.plan), ("edit", self.moment.edit), ("seq", self.moment.seq),
            ("language", self.language), ("audience", self.audience), ("pack", self.pack), ("giver", self.giver),
            ("row id", self.row_id),
        ):  # fmt: skip
            yield name, str(value)
        for table, columns in self.columns.items():
            for key, (heading, how) in columns.items():
                yield "column", table, key, heading, how
        for (table, name), cell in self.singles.items():
            yield "single", table, name, cell
        for cell in self.formulas:
            yield "formula", cell


def read_marks(rows: Iterable[Sequence[str]]) -> Marks:
    """The marks on such lines. Raises ValueError for lines that are none."""
    plain: dict[str, str] = {}
    marks = Marks(Moment("", "", 0))
    for row in rows:
        cells = [*row, "", "", "", "", ""]
        name = cells[0]
        if name == "column":
            marks.columns.setdefault(cells[1], {})[cells[2]] = cells[3], cells[4]
        elif name == "single":
            marks.singles[cells[1], cells[2]] = cells[3]
        elif name == "formula":
            marks.formulas.append(cells[1])
        elif name:
            plain[name] = cells[1]
    if "schema" not in plain:
        raise ValueError("no marks")
    marks.schema = int(float(plain["schema"]))
    marks.moment = Moment(plain.get("plan", ""), plain.get("edit", ""), int(float(plain.get("seq") or 0)))
    marks.language, marks.audience = plain.get("language") or "en", plain.get("audience") or "internal"
    marks.pack, marks.giver = plain.get("pack", ""), plain.get("giver", "")
    marks.row_id = plain.get("row id", "")
    return marks
