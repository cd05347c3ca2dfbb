"""Imports what the chapters that were not shown yet are made of, one module at a time, while nobody does anything."""

import gc
import sys
from collections.abc import Iterator
from importlib import import_module

from PySide6.QtCore import QObject, QTimer, Signal

_FIRST, _BETWEEN = 600, 25  # milliseconds until the first module, and between two: what a hand does goes before
_PACKAGES = ("planner.model.edits", "planner.calc.cut", "planner.ui.parts", "planner.ui.pages")


class Warming(QObject):
    """`start` it once a plan is open; `done` when every chapter can come on screen without an import."""

    done = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names: Iterator[str] = iter(())
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._next)

    def start(self) -> None:
        """Begin a moment later; once is enough."""
        if not self._timer.isActive():
            self._names = cold_modules()
            self._timer.start(_FIRST)

    def _next(self) -> None:
        self._timer.setInterval(_BETWEEN)
        for name in self._names:
            if name not in sys.modules:
                import_module(name)
                return
        self._timer.stop()
        gc.freeze()  # modules stay: the collector need not look through them each time, which a hand would feel
        self.done.emit()


def cold_modules() -> Iterator[str]:
    """All modules of those rooms, the parts of a page before the page, so that each import is a short one."""
    from pkgutil import walk_packages

    for package in _PACKAGES:
        inside = [module.name for module in walk_packages(import_module(package).__path__, f"{package}.")]
        yield from sorted(inside, key=lambda name: (name.endswith(".page"), name))
