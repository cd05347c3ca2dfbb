"""The same program without a window: for scripts, and for machines without a screen.

Exit codes: 0 fine, 1 errors found in the plan, 2 the call or its input cannot be used (one sentence on stderr),
3 conflicts that a person must settle. Nothing here imports Qt; each command imports what it needs when it runs.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from typing import NoReturn

from planner.i18n import _, system_language, use_language

COMMANDS = (
    "new",
    "example",
    "import",
    "export",
    "check",
    "forecast",
    "cut",
    "history",
    "undo",
    "redo",
    "compare",
    "merge",
    "doctor",
    "tour",
)
CANNOT_USE = 2
INTERRUPTED = 130
"""What a shell says of a program that was ended with Ctrl C."""


KINDS = (
    "plan", "crm", "workbook", "stakeholders", "budget", "activities", "sales-input", "risks", "materials", "spend",
)  # fmt: skip
"""What a source of `import` may be said to be."""


class _Parser(argparse.ArgumentParser):
    """Says what is wrong with a call in one sentence."""

    def error(self, message: str) -> NoReturn:
        self.exit(CANNOT_USE, f"{self.prog}: {message} ({_('see {prog} --help').format(prog=self.prog)}).\n")


def _whole(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(_("{text} is no whole number").format(text=text)) from None


def _share(text: str) -> float:
    """A share as people write it: ``0.2``, ``0,2`` or ``20%``."""
    try:
        value = float(text.strip().removesuffix("%").replace(",", "."))
    except ValueError:
        raise argparse.ArgumentTypeError(_("{text} is no share; write it like 0.2").format(text=text)) from None
    return value / 100 if text.strip().endswith("%") else value


def _amount(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise argparse.ArgumentTypeError(_("{text} is no amount; write it like 104000").format(text=text)) from None


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    top = _Parser(prog="planner", description=_("One plan for marketing, sales and the agency."))
    commands = top.add_subparsers(dest="command", required=True, parser_class=_Parser)

    def command(name: str, help: str, *, file: bool = True) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=help, description=help)
        if file:
            made.add_argument("file", type=Path, metavar="FILE", help=_("the plan file"))
        return made

    def json_too(made: argparse.ArgumentParser) -> None:
        made.add_argument("--json", action="store_true", help=_("for programs"))

    new = command("new", _("start an empty plan"))
    new.add_argument("--playbook", help=_("start from a playbook"))
    new.add_argument("--title")
    new.add_argument("--start", metavar="YYYY-MM", help=_("first month"))
    new.add_argument("--months", type=_whole)
    new.add_argument("--currency", default="EUR")

    command("example", _("write the worked example as a plan file"))

    imports = command("import", _("bring a file into a plan, as one step that can be undone"))
    imports.add_argument("source", type=Path, metavar="SOURCE")
    imports.add_argument("--as", dest="kind", choices=KINDS, help=_("what the source is"))
    imports.add_argument("--map", nargs="+", default=[], metavar="field=column", help=_("which column holds what"))
    imports.add_argument("--sheet", metavar="NAME")
    imports.add_argument("--prefer", choices=("mine", "theirs"), help=_("who is right where both changed the same"))
    imports.add_argument("--ask-again", action="store_true", help=_("also ask what was settled when it came before"))
    imports.add_argument("--with-deletions", action="store_true", help=_("also take out rows missing in the workbook"))
    imports.add_argument("--without-hidden", action="store_true", help=_("leave out what the sheet hides"))
    imports.add_argument("--dry-run", action="store_true", help=_("say what would happen and change nothing"))
    json_too(imports)

    export = command("export", _("write the plan for other people"))
    export.add_argument("--to", type=Path, required=True, metavar="DIR")
    export.add_argument("--workbook", action="store_true", help=_("the Excel workbook"))
    export.add_argument("--charts", default="", metavar="png,svg,pdf")
    export.add_argument("--pack", default="", metavar="pdf,pptx", help=_("the kickoff pack and a page a reader"))
    export.add_argument("--homework", action="append", default=[], metavar=_("PERSON|SIDE"),
                        help=_("questions, ratings and own rows of one person or side"))  # fmt: skip
    export.add_argument("--text", action="store_true", help=_("the text format"))
    export.add_argument("--audience", choices=("internal", "agency", "client"), default="internal")

    check = command("check", _("what is still open, and what contradicts what"))
    check.add_argument("--gate", type=str.upper, choices=("K0", "K1", "K2", "K3", "K4", "K5"))
    check.add_argument("--as-of", metavar="DATE")
    json_too(check)

    forecast = command("forecast", _("from leads to orders, by month"))
    forecast.add_argument("--runs", type=_whole, default=20_000)
    forecast.add_argument("--seed", type=_whole)
    forecast.add_argument("--as-of", metavar="DATE")
    json_too(forecast)

    cut = command("cut", _("what taking money out saves, and what it costs"))
    cut.add_argument("--share", type=_share, metavar="0.2", help=_("of the envelope"))
    cut.add_argument("--amount", type=_amount, metavar="N", help=_("in the plan's currency; goes before the share"))
    cut.add_argument("--from", dest="from_month", required=True, metavar="YYYY-MM", help=_("first month that is cut"))
    cut.add_argument("--policy", choices=("equal", "agreed", "optimal"), help=_("how it is cut; all three by default"))
    json_too(cut)

    json_too(command("history", _("who changed what, and when")))
    command("undo", _("take back the last step"))
    command("redo", _("bring back the last step taken back"))

    compare = command("compare", _("what differs between two plans"), file=False)
    compare.add_argument("a", type=Path, metavar="A")
    compare.add_argument("b", type=Path, metavar="B")
    json_too(compare)

    merge = command("merge", _("bring two copies of one plan together"), file=False)
    merge.add_argument("file", type=Path, metavar="MINE")
    merge.add_argument("theirs", type=Path, metavar="THEIRS")
    merge.add_argument("--prefer", choices=("mine", "theirs"), help=_("who is right where both changed the same"))
    merge.add_argument("--ask-again", action="store_true", help=_("also ask what was settled when it came before"))
    json_too(merge)

    doctor = command("doctor", _("look whether a plan file is sound"))
    doctor.add_argument("--repair", action="store_true", help=_("mend what can be mended"))
    json_too(doctor)

    tour = command("tour", _("the whole job on the worked example, without a screen"), file=False)
    tour.add_argument("folder", type=Path, metavar="DIR")
    return top


_ROOMS = {
    "new": "files",
    "example": "files",
    "import": "bring_in",
    "export": "files",
    "check": "answers",
    "forecast": "figures",
    "cut": "figures",
    "history": "answers",
    "compare": "answers",
    "merge": "meeting",
    "undo": "steps",
    "redo": "steps",
    "doctor": "doctor",
    "tour": "tour",
}


def main(arguments: Sequence[str]) -> int:
    """Run one command. Returns the exit code; bad calls leave through SystemExit with code 2."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a pipe on Windows knows few letters; these escapes are JSON's too
            stream.reconfigure(errors="backslashreplace")
    use_language(system_language())
    options = parser().parse_args(arguments)
    from planner.commands.base import Refused
    from planner.model.file.errors import PlanFileError

    room = import_module(f"planner.commands.{_ROOMS[options.command]}")
    try:
        code: int = getattr(room, f"run_{options.command}")(options, _now)
    except (Refused, PlanFileError) as refusal:
        print(f"planner: {refusal}", file=sys.stderr)
        return CANNOT_USE
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except OSError as error:
        said = _("“{name}” cannot be used: {reason}.")
        print("planner:", said.format(name=error.filename, reason=error.strerror or error), file=sys.stderr)
        return CANNOT_USE
    return code


def _now() -> datetime:
    return datetime.now(UTC)
