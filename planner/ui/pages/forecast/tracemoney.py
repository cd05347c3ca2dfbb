"""How leads, pipeline and unit economics come about, each convention by its formula."""

from collections.abc import Callable

from planner.calc.outlook import Outlook
from planner.calc.results import Results
from planner.calc.returns import cycle_days
from planner.i18n import _
from planner.ui.numbers import numbers_of
from planner.ui.pages.forecast.cutfigures import Figure
from planner.ui.pages.forecast.leverfaces import lead_figures, money_figures
from planner.ui.pages.forecast.trace import Tracer
from planner.ui.pages.forecast.tracelines import Ingredients
from planner.ui.parts.trace import Trace, TraceLine

Story = tuple[str, tuple[TraceLine, ...]]
"""The formula in words with the numbers put in, and what they are."""


class MoneyTracer:
    """Traces of the levers by the keys of their figures; values are those that the page shows."""

    def __init__(self, results: Results, outlook: Outlook | None) -> None:
        self._t = Tracer(results, outlook)
        self._of = Ingredients(self._t)
        self._given = self._t.plan.funnel
        self._found, self._forecast = results.returns, results.forecast
        figures = (*lead_figures(self._t.plan, results), *money_figures(self._t.plan, results))
        self._figures: dict[str, Figure] = {figure.key: figure for figure in figures}
        self._stories: dict[str, Callable[[], Story]] = {
            "leads_a_month": self._leads_a_month,
            "coverage_needed": self._coverage_needed,
            "pipeline_start": self._pipeline_start,
            "pipeline_end": self._pipeline_end,
            "velocity": self._velocity,
            "deals_next": self._deals_next,
            "cpl": self._cost_of_a_lead,
            "landed_cpl": self._cost_of_a_landed_lead,
            "cac": self._cost_of_a_customer,
            "cac_full": self._cost_with_salaries,
            "ltv_end": self._worth_from_the_end_of_the_year,
            "ltv_now": self._worth_from_now,
            "ltv_simple": self._worth_undiscounted,
            "ltv_cac": self._worth_against_cost,
            "payback": self._payback,
            "romi": self._return,
            "romi_year": self._return_within_the_year,
            "romi_full": self._return_with_salaries,
            "even": self._break_even,
            "even_full": self._break_even_with_salaries,
        }

    def trace(self, key: str) -> Trace | None:
        """How this figure comes about; None for one that is not of the levers."""
        if key not in self._stories:
            return None
        figure, (how, lines) = self._figures[key], self._stories[key]()
        return Trace(figure.name, figure.value, how, lines)

    # Leads and pipeline

    def _leads_a_month(self) -> Story:
        how = _("Leads needed ({needed}), less those from before the plan ({carried}), spread evenly over the "
                "months, counting that late ones land later.")  # fmt: skip
        said = how.format(
            needed=self._t.count(self._forecast.needed_leads, 0), carried=self._t.count(self._forecast.carry_in_leads)
        )
        return said, (self._of.landed, self._of.wait)

    def _coverage_needed(self) -> Story:
        return _("One divided by the win rate: of so many opened only one is won."), (self._of.rate,)

    def _pipeline_start(self) -> Story:
        how = _("Opportunities from last year’s leads that are open when the plan starts × {deal} each.")
        return how.format(deal=self._deal()), (self._of.deal, self._of.early, self._of.wait)

    def _pipeline_end(self) -> Story:
        how = _("Opportunities that are open when the plan ends × {deal} each. Lost ones are taken to close as "
                "late as won ones.")  # fmt: skip
        return how.format(deal=self._deal()), (self._of.deal, self._of.early, self._of.wait)

    def _velocity(self) -> Story:
        how = _("What is open at the start × the win rate ÷ {days} days from opportunity to order.")
        said = how.format(days=self._t.count(cycle_days(self._t.plan), 0))
        return said, (self._of.open_now, self._of.rate, self._of.early, self._of.wait)

    def _deals_next(self) -> Story:
        how = _("Leads of this plan and before whose orders only come after its last month × {rate}.")
        said = how.format(rate=self._t.share(self._forecast.end_to_end_rate, 2))
        return said, (self._of.rate, self._of.wait)

    # What it costs

    def _cost_of_a_lead(self) -> Story:
        how = _("{spend} ÷ {leads} leads that arrive because of the plan.")
        said = how.format(spend=self._spend(), leads=self._t.count(self._found.leads, 0))
        return said, (self._of.spend, self._of.leads)

    def _cost_of_a_landed_lead(self) -> Story:
        how = _("{spend} ÷ the leads of this plan whose orders come before it ends.")
        return how.format(spend=self._spend()), (self._of.spend, self._of.of_activities, self._of.by_themselves)

    def _cost_of_a_customer(self) -> Story:
        how = _("{spend} ÷ {orders} orders from all of these leads, whenever they come. Salaries are not in it.")
        said = how.format(spend=self._spend(), orders=self._customers())
        return said, (self._of.spend, self._of.customers, self._of.leads, self._of.rate)

    def _cost_with_salaries(self) -> Story:
        how = _("{spend} with salaries ÷ {orders} orders from all of these leads.")
        said = how.format(spend=self._spend_and_salaries(), orders=self._customers())
        return said, (self._of.spend, self._of.salaries, self._of.customers)

    # What a customer is worth

    def _worth_from_the_end_of_the_year(self) -> Story:
        how = _("{m} × {r} ÷ (100% + {i} − {r}): discounted, the first margin comes after a year.")
        return self._discounted(how)

    def _worth_from_now(self) -> Story:
        return self._discounted(_("{m} × (100% + {i}) ÷ (100% + {i} − {r}): discounted, the first margin comes now."))

    def _discounted(self, how: str) -> Story:
        m, r, i = self._given.annual_margin, self._given.retention_rate, self._given.discount_rate
        said = how.format(m=self._t.money(m), r=self._t.share(r), i=self._t.share(i))
        return said, (self._of.yearly, self._of.stay, self._of.interest)

    def _worth_undiscounted(self) -> Story:
        how = _("{m} ÷ the share of customers lost in a year (100% − {r}), not discounted.")
        said = how.format(m=self._t.money(self._given.annual_margin), r=self._t.share(self._given.retention_rate))
        return said, (self._of.yearly, self._of.stay)

    def _worth_against_cost(self) -> Story:
        how = _("{worth} ÷ {cost}. Three to one is a rule of thumb of software companies, no law.")
        worth, cost = self._t.money(self._found.ltv_end_of_year), self._t.money(self._found.cac_programme)
        return how.format(worth=worth, cost=cost), (self._of.worth, self._of.cost)

    # What comes back

    def _payback(self) -> Story:
        how = _("The first month in which the margin of orders so far covers the spend so far, month by month.")
        months = self._found.payback_months_recurring
        if months is not None:
            again = _("Where customers buy again, the cost of one comes back from their own margin in {n} months.")
            how = f"{how} {again.format(n=numbers_of(self._t.plan).number(months, 1))}"
        return how, (self._of.spend, self._of.deal, self._of.margin, self._of.wait)

    def _return(self) -> Story:
        how = _("({contribution} − {spend}) ÷ {spend}. Margin, not revenue; every order of these leads, whenever "
                "it comes.")  # fmt: skip
        said = how.format(contribution=self._contribution(self._found.customers), spend=self._spend())
        return said, (self._of.customers, self._of.deal, self._of.margin, self._of.spend)

    def _return_within_the_year(self) -> Story:
        how = _("({contribution} − {spend}) ÷ {spend}. Only orders that come within the plan, those of last "
                "year’s leads too.")  # fmt: skip
        said = how.format(contribution=self._contribution(self._forecast.deals), spend=self._spend())
        return said, (self._of.orders, self._of.deal, self._of.margin, self._of.spend)

    def _return_with_salaries(self) -> Story:
        how = _("({contribution} − {spend}) ÷ {spend}, salaries included.")
        said = how.format(contribution=self._contribution(self._found.customers), spend=self._spend_and_salaries())
        return said, (self._of.customers, self._of.deal, self._of.margin, self._of.spend, self._of.salaries)

    def _break_even(self) -> Story:
        how = _("{spend} ÷ ({deal} × {margin} margin), rounded up to whole orders.")
        said = how.format(spend=self._spend(), deal=self._deal(), margin=self._margin())
        return said, (self._of.spend, self._of.deal, self._of.margin)

    def _break_even_with_salaries(self) -> Story:
        how = _("{spend} with salaries ÷ ({deal} × {margin} margin), rounded up to whole orders.")
        said = how.format(spend=self._spend_and_salaries(), deal=self._deal(), margin=self._margin())
        return said, (self._of.spend, self._of.salaries, self._of.deal, self._of.margin)

    # Numbers in the sentences

    def _deal(self) -> str:
        return self._t.money(self._given.deal_likely)

    def _margin(self) -> str:
        return self._t.share(self._of.margin_rate)

    def _customers(self) -> str:
        return self._t.count(self._found.customers, 2)

    def _spend(self) -> str:
        return self._t.money(self._found.spend)

    def _spend_and_salaries(self) -> str:
        spend, salaries = self._found.spend, self._found.salaries
        return self._t.money(None if spend is None or salaries is None else spend + salaries)

    def _contribution(self, orders: float | None) -> str:
        return _("{orders} orders × {deal} × {margin} margin").format(
            orders=self._t.count(orders, 2), deal=self._deal(), margin=self._margin()
        )
