"""The plan: everything the team has agreed on so far, as one immutable value.

This is the one door to the vocabulary for reading: numbers, findings, charts, pages and exports are functions of a
``Plan``. Changing one goes through ``planner.model.document``.

* identity: every row has an ``id`` (UUID text) and most a short ``code`` (G1, SI-07) that people say aloud
* links are ids of rows, lists of links tuples of ids, in their order
* money is an integer in minor units; a share a fraction 0..1; a month ``'YYYY-MM'``; a day ``'YYYY-MM-DD'``
* what is not known is ``None`` and never 0
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from planner.i18n import mark
from planner.model.fields import FUNCTIONS, Audience, Day, Field, Kind, Money, Month, RowId, Series, fields_of
from planner.model.rows.base import Row
from planner.model.rowset import Rows
from planner.model.tables import CELLS, SINGLETONS, TABLES, WHERE, row_class

if TYPE_CHECKING:
    from planner.model.rows.agree import Cause, Commitment, Decision, Premortem, Risk, Signoff, Waiver
    from planner.model.rows.brief import Approval, Brief, BriefScore, BriefSection, Question
    from planner.model.rows.context import Facts
    from planner.model.rows.customers import Segment
    from planner.model.rows.extra import Extra
    from planner.model.rows.forecast import Funnel, LeadType, PriorMonth, Rate, Scenario, Stage, Threshold
    from planner.model.rows.goals import Goal
    from planner.model.rows.listening import Dot, Material, Rating, SalesInput, VoteRound
    from planner.model.rows.meeting import Settled
    from planner.model.rows.people import Engagement, Stakeholder
    from planner.model.rows.person import Person
    from planner.model.rows.review import Actual, CoachAnswer, NamedVersion, PromiseCheck, Pulse, Session
    from planner.model.rows.situation import BridgeStep, Note
    from planner.model.rows.work import Activity, Amount, BudgetLine, LeadMonth, Run

STAGE_WORDS = {
    "lead": mark("Leads"),
    "mql": mark("Qualified by marketing"),
    "sal": mark("Accepted by sales"),
    "sql": mark("Qualified by sales"),
    "opp": mark("Opportunities"),
    "opportunity": mark("Opportunities"),
    "won": mark("Orders"),
}
"""The usual stages of the funnel by their codes, as people call them."""
TWO_SIDED = frozenset({"GOL-01", "SIN-01", "SIN-02", "BUD-01", "SGN-01"})
"""Rules whose findings people of one side alone cannot leave as they are (method.md C0)."""
_NONE: Rows[Any] = Rows()


class Plan:
    """One state of a plan. Immutable; equal when all rows are equal."""

    __slots__ = ("_tables",)

    def __init__(self, tables: Mapping[str, Rows[Any]] | None = None) -> None:
        self._tables: dict[str, Rows[Any]] = dict(tables or {})

    def table(self, name: str) -> Rows[Any]:
        """The rows of a table by its name. Raises KeyError for a table that no plan has."""
        if name not in WHERE:
            raise KeyError(name)
        return self._tables.get(name, _NONE)

    def with_tables(self, tables: Mapping[str, Rows[Any]]) -> Plan:
        """The same plan with some tables replaced."""
        return Plan({**self._tables, **tables})

    def find(self, id: RowId | None) -> Row | None:
        """The row with this id in whichever table, or None."""
        return next((row for rows in self._tables.values() if (row := rows.get(id)) is not None), None)

    def rows(self) -> Iterator[Row]:
        """Every row of every table, in the order of the tables."""
        for name in TABLES:
            yield from self.table(name)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Plan) and all(self.table(name) == other.table(name) for name in TABLES)

    __hash__ = None  # type: ignore[assignment]

    @property
    def facts(self) -> Facts:
        """The plan's own facts: title, currency, period, company."""
        return self._only("facts")  # type: ignore[return-value]

    @property
    def funnel(self) -> Funnel:
        """The assumptions that belong to the whole funnel."""
        return self._only("funnel")  # type: ignore[return-value]

    def _only(self, name: str) -> Row:
        id = SINGLETONS[name]
        return self.table(name).get(id) or row_class(name)(id=id)

    @property
    def notes(self) -> Rows[Note]:
        return self.table("note")

    @property
    def bridge_steps(self) -> Rows[BridgeStep]:
        return self.table("bridge_step")

    @property
    def people(self) -> Rows[Person]:
        return self.table("person")

    @property
    def extras(self) -> Rows[Extra]:
        return self.table("extra")

    @property
    def stakeholders(self) -> Rows[Stakeholder]:
        return self.table("stakeholder")

    @property
    def engagements(self) -> Rows[Engagement]:
        return self.table("engagement")

    @property
    def goals(self) -> Rows[Goal]:
        return self.table("goal")

    @property
    def segments(self) -> Rows[Segment]:
        return self.table("segment")

    @property
    def sales_inputs(self) -> Rows[SalesInput]:
        return self.table("sales_input")

    @property
    def vote_rounds(self) -> Rows[VoteRound]:
        return self.table("vote_round")

    @property
    def dots(self) -> Rows[Dot]:
        return self.table("dot")

    @property
    def materials(self) -> Rows[Material]:
        return self.table("material")

    @property
    def ratings(self) -> Rows[Rating]:
        return self.table("rating")

    @property
    def briefs(self) -> Rows[Brief]:
        return self.table("brief")

    @property
    def approvals(self) -> Rows[Approval]:
        return self.table("approval")

    @property
    def questions(self) -> Rows[Question]:
        return self.table("question")

    @property
    def brief_scores(self) -> Rows[BriefScore]:
        return self.table("brief_score")

    @property
    def brief_sections(self) -> Rows[BriefSection]:
        return self.table("brief_section")

    @property
    def activities(self) -> Rows[Activity]:
        return self.table("activity")

    @property
    def runs(self) -> Rows[Run]:
        return self.table("run")

    @property
    def lead_months(self) -> Rows[LeadMonth]:
        return self.table("lead_month")

    @property
    def budget_lines(self) -> Rows[BudgetLine]:
        return self.table("budget_line")

    @property
    def amounts(self) -> Rows[Amount]:
        return self.table("amount")

    @property
    def stages(self) -> Rows[Stage]:
        return self.table("stage")

    @property
    def rates(self) -> Rows[Rate]:
        return self.table("rate")

    @property
    def prior_months(self) -> Rows[PriorMonth]:
        return self.table("prior_month")

    @property
    def scenarios(self) -> Rows[Scenario]:
        return self.table("scenario")

    @property
    def lead_types(self) -> Rows[LeadType]:
        return self.table("lead_type")

    @property
    def thresholds(self) -> Rows[Threshold]:
        return self.table("threshold")

    @property
    def risks(self) -> Rows[Risk]:
        return self.table("risk")

    @property
    def premortems(self) -> Rows[Premortem]:
        return self.table("premortem")

    @property
    def causes(self) -> Rows[Cause]:
        return self.table("cause")

    @property
    def decisions(self) -> Rows[Decision]:
        return self.table("decision")

    @property
    def commitments(self) -> Rows[Commitment]:
        return self.table("commitment")

    @property
    def signoffs(self) -> Rows[Signoff]:
        return self.table("signoff")

    @property
    def waivers(self) -> Rows[Waiver]:
        return self.table("waiver")

    @property
    def actuals(self) -> Rows[Actual]:
        return self.table("actual")

    @property
    def promise_checks(self) -> Rows[PromiseCheck]:
        return self.table("promise_check")

    @property
    def sessions(self) -> Rows[Session]:
        return self.table("session")

    @property
    def pulses(self) -> Rows[Pulse]:
        return self.table("pulse")

    @property
    def coach_answers(self) -> Rows[CoachAnswer]:
        return self.table("coach_answer")

    @property
    def named_versions(self) -> Rows[NamedVersion]:
        return self.table("named_version")

    @property
    def settled(self) -> Rows[Settled]:
        return self.table("settled")


def __getattr__(name: str) -> Any:
    """Row classes are found here by name, imported when first asked for."""
    for table, (_, class_name) in WHERE.items():
        if class_name == name:
            return row_class(table)
    raise AttributeError(name)


__all__ = [
    "CELLS",
    "FUNCTIONS",
    "SINGLETONS",
    "TABLES",
    "TWO_SIDED",
    "Activity",
    "Actual",
    "Amount",
    "Approval",
    "Audience",
    "BridgeStep",
    "Brief",
    "BriefScore",
    "BriefSection",
    "BudgetLine",
    "Cause",
    "CoachAnswer",
    "Commitment",
    "Day",
    "Decision",
    "Dot",
    "Engagement",
    "Extra",
    "Facts",
    "Field",
    "Funnel",
    "Goal",
    "Kind",
    "LeadMonth",
    "LeadType",
    "Material",
    "Money",
    "Month",
    "NamedVersion",
    "Note",
    "Person",
    "Plan",
    "Premortem",
    "PriorMonth",
    "PromiseCheck",
    "Pulse",
    "Question",
    "Rate",
    "Rating",
    "Risk",
    "Row",
    "RowId",
    "Rows",
    "Run",
    "SalesInput",
    "Scenario",
    "Segment",
    "Series",
    "Session",
    "Settled",
    "Signoff",
    "Stage",
    "Stakeholder",
    "Threshold",
    "VoteRound",
    "Waiver",
    "fields_of",
    "row_class",
]
