"""Forecast: rates and deal size that are counted, stages that both halves agree on (method.md C8)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.calc import funnel
from planner.calc.rolling import rolling
from planner.calc.rules.finding import ERROR, PASSED, WARNING, Finding, NotYet
from planner.calc.rules.registry import Said, rule
from planner.calc.words import amount, function, listing, month, percent, quote, stage, step
from planner.i18n import _, _n, figure
from planner.model.plan import Plan

if TYPE_CHECKING:
    from planner.calc.results import Results
    from planner.model.plan import Rate

_SLACK = 1e-9
"""What binary fractions may add to a share that is exactly the limit."""


@rule("FUN-01", gates={"K1": WARNING, "K3": ERROR}, chapter="forecast")
def rate_rests_on_something(plan: Plan, results: Results) -> Said:
    """A forecast built on hope."""
    fewest = results.limits.fewest_cases
    for row in plan.rates:
        if row.most_likely is None:
            continue
        if not (row.evidence or "").strip():
            yield Finding(
                row,
                _("Nobody says where the {rate} from {step} comes from.").format(
                    rate=percent(row.most_likely), step=step(row.code)
                ),
                _("It would be a forecast built on hope."),
                _("Count it in the CRM, or widen the range and call it an estimate."),
                "evidence",
            )
        elif row.evidence_kind == "own_data" and row.n is None:
            yield NotYet(
                _("whether the rate from {step} is counted on enough cases").format(step=step(row.code)),
                _("how many cases it was counted on"),
                row,
                "n",
            )
        elif row.evidence_kind == "own_data" and row.n is not None and row.n < fewest:
            yield Finding(
                row,
                _n(
                    "The {rate} from {step} is counted on {n} case; {fewest} is the least to rely on.",
                    "The {rate} from {step} is counted on {n} cases; {fewest} is the least to rely on.",
                    row.n,
                ).format(rate=percent(row.most_likely), step=step(row.code), n=row.n, fewest=fewest),
                _("So few cases say little about the next ones."),
                _("Count over a longer time, or widen the range."),
                "n",
            )
        else:
            yield PASSED


@rule("FUN-04", gates={"K0": ERROR}, chapter="forecast")
def rate_is_in_order(plan: Plan, results: Results) -> Said:
    """A range that is upside down, or no share at all."""
    for row in plan.rates:
        parts = (row.low, row.most_likely, row.high)
        known = [value for value in parts if value is not None]
        if any(not 0 <= value <= 1 for value in known) or known != sorted(known) or 0 in known:
            yield Finding(
                row,
                _("The range from {step} goes from {low} over {likely} to {high}.").format(
                    step=step(row.code),
                    low=_share(row.low),
                    likely=_share(row.most_likely),
                    high=_share(row.high),
                ),
                _("Low, likely and high must grow, from above 0% to at most 100%."),
                _("Correct the figure that slipped."),
                "low",
            )
        elif len(known) < 3:
            yield NotYet(
                _("whether the range from {step} is in order").format(step=step(row.code)),
                _("its low, likely and high share"),
                row,
                "low" if row.low is None else "most_likely" if row.most_likely is None else "high",
            )
        else:
            yield PASSED


def _share(value: float | None) -> str:
    return _("nothing yet") if value is None else figure(f"{value * 100:.4g}%")


@rule("FUN-08", gates={"K2": WARNING}, chapter="forecast")
def a_range_is_a_range(plan: Plan, results: Results) -> Said:
    """Low and high alike are a certainty that nobody has."""
    for row in plan.rates:
        if row.low is None or row.high is None:
            continue
        if row.low == row.high:
            yield Finding(
                row,
                _("The low and the high share from {step} are both {share}.").format(
                    step=step(row.code), share=_share(row.low)
                ),
                _("Nobody is that certain."),
                _("Say what a disappointing and a surprisingly good year would be."),
                "high",
            )
        else:
            yield PASSED


@rule("FUN-09", gates={"K1": WARNING, "K2": ERROR}, chapter="forecast")
def both_halves_agree_on_every_stage(plan: Plan, results: Results) -> Said:
    """A quarrel about lead quality is planned in."""
    for row in plan.stages:
        missing = [function(side) for side in ("marketing", "sales") if side not in row.accepted_by]
        name = quote(stage(row.code or ""))
        if not (row.definition or "").strip():
            said, field = _("Nobody has said what counts as {stage}."), "definition"
        elif missing:
            said, field = _("What counts as {stage} is written down and not agreed by {sides}."), "accepted_by"
        else:
            yield PASSED
            continue
        yield Finding(
            row,
            said.format(stage=name, sides=listing(missing)),
            _("Otherwise the quarrel about the quality of leads is planned in."),
            _("Write it in one sentence, with both sides in the room."),
            field,
        )


@rule("FUN-10", gates={}, chapter="forecast")
def a_borrowed_rate_is_replaced(plan: Plan, results: Results) -> Said:
    """A rate of other companies."""
    for row in plan.rates:
        if row.evidence_kind == "benchmark":
            yield Finding(
                row,
                _("The share from {step} comes from other companies.").format(step=step(row.code)),
                _("What counts at others may not count here."),
                _("Count your own after the first quarter, and replace it."),
                "evidence_kind",
            )


@rule("FUN-11", gates={"K2": WARNING}, chapter="forecast")
def deal_size_rests_on_something(plan: Plan, results: Results) -> Said:
    """The deal size moves the result almost as much as winning does."""
    row, fewest = plan.funnel, results.limits.fewest_deals
    if row.deal_likely is None:
        return
    if not (row.deal_evidence or "").strip():
        said, field = _("Nobody says where the deal size of {deal} comes from."), "deal_evidence"
    elif row.deal_n is None:
        yield NotYet(
            _("whether the deal size rests on enough deals"), _("how many deals were counted"), row, "deal_n"
        )
        return
    elif row.deal_n < fewest:
        said = _n(
            "The deal size of {deal} is counted on {n} deal; {fewest} is the least to rely on.",
            "The deal size of {deal} is counted on {n} deals; {fewest} is the least to rely on.",
            row.deal_n,
        )
        field = "deal_n"
    else:
        yield PASSED
        return
    yield Finding(
        row,
        said.format(deal=amount(row.deal_likely, plan.facts.currency), n=row.deal_n, fewest=fewest),
        _("Few figures move the result as much as this one."),
        _("Count the won deals of the last two years."),
        field,
    )


@rule("FUN-13", gates={"K2": WARNING}, chapter="forecast")
def the_range_holds_what_was_seen(plan: Plan, results: Results) -> Said:
    """Optimism that shows."""
    for row in plan.rates:
        if row.observed is None:
            continue
        if _is_outside(row, row.observed):
            yield Finding(
                row,
                _("From {step} {observed} was observed, and the range goes from {low} to {high}.").format(
                    step=step(row.code),
                    observed=_share(row.observed),
                    low=_share(row.low),
                    high=_share(row.high),
                ),
                _("Whoever plans outside what was seen should say why."),
                _("Move the range, or explain in the evidence what has changed."),
                "low" if row.low is not None and row.observed < row.low else "high",
            )
        else:
            yield PASSED


def _is_outside(row: Rate, share: float) -> bool:
    below = row.low is not None and share < row.low - _SLACK
    return below or (row.high is not None and share > row.high + _SLACK)


@rule("FUN-14", gates={"K5": WARNING}, chapter="forecast")
def the_year_goes_as_assumed(plan: Plan, results: Results) -> Said:
    """An assumption has broken."""
    for part in funnel.steps(plan):
        seen = rolling(plan, part.before, part.after)
        if seen is None:
            continue
        if seen.share is None:
            yield NotYet(
                _("whether the year goes as assumed from {step}").format(step=step(part.row.code)),
                _("three months in which both stages are counted"),
                part.row,
            )
        elif _is_outside(part.row, seen.share):
            yield Finding(
                part.row,
                _(
                    "From {first} to {last} the share from {step} was {seen}; the plan assumes {low} to {high}."
                ).format(
                    first=month(seen.first),
                    last=month(seen.last),
                    step=step(part.row.code),
                    seen=_share(seen.share),
                    low=_share(part.row.low),
                    high=_share(part.row.high),
                ),
                _("The forecast rests on an assumption that no longer holds."),
                _("Forecast anew with what was seen, or say what will bring it back."),
                "most_likely",
            )
        else:
            yield PASSED
