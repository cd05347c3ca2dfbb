"""One-step changes of the example's text, and what each must bring and take away."""

from collections.abc import Callable
from typing import Any, NamedTuple

Text = dict[str, Any]
Change = Callable[[Text], object]


class Mutation(NamedTuple):
    """A change with its new findings and those that go, as ``rule/object``."""

    change: Change
    new: str = ""
    gone: str = ""


def row(text: Text, table: str, id: str) -> dict[str, Any]:
    """The row with this code."""
    inside = {
        "lines": text["budget"]["lines"],
        "questions": text["brief"]["questions"],
        "rates": text["funnel"]["rates"],
        "stages": text["funnel"]["stages"],
    }
    rows: list[dict[str, Any]] = inside.get(table) or text[table]
    return next(one for one in rows if one["id"] == id)


def sets(table: str, id: str, **values: Any) -> Change:
    """Change fields of one row."""
    return lambda text: row(text, table, id).update(values)


def puts(path: str, value: Any) -> Change:
    """Change one value by its path."""

    def change(text: Text) -> None:
        *before, last = path.split(".")
        for part in before:
            text = text[part]
        text[last] = value

    return change


def drops(table: str, *ids: str) -> Change:
    """Take rows out."""
    return lambda text: text.update({table: [one for one in text[table] if one["id"] not in ids]})


def all_of(*changes: Change) -> Change:
    """Several changes, where one alone would leave half a link."""
    return lambda text: [change(text) for change in changes]


def approves(person: str, **values: Any) -> Change:
    """Change one approval of the brief."""
    return lambda text: next(one for one in text["brief"]["approvals"] if one["person"] == person).update(values)


def _goal(text: Text, id: str, *, served: bool) -> None:
    text["goals"].append(
        {"id": id, "title": f"More {id}", "kind": "process", "metric": "m", "unit": "n", "baseline": 1,
         "baseline_source": "s", "target": 2, "due": "2027-06-30", "owner_marketing": "P-MK1", "owner_sales": "P-SA1"}
    )  # fmt: skip
    if served:
        row(text, "activities", "A-02")["goals"].append(id)


def _fair_in_march(text: Text) -> None:
    fair = row(text, "activities", "A-13")
    fair.update(start="2027-01", end="2027-03")
    fair["leads"]["most_likely_by_month"] = {"2027-03": 200}


_MUCH = {f"2027-{month:02d}": 25_000 for month in range(1, 13)}
_OF_AWARENESS = "MAT-06/S1/aware MAT-06/S2/aware"
_PUT_OFF = ("SI-01", "SI-02", "SI-03", "SI-04", "SI-05", "SI-06", "SI-08", "SI-09")
_HALF_APART = {
    "sales": {"A-03": 5, "A-04": 5, "A-06": 10},
    "marketing": {"A-03": 5, "A-04": 5, "A-14": 10},
}

MUTATIONS: dict[str, Mutation] = {
    "a goal without today's figure": Mutation(sets("goals", "G4", baseline=None), "GOL-02/G4"),
    "a goal without a unit": Mutation(sets("goals", "G3", unit=""), "GOL-02/G3"),
    "half an owner": Mutation(sets("goals", "G2", owner_marketing=None), "GOL-01/G2"),
    "half an owner of the number in common": Mutation(sets("goals", "G1", owner_sales=None), "GOL-01/G1 GOL-04/plan"),
    "a start without a source": Mutation(sets("goals", "G2", baseline_source=None), "GOL-03/G2"),
    "five goals": Mutation(lambda text: _goal(text, "G5", served=True)),
    "a fifth that nothing serves": Mutation(lambda text: _goal(text, "G5", served=False), "GOL-05/G5"),
    "six goals": Mutation(lambda text: [_goal(text, id, served=True) for id in ("G5", "G6")], "GOL-07/plan"),
    "a bridge that starts elsewhere": Mutation(puts("revenue_bridge_fy2027.base", 38_401_000), "GOL-06/plan"),
    "due before the plan": Mutation(sets("goals", "G2", due="2026-12-15"), "GOL-08/G2"),
    "a count of what is made": Mutation(sets("goals", "G3", kind="output"), "GOL-09/G3"),
    "more than the leads bring": Mutation(sets("goals", "G1", target=2_100_000), "FUN-02/G1 FUN-06/plan"),
    "committed to less than even odds": Mutation(sets("goals", "G1", target=2_010_000), "FUN-07/G1"),
    "hoping for less than even odds": Mutation(sets("goals", "G1", target=2_010_000, commitment="aspirational")),
    "due in June": Mutation(
        sets("goals", "G1", due="2027-06-30"),
        "FUN-02/G1 FUN-03/A-04 FUN-03/A-06 FUN-03/A-08 FUN-03/A-11 FUN-03/A-12 FUN-03/A-14",
    ),
    "a key player never asked": Mutation(sets("stakeholders", "ST-04", engaged_on=None), "STK-01/ST-04"),
    "a key player who does not know": Mutation(sets("stakeholders", "ST-03", current="unaware"), "STK-03/ST-03"),
    "asked on the day of the lock": Mutation(
        sets("stakeholders", "ST-02", engaged_on="2026-11-30"), "", "STK-01/ST-02"
    ),
    "asked a day after it": Mutation(sets("stakeholders", "ST-02", engaged_on="2026-12-01")),
    "a gap without a step": Mutation(sets("stakeholders", "ST-05", engagement_action=None), "STK-02/ST-05"),
    "nobody to finance": Mutation(drops("stakeholders", "ST-02"), "STK-04/plan", "STK-01/ST-02"),
    "another listed approver": Mutation(sets("decisions", "D-02", approver="P-SA10")),
    "an approver nobody lists": Mutation(sets("decisions", "D-05", approver="P-SA7"), "STK-08/D-05"),
    "talked about, not answered": Mutation(sets("sales_inputs", "SI-03", status="discussed"), "SIN-01/SI-03"),
    "fourteen days without an answer": Mutation(sets("sales_inputs", "SI-07", date="2026-11-02"), "", "SIN-01/SI-07"),
    "fifteen days": Mutation(sets("sales_inputs", "SI-07", date="2026-11-01")),
    "45 days are allowed": Mutation(puts("meta.response_sla_days", 45), "", "SIN-01/SI-07"),
    "an empty reason": Mutation(sets("sales_inputs", "SI-11", decline_reason=""), "SIN-02/SI-11"),
    "a yes that only others remember": Mutation(
        sets("sales_inputs", "SI-09", activities=[], materials=[]), "SIN-12/SI-09"
    ),
    "a yes that nobody carries": Mutation(
        all_of(
            sets("sales_inputs", "SI-09", activities=[], materials=[]),
            sets("activities", "A-07", sales_inputs=[]),
            sets("materials", "M-07", sales_inputs=[]),
        ),
        "SIN-03/SI-09 MAT-05/M-07",
    ),
    "seven of twelve spoke": Mutation(
        all_of(*(sets("sales_inputs", id, given_by="P-SA2") for id in ("SI-05", "SI-11", "SI-04", "SI-08", "SI-12"))),
        "SIN-04/plan",
    ),
    "a favourite is put off": Mutation(sets("sales_inputs", "SI-01", status="parked"), "SIN-05/SI-01 SIN-06/SI-01"),
    "sales answers sales": Mutation(sets("sales_inputs", "SI-16", responder="P-SA1"), "SIN-07/SI-16"),
    "ten of sixteen are declined": Mutation(
        all_of(*(sets("sales_inputs", id, status="declined", decline_reason="no") for id in _PUT_OFF)),
        "SIN-08/plan SIN-05/SI-01 SIN-05/SI-02 SIN-05/SI-03",
    ),
    "the spring fair is cancelled": Mutation(
        sets("activities", "A-10", status="cancelled"), "SIN-09/SI-14 FUN-02/G1 FUN-06/plan"
    ),
    "the referral scheme is cancelled": Mutation(sets("activities", "A-11", status="cancelled"), "SIN-09/SI-16"),
    "asked after the brief": Mutation(approves("P-MK1", date="2026-09-20"), "SIN-10/plan"),
    "asked on the same day": Mutation(approves("P-MK1", date="2026-09-28")),
    "the datasheets are kept": Mutation(sets("materials", "M-03", decision="keep")),
    "kept for 24 months": Mutation(sets("materials", "M-03", decision="keep", last_updated="2024-11")),
    "kept for 25 months": Mutation(sets("materials", "M-03", decision="keep", last_updated="2024-10"), "MAT-04/M-03"),
    "the image brochure is kept": Mutation(
        sets("materials", "M-02", decision="keep"), "MAT-02/M-02 MAT-04/M-02", _OF_AWARENESS
    ),
    "rated three": Mutation(sets("materials", "M-01", sales_rating=3.0), "MAT-02/M-01", "MAT-01/M-01"),
    "rated three and used by three in ten": Mutation(
        sets("materials", "M-01", sales_rating=3.0, usage_share=0.3), "", "MAT-01/M-01"
    ),
    "rated by two": Mutation(sets("materials", "M-01", n_raters=2), "MAT-02/M-01 MAT-03/M-01", "MAT-01/M-01"),
    "the catalogue is retired": Mutation(sets("materials", "M-01", decision="retire"), "MAT-07/M-01", "MAT-01/M-01"),
    "retired, and its activity makes something else": Mutation(sets("materials", "M-03", decision="retire")),
    "chemicals come first too": Mutation(sets("segments", "S3", priority=1), "MAT-06/S3/aware MAT-06/S3/decide"),
    "a blocking question is open": Mutation(sets("questions", "Q-01", status="open", answer=None), "BRF-01/Q-01"),
    "another question is open": Mutation(sets("questions", "Q-05", status="open", answer=None)),
    "assumed without an end": Mutation(sets("questions", "Q-10", status="assumed"), "BRF-02/Q-10"),
    "the agency asks nine": Mutation(
        all_of(*(sets("questions", id, asked_by="P-MK1") for id in ("Q-10", "Q-11", "Q-12"))), "BRF-03/BR-1"
    ),
    "two propositions": Mutation(puts("brief.proposition", ["One", "Two"]), "BRF-05/BR-1"),
    "a brief of 150,000": Mutation(puts("brief.budget", 150_000), "BRF-06/BR-1"),
    "a brief of 141,000": Mutation(puts("brief.budget", 141_000)),
    "a line taken out of the brief": Mutation(sets("lines", "B-04", in_brief=False), "BRF-06/BR-1"),
    "a later version of the brief": Mutation(puts("brief.version", 4), "BRF-08/BR-1"),
    "sales approved an earlier one": Mutation(approves("P-SA1", version=2), "BRF-08/BR-1"),
    "nobody says the final yes": Mutation(puts("brief.final_approver", None), "BRF-04/BR-1 BRF-09/BR-1"),
    "two say the final yes": Mutation(puts("brief.final_approver", ["P-MK1", "P-SA1"]), "BRF-09/BR-1"),
    "marketing describes the customer": Mutation(
        all_of(*(sets("questions", id, answered_by="P-MK1") for id in ("Q-02", "Q-03", "Q-05"))), "BRF-10/BR-1"
    ),
    "sheets without a user": Mutation(sets("activities", "A-03", sales_role=None), "ACT-06/A-03"),
    "measuring without sales": Mutation(sets("activities", "A-16", sales_role=None)),
    "the sheets take a month more": Mutation(sets("activities", "A-03", end="2027-04"), "ACT-07/A-12"),
    "six activities of one": Mutation(sets("activities", "A-10", owner="P-MK2")),
    "seven activities of one": Mutation(
        all_of(sets("activities", "A-10", owner="P-MK2"), sets("activities", "A-05", owner="P-MK2")), "ACT-08/P-MK2"
    ),
    "the autumn fair in March": Mutation(
        _fair_in_march, "FUN-05/2027-03 BUD-05/B-24 BUD-05/B-25", "FUN-03/A-13"
    ),
    "an envelope of the sum": Mutation(puts("budget.envelope", 515_400)),
    "an envelope a euro smaller": Mutation(puts("budget.envelope", 515_399), "BUD-01/plan"),
    "an amount that its months do not make": Mutation(sets("lines", "B-01", amount=28_000), "BUD-03/B-01"),
    "interviews without an activity": Mutation(sets("lines", "B-30", activity=None), "BUD-04/B-30 BUD-07/plan"),
    "the film is paid in October": Mutation(sets("lines", "B-28", phasing={"2027-10": 18_000}), "BUD-05/B-28"),
    "a thousand less for surprises": Mutation(
        sets("lines", "B-31", amount=25_000, phasing={"2027-06": 12_500, "2027-10": 12_500}), "BUD-06/plan"
    ),
    "36,000 are a guess": Mutation(sets("lines", "B-10", basis="guess"), "BUD-08/B-10"),
    "9,000 are a guess": Mutation(sets("lines", "B-30", basis="guess")),
    "the film is paid by the fair": Mutation(sets("lines", "B-28", activity="A-13"), "BUD-09/A-15"),
    "search takes it all": Mutation(
        sets("lines", "B-11", amount=300_000, phasing=_MUCH), "BUD-01/plan BUD-06/plan BUD-10/A-06"
    ),
    "29 cases": Mutation(sets("rates", "sal_to_sql", n=29), "FUN-01/sal_to_sql"),
    "five cases, called an estimate": Mutation(sets("rates", "sal_to_sql", n=5, evidence_kind="estimate")),
    "low above likely": Mutation(sets("rates", "mql_to_sal", low=0.82), "FUN-04/mql_to_sal FUN-13/mql_to_sal"),
    "certain of one in two": Mutation(
        sets("rates", "sal_to_sql", low=0.5, high=0.5), "FUN-08/sal_to_sql FUN-13/sal_to_sql"
    ),
    "winning 24 of 100": Mutation(sets("rates", "opp_to_won", most_likely=0.24)),
    "winning 23 of 100": Mutation(sets("rates", "opp_to_won", most_likely=0.23), "FUN-02/G1 FUN-06/plan"),
    "nine sellers": Mutation(puts("funnel.sellers", 9)),
    "eight sellers": Mutation(puts("funnel.sellers", 8), "FUN-05/2027-03"),
    "twelve leads a seller": Mutation(puts("funnel.capacity_sal_per_seller_month", 12), "FUN-05/2027-03"),
    "only marketing agrees on a stage": Mutation(sets("stages", "sal", accepted_by=["marketing"]), "FUN-09/sal"),
    "a margin of a fifth": Mutation(puts("funnel.unit_economics.contribution_margin_rate", 0.2), "FUN-12/plan"),
    "a heavy risk of nobody": Mutation(sets("risks", "R-01", owner=None), "RSK-02/R-01 RSK-06/R-01"),
    "nine is not heavy": Mutation(sets("risks", "R-07", mitigation=None)),
    "looked at again today": Mutation(sets("decisions", "D-05", revisit_on="2026-11-16")),
    "promises of one side": Mutation(drops("commitments", "C-02", "C-03"), "COM-01/plan"),
    "accepted by who gave it": Mutation(sets("commitments", "C-01", accepted_by=["P-MK1"]), "COM-02/C-01"),
    "half of the dots apart": Mutation(lambda text: text["priority_votes"].update(_HALF_APART)),
    "the agency did not countersign": Mutation(
        lambda text: text["brief"]["approvals"].pop(), "SGN-03/BR-1"
    ),
    "finance was not told the order of cuts": Mutation(sets("decisions", "D-04", informed=["P-AG1"]), "SGN-04/plan"),
}
