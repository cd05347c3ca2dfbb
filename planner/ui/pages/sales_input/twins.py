"""The bar over the ledger that asks whether two inputs say the same."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from planner.calc.twins import Twins
from planner.i18n import _, quoted
from planner.model.fields import RowId
from planner.model.plan import Plan, SalesInput
from planner.ui.icons import draw_icon
from planner.ui.parts.button import Button
from planner.ui.parts.card import Card
from planner.ui.parts.paint import painter, rounded
from planner.ui.parts.text import Text
from planner.ui.theme import theme


class _Sign(QLabel):
    """Two links of a chain."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(20, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_icon(painter(self), "link", QRectF(0, 0, 20, 20), "note.fill")


class TwinBar(Card):
    """One pair at a time, the most alike first. `together(keep, other)`, or `apart(keep, other)` for They differ."""

    together = Signal(object, object)
    apart = Signal(object, object)

    def __init__(self) -> None:
        super().__init__(level=0)
        self.pairs: Sequence[Twins] = ()
        """The pairs that are still to be asked about."""
        self._plan = Plan()
        self._title = Text("", "small", "ink", 600, lines=1)
        self._first = Text("", "small", "ink", lines=1)
        self._second = Text("", "small", "ink", lines=1)
        self.differ = Button(_("They differ"), "quiet", size="small")
        self.differ.clicked.connect(self._set_apart)
        self.join = Button(_("Put together"), "secondary", icon="link", size="small")
        self.join.clicked.connect(self._ask)
        words = QVBoxLayout()
        words.setSpacing(0)
        for line in (self._title, self._first, self._second):
            words.addWidget(line)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 10, 14, 10)
        row.setSpacing(14)
        row.addWidget(_Sign())
        row.addLayout(words, 1)
        row.addWidget(self.differ)
        row.addWidget(self.join)
        self.hide()

    def show_pairs(self, plan: Plan, pairs: Sequence[Twins]) -> None:
        """Ask about these pairs, the first one first."""
        self._plan, self.pairs = plan, pairs
        self.setVisible(bool(pairs))
        if not pairs:
            return
        asked = _("Do these say the same?")
        self._title.setText(f"{asked}  {_('1 of {n}').format(n=len(pairs))}" if len(pairs) > 1 else asked)
        keep, other = (self._words(id) for id in (pairs[0].keep, pairs[0].other))
        self._first.setText(keep)
        self._second.setText(other)
        self.setAccessibleName(f"{asked} {keep} {other}")
        self.join.setAccessibleDescription(f"{keep} {other}")
        self.differ.setAccessibleDescription(f"{keep} {other}")

    def _words(self, id: RowId) -> str:
        row: SalesInput = self._plan.sales_inputs[id]
        return "  ".join(part for part in (row.code, quoted(row.text or "")) if part)

    def _ask(self) -> None:
        pair = self.pairs[0]
        self.together.emit(pair.keep, pair.other)

    def _set_apart(self) -> None:
        pair = self.pairs[0]
        self.apart.emit(pair.keep, pair.other)

    def paintEvent(self, event: QPaintEvent) -> None:
        now = theme()
        rounded(painter(self), QRectF(self.rect()), self.radius, now.level("note").tint)
