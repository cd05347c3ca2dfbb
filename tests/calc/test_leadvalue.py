import pytest

from planner.calc.leadvalue import money_promise
from planner.model.plan import Plan
from tests.calc.changes import with_new, with_single

KINDS = {
    "Fair": (0.03, 48_000, 40, 1440),
    "Webinar": (0.02, 48_000, 30, 960),
    "Paid search": (0.025, 40_000, 50, 1000),
    "Download": (0.008, 36_000, 60, 288),
    "Service referral": (0.09, 52_000, 8, 4680),
}


@pytest.fixture
def mixed() -> Plan:
    plan = Plan()
    for name, (rate, revenue, count, _each) in KINDS.items():
        plan = with_new(plan, "lead_type", name=name, close_rate=rate, revenue=100 * revenue, per_month=count)
    return plan


def test_what_a_months_leads_are_worth(mixed: Plan) -> None:
    found = money_promise(mixed)
    assert [kind.each for kind in found.kinds] == pytest.approx([100 * row[3] for row in KINDS.values()])
    assert [kind.month for kind in found.kinds] == [5_760_000, 2_880_000, 5_000_000, 1_728_000, 3_744_000]
    assert found.worth == 19_112_000
    assert found.promised is None
    assert found.is_kept is None


def test_the_promise_is_a_share_of_the_quota(mixed: Plan) -> None:
    kept = money_promise(with_single(mixed, "funnel", monthly_quota=60_000_000, marketing_share=0.3))
    assert (kept.promised, kept.is_kept) == (18_000_000, True)
    assert money_promise(with_single(mixed, "funnel", monthly_quota=70_000_000, marketing_share=0.3)).is_kept is False


def test_white_paper(mixed: Plan) -> None:
    found = money_promise(with_new(Plan(), "lead_type", name="White paper", close_rate=0.01, revenue=16_000_000))
    assert found.kinds[0].each == pytest.approx(160_000)
    assert found.kinds[0].month is None
    assert found.worth is None
