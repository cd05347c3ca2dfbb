"""The chapters as sheets: what each is for, which lists stand on it, what is counted at its head."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from planner.calc import money
from planner.exchange.workbook import style
from planner.exchange.workbook.book import Book, Fact
from planner.exchange.workbook.tables import Placed
from planner.exchange.workbook.words import word, yes_no
from planner.i18n import _, mark

Counts = Callable[[Book, dict[str, Placed]], list[Fact]]


@dataclass(frozen=True, slots=True)
class Listing:
    """One list of the plan as a table."""

    table: str
    name: str
    heading: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """One chapter of the plan."""

    title: str
    part: str
    purpose: str
    lists: tuple[Listing, ...]
    facts: Counts | None = None
    single: str = ""
    """A table with one row whose fields stand as lines at the head."""


def _goals(book: Book, placed: dict[str, Placed]) -> list[Fact]:
    goals, rows = placed["goal"], book.plan.goals
    title, marketing, sales = goals.column("title"), goals.column("owner_marketing"), goals.column("owner_sales")
    both = sum(bool(row.owner_marketing and row.owner_sales) for row in rows)
    return [
        Fact(_("Goals"), f"COUNTA({title})", sum(bool(row.title) for row in rows)),
        Fact(_("Owned by both sides"), f'SUMPRODUCT(({marketing}<>"")*({sales}<>""))', both),
    ]


def _customers(book: Book, placed: dict[str, Placed]) -> list[Fact]:
    accounts = placed["segment"].column("accounts")
    known = [row.accounts for row in book.plan.segments if row.accounts is not None]
    return [
        Fact(_("Accounts in all"), f'IF(COUNT({accounts})=0,"",SUM({accounts}))', sum(known) if known else None),
    ]


def _stakeholders(book: Book, placed: dict[str, Placed]) -> list[Fact]:
    table, rows = placed["stakeholder"], book.plan.stakeholders
    person, heard = table.column("person"), table.column("engaged_on")
    people = [row for row in rows if row.person in book.plan.people]
    facts = [
        Fact(_("People"), f"COUNTA({person})", len(people)),
        Fact(_("Not heard yet"), f'SUMPRODUCT(({person}<>"")*({heard}=""))',
             sum(row.engaged_on is None for row in people)),
    ]  # fmt: skip
    if book.sees("stakeholder", "power"):
        power = table.column("power")
        facts.append(
            Fact(_("With power 4 or 5"), f'COUNTIF({power},">=4")', sum((row.power or 0) >= 4 for row in rows))
        )
    return facts


def _by_choice(book: Book, placed: Placed, field: str, values: tuple[str, ...], rows: Any) -> list[Fact]:
    """How many rows have each of the choices."""
    column = placed.column(field)
    return [
        Fact(word(value), f'COUNTIF({column},"{word(value)}")', sum(getattr(row, field) == value for row in rows))
        for value in values
    ]


def _inputs(book: Book, placed: dict[str, Placed]) -> list[Fact]:
    values = ("new", "discussed", "accepted", "adapted", "parked", "declined")
    return _by_choice(book, placed["sales_input"], "status", values, book.plan.sales_inputs)


def _materials(book: Book, placed: dict[str, Placed]) -> list[Fact]:
    table, rows = placed["material"], book.plan.materials
    facts = _by_choice(book, table, "decision", ("keep", "revise", "replace", "retire", "create"), rows)
    if book.sees("material", "annual_cost"):
        column = table.column("annual_cost")
        known = [row.annual_cost for row in rows if row.annual_cost is not None]
        value = money.to_major(sum(known), book.plan.facts.currency) if known else None
        facts.append(Fact(_("Cost a year"), f'IF(COUNT({column})=0,"",SUM({column}))', value, book.formats.money))
    return facts


def _questions(book: Book, placed: dict[str, Placed]) -> list[Fact]:
    table, rows = placed["question"], book.plan.questions
    facts = _by_choice(book, table, "status", ("answered", "assumed", "open"), rows)
    blocking, status = table.column("blocking"), table.column("status")
    formula = f'SUMPRODUCT(({blocking}="{yes_no(True)}")*({status}="{word("open")}"))'
    stuck = sum(bool(row.blocking) and row.status == "open" for row in rows)
    return [*facts, Fact(_("Open and blocking"), formula, stuck)]


def _risks(book: Book, placed: dict[str, Placed]) -> list[Fact]:
    return _by_choice(book, placed["risk"], "status", ("open", "closed"), book.plan.risks)


def _promises(book: Book, placed: dict[str, Placed]) -> list[Fact]:
    table, rows = placed["commitment"], book.plan.commitments
    accepted = table.column("accepted_by")
    known = sum(any(id in book.plan.people for id in row.accepted_by) for row in rows)
    return [
        Fact(_("Promises"), f"COUNTA({table.column('promise')})", sum(bool(row.promise) for row in rows)),
        Fact(_("Accepted"), f'SUMPRODUCT(--({accepted}<>""))', known),
    ]


PARTS = (mark("Set out"), mark("Listen"), mark("Plan"), mark("Agree"))

_PEOPLE = Listing("person", "tblPeople", mark("People"))

CONTEXT = Chapter(
    mark("Context"), "Set out", mark("Who we are, where we stand, and what the room agreed before it began."),
    (_PEOPLE, Listing("note", "tblNotes", mark("Situation, strengths and weaknesses, ground rules")),
     Listing("bridge_step", "tblBridge", mark("From last year's revenue to the target: further steps"))),
    single="facts",
)  # fmt: skip
GOALS = Chapter(
    mark("Goals"), "Set out", mark("What both sides want, each goal with a marketing half and a sales half."),
    (Listing("goal", "tblGoals", ""),), _goals,
)  # fmt: skip
CUSTOMERS = Chapter(
    mark("Customers"), "Set out", mark("Who buys, why, and who decides."), (Listing("segment", "tblSegments", ""),),
    _customers,
)  # fmt: skip
STAKEHOLDERS = Chapter(
    mark("Stakeholders"), "Set out", mark("Who can move this plan, where they stand, and when they were last asked."),
    (Listing("stakeholder", "tblStakeholders", mark("Register")),
     Listing("engagement", "tblEngagements", mark("Talks"))), _stakeholders,
)  # fmt: skip
INPUT = Chapter(
    mark("Sales input"), "Listen",
    mark("What sales hears from customers, in their words. Every input gets an answer."),
    (Listing("sales_input", "tblInputs", mark("Inputs and their answers")),
     Listing("vote_round", "tblRounds", mark("Rounds of dots")), Listing("dot", "tblDots", mark("Dots")),), _inputs,
)  # fmt: skip
MATERIALS = Chapter(
    mark("Materials"), "Listen", mark("What exists, what it costs, who uses it, and what becomes of it."),
    (Listing("material", "tblMaterials", mark("Materials")), Listing("rating", "tblRatings", mark("Blind ratings"))),
    _materials,
)  # fmt: skip
BRIEF = Chapter(
    mark("Brief & questions"), "Listen", mark("What the agency works from, and every question with its answer."),
    (Listing("question", "tblQuestions", mark("Questions")), Listing("brief", "tblBriefs", mark("The brief")),
     Listing("approval", "tblApprovals", mark("Approvals of the brief")),
     Listing("brief_section", "tblBriefHeadings", mark("What stands under its headings")),
     Listing("brief_score", "tblBriefScores", mark("Blind scores of the brief"))), _questions,
)  # fmt: skip
ACTIVITIES = Chapter(
    mark("Activities"), "Plan", mark("What is done, by whom, when, and the leads it is expected to bring."),
    (Listing("activity", "tblActivities", ""),
     Listing("run", "tblRuns", mark("Runs again: what takes place more than once, each further time a row"))),
)  # fmt: skip
BUDGET = Chapter(
    mark("Budget"), "Plan", mark("What it costs, when it is spent, and who leads each line."),
    (Listing("budget_line", "tblBudget", ""),),
)  # fmt: skip
FORECAST = Chapter(
    mark("Forecast"), "Plan", mark("What the plan should bring, and from which assumptions."),
    (Listing("rate", "tblRates", mark("Rates from stage to stage")),
     Listing("stage", "tblStages", mark("What counts as what")),
     Listing("prior_month", "tblPrior", mark("Leads before the plan starts")),
     Listing("lead_type", "tblLeadTypes", mark("What a lead is worth")),
     Listing("scenario", "tblScenarios", mark("What if")),
     Listing("threshold", "tblThresholds", mark("Lines that the team draws itself"))), single="funnel",
)  # fmt: skip
RISKS = Chapter(
    mark("Risks"), "Plan", mark("What could go wrong, what was decided, and who disagreed."),
    (Listing("risk", "tblRisks", mark("Risks, assumptions, issues, dependencies")),
     Listing("decision", "tblDecisions", mark("Decisions")),
     Listing("premortem", "tblPremortems", mark("If it failed, why?")),
     Listing("cause", "tblCauses", mark("What people wrote then"))), _risks,
)  # fmt: skip
AGREEMENT = Chapter(
    mark("Agreement"), "Agree", mark("What each side promises the other, and who has signed."),
    (Listing("commitment", "tblPromises", mark("Promises")), Listing("signoff", "tblSignatures", mark("Signatures")),
     Listing("waiver", "tblWaivers", mark("Findings left standing, with a reason")),
     Listing("named_version", "tblVersions", mark("Versions with a name"))), _promises,
)  # fmt: skip
REVIEW = Chapter(
    mark("Review"), "Agree", mark("What really came in, and which promises were kept."),
    (Listing("actual", "tblActuals", mark("What came in")),
     Listing("amount", "tblSpend", mark("Committed and spent, by line and month")),
     Listing("promise_check", "tblKept", mark("Promises checked")), Listing("session", "tblSessions", mark("Sessions")),
     Listing("pulse", "tblPulse", mark("Pulse")), Listing("coach_answer", "tblCoach", mark("The coach's questions"))),
)  # fmt: skip

CHAPTERS = (CONTEXT, GOALS, CUSTOMERS, STAKEHOLDERS, INPUT, MATERIALS, BRIEF, ACTIVITIES, BUDGET, FORECAST, RISKS,
            AGREEMENT, REVIEW)  # fmt: skip


def tab(chapter: Chapter) -> str:
    """The colour of the chapter's tab."""
    return style.PART_TABS[chapter.part]
