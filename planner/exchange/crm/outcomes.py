"""Won, lost or still open: the words for it in the languages and programs that exports come from."""

from __future__ import annotations

import re
from functools import lru_cache

from planner.exchange.plainwords import plain

WON, LOST, OPEN = "won", "lost", "open"

_WON = (
    r"won|gewonnen|gagnee?s?|ganad[ao]s?|ganh[oa]s?|vint[aoei]|gewonnen|vunn[ae]t?|vundet|wygran[aey]|signed|signe"
    r"|closed ?deal|deal closed|beauftragt|auftrag erteilt|order received|ordered|bestellt|purchased|contract signed"
    r"|erfolgreich|realise|concretada"
)
_LOST = (
    r"lost|verloren|perdue?s?|perdid[ao]s?|pers[aoei]|tapt|forlorad|tabt|przegran[aey]|dead|abandoned|abgelehnt|abgesagt"
    r"|cancell?ed|storniert|annulee?|disqualified|rejected|declined|no decision|ausgeschieden|fehlgeschlagen|failed"
    r"|verworfen|absage|churned"
)
_OPEN = (
    r"open|offen|ouverte?|abiert[ao]s?|aberto|apert[aoi]|in progress|in bearbeitung|en cours|en curso|active|aktiv"
    r"|laufend|pending"
)
_NOT_WON = re.compile(
    r"\b(not|nicht|non|no|nao|kein\w*) (won|gewonnen|gagnee?|ganad[ao]|vint[ao]|erfolgreich)\b|\bunsuccessful\b"
)
_PATTERNS = (
    (LOST, re.compile(rf"\b({_LOST})\b|\berfolglos\b")),
    (WON, re.compile(rf"\b({_WON})\b")),
    (OPEN, re.compile(rf"\b({_OPEN})\b")),
)
_YES = frozenset(
    ("true", "yes", "y", "1", "ja", "j", "oui", "o", "si", "sim", "wahr", "vrai", "x", "checked", "t", "verdadero")
)
_NO = frozenset(("false", "no", "n", "0", "nein", "non", "nao", "falsch", "faux", "unchecked", "f", "falso", ""))


@lru_cache(maxsize=4096)
def outcome_of(stage: str) -> str | None:
    """What a stage or status says about the end of a deal; None where it says nothing (most stages in between)."""
    words = plain(stage)
    if _NOT_WON.search(words):
        return LOST
    return next((outcome for outcome, pattern in _PATTERNS if pattern.search(words)), None)


@lru_cache(maxsize=256)
def flag(text: str) -> bool | None:
    """Yes or no; None where it is neither."""
    words = plain(text)
    return True if words in _YES else False if words in _NO else None
