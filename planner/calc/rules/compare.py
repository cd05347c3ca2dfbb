"""What has become of the findings from one version of a plan to another."""

from __future__ import annotations

from typing import NamedTuple

from planner.calc.rules.finding import WAIVED, Finding, Report


class Progressed(NamedTuple):
    """Findings of two reports, told apart by rule and object. What a rule could not say yet is no finding."""

    new: tuple[Finding, ...]
    """Open now, and not found before."""
    open: tuple[Finding, ...]
    """Open now, and found before."""
    fixed: tuple[Finding, ...]
    """Found before, and no more."""
    waived: tuple[Finding, ...]
    """Left as they are now."""


def progressed(before: Report, after: Report) -> Progressed:
    """What is new, still open, fixed and waived in the later of two reports; each in the order of its report."""
    known = {one.fingerprint for one in before if not one.is_question}
    now = [one for one in after if not one.is_question]
    found = {one.fingerprint for one in now}
    still = [one for one in now if one.status != WAIVED]
    return Progressed(
        new=tuple(one for one in still if one.fingerprint not in known),
        open=tuple(one for one in still if one.fingerprint in known),
        fixed=tuple(one for one in before if not one.is_question and one.fingerprint not in found),
        waived=tuple(one for one in now if one.status == WAIVED),
    )
