"""What meets, and what has been chosen so far. Nothing of it is written before all conflicts are settled."""

from __future__ import annotations

from dataclasses import dataclass, field

from planner.model.changes import Author, EditRecord
from planner.model.edits.merge import TakeIn
from planner.model.merge import Choice, Coming, Incoming, Merge, merge
from planner.model.merged import take_in
from planner.model.plan import Plan
from planner.model.settled import Place, memory
from planner.model.touches import Touches


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: whose it is and where it comes from."""

    author: Author
    where: str
    when: str = ""
    """An ISO time; empty where it is not known."""


@dataclass(slots=True)
class Meeting:
    """A merge on its way."""

    base: Plan
    theirs: Plan
    mine_side: Side
    their_side: Side
    said: str
    """What the step is called in the history."""
    credited: Author | None
    """Whose step it is; None for the person at the keyboard."""
    since: str
    """The moment both grew from, an ISO time."""
    mine_touches: Touches
    their_touches: Touches | None
    deletions: bool
    """Whether rows that theirs does not have go unless somebody keeps them."""
    remarks: tuple[str, ...] = ()
    """What could not be read, and what was noticed."""
    name: str = ""
    source: str = ""
    """By what the copy is known again, and by what it knows this plan again."""
    own: str = ""
    again: bool = False
    """Whether what was settled when the copy came before is asked once more."""
    choices: dict[Place, Choice] = field(default_factory=dict)
    met: Merge = field(init=False)

    def refresh(self, mine: Plan) -> None:
        """Compare again; choices about what is the same as before stay."""
        known = memory(mine, self.theirs, self.source, self.name, self.own)
        self.met = merge(self.base, mine, self.theirs, known.forgotten() if self.again else known)
        places = {one.place for one in self.met.incoming}
        self.choices = {place: choice for place, choice in self.choices.items() if place in places}

    @property
    def conflicts(self) -> tuple[Incoming, ...]:
        """What somebody has to choose in."""
        return self.met.conflicts

    @property
    def fits(self) -> list[Incoming]:
        """What only theirs changed."""
        return [one for one in self.met.incoming if not one.conflict]

    @property
    def settled(self) -> int:
        """In how many conflicts somebody has chosen."""
        return sum(one.place in self.choices for one in self.conflicts)

    @property
    def taken(self) -> int:
        """How many changes would be taken in."""
        return sum(self.choice(one) != "mine" for one in self.met.incoming)

    def choice(self, one: Incoming) -> Choice | None:
        """What is chosen; None for a conflict that is open."""
        if one.place in self.choices or one.conflict:
            return self.choices.get(one.place)
        return "mine" if one.kind is Coming.DELETED and not self.deletions else "theirs"

    def choose(self, one: Incoming, choice: Choice | None) -> None:
        """Settle a conflict, take in or leave what fits; None opens a conflict again."""
        if choice is None:
            self.choices.pop(one.place, None)
        elif choice != "both" or one.both is not None:
            self.choices[one.place] = choice

    def edit(self) -> TakeIn:
        """The step. Raises Unsettled."""
        return take_in(self.met, self.choices, self.said, deletions=self.deletions)

    def mine_by(self, one: Incoming) -> EditRecord | None:
        """Who changed it here."""
        return self.mine_touches.last(*one.place)

    def theirs_by(self, one: Incoming) -> tuple[Author, str]:
        """Who changed it there, and when."""
        record = self.their_touches.last(*one.place) if self.their_touches is not None else None
        if record is not None:
            return Author(record.author, record.author_id), record.at
        return self.their_side.author, self.their_side.when
