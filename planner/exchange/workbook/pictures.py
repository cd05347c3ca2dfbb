"""The last sheet: the charts of the house as pictures, one under the other."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

from openpyxl.drawing.image import Image
from openpyxl.worksheet.pagebreak import Break

from planner.exchange.workbook import style
from planner.exchange.workbook.book import FIRST, TOP, Book
from planner.exchange.workbook.cancelled import CancelledError
from planner.i18n import _

_WIDE, _HIGH = 1150, 680
"""Pixels that a picture may take, so that each is on one page."""
_ROW = 22
"""Pixels of a row of the usual height."""
_COLUMNS = 12


def write(book: Book, progress: Callable[[str], None], cancelled: Callable[[], bool]) -> None:
    """Every chart that the audience may see, each on a page of its own."""
    from planner.charts import CHARTS
    from planner.exchange.images import picture

    sheet = book.sheet(_("Charts"), _("Charts"), _("The plan in pictures."), style.PART_TABS[""])
    row = TOP
    shown = [chart for chart in CHARTS if chart.seen_by(book.audience)]
    for place, chart in enumerate(shown):
        if cancelled():
            raise CancelledError
        progress(chart.title)
        if place:
            sheet.row_breaks.append(Break(id=row - 1))
        book.say(sheet, row, FIRST, chart.title, style.font(bold=True, size=13))
        image = Image(BytesIO(picture(chart.draw(book.plan, book.results), "png", chart.title)))
        scale = min(_WIDE / image.width, _HIGH / image.height)
        image.width, image.height = round(image.width * scale), round(image.height * scale)
        sheet.add_image(image, f"C{row + 1}")
        row += image.height // _ROW + 4
    book.say(sheet, row, FIRST, "")
    book.finish(sheet, FIRST + _COLUMNS)
