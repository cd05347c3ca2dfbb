"""How a field of the plan is declared: once, here, for every room.

A field's declaration travels in the metadata of its dataclass field. Tables, validation, forms, Excel columns,
import mapping, accessible names and help are all read from it.

Conventions of the values (see also ``planner.model.plan``):

* money is an integer in minor units, a share is a fraction 0..1, a month is ``'YYYY-MM'``, a day ``'YYYY-MM-DD'``
* what is not known is ``None``; an empty list is a known "nothing"
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import MISSING, dataclass, field, fields
from enum import Enum
from typing import Any

RowId = str
Month = str
Day = str
Money = int
Series = tuple[tuple[str, float], ...]

FUNCTIONS = (
    "marketing",
    "sales",
    "agency",
    "management",
    "finance",
    "product",
    "service",
    "it",
    "partner",
    "customer",
)


class Kind(Enum):
    """What a value is, which decides how it is stored, edited, shown and exported."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    INTEGER = "integer"
    NUMBER = "number"
    SHARE = "share"
    MONEY = "money"
    MONTH = "month"
    DAY = "day"
    YES_NO = "yes_no"
    CHOICE = "choice"
    CHOICES = "choices"
    TEXTS = "texts"
    NUMBERS = "numbers"
    SERIES = "series"
    LINK = "link"
    LINKS = "links"


LISTS = frozenset({Kind.CHOICES, Kind.TEXTS, Kind.NUMBERS, Kind.SERIES, Kind.LINKS})


class Audience(Enum):
    """Who may see a field in a copy that leaves the team. Each audience also sees what the later ones see."""

    INTERNAL = "internal"
    AGENCY = "agency"
    CLIENT = "client"


@dataclass(frozen=True, slots=True)
class Field:
    """One declared field of one table."""

    name: str
    label: str
    kind: Kind
    help: str = ""
    unit: str = ""
    choices: tuple[str, ...] = ()
    target: str = ""
    """For links: the table that is linked to."""
    required: bool = False
    visibility: Audience = Audience.CLIENT
    """The widest audience that may see it."""
    minimum: float | None = None
    maximum: float | None = None
    key: str = ""
    """Its name in the text interchange where that differs from ``name``; ``-`` where it is written elsewhere."""
    written: bool = True
    """Whether the text interchange writes it when it is not known (as ``null``)."""
    single: bool = False
    """A list that the text interchange writes as one value when it holds exactly one."""
    counted: bool = False
    """A list of marks that say nothing to people, who are told how many there are."""

    @property
    def text_key(self) -> str:
        """The name of the field in the text interchange."""
        return self.key or self.name

    def seen_by(self, audience: Audience) -> bool:
        """Whether a copy for this audience may hold the field."""
        order = (Audience.INTERNAL, Audience.AGENCY, Audience.CLIENT)
        return order.index(audience) <= order.index(self.visibility)


def declare(kind: Kind, label: str, help: str = "", *, default: Any = MISSING, **more: Any) -> Any:
    """A dataclass field that carries its declaration; lists start empty, everything else unknown."""
    if default is MISSING:
        default = () if kind in LISTS else None
    return field(default=default, metadata={"declare": (kind, label, help, more)})


def text(label: str, help: str = "", **more: Any) -> Any:
    """One line of words."""
    return declare(Kind.TEXT, label, help, **more)


def long_text(label: str, help: str = "", **more: Any) -> Any:
    """Words over several lines."""
    return declare(Kind.LONG_TEXT, label, help, **more)


def integer(label: str, help: str = "", **more: Any) -> Any:
    """A whole number."""
    return declare(Kind.INTEGER, label, help, **more)


def number(label: str, help: str = "", **more: Any) -> Any:
    """A number with decimals."""
    return declare(Kind.NUMBER, label, help, **more)


def share(label: str, help: str = "", **more: Any) -> Any:
    """A fraction 0..1, shown as percent."""
    return declare(Kind.SHARE, label, help, **{"minimum": 0.0, "maximum": 1.0, **more})


def money(label: str, help: str = "", **more: Any) -> Any:
    """An amount in minor units of the plan's currency."""
    return declare(Kind.MONEY, label, help, **more)


def month(label: str, help: str = "", **more: Any) -> Any:
    """A month, ``'YYYY-MM'``."""
    return declare(Kind.MONTH, label, help, **more)


def day(label: str, help: str = "", **more: Any) -> Any:
    """A day, ``'YYYY-MM-DD'``."""
    return declare(Kind.DAY, label, help, **more)


def yes_no(label: str, help: str = "", **more: Any) -> Any:
    """Yes, no, or not known."""
    return declare(Kind.YES_NO, label, help, **more)


def choice(label: str, choices: tuple[str, ...], help: str = "", **more: Any) -> Any:
    """One of a few words; a word from a file that is not among them is kept and reported, never dropped."""
    return declare(Kind.CHOICE, label, help, choices=choices, **more)


def choices(label: str, of: tuple[str, ...], help: str = "", **more: Any) -> Any:
    """Several of a few words."""
    return declare(Kind.CHOICES, label, help, choices=of, **more)


def texts(label: str, help: str = "", **more: Any) -> Any:
    """A list of short texts."""
    return declare(Kind.TEXTS, label, help, **more)


def numbers(label: str, help: str = "", **more: Any) -> Any:
    """A list of numbers."""
    return declare(Kind.NUMBERS, label, help, **more)


def series(label: str, help: str = "", **more: Any) -> Any:
    """Numbers by period: pairs of ``('2027-Q1', 248.0)`` in their order."""
    return declare(Kind.SERIES, label, help, **more)


def link(label: str, target: str, help: str = "", **more: Any) -> Any:
    """The id of one row of another table."""
    return declare(Kind.LINK, label, help, target=target, **more)


def links(label: str, target: str, help: str = "", **more: Any) -> Any:
    """The ids of rows of another table, in their order."""
    return declare(Kind.LINKS, label, help, target=target, **more)


_FIELDS: dict[type, dict[str, Field]] = {}


def fields_of(row_class: type) -> dict[str, Field]:
    """The declared fields of a row class by name, in order; id, code and position are not among them."""
    if row_class not in _FIELDS:
        _FIELDS[row_class] = {declared.name: declared for declared in _declared(row_class)}
    return _FIELDS[row_class]


def _declared(row_class: type) -> Iterator[Field]:
    for entry in fields(row_class):
        declaration = entry.metadata.get("declare")
        if declaration:
            kind, label, help, more = declaration
            yield Field(entry.name, label, kind, help, **more)
