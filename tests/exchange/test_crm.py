"""Exports of the CRM programs that teams have, and what a person would count in them."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.exchange.crm import CrmImport, ImportRefused, read_crm

FIGURES = ("opportunities", "won", "lost", "open")


def counted(crm: CrmImport) -> tuple[int, ...]:
    figures = crm.as_json()
    return tuple(figures[name] for name in FIGURES)


def read(tmp_path: Path, text: str, encoding: str = "utf-8", **more: object) -> CrmImport:
    path = tmp_path / "export.csv"
    path.write_bytes(text.encode(encoding))
    return read_crm(path, **more)  # type: ignore[arg-type]


# -- real exports ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("folder", ["maven", "maven_us_dates"])
def test_the_real_pipeline_gives_the_known_figures(shared_data: Path, folder: str) -> None:
    figures = read_crm(shared_data / "crm" / folder / "sales_pipeline.csv").as_json()
    truth = json.loads((shared_data / "ground_truth.json").read_text("utf-8"))["crm/maven/sales_pipeline.csv"]
    assert [figures[name] for name in FIGURES] == [truth[name] for name in FIGURES]
    assert figures["win_rate"] == truth["win_rate_closed"]
    assert figures["won_amount_mean"] == truth["won_amount"]["mean"]
    assert figures["won_amount_median"] == truth["won_amount"]["median"]
    assert figures["cycle_days_median"] == truth["cycle_days_won"]["median"]
    assert figures["by_source"] == {}
    assert figures["skipped"] == []


def test_deleted_opportunities_are_left_out_and_said(shared_data: Path) -> None:
    path = shared_data / "crm" / "salesforce_api" / "sf_opportunity_data.csv"
    crm = read_crm(path)
    assert counted(crm) == (0, 0, 0, 0)
    assert [skipped.reason for skipped in crm.skipped] == ["deleted in the CRM"] * 10
    assert [skipped.row for skipped in crm.skipped] == list(range(2, 12))
    assert "10 opportunities are marked as deleted" in crm.notes[0]
    everything = read_crm(path, include_deleted=True)
    assert counted(everything) == (10, 5, 4, 1)
    assert everything.won_amounts == (24_120_000.0,)
    assert any("closed before it was created" in note for note in everything.notes)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("maven/accounts.csv", "is no list of opportunities"),
        ("maven/products.csv", "is no list of opportunities"),
        ("maven/sales_teams.csv", "is no list of opportunities"),
        ("maven/data_dictionary.csv", "is no list of opportunities"),
        ("maven_us_dates/data_dictionary.csv", "No row of data_dictionary.csv is an opportunity"),
        ("salesforce_api/sf_lead_data.csv", "is a list of leads"),
    ],
)
def test_files_beside_it_are_refused_in_a_sentence(shared_data: Path, name: str, said: str) -> None:
    with pytest.raises(ImportRefused, match=said):
        read_crm(shared_data / "crm" / name)


# -- programs and languages ------------------------------------------------------------------------------------------

SALESFORCE_REPORT = """\
"Opportunity Report"
"As of 2026-10-31"

"Opportunity Name","Stage","Amount Currency","Amount","Close Date","Created Date","Lead Source","Probability (%)"
"Acme","Closed Won","EUR","12,500.00","31/03/2026","15/01/2026","Web","100"
"Bolt","Closed Lost","EUR","0.00","02/04/2026","01/02/2026","","0"
"Cask","Negotiation/Review","EUR","7,000.00","30/06/2026","01/03/2026","Trade Show","80"
"Total","","","19,500.00","","","",""
"Confidential Information - Do Not Distribute"
"Copyright 2000-2026 salesforce.com, inc. All rights reserved."
"""

HUBSPOT = """\
Record ID,Deal Name,Deal Stage,Amount,Close Date,Create Date,Original Source Type,Pipeline
1,Acme,Closed won (Sales Pipeline),12500,2026-03-31 10:22,2026-01-15 09:00,Organic Search,Sales
2,Bolt,Closed lost (Sales Pipeline),4000,2026-04-02 08:01,2026-02-01 11:30,,Sales
3,Cask,Presentation Scheduled (Sales Pipeline),7000,,2026-03-01 07:00,Referrals,Sales
"""

PIPEDRIVE = """\
Deal - ID;Deal - Title;Deal - Value;Deal - Currency;Deal - Status;Deal - Stage;\
Deal - Deal created;Deal - Won time;Deal - Lost time
1;Acme;12500;EUR;Won;Proposal Made;2026-01-15 09:00:00;2026-03-31 10:00:00;
2;Bolt;4000;EUR;Lost;Qualified;2026-02-01 09:00:00;;2026-04-02 10:00:00
3;Cask;7000;EUR;Open;Contact Made;2026-03-01 09:00:00;;
"""

DYNAMICS = """\
(Do Not Modify) Opportunity\tTopic\tStatus\tStatus Reason\tEst. Revenue\tActual Revenue\t\
Est. Close Date\tActual Close Date\tCreated On
a1\tAcme\tWon\tWon\t$15,000.00\t$12,500.00\t4/30/2026\t3/31/2026\t1/15/2026 9:00 AM
a2\tBolt\tLost\tOut-Sold\t$4,000.00\t$0.00\t4/30/2026\t4/2/2026\t2/1/2026 9:00 AM
a3\tCask\tOpen\tIn Progress\t$7,000.00\t\t6/30/2026\t\t3/1/2026 9:00 AM
"""

ZOHO = """\
Deal Id|Deal Name|Stage|Amount|Closing Date|Created Time|Lead Source
z1|Acme|Closed Won|€ 12.500,00|31 Mar 2026|15 Jan 2026 09:00|Partner
z2|Bolt|Closed-Lost to Competition|€ 4.000,00|02 Apr 2026|01 Feb 2026 09:00|-None-
z3|Cask|Needs Analysis|€ 7.000,00|30 Jun 2026|01 Mar 2026 09:00|
"""

GERMAN = """\
Verkaufschance;Phase;Betrag (EUR);Erstellt am;Abschlussdatum;Herkunft
Müller;Gewonnen;12.500,00;15.01.2026;31.03.2026;Messe
Bölt;Abgeschlossen - verloren;0,00;01.02.2026;02.04.2026;Website
Köln;Angebot;7.000,00;01.03.2026;;Messe
"""

FRENCH = """\
Opportunité;Étape;Montant;Date de création;Date de clôture;Origine
Acmé;Gagné;12 500,00 €;15 janvier 2026;31 mars 2026;Salon
Bôlt;Perdu;4 000,00 €;1 février 2026;2 avril 2026;Web
Câsk;Négociation;7 000,00 €;1 mars 2026;;Web
"""

SPANISH = """\
Oportunidad,Estado,Importe,Fecha de creación,Fecha de cierre,Fuente
Acme,Ganada,"12.500,00",15/01/2026,31/03/2026,Feria
Bolt,Perdida,"4.000,00",01/02/2026,02/04/2026,Web
Cask,Abierta,"7.000,00",01/03/2026,,Web
"""


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (SALESFORCE_REPORT, "utf-8"),
        (HUBSPOT, "utf-8-sig"),
        (PIPEDRIVE, "utf-8"),
        (DYNAMICS, "utf-16"),
        (DYNAMICS, "utf-16-le"),
        (ZOHO, "utf-8"),
        (GERMAN, "cp1252"),
        (GERMAN, "utf-8"),
        (FRENCH, "cp1252"),
        (FRENCH, "utf-8-sig"),
        (SPANISH, "utf-8"),
        (HUBSPOT.replace("\n", "\r\n"), "utf-8"),
        ("sep=,\r\n" + HUBSPOT, "utf-8"),
    ],
)
def test_exports_of_many_programs_say_the_same(tmp_path: Path, text: str, encoding: str) -> None:
    crm = read(tmp_path, text, encoding)
    figures = crm.as_json()
    assert counted(crm) == (3, 1, 1, 1)
    assert figures["win_rate"] == 0.5
    assert figures["won_amount_mean"] == figures["won_amount_median"] == 12_500.0
    assert figures["cycle_days_median"] == (date(2026, 3, 31) - date(2026, 1, 15)).days
    assert crm.questions == ()


def test_totals_and_footers_are_left_out_with_their_row(tmp_path: Path) -> None:
    skipped = {skipped.row: skipped.reason for skipped in read(tmp_path, SALESFORCE_REPORT).skipped}
    assert skipped[8] == "a row of totals"
    assert set(skipped) == {8, 9, 10}
    assert "no stage" in skipped[9]


def test_sources_with_blanks_as_such(tmp_path: Path) -> None:
    by_source = read(tmp_path, SALESFORCE_REPORT).as_json()["by_source"]
    assert list(by_source) == ["Trade Show", "Web", "(blank)"]
    assert by_source["Web"] == {
        "opportunities": 1, "won": 1, "lost": 0, "open": 0, "win_rate": 1.0, "won_amount": 12500.0,
    }  # fmt: skip
    assert by_source["(blank)"]["lost"] == 1
    assert by_source["Trade Show"]["win_rate"] is None


def test_a_workbook_with_a_cover_sheet(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.active.title = "Cover"
    book.active["A1"] = "Pipeline 2026"
    sheet = book.create_sheet("Deals")
    sheet.append(["Our deals"])
    sheet.append([])
    sheet.append(["Deal ID", "Deal stage", "Value", "Created", "Closed", "Source"])
    sheet.append([1, "Won", 12500.5, datetime(2026, 1, 15, 9, 30), date(2026, 3, 31), "Fair"])
    sheet.append([2, "Lost", 0, datetime(2026, 2, 1), date(2026, 4, 2), None])
    sheet.append([3, "Demo", None, 46082, None, "Web"])
    path = tmp_path / "deals.xlsx"
    book.save(path)
    crm = read_crm(path)
    assert counted(crm) == (3, 1, 1, 1)
    assert crm.sheet == "Deals"
    assert crm.won_amounts == (12500.5,)
    assert crm.won_cycles == (75,)
    assert crm.open[0].created == date(2026, 3, 1)
    assert crm.open[0].row == 6
    assert read_crm(path, sheet="deals") == crm
    with pytest.raises(ImportRefused, match="it has: Cover, Deals"):
        read_crm(path, sheet="Nope")


# -- what is odd in a file -------------------------------------------------------------------------------------------

HEAD = "Deal ID,Stage,Amount,Created,Closed\n"


def test_days_that_may_be_read_two_ways_are_asked_about(tmp_path: Path) -> None:
    crm = read(tmp_path, HEAD + "1,Won,100,03/04/2026,05/06/2026\n")
    assert [question.key for question in crm.questions] == ["days"]
    assert crm.won[0].closed is None and crm.as_json()["cycle_days_median"] is None
    told = read_crm(tmp_path / "export.csv", answers={"days": "month first"})
    assert told.questions == () and told.won[0].closed == date(2026, 5, 6)


def test_no_deal_is_closed_before_it_was_created(tmp_path: Path) -> None:
    crm = read(tmp_path, HEAD + "1,Won,100,03/04/2026,03/05/2026\n2,Won,5,10/05/2026,01/06/2026\n")
    assert crm.questions == () and crm.won_cycles == (30, 22)
    assert crm.notes == (
        "Days were read with the day first; otherwise deals would close before they were created.",
    )  # fmt: skip


def test_one_day_above_twelve_settles_all(tmp_path: Path) -> None:
    american = read(tmp_path, HEAD + "1,Won,100,03/04/2026,05/06/2026\n2,Won,5,1/2/2026,12/31/2026\n")
    assert american.won[0].closed == date(2026, 5, 6)
    assert american.questions == ()


def test_an_amount_that_may_be_read_two_ways_is_asked_about(tmp_path: Path) -> None:
    crm = read(tmp_path, "Stage;Amount;Closed\nWon;1.200;2026-01-01\nLost;5;2026-01-02\n")
    assert crm.won_amounts == () and crm.as_json()["won_amount_mean"] is None
    assert [(question.key, question.value) for question in crm.questions] == [("decimal", "1.200")]
    assert read_crm(tmp_path / "export.csv", answers={"decimal": ","}).won_amounts == (1200.0,)
    settled = read(tmp_path, "Stage;Amount;Closed\nWon;1.200;2026-01-01\nLost;5,50;2026-01-02\n")
    assert settled.won_amounts == (1200.0,)
    assert settled.questions == ()


def test_several_currencies_are_not_added_up(tmp_path: Path) -> None:
    text = "Stage,Amount,Currency,Closed\nWon,100,EUR,2026-01-01\nWon,80,USD,2026-01-02\nWon,40,EUR,2026-01-02\n"
    crm = read(tmp_path, text)
    assert [(question.key, question.choices[0][0]) for question in crm.questions] == [("only", "EUR")]
    assert crm.won_amounts == () and counted(crm) == (3, 3, 0, 0)
    told = read_crm(tmp_path / "export.csv", answers={"only": "EUR"})
    assert (told.currency, told.won_amounts) == ("EUR", (100.0, 40.0))


def test_a_cell_that_cannot_be_read_leaves_its_row_out_with_the_reason(tmp_path: Path) -> None:
    rows = "1,Won,100,2026-01-01,2026-02-01\n2,Won,many,2026-01-01,2026-02-01\n3,Lost,1,2026-13-45,2026-02-01\n"
    crm = read(tmp_path, HEAD + rows + "4,Won,300,2026-01-05,2026-02-07\n5,Lost,,2026-01-01,2026-02-01\n")
    assert counted(crm) == (3, 2, 1, 0)
    assert [(skipped.row, skipped.reason) for skipped in crm.skipped] == [
        (3, "“many” in “Amount” is no amount"),
        (4, "“2026-13-45” in “Created” is no day"),
    ]


def test_the_same_opportunity_twice_counts_once(tmp_path: Path) -> None:
    rows = "".join(f"{n},Won,100,2026-01-01,2026-02-01\n" for n in (1, 2, 3, 4, 5, 6, 2))
    crm = read(tmp_path, HEAD + rows)
    assert counted(crm)[0] == 6
    assert [(skipped.row, skipped.reason) for skipped in crm.skipped] == [(8, "the opportunity 2 of row 3 again")]


def test_a_close_before_the_creation_does_not_count_in_the_cycle(tmp_path: Path) -> None:
    rows = "1,Won,100,2026-01-01,2026-01-11\n2,Won,100,2026-03-01,2026-02-01\n"
    crm = read(tmp_path, HEAD + rows)
    assert crm.won_cycles == (10,)
    assert any("row 3" in note for note in crm.notes)


def test_probabilities_tell_where_no_stage_does(tmp_path: Path) -> None:
    crm = read(tmp_path, "Phase,Probability (%),Amount\nF,100%,5\nF,0%,0\nA,40%,3\n")
    assert counted(crm) == (3, 1, 1, 1)
    assert any("100 %" in note for note in crm.notes)


def test_a_stage_column_is_known_by_its_content(tmp_path: Path) -> None:
    crm = read(tmp_path, "Deal,Where it stands,Amount\nA,Won,5\nB,Lost,0\nC,Proposal,3\n")
    assert counted(crm) == (3, 1, 1, 1)
    assert "by what is in it" in crm.notes[0]


def test_a_mapping_goes_before_what_is_found(tmp_path: Path) -> None:
    text = "Stage,Amount,Order value,Closed\nWon,5,7,2026-01-01\nLost,1,2,2026-01-02\n"
    assert read(tmp_path, text).won_amounts == (5.0,)
    assert read(tmp_path, text, mapping={"amount": "order value"}).won_amounts == (7.0,)
    with pytest.raises(ImportRefused, match="“Nonsense”"):
        read(tmp_path, text, mapping={"amount": "Nonsense"})
    with pytest.raises(ImportRefused, match="is nothing that an export"):
        read(tmp_path, text, mapping={"colour": "Amount"})


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "is empty"),
        (b"\n\n", "is empty"),
        (b"Stage,Amount\n", "no opportunities below"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100, "password or an old .xls"),
        (b"PK\x03\x04 broken", "cannot be read as an Excel workbook"),
        (b"<html><table></table></html>", "web page"),
        (b'Stage,Amount\n"Won,5\n' + b"x" * 1_100_000, "quotation mark"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "no "),
    ],
)
def test_what_cannot_be_used_is_refused_in_one_sentence(tmp_path: Path, raw: bytes, said: str) -> None:
    path = tmp_path / "file.csv"
    path.write_bytes(raw)
    with pytest.raises(ImportRefused, match=said):
        read_crm(path)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ImportRefused, match="There is no file"):
        read_crm(tmp_path / "nothing.csv")
    with pytest.raises(ImportRefused, match="cannot be opened"):
        read_crm(tmp_path)


STAGES = ["Won", "Lost", "Proposal", "Closed Won", "Verloren", "", "  ", "ganz anders"]
AMOUNTS = ["", "100", "1.200,50", "€ 5", "n/a", "viel", "-3", "1e5"]
DAYS = ["", "2026-01-31", "31.01.2026", "1/31/2026", "never", "45000", "12 Mar 2026", "2026-02-30"]


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(*(st.sampled_from(values) for values in (STAGES, AMOUNTS, DAYS, DAYS))), min_size=1))
def test_every_row_is_an_opportunity_or_has_its_reason(tmp_path: Path, rows: list[tuple[str, ...]]) -> None:
    lines = [f"{number};" + ";".join(row) for number, row in enumerate(rows)]
    try:
        crm = read(tmp_path, "Deal ID;Stage;Amount;Created;Closed\n" + "\n".join(lines) + "\n")
    except ImportRefused as refused:
        assert "No row of" in str(refused)
        return
    assert len(crm.opportunities) + len(crm.skipped) == len(rows)
    assert all(skipped.reason and 2 <= skipped.row <= len(rows) + 1 for skipped in crm.skipped)


def test_an_export_with_shortened_names_of_columns(tmp_path):
    path = tmp_path / "deals.csv"
    path.write_text(
        "Thema;Gesch. Umsatz;Tats. Umsatz;Status;Erstellt am;Gesch. Abschluss;Tats. Abschluss\n"
        "A;900,00;1.000,00;Gewonnen;01.02.2026;01.06.2026;03.03.2026\n"
        "B;500,00;;Verloren;01.02.2026;01.06.2026;11.02.2026\n",
        encoding="utf-8",
    )
    figures = read_crm(path).as_json()
    assert (figures["won"], figures["lost"], figures["won_amount_mean"]) == (1, 1, 1000.0)
    assert figures["cycle_days_median"] == 30.0
