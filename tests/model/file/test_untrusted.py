"""A file from anybody is opened only when it holds what a plan holds, text for text, and nothing else."""

import os
import random
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from planner.model.file import untrusted
from planner.model.file.errors import DamagedPlan, NewerPlan, NotAPlan, PlanFileError, PlanMissing
from planner.model.file.format import APPLICATION_ID, FILE_VERSION, LARGEST
from planner.model.file.untrusted import check_untrusted
from tests.model.file.plans import SCHEMA, STATEMENTS, Desk, forge, names_in


@pytest.fixture
def plan(desk: Desk) -> Path:
    return desk.made("a", "b")


def test_a_plan_passes_and_is_not_touched(desk: Desk, plan: Path) -> None:
    before = plan.read_bytes()
    check_untrusted(plan, SCHEMA)
    check_untrusted(plan, SCHEMA, thorough=True)
    assert plan.read_bytes() == before
    assert desk.beside() == [plan.name]


def test_blanks_do_not_make_a_difference(plan: Path) -> None:
    check_untrusted(plan, {key: sql.replace(" ", "\n\t") for key, sql in SCHEMA.items()})


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("CREATE TRIGGER evil AFTER INSERT ON goal BEGIN DELETE FROM goal; END", "trigger evil"),
        (
            "CREATE VIEW evil AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT i FROM n",
            "view evil",
        ),
        ("CREATE TABLE more (id)", "table more"),
        ("CREATE INDEX more ON goal (name)", "index more"),
        ("CREATE VIRTUAL TABLE more USING fts5 (text)", "table more"),
        ("ALTER TABLE goal ADD COLUMN more TEXT DEFAULT 'x'", "table goal"),
        ("DROP INDEX link_goal", "lacks link_goal"),
        ("DROP TABLE link", "lacks link"),
    ],
)
def test_what_no_plan_holds_is_refused(desk: Desk, plan: Path, statement: str, said: str) -> None:
    forge(plan, statement)
    with pytest.raises(DamagedPlan, match=said):
        check_untrusted(plan, SCHEMA)
    with pytest.raises(DamagedPlan, match=said):
        desk.open()
    assert desk.beside() == [plan.name]
    assert desk.rooms() == []


@pytest.mark.parametrize(
    "sql",
    [
        STATEMENTS[0].replace("name TEXT", "name TEXT CHECK (length(hex(zeroblob(1000000))))"),
        STATEMENTS[0].replace("name TEXT", "name TEXT GENERATED ALWAYS AS (id || id)"),
        STATEMENTS[0].replace("(id TEXT NOT NULL", "(id TEXT"),
    ],
)
def test_a_table_of_the_right_name_and_another_text_is_refused(desk: Desk, plan: Path, sql: str) -> None:
    forge(plan, "PRAGMA writable_schema=ON", "UPDATE sqlite_schema SET sql='" + sql + "' WHERE name='goal'")
    with pytest.raises(DamagedPlan, match="table goal"):
        check_untrusted(plan, SCHEMA)


def test_a_view_in_the_place_of_a_table_is_refused(plan: Path) -> None:
    forge(plan, "DROP TABLE link", "CREATE VIEW link AS SELECT 1 AS id, 2 AS goal")
    with pytest.raises(DamagedPlan, match="view link"):
        check_untrusted(plan, SCHEMA)


def test_a_row_that_refers_to_nothing_is_found(plan: Path) -> None:
    forge(plan, "INSERT INTO link VALUES (1, 'nobody')")
    with pytest.raises(DamagedPlan, match="a row in link refers"):
        check_untrusted(plan, SCHEMA)


def test_a_file_that_keeps_the_database_busy_is_stopped(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(untrusted, "_STEPS_PER_CALL", 10)
    monkeypatch.setattr(untrusted, "_MOST_CALLS", 3)
    with pytest.raises(DamagedPlan, match="interrupted"):
        check_untrusted(plan, SCHEMA)


def write(content: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(content)


@pytest.mark.parametrize(
    ("make", "error", "said"),
    [
        (write(b""), NotAPlan, "is not a Common Ground plan"),
        (write(b"PK\x03\x04" + bytes(200)), NotAPlan, "is not a Common Ground plan"),
        (lambda path: path.mkdir(), NotAPlan, "is not a Common Ground plan"),
        (lambda path: None, PlanMissing, "There is no file"),
        (lambda path: forge(path, "CREATE TABLE t (x)"), NotAPlan, "is not a Common Ground plan"),
        (
            lambda path: forge(
                path, f"PRAGMA application_id={APPLICATION_ID}", f"PRAGMA user_version={FILE_VERSION + 1}"
            ),
            NewerPlan,
            "newer version of Common Ground; update the program",
        ),
        (
            lambda path: forge(path, f"PRAGMA application_id={APPLICATION_ID}", "CREATE TABLE t (x)"),
            DamagedPlan,
            "version number is unknown",
        ),
    ],
)
def test_what_is_no_plan_gets_one_plain_sentence(
    desk: Desk, make: Callable[[Path], object], error: type[PlanFileError], said: str
) -> None:
    make(desk.plan)
    for attempt in (lambda: check_untrusted(desk.plan, SCHEMA), desk.open):
        with pytest.raises(error, match=said) as caught:
            attempt()
        assert type(caught.value) is error
        assert "Plän 2027.cgplan" in str(caught.value)
        assert "\n" not in str(caught.value)
    assert desk.beside() in ([], [desk.plan.name])


def test_an_older_version_is_held_to_its_own_schema(desk: Desk, plan: Path) -> None:
    forge(plan, "PRAGMA user_version=0", "DROP TABLE link")
    older = {0: {("table", "goal"): STATEMENTS[0]}}
    check_untrusted(plan, SCHEMA, older_schemas=older)
    with desk.opened(older_schemas=older) as session:
        assert session.names() == ["a", "b"]
    forge(plan, "CREATE TABLE more (x)")
    with pytest.raises(DamagedPlan):
        check_untrusted(plan, SCHEMA, older_schemas=older)


@pytest.mark.skipif(os.name == "nt", reason="a file with holes needs no space on other systems only")
def test_a_huge_file_is_refused_before_it_is_read(desk: Desk, plan: Path) -> None:
    os.truncate(plan, LARGEST + 1)
    for attempt in (lambda: check_untrusted(plan, SCHEMA), desk.open):
        with pytest.raises(DamagedPlan, match="larger than any plan"):
            attempt()


def test_random_damage_is_a_sentence_or_a_whole_plan(desk: Desk) -> None:
    desk.made(*(f"goal {number}" for number in range(400)))
    whole, chance = desk.plan.read_bytes(), random.Random(7)
    found = 0
    for _round in range(150):
        broken = bytearray(whole)
        for _place in range(chance.randint(1, 20)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        desk.plan.write_bytes(broken)
        try:
            check_untrusted(desk.plan, SCHEMA, thorough=True)
        except PlanFileError:
            found += 1
        else:
            with suppress(UnicodeDecodeError):  # the damage is in a text: nothing but its reader can tell
                names_in(desk.plan)
    assert found > 50
    assert desk.beside() == [desk.plan.name]
