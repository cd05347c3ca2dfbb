"""A workbook that comes back, and two copies of a plan, through the command line."""

from __future__ import annotations

import json
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from planner.cli import main
from planner.model.changes import Author
from planner.model.document import Document
from planner.model.edits import SetFields
from planner.model.reader import read_file, read_history
from tests.rows import row_called

NOW = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)


def run(capsys, *words) -> tuple[int, str, str]:
    capsys.readouterr()
    try:
        code = main([str(word) for word in words])
    except SystemExit as left:
        code = left.code
    out, err = capsys.readouterr()
    return code, out, err


@pytest.fixture
def file(tmp_path) -> Path:
    path = tmp_path / "mine.cgplan"
    assert main(["example", str(path)]) == 0
    return path


@pytest.fixture
def workbook(file, tmp_path) -> Path:
    assert main(["export", str(file), "--to", str(tmp_path / "out"), "--workbook"]) == 0
    (path,) = (tmp_path / "out").iterdir()
    return path


def edit(path: Path, code: str, author: str, **values) -> None:
    document = Document.open(path, now=lambda: NOW)
    row = row_called(document.plan, code)
    document.apply(SetFields(row.TABLE, row.id, values), Author(author))
    document.close()


def type_into(workbook: Path, sheet: str, code: str, heading: str, value, *, by: str = "") -> None:
    from openpyxl import load_workbook

    book = load_workbook(workbook)
    on = book[sheet]
    heads = next(row for row in on.iter_rows() if any(cell.value == "Row ID" for cell in row))
    columns = {cell.value: cell.column for cell in heads}
    row = next(row for row in on.iter_rows(min_row=heads[0].row) if row[columns["Code"] - 1].value == code)
    row[columns[heading] - 1].value = value
    if by:
        name, ref = next(iter(book.defined_names["changes_by"].destinations))
        book[name][ref] = by
    book.save(workbook)


def test_a_workbook_comes_back_as_one_step_credited_to_its_giver(capsys, file, workbook):
    giver = read_file(file).people.ordered[2]
    type_into(workbook, "Goals", "G1", "Goal", "Win more orders", by=giver.name)
    edit(file, "G2", "Marten Dahl", title="Changed here meanwhile")
    before = read_file(file)
    code, out, _err = run(capsys, "import", file, workbook, "--as", "workbook", "--dry-run", "--json")
    told = json.loads(out)
    assert (code, told["imported"], told["giver"], told["exported_at"]) == (0, False, giver.name, 1)
    assert [(one["object"], one["field"], one["theirs"]) for one in told["changes"]] == [
        ("G1", "title", "Win more orders")
    ]
    assert read_file(file) == before
    code, out, _err = run(capsys, "import", file, workbook, "--as", "workbook")
    assert (code, "one step" in out) == (0, True)
    goals = read_file(file).goals
    assert [goals.by_code(code).title for code in ("G1", "G2")] == ["Win more orders", "Changed here meanwhile"]
    assert (read_history(file)[-1].author, read_history(file)[-1].author_id) == (giver.name, giver.id)
    assert run(capsys, "undo", file)[0] == 0
    assert read_file(file) == before


def test_what_both_changed_waits_for_somebody_to_settle_it(capsys, file, workbook):
    type_into(workbook, "Goals", "G1", "Goal", "Theirs")
    edit(file, "G1", "Marten Dahl", title="Mine")
    code, out, _err = run(capsys, "import", file, workbook, "--as", "workbook", "--json")
    told = json.loads(out)
    assert (code, told["conflicts"], told["imported"]) == (3, 1, False)
    (one,) = told["changes"]
    assert (one["mine"], one["theirs"], one["mine_by"]["author"]) == ("Mine", "Theirs", "Marten Dahl")
    assert read_file(file).goals.by_code("G1").title == "Mine"
    assert run(capsys, "import", file, workbook, "--as", "workbook")[0] == 3
    assert run(capsys, "import", file, workbook, "--as", "workbook", "--prefer", "mine")[0] == 0
    assert read_file(file).goals.by_code("G1").title == "Mine"
    code, out, _err = run(capsys, "import", file, workbook, "--as", "workbook")
    assert (code, "1 difference was settled when it came before" in out) == (0, True)
    again = ("--prefer", "theirs", "--ask-again")
    assert run(capsys, "import", file, workbook, "--as", "workbook", *again)[0] == 0
    assert read_file(file).goals.by_code("G1").title == "Theirs"


def test_new_rows_of_a_workbook_come_in_once(capsys, file, workbook):
    from openpyxl import load_workbook

    book = load_workbook(workbook)
    risks = book["Risks"]
    heads = [cell.value for cell in next(row for row in risks.iter_rows() if any(c.value == "Row ID" for c in row))]
    values = next(list(row) for row in risks.iter_rows(values_only=True) if "R-02" in row)
    at = next(row[0].row for row in risks.iter_rows() if any(cell.value == "R-02" for cell in row))
    values[heads.index("Row ID")] = values[heads.index("Code")] = None
    risks.insert_rows(at)
    for column, value in enumerate(values, start=1):
        risks.cell(at, column).value = value
    book.save(workbook)
    count = len(read_file(file).risks)
    assert run(capsys, "import", file, workbook, "--as", "workbook")[0] == 0
    assert len(read_file(file).risks) == count + 1
    code, out, _err = run(capsys, "import", file, workbook, "--as", "workbook")
    assert (code, "Nothing to change" in out, len(read_file(file).risks)) == (0, True, count + 1)


def test_rows_that_are_missing_go_only_when_asked_for(capsys, file, workbook):
    from openpyxl import load_workbook

    book = load_workbook(workbook)
    risks = book["Risks"]
    risks.delete_rows(next(row[0].row for row in risks.iter_rows() if row[2].value == "R-02"))
    book.save(workbook)
    code, out, _err = run(capsys, "import", file, workbook, "--as", "workbook")
    assert (code, "left as it is: R-02" in out) == (0, True)
    assert read_file(file).risks.by_code("R-02") is not None
    assert run(capsys, "import", file, workbook, "--as", "workbook", "--with-deletions")[0] == 0
    assert read_file(file).risks.by_code("R-02") is None


def test_what_cannot_be_read_is_said(capsys, file, workbook):
    type_into(workbook, "Goals", "G1", "Target", "a lot")
    code, out, _err = run(capsys, "import", file, workbook, "--as", "workbook")
    assert code == 0
    assert "not taken: Goals, row" in out
    assert "a number is expected here" in out


def test_workbooks_that_cannot_be_used_are_one_sentence(capsys, file, workbook, tmp_path):
    from openpyxl import Workbook, load_workbook

    plain = tmp_path / "plain.xlsx"
    Workbook().save(plain)
    newer = tmp_path / "newer.xlsx"
    book = load_workbook(workbook)
    book["Marks"]["B1"] = "99"
    book.save(newer)
    damaged = tmp_path / "damaged.xlsx"
    damaged.write_bytes(workbook.read_bytes()[:20_000])
    other = tmp_path / "other.cgplan"
    assert main(["example", str(other)]) == 0
    moved_on = tmp_path / "moved-on.cgplan"
    shutil.copy(file, moved_on)
    edit(moved_on, "G1", "Marten Dahl", title="Elsewhere")
    assert main(["export", str(moved_on), "--to", str(tmp_path / "on"), "--workbook"]) == 0
    for path, source, said in (
        (file, plain, "does not say which plan"),
        (file, newer, "newer version"),
        (file, damaged, "cannot be read"),
        (other, workbook, "another plan"),
        (file, next((tmp_path / "on").iterdir()), "merge that copy first"),
        (file, file, "not an Excel workbook"),
    ):
        code, _out, err = run(capsys, "import", path, source, "--as", "workbook")
        assert (code, err.count("\n")) == (2, 1), source
        assert said in err, err


def test_two_copies_are_merged_through_the_edit_they_share(capsys, file, tmp_path):
    theirs = tmp_path / "theirs.cgplan"
    edit(file, "G3", "Ines Varga", title="Before they parted")
    shutil.copy(file, theirs)
    edit(file, "G1", "Ines Varga", title="Mine")
    edit(theirs, "G1", "Marten Dahl", title="Theirs")
    edit(theirs, "G2", "Marten Dahl", title="Only there")
    code, out, _err = run(capsys, "merge", file, theirs, "--json")
    told = json.loads(out)
    assert (code, told["merged"], told["common"]["seq"], told["conflicts"]) == (3, False, 2, 1)
    conflict = next(one for one in told["changes"] if one["conflict"])
    assert (conflict["object"], conflict["mine_by"]["author"], conflict["theirs_by"]["author"]) == (
        "G1",
        "Ines Varga",
        "Marten Dahl",
    )
    assert read_file(file).goals.by_code("G2").title != "Only there"
    code, out, _err = run(capsys, "merge", file, theirs)
    assert (code, "Marten Dahl" in out, "--prefer" in out) == (3, True, True)
    assert run(capsys, "merge", file, theirs, "--prefer", "mine")[0] == 0
    goals = read_file(file).goals
    assert [goals.by_code(code).title for code in ("G1", "G2")] == ["Mine", "Only there"]
    code, out, _err = run(capsys, "merge", file, theirs, "--json")
    told = json.loads(out)
    assert (code, told["merged"], told["changes"], told["settled_before"]) == (0, False, [], 1)
    edit(theirs, "G1", "Marten Dahl", title="Something new")
    assert run(capsys, "merge", file, theirs)[0] == 3
    assert run(capsys, "undo", file)[0] == 0
    assert read_file(file).goals.by_code("G2").title != "Only there"
    assert json.loads(run(capsys, "merge", file, theirs, "--json")[1])["settled_before"] == 0


def test_strangers_are_not_merged(capsys, file, tmp_path):
    other = tmp_path / "other.cgplan"
    assert main(["example", str(other)]) == 0
    code, _out, err = run(capsys, "merge", file, other)
    assert (code, "not two copies of one plan" in err) == (2, True)


def test_a_copy_without_changes_brings_nothing(capsys, file, tmp_path):
    theirs = tmp_path / "theirs.cgplan"
    shutil.copy(file, theirs)
    code, out, _err = run(capsys, "merge", file, theirs)
    assert (code, "Nothing to change" in out) == (0, True)
