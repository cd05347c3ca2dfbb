"""Links to several rows: chips that can be taken off, and a line in which the next one is found by typing."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from planner.i18n import _
from planner.model.fields import RowId
from planner.ui.icons import draw_icon
from planner.ui.parts.chip import HEIGHT
from planner.ui.parts.choices import Offers
from planner.ui.parts.eased import lit
from planner.ui.parts.edits import LineEdit
from planner.ui.parts.flow import Flow
from planner.ui.parts.focus import Ringed
from planner.ui.parts.paint import draw_text, painter, rounded, text_width
from planner.ui.theme import font, mix, theme


class LinkPicker(QWidget):
    """`changed(ids)` after each link put on or taken off. Enter takes the first match, Backspace the last off.

    What is typed is taken as well when the line is left, where it can mean one row only; `complained(sentence)` says
    why it was not taken, and "" when that is settled.
    """

    spoken_as = "Grouping"
    changed = Signal(object)
    complained = Signal(object)

    def __init__(self, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ids: tuple[RowId, ...] = ()
        self._items: Sequence[tuple[RowId, str]] = ()
        self._chips: dict[RowId, _LinkChip] = {}
        self.line = _Line(hint or _("Type a name or a code"), self)
        self.line.taken.connect(self._take)
        self.line.left.connect(self.finish_typing)
        self.line.textEdited.connect(self._typing)
        self.line.emptied.connect(self._drop_last)
        self._completer = Offers(self)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.activated.connect(self._later)
        self.line.setCompleter(self._completer)
        self._flow = Flow()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.line)
        column.addLayout(self._flow)
        self.setFocusProxy(self.line)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    @property
    def ids(self) -> tuple[RowId, ...]:
        """The linked rows in their order."""
        return self._ids

    def set_items(self, items: Sequence[tuple[RowId, str]]) -> None:
        """What can be linked to."""
        if items == self._items:
            return
        self._items = items
        self._completer.setModel(QStringListModel([words for _id, words in items], self._completer))
        self._words = dict(items)
        for id, chip in self._chips.items():
            chip.set_words(self._words.get(id, _("no longer in the plan")))

    def set_ids(self, ids: Sequence[RowId]) -> None:
        """Show these links."""
        self._ids = tuple(ids)
        words = dict(self._items)
        for id in [id for id in self._chips if id not in self._ids]:
            chip = self._chips.pop(id)
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        for id in self._ids:
            if id not in self._chips:
                chip = self._chips[id] = _LinkChip(id, words.get(id, _("no longer in the plan")), self)
                chip.removed.connect(self._drop)
                self._flow.addWidget(chip)
                chip.show()
        column = self.layout()
        assert column is not None
        column.invalidate()  # it keeps the height it had before the chip
        self.updateGeometry()

    def set_wrong(self, wrong: bool) -> None:
        self.line.set_wrong(wrong)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def _later(self, text: str) -> None:
        # The completer writes its text into the line after this signal; it is taken when that is done.
        QTimer.singleShot(0, self, self._take_typed)

    def _take_typed(self) -> None:
        self._take(self.line.text())

    def clear_typed(self) -> None:
        """Forget what is being typed."""
        self.line.clear()
        self._complain("")

    def finish_typing(self) -> bool:
        """Take what is typed where it can mean one row only. False where it could not be taken."""
        wanted = self.line.text().strip().lower()
        if not wanted:
            self._complain("")
            return True
        words = [one.lower() for _id, one in self._items]
        is_one = wanted in words or any(one.split(" ")[0] == wanted for one in words)
        if not is_one and sum(wanted in one for one in words) > 1:
            self._complain(_("More than one is called that. Choose one."))
        else:
            self._take(wanted)
        return not self.line.text()

    def _typing(self) -> None:
        self._complain("")

    def _complain(self, sentence: str) -> None:
        self.line.set_wrong(bool(sentence))
        self.complained.emit(sentence)

    def _take(self, text: str) -> None:
        wanted = text.strip().lower()
        if not wanted:
            return
        exact = next((id for id, words in self._items if words.lower() == wanted), None)
        code = next((id for id, words in self._items if words.lower().split(" ")[0] == wanted), None)
        part = next((id for id, words in self._items if wanted in words.lower()), None)
        found = exact or code or part
        if found is None:
            self._complain(_("Nothing here is called that."))
            return
        self.clear_typed()
        if found not in self._ids:
            self.set_ids((*self._ids, found))
            self.changed.emit(self._ids)

    def _drop(self, id: RowId) -> None:
        self.set_ids([other for other in self._ids if other != id])
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit(self._ids)

    def _drop_last(self) -> None:
        if self._ids:
            self._drop(self._ids[-1])


class _Line(LineEdit):
    """The line for typing; Enter belongs to it and not to the form around it."""

    taken = Signal(str)
    emptied = Signal()
    left = Signal()

    def __init__(self, hint: str, parent: QWidget) -> None:
        super().__init__("", hint, parent)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        passing = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if event.reason() not in passing:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.text().strip():
            matches = self.completer().popup()
            if matches is not None:
                matches.hide()  # the key is used up here, so the list does not close itself
            self.taken.emit(self.text())
        elif event.key() == Qt.Key.Key_Backspace and not self.text():
            self.emptied.emit()
        else:
            super().keyPressEvent(event)


class _LinkChip(Ringed, QPushButton):
    """One link; a click or Enter takes it off."""

    removed = Signal(str)
    ring_radius = 12

    def __init__(self, id: RowId, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._id = id
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFont(font("caption", 500))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._remove)
        self.set_words(words)

    def set_words(self, words: str) -> None:
        self.setText(words)
        self.setAccessibleName(_("{name}, take off").format(name=words))
        self.setToolTip(words)
        self.updateGeometry()

    def _remove(self) -> None:
        self.removed.emit(self._id)

    def sizeHint(self) -> QSize:
        return QSize(min(300, int(text_width(self.text(), "caption", 500)) + 42), HEIGHT + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, HEIGHT + 4)

    def paintEvent(self, event: object) -> None:
        p = painter(self)
        now = theme()
        box = QRectF(self.rect())
        rounded(p, box, 14, mix(now.sunken, now.track, lit(self)), now.hairline_strong)
        draw_text(p, box.adjusted(11, 0, -26, 0), self.text(), "caption", "ink", 500)
        draw_icon(p, "x", QRectF(box.right() - 21, round(box.center().y() - 5.5), 11, 11), "muted", "bold")
