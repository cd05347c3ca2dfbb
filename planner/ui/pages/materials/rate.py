"""Rating materials in turns: how useful is each of them to you?"""

from collections.abc import Mapping, Sequence

from planner.i18n import _
from planner.model.edits import Edit
from planner.model.edits.materials import RateMaterials
from planner.model.fields import RowId
from planner.model.words import whole_name
from planner.ui.parts.rateboard import Answer, Rated
from planner.ui.turns import TurnsDialog
from planner.ui.workspace import Workspace


class RateDialog(TurnsDialog):
    """Marketing and sales rate what exists; what is still to be made cannot be useful yet."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(
            workspace,
            _("How useful is it to you?"),
            _("1 is useless, 5 is what I never leave without. Nobody sees what others said before all have."),
            ("sales", "marketing"),
        )

    def rows(self) -> Sequence[Rated]:
        plan = self._workspace.plan
        return [
            Rated(key=row.id, name=whole_name(plan, row), below=(row.type or "").capitalize())
            for row in plan.materials
            if row.decision != "create"
        ]

    def edit(self, person: RowId, answers: Mapping[str, Answer]) -> Edit:
        return RateMaterials(person, answers, self._workspace.as_of)
