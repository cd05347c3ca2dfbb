"""Reports of ad platforms and other programs, as they leave them."""

from tests.exchange.lists.measured.case import Case

_GOOGLE = (
    "Campaign performance\t\t\t\nJan 1, 2027 - Feb 28, 2027\t\t\t\nCampaign\tDay\tClicks\tCost\n"
    "Search brand\t2027-01-03\t1,204\t1,234.50\nSearch brand\t2027-01-04\t --\t65.50\nSocial\t2027-02-01\t12\t10.00\n"
    "Total: account\t --\t1,216\t1,310.00\n"
)
_META = (
    "Campaign name,Reporting starts,Reporting ends,Amount spent (EUR),Results\nFair,2027-01-01,2027-01-31,120.5,\n"
    "Film,2027-01-01,2027-01-31,80,3\nFair,2027-02-01,2027-02-28,60,1\n"
)

CASES = (
    Case(
        "Google Ads, CSV for Excel: UTF-16 with tabs", "spend", (3,),
        {"Campaign": "line", "Day": "on", "Cost": "spend"},
        {4: {"line": "Search brand", "on": "2027-01", "spend": 1234.5}, 5: {"spend": 65.5}, 6: {"line": "Social",
         "spend": 10.0}},
        text=_GOOGLE, letters="utf-16", left=(7,),
    ),
    Case(
        "Meta Ads, currency in the name of the column", "spend", (1,),
        {"Campaign name": "line", "Reporting starts": "on", "Amount spent (EUR)": "spend"},
        {2: {"line": "Fair", "on": "2027-01", "spend": 120.5}, 3: {"line": "Film"}, 4: {"on": "2027-02",
         "spend": 60.0}},
        text=_META, letters="utf-16",
    ),
    Case(
        "Google Ads auf Deutsch", "spend", (3,),
        {"Kampagne": "line", "Tag": "on", "Kosten": "spend"},
        {4: {"line": "Suche", "on": "2027-01", "spend": 1234.5}, 5: {"line": "Suche", "spend": 65.5},
         6: {"line": "Sozial", "on": "2027-02", "spend": 10.0}},
        text="Kampagnenbericht\t\t\t\n1. Januar 2027 - 28. Februar 2027\t\t\t\nKampagne\tTag\tKlicks\tKosten\n"
             "Suche\t03.01.2027\t12\t1.234,50\nSuche\t04.01.2027\t --\t65,50\nSozial\t01.02.2027\t3\t10,00\n"
             "Gesamt: Konto\t --\t15\t1.310,00\n",
        letters="utf-16", left=(7,),
    ),
    Case(
        "weekly spend with a column for each channel", "spend", (1,),
        {"Week": "on", "tv_spend": "spend:tv", "search_spend": "spend:search"},
        {2: {"on": "2027-01", "spend:tv": 100.0, "spend:search": 20.0}, 3: {"on": "2027-01", "spend:tv": 0.0}},
        text="Week,tv_spend,search_spend,revenue\n2027-01-04,100,20,999\n2027-01-11,0,30,888\n",
    ),
    Case(
        "tasks of a planning program with fields that mean nothing here", "activities", (1,),
        {"Task Name": "title", "Assignee": "owner", "Start Date": "start", "Due Date": "end", "Status": "status"},
        {2: {"title": "Book the stand", "owner": "Priya", "start": "2027-01-04", "end": "2027-01-08",
         "status": "done"},
         3: {"title": "Ship the stand", "status": "proposed"}},
        text='"Task ID","Task Name","Assignee","Start Date","Due Date","Status","Tags","Time Estimated"\n'
             '"86a1","Book the stand","Priya","2027-01-04","2027-01-08","Complete","fair","3600000"\n'
             '"86a2","Ship the stand","Callum","2027-02-01","2027-02-12","To Do","","0"\n',
    ),
    Case(
        "survey answers with a line under the names of the columns", "sales-input", (1,),
        {"Start time": "date", "Name": "given_by", "What do you hear most?": "text", "Team": "function"},
        {2: {"given_by": "Callum Reid", "text": "Too expensive", "date": "2026-11-12"},
         3: {"given_by": "Joan Marsh", "text": "Ask what downtime costs"}},
        text="Start time;Name;What do you hear most?;Team\n12/11/2026 09:00;Callum Reid;Too expensive;Sales\n"
             "13/11/2026 09:05;Joan Marsh;Ask what downtime costs;Sales\n",
    ),
)  # fmt: skip
