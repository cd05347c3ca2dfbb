"""LibreOffice comes to the same figures as the program, whatever stands in the file."""

import math
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from planner.calc.results import Results
from planner.exchange.workbook import write_workbook
from planner.model.ids import cell_id
from planner.model.plan import Actual, Amount, Audience, Plan, Rows
from tests.exchange.soffice import Office, formulas, poisoned, values

pytestmark = pytest.mark.soffice
AS_OF = "2026-11-16"
ERRORS = ("#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!", "Err:")


def same(first: Any, second: Any) -> bool:
    if first in (None, "") or second in (None, ""):
        return first in (None, "") and second in (None, "")
    if isinstance(first, int | float) and isinstance(second, int | float):
        return math.isclose(first, second, rel_tol=1e-9, abs_tol=1e-9)
    return bool(first == second)


def different(path: Path, found: dict[tuple[str, str], Any]) -> list[Any]:
    ours = values(path)
    return [
        (key, ours.get(key), found.get(key), formula)
        for key, formula in formulas(path).items()
        if not same(ours.get(key), found.get(key))
    ]


def written(plan: Plan, path: Path, **more: Any) -> Path:
    return write_workbook(plan, Results(plan, AS_OF), path, today=AS_OF, **more)


def test_every_formula_comes_to_the_programs_figure(example: Plan, office: Office, tmp_path: Path) -> None:
    plain = written(example, tmp_path / "plan.xlsx")
    empty = written(Plan(), tmp_path / "empty.xlsx")
    bad = poisoned(plain, tmp_path / "poisoned.xlsx")
    agency = written(example, tmp_path / "agency.xlsx", audience=Audience.AGENCY)
    client = written(example, tmp_path / "client.xlsx", audience=Audience.CLIENT)
    files = (plain, empty, agency, client)
    found = office.recalculated(*files, bad)
    assert len(formulas(plain)) > 500
    for path, recalculated in zip(files, found, strict=False):
        assert different(path, recalculated) == [], path.name
        assert not [value for value in recalculated.values() if isinstance(value, str) and value.startswith(ERRORS)]
    # The control: a file full of wrong values is put right, so the engine did calculate, and the check can fail.
    assert len(different(bad, found[-1])) > 500
    assert all(same(found[0][key], found[-1][key]) for key in formulas(plain) if key in found[0])


def test_the_forecast_follows_an_assumption_that_is_changed_in_the_sheet(
    example: Plan, office: Office, tmp_path: Path
) -> None:
    path = written(example, tmp_path / "plan.xlsx")
    changed = tmp_path / "changed.xlsx"
    type_into(path, changed)
    (found,) = office.recalculated(changed)
    expected = written(other_assumptions(example), tmp_path / "expected.xlsx")
    ours = values(expected)
    named = {"Forecast", "Contents", "Activities", "Budget"}
    compared = [key for key in formulas(expected) if key[0] in named]
    assert [(key, ours.get(key), found.get(key)) for key in compared if not same(ours.get(key), found.get(key))] == []
    before = values(path)
    assert sum(not same(before.get(key), found.get(key)) for key in compared) > 40


def other_assumptions(plan: Plan) -> Plan:
    win = plan.rates.by_code("opp_to_won")
    assert win is not None
    return plan.with_tables(
        {
            "rate": plan.rates.with_changes({win.id: replace(win, most_likely=0.2)}),
            "funnel": plan.table("funnel").with_changes(
                {plan.funnel.id: replace(plan.funnel, deal_likely=5_150_000, baseline_likely=31.0)}
            ),
        }
    )


def type_into(source: Path, target: Path) -> None:
    """What a person does in a spreadsheet: another win rate, another deal size, more inbound leads."""
    from openpyxl import load_workbook

    book = load_workbook(source)
    for name, value in (("funnel_deal_likely", 51_500), ("funnel_baseline_likely", 31)):
        sheet, ref = next(iter(book.defined_names[name].destinations))
        book[sheet][ref] = value
    table = book["Forecast"].tables["tblRates"]
    heads, *rows = book["Forecast"][table.ref]
    columns = {cell.value: place for place, cell in enumerate(heads)}
    (row,) = [row for row in rows if row[columns["Code"]].value == "opp_to_won"]
    row[columns["Likely"]].value = 0.2
    book.save(target)


def test_odd_plans_come_to_the_same_figures(example: Plan, office: Office, tmp_path: Path) -> None:
    files = [written(plan, tmp_path / f"{name}.xlsx") for name, plan in odd(example).items()]
    for path, found in zip(files, office.recalculated(*files), strict=True):
        assert different(path, found) == [], path.name
        assert not [value for value in found.values() if isinstance(value, str) and value.startswith(ERRORS)]


def with_actuals(plan: Plan) -> Plan:
    """The plan after two months: money spent, leads by activity and in all, orders counted or in money."""
    line, activity = plan.budget_lines.ordered[0], plan.activities.ordered[0]
    spent = [Amount(id=cell_id("amount", line.id, month), line=line.id, month=month, planned=2_850_000, actual=actual)
             for month, actual in (("2027-01", 1_000_00), ("2027-02", 30_000_55))]  # fmt: skip
    came = [("leads", "2027-01", activity.id, 20.0), ("leads", "2027-01", None, 31.0),
            ("leads", "2027-02", activity.id, 7.5),
            ("won", "2027-01", None, 2.0), ("order_intake", "2027-02", None, 55_000.5)]  # fmt: skip
    actuals = [Actual(id=str(at), measure=measure, month=month, activity=of, value=value)
               for at, (measure, month, of, value) in enumerate(came)]  # fmt: skip
    return plan.with_tables(
        {"amount": plan.amounts.with_changes({cell.id: cell for cell in spent}), "actual": Rows(actuals)}
    )


def odd(plan: Plan) -> dict[str, Plan]:
    """Plans in which something is missing, over, or outside the year."""
    facts, funnel = plan.table("facts"), plan.table("funnel")

    def with_facts(**more: Any) -> Plan:
        return plan.with_tables({"facts": facts.with_changes({plan.facts.id: replace(plan.facts, **more)})})

    def with_funnel(**more: Any) -> Plan:
        return plan.with_tables({"funnel": funnel.with_changes({plan.funnel.id: replace(plan.funnel, **more)})})

    lead = plan.lead_months.ordered[0]
    rate, line = plan.rates.ordered[2], plan.budget_lines.ordered[0]
    cancelled = {row.id: replace(row, status="cancelled") for row in plan.activities if row.code in ("A-06", "A-13")}
    return {
        "no_rate": plan.with_tables({"rate": plan.rates.with_changes({rate.id: replace(rate, most_likely=None)})}),
        "rate_of_nothing": plan.with_tables(
            {"rate": plan.rates.with_changes({rate.id: replace(rate, most_likely=0.0)})}
        ),
        "no_lag": with_funnel(lag_won=(), deal_likely=None),
        "no_opening_lag": with_funnel(lag_opportunity=(), baseline_likely=None),
        "half_a_year": with_facts(horizon_months=6, envelope=None),
        "a_later_year": with_facts(fiscal_year_start="2027-07", horizon_months=18),
        "no_period": with_facts(fiscal_year_start=None),
        "no_length": with_facts(horizon_months=None),
        "yen": with_facts(currency="JPY"),
        "cancelled": plan.with_tables({"activity": plan.activities.with_changes(cancelled)}),
        "no_prior": plan.with_tables({"prior_month": type(plan.prior_months)()}),
        "amount_without_months": plan.with_tables(
            {"budget_line": plan.budget_lines.with_changes({line.id: replace(line, amount=12_345_67)})}
        ),
        "a_month_far_away": plan.with_tables(
            {"lead_month": plan.lead_months.with_changes({lead.id: replace(lead, month="2207-01")})}
        ),
        "under_way": with_actuals(plan),
        "half_done": with_actuals(plan).with_tables(
            {"activity": Rows([replace(row, progress=0.47) for row in plan.activities])}
        ),
        "nothing_done": with_actuals(plan).with_tables(
            {"activity": Rows([replace(row, progress=0.0) for row in plan.activities])}
        ),
        "no_goals": plan.with_tables({"goal": type(plan.goals)()}),
    }
