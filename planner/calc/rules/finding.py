"""What a rule says about a plan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from planner.model.plan import Day, Row, RowId

ERROR, WARNING, INFO = "error", "warning", "info"
SEVERITIES = (ERROR, WARNING, INFO)
WEIGHTS = {ERROR: 5, WARNING: 2, INFO: 0}
"""How much a rule counts in readiness (method.md B14)."""
OPEN, WAIVED = "open", "waived"
PLAN = "plan"
"""What a finding is about when it is about no single row."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at. A rule gives the row and the words; the check adds the rest."""

    row: Row | None
    message: str
    """What clashes, both facts quoted, without codes."""
    why: str
    fix: str
    field: str = ""
    """The field to jump to."""
    part: str = ""
    """Which part of the row, or of the plan where there is no row: a stage, a month."""
    is_note: bool = False
    """Whether it only ever informs, whatever the rule does otherwise."""
    is_question: bool = False
    """Whether the rule cannot say yet, because something is not known."""
    is_defect: bool = False
    """Whether the rule itself is broken."""
    rule: str = ""
    severity: str = INFO
    chapter: str = ""
    status: str = OPEN

    @property
    def object(self) -> str:
        """The short code of the row, or ``plan`` for rows without one; a part of it behind a slash."""
        row = self.row
        code = PLAN if row is None else row.code or (row.id if row.CODE else PLAN)
        if not self.part:
            return code
        return self.part if code == PLAN else f"{code}/{self.part}"

    @property
    def row_id(self) -> RowId | None:
        """The row to jump to."""
        return None if self.row is None else self.row.id

    @property
    def counts(self) -> bool:
        """Whether it stands against the plan: open, and neither a note nor a question nor a fault of the program."""
        return self.status == OPEN and not (self.is_note or self.is_question or self.is_defect)

    @property
    def fingerprint(self) -> tuple[str, str]:
        """Rule and object: the same finding in two versions of a plan has the same fingerprint."""
        return self.rule, self.object

    def as_json(self) -> dict[str, str]:
        """The finding for programs; ``status`` only where it is waived."""
        said = {
            "rule": self.rule,
            "object": self.object,
            "severity": self.severity,
            "chapter": self.chapter,
            "message": self.message,
            "why": self.why,
            "fix": self.fix,
        }
        return said | {"status": self.status} if self.status == WAIVED else said


class NotYet(NamedTuple):
    """A rule cannot say, because something is not known. It becomes a quiet finding and never counts."""

    question: str
    """What cannot be checked: "whether the goals fall into the plan's period"."""
    needs: str
    """What is missing: "the first month of the plan"."""
    row: Row | None = None
    field: str = ""


class Passed:
    """One object that a rule looked at and found in order."""

    __slots__ = ()


PASSED = Passed()


class Outcome(NamedTuple):
    """What one rule came to: of the objects it could look at, how many failed. What is waived is left out."""

    rule: str
    chapter: str
    looked: int
    failed: int
    weight: int
    """5 for an error, 2 for a warning, 0 for a note, at the gate of the report (method.md B14)."""
    at_last: int
    """The same at the last gate."""

    @property
    def passing(self) -> float:
        """The share of its objects that pass."""
        return 1 - self.failed / self.looked


@dataclass(frozen=True, slots=True)
class Report:
    """All findings of one check, the gravest first."""

    gate: str
    as_of: Day | None
    findings: tuple[Finding, ...]
    outcomes: tuple[Outcome, ...] = ()
    """Of the rules that had something to look at."""

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __len__(self) -> int:
        return len(self.findings)

    @property
    def open_errors(self) -> tuple[Finding, ...]:
        """Errors that nobody has waived: they close the gate."""
        return tuple(one for one in self.findings if one.severity == ERROR and one.status == OPEN)

    def as_json(self) -> dict[str, Any]:
        """The report for programs."""
        return {
            "gate": self.gate,
            "as_of": self.as_of,
            "findings": [finding.as_json() for finding in self.findings],
        }
