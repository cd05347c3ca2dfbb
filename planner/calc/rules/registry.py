"""All rules, registered by id with the gates at which they begin to matter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from planner.calc.rules.finding import INFO, Finding, NotYet, Passed
from planner.model.plan import TWO_SIDED, Plan

if TYPE_CHECKING:
    from planner.calc.results import Results

Said = Iterable[Finding | NotYet | Passed]
Look = Callable[[Plan, "Results"], Said]

GATES = ("K0", "K1", "K2", "K3", "K4", "K5")
ALWAYS = GATES[0]
"""The first gate: what begins here holds at every gate."""
GATE_NAMES = {
    "frame": "K0",
    "listening": "K1",
    "brief": "K2",
    "budget_lock": "K3",
    "launch": "K4",
    "review": "K5",
}
CHAPTERS = (
    "context",
    "goals",
    "customers",
    "stakeholders",
    "sales_input",
    "materials",
    "brief",
    "activities",
    "budget",
    "forecast",
    "risks",
    "agreement",
    "review",
)
_MODULES = (
    "goals",
    "stakeholders",
    "sales_input",
    "materials",
    "brief",
    "activities",
    "budget",
    "rates",
    "funnel",
    "clashes",
    "risks",
    "decisions",
    "agreement",
    "review",
)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. For each object in scope it yields a finding, PASSED, or NotYet; nothing where nothing is in scope.

    Rules that only ever inform need not say what passed: they do not count in readiness.
    """

    id: str
    gates: Mapping[str, str]
    """Severity from each gate on."""
    chapter: str
    look: Look

    @property
    def two_sides(self) -> bool:
        """Whether a waiver needs two persons of different sides."""
        return self.id in TWO_SIDED

    def severity(self, gate: str) -> str:
        """How loud the rule is at a gate: quiet before its first one, then the strongest it has reached."""
        reached = [self.gates[one] for one in GATES[: GATES.index(gate) + 1] if one in self.gates]
        return reached[-1] if reached else INFO


_registered: dict[str, Rule] = {}


def rule(id: str, *, gates: Mapping[str, str], chapter: str) -> Callable[[Look], Look]:
    """Register a function as a rule.

    ``gates`` gives the severity from each gate on, growing; empty for a rule that only ever informs.
    Raises ValueError for an id that is taken.
    """

    def register(look: Look) -> Look:
        if id in _registered:
            raise ValueError(f"there are two rules {id}")
        _registered[id] = Rule(id, gates, chapter, look)
        return look

    return register


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, by chapter and id."""
    for name in _MODULES:
        import_module(f"planner.calc.rules.{name}")
    return tuple(sorted(_registered.values(), key=lambda one: (CHAPTERS.index(one.chapter), one.id)))


def gate_of(name: str | None) -> str | None:
    """The gate that a name or a key such as ``K3`` means; None where it means none."""
    if name is None:
        return None
    return name.upper() if name.upper() in GATES else GATE_NAMES.get(name)
