"""Models whose rows have keys: a new list of rows becomes steps of rows, so that selections stay where they are."""

from collections.abc import Container, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex

Index = QModelIndex | QPersistentModelIndex


class KeyedModel(QAbstractTableModel):
    """A table with one key per row. `set_keys` takes out, moves and puts in rows; nothing is ever reset."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keys: list[str] = []
        self._places: dict[str, int] = {}

    @property
    def keys(self) -> Sequence[str]:
        """The keys in the order of the rows."""
        return self._keys

    def key_at(self, row: int) -> str | None:
        """The key of a row; None outside the table."""
        return self._keys[row] if 0 <= row < len(self._keys) else None

    def row_of(self, key: str | None) -> int:
        """The row of a key; -1 where it is not shown."""
        return -1 if key is None else self._places.get(key, -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._keys)

    def set_keys(self, wanted: Sequence[str]) -> None:
        """Show these rows in this order."""
        if self._keys == list(wanted):
            return
        self.keep_only(set(wanted))
        known = set(self._keys)
        self._put_in_order([key for key in wanted if key in known])
        self._put_in(wanted)

    def tell_rows(self, keys: Sequence[str]) -> None:
        """Say that the rows of these keys have new values."""
        last = self.columnCount() - 1
        for row in sorted(row for key in keys if (row := self.row_of(key)) >= 0):
            self.dataChanged.emit(self.index(row, 0), self.index(row, last))

    def tell_all(self) -> None:
        """Say that every row may have new values."""
        if self._keys:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._keys) - 1, self.columnCount() - 1))

    def _set(self, keys: list[str]) -> None:
        self._keys = keys
        self._places = {key: row for row, key in enumerate(keys)}

    def keep_only(self, wanted: Container[str]) -> None:
        """Take out the rows of all other keys. Called while what they show is still at hand: screen readers ask for a
        row once more when it is about to go."""
        row = len(self._keys) - 1
        while row >= 0:
            if self._keys[row] in wanted:
                row -= 1
                continue
            last = row
            while row > 0 and self._keys[row - 1] not in wanted:
                row -= 1
            self.beginRemoveRows(QModelIndex(), row, last)
            self._set(self._keys[:row] + self._keys[last + 1 :])
            self.endRemoveRows()
            row -= 1

    def _put_in_order(self, ordered: list[str]) -> None:
        if ordered == self._keys:
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        keys = [self._keys[index.row()] for index in before]
        self._set(ordered)
        after = [self.index(self._places[key], index.column()) for key, index in zip(keys, before, strict=True)]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _put_in(self, wanted: Sequence[str]) -> None:
        row = 0
        while row < len(wanted):
            if row < len(self._keys) and self._keys[row] == wanted[row]:
                row += 1
                continue
            following = self._keys[row] if row < len(self._keys) else None
            last = row
            while last + 1 < len(wanted) and wanted[last + 1] != following:
                last += 1
            self.beginInsertRows(QModelIndex(), row, last)
            self._set(self._keys[:row] + list(wanted[row : last + 1]) + self._keys[row:])
            self.endInsertRows()
            row = last + 1
