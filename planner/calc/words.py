"""Days, amounts and names as people say them, for findings and progress. Standard library only."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

from planner.calc import months
from planner.calc.money import exponent, half_up, to_major
from planner.i18n import _, figure, mark, quoted
from planner.model.plan import STAGE_WORDS, Day, Money, Month, Plan, RowId

_MONTHS = (
    mark("January"),
    mark("February"),
    mark("March"),
    mark("April"),
    mark("May"),
    mark("June"),
    mark("July"),
    mark("August"),
    mark("September"),
    mark("October"),
    mark("November"),
    mark("December"),
)
_SHORT_MONTHS = (mark("Jan"), mark("Feb"), mark("Mar"), mark("Apr"), mark("May"), mark("Jun"), mark("Jul"),
                 mark("Aug"), mark("Sep"), mark("Oct"), mark("Nov"), mark("Dec"))  # fmt: skip
_QUOTE_LENGTH = 70
_QUARTER = re.compile(r"(\d{4})-Q([1-4])")
_SHORT = {
    "mql": "MQL", "mqls": "MQLs", "sal": "SAL", "sals": "SALs", "sql": "SQL", "sqls": "SQLs", "crm": "CRM",
    "kpi": "KPI", "roi": "ROI", "nps": "NPS",
}  # fmt: skip
"""Short forms that are written in capitals."""


def day(value: Day | None, year: bool = True) -> str:
    """``2026-12-08`` as "8 December 2026", or "8 December"; text that is no day as it stands."""
    found = months.parse_day(value)
    return _day(found, _MONTHS, year) if found else value or ""


def day_short(value: Day | None, year: bool = True) -> str:
    """``2026-12-08`` as "8 Dec 2026", or "8 Dec"; empty where it is not known."""
    found = months.parse_day(value)
    return _day(found, _SHORT_MONTHS, year) if found else ""


def _day(found: date, names: Sequence[str], year: bool = True) -> str:
    pattern = _("{day} {month} {year}") if year else _("{day} {month}")
    return pattern.format(day=found.day, month=_(names[found.month - 1]), year=found.year)


def month(value: Month, year: bool = True) -> str:
    """``2027-05`` as "May 2027", or "May"; text that is no month as it stands."""
    if not months.is_month(value):
        return value
    name = _(_MONTHS[months.index(value) % 12])
    return f"{name} {value[:4]}" if year else name


def period(value: str | None, written: Callable[[Month], str] = month) -> str:
    """A month, a quarter or both ends of a period as people say them: ``2027-Q2`` is "Q2 2027".

    ``written`` puts a month into words. Other text stays as it stands; empty where it is not known.
    """
    if value and (found := _QUARTER.fullmatch(value)):
        return _("Q{n} {year}").format(n=found[2], year=found[1])
    first, between, last = (value or "").partition("..")
    if between and months.is_month(first) and months.is_month(last):
        return _("{first} to {last}").format(first=written(first), last=written(last))
    return written(value) if value and months.is_month(value) else value or ""


def month_short(value: Month) -> str:
    """``2027-09`` as "Sep"."""
    return _(_SHORT_MONTHS[int(value[5:7]) - 1])


def month_number(word: str) -> int | None:
    """The number of a month by its name or the first three letters or more, in English or the language in use."""
    typed = word.lower()
    names = (*_MONTHS, *map(_, _MONTHS), *map(_, _SHORT_MONTHS))
    found = (place for place, name in enumerate(names) if len(typed) >= 3 and name.lower().startswith(typed))
    place = next(found, None)
    return None if place is None else place % 12 + 1


def amount(value: Money, currency: str | None) -> str:
    """Minor units as "EUR 28,500", with decimals only where there are some."""
    major = to_major(value, currency)
    digits = 0 if major == int(major) else exponent(currency)
    return named(f"{major:,.{digits}f}", currency)


def whole_amount(value: float, currency: str | None) -> str:
    """Minor units as "EUR 28,500" without decimals: more of them would pretend."""
    return named(f"{half_up(to_major(value, currency)):,.0f}", currency)


def named(digits: str, currency: str | None) -> str:
    """A figure that was formatted the English way with the code of its currency: "EUR 28,500"."""
    return _("{currency} {figure}").format(currency=currency or "", figure=figure(digits)).strip()


def number(value: float) -> str:
    """A figure without needless decimals."""
    return figure(f"{value:,.10g}")


def percent(share: float) -> str:
    """``0.0504`` as "5%"; below one percent with one decimal."""
    value = half_up(share * 100, 1)
    return figure(f"{value:.1f}%") if 0 < value < 1 else f"{half_up(share * 100):.0f}%"


def chance(share: float) -> str:
    """A chance in whole percent; nothing that was drawn is certain, so the ends are "<1%" and ">99%"."""
    whole = half_up(share * 100)
    return "<1%" if whole < 1 else ">99%" if whole > 99 else f"{whole:.0f}%"


def quote(text: str | None) -> str:
    """The words in quotation marks, cut at a word where they are long; "(no words yet)" where there are none."""
    line = " ".join((text or "").split())
    if not line:
        return _("(no words yet)")
    if len(line) > _QUOTE_LENGTH:
        line = (line[:_QUOTE_LENGTH].rsplit(" ", 1)[0] or line[:_QUOTE_LENGTH]) + "…"
    return quoted(line)


def listing(parts: Sequence[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    return _("{several} and {last}").format(several=", ".join(parts[:-1]), last=parts[-1])


def person(plan: Plan, id: RowId | None) -> str:
    """The name of a person, "nobody" where none is given, "somebody unknown" where they are not in the plan."""
    if id is None:
        return _("nobody")
    found = plan.people.get(id)
    return (found.name or found.code or _("somebody without a name")) if found else _("somebody unknown")


def measure(metric: str | None) -> str:
    """What a goal or a promise is counted in, as people write it: "mql_count" is "MQL count"."""
    parts = (metric or "").replace("_", " ").split()
    said = " ".join(_SHORT.get(part, part) for part in parts)
    return said[:1].upper() + said[1:]


def stage(key: str) -> str:
    """A stage of the funnel by its usual name; one that is not usual by its own."""
    return _(STAGE_WORDS[key]) if key in STAGE_WORDS else key.replace("_", " ").capitalize()


def step(code: str | None) -> str:
    """A step of the funnel by the code of its rate: ``lead_to_mql`` as "“Leads” to “Qualified by marketing”"."""
    before, between, after = (code or "").partition("_to_")
    if not between:
        return quote(code)
    return _("{before} to {after}").format(before=quote(stage(before)), after=quote(stage(after)))


def function(key: str | None) -> str:
    """A side in words."""
    return _(_FUNCTIONS.get(key or "", key or "")) if key else _("nobody's side")


_FUNCTIONS = {
    "marketing": mark("marketing"),
    "sales": mark("sales"),
    "agency": mark("the agency"),
    "management": mark("management"),
    "finance": mark("finance"),
    "product": mark("product management"),
    "service": mark("service"),
    "it": mark("IT"),
    "partner": mark("partners"),
    "customer": mark("customers"),
}
