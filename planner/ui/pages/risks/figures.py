"""What the page of risks shows of a plan, as plain values."""

from planner.calc import months, risks, words
from planner.calc.limits import limits_of
from planner.i18n import _, _n, mark
from planner.model.edits.inputs import latest_round
from planner.model.plan import Cause, Decision, Plan, Premortem, Risk
from planner.model.value import Value
from planner.ui.numbers import numbers_of
from planner.ui.parts.avatar import initials
from planner.ui.reading import choice_words
from planner.ui.voices import first_name, name_of_person, voice_of, voice_of_side

KIND_NAMES = {
    "risk": mark("Risk"),
    "assumption": mark("Assumption"),
    "issue": mark("Issue"),
    "dependency": mark("Dependency"),
}


class RiskFace(Value):
    """One row of the list."""

    id: str
    code: str
    kind: str
    what: str
    likely: int | None
    heavy: int | None
    weight: int | None
    answer: str
    first_sign: str
    owner: str
    letters: str
    voice: str
    by: str
    late: bool
    closed: bool
    heavy_from: int
    """The product from which this plan calls a risk heavy."""

    @property
    def is_heavy(self) -> bool:
        """Whether it is drawn in red."""
        return not self.closed and (self.weight or 0) >= self.heavy_from

    @property
    def weighed(self) -> str:
        """How likely and how heavy, in words."""
        if self.weight is None:
            return _("not weighed yet")
        return _("likely {likely} of 5, heavy {heavy} of 5, together {product}").format(
            likely=self.likely, heavy=self.heavy, product=self.weight
        )

    @property
    def said(self) -> str:
        parts = [
            kind_name(self.kind),
            self.what,
            self.weighed,
            self.answer or _("No answer yet"),
            _("first sign: {sign}").format(sign=self.first_sign) if self.first_sign else "",
            self.owner or _("nobody owns it"),
            _("by {day}").format(day=self.by) if self.by else "",
            _("closed") if self.closed else "",
        ]
        return ". ".join(part.rstrip(".") for part in parts if part)

    @property
    def tip(self) -> str:
        sign = _("First sign: {sign}").format(sign=self.first_sign) if self.first_sign else ""
        return "\n".join(part for part in (self.what, self.answer, sign, self.owner) if part)


def kind_name(kind: str) -> str:
    """The word on the chip of a kind; another word from a file as it stands."""
    return _(KIND_NAMES[kind]) if kind in KIND_NAMES else kind or _("No kind yet")


def risk_faces(plan: Plan, as_of: str, kind: str = "all") -> list[RiskFace]:
    """The rows of one kind, or of all, the heaviest first."""
    rows, heavy = risks.heaviest_first(plan), limits_of(plan).heavy_risk
    return [_risk(plan, row, as_of, heavy) for row in rows if kind in ("all", row.type)]


def _risk(plan: Plan, row: Risk, as_of: str, heavy_from: int) -> RiskFace:
    owner = name_of_person(plan, row.owner)
    closed = risks.is_closed(row)
    return RiskFace(
        row.id,
        row.code or "",
        row.type or "",
        row.statement or _("Nothing is written here yet."),
        row.probability,
        row.impact,
        risks.weight(row),
        row.mitigation or "",
        row.trigger or "",
        owner,
        initials(owner),
        voice_of(plan, row.owner),
        numbers_of(plan).day_short(row.due),
        bool(not closed and row.due and row.due < as_of),
        closed,
        heavy_from,
    )


def kind_counts(plan: Plan) -> dict[str, int]:
    """How many rows there are of all and of each kind."""
    counts = {"all": len(plan.risks), **dict.fromkeys(risks.KINDS, 0)}
    for row in plan.risks:
        if row.type in counts:
            counts[row.type] += 1
    return counts


class DecisionFace(Value):
    """One decision: what, who decided with whom, who disagreed."""

    id: str
    what: str
    when: str
    decided_by: str
    voice: str
    trouble: str
    """What is said in place of the decider where there is none, or more than one."""
    state: str
    took_part: tuple[str, ...]
    """Voices of those who took part."""
    dissenter: str
    dissent_voice: str
    dissent: str
    again: str
    overdue: bool
    tip: str

    @property
    def disagreed(self) -> str:
        """The head of the dissent."""
        if not self.dissenter and not self.dissent:
            return _("Nobody disagreed")
        return _("{name} disagreed").format(name=self.dissenter or _("Somebody"))

    @property
    def said(self) -> str:
        decided = _("decided by {name}").format(name=self.decided_by) if self.decided_by else self.trouble
        again = _("look again on {day}").format(day=self.again) if self.again else ""
        parts = (self.what, self.state, self.when, decided, self.disagreed, self.dissent, again)
        return ". ".join(part.rstrip(".") for part in parts if part)


def decision_faces(plan: Plan, as_of: str) -> list[DecisionFace]:
    """All decisions, the latest first."""
    return [_decision(plan, row, as_of) for row in risks.latest_decisions(plan)]


def _decision(plan: Plan, row: Decision, as_of: str) -> DecisionFace:
    numbers = numbers_of(plan)
    decider = row.approvers[0] if len(row.approvers) == 1 else None
    trouble = "" if decider else _("{n} people decided").format(n=len(row.approvers)) if row.approvers else _(
        "nobody has decided yet"
    )  # fmt: skip
    because = _("Because: {reason}").format(reason=row.rationale) if row.rationale else ""
    instead = _("Instead of: {others}").format(others="; ".join(row.alternatives)) if row.alternatives else ""
    return DecisionFace(
        row.id,
        row.decision or _("Nothing is written here yet."),
        numbers.day_short(row.date),
        first_name(name_of_person(plan, decider)),
        voice_of(plan, decider),
        trouble,
        choice_words(row.status) if row.status in ("proposed", "parked", "superseded") else "",
        tuple(voice_of(plan, id) for id in row.contributors if id in plan.people and id != decider),
        first_name(name_of_person(plan, row.dissent_by)),
        voice_of(plan, row.dissent_by) if row.dissent_by else "customer",
        row.dissent or "",
        numbers.day_short(row.revisit_on),
        bool(row.revisit_on and row.revisit_on < as_of and row.status != "superseded"),
        "\n".join(part for part in (row.decision or "", because, instead, row.dissent or "") if part),
    )


class CauseFace(Value):
    """One sentence of the pre-mortem."""

    id: str
    sentence: str
    writer: str
    voice: str
    dots: tuple[str, ...]
    risk: str
    """The code of the row it became; empty before."""

    @property
    def said(self) -> str:
        votes = _n("{n} dot", "{n} dots", len(self.dots)).format(n=len(self.dots))
        became = _("became {code}").format(code=self.risk) if self.risk else ""
        parts = (self.sentence.rstrip("."), self.writer, votes, became)
        return ". ".join(part for part in parts if part)

    @property
    def tip(self) -> str:
        return self.sentence


def cause_rows(plan: Plan) -> list[Cause]:
    """The sentences of the last pre-mortem, those with most dots first."""
    premortem = risks.last_premortem(plan)
    if premortem is None:
        return []
    dots = _dots(plan)
    return sorted(risks.causes(plan, premortem), key=lambda row: (-len(dots.get(row.id, ())), row.position))


def cause_faces(plan: Plan) -> list[CauseFace]:
    """What those sentences show."""
    dots = _dots(plan)
    return [_cause(plan, row, dots.get(row.id, ())) for row in cause_rows(plan)]


def _cause(plan: Plan, row: Cause, dots: tuple[str, ...]) -> CauseFace:
    risk = plan.risks.get(row.risk)
    writer = first_name(name_of_person(plan, row.by))
    return CauseFace(
        row.id, row.text or "", writer, voice_of(plan, row.by), dots, (risk.code or risk.id) if risk else ""
    )


def _dots(plan: Plan) -> dict[str, tuple[str, ...]]:
    round = latest_round(plan, "causes")
    found: dict[str, tuple[str, ...]] = {}
    for dot in plan.dots:
        if round is not None and dot.round == round.id and dot.item and dot.dots > 0:
            found[dot.item] = found.get(dot.item, ()) + (voice_of_side(dot.function),) * dot.dots
    return found


def failed_words(plan: Plan) -> str:
    """The sentence that a pre-mortem starts with: the last month of the plan, and it failed."""
    period = months.period(plan)
    if not period:
        return _("It is a year later, and it failed")
    return _("It is {month}, and it failed").format(month=words.month(period[-1]))


def premortem_words(plan: Plan, premortem: Premortem | None) -> str:
    """Who wrote, and when."""
    if premortem is None:
        return _("A plan usually fails for a reason that somebody in the room already knew.")
    count = len(premortem.participants)
    people = _n("{n} person", "{n} people", count).format(n=count) if count else _("the room")
    day = numbers_of(plan).day_short(premortem.held_on)
    written = _("Written in silence by {people}, {day}.") if day else _("Written in silence by {people}.")
    return f"{written.format(people=people, day=day)} {_('Dots: most likely.')}"
