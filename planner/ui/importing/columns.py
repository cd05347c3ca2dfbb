"""What each column of the file holds: its letter, its name, the field it goes to, how that was found out."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from planner.exchange.cells import column_letters
from planner.i18n import _
from planner.ui.icons import draw_icon
from planner.ui.importing.faces import ColumnFace
from planner.ui.importing.steplist import GUTTER, StepList
from planner.ui.parts.menu import Menu
from planner.ui.parts.paint import CENTRE, draw_text, rounded
from planner.ui.parts.text import draw_shortened
from planner.ui.theme import theme

ROW = 42
_WIDE_FROM = 440
_ICONS = {"fine": ("check-circle", "fine.fill"), "look": ("warning", "look.fill"), "": ("prohibit", "muted")}

Section = tuple[str, Sequence[tuple[str, str]]]
"""The title of a further menu, or an empty text; and pairs of what a column may hold and its words."""


class ColumnList(StepList[ColumnFace]):
    """`roleSaid(place, role)` when somebody says what a column holds; Enter, Space or a click opens the choice."""

    roleSaid = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(ROW, _("Columns"), parent)
        self._sections: Sequence[Section] = ()
        self._place = 0

    def set_roles(self, sections: Sequence[Section]) -> None:
        """What columns of this kind of list may hold."""
        self._sections = sections

    def key_on(self, face: ColumnFace, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_F2):
            self.choose(face)
            return True
        return False

    def click_on(self, face: ColumnFace, box: QRectF, at: QPointF) -> None:
        if self.field_box(box).contains(at):
            self.choose(face)

    def choose(self, face: ColumnFace) -> None:
        """Open the choice of what a column holds, under its field."""
        self._place = face.place
        menu = self.menu(face.role)
        corner = self.field_box(self.row_box(face.id)).bottomLeft().toPoint()
        menu.popup(self.viewport().mapToGlobal(corner + QPoint(0, 4)))

    def menu(self, current: str) -> Menu:
        """All that a column may hold; the present one is ticked."""
        whole = Menu(self)
        for title, roles in self._sections:
            part = whole
            if title:
                part = Menu(whole)
                part.setTitle(title)
                whole.addMenu(part)
            for role, words in roles:
                action = part.add(words, icon="check" if role == current else "")
                action.setData(role)
        whole.triggered.connect(self._chosen)
        return whole

    def _chosen(self, action: QAction) -> None:
        self.roleSaid.emit(self._place, action.data())

    @staticmethod
    def field_box(box: QRectF) -> QRectF:
        """Where the field of a row is."""
        wide = box.width() >= _WIDE_FROM
        name = 92 if wide else max(52.0, box.width() * 0.19)
        return QRectF(box.left() + 32 + name + 26, box.center().y() - 15, 136 if wide else 116, 30)

    def draw(self, p: QPainter, box: QRectF, face: ColumnFace) -> None:
        now, middle = theme(), box.center().y()
        box = box.adjusted(0, 0, -GUTTER, 0)
        letter = QRectF(box.left() + 2, middle - 11, 22, 22)
        rounded(p, letter, 5, now.sunken, now.hairline)
        draw_text(p, letter, column_letters(face.place), "caption", "muted", 600, CENTRE)
        field = self.field_box(box)
        name = QRectF(box.left() + 32, box.top(), field.left() - box.left() - 60, box.height())
        draw_text(p, name, face.title, "small")
        draw_icon(p, "arrow-right", QRectF(field.left() - 21, round(middle - 7), 14, 14), "muted")
        edge = now.level("look").fill if face.level == "look" else now.control
        rounded(p, field, 7, now.surface, edge)
        words = field.adjusted(10, 0, -24, 0)
        draw_text(p, words, face.label, "small", "ink" if face.role else "muted", 500 if face.role else None)
        draw_icon(p, "caret-down", QRectF(field.right() - 20, round(middle - 5), 10, 10), "muted", "bold")
        icon, tone = _ICONS[face.level]
        sign = QRectF(field.right() + 12, round(middle - 7), 14, 14)
        draw_icon(p, icon, sign, tone, "fill" if face.level else "regular")
        rest = QRectF(field.right() + 32, box.top(), box.right() - field.right() - 34, box.height())
        colour = "look.text" if face.level == "look" else "muted"
        draw_shortened(p, rest, face.sign, "caption", colour, lines=2)
