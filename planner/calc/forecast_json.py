"""The forecast for programs: the key names of the interchange format, money in major units, None where unknown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planner.calc.forecast import Forecast
from planner.calc.money import exponent, half_up, to_major

if TYPE_CHECKING:
    from planner.calc.montecarlo import Simulation

_SHARE, _LEADS, _COUNT, _RATE = 4, 2, 4, 6


def as_json(forecast: Forecast, simulation: Simulation | None = None) -> dict[str, Any]:
    """The figures of a forecast as plain values; the simulated ones are None without a simulation."""
    currency = forecast.currency

    def exact(amount: float | None) -> float | int | None:
        """An amount to its minor unit."""
        return None if amount is None else plain_number(to_major(amount, currency), exponent(currency))

    def rounded(amount: float | None) -> int | None:
        """A forecast amount: more digits than whole major units would pretend."""
        return None if amount is None else int(half_up(to_major(amount, currency)))

    def each(amounts: tuple[int, ...] | None, form: Any) -> list[Any] | None:
        return None if amounts is None else [form(amount) for amount in amounts]

    spread = forecast.spread
    drawn = simulation.counted if simulation else None
    leads = forecast.plan_leads_by_month
    return {
        "budget_total": exact(forecast.budget_total),
        "unallocated": exact(forecast.unallocated),
        "brief_budget": exact(forecast.brief_budget),
        "contingency_share": number(forecast.contingency_share, _SHARE),
        "spend_by_month": each(forecast.spend_by_month, exact),
        "plan_leads_by_month": None if leads is None else [plain_number(count, _LEADS) for count in leads],
        "end_to_end_rate": number(forecast.end_to_end_rate, _RATE),
        "carry_in_leads": number(forecast.carry_in_leads, _LEADS),
        "plan_leads_landing": number(forecast.plan_leads_landing, _LEADS),
        "baseline_leads_landing": number(forecast.baseline_leads_landing, _LEADS),
        "effective_leads": number(forecast.effective_leads, _LEADS),
        "needed_leads": number(forecast.needed_leads, _LEADS),
        "deals": number(forecast.deals, _COUNT),
        "order_intake": rounded(forecast.order_intake),
        "order_intake_by_quarter": each(forecast.order_intake_by_quarter, rounded),
        "deals_next_year": number(forecast.deals_next_year, _COUNT),
        "open_pipeline_start": rounded(forecast.open_pipeline_start),
        "open_pipeline_end": rounded(forecast.open_pipeline_end),
        "coverage": number(forecast.coverage, _COUNT),
        "landing_share": {code: half_up(share, _SHARE) for code, share in forecast.landing_share.items()},
        "cac_programme": exact(forecast.cac_programme),
        "cost_per_lead": exact(forecast.cost_per_lead),
        "break_even_deals": number(forecast.break_even_deals, _COUNT),
        "mc_parameter_only": {
            "mean": rounded(spread.mean) if spread else None,
            "sd": rounded(spread.sd) if spread else None,
            "note": "analytic, PERT lambda 4, independent",
        },
        "mc_with_poisson": {
            "sd": rounded(spread.sd_with_counting) if spread else None,
            "p_hit_approx": number(drawn.p_hit, 3) if drawn else None,
            "p10": rounded(drawn.p10) if drawn else None,
            "p50": rounded(drawn.p50) if drawn else None,
            "p90": rounded(drawn.p90) if drawn else None,
        },
        "alignment_index": number(forecast.alignment.index, _SHARE),
        "priority_divergence_tv": number(forecast.priority_divergence, _SHARE),
    }


def number(value: float | None, digits: int) -> float | None:
    """A figure with so many digits; None stays None."""
    return None if value is None else half_up(value, digits)


def plain_number(value: float, digits: int) -> float | int:
    """A whole number where it is one."""
    rounded = half_up(value, digits)
    return int(rounded) if rounded == int(rounded) else rounded
