"""A program in which large edits and publishing have a thread of their own and small edits come in between, until it
is killed.

Call: python -m tests.model.victim PLAN STATE PREFIX. It says "ready" before it begins, and each edit after its commit:
its name, or "-" and the name of the one that was taken back.
"""

import os
import sys
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from threading import Lock, Thread

from planner.model.changes import Author
from planner.model.document import Document
from planner.model.edits import AddRow, PutRows
from planner.model.ids import NewRows

LARGE = 150
INES = Author("Ines Varga")


def now() -> datetime:
    return datetime(2026, 11, 16, 9, 0, tzinfo=UTC)


def say(words: str) -> None:
    """In one piece, whichever thread speaks."""
    os.write(1, f"{words}\n".encode())


def write_large(document: Document, prefix: str, undoing: Lock) -> None:
    """Large edits, each third of them taken back, and the file brought up to date after each."""
    for number in count():
        name, made = f"{prefix}-large-{number}", NewRows(document.plan)
        edit = PutRows(tuple(made.row("note", text=f"{name} {n}") for n in range(LARGE)), name)
        if number % 3:
            document.apply(edit, INES)
            say(name)
        else:
            with undoing:  # else it would take back the small edit that came in between
                document.apply(edit, INES)
                say(name)
                document.undo(INES)
                say(f"-{name}")
        document.publish()


def main(plan: Path, state: Path, prefix: str) -> None:
    document = Document.open(plan, now=now, state_dir=state)
    undoing = Lock()
    say("ready")
    Thread(target=write_large, args=(document, prefix, undoing), daemon=True).start()
    for number in count():
        name = f"{prefix}-small-{number}"
        with undoing:
            document.apply(AddRow("note", {"text": name}), INES)
        say(name)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
