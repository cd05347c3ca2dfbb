"""How a figure of the forecast comes about: its formula in words with the numbers put in, and where they come from."""

from collections.abc import Callable

from planner.calc import funnel, lag, months, words
from planner.calc.outlook import Outlook
from planner.calc.results import Results
from planner.i18n import _, _n
from planner.model.plan import SINGLETONS, Plan
from planner.ui.numbers import Numbers, numbers_of
from planner.ui.pages.forecast.figures import count_words, counts_by_stage, need_words, rate_source, stage_name
from planner.ui.parts.trace import Trace, TraceLine, row

FUNNEL = SINGLETONS["funnel"]


class Tracer:
    """Traces of one plan by their keys."""

    def __init__(self, results: Results, outlook: Outlook | None) -> None:
        self.plan: Plan = results.plan
        self.results = results
        self.outlook = outlook
        self.numbers: Numbers = numbers_of(results.plan)
        self._made: dict[str, Callable[[], Trace]] = {
            "intake": self._intake,
            "deals": self._deals,
            "effective": self._effective,
            "carried": self._carried,
            "planned": self._planned,
            "inbound": self._inbound,
            "rate": self._rate,
            "deal": self._deal,
            "target": self._target,
            "needed": self._needed,
            "chance": self._chance,
            "low": self._low,
            "high": self._high,
            "coverage": self._coverage,
        }

    def trace(self, key: str) -> Trace | None:
        """How this figure comes about; None for one that has no story."""
        if key in self._made:
            return self._made[key]()
        kind, _colon, which = key.partition(":")
        if kind == "stage":
            return self._stage(int(which))
        return None

    # Words for numbers

    def unknown(self, words: str) -> str:
        """A figure, or that it is not known yet."""
        return words or _("not known yet")

    def money(self, amount: float | None) -> str:
        """An amount in minor units; from a thousand up without what decimals would pretend."""
        if amount is None:
            return self.unknown("")
        minor = 10**self.numbers.decimals
        whole = abs(amount) >= 1000 * minor
        return self.numbers.money(round(amount / minor) * minor if whole else round(amount))

    def count(self, value: float | None, decimals: int = 1) -> str:
        return self.unknown(self.numbers.number(value, decimals) if value is not None else "")

    def share(self, value: float | None, decimals: int = 1) -> str:
        return self.unknown(self.numbers.share(None if value is None else round(value, 2 + decimals)))

    def _need(self) -> str:
        return self.unknown(need_words(self.numbers, self.results.forecast.needed_leads))

    # Orders

    def _intake(self) -> Trace:
        forecast = self.results.forecast
        how = _("{orders} orders × {deal} for each order. It is rounded only at the end.").format(
            orders=self.count(forecast.deals, 2), deal=self.money(self.plan.funnel.deal_likely)
        )
        return Trace(
            _("Likely orders in the plan year"), self.money(forecast.order_intake), how,
            (
                TraceLine(_("Orders"), self.count(forecast.deals, 2), "trace:deals"),
                TraceLine(_("What an order brings"), self.money(self.plan.funnel.deal_likely), "trace:deal"),
            ),
        )  # fmt: skip

    def _deals(self) -> Trace:
        forecast = self.results.forecast
        how = _("{leads} leads that land in the plan year × {rate} of leads that become orders.").format(
            leads=self.count(forecast.effective_leads, 2), rate=self.share(forecast.end_to_end_rate, 2)
        )
        return Trace(
            _("Orders in the plan year"), self.count(forecast.deals, 2), how,
            (
                TraceLine(_("Leads that land in time"), self.count(forecast.effective_leads, 2), "trace:effective"),
                TraceLine(_("From lead to order"), self.share(forecast.end_to_end_rate, 2), "trace:rate"),
            ),
        )  # fmt: skip

    def _deal(self) -> Trace:
        given = self.plan.funnel
        how = _("Between {low} and {high}, most likely {likely}. {evidence}").format(
            low=self.money(given.deal_low), high=self.money(given.deal_high), likely=self.money(given.deal_likely),
            evidence=given.deal_evidence or _("Where this comes from is not written down yet."),
        )  # fmt: skip
        lines = (
            TraceLine(_("Low"), self.money(given.deal_low), row(FUNNEL, "deal_low")),
            TraceLine(_("Likely"), self.money(given.deal_likely), row(FUNNEL, "deal_likely")),
            TraceLine(_("High"), self.money(given.deal_high), row(FUNNEL, "deal_high")),
            TraceLine(_("Deals counted"), self.count(given.deal_n, 0), row(FUNNEL, "deal_n")),
        )
        return Trace(_("What an order brings"), self.money(given.deal_likely), how, lines)

    def _rate(self) -> Trace:
        steps = funnel.steps(self.plan)
        known = [self.numbers.share(step.rate) if step.rate is not None else "?" for step in steps]
        lines = [
            TraceLine(
                _("{step}, {source}").format(step=words.step(step.row.code), source=rate_source(self.plan, step)),
                self.share(step.rate),
                row(step.row.id, "most_likely"),
            )
            for step in steps
        ]
        how = _("Every step of the funnel one after another: {product}.").format(product=" × ".join(known) or "?")
        rate = self.results.forecast.end_to_end_rate
        return Trace(_("From lead to order"), self.share(rate, 2), how, tuple(lines))

    # Leads

    def _effective(self) -> Trace:
        forecast = self.results.forecast
        how = _(
            "A lead counts in the year in which its order comes. {carried} from before the plan, {planned} of the "
            "activities and {inbound} that come by themselves land in time."
        ).format(
            carried=self.count(forecast.carry_in_leads), planned=self.count(forecast.plan_leads_landing),
            inbound=self.count(forecast.baseline_leads_landing),
        )  # fmt: skip
        lines = (
            TraceLine(_("From before the plan"), self.count(forecast.carry_in_leads, 2), "trace:carried"),
            TraceLine(_("Of activities"), self.count(forecast.plan_leads_landing, 2), "trace:planned"),
            TraceLine(_("By themselves"), self.count(forecast.baseline_leads_landing, 2), "trace:inbound"),
            TraceLine(_("Needed for the goal"), self._need(), "trace:needed"),
        )
        return Trace(_("Leads that land in time"), self.count(forecast.effective_leads, 2), how, lines)

    def _carried(self) -> Trace:
        plan, total = self.plan, lag.cumulative(self.plan.funnel.lag_won)
        end = self.results.supply.length - 1
        lines = []
        for prior in sorted(plan.prior_months, key=_by_month):
            at = months.offset(plan.facts.fiscal_year_start, prior.month)
            if at is None or at >= 0 or prior.leads is None:
                continue
            share = lag.landed(total, end - at) - lag.landed(total, -1 - at)
            name = _("{month}: {leads} leads, {share} of them still land").format(
                month=self.numbers.month(prior.month), leads=self.count(prior.leads, 0), share=self.share(share, 0)
            )
            lines.append(TraceLine(name, self.count(prior.leads * share, 2), row(prior.id, "leads")))
        how = _("Leads of each month before the plan × the share of them whose orders only come in the plan year.")
        if plan.funnel.prior_note:
            how = f"{how} {plan.funnel.prior_note}"
        lines.append(TraceLine(_("Months from lead to order"), self._lag(), row(FUNNEL, "lag_won")))
        carried = self.results.forecast.carry_in_leads
        return Trace(_("From before the plan"), self.count(carried, 2), how, tuple(lines))

    def _lag(self) -> str:
        weights = self.plan.funnel.lag_won
        if not weights or not sum(weights):
            return _("not known yet")
        mean = sum(wait * share for wait, share in enumerate(weights)) / sum(weights)
        return _("{n} on average").format(n=self.numbers.number(mean, 1))

    def _planned(self) -> Trace:
        lines = []
        for activity in self.plan.activities:
            leads = self.results.supply.by_activity.get(activity.id)
            share = self.results.forecast.landing_share.get(activity.code or activity.id)
            if not leads or share is None:
                continue
            count = sum(leads.values())
            name = _("{name}: {leads} leads, {share} land in time").format(
                name=activity.title or activity.code or "", leads=self.count(count, 0), share=self.share(share)
            )
            lines.append(TraceLine(name, self.count(count * share, 2), row(activity.id, "leads_likely")))
        lines.append(TraceLine(_("Months from lead to order"), self._lag(), row(FUNNEL, "lag_won")))
        how = _("Leads of each activity × the share of them whose orders come before the plan year ends.")
        landing = self.results.forecast.plan_leads_landing
        return Trace(_("Leads of activities that land in time"), self.count(landing, 2), how, tuple(lines))

    def _inbound(self) -> Trace:
        given, forecast = self.plan.funnel, self.results.forecast
        count = len(forecast.months)
        how = _("{leads} leads a month for {n} months, as far as their orders come before the plan year ends.").format(
            leads=self.count(given.baseline_likely, 0), n=count
        )
        lines = (
            TraceLine(
                _("Inbound leads a month, {source}").format(
                    source=given.baseline_evidence or _("source not known yet")
                ),
                self.count(given.baseline_likely, 0), row(FUNNEL, "baseline_likely"),
            ),
            TraceLine(_("Months from lead to order"), self._lag(), row(FUNNEL, "lag_won")),
        )  # fmt: skip
        return Trace(_("Leads that come by themselves"), self.count(forecast.baseline_leads_landing, 2), how, lines)

    def _needed(self) -> Trace:
        forecast = self.results.forecast
        how = _("{goal} ÷ {deal} for each order ÷ {rate} of leads that become orders.").format(
            goal=self.money(forecast.target), deal=self.money(self.plan.funnel.deal_likely),
            rate=self.share(forecast.end_to_end_rate, 2),
        )  # fmt: skip
        lines = (
            TraceLine(_("Goal on orders"), self.money(forecast.target), "trace:target"),
            TraceLine(_("What an order brings"), self.money(self.plan.funnel.deal_likely), "trace:deal"),
            TraceLine(_("From lead to order"), self.share(forecast.end_to_end_rate, 2), "trace:rate"),
        )
        return Trace(_("Leads needed for the goal"), self._need(), how, lines)

    def _target(self) -> Trace:
        from planner.calc.forecast import revenue_goal

        goal = revenue_goal(self.plan)
        if goal is None:
            return Trace(_("Goal on orders"), _("not known yet"), _("No goal on orders has a target yet."))
        how = _("The first goal on orders that has a target: {goal}.").format(goal=words.quote(goal.title))
        line = TraceLine(
            goal.title or goal.code or "", self.money(self.results.forecast.target), row(goal.id, "target")
        )
        return Trace(_("Goal on orders"), self.money(self.results.forecast.target), how, (line,))

    def _stage(self, place: int) -> Trace | None:
        forecast = self.results.forecast
        if not 0 <= place < len(forecast.stages):
            return None
        if place == 0:
            found = self._effective()
            return Trace(stage_name(self.plan, forecast.stages[0]), found.value, found.how, found.lines)
        step = funnel.steps(self.plan)[place - 1]
        before, name = (stage_name(self.plan, forecast.stages[n]) for n in (place - 1, place))
        counts = counts_by_stage(self.results)
        had, has = (counts[n] if n < len(counts) else None for n in (place - 1, place))
        how = _("{before} × the {rate} of them that go on.").format(
            before=self.count(had, 2), rate=self.share(step.rate)
        )
        source = _("Rate, {source}").format(source=rate_source(self.plan, step, whole=True))
        lines = [
            TraceLine(before, self.count(had, 2), f"trace:stage:{place - 1}"),
            TraceLine(source, self.share(step.rate), row(step.row.id, "most_likely")),
        ]
        if step.row.low is not None and step.row.high is not None:
            between = f"{self.share(step.row.low)} – {self.share(step.row.high)}"
            lines.append(TraceLine(_("Range of the rate"), between, row(step.row.id, "low")))
        if step.row.observed is not None and step.row.n:
            lines.append(self._observed(step))
        if self.outlook is not None and place < len(self.outlook.stages):
            low, high = (count_words(self.numbers, value) for value in self.outlook.stages[place])
            lines.append(TraceLine(_("In eight of ten runs between"), f"{low} – {high}", "trace:chance"))
        stage = self.plan.stages.by_code(forecast.stages[place])
        if stage is not None:
            said = _("Counts when: {definition}").format(definition=stage.definition or _("not agreed yet"))
            lines.append(TraceLine(said, "", row(stage.id, "definition")))
        return Trace(name, self.count(has, 2), how, tuple(lines))

    def _observed(self, step: funnel.Step) -> TraceLine:
        observed, n = step.row.observed or 0.0, step.row.n or 0
        wilson = funnel.wilson(round(observed * n), n)
        name = _n("Observed in {n} case", "Observed in {n} cases", n).format(n=self.numbers.number(n))
        if wilson is not None:
            name = _("{observed}; 95 of 100 such counts mean {low} to {high}").format(
                observed=name, low=self.share(wilson[0]), high=self.share(wilson[1])
            )
        return TraceLine(name, self.share(observed), row(step.row.id, "observed"))

    # How sure

    def _drawn(self, name: str, value: str, how: str) -> Trace:
        lines = [
            TraceLine(_("Likely orders"), self.money(self.results.forecast.order_intake), "trace:intake"),
            TraceLine(_("What an order brings"), self._range("deal"), row(FUNNEL, "deal_low")),
        ]
        for step in funnel.steps(self.plan):
            between = f"{self.share(step.row.low)} – {self.share(step.row.high)}"
            lines.append(TraceLine(words.step(step.row.code), between, row(step.row.id, "low")))
        lines.append(TraceLine(_("Inbound leads a month"), self._range("baseline"), row(FUNNEL, "baseline_low")))
        for activity in self.plan.activities:
            if activity.leads_likely is not None:
                between = f"{self.count(activity.leads_low, 0)} – {self.count(activity.leads_high, 0)}"
                name_ = _("Leads of {name}").format(name=activity.title or activity.code or "")
                lines.append(TraceLine(name_, between, row(activity.id, "leads_low")))
        shape = _("as a triangle") if self.plan.funnel.distribution == "triangular" else _("as a bell (PERT)")
        lines.append(TraceLine(_("How values spread"), shape, row(FUNNEL, "distribution")))
        market = _("together") if self.plan.funnel.market_factor else _("each on its own")
        lines.append(TraceLine(_("Good and bad times move rates and deals"), market, row(FUNNEL, "market_factor")))
        return Trace(name, value, how, tuple(lines))

    def _range(self, field: str) -> str:
        given = self.plan.funnel
        low, high = getattr(given, f"{field}_low"), getattr(given, f"{field}_high")
        say = self.money if field == "deal" else self.count
        return f"{say(low)} – {say(high)}"

    def _runs(self) -> dict[str, str]:
        found = self.outlook.simulation if self.outlook else None
        return {
            "runs": self.numbers.number(found.runs if found else None),
            "seed": str(found.seed if found else ""),
            "goal": self.money(self.results.forecast.target),
        }

    def _chance(self) -> Trace:
        how = _(
            "The year was drawn {runs} times (seed {seed}): every rate, order size and number of leads somewhere "
            "between its low and its high, and orders counted as luck would have it. This share of the runs "
            "reached {goal}."
        ).format(**self._runs())
        drawn = self.outlook.simulation.counted if self.outlook else None
        value = self.unknown(self.numbers.chance(drawn.p_hit if drawn else None))
        return self._drawn(_("Chance of the goal"), value, how)

    def _low(self) -> Trace:
        how = _("The year was drawn {runs} times (seed {seed}). One run in ten came to less than this.")
        drawn = self.outlook.simulation.counted if self.outlook else None
        return self._drawn(_("Low"), self.money(drawn.p10 if drawn else None), how.format(**self._runs()))

    def _high(self) -> Trace:
        how = _("The year was drawn {runs} times (seed {seed}). One run in ten came to more than this.")
        drawn = self.outlook.simulation.counted if self.outlook else None
        return self._drawn(_("High"), self.money(drawn.p90 if drawn else None), how.format(**self._runs()))

    def _coverage(self) -> Trace:
        forecast = self.results.forecast
        opportunities = forecast.expected_by_stage[-2] if forecast.expected_by_stage else None
        how = _("{count} opportunities × {deal} for each ÷ the goal of {goal}.").format(
            count=self.count(opportunities), deal=self.money(self.plan.funnel.deal_likely),
            goal=self.money(forecast.target),
        )  # fmt: skip
        lines = (
            TraceLine(_("Opportunities"), self.count(opportunities), f"trace:stage:{len(forecast.stages) - 2}"),
            TraceLine(_("What an order brings"), self.money(self.plan.funnel.deal_likely), "trace:deal"),
            TraceLine(_("Goal on orders"), self.money(forecast.target), "trace:target"),
            TraceLine(_("Needed: one divided by the win rate"), self.count(forecast.coverage_needed, 2)),
        )
        return Trace(_("Coverage of the goal"), self.count(forecast.coverage, 2), how, lines)


def _by_month(prior: object) -> str:
    return getattr(prior, "month", "") or ""
