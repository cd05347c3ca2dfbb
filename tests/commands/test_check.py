"""`planner check`: what was signed and has changed since, what was left as it is."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from planner.cli import main
from planner.model.changes import Author
from planner.model.document import Document
from planner.model.edits import SetFields
from planner.model.edits.signing import SignPlan
from planner.model.edits.waivers import WaiveFinding
from planner.model.reader import read_plans_after
from tests.calc.changes import id_of

INES = Author("Ines Varga")
DAY = "2026-11-16"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "example.cgplan"
    assert main(["example", str(path)]) == 0
    return path


def opened(file: Path) -> Document:
    return Document.open(file, now=lambda: datetime(2026, 11, 16, tzinfo=UTC), state_dir=file.parent / "state")


def findings(capsys: pytest.CaptureFixture[str], file: Path, gate: str) -> list[dict[str, str]]:
    capsys.readouterr()
    main(["check", str(file), "--gate", gate, "--json"])
    found: list[dict[str, str]] = json.loads(capsys.readouterr().out)["findings"]
    return found


def test_what_was_signed_and_has_changed_since(capsys: pytest.CaptureFixture[str], file: Path) -> None:
    document = opened(file)
    plan = document.plan
    edit = document.history()[-1].id
    for half, code in (("marketing", "P-MK1"), ("sales", "P-SA1")):
        document.apply(SignPlan(half, id_of(plan, code), DAY, edit), INES)  # type: ignore[arg-type]
    document.publish()
    assert not [one for one in findings(capsys, file, "K4") if one["rule"].startswith("SGN")]
    document.apply(SetFields("goal", id_of(plan, "G1"), {"target": 1_700_000.0}), INES)
    document.publish()
    then = read_plans_after(file, document.plan, [edit, "no such edit"])
    assert then == {edit: document.plan_at(document.history()[0].seq)}
    document.close()
    said = {(one["rule"], one["object"], one["severity"]) for one in findings(capsys, file, "K4")}
    assert {one for one in said if one[0] == "SGN-02"} == {
        ("SGN-02", "marketing", "error"),
        ("SGN-02", "sales", "error"),
    }


def test_what_was_left_as_it_is_does_not_count(capsys: pytest.CaptureFixture[str], file: Path) -> None:
    document = opened(file)
    plan = document.plan
    for one in findings(capsys, file, "K3"):
        people = (id_of(plan, "P-MK1"), id_of(plan, "P-SA1"))
        document.apply(
            WaiveFinding(one["rule"], one["object"], one["message"], people, "Agreed", "2026-12-31", DAY), INES
        )
    document.publish()
    document.close()
    assert {one["status"] for one in findings(capsys, file, "K3")} == {"waived"}
    assert main(["check", str(file)]) == 0
    out = capsys.readouterr().out
    assert out.startswith("waived  G3")
    assert out.endswith("0 errors are open.\n")
