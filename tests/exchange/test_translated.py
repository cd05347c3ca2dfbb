"""What leaves the program went through the catalogue: in a language of marked vowels no plain word is left."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import openpyxl
import pytest
from matplotlib.figure import Figure
from matplotlib.text import Text

from planner.calc.results import Results
from planner.charts import CHARTS
from planner.charts.paper import PAGES
from planner.exchange.homework import recipient, write_homework
from planner.exchange.workbook import write_workbook
from planner.model.plan import TABLES, Audience, Plan, Rows
from tests.marked import marked_language, plain_words, without_vowels

AS_OF = "2026-11-16"
_FONTS = re.compile(r"&\"[^\"]*\"|&[A-Z0-9]+")  # what a footer of a sheet is written with

_CODE = re.compile(r"[a-z_]+-\d+|[a-z]+_to_[a-z]+|lead|mql|sal|sql|opportunity|won")
"""Codes that people type and say: of the coach's questions, of rates and of stages."""


@pytest.fixture
def quiet(example: Plan) -> Plan:
    """The worked example without a vowel in what people wrote."""
    return example.with_tables({name: Rows([without_vowels(row) for row in example.table(name)]) for name in TABLES})


@pytest.fixture(params=["example", "empty"])
def spoken(request: pytest.FixtureRequest, quiet: Plan) -> Iterator[Plan]:
    """A plan, in the marked language."""
    with marked_language():
        yield quiet if request.param == "example" else Plan()


def found_in(texts: Iterable[str]) -> dict[str, set[str]]:
    return {text: plain for text in texts if not _CODE.fullmatch(text) and (plain := plain_words(text))}


def drawn(figure: Figure) -> Iterator[str]:
    for made in figure.findobj(Text):
        assert isinstance(made, Text)
        yield made.get_text()


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.key)
def test_charts_say_nothing_untranslated(chart, spoken: Plan) -> None:
    assert found_in(drawn(chart.draw(spoken, Results(spoken, AS_OF)))) == {}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.key)
def test_pages_for_readers_say_nothing_untranslated(page, spoken: Plan) -> None:
    figures = page.draw(spoken, Results(spoken, AS_OF), Audience.INTERNAL)
    assert found_in(text for figure in figures for text in drawn(figure)) == {}


def test_findings_say_nothing_untranslated(spoken: Plan) -> None:
    findings = Results(spoken, AS_OF).report("K5").findings
    assert found_in(text for one in findings for text in (one.message, one.why, one.fix)) == {}


def shown(path: Path) -> Iterator[str]:
    """What a reader of a workbook sees: names of sheets, cells, lists to choose from, notes and what is printed."""
    book = openpyxl.load_workbook(path)
    for sheet in book:
        if sheet.sheet_state != "visible":
            continue
        yield sheet.title
        yield _FONTS.sub("", " ".join(filter(None, (sheet.oddFooter.left.text, sheet.oddFooter.right.text))))
        hidden = {at for one in sheet.column_dimensions.values() if one.hidden for at in range(one.min, one.max + 1)}
        for row in sheet.iter_rows():
            for cell in row:
                if cell.column in hidden or sheet.row_dimensions[cell.row].hidden:
                    continue
                if isinstance(cell.value, str) and not cell.value.startswith("="):
                    yield cell.value
                if cell.comment:
                    yield cell.comment.text
        for check in sheet.data_validations.dataValidation:
            yield from filter(None, (check.prompt, check.error, check.promptTitle, check.errorTitle))


def test_the_workbook_says_nothing_untranslated(spoken: Plan, tmp_path: Path) -> None:
    path = write_workbook(spoken, Results(spoken, AS_OF), tmp_path / "plan.xlsx", pictures=False, today=AS_OF)
    assert found_in(shown(path)) == {}


def test_homework_says_nothing_untranslated(quiet: Plan, tmp_path: Path) -> None:
    to = recipient(quiet, "sales")
    with marked_language():
        path = write_homework(quiet, Results(quiet, AS_OF), tmp_path / "sales.xlsx", to, today=AS_OF)
    assert found_in(shown(path)) == {}
