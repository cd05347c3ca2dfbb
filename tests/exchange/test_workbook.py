"""The workbook as a file: types, text that stays text, who may see what, all or nothing."""

import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from planner.calc.results import Results
from planner.exchange.workbook import CancelledError, write_workbook
from planner.model.changes import EditRecord, Moment
from planner.model.codec import encode
from planner.model.plan import TABLES, Audience, Kind, Plan, Rows, Run, Signoff, fields_of, row_class
from planner.model.touches import Touches
from tests.exchange.soffice import formulas, values

AS_OF = "2026-11-16"


def written(plan: Plan, folder: Path, **more: Any) -> Path:
    return write_workbook(plan, Results(plan, AS_OF), folder / "plan.xlsx", today=AS_OF, **more)


@pytest.fixture(scope="module")
def path(example: Plan, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(example, tmp_path_factory.mktemp("workbook"), exported=Moment("first edit", "last edit", 14))


def rows_of(path: Path, name: str) -> list[dict[str, Any]]:
    """A table of a workbook as its readers see it."""
    book = load_workbook(path, data_only=True)
    (sheet,) = [sheet for sheet in book.worksheets if name in sheet.tables]
    heads, *rows = sheet[sheet.tables[name].ref]
    return [{head.value: cell.value for head, cell in zip(heads, row, strict=True)} for row in rows]


def parts(path: Path) -> Iterator[tuple[str, str]]:
    with zipfile.ZipFile(path) as packed:
        for name in packed.namelist():
            yield name, packed.read(name).decode("utf-8", errors="replace")


def test_contents_and_a_sheet_for_each_chapter(path: Path) -> None:
    book = load_workbook(path)
    assert [sheet.title for sheet in book.worksheets] == [
        "Contents", "Context", "Goals", "Customers", "Stakeholders", "Sales input", "Materials", "Brief & questions",
        "Activities", "Budget", "Forecast", "Risks", "Agreement", "Review", "Charts", "Lists", "Marks",
    ]  # fmt: skip
    assert (book["Lists"].sheet_state, book["Marks"].sheet_state) == ("hidden", "veryHidden")
    assert sum(name.startswith("xl/charts/chart") for name, _text in parts(path)) >= 4


def test_values_have_their_types(path: Path, example: Plan) -> None:
    line = rows_of(path, "tblBudget")[1]
    assert (line["Line"], line["Lead"], line["Priority"], line["Feb"]) == (
        "Catalogue printing 6,000 copies",
        "Marketing",
        4,
        28500,
    )
    assert line["Jan"] is None
    (first, *_rest) = rows_of(path, "tblInputs")
    assert first["Said on"] == datetime(2026, 9, 28)
    goal = rows_of(path, "tblGoals")[0]
    assert (goal["Target"], goal["By"]) == (1920000, datetime(2027, 12, 31))
    assert rows_of(path, "tblActivities")[0]["Starts"] == datetime(2027, 1, 1)
    assert [row["Row ID"] for row in rows_of(path, "tblGoals")] == [goal.id for goal in example.goals]


def test_every_field_that_is_declared_is_there(path: Path, example: Plan) -> None:
    heads = {table: set(rows_of(path, name)[0]) for table, name in (
        ("goal", "tblGoals"), ("stakeholder", "tblStakeholders"), ("sales_input", "tblInputs"),
        ("material", "tblMaterials"), ("activity", "tblActivities"), ("risk", "tblRisks"),
        ("decision", "tblDecisions"))}  # fmt: skip
    for table, found in heads.items():
        assert {field.label for field in fields_of(row_class(table)).values()} <= found
    named = load_workbook(path).defined_names
    for table in ("facts", "funnel"):
        lists = {"lag_won", "lag_opportunity"}
        assert {f"{table}_{name}" for name in fields_of(row_class(table)) if name not in lists} <= set(named)


def test_empty_is_not_nothing_and_not_an_error(tmp_path: Path) -> None:
    empty = written(Plan(), tmp_path)
    found = values(empty)
    assert not [value for value in found.values() if isinstance(value, str) and re.match(r"#[A-Z/0]+[!?]|#N/A", value)]
    assert all(found.get(key) in (None, "", 0) for key in formulas(empty)), "an empty plan comes to nothing"
    zero = [key for key in formulas(empty) if found.get(key) == 0]
    assert {sheet for sheet, _ref in zero}.isdisjoint({"Forecast", "Contents"})
    for name in ("tblGoals", "tblBudget", "tblMonths", "tblRates"):
        assert len(rows_of(empty, name)) == 1


def test_formulas_carry_their_values(path: Path) -> None:
    found = values(path)
    book = load_workbook(path, data_only=True)
    sheet, ref = next(iter(load_workbook(path).defined_names["order_intake"].destinations))
    assert book[sheet][ref].value == pytest.approx(2_016_912)
    assert sum(isinstance(found.get(key), int | float) for key in formulas(path)) > 500


def test_text_that_begins_like_a_formula_stays_text(example: Plan, tmp_path: Path) -> None:
    evil = ("=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "#N/A", "\t=1", "=1+1", "a\x00b\x0bc", "_x000D_",
            "x" * 40_000, 'He said "=SUM(A1)" & <b>', "😀 𝕏 ﷽ e\u0301")  # fmt: skip
    goal, inputs = example.goals.ordered[0], list(example.sales_inputs)[: len(evil)]
    plan = example.with_tables(
        {
            "sales_input": Rows(replace(row, text=text, evidence=text) for row, text in zip(inputs, evil, strict=True)),
            "goal": example.goals.with_changes({goal.id: replace(goal, title="=1/0")}),
            "facts": example.table("facts").with_changes(
                {example.facts.id: replace(example.facts, title="=HYPERLINK(\"x\")", company="&P & Sons")}
            ),
        }
    )  # fmt: skip
    path = written(plan, tmp_path)
    said = [row["In their words"] for row in rows_of(path, "tblInputs")]
    assert said[0] == evil[0]
    assert said[7] == "abc"
    assert len(said[9]) == 32_767
    book = load_workbook(path)
    typed = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row
             if isinstance(cell.value, str) and cell.value in evil]  # fmt: skip
    assert typed
    assert all(cell.data_type == "s" for cell in typed)
    assert all(cell.quotePrefix for cell in typed if cell.value[0] in "=+-@#")
    assert not [formula for formula in formulas(path).values() if "cmd|" in formula or "HYPERLINK" in formula]


@pytest.mark.parametrize("audience", [Audience.AGENCY, Audience.CLIENT])
def test_what_an_audience_may_not_see_is_nowhere_in_the_file(example: Plan, tmp_path: Path, audience: Audience) -> None:
    plan, secrets = with_secrets(example, audience)
    assert len(secrets) > (15 if audience is Audience.AGENCY else 25)
    path = written(plan, tmp_path, audience=audience)
    for name, text in parts(path):
        assert not [secret for secret in secrets if secret in text], name


def with_secrets(plan: Plan, audience: Audience) -> tuple[Plan, set[str]]:
    """The plan with a word or a number that occurs once in each field that the audience may not see."""
    secrets: set[str] = set()
    changed: dict[str, Rows[Any]] = {}
    number = 700_000
    for table in TABLES:
        if all(field.seen_by(audience) for field in fields_of(row_class(table)).values()):
            continue
        rows = plan.table(table).ordered or (row_class(table)(id=f"made-{table}"),)
        row = rows[0]
        for name, field in fields_of(type(row)).items():
            if field.seen_by(audience):
                continue
            number += 13_577
            if field.kind in (Kind.TEXT, Kind.LONG_TEXT):
                row = replace(row, **{name: f"Secret{number}"})
                secrets.add(f"Secret{number}")
            elif field.kind is Kind.TEXTS:
                row = replace(row, **{name: (f"Secret{number}",)})
                secrets.add(f"Secret{number}")
            elif field.kind is Kind.MONEY:
                row = replace(row, **{name: number * 100})
                secrets.add(str(number))
            elif field.kind is Kind.SHARE:
                row = replace(row, **{name: number / 10_000_000})
                secrets.add(str(number / 10_000_000))
        changed[table] = Rows([row, *rows[1:]])
    return plan.with_tables(changed), secrets


def moved(plan: Plan) -> tuple[Plan, Touches]:
    """The plan after somebody changed a title, an amount and a stance, and who did it."""
    record = EditRecord(2, "e", "2026-11-12T09:00:00.000+00:00", "Marten Dahl", None, "Set", "edit", None)
    goal, cell = plan.goals.ordered[0], next(cell for cell in plan.amounts if cell.planned)
    person = plan.stakeholders.ordered[0]
    before = [replace(goal, title="Before"), replace(cell, planned=7_700), replace(person, concern="Secret fear")]
    changes = [(record, row.TABLE, row.id, json.dumps(encode(row)), json.dumps(encode(now)))
               for row, now in zip(before, (goal, cell, person), strict=True)]  # fmt: skip
    noted = plan.with_tables({"amount": plan.amounts.with_changes({cell.id: replace(cell, note="Deposit paid")})})
    return noted, Touches(changes)


def test_the_budget_is_divided_under_its_table(example: Plan, tmp_path: Path) -> None:
    def parts_of(path: Path) -> dict[str, tuple[float, float]]:
        sheet = load_workbook(path, data_only=True)["Budget"]
        table = sheet.tables["tblBudget"].ref
        heads = {cell.value: cell.column for cell in sheet[table][0]}
        rows = range(sheet[table][-1][0].row + 1, sheet.max_row + 1)
        found = {sheet.cell(row, 3).value: tuple(sheet.cell(row, heads[name]).value for name in ("Year", "Share"))
                 for row in rows}  # fmt: skip
        return {name: values for name, values in found.items() if None not in values}

    found = parts_of(written(example, tmp_path))
    assert {name: year for name, (year, _share) in found.items() if name.startswith("Priority")} == {
        "Priority 1": 90_400, "Priority 2": 271_200, "Priority 3": 102_800, "Priority 4": 51_000,
    }  # fmt: skip
    assert (found["Marketing"][0], found["Sales"][0], found["Contingency"][0]) == (506_600, 8_800, 26_000)
    assert found["Agency"] == (138_900, pytest.approx(138_900 / 515_400))
    lines = dict(zip((line.id for line in example.budget_lines), ('odd "*~?" {name}', "=1"), strict=False))
    odd = example.with_tables({"budget_line": example.budget_lines.with_changes(
        {id: replace(example.budget_lines[id], category=category) for id, category in lines.items()})})  # fmt: skip
    again = parts_of(write_workbook(odd, Results(odd, AS_OF), tmp_path / "odd.xlsx", today=AS_OF))
    assert sum(year for year, _share in list(again.values())) == pytest.approx(sum(year for year, _ in found.values()))


def test_the_review_says_how_the_budget_will_end(example: Plan, tmp_path: Path) -> None:
    """What method.md B8 gives for the end of April: spent 268,900 of 274,200, and 252,264 of it done."""
    april = ("2027-01", "2027-02", "2027-03", "2027-04")
    left = 268_900_00
    cells = []
    for row in example.amounts:
        spent = min(left, row.planned or 0) if row.month in april else None
        left -= spent or 0
        cells.append(replace(row, actual=spent))
    done = 252_264 / (515_400 - 26_000)
    plan = example.with_tables({
        "amount": Rows(cells), "activity": Rows([replace(row, progress=done) for row in example.activities]),
    })  # fmt: skip
    path = write_workbook(plan, Results(plan, "2027-05-02"), tmp_path / "april.xlsx", today="2027-05-02")
    sheet = load_workbook(path, data_only=True)["Review"]
    found = {row[2].value: [cell.value for cell in row[7:11]] for row in sheet.iter_rows() if row[2].value}
    assert [found[name][0] for name in ("The whole budget (BAC)", "Planned by now (PV)", "Spent by now (AC)")] == [
        515_400, 274_200, 268_900,
    ]  # fmt: skip
    assert found["Done by now, at its planned cost (EV)"][0] == 252_264
    assert found["If the rest costs as the part so far did"][:3] == [
        pytest.approx(549_388.97, abs=0.01), pytest.approx(280_488.97, abs=0.01), pytest.approx(-33_988.97, abs=0.01),
    ]  # fmt: skip
    assert found["If what went otherwise happens once"][0] == pytest.approx(532_036)
    assert found["If cost and delay both go on"] == [
        pytest.approx(573_779.32, abs=0.01), pytest.approx(304_879.32, abs=0.01), pytest.approx(-58_379.32, abs=0.01),
        "fits",
    ]  # fmt: skip
    assert found["If the months ahead cost what they are given now"][0] == 268_900 + 515_400 - 274_200
    assert found["What each unit left has to buy for the budget to do (TCPI)"][0] == pytest.approx(1.067489, abs=5e-7)
    assert "How it will end" not in str(list(load_workbook(written(example, tmp_path))["Review"].values))


def test_cells_with_a_history_say_who_changed_them(example: Plan, tmp_path: Path) -> None:
    plan, touches = moved(example)
    book = load_workbook(written(plan, tmp_path, touches=touches))
    notes = {(sheet.title, str(cell.value)): cell.comment for sheet in book for row in sheet.iter_rows() for cell in row
             if cell.comment}  # fmt: skip
    title = notes["Goals", plan.goals.ordered[0].title or ""]
    assert (title.text, title.author) == ("Marten Dahl, 12 Nov 2026. Before: Before.", "Marten Dahl")
    (amount,) = [note.text for (sheet, _value), note in notes.items() if sheet == "Budget"]
    assert amount == "Marten Dahl, 12 Nov 2026. Before: 77.\nDeposit paid"


def test_who_changed_what_is_for_the_team_only(example: Plan, tmp_path: Path) -> None:
    plan, touches = moved(example)
    path = written(plan, tmp_path, touches=touches, audience=Audience.CLIENT)
    for name, text in parts(path):
        assert not [said for said in ("Secret fear", "Deposit paid", "Before: ") if said in text], name
        assert "comments" not in name


def test_looks_that_depend_on_cells(path: Path) -> None:
    book = load_workbook(path)
    looks = {sheet.title: [rule.formula[0] for each in sheet.conditional_formatting for rule in each.rules]
             for sheet in book}  # fmt: skip
    assert len(looks["Activities"]) == 12
    assert "DATE(2027,3,1)" in looks["Activities"][2]
    assert any("facts_envelope" in formula for formula in looks["Budget"])
    assert any("ABS(" in formula for formula in looks["Materials"])


def test_an_empty_list_of_runs_is_not_printed(path: Path) -> None:
    sheet = load_workbook(path)["Activities"]
    (table,) = (made for made in sheet.tables.values() if made.name == "tblRuns")
    assert int(str(sheet.print_area).rsplit("$", 1)[1]) == sheet[table.ref][0][0].row - 2


def test_an_activity_that_runs_again_says_so_and_has_a_bar_for_each_run(example: Plan, tmp_path: Path) -> None:
    film = example.activities.by_code("A-15")
    assert film is not None
    runs = Rows([Run(id="again", activity=film.id, start="2027-10", end="2027-11", position=1)])
    sheet = load_workbook(written(example.with_tables({"run": runs}), tmp_path))["Activities"]
    cells = {cell.value: cell for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)}
    assert cells["May to July and October to November 2027"].row == cells["Company anniversary image film"].row
    (table,) = (made for made in sheet.tables.values() if made.name == "tblRuns")
    row = sheet[table.ref][1]
    assert [cell.value for cell in row[1:5]] == [1, "A-15", datetime(2027, 10, 1), datetime(2027, 11, 1)]
    assert int(str(sheet.print_area).rsplit("$", 1)[1]) >= row[2].row
    rules = [rule.formula[0] for each in sheet.conditional_formatting for rule in each.rules]
    assert f"${row[2].column_letter}${row[2].row}:" in rules[9]


def test_the_cover_says_how_far_the_plan_is(example: Plan, tmp_path: Path) -> None:
    people = {person.function: person for person in example.people}
    signed = Rows(
        Signoff(id=side, person=people[side].id, function=side, date="2026-11-20", version=example.facts.version)
        for side in ("marketing", "sales")
    )
    sheet = load_workbook(written(example.with_tables({"signoff": signed}), tmp_path))["Contents"]
    said = {row[6].value: row[7].value for row in sheet.iter_rows() if row[6].value and row[7].value}
    assert said["State"] == "In review"
    assert said["Overlap, our own measure"] == "82 of 100"
    assert said["Signed, Sales"] == f"{people['sales'].name}, 20 Nov 2026"


def test_cancelled_leaves_nothing_behind(example: Plan, tmp_path: Path) -> None:
    seen: list[str] = []
    with pytest.raises(CancelledError):
        written(
            example, tmp_path, progress=lambda done, total, what: seen.append(what), cancelled=lambda: len(seen) > 5
        )
    assert list(tmp_path.iterdir()) == []


def test_a_workbook_that_stood_there_is_replaced_whole(example: Plan, tmp_path: Path) -> None:
    (tmp_path / "plan.xlsx").write_bytes(b"before")
    told: list[tuple[int, int]] = []
    path = written(example, tmp_path, progress=lambda done, total, what: told.append((done, total)))
    assert load_workbook(path).sheetnames[0] == "Contents"
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1]
    assert [entry.name for entry in tmp_path.iterdir()] == ["plan.xlsx"]


def test_it_says_which_plan_and_edit_it_was_made_from(path: Path) -> None:
    about = {prop.name: prop.value for prop in load_workbook(path).custom_doc_props}
    assert about["PlanUid"] == "first edit"
    assert about["ExportRev"] == 14


def test_odd_words_of_days_and_choices_are_kept(example: Plan, tmp_path: Path) -> None:
    goal, activity = example.goals.ordered[0], example.activities.ordered[0]
    plan = example.with_tables(
        {
            "goal": example.goals.with_changes({goal.id: replace(goal, due="end of year", kind="something_else")}),
            "activity": example.activities.with_changes({activity.id: replace(activity, start="soon")}),
        }
    )
    path = written(plan, tmp_path)
    assert rows_of(path, "tblGoals")[0]["By"] == "end of year"
    assert rows_of(path, "tblGoals")[0]["Kind"] == "Something else"
    assert rows_of(path, "tblActivities")[0]["Starts"] == "soon"
    assert isinstance(rows_of(path, "tblActivities")[1]["Starts"], date)
