"""The button that says in which order a list is, and offers the others."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget

from planner.ui.parts.button import Button
from planner.ui.parts.menu import Menu


class OrderButton(Button):
    """`orders` are keys with their words; `chosen(key)` when somebody takes one from the menu."""

    chosen = Signal(object)

    def __init__(self, orders: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__("", "quiet", icon="sort-ascending", parent=parent)
        self._orders = dict(orders)
        self.clicked.connect(self._offer)

    def set_order(self, key: str) -> None:
        """Say which order holds. KeyError for one that is not offered."""
        self.setText(self._orders[key])

    def _offer(self) -> None:
        menu = Menu(self)
        for key, words in self._orders.items():
            action = menu.add(words)
            action.setData(key)
            action.triggered.connect(self._take)
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 4)))

    def _take(self) -> None:
        self.chosen.emit(self.sender().data())  # type: ignore[attr-defined]
