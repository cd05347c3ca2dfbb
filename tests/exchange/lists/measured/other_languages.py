"""Classeurs, libros, werkmappen: the same in French, Spanish and Dutch."""

from tests.exchange.lists.measured.case import DAY, Case

CASES = (
    Case(
        "budget mensuel français", "budget", (2,),
        {"Poste": "description", "Responsable": "owner", "Janv.": "month:1", "Févr.": "month:2", "Mars": "month:3",
         "Total": "amount"},
        {3: {"description": "Salon Emballage", "owner": "Léa Martin", "m1": 12500.0, "m3": 1500.5, "amount": 14000.5},
         4: {"description": "Publicité", "m2": 900.0}},
        text="Budget marketing 2027;;;;;\nPoste;Responsable;Janv.;Févr.;Mars;Total\n"
             "Salon Emballage;Léa Martin;12 500,00;;1 500,50;14 000,50\nPublicité;Paul Roy;;900,00;;900,00\n"
             "Total général;;12 500,00;900,00;1 500,50;14 900,50\n",
        letters="cp1252", left=(5,),
    ),
    Case(
        "plan d'actions", "activities", (1,),
        {"Action": "title", "Date de début": "start", "Date de fin": "end", "Pilote": "owner", "Statut": "status"},
        {2: {"title": "Salon CFIA", "start": "2027-03-09", "end": "2027-03-11", "owner": "Léa Martin",
         "status": "approved"},
         3: {"title": "Film client", "start": "2027-05-03", "end": "2027-06-30", "status": "proposed"}},
        {"Plan": [["Action", "Date de début", "Date de fin", "Pilote", "Statut"],
                  ["Salon CFIA", DAY(2027, 3, 9), DAY(2027, 3, 11), "Léa Martin", "Validé"],
                  ["Film client", "3 mai 2027", "30 juin 2027", "Paul Roy", "À faire"]]},
    ),
    Case(
        "parties prenantes", "stakeholders", (1,),
        {"Nom": "name", "Fonction": "role", "Service": "function", "Pouvoir": "power", "Intérêt": "interest",
         "Attentes": "expects"},
        {2: {"name": "Léa Martin", "role": "Directrice commerciale", "function": "sales", "power": 5, "interest": 4,
             "expects": "Des chiffres"}},
        text="Nom;Fonction;Service;Pouvoir;Intérêt;Attentes\nLéa Martin;Directrice commerciale;Ventes;très "
             "élevé;élevé;"
             "Des chiffres\n",
    ),
    Case(
        "retours du terrain", "sales-input", (1,),
        {"Horodateur": "date", "Commercial": "given_by", "Sujet": "category", "Commentaire": "text",
         "Client": "evidence"},
        {2: {"date": "2026-11-13", "given_by": "Paul Roy", "category": "price", "text": "Trop cher",
         "evidence": "Laita"}},
        text="Horodateur,Commercial,Sujet,Commentaire,Client\n13/11/2026 09:14:05,Paul Roy,Prix,Trop cher,Laita\n",
    ),
    Case(
        "risques", "risks", (1,),
        {"Risque": "statement", "Probabilité": "probability", "Gravité": "impact", "Plan d'action": "mitigation",
         "Responsable": "owner", "Échéance": "due"},
        {2: {"statement": "Salon annulé", "probability": 2, "impact": 4, "mitigation": "Tournée",
         "due": "2027-01-31"}},
        text="Risque;Probabilité;Gravité;Plan d'action;Responsable;Échéance\nSalon "
             "annulé;faible;élevé;Tournée;Léa Martin;"
             "31/01/2027\n",
    ),
    Case(
        "presupuesto por meses", "budget", (2,),
        {"Concepto": "description", "Responsable": "owner", "Enero": "month:1", "Febrero": "month:2",
         "Total anual": "amount"},
        {3: {"description": "Feria Alimentaria", "m1": 10000.0, "m2": 2500.5, "amount": 12500.5}},
        text="Presupuesto de marketing 2027;;;;\nConcepto;Responsable;Enero;Febrero;Total anual\n"
             "Feria Alimentaria;Ana Ruiz;10.000,00;2.500,50;12.500,50\nTotal;;10.000,00;2.500,50;12.500,50\n",
        left=(4,),
    ),
    Case(
        "plan de actividades", "activities", (1,),
        {"Actividad": "title", "Fecha de inicio": "start", "Fecha de fin": "end", "Responsable": "owner",
         "Estado": "status",
         "Canal": "channel"},
        {2: {"title": "Feria", "start": "2027-03-15", "end": "2027-03-18", "owner": "Ana Ruiz", "status": "live",
             "channel": "Ferias"}},
        text="Actividad;Fecha de inicio;Fecha de fin;Responsable;Estado;Canal\nFeria;15/03/2027;18/03/2027;Ana "
             "Ruiz;En curso;"
             "Ferias\n",
    ),
    Case(
        "interesados", "stakeholders", (1,),
        {"Nombre completo": "name", "Cargo": "role", "Departamento": "function", "Influencia": "power",
         "Interés": "interest"},
        {2: {"name": "Ana Ruiz", "role": "Directora", "function": "sales", "power": 4, "interest": 3}},
        {"Lista": [["Nombre completo", "Cargo", "Departamento", "Influencia", "Interés"],
                   ["Ana Ruiz", "Directora", "Ventas", "Alta", "Media"]]},
    ),
    Case(
        "begroting per maand", "budget", (2,),
        {"Omschrijving": "description", "Verantwoordelijke": "owner", "Januari": "month:1", "Februari": "month:2",
         "Maart": "month:3", "Mei": "month:5", "Totaal": "amount"},
        {3: {"description": "Beursstand", "owner": "Jan de Vries", "m1": 4000.0, "m3": 1250.5, "amount": 5250.5},
         4: {"description": "Advertenties", "m2": 300.0, "m5": 300.0}},
        text="Marketingbegroting 2027;;;;;;\nOmschrijving;Verantwoordelijke;Januari;Februari;Maart;Mei;Totaal\n"
             "Beursstand;Jan de Vries;4.000,00;;1.250,50;;5.250,50\nAdvertenties;Els Bos;;300,00;;300,00;600,00\n"
             "Totaal;;4.000,00;300,00;1.250,50;300,00;5.850,50\n",
        left=(5,),
    ),
    Case(
        "activiteitenplan", "activities", (1,),
        {"Activiteit": "title", "Startdatum": "start", "Einddatum": "end", "Eigenaar": "owner", "Status": "status"},
        {2: {"title": "Vakbeurs", "start": "2027-03-15", "end": "2027-03-18", "owner": "Jan de Vries",
         "status": "approved"},
         3: {"title": "Webinar", "start": "2027-04-20", "status": "proposed"}},
        text="Activiteit;Startdatum;Einddatum;Eigenaar;Status\nVakbeurs;15-03-2027;18-03-2027;Jan de "
             "Vries;goedgekeurd\n"
             "Webinar;20-04-2027;20-04-2027;Els Bos;gepland\n",
    ),
    Case(
        "belanghebbenden", "stakeholders", (1,),
        {"Naam": "name", "Functie": "role", "Afdeling": "function", "Invloed": "power", "Belang": "interest",
         "Houding": "current"},
        {2: {"name": "Jan de Vries", "role": "Verkoopleider", "function": "sales", "power": 4, "interest": 3,
             "current": "supportive"}},
        text="Naam;Functie;Afdeling;Invloed;Belang;Houding\nJan de "
             "Vries;Verkoopleider;Verkoop;hoog;gemiddeld;voorstander\n",
    ),
    Case(
        "risico's", "risks", (1,),
        {"Risico": "statement", "Kans": "probability", "Gevolg": "impact", "Maatregel": "mitigation",
         "Eigenaar": "owner"},
        {2: {"statement": "Beurs gaat niet door", "probability": 2, "impact": 4, "mitigation": "Roadshow"}},
        text="Risico;Kans;Gevolg;Maatregel;Eigenaar\nBeurs gaat niet door;laag;hoog;Roadshow;Els Bos\n",
    ),
    Case(
        "opmerkingen van verkoop", "sales-input", (1,),
        {"Datum": "date", "Vertegenwoordiger": "given_by", "Onderwerp": "category", "Opmerking": "text",
         "Klant": "evidence"},
        {2: {"date": "2026-11-13", "given_by": "Jan de Vries", "category": "price", "text": "Te duur",
         "evidence": "Zuivel BV"}},
        text="Datum;Vertegenwoordiger;Onderwerp;Opmerking;Klant\n13-11-2026;Jan de Vries;Prijs;Te duur;Zuivel BV\n",
    ),
)  # fmt: skip
