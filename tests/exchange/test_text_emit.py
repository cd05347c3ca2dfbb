"""Plain data as YAML: read back the same by any reader, readable, wrapped."""

from __future__ import annotations

import math
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.exchange.text.emit import WIDTH, emit

NASTY = (
    *("", " ", "null", "~", "yes", "No", "on", "y", "1", "1.0", "1e5", "1_000", "0x1F", "1:30", ".inf", ".nan"),
    *("-", "--"),
    *("2027-01", "2027-01-31", "2027-01-31 10:00", "#", "a #b", "a: b", "a:", ":a", "- a", "? a", "*a", "&a", "!a"),
    *("%a", "@"),
    *("@a", "`a", "'a'", '"a"', "a'b", "a, b", "[a]", "{a}", "a]", "|", ">", "=1+1", "<<", " lead", "trail ", "a  b"),
    *("a\nb", "a\n\nb", "\na", "a\n", "a\n b\n  c", "a \nb", "\ta", "a\tb", "a\rb", "\x00", "\x7f", "\x85"),
    *("\u2028", "\ufeff"),
    *("é", "😀", "…", "\u200b", "---", "...", "--- a", "a" * 300),
    *("word " * 60 + "end", "# " * 100, "'" * 150, "x" * 1100),
    *("word - " * 40 + "end", "it's a " * 40 + "quote: end", "a\\nb", "\\", "a\nb: c\n# d"),
)  # fmt: skip
TEXTS = st.sampled_from(NASTY) | st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
SCALARS = TEXTS | st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False)
DATA = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4), max_leaves=12
)


@pytest.mark.parametrize("loader", [yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)])
@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
def test_nasty_texts_come_back(text: str, loader: type[yaml.SafeLoader]) -> None:
    data = {text: text, "list": [text, [text, {text: text}]], "map": {"a": text, "b": 1}, "figures": {text: 1}}
    assert yaml.load(emit(data), Loader=loader) == data


@settings(max_examples=400)
@given(st.dictionaries(TEXTS, DATA, min_size=1, max_size=4))
def test_any_data_comes_back(data: dict[str, Any]) -> None:
    assert yaml.load(emit(data), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)) == data


def test_it_reads_like_written_by_hand() -> None:
    data = {
        "activities": [
            {"id": "A-1", "goals": ["G1", "G2"], "leads": {"low": 1, "by_month": {"2027-01": 2, "2027-02": None}}},
            {"id": "A-2", "goals": [], "note": "Grüße, 😀", "found": [["x", 1], {"b": "c"}]},
        ],
    }
    assert emit(data).splitlines() == [
        "activities:",
        "- id: A-1",
        "  goals: [G1, G2]",
        "  leads:",
        "    low: 1",
        "    by_month: {2027-01: 2, 2027-02: null}",
        "- id: A-2",
        "  goals: []",
        "  note: Grüße, 😀",
        "  found:",
        "  - [x, 1]",
        "  - b: c",
    ]


def test_long_lines_are_wrapped() -> None:
    months = {f"{2000 + n // 12}-{n % 12 + 1:02d}": n for n in range(60)}
    lines = emit({"months": months, "words": "many words " * 40 + "end", "names": ["a name"] * 60}).splitlines()
    assert max(map(len, lines)) <= WIDTH


def test_numbers_are_read_as_numbers_by_yaml_1_1() -> None:
    data = {"a": 1e20, "b": 1.5e-7, "c": 1e-07, "d": 2.0, "e": 0.1, "f": math.inf}
    assert yaml.safe_load(emit(data)) == data
