"""The grid view: keys as in a spreadsheet, and what is copied."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from planner.ui.parts.grid import GridView, rows_of
from planner.ui.parts.gridcell import LOOK_ROLE, CellLook
from planner.ui.theme import install, theme
from tests.ui.conftest import Clock

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def view(qapp: QApplication, qtbot: QtBot) -> GridView:
    install(qapp, "light")
    made = GridView(28)
    qtbot.addWidget(made)
    model = QStandardItemModel(2, 3, made)
    for row in range(2):
        for column in range(3):
            item = QStandardItem(f"{row}{column}")
            item.setData(CellLook(wrong="No") if (row, column) == (1, 2) else CellLook(), LOOK_ROLE)
            model.setItem(row, column, item)
    made.setModel(model)
    made.resize(400, 160)
    made.show()
    qtbot.waitExposed(made)
    made.setFocus()
    made.setCurrentIndex(model.index(0, 0))
    return made


def test_tab_keeps_what_is_typed_and_goes_on_without_opening_the_next_cell(view: GridView, qtbot: QtBot) -> None:
    qtbot.keyClick(view, Qt.Key.Key_7)
    (editor,) = view.findChildren(QLineEdit)
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: view.state() != view.State.EditingState)
    at = view.currentIndex()
    assert (view.model().index(0, 0).data(), at.row(), at.column()) == ("7", 0, 1)
    assert [one for one in view.findChildren(QLineEdit) if one.isVisible() and one is not editor] == []
    assert view.selectedIndexes() == [at]


class Between:
    """A grid of two rows and three columns between two fields."""

    def __init__(self, qapp: QApplication, qtbot: QtBot) -> None:
        install(qapp, "light")
        self.around = QWidget()
        qtbot.addWidget(self.around)
        column = QVBoxLayout(self.around)
        self.before, self.view, self.behind = QLineEdit(), GridView(28), QLineEdit()
        self.view.setModel(QStandardItemModel(2, 3, self.view))
        for part in (self.before, self.view, self.behind):
            column.addWidget(part)
        self.around.show()
        with qtbot.waitActive(self.around):
            self.around.activateWindow()

    def take(self, row: int, column: int) -> None:
        self.view.setFocus()
        self.view.setCurrentIndex(self.view.model().index(row, column))

    @property
    def at(self) -> tuple[int, int]:
        return self.view.currentIndex().row(), self.view.currentIndex().column()


@pytest.fixture
def between(qapp: QApplication, qtbot: QtBot) -> Between:
    return Between(qapp, qtbot)


def test_tab_goes_to_the_right_and_out_of_the_grid_after_the_row_in_hand(between: Between, qtbot: QtBot) -> None:
    between.take(0, 0)
    between.before.setFocus()
    for place in ((0, 0), (0, 1), (0, 2)):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert between.view.hasFocus() and between.at == place
    qtbot.keyClick(between.view, Qt.Key.Key_Tab)
    assert between.behind.hasFocus() and between.at == (0, 2)
    between.take(1, 1)
    qtbot.keyClick(between.view, Qt.Key.Key_Backtab, SHIFT)
    assert between.at == (1, 0)
    qtbot.keyClick(between.view, Qt.Key.Key_Backtab, SHIFT)
    assert between.before.hasFocus()
    qtbot.keyClick(between.before, Qt.Key.Key_Tab)
    assert between.view.hasFocus() and between.at == (1, 0)


def test_tab_while_typing_goes_on_into_the_next_row_and_out_after_the_last_cell(
    between: Between, qtbot: QtBot
) -> None:
    between.take(0, 2)
    qtbot.keyClick(between.view, Qt.Key.Key_6)
    qtbot.keyClick(between.view.findChild(QLineEdit), Qt.Key.Key_Tab)
    assert between.view.model().index(0, 2).data() == "6" and between.at == (1, 0)
    between.take(1, 2)
    qtbot.keyClick(between.view, Qt.Key.Key_7)
    (editor,) = (one for one in between.view.findChildren(QLineEdit) if one.isVisible())
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert between.behind.hasFocus() and between.view.model().index(1, 2).data() == "7"


def test_ctrl_tab_leaves_the_grid_at_once(between: Between, qtbot: QtBot) -> None:
    between.take(0, 0)
    qtbot.keyClick(between.view, Qt.Key.Key_Tab, CTRL)
    assert between.behind.hasFocus() and between.at == (0, 0)
    between.take(1, 2)
    qtbot.keyClick(between.view, Qt.Key.Key_Backtab, CTRL | SHIFT)
    assert between.before.hasFocus() and between.at == (1, 2)


def test_enter_and_typing_open_the_editor(view: GridView, qtbot: QtBot) -> None:
    qtbot.keyClick(view, Qt.Key.Key_Return)
    editor = view.findChild(QLineEdit)
    assert editor is not None and editor.text() == "00"
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    qtbot.keyClick(view, Qt.Key.Key_7)
    assert [box.text() for box in view.findChildren(QLineEdit) if box.isVisible()] == ["7"]


def test_keys_only_ask(view: GridView, qtbot: QtBot) -> None:
    ctrl, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    for signal, key, held in (
        (view.fillDown, Qt.Key.Key_D, ctrl),
        (view.lockAsked, Qt.Key.Key_L, ctrl | shift),
        (view.noteAsked, Qt.Key.Key_F2, shift),
        (view.cleared, Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier),
    ):
        with qtbot.waitSignal(signal):
            qtbot.keyClick(view, key, held)
    assert view.model().index(0, 0).data() == "00"


def test_a_range_is_copied_and_pasted_as_rows(view: GridView, qtbot: QtBot) -> None:
    model = view.model()
    for row, column in ((0, 1), (1, 0), (1, 1)):
        view.selectionModel().select(model.index(row, column), QItemSelectionModel.SelectionFlag.Select)
    view.copy()
    assert rows_of(QApplication.clipboard().text()) == [["00", "01"], ["10", "11"]]
    with qtbot.waitSignal(view.pasted) as told:
        qtbot.keyClick(view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert told.args == [[["00", "01"], ["10", "11"]]]
    assert rows_of("") == []


def test_a_wrong_cell_and_the_focus_are_painted(view: GridView) -> None:
    picture = view.grab().toImage()
    seen = {picture.pixelColor(x, y).name() for x in range(330) for y in range(100)}
    assert theme().level("fix").tint.name() in seen
    assert theme().focus.name() in seen


def test_a_cell_lights_under_the_mouse_and_goes_out_after_it(view: GridView, clock: Clock) -> None:
    def lights() -> list[float]:
        return [view.light(view.model().index(0, column)) for column in range(3)]

    view.entered.emit(view.model().index(0, 1))
    assert lights() == [0, 0, 0]
    clock.at += 120
    assert lights() == [0, 1, 0]
    view.entered.emit(view.model().index(0, 2))
    lights()
    clock.at += 120
    assert lights() == [0, 0, 1]
    assert lights() == [0, 0, 1] and (0, 1) not in view._touched
