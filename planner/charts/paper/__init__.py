"""Pages for paper, one for each reader, drawn like charts: no Qt, real text, the fonts of the program.

Sizes are those of the drawings: A4 is 1131 wide, or 1600 lying (SECOND-SET.md 2.12).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from planner.i18n import _, mark

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from planner.calc.results import Results
    from planner.model.plan import Audience, Plan


@dataclass(frozen=True, slots=True)
class ReaderPage:
    """What one reader gets on paper."""

    key: str
    """Its name in file names."""
    heading: str
    reader: str
    module: str
    shows: tuple[tuple[str, str], ...]
    """Without these fields the page says nothing; an audience that may not see all of them does not get it."""

    @property
    def title(self) -> str:
        """What the page is, in a few words."""
        return _(self.heading)

    def draw(self, plan: Plan, results: Results, audience: Audience) -> Sequence[Figure]:
        """The page, or pages, as figures; empty where the plan has nothing for this reader yet."""
        pages: Sequence[Figure] = import_module(f"planner.charts.paper.{self.module}").draw(plan, results, audience)
        return pages

    def seen_by(self, audience: Audience) -> bool:
        """Whether a copy for this audience may hold the page."""
        return all(sees(audience, table, name) for table, name in self.shows)


def sees(audience: Audience, table: str, name: str) -> bool:
    """Whether this audience may see a field."""
    from planner.model.plan import fields_of, row_class

    return fields_of(row_class(table))[name].seen_by(audience)


PAGES: tuple[ReaderPage, ...] = (
    ReaderPage("one-page-plan", mark("The plan on one page"), mark("for everybody"), "one", (("goal", "target"),)),
    ReaderPage("finance-page", mark("What the money buys"), mark("for finance"), "cfo",
               (("amount", "planned"), ("rate", "most_likely"), ("funnel", "deal_likely"))),
    ReaderPage("said-and-done", mark("You said, we did"), mark("for everybody who gave an input"), "said_did",
               (("sales_input", "text"),)),
    ReaderPage("sales-page", mark("What sales gets, and gives"), mark("for sales"), "sales",
               (("activity", "sales_role"), ("commitment", "promise"))),
    ReaderPage("agency-brief", mark("The brief"), mark("for the agency"), "brief", (("brief", "propositions"),)),
    ReaderPage("decisions", mark("What was decided"), mark("for everybody"), "decisions",
               (("decision", "decision"),)),
)  # fmt: skip
"""In the order in which the kickoff pack has them."""

BY_KEY = {page.key: page for page in PAGES}
