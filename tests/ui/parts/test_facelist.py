"""Lists of painted rows: what is in hand stays in hand, and only what differs is told."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QHoverEvent, QPainter
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.model.value import Value
from planner.ui.parts.facelist import FaceList
from tests.ui.conftest import Clock


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


def point(view: Names, y: float | None) -> None:
    """The mouse is at a height of the list, or outside."""
    kind = QHoverEvent.Type.HoverLeave if y is None else QHoverEvent.Type.HoverMove
    at = QPointF(20, -1 if y is None else y)
    QApplication.sendEvent(view.viewport(), QHoverEvent(kind, at, at, at))


def lights(view: Names) -> list[float]:
    return [view.light(view.rows.index(row, 0)) for row in range(view.rows.rowCount())]


def test_the_row_under_the_mouse_lights_up_and_the_one_before_goes_out(qtbot: QtBot, clock: Clock) -> None:
    view = shown(qtbot, "a", "b", "c")
    point(view, 15)
    assert lights(view) == [0, 0, 0]
    clock.at += 120
    assert lights(view) == [1, 0, 0]
    point(view, 45)
    assert lights(view) == [1, 0, 0]
    clock.at += 60
    assert lights(view) == [0.875, 0.875, 0]
    clock.at += 60
    assert lights(view) == [0, 1, 0]
    point(view, None)
    lights(view)
    clock.at += 120
    assert lights(view) == [0, 0, 0]


def test_a_row_that_scrolls_under_the_mouse_is_the_one_that_lights_up(qtbot: QtBot) -> None:
    view = shown(qtbot, *(f"row{n}" for n in range(20)))
    point(view, 15)
    assert lights(view)[:3] == [1, 0, 0]
    view.verticalScrollBar().setValue(30)
    assert lights(view)[:3] == [0, 1, 0]
