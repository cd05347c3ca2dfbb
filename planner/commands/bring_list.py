"""Bringing a list that a team already has (stakeholders, budget, activities ...) into a plan file."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from planner.commands.base import Now, Refused, author, load, opened, say_json
from planner.i18n import _
from planner.model.edits import PutRows

if TYPE_CHECKING:
    from planner.exchange.cells import RawTable
    from planner.exchange.lists import Answers, ListImport, Outcome
    from planner.exchange.questions import Question

CONFLICTS = 3
_SAID = 20
_DECIMAL = {"comma": ",", "point": ".", ",": ",", ".": "."}
_DAYS = {"day-first": "day first", "month-first": "month first"}
_WORDS = {"decimal": {",": "comma", ".": "point"}, "days": {said: word for word, said in _DAYS.items()}}


def import_list(options: argparse.Namespace, now: Now, kind: str | None, tables: Sequence[RawTable]) -> int:
    """Import one list as one edit; questions that the file leaves open stop it, with how to answer them. ``tables`` are
    the sheets of the file where it has been read already."""
    from planner.exchange.lists import Profiles, list_rows, read_list
    from planner.exchange.lists.hiding import OUT
    from planner.exchange.lists.importing import year_of
    from planner.exchange.lists.sure import is_sure
    from planner.exchange.refused import ImportRefused

    plan = load(options.file)
    profiles = Profiles()
    try:
        said, year = _answers(options.map), year_of(plan)
        if options.without_hidden:
            said = replace(said, hidden=OUT)
        read = read_list(options.source, kind, sheet=options.sheet, answers=said, year=year, profiles=profiles,
                         tables=tables)  # fmt: skip
    except ImportRefused as refusal:
        raise Refused(str(refusal)) from refusal
    if kind is None and not options.map and not profiles.fitting(tables) and not is_sure(read):
        said_more = _("{file} looks only a little like {what}; say what it is with --as, for example --as {kind}.")
        raise Refused(said_more.format(file=options.source.name, what=_(read.kind.label), kind=read.kind.key))
    outcome = list_rows(plan, read)
    imports = not options.dry_run and not read.questions
    if imports and outcome.rows:
        with opened(options.file, now) as document:
            label = _("Import {what} from {name}").format(what=_(read.kind.label), name=options.source.name)
            document.apply(PutRows(list_rows(document.plan, read).rows, label), author())
        profiles.keep(read)
    if options.json:
        say_json(_as_json(read, outcome, imports))
    else:
        _say(read, outcome, imports)
    return CONFLICTS if read.questions and not options.dry_run else 0


def _answers(pairs: list[str]) -> Answers:
    """What `--map` says: `title=Campaign`, `decimal=comma`, `days=month-first`. Raises Refused."""
    from planner.exchange.lists import Answers

    columns, said = parted(pairs)
    return Answers({column: field for field, column in columns}, said.get("decimal", ""), said.get("days", ""))


def parted(pairs: list[str]) -> tuple[list[tuple[str, str]], dict[str, str]]:
    """What `--map` says about columns, and its answers to questions by their keys. Raises Refused."""
    columns: list[tuple[str, str]] = []
    said: dict[str, str] = {}
    for pair in pairs:
        field, equals, column = pair.partition("=")
        if not equals or not field or not column:
            raise Refused(_("{pair} is no mapping; write it like title=Campaign.").format(pair=pair))
        known = {"decimal": _DECIMAL, "days": _DAYS}.get(field)
        if field == "only":
            said[field] = column.upper()
        elif known is None:
            columns.append((field, column))
        elif column in known:
            said[field] = known[column]
        else:
            words = ", ".join(word for word in known if len(word) > 1)
            raise Refused(_("{field} is one of: {words}.").format(field=field, words=words))
    return columns, said


def _as_json(read: ListImport, outcome: Outcome, imported: bool) -> dict[str, Any]:
    return {
        "kind": read.kind.key,
        "sheet": read.found.sheet,
        "imported": imported,
        "rows": len(read.entries),
        "added": len(outcome.added),
        "updated": len(outcome.updated),
        "unchanged": len(outcome.same),
        "columns": [
            {"column": head.title, "field": head.role or None, "how": head.how or None}
            for head in read.found.heads
            if head.title
        ],
        "left_out": [{"row": out.row, "reason": out.reason} for out in read.left_out],
        "problems": [{"row": row, "reason": reason} for row, reason in outcome.problems],
        "alike": [{"row": row, "name": alike.name} for row, alike in outcome.alike.items()],
        "asking": [{"row": one.row, "key": one.key, "value": one.value} for one in read.asking],
        "questions": [{"key": asked.key, "question": asked.text} for asked in read.questions],
        "hidden": list(read.hiding),
        "notes": [*read.notes, *outcome.notes],
    }


def _say(read: ListImport, outcome: Outcome, imported: bool) -> None:
    words = {"n": len(read.entries), "what": _(read.kind.label), "sheet": read.found.sheet or read.file}
    print(_("{sheet}: {n} rows as {what}.").format(**words))
    counts = {"added": len(outcome.added), "updated": len(outcome.updated), "same": len(outcome.same)}
    verb = _("Imported: {added} new, {updated} changed, {same} as before.")
    would = _("It would import {added} new, {updated} changed, {same} as before.")
    print((verb if imported else would).format(**counts))
    if read.hiding:
        text = (_("Hidden in the sheet, and left out: {what}") if read.answers.hidden else
                _("Hidden in the sheet, and read as well (--without-hidden leaves it out): {what}"))  # fmt: skip
        print("  " + text.format(what=" ".join(read.hiding)))
    for note in (*read.notes, *outcome.notes):
        print(f"  {note}")
    for one in read.asking[:_SAID]:
        print(_("  row {row} waits: what is “{value}”?").format(row=one.row, value=one.value))
    for row, alike in outcome.alike.items():
        print(_("  row {row} is new and much like “{name}”").format(row=row, name=alike.name))
    lines = [(out.row, _("left out: {reason}").format(reason=out.reason)) for out in read.left_out]
    lines += list(outcome.problems)
    for row, text in lines[:_SAID]:
        print(_("  row {row}: {text}").format(row=row, text=text))
    if len(lines) > _SAID:
        print(_("  and {n} more (all of them with --json)").format(n=len(lines) - _SAID))
    say_questions(read.questions)


def say_questions(questions: Sequence[Question]) -> None:
    """What has to be answered, each with how to answer it in the call."""
    for asked in questions:
        words = _WORDS.get(asked.key, {})
        ways = " ".join(f"{asked.key}={words.get(answer, answer)}" for answer, _said in asked.choices)
        print(_("  {question} (add --map with one of: {ways})").format(question=asked.text, ways=ways))
