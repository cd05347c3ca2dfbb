"""A menu of many: letters narrow it down, and it scrolls instead of breaking into columns."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QWidget

from planner.i18n import _
from planner.ui.parts.menu import Menu

_MANY = 8  # choices from which on the hint stands on top


class FindMenu(Menu):
    """Typing shows the choices with a word that begins so; the only one that is left is taken at once.

    Backspace takes a letter back, Esc all of them, and then closes. Add headings with `heading` and choices with
    `choice`; what is added otherwise is always shown.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._typed = ""
        self._groups: list[tuple[QAction | None, list[QAction]]] = [(None, [])]
        self._hint = self.add(_("Type a name"))
        self._hint.setEnabled(False)
        self._hint.setVisible(False)

    def heading(self, text: str) -> None:
        """Words over the choices that follow."""
        action = self.add(text)
        action.setEnabled(False)
        self._groups.append((action, []))

    def choice(self, text: str, keys: str = "") -> QAction:
        """One of the many."""
        action = self.add(text.replace("&", "&&"), keys)
        self._groups[-1][1].append(action)
        self._tell()
        return action

    @property
    def shown(self) -> list[QAction]:
        """The choices that what was typed lets through."""
        return [action for _heading, choices in self._groups for action in choices if action.isVisible()]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = event.key(), event.text()
        held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if key == Qt.Key.Key_Backspace:
            self._narrow(self._typed[:-1])
        elif key == Qt.Key.Key_Escape and self._typed:
            self._narrow("")
        elif text and text.isprintable() and not held and (text != " " or self._typed):
            self._narrow(self._typed + text)
            if self._typed and len(self.shown) == 1:
                only = self.shown[0]
                self.close()
                only.trigger()
        else:
            super().keyPressEvent(event)

    def _narrow(self, typed: str) -> None:
        wanted = typed.casefold()
        choices = [action for _heading, group in self._groups for action in group]
        fits = [action for action in choices if _begins(action.text(), wanted)]
        if not fits:
            return  # the letter leads nowhere, so it is not taken
        self._typed = typed
        for action in choices:
            action.setVisible(action in fits)
        for heading, group in self._groups:
            if heading is not None:
                heading.setVisible(any(action.isVisible() for action in group))
        self._tell()
        self.setActiveAction(fits[0])

    def _tell(self) -> None:
        count = sum(len(group) for _heading, group in self._groups)
        self._hint.setText(f"“{self._typed}”" if self._typed else _("Type a name"))
        self._hint.setVisible(bool(self._typed) or count >= _MANY)


def _begins(text: str, wanted: str) -> bool:
    """Whether a word of the text, or the text from there on, begins so."""
    words = text.partition("\t")[0].replace("&&", "&").casefold()
    return not wanted or words.startswith(wanted) or f" {wanted}" in words
