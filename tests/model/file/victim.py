"""A program that opens a plan, edits it, publishes and closes it, over and over, until it is killed.

Call: python -m tests.model.file.victim PLAN STATE PREFIX. It says "ready" before it begins, and each edit after its
commit.
"""

import sys
from itertools import count
from pathlib import Path

from planner.model.file.workcopy import WorkingCopy
from tests.model.file.plans import SCHEMA, Clock, Session

PUBLISH_EVERY, REOPEN_EVERY = 3, 11


def main(plan: Path, state: Path, prefix: str) -> None:
    now = Clock()
    names = (f"{prefix}-{number}" for number in count())
    print("ready", flush=True)
    while True:
        session = Session(WorkingCopy.open(plan, now=now, expected_schema=SCHEMA, state_dir=state))
        for number in range(1, REOPEN_EVERY + 1):
            name = next(names)
            session.edit(name)
            print(name, flush=True)
            if number % PUBLISH_EVERY == 0:
                session.publish()
                now.passes(minutes=4)  # so that some publishes also keep an earlier version
        session.publish()
        session.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
