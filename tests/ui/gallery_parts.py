"""The parts on four sheets, laid out like the inventory of the design language, with made-up data."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from planner.ui.parts.avatar import Avatar
from planner.ui.parts.badge import KeyCap
from planner.ui.parts.button import Button, IconButton
from planner.ui.parts.card import Card, Line, Paper
from planner.ui.parts.chip import Chip, state_look, state_name, warning_chip
from planner.ui.parts.coachcards import FindingRow
from planner.ui.parts.combo import Combo
from planner.ui.parts.datefield import DateField
from planner.ui.parts.edits import LineEdit, TextArea
from planner.ui.parts.emptypage import EmptyPage
from planner.ui.parts.field import Field
from planner.ui.parts.glyph import VOICE_NAMES, Glyph
from planner.ui.parts.grid import GridView
from planner.ui.parts.gridcell import LOOK_ROLE, CellLook
from planner.ui.parts.halves import HalvesFoot
from planner.ui.parts.mark import OverlapScore
from planner.ui.parts.meter import BaselineBar, Meter
from planner.ui.parts.paint import RIGHT
from planner.ui.parts.segmented import Segmented
from planner.ui.parts.slider import CutSlider
from planner.ui.parts.text import Text
from planner.ui.parts.toggles import CheckBox, Switch


def row(*widgets: QWidget, gap: int = 12, end: bool = True) -> QHBoxLayout:
    made = QHBoxLayout()
    made.setSpacing(gap)
    for widget in widgets:
        made.addWidget(widget)
    if end:
        made.addStretch(1)
    return made


def sheet(title: str, *content: QWidget | QBoxLayout, gap: int = 12) -> Card:
    card = Card()
    column = QVBoxLayout(card)
    column.setContentsMargins(20, 16, 20, 16)
    column.setSpacing(gap)
    column.addWidget(Text(title, "overline", "muted"))
    for item in content:
        if isinstance(item, QWidget):
            column.addWidget(item)
        else:
            column.addLayout(item)
    column.addStretch(1)
    return card


def measures() -> Card:
    answered, heard, envelope = Meter(), Meter(), Meter(judged=False)
    answered.set_share(12, "Inputs answered", 14)
    heard.set_share(6, "People heard", 9)
    envelope.set_share(492, "Envelope exceeded", 480)
    goal = BaselineBar()
    goal.set_values(26, 40, 42, "26, goal 40, likely 42", 46)
    return sheet(
        "Measures",
        _named("Inputs answered", "12 of 14"),
        answered,
        _named("People heard", "6 of 9"),
        heard,
        _named("Envelope exceeded", "£12k over", "fix.text"),
        envelope,
        Line(),
        _named("Baseline to target", "Likely 42", "fine.text"),
        goal,
        Line(),
        row(*(OverlapScore(score, 40) for score in (0, 20, 52, 78, 95)), gap=8),
        gap=8,
    )


def _named(left: str, right: str, tone: str = "ink") -> QHBoxLayout:
    return row(Text(left, "small"), Text(right, "small", tone, 600, align=RIGHT), end=False)


def controls() -> Card:
    off = Button("Disabled", "primary")
    off.setEnabled(False)
    wrong, day = Field("When", LineEdit("31 Feb")), Field("Date", DateField(2026))
    wrong.set_error("No such day. The last is 28 February.")
    assert isinstance(day.editor, DateField)
    day.editor.set_day("2026-11-10")
    combo = Combo([("sales", "Sales"), ("finance", "Finance")])
    combo.set_items([("sales", "Sales"), ("finance", "Finance")], ["sales", "finance"])
    combo.set_key("finance")
    shared, private, dots, cut = CheckBox("Shared"), CheckBox("Private"), Switch("Dots"), CutSlider()
    shared.setChecked(True)
    dots.setChecked(True)
    cut.show_cut("The cut", 40, "£192k", "£480k")
    filters = Segmented([("all", "All"), ("new", "New"), ("accepted", "Accepted")])
    for key, count in (("all", 14), ("new", 2), ("accepted", 6)):
        filters.set_count(key, count)
    flag = IconButton("flag", "Findings")
    flag.set_badge(3, "look")
    return sheet(
        "Controls",
        row(Button("Sign off", "primary"), Button("Add goal", icon="plus"), Button("Skip", "quiet")),
        row(Button("Sign for sales", "primary", voice="sales", icon="pen-nib"), off, flag),
        row(
            Button("Answer", size="small"),
            Button("Take back", icon="arrow-u-up-left", size="small"),
            Button("Show", "link"),
        ),
        row(filters),
        Field("Measure", LineEdit("Installations a year")),
        wrong,
        row(day, Field("Voice", combo), end=False),
        Field("In their words", TextArea("Ask us before you reprint.", style="quote", lines=2)),
        row(shared, private, dots, gap=20),
        cut,
        gap=10,
    )


def chips() -> Card:
    foot = HalvesFoot()
    foot.set_halves(
        ("Priya Nair", "420 qualified leads (310 now)"), ("Ewa Lindqvist", "Win 22% of quotations, up from 19%")
    )
    part = HalvesFoot()
    part.set_halves(("", ""), ("Martin Okafor", "Offer made by name at every order"))
    people = [
        ("Priya Nair", "marketing"),
        ("Martin Okafor", "sales"),
        ("Sofia Marchetti", "agency"),
        ("Helen Brandt", "shared"),
        ("Graham Pell", "finance"),
    ]
    return sheet(
        "Chips",
        row(*(_state(state) for state in ("new", "accepted", "adapted")), gap=8),
        row(_state("parked"), _state("declined"), KeyCap("Ctrl K"), gap=8),
        row(*(_state(state) for state in ("keep", "revise", "replace", "retire")), gap=8),
        row(warning_chip("No input behind it yet")),
        row(*(Avatar(name, voice, 32) for name, voice in people), Avatar("Callum Reid", "sales", 32, heard=False)),
        row(*(Glyph(voice, 12) for voice in VOICE_NAMES)),
        foot,
        part,
    )


def _state(state: str) -> Chip:
    icon, ground, words = state_look(state)
    return Chip(state_name(state), ground, words, icon=icon)


class Cells(QAbstractTableModel):
    """A made-up month grid that shows every state."""

    HEADS = ("£k", "Jan", "Feb", "Mar", "Apr", "Year")
    ROWS: tuple[tuple[tuple[str, CellLook], ...], ...] = (
        tuple(
            (text, CellLook("group", head=n == 0, open=True if n == 0 else None, bold=n == 5))
            for n, text in enumerate(("Trade shows", "14", "38", "2", "", "138"))
        ),
        (
            ("Packline Birmingham", CellLook(head=True, voice="marketing")),
            ("14", CellLook()),
            ("38", CellLook(note=True)),
            ("2", CellLook()),
            ("", CellLook(marked=True)),
            ("54", CellLook(bold=True)),
        ),
        (
            ("Demo unit on the van", CellLook(head=True, voice="sales")),
            ("x9", CellLook(wrong="Not a number")),
            ("9", CellLook(changed_by="sales")),
            ("4", CellLook()),
            ("4", CellLook(marked=True)),
            ("39", CellLook(bold=True)),
        ),
        tuple(
            (text, CellLook("locked" if n else "rest", head=n == 0, voice="agency" if n == 0 else "", lock=n == 0))
            for n, text in enumerate(("Agency retainer", "6", "5", "6", "5", "66"))
        ),
        tuple(
            (text, CellLook("total", head=n == 0)) for n, text in enumerate(("Total", "33", "62", "43", "39", "463"))
        ),
    )

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return len(self.ROWS)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return len(self.HEADS)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.HEADS[section] if orientation == Qt.Orientation.Horizontal else None
        if role == Qt.ItemDataRole.TextAlignmentRole and section:
            return Qt.AlignmentFlag.AlignRight
        return None

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> Any:
        text, look = self.ROWS[index.row()][index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return text
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column():
            return Qt.AlignmentFlag.AlignRight
        return look if role == LOOK_ROLE else None


def grid() -> GridView:
    view = GridView(28)
    view.setModel(Cells(view))
    view.setColumnWidth(0, 180)
    for column in range(1, 6):
        view.setColumnWidth(column, 52)
    view.horizontalHeader().mark(4)  # type: ignore[attr-defined]
    view.setMinimumHeight(32 + 5 * 28)
    return view


def board() -> QWidget:
    """All sheets beside each other, 1440 by 900."""
    paper = Paper()
    columns = QHBoxLayout(paper)
    columns.setContentsMargins(32, 32, 32, 32)
    columns.setSpacing(20)
    columns.addWidget(controls(), 10)
    columns.addWidget(chips(), 10)
    columns.addWidget(measures(), 9)
    last = QVBoxLayout()
    last.addWidget(sheet("Grid cells", grid()))
    last.addWidget(
        sheet(
            "Finding row",
            FindingRow("fix", "Joan has not been heard.", 1),
            Line(),
            FindingRow("look", "2 inputs have no answer.", 2),
            FindingRow(
                "fine", "Every declined input carries a reason. Nothing else is open in this chapter of the plan."
            ),
        )
    )
    last.addWidget(
        sheet(
            "Type",
            *(
                Text(words, style)
                for words, style in (
                    ("What is missing?", "empty"),
                    ("Chapter heading", "chapter"),
                    ("Card title", "card"),
                    ("A customer’s words, quoted", "quote"),
                    ("Helen Brandt", "signature"),
                    ("59% £21.0m 1,204.50", "figure 28"),
                )
            ),
        )
    )
    columns.addLayout(last, 14)
    return paper


def empty() -> EmptyPage:
    return EmptyPage(
        "The brief starts with a question.",
        "An agency that asks nothing is guessing. Write the first thing you would need to know. "
        "Marketing and sales answer it here, and the answer goes into the brief.",
        "Write the first question",
        "or start from 12 kickoff questions",
    )
