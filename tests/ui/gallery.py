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
from planner.ui.theme import install, set_theme

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
    made.sidebar.set_voices(
        [("marketing", 38), ("sales", 34), ("agency", 14), ("shared", 8), ("finance", 6)]
    )
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
    column.setContentsMargins(32, 20, 32, 32)
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


if __name__ == "__main__":
    main(Path(sys.argv[1]))
