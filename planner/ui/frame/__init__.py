"""The frame of the window: sidebar, top bar, coach and status line around the surface.

frame = Frame()
frame.set_content(widget)                       the surface in the middle; the frame gives it its size
frame.sidebar.set_chapters([ChapterEntry(...)]), .set_current(key or ""), .set_voices([("sales", 34)])
    chapterChosen(key), menuRequested(point), settingsRequested(), helpRequested(), themeRequested()
frame.topbar.set_plan(company, plan, period), .set_author(name, voice), .set_find_shortcut("Ctrl K")
    findRequested(), authorMenuRequested(point), presentRequested()
frame.coach.set_questions([QuestionItem]), .set_findings([FindingItem]), .set_recent([RecentItem]),
    .set_compared([ComparedItem])
    showFinding(key), presentQuestion(key)
frame.status.set_state("fine", "All changes saved"), .set_cell("Packline, Sep", "52"), .set_zoom("100%"),
    .set_date("10 Nov 2026")
frame.toggle_coach(), frame.next_region(+1)     Ctrl period, F6
"""

from planner.ui.frame.coach import Coach
from planner.ui.frame.frame import Frame
from planner.ui.frame.items import ChapterEntry, FindingItem, QuestionItem, RecentItem
from planner.ui.frame.sidebar import Sidebar
from planner.ui.frame.statusline import StatusLine
from planner.ui.frame.topbar import TopBar

__all__ = [
    "ChapterEntry",
    "Coach",
    "FindingItem",
    "Frame",
    "QuestionItem",
    "RecentItem",
    "Sidebar",
    "StatusLine",
    "TopBar",
]
