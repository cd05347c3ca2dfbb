from itertools import pairwise

import pytest

from planner.calc.results import Results
from planner.calc.tornado import tornado
from planner.model.plan import Plan
from tests.calc.changes import id_of, with_row

WIDTHS = {
    "opp_to_won": 645_412, "deal": 588_266, "lead_to_mql": 403_382, "sal_to_sql": 403_382, "sql_to_opp": 387_247,
    "mql_to_sal": 252_114, "A-06": 116_131, "A-10": 109_200, "inbound": 85_560, "A-14": 81_547, "A-08": 75_067,
    "A-09": 74_400, "A-11": 58_848, "A-12": 43_920, "A-04": 37_565, "A-13": 1_680,
}  # fmt: skip


def key(plan: Plan, code: str) -> str:
    return code if code in ("deal", "inbound") else id_of(plan, code)


def test_bars_of_the_example(example: Plan) -> None:
    bars = Results(example).tornado
    found = {bar.key: bar for bar in bars}
    assert len(bars) == len(WIDTHS)
    for code, width in WIDTHS.items():
        assert found[key(example, code)].width == pytest.approx(100 * width, abs=60), code
    win = bars[0]
    assert (win.name, win.at_low, win.at_high) == ("Win rate", 0.21, 0.29)
    assert (win.low, win.high) == (pytest.approx(169_420_600, abs=60), pytest.approx(233_961_800, abs=60))


def test_widest_first(example: Plan) -> None:
    assert all(one.width >= two.width for one, two in pairwise(Results(example).tornado))


def test_the_six_widest_belong_to_hand_off_and_closing(example: Plan) -> None:
    assert {bar.kind for bar in Results(example).tornado[:6]} == {"rate", "deal"}


def test_what_the_team_does_not_control_is_marked(example: Plan) -> None:
    assert {bar.key for bar in Results(example).tornado if not bar.is_ours} == {"deal", "inbound"}


def test_to_one_in_ten_the_bars_are_narrower(example: Plan) -> None:
    forecast = Results(example).forecast
    whole = {bar.key: bar.width for bar in tornado(example, forecast)}
    tenths = {bar.key: bar.width for bar in tornado(example, forecast, tenths=True)}
    assert whole.keys() == tenths.keys()
    assert all(tenths[name] < width for name, width in whole.items())


def test_what_is_certain_has_no_bar(example: Plan) -> None:
    bars = Results(with_row(example, "activity", "A-13", leads_low=None)).tornado
    assert id_of(example, "A-13") not in {bar.key for bar in bars}
    assert Results(Plan()).tornado == ()
