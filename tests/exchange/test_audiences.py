"""What an audience may not see makes no difference to anything that is written for it.

Two plans that differ in nothing but such fields, and there in every row, give the same files. That finds what a
search for values would miss: figures that follow from a hidden one, orders of rows, colours, notes and properties.
"""

from __future__ import annotations

import json
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from planner.calc.results import Results
from planner.exchange.export import export
from planner.exchange.homework import recipient
from planner.model.fields import Field, Kind
from planner.model.plan import CELLS, TABLES, Audience, Plan, Row, Rows, fields_of, row_class

AS_OF = "2026-11-16"
WORD = "Confidential"
THEIRS = {Audience.AGENCY: "agency", Audience.CLIENT: "customer"}
"""Whose homework shows just what the audience may see."""


@pytest.mark.parametrize("audience", [Audience.AGENCY, Audience.CLIENT])
def test_hidden_fields_make_no_difference_to_any_file(example: Plan, tmp_path: Path, audience: Audience) -> None:
    written = []
    for number, plan in enumerate((example, otherwise(example, audience))):
        files = export(plan, Results(plan, AS_OF), tmp_path / str(number), workbook=True, charts=("svg", "pdf", "png"),
                       pack=("pdf", "pptx"), audience=audience, today=AS_OF,
                       homework=[recipient(plan, THEIRS[audience])])  # fmt: skip
        written.append(dict(part for path in files for part in parts(path)))
    first, second = written
    assert sorted(first) == sorted(second)
    assert [name for name in first if first[name] != second[name]] == []
    assert [name for name, content in second.items() if WORD.encode() in content] == []
    assert len(first) > 60


def test_the_check_would_find_what_slips_out(example: Plan, tmp_path: Path) -> None:
    """The same two plans for the team differ in the workbook, in charts, and in the pack."""
    written = []
    for number, plan in enumerate((example, otherwise(example, Audience.CLIENT))):
        files = export(plan, Results(plan, AS_OF), tmp_path / str(number), workbook=True, charts=("svg",),
                       pack=("pptx",), today=AS_OF)  # fmt: skip
        written.append(dict(part for path in files for part in parts(path)))
    differing = {name.partition("/")[0] for name in written[0] if written[0][name] != written[1].get(name)}
    assert len(differing) > 8
    assert {Path(name).suffix for name in differing} == {".xlsx", ".svg", ".pptx"}
    assert any(WORD.encode() in content for content in written[1].values())


def parts(path: Path) -> Any:
    """A file in its parts, unpacked; without the moments at which it was made."""
    if path.suffix not in (".xlsx", ".pptx"):
        yield path.name, path.read_bytes()
        return
    with zipfile.ZipFile(path) as packed:
        for name in packed.namelist():
            if name != "docProps/core.xml":
                yield f"{path.name}/{name}", packed.read(name)


def otherwise(plan: Plan, audience: Audience) -> Plan:
    """The plan with another value in every field that the audience may not see."""
    tables: dict[str, Rows[Any]] = {}
    for table in TABLES:
        declared = fields_of(row_class(table))
        hidden = [
            one for one in declared.values() if not one.seen_by(audience) and one.name not in CELLS.get(table, ())
        ]
        if hidden:
            tables[table] = Rows([_other(plan, row, hidden, number) for number, row in enumerate(plan.table(table))])
    return plan.with_tables(tables)


def _other(plan: Plan, row: Row, hidden: list[Field], number: int) -> Row:
    if row.TABLE == "extra":
        return replace(row, value=json.dumps(f"{WORD} {number}"))  # type: ignore[call-arg]
    return replace(row, **{one.name: _value(plan, one, getattr(row, one.name), number) for one in hidden})


def _value(plan: Plan, one: Field, now: Any, number: int) -> Any:
    """Another value of the kind of a field."""
    if one.kind in (Kind.TEXT, Kind.LONG_TEXT):
        return f"{WORD} {one.name} {number}"
    if one.kind is Kind.TEXTS:
        return (f"{WORD} {one.name} {number}",)
    if one.kind is Kind.CHOICE:
        return next(choice for choice in reversed(one.choices) if choice != now)
    if one.kind is Kind.LINK:
        return next((row.id for row in plan.table(one.target).ordered if row.id != now), None)
    if one.kind is Kind.YES_NO:
        return not now
    if one.kind is Kind.NUMBERS:
        return (0.25, 0.5, 0.25)
    if one.kind is Kind.SERIES:
        return (("A-01", 0.75),)
    if one.kind is Kind.SHARE:
        return 0.377 if now is None else now * 0.77
    if one.kind is Kind.DAY:
        return "2026-10-10"
    least, most = one.minimum or 0, one.maximum or 5
    if one.kind in (Kind.NUMBER, Kind.INTEGER) and now is None:
        return int((least + most) / 2)
    if one.kind is Kind.MONEY:
        return (now or 7_777_700) * 2 + 700
    return least + most - now if one.maximum else now + 3
