"""A third lot, each case for something that was read wrongly or not at all."""

from tests.exchange.lists.measured.case import DAY, Case

CASES = (
    Case(
        "sums of quarters between the months are not added to them", "budget", (1,),
        {"Cost line": "description", "Jan": "month:1", "Feb": "month:2", "Mar": "month:3", "Q2": "quarter:2",
         "FY27": "amount"},
        {2: {"description": "Fairs", "m1": 1000.0, "m2": 0.0, "m3": 2000.0, "m4": 30.0, "amount": 3090.0}},
        {"S": [["Cost line", "Jan", "Feb", "Mar", "Q1", "Q2", "FY26", "FY27"],
               ["Fairs", 1000, 0, 2000, 3000, 90, 2800, 3090]]},
    ),
    Case(
        "sums of quarters in other languages", "budget", (1,),
        {"Partida": "description", "Ene": "month:1", "Feb": "month:2", "Mar": "month:3"},
        {2: {"description": "Ferias", "m1": 1500.0, "m2": 0.0, "m3": 2300.75}},
        text="Partida;Ene;Feb;Mar;Trim. 1;1er trimestre\nFerias;1.500,00;0,00;2.300,75;3.800,75;3.800,75\n",
    ),
    Case(
        "high, medium and low by their letters", "stakeholders", (1,),
        {"Stakeholder": "name", "Position": "role", "Influence (H/M/L)": "power", "Interest (H/M/L)": "interest"},
        {2: {"name": "Marta Lind", "power": 4, "interest": 3}, 3: {"name": "Owen Pryce", "power": 2, "interest": 4}},
        {"S": [["#", "Stakeholder", "Position", "Influence (H/M/L)", "Interest (H/M/L)"],
               [1, "Marta Lind", "Head of Sales", "H", "M"], [2, "Owen Pryce", "CFO", "l", "h"]]},
    ),
    Case(
        "a last name that is called Nom because a first name stands beside it", "stakeholders", (1,),
        {"Nom": "last_name", "Prénom": "first_name", "Fonction": "role", "Influence": "power"},
        {2: {"name": "Élodie Marchand", "role": "Directrice commerciale", "power": 5}},
        text="Nom;Prénom;Fonction;Influence\nMarchand;Élodie;Directrice commerciale;Très forte\n", letters="cp1252",
    ),
    Case(
        "a first name that is called Nombre because a last name stands beside it", "stakeholders", (1,),
        {"Nombre": "first_name", "Apellidos": "last_name", "Cargo": "role"},
        {2: {"name": "Lucía Ferrer Mora", "role": "Directora"}},
        {"S": [["Nombre", "Apellidos", "Cargo"], ["Lucía", "Ferrer Mora", "Directora"]]},
    ),
    Case(
        "first rows that hold words of other heads", "stakeholders", (2,),
        {"Name, Vorname": "name", "Funktion": "role", "Abteilung": "function", "Haltung": "current"},
        {3: {"name": "Köhler, Jürgen", "role": "Vertrieb", "function": "sales"}, 4: {"current": "resistant"}},
        text="Messe 2027\nName, Vorname;Funktion;Abteilung;Haltung\nKöhler, Jürgen;Vertrieb;Vertrieb;unterstützend\n"
             "Groß, Beate;Controllerin;Controlling;ablehnend\n",
    ),
    Case(
        "a report of an ad platform whose account stands before its campaigns", "spend", (3,),
        {"Start Date (in UTC)": "on", "Campaign Name": "line", "Total Spent": "spend"},
        {4: {"line": "Tier 1", "on": "2027-01", "spend": 1520.75}, 5: {"line": "Tier 2", "spend": 803.1}},
        text="Campaign Performance Report\nReport Start: January 1, 2027\n"
             "Start Date (in UTC)\tAccount Name\tCampaign Name\tTotal Spent\tClicks\n"
             "01/18/2027\tAcme\tTier 1\t1520.75\t310\n01/19/2027\tAcme\tTier 2\t803.10\t110\n", letters="utf-16",
    ),
    Case(
        "a report of an ad platform that looks like a list of campaigns but for its clicks", "spend", (1,),
        {"Kampagne": "line", "Tag": "on", "Kosten": "spend"},
        {2: {"line": "Marke", "spend": 1234.5}, 3: {"line": "Generisch", "spend": 88.0}},
        text="Tag;Kampagne;Klicks;Kosten\n05.01.2027;Marke;1.020;1.234,50\n06.01.2027;Generisch;80;88,00\n",
    ),
    Case(
        "a register in Italian", "stakeholders", (2,),
        {"Nome e cognome": "name", "Ruolo": "role", "Reparto": "function", "Influenza": "power",
         "Atteggiamento": "current", "Aspettative": "expects"},
        {3: {"name": "Giulia Conti", "function": "sales", "power": 4, "current": "supportive"},
         4: {"power": 3, "current": "resistant", "expects": "Risparmio"}},
        {"S": [["Registro degli stakeholder"],
               ["Nome e cognome", "Ruolo", "Reparto", "Influenza", "Atteggiamento", "Aspettative"],
               ["Giulia Conti", "Direttrice vendite", "Vendite", "Alta", "Favorevole", "Lead migliori"],
               ["Marco Rizzo", "Responsabile acquisti", "Acquisti", "Media", "Contrario", "Risparmio"]]},
    ),
    Case(
        "activities in Italian", "activities", (1,),
        {"Attività": "title", "Data inizio": "start", "Data fine": "end", "Responsabile": "owner", "Stato": "status",
         "Costo": "cost"},
        {2: {"title": "Fiera di Milano", "start": "2027-05-03", "status": "proposed", "cost": 22000.0},
         3: {"status": "live", "end": "2027-02-28"}},
        {"S": [["Attività", "Data inizio", "Data fine", "Responsabile", "Stato", "Costo"],
               ["Fiera di Milano", "03.05.2027", "07.05.2027", "Paola", "Pianificata", "€ 22.000,00"],
               ["Campagna email", DAY(2027, 2, 1), DAY(2027, 2, 28), "Luca", "In corso", "€ 1.500,00"]]},
    ),
    Case(
        "risks in Portuguese", "risks", (1,),
        {"Risco": "statement", "Probabilidade": "probability", "Impacto": "impact", "Plano de ação": "mitigation",
         "Responsável": "owner", "Prazo": "due"},
        {2: {"statement": "Atraso do fornecedor", "probability": 3, "impact": 5, "due": "2027-04-01"}},
        {"S": [["Risco", "Probabilidade", "Impacto", "Plano de ação", "Responsável", "Prazo"],
               ["Atraso do fornecedor", "Média", "Muito alto", "Segundo fornecedor", "Ana", DAY(2027, 4, 1)]]},
    ),
    Case(
        "a name much like a known one does not go before the known one", "activities", (1,),
        {"Name": "title", "Start": "start", "Finish": "end", "Resource Names": "owner"},
        {2: {"title": "Kick-off", "start": "2027-01-13", "owner": "Dana"}, 3: {"title": "Concept"}},
        text="ID,Active,Task Mode,Name,Duration,Start,Finish,Resource Names\n"
             "1,Yes,Auto Scheduled,Kick-off,1 day,Wed 13/01/27,Wed 13/01/27,Dana\n"
             "2,Yes,Auto Scheduled,Concept,14 days,Thu 14/01/27,Fri 29/01/27,Eli\n",
    ),
    Case(
        "months at the right of what is called an activity", "budget", (1, 2),
        {"Maßnahme": "description", "Januar Plan": "month:1", "Januar Ist": "month:1", "Februar Plan": "month:2"},
        {3: {"description": "Anzeige", "m1": 1000.0, "a1": 950.5, "m2": 1000.0}, 4: {"description": "Flyer"}},
        {"S": [["Maßnahme", "Januar", "", "Februar"], ["", "Plan", "Ist", "Plan"],
               ["Anzeige", "1.000,00", "950,50", "1.000,00"], ["Flyer", "500,00", "500,00", "0,00"]]},
    ),
    Case(
        "quarters by other names, and costs by department", "budget", (1,),
        {"Department": "category", "Expense": "description", "Qtr 1": "quarter:1", "Qtr 2": "quarter:2",
         "FY Total": "amount"},
        {2: {"category": "Events", "description": "Booth", "m1": 4.0, "m4": 1.0, "amount": 15.0}},
        {"S": [["Department", "Expense", "Qtr 1", "Qtr 2", "FY Total"], ["Events", "Booth", 12, 3, 15]]},
    ),
    Case(
        "a region is no side of the table", "sales-input", (1,),
        {"Respondent": "given_by", "What is missing?": "text"},
        {2: {"given_by": "Rob Hill", "text": "A case from food industry"}, 3: {"given_by": "Mia Ross"}},
        {"S": [["Respondent", "Region", "What is missing?"], ["Rob Hill", "North", "A case from food industry"],
               ["Mia Ross", "South", "Prices in local currency please"]]},
    ),
    Case(
        "tasks of a board in German", "activities", (1,),
        {"Zusammenfassung": "title", "Zugewiesene Person": "owner", "Status": "status", "Fällig": "end"},
        {2: {"title": "Landingpage", "owner": "Kai Dorn", "status": "live", "end": "2027-02-14"}, 3: {"title": "Mail"}},
        text="Schlüssel;Zusammenfassung;Zugewiesene Person;Status;Fällig\n"
             "MKT-1;Landingpage;Kai Dorn;In Arbeit;14.02.2027\nMKT-2;Mail;;Offen;\n",
    ),
    Case(
        "lines that are named in the upper row of two", "budget", (1, 2),
        {"Line": "description", "January Plan": "month:1", "January Actual": "month:1", "February Plan": "month:2"},
        {3: {"description": "Fair", "m1": 100.0, "a1": 90.0, "m2": 200.0}},
        {"S": [["", "January", "", "February"], ["Line", "Plan", "Actual", "Plan"], ["Fair", 100, 90, 200]]},
    ),
)  # fmt: skip
