"""Where the names on the map go: a small greedy placer, the same answer for the same points every time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, hypot, pi, sin

_ANGLES = (90, 270, 0, 180, 60, 120, 300, 240, 30, 150, 330, 210)
"""Degrees clockwise from the right, as y points down: below the point first, then above, then the sides."""
_STEPS = 9
_STEP = 26.0


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle by its edges."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box, gap: float = 0.0) -> bool:
        """Whether two rectangles come closer than the gap."""
        return (
            self.left < other.right + gap
            and other.left < self.right + gap
            and self.top < other.bottom + gap
            and other.top < self.bottom + gap
        )

    def inside(self, other: Box) -> bool:
        """Whether this one lies within the other."""
        return (
            self.left >= other.left
            and self.right <= other.right
            and self.top >= other.top
            and self.bottom <= other.bottom
        )


def around(x: float, y: float, radius: float) -> Box:
    """The square around a circle."""
    return Box(x - radius, y - radius, x + radius, y + radius)


def place(
    points: Sequence[tuple[float, float]],
    sizes: Sequence[tuple[float, float]],
    radius: float,
    field: Box,
    taken: Sequence[Box] = (),
) -> list[Box | None]:
    """For each point the box of its label: as near as there is room, clear of all points, labels and taken boxes.

    ``sizes`` are widths and heights of the labels, ``radius`` is that of the points. None where no place is free.
    Crowded points choose first, since they have the fewest places.
    """
    discs = [around(x, y, radius) for x, y in points]
    crowd = [sum(hypot(x - a, y - b) < 6 * radius for a, b in points) for x, y in points]
    placed: list[Box | None] = [None] * len(points)
    blocked = [*discs, *taken]
    for index in sorted(range(len(points)), key=lambda at: (-crowd[at], at)):
        box = _first_free(points[index], sizes[index], radius, field, blocked)
        placed[index] = box
        if box is not None:
            blocked.append(box)
    return placed


def _first_free(
    point: tuple[float, float], size: tuple[float, float], radius: float, field: Box, blocked: Sequence[Box]
) -> Box | None:
    wide, high = size
    for step in range(_STEPS):
        for angle in _ANGLES:
            turn = angle * pi / 180
            far = radius + 3 + step * _STEP
            x = point[0] + cos(turn) * (far + wide / 2)
            y = point[1] + sin(turn) * (far + high / 2)
            box = Box(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)
            if box.inside(field) and not any(box.meets(other, 2) for other in blocked):
                return box
    return None


def spread(points: Sequence[tuple[float, float]], apart: float, field: Box | None = None) -> list[tuple[float, float]]:
    """The points with those that share a place, or nearly, moved around their middle until none cover another."""
    moved = [(x + 0.01 * cos(index * 2.4), y + 0.01 * sin(index * 2.4)) for index, (x, y) in enumerate(points)]
    for _round in range(200):
        still = True
        for first in range(len(moved)):
            for second in range(first + 1, len(moved)):
                (ax, ay), (bx, by) = moved[first], moved[second]
                far = hypot(bx - ax, by - ay)
                if far < apart - 0.5:
                    still = False
                    push = (apart - far) / 2 / (far or 1)
                    dx, dy = (bx - ax) * push, (by - ay) * push
                    moved[first], moved[second] = (ax - dx, ay - dy), (bx + dx, by + dy)
        if field is not None:
            moved = [(min(max(x, field.left), field.right), min(max(y, field.top), field.bottom)) for x, y in moved]
        if still:
            break
    return moved


def apart(heights: Sequence[float], gap: float, top: float, bottom: float) -> list[float]:
    """Heights of labels in a column moved apart, so that no two are nearer than the gap, and kept within the column.

    They keep their order; where the column is too short they share it evenly.
    """
    order = sorted(range(len(heights)), key=heights.__getitem__)
    gap = min(gap, (bottom - top) / max(1, len(order) - 1)) if len(order) > 1 else gap
    found = [min(max(height, top), bottom) for height in heights]
    for before, after in pairwise(order):
        found[after] = max(found[after], found[before] + gap)
    if order and found[order[-1]] > bottom:
        found[order[-1]] = bottom
        for after, before in pairwise(reversed(order)):
            found[before] = min(found[before], found[after] - gap)
    return found
