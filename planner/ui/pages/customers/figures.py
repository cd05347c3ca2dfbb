"""What the customers page shows of a plan, as plain values."""

import re

from planner.calc.segments import STAGES, Pointing, coverage, pointing
from planner.i18n import _, _n
from planner.model.fields import Kind, RowId
from planner.model.plan import Plan, Segment, fields_of
from planner.model.value import Value
from planner.model.words import whole_name
from planner.ui.parts.matrix import MatrixCell, MatrixRow
from planner.ui.reading import read_value, typed_words, value_words

LINES = ("job", "trigger", "buying_roles", "alternatives", "accounts", "must_not")
"""The fields that stand on a card under its name, in their order."""
FIRST = 1
"""The priority that a hole in the materials matters for."""


class SegmentFace(Value):
    """One segment as its card shows it. Empty texts where something is not known."""

    id: RowId
    code: str
    name: str
    priority: int | None
    words: dict[str, str]
    pointing: str
    pointing_names: str
    missing: str
    """What is not there yet, for the dashed chip; empty where all is well."""

    @property
    def spoken(self) -> str:
        """The card for a screen reader."""
        first = _("priority {n}").format(n=self.priority) if self.priority else _("no priority yet")
        return ", ".join(part for part in (self.name, first, self.words["job"], self.pointing, self.missing) if part)


def segment_faces(plan: Plan) -> list[SegmentFace]:
    """All segments in their order."""
    points = pointing(plan)
    return [_face(plan, row, points[row.id]) for row in plan.segments]


def _face(plan: Plan, row: Segment, points: Pointing) -> SegmentFace:
    declared = fields_of(Segment)
    words = {name: value_words(plan, declared[name], getattr(row, name)).replace("; ", ", ") for name in LINES}
    counted = (
        (len(points.activities), _n("{n} activity", "{n} activities", len(points.activities))),
        (len(points.materials), _n("{n} material", "{n} materials", len(points.materials))),
        (len(points.inputs), _n("{n} input", "{n} inputs", len(points.inputs))),
    )
    names = [whole_name(plan, found) for ids in points for id in ids if (found := plan.find(id)) is not None]
    return SegmentFace(
        row.id,
        row.code or "",
        row.name or "",
        row.priority,
        words,
        " · ".join(text.format(n=n) for n, text in counted if n),
        "\n".join(names),
        "" if points.activities else _("No activity points here yet"),
    )


def typed_line(plan: Plan, row: Segment, name: str) -> str:
    """A line of a card as it stands in its editor; lists have commas between their parts."""
    field = fields_of(Segment)[name]
    value = getattr(row, name)
    return ", ".join(value) if field.kind is Kind.TEXTS else typed_words(plan, field, value)


def read_line(plan: Plan, name: str, text: str) -> object:
    """The value of a typed line. Raises ValueError with a sentence."""
    field = fields_of(Segment)[name]
    if field.kind is Kind.TEXTS:
        text = re.sub(r"[,;]", "\n", text)
    return read_value(plan, field, text)


def stage_words() -> tuple[str, ...]:
    """The steps of a customer's decision as the heads of the grid."""
    return _("Becomes aware"), _("Considers"), _("Decides")


def cover_rows(plan: Plan) -> list[MatrixRow]:
    """The segments as rows of the grid, the first priority first."""
    rows = sorted(plan.segments, key=lambda row: row.priority or 9)
    return [MatrixRow(row.id, row.name or row.code or "") for row in rows]


def cover_cells(plan: Plan) -> dict[tuple[str, int], MatrixCell]:
    """How many materials each segment can be given at each step; nothing for a first priority is a hole."""
    cells: dict[tuple[str, int], MatrixCell] = {}
    for (id, stage), materials in coverage(plan).items():
        names = ", ".join(whole_name(plan, plan.materials[one]) for one in materials)
        if materials:
            cell = MatrixCell("full", str(len(materials)), names)
        elif plan.segments[id].priority == FIRST:
            cell = MatrixCell("hole", _("nothing"), _("Nothing to hand over yet"))
        else:
            cell = MatrixCell("none", "", _("Nothing to hand over yet"))
        cells[id, STAGES.index(stage)] = cell
    return cells
