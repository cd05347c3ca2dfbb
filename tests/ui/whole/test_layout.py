"""Every page and every sheet at every size: no text on another, none cut off, none shortened without its whole."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import nullcontext

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollBar, QWidget

from planner.model.plan import Plan
from planner.ui.window import Window

from .longer import lengthened, longer_language
from .places import sheets, views
from .plans import PLANS
from .seen import cut, overlapping, settle, shortened, texts_of

SMALL, LAPTOP, USUAL, PROJECTOR = (1180, 720), (1366, 768), (1440, 900), (1920, 1080)
SIDEWAYS = frozenset({"activities", "budget"})  # the timeline and the month grid, whose first column stays put


def complaints(window: Window, place: str, inside: QWidget | None = None) -> Iterator[str]:
    """What is wrong with the texts that can be seen now, in words."""
    texts = texts_of(window, inside)
    at = f"{window.width()}x{window.height()}, {place}"
    for seen, said in shortened(window, texts):
        yield f"{at}: {seen.text!r} does not say its whole, but {said!r} ({type(seen.widget).__name__})"
    for seen, lost in cut(window, texts):
        yield f"{at}: {seen.text!r} has lost {lost} ({type(seen.widget).__name__})"
    for one, other in overlapping(texts):
        yield f"{at}: {one.text!r} and {other.text!r} stand on one another"


def scrolled_sideways(window: Window) -> bool:
    """Whether something on the page has to be scrolled to the side."""
    bars = window.page.findChildren(QScrollBar)
    across = [bar for bar in bars if bar.orientation() == Qt.Orientation.Horizontal]
    return any(bar.maximum() > bar.minimum() for bar in across if _used(bar))


def _used(bar: QScrollBar) -> bool:
    area = bar.parentWidget()
    while area is not None and not area.isWindow():
        if not area.isVisible():
            return False
        area = area.parentWidget()
    return True


@pytest.mark.parametrize(
    ("name", "size"),
    [
        ("example", LAPTOP),
        ("example", USUAL),
        ("long names", SMALL),
        ("long names", LAPTOP),
        ("long names", USUAL),
        ("long names", PROJECTOR),
        ("compounds", SMALL),
        ("compounds", USUAL),
        ("empty", SMALL),
        ("300 activities", SMALL),
    ],
    ids=str,
)
def test_texts_have_their_room(open_window: Callable[[Plan], Window], name: str, size: tuple[int, int]) -> None:
    window = open_window(PLANS[name]())
    window.resize(*size)
    settle()
    found = []
    for place in views(window):
        found += complaints(window, place)
        if scrolled_sideways(window) and window.chapter not in SIDEWAYS:
            found.append(f"{size}, {place}: has to be scrolled to the side")
    assert not found, "\n".join(found)


@pytest.mark.parametrize(("name", "size"), [("empty", SMALL), ("long names", SMALL), ("long names", USUAL)], ids=str)
def test_longer_languages_have_their_room(
    open_window: Callable[[Plan], Window], name: str, size: tuple[int, int]
) -> None:
    found = []
    with longer_language():
        window = open_window(PLANS[name]())
        window.resize(*size)
        settle()
        for place in views(window):
            found += complaints(window, place)
    assert not found, "\n".join(found)


@pytest.mark.parametrize(("name", "longer"), [("example", False), ("example", True), ("long names", False)], ids=str)
def test_sheets_have_their_room(open_window: Callable[[Plan], Window], name: str, longer: bool) -> None:
    found, opened = [], 0
    with longer_language() if longer else nullcontext():
        window = open_window(PLANS[name]())
        window.resize(*SMALL)
        settle()
        for place, sheet in sheets(window):
            opened += 1
            found += complaints(window, place, sheet)
    assert not found, "\n".join(found)
    assert opened > 50


def test_a_projector_at_200_percent_shows_the_same() -> None:
    one = f"{__file__}::test_texts_have_their_room[long names-{PROJECTOR}]"
    words = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", one]
    done = subprocess.run(words, env={**os.environ, "QT_SCALE_FACTOR": "2"}, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_the_longer_language_is_a_third_longer_and_keeps_placeholders() -> None:
    said = "{n} goals have no owner yet"
    longer = lengthened(said)
    assert "{n}" in longer
    assert 1.3 < len(longer) / len(said) < 1.5
