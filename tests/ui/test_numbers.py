"""Numbers as people write and type them."""

import pytest

from planner.ui.numbers import NotANumber, Numbers

BRITISH, GERMAN = Numbers("en_GB", "GBP"), Numbers("de_DE", "EUR")


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (46_300_000, "£463k"),
        (192_000_000, "£1.92m"),
        (2_130_000_000, "£21.3m"),
        (460_000, "£4.6k"),
        (80_000, "£800"),
        (-8_800_000, "−£88k"),
        (99_960_000_00, "£100.0m"),
        (None, ""),
    ],
)
def test_money_in_a_small_place(amount: int | None, words: str) -> None:
    assert BRITISH.money_short(amount) == words


def test_money_in_full() -> None:
    assert BRITISH.money(51_540_000) == "£515,400"
    assert BRITISH.money(51_540_050) == "£515,400.50"
    assert GERMAN.money(51_540_000) == "€515.400"


def test_days_and_months() -> None:
    assert BRITISH.day("2026-11-10") == "10 Nov 2026"
    assert BRITISH.month("2027-03") == "Mar 2027"
    assert BRITISH.day(None) == ""


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("1250.5", 1250.5), ("1,250.50", 1250.5), ("1.250,50", 1250.5), ("14k", 14_000), ("£2.1m", 2_100_000),
        ("1,250", 1250), ("−3", -3), ("-3", -3), ("1 250", 1250), ("", None), ("0.5", 0.5), ("1.5", 1.5),
    ],
)  # fmt: skip
def test_typed_numbers(typed: str, value: float | None) -> None:
    assert BRITISH.read_number(typed) == value


def test_a_german_thousand_is_a_thousand() -> None:
    assert GERMAN.read_number("1.250") == 1250
    assert GERMAN.read_number("1250.5") == 1250.5
    assert GERMAN.read_money("28.500,25 €") == 2_850_025


def test_shares() -> None:
    assert BRITISH.share(0.41) == "41%"
    assert BRITISH.share(0.125) == "12.5%"
    assert [BRITISH.read_share(text) for text in ("41%", "41", "0.41")] == [0.41, 0.41, 0.41]
    assert [BRITISH.read_share(text) for text in ("2 of 8", "0/8", "8 of 8")] == [0.25, 0.0, 1.0]


def test_no_number_says_what_would_be_one() -> None:
    with pytest.raises(NotANumber, match="1,250"):
        BRITISH.read_number("a lot")
