"""An export is all of it or nothing; charts are whole files in every format."""

from pathlib import Path
from typing import Any

import pytest

from planner.calc.results import Results
from planner.charts import CHARTS
from planner.exchange.export import export, file_name
from planner.exchange.images import write_charts
from planner.exchange.workbook import CancelledError
from planner.model.plan import Audience, Plan, row_class

AS_OF = "2026-11-16"


def exported(plan: Plan, folder: Path, **more: Any) -> list[Path]:
    return export(plan, Results(plan, AS_OF), folder, today=AS_OF, **more)


def test_everything_that_is_asked_for_is_there(example: Plan, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    files = exported(example, tmp_path / "out", workbook=True, charts=("png", "svg"), text=True,
                     progress=lambda done, total, what: told.append((done, total)))  # fmt: skip
    suffixes = [path.suffix for path in files]
    assert (suffixes.count(".xlsx"), suffixes.count(".yaml"), suffixes.count(".png"), suffixes.count(".svg")) == (
        1,
        1,
        len(CHARTS),
        len(CHARTS),
    )
    assert sorted(files) == sorted((tmp_path / "out").iterdir())
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1]
    assert [entry.name for entry in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("after", [1, 6, 15, 18])
def test_cancelled_leaves_nothing_behind(example: Plan, tmp_path: Path, after: int) -> None:
    told: list[int] = []
    with pytest.raises(CancelledError):
        exported(example, tmp_path / "out", workbook=True, charts=("png",), text=True,
                 progress=lambda done, total, what: told.append(done),
                 cancelled=lambda: len(told) >= after)  # fmt: skip
    assert list(tmp_path.iterdir()) == []


def test_a_failure_leaves_the_folder_as_it_was(example: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out"
    (first, *_rest) = exported(example, out, charts=("png",))
    first.write_bytes(b"mine")
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    real, count = Path.replace, 0

    def full(self: Path, target: Path) -> Path:
        nonlocal count
        count += target.parent == out
        if count == 4:
            raise OSError(28, "No space left on device")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space"):
        exported(example, out, charts=("png",))
    monkeypatch.undo()
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before


def test_what_cannot_be_asked_for_is_refused_before_anything_is_written(example: Plan, tmp_path: Path) -> None:
    for more in ({"charts": ("gif",)}, {"text": True, "audience": Audience.CLIENT}):
        with pytest.raises(ValueError, match=r"not a format|for the team"):
            exported(example, tmp_path / "out", **more)
    assert list(tmp_path.iterdir()) == []


def test_charts_are_whole_files_with_text_as_text(example: Plan, tmp_path: Path) -> None:
    files = write_charts(example, Results(example, AS_OF), tmp_path, ("png", "svg", "pdf"))
    assert len(files) == 3 * len(CHARTS)
    heads = {".png": b"\x89PNG", ".pdf": b"%PDF", ".svg": b"<?xml"}
    assert all(path.read_bytes().startswith(heads[path.suffix]) for path in files)
    drawn = (tmp_path / "budget-by-month.svg").read_text("utf-8")
    assert "March is the largest month" in drawn
    assert "'Inter'" in drawn
    assert b"/Type3" not in (tmp_path / "funnel.pdf").read_bytes()


def test_charts_are_the_same_files_each_time(example: Plan, tmp_path: Path) -> None:
    pairs = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        pairs.append(write_charts(example, Results(example, AS_OF), tmp_path / name, ("svg", "pdf", "png")))
    assert all(one.read_bytes() == two.read_bytes() for one, two in zip(*pairs, strict=True))


def test_pictures_have_the_size_of_a_slide(example: Plan, tmp_path: Path) -> None:
    sizes = set()
    for path in write_charts(example, Results(example, AS_OF), tmp_path, ("png",)):
        head = path.read_bytes()[16:24]
        sizes.add((int.from_bytes(head[:4]), int.from_bytes(head[4:])))
    assert sizes == {(1600, 900), (1200, 1200)}


@pytest.mark.parametrize(
    ("title", "name"),
    [("Plan: 2027/28?", "Plan 2027 28"), ("..", "plan"), ("Über uns & Co.", "Über uns & Co"), ("x" * 200, "x" * 60)],
)
def test_names_of_files_are_names_everywhere(title: str, name: str) -> None:
    from planner.model.plan import SINGLETONS, Rows

    facts = row_class("facts")(id=SINGLETONS["facts"], title=title)
    assert file_name(Plan({"facts": Rows([facts])})) == name
