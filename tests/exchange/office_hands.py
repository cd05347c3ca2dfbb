"""What people do to a workbook in a spreadsheet, done by LibreOffice itself.

Run by the system's Python, which knows LibreOffice: ``python3 office_hands.py SOFFICE PROFILE SOURCE TARGET STEPS``,
where the steps are a JSON list such as ``["set", "Goals", "D10", "text"]``, ``["sort", "Goals", "B9:T14", 2, true]``,
``["insert", "Goals", 12, 3]``, ``["delete", "Goals", 12, 1]``, ``["columns", "Goals", 4, 1]``, ``["copy", "Goals", 9,
11]``, ``["move", "Goals", 7, 4]``, ``["rename", "Goals", "Others"]``, ``["ods", "/folder/plan.ods"]``.
"""

import json
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any


def main(program: str, profile: str, source: str, target: str, steps: str) -> None:
    import uno  # type: ignore[import-not-found,unused-ignore]  # only the system's Python has it
    from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found,unused-ignore]

    pipe = f"hands{Path(profile).parent.name}{Path(target).stem}".replace("-", "")
    accept = f"--accept=pipe,name={pipe};urp"
    office = subprocess.Popen([program, f"-env:UserInstallation={Path(profile).as_uri()}", "--headless", accept])
    try:
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        desktop = connected(resolver, f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        hidden = PropertyValue("Hidden", 0, True, 0)
        book = desktop.loadComponentFromURL(Path(source).as_uri(), "_blank", 0, (hidden,))
        for name, *words in json.loads(steps):
            STEPS[name](book, *words)
        form = PropertyValue("FilterName", 0, "Calc MS Excel 2007 XML", 0)
        book.storeToURL(Path(target).as_uri(), (form,))
        book.close(True)
        with suppress(Exception):  # it may be gone before it answers
            desktop.terminate()
    finally:
        office.wait(300)


def connected(resolver: Any, url: str) -> Any:
    for _attempt in range(3000):  # ten minutes, on a machine with much else to do
        try:
            context = resolver.resolve(url)
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except Exception:
            time.sleep(0.2)
    raise SystemExit("LibreOffice does not answer")


def set_cell(book: Any, sheet: str, ref: str, value: Any) -> None:
    cell = book.Sheets.getByName(sheet).getCellRangeByName(ref)
    if value is None:
        cell.setString("")
    elif isinstance(value, str):
        cell.setString(value)
    else:
        cell.setValue(value)


def sort(book: Any, sheet: str, ref: str, column: int, ascending: bool) -> None:
    """Sort the rows of a range, which has no head, by one of its columns."""
    import uno  # type: ignore[import-not-found,unused-ignore]
    from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found,unused-ignore]
    from com.sun.star.table import TableSortField  # type: ignore[import-not-found,unused-ignore]

    by = TableSortField()
    by.Field, by.IsAscending = column, ascending
    fields = PropertyValue("SortFields", 0, uno.Any("[]com.sun.star.table.TableSortField", (by,)), 0)
    head = PropertyValue("ContainsHeader", 0, False, 0)
    book.Sheets.getByName(sheet).getCellRangeByName(ref).sort((fields, head))


def insert(book: Any, sheet: str, row: int, count: int) -> None:
    book.Sheets.getByName(sheet).Rows.insertByIndex(row - 1, count)


def delete(book: Any, sheet: str, row: int, count: int) -> None:
    book.Sheets.getByName(sheet).Rows.removeByIndex(row - 1, count)


def columns(book: Any, sheet: str, column: int, count: int) -> None:
    book.Sheets.getByName(sheet).Columns.insertByIndex(column - 1, count)


def copy(book: Any, sheet: str, row: int, to: int) -> None:
    """Copy a row with all its cells into a new one."""
    on = book.Sheets.getByName(sheet)
    on.Rows.insertByIndex(to - 1, 1)
    cells = on.getCellRangeByPosition(0, row - 1, 60, row - 1)
    on.copyRange(on.getCellByPosition(0, to - 1).CellAddress, cells.RangeAddress)


def move(book: Any, sheet: str, column: int, to: int) -> None:
    """Move a column in front of one that stands to the left of it."""
    on = book.Sheets.getByName(sheet)
    on.Columns.insertByIndex(to - 1, 1)
    cells = on.getCellRangeByPosition(column, 0, column, 400)
    on.moveRange(on.getCellByPosition(to - 1, 0).CellAddress, cells.RangeAddress)
    on.Columns.removeByIndex(column, 1)


def rename(book: Any, sheet: str, to: str) -> None:
    book.Sheets.getByName(sheet).setName(to)


def as_ods(book: Any, path: str) -> None:
    """Save it in the office's own format as well."""
    from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found,unused-ignore]

    book.storeToURL(Path(path).as_uri(), (PropertyValue("FilterName", 0, "calc8", 0),))


STEPS = {"set": set_cell, "sort": sort, "insert": insert, "delete": delete, "columns": columns, "copy": copy,
         "move": move, "rename": rename, "ods": as_ods}  # fmt: skip

if __name__ == "__main__":
    main(*sys.argv[1:])
