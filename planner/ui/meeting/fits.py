"""What fits together: one line each, taken in unless somebody leaves it; and what could not be read."""

from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from planner.i18n import _
from planner.model.merge import Incoming
from planner.ui.icons import draw_icon
from planner.ui.keyed import Index, KeyedModel
from planner.ui.meeting.conflicts import ITEM, key_of
from planner.ui.meeting.meeting import Meeting
from planner.ui.meeting.words import line
from planner.ui.pages import BY_KEY, HOME_OF
from planner.ui.parts.paint import RIGHT, draw_text, flat, rounded, text_width
from planner.ui.parts.paintedlist import PaintedList
from planner.ui.theme import theme

ROW = 36
_REMARK = "remark/"


class FitsModel(KeyedModel):
    """Changes that only one side made, and remarks under them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.meeting: Meeting | None = None
        self._known: dict[str, Incoming] = {}
        self._remarks: dict[str, str] = {}
        self._words: dict[str, tuple[str, str, str]] = {}

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 1

    def show(self, meeting: Meeting) -> None:
        """Show what fits in this meeting."""
        known = {key_of(one): one for one in meeting.fits}
        remarks = {f"{_REMARK}{number}": said for number, said in enumerate(meeting.remarks)}
        self.keep_only({**known, **remarks})
        self.meeting, self._known, self._remarks, self._words = meeting, known, remarks, {}
        self.set_keys([*remarks, *known])
        self.tell_all()

    def one(self, key: str) -> Incoming | None:
        """The change of a key; None for remarks."""
        return self._known.get(key)

    def remark(self, key: str) -> str:
        """The remark of a key; empty for changes."""
        return self._remarks.get(key, "")

    def words(self, key: str) -> tuple[str, str, str]:
        """What it is, from what, to what."""
        if key not in self._words:
            assert self.meeting is not None
            self._words[key] = line(self.meeting, self._known[key])
        return self._words[key]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        key = self.key_at(index.row())
        if key is None or self.meeting is None:
            return None
        if role == ITEM:
            return key
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            one = self._known.get(key)
            if one is None:
                return self._remarks.get(key)
            what, before, after = self.words(key)
            said = f"{what}: {before} → {after}" if before else f"{what}: {after}"
            if role == Qt.ItemDataRole.ToolTipRole:
                return said
            taken = self.meeting.choice(one) != "mine"
            return f"{said}. {_('Taken in') if taken else _('Left as it is')}"
        return None


class _Paint(QStyledItemDelegate):
    def __init__(self, view: "FitsList", model: FitsModel) -> None:
        super().__init__(view)
        self._view, self._model = view, model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(600, ROW)

    def paint(self, p: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        key, now, box = index.data(ITEM), theme(), QRectF(option.rect)
        if key is None or self._model.meeting is None:
            return
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.row() == self._view.currentIndex().row() and self._view.hasFocus():
            flat(p, box, now.selection)
            rounded(p, box.adjusted(2, 2, -2, -2), 6, None, now.focus, 2)
        flat(p, QRectF(box.left() + 20, box.bottom() - 1, box.width() - 40, 1), now.hairline)
        if remark := self._model.remark(key):
            draw_icon(p, "warning", QRectF(box.left() + 20, box.top() + 10, 16, 16), "look.text")
            draw_text(p, box.adjusted(48, 0, -20, 0), remark, "small", "look.text")
            return
        one = self._model.one(key)
        if one is not None:
            self._change(p, box, one, key)

    def _change(self, p: QPainter, box: QRectF, one: Incoming, key: str) -> None:
        now, meeting = theme(), self._model.meeting
        assert meeting is not None
        taken = meeting.choice(one) != "mine"
        tick = QRectF(box.left() + 20, box.top() + 9, 18, 18)
        rounded(p, tick, 5, now.ink if taken else now.surface, None if taken else now.control)
        if taken:
            draw_icon(p, "check", tick.adjusted(3, 3, -3, -3), "on_ink", "bold")
        tone = "ink" if taken else "muted"
        place = box.adjusted(48, 0, -20, 0)
        chapter = _(BY_KEY[HOME_OF[one.table]].title)
        what, before, after = self._model.words(key)
        draw_text(p, QRectF(place.left(), place.top(), 110, ROW), chapter, "caption", "muted")
        room = place.width() * 0.3
        wide = min(room, text_width(after, "small", 600))
        draw_text(p, QRectF(place.right() - wide, place.top(), wide, ROW), after, "small", tone, 600, RIGHT)
        right = place.right() - wide - 10
        if before:
            draw_icon(p, "arrow-right", QRectF(right - 13, place.top() + 11, 13, 13), "muted", "bold")
            right -= 22
            wide = min(room * 0.8, text_width(before, "small"))
            draw_text(p, QRectF(right - wide, place.top(), wide, ROW), before, "small", "muted", None, RIGHT)
            right -= wide + 12
        draw_text(p, QRectF(place.left() + 120, place.top(), right - place.left() - 120, ROW), what, "small", tone)


class FitsList(PaintedList):
    """Space, or a click on a line, takes it in or leaves it. `toggled_here(key)`."""

    turned = Signal(object)

    def __init__(self, model: FitsModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._fits = model
        self.setItemDelegate(_Paint(self, model))
        self.setAccessibleName(_("What fits together"))
        self.empty_words = _("Nothing else was changed.")

    def take_key(self, key: str, event: QKeyEvent) -> bool:
        if event.key() != Qt.Key.Key_Space:
            return False
        self.turned.emit(key)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        key = self.key_under(event.position().toPoint())
        if key is not None and event.button() == Qt.MouseButton.LeftButton:
            self.turned.emit(key)
