"""How the score comes about: each part by what was counted, the rows that do not count yet first at hand."""

from collections.abc import Callable, Sequence

from planner.calc.alignment import dots_of, is_accepted, is_answered, latest_priorities
from planner.calc.engagement import talks
from planner.calc.readiness import whole_readiness
from planner.calc.results import Results
from planner.calc.supply import is_counted
from planner.i18n import _, _n, mark
from planner.model.words import whole_name
from planner.ui.numbers import Numbers, numbers_of
from planner.ui.pages import CHAPTERS
from planner.ui.parts.trace import Trace, TraceLine, row
from planner.ui.voices import name_of_person

SCORE, READINESS = "score", "readiness"
_NAMES = {
    "owned_goals": mark("Goals with both halves"),
    "answered_inputs": mark("Sales inputs answered"),
    "answering_spend": mark("Money that answers an input"),
    "engaged_power": mark("People heard, by power"),
    "accepted_promises": mark("Promises accepted"),
    "shared_priorities": mark("Priorities shared by both"),
}
_MOST = 8
"""So many rows are listed; the gravest come first."""


def part_name(key: str) -> str:
    """What a part of the score is called."""
    return _(_NAMES[key])


def story(results: Results, key: str) -> Trace | None:
    """How the score or one of its parts comes about; None for a key that there is not."""
    if key == SCORE:
        return _score(results)
    if key == READINESS:
        return _readiness(results)
    told = _STORIES.get(key)
    if told is None:
        return None
    how, lines = told(results)
    value = _share(numbers_of(results.plan), results.alignment.parts[key])
    return Trace(name=part_name(key), value=value, how=how, lines=tuple(lines[:_MOST]))


def _share(numbers: Numbers, value: float | None) -> str:
    return _("not known yet") if value is None else numbers.share(round(value, 3))


def _score(results: Results) -> Trace:
    numbers, found = numbers_of(results.plan), results.alignment
    how = _(
        "The mean of the {n} parts that are known, each as heavy as the others. "
        "It is our own measure: read it against your last one and not against other teams."
    ).format(n=found.known)
    lines = tuple(TraceLine(name=part_name(key), value=_share(numbers, share), go=f"trace:{key}")
                  for key, share in found.parts.items())  # fmt: skip
    score = _("not known yet") if found.index is None else numbers.number(100 * found.index, 1)
    return Trace(name=_("Common ground"), value=score, how=how, lines=lines)


def _readiness(results: Results) -> Trace | None:
    """How ready each chapter is; None where no check of weight has anything to look at."""
    numbers, whole = numbers_of(results.plan), whole_readiness(results.report())
    if whole.score is None:
        return None
    how = _("Each check counts by the share of what it looks at that passes; what blocks weighs 5, what to look at 2.")
    if whole.is_ready:
        said = _("Nothing blocks.")
    else:
        said = _n("{n} thing blocks: until it is mended the plan is not ready, whatever the share.",
                  "{n} things block: until they are mended the plan is not ready, whatever the share.",
                  whole.errors).format(n=whole.errors)  # fmt: skip
    lines = []
    for chapter in CHAPTERS:
        found = results.readiness[chapter.key]
        value = _("nothing to check yet") if found.score is None else numbers.share(round(found.score, 2))
        if found.errors:
            value = _("{share}, {n} to mend").format(share=value, n=found.errors)
        lines.append(TraceLine(name=_(chapter.title), value=value, go=row(chapter.key)))
    own = _("It is our own measure.")
    return Trace(name=_("How ready the plan is"), value=numbers.share(round(whole.score, 2)),
                 how=" ".join((how, said, own)), lines=tuple(lines))  # fmt: skip


Told = tuple[str, list[TraceLine]]


def _goals(results: Results) -> Told:
    lines = []
    for goal in results.plan.goals:
        said = {
            (True, True): _("both halves"), (True, False): _("marketing only"), (False, True): _("sales only"),
        }.get((bool(goal.owner_marketing), bool(goal.owner_sales)), _("nobody"))  # fmt: skip
        halves = bool(goal.owner_marketing) + bool(goal.owner_sales)
        field = "owner_sales" if goal.owner_marketing else "owner_marketing"
        lines.append((halves, TraceLine(name=whole_name(results.plan, goal), value=said, go=row(goal.id, field))))
    how = _("Goals that have an owner in marketing and one in sales, of all goals.")
    return how, _fewest_first(lines)


def _inputs(results: Results) -> Told:
    lines = []
    for one in results.plan.sales_inputs:
        if one.merged_into is None and not is_answered(one):
            said = _("declined without a reason") if one.status == "declined" else _("no answer yet")
            field = "decline_reason" if one.status == "declined" else "status"
            lines.append(TraceLine(name=whole_name(results.plan, one), value=said, go=row(one.id, field)))
    how = _("Inputs that were accepted, adapted, parked, or declined with a reason, of all inputs.")
    return (_("{how} These do not count yet:").format(how=how) if lines else how), lines


def _money(results: Results) -> Told:
    plan, numbers = results.plan, numbers_of(results.plan)
    linked = {id for one in plan.sales_inputs for id in one.activities}
    amounts = [(results.budget.by_activity.get(one.id, 0), one) for one in plan.activities if is_counted(one)]
    answering = sum(amount for amount, one in amounts if one.sales_inputs or one.id in linked)
    how = _(
        "{part} of {whole} goes to activities that answer at least one input of sales. Money without an activity is "
        "left out."
    ).format(part=numbers.money(answering), whole=numbers.money(sum(amount for amount, _one in amounts)))
    rest = [(-amount,
             TraceLine(name=whole_name(plan, one), value=numbers.money(amount), go=row(one.id, "sales_inputs")))
            for amount, one in amounts if amount and not (one.sales_inputs or one.id in linked)]  # fmt: skip
    return (_("{how} The largest that answer none:").format(how=how) if rest else how), _fewest_first(rest)


def _power(results: Results) -> Told:
    plan, numbers = results.plan, numbers_of(results.plan)
    lock, heard = plan.facts.budget_lock_date, talks(plan)
    lines = []
    for one in plan.stakeholders:
        days = heard[one.id]
        if one.power is not None and not (days and (lock is None or days[0] <= lock)):
            said = _("power {n}").format(n=numbers.number(one.power))
            lines.append((-one.power, TraceLine(name=name_of_person(plan, one.person), value=said,
                                                go=row(one.id, "engaged_on"))))  # fmt: skip
    how = _("The power of everybody who was consulted, of the power of all.")
    if lock is not None:
        how = _("The power of everybody who was consulted by {day}, of the power of all.").format(day=numbers.day(lock))
    return (_("{how} Not heard by then:").format(how=how) if lines else how), _fewest_first(lines)


def _promises(results: Results) -> Told:
    plan = results.plan
    lines = [
        (is_accepted(plan, one),
         TraceLine(name=whole_name(plan, one), go=row(one.id, "accepted_by"),
                   value=_("accepted") if is_accepted(plan, one) else _("not accepted yet")))
        for one in plan.commitments
    ]  # fmt: skip
    how = _("Promises that a person of the side that receives them has accepted, of all promises.")
    return how, _fewest_first(lines)


def _priorities(results: Results) -> Told:
    plan, numbers = results.plan, numbers_of(results.plan)
    asked = latest_priorities(plan)
    how = _("How much of their dots sales and marketing placed alike: 100% is the same list, 0% has nothing in common.")
    if asked is None:
        return how, []
    sales, marketing = (dots_of(plan, asked, side) for side in ("sales", "marketing"))
    all_sales, all_marketing = sum(sales.values()) or 1, sum(marketing.values()) or 1
    lines = []
    for id in sales.keys() | marketing.keys():
        one, other = sales.get(id, 0) / all_sales, marketing.get(id, 0) / all_marketing
        found = plan.find(id)
        parts = {"sales": numbers.share(round(one, 3)), "marketing": numbers.share(round(other, 3))}
        said = _("{sales} to {marketing}").format(**parts)
        name = whole_name(plan, found) if found else _("something that is no longer in the plan")
        lines.append((-abs(one - other), TraceLine(name=name, value=said, go=row(id) if found else "")))
    how = _("{how} Share of sales to share of marketing, the furthest apart first:").format(how=how)
    return how, _fewest_first(lines)


def _fewest_first(lines: Sequence[tuple[float, TraceLine]]) -> list[TraceLine]:
    return [line for _place, line in sorted(lines, key=lambda pair: (pair[0], pair[1].name))]


_STORIES: dict[str, Callable[[Results], Told]] = {
    "owned_goals": _goals,
    "answered_inputs": _inputs,
    "answering_spend": _money,
    "engaged_power": _power,
    "accepted_promises": _promises,
    "shared_priorities": _priorities,
}
