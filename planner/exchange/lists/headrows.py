"""Finding the rows of names: one row or two, of one table or of several that stand side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from planner.exchange.cells import Cell, RawRow, RawTable
from planner.exchange.lists.headers import Head, bare, known_head, near_head, read_part, texts_of
from planner.exchange.lists.kinds import Kind
from planner.exchange.plainwords import compact

HEAD_WITHIN = 300
"""The head stands in one of these first rows."""
LONGEST_NAME = 80
_LOOKED_AT = 40
"""So many rows below a head are looked at for what its columns hold."""
_FIGURES = re.compile(r"[-+(]?[€$£]?\s?\d[\d\s.,'’]*(?:%|€|\s?[A-Z]{3})?\)?")
_TIMES = re.compile(r"(?:19|20)\d\d|\d{1,2}[./](?:\d{1,2}[./])?(?:19|20)?\d\d")
_YEARS = frozenset(range(2000, 2101))
_EMAIL = re.compile(r"\w@\w[\w.-]*\.\w")
_NO_NAMES = frozenset(("", "amount", "actual", "activity", "category"))
"""What may stand at the left of months where no column is known to name the lines."""
_HALF = 0.5
"""A row in which less than this share of the names is known is no head right under a row that may as well be one."""
_SENTENCE = 12
"""Letters that what people say has on the average."""
_RACI = re.compile(r"^[RACIS](?:\s*[/,+]\s*[RACIS])*$")


def find_heads(sheet: RawTable, kind: Kind) -> Iterator[tuple[int, int, tuple[Head, ...], tuple[int, ...]]]:
    """Rows that are heads: their place, the first column, what the columns hold, the numbers of their rows."""
    taken_until = -1
    seen: set[tuple[int, tuple[str, ...]]] = set()
    for index, row in enumerate(sheet.rows[:HEAD_WITHIN]):
        if index <= taken_until or not may_be_head(row):
            continue
        for first, heads, rows in _heads_in_row(sheet, kind, index):
            place = (first, tuple(head.title.casefold() for head in heads))
            if not is_list(kind, heads) or place in seen:  # a head that is printed once more is no new table
                continue
            if seen or not _is_data(sheet, index, heads):
                seen.add(place)
                taken_until = max(taken_until, index + len(rows) - 1)
                yield index + len(rows) - 1, first, heads, rows


def _is_data(sheet: RawTable, index: int, heads: Sequence[Head]) -> bool:
    """Whether a row in which a few words are those of a head is rather the first row under a head of unknown names."""
    named = [head for head in heads if head.title]
    if index == 0 or sum(bool(head.role) for head in named) >= len(named) * _HALF:
        return False
    above = sheet.rows[index - 1]
    filled = sum(cell != "" for cell in above.cells)
    return above.number == sheet.rows[index].number - 1 and filled >= len(named) and may_be_head(above)


def _heads_in_row(
    sheet: RawTable, kind: Kind, index: int
) -> Iterator[tuple[int, tuple[Head, ...], tuple[int, ...]]]:
    """The heads that may begin in a row: of the whole row, or of its parts where a part says as much as the whole."""
    for first, names in _segments(texts_of(sheet.rows[index].cells)):
        whole = _read_at(sheet, kind, index, first, names)
        cut = _parted(sheet, index, first, names)
        parts = [_read_at(sheet, kind, index, first + start, part, last) for start, part, last in cut]
        best = max((score_of(heads) for _first, heads, _rows in parts if is_list(kind, heads)), default=0.0)
        yield from parts if len(parts) > 1 and best and best >= score_of(whole[1]) else [whole]


def _read_at(
    sheet: RawTable, kind: Kind, index: int, first: int, names: list[str], last: bool = True
) -> tuple[int, tuple[Head, ...], tuple[int, ...]]:
    heads = read_heads(kind, names)
    rows: tuple[int, ...] = (sheet.rows[index].number,)
    double = with_row_below(sheet, kind, index, first, names, None if last else len(names))
    if double is not None and score_of(double[0]) > score_of(heads) + 0.5:
        index, heads, rows = index + 1, double[0], double[1]
    first, heads = _with_labels(sheet, kind, index, first, heads)
    return first, with_content(sheet, kind, index, first, heads), rows


def _with_labels(
    sheet: RawTable, kind: Kind, index: int, first: int, heads: tuple[Head, ...]
) -> tuple[int, tuple[Head, ...]]:
    """What stands at the left of months names the lines, whatever it is called, and also where it is called nothing."""
    times = [place for place, head in enumerate(heads) if head.role.startswith(("month:", "quarter:"))]
    if not kind.months or len(times) < 2 or _main_in(kind, heads):
        return first, heads
    below = sheet.rows[index + 1 : index + 1 + _LOOKED_AT]
    for place in range(first + times[0]):
        own = heads[place - first] if place >= first else Head("")
        values = [row.cells[place] for row in below if place < len(row.cells) and row.cells[place] != ""]
        texts = [value for value in values if isinstance(value, str) and any(map(str.isalpha, value))]
        if own.role not in _NO_NAMES or not values or len(texts) < len(values) * 0.8:
            continue
        missing = [Head("") for _place in range(first - place)] if place < first else []
        made = [*missing, *heads]
        title = own.title or _cell(sheet.rows[index], place)
        made[max(0, place - first)] = Head(title, kind.main, "content")
        return min(first, place), tuple(made)
    return first, heads


def _parted(sheet: RawTable, index: int, first: int, names: list[str]) -> Iterator[tuple[int, list[str], bool]]:
    """The names cut at columns that are empty, and stay so for a while: tables that stand side by side. With each part
    whether it is the last one, which may go on to the right."""
    below = sheet.rows[index + 1 : index + 1 + _LOOKED_AT]
    start = 0
    for place, name in enumerate([*names, ""]):
        gap = place == len(names) or (not name and not any(_cell(row, first + place) for row in below))
        if gap and place > start:
            yield start, names[start:place], place == len(names)
        if gap:
            start = place + 1


def may_be_head(row: RawRow) -> bool:
    """Whether a row may hold the names of columns: several short texts and hardly a figure."""
    texts = [text for text in texts_of(row.cells) if text]
    if len(texts) < 2 or any(len(text) > LONGEST_NAME or _EMAIL.search(text) for text in texts):
        return False
    figures = sum(_is_figure(cell) for cell in row.cells)
    return figures <= len(texts) / 3


def _is_figure(cell: Cell) -> bool:
    """Whether a cell is an amount or a count, as a number or as a text; years and months may be names of columns."""
    if isinstance(cell, str):
        return bool(_FIGURES.fullmatch(cell)) and not _TIMES.fullmatch(cell)
    return cell not in _YEARS


def _segments(names: list[str]) -> Iterator[tuple[int, list[str]]]:
    """A row of names cut where a name comes back behind an empty column: tables that stand side by side."""
    cuts, seen = [0], set[str]()
    for place, name in enumerate(names):
        if name and name.casefold() in seen and place and "" in names[cuts[-1] : place]:
            start = place
            while start and names[start - 1]:
                start -= 1
            cuts.append(start)
            seen = set()
        if name:
            seen.add(name.casefold())
    for start, end in zip(cuts, [*cuts[1:], len(names)], strict=True):
        part = names[start:end]
        while part and not part[-1]:
            part.pop()
        lead = next((place for place, name in enumerate(part) if name), 0)
        if part[lead:]:
            yield start + lead, part[lead:]


def read_heads(kind: Kind, names: Sequence[str]) -> tuple[Head, ...]:
    """A row of names read for one kind; what two columns would hold, the first one does. Where a known name is only a
    part of a column's, it counts when no column has it as a whole."""
    known = [known_head(kind, name) if name else None for name in names]
    if not any(known):
        return tuple(map(Head, names))  # no head of this kind: what its names are like is not worth the while
    if kind.surest_first:
        known = _surest(kind, known)
    heads: list[Head] = []
    taken: set[str] = set()
    sure = {head.role for head in known if head}
    for name, exact in zip(names, known, strict=True):
        head = exact or (near_head(kind, name) if name else Head(name))
        key = f"{head.role}/{head.year}/{head.actual}"
        if head.role and (key in taken or (exact is None and head.role in sure)):
            head = Head(name, thousands=head.thousands)
        else:
            taken.add(key)
        heads.append(head)
    roles = {head.role for head in heads if head.role}
    for place, head in enumerate(heads):
        part = read_part(kind, head.title) if head.title and not head.role else None
        if part is not None and part.role not in roles:
            heads[place] = part
            roles.add(part.role)
    return tuple(_without_sums(_with_whole_names(heads)))


def _surest(kind: Kind, heads: Sequence[Head | None]) -> list[Head | None]:
    """Without the heads for whose thing there is one of a surer name: a campaign is that, and not its account."""
    order = {name: rank for rank, name in enumerate(kind.known)}
    ranks = [order.get(compact(bare(head.title)), len(order)) if head else 0 for head in heads]
    best: dict[str, int] = {}
    for head, rank in zip(heads, ranks, strict=True):
        if head:
            best[head.role] = min(rank, best.get(head.role, rank))
    return [
        Head(head.title) if head and rank > best[head.role] else head for head, rank in zip(heads, ranks, strict=True)
    ]


def _with_whole_names(heads: Sequence[Head]) -> list[Head]:
    """A name beside a first name is the last one ("Nom, Prénom"), and beside a last name the first."""
    roles = {head.role for head in heads}
    other = {"first_name": "last_name", "last_name": "first_name"}
    missing = [other[role] for role in other if role in roles and other[role] not in roles]
    if "name" not in roles or len(missing) != 1:
        return list(heads)
    return [replace(head, role=missing[0]) if head.role == "name" else head for head in heads]


def _without_sums(heads: Sequence[Head]) -> list[Head]:
    """Quarters that stand beside their months are the sums of these, and are not added to them."""
    months = {(int(head.role[6:]) + 2) // 3 for head in heads if head.role.startswith("month:")}
    return [
        Head(head.title, thousands=head.thousands)
        if head.role.startswith("quarter:") and int(head.role[8:]) in months else head
        for head in heads
    ]  # fmt: skip


def with_row_below(
    sheet: RawTable, kind: Kind, index: int, first: int, names: list[str], width: int | None = None
) -> tuple[tuple[Head, ...], tuple[int, int]] | None:
    """The head read with the row below it: "January" over "Plan" and "Actual"."""
    if index + 1 >= len(sheet.rows):
        return None
    below = sheet.rows[index + 1]
    if below.number != sheet.rows[index].number + 1 or any(isinstance(cell, float | int) for cell in below.cells):
        return None
    width = width or max(len(names), len(below.cells) - first)
    lower = texts_of(below.cells)[first : first + width]
    joined, above = [], ""
    for place in range(width):
        own = names[place] if place < len(names) else ""
        under = lower[place] if place < len(lower) else ""
        above = own or (above if under else "")
        joined.append(f"{above} {under}".strip() if above and under else own or under)
    return read_heads(kind, joined), (sheet.rows[index].number, below.number)


def with_content(sheet: RawTable, kind: Kind, index: int, first: int, heads: tuple[Head, ...]) -> tuple[Head, ...]:
    """The heads with what only their cells tell: the people of a RACI table, whose columns hold nothing but its
    letters, and in a list of what people say the column of sentences."""
    if kind.key not in ("activities", "sales-input"):
        return heads
    made = list(heads)
    below = sheet.rows[index + 1 : index + 1 + _LOOKED_AT]
    for place, head in enumerate(heads):
        values = [text for row in below if (text := _cell(row, first + place))]
        if not head.title or not values:
            continue
        if kind.key == "activities" and len(values) >= 2 and all(_RACI.match(value.upper()) for value in values):
            made[place] = Head(head.title, f"raci:{head.title}", "content")
        elif kind.key == "sales-input" and not _main_in(kind, made) and not head.role and _are_sentences(values):
            made[place] = Head(head.title, kind.main, "content")
    if kind.key == "sales-input":
        return tuple(made)
    several = sum(head.role.startswith("raci:") for head in made) > 1  # one column of letters names nobody
    return tuple(made) if several else heads


def _main_in(kind: Kind, heads: Sequence[Head]) -> bool:
    return any(head.role == kind.main for head in heads)


def _are_sentences(values: Sequence[str]) -> bool:
    return len(set(values)) == len(values) and sum(len(value.split()) for value in values) >= 2 * len(values) and (
        sum(map(len, values)) >= _SENTENCE * len(values)
    )


def _cell(row: RawRow, place: int) -> str:
    return texts_of(row.cells[place : place + 1])[0] if place < len(row.cells) else ""


def score_of(heads: Sequence[Head]) -> float:
    """How much of a head was recognised."""
    score, times = 0.0, 0
    for head in heads:
        if head.role.startswith(("month:", "quarter:", "raci:", "spend:")):
            times += 1
        elif head.role:
            score += {"name": 1.0, "part": 0.5}.get(head.how, 0.7)
    return score + min(times, 4) * 0.75


def is_list(kind: Kind, heads: Sequence[Head]) -> bool:
    """Whether these columns make a list of this kind."""
    roles = {head.role for head in heads if head.role and head.how != "part"}  # a sentence holds parts of names, too
    short = {role.partition(":")[0] for role in roles}
    if kind.key == "stakeholders" and {"first_name", "last_name"} <= roles:
        roles.add("name")
    if kind.key == "spend":
        wide = sum(role.startswith("spend:") for role in roles)
        return "on" in roles and (wide >= 2 or {"line", "spend"} <= roles)
    needed = {need.rstrip(":") for need in kind.needs} | ({"quarter"} if kind.months else set())
    return kind.main in roles and bool(short & needed)
