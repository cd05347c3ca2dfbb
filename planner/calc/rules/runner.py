"""Runs the rules over a plan: gates, waivers, order. No rule can stop the others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from planner.calc.rules.finding import (
    INFO,
    OPEN,
    PASSED,
    PLAN,
    SEVERITIES,
    WAIVED,
    WEIGHTS,
    Finding,
    NotYet,
    Outcome,
    Passed,
    Report,
)
from planner.calc.rules.registry import CHAPTERS, GATES, Rule, gate_of, rules
from planner.i18n import _
from planner.model.plan import Day, Plan

if TYPE_CHECKING:
    from planner.calc.results import Results

Waivers = dict[tuple[str, str], list[list[str | None]]]


def check(results: Results, gate: str | None = None) -> Report:
    """Every finding on the plan of these results, on their day.

    The gate is the one the plan works towards unless given, and without either the first. Raises ValueError for a gate
    that there is not.
    """
    plan = results.plan
    chosen = gate_of(plan.facts.lint_gate) or GATES[0] if gate is None else gate_of(gate)
    if chosen is None:
        raise ValueError(f"no such gate: {gate}")
    waivers = _waivers(plan, results.as_of)
    found: list[Finding] = []
    outcomes: list[Outcome] = []
    for one in rules():
        said, passed = _look(one, plan, results)
        own = {finding.fingerprint: finding for finding in _complete(one, chosen, said, waivers)}
        found += own.values()
        failed = sum(1 for finding in own.values() if finding.counts)
        if passed + failed:
            weights = (WEIGHTS[one.severity(at)] for at in (chosen, GATES[-1]))
            outcomes.append(Outcome(one.id, one.chapter, passed + failed, failed, *weights))
    return Report(chosen, results.as_of, tuple(sorted(found, key=_order)), tuple(outcomes))


def _look(one: Rule, plan: Plan, results: Results) -> tuple[list[Finding | NotYet], int]:
    """What a rule says, and how many objects passed. A rule that breaks reports itself and spoils nothing else."""
    said: list[Finding | NotYet] = []
    passed = 0
    try:
        for each in one.look(plan, results):
            if each is PASSED:
                passed += 1
            elif not isinstance(each, Passed):
                said.append(each)
    except Exception as error:
        return [_defective(error)], 0
    return said, passed


def _complete(one: Rule, gate: str, said: list[Finding | NotYet], waivers: Waivers) -> Iterator[Finding]:
    """What a rule said with everything the check adds to it."""
    for each in said:
        if isinstance(each, NotYet):
            yield replace(_not_yet(each), rule=one.id, chapter=one.chapter)
            continue
        if each.is_defect:
            yield replace(each, rule=one.id, chapter=one.chapter)
            continue
        severity = INFO if each.is_note else one.severity(gate)
        finding = replace(each, rule=one.id, chapter=one.chapter, severity=severity)
        waived = any(_takes_it(one, sides) for sides in waivers.get(finding.fingerprint, ()))
        yield replace(finding, status=WAIVED if waived else OPEN)


def _defective(error: Exception) -> Finding:
    return Finding(
        None,
        _("One of the checks could not be run: {reason}.").format(reason=f"{type(error).__name__}: {error}"),
        _("This is a fault of the program and not of the plan; all other checks were run."),
        _("Go on with the plan, and tell the makers of the program."),
        is_defect=True,
    )


def _not_yet(each: NotYet) -> Finding:
    return Finding(
        each.row,
        _("Cannot check yet {question}: needs {needs}.").format(question=each.question, needs=each.needs),
        _("What is not known yet is neither right nor wrong."),
        _("Enter as soon as it is known: {needs}.").format(needs=each.needs),
        each.field,
        is_question=True,
    )


def _waivers(plan: Plan, as_of: Day | None) -> Waivers:
    """For each fingerprint the waivers that hold, as the sides of those who signed: named persons of the plan, a
    reason, a day that has not passed."""
    found: Waivers = {}
    for row in plan.waivers:
        if as_of is None or row.until is None or row.until < as_of or not (row.reason or "").strip():
            continue
        sides = [person.function for id in row.persons if (person := plan.people.get(id))]
        if sides:
            found.setdefault((row.rule or "", row.object or PLAN), []).append(sides)
    return found


def _takes_it(one: Rule, sides: list[str | None]) -> bool:
    """Whether these sides may leave a finding of this rule as it is."""
    return len(set(sides) - {None}) >= 2 if one.two_sides else True


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
