"""What all commands share: opening plans, saying things, and saying no in one sentence."""

from __future__ import annotations

import getpass
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planner.i18n import _
from planner.model.changes import Author
from planner.model.plan import Plan

if TYPE_CHECKING:
    from planner.model.document import Document

Now = Callable[[], datetime]


class Refused(Exception):
    """The call or its input cannot be used; the message is one plain sentence."""


def author() -> Author:
    """Who edits from the command line: the person logged in."""
    try:
        return Author(getpass.getuser())
    except (KeyError, OSError):
        return Author(_("Command line"))


def load(path: Path) -> Plan:
    """The plan in a file, for commands that only look. Raises Refused."""
    from planner.model.file.errors import PlanFileError
    from planner.model.file.format import FILE_VERSION
    from planner.model.file.untrusted import check_untrusted
    from planner.model.reader import read_file
    from planner.model.versions import schema_of

    try:
        check_untrusted(path, schema_of(FILE_VERSION))
        return read_file(path)
    except PlanFileError as error:
        raise Refused(str(error)) from error


@contextmanager
def opened(path: Path, now: Now) -> Iterator[Document]:
    """The plan in a file, for commands that change it; what they changed is in the file afterwards."""
    from planner.model.document import Document
    from planner.model.edits import EditRefused
    from planner.model.file.errors import PlanFileError

    try:
        document = Document.open(path, now=now)
        try:
            if document.read_only:
                raise Refused(_("{name} cannot be written here.").format(name=path.name))
            yield document
        finally:
            document.close()
    except (PlanFileError, EditRefused) as error:
        raise Refused(str(error)) from error


def create(path: Path, plan: Plan, label: str, now: Now, by: Author | None = None) -> None:
    """Write a new plan file, by the person logged in where nobody is named. Raises Refused."""
    from planner.model.document import Document
    from planner.model.edits import EditRefused
    from planner.model.file.errors import PlanFileError

    try:
        Document.create(path, now=now, plan=plan, author=by or author(), label=label).close()
    except (PlanFileError, EditRefused) as error:
        raise Refused(str(error)) from error


def day_or_refuse(text: str | None) -> str | None:
    """A day given on the command line. Raises Refused for what is none."""
    if text is None:
        return None
    try:
        return datetime.strptime(text, "%Y-%m-%d").date().isoformat()
    except ValueError:
        raise Refused(_("{text} is no day; write it like 2026-11-16.").format(text=text)) from None


def say_json(value: Any) -> None:
    """Print a value for programs; what is not known is null."""
    print(json.dumps(value, ensure_ascii=False, indent=2))
