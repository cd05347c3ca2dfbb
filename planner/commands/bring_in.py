"""Bringing a plan in the text format, a CRM export or a workbook into a plan file."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from planner.commands.base import Now, Refused, author, create, load, opened, say_json
from planner.commands.bring_list import CONFLICTS, parted, say_questions
from planner.i18n import _
from planner.model.edits import PutRows, ReplacePlan

if TYPE_CHECKING:
    from planner.exchange.cells import RawTable
    from planner.exchange.recognise import Recognised


def run_import(options: argparse.Namespace, now: Now) -> int:
    if not options.source.is_file():
        raise Refused(_("There is no file {name}.").format(name=options.source))
    found = None if options.kind else _recognised(options.source)
    kind, tables = (found.what, found.tables) if found else (options.kind, ())
    if kind == "copy":
        said = _("{name} is a plan file; bring it together with this one by “planner merge”.")
        raise Refused(said.format(name=options.source.name))
    if kind == "plan":
        return _import_plan(options, now)
    if kind == "workbook":
        from planner.commands.meeting import import_workbook

        return import_workbook(options, now)
    if kind == "crm":
        return _import_crm(options, now, tables)
    from planner.commands.bring_list import import_list

    return import_list(options, now, None if kind == "list" else kind, tables)


def _recognised(source: Path) -> Recognised:
    """What a file is of which nobody says it, and its sheets, which are not read again. Raises Refused."""
    from planner.exchange.recognise import recognise
    from planner.exchange.refused import ImportRefused

    try:
        return recognise(source)
    except ImportRefused as refusal:
        raise Refused(str(refusal)) from refusal


def _import_plan(options: argparse.Namespace, now: Now) -> int:
    from planner.exchange.text import TextError, read_plan

    try:
        plan = read_plan(options.source.read_text(encoding="utf-8-sig"))
    except (TextError, UnicodeDecodeError) as error:
        reason = error if isinstance(error, TextError) else _("it is not UTF-8 text")
        raise Refused(_("{name} cannot be read: {reason}").format(name=options.source.name, reason=reason)) from error
    count = sum(1 for _row in plan.rows())
    if not options.dry_run:
        label = _("Import {name}").format(name=options.source.name)
        if options.file.exists():
            with opened(options.file, now) as document:
                document.apply(ReplacePlan(plan, label), author())
        else:
            create(options.file, plan, label, now)
    if options.json:
        say_json({"rows": count, "imported": not options.dry_run})
    else:
        text = _("{file} would hold {n} rows.") if options.dry_run else _("{file} holds {n} rows.")
        print(text.format(file=options.file, n=count))
    return 0


def _import_crm(options: argparse.Namespace, now: Now, tables: Sequence[RawTable]) -> int:
    from planner.exchange.crm import ImportRefused, crm_rows, preview, read_crm

    columns, answers = parted(options.map)
    try:
        crm = read_crm(options.source, mapping=dict(columns), sheet=options.sheet, answers=answers, tables=tables)
    except ImportRefused as refusal:
        raise Refused(str(refusal)) from refusal
    plan = load(options.file)
    lines = preview(plan, crm)
    if not options.dry_run and not crm.questions:
        with opened(options.file, now) as document:
            label = _("Import figures from {name}").format(name=options.source.name)
            document.apply(PutRows(crm_rows(document.plan, crm), label), author())
    if options.json:
        say_json(crm.as_json())
    else:
        _say(crm.as_json(), options.source)
        for note in crm.notes:
            print(f"  {note}")
        would = options.dry_run or crm.questions
        print(_("Nothing to change.") if not lines else _("This would change:") if would else _("Changed:"))
        for line in lines:
            print(f"  {line.label}: {line.before} → {line.after}")
        say_questions(crm.questions)
    return CONFLICTS if crm.questions and not options.dry_run else 0


def _say(figures: dict[str, object], source: Path) -> None:
    print(
        _("{name}: {opportunities} opportunities, {won} won, {lost} lost, {open} open.").format(
            name=source.name, **figures
        )
    )
    skipped = figures["skipped"]
    assert isinstance(skipped, list)
    for entry in skipped[:20]:
        print(_("  row {row} left out: {reason}").format(**entry))
    if len(skipped) > 20:
        print(_("  and {n} more rows left out (all of them with --json)").format(n=len(skipped) - 20))
