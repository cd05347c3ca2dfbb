"""A robot at the keyboard that waits as long as a busy machine takes.

How long a state takes to come is no part of what a test proves; a wait only ends a test that would never end.
"""

from typing import Any

from pytestqt.qtbot import QtBot

PATIENCE = 120_000  # milliseconds


class PatientBot(QtBot):
    """Waits for every state and signal with the same patience, so that no test needs to say a number."""

    def waitUntil(self, callback: Any, *, timeout: int = PATIENCE) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE, **more: Any) -> Any:
        return super().waitSignal(signal, timeout=timeout, **more)

    def waitSignals(self, signals: Any, *, timeout: int = PATIENCE, **more: Any) -> Any:
        return super().waitSignals(signals, timeout=timeout, **more)

    def waitActive(self, widget: Any, *, timeout: int = PATIENCE) -> Any:
        return super().waitActive(widget, timeout=timeout)

    def waitExposed(self, widget: Any, *, timeout: int = PATIENCE) -> Any:
        """Wait at once. The original waits at the end of a `with` only, and a plain call of it for nothing."""
        self.waitUntil(lambda: widget.isVisible() and widget.windowHandle().isExposed(), timeout=timeout)
