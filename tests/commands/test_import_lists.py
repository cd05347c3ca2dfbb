"""`planner import` of the lists that teams have: one edit, questions with exit code 3, JSON for programs."""

from __future__ import annotations

import json

import pytest

from planner.cli import main


@pytest.fixture
def plan(tmp_path):
    path = tmp_path / "plan.cgplan"
    assert main(["new", str(path), "--start", "2027-01", "--months", "12", "--currency", "EUR"]) == 0
    return path


def write(tmp_path, text):
    path = tmp_path / "list.csv"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_list_is_one_edit_that_undo_takes_back(plan, tmp_path, capsys):
    source = write(tmp_path, "Line;Lead;Jan;Feb\nFair;Reh, Tomasz;1.200,50;800,00\nTotal;;1.200,50;800,00\n")
    capsys.readouterr()
    assert main(["import", str(plan), source, "--as", "budget", "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["kind"], said["rows"], said["added"], said["imported"]) == ("budget", 1, 1, True)
    assert said["left_out"] == [{"row": 3, "reason": "a total"}]
    assert {"column": "Jan", "field": "month:1", "how": "name"} in said["columns"]
    assert main(["history", str(plan), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["edits"][-1]["label"] == "Import Budget from list.csv"
    assert main(["undo", str(plan)]) == 0
    capsys.readouterr()
    assert main(["import", str(plan), source, "--dry-run", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["added"] == 1


def test_nothing_is_imported_while_something_is_open(plan, tmp_path, capsys):
    source = write(tmp_path, "Line;Amount\nFair;1.200\n")
    capsys.readouterr()
    assert main(["import", str(plan), source, "--as", "budget", "--json"]) == 3
    said = json.loads(capsys.readouterr().out)
    assert said["imported"] is False and [asked["key"] for asked in said["questions"]] == ["decimal"]
    assert main(["import", str(plan), source, "--as", "budget", "--json", "--map", "decimal=comma"]) == 0
    assert json.loads(capsys.readouterr().out)["added"] == 1


def test_a_dry_run_says_what_would_happen(plan, tmp_path, capsys):
    source = write(tmp_path, "Name,Role,Influence\nAda,CFO,high\n,,\nBen,CEO,huge\n")
    capsys.readouterr()
    assert main(["import", str(plan), source, "--dry-run"]) == 0
    said = capsys.readouterr().out
    assert "2 rows as Stakeholders" in said and "It would import 2 new" in said
    assert "row 4: Influence: “huge” is neither a figure nor low, medium or high" in said
    assert main(["history", str(plan), "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["edits"]) == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--as", "risks"], "looks like Risks"),
        (["--map", "decimal=dot"], "decimal is one of: comma, point."),
        (["--map", "title"], "write it like title=Campaign"),
        (["--as", "budget", "--map", "description=Nowhere"], "no column called “Nowhere”"),
    ],
)
def test_what_cannot_be_used_is_one_sentence(plan, tmp_path, capsys, words, said):
    source = write(tmp_path, "Line;Amount\nFair;5\n")
    capsys.readouterr()
    assert main(["import", str(plan), source, *words]) == 2
    error = capsys.readouterr().err
    assert said in error and error.count("\n") == 1


def test_what_was_said_about_columns_is_known_the_next_time(plan, tmp_path, capsys):
    source = write(tmp_path, "Wofür;Wieviel\nFair;1.200\n")
    say = ["--as", "budget", "--map", "description=Wofür", "amount=Wieviel", "decimal=comma"]
    assert main(["import", str(plan), source, *say]) == 0
    capsys.readouterr()
    source = write(tmp_path, "Wofür;Wieviel\nFilm;3.400\n")
    assert main(["import", str(plan), source, "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["kind"], said["added"], said["imported"]) == ("budget", 1, True)


DEALS = "Stage;Amount;Closed\nWon;1.200;2026-01-01\nLost;5;2026-01-02\n"


def test_an_export_that_leaves_something_open_changes_nothing_until_it_is_said(plan, tmp_path, capsys):
    source = write(tmp_path, DEALS)
    capsys.readouterr()
    assert main(["import", str(plan), source, "--as", "crm"]) == 3
    said = capsys.readouterr().out
    assert "1.200" in said and "decimal=comma" in said and "This would change" in said
    assert main(["history", str(plan), "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["edits"]) == 1
    assert main(["import", str(plan), source, "--as", "crm", "--json", "--map", "decimal=comma"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["won_amount_mean"], said["questions"]) == (1200.0, [])


def test_a_file_is_read_once_and_what_was_noticed_then_is_said(plan, tmp_path, capsys, monkeypatch):
    from planner.exchange import sandbox

    read, run = [], sandbox._run
    monkeypatch.setattr(sandbox, "_run", lambda *given: read.append(given[0]) or run(*given))
    path = tmp_path / "list.csv"
    path.write_bytes("Name;Rolle;Einfluss\nJörg;Leiter;hoch\n".encode("cp1252"))
    capsys.readouterr()
    assert main(["import", str(plan), str(path), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["kind"], said["added"], len(read)) == ("stakeholders", 1, 1)
    assert said["notes"][0] == "The file is not in UTF-8; its letters were read as Windows Western."


def test_a_scorecard_with_probabilities_is_no_list_of_deals(plan, tmp_path, capsys):
    source = write(tmp_path, "Probability,Score\nHigh (3),5\nLow (1),1\n")
    capsys.readouterr()
    assert main(["import", str(plan), source]) == 2
    assert "looks like a list" in capsys.readouterr().err


def test_what_a_sheet_hides_is_said_and_can_be_left_out(plan, tmp_path, capsys):
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    for row in (("Activity", "Owner", "Start"), ("Fair", "Ines", "2027-03"), ("Podcast", "Marten", "2027-04")):
        sheet.append(row)
    sheet.row_dimensions[3].hidden = True
    path = tmp_path / "plan.xlsx"
    book.save(path)
    words = ["import", str(plan), str(path), "--as", "activities", "--dry-run"]
    capsys.readouterr()
    assert main([*words]) == 0
    said = "Hidden in the sheet, and read as well (--without-hidden leaves it out): 1 row that is hidden"
    assert said in capsys.readouterr().out
    assert main([*words, "--without-hidden", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["rows"], told["hidden"]) == (1, ["1 row that is hidden or filtered out: 3."])


@pytest.mark.parametrize(
    "text",
    [
        "Name;Month;Price\nCake;Jan;9\nPie;Jan;7\n",  # goods with prices, not a budget
        "Name;Value\nJohn;1\nSophia;2\n",
        "Checked;Name;Weight;Best\ntrue;;644;5\n1;;588;6\n",
    ],
)
def test_what_only_looks_a_little_like_a_list_is_not_imported_unasked(plan, tmp_path, capsys, text):
    source = write(tmp_path, text)
    capsys.readouterr()
    assert main(["import", str(plan), source]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1 and ("--as" in said or "looks like a list" in said)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Posten;Betrag\nMesse;1200\nMailing;900\n", "budget"),
        ("Item;Value;Budget 2027\nFair;3;1200\nMailing;4;900\n", "budget"),
        ("Name;Jan;Feb;Mar\nFair;10;20;30\nMailing;5;5;5\n", "budget"),
        ("Activity;Owner\nFair;Ines\n", "activities"),
        ("Name;Role;E-mail\nIda Holm;Head of sales;ida@example.org\n", "stakeholders"),
    ],
)
def test_a_list_that_says_what_it_is_needs_no_word(plan, tmp_path, capsys, text, kind):
    source = write(tmp_path, text)
    capsys.readouterr()
    assert main(["import", str(plan), source, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["kind"] == kind


def test_a_person_who_says_what_it_is_is_believed(plan, tmp_path, capsys):
    source = write(tmp_path, "Name;Month;Price\nCake;Jan;9\nPie;Jan;7\n")
    capsys.readouterr()
    assert main(["import", str(plan), source, "--as", "budget", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["added"] == 2
