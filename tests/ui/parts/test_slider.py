"""The slider of the cut, pictures with places, and the sentence."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from planner.ui.parts.sentence import Sentence
from planner.ui.parts.slider import CutSlider
from planner.ui.parts.spots import Spot, Spotted
from planner.ui.theme import line_height


def test_keys_move_by_five_and_by_one(qtbot: QtBot, qapp: QApplication) -> None:
    slider = CutSlider()
    qtbot.addWidget(slider)
    moved: list[int] = []
    slider.moved.connect(moved.append)
    key, shift = Qt.Key, Qt.KeyboardModifier.ShiftModifier
    for pressed in (key.Key_Right, key.Key_Up, key.Key_Left):
        qtbot.keyClick(slider, pressed)
    qtbot.keyClick(slider, key.Key_Right, shift)
    qtbot.keyClick(slider, key.Key_End)
    qtbot.keyClick(slider, key.Key_Right)
    qtbot.keyClick(slider, key.Key_Home)
    qtbot.keyClick(slider, key.Key_Left)
    assert moved == [5, 10, 5, 6, 100, 0]


def test_what_the_program_sets_moves_nobody(qtbot: QtBot, qapp: QApplication) -> None:
    slider = CutSlider()
    qtbot.addWidget(slider)
    moved: list[int] = []
    slider.moved.connect(moved.append)
    slider.show_cut("Trade shows", 25, "−25%  −£21k", "£83k")
    assert (slider.value(), moved) == (25, [])
    face = QAccessible.queryAccessibleInterface(slider)
    assert face.text(QAccessible.Text.Name) == "Trade shows, −25%  −£21k"
    assert (face.role(), face.valueInterface().currentValue()) == (QAccessible.Role.Slider, 25)


def test_a_press_on_the_track_goes_there_and_one_on_the_words_does_not(qtbot: QtBot, qapp: QApplication) -> None:
    slider = CutSlider("Trade shows")
    qtbot.addWidget(slider)
    slider.resize(220, 41)
    qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(110, 6))
    assert slider.value() == 0
    qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(110, 31))
    assert slider.value() == 50


class _Picture(Spotted):
    def place_of(self, key: str) -> QRectF:
        return QRectF(0, 20 * int(key), 50, 20)


def test_places_of_a_picture_are_found_by_keys_and_asked(qtbot: QtBot, qapp: QApplication) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    picture = _Picture(host)
    host.resize(200, 200)
    host.show()
    picture.show_spots([Spot("0", "First"), Spot("1", "Second"), Spot("2", "Third")])
    first, last = picture.handle("0"), picture.handle("2")
    assert first is not None and last is not None
    assert (first.accessibleName(), last.geometry().top()) == ("First", 40)
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    qtbot.keyClick(first, Qt.Key.Key_Down)
    second = picture.handle("1")
    assert second is not None
    qtbot.waitUntil(second.hasFocus)
    with qtbot.waitSignal(picture.opened) as asked:
        qtbot.keyClick(second, Qt.Key.Key_Return)
    assert asked.args == ["1"]
    picture.show_spots([Spot("1", "Second")])
    assert picture.handle("0") is None


def test_a_sentence_wraps_between_words_and_keeps_marks_with_theirs(qtbot: QtBot, qapp: QApplication) -> None:
    sentence = Sentence()
    qtbot.addWidget(sentence)
    sentence.show_parts([("Saving £88k costs ", False), ("£1.0m of orders", True), (", most of it later.", False)])
    assert sentence.accessibleName() == "Saving £88k costs £1.0m of orders, most of it later."
    assert sentence.heightForWidth(2000) == line_height("consequence")
    narrow = sentence._lines(150)
    assert len(narrow) > 2
    assert all(line[0][0] not in (", ", ",") for line in narrow)
