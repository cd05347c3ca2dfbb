"""Plans that are hard on a layout: very long names, large amounts, many rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from planner.assets import resource
from planner.exchange.text import read_plan
from planner.model.fields import Kind
from planner.model.plan import TABLES, Activity, Plan, Row, Rows, fields_of
from tests.benchmarks.big import big_plan

_KEPT = frozenset({("facts", "currency"), ("facts", "locale"), ("engagement", "chapter")})
_TAIL = "with everything that belongs to it in Oberammergau-Unterpfaffenhofen"


def example() -> Plan:
    """The worked example."""
    return read_plan(resource("example", "example-plan.yaml").read_text(encoding="utf-8"))


def empty() -> Plan:
    """A plan in which nothing is known yet."""
    return Plan()


def long_names() -> Plan:
    """The example with names of sixty characters and more (people: up to forty), sentences three times as long and
    amounts ten times as high."""
    return each_row(example(), _lengthened)


def _lengthened(row: Row) -> Row:
    wider: dict[str, object] = {}
    for name, declared in fields_of(type(row)).items():
        value = getattr(row, name)
        if value is None or declared.choices or (row.TABLE, name) in _KEPT:
            continue
        if row.TABLE == "person" and name == "name":
            wider[name] = f"{value}-Schwarzenberger von Tann"
        elif declared.kind is Kind.TEXT and not _is_short(value):
            wider[name] = f"{value} {_TAIL}"
        elif declared.kind is Kind.LONG_TEXT:
            wider[name] = " ".join([value] * 3)
        elif declared.kind is Kind.MONEY:
            wider[name] = value * 10
    return replace(row, **wider)


_COMPOUNDS = (
    "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz",
    "Verpackungsmaschinenwartungsvertragsverlängerungskampagne",
    "Kundenzufriedenheitsbefragungsergebnisauswertungsbesprechung",
)


def compounds() -> Plan:
    """The example with German names: two compound words each, of sixty letters each, without a place to break."""
    return each_row(example(), _compounded)


def _compounded(row: Row) -> Row:
    wider: dict[str, object] = {}
    for name, declared in fields_of(type(row)).items():
        value = getattr(row, name)
        if value is None or declared.choices or (row.TABLE, name) in {*_KEPT, ("person", "name"), ("goal", "unit")}:
            continue
        if declared.kind is Kind.LONG_TEXT or (declared.kind is Kind.TEXT and not _is_short(value)):
            start = len(value) % len(_COMPOUNDS)
            wider[name] = " ".join((*_COMPOUNDS[start:], *_COMPOUNDS)[:2])
    return replace(row, **wider)


def _is_short(value: str) -> bool:
    """Days, months and the keys of other rows are texts too in some places; they have no spaces and a figure."""
    return " " not in value and any(letter.isdigit() for letter in value)


def many_activities() -> Plan:
    """The example with 300 activities in its own goals, each a little later than the one before."""
    plan = example()
    first = list(plan.activities)
    more = [
        replace(first[number % len(first)], id=f"more-{number}", code=f"A-{number + 100}", position=1000 + number,
                title=f"{first[number % len(first)].title}, part {number}")
        for number in range(300 - len(first))
    ]  # fmt: skip
    rows: list[Activity] = [*first, *more]
    return plan.with_tables({"activity": Rows(rows)})


def each_row(plan: Plan, change: Callable[[Row], Row]) -> Plan:
    return plan.with_tables({name: Rows([change(row) for row in plan.table(name)]) for name in TABLES})


PLANS: dict[str, Callable[[], Plan]] = {
    "example": example,
    "empty": empty,
    "long names": long_names,
    "compounds": compounds,
    "300 activities": many_activities,
    "10,000 rows": partial(big_plan, 10_000),
}
