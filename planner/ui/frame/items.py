"""What the frame is told: plain values, no rows of a plan."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ChapterEntry:
    """A chapter in the sidebar. `progress` is 0 to 1, None where it cannot be said; `missing` in words."""

    key: str
    number: int
    title: str
    group: str
    progress: float | None = None
    missing: str = ""


@dataclass(frozen=True)
class QuestionItem:
    """A question to ask; `asked` names whom, for example "Ask sales"."""

    text: str
    asked: str
    voice: str
    key: object = None


@dataclass(frozen=True)
class FindingItem:
    """A finding: level fine, note, look or fix, a sentence, and what "Show" shows (None: nothing to show)."""

    level: str
    text: str
    key: object = None


@dataclass(frozen=True)
class RecentItem:
    """One edit: who, in which voice, when in words, what."""

    name: str
    voice: str
    when: str
    what: str
    key: object = None
