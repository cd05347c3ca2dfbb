"""Materials: used, liked, asked for, and none paid for again by habit (method.md C4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.calc import months
from planner.calc.rules.finding import ERROR, PASSED, WARNING, Finding, NotYet
from planner.calc.rules.registry import Said, rule
from planner.calc.supply import is_counted
from planner.calc.words import amount, listing, month, percent, quote
from planner.i18n import _, _n, figure, mark
from planner.model.plan import Plan, RowId

if TYPE_CHECKING:
    from planner.calc.results import Results
    from planner.model.plan import Material

_STAGES = {
    "aware": mark("become aware of us"),
    "consider": mark("compare us with others"),
    "decide": mark("decide"),
}
_AS_IT_IS = ("keep", "reproduce_unchanged")
_MADE = ("create", "replace", "revise")
_ENDS = ("retire", "replace")


@rule("MAT-01", gates={"K1": WARNING, "K3": ERROR}, chapter="materials")
def what_the_field_dismisses_is_not_paid_again(plan: Plan, results: Results) -> Said:
    """Printing once more what reps call poor is paying for silence."""
    for row in plan.materials:
        opinion = results.opinions[row.id].sales
        if row.decision != "reproduce_unchanged" or opinion is None:
            continue
        money = _dismissed_money(row, results)
        if money:
            yield Finding(
                row,
                _n(
                    "{n} rep rates {material} at {rating} of 5, and it is made again unchanged for {money}.",
                    "{n} reps rate {material} at {rating} of 5, and it is made again unchanged for {money}.",
                    opinion.n or 0,
                ).format(
                    n=opinion.n,
                    material=quote(row.name),
                    rating=figure(f"{opinion.value:.1f}"),
                    money=amount(money, plan.facts.currency),
                ),
                _("It is paying again for what the field dismisses."),
                _("Revise it together with reps, or retire it."),
                "decision",
            )
        else:
            yield PASSED


def _dismissed_money(row: Material, results: Results) -> int:
    """What is spent on making a material again that those who should use it rate low; 0 where that is not so."""
    limits, opinion = results.limits, results.opinions[row.id].sales
    if row.decision != "reproduce_unchanged" or opinion is None or row.activity is None:
        return 0
    if (opinion.n or 0) < limits.fewest_raters or opinion.value >= limits.least_rating:
        return 0
    return results.budget.by_activity.get(row.activity, 0)


@rule("MAT-02", gates={"K1": WARNING}, chapter="materials")
def what_is_kept_is_used(plan: Plan, results: Results) -> Said:
    """Nobody uses it, and nobody has asked why."""
    for row in plan.materials:
        if row.decision not in _AS_IT_IS or _dismissed_money(row, results):
            continue
        if row.usage_share is None:
            yield NotYet(
                _("whether {material} is used").format(material=quote(row.name)),
                _("the share of reps who use it"),
                row,
                "usage_share",
            )
        elif row.usage_share < results.limits.usage_share:
            yield Finding(
                row,
                _("{material} stays as it is, and {share} of the reps use it.").format(
                    material=quote(row.name), share=percent(row.usage_share)
                ),
                _("What is not used may be unknown, hard to find, out of date or wrong."),
                _("Ask the reps which of these it is."),
                "usage_share",
            )
        else:
            yield PASSED


@rule("MAT-03", gates={"K1": WARNING}, chapter="materials")
def enough_people_have_rated_it(plan: Plan, results: Results) -> Said:
    """The opinion of one is the opinion of one."""
    fewest = results.limits.fewest_raters
    for row in plan.materials:
        raters = results.opinions[row.id].sales_raters
        if row.decision == "create":
            continue
        if raters < fewest:
            said = (
                _n("{n} person has rated {material}.", "{n} people have rated {material}.", raters)
                if raters
                else _("Nobody in sales has rated {material} yet.")
            )
            yield Finding(
                row,
                said.format(n=raters, material=quote(row.name)),
                _("Fewer than {n} ratings are an opinion and not a picture.").format(n=fewest),
                _("Let more reps rate it, each alone."),
                "n_raters",
            )
        else:
            yield PASSED


@rule("MAT-04", gates={"K1": WARNING}, chapter="materials")
def what_is_kept_is_up_to_date(plan: Plan, results: Results) -> Said:
    """Stale facts cost trust."""
    now, most = months.month_of(results.as_of), results.limits.months_without_update
    for row in plan.materials:
        if row.decision != "keep":
            continue
        age = months.offset(row.last_updated, now)
        if age is None:
            yield NotYet(
                _("whether {material} is up to date").format(material=quote(row.name)),
                _("today's date") if now is None else _("the month it was last updated"),
                row,
                "last_updated",
            )
        elif age > most:
            yield Finding(
                row,
                _("{material} is kept, and was last updated in {month}, {n} months ago.").format(
                    material=quote(row.name), month=month(row.last_updated or ""), n=age
                ),
                _("Stale facts cost trust."),
                _("Check every fact in it, or let it go."),
                "last_updated",
            )
        else:
            yield PASSED


@rule("MAT-05", gates={"K2": WARNING}, chapter="materials")
def what_is_made_was_asked_for(plan: Plan, results: Results) -> Said:
    """Material that nobody asked for is churned out."""
    asked = {id for row in plan.sales_inputs for id in row.materials}
    for row in plan.materials:
        known = any(id in plan.sales_inputs for id in row.sales_inputs)
        if row.decision not in _MADE:
            continue
        if not known and row.id not in asked:
            yield Finding(
                row,
                _("Money and time go into {material}, and no input of sales asked for it.").format(
                    material=quote(row.name)
                ),
                _("What nobody asked for is seldom used."),
                _("Link the input it answers, or drop it."),
                "sales_inputs",
            )
        else:
            yield PASSED


@rule("MAT-06", gates={}, chapter="materials")
def every_step_of_a_first_segment_has_material(plan: Plan, results: Results) -> Said:
    """A hole where the most important customers look for something."""
    if not plan.materials:
        return
    there = {
        (segment, row.stage) for row in plan.materials if row.decision not in _ENDS for segment in row.segments
    }
    leaving = _leaving(plan)
    for segment in plan.segments:
        if segment.priority != 1:
            continue
        for stage, words in _STAGES.items():
            if (segment.id, stage) in there:
                continue
            gone = leaving.get((segment.id, stage))
            said = (
                _("Nothing is left that helps {segment} to {stage} once {gone} goes.")
                if gone
                else _("There is no material that helps {segment} to {stage}.")
            )
            yield Finding(
                segment,
                said.format(segment=quote(segment.name), stage=_(words), gone=listing(gone or [])),
                _("{segment} has the first priority.").format(segment=quote(segment.name)),
                _("Decide whether that is meant."),
                part=stage,
            )


def _leaving(plan: Plan) -> dict[tuple[RowId, str | None], list[str]]:
    """The materials that are given up, by the segment and the step they served."""
    found: dict[tuple[RowId, str | None], list[str]] = {}
    for row in plan.materials:
        if row.decision in _ENDS:
            for segment in row.segments:
                found.setdefault((segment, row.stage), []).append(quote(row.name))
    return {key: sorted(names) for key, names in found.items()}


@rule("MAT-07", gates={"K3": ERROR}, chapter="materials")
def nothing_is_spent_on_what_is_retired(plan: Plan, results: Results) -> Said:
    """Money on a dead item."""
    alive = {row.activity for row in plan.materials if row.decision != "retire"}
    for row in plan.materials:
        activity = plan.activities.get(row.activity)
        if row.decision != "retire" or activity is None or activity.id in alive or not is_counted(activity):
            continue
        money = results.budget.by_activity.get(activity.id, 0)
        if money:
            yield Finding(
                row,
                _("{material} is retired, and {activity}, in which it is made, still has {money}.").format(
                    material=quote(row.name),
                    activity=quote(activity.title),
                    money=amount(money, plan.facts.currency),
                ),
                _("That money is spent on something that is given up."),
                _("Move the money, or unlink the material where the activity makes something else."),
                "activity",
            )
        else:
            yield PASSED


@rule("MAT-08", gates={"K1": WARNING}, chapter="materials")
def somebody_owns_it(plan: Plan, results: Results) -> Said:
    """What nobody owns nobody updates."""
    for row in plan.materials:
        if row.owner not in plan.people:
            yield Finding(
                row,
                _("Nobody owns {material}.").format(material=quote(row.name)),
                _("What nobody owns nobody updates."),
                _("Name one person."),
                "owner",
            )
        else:
            yield PASSED


@rule("MAT-09", gates={"K2": WARNING}, chapter="materials")
def what_is_replaced_has_a_successor(plan: Plan, results: Results) -> Said:
    """A gap on the rep's tablet."""
    for row in plan.materials:
        if row.decision != "replace":
            continue
        if row.replaced_by not in plan.materials:
            yield Finding(
                row,
                _("{material} is replaced, and nobody says by what.").format(material=quote(row.name)),
                _("Until then the reps have nothing in its place."),
                _("Choose the material that takes its place, or keep it."),
                "replaced_by",
            )
        else:
            yield PASSED
