"""What columns of lists are called, in English, German, French, Spanish and Dutch; the first that fits wins."""

from __future__ import annotations

STAKEHOLDERS = {
    "name": """
        name, stakeholder, stakeholder name, person, contact, contact name, contact person, full name, who,
        member, team member, employee, ansprechpartner, kontakt, mitarbeiter, beteiligte, wer, nom, nom
        complet, interlocuteur, partie prenante, nombre, nombre completo, persona, interesado, contacto,
        naam, nome, name vorname, nachname vorname, vorname nachname, vor und nachname, name und vorname,
        nom et prenom, nom prenom, prenom et nom, nombre y apellidos, apellidos y nombre, naam en voornaam,
        first and last name, volledige naam, contactpersoon, belanghebbende, kontaktperson, medewerker,
        stakeholders, key contact
    """,
    "first_name": """
        first name, given name, vorname, prenom, nombre de pila, voornaam
    """,
    "last_name": """
        last name, surname, family name, nachname, familienname, nom de famille, apellido, apellidos,
        achternaam, familie naam
    """,
    "role": """
        role, job title, title, position, job, rolle, funktion, stelle, position im unternehmen, poste,
        fonction, role dans l entreprise, cargo, puesto, rol, titel, functie, functietitel, position title,
        berufsbezeichnung
    """,
    "function": """
        side, function, department, dept, team, area, unit, organisation, organization, company, group,
        abteilung, bereich, seite, firma, unternehmen, service, departement, equipe, entreprise,
        departamento, equipo, empresa, organizacion, afdeling, bedrijf, division, organisatie, business
        unit, unternehmensbereich, societe
    """,
    "email": """
        e-mail, mail, email address, e-mail-adresse, adresse e-mail, courriel, correo, correo electronico,
        e-mailadres, mailadresse, e-mail-addresse, direccion de correo
    """,
    "power": """
        power, influence, level of influence, power influence, authority, macht, einfluss, pouvoir, niveau d
        influence, poder, influencia, nivel de influencia, invloed, influence level, level of power,
        einflussnahme, grad d influence, influence on project
    """,
    "interest": """
        interest, level of interest, stake in project, stake, interesse, betroffenheit, interet, niveau d
        interet, interes, nivel de interes, belang, interest level, betrokkenheit
    """,
    "current": """
        stance, current stance, stance now, attitude, current attitude, current engagement, engagement
        level, support, support level, sentiment, haltung, einstellung, aktuelle haltung, haltung heute,
        ist, attitude actuelle, position actuelle, actitud, actitud actual, postura, houding, huidige
        houding, current support, current level, current position, attitude today, aktuelle einstellung,
        position actuelle du projet, soutien actuel
    """,
    "desired": """
        stance wanted, desired stance, desired engagement, wanted, target stance, desired attitude,
        gewuenschte haltung, ziel, soll, attitude souhaitee, position souhaitee, actitud deseada, gewenste
        houding, desired support, desired level, desired position, target engagement, target support, ziel
        haltung, soutien souhaite, apoyo deseado
    """,
    "engaged_on": """
        last consulted, last contact, last contacted, last met, last meeting, letzter kontakt, zuletzt
        gesprochen, dernier contact, ultimo contacto, ultima reunion, laatste contact, date of last contact,
        last conversation, letztes gespraech, letztes treffen, derniere rencontre, ultima conversacion
    """,
    "relationship_owner": """
        who keeps in touch, relationship owner, owner, account owner, responsible, betreuer, verantwortlich,
        verantwortlicher, responsable, contact interne, encargado, contact bij ons, contactbeheerder,
        relationship manager, account manager, kontakt bei uns, interlocuteur interne
    """,
    "engagement_action": """
        next step, action, next action, engagement strategy, strategy, com plan, communication plan,
        massnahme, naechster schritt, prochaine etape, action prevue, accion, proximo paso, volgende stap,
        actie, engagement plan, how to engage, approach, vorgehen, ansatz, demarche, estrategia
    """,
    "engagement_action_date": """
        next step on, action date, due, due date, by when, faellig, bis, bis wann, echeance, fecha, fecha
        limite, actie voor, datum actie
    """,
    "expects": """
        expects, expectations, expectation, needs, interests, what they want, erwartungen, erwartung,
        beduerfnisse, attentes, besoins, expectativas, necesidades, verwachtingen, behoeften, expectations
        of us, what matters to them
    """,
    "concern": """
        concern, concerns, is worried about, worries, issues, objections, fears, bedenken, sorgen,
        vorbehalte, einwaende, preoccupations, craintes, preocupaciones, objeciones, zorgen, bezwaren,
        einwand, concerns and issues
    """,
}
BUDGET = {
    "description": """
        line, line item, item, description, position, budget line, budget item, expense, expenses, details,
        what, name, posten, kostenart, kostenposition, bezeichnung, beschreibung, leistung, poste, libelle,
        designation, intitule, concepto, partida, descripcion, gasto, detalle, omschrijving, begrotingspost,
        post, kostenpost, naam, uitgave, expense item, cost item, budgetposten, budgetposition, ligne
        budgetaire, ligne, linea, linea presupuestaria, spend item, cost element, activity description,
        massnahme position, medium, media, publisher, supplier, vendor, lieferant, fournisseur, proveedor,
        leverancier
    """,
    "category": """
        category, cost type, type, group, cost centre, cost center, account, kategorie, kostenstelle,
        gruppe, bereich, categorie, rubrique, nature, categoria, grupo, tipo, categorie kosten, kostensoort,
        kostenplaats, rubriek, soort, groep, cost category, expense category, budget category, spend
        category, kostengruppe, type de depense, centre de cout, centro de coste, gl account, account name,
        bucket, workstream, department, dept, division, abteilung, departement, departamento, afdeling
    """,
    "activity": """
        activity, campaign, project, program, programme, initiative, massnahme, aktivitaet, kampagne,
        projekt, activite, campagne, action, projet, actividad, campana, proyecto, activiteit, campagne
        naam, initiatief
    """,
    "owner": """
        lead, owner, who, responsible, budget owner, verantwortlich, verantwortlicher, leitung, wer,
        responsable, pilote, qui, encargado, dueno, quien, verantwoordelijk, verantwoordelijke, wie,
        eigenaar, account manager, budgetverantwortlicher, budgetverantwortliche, responsable du budget,
        responsable budget, beheerder, who is responsible, sponsor, verantw
    """,
    "amount": """
        amount, total, sum, planned, plan, budget, planned amount, total budget, cost, costs, price, value,
        year, annual, fy total, full year, net amount, estimated cost, estimate, betrag, summe, gesamt,
        kosten, gesamtkosten, planbudget, jahr, jahresbudget, netto, soll, montant, cout, total annuel,
        montant prevu, prevu, budget annuel, importe, coste, costo, presupuesto, total anual, previsto,
        monto, bedrag, begroot, begroting, totaal, kosten totaal, jaarbedrag, grand total, row total, line
        total, annual budget, annual total, budget amount, approved budget, forecast, estimate total,
        gesamtbetrag, gesamtbudget, jahressumme, plan gesamt, planwert, montant total, montant ht, total ht,
        total general, importe total, presupuestado, ano
    """,
    "actual": """
        actual, actuals, actual cost, actual spend, spent, spend to date, ist, istkosten, ausgegeben, reel,
        realise, depense, real, gastado, ejecutado, werkelijk, uitgegeven, realisatie, actual amount, actual
        to date, ytd, ytd actual, istwert, verbraucht, depense a date, gasto real, real a la fecha
    """,
    "committed": """
        committed, booked, contracted, ordered, obligo, gebunden, beauftragt, engage, comprometido,
        vastgelegd, besteld, fest gebucht, commande, contratado
    """,
    "basis": """
        basis, source, based on, grundlage, base, fondement, grond, onderbouwing, cost basis, herkunft,
        origine
    """,
    "priority": """
        priority, prio, rank, prioritaet, priorite, prioridad, prioriteit, rang, must have
    """,
    "month": """
        month, period, monat, periode, mois, mes, periodo, maand, periode budget, buchungsmonat
    """,
    "note": """
        note, notes, comment, comments, remark, remarks, bemerkung, bemerkungen, kommentar, anmerkung,
        commentaire, commentaires, remarque, nota, notas, comentario, comentarios, observaciones, opmerking,
        opmerkingen, toelichting, commentary, assumption, assumptions, rationale, hinweis, hinweise,
        observacion
    """,
}
ACTIVITIES = {
    "title": """
        activity, activity name, task, task name, action, campaign, campaign name, initiative, measure,
        event, event name, project, milestone, epic, deliverable, step, work package, what, name, title,
        plan, description, massnahme, aktivitaet, aufgabe, kampagne, vorgang, projekt, veranstaltung, was,
        titel, bezeichnung, activite, tache, campagne, projet, evenement, intitule, actividad, tarea,
        campana, accion, proyecto, evento, nombre, titulo, activiteit, taak, actie, maatregel, naam
        activiteit, activity title, campaign title, event title, content title, initiative name, marketing
        activity, tactic, tactics, programme, arbeitspaket, arbeitsschritt, meilenstein, teilaufgabe, lot,
        etape, jalon, livrable, tarea principal, hito, wat, idea, card name, card title, item, summary,
        zusammenfassung, resume, resumen
    """,
    "kind": """
        kind, type, activity type, category, art, typ, kategorie, type d activite, categorie, tipo,
        categoria, soort, activiteit type, campaign type, tactic type, massnahmenart
    """,
    "start": """
        start, start date, starts, begin, begins, from, planned start, start month, kick-off, von, beginn,
        anfang, startdatum, startet, debut, date de debut, du, commence, inicio, fecha de inicio, desde,
        fecha inicio, comienzo, begindatum, aanvang, startdatum gepland, start planned, launch date,
        geplanter beginn, date debut, demarrage, arranque
    """,
    "end": """
        end, end date, ends, finish, finish date, due, due date, deadline, until, to, bis, ende, enddatum,
        fertig bis, faellig, fin, date de fin, au, echeance, fecha de fin, hasta, fecha fin, final,
        vencimiento, faelligkeitsdatum, eind, einddatum, einde, deadline datum, klaar op, finish planned,
        completion date, planned end, completion, endtermin, geplantes ende, date fin, date limite, termino,
        fecha de termino
    """,
    "on": """
        date, day, when, month, timing, datum, tag, wann, monat, termin, date prevue, quand, mois, fecha,
        cuando, mes, datum gepland, wanneer, maand, publish date, publication date, go live, go-live date,
        live date, event date, send date, date of event, veranstaltungsdatum, versanddatum,
        erscheinungstermin, date de publication, date de l evenement, fecha de publicacion, fecha del evento
    """,
    "owner": """
        owner, responsible, lead, assigned to, assignee, who, resource, resourcing, resources, person,
        verantwortlich, verantwortlicher, zustaendig, wer, bearbeiter, leitung, responsable, pilote, qui,
        encargado, asignado a, quien, eigenaar, verantwoordelijke, verantwoordelijk, wie, uitvoerder,
        toegewezen aan, author, task owner, activity owner, accountable, project lead, campaign manager,
        bearbeitet von, federfuehrend, ansprechpartner, en charge, porteur, asignado, owners, members,
        resource names, verantw, zugewiesene person, zugewiesen an
    """,
    "status": """
        status, state, progress, stand, zustand, statut, etat, avancement, estado, avance, voortgang,
        toestand, rag, bearbeitungsstand, etat d avancement, list name, list, column
    """,
    "channel": """
        channel, medium, media, platform, kanal, canal, support, medio, location, kanaal, marketing channel,
        tactic channel, kommunikationskanal
    """,
    "success_metric": """
        we will know by, success metric, kpi, metric, measure of success, goal, target, objective,
        erfolgskriterium, kennzahl, ziel, indicateur, objectif, indicador, objetivo, meta, doel, kengetal,
        success measure, success criteria, erfolgsmessung, messgroesse, critere de succes, indicador de
        exito
    """,
    "sales_role": """
        what sales does in it, sales role, role of sales, sales, rolle vertrieb, vertrieb, role des ventes,
        rol de ventas, rol van verkoop, sales involvement, beitrag vertrieb, contribution des ventes
    """,
    "leads_likely": """
        leads, expected leads, lead target, planned leads, leads erwartet, geplante leads, leads attendus,
        contacts, leads esperados, verwachte leads, target leads, leads expected, lead goal, leads plan,
        leads prevus, leads previstos
    """,
    "cost": """
        cost, costs, budget, amount, price, kosten, betrag, cout, montant, coste, costo, presupuesto,
        importe, kosten begroot, begroting, bedrag, estimated cost, planned cost, planned budget, cost
        estimate, budget planned, geplantes budget, plankosten, budget prevu, cout estime, coste estimado
    """,
    "segments": """
        segment, segments, target group, audience, zielgruppe, cible, publico, segmento, doelgroep, target
        audience, target segment, persona, publico objetivo, public cible
    """,
}
INPUT = {
    "text": """
        input, feedback, comment, comments, quote, statement, verbatim, what, text, message, suggestion,
        customer feedback, sales feedback, remark, wish, request, observation, status report, your feedback,
        issue, in their words, rueckmeldung, kommentar, anmerkung, hinweis, wunsch, aussage, o-ton,
        vorschlag, was, commentaire, retour, remarque, avis, demande, verbatim client, comentario, opinion,
        sugerencia, observacion, solicitud, description, opmerking, feedback klant, suggestie, commentaar,
        wens, what did you hear, what did the customer say, comment from sales, sales comment,
        kundenfeedback, kommentar vertrieb, retour client, retour terrain, commentaire client, comentario
        del cliente, idea, ideas, idee, ideen, question
    """,
    "given_by": """
        said by, given by, from, name, your name, who, rep, sales rep, salesperson, employee, submitted by,
        author, respondent, von, vertrieb, aussendienst, verkaeufer, mitarbeiter, name des mitarbeiters,
        wer, gemeldet von, de, auteur, commercial, vendeur, nom, donne par, vendedor, comercial, nombre,
        autor, dicho por, vertegenwoordiger, verkoper, naam, ingediend door, van, reported by, raised by,
        account executive, erfasst von, eingereicht von, commercial terrain, remonte par, reportado por, wer
        bist du, who are you
    """,
    "email": """
        e-mail, email address, mail, e-mail-adresse, adresse e-mail, correo, e-mailadres
    """,
    "function": """
        side, function, department, team, abteilung, bereich, service, departement, equipe, departamento,
        afdeling, region
    """,
    "date": """
        said on, date, day, when, timestamp, submitted, submitted at, start time, completion time, created,
        datum, tag, zeitstempel, gemeldet am, eingereicht, horodateur, le, date du retour, fecha, marca
        temporal, cuando, wanneer, tijdstempel, date raised, date received, received, reported on, erfasst
        am, eingegangen am, date de saisie, fecha de registro
    """,
    "category": """
        kind, category, type, topic, subject, theme, area, art, kategorie, thema, typ, categorie, sujet,
        categoria, tema, tipo, onderwerp, soort, feedback type, feedback category, themenbereich, rubrique
    """,
    "evidence": """
        evidence, proof, example, customer, account, source, beleg, nachweis, beispiel, kunde, quelle,
        preuve, exemple, client, evidencia, ejemplo, cliente, klant, bewijs, voorbeeld, customer name,
        account name, company, kundenname, nom du client, nombre del cliente
    """,
    "status": """
        status, state, answer state, stand, statut, etat, estado, stand van zaken
    """,
    "response": """
        what the plan does with it, response, reply, answer, our answer, action, antwort, rueckantwort,
        reponse, respuesta, reactie, antwoord, what we did, outcome, massnahme
    """,
    "responder": """
        answered by, responder, beantwortet von, repondu par, respondido por, beantwoord door
    """,
    "decline_reason": """
        because, decline reason, reason, grund, ablehnungsgrund, raison, motif, motivo, razon, reden
    """,
}
RISKS = {
    "statement": """
        risk, risk description, description, statement, issue, threat, risk name, risk title, title, what,
        event, risiko, beschreibung, risikobeschreibung, gefahr, problem, risque, description du risque,
        menace, riesgo, descripcion, amenaza, risico, omschrijving, risicobeschrijving, risk statement,
        description of risk, raid item, item, issue description, risiken, risikoereignis, evenement redoute,
        riesgos
    """,
    "type": """
        kind, type, raid, category, categories, art, typ, kategorie, categorie, tipo, categoria, soort, type
        of risk, risk type, risikoart, risikokategorie, type de risque, tipo de riesgo
    """,
    "probability": """
        likely, probability, likelihood, chance, p, wahrscheinlichkeit, eintrittswahrscheinlichkeit,
        probabilite, probabilidad, kans, waarschijnlijkheid, risk probability, likelihood (1-5),
        wahrscheinlich, vraisemblance, probabilidad de ocurrencia, prob
    """,
    "impact": """
        heavy, impact, severity, effect, consequence, i, auswirkung, schaden, schadenshoehe, schwere,
        gravite, impacto, gravedad, severidad, gevolg, ernst, impact score, auswirkungen, schadensausmass,
        tragweite, impacts, consecuencia
    """,
    "owner": """
        owner, risk owner, responsible, lead, verantwortlich, risikoeigner, zustaendig, responsable, pilote,
        dueno, encargado, eigenaar, verantwoordelijke, risk manager, verantwortung, proprietaire,
        propietario, responsable del riesgo, verantw
    """,
    "mitigation": """
        what we do about it, mitigation, mitigation plan, response, risk response, strategy, action, plan,
        countermeasure, massnahme, massnahmen, gegenmassnahme, strategie, mesure, reponse, plan d action,
        mitigacion, respuesta, accion, plan de accion, estrategia, maatregel, maatregelen, beheersmaatregel,
        mitigating action, mitigation action, mitigations, mitigation strategy, actions, gegenmassnahmen,
        plan de mitigation, mesures, medidas, plan de mitigacion
    """,
    "trigger": """
        we will notice by, trigger, early sign, indicator, ausloeser, fruehwarnung, indikator, declencheur,
        signe, disparador, indicador, senal, vroeg signaal, aanleiding, warning sign, early warning,
        fruehindikator, signal d alerte
    """,
    "due": """
        look again on, due, due date, review date, deadline, until, faellig, bis, termin, echeance, date de
        revue, vencimiento, fecha limite, fecha, deadline risico, review on, next review, target date,
        naechste pruefung, wiedervorlage, date cible, proxima revision
    """,
    "status": """
        status, state, stand, statut, etat, estado, stand van zaken
    """,
}
MATERIALS = {
    "name": """
        material, asset, asset name, document, collateral, content, title, name, item, brochure, unterlage,
        dokument, titel, bezeichnung, broschuere, support, titre, intitule, material de venta, documento,
        titulo, nombre, materiaal, naam, titel materiaal, brochure naam, document name, sales material,
        marketing material, verkaufsunterlage, werbemittel, document commercial, outil, material comercial
    """,
    "type": """
        type, format, kind, medium, typ, art, tipo, formato, soort, asset type, content type, medienart
    """,
    "last_updated": """
        last updated, updated, last update, version date, date, modified, stand, aktualisiert, letzte
        aktualisierung, mis a jour, derniere mise a jour, actualizado, ultima actualizacion, bijgewerkt,
        laatste update, laatste wijziging, version, last revised, revision date, letzter stand, date de mise
        a jour, fecha de actualizacion, last reviewed, reviewed, last review
    """,
    "annual_cost": """
        cost a year, annual cost, cost, costs, budget, yearly cost, kosten, jahreskosten, cout, cout annuel,
        coste, coste anual, costo, jaarkosten, kosten per jaar, cost per year, yearly spend, production
        cost, kosten pro jahr, cout par an, coste por ano
    """,
    "usage_share": """
        used by, usage, use, usage share, adoption, nutzung, genutzt von, nutzungsgrad, utilisation, utilise
        par, uso, usado por, gebruik, gebruikt door, usage rate, % used, used by sales, nutzungsquote, taux
        d utilisation, porcentaje de uso
    """,
    "sales_rating": """
        sales rates it, sales rating, rating, score, usefulness, bewertung, note, bewertung vertrieb,
        evaluation, note des ventes, valoracion, puntuacion, beoordeling, cijfer, beoordeling verkoop,
        rating by sales, vertrieb bewertung, avis des ventes, valoracion ventas
    """,
    "decision": """
        decision, action, status, entscheidung, decision prise, decision tomada, besluit, what to do, next
        step, massnahme, que faire, accion
    """,
    "owner": """
        owner, responsible, author, verantwortlich, responsable, auteur, autor, eigenaar, verantwoordelijke
    """,
    "reason": """
        because, reason, why, comment, grund, begruendung, raison, motivo, reden, toelichting
    """,
}
SPEND = {
    "line": """
        campaign, campaign name, channel, platform, source, ad account, account name, media channel,
        network, kampagne, kampagnenname, kanal, plattform, campagne, nom de la campagne, canal, plateforme,
        campana, nombre de la campana, plataforma, campagnenaam, kanaal, medium, ad campaign, campaign group
        name, ad set name, publisher, vendor, werbekampagne, nombre de campana
    """,
    "on": """
        day, date, week, month, reporting starts, time period, period, start, tag, datum, woche, monat,
        jour, semaine, mois, debut des rapports, dia, fecha, semana, mes, inicio del informe, time, dag,
        maand, week of, startdatum, startdatum utc, start date in utc, date de debut, fecha de inicio, week
        commencing, reporting starts on, date start, berichtsbeginn, start des berichts, debut du rapport,
        inicio del periodo, periode, zeitraum, start date, reporting period
    """,
    "spend": """
        cost, spend, spent, amount spent, total spent, media cost, costs, kosten, ausgaben, ausgegebener
        betrag, cout, depenses, montant depense, coste, costo, gasto, importe gastado, uitgaven, besteed
        bedrag, uitgegeven, total cost, media spend, total spend, werbeausgaben, ausgegeben insgesamt,
        montant total depense, depense, gastos, cost usd, cost eur
    """,
}
