"""A short message at the foot of the surface: what was done, with Undo, or why something was not done."""

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QPushButton, QWidget

from planner.i18n import _
from planner.ui import motion
from planner.ui.icons import draw_icon
from planner.ui.parts.paint import CENTRE, draw_shadow, draw_text, painter, rounded, text_width
from planner.ui.theme import dark, light, theme

HEIGHT, _MARGIN, _SECONDS = 52, 20, 8


class _Undo(QPushButton):
    """The link on the ink ground."""

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        box = QRectF(self.rect())
        tone = theme().link_on_ink
        if self.hasFocus():
            rounded(p, box, 6, None, tone, 2)
        draw_text(p, box, self.text(), "body", tone, 600, CENTRE)


class Toast(QWidget):
    """One at a time on its host: eight seconds, longer while hovered or focused. `undone(key)` for Undo."""

    undone = Signal(object)

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._text = ""
        self._key: object = None
        self._refusal = False
        self._button = _Undo(_("Undo"), self)
        self._button.setAutoDefault(False)
        self._button.clicked.connect(self._undo)
        self._button.installEventFilter(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        host.installEventFilter(self)
        QApplication.instance().focusChanged.connect(self._keep_clear)  # type: ignore[union-attr]
        self.hide()

    def say(self, text: str, key: object = None, *, undo: bool = True, refusal: bool = False) -> None:
        """Show a message; `key` comes back with `undone`. A message already there is replaced."""
        self._text, self._key, self._refusal = text, key, refusal
        self._button.setVisible(undo)
        self._button.setAccessibleDescription(text)
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        self._timer.start(_SECONDS * 1000)
        motion.arrive(self)

    def take_back_refusal(self) -> None:
        """A refusal that stands here goes, because what it was about is out of sight."""
        if self._refusal:
            self.hide()

    def _keep_clear(self, _old: QWidget | None, _now: QWidget | None) -> None:
        if self.isVisible():
            self._place()

    def _undo(self) -> None:
        self.hide()
        self.undone.emit(self._key)

    def _place(self) -> None:
        host = self._host
        undo = text_width(self._button.text(), "body", 600) + 16 if not self._button.isHidden() else 0
        wide = min(host.width() - 32, int(text_width(self._text, "body", 500) + 44 + undo + 40) + 2 * _MARGIN)
        high = HEIGHT + 2 * _MARGIN
        box = QRect((host.width() - wide) // 2, host.height() - high - 4, wide, high)
        if _in_hand(host).intersects(box.adjusted(0, _MARGIN, 0, -_MARGIN)):
            box.moveTop(4)
        self.setGeometry(box)
        self._button.setGeometry(wide - _MARGIN - int(undo) - 12, _MARGIN + 10, int(undo), 32)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._button:
            if event.type() == QEvent.Type.FocusIn:
                self._timer.stop()
            elif event.type() == QEvent.Type.FocusOut:
                self._timer.start(_SECONDS * 1000)
        elif event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if not self._button.hasFocus():
            self._timer.start(_SECONDS * 1000)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside Undo puts it away: it lies over what comes next."""
        self.hide()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Whoever scrolls wants to see the page."""
        self.hide()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._button.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        now = theme()
        box = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        draw_shadow(p, box, 10, 2)
        rounded(p, box, 10, now.ink)
        from_left = box.left() + 16
        # The ink of one theme is nearly the paper of the other, so its green is the one that fits.
        tone = (light() if now.dark else dark()).level("look" if self._refusal else "fine").fill
        icon = "warning" if self._refusal else "check-circle"
        draw_icon(p, icon, QRectF(from_left, box.top() + 16, 20, 20), tone, "fill")
        end = self._button.x() - 8 if not self._button.isHidden() else box.right() - 16
        words = QRectF(from_left + 28, box.top(), end - from_left - 28, box.height())
        draw_text(p, words, self._text, "body", "on_ink", 500)


def _in_hand(host: QWidget) -> QRect:
    """Where the keyboard is at work in `host`: a field, or the cell of a table; nothing where it is elsewhere."""
    at = QApplication.focusWidget()
    if at is None or at is host or not host.isAncestorOf(at):
        return QRect()
    box = at.rect()
    if isinstance(at, QAbstractItemView):
        box = at.visualRect(at.currentIndex())
        at = at.viewport()
    return QRect(at.mapTo(host, box.topLeft()), box.size())
