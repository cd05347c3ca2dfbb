"""What the goals page shows of a plan, as plain values."""

from planner.calc import words
from planner.calc.money import to_major
from planner.calc.results import Results
from planner.i18n import _, _n
from planner.model.plan import Goal, Plan
from planner.model.value import Value
from planner.ui.numbers import numbers_of
from planner.ui.voices import name_of_person


class GoalFigures(Value):
    """One goal in words and numbers. Empty texts where something is not known."""

    id: str
    title: str
    measure: str
    baseline: float | None
    target: float | None
    likely: float | None
    now_words: str
    target_words: str
    likely_words: str
    due: str
    marketing: tuple[str, str]
    sales: tuple[str, str]
    supporting: str

    @property
    def spoken(self) -> str:
        """The goal for a screen reader."""
        said = [
            self.title,
            self.measure,
            _("now {value}").format(value=self.now_words or _("not known yet")),
            _("target {value}").format(value=self.target_words or _("not known yet")),
            _("likely {value}").format(value=self.likely_words) if self.likely_words else "",
        ]
        return ", ".join(part for part in said if part)


def end_goal(plan: Plan) -> Goal | None:
    """The goal that both sides share: the first revenue goal, better one with both owners."""
    revenue = [goal for goal in plan.goals if goal.kind == "revenue" and goal.parent is None]
    both = [goal for goal in revenue if goal.owner_marketing and goal.owner_sales]
    return next(iter(both or revenue), None)


def card_goals(plan: Plan) -> list[Goal]:
    """The goals with a card: those that stand under the end goal or under nothing."""
    end = end_goal(plan)
    top = {None, end.id if end else None}
    return [goal for goal in plan.goals if goal != end and (goal.parent in top or goal.parent not in plan.goals)]


def figures(plan: Plan, results: Results, goal: Goal) -> GoalFigures:
    """One goal as it is shown."""
    numbers = numbers_of(plan)
    likely = _likely(plan, results, goal)
    count = sum(1 for other in plan.goals if other.parent == goal.id)
    supporting = _n("{n} supporting goal", "{n} supporting goals", count).format(n=count)
    return GoalFigures(
        id=goal.id,
        title=goal.title or "",
        measure=words.measure(goal.metric),
        baseline=goal.baseline,
        target=goal.target,
        likely=likely,
        now_words=numbers.of_unit(goal.baseline, goal.unit),
        target_words=numbers.of_unit(goal.target, goal.unit),
        likely_words=numbers.of_unit(likely, goal.unit),
        due=numbers.day(goal.due),
        marketing=(name_of_person(plan, goal.owner_marketing), goal.marketing_promise or ""),
        sales=(name_of_person(plan, goal.owner_sales), goal.sales_promise or ""),
        supporting=supporting if count else _("No supporting goals"),
    )


def _likely(plan: Plan, results: Results, goal: Goal) -> float | None:
    """What the forecast expects of a goal in major units, where it says something about it."""
    if goal.kind not in ("revenue", "pipeline") or not len(plan.activities):
        return None
    forecast = results.forecast
    shared = end_goal(plan)
    if goal.kind == "revenue":
        amount = forecast.order_intake if shared is not None and goal.id == shared.id else None
    else:
        amount = forecast.open_pipeline_end
    return None if amount is None else to_major(amount, plan.facts.currency)
