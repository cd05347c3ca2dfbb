"""Playbooks as plans to start from: dated, in the language in use, each with an identity of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

import pytest

from planner import i18n
from planner.calc.runs import months_of
from planner.exchange.playbooks import playbook_plan, playbooks, read_playbook, words_of


@pytest.fixture
def german() -> Iterator[None]:
    i18n.use_language("de")
    yield
    i18n.use_language(None)


def test_months_count_from_the_start() -> None:
    plan = playbook_plan("trade-show", "2027-09")
    assert plan.facts.fiscal_year_start == "2027-09"
    assert plan.facts.title == "Trade show 2027"
    assert {row.start for row in plan.activities} == {"2027-09", "2027-10", "2027-11"}


def test_what_happens_twice_in_a_playbook_does_so_in_the_plan() -> None:
    plan = playbook_plan("annual-plan", "2027-04")
    (run,) = plan.runs
    ride = plan.activities.by_code("A-02")
    assert ride is not None and run.activity == ride.id
    assert months_of(plan, ride) == ("2027-04", "2027-05", "2027-12")


def test_two_plans_from_one_playbook_are_two_plans() -> None:
    first, second = read_playbook("annual-plan"), read_playbook("annual-plan")
    assert not {row.id for row in first.people} & {row.id for row in second.people}


@pytest.mark.parametrize("name", playbooks())
def test_it_comes_in_the_language_in_use(german: None, name: str) -> None:
    plan = playbook_plan(name, "2027-01")
    english = set(words_of(read_playbook(name)))
    told = {text for row in plan.rows() for text in _texts(row)}
    alike = {"Media", "Training", "share", plan.facts.title}
    assert not {text for text in english & told if " " in text} - alike


def test_rules_still_know_what_they_know(german: None) -> None:
    plan = playbook_plan("annual-plan", "2027-01")
    assert plan.facts.title == "Marketingplan 2027"
    assert [goal.unit for goal in plan.goals][2:] == ["share", "share"]
    assert {line.category for line in plan.budget_lines} >= {"material", "contingency"}
    assert [stage.code for stage in plan.stages][:2] == ["lead", "mql"]
    assert [person.name for person in plan.people][:2] == ["Leitung Marketing", "Leitung Vertrieb"]
    assert all(person.name == person.role for person in plan.people)


def _texts(row: object) -> Iterator[str]:
    for field in fields(row):  # type: ignore[arg-type]
        value = getattr(row, field.name)
        yield from (value,) if isinstance(value, str) else value if isinstance(value, tuple) else ()


def test_english_is_as_written() -> None:
    assert next(iter(playbook_plan("annual-plan", "2027-01").people)).name == "Head of marketing"
