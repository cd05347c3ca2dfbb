"""The rows of one table, immutable, cheap to replace one of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar

from planner.model.fields import RowId
from planner.model.rows.base import Row

R = TypeVar("R", bound=Row)

_FOLD = 256
"""How many changes lie over the shared base before they are folded into a new one. An edit copies at most these
few, so that its cost does not grow with the table."""


class Rows(Generic[R]):
    """Rows by id, iterated in the order of their position (then code, then id)."""

    __slots__ = ("_base", "_by_code", "_count", "_linked", "_ordered", "_over")

    def __init__(self, rows: Iterable[R] = ()) -> None:
        self._base: Mapping[RowId, R] = {row.id: row for row in rows}
        self._over: dict[RowId, R | None] = {}
        self._count = len(self._base)
        self._ordered: tuple[R, ...] | None = None
        self._by_code: dict[str, R] | None = None
        self._linked: dict[str, dict[RowId | None, list[R]]] = {}

    def with_changes(self, changes: Mapping[RowId, R | None]) -> Rows[R]:
        """The same rows with some replaced, added, or (``None``) taken out."""
        after: Rows[R] = Rows.__new__(Rows)
        after._base = self._base
        after._over = {**self._over, **changes}
        after._count = self._count + sum((row is not None) - (id in self) for id, row in changes.items())
        after._ordered = None
        after._by_code = None
        after._linked = {}
        if len(after._over) > _FOLD:
            merged = {**self._base, **after._over}
            after._base = {id: row for id, row in merged.items() if row is not None}
            after._over = {}
        return after

    def get(self, id: RowId | None) -> R | None:
        """The row with this id, or None."""
        if id is None:
            return None
        return self._over[id] if id in self._over else self._base.get(id)

    def __getitem__(self, id: RowId) -> R:
        row = self.get(id)
        if row is None:
            raise KeyError(id)
        return row

    def __contains__(self, id: object) -> bool:
        return isinstance(id, str) and self.get(id) is not None

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[R]:
        return iter(self.ordered)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Rows) and self.ordered == other.ordered

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"Rows({list(self.ordered)!r})"

    @property
    def ordered(self) -> tuple[R, ...]:
        """All rows in order."""
        if self._ordered is None:
            rows: Iterable[R | None] = {**self._base, **self._over}.values() if self._over else self._base.values()
            present = [row for row in rows if row is not None]
            present.sort(key=_place)
            self._ordered = tuple(present)
        return self._ordered

    def by_code(self, code: str | None) -> R | None:
        """The row with this short code, or None."""
        if code is None:
            return None
        if self._by_code is None:
            self._by_code = {row.code: row for row in reversed(self.ordered) if row.code is not None}
        return self._by_code.get(code)

    def linked(self, field: str, id: RowId) -> Sequence[R]:
        """The rows whose link of this name is that id, in order."""
        if field not in self._linked:
            found: dict[RowId | None, list[R]] = {}
            for row in self.ordered:
                found.setdefault(getattr(row, field), []).append(row)
            self._linked[field] = found
        return self._linked[field].get(id, ())


def _place(row: Row) -> tuple[int, str, str]:
    return row.position, row.code or "", row.id
