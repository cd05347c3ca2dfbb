"""Rows of choices that drop down from a field, and the offers that come while somebody types."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPalette, QRegion
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCompleter,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from planner.ui.parts.glyph import draw_glyph
from planner.ui.parts.paint import draw_text, flat, painter, rounded
from planner.ui.parts.scroll import thin
from planner.ui.theme import theme

_EDGE, _ROUND = 5, 10
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


class ChoicePanel(QObject):
    """The panel around choices that drop down: raised and round like a menu, instead of the style's own frame."""

    def __init__(self, panel: QWidget, owner: QObject) -> None:
        super().__init__(owner)
        panel.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)  # the list's height is counted with these
        panel.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(watched, QWidget):
            return False
        if event.type() == QEvent.Type.Resize:
            corners = QPainterPath()
            corners.addRoundedRect(QRectF(watched.rect()), _ROUND, _ROUND)
            watched.setMask(QRegion(corners.toFillPolygon().toPolygon()))
        if event.type() != QEvent.Type.Paint:
            return False
        rounded(painter(watched), QRectF(watched.rect()), _ROUND, theme().raised, theme().hairline_strong)
        return True


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
