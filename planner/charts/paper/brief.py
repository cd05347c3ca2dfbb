"""The brief as an agency gets it: one proposition, one approver, the headings, the questions and their answers."""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.figure import Figure

from planner.calc import words as said
from planner.calc.brief import current_brief, section_of, signed
from planner.calc.results import Results
from planner.charts import words
from planner.charts.paper import sees
from planner.charts.paper.page import dated
from planner.charts.paper.rows import Pages
from planner.i18n import _, mark, quoted
from planner.model.plan import Audience, Brief, Plan, RowId

HEADINGS = {
    "management": mark("How we work together"), "where_now": mark("Where we are now"),
    "where_to": mark("Where we want to be"), "what_we_do": mark("What we do to get there"),
    "who_to_talk_to": mark("Who we talk to"), "how_we_know": mark("How we know we have arrived"),
    "practicalities": mark("Practicalities"), "approvals": mark("Who says yes"),
}  # fmt: skip


def draw(plan: Plan, results: Results, audience: Audience) -> Sequence[Figure]:
    """As many upright pages as it takes; without a brief none."""
    brief = current_brief(plan)
    if brief is None:
        return ()
    sides = [words.voice(side) if side in words.VOICE_WORDS else side for side in signed(plan, brief)]
    foot = (
        _("Signed by {sides}.").format(sides=said.listing(sides)) if sides else _("Nobody has signed this version yet.")
    )
    right = ", ".join((_("Brief, version {n}").format(n=brief.version or 1), dated(plan, results)))
    pages = Pages(plan, brief.title or _("The brief"), right, foot)
    if brief.propositions:
        pages.words(quoted(brief.propositions[0]), 24)
    for heading, name in HEADINGS.items():
        lines = _under(plan, brief, heading, audience)
        if lines:
            pages.heading(_(name))
            for line in lines:
                pages.words(line, 16)
    _questions(pages, plan)
    return pages.figures


def _under(plan: Plan, brief: Brief, heading: str, audience: Audience) -> list[str]:
    """What stands under a heading: its own text, and the fields of the brief that belong to it."""
    section = section_of(plan, brief.id, heading)
    lines = [section.text] if section and section.text else []
    if heading == "where_now" and brief.problem:
        lines.append(brief.problem)
    if heading == "where_to":
        lines += [plan.goals[id].title or "" for id in brief.goals if id in plan.goals]
    if heading == "what_we_do":
        lines += list(brief.proof)
    if heading == "who_to_talk_to":
        lines += [_segment(plan, id) for id in brief.segments if id in plan.segments]
    if heading == "how_we_know":
        lines += list(brief.measures)
    if heading == "practicalities":
        lines += list(brief.mandatories)
        if brief.timing:
            lines.append(brief.timing)
        if brief.budget is not None and sees(audience, "brief", "budget"):
            lines.append(_("Budget: {amount}").format(amount=words.amount(brief.budget, plan.facts.currency)))
    if heading == "approvals" and brief.final_approvers:
        lines.append(
            _("The final yes: {name}").format(
                name=said.listing([said.person(plan, id) for id in brief.final_approvers])
            )
        )
    return [line for line in lines if line]


def _segment(plan: Plan, id: RowId) -> str:
    row = plan.segments[id]
    return ": ".join(part for part in (row.name, row.job) if part)


def _questions(pages: Pages, plan: Plan) -> None:
    rows = list(plan.questions)
    if not rows:
        return
    pages.heading(_("Questions, and what they were answered"), "agency")
    for row in sorted(rows, key=lambda row: (row.status == "answered", not row.blocking)):
        answer = row.answer or ""
        if row.status == "assumed":
            until = said.day(row.assumption_until)
            answer = (_("Assumed until {day}: {text}") if until else _("Assumed: {text}")).format(
                day=until, text=answer
            )
        elif not answer:
            answer = _("Open; work waits for it.") if row.blocking else _("Open")
        pages.row(row.question or "", [answer], said.person(plan, row.answered_by) if row.answered_by else "")
