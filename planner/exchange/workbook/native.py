"""Charts that the spreadsheet draws itself, with their figures kept inside for programs that do not calculate."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from openpyxl.chart import BarChart, LineChart
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.data_source import AxDataSource, NumData, NumDataSource, NumRef, NumVal, StrData, StrRef, StrVal
from openpyxl.chart.label import DataLabel, DataLabelList
from openpyxl.chart.layout import Layout, ManualLayout
from openpyxl.chart.legend import LegendEntry
from openpyxl.chart.marker import Marker
from openpyxl.chart.series import Series, SeriesLabel
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, OneCellAnchor
from openpyxl.drawing.text import CharacterProperties, Font, Paragraph, ParagraphProperties
from openpyxl.drawing.xdr import XDRPositiveSize2D
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.worksheet import Worksheet

from planner.charts.colours import FILL
from planner.exchange.workbook import style
from planner.exchange.workbook.book import Book, Fact

EMU = 9525
"""Drawing units of a pixel."""


def series(
    sheet: Worksheet, values: str, figures: Sequence[float | None], cats: str, names: Sequence[str], title: str,
    colour: str,
) -> Series:  # fmt: skip
    """One series over a range, with the figures and names that the range holds now."""
    where = quote_sheetname(sheet.title)
    known = [NumVal(idx=at, v=repr(float(value))) for at, value in enumerate(figures) if value is not None]
    made = Series(
        tx=SeriesLabel(v=title),
        val=NumDataSource(
            numRef=NumRef(f=f"{where}!{values}", numCache=NumData(formatCode="General", ptCount=len(figures), pt=known))
        ),
        cat=AxDataSource(
            strRef=StrRef(
                f=f"{where}!{cats}",
                strCache=StrData(ptCount=len(names), pt=[StrVal(idx=at, v=name) for at, name in enumerate(names)]),
            )
        ),
    )
    made.spPr = GraphicalProperties(solidFill=colour)
    made.spPr.line = LineProperties(solidFill=style.WHITE, w=EMU)
    return made


def bars(all_series: Sequence[Series], form: str, *, across: bool = False, stacked: bool = False) -> BarChart:
    """A bar chart in the house style: hairlines only, no border, axis text 10, a legend only for several series."""
    chart = BarChart()
    chart.type = "bar" if across else "col"
    chart.grouping = "stacked" if stacked else "clustered"
    chart.overlap = 100 if stacked else -10
    chart.gapWidth = 70
    chart.series = list(all_series)
    if across:
        chart.x_axis.scaling.orientation = "maxMin"
    _plain(chart, form)
    return chart


def lines(all_series: Sequence[Series], form: str) -> LineChart:
    """A line chart in the house style."""
    chart = LineChart()
    chart.series = list(all_series)
    for one in all_series:
        colour = one.spPr.solidFill if one.spPr is not None else style.INK
        one.spPr = GraphicalProperties(ln=LineProperties(solidFill=colour, w=2 * EMU))
        one.smooth = False
        one.marker = Marker(symbol="none")
    _plain(chart, form)
    return chart


def _plain(chart: Any, form: str) -> None:
    """Hairlines only, no border, small axis text, a legend only for several series."""
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.x_axis.majorTickMark = chart.y_axis.majorTickMark = "none"
    chart.y_axis.majorGridlines = ChartLines(spPr=GraphicalProperties(ln=LineProperties(solidFill=style.EDGE, w=EMU)))
    chart.y_axis.number_format = form
    chart.y_axis.spPr = GraphicalProperties(ln=LineProperties(noFill=True))
    chart.x_axis.spPr = GraphicalProperties(ln=LineProperties(solidFill=style.QUARTER, w=EMU))
    chart.x_axis.txPr = chart.y_axis.txPr = text(style.MUTED)
    if len(chart.series) > 1 and chart.legend is not None:
        chart.legend.position = "t"
        chart.legend.txPr = text(style.MUTED)
    else:
        chart.legend = None
    chart.graphical_properties = GraphicalProperties(noFill=True, ln=LineProperties(noFill=True))
    chart.roundedCorners = False


def text(colour: str, size: int = 10, bold: bool = False) -> RichText:
    """The look of words in a chart."""
    look = CharacterProperties(sz=size * 100, b=bold, solidFill=colour, latin=Font(typeface="Calibri"))
    return RichText(p=[Paragraph(pPr=ParagraphProperties(defRPr=look), endParaRPr=look)])


def labels(form: str) -> DataLabelList:
    """Figures at the ends of bars."""
    made = DataLabelList(numFmt=form, showVal=True)
    made.showSerName = made.showCatName = made.showLegendKey = made.showPercent = False
    made.txPr = text(style.INK, bold=True)
    return made


def label_largest(chart: BarChart, total: Series, sums: Sequence[float]) -> None:
    """Write the total over the largest column of a stacked chart, through a line of totals that nobody sees."""
    total.spPr = GraphicalProperties(ln=LineProperties(noFill=True))
    total.marker = Marker(symbol="none")
    one = labels("#,##0")
    total.dLbls = DataLabelList(dLbl=[_label(number, one) for number in (sums.index(max(sums)),)])
    total.dLbls.showVal = total.dLbls.showSerName = total.dLbls.showCatName = False
    total.dLbls.showLegendKey = total.dLbls.showPercent = False
    unseen = LineChart()
    unseen.series = [total]
    count = len(chart.series)
    chart += unseen
    if chart.legend is not None:
        chart.legend.legendEntry = [LegendEntry(idx=count, delete=True)]


def _label(number: int, like: DataLabelList) -> DataLabel:
    made = DataLabel(idx=number, numFmt=like.numFmt, dLblPos="t", showVal=True)
    made.showSerName = made.showCatName = made.showLegendKey = made.showPercent = False
    made.txPr = like.txPr
    return made


def stand(
    sheet: Worksheet, chart: BarChart | LineChart, row: int, column: int, wide: int, high: int,
    inner: tuple[float, float, float, float] | None = None, shift: int = 0,
) -> int:  # fmt: skip
    """Put a chart with its corner at a cell, in pixels; it moves with the cells but does not stretch.

    Returns the last column that it reaches.

    ``inner`` fixes its plot area as left, top, width and height in shares of the whole; ``shift`` moves it right.
    """
    if inner is not None:
        left, top, across, down = inner
        chart.layout = Layout(manualLayout=ManualLayout(layoutTarget="inner", xMode="edge", yMode="edge",
                                                        x=left, y=top, w=across, h=down))  # fmt: skip
    while shift > pixels(sheet, column, column):
        shift -= pixels(sheet, column, column)
        column += 1
    corner = AnchorMarker(col=column - 1, row=row - 1, colOff=shift * EMU)
    anchor: Any = OneCellAnchor(_from=corner, ext=XDRPositiveSize2D(wide * EMU, high * EMU))
    chart.anchor = anchor
    sheet.add_chart(chart)
    wide += shift
    while wide > pixels(sheet, column, column):
        wide -= pixels(sheet, column, column)
        column += 1
    return column


def counts(book: Book, sheet: Worksheet, facts: Sequence[Fact], top: int, column: int) -> None:
    """Bars over the counted facts of a chapter, beside them."""
    counted = [fact for fact in facts if fact.form == style.COUNT]
    last, letter = top + len(counted) - 1, get_column_letter(column)
    label = get_column_letter(column - 2)
    one: Any = series(
        sheet, f"${letter}${top}:${letter}${last}", [fact.value for fact in counted],
        f"${label}${top}:${label}${last}", [fact.label for fact in counted], "", FILL["shared"][1:],
    )  # fmt: skip
    chart = bars([one], "0", across=True)
    one.dLbls = labels("0")
    chart.y_axis.delete = True
    chart.y_axis.majorGridlines = None
    stand(sheet, chart, top, column + 2, 460, round(len(counted) * 22 + 26))


def pixels(sheet: Worksheet, first: int, last: int) -> int:
    """How wide columns are together, on screen."""
    return sum(
        round((sheet.column_dimensions[get_column_letter(column)].width or 8.43) * 7 + 5)
        for column in range(first, last + 1)
    )
