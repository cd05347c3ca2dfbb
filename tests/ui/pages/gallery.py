"""Grabs pages that show the worked example as pictures, for looking at.

QT_QPA_PLATFORM=offscreen python -m tests.ui.pages.gallery FOLDER [PAGE ...]
"""

import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication

from planner.exchange.text.reading import read_plan
from planner.model.changes import Author
from planner.model.document import Document
from planner.ui.page import Page
from planner.ui.pages import CHAPTERS, page_class
from planner.ui.theme import install, set_theme
from planner.ui.workspace import Workspace

EXAMPLE = Path(__file__).resolve().parents[3] / "resources" / "example" / "example-plan.yaml"
SIZES = ((904, 812), (1160, 812), (840, 632))


def now() -> datetime:
    return datetime(2026, 11, 16, 9, 0, tzinfo=UTC)


def page_of(key: str, workspace: Workspace) -> Page:
    """A page as the window makes it."""
    return page_class(key)(workspace)


def main(folder: Path, wanted: list[str]) -> None:
    app = QApplication([])
    install(app, "light")
    folder.mkdir(parents=True, exist_ok=True)
    plan = read_plan(EXAMPLE.read_text(encoding="utf-8"))
    workspace = Workspace(plan, now=now)
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "example.cgplan"
        workspace.attach(Document.create(path, now=now, plan=plan, author=Author("Test"), state_dir=Path(place)))
        for key in wanted or [chapter.key for chapter in CHAPTERS]:
            page = page_of(key, workspace)
            page.refresh(workspace.plan, workspace.results, None)
            for mode in ("light", "dark"):
                set_theme(app, mode)  # type: ignore[arg-type]
                for width, height in SIZES:
                    page.resize(width, height)
                    page.show()
                    for _again in range(3):
                        app.processEvents()
                    page.grab().save(str(folder / f"{key}-{mode}-{width}.png"))
            page.close()
        workspace.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
