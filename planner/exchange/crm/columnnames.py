"""What the columns of CRM exports are called, in the programs and languages that teams have."""

from __future__ import annotations

from planner.i18n import mark

LABELS = {
    "id": mark("Opportunity"),
    "name": mark("Name"),
    "stage": mark("Stage"),
    "status": mark("Status"),
    "is_won": mark("Won, yes or no"),
    "is_lost": mark("Lost, yes or no"),
    "is_closed": mark("Closed, yes or no"),
    "is_deleted": mark("Deleted, yes or no"),
    "probability": mark("Probability"),
    "amount": mark("Amount"),
    "won_amount": mark("Amount when won"),
    "currency": mark("Currency"),
    "created": mark("Created on"),
    "closed": mark("Closed on"),
    "won_on": mark("Won on"),
    "lost_on": mark("Lost on"),
    "source": mark("Source"),
    "lead_on": mark("Became a lead on"),
    "mql_on": mark("Became an MQL on"),
    "sal_on": mark("Became an SAL on"),
    "sql_on": mark("Became an SQL on"),
    "opportunity_on": mark("Became an opportunity on"),
}
"""What can be found in an export, and what people call it."""

NAMES = {
    "id": """
        id, opportunity id, deal id, record id, opportunity number, opportunity no, deal number, opp id,
        opportunityid, angebotsnummer, verkaufschance id, verkaufschancennummer, opportunity nummer, id
        opportunite, id oportunidad, numero opportunite, chancen id, (do not modify) opportunity, potential id,
        vorgangsnummer
    """,
    "name": """
        name, opportunity name, deal name, title, topic, subject, opportunity, deal, potential name, deal title,
        verkaufschance, bezeichnung, thema, opportunite, nom de l opportunite, nom, oportunidad, nombre, titel,
        betreff, nombre de la oportunidad, projekt
    """,
    "stage": """
        stage, deal stage, stage name, opportunity stage, sales stage, pipeline stage, phase, verkaufsphase,
        vertriebsphase, stufe, etape, etape de vente, etape de la transaction, etapa, etapa de venta, fase, fase
        di vendita, stadium, opportunity phase, phase de vente, deal phase, dealphase, sales process stage, etapa
        del negocio
    """,
    "status": """
        status, deal status, opportunity status, state, status label, statut, estado, stato, state code, outcome,
        ergebnis, resultat, resultado, esito, won lost, win loss, result, status reason, estatus, situation
    """,
    "is_won": """
        is won, won, is closed won, hs is closed won, gewonnen, ist gewonnen, gagne, ganada, ganado, deal won
    """,
    "is_lost": """
        is lost, lost, is closed lost, hs is closed lost, verloren, ist verloren, perdu, perdida, perdido, deal
        lost
    """,
    "is_closed": """
        is closed, closed, is deal closed, hs is closed, geschlossen, ist geschlossen, abgeschlossen, ferme,
        cerrada, cerrado
    """,
    "is_deleted": """
        is deleted, deleted, geloescht, supprime, eliminado, eliminada
    """,
    "probability": """
        probability, probability %, deal probability, wahrscheinlichkeit, abschlusswahrscheinlichkeit,
        probabilite, probabilidad, probabilita, win probability, close probability, chance, wahrscheinlichkeit %
    """,
    "amount": """
        amount, value, deal value, deal amount, opportunity amount, close value, total amount, total value,
        contract value, betrag, wert, auftragswert, umsatz, volumen, auftragsvolumen, angebotswert, dealwert,
        summe, montant, valeur, chiffre d affaires, importe, valor, monto, cantidad, importo, valore, est
        revenue, estimated revenue, estimated value, revenue, expected revenue, forecast amount, geschaetzter
        umsatz, erwarteter umsatz, montant de la transaction, amount in company currency, deal size, tcv, acv,
        price, netto, nettobetrag, auftragssumme, ca, importe total, valor del negocio, montant total, montant
        estime, ingresos estimados, bedrag, waarde, belopp, beloep, gesch umsatz, gesch auftragswert, ricavi stimati,
        valore stimato, ca estime, ingresos est
    """,
    "won_amount": """
        actual revenue, actual value, won amount, closed amount, tatsaechlicher umsatz, chiffre d affaires reel,
        ingresos reales, won value, closed won amount, tats umsatz, ist umsatz, tats auftragswert, ricavi effettivi,
        ca reel
    """,
    "currency": """
        currency, deal currency, amount currency, currency iso code, waehrung, devise, moneda, divisa, valuta,
        currency code, opportunity currency
    """,
    "created": """
        created date, created on, create date, created, created at, created time, date created, creation date,
        engage date, start date, opened, open date, opened on, opened date, deal created, deal created on, added
        on, add time, deal add time, erstellt am, angelegt am, erstelldatum, erstellt, erstellungsdatum,
        anlagedatum, eroeffnet am, date de creation, cree le, creee le, date creation, fecha de creacion, fecha
        creacion, creado el, data di creazione, data de criacao, aanmaakdatum, gemaakt op, oprettet, skapad,
        startdatum, date de debut, fecha de inicio, first contact, entry date, date entered, datum angelegt,
        erfasst am, angelegt
    """,
    "closed": """
        close date, closed date, closing date, closed on, closed at, close time, date closed, end date, actual
        close date, actual closed date, est close date, estimated close date, expected close date, deal closed
        on, deal close time, closed time, abschlussdatum, geschlossen am, abgeschlossen am, abschluss, abschluss
        am, schlussdatum, schliessdatum, tatsaechliches abschlussdatum, date de cloture, cloture le, cloturee le,
        date cloture, date de fermeture, fecha de cierre, fecha cierre, cerrado el, data di chiusura, data de
        fechamento, sluitingsdatum, afsluitdatum, enddatum, date de fin, fecha de fin, date de signature,
        erwartetes abschlussdatum, voraussichtliches abschlussdatum, tats abschluss, tats abschlussdatum,
        gesch abschluss, gesch abschlussdatum, data chiusura, chiusura prevista, date de cloture prevue, fecha de cierre
        estimada
    """,
    "won_on": """
        won time, won date, won on, won at, gewonnen am, gagne le, date de gain, ganado el, fecha ganado
    """,
    "lost_on": """
        lost time, lost date, lost on, lost at, verloren am, perdu le, date de perte, perdido el, fecha perdido
    """,
    "source": """
        lead source, source, leadsource, deal source, opportunity source, original source, original source type,
        source channel, channel, herkunft, quelle, leadquelle, lead quelle, kanal, origine, origine du lead,
        source du prospect, provenance, origen, fuente, fuente de lead, origen del lead, origen de prospecto,
        fonte, origem, bron, lead origin, marketing source, campaign source, utm source, analytics source,
        original traffic source, canal, source de la piste
    """,
    "lead_on": """
        lead date, lead created date, lead created on, became a lead date, date entered lead, lead created
    """,
    "mql_on": """
        mql date, became a marketing qualified lead date, date entered mql, became mql date, marketing qualified
        on, date entered marketing qualified lead
    """,
    "sal_on": """
        sal date, date entered sal, became a sales accepted lead date, became sal date, sales accepted on, date
        entered sales accepted lead
    """,
    "sql_on": """
        sql date, became a sales qualified lead date, date entered sql, became sql date, sales qualified on, date
        entered sales qualified lead
    """,
    "opportunity_on": """
        opportunity date, became an opportunity date, date entered opportunity, opportunity created date
    """,
}
"""The names by what they stand for, the surest first; capitals, accents, spaces and signs do not matter."""
