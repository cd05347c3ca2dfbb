"""One editor for each kind of declared field. Each shows a value and says when another one was given."""

from collections.abc import Callable
from operator import is_
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from planner.i18n import _, mark
from planner.model.fields import Field, Kind, RowId
from planner.model.plan import Plan
from planner.ui.forms.links import LinkPicker
from planner.ui.parts.combo import Combo
from planner.ui.parts.datefield import DateField
from planner.ui.parts.edits import LineEdit, TextArea
from planner.ui.parts.flow import Flow
from planner.ui.parts.toggles import CheckBox
from planner.ui.reading import choice_words, read_value, targets, typed_words
from planner.ui.voices import voice_of

_UNKNOWN = mark("Not known")


class ValueEditor(QObject):
    """An editor in a widget. `given(value)` for a value, `complained(sentence)` for what is none, "" when fine."""

    given = Signal(object)
    complained = Signal(object)

    def __init__(self, field: Field, widget: QWidget) -> None:
        super().__init__(widget)
        self.field, self.widget = field, widget
        self.complaint = ""
        self.complained.connect(self._remember)

    def _remember(self, sentence: str) -> None:
        self.complaint = sentence

    def show_value(self, plan: Plan, value: Any, *, fresh: bool) -> None:
        """Show a value. `fresh`: it is that of another row, so that what was typed wrongly goes."""
        raise NotImplementedError


class _Typed(ValueEditor):
    """What is typed into one line or several."""

    widget: LineEdit | TextArea

    def __init__(self, field: Field, widget: LineEdit | TextArea) -> None:
        super().__init__(field, widget)
        self._plan = Plan()
        self._value: Any = None
        self._wrong = False
        widget.committed.connect(self._read)
        if field.kind in (Kind.TEXT, Kind.LONG_TEXT):
            widget.paused.connect(self._settle)

    def _settle(self, text: str) -> None:
        """Give what is typed by now, so that it is not lost; on screen no letter of it changes."""
        words = text.strip()
        if words and words != self._value:
            self._value = words
            self.given.emit(words)

    def show_value(self, plan: Plan, value: Any, *, fresh: bool) -> None:
        self._plan = plan
        if self._wrong and not fresh and value == self._value:
            return
        self._value = value
        self._say("")
        self.widget.set_text(typed_words(plan, self.field, value))

    def _read(self, text: str) -> None:
        try:
            value = read_value(self._plan, self.field, text)
        except ValueError as error:
            self._say(str(error))
            return
        if value is None and self.field.required and self._value is not None:
            self._say(_("This cannot be left empty."))
            return
        self._say("")
        if value != self._value:
            self._value = value
            self.given.emit(value)
        self.widget.set_text(typed_words(self._plan, self.field, value))

    def _say(self, sentence: str) -> None:
        self._wrong = bool(sentence)
        self.complained.emit(sentence)


class _Day(ValueEditor):
    widget: DateField

    def __init__(self, field: Field, widget: DateField) -> None:
        super().__init__(field, widget)
        widget.dayChanged.connect(self.given)
        widget.complained.connect(self.complained)

    def show_value(self, plan: Plan, value: Any, *, fresh: bool) -> None:
        if fresh or value != self.widget.day:
            self.complained.emit("")
            self.widget.set_day(value)


class _Pick(ValueEditor):
    """A choice from a list: words, yes or no, rows of another table."""

    widget: Combo

    def __init__(self, field: Field, widget: Combo) -> None:
        super().__init__(field, widget)
        self._source: tuple[object, ...] | None = None
        widget.chosen.connect(self.given)

    def show_value(self, plan: Plan, value: Any, *, fresh: bool) -> None:
        source = tuple(plan.table(name) for name in self.field.target.split())
        same = self._source is not None and all(map(is_, source, self._source))
        stranger = value is not None and self._place(value) < 0
        if not same or stranger:
            self._source = source
            items, voices = self._items(plan, value)
            self.widget.set_items(items, voices)
        self.widget.set_key(value)

    def _place(self, value: Any) -> int:
        return next((n for n in range(self.widget.count()) if self.widget.itemData(n) == value), -1)

    def _items(self, plan: Plan, value: Any) -> tuple[list[tuple[object, str]], list[str]]:
        items: list[tuple[object, str]] = [] if self.field.required else [(None, _(_UNKNOWN))]
        voices = [""] * len(items)
        if self.field.kind is Kind.YES_NO:
            items += [(True, _("Yes")), (False, _("No"))]
        elif self.field.kind is Kind.LINK:
            rows = targets(plan, self.field.target)
            items += rows
            if self.field.target == "person":
                voices += [voice_of(plan, id) for id, _words in rows]
        else:
            items += [(word, choice_words(word)) for word in self.field.choices]
            if isinstance(value, str) and value not in self.field.choices:
                items.append((value, choice_words(value)))
        return items, voices if len(voices) == len(items) else []


class _Links(ValueEditor):
    widget: LinkPicker

    def __init__(self, field: Field, widget: LinkPicker) -> None:
        super().__init__(field, widget)
        self._source: object = None
        widget.changed.connect(self._take)
        widget.complained.connect(self.complained)

    def _take(self, ids: tuple[RowId, ...]) -> None:
        """Where one is meant, the one typed last takes the place of the others."""
        if self.field.single and len(ids) > 1:
            ids = ids[-1:]
            self.widget.set_ids(ids)
        self.given.emit(ids)

    def show_value(self, plan: Plan, value: Any, *, fresh: bool) -> None:
        source = plan.table(self.field.target)
        if source is not self._source:
            self._source = source
            self.widget.set_items(targets(plan, self.field.target))
        if fresh:
            self.widget.clear_typed()
        self.widget.set_ids(value or ())


class _Checks(ValueEditor):
    """Several of a few words."""

    widget: "CheckRow"

    def __init__(self, field: Field, widget: "CheckRow") -> None:
        super().__init__(field, widget)
        widget.changed.connect(self.given)

    def show_value(self, plan: Plan, value: Any, *, fresh: bool) -> None:
        self.widget.set_chosen(value or ())


class CheckRow(QWidget):
    """A check box for each of a few words; `changed(words)` in the order of the words."""

    spoken_as = "Grouping"
    changed = Signal(object)

    def __init__(self, words: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._others: tuple[str, ...] = ()
        self._boxes = {word: CheckBox(choice_words(word), self) for word in words}
        flow = Flow(gap=14)
        flow.setContentsMargins(0, 0, 0, 0)
        for box in self._boxes.values():
            box.clicked.connect(self._tell)
            flow.addWidget(box)
        self.setLayout(flow)

    def set_chosen(self, words: tuple[str, ...]) -> None:
        self._others = tuple(word for word in words if word not in self._boxes)
        for word, box in self._boxes.items():
            box.setChecked(word in words)

    def set_wrong(self, wrong: bool) -> None:
        """Boxes cannot be wrong; every editor in a Field can be asked."""

    def _tell(self) -> None:
        chosen = tuple(word for word, box in self._boxes.items() if box.isChecked())
        self.changed.emit((*chosen, *self._others))


def _make_typed(field: Field, _plan: Plan) -> ValueEditor:
    return _Typed(field, LineEdit())


def _make_area(field: Field, _plan: Plan) -> ValueEditor:
    return _Typed(field, TextArea(lines=3))


def _make_lines(field: Field, _plan: Plan) -> ValueEditor:
    return _Typed(field, TextArea("", _("One to a line"), lines=3))


def _make_day(field: Field, plan: Plan) -> ValueEditor:
    return _Day(field, DateField(int((plan.facts.fiscal_year_start or "2027")[:4])))


def _make_pick(field: Field, _plan: Plan) -> ValueEditor:
    return _Pick(field, Combo((), "" if field.required else _(_UNKNOWN)))


def _make_links(field: Field, _plan: Plan) -> ValueEditor:
    return _Links(field, LinkPicker())


def _make_checks(field: Field, _plan: Plan) -> ValueEditor:
    return _Checks(field, CheckRow(field.choices))


_MAKERS: dict[Kind, Callable[[Field, Plan], ValueEditor]] = {
    Kind.LONG_TEXT: _make_area,
    Kind.TEXTS: _make_lines,
    Kind.SERIES: _make_lines,
    Kind.DAY: _make_day,
    Kind.YES_NO: _make_pick,
    Kind.CHOICE: _make_pick,
    Kind.LINK: _make_pick,
    Kind.LINKS: _make_links,
    Kind.CHOICES: _make_checks,
}


def editor_for(field: Field, plan: Plan) -> ValueEditor:
    """The editor for a declared field."""
    return _MAKERS.get(field.kind, _make_typed)(field, plan)
