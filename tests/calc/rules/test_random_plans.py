"""Plans that nobody would write: any value a field can hold, links to anything. No rule breaks."""

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.calc.results import Results
from planner.calc.rules import GATES
from planner.model.fields import Field, Kind
from planner.model.plan import SINGLETONS, TABLES, Plan, Row, Rows, fields_of, row_class

MONTHS = ("2026-11", "2027-01", "2027-06", "2027-12", "2028-03", "0001-01", "9999-12", "soon", "")
DAYS = ("2026-10-01", "2026-11-16", "2027-06-30", "2027-12-31", "later", "")
WORDS = ("", " ", "Trade fair", "mql_count", "demand", "audience", "contingency", "budget", "2027-Q1", "%s {x} {0}")
NUMBERS = (0, 1, 2, 3, 5, 12, 100, -4, 10**9)
SHARES = (0.0, 0.1, 0.25, 0.5, 1.0, 1.7, -0.2)


def anything(chance: random.Random, field: Field) -> Any:
    """Any value of the kind that the field declares."""
    kind = field.kind
    if kind in (Kind.LINK, Kind.LINKS):
        ids = [f"{field.target}-{chance.randrange(6)}" for _ in range(chance.randrange(4))]
        return tuple(ids) if kind is Kind.LINKS else next(iter(ids), None)
    if kind is Kind.CHOICE:
        return chance.choice([*field.choices, None])
    if kind is Kind.CHOICES:
        return tuple(chance.sample(field.choices, min(2, len(field.choices))))
    if kind is Kind.YES_NO:
        return chance.choice((True, False, None))
    if kind is Kind.MONTH:
        return chance.choice(MONTHS)
    if kind is Kind.DAY:
        return chance.choice((*DAYS, None))
    numbers = {Kind.INTEGER: NUMBERS, Kind.MONEY: NUMBERS, Kind.NUMBER: (*NUMBERS, 0.5), Kind.SHARE: SHARES}
    if kind in numbers:
        low, high = field.minimum, field.maximum
        fit = [one for one in numbers[kind] if (low is None or one >= low) and (high is None or one <= high)]
        return chance.choice([*fit, None])
    if kind is Kind.NUMBERS:
        return tuple(chance.choice(SHARES) for _ in range(chance.randrange(5)))
    if kind is Kind.SERIES:
        return tuple((chance.choice(WORDS), float(chance.choice(NUMBERS))) for _ in range(chance.randrange(3)))
    if kind is Kind.TEXTS:
        return tuple(chance.choice(WORDS) for _ in range(chance.randrange(3)))
    return chance.choice((*WORDS, None))


def random_plan(seed: int) -> Plan:
    """A plan of a few rows in every table."""
    chance = random.Random(seed)
    tables = {}
    for name in TABLES:
        made, count = row_class(name), 1 if name in SINGLETONS else chance.randrange(6)
        rows: list[Row] = []
        for number in range(count):
            values = {field.name: anything(chance, field) for field in fields_of(made).values()}
            required = {"month": "2027-03", "activity": "activity-1", "line": "budget_line-1", "status": "new"}
            values |= {key: required[key] for key in values.keys() & required.keys() if values[key] is None}
            code = chance.choice((f"{made.CODE}{number}", None, chance.choice(("lead_to_mql", "sal_to_sql", "mql"))))
            rows.append(made(id=SINGLETONS.get(name, f"{name}-{number}"), code=code, position=number, **values))
        tables[name] = Rows(rows)
    return Plan(tables)


@settings(max_examples=150)
@given(seed=st.integers(0, 10**9))
def test_no_rule_breaks(seed: int) -> None:
    results = Results(random_plan(seed), "2026-11-16")
    for gate in GATES:
        broken = [f"{one.rule}: {one.message}" for one in results.report(gate) if one.is_defect]
        assert not broken
    assert len(results.progress) == 13


@pytest.mark.parametrize("seed", range(20))
def test_findings_are_said_once_and_in_words(seed: int) -> None:
    report = Results(random_plan(seed), "2026-11-16").report("K5")
    assert len({one.fingerprint for one in report}) == len(report)
    for one in report:
        assert one.message.strip() and one.why.strip() and one.fix.strip(), one.rule
