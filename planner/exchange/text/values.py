"""Single values of a text as a plan has them. All raise ValueError (or TypeError) for what is of another kind."""

from __future__ import annotations

import math
import re
from decimal import Decimal
from typing import Any

from planner.calc.months import is_month, parse_day
from planner.exchange.text.loading import YesNo
from planner.model.fields import Kind

_LARGEST = 2**63
_LONGEST = 60


def figure(kind: Kind, value: Any) -> Any:
    """A value of any kind but links, series and money."""
    if kind is Kind.INTEGER:
        return whole(value)
    if kind in (Kind.NUMBER, Kind.SHARE, Kind.NUMBERS):
        return decimal(value)
    if kind is Kind.YES_NO:
        if not isinstance(value, YesNo):
            raise ValueError(value)
        return bool(value)
    spelled = words(value)
    if kind is Kind.MONTH and not is_month(spelled):
        raise ValueError(value)
    if kind is Kind.DAY and not (re.fullmatch(r"\d{4}-\d\d-\d\d", spelled) and parse_day(spelled)):
        raise ValueError(value)
    return spelled


def words(value: Any) -> str:
    """Words as they were written: ``007`` and ``no`` are words where words are wanted."""
    if isinstance(value, (dict, list)) or value is None:
        raise ValueError(value)
    return str(getattr(value, "text", value))


def whole(value: Any) -> int:
    """A whole number that fits into a plan file."""
    number = decimal(value)
    if not number.is_integer() or abs(number) >= _LARGEST:
        raise ValueError(value)
    return int(value)


def decimal(value: Any) -> float:
    """A number with decimals."""
    number = float(value)
    if isinstance(value, YesNo) or not math.isfinite(number):
        raise ValueError(value)
    return number


def minor(value: Any, decimals: int) -> int:
    """An amount in major units as whole minor units; more decimals than the currency has are refused."""
    if isinstance(value, YesNo):
        raise ValueError(value)
    amount = Decimal(str(value)) * 10**decimals
    if not amount.is_finite() or amount != amount.to_integral_value() or abs(amount) >= _LARGEST:
        raise ValueError(value)
    return int(amount)


def shown(value: Any) -> str:
    """A value as it may stand in a complaint."""
    text = str(getattr(value, "text", value) if not isinstance(value, str) else repr(value))
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
