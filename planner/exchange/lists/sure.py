"""Whether a list says well enough of itself what it is, for a program that nobody has told and nobody looks over."""

from __future__ import annotations

from planner.exchange.lists.find import Found
from planner.exchange.lists.headers import Head
from planner.exchange.lists.importing import ListImport
from planner.exchange.plainwords import compact

_FEW = 0.25
"""Less than this share of the columns known is little."""
_MUCH = 6.0
"""So much recognised is enough, however many other columns there are."""
_SAID = frozenset(("name", "near", "part", "you"))
_VAGUE = frozenset((
    "value", "values", "price", "prices", "unit price", "code", "wert", "preis", "valeur", "prix", "valor", "precio",
    "preco", "valore", "prezzo", "waarde", "prijs", "wartosc", "cena",
))  # fmt: skip
"""What amounts are called in any table of goods or measurements."""
_ABOUT_MONEY = (
    "budget", "cost", "kosten", "spend", "ausgaben", "presupuest", "gasto", "orcamento", "bilancio", "begroting",
    "budzet", "koszt", "depense", "spese",
)  # fmt: skip


def is_sure(read: ListImport) -> bool:
    """Whether the names of the columns, not only what they hold, say that it is such a list, and its rows fit it."""
    found = read.found
    times = any(_is_time(head) for head in found.heads)
    said = [head for head in found.heads if head.role and (head.how in _SAID or head.role.startswith("raci:"))]
    titled = [head for head in found.heads if head.title]
    out = sum(not one.heading for one in read.left_out)
    if (not read.entries and out) or out > 2 * max(len(read.entries), 1):
        return False
    if len({head.role for head in said}) < 2:
        return False
    if not times and any(head.role == read.kind.main and head.how == "content" for head in found.heads):
        return False
    if len(said) < _FEW * len(titled) and found.score < _MUCH:
        return False
    return read.kind.key != "budget" or times or _speaks_of_money(read.file, found)


def _is_time(head: Head) -> bool:
    return head.role.startswith(("month:", "quarter:"))


def _speaks_of_money(file: str, found: Found) -> bool:
    """Whether amounts are called more than a value or a price, or what stands around them says what they are."""
    amounts = [head for head in found.heads if head.role in ("amount", "actual")]
    if any(head.how != "content" and compact(head.title).rstrip("0123456789") not in _COMPACT for head in amounts):
        return True
    around = compact(" ".join((file, found.sheet, found.title, *(head.title for head in found.heads))))
    return any(word in around for word in _ABOUT_MONEY)


_COMPACT = frozenset(map(compact, _VAGUE))
