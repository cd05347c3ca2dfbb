"""Cards have round corners on every page: nothing inside them paints over their edge."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QColor, QImage

from planner.model.plan import Plan
from planner.ui.parts.card import Card
from planner.ui.theme import set_theme, theme
from planner.ui.window import Window

from .places import views
from .plans import PLANS
from .seen import settle

_OUTSIDE = ((1.3, 3.4), (3.4, 1.3), (2.2, 2.6))
"""Places between the corner of a card's box and its arc, seen from the corner."""


def squared(window: Window) -> Iterator[str]:
    """Corners of cards in sight where something else than the ground below the card can be seen."""
    image = window.grab().toImage()
    for card in window.page.findChildren(Card):
        if not card.isVisible() or card.radius != 12:
            continue
        box, seen = card.rect(), card.visibleRegion().boundingRect()
        for right in (False, True):
            for low in (False, True):
                for across, down in _OUTSIDE:
                    x = box.width() - across if right else across
                    y = box.height() - down if low else down
                    if seen.contains(int(x), int(y)) and not is_ground(image, card.mapTo(window, QPointF(x, y))):
                        yield f"{type(card).__name__} {card.mapTo(window, QPoint())}, {right=}, {low=}"


def is_ground(image: QImage, at: QPointF) -> bool:
    """Whether there is paper, perhaps with a shadow, at a place of the window."""
    shown, paper = image.pixelColor(at.toPoint()), theme().paper
    return sum(abs(part(shown) - part(paper)) for part in (QColor.red, QColor.green, QColor.blue)) <= 10


@pytest.mark.parametrize("name", ["example", "empty"])
def test_nothing_paints_over_the_round_corners_of_a_card(
    open_window: Callable[[Plan], Window], qapp_dressed, name: str
) -> None:
    window = open_window(PLANS[name]())
    set_theme(qapp_dressed, "dark")  # where a card and the ground below it are told apart
    try:
        settle()
        found = [f"{place}: {corner}" for place in views(window) for corner in squared(window)]
    finally:
        set_theme(qapp_dressed, "light")
    assert not found, "\n".join(found)
