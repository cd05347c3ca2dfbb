"""A second lot, made after the first was understood, to see what else people do."""

from tests.exchange.lists.measured.case import DAY, Case

CASES = (
    Case(
        "a media plan whose lines are named by their medium", "budget", (3,),
        {"Medium": "description", "Jan 2027": "month:1", "Feb 2027": "month:2", "Net total": "amount"},
        {4: {"description": "Print", "m2": 3200.0}, 5: {"description": "Online", "m1": 1500.0, "m2": 1500.0}},
        {"S": [["Media plan Q1"], [], ["Medium", "Format", "Publisher", "Jan 2027", "Feb 2027", "Net total"],
               ["Print", "1/1 4c", "Packaging News", None, 3200, 3200],
               ["Online", "Banner", "foodtech.example", 1500, 1500, 3000],
               ["Net total", None, None, 1500, 4700, 6200]]},
        left=(6,),
    ),
    Case(
        "lines named by the title of the sheet", "budget", (1,),
        {"Budget 2027": "description", "Jan": "month:1", "Feb": "month:2"},
        {2: {"description": "Fair", "m1": 100.0}, 3: {"description": "Ads", "m2": 10.0}},
        {"S": [["Budget 2027", "Jan", "Feb"], ["Fair", 100, 200], ["Ads", 10, 10], ["Total", 110, 210]]},
        left=(4,),
    ),
    Case(
        "lines under no name at all", "budget", (1,),
        {"": "description", "Q1": "quarter:1", "Q2": "quarter:2", "Total": "amount"},
        {2: {"description": "Events", "m1": 1.0, "m4": 2.0}, 3: {"description": "Digital"}},
        {"S": [[None, "Q1", "Q2", "Total"], ["Events", 3, 6, 9], ["Digital", 3, 3, 6], ["TOTAL", 6, 9, 15]]},
        left=(4,),
    ),
    Case(
        "this year's plan beside what last year brought", "budget", (1,),
        {"Bezeichnung": "description", "Plan 2027 EUR": "amount"},
        {2: {"description": "Messestand", "amount": 12000.0}, 3: {"description": "Reisekosten", "amount": 3000.0}},
        {"S": [["Nr", "Kst.", "Bezeichnung", "Plan 2027 EUR", "Ist 2026 EUR", "Abw. %"],
               ["1.1", "4711", "Messestand", 12000, 11000, "9%"], ["1.2", "4711", "Reisekosten", 3000, 2800, "7%"],
               ["", "", "Summe", 15000, 13800, ""]]},
        left=(4,),
    ),
    Case(
        "months as real days in the names of the columns", "budget", (1,),
        {"Line": "description", "2027-01-01": "month:1", "2027-02-01": "month:2"},
        {2: {"description": "Ads", "m1": 5.0, "m2": 6.0}},
        {"S": [["Line", DAY(2027, 1, 1), DAY(2027, 2, 1)], ["Ads", 5, 6]]},
    ),
    Case(
        "planned, spent and what remains", "budget", (1,),
        {"Cost item": "description", "Planned 2027": "amount", "Spent to date": "actual", "Comment": "note"},
        {2: {"amount": 10000.0, "actual": 4000.0, "note": "ok"}, 3: {"amount": 5000.0, "actual": 5000.0}},
        {"S": [["Cost item", "Planned 2027", "Spent to date", "Remaining", "Comment"],
               ["Fair", 10000, 4000, 6000, "ok"], ["Ads", 5000, 5000, 0, ""]]},
    ),
    Case(
        "contacts of a CRM, where the account is no person", "stakeholders", (1,),
        {"First Name": "first_name", "Last Name": "last_name", "Title": "role", "Email": "email",
         "Last Activity": "engaged_on"},
        {2: {"name": "Joan Marsh", "role": "Sales Director", "email": "j@w.example", "engaged_on": "2026-09-01"}},
        {"S": [["Contact ID", "Salutation", "First Name", "Last Name", "Title", "Account Name", "Email", "Phone",
                "Last Activity"],
               ["003", "Ms", "Joan", "Marsh", "Sales Director", "Wrenfield", "j@w.example", "1", DAY(2026, 9, 1)]]},
    ),
    Case(
        "a board of cards", "activities", (1,),
        {"Card Name": "title", "List Name": "status", "Members": "owner", "Due Date": "end"},
        {2: {"title": "Book stand", "status": "live", "owner": "Priya", "end": "2027-01-08"},
         3: {"title": "Write copy", "status": "proposed"}},
        {"S": [["Card Name", "Card Description", "List Name", "Members", "Due Date", "Labels"],
               ["Book stand", "call them", "Doing", "Priya", DAY(2027, 1, 8), "fair"],
               ["Write copy", "", "To do", "Tess", DAY(2027, 2, 1), ""]]},
    ),
    Case(
        "a project program's days with weekdays before them", "activities", (1,),
        {"Task Name": "title", "Start": "start", "Finish": "end", "Resource Names": "owner"},
        {2: {"title": "Launch", "start": "2027-01-04", "end": "2027-01-29", "owner": "Tess"},
         3: {"title": "Write copy", "end": "2027-01-08"}},
        text="ID;Task Name;Duration;Start;Finish;Predecessors;Resource Names\n1;Launch;20 days;Mon 04.01.27;"
             "Fri 29.01.27;;Tess\n2;  Write copy;5 days;Mon 04.01.27;Fri 08.01.27;1;Kestrel\n",
    ),
    Case(
        "a survey in its own words", "sales-input", (1,),
        {"Zeitstempel": "date", "Wer bist du?": "given_by", "Was hören Sie vom Kunden?": "text"},
        {2: {"date": "2026-11-12", "given_by": "Ott", "text": "Der Preis ist zu hoch für kleine Molkereien"},
         3: {"given_by": "Kern"}},
        text="Zeitstempel;Wer bist du?;Was hören Sie vom Kunden?\n12.11.2026 09:00;Ott;Der Preis ist zu hoch für kleine"
             " Molkereien\n13.11.2026 10:00;Kern;Der Katalog ist viel zu dick geworden\n",
    ),
    Case(
        "wat, wie, wanneer", "activities", (1,),
        {"Wat": "title", "Wie": "owner", "Wanneer": "on", "Kosten": "cost"},
        {2: {"title": "Beurs", "owner": "Jan", "on": "2027-03", "cost": 4000.0}, 3: {"on": "2027-05", "cost": 1250.5}},
        text="Wat;Wie;Wanneer;Kosten\nBeurs;Jan;maart 2027;4.000\nFolder;Els;mei 2027;1.250,50\n",
    ),
    Case(
        "LinkedIn with days in the American way", "spend", (1,),
        {"Start Date (in UTC)": "on", "Campaign Name": "line", "Total Spent": "spend"},
        {2: {"line": "Fair", "on": "2027-01", "spend": 120.5}, 3: {"line": "Film", "spend": 80.0}},
        text="Start Date (in UTC)\tCampaign Name\tTotal Spent\tImpressions\n1/3/2027\tFair\t120.5\t99\n"
             "1/15/2027\tFilm\t80\t9\n",
        letters="utf-16",
    ),
)  # fmt: skip
