"""Sales input by the answer it got, stacked by the side that gave it."""

from __future__ import annotations

from collections import Counter

from matplotlib.figure import Figure

from planner.calc import months
from planner.calc.results import Results
from planner.calc.voices import VOICES, voice_of_person
from planner.charts import colours, style, words
from planner.charts.sheet import Sheet, clean, measured, started, width, without
from planner.i18n import _, _n, mark
from planner.model.plan import Plan, SalesInput

_ROWS = (("new", mark("New")), ("discussed", mark("Discussed")), ("accepted", mark("Accepted")),
         ("adapted", mark("Adapted")), ("parked", mark("Parked")), ("declined", mark("Declined")))  # fmt: skip
_OPEN = ("new", "discussed")
_BAR = 56
_LEFT = 250.0
"""Where the bars begin, unless a word before them is longer."""
_FURTHEST = 420.0
_WORD, _APART = 26, 24
_ROOM = 620.0


def draw(plan: Plan, results: Results) -> Figure:
    """One bar per answer. An answer that this program does not know stands in a row of its own."""
    inputs = [row for row in plan.sales_inputs if row.merged_into is None]
    if not inputs:
        said = _(
            "No input has been written down yet. Ask the people who meet customers what they hear, in their words."
        )
        return without(plan, results, _("What sales hears, and the answer it gets"), said)
    waiting = [row for row in inputs if row.status in _OPEN]
    sheet, top = started(plan, results, _title(inputs, waiting), _("sales input"))
    voices = _voices(plan, inputs)
    others = sorted({row.status for row in inputs} - {key for key, _said in _ROWS})
    rows = [*_ROWS, *((key, key.replace("_", " ").capitalize()) for key in others)]
    longest = max(width(_(said), _WORD, 500) for _key, said in rows)
    left = min(_FURTHEST, max(_LEFT, style.MARGIN + longest + _APART + 2))
    sheet.legend(left, top + 30, [(voice, words.voice(voice)) for voice in voices])
    pitch = min(96.0, (sheet.height - 110 - (top + 74)) / len(rows))
    most = max(Counter(row.status for row in inputs).values())
    for place, (key, said) in enumerate(rows):
        group = [row for row in inputs if row.status == key]
        _bar(sheet, plan, results, key, _(said), group, (left, top + 70 + place * pitch), _ROOM / most,
             voices)  # fmt: skip
    return sheet.figure


def _title(inputs: list[SalesInput], waiting: list[SalesInput]) -> str:
    answered = len(inputs) - len(waiting)
    if not waiting:
        return _n("The one input has an answer", "All {n} inputs have an answer", len(inputs)).format(n=len(inputs))
    return _n(
        "{answered} of {all} inputs have an answer; {n} still waits",
        "{answered} of {all} inputs have an answer; {n} still wait",
        len(waiting),
    ).format(answered=answered, all=len(inputs), n=len(waiting))


def _bar(
    sheet: Sheet, plan: Plan, results: Results, key: str, said: str, group: list[SalesInput],
    at: tuple[float, float], unit: float, voices: list[str],
) -> None:  # fmt: skip
    left, y = at
    name = words.fit(clean(said), left - style.MARGIN - _APART, measured(_WORD, 500))
    sheet.text(left - _APART, y + 37, name, _WORD, weight=500, at="right")
    sheet.line([left, left], [y - 8, y + _BAR + 8], colours.STRONG, 1.5)
    given = Counter(voice_of_person(plan, row.given_by) for row in group)
    x = left
    for voice in voices:
        if given[voice]:
            sheet.rect(x + 2, y, given[voice] * unit - 2, _BAR, colours.FILL[voice])
            x += given[voice] * unit
    figure = str(len(group))
    sheet.text(x + 16, y + 39, figure, 30, colours.INK if group else colours.MUTED, 600, family=style.DISPLAY)
    note, colour = _note(plan, results, key, group)
    if note:
        start = x + 16 + width(figure, 30, 600, style.DISPLAY) + 24
        room = sheet.width - style.MARGIN - start
        broken = words.lines(clean(note), room, measured(24), 2)
        for place, line in enumerate(broken):
            sheet.text(start, y + (36 if len(broken) == 1 else 22) + 31 * place, line, 24, colour)


def _note(plan: Plan, results: Results, key: str, group: list[SalesInput]) -> tuple[str, str]:
    """What is to be said about an answer: who waits longest, what lacks a reason."""
    if key in _OPEN and group:
        longest = min(group, key=lambda row: row.date or "9999")
        giver = plan.people.get(longest.given_by)
        days = months.days_between(longest.date, results.as_of)
        since = _n("{n} day", "{n} days", days).format(n=days) if days is not None else _("no day given")
        said = _("“{text}”, {name}, {since}").format(
            text=longest.text or "", name=(giver.name if giver else None) or _("somebody"), since=since
        )
        return said, colours.LOOK_TEXT
    bare = [row for row in group if key == "declined" and not row.decline_reason]
    if bare:
        return _n("{n} without a reason", "{n} without a reason", len(bare)).format(n=len(bare)), colours.FIX_TEXT
    return "", colours.MUTED


def _voices(plan: Plan, inputs: list[SalesInput]) -> list[str]:
    found = {voice_of_person(plan, row.given_by) for row in inputs}
    return [voice for voice in VOICES if voice in found]
