"""Looking for inputs: by words, by who said it, by its kind; and in which order they stand."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from planner.i18n import _
from planner.model.fields import RowId
from planner.model.plan import Plan
from planner.ui.icons import draw_icon
from planner.ui.parts.button import Button
from planner.ui.parts.combo import Combo
from planner.ui.parts.edits import LineEdit
from planner.ui.parts.paint import painter
from planner.ui.reading import choice_words
from planner.ui.voices import name_of_person, voice_of


class _Search(LineEdit):
    """A line with a glass before it. Enter, the arrow down and Esc, which empties it, go back to the inputs."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__("", _("Find in what was said"))
        self.setAccessibleName(_("Find in what was said"))
        self.setTextMargins(34, 0, 10, 0)
        self.setClearButtonEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        draw_icon(painter(self), "magnifying-glass", QRectF(12, self.height() / 2 - 8, 16, 16), "muted")


class FindBar(QWidget):
    """`changed` for each new wish, `left` when the keyboard goes back to the inputs. Only what occurs is offered."""

    changed = Signal()
    left = Signal()

    def __init__(self, order: Button) -> None:
        super().__init__()
        self.search = _Search()
        self.search.textChanged.connect(self.changed)
        self.search.left.connect(self.left)
        self.givers = Combo([("", _("Said by anybody"))])
        self.givers.setAccessibleName(_("Said by"))
        self.kinds = Combo([("", _("Every kind"))])
        self.kinds.setAccessibleName(_("Kind"))
        for combo in (self.givers, self.kinds):
            combo.set_key("")
            combo.chosen.connect(self.changed)
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 0, 32, 8)
        row.setSpacing(12)
        row.addWidget(self.search, 5)
        row.addWidget(self.givers, 3)
        row.addWidget(self.kinds, 3)
        row.addWidget(order)

    def show_plan(self, plan: Plan) -> None:
        """Offer the people and the kinds of this plan's inputs."""
        people = dict.fromkeys(row.given_by for row in plan.sales_inputs if row.given_by in plan.people)
        kinds = dict.fromkeys(row.category for row in plan.sales_inputs if row.category)
        named = sorted((name_of_person(plan, id), id) for id in people)
        self.givers.set_items(
            [("", _("Said by anybody")), *((id, name) for name, id in named)],
            ["", *(voice_of(plan, id) for _name, id in named)],
        )
        self.kinds.set_items([("", _("Every kind")), *((kind, choice_words(kind)) for kind in sorted(kinds))])
        for combo in (self.givers, self.kinds):
            if combo.key is None:
                combo.set_key("")

    @property
    def giver(self) -> RowId | None:
        """Whose inputs are looked for; None for everybody's."""
        return str(self.givers.key or "") or None

    @property
    def kind(self) -> str | None:
        """Which kind is looked for; None for every kind."""
        return str(self.kinds.key or "") or None

    @property
    def words(self) -> str:
        """The words that are looked for."""
        return self.search.text()

    def clear(self) -> None:
        """Look for nothing in particular."""
        for combo in (self.givers, self.kinds):
            combo.set_key("")
        self.search.clear()
        self.changed.emit()
