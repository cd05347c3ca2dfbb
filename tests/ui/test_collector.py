"""Widgets in circles of references end in the window's thread, however busy other threads are."""

from __future__ import annotations

import gc
import weakref
from threading import Thread, get_ident

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from planner.ui.collector import Collector, collect_what_is_due


class _Kept(QWidget):
    """Holds itself, as a widget with a connected method of its own does."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self


def test_a_busy_thread_ends_no_widget(qtbot) -> None:
    home = QObject()
    collector = Collector(home)
    ended: list[int] = []
    gone = weakref.ref(_Kept(), lambda _ref: ended.append(get_ident()))

    def work() -> None:
        kept = []
        for _n in range(20_000):
            kept.append([[]])

    thread = Thread(target=work)
    thread.start()
    thread.join()
    assert gone() is not None
    assert ended == []
    for _look in range(200):
        collect_what_is_due()
        kept = [[[]] for _n in range(2_000)]
        assert kept
        if ended:
            break
    assert ended == [get_ident()]
    collector.end()


def test_it_is_left_as_it_was_found(qtbot) -> None:
    gc.enable()
    home = QObject()
    collector = Collector(home)
    assert not gc.isenabled()
    collector.end()
    assert gc.isenabled()
    gc.disable()
