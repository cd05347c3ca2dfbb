"""Rows come, go and move without a reset, and what is chosen stays chosen."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from planner.ui.keyed import Index, KeyedModel

KEYS = st.lists(st.sampled_from("abcdefgh"), unique=True)


class Letters(KeyedModel):
    """Shows its keys."""

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return self.key_at(index.row()) if role == Qt.ItemDataRole.DisplayRole else None


@settings(suppress_health_check=list(HealthCheck), max_examples=60)
@given(lists=st.lists(KEYS, min_size=1, max_size=5))
def test_any_list_becomes_any_other_in_steps_of_rows(qapp: QApplication, lists: Sequence[list[str]]) -> None:
    model = Letters()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    resets: list[int] = []
    model.modelReset.connect(lambda: resets.append(1))
    for wanted in lists:
        held = {key: QPersistentModelIndex(model.index(row, 0)) for row, key in enumerate(model.keys)}
        model.set_keys(wanted)
        assert list(model.keys) == wanted
        for key, index in held.items():
            assert index.isValid() == (key in wanted)
            assert not index.isValid() or index.data() == key
        assert [model.row_of(key) for key in wanted] == list(range(len(wanted)))
    assert not resets
    assert tester.model() is model
