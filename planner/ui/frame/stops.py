"""Where Tab stops in the window: one region after the other, and each of them as the eye goes over it."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from planner.ui.parts.focus import by_keyboard


def stops(regions: Sequence[QWidget]) -> list[QWidget]:
    """What takes the keyboard by Tab in these regions, in the order on screen, whenever its parts were made.

    All of a card comes before the card beside it, and all of a row before the row below.
    """
    return [stop for region in regions for stop in _read(region, _within(region))]


def step(order: Sequence[QWidget], at: QWidget, by: int) -> bool:
    """Move the keyboard to the next (1) or the previous (-1) stop; whether `at` is one of them."""
    if at not in order:
        return False
    reason = Qt.FocusReason.TabFocusReason if by > 0 else Qt.FocusReason.BacktabFocusReason
    by_keyboard(order[(order.index(at) + by) % len(order)], reason)
    return True


_Inside = dict[QWidget, list[QWidget]]
"""Widgets with those of their children in which a stop is, or which are one."""


def _within(region: QWidget) -> _Inside:
    inside: _Inside = {}
    for stop in filter(_is_stop, region.findChildren(QWidget)):
        path = [stop]
        while path[-1] not in inside and path[-1] is not region and (around := path[-1].parentWidget()) is not None:
            path.append(around)
        for child, parent in pairwise(path):
            inside.setdefault(parent, []).append(child)
            inside.setdefault(child, [])
    return inside


def _read(widget: QWidget, inside: _Inside) -> Iterator[QWidget]:
    if _is_stop(widget):
        yield widget
    left = sorted(inside.get(widget, ()), key=lambda child: child.geometry().top())
    while left:
        first = left[0].geometry()
        middle = max(first.top(), first.center().y())  # what is folded has no height, and its middle above its top
        row = [child for child in left if child.geometry().top() <= middle]
        left = left[len(row) :]
        for child in sorted(row, key=lambda child: (child.geometry().left(), child.geometry().top())):
            yield from _read(child, inside)


def _is_stop(widget: QWidget) -> bool:
    takes_keys = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
    return takes_keys and widget.isVisible() and widget.isEnabled()
