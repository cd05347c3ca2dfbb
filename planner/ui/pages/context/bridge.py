"""The bridge on its card, and the dialog in which one of its steps is written."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout

from planner.calc.bridge import bridge_of
from planner.i18n import _
from planner.model.edits import AddRow, DeleteRows, MoveRow, SetFields
from planner.model.fields import Money, RowId
from planner.model.ids import new_id
from planner.model.plan import SINGLETONS, BridgeStep, Plan, Row
from planner.ui.numbers import NotANumber, numbers_of
from planner.ui.pages.context.figures import PART_NAMES, BridgeFigures, bridge_figures, verdict_of
from planner.ui.parts.button import Button, IconButton
from planner.ui.parts.card import Card
from planner.ui.parts.coachcards import LevelIcon
from planner.ui.parts.dialog import Dialog
from planner.ui.parts.edits import LineEdit
from planner.ui.parts.field import Field
from planner.ui.parts.menu import Menu
from planner.ui.parts.text import Text
from planner.ui.parts.waterfall import Waterfall
from planner.ui.workspace import Workspace


class BridgeCard(Card):
    """Title, what the steps come to, and the drawing. N, where the keyboard is on it, adds a step."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.setAccessibleName(_("The bridge from last year to the goal"))
        self.setFixedHeight(264)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._unit = Text("", "small", "muted", lines=1)
        self._sign: dict[str, LevelIcon] = {level: LevelIcon(level, 16) for level in ("fine", "look")}
        self._verdict = Text("", "small", "muted", 500, lines=1)
        self.add = IconButton("plus", _("Add a step"), side=28, glyph=14)
        self.add.clicked.connect(self.add_new)
        self.drawing = Waterfall()
        self.drawing.opened.connect(self.open_step)
        self.drawing.moved.connect(self._move)
        self.drawing.removed.connect(self._remove)
        self.drawing.menuAsked.connect(self._menu)
        self._asked = ""
        head = QHBoxLayout()
        head.setContentsMargins(23, 10, 18, 0)
        head.setSpacing(8)
        head.addWidget(Text(_("The bridge from last year to the goal"), "card", lines=1), 1)
        for sign in self._sign.values():
            head.addWidget(sign)
        head.addWidget(self._verdict)
        head.addSpacing(8)
        head.addWidget(self._unit)
        head.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addStretch(1)
        column.addWidget(self.drawing)

    def show_plan(self, plan: Plan) -> None:
        """Show the bridge of this plan."""
        figures: BridgeFigures = bridge_figures(plan)
        self.drawing.show_piers(figures.piers, figures.floor, figures.ticks)
        self._unit.setText(_("Revenue in {unit}").format(unit=figures.unit) if figures.unit else _("Revenue"))
        self._verdict.setText(figures.verdict)
        self._verdict.set_colour(f"{figures.level}.text" if figures.level else "muted")
        for level, sign in self._sign.items():
            sign.setVisible(level == figures.level)

    def add_new(self) -> None:
        """Ask for one more step, before the goal."""
        StepDialog(self._workspace, "").open_over(self.window())

    def open_step(self, key: str) -> None:
        """Change one column: a total, a step that is a fact, or a step of its own."""
        StepDialog(self._workspace, key).open_over(self.window())

    def _move(self, key: str, by: int) -> None:
        ids = [row.id for row in self._workspace.plan.bridge_steps]
        if key not in ids or not 0 <= ids.index(key) + by < len(ids):
            return
        other = ids.index(key) + by
        before = ids[other] if by < 0 else (ids[other + 1] if other + 1 < len(ids) else None)
        if self._workspace.apply(MoveRow("bridge_step", key, before)) is not None:
            handle = self.drawing.handle(key)
            if handle is not None:
                handle.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _remove(self, key: str) -> None:
        if key in self._workspace.plan.bridge_steps:
            self._workspace.apply(DeleteRows("bridge_step", (key,)))

    def _menu(self, key: str, point: QPoint) -> None:
        self._asked = key
        menu = Menu(self)
        menu.add(_("Edit"), _("Enter"), "pencil-simple").triggered.connect(self._open_asked)
        menu.add(_("Add a step"), "N", "plus").triggered.connect(self.add_new)
        if key in self._workspace.plan.bridge_steps:
            menu.add(_("Move left"), "Alt ←", "arrow-left").triggered.connect(self._left_asked)
            menu.add(_("Move right"), "Alt →", "arrow-right").triggered.connect(self._right_asked)
            menu.add(_("Delete"), _("Del"), "trash").triggered.connect(self._remove_asked)
        menu.popup(point)

    def _open_asked(self) -> None:
        self.open_step(self._asked)

    def _left_asked(self) -> None:
        self._move(self._asked, -1)

    def _right_asked(self) -> None:
        self._move(self._asked, 1)

    def _remove_asked(self) -> None:
        self._remove(self._asked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_N and not event.modifiers():
            self.add_new()
        else:
            super().keyPressEvent(event)


class StepDialog(Dialog):
    """One column of the bridge: a fact by the name of its field, a step by its id, or a new step for an empty key."""

    def __init__(self, workspace: Workspace, key: str) -> None:
        plan = workspace.plan
        self._row: BridgeStep | None = plan.bridge_steps.get(key)
        self._fact = key if key in PART_NAMES else ""
        title = _(PART_NAMES[key]) if self._fact else _("A step of the bridge")
        super().__init__(title, 440)
        self._workspace = workspace
        row = self._row
        self.name = LineEdit((row.name or "") if row else "", _("Such as new lines, or a customer who leaves"))
        amount = getattr(plan.facts, key) if self._fact else row.amount if row else None
        numbers = numbers_of(plan)
        self.amount = LineEdit(numbers.money(amount), _("Such as {example}").format(example=_example(plan)))
        self.how = LineEdit((row.arithmetic or "") if row else "", _("Such as 14 × £125k"))
        help = "" if key in ("bridge_base", "bridge_target") else _("With a minus where it is lost.")
        self._name_field = Field(_("What changes"), self.name)
        self._amount_field = Field(_("Amount"), self.amount, help)
        if not self._fact:
            self.body.addWidget(self._name_field)
        self.body.addWidget(self._amount_field)
        if not self._fact:
            self.body.addWidget(Field(_("How it is worked out"), self.how))
        self._verdict = Text("", "small", "muted")
        self.body.addWidget(self._verdict)
        self.amount.textChanged.connect(self._tell)
        self._tell()
        if row is not None:
            take_out = Button(_("Delete"), "quiet", icon="trash")
            take_out.clicked.connect(self._delete)
            self.foot.insertWidget(0, take_out)
        self.add_button(Button(_("Cancel")))
        keep = self.add_button(Button(_("Keep it") if key else _("Add step"), "primary"), finishes=False)
        keep.clicked.connect(self.keep)

    def _tell(self) -> None:
        """What the bridge would come to with what is typed."""
        plan = self._workspace.plan
        try:
            amount = numbers_of(plan).read_money(self.amount.text())
        except NotANumber:
            return
        if self._fact:
            given: dict[str, Any] = {self._fact: amount}
            row: Row = replace(plan.facts, **given)
        else:
            row = replace(self._row or BridgeStep(id="", position=10**9), amount=amount)
        tried = plan.with_tables({row.TABLE: plan.table(row.TABLE).with_changes({row.id: row})})
        level, words = verdict_of(tried, bridge_of(tried))
        self._verdict.setText(words)
        self._verdict.set_colour(f"{level}.text" if level else "muted")

    def keep(self) -> None:
        """Bring it to the plan; what cannot be read is said under its field."""
        name = self.name.text().strip()
        self._name_field.set_error("" if name or self._fact else _("Give the step a name."))
        try:
            amount = numbers_of(self._workspace.plan).read_money(self.amount.text())
        except NotANumber as error:
            self._amount_field.set_error(str(error))
            return
        self._amount_field.set_error("")
        if not name and not self._fact:
            return
        self._apply(name, amount, self.how.text().strip() or None)

    def _apply(self, name: str, amount: Money | None, how: str | None) -> None:
        work = self._workspace
        id: RowId
        if self._fact:
            id = SINGLETONS["facts"]
            if getattr(work.plan.facts, self._fact) != amount:
                work.apply(SetFields("facts", id, {self._fact: amount}))
        elif self._row is None:
            id = new_id()
            work.apply(AddRow("bridge_step", {"name": name, "amount": amount, "arithmetic": how}, id))
        else:
            id = self._row.id
            given = {"name": name, "amount": amount, "arithmetic": how}
            changed = {field: value for field, value in given.items() if getattr(self._row, field) != value}
            if changed:
                work.apply(SetFields("bridge_step", id, changed))
        self.finish(id)

    def _delete(self) -> None:
        if self._row is not None:
            self._workspace.apply(DeleteRows("bridge_step", (self._row.id,)))
        self.finish(None)


def _example(plan: Plan) -> str:
    numbers = numbers_of(plan)
    return numbers.in_currency(numbers.number(1.5, 1), "m")
