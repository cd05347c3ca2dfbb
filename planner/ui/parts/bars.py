"""A few shares side by side as bars that are pulled, or typed: how something spreads over months."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.i18n import _
from planner.ui.parts.focus import Ringed
from planner.ui.parts.paint import CENTRE, dashed, draw_text, flat, painter, rounded
from planner.ui.theme import mix, theme

HIGH = 128
_TOP, _FOOT = 22.0, 20.0
_POINT = 0.01
_LEAST_TOP = 0.25


class BarsEditor(Ringed, QWidget):
    """Left and right take a bar in hand, up and down move it by a point (with Shift five), figures are typed, Del
    empties. The bar after the last one adds a month. `given(shares)` once for each gesture; nothing changes by itself.
    """

    spoken_as = "Slider"
    given = Signal(object)
    ring_radius = 8

    def __init__(self, name: str, words: Callable[[float], str], parent: QWidget | None = None) -> None:
        """`words` writes a share."""
        super().__init__(parent)
        self._name, self._words = name, words
        self._shares: tuple[float, ...] = ()
        self._hand = 0
        self._pulled: float | None = None
        self._typed = ""
        self.setFixedHeight(HIGH)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleDescription(_("Left and right go from month to month, up and down change a share."))
        self._tell()

    def show_shares(self, shares: Sequence[float], words: Callable[[float], str] | None = None) -> None:
        """Show these shares, by months waited."""
        self._shares, self._words = tuple(shares), words or self._words
        self._hand = min(self._hand, len(self._shares))
        self._pulled, self._typed = None, ""
        self._tell()

    @property
    def hand(self) -> int:
        """The month in hand; the one after the last adds a month."""
        return self._hand

    def sizeHint(self) -> QSize:
        return QSize(360, HIGH)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, HIGH)

    def _tell(self) -> None:
        said = self._words(self._share(self._hand)) if self._hand < len(self._shares) else _("empty")
        self.setAccessibleName(_("{name}, after {n} months: {share}").format(name=self._name, n=self._hand, share=said))
        self.update()

    def _share(self, place: int) -> float:
        if place == self._hand and self._pulled is not None:
            return self._pulled
        return self._shares[place] if place < len(self._shares) else 0.0

    def _give(self, share: float) -> None:
        share = round(min(1.0, max(0.0, share)), 6)
        self._pulled, self._typed = None, ""
        filled = [*self._shares, *[0.0] * (self._hand + 1 - len(self._shares))]
        filled[self._hand] = share
        while filled and not filled[-1]:
            filled.pop()
        if tuple(filled) != self._shares:
            self.given.emit(tuple(filled))
        self._tell()

    # Keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        step = (5 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1) * _POINT
        moves = {
            Qt.Key.Key_Left.value: self._hand - 1,
            Qt.Key.Key_Right.value: self._hand + 1,
            Qt.Key.Key_Home.value: 0,
            Qt.Key.Key_End.value: len(self._shares) - 1,
        }
        if key in moves:
            self._settle()
            self._hand = max(0, min(len(self._shares), moves[key]))
            self._tell()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._give(self._share(self._hand) + (step if key == Qt.Key.Key_Up else -step))
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._give(0.0)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._typed:
            self._settle()
        elif key == Qt.Key.Key_Escape and self._typed:
            self._typed = ""
            self._tell()
        elif event.text() and event.text() in "0123456789.,":
            self._typed += event.text().replace(",", ".")
            self.update()
        else:
            super().keyPressEvent(event)

    def _settle(self) -> None:
        """What was typed is the share in percent."""
        typed, self._typed = self._typed, ""
        if typed and typed.count(".") < 2 and typed != ".":
            self._give(float(typed) / 100)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._settle()
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._hand = max(0, min(len(self._shares), int(event.position().x() / self._each())))
            self._tell()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            bottom = HIGH - _FOOT
            share = (bottom - event.position().y()) / (bottom - _TOP) * self._top()
            self._pulled = round(min(1.0, max(0.0, share)) / _POINT) * _POINT
            self._tell()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pulled is not None:
            self._give(self._pulled)

    # How it looks

    def _top(self) -> float:
        return max(_LEAST_TOP, *self._shares) if self._shares else _LEAST_TOP

    def _each(self) -> float:
        return self.width() / (len(self._shares) + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        p, now = painter(self), theme()
        bottom, each = HIGH - _FOOT, self._each()
        flat(p, QRectF(0, bottom, self.width(), 1), now.hairline_strong)
        for place in range(len(self._shares) + 1):
            share = self._share(place)
            mine = place == self._hand and self.hasFocus()
            high = min(1.0, share / self._top()) * (bottom - _TOP)
            wide = min(36.0, each - 6)
            left = round(place * each + (each - wide) / 2)
            box = QRectF(left, bottom - high, wide, high)
            if place == len(self._shares):
                rounded(p, QRectF(left, bottom - 18, wide, 18), 4, None, dashed(now.control))
            elif high:
                rounded(p, box, 3, now.blue if mine else mix(now.blue, now.surface, 0.35))
            if mine:
                rounded(p, QRectF(place * each + 1, 0, each - 2, HIGH - 1), 6, None, now.focus, 1.5)
            words = f"{self._typed}_" if mine and self._typed else self._words(share) if share else ""
            label = QRectF(place * each - 10, box.top() - 19, each + 20, 18)
            draw_text(p, label, words, "caption", "ink", 600 if mine else 500, CENTRE)
            draw_text(p, QRectF(place * each, bottom + 2, each, 18), f"{place}", "caption", "muted", None, CENTRE)
