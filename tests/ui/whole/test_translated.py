"""Everything that the window says went through the catalogue: in a language of marked vowels no plain word is left."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from gettext import NullTranslations

import pytest
from PySide6.QtWidgets import QWidget

from planner import i18n
from planner.model.plan import Kind, Plan, Row, fields_of
from planner.ui.window import Window

from .places import sheets, views
from .plans import PLANS, each_row
from .seen import settle, texts_of
from .test_layout import USUAL

_HELD = re.compile(r"\{[^}]*\}|&.")
_MARKS = str.maketrans("aeiouAEIOU", "äëïöüÄËÏÖÜ")
_PLAIN = re.compile(r"[^\W\d_]*[aeiou][^\W\d_]*")
_NAMES = frozenset({"Ines", "Varga", "Common", "Ground"})
"""Who is at the keyboard, and what the program is called."""
_ELSEWHERE = frozenset({"help", "about"})
"""Sheets whose words are files of their own, or licences."""
_KEYS = frozenset({"currency", "locale", "chapter"})
_WORDS = frozenset({Kind.TEXT, Kind.LONG_TEXT, Kind.TEXTS, Kind.SERIES})


def marked(text: str) -> str:
    """The text with a mark on every vowel but those of placeholders and access keys."""
    out, at = "", 0
    for found in _HELD.finditer(text):
        out += text[at : found.start()].translate(_MARKS) + found.group()
        at = found.end()
    return out + text[at:].translate(_MARKS)


class _Marked(NullTranslations):
    def gettext(self, message: str) -> str:
        return marked(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return marked(msgid1 if n == 1 else msgid2)


@pytest.fixture
def marked_language() -> Iterator[None]:
    i18n._catalogue, i18n._language = _Marked(), "xx"
    yield
    i18n.use_language(None)


def _without_vowels(row: Row) -> Row:
    """What people wrote, without a vowel, so that every vowel on screen is the program's."""
    changed: dict[str, object] = {}
    for name, declared in fields_of(type(row)).items():
        value = getattr(row, name)
        if value is None or declared.choices or declared.kind not in _WORDS or name in _KEYS:
            continue
        if isinstance(value, str):
            changed[name] = re.sub("[aeiou]", "x", value)
        elif declared.kind is Kind.TEXTS:
            changed[name] = tuple(re.sub("[aeiou]", "x", one) for one in value)
        else:
            changed[name] = tuple((re.sub("[aeiou]", "x", key), amount) for key, amount in value)
    return replace(row, **changed)


def spoken(widget: QWidget) -> Iterator[tuple[str, str]]:
    """What a screen reader and the mouse are told of the widgets that can be seen, with the kind of the widget."""
    for one in (widget, *widget.findChildren(QWidget)):
        if one.isVisible():
            for text in (one.accessibleName(), one.accessibleDescription(), one.toolTip()):
                yield text, type(one).__name__


def plain_words(text: str) -> set[str]:
    """Words with a plain vowel; amounts and codes have none."""
    return {word for word in _PLAIN.findall(text) if word not in _NAMES}


@pytest.mark.parametrize("name", ["example", "empty"])
def test_pages_say_nothing_untranslated(
    marked_language: None, open_window: Callable[[Plan], Window], name: str
) -> None:
    window = open_window(each_row(PLANS[name](), _without_vowels))
    window.resize(*USUAL)
    settle()
    found = {}
    for place in views(window):
        told = [*((seen.text, type(seen.widget).__name__) for seen in texts_of(window)), *spoken(window.page)]
        for text, kind in told:
            if plain := plain_words(text):
                found.setdefault((text, kind), f"{place}: {sorted(plain)}")
    assert not found, "\n".join(f"{where} in {what}" for what, where in found.items())


def test_sheets_say_nothing_untranslated(marked_language: None, open_window: Callable[[Plan], Window]) -> None:
    window = open_window(each_row(PLANS["example"](), _without_vowels))
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
