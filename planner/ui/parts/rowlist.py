"""A column of cards in a scroll area, kept in step with a list without losing focus or place."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.ui.parts.card import Paper
from planner.ui.parts.scroll import Scroll

Item = TypeVar("Item")


class RowList(Scroll, Generic[Item]):
    """Shows one widget per item. A widget of a key that stays is told its new value, not made anew."""

    def __init__(
        self,
        make: Callable[[Item], QWidget],
        tell: Callable[[QWidget, Item], None],
        *,
        gap: int = 8,
        margins: tuple[int, int, int, int] = (32, 4, 32, 32),
        parent: QWidget | None = None,
    ) -> None:
        """`make` builds the widget of an item, `tell` shows another value in it."""
        self._paper = Paper()
        super().__init__(self._paper, parent)
        self._make, self._tell = make, tell
        self._shown: dict[object, QWidget] = {}
        self._column = QVBoxLayout(self._paper)
        self._column.setContentsMargins(*margins)
        self._column.setSpacing(gap)
        self._column.addStretch(1)

    def fill(self, items: Sequence[tuple[object, Item]]) -> None:
        """Keys with their items in the order in which they are to stand."""
        wanted = {key for key, _item in items}
        for key in [key for key in self._shown if key not in wanted]:
            gone = self._shown.pop(key)
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for place, (key, item) in enumerate(items):
            widget = self._shown.get(key)
            if widget is None:
                widget = self._shown[key] = self._make(item)
                self._column.insertWidget(place, widget)
            else:
                self._tell(widget, item)
                if self._column.indexOf(widget) != place:
                    self._column.removeWidget(widget)
                    self._column.insertWidget(place, widget)
        self._paper.update()

    def widget_of(self, key: object) -> QWidget | None:
        """The widget that shows a key, or None."""
        return self._shown.get(key)

    def show_key(self, key: object) -> QWidget | None:
        """Scroll a key into sight and return its widget."""
        found = self._shown.get(key)
        if found is not None:
            self._column.activate()
            self.ensureWidgetVisible(found, 0, 24)
        return found
