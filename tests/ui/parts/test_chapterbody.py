"""Under the head of a chapter lies what it holds, or the empty page, which is made when it is first needed."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget

from planner.ui.parts.button import Button
from planner.ui.parts.chapterbody import ChapterBody
from planner.ui.parts.chapterhead import ChapterHead
from planner.ui.parts.emptypage import EmptyPage


def test_one_layer_is_seen_and_an_empty_page_has_a_bare_head(qapp_dressed: QApplication, qtbot) -> None:
    page, list_view, board = QWidget(), QWidget(), QWidget()
    qtbot.addWidget(page)
    head, action = ChapterHead("Budget", "What it costs."), Button("Add line")
    head.add_action(action)
    made: list[EmptyPage] = []

    def make_empty() -> EmptyPage:
        made.append(EmptyPage("Nothing yet.", "It starts with one line.", "Add the first line"))
        return made[-1]

    body = ChapterBody(page, head, list_view, board, make_empty=make_empty)
    page.resize(900, 700)
    page.show()
    body.show_filled(True)
    assert body.current is list_view and not body.is_empty and made == []
    body.show_layer(board)
    assert board.isVisible() and action.isVisible()
    body.show_filled(False)
    body.show_filled(False)
    assert body.is_empty and made == [body.empty] and body.empty.isVisible() and not action.isVisible()
    body.show_empty(bare=False)
    assert action.isVisible()
    body.show_filled(True)
    assert list_view.isVisible() and action.isVisible()


def test_head_and_layers_stand_where_every_chapter_has_them(qapp_dressed: QApplication, qtbot) -> None:
    page, content = QWidget(), QWidget()
    qtbot.addWidget(page)
    head = ChapterHead("Budget", "What it costs.")
    ChapterBody(page, head, content, make_empty=lambda: EmptyPage("", "", ""))
    page.resize(900, 700)
    page.show()
    qtbot.waitExposed(page)
    assert (head.x(), head.y(), head.width()) == (32, 24, 836)
    holder = content.parentWidget()
    assert holder is not None
    assert (holder.x(), holder.y(), holder.width()) == (0, 24 + head.height() + 12, 900)
    assert holder.geometry().bottom() == 699
