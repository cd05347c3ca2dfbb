"""Everything a user can do to a plan.

An edit is a small frozen dataclass. ``label(plan)`` says in the user's words what it does ("Set Trade fair, March,
to £14k") and stands in the undo menu and the history; ``run(write)`` does it. Edits are applied by
``Document.apply`` and nowhere else.
"""

from planner.model.edits.base import Edit, EditRefused
from planner.model.edits.rows import AddRow, DeleteRows, MoveRow, PutRows, ReplacePlan, SetFields

__all__ = ["AddRow", "DeleteRows", "Edit", "EditRefused", "MoveRow", "PutRows", "ReplacePlan", "SetFields"]
