"""The numbers of a plan file: what it should bring, and what a cut would cost."""

from __future__ import annotations

import argparse
import re
from typing import TYPE_CHECKING

from planner.commands.base import Now, Refused, day_or_refuse, load, say_json
from planner.i18n import _
from planner.model.plan import Plan

if TYPE_CHECKING:
    from planner.calc.results import Results

_WIDE = 46


def run_forecast(options: argparse.Namespace, now: Now) -> int:
    if not 1 <= options.runs <= 5_000_000:
        raise Refused(_("Ask for 1 to 5,000,000 runs."))
    if options.seed is not None and options.seed < 0:
        raise Refused(_("A seed is a whole number from 0 on."))
    results = _results(load(options.file), options.as_of, now)
    if options.json:
        say_json(results.forecast_json(runs=options.runs, seed=options.seed))
        return 0
    from planner.commands.forecast_words import sections

    for heading, rows in sections(results, results.simulated(options.runs, options.seed)):
        print(heading)
        for label, value in rows:
            print(f"  {label:{_WIDE}}  {value}")
        print()
    return 0


def run_cut(options: argparse.Namespace, now: Now) -> int:
    if not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", options.from_month):
        raise Refused(_("{text} is no month; write it like 2027-05.").format(text=options.from_month))
    if options.share is None and options.amount is None:
        raise Refused(_("Say how much to cut: --share 0.2 for a fifth of the envelope, or --amount 104000."))
    if options.share is not None and not 0 <= options.share <= 1:
        raise Refused(_("A share is between 0 and 1, such as 0.2 for a fifth."))
    if options.amount is not None and not 0 <= options.amount <= 1e12:
        raise Refused(_("The amount to cut is not negative, in whole units of the plan's currency."))
    plan = load(options.file)
    from planner.calc.cut import POLICIES, CutRequest, cut_json
    from planner.calc.money import from_major

    amount = None if options.amount is None else from_major(options.amount, plan.facts.currency)
    results = _results(plan, None, now)
    cuts = {
        policy: results.simulator.cut(
            CutRequest(from_month=options.from_month, share=options.share, amount=amount, policy=policy)
        )
        for policy in ([options.policy] if options.policy else POLICIES)
    }
    if options.json:
        say_json(cut_json(plan, cuts))
        return 0
    from planner.commands.cut_words import said

    for policy, cut in cuts.items():
        for line in said(results, policy, cut):
            print(line)
        print()
    return 0


def _results(plan: Plan, as_of: str | None, now: Now) -> Results:
    from planner.calc.results import Results

    return Results(plan, day_or_refuse(as_of) or plan.facts.as_of or now().date().isoformat())
