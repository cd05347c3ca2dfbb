"""What becomes of findings between two versions of a plan; and a waiver, from the edit to the report."""

from pathlib import Path

from planner.calc.rules import Finding, progressed
from planner.model.changes import Author
from planner.model.document import Document
from planner.model.edits.waivers import EndWaiver, WaiveFinding
from planner.model.plan import Plan
from tests.calc.changes import id_of, with_new, with_row, with_single
from tests.calc.checking import check


def names(findings: tuple[Finding, ...]) -> list[tuple[str, str]]:
    return [one.fingerprint for one in findings]


def test_new_open_fixed_and_waived(example: Plan) -> None:
    plan = with_row(example, "goal", "G3", owner_sales=id_of(example, "P-SA2"))
    plan = with_row(plan, "activity", "A-06", sales_role=None)
    plan = with_new(
        plan, "waiver", rule="STK-01", object="ST-02", persons=(id_of(plan, "P-MK1"),), reason="he is away",
        until="2026-12-31",
    )  # fmt: skip
    moved = progressed(check(example), check(plan))
    assert names(moved.new) == [("ACT-06", "A-06")]
    assert names(moved.fixed) == [("GOL-01", "G3")]
    assert names(moved.waived) == [("STK-01", "ST-02")]
    assert len(moved.open) == 8
    assert not set(names(moved.open)) & {("STK-01", "ST-02"), ("ACT-06", "A-06")}
    again = progressed(check(plan), check(example))
    assert names(again.new) == [("GOL-01", "G3")]
    assert names(again.fixed) == [("ACT-06", "A-06")]
    assert ("STK-01", "ST-02") in names(again.open)


def test_the_same_version_has_nothing_new(example: Plan) -> None:
    moved = progressed(check(example), check(example))
    assert (moved.new, moved.fixed, moved.waived) == ((), (), ())
    assert len(moved.open) == 10


def test_what_could_not_be_said_is_neither_new_nor_fixed(example: Plan) -> None:
    unknown = with_single(example, "funnel", lag_won=())
    moved = progressed(check(example), check(unknown))
    assert moved.new == ()
    assert names(moved.fixed) == [("FUN-03", "A-13")]
    assert progressed(check(unknown), check(example)).fixed == ()


def test_a_finding_is_left_as_it_is_and_taken_up_again(example: Plan, tmp_path: Path) -> None:
    """The decision that a waiver is adds no findings of its own, not even on who decided it."""
    from datetime import UTC, datetime

    document = Document.create(
        tmp_path / "plan.cgplan", now=lambda: datetime(2026, 11, 16, tzinfo=UTC), plan=example, author=Author("Ines"),
        state_dir=tmp_path,
    )  # fmt: skip
    finding = next(one for one in check(example) if one.rule == "ACT-01")
    for people in (("P-MK4",), ("P-SA2", "P-MK4")):
        document.apply(
            WaiveFinding(
                finding.rule, finding.object, finding.message, tuple(id_of(example, code) for code in people),
                "The anniversary was promised to the staff.", "2026-12-31", "2026-11-16",
            ),
            Author("Ines"),
        )  # fmt: skip
        moved = progressed(check(example), check(document.plan))
        assert (moved.new, moved.fixed) == ((), ())
        assert names(moved.waived) == [("ACT-01", "A-15")]
    later = check(document.plan, as_of="2027-01-01")
    assert next(one.status for one in later if one.rule == "ACT-01") == "open"
    assert "DEC-03" not in {one.rule for one in later}
    (waiver,) = document.plan.waivers
    document.apply(EndWaiver(waiver.id), Author("Ines"))
    assert check(document.plan).as_json() == check(example).as_json()
    document.close()
