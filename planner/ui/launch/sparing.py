"""Imports Qt without what serves nothing before the first window is on screen.

Habits of its binding cost half of that time. Each is spared only where it is found as expected; without it everything
works the same, only later.
"""

from __future__ import annotations

import builtins
import gc
import sys
from collections.abc import Iterable, Sequence
from importlib import import_module
from importlib.machinery import ModuleSpec
from threading import RLock
from types import ModuleType
from typing import Any

from planner.ui.launch.quick_enums import make_enums_quickly

_SIGNATURES = "shibokensupport.signature."
_LATER = frozenset(
    _SIGNATURES + name
    for name in ("lib.pyi_generator", "lib.enum_sig", "lib.tool", "layout", "mapping", "parser", "errorhandler")
)
"""What Qt's binding knows about the signatures of its functions, for its own messages and for writing type stubs."""
_FEATURE = "shibokensupport.feature"
"""Names of Qt in another style."""
_MAPPING, _UPDATE = _SIGNATURES + "mapping", "update_mapping"
"""The one function that the binding takes out of a module's dictionary, without asking the module."""
_TOOLS = frozenset({"inspect", "shutil", "tempfile", "traceback"})
"""What the binding imports of Python's own for cases that do not come up; each brings others along."""


def spare_the_start() -> None:
    """Import Qt's core, sparingly. The collector stays off; after the first paint it is the Collector's.

    The collector would look again and again at modules that are all going to stay. Qt's binding compiles its
    knowledge of signatures anew at each start; it is loaded when it is first asked for, as are tools for rare cases.
    And it stands in every import statement, and reads the source of what is imported, to see whether that uses Qt with
    the names of another style, which nothing here does.
    """
    gc.disable()
    make_enums_quickly()
    before = sys.meta_path
    sys.meta_path = _Finders(map(_Later, before))
    try:
        import_module("PySide6.QtCore")
    finally:
        sys.meta_path = before
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def _usual_names(_module: object) -> bool:
    return True


class _Finders(list[Any]):
    """The finders of modules, each asked through `_Later`, those that the binding puts in front as well."""

    def insert(self, index: Any, finder: Any) -> None:
        super().insert(index, _Later(finder))

    def remove(self, finder: Any) -> None:
        super().remove(next((mine for mine in self if isinstance(mine, _Later) and mine.finder is finder), finder))


class _Later:
    """Finds what another finder finds, and puts off loading the modules in `_LATER` and `_TOOLS`."""

    def __init__(self, finder: Any) -> None:
        self.finder = finder

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        found: ModuleSpec | None = self.finder.find_spec(name, path, target)
        if found is None or found.loader is None:
            return found
        if name == _FEATURE:
            return ModuleSpec(name, _FeatureLoader(found.loader))  # type: ignore[arg-type]
        if name not in _LATER and name not in _TOOLS:
            return found
        later = ModuleSpec(name, _LaterLoader(found.loader), origin=found.origin)  # type: ignore[arg-type]
        later.has_location = found.has_location
        return later


class _FeatureLoader:
    def __init__(self, loader: Any) -> None:
        self.loader = loader

    def create_module(self, spec: ModuleSpec) -> None:
        """As every module."""

    def exec_module(self, module: ModuleType) -> None:
        self.loader.exec_module(module)
        if hasattr(module, "_mod_uses_pyside"):
            module._mod_uses_pyside = _usual_names  # type: ignore[attr-defined]


class _LaterLoader:
    def __init__(self, loader: Any) -> None:
        self.loader = loader

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return _LaterModule(spec, self.loader)

    def exec_module(self, module: ModuleType) -> None:
        """Nothing yet."""


_filling = RLock()  # a thread that asks while another one fills the module waits until it is whole


class _LaterModule(ModuleType):
    """A module whose content comes with the first look at it."""

    def __init__(self, spec: ModuleSpec, loader: Any) -> None:
        super().__init__(spec.name)
        self.__dict__["_load"] = (loader, spec.name)
        if spec.name == _MAPPING:
            self.__dict__[_UPDATE] = self._update_now

    def _update_now(self) -> None:
        self._fill()
        self.__dict__[_UPDATE]()

    def _fill(self) -> None:
        with _filling:
            if "_load" in self.__dict__:
                self._fill_now(*self.__dict__.pop("_load"))

    def _fill_now(self, loader: Any, real_name: str) -> None:
        spec, known = self.__spec__, sys.modules.get(real_name)
        self.__spec__ = ModuleSpec(real_name, loader)  # the binding renames its modules once they are there
        try:
            loader.exec_module(self)
        finally:
            self.__spec__ = spec
            if known is None:
                sys.modules.pop(real_name, None)

    def __getattr__(self, name: str) -> Any:
        if name != "__all__" and name.startswith("__") and name.endswith("__"):
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")
        self._fill()
        if name not in self.__dict__:
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")
        return self.__dict__[name]

    def __dir__(self) -> Iterable[str]:
        return sorted(self.__dict__)
