"""Files that cannot be used: one plain sentence, exit code 2, and the file stays as it was."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest

from planner.cli import main
from planner.model.document import Document


@pytest.fixture
def plan(tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    path = tmp_path / "plan.cgplan"
    assert main(["new", str(path), "--start", "2027-01"]) == 0
    return path


def sql(*statements: str):
    def spoil(path: Path) -> None:
        connection = sqlite3.connect(path)
        for statement in statements:
            connection.execute(statement)
        connection.commit()
        connection.close()

    return spoil


def cut_off(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:20_000])


def scramble(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[100:8000] = Random(1).randbytes(7900)
    path.write_bytes(content)


TROUBLE = {
    "no plan": (lambda path: path.write_bytes(b"hello"), "is not a Common Ground plan"),
    "empty": (lambda path: path.write_bytes(b""), "is not a Common Ground plan"),
    "another database": (sql("PRAGMA application_id=7"), "is not a Common Ground plan"),
    "newer": (sql("PRAGMA user_version=99"), "newer version"),
    "cut off": (cut_off, "is damaged"),
    "scrambled": (scramble, "is damaged"),
    "a trigger": (sql("CREATE TRIGGER t AFTER INSERT ON goal BEGIN DELETE FROM goal; END"), "no plan holds"),
    "a view": (sql("CREATE VIEW v AS SELECT * FROM goal"), "no plan holds"),
    "a table less": (sql("DROP TABLE waiver"), "it lacks waiver"),
    "a column more": (sql("ALTER TABLE goal ADD COLUMN x TEXT"), "no plan holds"),
    "a broken link": (sql("INSERT INTO goal (id, position, parent) VALUES ('a', 1, 'b')"), "refers to one"),
    "a number that is none": (sql("UPDATE facts SET envelope = 'a lot'"), "is damaged"),
    "a place that is none": (sql("UPDATE facts SET position = 'first'"), "is damaged"),
    "missing": (Path.unlink, "There is no file"),
}
CALLS = [["check"], ["forecast"], ["history"], ["undo"], ["doctor", "--repair"], ["export", "--text", "--to", "{out}"]]


def refused(capsys, *words: object) -> str:
    capsys.readouterr()
    assert main([str(word) for word in words]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert err.startswith("planner: ")
    assert "Traceback" not in err
    return err


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call[0])
@pytest.mark.parametrize("trouble", TROUBLE)
def test_a_file_that_cannot_be_used_is_one_sentence(capsys, tmp_path, plan, trouble, call):
    spoil, said = TROUBLE[trouble]
    spoil(plan)
    before = plan.read_bytes() if plan.exists() else None
    command, *more = (word.format(out=tmp_path / "out") for word in call)
    assert said in refused(capsys, command, plan, *more)
    assert (plan.read_bytes() if plan.exists() else None) == before
    assert not (tmp_path / "out").exists()


def test_a_plan_in_use_is_read_but_not_changed(capsys, plan):
    document = Document.open(plan, now=lambda: datetime.now(UTC))
    try:
        before = plan.read_bytes()
        assert "open" in refused(capsys, "undo", plan)
        assert plan.read_bytes() == before
        assert main(["history", str(plan)]) == 0
    finally:
        document.close()


def test_a_source_that_is_a_folder_or_no_text_is_one_sentence(capsys, tmp_path, plan):
    assert "no file" in refused(capsys, "import", plan, tmp_path, "--as", "plan")
    source = tmp_path / "source.yaml"
    source.write_bytes(b"\xff\xfe\x00")
    assert "UTF-8" in refused(capsys, "import", plan, source)


def test_words_that_a_pipe_has_no_letters_for_are_escaped(tmp_path, plan):
    other = tmp_path / "other.cgplan"
    assert main(["new", str(other), "--start", "2027-01", "--title", "Frühling"]) == 0
    done = subprocess.run(
        [sys.executable, "-m", "planner", "compare", str(plan), str(other)],
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert rb"\u2192 Fr\xfchling" in done.stdout
