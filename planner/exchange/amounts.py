"""Amounts as people write them (``€ 1.200,50``, ``1,200.50``, ``(300)``, ``12k``), decided for a whole column."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from planner.exchange.cells import Cell

SYMBOLS = {"€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY", "zł": "PLN", "₹": "INR"}
# fmt: off
CODES = frozenset((
    "EUR", "USD", "GBP", "CHF", "JPY", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "RON", "BGN", "ISK", "TRY", "CAD",
    "AUD", "NZD", "BRL", "MXN", "INR", "CNY", "SGD", "HKD", "ZAR", "AED", "KRW", "BHD", "KWD", "TND",
))
# fmt: on
_NOTHING = frozenset(("", "-", "--", "–", "—", "n/a", "na", "#n/a", "null", "none", "nan"))
_UNITS = {"k": 3, "tsd": 3, "t": 3, "m": 6, "mio": 6, "mn": 6}
_AMOUNT = re.compile(r"([-+]?)([0-9][0-9.,]*|[.,][0-9]+)([-+]?)(k|tsd|t|mio|mn|m)?", re.IGNORECASE)
_WORD = re.compile(r"(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])")
_GROUPS = re.compile(r"[1-9]\d{0,2}([.,]\d{3})+")
ENOUGH = 3
"""So many different amounts with three figures behind the mark, and none without, are thousands: money has no
thousandths."""


@dataclass(frozen=True, slots=True)
class AmountColumn:
    """How the amounts of a column are written."""

    decimal: str
    """``.`` or ``,``."""
    uncertain: str = ""
    """An amount that could as well be read otherwise, where no other amount tells; empty where there is none."""
    currencies: tuple[str, ...] = ()
    """The currencies that stand beside the amounts, the most frequent first."""

    def leaves_open(self, value: Cell) -> bool:
        """Whether this amount could as well be read otherwise, and nothing tells which."""
        if not self.uncertain or not isinstance(value, str) or is_nothing(value):
            return False
        try:
            digits, _sign, _unit = _parts(value.strip())
        except ValueError:
            return False
        return not _vote(digits) and bool(_GROUPS.fullmatch(digits))

    def read(self, value: Cell) -> float | None:
        """The amount in major units; None where the cell is empty. Raises ValueError where it is no amount."""
        if isinstance(value, (int, float)):
            return float(value)
        text = value.strip()
        if is_nothing(text):
            return None
        digits, sign, unit = _parts(text)
        decimal = _vote(digits) or self.decimal  # an amount that proves its own mark is read by it
        plain = digits.replace("," if decimal == "." else ".", "").replace(decimal, ".")
        try:
            amount = Decimal(plain).scaleb(unit)
        except InvalidOperation:
            raise ValueError(text) from None
        return float(-amount if sign else amount)


def is_nothing(text: str) -> bool:
    """Whether a cell says that nothing is known."""
    return text.strip().casefold() in _NOTHING


def read_column(values: Iterable[Cell], *, hint: str = "") -> AmountColumn:
    """How a column writes its amounts. ``hint`` (``.`` or ``,``) settles what the column itself leaves open."""
    votes: Counter[str] = Counter()
    currencies: Counter[str] = Counter()
    grouped: dict[str, dict[str, str]] = {}
    for value in values:
        if not isinstance(value, str) or is_nothing(value):
            continue
        currencies.update(currency for currency in [currency_in(value)] if currency)
        try:
            digits, _sign, _unit = _parts(value)
        except ValueError:
            continue
        if vote := _vote(digits):
            votes[vote] += 1
        elif _GROUPS.fullmatch(digits):
            grouped.setdefault("," if "." in digits else ".", {}).setdefault(digits, value)
    known = tuple(name for name, _count in currencies.most_common())
    open_ones = [next(iter(found.values())) for found in grouped.values()]
    if len(votes) == 1 or (votes and not open_ones):
        return AmountColumn(votes.most_common(1)[0][0], currencies=known)
    if not votes and not hint and len(grouped) == 1:
        decimal, found = next(iter(grouped.items()))
        if len(found) >= ENOUGH:
            return AmountColumn(decimal, currencies=known)
    decimal = hint or next(iter(votes or grouped), ".")
    return AmountColumn(decimal, open_ones[0] if open_ones else "", known)


def currency_in(text: str) -> str:
    """The currency that a text names by its sign or its three letters; empty where it names none."""
    for symbol, code in SYMBOLS.items():
        if symbol in text:
            return code
    return next((word for word in _WORD.findall(text) if word in CODES), "")


def _vote(digits: str) -> str:
    """The decimal mark that these digits prove; empty where they prove none."""
    points, commas = digits.count("."), digits.count(",")
    if points and commas:
        return "." if digits.rfind(".") > digits.rfind(",") else ","
    if points > 1 or commas > 1:
        return "," if points else "."
    if (points or commas) and not _GROUPS.fullmatch(digits):
        return "." if points else ","
    return ""


def _parts(text: str) -> tuple[str, bool, int]:
    """The digits with their marks, whether they are negative, and the power of ten behind them."""
    negative = text.startswith("(") and text.endswith(")")
    bare = text.strip("()")
    for symbol in SYMBOLS:
        bare = bare.replace(symbol, "")
    bare = _WORD.sub(lambda found: "" if found[0] in CODES else found[0], bare)
    bare = re.sub(r"[\s'’]|(?:US|A|C|R|kr\.?|Fr\.?|,--?|\.--?)$|^(?:US|A|C|R|kr\.?|Fr\.?)", "", bare)
    bare = bare.replace("−", "-")
    found = _AMOUNT.fullmatch(bare)
    if found is None:
        raise ValueError(text)
    sign, digits, behind, unit = found.groups()
    return digits.rstrip(".,"), negative or "-" in (sign, behind), _UNITS.get((unit or "").lower(), 0)
