"""Which voice a person, and a side, speaks with on screen."""

from planner.calc.voices import voice_of as voice_of_side
from planner.calc.voices import voice_of_person as voice_of
from planner.i18n import _, mark
from planner.model.changes import Author
from planner.model.fields import RowId
from planner.model.plan import Person, Plan

SIDE_NAMES = {
    "marketing": mark("Marketing"),
    "sales": mark("Sales"),
    "agency": mark("Agency"),
    "management": mark("Management"),
    "finance": mark("Finance"),
    "product": mark("Product"),
    "service": mark("Service"),
    "it": mark("IT"),
    "partner": mark("Partner"),
    "customer": mark("Customer"),
}


def side_name(side: str | None) -> str:
    """The word for a side; empty where it is not known."""
    return _(SIDE_NAMES.get(side, side.capitalize())) if side else ""


def is_role(person: Person) -> bool:
    """Whether a person of the plan is a role still, as playbooks bring them, that waits for a name."""
    return not person.name or person.name == person.role


def name_of_person(plan: Plan, person: RowId | None) -> str:
    """A person's whole name; empty where there is nobody."""
    found = plan.people.get(person)
    return (found.name or _("Name not given")) if found else ""


_PARTICLES = frozenset(
    {"al", "bin", "da", "de", "del", "den", "der", "di", "du", "el", "la", "le", "ten", "ter", "van", "von", "zu"}
)


def first_name(name: str) -> str:
    """What somebody is called in a small place. A part that waits for a name, "Head of sales", is said whole,
    as is the program itself, which writes the example."""
    if name == _("Common Ground"):
        return name
    first, _blank, rest = name.partition(" ")
    next_word = rest.partition(" ")[0]
    return name if next_word.islower() and next_word not in _PARTICLES else first


def voice_of_author(plan: Plan, author: Author) -> str:
    """The voice of whoever made an edit, also where only a name is known."""
    if author.id in plan.people:
        return voice_of(plan, author.id)
    known = next((person for person in plan.people if person.name == author.name), None)
    return voice_of_side(known.function if known else None)


__all__ = [
    "SIDE_NAMES", "first_name", "name_of_person", "side_name",
    "voice_of", "voice_of_author", "voice_of_side",
]  # fmt: skip
