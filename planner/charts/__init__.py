"""Charts: a plan and its numbers drawn as pictures. No Qt, no pyplot; the one style is in ``style.py``.

matplotlib is imported with the module of a chart, when one is drawn for the first time.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from planner.i18n import _, mark

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from planner.calc.results import Results
    from planner.model.plan import Audience, Plan


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart that the program can draw."""

    key: str
    """Its name in file names and on the command line."""
    heading: str
    module: str
    shows: tuple[tuple[str, str], ...]
    """The table and field pairs it makes visible; an audience that may not see all of them does not get it."""

    @property
    def title(self) -> str:
        """What the chart is about, in a few words."""
        return _(self.heading)

    def draw(self, plan: Plan, results: Results) -> Figure:
        """The chart as a matplotlib Figure. A plan without the facts gives a picture that says what is missing."""
        figure: Figure = import_module(f"planner.charts.{self.module}").draw(plan, results)
        return figure

    def seen_by(self, audience: Audience) -> bool:
        """Whether a copy for this audience may hold the chart."""
        from planner.model.plan import fields_of, row_class

        return all(fields_of(row_class(table))[name].seen_by(audience) for table, name in self.shows)


CHARTS: tuple[Chart, ...] = (
    Chart("stakeholder-map", mark("Stakeholder map"), "stakeholders",
          (("stakeholder", "power"), ("stakeholder", "interest"))),
    Chart("inputs-by-answer", mark("Sales input by answer"), "inputs", (("sales_input", "status"),)),
    Chart("materials", mark("Materials: who finds them useful?"), "materials", (("material", "sales_rating"),)),
    Chart("budget-by-month", mark("Budget by month and side"), "budget",
          (("amount", "planned"), ("budget_line", "amount"), ("facts", "envelope"))),
    Chart("funnel", mark("Funnel: needed and planned"), "funnel",
          (("rate", "most_likely"), ("funnel", "deal_likely"))),
    Chart("order-intake", mark("Order intake by month"), "intake",
          (("rate", "most_likely"), ("funnel", "deal_likely"), ("funnel", "lag_won"))),
    Chart("chance", mark("Orders and how sure they are"), "fan",
          (("rate", "low"), ("rate", "high"), ("funnel", "deal_likely"), ("funnel", "lag_won"))),
    Chart("tornado", mark("What moves the orders most"), "tornado",
          (("rate", "low"), ("rate", "high"), ("funnel", "deal_likely"), ("funnel", "lag_won"))),
    Chart("cut", mark("What a cut saves, and what it loses"), "cut",
          (("amount", "planned"), ("rate", "most_likely"), ("funnel", "deal_likely"), ("funnel", "lag_won"))),
    Chart("landing", mark("Leads that land within the plan"), "landing", (("funnel", "lag_won"),)),
    Chart("allocation", mark("Where the money works best"), "allocation",
          (("activity", "elasticity"), ("budget_line", "amount"), ("funnel", "lag_won"))),
    Chart("burn", mark("How the money goes"), "burn",
          (("amount", "planned"), ("amount", "actual"), ("facts", "envelope"))),
    Chart("alignment", mark("How far we plan together"), "alignment",
          (("stakeholder", "power"), ("budget_line", "amount"), ("dot", "dots"))),
    Chart("said-done", mark("From what was said to what is done"), "said_done", (("sales_input", "status"),)),
)  # fmt: skip

BY_KEY = {chart.key: chart for chart in CHARTS}
