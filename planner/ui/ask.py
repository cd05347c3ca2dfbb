"""The one door for questions that stop the work: files, folders, yes or no, something that must be read.

Tests and self-tests answer them by putting another Asker in the place of the real one: `use(asker)`.
"""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from planner.i18n import _


class Asker:
    """Asks the person at the screen. Every answer may be None: not now."""

    def open_file(self, parent: QWidget | None, title: str, kinds: str, folder: Path) -> Path | None:
        """A file that is there; `kinds` as Qt writes them: "Plans (*.cgplan)"."""
        chosen, _kind = QFileDialog.getOpenFileName(parent, title, str(folder), kinds)
        return Path(chosen) if chosen else None

    def save_file(self, parent: QWidget | None, title: str, kinds: str, proposed: Path) -> Path | None:
        """A file to be written; the dialog itself has asked whether one that is there may be replaced."""
        chosen, _kind = QFileDialog.getSaveFileName(parent, title, str(proposed), kinds)
        return Path(chosen) if chosen else None

    def folder(self, parent: QWidget | None, title: str, folder: Path) -> Path | None:
        """A folder."""
        chosen = QFileDialog.getExistingDirectory(parent, title, str(folder))
        return Path(chosen) if chosen else None

    def choose(self, parent: QWidget | None, text: str, more: str, verbs: Sequence[tuple[str, str]]) -> str | None:
        """One of a few verbs, each a key with its words; Esc is None. Nothing is chosen by Enter but the first."""
        box = QMessageBox(parent)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setText(text)
        box.setInformativeText(more)
        box.addButton(_("Cancel"), QMessageBox.ButtonRole.RejectRole)
        buttons = {box.addButton(words, QMessageBox.ButtonRole.AcceptRole): key for key, words in verbs}
        box.setDefaultButton(next(iter(buttons)))
        box.exec()
        return buttons.get(box.clickedButton())  # type: ignore[call-overload,no-any-return]

    def tell(self, parent: QWidget | None, text: str, more: str = "") -> None:
        """Something that must be read before going on."""
        box = QMessageBox(parent)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setText(text)
        box.setInformativeText(more)
        box.addButton(_("Close"), QMessageBox.ButtonRole.AcceptRole)
        box.exec()


_asker = Asker()


def ask() -> Asker:
    """Whoever answers."""
    return _asker


def use(asker: Asker) -> Asker:
    """Let somebody else answer from now on; returns who did before."""
    global _asker
    before, _asker = _asker, asker
    return before
