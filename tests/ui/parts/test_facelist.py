"""Lists of painted rows: what is in hand stays in hand, and only what differs is told."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from planner.model.value import Value
from planner.ui.parts.facelist import FaceList


class Name(Value):
    id: str
    said: str
    tip: str = ""


class Names(FaceList[Name]):
    def __init__(self) -> None:
        super().__init__(30, "Names")
        self.drawn: list[str] = []

    def draw(self, p: QPainter, box: QRectF, face: Name) -> None:
        self.drawn.append(face.id)


def shown(qtbot: QtBot, *names: str) -> Names:
    view = Names()
    qtbot.addWidget(view)
    view.resize(200, 100)
    view.show_faces([Name(name, name.upper()) for name in names])
    view.show()
    qtbot.waitExposed(view)
    return view


def test_the_row_in_hand_stays_in_hand_when_rows_come_and_go(qtbot: QtBot) -> None:
    view = shown(qtbot, "a", "b", "c")
    tester = QAbstractItemModelTester(view.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert view.take("b")
    view.show_faces([Name("c", "C"), Name("d", "D"), Name("b", "B")])
    assert view.chosen == "b"
    assert not view.take("a")
    del tester


def test_only_rows_that_look_different_are_told(qtbot: QtBot) -> None:
    view = shown(qtbot, "a", "b")
    with qtbot.waitSignal(view.rows.dataChanged) as told:
        view.show_faces([Name("a", "A"), Name("b", "another")])
    assert told.args is not None and told.args[0].row() == 1
    assert view.rows.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "another"


def test_keys_open_and_delete_and_letters_do_not_jump(qtbot: QtBot) -> None:
    view = shown(qtbot, "a", "b")
    opened: list[object] = []
    deleted: list[object] = []
    view.opened.connect(opened.append)
    view.deleteAsked.connect(deleted.append)
    view.take("a")
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    qtbot.keyClick(view, Qt.Key.Key_A)
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert (opened, deleted) == (["b"], ["b"])


def test_only_visible_rows_are_drawn(qtbot: QtBot) -> None:
    view = shown(qtbot, *(f"row{n}" for n in range(500)))
    view.grab()
    assert 3 <= len(set(view.drawn)) <= 6
