"""Amounts and months in the words of the history: "£14k", "March"."""

from __future__ import annotations

from planner.i18n import _, figure, in_currency, mark
from planner.model.fields import Money, Month
from planner.model.plan import Plan

_SIGNS = {"EUR": "€", "GBP": "£", "USD": "$", "JPY": "¥"}
_WHOLE_UNITS = frozenset({"CLP", "ISK", "JPY", "KRW", "PYG", "UGX", "VND", "XAF", "XOF", "XPF"})
_MONTHS = (
    mark("January"), mark("February"), mark("March"), mark("April"), mark("May"), mark("June"), mark("July"),
    mark("August"), mark("September"), mark("October"), mark("November"), mark("December"),
)  # fmt: skip


def month_words(month: Month) -> str:
    """'2027-03' as "March"."""
    try:
        return _(_MONTHS[int(month[5:]) - 1])
    except (ValueError, IndexError):
        return month


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
