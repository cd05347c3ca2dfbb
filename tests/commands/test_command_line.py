"""The program without a window, as a script meets it: in its own process for what it costs, else in this one."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from planner.assets import resource
from planner.cli import main


@pytest.fixture
def example(tmp_path) -> Path:
    path = tmp_path / "example.cgplan"
    assert main(["example", str(path)]) == 0
    return path


def run(capsys, *words) -> tuple[int, str, str]:
    capsys.readouterr()
    try:
        code = main([str(word) for word in words])
    except SystemExit as left:
        code = left.code
    out, err = capsys.readouterr()
    return code, out, err


def test_a_new_plan_is_a_marked_file_with_its_facts(capsys, tmp_path):
    path = tmp_path / "new.cgplan"
    code, out, _err = run(capsys, "new", path, "--title", "Spring", "--start", "2027-04", "--months", 6)
    assert (code, "Started" in out) == (0, True)
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA application_id").fetchone() == (0x504C4E57,)
    assert connection.execute("SELECT title, fiscal_year_start, horizon_months FROM facts").fetchall() == [
        ("Spring", "2027-04", 6)
    ]
    connection.close()
    assert [file.name for file in tmp_path.iterdir()] == ["new.cgplan"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["new", "{file}"], "already"),
        (["new", "{dir}/x", "--start", "soon"], "soon is no month"),
        (["new", "{dir}/x", "--months", "900"], "1 to 60 months"),
        (["new", "{dir}/x", "--currency", "euro"], "no currency"),
        (["new", "{dir}/x", "--playbook", "none-such"], "no playbook"),
        (["check", "{dir}/none.cgplan"], "no file"),
        (["check", "{yaml}"], "not a Common Ground plan"),
        (["check", "{file}", "--as-of", "tomorrow"], "tomorrow is no day"),
        (["check", "{file}", "--gate", "K9"], "K9"),
        (["import", "{file}", "{dir}/none.csv"], "no file"),
        (["import", "{file}", "{file}", "--as", "plan"], "cannot be read"),
        (["redo", "{file}"], "nothing to redo"),
        (["export", "{file}", "--to", "{dir}/out"], "Say what to export"),
        (["export", "{file}", "--to", "{dir}/out", "--charts", "gif"], "gif"),
        (["nonsense"], "nonsense"),
    ],
)
def test_what_cannot_be_used_is_said_in_one_sentence(capsys, tmp_path, example, words, said):
    places = {"file": example, "dir": tmp_path, "yaml": resource("example", "example-plan.yaml")}
    code, out, err = run(capsys, *(word.format(**places) for word in words))
    assert (code, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1
    assert "Traceback" not in err


def test_the_check_finds_the_planted_defects_and_nothing_else(capsys, example):
    code, out, _err = run(capsys, "check", example, "--gate", "K3", "--json")
    assert code == 1
    report = json.loads(out)
    assert report["gate"] == "K3"
    assert report["as_of"] == "2026-11-16"
    found = {(finding["rule"], finding["object"], finding["severity"]) for finding in report["findings"]}
    assert found == {
        ("GOL-01", "G3", "error"),
        ("STK-01", "ST-02", "error"),
        ("SIN-01", "SI-07", "error"),
        ("SIN-02", "SI-12", "error"),
        ("MAT-01", "M-01", "error"),
        ("BRF-01", "Q-09", "error"),
        ("ACT-01", "A-15", "error"),
        ("FUN-03", "A-13", "error"),
        ("MAT-06", "S1/aware", "info"),
        ("MAT-06", "S2/aware", "info"),
    }
    keys = {"rule", "object", "severity", "chapter", "message", "why", "fix"}
    assert all(keys <= set(finding) for finding in report["findings"])


def test_the_forecast_equals_the_expected_block(capsys, example, example_text):
    code, out, _err = run(capsys, "forecast", example, "--json", "--runs", 2000)
    assert code == 0
    said, expected = json.loads(out), yaml.safe_load(example_text)["expected"]
    for name, value in expected.items():
        if name not in ("findings", "mc_parameter_only", "mc_with_poisson"):
            assert said[name] == value, name


def test_an_edit_by_import_is_undone_and_done_again(capsys, tmp_path, example, example_text):
    changed = tmp_path / "changed.yaml"
    changed.write_text(example_text.replace("envelope: 520000", "envelope: 500000"), encoding="utf-8")
    before, after = tmp_path / "before.cgplan", tmp_path / "after.cgplan"
    before.write_bytes(example.read_bytes())
    assert run(capsys, "import", example, changed, "--as", "plan")[0] == 0
    after.write_bytes(example.read_bytes())
    _code, out, _err = run(capsys, "compare", before, after, "--json")
    assert json.loads(out)["changes"] == [
        {"table": "facts", "object": "Marketing & sales plan FY2027", "field": "envelope", "a": 52000000, "b": 50000000}
    ]
    assert run(capsys, "undo", example)[0] == 0
    assert json.loads(run(capsys, "compare", before, example, "--json")[1])["changes"] == []
    assert run(capsys, "redo", example)[0] == 0
    assert json.loads(run(capsys, "compare", after, example, "--json")[1])["changes"] == []
    edits = json.loads(run(capsys, "history", example, "--json")[1])["edits"]
    assert [edit["seq"] for edit in edits] == [1, 2, 3, 4]
    assert {"seq", "id", "at", "author", "label"} <= set(edits[0])


def test_text_goes_out_and_comes_in_identical(capsys, tmp_path, example):
    assert run(capsys, "export", example, "--to", tmp_path / "a", "--text")[0] == 0
    (first,) = (tmp_path / "a").glob("*.yaml")
    assert run(capsys, "import", tmp_path / "again.cgplan", first, "--as", "plan")[0] == 0
    assert run(capsys, "export", tmp_path / "again.cgplan", "--to", tmp_path / "b", "--text")[0] == 0
    (second,) = (tmp_path / "b").glob("*.yaml")
    assert second.read_bytes() == first.read_bytes()


def test_a_dry_run_changes_nothing(capsys, tmp_path, example):
    before = example.read_bytes()
    source = resource("example", "example-plan.yaml")
    assert run(capsys, "import", example, source, "--dry-run", "--json")[0] == 0
    assert example.read_bytes() == before


def test_the_doctor_mends_links_that_lead_nowhere(capsys, example):
    assert run(capsys, "doctor", example)[0] == 0
    connection = sqlite3.connect(example)
    connection.execute("UPDATE activity SET goals = '[\"gone\"]' WHERE code = 'A-02'")
    connection.commit()
    connection.close()
    code, out, _err = run(capsys, "doctor", example, "--json")
    assert code == 1
    assert json.loads(out)["problems"] == [{"object": "A-02", "field": "goals", "missing": ["gone"]}]
    assert run(capsys, "doctor", example, "--repair")[0] == 0
    assert run(capsys, "doctor", example)[0] == 0


def test_a_call_without_a_window_imports_no_qt_and_nothing_heavy(example):
    code = (
        "import sys; from planner.app import main\n"
        f"main(['check', {str(example)!r}])\n"
        "print([name for name in ('PySide6', 'numpy', 'matplotlib', 'openpyxl', 'yaml') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
