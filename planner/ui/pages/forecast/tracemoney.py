"""How leads, pipeline and unit economics come about, each convention by its formula."""


from planner.calc.outlook import Outlook
from planner.calc.results import Results
from planner.calc.returns import cycle_days
from planner.i18n import _
from planner.model.plan import SINGLETONS
from planner.ui.pages.forecast.cutfigures import Figure
from planner.ui.pages.forecast.leverfaces import lead_figures, money_figures
from planner.ui.pages.forecast.trace import FUNNEL, Tracer
from planner.ui.parts.trace import Trace, TraceLine, row

_FACTS = SINGLETONS["facts"]


class MoneyTracer:
    """Traces of the levers by the keys of their figures; values are those that the page shows."""

    def __init__(self, results: Results, outlook: Outlook | None) -> None:
        self._t = t = Tracer(results, outlook)
        self._results = results
        found, forecast, given = results.returns, results.forecast, t.plan.funnel
        figures = (*lead_figures(t.plan, results), *money_figures(t.plan, results))
        self._figures: dict[str, Figure] = {figure.key: figure for figure in figures}
        spend = TraceLine(_("All budget lines"), t.money(found.spend), row(_FACTS, "envelope"))
        salaries = TraceLine(_("Marketing salaries"), t.money(found.salaries), row(_FACTS, "marketing_salaries"))
        leads = TraceLine(_("Leads that arrive because of the plan"), t.count(found.leads, 0), "trace:planned")
        rate = TraceLine(_("From lead to order"), t.share(forecast.end_to_end_rate, 2), "trace:rate")
        deal = TraceLine(_("What an order brings"), t.money(given.deal_likely), "trace:deal")
        customers = TraceLine(_("Orders from all of these leads"), t.count(found.customers, 2))
        margin = TraceLine(_("Contribution margin"), t.share(self._margin()), self._margin_row())
        yearly = TraceLine(_("Margin a year from one customer"), t.money(given.annual_margin), _own("annual_margin"))
        stay = TraceLine(_("Customers who stay another year"), t.share(given.retention_rate), _own("retention_rate"))
        interest = TraceLine(_("Interest"), t.share(given.discount_rate), _own("discount_rate"))
        cost = TraceLine(_("A customer costs, programme"), t.money(found.cac_programme), "trace:cac")
        worth = TraceLine(_("A customer is worth"), t.money(found.ltv_end_of_year), "trace:ltv_end")
        wait = TraceLine(_("Months from lead to order"), "", _own("lag_won"))
        early = TraceLine(_("Months from lead to opportunity"), "", _own("lag_opportunity"))
        landed = TraceLine(_("Leads that land in time"), t.count(forecast.effective_leads), "trace:effective")
        money, count, share = t.money, t.count, t.share
        both = money(None if found.spend is None or found.salaries is None else found.spend + found.salaries)
        m, r, i = money(given.annual_margin), share(given.retention_rate), share(given.discount_rate)
        contribution = _("{orders} orders × {deal} × {margin} margin").format(
            orders=count(found.customers, 2), deal=money(given.deal_likely), margin=share(self._margin())
        )
        within = _("{orders} orders × {deal} × {margin} margin").format(
            orders=count(forecast.deals, 2), deal=money(given.deal_likely), margin=share(self._margin())
        )
        stories: dict[str, tuple[str, tuple[TraceLine, ...]]] = {
            "leads_a_month": (
                _("Leads needed ({needed}), less those from before the plan ({carried}), spread evenly over the "
                  "months, counting that late ones land later.").format(
                    needed=count(forecast.needed_leads, 0), carried=count(forecast.carry_in_leads)),
                (landed, wait),
            ),
            "coverage_needed": (
                _("One divided by the win rate: of so many opened only one is won."), (rate,)
            ),
            "pipeline_start": (
                _("Opportunities from last year’s leads that are open when the plan starts × {deal} each.").format(
                    deal=money(given.deal_likely)),
                (deal, early, wait),
            ),
            "pipeline_end": (
                _("Opportunities that are open when the plan ends × {deal} each. Lost ones are taken to close as "
                  "late as won ones.").format(deal=money(given.deal_likely)),
                (deal, early, wait),
            ),
            "velocity": (
                _("What is open at the start × the win rate ÷ {days} days from opportunity to order.").format(
                    days=count(cycle_days(t.plan), 0)),
                (TraceLine(_("Open at the start"), money(forecast.open_pipeline_start), "trace:pipeline_start"), rate,
                 early, wait),
            ),
            "deals_next": (
                _("Leads of this plan and before whose orders only come after its last month × {rate}.").format(
                    rate=share(forecast.end_to_end_rate, 2)),
                (rate, wait),
            ),
            "cpl": (
                _("{spend} ÷ {leads} leads that arrive because of the plan.").format(
                    spend=money(found.spend), leads=count(found.leads, 0)),
                (spend, leads),
            ),
            "landed_cpl": (
                _("{spend} ÷ the leads of this plan whose orders come before it ends.").format(
                    spend=money(found.spend)),
                (spend, TraceLine(_("Of activities"), count(forecast.plan_leads_landing, 2), "trace:planned"),
                 TraceLine(_("By themselves"), count(forecast.baseline_leads_landing, 2), "trace:inbound")),
            ),
            "cac": (
                _("{spend} ÷ {orders} orders from all of these leads, whenever they come. Salaries are not in "
                  "it.").format(spend=money(found.spend), orders=count(found.customers, 2)),
                (spend, customers, leads, rate),
            ),
            "cac_full": (
                _("{spend} with salaries ÷ {orders} orders from all of these leads.").format(
                    spend=both, orders=count(found.customers, 2)),
                (spend, salaries, customers),
            ),
            "ltv_end": (
                _("{m} × {r} ÷ (100% + {i} − {r}): discounted, the first margin comes after a year.").format(
                    m=m, r=r, i=i),
                (yearly, stay, interest),
            ),
            "ltv_now": (
                _("{m} × (100% + {i}) ÷ (100% + {i} − {r}): discounted, the first margin comes now.").format(
                    m=m, r=r, i=i),
                (yearly, stay, interest),
            ),
            "ltv_simple": (
                _("{m} ÷ the share of customers lost in a year (100% − {r}), not discounted.").format(m=m, r=r),
                (yearly, stay),
            ),
            "ltv_cac": (
                _("{worth} ÷ {cost}. Three to one is a rule of thumb of software companies, no law.").format(
                    worth=money(found.ltv_end_of_year), cost=money(found.cac_programme)),
                (worth, cost),
            ),
            "payback": (
                _("The first month in which the margin of orders so far covers the spend so far, month by month."),
                (spend, deal, margin, wait),
            ),
            "romi": (
                _("({contribution} − {spend}) ÷ {spend}. Margin, not revenue; every order of these leads, whenever "
                  "it comes.").format(contribution=contribution, spend=money(found.spend)),
                (customers, deal, margin, spend),
            ),
            "romi_year": (
                _("({contribution} − {spend}) ÷ {spend}. Only orders that come within the plan, those of last "
                  "year’s leads too.").format(contribution=within, spend=money(found.spend)),
                (TraceLine(_("Orders"), count(forecast.deals, 2), "trace:deals"), deal, margin, spend),
            ),
            "romi_full": (
                _("({contribution} − {spend}) ÷ {spend}, salaries included.").format(
                    contribution=contribution, spend=both),
                (customers, deal, margin, spend, salaries),
            ),
            "even": (
                _("{spend} ÷ ({deal} × {margin} margin), rounded up to whole orders.").format(
                    spend=money(found.spend), deal=money(given.deal_likely), margin=share(self._margin())),
                (spend, deal, margin),
            ),
            "even_full": (
                _("{spend} with salaries ÷ ({deal} × {margin} margin), rounded up to whole orders.").format(
                    spend=both, deal=money(given.deal_likely), margin=share(self._margin())),
                (spend, salaries, deal, margin),
            ),
        }  # fmt: skip
        self._stories = stories

    def trace(self, key: str) -> Trace | None:
        """How this figure comes about; None for one that is not of the levers."""
        if key not in self._stories:
            return None
        figure, (how, lines) = self._figures[key], self._stories[key]
        return Trace(figure.name, figure.value, how, lines)

    def _margin(self) -> float | None:
        own = self._t.plan.funnel.margin_rate
        return own if own is not None else self._t.plan.facts.margin_rate

    def _margin_row(self) -> str:
        if self._t.plan.funnel.margin_rate is not None:
            return _own("margin_rate")
        return row(_FACTS, "margin_rate")


def _own(field: str) -> str:
    return row(FUNNEL, field)
