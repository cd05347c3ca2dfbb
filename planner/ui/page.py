"""What every chapter is on screen: told when the plan has changed, able to show a row and to start a new one."""

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from planner.calc.results import Results
from planner.model.changes import Change
from planner.model.plan import Plan
from planner.ui.workspace import Workspace


class Page(QWidget):
    """One chapter. The window makes it while nobody does anything, or when it is first shown, and refreshes it then
    and while it is visible."""

    key: ClassVar[str]
    watches: ClassVar[frozenset[str]]
    """The tables it shows; a change elsewhere does not reach it."""

    cell = Signal(object, object)
    """What stands in the status line: the name of the cell in hand and its value, two texts."""
    showAsked = Signal(object, object)
    """Something of another chapter that somebody wants to see: the id of a row, or the key of a chapter; and a field
    or None."""
    commandAsked = Signal(object)
    """A command of the whole program that somebody wants from here, by its name in `actions.py`."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace

    @property
    def is_awaited(self) -> bool:
        """Whether the plan is still being read, so that nothing is known to be missing from it."""
        return self.workspace.document is None

    def refresh(self, plan: Plan, results: Results, change: Change | None) -> None:
        """Show this plan. `change` is None when anything may differ from what was shown last."""
        raise NotImplementedError

    def add_new(self) -> None:
        """The main action of the chapter, also on the key N: one new row, ready to be typed into."""

    def show_object(self, row_id: str, field: str | None = None) -> bool:
        """Bring a row into view with the ring and the keyboard focus on it. False where it is not on this page."""
        return False
