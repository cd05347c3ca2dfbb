"""Runs the rules over a plan: gates, waivers, order. No rule can stop the others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from planner.calc.rules.finding import INFO, OPEN, PLAN, SEVERITIES, WAIVED, Finding, NotYet, Report
from planner.calc.rules.registry import CHAPTERS, GATES, Rule, gate_of, rules
from planner.i18n import _
from planner.model.plan import Day, Plan

if TYPE_CHECKING:
    from planner.calc.results import Results
    from planner.model.plan import Waiver


def check(
    plan: Plan, gate: str | None = None, as_of: Day | None = None, results: Results | None = None
) -> Report:
    """Every finding on a plan.

    The gate is the one the plan works towards unless given, and without either the first; the day is the plan's own
    unless given. Raises ValueError for a gate that there is not.
    """
    from planner.calc.results import Results as Computed

    chosen = gate_of(plan.facts.lint_gate) or GATES[0] if gate is None else gate_of(gate)
    if chosen is None:
        raise ValueError(f"no such gate: {gate}")
    day = as_of or plan.facts.as_of
    if results is None or results.as_of != day:
        results = Computed(plan, day)
    found = {finding.fingerprint: finding for one in rules() for finding in _run(one, chosen, plan, results)}
    return Report(chosen, day, tuple(sorted(found.values(), key=_order)))


def _run(one: Rule, gate: str, plan: Plan, results: Results) -> Iterator[Finding]:
    """The findings of one rule, complete. A rule that breaks reports itself and spoils nothing else."""
    try:
        said = list(one.look(plan, results))
    except Exception as error:
        yield replace(_defective(error), rule=one.id, chapter=one.chapter)
        return
    for each in said:
        if isinstance(each, NotYet):
            yield replace(_not_yet(each), rule=one.id, chapter=one.chapter)
            continue
        severity = INFO if each.is_note else one.severity(gate)
        finding = replace(each, rule=one.id, chapter=one.chapter, severity=severity)
        yield replace(finding, status=WAIVED if _is_waived(one, finding, plan, results.as_of) else OPEN)


def _defective(error: Exception) -> Finding:
    return Finding(
        None,
        _("One of the checks could not be run: {reason}.").format(reason=f"{type(error).__name__}: {error}"),
        _("This is a fault of the program and not of the plan; all other checks were run."),
        _("Go on with the plan, and tell the makers of the program."),
    )


def _not_yet(each: NotYet) -> Finding:
    return Finding(
        each.row,
        _("Cannot check yet {question}: needs {needs}.").format(question=each.question, needs=each.needs),
        _("What is not known yet is neither right nor wrong."),
        _("Enter {needs} when it is known.").format(needs=each.needs),
        each.field,
    )


def _is_waived(one: Rule, finding: Finding, plan: Plan, as_of: Day | None) -> bool:
    return any(_covers(waiver, one, finding, plan, as_of) for waiver in plan.waivers)


def _covers(waiver: Waiver, one: Rule, finding: Finding, plan: Plan, as_of: Day | None) -> bool:
    """Whether a waiver holds: named persons, a reason, a day that has not passed."""
    if waiver.rule != one.id or (waiver.object or PLAN) != finding.object:
        return False
    if as_of is None or waiver.until is None or waiver.until < as_of or not (waiver.reason or "").strip():
        return False
    persons = [person for id in waiver.persons if (person := plan.people.get(id))]
    sides = {person.function for person in persons if person.function}
    return len(sides) >= 2 if one.two_sides else bool(persons)


def _order(finding: Finding) -> tuple[bool, int, int, str, list[tuple[int, str]]]:
    """Open before waived, grave before slight, then as the chapters go, then by code as people count."""
    code = [
        (int(part), "") if part.isdecimal() else (-1, part) for part in re.split(r"(\d+)", finding.object)
    ]
    return (
        finding.status == WAIVED,
        SEVERITIES.index(finding.severity),
        CHAPTERS.index(finding.chapter),
        finding.rule,
        code,
    )
