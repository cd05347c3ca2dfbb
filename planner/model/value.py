"""Small immutable values that cost nothing to declare.

The methods of a frozen dataclass are compiled when its module is imported, half a millisecond each; thirty of them are
an eighth of the time to the first window. Rows of the plan stay dataclasses, whose fields carry declarations; what the
first page needs beside them are values.
"""

from __future__ import annotations

from typing import Any, ClassVar, NoReturn, dataclass_transform


@dataclass_transform(frozen_default=True)
class Value:
    """Declared like a frozen dataclass: `class Place(Value): x: int; y: int = 0`. Equal when all fields are."""

    FIELDS: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls) -> None:
        cls.FIELDS = tuple(cls.__annotations__)

    def __init__(self, *given: Any, **named: Any) -> None:
        names = self.FIELDS
        if len(given) == len(names) and not named:  # as most are made, a hundred in one paint
            self.__dict__.update(zip(names, given, strict=True))
            return
        fields = dict(zip(names, given, strict=False), **named)
        if len(fields) != len(given) + len(named) or not fields.keys() <= set(names):
            raise TypeError(f"{type(self).__name__} has no such fields: {given!r}, {named!r}")
        missing = [name for name in names if name not in fields and not hasattr(type(self), name)]
        if missing:
            raise TypeError(f"{type(self).__name__} lacks {', '.join(missing)}")
        self.__dict__.update(fields)

    def _values(self) -> tuple[Any, ...]:
        return tuple(getattr(self, name) for name in self.FIELDS)

    def __eq__(self, other: object) -> bool:
        return self._values() == other._values() if isinstance(other, Value) and type(self) is type(other) else False

    def __hash__(self) -> int:
        return hash(self._values())

    def __repr__(self) -> str:
        fields = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.FIELDS)
        return f"{type(self).__name__}({fields})"

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} does not change")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} does not change")
