"""The heading of a page: title, the one purpose sentence, actions at the right."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from planner.ui.parts.text import Text


class ChapterHead(QWidget):
    """64 high; at most one main action and two secondary ones, in the order given.

    It stands 24 below the top bar and 16 above the content. `widest`: where the content of the page ends, so that
    the actions stand over its right edge; 0 where it takes all the width.
    """

    spoken_as = "Grouping"

    def __init__(self, title: str, purpose: str, widest: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._widest = widest
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(64)
        self._title = Text(title, "chapter", lines=1)
        self._purpose = Text(purpose, "purpose", "muted", lines=1)
        words = QVBoxLayout()
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._purpose)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(16)
        self._row.addLayout(words, 1)
        self._actions = QWidget()
        self._beside = QHBoxLayout(self._actions)
        self._beside.setContentsMargins(0, 8, 0, 0)
        self._beside.setSpacing(16)
        self._row.addWidget(self._actions, 0, Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(title)

    def set_title(self, title: str, purpose: str) -> None:
        self._title.setText(title)
        self._purpose.setText(purpose)
        self.setAccessibleName(title)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._widest:
            self._row.setContentsMargins(0, 0, max(0, self.width() - self._widest), 0)

    def add_action(self, control: QWidget) -> None:
        """Append a button or a segmented choice at the right."""
        self._beside.addWidget(control, 0, Qt.AlignmentFlag.AlignTop)

    def set_bare(self, bare: bool) -> None:
        """Without its actions: an empty page has one button, and nothing else."""
        self._actions.setVisible(not bare)
