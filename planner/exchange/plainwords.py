"""Words compared as people compare them: without capitals, accents, signs."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from planner.i18n import figure as written

_SPECIAL = str.maketrans({"ß": "ss", "ä": "ae", "ö": "oe", "ü": "ue", "ø": "o", "æ": "ae", "ł": "l", "đ": "d"})


def unaccented(text: str) -> str:
    """The text in small letters without accents; German umlauts as two letters."""
    small = unicodedata.normalize("NFC", text).casefold().translate(_SPECIAL)
    parts = unicodedata.normalize("NFD", small)
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Small letters and digits only, in words: ``StageName``, ``stage_name`` and ``Stage name:`` are the same."""
    parted = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", text)
    return " ".join(re.findall(r"[a-z0-9]+", unaccented(parted)))


def compact(text: str) -> str:
    """``plain`` without the spaces, so that ``closedate`` and ``Close Date`` are the same."""
    return plain(text).replace(" ", "")


def figure(amount: float) -> str:
    """An amount in a sentence: with groups, and with decimals only where it has some."""
    text = f"{amount:,.2f}"
    return written(text.removesuffix(".00"))
