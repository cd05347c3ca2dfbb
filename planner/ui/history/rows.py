"""How one edit looks in the list, and the list itself."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from planner.i18n import _
from planner.ui.history.entries import Entry
from planner.ui.history.model import ENTRY, HistoryModel, Index
from planner.ui.icons import draw_icon
from planner.ui.parts.avatar import draw_avatar, initials
from planner.ui.parts.button import Button
from planner.ui.parts.paint import RIGHT, draw_text, flat, rounded, text_width
from planner.ui.parts.scroll import thin
from planner.ui.theme import theme
from planner.ui.voices import first_name

ROW, HEAD = 48, 24
_BUTTON = 120


class _Paint(QStyledItemDelegate):
    """Avatar, who and what, time and chapter, from what to what; heads of days between them."""

    def __init__(self, view: "HistoryList", version: Callable[[str], str]) -> None:
        super().__init__(view)
        self._view, self._version = view, version

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, HEAD if isinstance(index.data(ENTRY), str) else ROW)

    def paint(self, p: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        one, box = index.data(ENTRY), QRectF(option.rect)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(one, str):
            flat(p, box, theme().sunken)
            draw_text(p, box.adjusted(20, 0, -20, 0), one, "overline", "muted")
        elif isinstance(one, Entry):
            self._entry(p, box, one, index.row() == self._view.currentIndex().row())

    def _entry(self, p: QPainter, box: QRectF, one: Entry, current: bool) -> None:
        now = theme()
        if current:
            flat(p, box, now.selection)
        else:
            flat(p, QRectF(box.left() + 60, box.bottom() - 1, box.width() - 80, 1), now.hairline)
        if current and self._view.hasFocus():
            rounded(p, box.adjusted(2, 2, -2, -2), 6, None, now.focus, 2)
        draw_avatar(p, QRectF(box.left() + 20, box.top() + 10, 28, 28), initials(one.who), one.voice)
        right = box.right() - (20 + self._view.button_width + 12 if current else 20)
        right = self._change(p, box, one, right) - 12
        left = box.left() + 62
        line = QRectF(left, box.top() + 6, right - left, 19)
        used = draw_text(p, line, first_name(one.who), "small", f"{one.voice}.text", 600)
        draw_text(p, line.adjusted(used + 6, 0, 0, 0), one.what, "small", "ink")
        low = QRectF(left, box.top() + 25, right - left, 18)
        used = draw_text(p, low, f"{one.at:%H:%M}", "caption", "muted")
        used += 10 + draw_text(p, low.adjusted(used + 10, 0, 0, 0), one.place, "caption", "muted")
        version = self._version(one.record.id)
        if version:
            place = low.adjusted(used + 14, 0, 0, 0)
            draw_icon(p, "bookmark-simple", QRectF(place.left(), place.top() + 2, 13, 13), "focus")
            draw_text(p, place.adjusted(17, 0, 0, 0), version, "caption", "focus", 500)

    def _change(self, p: QPainter, box: QRectF, one: Entry, right: float) -> float:
        before, after = self._view.entries.words(one)
        room = (box.width() - 82) * 0.42
        was = min(text_width(before, "small"), room / 2)
        wide = min(text_width(after, "small", 600 if before else 400), room - was)
        tone, weight = ("ink", 600) if before else ("muted", 400)
        draw_text(p, QRectF(right - wide, box.top(), wide, ROW), after, "small", tone, weight, RIGHT)
        left = right - wide
        if before:
            draw_icon(p, "arrow-right", QRectF(left - 19, box.top() + 17, 13, 13), "muted", "bold")
            wide = min(room - wide, was)
            if wide > 24:
                draw_text(p, QRectF(left - 25 - wide, box.top(), wide, ROW), before, "small", "ink", 400, RIGHT)
                left -= 25 + wide
            else:
                left -= 19
        return left


class HistoryList(QListView):
    """Only the row in hand has "Take back". A and B set the markers, Del takes back, F filters, Enter compares."""

    chosen = Signal(object)
    taken_back = Signal(object)
    marker = Signal(object, object)
    filtering = Signal()

    def __init__(self, entries: HistoryModel, version: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries = entries
        self._button = Button(_("Take back"), icon="arrow-u-up-left", size="small", parent=self.viewport())
        self._button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Del does it from the keyboard
        self._button.clicked.connect(self._take_back)
        self._button.hide()
        self.setModel(entries)
        self.setItemDelegate(_Paint(self, version))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(False)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(400)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(_("Edits"))
        thin(self)
        self.verticalScrollBar().valueChanged.connect(self._place_button)

    @property
    def entry(self) -> Entry | None:
        """The edit in hand."""
        return self.entries.entry(self.currentIndex().row())

    def set_in_hand(self, row: int) -> None:
        """Take a row in hand and bring it into sight."""
        index = self.entries.index(row, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def set_can_take_back(self, can: bool) -> None:
        """Whether the edit in hand can be taken back; the sentence below the comparison says why not."""
        self._button.setEnabled(can)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._place_button()
        self.viewport().update()
        if (entry := self.entry) is not None:
            self.chosen.emit(entry)

    @property
    def button_width(self) -> int:
        """The room for "Take back" in the row in hand."""
        return max(_BUTTON, self._button.sizeHint().width())

    def _place_button(self) -> None:
        index = self.currentIndex()
        box = self.visualRect(index)
        shown = self.entry is not None and box.height() == ROW
        self._button.setVisible(shown)
        if shown:
            wide = self.button_width
            self._button.setGeometry(QRect(QPoint(box.right() - 20 - wide, box.top() + 10), QSize(wide, 28)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_button()

    def _take_back(self) -> None:
        if (entry := self.entry) is not None and self._button.isEnabled():
            self.taken_back.emit(entry)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if self.entries.entry(index.row()) is not None:
            super().mousePressEvent(event)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Heads of days are stepped over."""
        index = super().moveCursor(action, modifiers)
        up = action in (QAbstractItemView.CursorAction.MoveUp, QAbstractItemView.CursorAction.MovePageUp)
        up = up and index.row() > 0
        while index.isValid() and self.entries.entry(index.row()) is None:
            row = index.row() + (-1 if up else 1)
            if not 0 <= row < self.entries.rowCount():
                return self.currentIndex()
            index = self.entries.index(row, 0)
        return index

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entry, plain = self.entry, not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in (Qt.Key.Key_A, Qt.Key.Key_B) and entry is not None:
            self.marker.emit("A" if event.key() == Qt.Key.Key_A else "B", entry)
        elif plain and event.key() == Qt.Key.Key_F:
            self.filtering.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self._take_back()
        elif event.key() == Qt.Key.Key_Escape or event.text():
            event.ignore()  # typing finds nothing here; Esc belongs to the window
        else:
            super().keyPressEvent(event)
