"""How far the people are from where the plan needs them: the steps still to go, by person and on average."""

from planner.calc.engagement import engagement_gap, stance_gap
from planner.calc.results import Results
from planner.i18n import _, _n
from planner.model.plan import Stakeholder
from planner.ui.numbers import Numbers, numbers_of
from planner.ui.pages.stakeholders.figures import stance_words, stop_of
from planner.ui.parts.trace import Trace, TraceLine, row
from planner.ui.voices import name_of_person

GAP = "gap"


def gap_words(results: Results) -> str:
    """The mean in words; empty where it is not known."""
    gap = engagement_gap(results.plan)
    if gap is None:
        return ""
    if not gap:
        return _("Everybody is where the plan needs them")
    return _("On average {n} steps to go").format(n=numbers_of(results.plan).number(gap, 2))


def story(results: Results, key: str) -> Trace | None:
    """How the mean comes about; None for another key, and where it is not known."""
    gap = engagement_gap(results.plan)
    if key != GAP or gap is None:
        return None
    plan, numbers = results.plan, numbers_of(results.plan)
    how = _(
        "The steps from the stance of today to the one wanted, each person as heavy as their power. Going from unaware "
        "to against is a step too: they know now. It is our own measure."
    )
    people = sorted(plan.stakeholders, key=lambda one: (-_weight(one), name_of_person(plan, one.person)))
    lines = tuple(TraceLine(name=_name(results, one), value=_value(numbers, one), go=row(one.id, "current"))
                  for one in people)  # fmt: skip
    value = _n("{n} step", "{n} steps", 1 if gap == 1 else 2).format(n=numbers.number(gap, 3))
    return Trace(name=_("Steps still to go, on average"), value=value, how=how, lines=lines)


def _weight(one: Stakeholder) -> float:
    """What a person adds to the sum; less than nothing where it is not known, so that they come last."""
    gap = stance_gap(one)
    return -1.0 if gap is None or one.power is None else max(0, gap) * one.power


def _name(results: Results, one: Stakeholder) -> str:
    name = name_of_person(results.plan, one.person) or _("Nobody yet")
    return _("{name}: {stance}").format(name=name, stance=stance_words(stop_of(one.current), stop_of(one.desired)))


def _value(numbers: Numbers, one: Stakeholder) -> str:
    gap = stance_gap(one)
    if gap is None or one.power is None:
        return _("not known yet")
    steps = max(0, gap)
    said = _n("{n} step, power {power}", "{n} steps, power {power}", steps)
    return said.format(n=steps, power=numbers.number(one.power))
