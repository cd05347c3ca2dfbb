"""What a plan file can be asked: findings, history, comparison."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import Any

from planner.commands.base import Now, day_or_refuse, load, say_json
from planner.i18n import _, _n, mark
from planner.model.plan import Plan
from planner.model.words import edit_words

ERRORS_FOUND = 1
_LEVELS = {"error": mark("error"), "warning": mark("warning"), "info": mark("info"), "waived": mark("waived")}


def run_check(options: argparse.Namespace, now: Now) -> int:
    plan = load(options.file)
    from planner.calc.results import Results

    today = now().date().isoformat()
    day = day_or_refuse(options.as_of) or plan.facts.as_of or today
    report = Results(plan, day, signed=_signed(options.file, plan)).report(options.gate)
    errors = report.open_errors
    if options.json:
        say_json(report.as_json())
    else:
        for finding in report.findings:
            level = finding.status if finding.status == "waived" else finding.severity
            print(f"{_(_LEVELS[level]):8}{finding.object:11} {finding.message}")
            print(f"{'':20}{finding.fix}")
        print(_n("{n} error is open.", "{n} errors are open.", len(errors)).format(n=len(errors)))
    return ERRORS_FOUND if errors else 0


def _signed(file: Path, plan: Plan) -> dict[str, Plan]:
    """The plan as it stood under its signatures."""
    edits = [row.edit for row in plan.signoffs if row.edit]
    if not edits:
        return {}
    from planner.model.reader import read_plans_after

    return read_plans_after(file, plan, edits)


def run_history(options: argparse.Namespace, now: Now) -> int:
    plan = load(options.file)
    from planner.model.reader import read_history

    records = read_history(options.file)
    if options.json:
        names = ("seq", "id", "at", "author", "label", "kind")
        say_json({"edits": [{name: getattr(record, name) for name in names} for record in records]})
    else:
        for record in records:
            print(f"{record.seq:5}  {record.at[:16].replace('T', ' ')}  {record.author}  {edit_words(plan, record)}")
    return 0


def run_compare(options: argparse.Namespace, now: Now) -> int:
    from planner.model.compare import compare

    changes = []
    for difference in compare(load(options.a), load(options.b)):
        change = asdict(difference)
        del change["id"]
        changes.append(change)
    if options.json:
        say_json({"changes": changes})
    else:
        for change in changes:
            print(_in_words(change))
        print(_n("{n} difference.", "{n} differences.", len(changes)).format(n=len(changes)))
    return 0


def _in_words(change: dict[str, Any]) -> str:
    """One difference on one line; a row that only one side has carries its name and no field."""
    if not change["field"]:
        text = _("{object}: only in A, “{name}”") if change["b"] is None else _("{object}: only in B, “{name}”")
        return text.format(object=change["object"], name=change["a"] or change["b"])
    a, b = (_("empty") if value in (None, "", []) else value for value in (change["a"], change["b"]))
    return _("{object}, {field}: {a} → {b}").format(
        object=change["object"], field=change["field"].replace("_", " "), a=a, b=b
    )
