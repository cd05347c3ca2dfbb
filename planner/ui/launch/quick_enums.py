"""Makes the enumerations of Qt in a sixth of the time.

Qt's binding makes them by calling Python's `Enum` with a list of names and numbers, all those of a class when the class
is first used: two thousand members until the first window is on screen. Python makes each by removing a stand-in from
the finished class and asking every base whether it has something of that name. Here Python makes one empty enumeration
of a kind; all others are made like it, and their members are put in.
"""

from __future__ import annotations

import enum
import sys
from collections.abc import Sequence
from typing import Any

_KNOWN = ((3, 11), (3, 12), (3, 13))
"""Versions of Python whose enumerations are kept as they are read here; with others nothing is spared."""
_NUMBERS = {enum.Enum: False, enum.Flag: False, enum.IntEnum: True, enum.IntFlag: True}
_EMPTY: dict[Any, dict[str, Any]] = {}
"""What is in an enumeration of a kind before it has members."""
_OWN = frozenset({"__dict__", "__weakref__", "__new__"})
_ODD = frozenset({"name", "value", "mro"})
"""Names that mean something to Python's enumerations."""

_usual = enum.EnumType._create_  # type: ignore[attr-defined]


def make_enums_quickly() -> None:
    """From now on, for enumerations as Qt's binding makes them; those of a class statement are made as ever."""
    if sys.version_info[:2] in _KNOWN:
        enum.EnumType._create_ = _create  # type: ignore[attr-defined]


def _create(
    cls: Any, class_name: str, names: Any, *, module: str | None = None, boundary: Any = None, **more: Any
) -> Any:
    if cls not in _NUMBERS or boundary is not enum.KEEP or more.get("type") or not _are_plain(names):
        return _usual(cls, class_name, names, module=module, boundary=boundary, **more)
    if cls not in _EMPTY:
        _EMPTY[cls] = _inside(_usual(cls, class_name, (), module=__name__, boundary=boundary))
    inside = {name: what.copy() if type(what) in (list, dict) else what for name, what in _EMPTY[cls].items()}
    inside["__module__"] = module or __name__  # the binding says the right one afterwards
    made: Any = type.__new__(enum.EnumType, class_name, (cls,), inside)
    made.__new__ = enum.Enum.__new__
    _fill(made, names, numbers=_NUMBERS[cls], flags=issubclass(cls, enum.Flag))
    return made


def _inside(empty: Any) -> dict[str, Any]:
    return {name: what for name, what in vars(empty).items() if name not in _OWN}


def _are_plain(names: Any) -> bool:
    return type(names) is list and all(
        type(item) is tuple and type(item[1]) is int and item[0][0] != "_" and item[0] not in _ODD for item in names
    )


def _fill(made: Any, names: Sequence[tuple[str, int]], *, numbers: bool, flags: bool) -> None:
    """What EnumType.__new__ does with members that are numbers and have no special name."""
    members, listed, by_value, new = made._member_map_, made._member_names_, made._value2member_map_, made._new_member_
    put, mask, bits = type.__setattr__, 0, 0  # the metaclass's own looks for a member of that name first
    for name, value in names:
        member = by_value.get(value)
        if member is None:
            member = by_value[value] = new(made, value) if numbers else new(made)
            member._value_, member._name_, member.__objclass__ = value, name, made
            member._sort_order_ = len(listed)
            mask |= value
            one_bit = value != 0 and not value & (value - 1)
            if one_bit:
                bits |= value
            if one_bit or not flags:
                listed.append(name)
        members[name] = member
        put(made, name, member)
    if flags:
        made._flag_mask_, made._singles_mask_, made._all_bits_ = mask, bits, 2 ** mask.bit_length() - 1
        order = [member._value_ for member in made]
        if order != sorted(order):
            made._iter_member_ = made._iter_member_by_def_
