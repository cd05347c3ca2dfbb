"""Unit economics: what a lead and a customer cost and bring, each convention by its name (method.md B5).

Every function takes None for what is not known and then answers None; money in and out is in the same unit.
"""

from __future__ import annotations


def cost_per(spend: float | None, count: float | None) -> float | None:
    """Spend for each of the leads, deals or customers of the same cohort."""
    return None if spend is None or not count else spend / count


def landed_cost_per_lead(
    spend: float | None, leads: float | None, landing_share: float | None
) -> float | None:
    """Spend for each lead whose effect still lands in time."""
    return None if leads is None or landing_share is None else cost_per(spend, leads * landing_share)


def break_even_deals(spend: float | None, deal: float | None, margin_rate: float | None) -> float | None:
    """Deals whose contribution pays for the spend."""
    return None if deal is None or margin_rate is None else cost_per(spend, deal * margin_rate)


def romi(contribution: float | None, cost: float | None) -> float | None:
    """Return on marketing: additional contribution (not revenue) less cost, per unit of cost."""
    return None if contribution is None or cost is None or cost <= 0 else (contribution - cost) / cost


def ltv_simple(margin: float | None, churn: float | None) -> float | None:
    """Lifetime value, not discounted: margin per period over the share of customers lost per period."""
    return None if margin is None or churn is None or churn <= 0 else margin / churn


def ltv_end_of_year(margin: float | None, retention: float | None, interest: float | None) -> float | None:
    """Lifetime value, discounted, the first margin coming at the end of year 1: ``m r / (1 + i - r)``."""
    if margin is None or retention is None or interest is None or 1 + interest - retention <= 0:
        return None
    return margin * retention / (1 + interest - retention)


def ltv_now(margin: float | None, retention: float | None, interest: float | None) -> float | None:
    """Lifetime value, discounted, the first margin coming now: ``m (1 + i) / (1 + i - r)``."""
    if margin is None or retention is None or interest is None or 1 + interest - retention <= 0:
        return None
    return margin * (1 + interest) / (1 + interest - retention)


def ltv_to_cac(ltv: float | None, cac: float | None) -> float | None:
    """Lifetime value for each unit spent on winning the customer."""
    return None if ltv is None or not cac else ltv / cac
