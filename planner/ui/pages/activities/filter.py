"""The row over the activities: search, side, state, what answers nobody, months or weeks."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from planner.i18n import _, _n
from planner.model.fields import fields_of
from planner.model.plan import Activity, Plan
from planner.ui.pages.activities.model import ActivitiesModel
from planner.ui.parts.button import Button
from planner.ui.parts.combo import Combo
from planner.ui.parts.edits import LineEdit
from planner.ui.parts.glyph import VOICE_NAMES
from planner.ui.parts.segmented import Segmented
from planner.ui.reading import choice_words


class Filter(QWidget):
    """`changed` when other activities are wanted, `unitChosen(unit)` for months or weeks."""

    changed = Signal()
    unitChosen = Signal(object)

    def __init__(self, model: ActivitiesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.words = LineEdit("", _("Search"))
        self.words.setAccessibleName(_("Search activities"))
        self.words.setClearButtonEnabled(True)
        self.words.setMinimumWidth(120)
        self.words.setMaximumWidth(280)
        self.words.textChanged.connect(self._search)
        self.side = Combo([("", _("All sides"))])
        self.side.setAccessibleName(_("Side"))
        self.side.chosen.connect(self._choose_side)
        states = fields_of(Activity)["status"].choices
        self.state = Combo([("", _("Any state")), *((word, choice_words(word)) for word in states),
                            ("none", _("No state yet"))])  # fmt: skip
        self.state.setAccessibleName(_("State"))
        self.state.chosen.connect(self._choose_state)
        self.side.set_key("")
        self.state.set_key("")
        self.open = Button("", "quiet", icon="chat-circle-dots")
        self.open.setCheckable(True)
        self.open.clicked.connect(self._choose_open)
        self.units = Segmented([("month", _("Months")), ("week", _("Weeks"))])
        self.units.chosen.connect(self.unitChosen)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        row.addWidget(self.side)
        row.addWidget(self.state)
        row.addWidget(self.open)
        row.addStretch(1)
        row.addWidget(self.units)

    def show_plan(self, plan: Plan) -> None:
        """Offer the sides of this plan, count what answers nobody, and say what is searched."""
        wanted, faces = self._model.wanted, [self._model.face(row.id) for row in plan.activities]
        sides = dict.fromkeys(side for face in faces for side in (face.lead, face.support) if side)
        known = [side for side in VOICE_NAMES if side in sides]
        self.side.set_items([("", _("All sides")), *((side, _(VOICE_NAMES[side])) for side in known)], ["", *known])
        self.side.set_key(wanted.side)
        self.state.set_key(wanted.state)
        if self.words.text() != wanted.words and not self.words.hasFocus():
            self.words.setText(wanted.words)
        count = sum(1 for face in faces if not face.quotes)
        self.open.setText(_n("{n} without input", "{n} without input", count).format(n=count))
        self.open.setChecked(wanted.unanswered)
        self.open.setVisible(count > 0 or wanted.unanswered)

    def _search(self, text: str) -> None:
        self._model.want(words=text)
        self.changed.emit()

    def _choose_side(self, side: str) -> None:
        self._model.want(side=side)
        self.changed.emit()

    def _choose_state(self, state: str) -> None:
        self._model.want(state=state)
        self.changed.emit()

    def _choose_open(self) -> None:
        self._model.want(unanswered=self.open.isChecked())
        self.changed.emit()
