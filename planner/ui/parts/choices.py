"""Rows of choices that drop down from a field, and the offers that come while somebody types."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCompleter,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from planner.ui.parts.glyph import draw_glyph
from planner.ui.parts.paint import draw_text, flat, rounded
from planner.ui.parts.scroll import thin
from planner.ui.theme import theme

VOICE_ROLE = Qt.ItemDataRole.UserRole + 1
"""The voice whose sign stands before a choice."""


class ChoiceRows(QStyledItemDelegate):
    """Rows 36 high with the menu's highlight."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(120, 36)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        box, view = QRectF(option.rect), option.widget
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        flat(painter, box, theme().raised)
        if isinstance(view, QAbstractItemView) and view.currentIndex() == index:
            rounded(painter, box.adjusted(4, 2, -4, -2), 6, theme().selection)
        left = box.left() + 12
        voice = index.data(VOICE_ROLE)
        if voice:
            draw_glyph(painter, voice, left, box.center().y(), 10)
            left += 22
        words = QRectF(left, box.top(), box.right() - left - 8, box.height())
        draw_text(painter, words, str(index.data() or ""), "body", "ink")


class Offers(QCompleter):
    """What the words typed so far may mean, in the look of the program's other lists."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setMaxVisibleItems(6)
        view = QListView()
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setFrameShape(QFrame.Shape.Box)
        view.setFrameShadow(QFrame.Shadow.Plain)
        colours = QPalette()
        colours.setColor(QPalette.ColorRole.Base, theme().raised)
        colours.setColor(QPalette.ColorRole.WindowText, theme().control)
        view.setPalette(colours)
        thin(view)
        self.setPopup(view)
        view.setItemDelegate(ChoiceRows(view))
