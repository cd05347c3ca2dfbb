"""Amounts, days and counts as short words for charts and headings, and lines of even length."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from planner.calc import money
from planner.calc.words import chance as chance
from planner.calc.words import day_short as day
from planner.calc.words import month_short
from planner.calc.words import stage as stage
from planner.i18n import _, figure, in_currency, mark
from planner.model.plan import Money, Month

VOICE_WORDS = {
    "marketing": mark("Marketing"),
    "sales": mark("Sales"),
    "agency": mark("Agency"),
    "shared": mark("Shared"),
    "finance": mark("Finance"),
    "customer": mark("Customers"),
}

_SIGNS = {"EUR": "€", "GBP": "£", "USD": "$", "JPY": "¥", "PLN": "zł", "INR": "₹"}
__all__ = [
    "amount", "chance", "count", "day", "fit", "lines", "major", "month", "percent", "sign", "stage", "voice",
]  # fmt: skip


def sign(currency: str | None) -> str:
    """What stands before an amount: a sign where there is a well-known one, otherwise the three letters."""
    code = (currency or "").upper()
    return _SIGNS.get(code, f"{code} " if code else "")


def amount(value: Money | float, currency: str | None) -> str:
    """Minor units in short: €515k, €2.02m, €940."""
    return major(money.to_major(value, currency), currency)


def major(value: float, currency: str | None = None) -> str:
    """Major units in short: €515k, €2.02m, €940."""
    size, unit = abs(value), ""
    if size >= 999_500:
        text, unit = f"{size / 1e6:.2f}".rstrip("0").rstrip("."), "m"
    elif size >= 1000:
        text, unit = f"{size / 1e3:.0f}", "k"
    else:
        text = f"{size:.0f}"
    return ("−" if value < 0 and text.strip("0.") else "") + in_currency(sign(currency), figure(text), unit)


def count(value: float) -> str:
    """A count with separators: whole from a hundred up, one decimal below where there is one."""
    if abs(value) >= 100 or abs(value - round(value)) < 0.05:
        return figure(f"{value:,.0f}")
    return figure(f"{value:,.1f}")


def percent(share: float) -> str:
    """A share as whole percent; one decimal below a hundred where there is one."""
    value = share * 100
    return f"{value:.0f}%" if value >= 100 or abs(value - round(value)) < 0.05 else figure(f"{value:.1f}%")


def voice(value: str) -> str:
    """A voice as a word."""
    return _(VOICE_WORDS[value])


def month(value: Month, year: bool = False) -> str:
    """A month as Jan, or Jan 27."""
    return f"{month_short(value)} {value[2:4]}" if year else month_short(value)


def lines(text: str, width: float, measure: Callable[[str], float], most: int = 3) -> list[str]:
    """The text broken into at most so many lines of even length; the last one ends with an ellipsis if it must."""
    words = text.split()
    broken = _greedy(words, width, measure)
    if len(broken) > most:
        broken = [*broken[: most - 1], " ".join(broken[most - 1 :])]
        return [fit(line, width, measure) for line in broken]
    low, high = width / 3, width
    for _step in range(12):
        middle = (low + high) / 2
        tried = _greedy(words, middle, measure)
        if len(tried) == len(broken) and all(measure(line) <= middle for line in tried):
            high, broken = middle, tried
        else:
            low = middle
    return [fit(line, width, measure) for line in broken]


def _greedy(words: Sequence[str], width: float, measure: Callable[[str], float]) -> list[str]:
    broken: list[str] = []
    for word in words:
        if broken and measure(f"{broken[-1]} {word}") <= width:
            broken[-1] += f" {word}"
        else:
            broken.append(word)
    return broken


def fit(text: str, width: float, measure: Callable[[str], float]) -> str:
    """The text on one line, shortened with an ellipsis where it is wider than the room."""
    line = " ".join(text.split())
    if measure(line) <= width:
        return line
    low, high = 0, len(line)
    while low < high:
        middle = (low + high + 1) // 2
        if measure(line[:middle].rstrip() + "…") <= width:
            low = middle
        else:
            high = middle - 1
    return line[:low].rstrip(" ,.;:") + "…"
