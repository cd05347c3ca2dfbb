"""Translation without Qt, so that findings, exports and the command line are translated like the window.

English is the source language: without a catalogue every text is returned as it stands in the code.
A catalogue is resources/translations/<code>/LC_MESSAGES/planner.mo.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gettext import NullTranslations

DOMAIN = "planner"

_catalogue: "NullTranslations | None" = None  # None: English as written, and gettext is not even imported


def use_language(code: str | None) -> bool:
    """Translate from now on into the language `code` ("de", "pt_BR"); None or "en" is English as written.

    Returns False, and stays with English, when there is no catalogue for that language.
    """
    global _catalogue
    _catalogue = None
    if code is None or code.partition("_")[0] == "en":
        return True

    import gettext

    from planner.assets import resource

    try:
        _catalogue = gettext.translation(DOMAIN, resource("translations"), languages=[code])
    except FileNotFoundError:
        return False
    return True


def _(text: str) -> str:
    """The text in the language in use. Fill placeholders after the call: `_("{n} rows").format(n=3)`."""
    return text if _catalogue is None or not text else _catalogue.gettext(text)


def _n(one: str, many: str, count: int) -> str:
    """The form of a text that fits a count: `_n("{n} goal", "{n} goals", n).format(n=n)`."""
    if _catalogue is None:
        return one if count == 1 else many
    return _catalogue.ngettext(one, many, count)


def mark(text: str) -> str:
    """Mark a text for translation where it is declared, and translate it later with `_` where it is shown.

    For constants and declared fields: they are made on import, before the language is known.
    """
    return text
