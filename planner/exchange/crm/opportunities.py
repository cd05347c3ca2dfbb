"""What a CRM export holds: its opportunities, and for each row that is none of them the reason why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from planner.exchange.crm.outcomes import LOST, OPEN, WON
from planner.exchange.questions import DAYS, DECIMAL, ONLY, Question

BLANK = "(blank)"
_OF_AMOUNTS = (DECIMAL, ONLY)


@dataclass(frozen=True, slots=True)
class Opportunity:
    """One deal. Amounts are major units of the export's currency."""

    row: int
    outcome: str
    stage: str = ""
    amount: float | None = None
    created: date | None = None
    closed: date | None = None
    source: str = BLANK
    reached: frozenset[str] = frozenset()
    """The earlier stages (``mql``, ``sal`` ...) that it is known to have been in."""

    @property
    def cycle(self) -> int | None:
        """Whole calendar days from creation to close; None where either is not known, or the close came first."""
        if self.created is None or self.closed is None:
            return None
        days = (self.closed - self.created).days
        return days if days >= 0 else None


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row that was left out: its number as in the file, and why."""

    row: int
    reason: str


@dataclass(frozen=True)
class CrmImport:
    """An export as it was understood. ``questions`` are what a person must say first; until then the amounts or the
    days that leave doubt are not known."""

    file: str
    opportunities: tuple[Opportunity, ...]
    skipped: tuple[Skipped, ...] = ()
    notes: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
    columns: tuple[tuple[str, str], ...] = ()
    """What was found (see ``columns.LABELS``) and what the file calls it."""
    currency: str | None = None
    sheet: str = ""
    stages_reached: tuple[str, ...] = field(default=())
    """The earlier stages that the export has days for, in the order of the funnel."""

    @cached_property
    def won(self) -> tuple[Opportunity, ...]:
        return self._with(WON)

    @cached_property
    def lost(self) -> tuple[Opportunity, ...]:
        return self._with(LOST)

    @cached_property
    def open(self) -> tuple[Opportunity, ...]:
        return self._with(OPEN)

    def is_open(self, *keys: str) -> bool:
        """Whether one of these questions waits for an answer."""
        return any(question.key in keys for question in self.questions)

    def _with(self, outcome: str) -> tuple[Opportunity, ...]:
        return tuple(deal for deal in self.opportunities if deal.outcome == outcome)

    @property
    def win_rate(self) -> float | None:
        """Won of won and lost; open deals do not count. None where none is closed."""
        return _rate(len(self.won), len(self.lost))

    @cached_property
    def won_amounts(self) -> tuple[float, ...]:
        """The known amounts of won deals, in major units."""
        return tuple(deal.amount for deal in self.won if deal.amount is not None)

    @cached_property
    def won_cycles(self) -> tuple[int, ...]:
        """The known days from creation to close of won deals."""
        return tuple(days for deal in self.won if (days := deal.cycle) is not None)

    @cached_property
    def period(self) -> tuple[date, date] | None:
        """The first and the last day on which a deal was closed; None where no such day is known."""
        days = [deal.closed for deal in (*self.won, *self.lost) if deal.closed is not None]
        return (min(days), max(days)) if days else None

    def by_source(self) -> dict[str, dict[str, Any]]:
        """The same figures by where the deals came from; empty where the export does not say it."""
        if not any(role == "source" for role, _title in self.columns):
            return {}
        groups: dict[str, list[Opportunity]] = {}
        for deal in self.opportunities:
            groups.setdefault(deal.source, []).append(deal)
        return {source: _figures(groups[source]) for source in sorted(groups, key=lambda name: (name == BLANK, name))}

    def as_json(self) -> dict[str, Any]:
        """The figures as the command line prints them; what is not known is None."""
        return {
            "opportunities": len(self.opportunities),
            "won": len(self.won),
            "lost": len(self.lost),
            "open": len(self.open),
            "win_rate": None if self.win_rate is None else round(self.win_rate, 6),
            "won_amount_mean": None if self.is_open(*_OF_AMOUNTS) else _rounded(_mean(self.won_amounts)),
            "won_amount_median": None if self.is_open(*_OF_AMOUNTS) else _rounded(_median(self.won_amounts)),
            "cycle_days_median": None if self.is_open(DAYS) else _median(self.won_cycles),
            "by_source": self.by_source(),
            "skipped": [{"row": skipped.row, "reason": skipped.reason} for skipped in self.skipped],
            "questions": [{"key": asked.key, "question": asked.text} for asked in self.questions],
            "notes": list(self.notes),
        }


def _figures(deals: list[Opportunity]) -> dict[str, Any]:
    won = [deal for deal in deals if deal.outcome == WON]
    lost = sum(deal.outcome == LOST for deal in deals)
    amounts = [deal.amount for deal in won if deal.amount is not None]
    rate = _rate(len(won), lost)
    return {
        "opportunities": len(deals),
        "won": len(won),
        "lost": lost,
        "open": len(deals) - len(won) - lost,
        "win_rate": None if rate is None else round(rate, 6),
        "won_amount": _rounded(sum(amounts)) if amounts else None,
    }


def _rate(won: int, lost: int) -> float | None:
    return won / (won + lost) if won + lost else None


def _mean(values: Iterable[float]) -> float | None:
    known = tuple(values)
    return sum(known) / len(known) if known else None


def _median(values: Iterable[float]) -> float | None:
    known = sorted(values)
    if not known:
        return None
    half = len(known) // 2
    return float(known[half]) if len(known) % 2 else (known[half - 1] + known[half]) / 2


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 2)
