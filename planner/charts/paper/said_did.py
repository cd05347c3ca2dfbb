"""A letter to each person who gave an input: what you said, what we did with it, what we ask of you."""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.figure import Figure

from planner.calc import words as said_words
from planner.calc.results import Results
from planner.calc.runs import words_of
from planner.calc.voices import VOICES, voice_of
from planner.charts import colours, style, words
from planner.charts.paper import sees
from planner.charts.paper.page import BODY, SMALL, TALL, Paper, first_name
from planner.charts.sheet import measured, within
from planner.i18n import _, _n, mark, quoted
from planner.model.plan import Audience, Person, Plan, SalesInput

_ROW = 182.0
_MOST = 6
_SAID, _DID = 404.0, 480.0
_STATES = {
    "accepted": (mark("Accepted"), "#E6F2EA", colours.FINE_TEXT),
    "adapted": (mark("Adapted"), "#E6ECF0", colours.BLUE),
    "parked": (mark("Parked"), "#EFEEEA", "#4A5262"),
    "declined": (mark("Declined"), "#FBE9E7", colours.FIX_TEXT),
}
_OPEN = (mark("Not answered yet"), "#FBF0DC", colours.LOOK_TEXT)
_COUNTED = {
    "accepted": mark("{n} accepted"), "adapted": mark("{n} adapted"), "parked": mark("{n} waits"),
    "declined": mark("{n} declined"), "open": mark("{n} without an answer yet"),
}  # fmt: skip


def draw(plan: Plan, results: Results, audience: Audience) -> Sequence[Figure]:
    """One letter a person, in the order of the people; a second page above six inputs."""
    pages: list[Figure] = []
    for person in plan.people:
        given = [row for row in plan.sales_inputs if row.given_by == person.id]
        for start in range(0, len(given), _MOST):
            pages.append(_letter(plan, results, audience, person, given, start))
    return pages


def _letter(
    plan: Plan, results: Results, audience: Audience, person: Person, given: Sequence[SalesInput], start: int
) -> Figure:
    page = Paper(plan, TALL, 84, words.day(results.as_of))
    name = first_name(plan, person.id) or _("You")
    y = page.title(page.top + 4, _("{name}, you said. We did.").format(name=name), 44)
    y = page.paragraph(page.left, y + 42, _summary(given), page.right - page.left, 18, colours.MUTED, most=2)
    y += 26
    voice = voice_of(person.function)
    for x, sign, head in ((page.left, voice, _("You said")), (page.left + _DID, "shared", _("We did"))):
        page.glyph(sign, x, y - 6, 14)
        page.text(x + 30, y, head, 18, colours.WORDS[sign], 500)
    page.rule(y + 20)
    y += 20
    shown = given[start : start + _MOST]
    for place, row in enumerate(shown):
        _input(page, plan, results, audience, row, y)
        y += _ROW
        if place < len(shown) - 1:
            page.hairline(y)
    page.rule(y)
    if start + _MOST >= len(given):
        _ask(page, plan, person, voice, y + 50)
    page.foot(_("The same words stand in the plan, chapter Sales input. Nobody else’s inputs are on this page."))
    return page.figure


def _summary(given: Sequence[SalesInput]) -> str:
    counts: dict[str, int] = {}
    for row in given:
        state = row.status if row.status in _STATES else "open"
        counts[state] = counts.get(state, 0) + 1
    parts = [_(text).format(n=counts[state]) for state, text in _COUNTED.items() if state in counts]
    intro = _n("{n} thing you told us is in the plan: {parts}.", "{n} things you told us are in the plan: {parts}.",
               len(given)).format(n=len(given), parts=said_words.listing(parts))  # fmt: skip
    return intro + " " + _("Each line says what happens, when, and why.")


def _input(page: Paper, plan: Plan, results: Results, audience: Audience, row: SalesInput, top: float) -> None:
    quote = quoted(row.text or "")
    y = page.paragraph(page.left, top + 42, quote, _SAID - 30, 22, family=style.SERIF, most=3, step=31)
    page.text(page.left, y + 2, said_words.day(row.date), SMALL, colours.MUTED)
    _dots(page, plan, row, y + 30)
    x = page.left + _SAID
    page.line((x + 12, x + 50), (top + 36, top + 36), colours.INK, 1.4)
    page.line((x + 42, x + 51, x + 42), (top + 29, top + 36, top + 43), colours.INK, 1.4)
    _answer(page, plan, results, audience, row, page.left + _DID, top)


def _dots(page: Paper, plan: Plan, row: SalesInput, y: float) -> None:
    votes = [(voice_of(dot.function), dot.dots) for dot in plan.dots if dot.item == row.id and dot.dots]
    total = sum(count for _voice, count in votes)
    if not total:
        return
    x = page.left + 5
    for voice in VOICES:
        for _dot in range(min(sum(count for side, count in votes if side == voice), 20)):
            if x < page.left + _SAID - 110:
                page.circle(x, y - 5, 5, colours.FILL[voice])
                x += 16
    page.text(x + 4, y, _n("{n} dot", "{n} dots", total).format(n=total), SMALL, colours.MUTED)


def _answer(
    page: Paper, plan: Plan, results: Results, audience: Audience, row: SalesInput, x: float, top: float
) -> None:
    name, ground, colour = _STATES.get(row.status, _OPEN)
    label = _(name)
    wide = measured(SMALL, 500)(label) + 26
    page.rounded(x, top + 19, wide, 28, 14, ground)
    page.text(x + 13, top + 38, label, SMALL, colour, 500)
    room = page.right - x
    y = top + 76
    head, more = _what(plan, results, audience, row)
    if head:
        y = page.paragraph(x, y, head, room, 18, weight=500, most=1) - 1
    if more:
        y = page.paragraph(x, y, more, room, BODY, most=1, step=24)
    reason = row.response or row.decline_reason or ("" if head else _("It stays on the list until it is answered."))
    page.paragraph(x, y, reason, room, BODY, colours.MUTED, most=2, step=22)


def _what(plan: Plan, results: Results, audience: Audience, row: SalesInput) -> tuple[str, str]:
    """What the plan does about it: the first activity with months, money and lead, or the first material."""
    for id in row.activities:
        activity = plan.activities.get(id)
        if activity is None or activity.status == "cancelled":
            continue
        parts = []
        if when := words_of(plan, activity, said_words.month):
            parts.append(when)
        cost = results.budget.by_activity.get(id)
        if cost is not None and sees(audience, "amount", "planned"):
            parts.append(words.amount(cost, plan.facts.currency))
        lead = first_name(plan, activity.owner)
        said = ", ".join(parts)
        if lead:
            said = (said + ". " if said else "") + _("{name} leads it.").format(name=lead)
        return activity.title or "", said
    for id in row.materials:
        material = plan.materials.get(id)
        if material is not None:
            return material.name or "", material.reason or ""
    if row.status == "parked":
        until = said_words.day(row.revisit_on)
        return (_("Parked until {day}").format(day=until) if until else _("Parked"), "")
    return "", ""


def _ask(page: Paper, plan: Plan, person: Person, voice: str, y: float) -> None:
    """What that person's side has promised, and whom to tell if something is wrong."""
    promises = [row for row in plan.commitments if row.from_function == person.function][:3]
    if promises and y < page.bottom - 150:
        page.text(page.left, y, _("What we ask of you"), 22, weight=500, family=style.SERIF)
        wide = (page.right - page.left) / len(promises)
        for place, promise in enumerate(promises):
            x = page.left + wide * place + (16 if place else 0)
            if place:
                page.line((x - 16, x - 16), (y + 22, y + 76), colours.STRONG)
            page.paragraph(x, y + 40, promise.promise or "", wide - 30, BODY, weight=500, most=2, step=21)
        y += 110
    host = next((row for row in plan.people if row.function == "marketing"), None)
    if y > page.bottom - 40:
        return
    page.hairline(y - 12)
    said = _("Is anything here not what you meant? Say so, and it is changed or answered in the plan.")
    page.paragraph(page.left, y + 22, said, 420, 17, family=style.SERIF, most=2, step=26)
    if host is not None and host.name:
        px = within(page.right - page.left - 460, host.name, 30, family=style.SERIF)
        page.text(
            page.right, y + 26, host.name, px, colours.WORDS["marketing"], family=style.SERIF, italic=True, at="right"
        )
        page.text(page.right, y + 52, _("for marketing and sales"), SMALL, colours.MUTED, at="right")
