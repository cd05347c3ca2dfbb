"""A sheet that lies over the right of a page, with a title, a few tools and what is to be edited."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from planner.i18n import _
from planner.ui.parts.button import IconButton
from planner.ui.parts.paint import draw_shadow, painter, rounded
from planner.ui.parts.scroll import Scroll
from planner.ui.parts.text import Text
from planner.ui.theme import theme

_WIDTH, _MARGIN = 460, 24


class SideSheet(QWidget):
    """Fill `body`, then `open_sheet()`. Esc and the cross close it (`closed`); what is being typed is kept."""

    spoken_as = "Dialog"
    closed = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._title = Text("", "card", lines=1)
        inside = QWidget()
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(24, 4, 24, 24)
        cross = IconButton("x", _("Close"), glyph=16)
        cross.clicked.connect(self.close_sheet)
        self._head = QHBoxLayout()
        self._head.setContentsMargins(24, 16, 16, 8)
        self._head.addWidget(self._title, 1)
        self._head.addWidget(cross)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(_MARGIN, _MARGIN, 0, _MARGIN)
        outer.setSpacing(0)
        outer.addLayout(self._head)
        self._scroll = Scroll(inside)
        outer.addWidget(self._scroll, 1)
        host.installEventFilter(self)
        self.hide()

    def add_tool(self, tool: QWidget) -> None:
        """Put a button before the cross."""
        self._head.insertWidget(self._head.count() - 1, tool)

    def set_title(self, title: str) -> None:
        self._title.setText(title)

    def open_sheet(self) -> None:
        """Show it over its host."""
        self._place()
        self.show()
        self.raise_()

    def reveal(self, widget: QWidget) -> None:
        """Scroll something inside into sight."""
        self._scroll.ensureWidgetVisible(widget, 0, 60)

    def finish_typing(self) -> None:
        """Bring what is being typed to the plan: a field is read when it is left."""
        at = QApplication.focusWidget()
        if at is not None and self.isAncestorOf(at):
            at.clearFocus()

    def close_sheet(self) -> None:
        """Keep what is being typed, and go."""
        self.finish_typing()
        self.hide()
        self.closed.emit()

    def _place(self) -> None:
        width = min(_WIDTH + _MARGIN, self._host.width())
        self.setGeometry(self._host.width() - width, 0, width, self._host.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: object) -> None:
        """The sheet keeps clicks to itself; what lies below is not meant."""

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        box = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN / 2, 12, -_MARGIN / 2)
        draw_shadow(p, box, 16, 3)
        rounded(p, box, 16, theme().raised, theme().hairline)
