"""What was noticed about a workbook that came back, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from planner.calc import months
from planner.exchange.workbook.marks import CALCULATED, Marks
from planner.exchange.workbook_in.finding import FoundList
from planner.exchange.workbook_in.matching import Matched
from planner.exchange.workbook_in.raw import RawBook, RawSheet
from planner.exchange.workbook_in.values import plain
from planner.i18n import _, _n
from planner.model.plan import TABLES

_MOST_ROWS = 5
Lists = Sequence[tuple[FoundList, Matched]]


def in_words(
    marks: Marks, raw: RawBook, places: Mapping[str, Sequence[FoundList]], lists: Lists, cut_down: Mapping[str, int]
) -> list[str]:
    """One sentence for each thing worth knowing before the changes are accepted."""
    said = [*_missing_lists(marks, places), *_rows(lists, cut_down), *_strange(lists), *_codes(lists),
            *_overwritten(marks, raw, lists)]  # fmt: skip
    return list(dict.fromkeys(said))


def list_name(table: str) -> str:
    """What a list is called on the sheets."""
    from planner.exchange.workbook.chapters import CHAPTERS

    for chapter in CHAPTERS:
        for listing in chapter.lists:
            if listing.table == table:
                return _(listing.heading) or _(chapter.title)
    return table


def _missing_lists(marks: Marks, places: Mapping[str, Sequence[FoundList]]) -> Iterator[str]:
    gone = [list_name(table) for table in marks.columns if table not in places and table in TABLES]
    if gone:
        text = _("Not in this workbook any more, and so left as they are: {lists}.")
        yield text.format(lists=", ".join(gone))
    for table, found in places.items():
        if len(found) > 1 and table in TABLES:
            yield _("“{list}” stands there several times; the one on “{sheet}” was read.").format(
                list=list_name(table), sheet=found[0].sheet.title
            )


def _rows(lists: Lists, cut_down: Mapping[str, int]) -> Iterator[str]:
    for found, matched in lists:
        name = list_name(found.table)
        if matched.scrambled:
            yield _("Sorting had mixed up the row ids of “{list}”; its rows were recognised by what they hold.").format(
                list=name
            )
        elif matched.by_content:
            yield _n("{n} row of “{list}” had lost its row id and was recognised by what it holds.",
                     "{n} rows of “{list}” had lost their row ids and were recognised by what they hold.",
                     matched.by_content).format(n=matched.by_content, list=name)  # fmt: skip
        if matched.copies:
            yield _n("{n} row of “{list}” is a copy of another one and comes in as new.",
                     "{n} rows of “{list}” are copies of others and come in as new.",
                     len(matched.copies)).format(n=len(matched.copies), list=name)  # fmt: skip
        if found.table in cut_down:
            yield _("{n} rows of “{list}” are not in the workbook; as that is a large part, none of them is deleted."
                    ).format(n=cut_down[found.table], list=name)  # fmt: skip


def _strange(lists: Lists) -> Iterator[str]:
    for found, _matched in lists:
        if found.strange:
            yield _("“{list}” has columns that the plan does not know; they were not read: {columns}.").format(
                list=list_name(found.table), columns=", ".join(found.strange)
            )


def _codes(lists: Lists) -> Iterator[str]:
    for found, matched in lists:
        if "code" not in found.columns:
            continue
        by_id = {row.id: row for row in found.rows}
        emptied = sum(plain(by_id[id].cells["code"]) is None for id in matched.pairs.values() if id in by_id)
        if emptied:
            yield _n("{n} short code of “{list}” was taken out; codes stay as the plan gave them.",
                     "{n} short codes of “{list}” were taken out; codes stay as the plan gave them.",
                     emptied).format(n=emptied, list=list_name(found.table))  # fmt: skip


def _overwritten(marks: Marks, raw: RawBook, lists: Lists) -> Iterator[str]:
    """Formulas that people wrote over: their figures are not taken, since the plan works them out itself."""
    for found, matched in lists:
        columns = marks.columns[found.table]
        numbers = matched.pairs.keys()
        for key, (heading, how) in columns.items():
            at = found.columns.get(key)
            if at is None:
                continue
            calculated = set(numbers) if how == CALCULATED else set()
            if how == CALCULATED or months.is_month(key):
                calculated |= found.groups.keys()
            typed = sorted(number for number in calculated if _is_typed(found.sheet, number, at))
            if typed:
                rows = ", ".join(map(str, typed[:_MOST_ROWS])) + (" …" if len(typed) > _MOST_ROWS else "")
                yield _("“{heading}” on “{sheet}” is calculated; what was typed over it (row {rows}) is not taken."
                        ).format(heading=heading, sheet=found.sheet.title, rows=rows)  # fmt: skip
    sheets = {sheet.title: sheet for sheet in raw.sheets}
    for name in marks.formulas:
        sheet, row, column = raw.names.get(name, ("", 0, 0))
        if sheet in sheets and _is_typed(sheets[sheet], row, column):
            yield _("A calculated figure on “{sheet}” (row {row}) was typed over; it is not taken.").format(
                sheet=sheet, row=row
            )


def _is_typed(sheet: RawSheet, row: int, column: int) -> bool:
    return sheet.at(row, column) is not None and (row, column) not in sheet.formulas
