"""Why a cell was not taken."""

from __future__ import annotations

from dataclasses import dataclass, field

from planner.i18n import _


class Unreadable(ValueError):
    """A cell that does not say what its field needs. The reason is marked text with its words; it is translated when
    it is shown, because a workbook is read in the language that it was written in."""

    def __init__(self, reason: str, **words: str) -> None:
        super().__init__(reason)
        self.reason, self.words = reason, words


@dataclass(frozen=True, slots=True)
class Problem:
    """A cell that was not taken, as it stands on the sheet, and why."""

    sheet: str
    row: int
    column: str
    value: str
    text: str
    words: dict[str, str] = field(default_factory=dict)

    @property
    def reason(self) -> str:
        """Why, in the language in use."""
        return _(self.text).format(**self.words)
