"""Whether a plan file is sound, and mending what can be mended."""

from __future__ import annotations

import argparse
from dataclasses import dataclass, replace
from typing import Any

from planner.commands.base import Now, author, load, opened, say_json
from planner.i18n import _
from planner.model.edits import PutRows
from planner.model.plan import TABLES, Kind, Plan, Row, fields_of, row_class

PROBLEMS_FOUND = 1


@dataclass(frozen=True, slots=True)
class Problem:
    """A link that leads nowhere."""

    row: Row
    field: str
    missing: tuple[str, ...]


def run_doctor(options: argparse.Namespace, now: Now) -> int:
    plan = load(options.file)
    problems = broken_links(plan)
    repaired = bool(problems and options.repair)
    if repaired:
        with opened(options.file, now) as document:
            mended = tuple(mend(document.plan, broken_links(document.plan)))
            document.apply(PutRows(mended, _("Repair links that lead nowhere")), author())
    if options.json:
        found = [{"object": p.row.code or p.row.id, "field": p.field, "missing": list(p.missing)} for p in problems]
        say_json({"sound": not problems or repaired, "repaired": repaired, "problems": found})
    else:
        for problem in problems:
            name = problem.row.code or problem.row.id
            print(_("{name}: {field} points to a row that is gone.").format(name=name, field=problem.field))
        print(
            _("All mended.") if repaired else _("The file is sound.") if not problems else _("Mend it with --repair.")
        )
    return PROBLEMS_FOUND if problems and not repaired else 0


def broken_links(plan: Plan) -> list[Problem]:
    """Links in lists that lead to no row; single links are kept whole by the database itself."""
    problems = []
    for table in TABLES:
        lists = [field for field in fields_of(row_class(table)).values() if field.kind is Kind.LINKS]
        for row in plan.table(table):
            for field in lists:
                known = plan.table(field.target)
                missing = tuple(id for id in getattr(row, field.name) if id not in known)
                if missing:
                    problems.append(Problem(row, field.name, missing))
    return problems


def mend(plan: Plan, problems: list[Problem]) -> list[Row]:
    """The rows without their broken links."""
    rows: dict[str, Row] = {}
    for problem in problems:
        row = rows.get(problem.row.id, problem.row)
        kept: Any = tuple(id for id in getattr(row, problem.field) if id not in problem.missing)
        rows[row.id] = replace(row, **{problem.field: kept})
    return list(rows.values())
