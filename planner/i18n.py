"""Translation without Qt, so that findings, exports and the command line are translated like the window.

English is the source language: without a catalogue every text is returned as it stands in the code.
A catalogue is resources/translations/<code>/LC_MESSAGES/planner.mo, made by packaging/translations.py.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gettext import NullTranslations

DOMAIN = "planner"
_SWAPPED = str.maketrans(",.", ".,")
_COMMA = frozenset({"de"})
"""Languages that part decimals by a comma."""
_CAPITALS = frozenset({"de"})
"""Languages whose nouns keep their capital within a sentence."""

_language = "en"
_catalogue: "NullTranslations | None" = None  # None: English as written, and gettext is not even imported


def use_language(code: str | None) -> bool:
    """Translate from now on into the language `code` ("de", "pt_BR"); None or "en" is English as written.

    Returns False, and stays with English, when there is no catalogue for that language.
    """
    global _catalogue, _language
    _catalogue, _language = None, "en"
    if code is None or code.partition("_")[0] == "en":
        return True
    for known in (code, code.partition("_")[0]):
        _catalogue = _catalogue_of(known)
        if _catalogue is not None:
            _language = known
            return True
    return False


def _catalogue_of(code: str) -> "NullTranslations | None":
    from planner.assets import resource

    path = resource("translations", code, "LC_MESSAGES", f"{DOMAIN}.mo")
    if not path.is_file():
        return None
    import gettext

    with path.open("rb") as file:
        return gettext.GNUTranslations(file)


def language() -> str:
    """The code of the language in use."""
    return _language


def system_language() -> str | None:
    """What this computer asks programs to speak, "de_DE" for instance; None where it does not say."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if code := os.environ.get(name, "").partition(":")[0].partition(".")[0].partition("@")[0]:
            return None if code in ("C", "POSIX") else code
    if sys.platform == "win32":
        import ctypes
        import locale

        return locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage())
    return None


def figure(text: str) -> str:
    """A figure that was formatted the English way, "1,234.5", as the language in use writes it."""
    return text.translate(_SWAPPED) if language().partition("_")[0] in _COMMA else text


_other: "ContextVar[NullTranslations | None]" = ContextVar("_other")


@contextmanager
def in_language(code: str) -> Iterator[None]:
    """Words of another language for a while, in this thread only: to read what was written in that language."""
    if code == _language:
        yield
        return
    token = _other.set(_catalogue_of(code))
    try:
        yield
    finally:
        _other.reset(token)


def _(text: str) -> str:
    """The text in the language in use. Fill placeholders after the call: `_("{n} rows").format(n=3)`."""
    catalogue = _other.get(_catalogue)
    return text if catalogue is None or not text else catalogue.gettext(text)


def _n(one: str, many: str, count: int) -> str:
    """The form of a text that fits a count: `_n("{n} goal", "{n} goals", n).format(n=n)`."""
    catalogue = _other.get(_catalogue)
    if catalogue is None:
        return one if count == 1 else many
    return catalogue.ngettext(one, many, count)


def mark(text: str) -> str:
    """Mark a text for translation where it is declared, and translate it later with `_` where it is shown.

    For constants and declared fields: they are made on import, before the language is known.
    """
    return text


def mark_n(one: str, many: str) -> tuple[str, str]:
    """Mark the forms of a text for one and for many, and translate them later with `_n(*forms, count)`."""
    return one, many


_AMOUNTS = {
    "": mark("{sign}{figure}"),
    "k": mark("{sign}{figure}k"),
    "m": mark("{sign}{figure}m"),
    "bn": mark("{sign}{figure}bn"),
}


def in_currency(sign: str, figure: str, unit: str = "") -> str:
    """A figure with the sign of its currency where the language has it: "€515k"; without a figure the unit, "€k".

    `unit` is "", "k", "m" or "bn"; a sign of letters carries the space that parts it from a figure behind it.
    """
    pattern = _(_AMOUNTS[unit])
    if not pattern.startswith("{sign}"):
        sign = sign.strip()
    return pattern.format(sign=sign, figure=figure).strip()


def in_sentence(words: str) -> str:
    """Words that stand alone with a capital as they go on within a sentence: "Sales" as "sales", "IT" as it stands."""
    if language().partition("_")[0] in _CAPITALS or words[1:2].isupper():
        return words
    return words[:1].lower() + words[1:]


def quoted(words: str) -> str:
    """Words in the quotation marks of the language."""
    return _("“{words}”").format(words=words)
