"""What points at a segment: the activities and materials made for it, and the inputs that those answer."""

from __future__ import annotations

from typing import NamedTuple

from planner.model.plan import Plan, RowId

STAGES = ("aware", "consider", "decide")
"""The steps of a customer's decision, in their order."""


class Pointing(NamedTuple):
    """Ids of the rows that point at one segment, in the order of the plan."""

    activities: tuple[RowId, ...]
    materials: tuple[RowId, ...]
    inputs: tuple[RowId, ...]


def pointing(plan: Plan) -> dict[RowId, Pointing]:
    """For each segment what is meant for it. An input points to the segments of whatever answers it."""
    found: dict[RowId, Pointing] = {}
    for segment in plan.segments:
        activities = {row.id: None for row in plan.activities if segment.id in row.segments}
        materials = {row.id: None for row in plan.materials if segment.id in row.segments}
        answered = {id for row in plan.activities if row.id in activities for id in row.sales_inputs}
        answered |= {id for row in plan.materials if row.id in materials for id in row.sales_inputs}
        inputs = [
            row.id
            for row in plan.sales_inputs
            if row.merged_into is None
            and (
                row.id in answered
                or any(id in activities for id in row.activities)
                or any(id in materials for id in row.materials)
            )
        ]
        found[segment.id] = Pointing(tuple(activities), tuple(materials), tuple(inputs))
    return found


def coverage(plan: Plan) -> dict[tuple[RowId, str], tuple[RowId, ...]]:
    """The materials that a segment can be given at each step of its decision (method.md C, MAT-06).

    What is to be retired is no longer counted. Every segment has an entry for every step.
    """
    found: dict[tuple[RowId, str], list[RowId]] = {
        (segment.id, stage): [] for segment in plan.segments for stage in STAGES
    }
    for material in plan.materials:
        for segment_id in material.segments if material.decision != "retire" else ():
            if (place := found.get((segment_id, material.stage or ""))) is not None:
                place.append(material.id)
    return {key: tuple(ids) for key, ids in found.items()}
