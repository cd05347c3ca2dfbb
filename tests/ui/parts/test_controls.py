"""Controls: names for screen readers, keyboard, and what they emit."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from planner.ui.parts.button import Button, IconButton
from planner.ui.parts.combo import Combo
from planner.ui.parts.datefield import DateField, day_words, read_day
from planner.ui.parts.edits import LineEdit, TextArea
from planner.ui.parts.field import Field
from planner.ui.parts.focus import FocusRing
from planner.ui.parts.segmented import Segmented
from planner.ui.parts.toggles import CheckBox, Switch
from planner.ui.theme import install


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    install(qapp, "light")


Host = Callable[..., QWidget]


@pytest.fixture
def host(qtbot: QtBot) -> Host:
    """A shown window that holds the widgets for the time of the test."""
    kept: list[QWidget] = []

    def show(*widgets: QWidget) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        for widget in widgets:
            column.addWidget(widget)
        kept.append(made)
        qtbot.addWidget(made)
        made.show()
        qtbot.waitExposed(made)
        with qtbot.waitActive(made):
            made.activateWindow()
        return made

    return show


def test_controls_are_large_enough_and_named(qtbot: QtBot) -> None:
    controls = [
        Button("Answer", size="small"),
        Button("Add goal", icon="plus"),
        IconButton("gear-six", "Settings", side=28),
        CheckBox("Shared"),
        Switch("Dots"),
        Combo([("a", "First")], small=True),
    ]
    for control in controls[:-1]:
        qtbot.addWidget(control)
        assert control.sizeHint().height() >= 28
        assert QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name)
    qtbot.addWidget(controls[-1])
    assert controls[-1].height() == 28


def test_a_button_is_as_wide_as_its_words(qtbot: QtBot) -> None:
    short, long = Button("Sign off"), Button("Für den Vertrieb unterschreiben")
    for button in (short, long):
        qtbot.addWidget(button)
    assert long.minimumSizeHint().width() > short.minimumSizeHint().width() + 100


def test_the_ring_is_for_the_keyboard_only(qtbot: QtBot, host: Host) -> None:
    first, second = Button("First"), Button("Second")
    made = host(first, second)
    first.setFocus(Qt.FocusReason.MouseFocusReason)
    assert made.findChildren(FocusRing) == []
    second.setFocus(Qt.FocusReason.TabFocusReason)
    (ring,) = made.findChildren(FocusRing)
    assert ring.geometry() == second.geometry().adjusted(-4, -4, 4, 4)


def test_an_icon_button_reads_its_count(qtbot: QtBot) -> None:
    button = IconButton("flag", "Findings here")
    qtbot.addWidget(button)
    button.set_badge(3, "look")
    assert button.accessibleName() == "Findings here, 3"
    button.set_badge(0)
    assert button.accessibleName() == "Findings here"


def test_segments_are_chosen_by_mouse_and_keyboard(qtbot: QtBot, host: Host) -> None:
    choice = Segmented([("months", "Months"), ("quarters", "Quarters")])
    made = host(choice)
    told: list[object] = []
    choice.chosen.connect(told.append)
    choice.set_current("quarters")
    assert told == []
    segment = choice._segments["quarters"]
    qtbot.keyClick(segment, Qt.Key.Key_Right)
    qtbot.mouseClick(segment, Qt.MouseButton.LeftButton)
    assert told == ["months", "quarters"]
    assert choice.current == "quarters"
    choice.set_count("months", 12)
    assert choice._segments["months"].accessibleName() == "Months, 12"
    made.close()


def test_a_line_commits_once_and_only_a_change(qtbot: QtBot, host: Host) -> None:
    line, other = LineEdit(), LineEdit()
    host(line, other)
    told: list[object] = []
    line.committed.connect(told.append)
    line.set_text("before")
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    line.selectAll()
    qtbot.keyClicks(line, "after")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    other.setFocus()
    assert told == ["after"]


def test_typing_is_not_overwritten_by_the_plan(qtbot: QtBot, host: Host) -> None:
    line = LineEdit()
    host(line)
    line.setFocus()
    qtbot.keyClicks(line, "half a wo")
    line.set_text("from the plan")
    assert line.text() == "half a wo"


def test_a_text_area_commits_when_it_is_left(qtbot: QtBot, host: Host) -> None:
    area, other = TextArea(), LineEdit()
    host(area, other)
    told: list[object] = []
    area.committed.connect(told.append)
    area.setFocus()
    qtbot.keyClicks(area, "Ask us")
    qtbot.keyClick(area, Qt.Key.Key_Tab)
    assert told == ["Ask us"]


def test_a_field_names_its_editor_and_says_what_would_be_right(qtbot: QtBot, host: Host) -> None:
    field = Field("Measure", LineEdit(), help="What is counted")
    made = host(field)
    assert field.editor.accessibleName() == "Measure"
    field.set_error("Write what is counted.")
    assert field.editor.accessibleDescription() == "Write what is counted."
    field.set_error("")
    assert field.editor.accessibleDescription() == "What is counted"
    made.close()


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-11-10", "2026-11-10"),
        ("10.11.2026", "2026-11-10"),
        ("10/11/2026", "2026-11-10"),
        ("10 Nov 2026", "2026-11-10"),
        ("10 november", "2026-11-10"),
        ("10.11.26", "2026-11-10"),
        ("31.12.", "2026-12-31"),
        ("31/12", "2026-12-31"),
        ("3 Nov 27", "2027-11-03"),
        ("", None),
    ],
)
def test_days_are_read_as_people_write_them(typed: str, day: str | None) -> None:
    assert read_day(typed, 2026) == (day, "")


def test_a_day_that_does_not_exist_is_explained() -> None:
    assert read_day("31 Feb", 2027) == (None, "No such day. The last is 28 February.")
    assert read_day("soon", 2027)[1].startswith("Write the day")
    assert read_day("2027-13-01", 2027)[1] == "There is no month 13."
    assert day_words("2026-11-03") == "3 Nov 2026"


def test_a_date_field_tells_days_not_texts(qtbot: QtBot, host: Host) -> None:
    field = Field("Due", DateField(2026))
    host(field)
    editor = field.editor
    assert isinstance(editor, DateField)
    told: list[object] = []
    editor.dayChanged.connect(told.append)
    editor.setFocus()
    qtbot.keyClicks(editor, "31 Feb")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert told == []
    assert "28 February" in editor.accessibleDescription()
    editor.selectAll()
    qtbot.keyClicks(editor, "28 feb")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert told == ["2026-02-28"]
    assert editor.text() == "28 Feb 2026"
    assert editor.accessibleDescription() == ""


def test_a_combo_keeps_its_key_and_tells_only_the_users_choice(qtbot: QtBot, host: Host) -> None:
    combo = Combo([("a", "First"), (None, "Nobody")])
    host(combo)
    told: list[object] = []
    combo.chosen.connect(told.append)
    combo.set_key("a")
    combo.set_items([("b", "Second"), ("a", "First")])
    assert combo.key == "a"
    assert told == []
    combo.set_key("gone")
    assert combo.key is None


def test_the_ring_at_the_edge_of_a_card_is_whole(qtbot: QtBot) -> None:
    card = QWidget()
    qtbot.addWidget(card)
    card.resize(300, 100)
    at_the_edge, inside = Button("Edge", parent=card), Button("Inside", parent=card)
    at_the_edge.setGeometry(0, 0, 120, 32)
    inside.setGeometry(140, 40, 100, 32)
    for button in (at_the_edge, inside):
        button.show_ring()
    rings = [ring.geometry() for ring in card.findChildren(FocusRing)]
    assert rings == [QRect(0, 0, 124, 36), QRect(136, 36, 108, 40)]


def test_choices_drop_down_in_a_round_panel_that_shows_them_all(qtbot: QtBot) -> None:
    combo = Combo([(n, f"Choice {n}") for n in range(8)])
    qtbot.addWidget(combo)
    combo.show()
    combo.showPopup()
    panel = combo.view().parentWidget()
    assert panel is not None
    qtbot.waitUntil(panel.isVisible)
    assert not panel.mask().isEmpty()
    assert not panel.mask().contains(panel.rect().topLeft())  # the corner is round
    assert combo.view().verticalScrollBar().maximum() == 0
    assert combo.view().geometry().left() >= 5
    combo.hidePopup()
