"""Values for every declared field, nasty ones included."""

from __future__ import annotations

from hypothesis import strategies as st

from planner.model.fields import Field, Kind

TEXTS = st.one_of(
    st.sampled_from(["", " ", "null", "yes", "2027-01", "=1+1", "a: b # c", "'", '"', "Zürich", "1.200,50", "🎯"]),
    st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\x00"), max_size=20),
)
NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
MONTHS = st.builds("{}-{:02d}".format, st.integers(2026, 2028), st.integers(1, 12))
DAYS = st.dates().map(str)


def values(field: Field) -> st.SearchStrategy[object]:
    """Any value of a field that links nowhere; links are empty."""
    known = {
        Kind.TEXT: TEXTS,
        Kind.LONG_TEXT: TEXTS,
        Kind.INTEGER: st.integers(-(2**53), 2**53),
        Kind.NUMBER: NUMBERS,
        Kind.SHARE: NUMBERS,
        Kind.MONEY: st.integers(-(2**60), 2**60),
        Kind.MONTH: MONTHS,
        Kind.DAY: DAYS,
        Kind.YES_NO: st.booleans(),
        Kind.CHOICE: st.sampled_from(field.choices or ("other",)),
    }
    lists = {
        Kind.CHOICES: st.sampled_from(field.choices or ("other",)),
        Kind.TEXTS: TEXTS,
        Kind.NUMBERS: NUMBERS,
        Kind.SERIES: st.tuples(MONTHS, NUMBERS),
    }
    if field.kind is Kind.CHOICE and field.required:
        return known[field.kind]
    if field.kind in known:
        return st.one_of(st.none(), known[field.kind])
    if field.kind in lists:
        return st.lists(lists[field.kind], max_size=3).map(tuple)
    return st.just(() if field.kind is Kind.LINKS else None)
