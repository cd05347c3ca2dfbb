"""Builds the frame and the parts with made-up data and grabs them as pictures, for looking at.

QT_QPA_PLATFORM=offscreen python -m tests.ui.gallery FOLDER
"""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from planner.ui.frame import ChapterEntry, FindingItem, Frame, QuestionItem, RecentItem
from planner.ui.parts.button import Button
from planner.ui.parts.card import Paper
from planner.ui.parts.chapterhead import ChapterHead
from planner.ui.parts.dialog import Dialog
from planner.ui.parts.toast import Toast
from planner.ui.theme import install, set_theme
from tests.ui.gallery_parts import board, empty

_CHAPTERS = (
    ("Set out", ("Context", "Goals", "Customers", "Stakeholders")),
    ("Listen", ("Sales input", "Materials", "Brief & questions")),
    ("Plan", ("Activities", "Budget", "Forecast", "Risks")),
    ("Agree", ("Agreement", "Review")),
)
_DONE = (0.75, 0.9, 1.0, 0.7, 0.85, 0.75, 0.7, 0.9, 0.97, 1.0, 0.5, 0.7, None)


def chapters() -> list[ChapterEntry]:
    names = [(group, title) for group, titles in _CHAPTERS for title in titles]
    return [
        ChapterEntry(title, n + 1, title, group, _DONE[n], "" if n % 2 else "Two halves are open")
        for n, (group, title) in enumerate(names)
    ]


def frame() -> Frame:
    made = Frame()
    made.sidebar.set_chapters(chapters())
    made.sidebar.set_current("Goals")
    made.sidebar.set_voices([("marketing", 38), ("sales", 34), ("agency", 14), ("shared", 8), ("finance", 6)])
    made.topbar.set_plan("Wrenfield Labelling", "Marketing plan", "FY 2027")
    made.topbar.set_author("Priya Nair", "marketing", "Marketing")
    made.coach.set_questions(
        [
            QuestionItem("Which of these goals would you still chase if the budget were halved?", "Ask sales", "sales"),
            QuestionItem("What would prove to you that this money worked?", "Ask finance", "finance"),
        ]
    )
    made.coach.set_findings(
        [
            FindingItem("look", "“Better win rate” has no marketing half yet.", "G1"),
            FindingItem("note", "Goal 3 needs the service team. Joan has not seen it.", "G3"),
        ]
    )
    made.coach.set_recent(
        [
            RecentItem("Martin Okafor", "sales", "10:42", "set the win rate goal to 22%"),
            RecentItem("Priya Nair", "marketing", "10:31", "added the L60 launch"),
            RecentItem("Helen Brandt", "shared", "Mon", "agreed the end goal, £21.0m"),
        ]
    )
    made.status.set_date("10 Nov 2026")
    made.set_content(page())
    return made


def page() -> QWidget:
    paper = Paper()
    column = QVBoxLayout(paper)
    column.setContentsMargins(32, 24, 32, 32)
    head = ChapterHead("Goals", "One end goal. Every goal under it has a marketing half and a sales half.")
    head.add_action(Button("Add goal", icon="plus"))
    column.addWidget(head)
    column.addStretch(1)
    return paper


def main(folder: Path) -> None:
    app = QApplication([])
    install(app, "light")
    folder.mkdir(parents=True, exist_ok=True)
    shown = frame()
    for mode in ("light", "dark"):
        set_theme(app, mode)
        for width, height in ((1180, 720), (1366, 768), (1440, 900)):
            shown.resize(width, height)
            shown.show()
            app.processEvents()
            shown.grab().save(str(folder / f"frame-{mode}-{width}.png"))
        parts = board()
        parts.resize(1720, 1000)
        parts.show()
        app.processEvents()
        parts.grab().save(str(folder / f"parts-{mode}.png"))
        parts.close()
    extras(app, folder, shown)


def extras(app: QApplication, folder: Path, shown: Frame) -> None:
    """The coach over the content, an empty page, a toast and a dialog."""
    shown.resize(1366, 768)
    shown.toggle_coach()
    toast = Toast(shown)
    toast.say("Moved £4k to April")
    app.processEvents()
    shown.grab().save(str(folder / "floating.png"))
    shown.toggle_coach()
    shown.resize(1440, 900)
    shown.set_content(empty())
    toast.hide()
    app.processEvents()
    shown.grab().save(str(folder / "empty.png"))
    asked = Dialog("Decline this input?", 322, lines="Martin will see the reason.\nIt stays in the plan.")
    asked.add_button(Button("Keep open"))
    asked.add_button(Button("Decline", "primary"), True)
    asked.open_over(shown)
    app.processEvents()
    shown.grab().save(str(folder / "dialog.png"))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
