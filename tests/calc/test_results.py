import subprocess
import sys

import pytest

from planner.calc.progress import chapter_progress
from planner.calc.results import Results
from planner.calc.rules import CHAPTERS
from planner.calc.voices import VOICES, voice_of, voices
from planner.model.plan import FUNCTIONS, Plan, Rows
from tests.calc.changes import with_row


def test_each_thing_is_worked_out_once(example: Plan) -> None:
    results = Results(example, "2026-11-16")
    assert results.forecast is results.forecast
    assert results.report() is results.report()
    assert results.findings == results.report().findings
    assert results.forecast.alignment is results.alignment


def test_the_simulation_keeps_to_its_seed(example: Plan) -> None:
    results = Results(example, "2026-11-16")
    first = results.forecast_json(runs=200, seed=1)
    assert first == results.forecast_json(runs=200, seed=1)
    assert first != results.forecast_json(runs=200, seed=2)
    assert results.forecast_json(runs=0)["mc_with_poisson"]["p50"] is None
    assert Results(Plan()).forecast_json(runs=200)["mc_with_poisson"]["p50"] is None


def test_thirteen_chapters_in_their_order(example: Plan) -> None:
    progress = chapter_progress(example, Results(example, "2026-11-16"))
    assert tuple(progress) == CHAPTERS
    assert progress["goals"].missing == "1 goal has an owner on one side only"
    assert progress["context"].share == 1
    assert progress["context"].missing == ""
    assert progress["review"].missing == "Begins when January 2027 is over"
    assert Results(example, "2027-04-10").progress["review"].missing == "3 months have no results yet"


def test_an_empty_plan_has_done_nothing_and_is_told_where_to_begin() -> None:
    for done in Results(Plan()).progress.values():
        assert done.share == 0
        assert done.missing


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_chapter_is_complete_exactly_when_nothing_is_missing(example: Plan, chapter: str) -> None:
    for gone in ("goal", "stakeholder", "budget_line", "rate", "stage", "risk", "commitment"):
        done = Results(example.with_tables({gone: Rows()}), "2026-11-16").progress[chapter]
        assert 0 <= done.share <= 1
        assert (done.share == 1) == (done.missing == "")


def test_progress_follows_the_plan(example: Plan) -> None:
    before = Results(example, "2026-11-16").progress["sales_input"]
    answered = with_row(example, "sales_input", "SI-07", status="accepted")
    after = Results(answered, "2026-11-16").progress["sales_input"]
    assert before.missing == "1 input waits for an answer"
    assert after.missing == "1 input was declined without a reason"


def test_who_said_how_much(example: Plan) -> None:
    said = voices(example)
    assert tuple(said) == VOICES
    assert said["sales"].inputs == 16
    assert said["agency"].questions == 12
    assert said["sales"].answers + said["marketing"].answers + said["shared"].answers == 26
    assert said["finance"].total == 0
    assert voices(Plan())["sales"].total == 0


def test_every_side_has_a_voice() -> None:
    assert {voice_of(function) for function in FUNCTIONS} == set(VOICES)
    assert voice_of("product") == voice_of(None) == "shared"


def test_what_the_window_asks_for_can_be_worked_out_ahead() -> None:
    results = Results(Plan())  # nothing is said in it, and nothing found
    results.work_out()
    assert {"progress", "voices"} <= results.__dict__.keys()


def test_numbers_need_no_heavy_library(project: object) -> None:
    code = (
        "import sys; from planner.calc.results import Results; from planner.model.plan import Plan;"
        "r = Results(Plan());"
        "r.forecast_json(0); r.findings; r.progress; r.voices;"
        "print([name for name in ('numpy', 'sqlalchemy', 'openpyxl', 'PySide6') if name in sys.modules])"
    )
    told = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=str(project), check=True
    )
    assert told.stdout.strip() == "[]"
