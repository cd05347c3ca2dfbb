"""How the check itself behaves: gates, waivers, order, what is not known, rules that break."""

import random
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.calc.results import Results
from planner.calc.rules import GATES, Finding, NotYet, gate_of, registry, rules, runner
from planner.model.plan import Plan, Rows, fields_of
from planner.model.tables import TABLES
from tests.calc.changes import found, id_of, with_new, with_row, with_single
from tests.calc.checking import check

COUNTS = {"GOL": 9, "STK": 10, "SIN": 12, "MAT": 9, "BRF": 10, "ACT": 10, "BUD": 12, "FUN": 14, "RSK": 6, "DEC": 4}
COUNTS |= {"COM": 4, "VOT": 1, "SGN": 4, "REV": 2}
OWN = {"CON": 5}


def test_all_107_rules_of_the_method_and_our_own_are_there() -> None:
    ids = sorted(one.id for one in rules())
    assert sum(COUNTS.values()) == 107
    assert len(ids) == 107 + sum(OWN.values())
    for family, count in (COUNTS | OWN).items():
        assert [id for id in ids if id.startswith(family)] == [
            f"{family}-{n:02d}" for n in range(1, count + 1)
        ]


def severity(plan: Plan, gate: str, rule: str) -> str:
    return next(one.severity for one in check(plan, gate) if one.rule == rule)


def test_a_rule_grows_louder_from_gate_to_gate(example: Plan) -> None:
    assert [severity(example, gate, "SIN-01") for gate in GATES] == ["info", "warning", "warning"] + [
        "error"
    ] * 3
    assert [severity(example, gate, "GOL-01") for gate in GATES] == ["warning"] * 3 + ["error"] * 3
    assert [severity(example, gate, "SIN-02") for gate in GATES] == ["info"] + ["error"] * 5


def test_names_of_gates() -> None:
    assert [
        gate_of(name) for name in ("frame", "listening", "brief", "budget_lock", "launch", "review")
    ] == list(GATES)
    assert gate_of("k3") == "K3"
    assert gate_of("soon") is None
    with pytest.raises(ValueError, match="no such gate"):
        check(Plan(), "K9")


def test_gate_and_day_come_from_the_plan_unless_given(example: Plan) -> None:
    assert check(example, "K1", "2026-10-10").gate == "K1"
    early = {one.fingerprint for one in check(example, as_of="2026-10-10")}
    assert ("SIN-01", "SI-07") not in early
    assert check(Plan()).gate == "K0"
    assert check(with_single(example, "facts", lint_gate="whenever")).gate == "K0"


def waived(
    plan: Plan, rule: str, object: str, *people: str, until: str = "2026-12-31", reason: str = "so"
) -> Plan:
    persons = tuple(id_of(plan, code) for code in people)
    return with_new(plan, "waiver", rule=rule, object=object, persons=persons, until=until, reason=reason)


def status(plan: Plan, rule: str) -> str:
    return next(one.status for one in check(plan) if one.rule == rule)


def test_a_named_person_may_leave_a_finding_until_a_day(example: Plan) -> None:
    assert status(waived(example, "STK-01", "ST-02", "P-MK1"), "STK-01") == "waived"
    assert status(waived(example, "STK-01", "ST-02", "P-MK1", until="2026-11-16"), "STK-01") == "waived"
    assert status(waived(example, "STK-01", "ST-02", "P-MK1", until="2026-11-15"), "STK-01") == "open"
    assert status(waived(example, "STK-01", "ST-02"), "STK-01") == "open"
    assert status(waived(example, "STK-01", "ST-02", "P-MK1", reason=" "), "STK-01") == "open"
    assert status(waived(example, "STK-01", "ST-01", "P-MK1"), "STK-01") == "open"


def test_some_findings_take_two_sides_to_leave(example: Plan) -> None:
    assert status(waived(example, "GOL-01", "G3", "P-MK1"), "GOL-01") == "open"
    assert status(waived(example, "GOL-01", "G3", "P-MK1", "P-MK2"), "GOL-01") == "open"
    both = waived(example, "GOL-01", "G3", "P-MK1", "P-SA1")
    assert status(both, "GOL-01") == "waived"
    report = check(both)
    assert report.findings[-1].rule == "GOL-01"
    assert "GOL-01" not in {one.rule for one in report.open_errors}
    assert [one.get("status") for one in report.as_json()["findings"]] == [None] * (len(report) - 1) + [
        "waived"
    ]


def test_the_shape_for_programs(example: Plan) -> None:
    said = check(example).as_json()
    assert (said["gate"], said["as_of"]) == ("K3", "2026-11-16")
    first = said["findings"][0]
    assert list(first) == ["rule", "object", "severity", "chapter", "message", "why", "fix"]
    assert all(first.values())


def test_messages_quote_both_facts_and_no_codes(example: Plan) -> None:
    messages = {one.rule: one for one in check(example)}
    assert "8 December 2026" in messages["STK-01"].message
    assert "30 November 2026" in messages["STK-01"].message
    assert "42 days" in messages["SIN-01"].message
    assert "Lea Okafor" in messages["GOL-01"].message
    for one in check(example):
        for part in (one.message, one.why, one.fix):
            assert one.rule not in part
            assert one.object not in part.split()
            assert part.endswith((".", "”", "?"))


def test_what_is_not_known_is_asked_for_and_never_counts(example: Plan) -> None:
    dateless = with_row(example, "sales_input", "SI-07", date=None)
    (asked,) = [one for one in check(dateless) if one.rule == "SIN-01"]
    assert (asked.severity, asked.object) == ("info", "SI-07")
    assert asked.message.startswith("Cannot check yet")
    timeless = check(with_single(example, "facts", as_of=None))
    assert "today's date" in next(one.message for one in timeless if one.rule == "SIN-01")


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_rows_changes_nothing(example: Plan, seed: int) -> None:
    shuffled = {}
    for name in TABLES:
        rows = list(example.table(name))
        random.Random(seed).shuffle(rows)
        shuffled[name] = Rows([replace(row, position=place) for place, row in enumerate(rows)])
    # Only rates and stages mean something by their order.
    shuffled["stage"] = example.stages
    assert check(Plan(shuffled)).as_json() == check(example).as_json()


@pytest.mark.parametrize("gone", [*TABLES, "everything"])
def test_a_plan_without_a_table_is_checked_to_the_end(example: Plan, gone: str) -> None:
    plan = Plan() if gone == "everything" else example.with_tables({gone: Rows()})
    for gate in GATES:
        for day in (None, "2026-11-16"):
            results = Results(plan, day)
            for one in results.report(gate):
                assert "could not be run" not in one.message, one
            assert len(results.progress) == 13
            assert results.forecast_json(0)
            assert set(results.voices) >= {"marketing", "sales"}
            assert results.budget.by_function is not None


@pytest.mark.parametrize("table", TABLES)
def test_a_plan_whose_rows_are_all_blank_is_checked_to_the_end(example: Plan, table: str) -> None:
    blank = Rows([type(row)(id=row.id) for row in example.table(table)])
    plan = example.with_tables({table: blank})
    results = Results(plan, "2026-11-16")
    for gate in GATES:
        assert all("could not be run" not in one.message for one in results.report(gate))
    assert len(results.progress) == 13
    assert results.forecast_json(runs=10)


@settings(max_examples=25)
@given(seed=st.integers(0, 10**9), share=st.sampled_from([0.02, 0.2, 0.6]))
def test_any_gaps_are_met_with_silence_and_never_with_an_error(
    example: Plan, seed: int, share: float
) -> None:
    chance = random.Random(seed)
    holes = {}
    for name in TABLES:
        rows = []
        for row in example.table(name):
            gone = {
                field.name: getattr(type(row)(id="x"), field.name)
                for field in fields_of(type(row)).values()
                if chance.random() < share
            }
            rows.append(replace(row, **gone))
        holes[name] = Rows(rows)
    results = Results(Plan(holes), "2026-11-16")
    assert all("could not be run" not in one.message for one in results.report("K5"))
    assert results.forecast_json(runs=5)
    assert len(results.progress) == 13


@pytest.mark.parametrize(
    ("table", "values"),
    [
        ("funnel", {"deal_likely": 0}),
        ("funnel", {"lag_won": (0.0,), "lag_opportunity": (0.0,)}),
        ("funnel", {"margin_rate": 0.0}),
        ("facts", {"horizon_months": 0}),
        ("facts", {"horizon_months": 60}),
        ("facts", {"envelope": 0}),
        ("facts", {"currency": "JPY"}),
        ("facts", {"response_sla_days": 0}),
    ],
)
def test_odd_figures_stop_nothing(example: Plan, table: str, values: dict[str, object]) -> None:
    results = Results(with_single(example, table, **values), "2026-11-16")
    assert all("could not be run" not in one.message for one in results.report("K5"))
    assert results.forecast_json(runs=5)
    assert len(results.progress) == 13


def test_text_that_is_no_month_or_day_stops_nothing(example: Plan) -> None:
    plan = with_single(example, "facts", fiscal_year_start="soon", budget_lock_date="later", as_of="today")
    plan = with_row(plan, "goal", "G1", due="Christmas")
    plan = with_row(plan, "activity", "A-12", start="spring", end="?")
    results = Results(plan, "today")
    assert all("could not be run" not in one.message for one in results.report("K5"))
    assert results.forecast.order_intake is None
    assert len(results.progress) == 13


def test_a_rule_that_breaks_says_so_and_stops_nothing(example: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(plan: Plan, results: Results) -> Iterator[Finding | NotYet]:
        yield Finding(None, "a", "b", "c")
        raise ZeroDivisionError("a share of nothing")

    broken = registry.Rule("GOL-99", {"K0": "error"}, "goals", breaks)
    monkeypatch.setattr(runner, "rules", lambda: (*rules(), broken))
    report = check(example)
    (said,) = [one for one in report if one.rule == "GOL-99"]
    assert said.severity == "info"
    assert "a share of nothing" in said.message
    assert {one.rule for one in report} >= {"GOL-01", "STK-01"}


def test_two_rules_may_not_share_an_id() -> None:
    assert rules()
    with pytest.raises(ValueError, match="two rules"):
        registry.rule("GOL-01", gates={}, chapter="goals")(lambda plan, results: ())


def test_findings_stay_the_same_over_versions(example: Plan) -> None:
    renamed = with_row(example, "goal", "G3", title="Another title")
    assert found(renamed) == found(example)
