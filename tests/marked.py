"""A language of marked vowels: whatever shows a plain one has not gone through the catalogue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from gettext import NullTranslations

from planner import i18n
from planner.model.plan import Kind, Row, fields_of

_HELD = re.compile(r"\{[^}]*\}|&.")
_MARKS = str.maketrans("aeiouAEIOU", "äëïöüÄËÏÖÜ")
_PLAIN = re.compile(r"[^\W\d_]*[aeiou][^\W\d_]*")
_NAMES = frozenset({"Ines", "Varga", "Common", "Ground"})
"""Who is at the keyboard, and what the program is called."""
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


@contextmanager
def marked_language() -> Iterator[None]:
    """Everything that is translated meanwhile has marked vowels."""
    i18n._catalogue, i18n._language = _Marked(), "xx"
    try:
        yield
    finally:
        i18n.use_language(None)


def without_vowels(row: Row) -> Row:
    """What people wrote, without a vowel, so that every vowel that is shown is the program's."""
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


def plain_words(text: str) -> set[str]:
    """Words with a plain vowel; amounts and codes have none."""
    return {word for word in _PLAIN.findall(text) if word not in _NAMES}
