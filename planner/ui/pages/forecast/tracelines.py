"""What leads, pipeline and unit economics are made of, one line each: the name, the value, and where it leads."""

from planner.i18n import _
from planner.model.plan import SINGLETONS
from planner.ui.pages.forecast.trace import FUNNEL, Tracer
from planner.ui.parts.trace import TraceLine, row

_FACTS = SINGLETONS["facts"]


class Ingredients:
    """The lines that several figures share; values are those that the page shows."""

    def __init__(self, tracer: Tracer) -> None:
        self._t = tracer
        self._given = tracer.plan.funnel
        self._found, self._forecast = tracer.results.returns, tracer.results.forecast

    @property
    def margin_rate(self) -> float | None:
        """The contribution margin: the funnel's own, else the company's."""
        own = self._given.margin_rate
        return own if own is not None else self._t.plan.facts.margin_rate

    @property
    def spend(self) -> TraceLine:
        return TraceLine(_("All budget lines"), self._t.money(self._found.spend), row(_FACTS, "envelope"))

    @property
    def salaries(self) -> TraceLine:
        return TraceLine(
            _("Marketing salaries"), self._t.money(self._found.salaries), row(_FACTS, "marketing_salaries")
        )

    @property
    def leads(self) -> TraceLine:
        arriving = self._t.count(self._found.leads, 0)
        return TraceLine(_("Leads that arrive because of the plan"), arriving, "trace:planned")

    @property
    def rate(self) -> TraceLine:
        return TraceLine(_("From lead to order"), self._t.share(self._forecast.end_to_end_rate, 2), "trace:rate")

    @property
    def deal(self) -> TraceLine:
        return TraceLine(_("What an order brings"), self._t.money(self._given.deal_likely), "trace:deal")

    @property
    def customers(self) -> TraceLine:
        return TraceLine(_("Orders from all of these leads"), self._t.count(self._found.customers, 2))

    @property
    def margin(self) -> TraceLine:
        table = FUNNEL if self._given.margin_rate is not None else _FACTS
        return TraceLine(_("Contribution margin"), self._t.share(self.margin_rate), row(table, "margin_rate"))

    @property
    def yearly(self) -> TraceLine:
        return TraceLine(
            _("Margin a year from one customer"), self._t.money(self._given.annual_margin), _own("annual_margin")
        )

    @property
    def stay(self) -> TraceLine:
        return TraceLine(
            _("Customers who stay another year"), self._t.share(self._given.retention_rate), _own("retention_rate")
        )

    @property
    def interest(self) -> TraceLine:
        return TraceLine(_("Interest"), self._t.share(self._given.discount_rate), _own("discount_rate"))

    @property
    def cost(self) -> TraceLine:
        return TraceLine(_("A customer costs, programme"), self._t.money(self._found.cac_programme), "trace:cac")

    @property
    def worth(self) -> TraceLine:
        return TraceLine(_("A customer is worth"), self._t.money(self._found.ltv_end_of_year), "trace:ltv_end")

    @property
    def wait(self) -> TraceLine:
        return TraceLine(_("Months from lead to order"), "", _own("lag_won"))

    @property
    def early(self) -> TraceLine:
        return TraceLine(_("Months from lead to opportunity"), "", _own("lag_opportunity"))

    @property
    def landed(self) -> TraceLine:
        return TraceLine(_("Leads that land in time"), self._t.count(self._forecast.effective_leads), "trace:effective")

    @property
    def orders(self) -> TraceLine:
        return TraceLine(_("Orders"), self._t.count(self._forecast.deals, 2), "trace:deals")

    @property
    def open_now(self) -> TraceLine:
        amount = self._t.money(self._forecast.open_pipeline_start)
        return TraceLine(_("Open at the start"), amount, "trace:pipeline_start")

    @property
    def of_activities(self) -> TraceLine:
        return TraceLine(_("Of activities"), self._t.count(self._forecast.plan_leads_landing, 2), "trace:planned")

    @property
    def by_themselves(self) -> TraceLine:
        return TraceLine(_("By themselves"), self._t.count(self._forecast.baseline_leads_landing, 2), "trace:inbound")


def _own(field: str) -> str:
    return row(FUNNEL, field)
