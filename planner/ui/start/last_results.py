"""A short guided list: what came out of each activity that was carried over from last year."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.i18n import _, _n
from planner.model.carry import wants_last_result
from planner.model.edits import PutRows
from planner.model.plan import Activity
from planner.ui.parts.button import Button
from planner.ui.parts.dialog import Dialog
from planner.ui.parts.edits import LineEdit
from planner.ui.parts.field import Field
from planner.ui.parts.scroll import Scroll
from planner.ui.workspace import Workspace

if TYPE_CHECKING:
    from planner.ui.window import Window


class LastResultsDialog(Dialog):
    """One line for each activity; what is left empty is asked again by the coach. Kept as one edit."""

    def __init__(self, workspace: Workspace, activities: Sequence[Activity]) -> None:
        lines = _(
            "These activities come from last year's plan. Say what came out, counted in orders where you can. "
            "What you do not know now can be filled in later."
        )
        super().__init__(_("What came out last year?"), 640, lines=lines)
        self._workspace = workspace
        self.fields: dict[str, LineEdit] = {}
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 14, 0)
        column.setSpacing(12)
        for activity in activities:
            field = self.fields[activity.id] = LineEdit("", _("Such as 12 orders from 80 talks"))
            column.addWidget(Field(activity.title or activity.code or "", field))
        column.addStretch(1)
        scroll = Scroll(inside)
        scroll.setMinimumHeight(min(420, 78 * len(activities) + 8))
        self.body.addWidget(scroll)
        self.add_button(Button(_("Later")), None)
        keep = self.add_button(Button(_("Keep the results"), "primary"), finishes=False)
        keep.clicked.connect(self.keep)

    def keep(self) -> None:
        """Write what was typed, all at once."""
        plan = self._workspace.plan
        said = {id: field.text().strip() for id, field in self.fields.items() if field.text().strip()}
        rows = [replace(row, last_result=said[row.id]) for row in plan.activities if row.id in said]
        if rows:
            label = _n("Say the last result of {n} activity", "Say the last result of {n} activities", len(rows))
            self._workspace.apply(PutRows(tuple(rows), label.format(n=len(rows))))
        self.finish(len(rows))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the next line; Ctrl Enter keeps."""
        fields = list(self.fields.values())
        here = next((place for place, field in enumerate(fields) if field.hasFocus()), -1)
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or here < 0:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier or here == len(fields) - 1:
            self.keep()
        else:
            fields[here + 1].setFocus(Qt.FocusReason.TabFocusReason)
            event.accept()


def ask_for_results(window: "Window") -> LastResultsDialog | None:
    """Open the list over a window whose plan has activities without a last result."""
    activities = wants_last_result(window.workspace.plan)
    if not activities:
        return None
    dialog = LastResultsDialog(window.workspace, activities)
    dialog.open_over(window, next(iter(dialog.fields.values())))
    return dialog
