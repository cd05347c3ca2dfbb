"""Who is at the keyboard, in the voice of that person; a click or Ctrl Shift K changes it."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from planner.i18n import _
from planner.ui.icons import draw_icon
from planner.ui.parts.avatar import draw_avatar, initials
from planner.ui.parts.eased import lit, pressed
from planner.ui.parts.focus import Ringed
from planner.ui.parts.paint import draw_text, painter, rounded, text_width
from planner.ui.theme import mix, theme

_LONGEST_NAME = 220  # a longer one is shortened; the tooltip holds the whole
_BEFORE, _AFTER = 72, 34  # keyboard and avatar before the name, the arrow after it


class AuthorChip(Ringed, QPushButton):
    """A pill 36 high. `menuRequested` carries the global point under it, where its menu opens."""

    menuRequested = Signal(object)
    ring_radius = 18

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._voice, self._side = "", "shared", ""
        self._with_side = True
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self._ask)
        self.set_author("", "shared", "")

    def set_author(self, name: str, voice: str, side: str) -> None:
        self._name, self._voice, self._side = name, voice, side
        who = ", ".join(part for part in (name, side) if part) or _("nobody yet")
        self.setAccessibleName(_("At the keyboard: {who}").format(who=who))
        self.setToolTip(_("At the keyboard: {who} (Ctrl Shift K)").format(who=who))
        self.update()

    def width_for(self, with_side: bool) -> int:
        """The width in pixels with or without the name of the side."""
        wide = _BEFORE + min(_LONGEST_NAME, text_width(self._shown_name(), "small", 600)) + _AFTER
        if with_side and self._side:
            wide += 8 + text_width(self._side, "small")
        return int(wide) + 1

    def set_with_side(self, with_side: bool) -> None:
        self._with_side = with_side
        self.update()

    def _shown_name(self) -> str:
        return self._name or _("Who is typing?")

    def _ask(self) -> None:
        self.menuRequested.emit(self.mapToGlobal(self.rect().bottomLeft()))

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        colours = theme().voice(self._voice)
        box = QRectF(self.rect())
        edge = mix(colours.line, colours.fill, max(lit(self), pressed(self)))
        rounded(p, box, 18, colours.tint, edge)
        draw_icon(p, "keyboard", QRectF(14, 10, 16, 16), colours.text)
        letters = initials(self._name) if self._name else "?"
        draw_avatar(p, QRectF(37, 5, 26, 26), letters, self._voice)
        left, end = float(_BEFORE), box.right() - _AFTER
        room = min(_LONGEST_NAME, end - left)
        used = draw_text(p, QRectF(left, 0, room, 36), self._shown_name(), "small", colours.text, 600)
        if self._with_side and self._side:
            side = QRectF(left + used + 8, 0, end - left - used - 8, 36)
            draw_text(p, side, self._side, "small", colours.text)
        draw_icon(p, "caret-down", QRectF(box.right() - 25, 12, 12, 12), colours.text, "bold")
