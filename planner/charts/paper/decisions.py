"""What was decided, by whom, why, what else was possible, when it is looked at again."""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.figure import Figure

from planner.calc import words as said
from planner.calc.results import Results
from planner.calc.voices import voice_of_person
from planner.charts.paper import sees
from planner.charts.paper.page import agreed, dated
from planner.charts.paper.rows import Pages
from planner.i18n import _
from planner.model.plan import Audience, Plan


def draw(plan: Plan, results: Results, audience: Audience) -> Sequence[Figure]:
    """Newest first, on as many upright pages as it takes."""
    rows = [row for row in plan.decisions if row.status != "superseded"]
    if not rows:
        return ()
    pages = Pages(plan, _("What was decided"), dated(plan, results), agreed(plan, results))
    for row in sorted(rows, key=lambda row: row.date or "", reverse=True):
        who = said.listing([said.person(plan, id) for id in row.approvers])
        lines = [
            _("Decided by {name}.").format(name=who) if who else _("Nobody is named who decides."),
            _("Because {text}.").format(text=(row.rationale or "").rstrip(".")) if row.rationale else "",
            _("What else was possible: {text}.").format(text="; ".join(row.alternatives)) if row.alternatives else "",
            _("Looked at again on {day}.").format(day=said.day(row.revisit_on)) if row.revisit_on else "",
        ]
        if row.dissent and sees(audience, "decision", "dissent"):
            name = said.person(plan, row.dissent_by) if row.dissent_by else _("Somebody")
            lines.append(_("{name} disagreed: “{text}”").format(name=name, text=row.dissent))
        voice = voice_of_person(plan, row.approvers[0]) if row.approvers else ""
        pages.row(row.decision or "", lines, said.day(row.date), voice)
    return pages.figures
