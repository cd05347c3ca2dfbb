"""What the stakeholders page shows of a plan, as plain values."""

from dataclasses import dataclass
from datetime import date

from planner.calc.engagement import talks
from planner.i18n import _, _n
from planner.model.plan import Plan, Stakeholder
from planner.model.rows.people import STANCES
from planner.ui.numbers import numbers_of
from planner.ui.parts.avatar import initials
from planner.ui.voices import first_name, name_of_person, voice_of

_LONG_UNHEARD = 30  # days


@dataclass(frozen=True)
class Standing:
    """One person of the register. Places are (interest, power), each 1 to 5, or None where not known."""

    id: str
    name: str
    short: str
    role: str
    letters: str
    voice: str
    place: tuple[float, float] | None
    wanted: tuple[float, float] | None
    stance: int | None
    desired: int | None
    stance_words: str
    days: int | None
    """Since the last talk; None where there was none."""
    consulted: str
    consulted_on: str
    level: str
    """How worrying that is: fine, look or fix."""

    @property
    def spoken(self) -> str:
        """The person for a screen reader."""
        said = [self.name, self.role, self.stance_words, _("consulted: {when}").format(when=self.consulted)]
        return ", ".join(part for part in said if part)


def standings(plan: Plan, as_of: str) -> list[Standing]:
    """Everybody of the register, the longest unheard first."""
    days = talks(plan)
    shown = [_standing(plan, row, days.get(row.id, []), as_of) for row in plan.stakeholders]
    return sorted(shown, key=lambda one: (one.days is not None, -(one.days or 0)))


def _standing(plan: Plan, row: Stakeholder, talked: list[str], as_of: str) -> Standing:
    person = plan.people.get(row.person)
    name = name_of_person(plan, row.person) or _("Nobody yet")
    past = [day for day in talked if day <= as_of]
    last = past[-1] if past else None
    days = (date.fromisoformat(as_of) - date.fromisoformat(last)).days if last else None
    stance, desired = stop_of(row.current), stop_of(row.desired)
    return Standing(
        id=row.id,
        name=name,
        short=first_name(name),
        role=(person.role or "") if person else "",
        letters=initials(name),
        voice=voice_of(plan, row.person),
        place=_place(row.interest, row.power),
        wanted=_wanted(row),
        stance=stance,
        desired=desired,
        stance_words=stance_words(stance, desired),
        days=days,
        consulted=_days_words(days),
        consulted_on=numbers_of(plan).day_short(last),
        level=_level(days, row.power),
    )


def stop_of(stance: str | None) -> int | None:
    """A stance as a stop of the track: 0 for the first of the five."""
    return STANCES.index(stance) if stance in STANCES else None


def stance_words(now: int | None, wanted: int | None) -> str:
    """A stance and the wanted one in the plan's own five words: "Neutral → Supporter"."""
    words = (_("Unaware"), _("Against"), _("Neutral"), _("Supporter"), _("Champion"))
    if now is None:
        return _("Not known yet")
    if wanted is None or wanted == now:
        return words[now]
    return f"{words[now]} → {words[wanted]}"


def _place(interest: float | None, power: float | None) -> tuple[float, float] | None:
    return None if interest is None or power is None else (interest, power)


def _wanted(row: Stakeholder) -> tuple[float, float] | None:
    if row.wanted_interest is None and row.wanted_power is None:
        return None
    interest = row.interest if row.wanted_interest is None else row.wanted_interest
    return _place(interest, row.power if row.wanted_power is None else row.wanted_power)


def _days_words(days: int | None) -> str:
    if days is None:
        return _("Not yet")
    return _("Today") if days == 0 else _n("{n} day", "{n} days", days).format(n=days)


def _level(days: int | None, power: float | None) -> str:
    if days is None:
        return "fix" if power is None or power >= 3 else "look"
    return "look" if days > _LONG_UNHEARD else "fine"


def amount_words(value: float) -> str:
    """A place on an axis in plain words."""
    words = (_("low"), _("rather low"), _("medium"), _("rather high"), _("high"))
    return words[min(4, max(0, round(value) - 1))]
