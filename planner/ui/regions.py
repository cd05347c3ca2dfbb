"""Currencies and regions to choose from; any other that a plan carries is kept and shown as it stands."""

import re

from PySide6.QtCore import QLocale

CURRENCIES = (
    "EUR", "GBP", "USD", "CHF", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "RON", "BGN", "TRY", "ISK",
    "CAD", "AUD", "NZD", "JPY", "CNY", "INR", "KRW", "SGD", "HKD", "BRL", "MXN", "ZAR", "ILS", "AED",
)  # fmt: skip
REGIONS = (
    "en_GB", "en_US", "en_IE", "en_CA", "en_AU", "de_DE", "de_AT", "de_CH", "fr_FR", "fr_BE", "fr_CH", "nl_NL",
    "nl_BE", "es_ES", "es_MX", "it_IT", "it_CH", "pt_PT", "pt_BR", "sv_SE", "nb_NO", "da_DK", "fi_FI", "pl_PL",
    "cs_CZ", "hu_HU", "ro_RO", "tr_TR",
)  # fmt: skip
_REGION = re.compile(r"[a-z]{2,3}_[A-Z]{2}")


def is_region(code: str) -> bool:
    """Whether a text has the form of a language with its country."""
    return _REGION.fullmatch(code) is not None


def region_words(code: str) -> str:
    """A region as its own people call it, with how a number is written there: "Deutsch (Deutschland), 1.234,5"."""
    region = QLocale(code)
    country = region.nativeTerritoryName()
    language = region.nativeLanguageName().partition(" (")[0]
    name = f"{language[:1].upper()}{language[1:]} ({country})" if country else language
    return f"{name}, {region.toString(1234.5, 'f', 1)}"
