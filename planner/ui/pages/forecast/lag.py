"""How many months pass: shares by month as bars, with where they come from and whether they add up."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.i18n import _
from planner.model.edits import SetFields
from planner.model.plan import SINGLETONS, Plan
from planner.ui.forms.form import Form
from planner.ui.numbers import numbers_of
from planner.ui.parts.bars import BarsEditor
from planner.ui.parts.button import Button
from planner.ui.parts.card import Card
from planner.ui.parts.focus import by_keyboard
from planner.ui.parts.text import Text
from planner.ui.workspace import Workspace

_ID = SINGLETONS["funnel"]


class LagCard(Card):
    """One of the two waits of the funnel."""

    def __init__(self, workspace: Workspace, field: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._field = workspace, field
        self.bars = BarsEditor(title, _plain)
        self.bars.given.connect(self._give)
        self._said = Text("", "small", "muted")
        self.mend = Button(_("Make it add up"), "link", size="small")
        self.mend.clicked.connect(self.add_up)
        self._form = Form(workspace, "funnel", (("", (f"{field}_evidence",)),))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 18)
        column.setSpacing(8)
        column.addWidget(Text(title, "card", lines=1))
        column.addWidget(
            Text(_("Of a hundred that become one, how many months after the lead came?"), "small", "muted")
        )
        column.addWidget(self.bars)
        row = QHBoxLayout()
        row.addWidget(self._said, 1)
        row.addWidget(self.mend)
        column.addLayout(row)
        column.addWidget(self._form)

    def show_plan(self, plan: Plan) -> None:
        """Show the wait of this plan."""
        shares, numbers = getattr(plan.funnel, self._field), numbers_of(plan)
        self.bars.show_shares(shares, numbers.share)
        self._form.show_row(plan, plan.funnel)
        whole = sum(shares)
        even = abs(whole - 1) < 1e-6
        if not shares:
            said = _("Not known yet. Press the up key on a bar, or pull it.")
        elif even:
            mean = sum(wait * share for wait, share in enumerate(shares)) / whole
            said = _("{n} months on average.").format(n=numbers.number(mean, 1))
        else:
            said = _("Adds up to {share} instead of 100%.").format(share=numbers.share(round(whole, 4)))
        self._said.setText(said)
        self._said.set_colour("muted" if even or not shares else "look.text")
        self.mend.setVisible(bool(shares) and not even and whole > 0)

    def show_field(self, field: str) -> bool:
        """Put the keyboard on the bars, or into where they come from. False for another field."""
        if field == self._field:
            by_keyboard(self.bars)
            return True
        return self._form.focus_field(field)

    def add_up(self) -> None:
        """Every share in proportion, so that together they are everything."""
        shares = getattr(self._workspace.plan.funnel, self._field)
        whole = sum(shares)
        if whole > 0:
            self._give((*(round(share / whole, 6) for share in shares[:-1]), _rest(shares, whole)))

    def _give(self, shares: tuple[float, ...]) -> None:
        self._workspace.apply(SetFields("funnel", _ID, {self._field: shares}))


def _rest(shares: tuple[float, ...], whole: float) -> float:
    """The last share takes what rounding leaves."""
    return round(1.0 - sum(round(share / whole, 6) for share in shares[:-1]), 6)


def _plain(share: float) -> str:
    return f"{share * 100:.0f}%"
