"""What the lists of the import page show, as plain values made from a preview."""

from __future__ import annotations

from planner.exchange.cells import column_letters
from planner.exchange.lists.headers import Head
from planner.exchange.lists.hiding import IN
from planner.exchange.lists.hiding import OUT as OUTSIDE
from planner.exchange.lists.kinds import Kind
from planner.exchange.lists.preview import Preview
from planner.exchange.questions import DAYS, DECIMAL, readings
from planner.i18n import _
from planner.model.value import Value
from planner.ui.numbers import Numbers

SAME, NEW, TAKE, DROP = "same", "new", "take", "drop"
ASKS, SETTLED, PROBLEM, OUT, NOTE = "asks", "settled", "problem", "out", "note"


class ColumnFace(Value):
    """One column: its letter, its name in the file, what it holds, and how that was found out."""

    id: str
    place: int
    """The column of the sheet, from 0."""
    title: str
    role: str
    label: str
    level: str
    sign: str

    @property
    def said(self) -> str:
        return _("Column {letter}, {title}: {label}. {sign}").format(
            letter=column_letters(self.place), title=self.title or _("without a name"), label=self.label, sign=self.sign
        )

    @property
    def tip(self) -> str:
        return f"{self.title}\n{self.sign}"


class WordFace(Value):
    """One row that needs a word: why, and what may be said; ``chosen`` is what has been said."""

    id: str
    row: int
    state: str
    name: str
    reason: str
    choices: tuple[tuple[str, str], ...]
    chosen: str = ""

    @property
    def said(self) -> str:
        where = _("Row {row}, {name}: {reason}").format(row=self.row, name=self.name, reason=self.reason)
        if not self.row:
            where = self.reason
        said = next((words for key, words in self.choices if key == self.chosen), "")
        open_ones = _("Choices: {choices}").format(choices=", ".join(words for _key, words in self.choices))
        return " ".join(part for part in (where, said or (open_ones if self.choices else "")) if part)

    @property
    def tip(self) -> str:
        return "\n".join(part for part in (self.name, self.reason) if part)


def role_label(kind: Kind, role: str, months: bool) -> str:
    """What people call the thing that a column holds."""
    stem, _colon, rest = role.partition(":")
    if not role:
        return _("Not imported")
    if stem == "month" and rest:
        return month_names()[int(rest) - 1]
    if stem == "quarter" and rest:
        return _("Quarter {n}").format(n=rest)
    if stem in ("raci", "spend") and rest:
        return rest
    if role == "amount" and months:
        return _("Check only")
    return _(kind.labels[role])


def month_names() -> tuple[str, ...]:
    """The twelve months."""
    from planner.calc.words import month

    return tuple(month(f"2000-{number:02d}").partition(" ")[0] for number in range(1, 13))


def column_faces(shown: Preview, numbers: Numbers) -> list[ColumnFace]:
    """One face for each column of the table that has a name or holds something."""
    found, kind = shown.read.found, shown.read.kind
    months = any(head.role.startswith(("month:", "quarter:")) for head in found.heads)
    faces = []
    for place, (head, sign) in enumerate(zip(found.heads, shown.signs, strict=True)):
        column = found.first_column + place
        if not head.title and not head.role:
            continue
        text = sign.text
        if sign.value is not None:
            text = _("“{text}” is {amount}").format(text=sign.example, amount=numbers.number(sign.value))
        label = _label(kind, head, months)
        faces.append(ColumnFace(str(column), column, head.title, head.role, label, sign.level, text))
    return faces


def _label(kind: Kind, head: Head, months: bool) -> str:
    label = role_label(kind, head.role, months)
    if head.actual and head.role.startswith(("month:", "quarter:")):
        return _("{month}, actual").format(month=label)
    return label


def word_faces(shown: Preview, numbers: Numbers) -> list[WordFace]:
    """Rows that ask, then those that were not understood in full, then those that are left out, then notes."""
    asking = [*_asking(shown, numbers), *_alike(shown), *_hiding(shown)]
    return [*asking, *_problems(shown), *_taken(shown), *_left_out(shown), *_notes(shown)]


def _asking(shown: Preview, numbers: Numbers) -> list[WordFace]:
    answers = shown.said.answers
    said = {DECIMAL: answers.decimal, DAYS: answers.days}
    faces = []
    for row, asked in sorted(shown.asked.items()):
        ways = [(answer, _reading(value, numbers)) for answer, value in readings(asked.key, asked.value)]
        title = shown.read.found.heads[asked.place].title
        words = {"column": title, "value": asked.value, "one": ways[0][1], "other": ways[-1][1]}
        reason = _("{column} says {value}. Is it {one} or {other}?").format(**words)
        state = SETTLED if said[asked.key] else ASKS
        choices = tuple((f"{asked.key}={answer}", text) for answer, text in ways)
        chosen = f"{asked.key}={said[asked.key]}" if said[asked.key] else ""
        faces.append(WordFace(f"ask{row}", row, state, shown.names.get(row, ""), reason, choices, chosen))
    return faces


def _reading(value: float | str, numbers: Numbers) -> str:
    return numbers.day(value) if isinstance(value, str) else numbers.number(value)


def _alike(shown: Preview) -> list[WordFace]:
    faces = []
    for row, alike in sorted(shown.alike.items()):
        told = row in shown.said.same_as
        chosen = (SAME if shown.said.same_as[row] else NEW) if told else ""
        reason = _("Much like “{name}” in the plan. Is it the same?").format(name=alike.name)
        choices = ((SAME, _("The same")), (NEW, _("A new one")))
        state, name = SETTLED if told else ASKS, shown.names.get(row, "")
        faces.append(WordFace(f"like{row}", row, state, name, reason, choices, chosen))
    return faces


def _hiding(shown: Preview) -> list[WordFace]:
    """What the sheet hides; it is read unless somebody wants it left out."""
    if not shown.read.hiding:
        return []
    said = shown.said.answers.hidden
    choices = ((f"hidden={IN}", _("Read them")), (f"hidden={OUTSIDE}", _("Leave them out")))
    reason = " ".join(shown.read.hiding)
    state = SETTLED if said else PROBLEM
    return [WordFace("hidden", 0, state, _("Hidden in the sheet"), reason, choices, f"hidden={said or IN}")]


def _problems(shown: Preview) -> list[WordFace]:
    by_row: dict[int, list[str]] = {}
    for row, text in shown.outcome.problems:
        by_row.setdefault(row, []).append(text)
    return [
        WordFace(
            f"odd{row}", row, PROBLEM, shown.names.get(row, ""), _begun("; ".join(texts)), ((DROP, _("Leave it out")),)
        )
        for row, texts in by_row.items()
    ]


def _begun(text: str) -> str:
    """A sentence begins with a capital."""
    return text[:1].upper() + text[1:]


def _taken(shown: Preview) -> list[WordFace]:
    inside = {entry.row for entry in shown.read.entries}
    return [
        WordFace(
            f"in{row}", row, SETTLED, shown.names.get(row, ""), _("Taken in by you"), ((DROP, _("Leave it out")),)
        )
        for row in sorted(shown.said.answers.taken & inside)
    ]  # fmt: skip


def _left_out(shown: Preview) -> list[WordFace]:
    return [
        WordFace(
            f"out{out.row}", out.row, OUT, shown.names.get(out.row, ""), _("Left out: {why}").format(why=out.reason),
            ((TAKE, _("Take it in")),) if out.line is not None else (),
        )
        for out in shown.left_out
    ]  # fmt: skip


def _notes(shown: Preview) -> list[WordFace]:
    notes = dict.fromkeys((*shown.read.notes, *shown.outcome.notes))
    return [WordFace(f"note{place}", 0, NOTE, "", text, ()) for place, text in enumerate(notes)]
