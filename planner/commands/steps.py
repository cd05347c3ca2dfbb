"""Undo and redo from the command line."""

from __future__ import annotations

import argparse

from planner.commands.base import Now, Refused, author, opened
from planner.i18n import _


def run_undo(options: argparse.Namespace, now: Now) -> int:
    with opened(options.file, now) as document:
        change = document.undo(author())
    if change is None:
        raise Refused(_("There is nothing to undo in {name}.").format(name=options.file.name))
    print(_("Undone: {label}").format(label=change.label))
    return 0


def run_redo(options: argparse.Namespace, now: Now) -> int:
    with opened(options.file, now) as document:
        change = document.redo(author())
    if change is None:
        raise Refused(_("There is nothing to redo in {name}.").format(name=options.file.name))
    print(_("Done again: {label}").format(label=change.label))
    return 0
