"""Everything that follows from a plan, each thing worked out once, when it is first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from planner.model.plan import Day, Plan, RowId

if TYPE_CHECKING:
    from planner.calc.alignment import Alignment
    from planner.calc.budget import Budget
    from planner.calc.capacity import Capacity
    from planner.calc.cut import Simulator
    from planner.calc.forecast import Forecast
    from planner.calc.habit import Habit
    from planner.calc.leadvalue import MoneyPromise
    from planner.calc.limits import Limits
    from planner.calc.materials import Opinion
    from planner.calc.montecarlo import Simulation
    from planner.calc.progress import Progress
    from planner.calc.readiness import Readiness
    from planner.calc.returns import Returns
    from planner.calc.review import Review
    from planner.calc.rules import Finding, Report
    from planner.calc.scores import GoalScore
    from planner.calc.supply import Supply
    from planner.calc.tornado import Bar
    from planner.calc.voices import Said


class Results:
    """What is derived from one plan on one day. As immutable as the plan."""

    def __init__(
        self,
        plan: Plan,
        as_of: Day | None = None,
        limits: Limits | None = None,
        signed: Mapping[str, Plan] | None = None,
    ) -> None:
        self.plan = plan
        self.as_of = as_of
        """What "today" means; None where nobody says."""
        self._limits = limits
        self.signed: Mapping[str, Plan] = signed or {}
        """The plan as it stood under each signature, by the edit that the signature names."""
        self._reports: dict[str | None, Report] = {}

    @cached_property
    def limits(self) -> Limits:
        """Where the rules draw their lines in this plan."""
        from planner.calc.limits import limits_of

        return limits_of(self.plan) if self._limits is None else self._limits

    @cached_property
    def budget(self) -> Budget:
        """Sums of the budget."""
        from planner.calc.budget import budget_of

        return budget_of(self.plan)

    @cached_property
    def habit(self) -> Habit | None:
        """How much of the budget nobody asked for; None where there is no money yet."""
        from planner.calc.habit import habit_of

        return habit_of(self.plan, self.budget)

    @cached_property
    def opinions(self) -> dict[RowId, Opinion]:
        """What each side thinks of each material."""
        from planner.calc.materials import opinions

        return opinions(self.plan)

    @cached_property
    def alignment(self) -> Alignment:
        """How far the sides plan together."""
        from planner.calc.alignment import alignment_of

        return alignment_of(self.plan, self.budget)

    @cached_property
    def forecast(self) -> Forecast:
        """From leads to orders."""
        from planner.calc.forecast import forecast_of

        return forecast_of(self.plan, self.budget, self.alignment, self.supply)

    @cached_property
    def supply(self) -> Supply:
        """Leads by the month they arrive in."""
        from planner.calc.supply import supply_of

        return supply_of(self.plan)

    @cached_property
    def returns(self) -> Returns:
        """Unit economics: what a lead and a customer cost and bring."""
        from planner.calc.returns import returns_of

        return returns_of(self.plan, self.forecast, self.budget, self.supply)

    @cached_property
    def capacity(self) -> Capacity:
        """What the plan asks of people, by month."""
        from planner.calc.capacity import capacity_of

        return capacity_of(self.plan, self.supply)

    @cached_property
    def money_promise(self) -> MoneyPromise:
        """What a month's leads are worth, against what marketing promises."""
        from planner.calc.leadvalue import money_promise

        return money_promise(self.plan)

    @cached_property
    def tornado(self) -> tuple[Bar, ...]:
        """Which assumption moves order intake most."""
        from planner.calc.tornado import tornado

        return tornado(self.plan, self.forecast)

    @cached_property
    def simulator(self) -> Simulator:
        """What cuts are asked of."""
        from planner.calc.cut import Simulator

        return Simulator(self)

    @cached_property
    def review(self) -> Review:
        """Plan against actual."""
        from planner.calc.review import review_of

        return review_of(self.plan, self.forecast, self.budget, self.supply)

    @cached_property
    def goal_scores(self) -> tuple[GoalScore, ...]:
        """How far each goal has come."""
        from planner.calc.scores import goal_scores

        return goal_scores(self.plan)

    @property
    def chance(self) -> float | None:
        """The chance of reaching the revenue goal; None where it does not follow."""
        return self.simulation.counted.p_hit if self.simulation else None

    @cached_property
    def voices(self) -> dict[str, Said]:
        """How much each voice said, by voice."""
        from planner.calc.voices import voices

        return voices(self.plan)

    @cached_property
    def readiness(self) -> dict[str, Readiness]:
        """How ready each chapter is for the gate that the plan works towards, by its key."""
        from planner.calc.readiness import readiness

        return readiness(self.report())

    @cached_property
    def progress(self) -> dict[str, Progress]:
        """How far each chapter is, by its key."""
        from planner.calc.progress import chapter_progress

        return chapter_progress(self.plan, self)

    def work_out(self) -> None:
        """Work out now what the window asks for after each edit."""
        _asked = (self.report(), self.progress, self.voices)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Findings at the gate that the plan works towards."""
        return self.report().findings

    def report(self, gate: str | None = None) -> Report:
        """The check at one gate, by default at the one the plan works towards; on the plan's own day where nobody says
        which. Raises ValueError for no gate."""
        if gate not in self._reports:
            from planner.calc.rules import check

            day = self.as_of or self.plan.facts.as_of
            told = self if day == self.as_of else Results(self.plan, day, self._limits, self.signed)
            self._reports[gate] = check(told, gate)
        return self._reports[gate]

    @cached_property
    def simulation(self) -> Simulation | None:
        """Order intake drawn many times with the plan's own seed; None without a forecast."""
        return self.simulated()

    def simulated(self, runs: int | None = None, seed: int | None = None) -> Simulation | None:
        """Order intake drawn so many times (as many as usual, with the plan's seed, unless given)."""
        from planner.calc.montecarlo import RUNS, SEED, simulate

        given, kept = self.forecast.assumptions, self.plan.funnel.seed
        chosen: int = seed if seed is not None else SEED if kept is None else kept
        return None if given is None else simulate(given, RUNS if runs is None else runs, chosen)

    def forecast_json(self, runs: int | None = None, seed: int | None = None) -> dict[str, Any]:
        """The forecast for programs, simulated with so many runs unless 0; the seed is the plan's unless given."""
        from planner.calc.forecast_json import as_json

        return as_json(self.forecast, None if runs == 0 else self.simulated(runs, seed))
