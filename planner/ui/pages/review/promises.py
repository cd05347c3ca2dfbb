"""Promises by month: a tick, or the figure that missed it; the broken ones carry what follows."""

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.calc.promises import period_of_month, promises_kept, target_of, unit_of
from planner.i18n import _
from planner.model.edits.review import CheckPromise
from planner.model.fields import Month, RowId
from planner.model.plan import Plan, PromiseCheck
from planner.model.words import whole_name
from planner.ui.icons import draw_icon
from planner.ui.numbers import NotANumber, numbers_of
from planner.ui.pages.review.figures import KeptFace, kept_faces, kept_words, shown_months, state_words
from planner.ui.parts.card import Card
from planner.ui.parts.edits import LineEdit
from planner.ui.parts.facelist import FaceList
from planner.ui.parts.field import Field
from planner.ui.parts.glyph import draw_glyph
from planner.ui.parts.menu import Menu
from planner.ui.parts.paint import CENTRE, RIGHT, dashed, draw_text, flat, painter, rounded
from planner.ui.parts.popsheet import PopSheet, Words
from planner.ui.parts.segmented import Segmented
from planner.ui.parts.text import Text, draw_shortened
from planner.ui.theme import theme
from planner.ui.workspace import Workspace

_ROW, _COLUMN, _STATE = 40, 58.0, 108.0
_PAD = 24.0


class _Columns(QWidget):
    """The names of the months above the rows."""

    def __init__(self) -> None:
        super().__init__()
        self.months: list[str] = []
        self.setFixedHeight(26)

    def paintEvent(self, event: object) -> None:
        p = painter(self)
        for place, name in enumerate(self.months):
            at = month_left(self.width(), len(self.months), place)
            draw_text(p, QRectF(at, 0, _COLUMN, 24), name, "caption", "muted", 500, CENTRE)
        flat(p, QRectF(_PAD, self.height() - 1, self.width() - 2 * _PAD, 1), theme().hairline)


def months_for(width: float) -> int:
    """How many months fit beside the promises."""
    return max(2, min(6, int((width * 0.42) // _COLUMN)))


def month_left(width: float, count: int, place: int) -> float:
    """Where the column of a month begins."""
    return _state_left(width) - (count - place) * _COLUMN - 12


def _state_left(width: float) -> float:
    return width - _PAD - _STATE - (width * 0.2 if width >= 900 else 0)


class KeptList(FaceList[KeptFace]):
    """Left and right choose the month, K says kept, B broken, Enter asks for the figure and what follows."""

    checkAsked = Signal(object, object, object)
    """A promise, a month, and kept, broken or None to be asked."""

    def __init__(self) -> None:
        super().__init__(_ROW, _("Promises by month"))
        self.empty_words = _("Nothing is promised yet.")
        self.months: list[Month] = []
        self.hand = 0

    def set_months(self, months: list[Month]) -> None:
        """The months that are shown; the last one is in hand."""
        if months != self.months:
            self.months, self.hand = months, max(0, len(months) - 1)

    def key_on(self, face: KeptFace, event: QKeyEvent) -> bool:
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 1 if key == Qt.Key.Key_Right else -1
            self.hand = min(max(0, self.hand + step), len(self.months) - 1)
            self.viewport().update()
            self.handChanged.emit()
        elif key in (Qt.Key.Key_K, Qt.Key.Key_B) and not event.modifiers() and self.months:
            self.checkAsked.emit(face.id, self.months[self.hand], key == Qt.Key.Key_K)
        else:
            return False
        return True

    def click_on(self, face: KeptFace, box: QRectF, at: QPointF) -> None:
        first = month_left(box.width(), len(self.months), 0)
        place = int((at.x() - first) // _COLUMN)
        if 0 <= place < len(self.months):
            self.hand = place
            self.viewport().update()
            self.checkAsked.emit(face.id, self.months[place], None)

    def draw(self, p: QPainter, box: QRectF, face: KeptFace) -> None:
        middle = box.center().y()
        first = box.left() + month_left(box.width(), len(face.cells), 0)
        draw_glyph(p, face.voice, box.left() + _PAD, middle, 9)
        room = QRectF(box.left() + _PAD + 22, box.top(), first - box.left() - _PAD - 30, box.height())
        if face.next_step and not self._step_room(box):
            draw_text(p, room.adjusted(0, 3, 0, -18), face.promise, "small", "ink", 500)
            draw_text(p, room.adjusted(0, 20, 0, -2), face.next_step, "caption", "muted")
        else:
            draw_shortened(p, room, face.promise, "small", "ink", 500, lines=2)
        current = self.chosen == face.id and self.hasFocus()
        for place, (_month, cell) in enumerate(face.cells):
            at = QRectF(first + place * _COLUMN, box.top(), _COLUMN, box.height())
            if current and place == self.hand:
                rounded(p, at.adjusted(6, 7, -6, -6), 6, None, theme().focus, 1.5)
            if cell is None:
                rounded(p, QRectF(at.center().x() - 2.5, middle - 2.5, 5, 5), 2.5, theme().hairline_strong)
            elif cell.words:
                tone = "ink" if cell.kept is None else "fine.text" if cell.kept else "fix.text"
                draw_text(p, at, cell.words, "small", tone, 600, CENTRE)
            else:
                tick = QRectF(at.center().x() - 7, round(middle - 7), 14, 14)
                draw_icon(p, "check", tick, "fine.text", "bold")
        self._state(p, box, face)

    def _state(self, p: QPainter, box: QRectF, face: KeptFace) -> None:
        left, middle = box.left() + _state_left(box.width()), box.center().y()
        icon = QRectF(left, middle - 8, 16, 16)
        tone = {"kept": "fine", "broken": "fix", "open": ""}[face.state]
        if face.state == "kept":
            draw_icon(p, "check-circle", icon, "fine.fill", "fill")
        elif face.state == "broken":
            draw_icon(p, "link-break", icon, "fix.text")
        else:
            rounded(p, icon, 8, None, dashed(theme().control))
        words = QRectF(icon.right() + 8, box.top(), _STATE - 24, box.height())
        draw_text(p, words, state_words(face.state), "small", f"{tone}.text" if tone else "muted", 600 if tone else 400)
        if wide := self._step_room(box):
            room = QRectF(box.right() - _PAD - wide, box.top(), wide, box.height())
            draw_text(p, room, face.next_step, "small", "ink", None, RIGHT)

    @staticmethod
    def _step_room(box: QRectF) -> float:
        """How much room there is for what follows at the right; 0 where it stands under the promise."""
        wide = box.width() - _PAD - _state_left(box.width()) - _STATE - 4
        return wide if wide > 60 else 0.0


class CheckSheet(PopSheet):
    """Asks what came of a promise in one period: kept or not, the figure, and what follows."""

    def __init__(self, workspace: Workspace, host: QWidget) -> None:
        super().__init__(host)
        self._workspace = workspace
        self._promise: RowId = ""
        self._period = ""
        self.setAccessibleName(_("Was it kept?"))
        self._title = Text("", "small", "ink", 600, lines=2)
        self.kept = Segmented([("", _("By the figure")), ("kept", _("Kept")), ("broken", _("Broken"))])
        self.figure = LineEdit("", "")
        self.figure.returnPressed.connect(self.keep)
        self.step = Words(lines=2)
        self.step.done.connect(self.keep)
        self._figure_field = Field(_("Figure"), self.figure)
        for widget in (self._title, self.kept, self._figure_field, Field(_("What follows"), self.step)):
            self.column.addWidget(widget)
        self.add_foot(_("Keep it"))

    def open_for(self, promise: RowId, period: str, check: PromiseCheck | None, box: QRectF) -> None:
        """Start on a promise and a period; ``box`` is the place of its row on the page."""
        plan = self._workspace.plan
        row = plan.commitments[promise]
        numbers, target = numbers_of(plan), target_of(row, period)
        self._promise, self._period = promise, period
        self._title.setText(f"{whole_name(plan, row)}, {numbers.period(period)}")
        self.kept.set_current("" if check is None or check.kept is None else "kept" if check.kept else "broken")
        self._unit = unit_of(row)
        self.figure.setText(numbers.of_unit(None if check is None else check.value, self._unit, short=False))
        words = numbers.of_unit(target, self._unit, short=False)
        promised = _("Promised: {target}").format(target=words) if words else ""
        self.figure.setPlaceholderText(promised)
        self.step.setPlainText((check.next_step or "") if check else "")
        self._figure_field.set_error("")
        self.open_at(box, self.figure)

    def keep(self) -> None:
        numbers = numbers_of(self._workspace.plan)
        text = self.figure.text()
        try:
            value = numbers.read_of_unit(text, self._unit)
        except NotANumber as error:
            self._figure_field.set_error(str(error))
            self.fit()
            return
        kept = {"": None, "kept": True, "broken": False}[self.kept.current]
        step = self.step.toPlainText()
        self.give_up()
        self._workspace.apply(CheckPromise(self._promise, self._period, kept, value, step))


class KeptCard(Card):
    """All promises over the last months."""

    def __init__(self, workspace: Workspace, host: QWidget) -> None:
        super().__init__()
        self._workspace, self._host = workspace, host
        self.list = KeptList()
        self.list.checkAsked.connect(self.check)
        self.list.opened.connect(self._ask_in_hand)
        self.list.deleteAsked.connect(self._empty_in_hand)
        self.list.menuAsked.connect(self._menu)
        self.sheet = CheckSheet(workspace, host)
        self.sheet.closed.connect(self.list.setFocus)
        self._words = Text("", "small", "muted", lines=1)
        self._columns = _Columns()
        head = QHBoxLayout()
        head.setContentsMargins(24, 12, 24, 0)
        head.setSpacing(12)
        head.addWidget(Text(_("Promises"), "card", lines=1))
        head.addWidget(self._words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 1, 10)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._columns)
        column.addWidget(self.list)

    def show_plan(self, plan: Plan) -> None:
        """Show the promises of this plan."""
        shown = shown_months(plan, self._workspace.as_of, months_for(self.width()))
        faces = kept_faces(plan, shown)
        numbers = numbers_of(plan)
        self._words.setText(kept_words(faces))
        self._columns.months = [numbers.month(month, year=False) for month in shown]
        self._columns.update()
        self.list.set_months(shown)
        self.list.show_faces(faces)
        self.list.setFixedHeight(max(72, _ROW * len(faces)))

    def check(self, id: RowId, month: Month, kept: bool | None) -> None:
        """Say at once whether a promise was kept in a month, or ask."""
        work = self._workspace
        row = work.plan.commitments.get(id)
        if row is None:
            return
        period = period_of_month(row, month)
        found = next((one for one in promises_kept(work.plan) if one.promise.id == id), None)
        check = found.checks.get(month) if found else None
        if kept is not None:
            value, step = (check.value, check.next_step or "") if check else (None, "")
            work.apply(CheckPromise(id, period, kept, value, step))
            return
        corner = self.list.viewport().mapTo(self._host, QPoint(0, 0))
        self.sheet.open_for(id, period, check, self.list.row_box(id).translated(corner.x(), corner.y()))

    def show_check(self, check: PromiseCheck) -> bool:
        """Take the promise of a check in hand."""
        return self.list.take(check.commitment)

    def _ask_in_hand(self, id: RowId) -> None:
        if self.list.months:
            self.check(id, self.list.months[self.list.hand], None)

    def _empty_in_hand(self, id: RowId) -> None:
        row = self._workspace.plan.commitments.get(id)
        if row is not None and self.list.months:
            period = period_of_month(row, self.list.months[self.list.hand])
            self._workspace.apply(CheckPromise(id, period, None))

    def _menu(self, id: RowId, point: QPoint) -> None:
        menu = Menu(self)
        menu.add(_("Kept"), "K", "check").triggered.connect(self._kept)
        menu.add(_("Broken"), "B", "link-break").triggered.connect(self._broken)
        menu.add(_("Figure and what follows"), _("Enter"), "pencil-simple").triggered.connect(self._ask)
        menu.add(_("Leave it open"), "Del", "trash").triggered.connect(self._leave)
        menu.popup(point)

    def _say(self, kept: bool) -> None:
        if self.list.chosen and self.list.months:
            self.check(self.list.chosen, self.list.months[self.list.hand], kept)

    def _kept(self) -> None:
        self._say(True)

    def _broken(self) -> None:
        self._say(False)

    def _ask(self) -> None:
        self._ask_in_hand(self.list.chosen or "")

    def _leave(self) -> None:
        self._empty_in_hand(self.list.chosen or "")
