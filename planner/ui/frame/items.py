"""What the frame is told: plain values, no rows of a plan."""

from planner.model.value import Value


class ChapterEntry(Value):
    """A chapter in the sidebar. `progress` is 0 to 1, None where it cannot be said; `missing` in words."""

    key: str
    number: int
    title: str
    group: str
    progress: float | None = None
    missing: str = ""


class QuestionItem(Value):
    """A question to ask; `asked` names whom, for example "Ask sales". `state` is open, asked, answered or skipped;
    `answers` are what was said, each with who said it."""

    text: str
    asked: str
    voice: str
    key: object = None
    state: str = "open"
    answers: tuple[tuple[str, str, str], ...] = ()
    """Name, voice and words of each answer."""


class FindingItem(Value):
    """A finding: level fine, note, look or fix, a sentence, and what "Show" shows (None: nothing to show)."""

    level: str
    text: str
    key: object = None


class ComparedItem(Value):
    """What others report: a sentence, and who found it, whom they asked and how far to trust it."""

    text: str
    source: str


class RecentItem(Value):
    """One edit: who, in which voice, when in words, what."""

    name: str
    voice: str
    when: str
    what: str
    key: object = None
