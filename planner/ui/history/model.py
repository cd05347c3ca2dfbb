"""The edits as a list for a view: newest first under the heads of their days, filtered."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from planner.i18n import _
from planner.model.plan import Plan
from planner.ui.history.entries import Entry, change_words, day_words, read_rows
from planner.ui.workspace import Workspace

ENTRY = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Filter:
    """What is shown: one voice, one chapter, edits of one row, words; empty means all."""

    voice: str = ""
    chapter: str = ""
    words: str = ""
    edits: frozenset[str] | None = None
    """The ids of the edits of one row, where the words are a short code."""

    def lets(self, entry: Entry) -> bool:
        """Whether an entry is shown."""
        if self.voice and entry.voice != self.voice:
            return False
        if self.chapter and entry.chapter != self.chapter:
            return False
        if self.edits is not None and entry.record.id in self.edits:
            return True
        return all(word in entry.searched for word in self.words.casefold().split())


class HistoryModel(QAbstractListModel):
    """Rows are entries, or texts: the heads of days. Values from what to what are read when a row is painted."""

    def __init__(self, workspace: Workspace, name_of_version: Callable[[str], str], parent: QObject) -> None:
        super().__init__(parent)
        self._workspace, self._version = workspace, name_of_version
        self._shown: list[Entry | str] = []
        self._words: dict[tuple[str, str], tuple[str, str]] = {}
        self.count = 0

    def show_entries(self, plan: Plan, entries: list[Entry], wanted: Filter, now: datetime) -> None:
        """Show the entries that a filter lets through; `entries` are oldest first."""
        self.beginResetModel()
        self._shown = []
        self.count = 0
        day = None
        for entry in reversed(entries):
            if not wanted.lets(entry):
                continue
            here = entry.at.date()
            if here != day:
                day = here
                self._shown.append(day_words(plan, entry.at, now))
            self._shown.append(entry)
            self.count += 1
        self.endResetModel()

    def place_of(self, edit: str) -> int:
        """The row that shows an edit; -1 where none does."""
        found = (n for n, one in enumerate(self._shown) if isinstance(one, Entry) and one.record.id == edit)
        return next(found, -1)

    def first(self) -> int:
        """The row of the newest entry that is shown; -1 where there is none."""
        return 1 if self.count else -1

    def entry(self, row: int) -> Entry | None:
        """The entry in a row; None for the head of a day."""
        found = self._shown[row] if 0 <= row < len(self._shown) else None
        return found if isinstance(found, Entry) else None

    def words(self, entry: Entry) -> tuple[str, str]:
        """From what to what, read once."""
        document = self._workspace.document
        key = entry.record.id, entry.record.at  # quick edits that join the last one change its time
        if key not in self._words and document is not None:
            rows = document.rows_of(entry.record.id) if read_rows(entry) else ()
            self._words[key] = change_words(self._workspace.plan, entry, rows)
        return self._words.get(key, ("", ""))

    # What views ask

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._shown)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self._shown[index.row()], str):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        one = self._shown[index.row()]
        if role == ENTRY:
            return one
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return one if isinstance(one, str) else self._said(one)
        return None

    def _said(self, entry: Entry) -> str:
        before, after = self.words(entry)
        change = _("{before} to {after}").format(before=before, after=after) if before else after
        version = self._version(entry.record.id)
        parts = [f"{entry.who} {entry.what}", f"{entry.at:%H:%M}", entry.place, change, version]
        return ", ".join(part for part in parts if part)
