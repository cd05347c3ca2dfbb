"""The contradiction checker: rules that quote both clashing facts (method.md C).

One function per rule, one file per chapter. ``check`` runs them all.
"""

from planner.calc.rules.compare import Progressed, progressed
from planner.calc.rules.finding import ERROR, INFO, WAIVED, WARNING, Finding, NotYet, Outcome, Report
from planner.calc.rules.registry import CHAPTERS, GATES, gate_of, rules
from planner.calc.rules.runner import check

__all__ = [
    "CHAPTERS",
    "ERROR",
    "GATES",
    "INFO",
    "WAIVED",
    "WARNING",
    "Finding",
    "NotYet",
    "Outcome",
    "Progressed",
    "Report",
    "check",
    "gate_of",
    "progressed",
    "rules",
]
