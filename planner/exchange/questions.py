"""What a file leaves open and a person has to say: never guessed silently."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from planner.exchange.amounts import AmountColumn
from planner.exchange.days import DAY_FIRST, MONTH_FIRST, read_day
from planner.i18n import _

DECIMAL, DAYS, ONLY = "decimal", "days", "only"


@dataclass(frozen=True, slots=True)
class Question:
    """Something that the file leaves open. Rows with such a value are left out until it is answered."""

    key: str
    text: str
    choices: tuple[tuple[str, str], ...]
    """Pairs of the answer and how it is said."""
    value: str = ""
    """What stands in the file."""


def readings(key: str, value: str) -> tuple[tuple[str, float | str], ...]:
    """Pairs of the answer to a question and what the value is then: an amount in major units, or a day."""
    if key == DECIMAL:
        answers = (",", ".") if "." in value else (".", ",")
        return tuple((answer, AmountColumn(answer).read(value) or 0.0) for answer in answers)
    days = ((order, read_day(value, order)) for order in (DAY_FIRST, MONTH_FIRST))
    return tuple((order, day.isoformat()) for order, day in days if day is not None)


def about_amount(value: str) -> Question:
    """Whether the mark in an amount stands before decimals."""
    text = _("Is {amount} in this file more than a thousand, or does it have decimals?").format(amount=value)
    thousand, decimals = (answer for answer, _amount in readings(DECIMAL, value))
    return Question(
        DECIMAL, text, ((thousand, _("more than a thousand")), (decimals, _("with decimals"))), value
    )


def about_day(value: str) -> Question:
    """Whether days are written with the day or with the month first."""
    text = _("Is {day} in this file written with the day first or with the month first?").format(day=value)
    return Question(DAYS, text, ((DAY_FIRST, _("day first")), (MONTH_FIRST, _("month first"))), value)


def about_currencies(names: Sequence[str]) -> Question:
    """Which amounts count where they are in several currencies; they cannot be added up."""
    text = _("The amounts are in several currencies ({names}). Which ones shall count?").format(names=", ".join(names))
    choices = tuple((name, _("only those in {currency}").format(currency=name)) for name in names)
    return Question(ONLY, text, choices, names[0])
