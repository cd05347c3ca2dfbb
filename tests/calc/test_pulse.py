"""The pulse: means by side, gaps, flags, before and after; and answers without a name that stay without one."""

import pytest

from planner.calc.pulse import STATEMENTS, Mean, before_and_after, pulse_of, sessions
from planner.model.plan import Plan, Rows, row_class


def answered(*given: tuple[str | None, int, str, list[int]], named: bool = False) -> Plan:
    """A plan with answers: session, statement, side, scores."""
    made, held = row_class("pulse"), row_class("session")
    rows = [
        made(
            id=f"{session}-{statement}-{side}-{place}", session=session, statement=statement, function=side,
            score=score, person=f"{side}{place}" if named else None,
        )  # type: ignore[call-arg]
        for session, statement, side, scores in given
        for place, score in enumerate(scores)
    ]  # fmt: skip
    days = {"first": "2026-09-14", "last": "2026-11-30", "middle": "2026-10-20"}
    kept = [held(id=id, title=id, held_on=day) for id, day in days.items()]  # type: ignore[call-arg]
    return Plan({"pulse": Rows(rows), "session": Rows(kept)})


def test_there_are_twelve_statements() -> None:
    assert len(STATEMENTS) == 12


def test_means_by_side_and_their_gap() -> None:
    (one,) = pulse_of(answered((None, 5, "sales", [2, 3, 2, 3]), (None, 5, "marketing", [4, 4, 5, 4])))
    assert one.by_side == {"marketing": Mean(4.25, 4), "sales": Mean(2.5, 4)}
    assert (one.gap, one.answered, one.is_flagged) == (1.75, 8, True)


@pytest.mark.parametrize(
    ("sales", "marketing", "flagged"),
    [([4, 4, 4, 4], [3, 3, 3, 3], True), ([4, 4, 4, 4], [3, 3, 3, 4], False), ([3, 3, 3, 2], [3, 3, 3, 3], True)],
)
def test_what_is_to_be_talked_about(sales: list[int], marketing: list[int], flagged: bool) -> None:
    (one,) = pulse_of(answered((None, 1, "sales", sales), (None, 1, "marketing", marketing)))
    assert one.is_flagged is flagged


def test_fewer_than_four_without_a_name_are_not_shown_by_themselves() -> None:
    few = answered((None, 1, "sales", [1, 2, 3, 4]), (None, 1, "marketing", [5, 5, 5]))
    (one,) = pulse_of(few)
    assert one.by_side == {"sales": Mean(2.5, 4)}
    assert one.others is None
    assert (one.gap, one.answered) == (None, 7)
    joined = answered(
        (None, 1, "sales", [1, 2, 3, 4]), (None, 1, "marketing", [5, 5, 5]), (None, 1, "finance", [1])
    )
    (one,) = pulse_of(joined)
    assert one.others == Mean(4.0, 4)


def test_answers_under_a_name_are_shown() -> None:
    (one,) = pulse_of(answered((None, 1, "sales", [2]), (None, 1, "marketing", [4]), named=True))
    assert one.gap == 2


def test_before_and_after() -> None:
    plan = answered(
        ("first", 1, "sales", [2] * 4),
        ("first", 1, "marketing", [4] * 4),
        ("middle", 1, "sales", [1] * 4),
        ("last", 1, "sales", [4] * 4),
        ("last", 1, "marketing", [5] * 4),
        ("last", 2, "sales", [3] * 4),
    )
    assert [row.id for row in sessions(plan)] == ["first", "middle", "last"]
    one, two = before_and_after(plan)
    assert (one.number, one.gap) == (1, 1)
    assert (two.number, two.before, two.gap) == (2, None, None)
    assert before_and_after(answered(("first", 1, "sales", [2] * 4))) == ()
    assert pulse_of(plan) == ()
