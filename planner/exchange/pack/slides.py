"""The plan as slides: tables that can be edited in PowerPoint, charts as pictures."""

from __future__ import annotations

import io
import math
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planner.exchange.images import picture
from planner.exchange.pack.contents import Table, tables_of
from planner.i18n import _
from planner.model.plan import Audience, Plan

if TYPE_CHECKING:
    from planner.calc.results import Results

_WIDE, _HIGH = 13.333, 7.5
_SERIF, _SANS = "Georgia", "Calibri"
"""What every computer with PowerPoint has; the bundled fonts are not there."""
_INK, _MUTED, _BLUE, _LINE = "1B2230", "5B6475", "2F4858", "E4E1DA"
_ONE_LINE = 36
"""Letters of a title that stand on one line of the first slide."""
_LETTERS_A_LINE = 9.5
"""Letters of the table's text that fit into one inch of a column."""
_BOLD_A_LINE = 8.5
"""The same of the heads."""
_LINES = 18
"""Lines of text that a slide's table has room for."""


def write_slides(
    plan: Plan,
    results: Results,
    path: Path,
    audience: Audience,
    progress: Callable[[int, str], None],
    cancelled: Callable[[], bool],
) -> bool:
    """Write the slides; False where it was cancelled and nothing was written. Raises OSError."""
    from planner.charts import CHARTS

    deck = _Deck(plan)
    deck.title(results)
    for table in tables_of(plan, results, audience):
        deck.table(table)
    for place, chart in enumerate(CHARTS):
        progress(place, chart.title)
        if cancelled():
            return False
        if chart.seen_by(audience):
            deck.picture(picture(chart.draw(plan, results), "png", chart.title), chart.title)
    deck.save(path)
    return True


class _Deck:
    def __init__(self, plan: Plan) -> None:
        from pptx import Presentation
        from pptx.util import Inches

        self._plan = plan
        self._deck = Presentation()
        self._deck.slide_width, self._deck.slide_height = Inches(_WIDE), Inches(_HIGH)
        about = self._deck.core_properties
        about.title, about.author = plan.facts.title or "", plan.facts.company or ""
        about.last_modified_by = "Common Ground"

    def _slide(self) -> Any:
        return self._deck.slides.add_slide(self._deck.slide_layouts[5])  # a title and nothing else

    def title(self, results: Results) -> None:
        """The first slide: the mark, the company, the plan, its version and day."""
        from pptx.util import Inches

        from planner.charts import words

        slide = self._slide()
        slide.shapes.add_picture(io.BytesIO(_mark()), Inches(0.9), Inches(1.6), height=Inches(1.3))
        title = self._plan.facts.title or _("Marketing plan")
        size = 44 if len(title) <= _ONE_LINE else 32
        high = 1.1 if size == 44 else 0.4 + 0.55 * math.ceil(len(title) * size / (_ONE_LINE * 44))
        _write(slide.shapes.title, (0.9, 3.1, 11.5, high), [(title, size, _INK, False)], _SERIF)
        version = _("Version {n}").format(n=self._plan.facts.version) if self._plan.facts.version else ""
        lines = [
            self._plan.facts.company or "",
            ", ".join(part for part in (version, words.day(results.as_of)) if part),
        ]
        box = slide.shapes.add_textbox(0, 0, 0, 0)
        _write(box, (0.9, 3.1 + high, 11.5, 1.2), [(line, 20, _MUTED, False) for line in lines if line], _SANS)

    def table(self, table: Table) -> None:
        """A table on as many slides as its rows need."""
        widths = _widths(table)
        start = 0
        while start < len(table.rows):
            end, room = start, _LINES
            while end < len(table.rows) and (room := room - _lines(table.rows[end], widths)) >= 0:
                end += 1
            end = max(end, start + 1)
            self._table(table, table.rows[start:end], widths, goes_on=start > 0)
            start = end

    def _table(self, table: Table, rows: Sequence[Sequence[str]], widths: Sequence[float], goes_on: bool) -> None:
        from pptx.util import Inches, Pt

        slide = self._slide()
        title = _("{title}, continued").format(title=table.title) if goes_on else table.title
        _write(slide.shapes.title, (0.6, 0.4, 12.1, 0.7), [(title, 30, _INK, False)], _SERIF)
        if table.purpose and not goes_on:
            box = slide.shapes.add_textbox(0, 0, 0, 0)
            _write(box, (0.6, 1.05, 12.1, 0.4), [(table.purpose, 15, _MUTED, False)], _SANS)
        shape = slide.shapes.add_table(
            len(rows) + 1,
            len(table.heads),
            Inches(0.6),
            Inches(1.6),
            Inches(sum(widths)),
            Inches(0.32 * (len(rows) + 1)),
        )
        shape.name = table.title
        grid = shape.table
        _plain(grid)
        for place, wide in enumerate(widths):
            grid.columns[place].width = Inches(wide)
        for row in grid.rows:
            row.height = Pt(26)
        for place, head in enumerate(table.heads):
            _cell(grid.cell(0, place), head, "FFFFFF", _BLUE, True, place in table.figures)
        for number, row in enumerate(rows, start=1):
            for place, said in enumerate(row):
                _cell(
                    grid.cell(number, place),
                    said,
                    _INK,
                    "FFFFFF" if number % 2 else "F7F5F0",
                    False,
                    place in table.figures,
                )

    def picture(self, png: bytes, title: str) -> None:
        """A chart over the whole slide; its title stays readable for screen readers and in the outline."""
        from pptx.util import Inches

        slide = self._slide()
        _write(slide.shapes.title, (0.6, -0.9, 12.1, 0.7), [(title, 30, _INK, False)], _SERIF)
        made = slide.shapes.add_picture(io.BytesIO(png), 0, 0, height=Inches(_HIGH))
        if made.width > self._deck.slide_width:
            made.height, made.width = round(made.height * self._deck.slide_width / made.width), self._deck.slide_width
        made.left, made.top = (self._deck.slide_width - made.width) // 2, (self._deck.slide_height - made.height) // 2
        made.name = title
        made._element.nvPicPr.cNvPr.set("descr", title)

    def save(self, path: Path) -> None:
        """Write the file whole or not at all."""
        beside = path.with_name(f".{path.name}.part")
        try:
            self._deck.save(str(beside))
            beside.replace(path)
        except OSError:
            beside.unlink(missing_ok=True)
            raise


def _write(
    shape: Any, place: tuple[float, float, float, float], lines: list[tuple[str, int, str, bool]], face: str
) -> None:
    from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
    from pptx.util import Inches, Pt

    shape.left, shape.top, shape.width, shape.height = (Inches(value) for value in place)
    frame = shape.text_frame
    frame.word_wrap = True
    frame.vertical_anchor = MSO_ANCHOR.TOP
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    for number, (text, size, colour, bold) in enumerate(lines):
        paragraph = frame.paragraphs[0] if not number else frame.add_paragraph()
        paragraph.alignment = PP_ALIGN.LEFT
        run = paragraph.add_run()
        run.text = text
        run.font.size, run.font.bold, run.font.name = Pt(size), bold, face
        run.font.color.rgb = _colour(colour)


def _cell(cell: Any, said: str, colour: str, ground: str, bold: bool, right: bool) -> None:
    from pptx.enum.text import PP_ALIGN
    from pptx.util import Inches, Pt

    cell.fill.solid()
    cell.fill.fore_color.rgb = _colour(ground)
    cell.margin_left = cell.margin_right = Inches(0.08)
    cell.margin_top = cell.margin_bottom = Inches(0.05)
    paragraph = cell.text_frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.RIGHT if right else PP_ALIGN.LEFT
    run = paragraph.add_run()
    run.text = said
    run.font.size, run.font.bold, run.font.name = Pt(14), bold, _SANS
    run.font.color.rgb = _colour(colour)


def _colour(hexadecimal: str) -> Any:
    from pptx.dml.color import RGBColor

    return RGBColor(*bytes.fromhex(hexadecimal))  # type: ignore[no-untyped-call]


def _plain(grid: Any) -> None:
    """The head is coloured here, not by the table's style."""
    grid.horz_banding = False


def _widths(table: Table) -> list[float]:
    """Inches for each column, by its share of the room; no head breaks within a word, the widest column gives way."""
    whole = sum(table.shares)
    widths = [12.1 * share / whole for share in table.shares]
    for place, head in enumerate(table.heads):
        missing = max(map(len, head.split()), default=0) / _BOLD_A_LINE + 0.2 - widths[place]
        if missing > 0:
            widths[place] += missing
            widths[widths.index(max(widths))] -= missing
    return widths


def _lines(row: Sequence[str], widths: Sequence[float]) -> int:
    return (
        max(-(-len(said) // max(int(wide * _LETTERS_A_LINE), 1)) for said, wide in zip(row, widths, strict=True)) or 1
    )


def _mark() -> bytes:
    from planner.charts.sheet import Sheet

    sheet = Sheet((310, 200), "none")
    sheet.mark(4, 4, 190)
    return picture(sheet.figure, "png")
