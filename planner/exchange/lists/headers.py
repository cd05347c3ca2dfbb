"""What one column head says: a known thing, a month, a quarter, or letters of a RACI table."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from planner.exchange.amounts import CODES, SYMBOLS
from planner.exchange.cells import Cell, words
from planner.exchange.days import month_number, read_day
from planner.exchange.lists.kinds import Kind
from planner.exchange.plainwords import compact, plain

NEAR = 88
"""How alike two names are, of 100, so that a mistyped one is still recognised."""

_CODES, _SIGNS = "|".join(sorted(CODES)), "|".join(map(re.escape, SYMBOLS))
_CURRENCY = re.compile(rf"\b(?:in\s+)?[TK]?(?:{_CODES})\b|(?:\bin\s+)?(?:\b[tk])?(?:{_SIGNS})(?:k\b)?")
_UNIT = re.compile(r"[(\[]([^)\]]*)[)\]]")
_THOUSANDS = re.compile(
    r"\b(?:t ?eur|tsd|keur|kgbp|kusd|kchf|'?000s?|thousands?|tausend|milliers|miles)\b|[€£$]\s?000|[kt]€|k[£$]|[€£$]k",
    re.IGNORECASE,
)

_MONTH = re.compile(r"^(?:(?P<name>[^\W\d_]{3,10})\.?[ \-/']*(?P<year>20\d\d|\d\d)?|(?P<y>20\d\d)[-/.](?P<m>\d{1,2})|"
                    r"(?P<m2>\d{1,2})[-/.](?P<y2>20\d\d))$")  # fmt: skip
_QUARTERS = r"(?:q|t|qtr\.?|quarter|quartal|kwartaal|trimestre|trim\.?)"
_QUARTER = re.compile(rf"^(?:{_QUARTERS}\s?([1-4])|([1-4])\.?\s?(?:er|e|o|st|nd|rd|th)?\s?{_QUARTERS})"
                      r"(?:[ \-/']*(20\d\d|\d\d))?$")  # fmt: skip
_FISCAL = re.compile(r"(?:FY|GJ|WJ|EJ|exercice|ejercicio|esercizio)\s?'?(20\d\d|\d\d)", re.IGNORECASE)
_SPEND = re.compile(r"(?!total|sum)(.+?)[_ ](?:s|spend)", re.IGNORECASE)
"""A column for each channel: "search_S", "TV spend"."""
_YEAR = re.compile(r"20\d\d")
_SHORTEST = 4
_NUMBERS_OF = frozenset((
    "id", "ids", "nr", "no", "number", "nummer", "numero", "num", "code", "url", "link", "phone", "telephone",
    "telefon", "mobile", "fax", "count", "anzahl", "views", "hours", "days", "stunden", "tage", "heures", "jours",
    "horas", "dias", "duration", "dauer", "variance", "abweichung", "abw", "delta", "diff", "difference", "remaining",
    "rest", "reste", "balance", "predecessors", "parent",
))  # fmt: skip
_OF_ANYTHING = frozenset((
    "name", "names", "nom", "nombre", "naam", "title", "titel", "titre", "titulo", "type", "typ", "tipo", "date",
    "datum", "fecha", "text", "description", "beschreibung", "descripcion", "omschrijving", "group", "team", "plan",
    "item", "action", "status", "comment", "note", "what", "value", "source", "area", "unit",
))  # fmt: skip
"""Words that alone are names of columns, and as a part of one say nothing."""
_ACTUAL = frozenset(("actual", "actuals", "ist", "reel", "realise", "real", "spent", "gastado", "actuel"))
_PLANNED = frozenset(("plan", "planned", "budget", "soll", "prevu", "previsto", "presupuesto", "forecast"))


@dataclass(frozen=True, slots=True)
class Head:
    """What a column holds. ``role`` is a thing of the kind, ``month:5`` or ``quarter:2``; empty where not known."""

    title: str
    role: str = ""
    how: str = ""
    """name: by its exact name; near: by one much like it; part: by a part of it; content: by what stands in it; you:
    said by a person."""
    year: int | None = None
    actual: bool = False
    thousands: bool = False


@lru_cache(maxsize=8192)
def _bare(title: str) -> tuple[str, bool]:
    """A title without unit and currency, and whether it says that amounts are in thousands."""
    bare = _CURRENCY.sub(" ", _UNIT.sub(" ", title)).strip(" :*?.")
    return bare, bool(_THOUSANDS.search(title))


def bare(title: str) -> str:
    """A title without unit and currency."""
    return _bare(title)[0]


def known_head(kind: Kind, title: str) -> Head | None:
    """A column's head whose name is known as it stands, read for one kind of list; None for any other."""
    name, thousands = _bare(title)
    if role := kind.known.get(compact(name)):
        return Head(title, role, "name", thousands=thousands)
    if kind.months and (head := _time_head(title, name) or _year_head(title, name)):
        return replace(head, thousands=thousands)
    if kind.key == "spend" and (found := _SPEND.fullmatch(name.strip())):
        return Head(title, f"spend:{found[1]}", "name")
    return None


def near_head(kind: Kind, title: str) -> Head:
    """A column's head by a name much like its own; without a role where none is."""
    bare_title, thousands = _bare(title)
    name = compact(bare_title)
    if 4 <= len(name) <= 40:
        from rapidfuzz import fuzz, process

        match = process.extractOne(name, list(kind.known), scorer=fuzz.ratio, score_cutoff=NEAR)
        if match is not None:
            return Head(title, kind.known[match[0]], "near", thousands=thousands)
    return Head(title, thousands=thousands)


def read_part(kind: Kind, title: str) -> Head | None:
    """A head in which a known name is only a part ("Verantwortlich (intern)", "Planned 2027"); None where none is.

    Numbers, addresses and the like are named after what they belong to and are not it.
    """
    words = plain(_CURRENCY.sub(" ", _UNIT.sub(" ", title))).split()
    years = [int(word) for word in words if _YEAR.fullmatch(word)]
    words = [word for word in words if not word.isdecimal()]
    if not words or _NUMBERS_OF & set(words):
        return None
    year, thousands = years[0] if years else None, bool(_THOUSANDS.search(title))
    if (whole := "".join(words)) in kind.known:
        return Head(title, kind.known[whole], "name", year, thousands=thousands)
    runs = ["".join(words[start:end]) for start in range(len(words)) for end in range(start + 1, len(words) + 1)]
    known = [run for run in runs if run in kind.known and len(run) >= _SHORTEST and run not in _OF_ANYTHING]
    if not known:
        return None
    return Head(title, kind.known[max(known, key=len)], "part", year, thousands=thousands)


def _year_head(title: str, name: str) -> Head | None:
    """The total of a year that is called by nothing else ("FY27", "GJ 2027")."""
    found = _FISCAL.fullmatch(name.strip())
    return Head(title, "amount", "name", _year(found[1])) if found else None


def _time_head(title: str, bare: str) -> Head | None:
    parts = plain(bare).split()
    actual = any(part in _ACTUAL for part in parts)
    rest = " ".join(part for part in parts if part not in _ACTUAL and part not in _PLANNED)
    if not rest.replace(" ", "").isalpha() and (day := _day(bare)):
        return Head(title, f"month:{day.month}", "name", day.year, actual)
    if found := _QUARTER.match(rest):
        return Head(title, f"quarter:{found[1] or found[2]}", "name", _year(found[3]), actual)
    found = _MONTH.match(rest.replace(" ", "-")) or _MONTH.match(bare)
    if found is None:
        return None
    if found["name"]:
        number = month_number(found["name"])
        # "Mark" and "Market" begin like a month and are none.
        if number is None or (len(plain(found["name"])) > 3 and not _whole_month(plain(found["name"]), number)):
            return None
        return Head(title, f"month:{number}", "name", _year(found["year"]), actual)
    number = int(found["m"] or found["m2"])
    return Head(title, f"month:{number}", "name", int(found["y"] or found["y2"]), actual) if number <= 12 else None


# fmt: off
_WHOLE = (
    "january januar janvier enero gennaio januari jan janv ene",
    "february februar fevrier febrero febbraio februari feb febr fevr",
    "march maerz mars marzo maart mar mrz mrt maer", "april avril abril aprile apr avr abr",
    "may mai mayo mei maggio maj",
    "june juni juin junio giugno jun", "july juli juillet julio luglio jul juil", "august augustus aout agosto aug ago",
    "september septembre septiembre settembre sept sep set", "october oktober octobre octubre ottobre oct okt",
    "november novembre noviembre nov",
    "december dezember decembre diciembre dicembre dec dez dic",
)
# fmt: on


def _whole_month(name: str, number: int) -> bool:
    return name in _WHOLE[number - 1].split()


def _day(text: str) -> date | None:
    try:
        return read_day(text)
    except ValueError:
        return None


def _year(text: str | None) -> int | None:
    if not text:
        return None
    return int(text) if len(text) == 4 else 2000 + int(text)


def year_in(text: str) -> int | None:
    """A year that a title names ("Budget 2027", "FY27"); None where it names none or several."""
    found = {int(match) for match in re.findall(r"(?<!\d)(20\d\d)(?!\d)", text)}
    return found.pop() if len(found) == 1 else None


def says_thousands(text: str) -> bool:
    """Whether a title says that amounts are in thousands."""
    return bool(_THOUSANDS.search(text))


def texts_of(cells: tuple[Cell, ...]) -> list[str]:
    """Cells as people read them."""
    return [" ".join(words(cell).split()) if cell != "" else "" for cell in cells]
