"""Buttons: ink for the one main step, a voice's colour for what belongs to one side, and quieter ones."""

from typing import Literal

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from planner.ui.icons import draw_icon
from planner.ui.parts.badge import draw_badge
from planner.ui.parts.eased import lit, pressed, veil
from planner.ui.parts.focus import Ringed
from planner.ui.parts.paint import draw_text, painter, rounded, text_width
from planner.ui.theme import mix, theme

Kind = Literal["primary", "secondary", "quiet", "link"]
_HEIGHTS = {"small": 28, "normal": 36, "large": 48}


class Button(Ringed, QPushButton):
    """A button with text and, if wanted, an icon before it.

    `kind`: primary (ink, one per page), secondary (edge), quiet (text), link (focus colour). With a `voice` a
    primary button has that voice's colour. `size`: small 28, normal 36, large 48. Its width follows its text.
    """

    ring_radius = 8

    def __init__(
        self,
        text: str,
        kind: Kind = "secondary",
        *,
        icon: str = "",
        voice: str = "",
        size: Literal["small", "normal", "large"] = "normal",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setText(text)
        self._kind, self._icon_name, self._voice = kind, icon, voice
        self._height = _HEIGHTS[size]
        self._small = size == "small"
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor if kind == "link" else Qt.CursorShape.ArrowCursor)
        self.setAutoDefault(False)

    @property
    def kind(self) -> Kind:
        """How much it stands out."""
        return self._kind

    def set_icon(self, name: str) -> None:
        self._icon_name = name
        self.updateGeometry()
        self.update()

    def set_voice(self, voice: str) -> None:
        self._voice = voice
        self.update()

    def _style(self) -> tuple[str, int]:
        weight = 600 if self._kind in ("primary", "link") else 500
        return ("small" if self._small else "body"), weight

    def _padding(self) -> int:
        if self._kind == "link":
            return 0
        return 12 if self._small else (14 if self._icon_name else 16)

    def sizeHint(self) -> QSize:
        style, weight = self._style()
        wide = text_width(self.text(), style, weight) + 2 * self._padding()
        if self._icon_name:
            wide += 16 + 8
        return QSize(int(wide) + 1, self._height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _label_width(self) -> float:
        """The room, from the left, in whose middle icon and text stand."""
        return self.width()

    def _colours(self) -> tuple[QColor | None, QColor | None, QColor]:
        """Ground, edge and words for the state of now."""
        now = theme()
        hover, down = lit(self), pressed(self)
        if not self.isEnabled():
            ground = now.track if self._kind in ("primary", "secondary") else None
            return ground, None, now.muted
        if self._kind == "primary":
            ground = now.voice(self._voice).fill if self._voice else now.ink
            words = now.on_fill if self._voice else now.on_ink
            return mix(ground, words, 0.09 * hover * (1 - down) + 0.18 * down), None, words
        if self._kind == "link":
            return veil(now.selection, max(hover, down)), None, now.focus
        touched = mix(now.sunken, now.track, down)
        if self._kind == "secondary":
            return mix(now.surface, touched, max(hover, down)), now.hairline_strong, now.ink
        return veil(touched, max(hover, down)), None, now.ink

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        ground, edge, words = self._colours()
        box = QRectF(0, (self.height() - self._height) / 2, self.width(), self._height)
        rounded(p, box, 8, ground, edge)
        style, weight = self._style()
        wide = text_width(self.text(), style, weight)
        total = wide + (24 if self._icon_name else 0)
        left = max(box.left() + self._padding(), (self._label_width() - total) / 2)
        if self._icon_name:
            square = QRectF(round(left), round(box.center().y() - 8), 16, 16)
            draw_icon(p, self._icon_name, square, words, "bold" if self._small else "regular")
            left += 24
        draw_text(p, QRectF(left, box.top(), wide + 1, box.height()), self.text(), style, words, weight)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()


class HeadButton(Button):
    """Stands in the head of a table and opens a menu: words as heads have them, and a small caret after them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "quiet", size="small", parent=parent)

    def sizeHint(self) -> QSize:
        return QSize(int(text_width(self.text(), "caption", 500)) + 36, self._height)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        ground, edge, _words = self._colours()
        rounded(p, QRectF(self.rect()), 8, ground, edge)
        tone = mix(theme().muted, theme().ink, max(lit(self), pressed(self)))
        box = QRectF(8, 0, self.width() - 8, self.height())
        wide = draw_text(p, box, self.text(), "caption", tone, 500)
        draw_icon(p, "caret-down", QRectF(14 + round(wide), round(box.center().y() - 5), 11, 11), "muted", "bold")


class IconButton(Ringed, QPushButton):
    """An icon alone: it must have a name, which is its tooltip and what a screen reader says."""

    ring_radius = 8

    def __init__(
        self, icon: str, name: str, *, side: int = 32, glyph: int = 18, tone: str = "muted",
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._icon_name, self._side, self._glyph, self._tone = icon, side, glyph, tone
        self._badge, self._badge_level = 0, "note"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoDefault(False)
        self.set_name(name)

    def set_name(self, name: str, shortcut: str = "") -> None:
        self._name = name
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({shortcut})" if shortcut else name)

    def set_icon(self, icon: str) -> None:
        """Show another icon. Never while painting: a button that is repainted repaints what lies under it."""
        if icon != self._icon_name:
            self._icon_name = icon
            self.update()

    def set_badge(self, count: int, level: str = "note") -> None:
        """A count at the upper right corner; 0 shows none. The count is read out as well."""
        self._badge, self._badge_level = count, level
        self.setAccessibleName(f"{self._name}, {count}" if count else self._name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        now = theme()
        box = QRectF(self.rect())
        if ground := veil(now.track, max(lit(self), pressed(self)) if self.isEnabled() else 0.0):
            rounded(p, box, 8, ground)
        square = QRectF(0, 0, self._glyph, self._glyph)
        square.moveCenter(box.center())
        square.moveTo(round(square.left()), round(square.top()))
        draw_icon(p, self._icon_name, square, self._tone if self.isEnabled() else "control")
        if self._badge:
            draw_badge(p, self.width(), 0, self._badge, self._badge_level)
