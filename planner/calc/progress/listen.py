"""Listen: sales input, materials, brief and questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.calc.alignment import ANSWERED
from planner.calc.progress.step import Ask, Asks, each, either
from planner.i18n import _, _n, mark_n
from planner.model.plan import Plan

if TYPE_CHECKING:
    from planner.calc.results import Results


def sales_input(plan: Plan, results: Results) -> Asks:
    rows = [row for row in plan.sales_inputs if row.merged_into is None]
    if not rows:
        return [Ask(0, _("Nobody has said anything yet"))]
    fewest, lacking = results.limits.fewest_inputs, max(0, results.limits.fewest_inputs - len(rows))
    wanted = _n("{n} more input is wanted", "{n} more inputs are wanted", lacking)
    return [
        Ask(len(rows) / fewest if fewest else 1, wanted.format(n=lacking)),
        each(
            (row.status in ANSWERED for row in rows),
            mark_n("{n} input waits for an answer", "{n} inputs wait for an answer"),
        ),
    ]


def materials(plan: Plan, results: Results) -> Asks:
    if not plan.materials:
        return [Ask(0, _("There is no material yet"))]
    return [
        each(
            (row.decision for row in plan.materials),
            mark_n("{n} material waits for a decision", "{n} materials wait for a decision"),
        )
    ]


def brief(plan: Plan, results: Results) -> Asks:
    if not plan.briefs:
        return [Ask(0, _("There is no brief yet"))]
    blocking = [row for row in plan.questions if row.blocking]
    asks = [either(plan.questions, _("The agency has asked nothing yet"))]
    if blocking:
        asks.append(
            each(
                (row.status != "open" for row in blocking),
                mark_n("{n} blocking question is open", "{n} blocking questions are open"),
            )
        )
    return asks
