"""What hangs on a row that is about to go, in words, so that whoever deletes it reads it in the message."""

from __future__ import annotations

from collections import Counter

from planner.i18n import _, _n, mark_n
from planner.model.fields import Kind, RowId, fields_of
from planner.model.plan import Plan
from planner.model.tables import TABLES, row_class

ASKED = ("person", "segment")
"""Tables whose rows carry others that one does not see from where they are deleted."""
_MOST = 3
_WORDS = {
    "sales_input": mark_n("{n} input", "{n} inputs"),
    "activity": mark_n("{n} activity", "{n} activities"),
    "material": mark_n("{n} material", "{n} materials"),
    "budget_line": mark_n("{n} budget line", "{n} budget lines"),
    "goal": mark_n("{n} goal", "{n} goals"),
    "commitment": mark_n("{n} promise", "{n} promises"),
    "question": mark_n("{n} question", "{n} questions"),
    "decision": mark_n("{n} decision", "{n} decisions"),
    "risk": mark_n("{n} risk", "{n} risks"),
    "stakeholder": mark_n("{n} place in the register", "{n} places in the register"),
    "signoff": mark_n("{n} signature", "{n} signatures"),
    "note": mark_n("{n} line of the context", "{n} lines of the context"),
}


def hanging(plan: Plan, table: str, ids: frozenset[RowId]) -> Counter[str]:
    """How many rows of each other table point to these rows."""
    found: Counter[str] = Counter()
    for other in TABLES:
        pointing = [field for field in fields_of(row_class(other)).values() if field.target == table]
        for row in plan.table(other) if pointing else ():
            if row.id in ids and other == table:
                continue
            values = [getattr(row, field.name) for field in pointing if field.kind is Kind.LINK]
            for field in pointing:
                if field.kind is Kind.LINKS:
                    values.extend(getattr(row, field.name))
            found[other] += any(value in ids for value in values)
    return +found


def hanging_words(plan: Plan, table: str, ids: frozenset[RowId]) -> str:
    """ "3 inputs, 2 activities and more"; empty where nothing hangs on the rows, or where nobody asks."""
    if table not in ASKED:
        return ""
    found = hanging(plan, table, ids)
    named = [other for other in _WORDS if found[other]]
    parts = [_n(*_WORDS[other], found[other]).format(n=found[other]) for other in named[:_MOST]]
    if len(named) > _MOST or found.keys() - _WORDS.keys():
        parts.append(_("more"))
    if len(parts) < 2:
        return "".join(parts)
    return _("{several} and {last}").format(several=", ".join(parts[:-1]), last=parts[-1])
