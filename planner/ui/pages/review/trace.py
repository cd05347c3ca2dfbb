"""How the figures of the review come about: how the budget will end, and how far the goals have come."""

from planner.calc.completion import (
    ATYPICAL,
    BOTH,
    BOTTOM_UP,
    FITS,
    NAMES,
    TYPICAL,
    WAYS,
    Completion,
    against_signed,
    completion_of,
)
from planner.calc.money import exponent, whole
from planner.calc.results import Results
from planner.calc.review import done_share
from planner.calc.scores import GoalScore, plan_score
from planner.calc.supply import is_counted
from planner.i18n import _, _n, mark
from planner.model.words import whole_name
from planner.ui.numbers import Numbers, numbers_of
from planner.ui.parts.readtable import Reading
from planner.ui.parts.trace import Trace, TraceLine, row

ENDING, GOALS, LEADS = "ending", "goals", "leads"
_BASE, _EARNED = "base", "earned"
_REASONS = {
    TYPICAL: mark("The whole budget, divided by what each unit spent has bought so far (BAC / CPI)."),
    ATYPICAL: mark("Spent so far, and the rest at the cost that was planned for it (AC + BAC - EV)."),
    BOTH: mark(
        "Spent so far, and the rest at the cost of so far, made dearer by the delay (AC + (BAC - EV) / (CPI x SPI))."
    ),
    BOTTOM_UP: mark("Spent so far, and what the plan as it stands gives to the months ahead (AC + ETC)."),
}


def story(results: Results, key: str) -> Trace | None:
    """How a figure comes about; None for a key that there is not, and where it is not known yet."""
    if key == GOALS:
        return _goals(results)
    if key == LEADS:
        return _leads(results)
    found = completion_of(results)
    if found is None:
        return _unknown(results) if key == ENDING else None
    if key == ENDING:
        return _ending(results, found)
    if key in WAYS:
        return _way(results, found, key)
    if key == _BASE:
        return _base(results, found)
    return _earned(found) if key == _EARNED else None


def reading(results: Results) -> Reading | None:
    """How it will end as a table; None where it is not known yet."""
    found = completion_of(results)
    if found is None:
        return None
    rows = [
        (
            _(NAMES[way]),
            _money(results, found.ends[way]),
            _money(results, found.left[way]),
            _("fits") if way == found.fits else "",
        )
        for way in WAYS
    ]
    return Reading(
        title=_("How it will end"),
        head=(_("Way to reckon on"), _("Comes to"), _("Left of the budget"), _("Which one")),
        rows=tuple(rows),
    )


def _money(results: Results, value: float | None) -> str:
    """An amount without parts of a unit: what is reckoned is no truer than that."""
    unit = 10 ** exponent(results.plan.facts.currency)
    rounded = whole(None if value is None else value / unit)
    return _("not known yet") if rounded is None else numbers_of(results.plan).money(rounded * unit)


def _unknown(results: Results) -> Trace | None:
    """Which activities have to say how far they are; None where that is not what is missing."""
    review, plan = against_signed(results)[0].review, results.plan
    if review.spend is None or not review.unknown_progress:
        return None
    how = _("It can be said when it is known how far these activities are:")
    said = _("not known yet")
    lines = tuple(TraceLine(name=whole_name(plan, plan.activities[id]), value=said, go=row(id, "progress"))
                  for id in review.unknown_progress if id in plan.activities)  # fmt: skip
    return Trace(name=_("How it will end"), value=said, how=how, lines=lines)


def _ending(results: Results, found: Completion) -> Trace:
    lines = [TraceLine(name=_(NAMES[way]), value=_money(results, found.ends[way]), go=f"trace:{way}") for way in WAYS]
    lines.append(TraceLine(name=_("What it is reckoned from"), value="", go=f"trace:{_BASE}"))
    value = _money(results, found.ends[found.fits])
    return Trace(name=_("How it will end"), value=value, how=_(FITS[found.fits]), lines=tuple(lines))


def _way(results: Results, found: Completion, way: str) -> Trace:
    lines = [
        TraceLine(name=_("Spent so far"), value=_money(results, found.earned.ac)),
        TraceLine(name=_("Still to be spent"), value=_money(results, found.to_come[way])),
        TraceLine(name=_("Left of the budget"), value=_money(results, found.left[way])),
        TraceLine(name=_("What it is reckoned from"), value="", go=f"trace:{_BASE}"),
    ]
    return Trace(name=_(NAMES[way]), value=_money(results, found.ends[way]), how=_(_REASONS[way]), lines=tuple(lines))


def _base(results: Results, found: Completion) -> Trace:
    numbers, earned = numbers_of(results.plan), found.earned

    def ratio(value: float | None) -> str:
        return _("not known yet") if value is None else numbers.number(value, 2)

    against = _("the plan that was signed") if found.signed else _("the plan as it stands, which nobody has signed yet")
    how = _("Four sums up to the last month with figures, measured against {plan}, and what follows from them.")
    done = _("Done by now, at its planned cost (EV)")
    lines = (
        TraceLine(name=_("The whole budget (BAC)"), value=_money(results, earned.bac)),
        TraceLine(name=_("Planned by now (PV)"), value=_money(results, earned.pv)),
        TraceLine(name=done, value=_money(results, earned.ev), go=f"trace:{_EARNED}"),
        TraceLine(name=_("Spent by now (AC)"), value=_money(results, earned.ac)),
        TraceLine(name=_("Done for each unit spent (CPI): below 1 is dearer"), value=ratio(earned.cpi)),
        TraceLine(name=_("Done for each unit planned by now (SPI): below 1 is late"), value=ratio(earned.spi)),
        TraceLine(name=_("What each unit left has to buy for the budget to do (TCPI)"), value=ratio(earned.tcpi)),
    )
    name, value = _("What it is reckoned from"), _money(results, earned.ac)
    return Trace(name=name, value=value, how=how.format(plan=against), lines=lines)


def _earned(found: Completion) -> Trace:
    plan, numbers = found.against.plan, numbers_of(found.against.plan)
    lines = []
    for activity in plan.activities:
        amount, done = found.against.budget.by_activity.get(activity.id), done_share(activity)
        if amount is not None and done is not None and is_counted(activity):
            said = _("{share} of {amount}").format(share=numbers.share(done), amount=numbers.money(amount))
            lines.append((-amount * done, TraceLine(name=whole_name(plan, activity), value=said,
                                                    go=row(activity.id, "progress"))))  # fmt: skip
    how = _(
        "What each activity costs, times how much of it is done. Where nobody says how much, a running one counts as "
        "half done and a finished one as done. Money without an activity is earned as it is spent."
    )
    lines.sort(key=lambda pair: (pair[0], pair[1].name))
    return Trace(
        name=_("Done by now, at its planned cost (EV)"), value=_money(found.against, found.earned.ev), how=how,
        lines=tuple(line for _place, line in lines),
    )  # fmt: skip


def _leads(results: Results) -> Trace | None:
    """Leads as they are counted, and by the share of them that lands; None before any were counted."""
    review, numbers = against_signed(results)[0].review, numbers_of(results.plan)
    leads, counted, landed = review.leads, review.leads_attainment, review.landed_attainment
    if leads is None or counted is None:
        return None
    lines = [
        TraceLine(name=_("Leads planned for these months"), value=numbers.number(round(leads.plan))),
        TraceLine(name=_("Leads that came"), value=numbers.number(round(leads.actual))),
        TraceLine(name=_("Reached, each lead counted once"), value=numbers.share(round(counted, 2))),
    ]
    if landed is not None:
        name = _("Reached, each lead by its share that lands within the plan")
        lines.append(TraceLine(name=name, value=numbers.share(round(landed, 2))))
    how = _("A lead that comes late brings its order after the year. So a full count of leads can hide a poor year.")
    value = numbers.share(round(counted if landed is None else landed, 2))
    return Trace(name=_("Leads, counted and landed"), value=value, how=how, lines=tuple(lines))


def _goals(results: Results) -> Trace | None:
    """How far the goals have come, the one furthest behind first; None where no goal has a figure."""
    plan, numbers = results.plan, numbers_of(results.plan)
    mean = plan_score(results.goal_scores)
    if mean is None:
        return None
    known = sum(one.score is not None for one in results.goal_scores)
    how = _n(
        "The way from where a goal started to where it is due, for the {n} goal with figures of now. "
        "From 70% on it is well on its way, below 40% it is far behind. An aspired goal is due at 60%.",
        "The way from where a goal started to where it is due, on average over the {n} goals with figures of now. "
        "From 70% on a goal is well on its way, below 40% it is far behind. An aspired goal is due at 60%.",
        known,
    ).format(n=known)
    ordered = sorted(results.goal_scores, key=lambda one: (one.score is None, one.score or 0.0))
    lines = tuple(TraceLine(name=whole_name(plan, plan.goals[one.goal]), value=_score(numbers, one), go=row(one.goal))
                  for one in ordered)  # fmt: skip
    return Trace(name=_("How far the goals have come"), value=numbers.share(round(mean, 2)), how=how, lines=lines)


def _score(numbers: Numbers, one: GoalScore) -> str:
    if one.score is None:
        return _("no figure yet")
    share = numbers.share(round(one.score, 2))
    return _("{share}, reached").format(share=share) if one.is_reached else share
