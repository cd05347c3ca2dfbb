"""How a preview looks on the sheet, and what columns of each kind of list may hold."""

from planner.exchange.lists.kinds import Kind
from planner.exchange.lists.preview import Preview
from planner.i18n import _, mark
from planner.ui.importing.columns import Section
from planner.ui.importing.faces import month_names, role_label
from planner.ui.importing.sheetcanvas import ASKS, GROUP, OUT, REST, TITLE, SheetLook

_TITLES = {
    "stakeholders": mark("Import stakeholders"),
    "budget": mark("Import a budget"),
    "activities": mark("Import activities"),
    "sales-input": mark("Import what sales says"),
    "risks": mark("Import risks"),
    "materials": mark("Import materials"),
    "spend": mark("Import what was spent"),
}


def title_of(kind: Kind) -> str:
    """The heading of the page."""
    return _(_TITLES[kind.key])


def look_of(shown: Preview) -> SheetLook:
    """The sheet with the table outlined, rows that ask, rows that are left out."""
    found, sheet = shown.read.found, shown.sheet
    looks = {line.row: REST for line in found.lines}
    looks.update({out.row: GROUP if out.heading else OUT for out in shown.read.left_out})
    looks.update({entry.row: REST for entry in shown.read.entries})
    looks.update(dict.fromkeys(shown.open_rows, ASKS))
    looks.update(dict.fromkeys((row for row, _text in shown.outcome.problems), ASKS))
    looks.update(dict.fromkeys(found.head_rows, TITLE))
    area = found.area
    label = _("Table found: rows {top} to {bottom}")
    if shown.said.answers.area is not None:
        label = _("Table: rows {top} to {bottom}")
    return SheetLook(
        cells={row.number: row.cells for row in sheet.rows},
        last_row=sheet.rows[-1].number if sheet.rows else 0,
        columns=max((len(row.cells) for row in sheet.rows), default=0),
        looks=looks,
        area=area,
        label=label.format(top=area.top, bottom=area.bottom),
    )


def roles_of(kind: Kind) -> list[Section]:
    """What a column may hold: the fields of this kind, months and quarters where it has them, or nothing."""
    own = [(role, role_label(kind, role, False)) for role in kind.labels if role != "raci"]
    sections: list[Section] = [("", own)]
    if kind.months:
        months = [(f"month:{number}", name) for number, name in enumerate(month_names(), start=1)]
        quarters = [(f"quarter:{number}", role_label(kind, f"quarter:{number}", False)) for number in range(1, 5)]
        sections += [(_("Month"), months), (_("Quarter"), quarters)]
    return [*sections, ("", [("", _("Not imported"))])]
