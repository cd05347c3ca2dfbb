"""One export: workbook, charts and text of a plan into a folder, all of it or nothing."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Sequence
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

from planner.exchange.workbook import CancelledError
from planner.i18n import _
from planner.model.changes import Moment
from planner.model.plan import Audience, Day, Plan
from planner.model.touches import Touches

if TYPE_CHECKING:
    from planner.calc.results import Results
    from planner.exchange.homework import Recipient

_STEPS_OF_WORKBOOK = 14
_LONGEST_NAME = 60


def export(
    plan: Plan,
    results: Results,
    folder: Path,
    *,
    workbook: bool = False,
    charts: Sequence[str] = (),
    text: bool = False,
    pack: Sequence[str] = (),
    homework: Sequence[Recipient] = (),
    audience: Audience = Audience.INTERNAL,
    exported: Moment | None = None,
    touches: Touches | None = None,
    today: Day = "",
    progress: Callable[[int, int, str], None] = lambda done, total, what: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> list[Path]:
    """Write what is asked for into the folder (made where it is missing) and return the files.

    ``charts`` are formats such as ``png``, ``pack`` those of the kickoff pack, ``pdf`` and ``pptx``, ``homework``
    whom packs of questions are for. Files of the same name are replaced. Everything is made beside the folder first
    and moved in at the end, so that a cancelled or failed export leaves nothing behind: the last call of ``progress``,
    in which a job may still be stopped, comes before that. Text is for the team only.
    Raises CancelledError, OSError, and ValueError for an unknown format or text for an outside audience.
    """
    from planner.exchange import pack as packs
    from planner.exchange.homework import write_homework
    from planner.exchange.images import FORMATS, write_charts
    from planner.exchange.workbook import write_workbook

    if unknown := [form for form in charts if form.lower() not in FORMATS]:
        raise ValueError(f"not a format of charts: {unknown[0]}")
    if unknown := [form for form in pack if form.lower() not in packs.FORMATS]:
        raise ValueError(f"not a format of the pack: {unknown[0]}")
    if text and audience is not Audience.INTERNAL:
        raise ValueError("the text format holds the whole plan, so it is for the team only")
    steps = _Steps(progress, workbook, bool(charts), text, packs.steps_of(pack))
    name = file_name(plan)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".export-", dir=folder.parent, ignore_cleanup_errors=True) as made:
        at = Path(made)
        if workbook:
            write_workbook(plan, results, at / f"{name}.xlsx", audience=audience, exported=exported, touches=touches,
                           today=today, progress=steps.of("workbook"), cancelled=cancelled)  # fmt: skip
        if charts:
            write_charts(plan, results, at, charts, steps.of("charts"), cancelled, audience=audience)
        if pack:
            packs.write_pack(plan, results, at, name, pack, steps.of("pack"), cancelled, audience=audience)
        for to in homework:
            write_homework(plan, results, at / f"{name} {plain_name(to.name)}.xlsx", to, exported=exported,
                           today=today, cancelled=cancelled)  # fmt: skip
        if text:
            steps.of("text")(0, 1, _("Text"))
            _write_text(plan, at / f"{name}.yaml")
        if cancelled():
            raise CancelledError
        steps.finish()
        return _move(at, folder)


def file_name(plan: Plan) -> str:
    """A name for files of this plan that every system accepts."""
    said = plan.facts.title or plan.facts.plan_code or _("Marketing plan")
    return plain_name(said) or "plan"


def plain_name(said: str) -> str:
    """Words as part of a file name that every system accepts."""
    kept = "".join(sign if sign.isalnum() or sign in " -_.&" else " " for sign in said)
    return " ".join(kept.split())[:_LONGEST_NAME].strip(" .")


def _write_text(plan: Plan, path: Path) -> None:
    from planner.exchange.text import write_plan

    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(write_plan(plan))
        file.flush()
        os.fsync(file.fileno())


def _move(made: Path, folder: Path) -> list[Path]:
    """Move all files into the folder. When one cannot be moved, what stood there before is put back."""
    new_folder = not folder.exists()
    folder.mkdir(exist_ok=True)
    sources = sorted(path for path in made.iterdir() if path.is_file())
    kept = made / "kept"
    kept.mkdir()
    done: list[Path] = []
    try:
        for source in sources:
            target = folder / source.name
            if target.exists():
                shutil.copy2(target, kept / source.name)
            source.replace(target)
            done.append(target)
    except OSError:
        for target in done:
            before = kept / target.name
            if before.exists():
                before.replace(target)
            else:
                target.unlink(missing_ok=True)
        if new_folder:
            folder.rmdir()
        raise
    return done


class _Steps:
    """Progress of the parts told as one."""

    def __init__(
        self, tell: Callable[[int, int, str], None], workbook: bool, charts: bool, text: bool, pack: int
    ) -> None:
        from planner.charts import CHARTS

        lengths = {"workbook": _STEPS_OF_WORKBOOK * workbook, "charts": len(CHARTS) * charts, "pack": pack,
                   "text": int(text)}  # fmt: skip
        self._tell = tell
        self._start = dict(zip(lengths, accumulate(lengths.values(), initial=0), strict=False))
        self._total = sum(lengths.values())

    def of(self, part: str) -> Callable[[int, int, str], None]:
        """What a part calls with its own steps."""
        return lambda done, total, what: self._tell(self._start[part] + done, self._total, what)

    def finish(self) -> None:
        """All steps are done."""
        self._tell(self._total, self._total, "")
