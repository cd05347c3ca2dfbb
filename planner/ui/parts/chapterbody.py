"""How a chapter lies on its page: its head, and under it what the chapter holds, or why nothing is in it yet."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from planner.ui.parts.chapterhead import ChapterHead

if TYPE_CHECKING:
    from planner.ui.parts.emptypage import EmptyPage


class ChapterBody:
    """Lays out a page: the head 24 below the top bar, the layers under it, one of which is seen.

    The paper of a layer begins 12 under the head; 4 more above its first card leave room for the card's shadow.
    `make_empty` makes the empty page when it is first needed, which most plans never do.
    """

    def __init__(
        self, page: QWidget, head: ChapterHead, *layers: QWidget, make_empty: "Callable[[], EmptyPage]"
    ) -> None:
        self._head = head
        self._make_empty = make_empty
        self._empty: EmptyPage | None = None
        holder = QWidget()
        self._layers = QStackedLayout(holder)
        for layer in layers:
            self._layers.addWidget(layer)
        self._first = layers[0]
        top = QVBoxLayout()
        top.setContentsMargins(32, 24, 32, 12)
        top.addWidget(head)
        whole = QVBoxLayout(page)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addWidget(holder, 1)

    @property
    def current(self) -> QWidget | None:
        """The layer that is seen."""
        return self._layers.currentWidget()

    @property
    def empty(self) -> "EmptyPage":
        """The empty page, made now if it has not been needed before."""
        if self._empty is None:
            self._empty = self._make_empty()
            self._layers.addWidget(self._empty)
        return self._empty

    @property
    def is_empty(self) -> bool:
        """Whether the empty page is what is seen."""
        return self.current is self._empty

    def show_filled(self, filled: bool) -> None:
        """Show the first layer, or where nothing is in the chapter yet, the empty page."""
        if filled:
            self.show_layer(self._first)
        else:
            self.show_empty()

    def show_layer(self, layer: QWidget) -> None:
        """Show one of the layers."""
        self._layers.setCurrentWidget(layer)
        self._head.set_bare(False)

    def show_empty(self, *, bare: bool = True) -> None:
        """Show the empty page under a head without actions: it has one button and nothing else.

        `bare` False leaves the actions in the head, where one of them leads to a layer that can be filled.
        """
        self._layers.setCurrentWidget(self.empty)
        self._head.set_bare(bare)
