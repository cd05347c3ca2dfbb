"""The kickoff pack as files: PDF with its fonts, slides with tables to edit, nothing for the wrong eyes."""

from __future__ import annotations

import re
import zipfile
import zlib
from dataclasses import replace
from pathlib import Path

import pytest

from planner.calc.results import Results
from planner.charts import CHARTS
from planner.charts.paper import PAGES
from planner.exchange.pack import steps_of, write_pack
from planner.exchange.pack.contents import Table, tables_of
from planner.exchange.pack.slides import _widths
from planner.model.plan import Audience, Plan, Rows


def write(plan, folder, formats, audience=Audience.INTERNAL, **more):
    return write_pack(plan, Results(plan, plan.facts.as_of), folder, "Plan", formats, audience=audience, **more)


@pytest.fixture(scope="module")
def packed(example, tmp_path_factory):
    folder = tmp_path_factory.mktemp("pack")
    steps: list[tuple[int, int, str]] = []
    files = write(example, folder, ("pdf", "pptx"), progress=lambda *step: steps.append(step))
    return {path.name: path for path in files}, steps


def test_the_pack_holds_a_page_for_each_reader_and_the_whole(packed):
    files, steps = packed
    assert set(files) == {f"{page.key}.pdf" for page in PAGES} | {"Plan - kickoff pack.pdf", "Plan - kickoff pack.pptx"}
    total = steps_of(("pdf", "pptx"))
    assert steps[-1][:2] == (total, total) and [step[0] for step in steps] == sorted(step[0] for step in steps)


def test_pdfs_carry_their_fonts_and_the_whole_has_every_chart(packed, example):
    files, _steps = packed
    whole = files["Plan - kickoff pack.pdf"].read_bytes()
    assert whole.count(b"/Type /Page\n") + whole.count(b"/Type /Page ") >= len(CHARTS) + len(PAGES)
    assert b"/FontFile2" in whole and b"Ground" in whole


def test_no_head_of_a_table_breaks_within_a_word():
    table = Table("", "", ("Was schiefgehen könnte", "Wahrscheinlich", "Schwer"), (("a", "1", "2"),), (4.6, 0.8, 0.8))
    widths = _widths(table)
    assert widths[1] * 8.5 > len("Wahrscheinlich") and sum(widths) == pytest.approx(12.1)


def test_slides_have_tables_that_can_be_edited_and_charts_that_are_described(packed, example):
    from pptx import Presentation

    files, _steps = packed
    deck = Presentation(str(files["Plan - kickoff pack.pptx"]))
    tables = [shape.table for slide in deck.slides for shape in slide.shapes if shape.has_table]
    first = tables[0]
    assert [cell.text for cell in first.rows[0].cells] == [
        "Goal",
        "Today",
        "Target",
        "By",
        "Marketing half",
        "Sales half",
    ]
    assert first.cell(1, 2).text == "€1.92m" and first.cell(3, 5).text == "open"
    pictures = [shape for slide in deck.slides for shape in slide.shapes if shape.shape_type == 13]
    assert {shape._element.nvPicPr.cNvPr.get("descr") for shape in pictures} >= {chart.title for chart in CHARTS}
    assert all(slide.shapes.title.text for slide in deck.slides)
    for shape in pictures:
        assert shape.left >= 0 and shape.left + shape.width <= deck.slide_width + 2
        assert shape.top >= 0 and shape.top + shape.height <= deck.slide_height + 2


def test_every_input_and_activity_is_in_a_table(example):
    tables = {table.title: table for table in tables_of(example, Results(example), Audience.INTERNAL)}
    assert len(tables["What we were told, and what we do"].rows) == 16
    assert len(tables["What we do"].rows) == 16
    assert all(len(row) == len(table.heads) == len(table.shares) for table in tables.values() for row in table.rows)


def everything_in(path) -> bytes:
    """All bytes of a file, unpacked as far as they are packed."""
    if path.suffix == ".pptx":
        with zipfile.ZipFile(path) as package:
            return b"".join(package.read(name) for name in package.namelist())
    raw = path.read_bytes()
    parts = [raw]
    for stream in re.findall(rb"stream\r?\n(.*?)endstream", raw, re.DOTALL):
        try:
            parts.append(zlib.decompress(stream))
        except zlib.error:
            continue
    return b"".join(parts)


def test_what_a_client_may_not_see_is_in_no_byte(example, tmp_path):
    from dataclasses import replace

    from planner.model.plan import Rows

    secrets = {"dissent": "XQZDISSENTX", "cause": "XQZCAUSEX", "note": "XQZNOTEX"}
    plan = example.with_tables(
        {
            "decision": Rows([replace(row, dissent=secrets["dissent"]) for row in example.decisions]),
            "budget_line": Rows([replace(row, note=secrets["note"]) for row in example.budget_lines]),
            "premortem": Rows([replace(row, top_causes=(secrets["cause"],)) for row in example.premortems]),
        }
    )
    files = write(plan, tmp_path, ("pptx",), Audience.CLIENT)
    held = b"".join(everything_in(path) for path in files)
    assert not any(secret.encode() in held for secret in secrets.values())
    assert "€515k".encode() not in held and b"What it costs" not in held
    assert b"What we do" in held


def test_an_empty_plan_makes_a_pack_without_pages(tmp_path):
    plan = Plan()
    files = write_pack(plan, Results(plan, "2026-11-16"), tmp_path, "Plan", ("pdf", "pptx"))
    assert sorted(path.name for path in files) == ["Plan - kickoff pack.pdf", "Plan - kickoff pack.pptx"]


def test_a_stop_leaves_off_and_another_format_is_refused(example, tmp_path):
    assert write(example, tmp_path, ("pdf",), cancelled=lambda: True) == []
    with pytest.raises(ValueError, match="docx"):
        write(example, tmp_path, ("docx",))


def test_a_long_title_keeps_clear_of_what_stands_under_it(example: Plan, tmp_path: Path) -> None:
    from pptx import Presentation

    for title in ("Plan", "One plan for everything that is to be done together " * 3):
        facts = replace(example.facts, title=title)
        plan = example.with_tables({"facts": Rows([facts])})
        write_pack(plan, Results(plan, "2026-11-16"), tmp_path, "plan", ("pptx",))
        slide = Presentation(str(tmp_path / "plan - kickoff pack.pptx")).slides[0]
        head, below = slide.shapes.title, slide.shapes[-1]
        assert head.top + head.height <= below.top
        (run,) = head.text_frame.paragraphs[0].runs
        lines = -(-len(title) * run.font.size.pt * 0.5 // (head.width / 12700))
        assert lines * run.font.size.pt * 1.2 <= head.height / 12700
