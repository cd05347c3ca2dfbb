"""Playbooks: plans to start from. Their words are English in the files and come into a plan in the language in use."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from planner.assets import resource
from planner.calc import months
from planner.exchange.text import read_plan
from planner.i18n import _
from planner.model.ids import new_id
from planner.model.plan import TABLES, Kind, Month, Plan, Row, Rows, fields_of
from planner.model.shift import later_plan
from planner.model.words import choice_text

_FIRST = "2000-01"
"""Playbooks count their months from here."""
_GROUPS = ("budget_line", "category")
"""Words that lines are grouped by, shown like choices."""
_KEPT = frozenset({
    ("facts", "plan_code"), ("facts", "currency"), ("funnel", "model"), ("question", "section"),
    ("session", "gate"), _GROUPS,
})  # fmt: skip
"""Words that rules and figures know, which are no prose."""
_SHARE = "share"
"""The unit of a goal that is a part of a whole."""


def playbooks() -> list[str]:
    """The names of all playbooks."""
    return sorted(path.stem for path in resource("playbooks").glob("*.yaml"))


def read_playbook(name: str) -> Plan:
    """A playbook as its file has it, with an identity of its own, so that two plans from one are two plans."""
    text = resource("playbooks", f"{name}.yaml").read_text(encoding="utf-8")
    return read_plan(text.replace("meta: {", f"meta: {{plan_id: {new_id()}, ", 1))


def playbook_plan(name: str, start: Month) -> Plan:
    """The plan of a playbook from a month on, in the language in use."""
    plan = later_plan(read_playbook(name), months.index(start) - months.index(_FIRST))
    plan = plan.with_tables({table: Rows([_spoken(row) for row in plan.table(table)]) for table in TABLES})
    facts = replace(plan.facts, title=(plan.facts.title or "").format(year=start[:4]), plan_code=None)
    return plan.with_tables({"facts": Rows([facts])})


def blank_plan(start: Month) -> Plan:
    """A plan of twelve months from a month on, with a name and nothing else in it."""
    facts = replace(
        Plan().facts,
        title=_("Marketing plan {year}").format(year=start[:4]),
        status="draft",
        fiscal_year_start=start,
        horizon_months=12,
        response_sla_days=14,
    )
    return Plan({"facts": Rows([facts])})


def in_currency(plan: Plan, currency: str) -> Plan:
    """A new plan counted in a currency, unless it names one: its facts, and its goals that name no other unit."""
    facts = replace(plan.facts, currency=plan.facts.currency or currency)
    goals = [replace(goal, unit=goal.unit or facts.currency) for goal in plan.goals]
    return plan.with_tables({"facts": Rows([facts]), "goal": Rows(goals)})


def words_of(plan: Plan) -> Iterator[str]:
    """Every text of a playbook that is translated."""
    for row in plan.rows():
        for _name, value in _prose(row):
            yield from (value,) if isinstance(value, str) else value
        if _GROUPS[0] == row.TABLE and (group := getattr(row, _GROUPS[1])):
            yield choice_text(group)


def _prose(row: Row) -> Iterator[tuple[str, Any]]:
    for name, declared in fields_of(type(row)).items():
        prose = declared.kind in (Kind.TEXT, Kind.LONG_TEXT, Kind.TEXTS) and (row.TABLE, name) not in _KEPT
        if prose and (value := getattr(row, name)) and "_" not in value and value != _SHARE:
            yield name, value


def _spoken(row: Row) -> Row:
    said: dict[str, Any] = {}
    for name, value in _prose(row):
        said[name] = _(value) if isinstance(value, str) else tuple(map(_, value))
    return replace(row, **said)
