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
        "lines that are named in the upper row of two", "budget", (1, 2),
        {"Line": "description", "January Plan": "month:1", "January Actual": "month:1", "February Plan": "month:2"},
        {3: {"description": "Fair", "m1": 100.0, "a1": 90.0, "m2": 200.0}},
        {"S": [["", "January", "", "February"], ["Line", "Plan", "Actual", "Plan"], ["Fair", 100, 90, 200]]},
    ),
)  # fmt: skip
