"""Which planned amounts differ from what was last agreed, and on whose side they were changed."""

from planner.calc.signing import last_agreement
from planner.model.changes import Change
from planner.model.fields import Money, Month, RowId
from planner.model.plan import Amount, Plan
from planner.ui.voices import voice_of
from planner.ui.workspace import Workspace

Cell = tuple[RowId, Month]


class Since:
    """Follows the plan; before both halves have signed once, nothing has changed since."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._signed: Plan | None = None
        self._agreed: dict[Cell, Money | None] = {}
        self.voices: dict[Cell, str] = {}
        """The side that changed an amount last, for each that differs from what was agreed."""

    def follow(self, plan: Plan, change: Change | None) -> None:
        """Know what differs now; a change of a few amounts is followed by these alone."""
        agreed = last_agreement(plan)
        signed = self._workspace.plan_after(agreed.edit) if agreed else None
        if signed is None or change is None or signed is not self._signed:
            self._signed = signed
            self._read(plan, agreed.edit if agreed else None)
            return
        voice = voice_of(plan, change.author.id)
        for row in change.rows:
            amount = row.after or row.before
            if isinstance(amount, Amount):
                now = row.after.planned if isinstance(row.after, Amount) else None
                self._compare((amount.line, amount.month), now, voice)

    def _compare(self, cell: Cell, now: Money | None, voice: str) -> None:
        if now == self._agreed.get(cell):
            self.voices.pop(cell, None)
        else:
            self.voices[cell] = voice

    def _read(self, plan: Plan, edit: str | None) -> None:
        self.voices = {}
        signed, document = self._signed, self._workspace.document
        if signed is None or document is None:
            self._agreed = {}
            return
        self._agreed = {(row.line, row.month): row.planned for row in signed.amounts}
        records = {record.seq: record for record in document.history()}
        start = next((record.seq for record in records.values() if record.id == edit), 0)
        touched = document.last_touch(start, document.seq)
        for row in (*plan.amounts, *(row for row in signed.amounts if row.id not in plan.amounts)):
            record = records.get(touched.get(("amount", row.id), 0))
            if record is not None:
                now = plan.amounts.get(row.id)
                self._compare((row.line, row.month), now.planned if now else None, voice_of(plan, record.author_id))
