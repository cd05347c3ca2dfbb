"""What the chart of the cut, its sentence and its figures show."""

from planner.calc import months, words
from planner.calc.cut import AGREED, EQUAL, OPTIMAL, UNALLOCATED, Cut, consequence
from planner.calc.results import Results
from planner.i18n import _, in_sentence, mark
from planner.model.fields import Month
from planner.model.plan import Plan
from planner.model.value import Value
from planner.ui.numbers import numbers_of
from planner.ui.pages.forecast.cutting import BY_HAND, Cutting
from planner.ui.pages.forecast.figures import added_up

POLICY_WORDS = {
    EQUAL: mark("The same share everywhere"),
    AGREED: mark("By the agreed order"),
    OPTIMAL: mark("Where it costs least"),
    BY_HAND: mark("By hand"),
}


class CutFace(Value):
    """The year with and without the cut, in major units, and what is lost in each month until the last lost order."""

    months: tuple[Month, ...]
    """Of the plan, and after it as far as orders from its leads can be lost."""
    length: int
    """How many of them are the plan's."""
    planned: tuple[float, ...]
    cut: tuple[float, ...]
    """Empty while nothing is cut."""
    lost: tuple[float, ...]
    goal: float | None
    goal_words: str
    planned_words: str
    cut_words: str
    range_words: str
    quiet_until: int | None
    """The months before this place in `months` hardly show the cut."""
    quiet_words: str
    said: str


def cut_face(plan: Plan, results: Results, cut: Cut | None) -> CutFace:
    """The chart of a cut."""
    forecast, numbers = results.forecast, numbers_of(plan)
    minor = 10.0**numbers.decimals
    period = months.period(plan)
    tail = max(0, len(plan.funnel.lag_won) - 1)
    shown = (*period, *(months.add(period[-1], n + 1) for n in range(tail))) if period else ()
    planned = added_up(forecast.order_intake_by_month, minor)
    saved = cut is not None and bool(cut.saved)
    after = added_up(cut.intake_by_month_after, minor) if cut and saved else ()
    by_month = dict(cut.lost_by_month) if cut and saved else {}
    lost = tuple(by_month.get(month, 0) / minor for month in shown)
    likely = numbers.money_short(forecast.order_intake)
    left = numbers.money_short(cut.order_intake_after) if cut and saved else ""
    between = ""
    if cut and saved and cut.after is not None:
        low, high = numbers.money_short(round(cut.after.p10)), numbers.money_short(round(cut.after.p90))
        between = _("range {low} to {high}").format(low=low, high=high)
    from_month = cut.shows_from if cut and saved else None
    place = shown.index(from_month) if from_month in shown and from_month else None
    quiet = _("Little shows before {month}").format(month=words.month(from_month)) if from_month else ""
    said = [_("Orders as planned {amount}").format(amount=likely or _("not known yet"))]
    if left:
        said.append(_("with the cut {amount}").format(amount=left))
    if between:
        said.append(between)
    if quiet:
        said.append(quiet)
    return CutFace(
        shown, len(period), planned, after, lost,
        None if forecast.target is None else forecast.target / minor, numbers.money_short(forecast.target),
        likely, left, between, place, quiet, ", ".join(said),
    )  # fmt: skip


def sentence_parts(plan: Plan, results: Results, cut: Cut | None) -> tuple[tuple[str, bool], ...]:
    """What the cut comes to, in words."""
    if cut is None:
        return ((_("Say when the plan starts, and a cut can be tried out here."), False),)
    numbers, period = numbers_of(plan), months.period(plan)
    parts = consequence(cut, numbers.money_short, results.forecast.target, period[-1] if period else None)
    return tuple((part.text, part.is_key) for part in parts)


class Figure(Value):
    """One figure of the cut with its name; asked, it says how it comes about."""

    key: str
    name: str
    value: str
    bad: bool = False


def cut_figures(plan: Plan, cut: Cut | None) -> tuple[Figure, ...]:
    """What a cut saves and what it costs."""
    numbers = numbers_of(plan)
    unknown = _("not known yet")

    def money(amount: int | None) -> str:
        return unknown if amount is None else numbers.money_short(amount)

    if cut is None or not cut.saved:
        return ()
    later = unknown if cut.illusion_ratio is None else numbers.share(round(cut.illusion_ratio, 2))
    each = unknown
    if cut.contribution_per_unit is not None:
        each = numbers.money_of(round(cut.contribution_per_unit, 2))
    return (
        Figure("saved", _("Saved this year"), money(cut.saved)),
        Figure("lost_year", _("Orders lost this year"), money(cut.lost_year), bool(cut.lost_year)),
        Figure("lost_later", _("Orders lost later"), money(cut.lost_later), bool(cut.lost_later)),
        Figure("illusion", _("Of the loss, after the year"), later),
        Figure("peak", _("Deepest month"), numbers.month(cut.peak_month) if cut.peak_month else "–"),
        Figure("per_unit", _("Margin lost for each {one} saved").format(one=numbers.money_of(1)), each,
               bool(cut.contribution_per_unit and cut.contribution_per_unit > 1)),
        Figure("pipeline", _("Open at the end, was {before}").format(before=money(cut.pipeline_before)),
               money(cut.pipeline_after)),
    )  # fmt: skip


class Loss(Value):
    """Something that goes with the money, by name: a goal, a promise, an activity."""

    row: str
    kind: str
    name: str
    words: str


def losses(plan: Plan, cut: Cut | None) -> tuple[Loss, ...]:
    """Goals that turn red, promises that break and activities that fall away, in this order."""
    if cut is None or not cut.saved:
        return ()
    numbers = numbers_of(plan)
    found = []
    for goal in cut.goals_that_turn_red:
        row = plan.goals[goal.goal]
        text = _("{after} instead of {before}; the goal is {target}").format(
            after=numbers.money_short(goal.after), before=numbers.money_short(goal.before),
            target=numbers.money_short(goal.target),
        )  # fmt: skip
        found.append(Loss(row.id, "goal", row.title or row.code or "", text))
    for promise in cut.promises_that_break:
        said = plan.sales_inputs.get(promise.row)
        if said is not None:
            activity = plan.activities.get(promise.activity)
            what = _("answered by {activity}, which falls away").format(
                activity=(activity.title or activity.code) if activity else _("an activity")
            )
            found.append(Loss(said.id, "input", words.quote(said.text), what))
        elif (commitment := plan.commitments.get(promise.row)) is not None:
            text = _("{period}: {share} fewer").format(
                period=numbers.period(promise.period), share=numbers.share(round(promise.share_lost, 2))
            )
            found.append(Loss(commitment.id, "promise", commitment.promise or commitment.code or "", text))
    for id in cut.dropped:
        gone = plan.activities[id]
        lost = cut.lost_leads_by_activity.get(id)
        text = _("brings no leads") if not lost else _("{n} leads fewer").format(n=numbers.number(round(lost)))
        found.append(Loss(id, "activity", gone.title or gone.code or "", text))
    return tuple(found)


def line_name(plan: Plan, key: str) -> str:
    """A line of the budget as people call it."""
    if key == UNALLOCATED:
        return _("Not given out yet")
    line = plan.budget_lines.get(key)
    return f"{line.code or ''} {line.description or ''}".strip() if line else key


def proposed_title(cutting: Cutting) -> str:
    """What a scenario is called unless somebody says otherwise."""
    numbers = numbers_of(cutting.plan)
    month = numbers.month(cutting.month)
    how = in_sentence(_(POLICY_WORDS[cutting.how]))
    request = cutting.request
    gone = numbers.share(cutting.whole / 100)
    if request is not None and request.amount is not None:
        gone = numbers.money_short(request.amount)
    return _("{share} less from {month}, {how}").format(share=gone, month=month, how=how)
