"""A copy of the plan taken at any time, however slowly, is a plan."""

import threading
from pathlib import Path

from tests.model.file.plans import Desk, names_in

COPIES, ROWS = 20, 1500


def test_a_slow_copy_taken_during_edits_opens(desk: Desk, tmp_path: Path) -> None:
    session = desk.create(*(f"goal {number}" for number in range(ROWS)))
    copies, edited, done = tmp_path / "copies", threading.Semaphore(0), threading.Event()
    copies.mkdir()

    def copy_slowly() -> None:
        try:
            for number in range(COPIES):
                with desk.plan.open("rb") as source, (copies / f"{number}.cgplan").open("wb") as target:
                    while chunk := source.read(16_384):
                        target.write(chunk)
                        edited.acquire(timeout=5)  # at least one publish passes between two pieces
        finally:
            done.set()

    copier = threading.Thread(target=copy_slowly)
    copier.start()
    edits = 0
    while not done.is_set():
        session.edit(f"more {edits}")
        session.publish()
        edits += 1
        edited.release()
    copier.join()
    session.close()
    seen = [len(names_in(path)) for path in sorted(copies.iterdir(), key=lambda path: int(path.stem))]
    assert len(seen) == COPIES
    assert seen == sorted(seen)
    assert seen[-1] > ROWS
