"""What columns of lists are called, in English, German, French and Spanish; the first that fits wins."""

from __future__ import annotations

STAKEHOLDERS = {
    "name": """
        name, stakeholder, stakeholder name, person, contact, contact name, contact person, full name, who,
        member, team member, employee, ansprechpartner, kontakt, mitarbeiter, beteiligte, wer, nom, nom
        complet, interlocuteur, partie prenante, nombre, nombre completo, persona, interesado, contacto, naam,
        nome
    """,
    "first_name": """
        first name, firstname, given name, vorname, prenom, nombre de pila
    """,
    "last_name": """
        last name, lastname, surname, family name, nachname, familienname, nom de famille, apellido, apellidos
    """,
    "role": """
        role, job title, title, position, job, rolle, funktion, stelle, position im unternehmen, poste,
        fonction, role dans l entreprise, cargo, puesto, rol, titel
    """,
    "function": """
        side, function, department, dept, team, area, unit, organisation, organization, company, group,
        abteilung, bereich, seite, firma, unternehmen, service, departement, equipe, entreprise, departamento,
        equipo, empresa, organizacion
    """,
    "email": """
        e-mail, email, mail, email address, e-mail-adresse, adresse e-mail, courriel, correo, correo
        electronico
    """,
    "power": """
        power, influence, level of influence, power influence, authority, macht, einfluss, pouvoir, niveau d
        influence, poder, influencia, nivel de influencia
    """,
    "interest": """
        interest, level of interest, stake in project, stake, interesse, betroffenheit, interet, niveau d
        interet, interes, nivel de interes
    """,
    "current": """
        stance, current stance, stance now, attitude, current attitude, current engagement, engagement level,
        support, support level, sentiment, haltung, einstellung, aktuelle haltung, haltung heute, ist,
        attitude actuelle, position actuelle, actitud, actitud actual, postura
    """,
    "desired": """
        stance wanted, desired stance, desired engagement, wanted, target stance, desired attitude,
        gewuenschte haltung, ziel, soll, attitude souhaitee, position souhaitee, actitud deseada
    """,
    "engaged_on": """
        last consulted, last contact, last contacted, last met, last meeting, letzter kontakt, zuletzt
        gesprochen, dernier contact, ultimo contacto, ultima reunion
    """,
    "relationship_owner": """
        who keeps in touch, relationship owner, owner, account owner, responsible, betreuer, verantwortlich,
        verantwortlicher, responsable, contact interne, encargado
    """,
    "engagement_action": """
        next step, action, next action, engagement strategy, strategy, com plan, communication plan,
        massnahme, naechster schritt, prochaine etape, action prevue, accion, proximo paso
    """,
    "engagement_action_date": """
        next step on, action date, due, due date, by when, faellig, bis, bis wann, echeance, fecha, fecha
        limite
    """,
    "expects": """
        expects, expectations, expectation, needs, interests, what they want, erwartungen, erwartung,
        beduerfnisse, attentes, besoins, expectativas, necesidades
    """,
    "concern": """
        concern, concerns, is worried about, worries, issues, objections, fears, bedenken, sorgen, vorbehalte,
        einwaende, preoccupations, craintes, preocupaciones, objeciones
    """,
}
BUDGET = {
    "description": """
        line, line item, item, description, position, budget line, budget item, expense, expenses, details,
        what, name, posten, kostenart, kostenposition, bezeichnung, beschreibung, leistung, poste, libelle,
        designation, intitule, concepto, partida, descripcion, gasto, detalle, omschrijving
    """,
    "category": """
        category, cost type, type, group, cost centre, cost center, account, kategorie, kostenstelle, gruppe,
        bereich, categorie, rubrique, nature, categoria, grupo, tipo
    """,
    "activity": """
        activity, campaign, project, program, programme, initiative, massnahme, aktivitaet, kampagne, projekt,
        activite, campagne, action, projet, actividad, campana, proyecto
    """,
    "owner": """
        lead, owner, who, responsible, budget owner, verantwortlich, verantwortlicher, leitung, wer,
        responsable, pilote, qui, encargado, dueno, quien, verantwoordelijk, verantwoordelijke, wie, eigenaar
    """,
    "amount": """
        amount, total, sum, planned, plan, budget, planned amount, total budget, cost, costs, price, value, year,
        annual, fy total, full year, net amount, estimated cost, estimate, betrag, summe, gesamt, kosten,
        gesamtkosten, planbudget, jahr, jahresbudget, netto, soll, montant, cout, total annuel, montant prevu,
        prevu, budget annuel, importe, coste, costo, presupuesto, total anual, previsto, monto
    """,
    "actual": """
        actual, actuals, actual cost, actual spend, spent, spend to date, ist, istkosten, ausgegeben, reel,
        realise, depense, real, gastado, ejecutado
    """,
    "committed": """
        committed, booked, contracted, ordered, obligo, gebunden, beauftragt, engage, comprometido
    """,
    "basis": """
        basis, source, based on, grundlage, base, fondement
    """,
    "priority": """
        priority, prio, rank, prioritaet, priorite, prioridad
    """,
    "month": """
        month, period, monat, periode, mois, mes, periodo
    """,
    "note": """
        note, notes, comment, comments, remark, remarks, bemerkung, bemerkungen, kommentar, anmerkung,
        commentaire, commentaires, remarque, nota, notas, comentario, comentarios, observaciones
    """,
}
ACTIVITIES = {
    "title": """
        activity, activity name, task, task name, action, campaign, campaign name, initiative, measure, event,
        event name, project, milestone, epic, deliverable, step, work package, what, name, title, plan,
        description, massnahme, aktivitaet, aufgabe, kampagne, vorgang, projekt, veranstaltung, was, titel,
        bezeichnung, activite, tache, campagne, projet, evenement, intitule, actividad, tarea, campana,
        accion, proyecto, evento, nombre, titulo
    """,
    "kind": """
        kind, type, activity type, category, art, typ, kategorie, type d activite, categorie, tipo, categoria
    """,
    "start": """
        start, start date, starts, begin, begins, from, planned start, start month, kick-off, von, beginn,
        anfang, startdatum, startet, debut, date de debut, du, commence, inicio, fecha de inicio, desde, fecha
        inicio, comienzo
    """,
    "end": """
        end, end date, ends, finish, finish date, due, due date, deadline, until, to, bis, ende, enddatum,
        fertig bis, faellig, fin, date de fin, au, echeance, fecha de fin, hasta, fecha fin, final,
        vencimiento
    """,
    "on": """
        date, day, when, month, timing, datum, tag, wann, monat, termin, date prevue, quand, mois, fecha,
        cuando, mes
    """,
    "owner": """
        owner, responsible, lead, assigned to, assignee, who, resource, resourcing, resources, person,
        verantwortlich, verantwortlicher, zustaendig, wer, bearbeiter, leitung, responsable, pilote, qui,
        encargado, asignado a, quien
    """,
    "status": """
        status, state, progress, stand, zustand, statut, etat, avancement, estado, avance
    """,
    "channel": """
        channel, medium, media, platform, kanal, canal, support, medio, location
    """,
    "success_metric": """
        we will know by, success metric, kpi, metric, measure of success, goal, target, objective,
        erfolgskriterium, kennzahl, ziel, indicateur, objectif, indicador, objetivo, meta
    """,
    "sales_role": """
        what sales does in it, sales role, role of sales, sales, rolle vertrieb, vertrieb, role des ventes,
        rol de ventas
    """,
    "leads_likely": """
        leads, expected leads, lead target, planned leads, leads erwartet, geplante leads, leads attendus,
        contacts, leads esperados
    """,
    "cost": """
        cost, costs, budget, amount, price, kosten, betrag, cout, montant, coste, costo, presupuesto, importe
    """,
    "segments": """
        segment, segments, target group, audience, zielgruppe, cible, publico, segmento
    """,
}
INPUT = {
    "text": """
        input, feedback, comment, comments, quote, statement, verbatim, what, text, message, suggestion,
        customer feedback, sales feedback, remark, wish, request, observation, status report, your feedback,
        issue, in their words, rueckmeldung, kommentar, anmerkung, hinweis, wunsch, aussage, o-ton, vorschlag,
        was, commentaire, retour, remarque, avis, demande, verbatim client, comentario, opinion, sugerencia,
        observacion, solicitud, description
    """,
    "given_by": """
        said by, given by, from, name, your name, who, rep, sales rep, salesperson, employee, submitted by,
        author, respondent, von, vertrieb, aussendienst, verkaeufer, mitarbeiter, name des mitarbeiters, wer,
        gemeldet von, de, auteur, commercial, vendeur, nom, donne par, vendedor, comercial, nombre, autor,
        dicho por
    """,
    "email": """
        email, e-mail, email address, mail, e-mail-adresse, adresse e-mail, correo
    """,
    "function": """
        side, function, department, team, abteilung, bereich, service, departement, equipe, departamento
    """,
    "date": """
        said on, date, day, when, timestamp, submitted, submitted at, start time, completion time, created,
        datum, tag, zeitstempel, gemeldet am, eingereicht, horodateur, le, date du retour, fecha, marca
        temporal, cuando
    """,
    "category": """
        kind, category, type, topic, subject, theme, area, art, kategorie, thema, typ, categorie, sujet,
        categoria, tema, tipo
    """,
    "evidence": """
        evidence, proof, example, customer, account, source, beleg, nachweis, beispiel, kunde, quelle, preuve,
        exemple, client, evidencia, ejemplo, cliente
    """,
    "status": """
        status, state, answer state, stand, statut, etat, estado
    """,
    "response": """
        what the plan does with it, response, reply, answer, our answer, action, antwort, rueckantwort,
        reponse, respuesta
    """,
    "responder": """
        answered by, responder, beantwortet von, repondu par, respondido por
    """,
    "decline_reason": """
        because, decline reason, reason, grund, ablehnungsgrund, raison, motif, motivo, razon
    """,
}
RISKS = {
    "statement": """
        risk, risk description, description, statement, issue, threat, risk name, risk title, title, what,
        event, risiko, beschreibung, risikobeschreibung, gefahr, problem, risque, description du risque,
        menace, riesgo, descripcion, amenaza
    """,
    "type": """
        kind, type, raid, category, categories, art, typ, kategorie, categorie, tipo, categoria
    """,
    "probability": """
        likely, probability, likelihood, chance, p, wahrscheinlichkeit, eintrittswahrscheinlichkeit,
        probabilite, probabilidad
    """,
    "impact": """
        heavy, impact, severity, effect, consequence, i, auswirkung, schaden, schadenshoehe, schwere, gravite,
        impacto, gravedad, severidad
    """,
    "owner": """
        owner, risk owner, responsible, lead, verantwortlich, risikoeigner, zustaendig, responsable, pilote,
        dueno, encargado
    """,
    "mitigation": """
        what we do about it, mitigation, mitigation plan, response, risk response, strategy, action, plan,
        countermeasure, massnahme, massnahmen, gegenmassnahme, strategie, mesure, reponse, plan d action,
        mitigacion, respuesta, accion, plan de accion, estrategia
    """,
    "trigger": """
        we will notice by, trigger, early sign, indicator, ausloeser, fruehwarnung, indikator, declencheur,
        signe, disparador, indicador, senal
    """,
    "due": """
        look again on, due, due date, review date, deadline, until, faellig, bis, termin, echeance, date de
        revue, vencimiento, fecha limite, fecha
    """,
    "status": """
        status, state, stand, statut, etat, estado
    """,
}
MATERIALS = {
    "name": """
        material, asset, asset name, document, collateral, content, title, name, item, brochure, unterlage,
        dokument, titel, bezeichnung, broschuere, support, titre, intitule, material de venta, documento,
        titulo, nombre
    """,
    "type": """
        type, format, kind, medium, typ, art, tipo, formato
    """,
    "last_updated": """
        last updated, updated, last update, version date, date, modified, stand, aktualisiert, letzte
        aktualisierung, mis a jour, derniere mise a jour, actualizado, ultima actualizacion
    """,
    "annual_cost": """
        cost a year, annual cost, cost, costs, budget, yearly cost, kosten, jahreskosten, cout, cout annuel,
        coste, coste anual, costo
    """,
    "usage_share": """
        used by, usage, use, usage share, adoption, nutzung, genutzt von, nutzungsgrad, utilisation, utilise
        par, uso, usado por
    """,
    "sales_rating": """
        sales rates it, sales rating, rating, score, usefulness, bewertung, note, bewertung vertrieb,
        evaluation, note des ventes, valoracion, puntuacion
    """,
    "decision": """
        decision, action, status, entscheidung, decision prise, decision tomada
    """,
    "owner": """
        owner, responsible, author, verantwortlich, responsable, auteur, autor
    """,
    "reason": """
        because, reason, why, comment, grund, begruendung, raison, motivo
    """,
}
SPEND = {
    "line": """
        campaign, campaign name, channel, platform, source, ad account, account name, media channel, network,
        kampagne, kampagnenname, kanal, plattform, campagne, nom de la campagne, canal, plateforme, campana,
        nombre de la campana, plataforma
    """,
    "on": """
        day, date, week, month, reporting starts, time period, period, start, tag, datum, woche, monat, jour,
        semaine, mois, debut des rapports, dia, fecha, semana, mes, inicio del informe, time
    """,
    "spend": """
        cost, spend, spent, amount spent, total spent, media cost, costs, kosten, ausgaben, ausgegebener
        betrag, cout, depenses, montant depense, coste, costo, gasto, importe gastado
    """,
}
