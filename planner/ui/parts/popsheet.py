"""A small sheet that opens on a row of a page and asks for what a key has started."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from planner.i18n import _
from planner.ui.parts.button import Button
from planner.ui.parts.edits import TextArea
from planner.ui.parts.focus import press
from planner.ui.parts.paint import draw_shadow, painter, rounded
from planner.ui.theme import theme

_WIDTH, _MARGIN = 420, 20


class Words(TextArea):
    """Enter keeps what is written (`done`); Shift Enter starts a new line."""

    done = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.done.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)


class PopSheet(QWidget):
    """Fill `column`, end it with `add_foot`, then `open_at(box, first)`.

    Enter calls `keep`, Esc `give_up`; `closed` follows either.
    """


    spoken_as = "Dialog"
    closed = Signal()

    def __init__(self, host: QWidget, width: int = _WIDTH) -> None:
        super().__init__(host)
        self._host = host
        self.setFixedWidth(width + 2 * _MARGIN)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(_MARGIN + 18, _MARGIN + 14, _MARGIN + 18, _MARGIN + 14)
        self.column.setSpacing(12)
        self.hide()

    def add_foot(self, words: str = "") -> Button:
        """Cancel, and the button that keeps, which is returned."""
        keep = Button(words, "primary")
        keep.clicked.connect(self.keep)
        cancel = Button(_("Cancel"), "quiet")
        cancel.clicked.connect(self.give_up)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(keep)
        self.column.addLayout(foot)
        return keep

    def open_at(self, box: QRectF, first: QWidget) -> None:
        """Show it at the right of a box of the host, with the keyboard in `first`."""
        self.show()
        self.raise_()
        self.fit()
        left = box.right() - self.width() + _MARGIN
        top = min(box.top() - _MARGIN, self._host.height() - self.height() - 8)
        self.move(round(max(0.0, left)), round(max(0.0, top)))
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keep(self) -> None:
        """Bring what was given to the plan."""
        raise NotImplementedError

    def give_up(self) -> None:
        """Close without keeping anything."""
        self.hide()
        self.closed.emit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self.fit()  # a sentence came or went
        return super().event(event)

    def fit(self) -> None:
        """As high as what it asks for, and inside the page."""
        self.column.activate()
        self.resize(self.width(), self.column.totalHeightForWidth(self.width()))
        self.move(self.x(), max(0, min(self.y(), self._host.height() - self.height() - 8)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.give_up()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not press(QApplication.focusWidget()):
                self.keep()
        else:
            super().keyPressEvent(event)
        event.accept()

    def mousePressEvent(self, event: object) -> None:
        """The sheet keeps clicks to itself."""

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        box = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        draw_shadow(p, box, 12, 2)
        rounded(p, box, 12, theme().raised, theme().hairline)
