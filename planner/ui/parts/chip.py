"""Chips: a plain pill, the look of a state, a warning."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from planner.i18n import _
from planner.ui.icons import Weight, draw_icon
from planner.ui.parts.paint import dashed, draw_text, painter, rounded, text_width
from planner.ui.theme import theme

HEIGHT = 24
# Icon, its weight, ground, words.
_STATES: dict[str, tuple[str, str, str]] = {
    "new": ("circle-dashed", "selection", "focus"),
    "accepted": ("check", "fine.tint", "fine.text"),
    "adapted": ("arrows-left-right", "note.tint", "note.text"),
    "parked": ("pause", "customer.tint", "customer.text"),
    "declined": ("x", "fix.tint", "fix.text"),
    "keep": ("check", "fine.tint", "fine.text"),
    "revise": ("pencil-simple", "note.tint", "note.text"),
    "replace": ("arrows-left-right", "selection", "focus"),
    "retire": ("archive", "customer.tint", "customer.text"),
    "create": ("plus", "surface", "ink"),
}


class Chip(QLabel):
    """A pill 24 high with one line of 12 px.

    Colours are tokens. `icon` stands before the words. `open_slot` dashes the edge.
    """

    def __init__(
        self,
        text: str,
        ground: str = "sunken",
        words: str = "ink",
        edge: str = "",
        *,
        icon: str = "",
        weight: Weight = "bold",
        open_slot: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._look = (ground, words, edge)
        self._icon_name, self._icon_weight, self._open = icon, weight, open_slot
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def _lead(self) -> float:
        return 13 + 5 if self._icon_name else 0

    def sizeHint(self) -> QSize:
        wide = text_width(self.text(), "caption", 500) + self._lead() + 18
        return QSize(int(wide) + 1, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 72), HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        box = QRectF(0, (self.height() - HEIGHT) / 2, self.width(), HEIGHT)
        self._paint(painter(self), box)

    def _paint(self, p: QPainter, box: QRectF) -> None:
        ground, words, edge = self._look
        line = theme().colour(edge) if edge else None
        pen = dashed(line) if line is not None and self._open else line
        rounded(p, box, 12, theme().colour(ground), pen)
        left = box.left() + 9
        middle = box.center().y()
        if self._icon_name:
            square = QRectF(left - 1, round(middle - 6.5), 13, 13)
            draw_icon(p, self._icon_name, square, words, self._icon_weight)
        left += self._lead()
        text = QRectF(left, box.top(), box.right() - left - 8, HEIGHT)
        draw_text(p, text, self.text(), "caption", words, 500)


def state_look(state: str) -> tuple[str, str, str]:
    """Icon, ground and words of a state, for what is painted inside a list."""
    return _STATES[state]


def state_name(state: str) -> str:
    """The word on a state chip."""
    return {
        "new": _("New"),
        "accepted": _("Accepted"),
        "adapted": _("Adapted"),
        "parked": _("Parked"),
        "declined": _("Declined"),
        "keep": _("Keep"),
        "revise": _("Revise"),
        "replace": _("Replace"),
        "retire": _("Retire"),
        "create": _("Create"),
    }[state]


def warning_chip(text: str, level: str = "look") -> Chip:
    """What is missing, in a dashed pill: "No input behind it yet"."""
    shape = "warning" if level == "look" else "warning-octagon"
    return Chip(text, "surface", f"{level}.text", f"{level}.text", icon=shape, weight="fill", open_slot=True)
