"""Everything that the window says went through the catalogue: in a language of marked vowels no plain word is left."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QWidget

from planner.model.plan import Plan
from planner.ui.window import Window
from tests.marked import marked_language, plain_words, without_vowels

from .places import sheets, views
from .plans import PLANS, each_row
from .seen import settle, texts_of
from .test_layout import USUAL

_ELSEWHERE = frozenset({"help", "about"})
"""Sheets whose words are files of their own, or licences."""


@pytest.fixture
def marked_words() -> Iterator[None]:
    with marked_language():
        yield


def spoken(widget: QWidget) -> Iterator[tuple[str, str]]:
    """What a screen reader and the mouse are told of the widgets that can be seen, with the kind of the widget."""
    for one in (widget, *widget.findChildren(QWidget)):
        if one.isVisible():
            for text in (one.accessibleName(), one.accessibleDescription(), one.toolTip()):
                yield text, type(one).__name__


@pytest.mark.parametrize("name", ["example", "empty"])
def test_pages_say_nothing_untranslated(
    marked_words: None, open_window: Callable[[Plan], Window], name: str
) -> None:
    window = open_window(each_row(PLANS[name](), without_vowels))
    window.resize(*USUAL)
    settle()
    found = {}
    for place in views(window):
        told = [*((seen.text, type(seen.widget).__name__) for seen in texts_of(window)), *spoken(window.page)]
        for text, kind in told:
            if plain := plain_words(text):
                found.setdefault((text, kind), f"{place}: {sorted(plain)}")
    assert not found, "\n".join(f"{where} in {what}" for what, where in found.items())


def test_sheets_say_nothing_untranslated(marked_words: None, open_window: Callable[[Plan], Window]) -> None:
    window = open_window(each_row(PLANS["example"](), without_vowels))
    window.resize(*USUAL)
    settle()
    found = {}
    for place, sheet in sheets(window):
        if place in _ELSEWHERE:
            continue
        told = [*((seen.text, type(seen.widget).__name__) for seen in texts_of(window, sheet)), *spoken(sheet)]
        for text, kind in told:
            if plain := plain_words(text):
                found.setdefault((text, kind), f"{place}: {sorted(plain)}")
    assert not found, "\n".join(f"{where} in {what}" for what, where in found.items())
