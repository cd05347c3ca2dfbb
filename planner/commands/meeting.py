"""Two states of one plan that meet: a workbook that comes back, another copy of the plan file."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from typing import Any

from planner.commands.base import Now, Refused, author, load, opened, say_json
from planner.i18n import _, _n
from planner.model.changes import EditRecord
from planner.model.compare import called, plain_value
from planner.model.merge import Choice, Coming, Incoming, Merge, common_edit, merge, own_way
from planner.model.merged import preferring, take_in
from planner.model.settled import memory
from planner.model.touches import Touches
from planner.model.words import name_of

CONFLICTS = 3


def import_workbook(options: argparse.Namespace, now: Now) -> int:
    """Take in what changed in a workbook. Exit code 3 where somebody has to choose first; then nothing changes."""
    from planner.exchange.workbook_in import ImportRefused, exported_at, giver, read_copy, returned, source

    try:
        copy = read_copy(options.source)
        with opened(options.file, now) as document:
            seq = exported_at(copy, document.history())
            who = giver(copy, document.plan, author())
            found = returned(copy, document.plan_at(seq), document.plan, who, now().date().isoformat())
            known = memory(document.plan, found.theirs, source(copy, who), options.source.name)
            if options.ask_again:
                known = known.forgotten()
            met = merge(found.base, document.plan, found.theirs, known)
            touches = document.touches(seq)
            choices = preferring(met, options.prefer) if options.prefer else {}
            open_ones = [] if options.prefer else list(met.conflicts)
            done = False
            if not open_ones and not options.dry_run:
                said = _("Take in {name}").format(name=options.source.name)
                done = document.apply(take_in(met, choices, said, deletions=options.with_deletions), who) is not None
    except ImportRefused as refusal:
        raise Refused(str(refusal)) from refusal
    problems = [{"sheet": one.sheet, "row": one.row, "column": one.column, "value": one.value, "reason": one.reason}
                for one in found.problems]  # fmt: skip
    if options.json:
        told = {"giver": who.name, "exported_at": seq, **_as_json(met, touches), "problems": problems,
                "notes": found.notes, "imported": done}  # fmt: skip
        say_json(told)
    else:
        print(_("{name}, by {giver}:").format(name=options.source.name, giver=who.name))
        _say(met, touches, options.with_deletions)
        for problem in problems:
            text = _("  not taken: {sheet}, row {row}, {column}, “{value}”: {reason}")
            print(text.format(**problem))
        for note in found.notes:
            print(f"  {note}")
        _conclude(met, done, open_ones, options.prefer, options.dry_run)
    return CONFLICTS if open_ones else 0


def run_merge(options: argparse.Namespace, now: Now) -> int:
    theirs = load(options.theirs)
    from planner.model.reader import read_history, read_touches

    their_history = read_history(options.theirs)
    with opened(options.file, now) as document:
        common = common_edit(document.history(), their_history)
        if common is None:
            raise Refused(_("{mine} and {theirs} are not two copies of one plan, so they cannot be merged.").format(
                mine=options.file.name, theirs=options.theirs.name))  # fmt: skip
        history = document.history()
        known = memory(document.plan, theirs, own_way(their_history, common), options.theirs.name,
                       own_way(history, common))  # fmt: skip
        if options.ask_again:
            known = known.forgotten()
        met = merge(document.plan_at(common.seq), document.plan, theirs, known)
        touches = document.touches(common.seq)
        open_ones = [] if options.prefer else list(met.conflicts)
        done = False
        if not open_ones:
            choices: Mapping[Any, Choice] = preferring(met, options.prefer) if options.prefer else {}
            edit = take_in(met, choices, _("Merge with {name}").format(name=options.theirs.name))
            done = document.apply(edit, author()) is not None
    their_touches = read_touches(options.theirs, common.seq)
    if options.json:
        parted = {"seq": common.seq, "at": common.at}
        say_json({"common": parted, **_as_json(met, touches, their_touches), "merged": done})
    else:
        print(_("Both grew from the plan of {day}.").format(day=common.at[:10]))
        _say(met, touches, True, their_touches)
        _conclude(met, done, open_ones, options.prefer, False)
    return CONFLICTS if open_ones else 0


def _as_json(met: Merge, mine: Touches, theirs: Touches | None = None) -> dict[str, Any]:
    changes = []
    for each in met.incoming:
        one: dict[str, Any] = {"table": each.table, "object": _object(met, each), "field": each.field,
                               "kind": each.kind.value, "conflict": each.conflict}  # fmt: skip
        one.update(zip(("base", "mine", "theirs"), _values(met, each), strict=True))
        for side, touches in (("mine_by", mine), ("theirs_by", theirs)):
            record = touches.last(*each.place) if touches is not None else None
            one[side] = None if record is None else {"author": record.author, "at": record.at}
        changes.append(one)
    return {"changes": changes, "conflicts": len(met.conflicts), "settled_before": len(met.settled)}


def _say(met: Merge, mine: Touches, deletions: bool, theirs: Touches | None = None) -> None:
    for each in met.incoming:
        base, ours, others = (_("empty") if value in (None, "", []) else value for value in _values(met, each))
        words = {"object": _object(met, each), "field": each.field.replace("_", " "), "base": base}
        if each.conflict:
            text = _("  both changed {object}, {field}: it was {base}") if each.field else _("  both changed {object}")
            print(text.format(**words))
            side = _("    {side}: {value}{who}")
            print(side.format(side=_("mine"), value=ours, who=_who(mine.last(*each.place))))
            they = theirs.last(*each.place) if theirs is not None else None
            print(side.format(side=_("theirs"), value=others, who=_who(they)))
        elif each.kind is Coming.ADDED:
            print(_("  new: {object}, “{name}”").format(object=words["object"], name=others))
        elif each.kind is Coming.DELETED:
            text = _("  taken out: {object}") if deletions else _("  missing, and left as it is: {object}")
            print(text.format(**words))
        else:
            print(_("  {object}, {field}: {base} → {theirs}").format(**words, theirs=others))


def _conclude(met: Merge, done: bool, open_ones: list[Incoming], prefer: Choice | None, dry_run: bool) -> None:
    count, settled = len(open_ones), len(met.settled)
    if settled:
        print(_n("{n} difference was settled when it came before and is not asked again; --ask-again asks.",
                 "{n} differences were settled when it came before and are not asked again; --ask-again asks.",
                 settled).format(n=settled))  # fmt: skip
    if count:
        print(_n("{n} conflict has to be settled, so nothing was changed; say --prefer mine or --prefer theirs.",
                 "{n} conflicts have to be settled, so nothing was changed; say --prefer mine or --prefer theirs.",
                 count).format(n=count))  # fmt: skip
    elif not met.incoming:
        print(_("Nothing to change."))
    else:
        kept = prefer == "mine" and all(each.conflict for each in met.incoming)
        print(_("Mine was kept and is not asked again, as one step that can be undone.") if done and kept else
              _("Taken in, as one step that can be undone.") if done else
              _("Nothing was changed, as this was only a look.") if dry_run else _("Nothing to change."))  # fmt: skip


def _who(record: EditRecord | None) -> str:
    return f" ({record.author}, {record.at[:16].replace('T', ' ')})" if record else ""


def _object(met: Merge, each: Incoming) -> str:
    plans = (met.mine, met.theirs, met.base)
    rows = ((plan, plan.table(each.table).get(each.id)) for plan in plans)
    return next((called(plan, row) for plan, row in rows if row is not None), each.id)


def _values(met: Merge, each: Incoming) -> tuple[Any, ...]:
    """What it was, and what it is on both sides; whole rows by their names."""
    declared = each.declared
    sides = ((met.base, each.base), (met.mine, each.mine), (met.theirs, each.theirs))
    if declared is None:
        return tuple(None if row is None else name_of(plan, row) for plan, row in sides)
    return tuple(plain_value(plan, declared, value) for plan, value in sides)
