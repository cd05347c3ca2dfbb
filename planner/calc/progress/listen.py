"""Listen: sales input, materials, brief and questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.calc.alignment import ANSWERED, is_answered
from planner.calc.materials import opinions
from planner.calc.progress.step import Step, Steps, each, either
from planner.i18n import _, _n, mark
from planner.model.plan import Plan

if TYPE_CHECKING:
    from planner.calc.results import Results


def sales_input(plan: Plan, results: Results) -> Steps:
    rows = [row for row in plan.sales_inputs if row.merged_into is None]
    if not rows:
        return [Step(0, _("Nobody has said anything yet"))]
    fewest, lacking = results.limits.fewest_inputs, max(0, results.limits.fewest_inputs - len(rows))
    wanted = _n("{n} more input is wanted", "{n} more inputs are wanted", lacking)
    steps = [
        Step(len(rows) / fewest, wanted.format(n=lacking)),
        each(
            (row.status in ANSWERED for row in rows),
            mark("{n} input waits for an answer"),
            mark("{n} inputs wait for an answer"),
        ),
        each(
            (is_answered(row) or row.status not in ANSWERED for row in rows),
            mark("{n} input was declined without a reason"),
            mark("{n} inputs were declined without a reason"),
        ),
    ]
    taken = [row for row in rows if row.status in ("accepted", "adapted")]
    if taken:
        steps.append(
            each(
                (row.activities or row.materials for row in taken),
                mark("{n} input is taken up and linked to nothing"),
                mark("{n} inputs are taken up and linked to nothing"),
            )
        )
    return steps


def materials(plan: Plan, results: Results) -> Steps:
    rows = plan.materials
    if not rows:
        return [Step(0, _("There is no material yet"))]
    existing = [row for row in rows if row.decision != "create"]
    steps = [
        each(
            (row.decision for row in rows),
            mark("{n} material waits for a decision"),
            mark("{n} materials wait for a decision"),
        ),
        each(
            (row.owner for row in rows),
            mark("{n} material has no owner"),
            mark("{n} materials have no owner"),
        ),
    ]
    if existing:
        found = opinions(plan)
        steps.append(
            each(
                (found[row.id].sales_raters >= 3 for row in existing),
                mark("{n} material has been rated by fewer than three"),
                mark("{n} materials have been rated by fewer than three"),
            )
        )
    return steps


def brief(plan: Plan, results: Results) -> Steps:
    if not plan.briefs:
        return [Step(0, _("There is no brief yet"))]
    brief = plan.briefs.ordered[-1]
    headings = (
        brief.problem,
        brief.propositions,
        brief.proof,
        brief.goals,
        brief.segments,
        brief.mandatories,
        brief.measures,
        brief.budget is not None,
        brief.timing,
        brief.final_approvers,
    )
    approved = {
        row.function for row in plan.approvals if row.brief == brief.id and row.version == brief.version
    }
    blocking = [row for row in plan.questions if row.blocking]
    steps = [
        each(
            headings, mark("{n} heading of the brief is empty"), mark("{n} headings of the brief are empty")
        ),
        either(plan.questions, _("The agency has asked nothing yet")),
    ]
    if blocking:
        steps.append(
            each(
                (row.status != "open" for row in blocking),
                mark("{n} blocking question is open"),
                mark("{n} blocking questions are open"),
            )
        )
    steps.append(
        Step(len(approved & {"marketing", "sales"}) / 2, _("Marketing or sales has not approved the brief"))
    )
    return steps
