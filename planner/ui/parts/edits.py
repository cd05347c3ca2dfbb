"""Text fields as the design language draws them: 36 high, control edge, focus edge, error edge."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from planner.ui.icons import draw_icon
from planner.ui.parts.eased import lit
from planner.ui.parts.paint import painter, rounded
from planner.ui.parts.scroll import thin
from planner.ui.theme import font, mix, theme

HEIGHT = 36
_MOMENT = 1000  # milliseconds after the last key: what is typed by then is not lost in a crash


def draw_field(p: QPainter, box: QRectF, *, focused: bool, wrong: bool, enabled: bool, hover: float) -> None:
    """Ground and edge of a field; `hover` is the share of the look of hovering."""
    now = theme()
    edge = now.control
    if wrong:
        edge = now.level("fix").fill
    elif focused:
        edge = now.focus
    elif enabled:
        edge = mix(now.control, now.muted, hover)
    ground = now.surface if enabled else now.sunken
    rounded(p, box, 8, ground, edge, 2 if focused or wrong else 1)


def clear_base(widget: QWidget) -> None:
    """Let the painted ground show through what Qt draws."""
    colours = QPalette()
    colours.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))
    widget.setPalette(colours)


def takes_back_the_plan(event: QEvent, typed: bool) -> bool:
    """Whether a key that takes back or brings back is for the plan: nothing has been `typed` here that it could mean.

    Qt's fields take these keys for themselves even where they have nothing to take back.
    """
    if typed or event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)


def _moment(parent: QObject) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(_MOMENT)
    return timer


class LineEdit(QLineEdit):
    """One line of text. `set_wrong` draws the error edge and the octagon; the sentence stands in the Field.

    `committed(text)` is emitted when editing is finished and the text differs from what was set; `paused(text)` a
    moment after the last key, while it may still be typed on.
    """

    committed = Signal(object)
    paused = Signal(object)

    def __init__(self, text: str = "", hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._wrong = False
        self._known = text
        self.setPlaceholderText(hint)
        self.setFrame(False)
        self.setFixedHeight(HEIGHT)
        self.setFont(font("body"))
        self.setTextMargins(10, 0, 10, 0)
        clear_base(self)
        self._moment = _moment(self)
        self._moment.timeout.connect(self.pause)
        self.textEdited.connect(self._wait)
        self.editingFinished.connect(self._commit)

    def event(self, event: QEvent) -> bool:
        if takes_back_the_plan(event, self.isModified()):
            event.ignore()
            return False
        return super().event(event)

    def _wait(self) -> None:
        self._moment.start()

    def pause(self) -> None:
        """Tell what is typed by now, if it is being typed still."""
        self._moment.stop()
        if self.hasFocus() and self.isModified():
            self.paused.emit(self.text())

    def set_text(self, text: str) -> None:
        """Show a value from the plan, unless somebody is typing here."""
        self._known = text
        if not (self.hasFocus() and self.isModified()):
            self.setText(text)
            if not self.hasFocus():
                self.setCursorPosition(0)  # a long text is read from its beginning

    def set_wrong(self, wrong: bool) -> None:
        self._wrong = wrong
        self.setTextMargins(10, 0, 34 if wrong else 10, 0)
        self.update()

    def _commit(self) -> None:
        if self.text() != self._known:
            self._known = self.text()
            self.setModified(False)
            self.committed.emit(self._known)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        box = QRectF(self.rect())
        draw_field(
            p, box, focused=self.hasFocus(), wrong=self._wrong, enabled=self.isEnabled(), hover=lit(self)
        )
        if self._wrong:
            draw_icon(p, "warning-octagon", QRectF(box.right() - 28, 9, 18, 18), "fix.fill", "fill")
        p.end()
        super().paintEvent(event)


class TextArea(QPlainTextEdit):
    """Several lines of plain text; Tab leaves it. `committed(text)` and `paused(text)` as for a line."""

    committed = Signal(object)
    paused = Signal(object)

    def __init__(
        self, text: str = "", hint: str = "", *, style: str = "body", lines: int = 3, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._known = text
        self._wrong = False
        self.setPlaceholderText(hint)
        self.setFont(font(style))
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setViewportMargins(10, 7, 4, 7)
        self.document().setDocumentMargin(0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        thin(self)
        clear_base(self)
        self.viewport().setAutoFillBackground(False)
        self._moment = _moment(self)
        self._moment.timeout.connect(self.pause)
        self.textChanged.connect(self._wait)
        self._high = self.fontMetrics().lineSpacing() * lines + 16
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _wait(self) -> None:
        if self.hasFocus() and self.document().isModified():
            self._moment.start()

    def pause(self) -> None:
        """Tell what is typed by now, if it is being typed still."""
        self._moment.stop()
        if self.hasFocus() and self.document().isModified():
            self.paused.emit(self.toPlainText())

    def sizeHint(self) -> QSize:
        return QSize(240, self._high)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self._high)

    def set_text(self, text: str) -> None:
        """Show a value from the plan, unless somebody is typing here."""
        self._known = text
        if not (self.hasFocus() and self.document().isModified()):
            self.setPlainText(text)

    def set_wrong(self, wrong: bool) -> None:
        self._wrong = wrong
        self.update()

    def commit(self) -> None:
        """Emit `committed` if the text was changed; also happens when the field is left."""
        if self.toPlainText() != self._known:
            self._known = self.toPlainText()
            self.document().setModified(False)
            self.committed.emit(self._known)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
        self.commit()

    def event(self, event: QEvent) -> bool:
        # paintEvent of a scroll area belongs to its viewport; the area's own paint event arrives here.
        if event.type() == QEvent.Type.Paint:
            box = QRectF(self.rect())
            focused, hover = self.hasFocus(), lit(self)
            p = painter(self)
            draw_field(p, box, focused=focused, wrong=self._wrong, enabled=self.isEnabled(), hover=hover)
            p.end()
            return True
        if takes_back_the_plan(event, self.document().isModified()):
            event.ignore()
            return False
        return super().event(event)
