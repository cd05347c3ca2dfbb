"""The dialog in which one says what an activity needs first."""

from planner.i18n import _
from planner.model.edits.activities import NeedFirst
from planner.model.fields import RowId
from planner.model.words import whole_name
from planner.ui.forms.links import LinkPicker
from planner.ui.parts.button import Button
from planner.ui.parts.dialog import Dialog
from planner.ui.reading import row_words
from planner.ui.workspace import Workspace


class NeedsDialog(Dialog):
    """Each link that is put on or taken off is an edit of its own."""

    def __init__(self, workspace: Workspace, id: RowId) -> None:
        row = workspace.plan.activities[id]
        name = whole_name(workspace.plan, row)
        super().__init__(_("What does it need first?"), 460, lines=name)
        self._workspace, self._id = workspace, id
        self.picker = LinkPicker()
        self.picker.setAccessibleName(_("Needs first"))
        plan = workspace.plan
        others = [(other.id, row_words(plan, other.id)) for other in plan.activities if other.id != id]
        self.picker.set_items(others)
        self.picker.set_ids(row.depends_on)
        self.picker.changed.connect(self._changed)
        self.body.addWidget(self.picker)
        self.add_button(Button(_("Close"), "primary"), None)

    def _changed(self, ids: tuple[RowId, ...]) -> None:
        row = self._workspace.plan.activities.get(self._id)
        before = row.depends_on if row else ()
        for id in set(ids) ^ set(before):
            self._workspace.apply(NeedFirst(self._id, id, id in ids))
        row = self._workspace.plan.activities.get(self._id)
        if row is not None:
            self.picker.set_ids(row.depends_on)
