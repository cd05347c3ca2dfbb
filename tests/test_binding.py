"""PySide6 6.12.0 on Python below 3.12 loses references to None until the program aborts; short runs stay green."""

import sys

import pytest
from PySide6.QtWidgets import QApplication, QLabel


@pytest.mark.usefixtures("qapp")
def test_binding_does_not_eat_references_to_none() -> None:
    label = QLabel()
    before = sys.getrefcount(None)
    for _ in range(500):
        label.setText("x")
        QApplication.processEvents()
    assert before - sys.getrefcount(None) < 100
