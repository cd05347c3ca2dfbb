"""German as the proof that layouts hold: every page, view and sheet in it has its room at every size."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication

from planner.i18n import use_language
from planner.model.plan import Plan
from planner.ui.window import Window

from .places import sheets, views
from .plans import PLANS
from .seen import settle
from .test_layout import SMALL, USUAL, complaints


@pytest.fixture
def german(qapp_dressed: QApplication) -> Iterator[None]:
    use_language("de")
    yield
    use_language(None)


@pytest.mark.parametrize(
    ("name", "size"),
    [("example", SMALL), ("example", USUAL), ("empty", SMALL), ("long names", SMALL)],
    ids=str,
)
def test_german_has_its_room(
    german: None, open_window: Callable[[Plan], Window], name: str, size: tuple[int, int]
) -> None:
    window = open_window(PLANS[name]())
    window.resize(*size)
    settle()
    found = []
    for place in views(window):
        found += complaints(window, place)
    assert not found, "\n".join(found)


def test_german_sheets_have_their_room(german: None, open_window: Callable[[Plan], Window]) -> None:
    found = []
    window = open_window(PLANS["example"]())
    window.resize(*SMALL)
    settle()
    for place, sheet in sheets(window):
        found += complaints(window, place, sheet)
    assert not found, "\n".join(found)
