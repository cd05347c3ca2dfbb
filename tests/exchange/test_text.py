from __future__ import annotations

import dataclasses
from dataclasses import replace

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.exchange.text import TextError, read_plan, write_plan
from planner.model.fields import Kind, fields_of
from planner.model.ids import cell_id
from planner.model.plan import CELLS, SINGLETONS, TABLES, Plan, Rows, row_class
from tests.model.strategies import MONTHS, values


def contained(a, b, path=""):
    """What of `a` is not in `b`, by path."""
    if isinstance(a, dict) and isinstance(b, dict):
        return [line for key in a for line in (
            contained(a[key], b[key], f"{path}/{key}") if key in b else [f"{path}/{key} is missing"])]  # fmt: skip
    if isinstance(a, list) and isinstance(b, list) and len(a) == len(b):
        return [line for n, (x, y) in enumerate(zip(a, b, strict=True)) for line in contained(x, y, f"{path}[{n}]")]
    return [] if a == b else [f"{path}: {a!r} became {b!r}"]


def test_nothing_of_the_example_is_dropped(example_text):
    written = write_plan(read_plan(example_text))
    assert contained(yaml.safe_load(example_text), yaml.safe_load(written)) == []


def test_export_import_export_is_identical_and_keeps_ids(example_text):
    plan = read_plan(example_text)
    written = write_plan(plan)
    assert read_plan(written) == plan
    assert write_plan(read_plan(written)) == written
    assert read_plan(example_text) == plan


def test_runs_are_written_where_there_are_some(example: Plan):
    fair = example.activities.by_code("A-01")
    row = row_class("run")
    runs = [
        row(id="one", position=1, activity=fair.id, start="2027-10", end="2027-10"),
        row(id="two", position=2, activity=fair.id, start="2027-12", end="2028-01", start_day="2027-12-06"),
    ]
    plan = example.with_tables({"run": Rows(runs)})
    written = write_plan(plan)
    assert read_plan(written) == plan
    assert write_plan(read_plan(written)) == written
    added = yaml.safe_load(written).pop("runs")
    assert [{**run, "id": None} for run in added] == [
        {"id": None, "activity": "A-01", "start": "2027-10", "end": "2027-10"},
        {"id": None, "activity": "A-01", "start": "2027-12", "end": "2028-01", "start_day": "2027-12-06"},
    ]
    assert "runs:" not in write_plan(example).splitlines()


def test_ids_that_do_not_follow_from_the_text_are_kept(example_text):
    plan = read_plan(example_text)
    goal = next(iter(plan.goals))
    other = replace(goal, id="5f0c5f1e-8f57-4a4e-9a39-1c7d1f0a0001", code="G9", position=99, title="Another")
    plan = plan.with_tables({"goal": plan.goals.with_changes({other.id: other})})
    again = read_plan(write_plan(plan))
    assert again.goals.by_code("G9").id == other.id
    assert write_plan(again) == write_plan(plan)


def test_the_example_as_rows(example_text):
    plan = read_plan(example_text)
    assert plan.facts.company.startswith("Hallvik")
    assert plan.facts.envelope == 520_000_00
    line = plan.budget_lines.by_code("B-02")
    assert plan.amounts[cell_id("amount", line.id, "2027-02")].planned == 2_500_00
    assert sum(row.planned for row in plan.amounts) == 515_400_00
    assert plan.people.by_code("P-MK1").name == "Ines Varga"
    assert plan.goals.by_code("G3").owner_sales is None
    assert plan.sales_inputs.by_code("SI-07").status == "new"
    votes = {row.function: row.dots for row in plan.dots if row.item == plan.sales_inputs.by_code("SI-07").id}
    assert votes == {"sales": 7, "marketing": 0, "agency": 1}
    assert plan.commitments.by_code("C-01").targets[0] == ("2027-Q1", 248.0)
    assert plan.briefs.ordered[0].propositions == (
        "The dosing system whose ten-year cost you can prove before you buy.",
    )
    assert [extra.key for extra in plan.extras] == ["expected"]


MINIMAL = "meta: {schema: common-ground/1, currency: EUR}\n"


def test_what_is_not_known_is_kept_where_it_stood():
    text = MINIMAL + "goals:\n- {id: G1, title: Win, colour: blue, nested: {a: [1, 2]}}\nfunnel: {mood: 3}\n"
    written = yaml.safe_load(write_plan(read_plan(text)))
    assert written["goals"][0]["colour"] == "blue"
    assert written["goals"][0]["nested"] == {"a": [1, 2]}
    assert written["funnel"]["mood"] == 3


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "a plan starts with 'meta:'"),
        ("- 1\n- 2\n", "a plan starts with"),
        ("meta: {schema: other/3}", "not in the format"),
        ("meta: {schema: common-ground/1\n", "is not YAML"),
        (MINIMAL + "a: &x [1]\nb: *x\n", "line 3 refers to another part"),
        (MINIMAL + "goals: 3\n", "goals: a list was expected"),
        (MINIMAL + "goals: [{id: G1}, {id: G1}]\n", "the code G1 is used twice"),
        (MINIMAL + "goals: [{id: G1, owner_sales: P-9}]\n", "there is no person called P-9"),
        (MINIMAL + "goals: [{id: G1, target: many}]\n", "'many' cannot be a value of 'Target'"),
        (MINIMAL + "budget: {envelope: 1.001}\n", "cannot be a value of 'Envelope'"),
        (MINIMAL + "budget: {envelope: .nan}\n", "cannot be a value of 'Envelope'"),
    ],
)
def test_a_text_that_is_no_plan_is_refused_in_a_sentence(text, said):
    with pytest.raises(TextError) as refused:
        read_plan(text)
    assert said in str(refused.value)


def test_a_currency_without_cents():
    text = "meta: {schema: common-ground/1, currency: JPY}\nbudget: {envelope: 52000}\n"
    plan = read_plan(text)
    assert plan.facts.envelope == 52000
    assert yaml.safe_load(write_plan(plan))["budget"]["envelope"] == 52000


@st.composite
def plans(draw) -> Plan:
    """Any plan: some rows in some tables, links among them, nasty values everywhere."""
    tables = {name: Rows([row_class(name)(id=id)]) for name, id in SINGLETONS.items()}
    chosen = draw(st.lists(st.sampled_from([name for name in TABLES if name != "extra"]), max_size=8, unique=True))
    ids = {name: [f"{name}-{n}" for n in range(1, draw(st.integers(1, 3)) + 1)] for name in chosen}
    for table in chosen:
        rows = []
        for number, id in enumerate((SINGLETONS.get(table) and [SINGLETONS[table]]) or ids[table], start=1):
            given = {}
            for name, field in fields_of(row_class(table)).items():
                targets = ids.get(field.target, []) if field.target not in SINGLETONS else []
                if field.kind is Kind.LINK and field.target:
                    given[name] = draw(st.sampled_from([None, *targets]))
                elif field.kind is Kind.LINKS:
                    given[name] = (draw(st.sampled_from(targets)),) if targets and draw(st.booleans()) else ()
                else:
                    given[name] = draw(values(field))
            if table in CELLS:
                for key in CELLS[table]:
                    given[key] = draw(MONTHS) if key == "month" else given[key]
                if None in [given[key] for key in CELLS[table]]:
                    continue
                id = cell_id(table, *(given[key] for key in CELLS[table]))
                number = 0
            if table == "facts":
                given |= {"currency": "EUR", "plan_code": "X", "fiscal_year_start": "2027-01"}
            if table == "dot":
                given["item"] = None
            always = {entry.name for entry in dataclasses.fields(row_class(table)) if entry.default is not None}
            given = {name: value for name, value in given.items() if value is not None or name not in always}
            code = f"{table}{number}" if draw(st.booleans()) and table not in (*CELLS, *SINGLETONS) else None
            rows.append(row_class(table)(id=id, code=code, position=number, **given))
        if rows:
            tables[table] = Rows(rows)
    return Plan(tables)


@settings(max_examples=150, suppress_health_check=list(HealthCheck))
@given(plans())
def test_any_plan_comes_back_the_same(plan):
    written = write_plan(plan)
    assert write_plan(read_plan(written)) == written


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (MINIMAL.replace("EUR", "EUR, fiscal_year_start: 2027-13"), "'2027-13' cannot be a value of 'First month'"),
        (MINIMAL.replace("EUR", "EUR, kickoff_date: someday"), "cannot be a value of 'Kick-off'"),
        (MINIMAL + "goals:\n- {id: G1}\n- {id: G2, due: 2027-02-30}\n", "line 4, goal G2, due"),
        (MINIMAL + "activities: [{id: A-1, leads: {most_likely_by_month: {2027-99: 3}}}]", "'2027-99'"),
        (MINIMAL + "goals: [{id: G1, title: a, title: b}]", "title is there twice"),
        (MINIMAL + "a: " + "[" * 5000, "nested deeper"),
        (MINIMAL + "a: !!python/object:os.system {}\n", "is not YAML"),
        (MINIMAL + "---\na: 1\n", "is not YAML"),
        (MINIMAL + "? [a]\n: 1\n", "a name must be a word"),
        (MINIMAL + "more: 1" + "0" * 5000 + "\n", "a number that nobody"),
        (MINIMAL + "budget: {envelope: 9e99}\n", "cannot be a value"),
    ],
)
def test_nothing_impossible_gets_into_a_plan(text, said):
    with pytest.raises(TextError) as refused:
        read_plan(text)
    assert said in str(refused.value)


def test_words_are_kept_as_they_were_written():
    text = MINIMAL + "people:\n- {id: 007, name: no, role: 1e5, function: sales}\n- {id: P-2, name: 2027-01-31}\n"
    plan = read_plan(text + "goals: [{id: G1, owner_sales: 007, title: 😀}]\n")
    first, second = plan.people
    assert (first.code, first.name, first.role, second.name) == ("007", "no", "1e5", "2027-01-31")
    assert plan.goals.by_code("G1").owner_sales == first.id
    assert "title: '😀'" in write_plan(plan)
    assert read_plan(write_plan(plan)) == plan


def test_what_is_not_known_never_takes_the_place_of_what_is(example_text):
    text = example_text.replace("sales_team: {", "sales_team: {drivers: 2, ")
    text = text.replace("revenue_bridge_fy2027: {", "revenue_bridge_fy2027: {hope: {a: 1}, ")
    text = text.replace("deal_size: {", "deal_size: {mode: 3, ")
    plan = read_plan(text)
    written = write_plan(plan)
    assert contained(yaml.safe_load(text), yaml.safe_load(written)) == []
    assert read_plan(written) == plan


def test_what_has_always_a_value_keeps_it_where_the_text_says_null():
    text = MINIMAL + "sales_inputs: [{id: SI-1, status: null}]\nbrief: {questions: [{id: Q-1, status: null}]}\n"
    plan = read_plan(text)
    assert plan.sales_inputs.by_code("SI-1").status == "new"
    assert plan.questions.by_code("Q-1").status == "open"


def test_a_plan_of_which_nothing_is_known_is_a_text(example: Plan) -> None:
    for plan in (Plan(), example.with_tables({"facts": Rows(), "funnel": Rows()})):
        text = write_plan(plan)
        assert write_plan(read_plan(text)) == text
