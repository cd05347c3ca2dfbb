"""Enumerations that are made quickly are those that Python makes."""

import enum
import subprocess
import sys
from typing import Any

import pytest

from planner.ui.launch import quick_enums

PLAIN = [("None_", 0), ("First", 1), ("Second", 2), ("Also", 1), ("Odd", -3), ("Both", 3)]
BITS = [("Nothing", 0), ("Second", 2), ("First", 1), ("Both", 3), ("Also", 1), ("Far", 1 << 30), ("Mask", 0xFF)]
KINDS = [(enum.Enum, PLAIN), (enum.IntEnum, PLAIN), (enum.Flag, BITS), (enum.IntFlag, BITS)]


def called(create: Any, kind: Any, names: list[tuple[str, int]], **more: Any) -> Any:
    return create(kind, "Made", names, module="a.module", boundary=enum.KEEP, **more)


@pytest.mark.parametrize(("kind", "names"), [*KINDS, (enum.Flag, sorted(BITS, key=lambda item: item[1]))])
def test_the_class_and_its_members_are_the_same(kind: Any, names: list[tuple[str, int]]):
    usual, quick = (called(create, kind, names) for create in (quick_enums._usual, quick_enums._create))
    enum._test_simple_enum(usual, quick)
    assert [repr(vars(member)) for member in quick] == [repr(vars(member)) for member in usual]
    assert list(map(repr, quick.__members__.items())) == list(map(repr, usual.__members__.items()))
    assert {name: repr(vars(quick).get(name)) for name in vars(usual)} == {
        name: repr(vars(usual)[name]) for name in vars(usual)
    }
    assert vars(quick).keys() == vars(usual).keys()


@pytest.mark.parametrize("kind", [enum.Flag, enum.IntFlag])
def test_flags_are_combined_inverted_and_looked_up(kind: Any):
    made = called(quick_enums._create, kind, BITS)
    assert made.First | made.Second is made.Both and made(3) is made.Both and made["Also"] is made.First
    assert made.First in made.Both and list(made(0x40000001)) == [made.First, made.Far]
    assert (~made.First).value == called(quick_enums._usual, kind, BITS)(~1).value


@pytest.mark.parametrize("names", ["A B", ["A", "B"], [("name", 1)], [("_a", 1)], [("A", "a"), ("B", (1, 2))]])
def test_what_the_binding_does_not_do_is_left_to_python(names: Any, monkeypatch: pytest.MonkeyPatch):
    asked: list[Any] = []
    monkeypatch.setattr(quick_enums, "_usual", lambda *given, **_more: asked.append(given))
    called(quick_enums._create, enum.Enum, names)
    assert asked == [(enum.Enum, "Made", names)]


ALL = """
import enum, PySide6.QtCore, PySide6.QtGui, PySide6.QtWidgets, PySide6.QtSvg
def enums(scope):
    for name in sorted(dir(scope)):
        one = getattr(scope, name, None)
        if isinstance(one, enum.EnumMeta) and one.__module__.startswith("PySide6"):
            yield one
        elif isinstance(one, type) and isinstance(scope, type(enum)):
            yield from enums(one)
for module in (PySide6.QtCore, PySide6.QtGui, PySide6.QtWidgets, PySide6.QtSvg):
    for one in enums(module):
        print(one.__module__, one.__qualname__, one.__mro__[1:], [repr(item) for item in one.__members__.items()])
"""


def test_all_enumerations_of_qt_are_as_without():
    def said(first: str) -> list[str]:
        done = subprocess.run([sys.executable, "-c", first + ALL], capture_output=True, text=True, check=True)
        return done.stdout.splitlines()

    quickly = said("from planner.ui.launch.sparing import spare_the_start\nspare_the_start()\n")
    assert len(quickly) > 300
    assert quickly == said("")
