"""Arbeitsmappen: budgets, plans, registers, feedback as teams in Germany, Austria and Switzerland write them."""

from tests.exchange.lists.measured.case import DAY, Case

CASES = (
    Case(
        "Monate mit Summe, Beträge als Text in Tausend", "budget", (3,),
        {"Kostenposition": "description", "Verantwortlich": "owner", "Jan": "month:1", "Feb": "month:2",
         "Mrz": "month:3",
         "Gesamt": "amount"},
        {4: {"description": "Messestand", "owner": "Reh, Tomasz", "m1": 12500.0, "m2": 3000.0, "amount": 15500.0},
         5: {"description": "Anzeigen", "m3": 1200.5}},
        text="Marketingbudget 2027;;;;;\n;;;;;\nKostenposition;Verantwortlich;Jan;Feb;Mrz;Gesamt\n"
             "Messestand;Reh, Tomasz;12.500,00;3.000,00;;15.500,00\nAnzeigen;Kern;;;1.200,50;1.200,50\n"
             "Summe;;12.500,00;3.000,00;1.200,50;16.700,50\n",
        letters="cp1252", left=(6,),
    ),
    Case(
        "in T€ mit Planjahr im Titel", "budget", (2,),
        {"Maßnahme": "activity", "Position": "description", "1. Quartal": "quarter:1", "2. Quartal": "quarter:2",
         "Jahr": "amount"},
        {3: {"description": "Stand", "m1": 1000.0, "m2": 1000.0, "amount": 9000.0}},
        {"Budget": [["Budget 2027 (in T€)"], ["Maßnahme", "Position", "1. Quartal", "2. Quartal", "Jahr"],
                    ["Messe", "Stand", 3, 6, 9], ["Insgesamt", None, 3, 6, 9]]},
        left=(4,),
    ),
    Case(
        "Soll und Ist je Monat in zwei Kopfzeilen", "budget", (1, 2),
        {"Kostenart": "description", "Januar Soll": "month:1", "Januar Ist": "month:1", "Februar Soll": "month:2",
         "Februar Ist": "month:2"},
        {3: {"description": "Druck", "m1": 10.0, "a1": 12.0, "m2": 20.0}},
        {"Soll-Ist": [["Kostenart", "Januar", None, "Februar", None], [None, "Soll", "Ist", "Soll", "Ist"],
                      ["Druck", 10, 12, 20, None]]},
        merged=("B1:C1", "D1:E1"),
    ),
    Case(
        "Maßnahmenplan mit deutschen Daten", "activities", (2,),
        {"Maßnahme": "title", "Beginn": "start", "Ende": "end", "Zuständig": "owner", "Status": "status",
         "Zielgruppe": "segments", "Budget (€)": "cost"},
        {3: {"title": "Messe Packline", "start": "2027-03-02", "end": "2027-03-05", "owner": "Reh",
         "status": "approved",
             "cost": 38000.0},
         4: {"title": "Webinar", "start": "2027-04-12", "status": "proposed"}},
        text="Maßnahmenplan 2027;;;;;;\nMaßnahme;Beginn;Ende;Zuständig;Status;Zielgruppe;Budget (€)\n"
             "Messe Packline;02.03.2027;05.03.2027;Reh;freigegeben;Molkereien;38.000,00\n"
             "Webinar;12.04.27;12.04.27;Kern;geplant;;1.500,00\n",
    ),
    Case(
        "Kontaktliste der Beteiligten", "stakeholders", (1,),
        {"Ansprechpartner": "name", "Funktion": "role", "Abteilung": "function", "Einfluss": "power",
         "Interesse": "interest", "Haltung heute": "current", "Erwartungen": "expects", "Bedenken": "concern"},
        {2: {"name": "Lovell, Ada", "role": "Leiterin Controlling", "function": "finance", "power": 4, "interest": 5,
             "current": "resistant", "expects": "Zahlen", "concern": "Kosten"},
         3: {"name": "Ott, Ben", "function": "sales", "power": 2, "interest": 3, "current": "supportive"}},
        {"Beteiligte": [["Ansprechpartner", "Funktion", "Abteilung", "Einfluss", "Interesse", "Haltung heute",
                         "Erwartungen", "Bedenken"],
                        ["Lovell, Ada", "Leiterin Controlling", "Controlling", "hoch", "sehr hoch", "Gegner", "Zahlen",
                         "Kosten"],
                        ["Ott, Ben", "Gebietsleiter", "Außendienst", "gering", "mittel", "Befürworter", None, None]]},
    ),
    Case(
        "Rückmeldungen aus dem Vertrieb", "sales-input", (1,),
        {"Datum": "date", "Mitarbeiter": "given_by", "Thema": "category", "Rückmeldung": "text", "Kunde": "evidence"},
        {2: {"date": "2026-11-02", "given_by": "Ott", "category": "price", "text": "Zu teuer", "evidence": "Molkerei"},
         3: {"date": "2026-11-13", "given_by": "Kern", "category": "material", "text": "Katalog zu dick"}},
        text="Datum;Mitarbeiter;Thema;Rückmeldung;Kunde\n02.11.2026;Ott;Preis;Zu teuer;Molkerei\n"
             "13.11.2026;Kern;Unterlagen;Katalog zu dick;\n",
        letters="utf-8-sig",
    ),
    Case(
        "Risikoliste", "risks", (1,),
        {"Risiko": "statement", "Eintrittswahrscheinlichkeit": "probability", "Schadenshöhe": "impact",
         "Gegenmaßnahme": "mitigation", "Verantwortlicher": "owner", "Termin": "due"},
        {2: {"statement": "Messe fällt aus", "probability": 2, "impact": 5, "mitigation": "Roadshow", "owner": "Reh",
             "due": "2027-01-31"}},
        {"Risiken": [["Nr.", "Risiko", "Eintrittswahrscheinlichkeit", "Schadenshöhe", "Gegenmaßnahme",
         "Verantwortlicher",
                      "Termin"],
                     [1, "Messe fällt aus", "gering", "sehr hoch", "Roadshow", "Reh", DAY(2027, 1, 31)]]},
    ),
    Case(
        "Schweizer Beträge mit Apostroph", "budget", (1,),
        {"Posten": "description", "Betrag CHF": "amount", "Bemerkung": "note"},
        {2: {"description": "Messe", "amount": 12500.0, "note": "Olma"}, 3: {"amount": 980.5}},
        text="Posten;Betrag CHF;Bemerkung\nMesse;12'500.00;Olma\nInserat;980.50;\nTotal;13'480.50;\n",
        left=(4,),
    ),
    Case(
        "Unterlagen mit Bewertung", "materials", (1,),
        {"Unterlage": "name", "Typ": "type", "Jahreskosten": "annual_cost", "Nutzung": "usage_share",
         "Bewertung Vertrieb": "sales_rating", "Entscheidung": "decision"},
        {2: {"name": "Katalog", "type": "Print", "annual_cost": 33000.0, "usage_share": 0.2, "sales_rating": 1.8,
             "decision": "replace"}},
        text="Unterlage;Typ;Jahreskosten;Nutzung;Bewertung Vertrieb;Entscheidung\nKatalog;Print;33.000,00 "
             "€;20%;1,8;ersetzen\n",
    ),
)  # fmt: skip
