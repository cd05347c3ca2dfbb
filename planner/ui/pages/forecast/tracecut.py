"""How the figures of a cut come about."""

from planner.calc.cut import Cut
from planner.calc.outlook import Outlook
from planner.calc.results import Results
from planner.i18n import _, _n
from planner.model.plan import SINGLETONS
from planner.ui.pages.forecast.cutfigures import line_name
from planner.ui.pages.forecast.trace import FUNNEL, Tracer
from planner.ui.parts.trace import Trace, TraceLine, row


class CutTracer:
    """Traces of one cut by the keys of its figures."""

    def __init__(self, results: Results, outlook: Outlook | None, cut: Cut) -> None:
        self._t = Tracer(results, outlook)
        self._cut = cut
        self._made = {
            "saved": self._saved,
            "lost_year": self._lost_year,
            "lost_later": self._lost_later,
            "illusion": self._illusion,
            "peak": self._peak,
            "per_unit": self._per_unit,
            "pipeline": self._pipeline,
        }

    def trace(self, key: str) -> Trace | None:
        """How this figure comes about; None for one that is not of the cut."""
        return self._made[key]() if key in self._made else None

    def _saved(self) -> Trace:
        t, cut, lines = self._t, self._cut, []
        for part in cut.taken:
            name = _("{line}, {share} of what can be cut").format(
                line=line_name(t.plan, part.key), share=t.numbers.share(round(part.share, 2))
            )
            go = row(part.key) if part.key in t.plan.budget_lines else row(SINGLETONS["facts"], "envelope")
            lines.append(TraceLine(name, f"−{t.money(part.amount)}", go))
        how = _("{cuttable} is neither spent nor committed from {month} on. Of that, these lines give:").format(
            cuttable=t.money(cut.cuttable), month=t.numbers.month(cut.request.from_month)
        )
        return Trace(_("Saved this year"), t.money(cut.saved), how, tuple(lines))

    def _leads(self) -> list[TraceLine]:
        t, lines = self._t, []
        for id, leads in self._cut.lost_leads_by_activity.items():
            activity = t.plan.activities[id]
            name = _("Leads of {name}").format(name=activity.title or activity.code or "")
            lines.append(TraceLine(name, f"−{t.count(leads)}", row(id, "leads_likely")))
        lines.append(TraceLine(_("From lead to order"), t.share(t.results.forecast.end_to_end_rate, 2), "trace:rate"))
        lines.append(TraceLine(_("What an order brings"), t.money(t.plan.funnel.deal_likely), "trace:deal"))
        lines.append(TraceLine(_("Months from lead to order"), "", row(FUNNEL, "lag_won")))
        return lines

    def _lost_year(self) -> Trace:
        t, cut = self._t, self._cut
        how = _(
            "{leads} leads fewer. Those whose orders would have come before the plan year ends are {deals} orders, "
            "at {deal} each."
        ).format(leads=t.count(cut.lost_leads), deals=t.count(cut.lost_deals_year, 2),
                 deal=t.money(t.plan.funnel.deal_likely))  # fmt: skip
        return Trace(_("Orders lost this year"), t.money(cut.lost_year), how, tuple(self._leads()))

    def _lost_later(self) -> Trace:
        t, cut = self._t, self._cut
        how = _(
            "{leads} leads fewer. Those whose orders would have come after the plan year are {deals} orders, at "
            "{deal} each."
        ).format(leads=t.count(cut.lost_leads), deals=t.count(cut.lost_deals_later, 2),
                 deal=t.money(t.plan.funnel.deal_likely))  # fmt: skip
        return Trace(_("Orders lost later"), t.money(cut.lost_later), how, tuple(self._leads()))

    def _illusion(self) -> Trace:
        t, cut = self._t, self._cut
        how = _("{later} lost later ÷ {all} lost altogether. The saving shows at once, this part of the loss later.")
        lines = (
            TraceLine(_("Orders lost this year"), t.money(cut.lost_year), "trace:lost_year"),
            TraceLine(_("Orders lost later"), t.money(cut.lost_later), "trace:lost_later"),
        )
        said = how.format(later=t.money(cut.lost_later), all=t.money(cut.lost_total))
        return Trace(_("Of the loss, after the year"), t.share(cut.illusion_ratio), said, lines)

    def _peak(self) -> Trace:
        t, cut = self._t, self._cut
        lines = [
            TraceLine(t.numbers.month(month), f"−{t.money(amount)}") for month, amount in cut.lost_by_month if amount
        ]
        how = _n("Orders are missing in {n} month.", "Orders are missing in {n} months.", len(lines)).format(
            n=len(lines)
        )
        value = t.numbers.month(cut.peak_month) if cut.peak_month else _("none")
        return Trace(_("Deepest month"), value, how, tuple(lines))

    def _per_unit(self) -> Trace:
        t, cut = self._t, self._cut
        margin = t.plan.funnel.margin_rate
        where = row(FUNNEL, "margin_rate")
        if margin is None:
            margin, where = t.plan.facts.margin_rate, row(SINGLETONS["facts"], "margin_rate")
        how = _("{lost} of orders × {margin} margin ÷ {saved} saved.").format(
            lost=t.money(cut.lost_total), margin=t.share(margin), saved=t.money(cut.saved)
        )
        lines = (
            TraceLine(_("Orders lost this year"), t.money(cut.lost_year), "trace:lost_year"),
            TraceLine(_("Orders lost later"), t.money(cut.lost_later), "trace:lost_later"),
            TraceLine(_("Contribution margin"), t.share(margin), where),
            TraceLine(_("Margin lost"), t.money(cut.contribution_lost)),
            TraceLine(_("Saved this year"), t.money(cut.saved), "trace:saved"),
        )
        each = t.unknown("" if cut.contribution_per_unit is None else t.numbers.number(cut.contribution_per_unit, 2))
        return Trace(_("Margin lost for each unit saved"), each, how, lines)

    def _pipeline(self) -> Trace:
        t, cut = self._t, self._cut
        how = _(
            "Opportunities that are open when the plan year ends × {deal} each. With the cut fewer leads have become "
            "opportunities by then."
        ).format(deal=t.money(t.plan.funnel.deal_likely))
        lines = (
            TraceLine(_("As planned"), t.money(cut.pipeline_before)),
            TraceLine(_("With the cut"), t.money(cut.pipeline_after)),
            TraceLine(_("Months from lead to opportunity"), "", row(FUNNEL, "lag_opportunity")),
        )
        return Trace(_("Open pipeline at the end"), t.money(cut.pipeline_after), how, lines)
