"""The brief by keys and mouse: its sentence, approver, signatures, headings, scores, and the question register."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from planner.model.changes import Author
from planner.model.edits import AddRow, DeleteRows, SetFields
from planner.model.edits.brief import AskQuestions, WriteHeading
from planner.model.plan import (
    SINGLETONS,
    Activity,
    Approval,
    Brief,
    BudgetLine,
    Facts,
    Goal,
    Person,
    Plan,
    Question,
    fields_of,
)
from planner.ui.forms.sheet import NewRowDialog
from planner.ui.pages.brief.dialogs import PropositionDialog, WhichGoesDialog
from planner.ui.pages.brief.page import BriefPage
from planner.ui.pages.brief.questions import kickoff_questions
from planner.ui.pages.brief.score import ScoreDialog
from planner.ui.people_menu import PeopleMenu
from planner.ui.workspace import Workspace

from .conftest import Shown, plan_of

SENTENCE = "We show what a stopped line costs."


def plan() -> Plan:
    return plan_of(
        Facts(id=SINGLETONS["facts"], currency="GBP", locale="en_GB", fiscal_year_start="2027-01"),
        Person(id="callum", code="P-1", name="Callum Reid", function="sales", position=1),
        Person(id="tess", code="P-2", name="Tess Bright", function="marketing", position=2),
        Person(id="sofia", code="P-3", name="Sofia Marchetti", function="agency", position=3),
        Person(id="graham", code="P-4", name="Graham Hale", function="finance", position=4),
        Goal(id="goal", code="G1", title="Orders", position=1),
        Activity(id="calc", code="A-01", title="Downtime calculator", position=1),
        BudgetLine(id="line", code="B-01", description="Film", amount=9_000_000, in_brief=True, position=1),
        Brief(id="b", code="BR-1", title="FY 2027", version=3, propositions=(SENTENCE,), final_approvers=("tess",),
              approval_days=3, problem="Chosen late", budget=10_000_000),
        Approval(id="ap", brief="b", person="tess", function="marketing", version=3),
        Question(id="free", code="Q-01", question="At which number will you stop us?", asked_by="sofia",
                 status="answered", answer="Under 60 leads", position=1),
        Question(id="soon", code="Q-02", question="Whom may we accompany?", asked_by="sofia", position=2),
        Question(id="dairies", code="Q-03", question="How many dairies let us film?", asked_by="sofia",
                 status="assumed", answer="Two, as in 2025", answered_by="callum", assumption_until="2026-11-30",
                 position=3),
        Question(id="figure", code="Q-04", question="Who releases the downtime figure?", asked_by="sofia",
                 blocking=True, put_to="graham", due="2026-11-13", activities=("calc",), position=4),
    )  # fmt: skip


@pytest.fixture
def shown(open_workspace: Callable[[Plan], Workspace], qtbot: QtBot) -> Shown:
    page = BriefPage(open_workspace(plan()))
    qtbot.addWidget(page)
    page.resize(1160, 812)
    page.show()
    return Shown(page)


def page_of(shown: Shown) -> BriefPage:
    assert isinstance(shown.page, BriefPage)
    return shown.page


def brief(shown: Shown) -> Brief:
    return shown.page.workspace.plan.briefs["b"]


def question(shown: Shown, id: str) -> Question:
    return shown.page.workspace.plan.questions[id]


def press(shown: Shown, qtbot: QtBot, id: str, key: Qt.Key) -> None:
    page_of(shown).questions.list.take(id)
    qtbot.keyClick(page_of(shown).questions.list, key)


# The strip


def test_the_strip_says_what_who_and_who_has_signed(shown: Shown) -> None:
    strip = page_of(shown).strip
    assert strip.proposition.accessibleName() == f"The one proposition: {SENTENCE}"
    assert strip.approver.accessibleName() == "The one approver: Tess Bright"
    assert strip.approver.face.takes == "Final yes in 3 days"
    assert strip.version.accessibleName() == "Version 3. Sales signs next"


def test_the_sentence_is_rewritten_and_taken_back(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    qtbot.mouseClick(page.strip.proposition, Qt.MouseButton.LeftButton)
    dialog = page.findChild(PropositionDialog)
    assert dialog is not None
    dialog.words.selectAll()
    qtbot.keyClicks(dialog.words, "We stop it stopping.")
    qtbot.keyClick(dialog.words, Qt.Key.Key_Return)
    assert brief(shown).propositions == ("We stop it stopping.",)
    page.workspace.undo()
    assert brief(shown).propositions == (SENTENCE,)
    page.workspace.redo()
    assert brief(shown).propositions == ("We stop it stopping.",)


def test_a_second_sentence_is_not_kept_the_page_asks_which_one_goes(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    page.strip.proposition.click()
    dialog = page.findChild(PropositionDialog)
    assert dialog is not None
    qtbot.keyClick(dialog.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(dialog.words, "We stop it stopping.")
    qtbot.keyClick(dialog.words, Qt.Key.Key_Return)
    asked = page.findChild(WhichGoesDialog)
    assert asked is not None
    assert brief(shown).propositions == (SENTENCE,)
    asked.buttons[0].click()
    assert brief(shown).propositions == ("We stop it stopping.",)


def test_two_sentences_from_a_file_are_asked_about(shown: Shown) -> None:
    page = page_of(shown)
    page.workspace.apply(SetFields("brief", "b", {"propositions": ("One", "Two", "Three")}))
    page.strip.proposition.click()
    asked = page.findChild(WhichGoesDialog)
    assert asked is not None
    asked.buttons[0].click()
    assert len(brief(shown).propositions) == 3
    asked.buttons[2].click()
    assert brief(shown).propositions == ("Two",)


def choose(page: BriefPage, person: str) -> None:
    page.strip.approver.click()
    menu = page.findChild(PeopleMenu)
    assert menu is not None
    next(action for action in menu.actions() if action.data() == person).trigger()
    menu.close()


def test_a_second_approver_is_not_kept_either(shown: Shown) -> None:
    page = page_of(shown)
    choose(page, "graham")
    asked = page.findChild(WhichGoesDialog)
    assert asked is not None
    assert brief(shown).final_approvers == ("tess",)
    asked.buttons[0].click()
    assert brief(shown).final_approvers == ("graham",)
    assert page.strip.approver.accessibleName() == "The one approver: Graham Hale"


def test_nobody_may_be_the_approver_for_a_while(shown: Shown) -> None:
    page = page_of(shown)
    choose(page, "")
    assert brief(shown).final_approvers == ()
    assert page.strip.approver.accessibleName() == "Nobody says the final yes yet"
    choose(page, "callum")
    assert brief(shown).final_approvers == ("callum",)


def words_of(page: BriefPage) -> list[str]:
    menu = page.hands.version_menu()
    found = [action.text() for action in menu.actions() if action.text()]
    menu.close()
    return found


def test_who_is_at_the_keyboard_signs_and_a_new_version_is_signed_anew(shown: Shown) -> None:
    page = page_of(shown)
    assert words_of(page)[:2] == ["Sign as Callum Reid", "Bring out version 4"]
    page.hands.sign()
    assert page.strip.version.accessibleName() == "Version 3. Agency signs next"
    assert words_of(page)[0] == "Take back the signature of sales"
    page.workspace.set_author(Author("Sofia Marchetti", "sofia"))
    page.hands.sign()
    assert page.strip.version.accessibleName() == "Version 3. Signed by all three"
    page.hands.take_back()
    assert page.strip.version.accessibleName() == "Version 3. Agency signs next"
    page.hands.next_version()
    assert page.strip.version.accessibleName() == "Version 4. Nobody has signed yet"
    page.workspace.set_author(Author("Graham Hale", "graham"))
    page.hands.sign()
    assert "Hand the keyboard to one of them" in shown.refused[-1]


def test_another_brief_can_be_taken_in_hand_and_deleted(shown: Shown) -> None:
    page = page_of(shown)
    page.hands.start()
    assert page.strip.version.accessibleName() == "Version 1. Nobody has signed yet"
    assert words_of(page)[2] == "Go to “FY 2027”"
    page.hands.delete()
    assert page.strip.version.face.version == 3


# Headings


def test_the_headings_say_how_far_they_are_and_the_budget_stands_beside_its_lines(shown: Shown) -> None:
    card = page_of(shown).headings
    assert card.count_words == "0 agreed, 3 in draft"
    assert card.budget_words == "Budget £100k. Its lines come to £90k"
    said = card.rows.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "2, Where are we now, In draft"
    page_of(shown).workspace.apply(SetFields("budget_line", "line", {"amount": 10_000_000}))
    assert card.budget_words == "Budget £100k. Its lines come to £100k"


def test_a_heading_holds_its_text_its_writer_and_its_own_fields(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    card = page.headings
    place = card.list.visualRect(card.rows.index(card.rows.row_of("practicalities"), 0)).center()
    qtbot.mouseClick(card.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    sheet = page.heading_sheet
    assert sheet.isVisible()
    assert sheet.budget.isVisible()
    qtbot.keyClicks(sheet.text, "Nothing in August")
    sheet.writer.setCurrentIndex(4)
    sheet.writer.activated.emit(4)
    sheet.text.commit()
    timing = sheet.form.editor("timing")
    assert isinstance(timing, QLineEdit)
    timing.setFocus()
    qtbot.keyClicks(timing, "January to May")
    qtbot.keyClick(timing, Qt.Key.Key_Return)
    qtbot.mouseClick(sheet.ready, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    (row,) = shown.page.workspace.plan.brief_sections
    assert (row.heading, row.text, row.writer, row.ready) == ("practicalities", "Nothing in August", "graham", True)
    assert brief(shown).timing == "January to May"
    assert page.headings.rows.faces["practicalities"].said == (
        "7, Practicalities: dates, money, rules, Graham, Agreed"
    )
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    for _step in range(4):
        page.workspace.undo()
    assert not len(shown.page.workspace.plan.brief_sections)
    assert brief(shown).timing is None


def test_the_keyboard_opens_a_heading_and_each_shows_only_its_own_fields(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    page.headings.list.take("where_now")
    qtbot.keyClick(page.headings.list, Qt.Key.Key_Return)
    assert set(page.heading_sheet.form._editors) == {"problem"}
    first = page.heading_sheet.form
    page.open_heading("where_to")
    assert set(page.heading_sheet.form._editors) == {"goals"}
    assert not first.isVisible()


def test_a_deleted_brief_closes_the_sheet(shown: Shown) -> None:
    page = page_of(shown)
    page.open_heading("where_now")
    page.hands.delete()
    assert not page.heading_sheet.isVisible()
    assert page.headings.count_words == "0 agreed, 0 in draft"
    page.open_heading("where_to")
    assert page.heading_sheet.isVisible()
    assert len(page.workspace.plan.briefs) == 1


# Scores


def test_both_halves_score_blind_and_the_gap_is_drawn(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    assert "Nobody has scored it yet" in page.scores._foot.text()
    page.score()
    dialog = page.findChild(ScoreDialog)
    assert dialog is not None
    assert dialog.person == "callum"
    for key in (Qt.Key.Key_5, Qt.Key.Key_4):
        qtbot.keyClick(dialog.board, key)
    dialog.pass_on()
    assert (dialog.person, dialog.board.answers) == ("tess", {})
    dialog.pass_on()
    assert dialog.person == "sofia"
    qtbot.keyClick(dialog.board, Qt.Key.Key_2)
    dialog._close.click()
    first = page.scores.bars.rows[0]
    assert (first.label, first.left_words, first.right_words, first.gap_words, first.wide) == (
        "How the project is run", "5.0", "2.0", "3.0", True,
    )  # fmt: skip
    assert page.scores.bars.accessibleName().startswith(
        "Client half 4.5, Agency half 2.0. How the project is run: 5.0, 2.0, gap 3.0. Where are we now: 4.0, –"
    )
    assert page.scores._foot.text() == "Scored by 1 at the client and 1 at the agency"
    page.workspace.undo()
    assert page.scores.bars.rows[0].gap_words == ""


# Questions


def test_what_blocks_stands_first_with_what_waits_for_it(shown: Shown) -> None:
    card = page_of(shown).questions
    assert list(card.rows.keys) == ["figure", "dairies", "soon", "free"]
    face = card.rows.face("figure")
    assert (face.state, face.answer, face.waits) == (
        "blocking", "Nobody yet. Graham is asked, due 13 Nov", "Downtime calculator",
    )  # fmt: skip
    assert card.rows.face("dairies").answer == "Two, as in 2025. Callum checks by 30 Nov"
    assert card.rows.face("soon").answer == "Nobody is asked yet"
    assert card._count.text() == "4 asked: 1 answered, 1 assumed, 1 open, 1 blocking"
    said = card.rows.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == (
        "Blocking. Who releases the downtime figure?. asked by Sofia Marchetti. "
        "Nobody yet. Graham is asked, due 13 Nov. Downtime calculator waits"
    )


def test_a_answers_and_an_empty_answer_is_not_kept(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    press(shown, qtbot, "figure", Qt.Key.Key_A)
    sheet = page.questions.sheet
    assert sheet.isVisible()
    qtbot.keyClick(sheet.words, Qt.Key.Key_Return)
    assert sheet.isVisible()
    assert "Write the answer" in sheet.words.accessibleDescription()
    qtbot.keyClicks(sheet.words, "Graham, on Monday")
    qtbot.keyClick(sheet.words, Qt.Key.Key_Return)
    assert not sheet.isVisible()
    row = question(shown, "figure")
    assert (row.status, row.answer, row.answered_by, row.answered_on) == (
        "answered", "Graham, on Monday", "graham", "2026-11-16",
    )  # fmt: skip
    assert page.questions.list.chosen == "figure"
    page.workspace.undo()
    assert question(shown, "figure").status == "open"
    page.workspace.redo()
    assert question(shown, "figure").status == "answered"


def test_u_assumes_and_asks_for_the_day(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    press(shown, qtbot, "soon", Qt.Key.Key_U)
    sheet = page.questions.sheet
    qtbot.keyClicks(sheet.words, "Callum")
    sheet.keep()
    assert "Say until when" in sheet.until.accessibleDescription()
    qtbot.keyClicks(sheet.until, "1 Dec 2026")
    qtbot.keyClick(sheet.until, Qt.Key.Key_Return)
    row = question(shown, "soon")
    assert (row.status, row.answer, row.assumption_until, row.answered_by) == (
        "assumed", "Callum", "2026-12-01", "callum",
    )  # fmt: skip


def test_b_marks_as_blocking_and_takes_the_mark_off(shown: Shown, qtbot: QtBot) -> None:
    press(shown, qtbot, "soon", Qt.Key.Key_B)
    assert question(shown, "soon").blocking is True
    press(shown, qtbot, "soon", Qt.Key.Key_B)
    assert question(shown, "soon").blocking is False
    press(shown, qtbot, "free", Qt.Key.Key_B)
    assert "It is answered" in shown.refused[-1]


def test_esc_keeps_no_answer(shown: Shown, qtbot: QtBot) -> None:
    before = page_of(shown).workspace.plan
    press(shown, qtbot, "soon", Qt.Key.Key_A)
    qtbot.keyClicks(page_of(shown).questions.sheet.words, "Nobody")
    qtbot.keyClick(page_of(shown).questions.sheet, Qt.Key.Key_Escape)
    assert page_of(shown).workspace.plan == before


def test_a_click_beside_a_question_answers_it(shown: Shown, qtbot: QtBot) -> None:
    card = page_of(shown).questions
    box = card.list.visualRect(card.rows.index(1, 0))
    qtbot.mouseClick(card.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(700, box.center().y()))
    assert card.sheet.choice.current == "assumed"
    assert card.sheet.words.toPlainText() == "Two, as in 2025"


def test_asking_a_question(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    page.workspace.set_author(Author("Sofia Marchetti", "sofia"))
    page.add_new()
    dialog = page.findChild(NewRowDialog)
    assert dialog is not None
    dialog.add_row()
    assert "This is needed." in dialog.form.editor("question").accessibleDescription()
    words = dialog.form.editor("question")
    assert isinstance(words, QPlainTextEdit)
    qtbot.keyClicks(words, "Where may we contradict you?")
    dialog.add_row()
    row = page.workspace.plan.questions.ordered[-1]
    assert (row.question, row.asked_by, row.code) == ("Where may we contradict you?", "sofia", "Q-05")
    assert page.questions.list.chosen == row.id


def test_every_field_is_on_the_sheet_and_delete_is_a_key(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    press(shown, qtbot, "soon", Qt.Key.Key_Return)
    assert set(page.questions.details.form._editors) == set(fields_of(Question))
    qtbot.keyClick(page.questions.details, Qt.Key.Key_Escape)
    press(shown, qtbot, "soon", Qt.Key.Key_Delete)
    assert "soon" not in page.workspace.plan.questions
    page.workspace.undo()
    assert "soon" in page.workspace.plan.questions


def test_all_of_them_take_the_page_and_can_be_filtered(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    page.workspace.apply(AskQuestions(tuple(("proof", f"Question {n}?") for n in range(300))))
    card = page.questions
    assert card.rows.rowCount() == 4
    assert card.see_all.text() == "See all 304"
    card.see_all.click()
    assert card.rows.rowCount() == 304
    assert not page.headings.isVisible()
    card.choice._segments["assumed"].click()
    assert list(card.rows.keys) == ["dairies"]
    card.choice._segments["open"].click()
    assert card.rows.rowCount() == 301
    qtbot.keyClick(card.list, Qt.Key.Key_Escape)
    assert page.headings.isVisible()
    assert card.rows.rowCount() == 4


# Page


def test_show_goes_to_every_row_of_the_chapter(shown: Shown) -> None:
    page = page_of(shown)
    page.workspace.apply(AskQuestions(tuple(("proof", f"Question {n}?") for n in range(9))))
    last = page.workspace.plan.questions.ordered[-1].id
    assert page.show_object(last)
    assert page.questions.expanded
    assert page.questions.list.chosen == last
    assert page.show_object("figure", "due")
    assert page.questions.details.isVisible()
    page.questions.details.close_sheet()
    assert page.show_object("b", "problem")
    assert (page.heading_sheet.isVisible(), page.heading_sheet.heading) == (True, "where_now")
    assert not page.questions.expanded
    page.heading_sheet.close_sheet()
    assert page.show_object("b", "final_approvers")
    assert page.show_object("ap")
    page.workspace.apply(WriteHeading("b", "where_to", {"text": "Up"}, "Where do we want to be"))
    assert page.show_object(next(iter(page.workspace.plan.brief_sections)).id)
    assert page.heading_sheet.heading == "where_to"
    page.workspace.apply(AddRow("brief_score", {"brief": "b", "heading": "where_to", "score": 3}, id="s"))
    assert page.show_object("s")
    assert not page.show_object("line")


def test_the_models_keep_their_promises(shown: Shown) -> None:
    page = page_of(shown)
    testers = [
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
        for model in (page.questions.rows, page.headings.rows)
    ]
    work = page.workspace
    work.apply(AskQuestions((("proof", "Who measured it?"),)))
    work.apply(DeleteRows("question", ("figure", "soon")))
    page.questions.expand(True)
    page.questions.filter_by("answered")
    while work.undo():
        pass
    assert len(testers) == 2


def test_the_first_use_offers_the_kickoff_questions(
    open_workspace: Callable[[Plan], Workspace], qtbot: QtBot
) -> None:
    page = BriefPage(open_workspace(plan_of(Person(id="sofia", name="Sofia Marchetti", function="agency"))))
    qtbot.addWidget(page)
    page.show()
    Shown(page)
    assert page.body.is_empty
    page.body.empty.alternative.emit()
    asked = page.workspace.plan.questions.ordered
    assert [row.question for row in asked] == [words for _about, words in kickoff_questions()]
    assert {row.asked_by for row in asked} == {"sofia"}
    assert not page.body.is_empty
    assert page.strip.proposition.accessibleName() == "The one proposition is not written yet"
    page.workspace.undo()
    assert page.body.is_empty


def test_without_a_brief_the_sentence_starts_one(open_workspace: Callable[[Plan], Workspace], qtbot: QtBot) -> None:
    page = BriefPage(open_workspace(plan_of(Question(id="q", question="Why?"))))
    qtbot.addWidget(page)
    page.show()
    Shown(page)
    assert words_of(page) == ["Start the brief"]
    page.strip.proposition.click()
    dialog = page.findChild(PropositionDialog)
    assert dialog is not None
    qtbot.keyClicks(dialog.words, SENTENCE)
    qtbot.keyClick(dialog.words, Qt.Key.Key_Return)
    made = page.workspace.plan.briefs.ordered[0]
    assert (made.propositions, made.version) == ((SENTENCE,), 1)


def test_scores_of_headings_that_nobody_knows_are_shown_as_written(shown: Shown) -> None:
    values = {"brief": "b", "heading": "Tone of voice", "function": "agency", "score": 2}
    page_of(shown).workspace.apply(AddRow("brief_score", values))
    assert "Tone of voice: –, 2.0" in page_of(shown).scores.bars.accessibleName()


def test_on_a_narrow_page_the_questions_come_before_the_scores(shown: Shown, qtbot: QtBot) -> None:
    page = page_of(shown)
    assert page.scores.mapTo(page, QPoint(0, 0)).y() == page.headings.mapTo(page, QPoint(0, 0)).y()
    page.resize(840, 812)
    qtbot.waitUntil(lambda: page.scores.parentWidget() is not page.headings.parentWidget())
    page._column.activate()
    assert page.scores.y() > page.questions.y() > 0
    assert not page.scores.bars.isVisible()
    values = {"brief": "b", "heading": "where_now", "function": "agency", "score": 2}
    page.workspace.apply(AddRow("brief_score", values))
    assert page.scores.bars.isVisible()
    page.questions.expand(True)
    assert not page.scores.isVisible()
    page.resize(1160, 812)
    page.questions.expand(False)
    assert page.scores.parentWidget() is page.headings.parentWidget()
