"""Values of declared fields as words that can be typed, and typed words as values."""

import re
from collections.abc import Sequence
from typing import Any

from planner.calc.words import month_number
from planner.i18n import _
from planner.model import words
from planner.model.fields import FUNCTIONS, Field, Kind, Month, RowId
from planner.model.plan import Plan
from planner.model.words import whole_name
from planner.ui.numbers import NotANumber, Numbers, numbers_of
from planner.ui.parts.datefield import day_words
from planner.ui.regions import is_region, region_words
from planner.ui.voices import side_name

_SHARE = "share"  # the unit of what is a part of a whole, as plan files hold it
_MONTH = re.compile(r"(\d{4})-(\d{1,2})")
_MONTH_FIRST = re.compile(r"(\d{1,2})[./ ](\d{4})")
_MONTH_NAME = re.compile(r"([^\W\d]+)\.?\s*(\d{4}|\d{2})?")


def choice_words(value: str) -> str:
    """A word of a choice as it is shown: "own_data" as "Own data", a side by its name."""
    if value in FUNCTIONS:
        return side_name(value)
    if is_region(value):
        return region_words(value)
    return words.choice_words(value)


def row_words(plan: Plan, id: RowId | None) -> str:
    """What a link shows: "A-04 Total-cost calculator", a person by name alone."""
    row = plan.find(id)
    if row is None:
        return _("no longer in the plan") if id else ""
    name = whole_name(plan, row)
    return name if row.TABLE == "person" or not row.code or row.code == name else f"{row.code} {name}"


def value_words(plan: Plan, field: Field, value: Any) -> str:
    """A value as it is read in a table; empty where nothing is known."""
    if value is None or value == ():
        return ""
    if field.kind is Kind.LINK:
        return row_words(plan, value)
    if field.kind is Kind.LINKS:
        return ", ".join(_short(plan, id) for id in value)
    if field.kind is Kind.CHOICE:
        return choice_words(str(value))
    if field.kind is Kind.CHOICES:
        return ", ".join(choice_words(part) for part in value)
    if field.kind is Kind.YES_NO:
        return _("Yes") if value else _("No")
    if field.kind is Kind.TEXTS:
        return "; ".join(value)
    if field.kind is Kind.SHARE:
        return numbers_of(plan).share(value)
    return typed_words(plan, field, value)


def typed_words(plan: Plan, field: Field, value: Any) -> str:
    """A value as it stands in a text field, in full precision."""
    if value is None or value == ():
        return ""
    numbers = numbers_of(plan)
    if field.kind is Kind.MONEY:
        return numbers.money(value)
    if field.kind is Kind.SHARE:
        return f"{numbers.number(round(value * 100, 8))}%"
    if field.kind in (Kind.NUMBER, Kind.INTEGER):
        return numbers.number(value)
    if field.kind is Kind.MONTH:
        return numbers.month(value) if _MONTH.fullmatch(value) else str(value)
    if field.kind is Kind.DAY:
        return day_words(value)
    if field.kind is Kind.TEXTS:
        return "\n".join(value)
    if field.kind is Kind.NUMBERS:
        return "; ".join(numbers.number(part) for part in value)
    if field.kind is Kind.SERIES:
        return "\n".join(f"{key}: {numbers.number(part)}" for key, part in value)
    return _("Share") if field.name == "unit" and value == _SHARE else str(value)


def read_value(plan: Plan, field: Field, text: str) -> Any:
    """The value of what was typed; an empty text is None, or an empty list. Raises ValueError with a sentence."""
    text = text.strip()
    if field.kind is Kind.TEXTS:
        return tuple(line.strip() for line in text.split("\n") if line.strip())
    numbers = numbers_of(plan)
    if field.kind is Kind.NUMBERS:
        return tuple(_known(numbers, part) for part in re.split(r"[;\n]", text) if part.strip())
    if field.kind is Kind.SERIES:
        return tuple(_pair(numbers, line) for line in text.split("\n") if line.strip())
    if not text:
        return None
    if field.kind is Kind.MONTH:
        return read_month(text, (plan.facts.fiscal_year_start or "2027")[:4])
    if field.kind is Kind.MONEY:
        return _within(numbers, field, numbers.read_money(text))
    if field.kind is Kind.SHARE:
        return _within(numbers, field, numbers.read_share(text))
    if field.kind is Kind.NUMBER:
        return _within(numbers, field, _known(numbers, text))
    if field.kind is Kind.INTEGER:
        whole = _("Write a whole number, such as {example}.")
        try:
            value = numbers.read_number(text)
        except NotANumber:
            raise ValueError(whole.format(example=12)) from None
        if value is not None and value != int(value):
            raise ValueError(whole.format(example=round(value)))
        return _within(numbers, field, None if value is None else int(value))
    if field.name == "unit" and text.casefold() in (_SHARE, _("Share").casefold(), "%"):
        return _SHARE
    return text


def offered(plan: Plan, field: Field) -> list[tuple[Any, str]]:
    """What a field may hold and how it is called, where that is a list."""
    if field.kind is Kind.YES_NO:
        return [(True, _("Yes")), (False, _("No"))]
    if field.kind is Kind.CHOICE:
        return [(word, choice_words(word)) for word in field.choices]
    if field.kind is Kind.LINK:
        return list(targets(plan, field.target))
    return []


def read_offered(plan: Plan, field: Field, text: str, choices: Sequence[tuple[Any, str]]) -> Any:
    """A value typed into a cell; of a choice the beginning of a word is enough. Raises ValueError with a sentence."""
    text = text.strip()
    if not text or not choices:
        return read_value(plan, field, text) if text else None
    found = [value for value, words in choices if words.casefold().startswith(text.casefold())]
    exact = [value for value, words in choices if words.casefold() == text.casefold()]
    if not found:
        shown = ", ".join(words for _value, words in choices[:6])
        raise ValueError(_("Write one of these: {choices}.").format(choices=shown))
    return (exact or found)[0]


def read_month(text: str, year: str) -> Month:
    """ "Mar 2027", "Mar 27", "3/2027" or "2027-03" as '2027-03'; ``year`` where none is typed. Raises ValueError."""
    text = text.strip()
    if found := _MONTH.fullmatch(text):
        parts = found[1], int(found[2])
    elif found := _MONTH_FIRST.fullmatch(text):
        parts = found[2], int(found[1])
    elif (found := _MONTH_NAME.fullmatch(text)) and (number := month_number(found[1])):
        typed = found[2] or year
        parts = f"20{typed}" if len(typed) == 2 else typed, number
    else:
        raise ValueError(_("Write the month like Mar 2027."))
    if not 1 <= parts[1] <= 12:
        raise ValueError(_("There is no month {month}.").format(month=parts[1]))
    return f"{parts[0]}-{parts[1]:02d}"


def _within(numbers: Numbers, field: Field, value: Any) -> Any:
    """The value, if it is not smaller or larger than the field allows."""
    least, most = field.minimum, field.maximum
    if value is None or ((least is None or value >= least) and (most is None or value <= most)):
        return value

    def words(limit: float) -> str:
        return numbers.share(limit) if field.kind is Kind.SHARE else numbers.number(limit)

    if least is not None and most is not None:
        raise ValueError(_("This goes from {least} to {most}.").format(least=words(least), most=words(most)))
    if least is not None:
        raise ValueError(_("This starts at {least}.").format(least=words(least)))
    raise ValueError(_("This ends at {most}.").format(most=words(most or 0)))


def _known(numbers: Numbers, text: str) -> float:
    value = numbers.read_share(text) if "%" in text else numbers.read_number(text)
    if value is None:
        raise ValueError(_("Write numbers apart by semicolons."))
    return value


def _pair(numbers: Numbers, line: str) -> tuple[str, float]:
    name, colon, figure = line.rpartition(":")
    if not colon or not name.strip() or not figure.strip():
        raise ValueError(_("Write one to a line: name, colon, number, such as 2027-Q1: 248."))
    return name.strip(), _known(numbers, figure)


def _short(plan: Plan, id: RowId) -> str:
    row = plan.find(id)
    if row is None:
        return _("no longer in the plan")
    return whole_name(plan, row) if row.TABLE == "person" else row.code or whole_name(plan, row)


def targets(plan: Plan, tables: str) -> Sequence[tuple[RowId, str]]:
    """The rows a link may point to, with their words, in their order; tables are apart by spaces."""
    return [(row.id, row_words(plan, row.id)) for table in tables.split() for row in plan.table(table)]
