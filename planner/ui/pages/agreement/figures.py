"""What the page of the agreement shows of a plan, as plain values."""

from planner.calc import signing, words
from planner.calc.alignment import Alignment, alignment_of, counts_of, is_accepted
from planner.calc.promises import unit_of
from planner.calc.results import Results
from planner.i18n import _, _n
from planner.model.plan import Commitment, Person, Plan, Signoff
from planner.model.value import Value
from planner.ui.numbers import Numbers, numbers_of
from planner.ui.pages import BY_KEY
from planner.ui.pages.agreement.trace import part_name
from planner.ui.voices import name_of_person, side_name, voice_of_side

LEVELS = {"error": "fix", "warning": "look", "info": "note"}


class Part(Value):
    """One of the six parts of the score: its key, its name, its share 0..1 or None, and what was counted."""

    key: str
    name: str
    share: float | None
    counted: str


def score_parts(plan: Plan, results: Results) -> list[Part]:
    """The six parts in the order of the walk."""
    counts = counts_of(plan)
    made = []
    for key, share in results.alignment.parts.items():
        of = counts.get(key)
        counted = _("{part} of {whole}").format(part=of[0], whole=of[1]) if of and of[1] else ""
        made.append(Part(key, part_name(key), share, counted))
    return made


class Score(Value):
    """The overlap: 0 to 100, or None, with what is said under it."""

    score: float | None
    words: str
    acts: bool
    """Whether anybody is to do anything by a day; without that there is no score."""


def score_of(plan: Plan, results: Results, signed: Plan | None) -> Score:
    """The score of this plan, and that of the plan as it was signed where there is one."""
    found: Alignment = results.alignment
    if not signing.has_owned_action(plan):
        return Score(None, _("The score shows when one action has a name and a day."), False)
    if found.index is None:
        return Score(None, _("Nothing is there yet to take a share of."), True)
    words = _("Our own measure, from all six parts")
    if found.known < len(found.parts):
        words = _n("Our own measure, from {n} part of six", "Our own measure, from {n} parts of six", found.known)
    before = alignment_of(signed).index if signed is not None else None
    if before is not None and round(before * 100) != round(found.index * 100):
        words = _("Our own measure; {score} when it was signed").format(score=round(before * 100))
    return Score(found.index * 100, words.format(n=found.known), True)


class FindingFace(Value):
    """One finding, open or waived."""

    id: str
    level: str
    message: str
    chapter: str
    chapter_key: str
    row_id: str | None
    field: str
    rule: str
    object: str
    waiver: str
    """The id of the waiver that covers it; empty where it is open."""
    waived: str
    """Who left it as it is, until when, why."""

    @property
    def said(self) -> str:
        return ". ".join(part.rstrip(".") for part in (self.message, self.chapter, self.waived) if part)

    @property
    def tip(self) -> str:
        return "\n".join(part for part in (self.message, self.waived) if part)


def finding_faces(plan: Plan, results: Results) -> list[FindingFace]:
    """Errors and warnings that are open, the gravest first, then those that somebody left as they are."""
    made = []
    for one in results.findings:
        if one.severity != "info":
            waived = one.status == "waived"
            waiver = next(
                (row for row in plan.waivers if waived and (row.rule, row.object or "plan") == (one.rule, one.object)),
                None,
            )
            words = ""
            if waiver is not None:
                names = ", ".join(name_of_person(plan, id) for id in waiver.persons)
                words = _("{names}, until {day}: {reason}").format(
                    names=names, day=numbers_of(plan).day(waiver.until), reason=waiver.reason or ""
                )
            made.append(
                FindingFace(
                    f"{one.rule}|{one.object}",
                    LEVELS[one.severity],
                    one.message,
                    _(BY_KEY[one.chapter].title),
                    one.chapter,
                    one.row_id,
                    one.field,
                    one.rule,
                    one.object,
                    waiver.id if waiver else "",
                    words,
                )
            )
    return made


class PromiseFace(Value):
    """One promise, its measure, what follows if it is missed, and who has agreed to it."""

    id: str
    number: str
    promise: str
    measure: str
    missed: str
    giver: str
    receiver: str
    way: str
    """From whom to whom, in words."""
    accepted: bool
    by: str

    @property
    def said(self) -> str:
        agreed = _("accepted by {names}").format(names=self.by) if self.accepted else _("not accepted yet")
        parts = (self.way, self.promise, self.measure, self.missed_words, agreed)
        return ". ".join(part.rstrip(".") for part in parts if part)

    @property
    def missed_words(self) -> str:
        """What follows if it is missed."""
        if not self.missed:
            return _("If missed: nothing is agreed yet")
        return _("If missed, we will {step}").format(step=self.missed)

    @property
    def tip(self) -> str:
        return "\n".join(part for part in (self.promise, self.measure, self.missed_words, self.by) if part)


def promise_faces(plan: Plan, giver: str | None, receiver: str | None) -> list[PromiseFace]:
    """Promises from one side to another; None stands for any side."""
    rows = [
        row for row in plan.commitments if giver in (None, row.from_function) and receiver in (None, row.to_function)
    ]
    return [promise_face(plan, row, str(number)) for number, row in enumerate(rows, start=1)]


def other_promise_faces(plan: Plan) -> list[PromiseFace]:
    """Promises between other sides than marketing and sales, and neither from the agency nor to it."""
    shown = {("marketing", "sales"), ("sales", "marketing")}
    rows = [
        row
        for row in plan.commitments
        if (row.from_function, row.to_function) not in shown and "agency" not in (row.from_function, row.to_function)
    ]
    return [promise_face(plan, row, str(number)) for number, row in enumerate(rows, start=1)]


def promise_face(plan: Plan, row: Commitment, number: str) -> PromiseFace:
    """What the row of a promise shows."""
    numbers = numbers_of(plan)
    target = _target_words(numbers, row)
    parts = (words.measure(row.metric), target, row.review or "")
    return PromiseFace(
        row.id,
        number,
        row.promise or _("Nothing is written here yet."),
        ", ".join(part for part in parts if part),
        row.if_missed or "",
        voice_of_side(row.from_function),
        voice_of_side(row.to_function),
        _("{giver} promises {receiver}").format(
            giver=side_name(row.from_function) or _("Somebody"), receiver=side_name(row.to_function) or _("somebody")
        ),
        is_accepted(plan, row),
        ", ".join(name_of_person(plan, id) for id in row.accepted_by),
    )


def _target_words(numbers: Numbers, row: Commitment) -> str:
    unit = unit_of(row)
    if row.targets:
        return " · ".join(numbers.of_unit(value, unit) for _period, value in row.targets)
    return numbers.of_unit(row.target, unit)


class Signature(Value):
    """The place of one half under the agreement."""

    half: str
    signoff: str
    """The id of the signature; empty where nobody has signed."""
    name: str
    """Who signed, or who would."""
    role: str
    day: str
    words: str
    changed: int | None
    """Rows changed since then; None where that is not known."""
    locked: bool

    @property
    def who(self) -> str:
        """The name and the role; once where they are the same."""
        return ", ".join(dict.fromkeys(part for part in (self.name, self.role) if part))


def signature_of(plan: Plan, half: str, signed: Plan | None) -> Signature:
    """The signature of a half under the version in force; ``signed`` is the plan that it stands under."""
    row: Signoff | None = signing.signatures(plan).get(half)
    person = plan.people.get(row.person) if row else _lead(plan, half)
    changed = None if signed is None else sum(signing.changed_since(plan, signed).values())
    return Signature(
        half,
        row.id if row else "",
        (person.name or "") if person else "",
        (person.role or "") if person else "",
        numbers_of(plan).day(row.date) if row else "",
        (row.statement or "") if row else "",
        changed if row else None,
        signing.is_locked(plan),
    )


def _lead(plan: Plan, half: str) -> Person | None:
    people = [person for person in plan.people if person.function == half]
    return next((person for person in people if person.level == "lead"), people[0] if people else None)


def capacity_words(plan: Plan, results: Results, half: str) -> tuple[str, str]:
    """Whether the people of a half can carry what is planned: a level and a sentence; two empty texts where unknown."""
    found, numbers = results.capacity, numbers_of(plan)
    over = found.too_many_hours.get(half, ())
    if half == "sales" and found.too_many_leads:
        months = ", ".join(numbers.month(month, year=False) for month in found.too_many_leads[:4])
        most = numbers.number(found.most_per_seller)
        return "look", _("More than {most} leads a seller in {months}").format(most=most, months=months)
    if over:
        months = ", ".join(numbers.month(month, year=False) for month in over[:4])
        return "look", _("More hours than there are in {months}").format(months=months)
    if half == "sales" and found.most_per_seller is not None and any(row.per_seller for row in found.sales):
        return "fine", _("Sales can take on the leads of every month")
    known = {"marketing": found.marketing_hours, "sales": found.sales_hours, "agency": found.agency_hours}
    return ("fine", _("The hours are there in every month")) if known.get(half) is not None else ("", "")
