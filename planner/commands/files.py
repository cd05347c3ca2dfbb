"""New plans, the example, and the export."""

from __future__ import annotations

import argparse
import re
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from planner.assets import resource
from planner.commands.base import Now, Refused, create, load
from planner.i18n import _
from planner.model.changes import Author
from planner.model.plan import Month, Plan, Rows


def run_new(options: argparse.Namespace, now: Now) -> int:
    start = options.start or f"{now().year + 1}-01"
    if not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", start):
        raise Refused(_("{text} is no month; write it like 2027-01.").format(text=start))
    if not 1 <= (options.months or 12) <= 60:
        raise Refused(_("A plan covers 1 to 60 months."))
    if not re.fullmatch(r"[A-Z]{3}", options.currency):
        raise Refused(_("{text} is no currency; write three letters, such as EUR.").format(text=options.currency))
    from planner.exchange.playbooks import in_currency

    plan = _playbook(options.playbook, start)
    facts = replace(
        plan.facts,
        title=options.title or plan.facts.title,
        fiscal_year_start=start,
        horizon_months=options.months or plan.facts.horizon_months or 12,
        status=plan.facts.status or "draft",
        response_sla_days=plan.facts.response_sla_days or 14,
    )
    plan = in_currency(plan.with_tables({"facts": Rows([facts])}), options.currency)
    create(options.file, plan, _("Start the plan"), now)
    print(_("Started {file}.").format(file=options.file))
    return 0


def _playbook(name: str | None, start: Month) -> Plan:
    from planner.exchange.playbooks import blank_plan, playbook_plan, playbooks

    if name is None:
        return blank_plan(start)
    if name not in playbooks():
        names = ", ".join(playbooks()) or _("none")
        raise Refused(_("There is no playbook called {name}; there are: {names}.").format(name=name, names=names))
    return playbook_plan(name, start)


def run_example(options: argparse.Namespace, now: Now) -> int:
    create(options.file, example_plan(), _("Write the worked example"), now, Author(_("Common Ground")))
    print(_("Wrote the worked example to {file}.").format(file=options.file))
    return 0


def example_plan() -> Plan:
    """The worked example."""
    from planner.exchange.text import read_plan

    return read_plan(resource("example", "example-plan.yaml").read_text(encoding="utf-8"))


def run_export(options: argparse.Namespace, now: Now) -> int:
    charts = _formats(options.charts, ("png", "svg", "pdf"), _("Charts are png, svg or pdf, not {what}."))
    pack = _formats(options.pack, ("pdf", "pptx"), _("The pack is pdf or pptx, not {what}."))
    if not (options.workbook or charts or options.text or pack or options.homework):
        raise Refused(
            _("Say what to export: --workbook, --charts png,svg,pdf, --pack pdf,pptx, --homework NAME or --text.")
        )
    wanted = Wanted(options.workbook, charts, options.text, pack, options.audience, tuple(options.homework))
    for path in export_plan(options.file, options.to, wanted, now):
        print(path)
    return 0


def _formats(said: str, known: tuple[str, ...], refusal: str) -> tuple[str, ...]:
    formats = tuple(part.strip() for part in said.split(",") if part.strip())
    if unknown := set(formats) - set(known):
        raise Refused(refusal.format(what=", ".join(sorted(unknown))))
    return formats


class Wanted(NamedTuple):
    """What an export is to make."""

    workbook: bool
    charts: tuple[str, ...]
    text: bool
    pack: tuple[str, ...]
    audience: str = "internal"
    homework: tuple[str, ...] = ()


def export_plan(file: Path, folder: Path, wanted: Wanted, now: Now) -> list[Path]:
    """Export a plan file into a folder. Returns the files written. Raises Refused."""
    plan = load(file)
    from planner.calc.results import Results
    from planner.exchange.export import export
    from planner.exchange.homework import NobodyError, recipient
    from planner.model.changes import moment_of
    from planner.model.plan import Audience
    from planner.model.reader import read_history, read_touches

    today = now().date().isoformat()
    try:
        return export(
            plan,
            Results(plan, plan.facts.as_of or today),
            folder,
            workbook=wanted.workbook,
            charts=wanted.charts,
            text=wanted.text,
            pack=wanted.pack,
            homework=[recipient(plan, said) for said in wanted.homework],
            audience=Audience(wanted.audience),
            exported=moment_of(read_history(file)),
            touches=read_touches(file, 0) if wanted.workbook else None,
            today=today,
        )
    except NobodyError as error:
        raise Refused(str(error)) from error
    except OSError as error:
        reason = error.strerror or error
        raise Refused(_("Could not write to {folder}: {reason}.").format(folder=folder, reason=reason)) from error
