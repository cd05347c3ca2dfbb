"""Two moments of a plan, compared beside the window: all of a long history takes a while."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from planner.i18n import _
from planner.model.compare import Difference, compare
from planner.model.earlier import Earlier
from planner.model.fields import RowId
from planner.model.plan import Plan
from planner.ui.jobs import Progress
from planner.ui.numbers import numbers_of
from planner.ui.pages import BY_KEY, HOME_OF

By = Mapping[tuple[str, RowId], tuple[str, str]]
"""Who touched a row last, and in which voice."""
_STEP = 200  # differences between two looks at whether anybody still waits


@dataclass(frozen=True)
class Line:
    """One field that differs, or a sum that follows from others and so has no author."""

    what: str
    before: str
    after: str
    who: str = ""
    voice: str = ""
    row: RowId = ""
    sums: bool = False


@dataclass(frozen=True)
class Compared:
    """What differs between two plans, as it is listed."""

    a: Plan
    b: Plan
    lines: list[Difference | Line | str]
    count: int
    by: By


def compared(early: Earlier, late: Earlier, by: By, progress: Progress) -> Compared:
    """Compare the plans of two moments. ``progress`` is told step by step; it raises where nobody waits any more."""
    what = _("Comparing A and B")
    progress(0, 3, what)
    a = early.plan()
    progress(1, 3, what)
    b = late.plan()
    found = []
    for place, one in enumerate(differences(a, b)):
        if place % _STEP == 0:
            progress(2, 3, what)
        found.append(one)
    lines = chaptered(a, b, sorted(found, key=_place))
    return Compared(a, b, lines, len(found), by)


def differences(a: Plan, b: Plan) -> Iterator[Difference]:
    """What differs between two moments; order in lists is left out."""
    return (one for one in compare(a, b) if one.field not in ("position", "code"))


def _place(one: Difference) -> int:
    """The chapter that it is in."""
    return list(BY_KEY).index(HOME_OF[one.table])


def chaptered(a: Plan, b: Plan, found: list[Difference]) -> list[Difference | Line | str]:
    """The differences under the names of their chapters, with the sums that follow from them."""
    made: list[Difference | Line | str] = []
    chapter = ""
    for one in found:
        home = HOME_OF[one.table]
        if home != chapter:
            made += _sums(a, b, chapter)
            chapter = home
            made.append(_(BY_KEY[home].title))
        made.append(one)
    return [*made, *_sums(a, b, chapter)]


def _sums(a: Plan, b: Plan, chapter: str) -> Iterator[Line]:
    if chapter != "budget":
        return
    from planner.calc.budget import budget_of

    before, after = budget_of(a).total, budget_of(b).total
    if before != after:
        words = numbers_of(a).money_short(before) or _("empty"), numbers_of(b).money_short(after) or _("empty")
        yield Line(_("Planned in all"), *words, sums=True)
