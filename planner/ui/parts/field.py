"""A labelled field: label above, editor, and a sentence below when something is wrong."""

from typing import Protocol, cast

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.ui.parts.combo import Combo
from planner.ui.parts.edits import TextArea
from planner.ui.parts.text import Text


class _CanBeWrong(Protocol):
    def set_wrong(self, wrong: bool) -> None: ...


class Field(QWidget):
    """Wraps a LineEdit, TextArea, Combo or DateField; the label becomes the editor's accessible name."""

    def __init__(self, label: str, editor: QWidget, help: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        self._help, self._is_wrong = help, False
        self._label = Text(label, "small", "ink", 500, lines=1)
        self._message = Text("", "small", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._label)
        column.addWidget(editor)
        column.addWidget(self._message)
        editor.setAccessibleName(label)
        self._label.setBuddy(editor)
        complained = getattr(editor, "complained", None)  # a day or a link that cannot be read says so itself
        if complained is not None:
            complained.connect(self.set_error)
        if isinstance(editor, Combo):
            editor.chosen.connect(self._settle)
        if isinstance(editor, TextArea):
            editor.textChanged.connect(self._written)
        self.set_error("")

    def set_label(self, label: str) -> None:
        """Ask for something else in the same editor."""
        self._label.setText(label)
        self.editor.setAccessibleName(label)

    def _settle(self, _chosen: object) -> None:
        """Whatever is chosen from a list is right."""
        self.set_error("")

    def _written(self) -> None:
        """Where words were missing, some are being written."""
        words = cast(TextArea, self.editor).toPlainText()
        if self._is_wrong and words.strip():
            self.set_error("")

    def set_error(self, sentence: str) -> None:
        """Say what would be right; an empty text clears it and shows the help again."""
        self._is_wrong = bool(sentence)
        cast(_CanBeWrong, self.editor).set_wrong(self._is_wrong)
        shown = sentence or self._help
        self._message.setText(shown)
        self._message.set_colour("fix.text" if sentence else "muted")
        self._message.setVisible(bool(shown))
        self.editor.setAccessibleDescription(shown)
