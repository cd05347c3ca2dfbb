"""A language that does not exist: English with every text about 35 % longer, as German and French are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from gettext import NullTranslations

from planner import i18n

_WORDS = re.compile(r"\{[^}]*\}|&.|[^\W\d_]+")
_VOWEL = re.compile(r"[aeiouy]")


def lengthened(text: str) -> str:
    """The text with vowels doubled until it is 35 % longer; placeholders, figures and access keys stay.

    Words grow, not their number: long words are what breaks a layout.
    """
    wanted = len(text) * 1.35
    for _round in range(4):
        out, at, left = [], 0, round(wanted) - len(text)
        for found in _WORDS.finditer(text):
            word = found.group()
            out.append(text[at : found.start()])
            at = found.end()
            if left > 0 and word[0] not in "{&":
                spread = min(left, max(1, round(len(word) * 0.4)))
                grown = _VOWEL.sub(lambda vowel: vowel.group() * 2, word, count=spread)
                left -= len(grown) - len(word)
                word = grown
            out.append(word)
        out.append(text[at:])
        longer = "".join(out)
        if longer == text or len(longer) >= wanted:
            return longer
        text = longer
    return text


class _Longer(NullTranslations):
    def gettext(self, message: str) -> str:
        return lengthened(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return lengthened(msgid1 if n == 1 else msgid2)


@contextmanager
def longer_language() -> Iterator[None]:
    """Everything that is said meanwhile is in that language."""
    before = i18n._catalogue
    i18n._catalogue = _Longer()
    try:
        yield
    finally:
        i18n._catalogue = before
