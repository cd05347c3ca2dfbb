"""What others report, for comparison and never as a default (method.md E): said with source, year, whom they asked
and how far to trust it. Figures without a traceable source are left out, however often they are quoted."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from planner.calc.budget import share_of
from planner.i18n import mark

if TYPE_CHECKING:
    from planner.model.plan import Plan


class Benchmark(NamedTuple):
    """One figure from elsewhere; the texts are translated where they are shown."""

    chapter: str
    said: str
    source: str
    """Who found it, when, and whom they asked."""
    trust: str
    """A: the method is open and fits; B: sound, but of other firms than most."""
    short: str = ""
    """What it is beside a figure of the plan's own."""
    share: float | None = None
    """Where it is a share of revenue that goes into marketing."""


BENCHMARKS = (
    Benchmark(
        "stakeholders",
        mark("Marketing leaders name their finance chief (40%) and their chief executive (39%) most often as doubting "
             "what marketing brings."),
        mark("Gartner, 2024, nearly 400 marketing leaders"), "B",
    ),
    Benchmark(
        "brief",
        mark("80% of marketers find that they write good briefs; 10% of agencies agree."),
        mark("BetterBriefs, 2021, more than 1,700 people in 70 countries"), "B",
    ),
    Benchmark(
        "budget",
        mark("Marketing gets 7.8% of revenue on average."),
        mark("Gartner, 2026, about 400 marketing leaders, mostly of companies above a billion dollars"), "B",
        mark("All industries, mostly very large companies (Gartner, 2026)"), 0.078,
    ),
    Benchmark(
        "budget",
        mark("Firms that sell products to other firms give 6.4% of revenue to marketing, those that sell services 9%."),
        mark("CMO Survey, 2025, firms in the United States that chose to answer; about half leave salaries out"), "B",
        mark("Products for other firms, United States (CMO Survey, 2025)"), 0.064,
    ),
    Benchmark(
        "forecast",
        mark("Firms that tried to reach a lead within an hour were nearly seven times as likely to qualify it as those "
             "that tried an hour later. 23% never answered."),
        mark("Harvard Business Review, 2011, leads of 42 companies and a test of 2,241"), "B",
    ),
    Benchmark(
        "forecast",
        mark("Of the profit that better planning of marketing money brought, 71% came from splitting it better and 29% "
             "from changing its size."),
        mark("Review of several studies, 2021"), "A",
    ),
    Benchmark(
        "risks",
        mark("Who imagines that it has failed already names 30% more of the right reasons."),
        mark("Experiment of 1989, told in Harvard Business Review, 2007"), "B",
    ),
    Benchmark(
        "agreement",
        mark("82% of top managers say that product, sales and marketing pull together; 65% of the people in sales and "
             "marketing see their leaders apart."),
        mark("Forrester, 2024, two surveys that asked different questions"), "B",
    ),
)  # fmt: skip


def benchmarks(chapter: str) -> list[Benchmark]:
    """What others report on the subject of a chapter."""
    return [one for one in BENCHMARKS if one.chapter == chapter]


def revenue_share(plan: Plan) -> float | None:
    """The envelope as a share of the revenue that the plan aims at; None where either is not known."""
    return share_of(plan.facts.envelope, plan.facts.revenue_target)
