"""The rows of the timeline on their months: what can be seen, and which activity and which of its bars is in hand."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QListView, QWidget

from planner.calc.schedule import Span
from planner.i18n import _
from planner.model.fields import RowId
from planner.ui.numbers import numbers_of
from planner.ui.pages.activities.faces import Face
from planner.ui.pages.activities.groups import GROUP, Group
from planner.ui.pages.activities.model import FACE_ROLE, ActivitiesModel
from planner.ui.pages.activities.paint import RowPainter, paint_arrows
from planner.ui.pages.activities.place import Place
from planner.ui.pages.activities.pull import Pull, paint_pull
from planner.ui.parts.paint import CENTRE, draw_text, painter
from planner.ui.parts.scroll import ThinBar
from planner.ui.parts.spoken import announce

Index = QModelIndex | QPersistentModelIndex


class MonthRows(QListView):
    """One list whose rows are painted on a scale, which scrolls sideways under the names."""

    handChanged = Signal()
    placed = Signal()
    """The months stand elsewhere or are wider."""

    def __init__(self, model: ActivitiesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = model
        self.place = Place()
        self.painting = RowPainter(self, model, self.place)
        self.empty_words = ""
        self._pull: Pull | None = None
        self.setModel(model)
        self.setItemDelegate(self.painting)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self._thumb = ThinBar(Qt.Orientation.Vertical, self)
        self._thumb.hide()
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(self._follow_range)
        bar.valueChanged.connect(self._thumb.setValue)
        self._thumb.valueChanged.connect(bar.setValue)
        self.across = ThinBar(Qt.Orientation.Horizontal, self)
        self.across.setAccessibleName(_("Scroll the months"))
        self.across.valueChanged.connect(self.scroll_months)

    # Places

    def fit(self) -> None:
        """Give names and months their width."""
        self.place.fit(self.viewport().width(), [face.title for face in self.rows.shown])
        most = round(self.place.most_shift)
        self.across.setRange(0, most)
        self.across.setPageStep(round(self.place.room))
        self.across.setVisible(most > 0)
        self.setViewportMargins(0, 0, 0, 12 if most > 0 else 0)  # the bar lies on no row
        box = self.viewport().geometry()
        self.across.setGeometry(self.place.left, box.bottom() + 1, round(self.place.room), 12)
        self.across.raise_()
        self.viewport().update()
        self.placed.emit()

    def scroll_months(self, shift: int) -> None:
        """Show the months from a place on."""
        self.place.shift = max(0.0, min(self.place.most_shift, float(shift)))
        if self.across.value() != round(self.place.shift):
            self.across.setValue(round(self.place.shift))
        self.viewport().update()
        self.placed.emit()

    def bars_of(self, id: RowId) -> list[QRectF]:
        """The bars of an activity in the viewport's pixels; empty where it has none or is not shown."""
        row = self.rows.row_of(id)
        if row < 0:
            return []
        return self.painting.bars_of(self.rows.face(id), QRectF(self.visualRect(self.rows.index(row, 0))))

    def bar_box(self, id: RowId, bar: int | None = None) -> QRectF | None:
        """One bar of an activity, by default its first; None where there is none."""
        bars = self.bars_of(id)
        return bars[min(bar or 0, len(bars) - 1)] if bars else None

    @property
    def chosen(self) -> RowId | None:
        """The activity in hand; None where it is a group."""
        key = self.rows.key_at(self.currentIndex().row())
        return None if key is None or key.startswith(GROUP) else key

    @property
    def bar(self) -> int | None:
        """Which bar of the activity in hand is in hand; None for all of them, or where there is only one."""
        face = self.rows.face(self.chosen) if self.chosen else None
        count = len(face.bars) if face else 0
        return None if self.painting.bar is None or count < 2 else min(self.painting.bar, count - 1)

    def take_bar(self, bar: int | None) -> None:
        """Take one bar of the row in hand, or all of them, in hand."""
        if self.painting.bar != bar:
            self.painting.bar = bar
            self.rows.say_bar(self.chosen, self.bar)
            if self.hasFocus() and self.chosen:
                announce(self, self.rows.hand_words(self.chosen))
            self.viewport().update()
            self.handChanged.emit()

    def take_run(self, run: RowId) -> None:
        """Take one run of the row in hand, or all of them where it is its activity."""
        face = self.rows.face(self.chosen) if self.chosen else None
        places = [n for n, bar in enumerate(face.bars) if bar.id == run != face.id] if face else []
        self.take_bar(places[0] if places else None)

    def take_span(self, span: Span) -> None:
        """Take the bar of the row in hand that stands there."""
        face = self.rows.face(self.chosen) if self.chosen else None
        places = [n for n, bar in enumerate(face.bars) if bar.span == span] if face else []
        if places:
            self.take_bar(places[0])
            self.show_bar()

    def take(self, id: RowId | None) -> bool:
        """Take a row in hand and bring it and its bar into sight. False where it is not shown."""
        row = self.rows.row_of(id)
        if row < 0:
            return False
        self.setCurrentIndex(self.rows.index(row, 0))
        self.scrollTo(self.currentIndex())
        return True

    def show_bar(self) -> None:
        """Scroll the months so that the bar in hand can be seen."""
        id = self.chosen
        bars = self.rows.face(id).bars if id else ()
        if not bars:
            return
        # where it will stand, for it may be on its way
        bar = self.place.bar(bars[min(self.bar or 0, len(bars) - 1)].span, QRectF())
        if bar.right() < self.place.left + 20:
            self.scroll_months(round(self.place.shift - (self.place.left + 40 - bar.left())))
        elif bar.left() > self.place.left + self.place.room - 40:
            self.scroll_months(round(self.place.shift + bar.left() - self.place.left - 40))

    def wheelEvent(self, event: QWheelEvent) -> None:
        sideways = event.angleDelta().x()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            sideways = sideways or event.angleDelta().y()
        if sideways:
            self.scroll_months(round(self.place.shift - sideways / 2))
            event.accept()
        else:
            super().wheelEvent(event)

    # What Qt says

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.painting.current = self.rows.key_at(current.row()) or ""
        self.painting.bar = None
        self.rows.say_bar(None, None)
        if not QApplication.mouseButtons():
            self.show_bar()
        self.viewport().update()
        self.handChanged.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.rows.key_at(self.currentIndex().row()) is None and self.rows.rowCount():
            first = next((row for row, key in enumerate(self.rows.keys) if not key.startswith(GROUP)), 0)
            self.setCurrentIndex(self.rows.index(first, 0))
        self._tell_focus()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._tell_focus()

    def _tell_focus(self) -> None:
        self.painting.focused = self.hasFocus()
        self.viewport().update()

    def _follow_range(self, least: int, most: int) -> None:
        self._thumb.setRange(least, most)
        self._thumb.setPageStep(self.verticalScrollBar().pageStep())
        self._thumb.setVisible(most > least)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            box = self.viewport().geometry()
            self._thumb.setGeometry(box.right() - 11, box.top(), 12, box.height())
            self._thumb.raise_()
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        p = painter(self.viewport())
        if not self.rows.rowCount():
            box = QRectF(0, 24, self.viewport().width(), 24)
            draw_text(p, box, self.empty_words, "purpose", "muted", None, CENTRE)
        p.setClipRect(QRectF(self.place.left, 0, self.place.room, self.viewport().height()))
        free = p.clipRegion()
        seen = tuple(self._rows_in_sight())
        for row, what in seen:
            if isinstance(what, Group):
                free -= self.painting.words_of_group(row, what).adjusted(-4, 0, 4, 0).toAlignedRect()
        p.save()
        p.setClipRegion(free)
        self._paint_arrows(p)
        p.restore()
        for row, what in seen:
            if isinstance(what, Face):
                self.painting.paint_chips(p, row, what)
        if self._pull is not None and self._pull.begun:
            sides = self.place.left + 4.0, self.place.left + self.place.room - 4
            paint_pull(p, self._pull, self._pulled_box(self._pull), sides, numbers_of(self.rows.plan))

    def _pulled_box(self, pull: Pull) -> QRectF | None:
        """Where the bar is that is pulled."""
        row = QRectF(self.visualRect(self.rows.index(self.rows.row_of(pull.id), 0)))
        if pull.kind in ("again", "draw"):
            return self.place.bar(pull.now[pull.id], row) if pull.now else None
        return self.bar_box(pull.id, pull.bar)

    def _rows_in_sight(self) -> Iterator[tuple[QRectF, Face | Group]]:
        first = max(0, self.indexAt(QPoint(4, 0)).row())
        for row in range(first, self.rows.rowCount()):
            index = self.rows.index(row, 0)
            box, what = QRectF(self.visualRect(index)), index.data(FACE_ROLE)
            if box.top() > self.viewport().height():
                return
            if isinstance(what, (Face, Group)):
                yield box, what

    def _paint_arrows(self, p: QPainter) -> None:
        boxes: dict[RowId, QRectF | None] = {}
        for lit in (False, True):
            arrows = []
            for key in self.rows.keys:
                if key.startswith(GROUP):
                    continue
                face = self.rows.face(key)
                for first in face.needs:
                    if (self.painting.current in (key, first)) is not lit:
                        continue
                    for id in (key, first):
                        if id not in boxes:
                            boxes[id] = self.bar_box(id)
                    start, end = boxes[first], boxes[key]
                    if start is not None and end is not None and self._in_sight(start, end):
                        arrows.append((start, end, first in face.clash))
            paint_arrows(p, arrows, chosen=lit)

    def _in_sight(self, start: QRectF, end: QRectF) -> bool:
        return max(start.bottom(), end.bottom()) >= 0 and min(start.top(), end.top()) <= self.viewport().height()
