"""The base of dialogs: a raised sheet over a scrim inside the window, title in Chapter style, a footer."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QComboBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from planner.i18n import _
from planner.ui import motion
from planner.ui.parts.button import Button, IconButton
from planner.ui.parts.card import Card
from planner.ui.parts.focus import press
from planner.ui.parts.paint import draw_shadow, flat, painter, rounded
from planner.ui.parts.text import Text
from planner.ui.theme import theme


class Dialog(QWidget):
    """Fill `body`, add buttons, then `open_over(window)`. It is deleted when it closes.

    `finished(result)` carries what `finish(result)` was given: None for Esc and the cross. The keyboard stays
    inside, and no shortcut of the window works meanwhile. While work is running (`set_busy(True)`) Esc does
    nothing and the cross is gone, so that the page's own Stop button decides.
    """

    spoken_as = "Dialog"
    finished = Signal(object)

    def __init__(self, title: str, width: int = 440, *, lines: str = "", closable: bool = True) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(title)
        self._busy = False
        self._before: QWidget | None = None
        self._sheet = _Sheet(self)
        self._sheet.setFixedWidth(width)
        small = width <= 480
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(Text(title, "feature" if small else "chapter", balanced=True), 1)
        self._cross = IconButton("x", _("Close"), side=32, glyph=16)
        self._cross.clicked.connect(self._cancel)
        self._cross.setVisible(closable and not small)
        head.addWidget(self._cross, 0, Qt.AlignmentFlag.AlignTop)
        self.body = QVBoxLayout()
        self.body.setSpacing(16)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(12)
        self._foot.addStretch(1)
        column = self._column = QVBoxLayout(self._sheet)
        pad = 24 if small else 32
        column.setContentsMargins(pad, pad - 4, pad, pad - 8)
        column.setSpacing(0)
        column.addLayout(head)
        if lines:
            column.addSpacing(4)
            column.addWidget(Text(lines, "body", "muted"))
        column.addSpacing(16)
        column.addLayout(self.body, 1)
        column.addSpacing(20)
        column.addLayout(self._foot)

    @property
    def foot(self) -> QHBoxLayout:
        """The footer; what is inserted at place 0 stands at its left."""
        return self._foot

    def add_button(self, button: Button, result: object = None, *, finishes: bool = True) -> Button:
        """Append a button to the footer; with `finishes` a click closes the dialog with `result`."""
        self._foot.addWidget(button)
        if finishes:
            button.setProperty("result", result)
            button.clicked.connect(self._finish_from_button)
        return button

    def set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._cross.setEnabled(not busy)

    def open_over(self, window: QWidget, first: QWidget | None = None) -> None:
        """Show over a window; the keyboard starts in `first` or in the first control."""
        self._before = QApplication.focusWidget()
        self.setParent(window)
        window.installEventFilter(self)
        self._cover()
        self.show()
        self.raise_()
        motion.arrive(self._sheet, rise=0)
        target = first or self._first()
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)
            if isinstance(target, QPlainTextEdit):
                target.moveCursor(QTextCursor.MoveOperation.End)  # what had been begun is typed on

    def finish(self, result: object = None) -> None:
        """Close and tell `finished`; the keyboard goes back to where it was, unless what follows has taken it."""
        window = self.parentWidget()
        if window is not None:
            window.removeEventFilter(self)
        before = self._before
        self.finished.emit(result)
        at = QApplication.focusWidget()
        taken = at is not None and at is not self and not self.isAncestorOf(at)
        self.close()
        if not taken and before is not None and _alive(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _finish_from_button(self) -> None:
        self.finish(self.sender().property("result"))

    def _cancel(self) -> None:
        if not self._busy:
            self.finish(None)

    def _controls(self) -> list[QWidget]:
        return [
            w
            for w in self._sheet.findChildren(QWidget)
            if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isEnabled() and w.isVisible()
        ]

    def _first(self) -> QWidget | None:
        controls = [w for w in self._controls() if w is not self._cross]
        return controls[0] if controls else None

    def _cover(self) -> None:
        window = self.parentWidget()
        if window is None:
            return
        self.setGeometry(window.rect())
        self._sheet.setMaximumHeight(window.height() - 48)
        self._sheet.adjustSize()
        high = self._column.totalHeightForWidth(self._sheet.width())
        if high > 0:
            self._sheet.resize(self._sheet.width(), min(high, window.height() - 48))
        left = (self.width() - self._sheet.width()) // 2
        self._sheet.move(left, max(24, (self.height() - self._sheet.height()) // 2))
        self.update()  # the shadow is painted here and has to follow the sheet

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._cover()
        return False

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # the window's shortcuts rest while this is open
            return True
        if event.type() == QEvent.Type.LayoutRequest:
            self._cover()
        return super().event(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        controls = self._controls()
        if not controls:
            return True
        at = QApplication.focusWidget()
        place = controls.index(at) if at in controls else (-1 if forward else 0)
        target = controls[(place + (1 if forward else -1)) % len(controls)]
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        target.setFocus(reason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._cancel()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self._enter()
        event.accept()

    def _enter(self) -> None:
        """Enter on a button presses it; in a line of text or a list it is a click on the main button.

        When the dialog is still there afterwards something was not right, and the keyboard is back where it was.
        """
        at = QApplication.focusWidget()
        if press(at):
            return
        if not isinstance(at, QLineEdit | QComboBox):
            return
        main = [one for one in self._sheet.findChildren(Button) if one.kind == "primary" and one.isVisible()]
        if main and main[-1].isEnabled():
            main[-1].setFocus(Qt.FocusReason.OtherFocusReason)  # what is being typed is read when it is left
            main[-1].click()
            if _alive(self) and self.isVisible() and QApplication.focusWidget() is main[-1] and _alive(at):
                at.setFocus(Qt.FocusReason.OtherFocusReason)
                if isinstance(at, QLineEdit):
                    at.selectAll()

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        flat(p, self.rect(), theme().scrim)
        draw_shadow(p, QRectF(self._sheet.geometry()), 16, 3)


class _Sheet(Card):
    """The raised sheet."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, radius=16, level=0)

    def paintEvent(self, event: QPaintEvent) -> None:
        edge = theme().hairline if theme().dark else None
        rounded(painter(self), QRectF(self.rect()), 16, theme().raised, edge)


def _alive(widget: QWidget) -> bool:
    from shiboken6 import isValid

    return isValid(widget)
