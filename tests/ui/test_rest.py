"""A window that nobody touches does nothing: what repaints itself for ever eats batteries and slows everything."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from planner.ui.pages import CHAPTERS
from planner.ui.window import Window

SETTLED_WITHIN, QUIET_FOR = 200, 20


class Paints(QObject):
    """Which widgets have been painted since it was last asked."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            self.seen.append(type(watched).__name__)
        return False


@pytest.mark.parametrize("chapter", [chapter.key for chapter in CHAPTERS])
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_a_window_at_rest_paints_nothing(window: Window, qtbot, chapter: str, mode: str) -> None:
    from planner.ui.theme import set_theme

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    paints = Paints()
    app.installEventFilter(paints)
    try:
        set_theme(app, mode)  # type: ignore[arg-type]
        window.go(chapter)
        quiet = 0
        for _turn in range(SETTLED_WITHIN):
            paints.seen.clear()
            app.processEvents()
            quiet = 0 if paints.seen else quiet + 1
            if quiet == QUIET_FOR:
                break
        assert quiet == QUIET_FOR, set(paints.seen)
    finally:
        app.removeEventFilter(paints)
        set_theme(app, "light")
