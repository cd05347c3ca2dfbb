"""The dialog in which the leads of an activity are estimated: from, likely, to, and how they come over the months."""

from planner.calc.leads import leads_by_month
from planner.calc.phasing import after_money, spread_count, weights
from planner.calc.runs import months_of
from planner.i18n import _
from planner.model.edits.activities import EstimateLeads
from planner.model.fields import Month, RowId
from planner.model.words import whole_name
from planner.ui.numbers import NotANumber, numbers_of
from planner.ui.parts.button import Button
from planner.ui.parts.combo import Combo
from planner.ui.parts.dialog import Dialog
from planner.ui.parts.edits import LineEdit
from planner.ui.parts.field import Field
from planner.ui.workspace import Workspace

AS_NOW, EVEN, FRONT, LATE, MONEY = "now", "even", "front", "late", "money"


class EstimateDialog(Dialog):
    """Three figures and a pattern; kept together as one step."""

    def __init__(self, workspace: Workspace, id: RowId) -> None:
        plan = workspace.plan
        row = plan.activities[id]
        super().__init__(_("How many leads?"), 460, lines=whole_name(plan, row))
        self._workspace, self._row = workspace, row
        self._months = leads_by_month(plan, id)
        self._numbers = numbers_of(plan)
        given = (row.leads_low, row.leads_likely, row.leads_high)
        names = (_("If it goes badly"), _("Likely"), _("If it goes well"))
        self.lines = [LineEdit("" if value is None else self._numbers.number(value)) for value in given]
        self._fields = [Field(name, line) for name, line in zip(names, self.lines, strict=True)]
        for one in self._fields:
            self.body.addWidget(one)
        ways = [(EVEN, _("The same in each month")), (FRONT, _("Most at the start")), (LATE, _("Most at the end"))]
        if self._after_money():
            ways.append((MONEY, _("With its money, half of which works on a month later")))
        if self._months:
            ways.insert(0, (AS_NOW, _("In the shape they have now")))
        self.way = Combo(ways)
        self.way.set_key(ways[0][0])
        words = "" if self._span() else _("The months follow when the activity has a start and an end.")
        self.body.addWidget(Field(_("How they come"), self.way, words))
        self.add_button(Button(_("Cancel")), None)
        keep = self.add_button(Button(_("Keep it"), "primary"), finishes=False)
        keep.clicked.connect(self.keep)

    def _span(self) -> tuple[Month, ...]:
        """The months over which leads are spread."""
        return months_of(self._workspace.plan, self._row)

    def _after_money(self) -> tuple[float, ...]:
        """The shape of what its money does over its months; empty where none is planned."""
        spent = self._workspace.results.budget.by_activity_month.get(self._row.id, {})
        return after_money(spent, self._span())

    def keep(self) -> None:
        """Check the figures and bring them to the plan."""
        found: list[float | None] = []
        for line, one in zip(self.lines, self._fields, strict=True):
            try:
                value = self._numbers.read_number(line.text())
            except NotANumber as error:
                one.set_error(str(error))
                return
            one.set_error("")
            found.append(value)
        low, likely, high = found
        if likely is None and (low is not None or high is not None):
            self._fields[1].set_error(_("Say what is likely as well."))
            return
        known = [value for value in found if value is not None]
        if known != sorted(known) or any(value < 0 for value in known):
            self._fields[1].set_error(_("The likely figure stands between the other two, none below 0."))
            return
        edit = EstimateLeads(self._row.id, low, likely, high, self._by_month(likely))
        self._workspace.apply(edit)
        self.finish(True)

    def _by_month(self, likely: float | None) -> dict[Month, float | None]:
        if likely is None:
            return {}
        way = self.way.key
        if way == AS_NOW:
            months, shape = tuple(self._months), tuple(self._months.values())
        elif way == MONEY:
            months, shape = self._span(), self._after_money()
        else:
            months = self._span()
            shape = weights("even" if way == EVEN else "front", len(months))
            shape = shape[::-1] if way == LATE else shape
        return {month: leads for month, leads in zip(months, spread_count(likely, shape), strict=True) if leads}
