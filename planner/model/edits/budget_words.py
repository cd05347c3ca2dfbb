"""Amounts in the words of the history: "£14k"."""

from __future__ import annotations

from planner.i18n import _, figure, in_currency
from planner.model.fields import Money
from planner.model.plan import Plan

_SIGNS = {"EUR": "€", "GBP": "£", "USD": "$", "JPY": "¥"}
_WHOLE_UNITS = frozenset({"CLP", "ISK", "JPY", "KRW", "PYG", "UGX", "VND", "XAF", "XOF", "XPF"})


def money_words(plan: Plan, amount: Money | None) -> str:
    """Minor units in a small place: "£14k", "£28.5k", "£1.2m"; "empty" where nothing is known."""
    if amount is None:
        return _("empty")
    currency = plan.facts.currency or ""
    major = abs(amount) / (1 if currency in _WHOLE_UNITS else 100)
    sign = _SIGNS.get(currency, f"{currency} " if currency else "")
    for size, letter in ((1_000_000, "m"), (1000, "k")):
        if major >= size:
            words, unit = f"{major / size:,.4g}", letter
            break
    else:
        words, unit = f"{major:,.2f}".removesuffix(".00"), ""
    return ("−" if amount < 0 else "") + in_currency(sign, figure(words), unit)
